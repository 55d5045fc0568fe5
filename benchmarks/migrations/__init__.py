"""The migrations of docs/recipes.md, run on releases from before people made them by hand."""
