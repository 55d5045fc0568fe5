"""https://docs.python.org/3/library/collections.html#collections.namedtuple"""
from typing import Annotated, Callable

def namedtuple(typename, field_names) -> Callable[..., Annotated[object, "repr"]]: ...
