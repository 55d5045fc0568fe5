"""https://docs.pytest.org/en/stable/reference/reference.html"""
from typing import Annotated

class mark:
    def parametrize(
        argnames,
        argvalues: Annotated[object, "columns:argnames", "text"],
        indirect=...,
        ids=...,
        scope=...,
        *,
        _param_mark=...,
    ): ...

def param(*values: Annotated[object, "row:"], marks=..., id=...): ...

def raises(expected_exception=..., *args: Annotated[object, "call:args"], **kwargs): ...
