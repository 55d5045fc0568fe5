"""Finds HTTP status codes and request methods written as literals, and names the constant.

The engine and its flake8 face.  ``detect.find`` is the whole pipeline in reading order.
"""
