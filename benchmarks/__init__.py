"""Measurements of the project: run from the root of a checkout, they are not part of a release."""
