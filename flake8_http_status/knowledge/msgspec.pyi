"""https://jcristharif.com/msgspec/api.html"""
from typing import Annotated

class Struct:
    def __repr__(self) -> Annotated[str, "repr"]: ...

def field(*, default: Annotated[object, "repr"] = ..., default_factory=..., name=...): ...
