"""What a container is by what its methods are expected to give."""
from __future__ import annotations

import ast
from collections.abc import Sequence

from flake8_http_status.infer import infer
from flake8_http_status.types import Collection, Mapping, Record, Type, element
from flake8_http_status.unit import Unit


def container_of(unit: Unit, method: str, given: Sequence[ast.expr], of: Type | None) -> Type | None:
    """What a container is of which ``method`` with the arguments ``given`` gives what ``of`` is expected."""
    match method, given:
        case ("get" | "pop"), [ast.Constant(value=str(name)), *_]:
            return Record(((name, of),))
        case "pop" | "popleft", [] | [ast.Constant(value=int())]:
            return Collection(of)
        case ("get" | "pop"), [key, *_]:
            return Mapping(infer(unit, key), of)
        case "items", []:
            pair = element(of)
            return Mapping(element(pair, 0), element(pair, 1))
        case "keys", []:
            return Mapping(element(of), None)
        case "values", []:
            return Mapping(None, element(of))
    return None
