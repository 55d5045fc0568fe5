"""https://github.com/ijl/orjson"""
from typing import Annotated, Any, Mapping

# A key is of the exact type str.
def dumps(obj: Mapping[Annotated[object, "exact"], Any], /, default=..., option=...) -> bytes: ...
