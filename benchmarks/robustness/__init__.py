"""Nothing crashes: every check of README.md on real, planted and generated files, and fuzzing."""
