"""Fuzzing of what reads data: stubs, pages of the documentation, and the heads of modules (README.md)."""
