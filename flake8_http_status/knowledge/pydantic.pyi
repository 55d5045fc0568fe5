"""https://docs.pydantic.dev/latest/api/base_model/"""
from typing import Annotated, Callable

from pydantic.fields import Field
from pydantic.main import BaseModel

class main:
    # What a model is given becomes a number or text; a default stays what it is, also in model_dump().
    class BaseModel:
        def __repr__(self) -> Annotated[str, "defaults"]: ...

class fields:
    def Field(default: Annotated[object, "repr"] = ..., **kwargs): ...

class dataclasses:
    def dataclass(_cls: Annotated[object, "defaults"] = ...) -> Callable[[Annotated[object, "defaults"]], object]: ...
