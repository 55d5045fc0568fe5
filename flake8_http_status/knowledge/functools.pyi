"""https://docs.python.org/3/library/functools.html"""
from typing import Annotated, Callable, TypeVar

T = TypeVar("T")

# Arguments that a function is handed with are left out: their positions are those of the function.
def partial(
    func: Callable[..., T], /, *args: Annotated[object, "call:func"], **keywords
) -> Callable[..., T]: ...
# As partial, but what it makes is bound to an object first.
class partialmethod(object):
    def __init__(self, func, /, *args: Annotated[object, "method:func"], **keywords): ...

def cache(user_function: T, /) -> T: ...
def cached_property(func: Callable[..., T]) -> T: ...
