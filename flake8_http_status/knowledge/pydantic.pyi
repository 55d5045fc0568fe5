"""https://docs.pydantic.dev/latest/api/base_model/"""
from typing import Annotated, Callable, TypeVar

from pydantic.fields import Field
from pydantic.main import BaseModel

T = TypeVar("T")

class main:
    # What a model is given becomes a number or text; a default stays what it is, also in model_dump().
    class BaseModel:
        def __repr__(self) -> Annotated[str, "defaults"]: ...

class fields:
    def Field(
        default: Annotated[T, "repr"] = ..., *, default_factory: Callable[[], Annotated[T, "repr"]] = ..., **kwargs
    ) -> T: ...

class dataclasses:
    def dataclass(_cls: Annotated[object, "defaults"] = ...) -> Callable[[Annotated[object, "defaults"]], object]: ...
