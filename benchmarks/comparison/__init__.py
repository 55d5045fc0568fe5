"""Examples that other linters are tried on, and the table of docs/comparison.md."""
