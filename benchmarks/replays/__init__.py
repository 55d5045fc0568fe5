"""The test suites of released projects before and after a fix (README.md)."""
