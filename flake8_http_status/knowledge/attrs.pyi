"""https://www.attrs.org/en/stable/api.html"""
from attr import Factory, define, field, frozen, make_class, mutable
