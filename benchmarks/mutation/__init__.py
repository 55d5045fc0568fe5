"""Mutation testing: do the tests notice a change of the engine or of the import planner? (README.md)"""
