"""https://www.attrs.org/en/stable/api.html"""
from attr import define, field, frozen, make_class, mutable
