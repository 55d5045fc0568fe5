"""https://docs.python.org/3/library/typing.html#typing.NamedTuple"""
from typing import Annotated

class NamedTuple:
    def __repr__(self) -> Annotated[str, "repr"]: ...
