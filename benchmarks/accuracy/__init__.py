"""How right the tool is on labelled code of real projects, beside other linters (README.md)."""
