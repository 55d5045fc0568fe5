"""https://docs.python.org/3/library/functools.html"""
from typing import Annotated, Callable, TypeVar

T = TypeVar("T")

# Arguments that a function is handed with are left out: their positions are those of the function.
def partial(
    func: Callable[..., T], /, *args: Annotated[object, "call:func"], **keywords
) -> Callable[..., T]: ...
def cache(user_function: T, /) -> T: ...
def cached_property(func: Callable[..., T]) -> T: ...
