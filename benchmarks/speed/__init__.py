"""How fast the tool is, as ratios to other programs on the same files in one run (README.md)."""
