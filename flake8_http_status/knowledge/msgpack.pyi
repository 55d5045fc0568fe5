"""https://msgpack-python.readthedocs.io/en/latest/api.html"""
from typing import Annotated, overload

@overload
def packb(o: Annotated[object, "exact"], *, strict_types, **kwargs) -> bytes: ...
@overload
def packb(o, **kwargs) -> bytes: ...
@overload
def pack(o: Annotated[object, "exact"], stream, *, strict_types, **kwargs): ...
@overload
def pack(o, stream, **kwargs): ...

dumps = packb
dump = pack
