"""https://docs.python.org/3/library/types.html#types.MappingProxyType"""
from typing import TypeVar

T = TypeVar("T")

def MappingProxyType(mapping: T) -> T: ...
