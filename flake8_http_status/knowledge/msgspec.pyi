"""https://jcristharif.com/msgspec/api.html"""
from typing import Annotated, Callable, TypeVar

T = TypeVar("T")

class Struct:
    def __repr__(self) -> Annotated[str, "repr"]: ...

def field(
    *, default: Annotated[T, "repr"] = ..., default_factory: Callable[[], Annotated[T, "repr"]] = ..., name=...
) -> T: ...
