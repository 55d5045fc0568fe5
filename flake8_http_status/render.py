"""Types and signatures as the text of a stub."""
from __future__ import annotations

import ast
from collections.abc import Mapping as Annotations

from flake8_http_status.nodes import Definition
from flake8_http_status.slots import leads_to_slot
from flake8_http_status.types import Class, Collection, Instance, Mapping, Slot, Tuple, Type, options
from flake8_http_status.unit import Unit

_ENUMS = {"status": "HTTPStatus", "method": "HTTPMethod"}


class Writer:
    """Writes annotations for the stub of one module, and gathers the imports that they need.

    ``own`` are the names of the classes that the module defines itself.
    """

    def __init__(self, unit: Unit, own: set[str]) -> None:
        self.unit = unit
        self.own = own
        self._imports: dict[tuple[str, str], str] = {}

    def imports(self) -> list[str]:
        """The import lines, sorted."""
        lines = []
        for (module, name), alias in sorted(self._imports.items()):
            lines.append(f"from {module} import {name}{'' if alias == name else f' as {alias}'}")
        return lines

    def annotation(self, of: Type | None) -> str | None:
        """The annotation that says ``of``; None where nothing of it can be said."""
        said = dict.fromkeys(filter(None, map(self._one, options(of))))
        return " | ".join(sorted(said)) or None

    def _one(self, of: Type) -> str | None:
        match of:
            case Slot():
                return self._slot(of)
            case Instance(of=cls):
                return self.name(cls)
            case Collection(element=inner):
                said = self.annotation(inner)
                return f"list[{said}]" if said else None
            case Tuple(elements=elements) if leads_to_slot(of):
                return f"tuple[{', '.join(self.annotation(one) or 'object' for one in elements)}]"
            case Mapping(key=key, value=value) if leads_to_slot(of):
                return f"dict[{self.annotation(key) or 'object'}, {self.annotation(value) or 'object'}]"
        return None

    def _slot(self, of: Slot) -> str:
        name = self._imported("http", _ENUMS[of.kind])
        words = sorted(of.words - {"weak"}) + (["named"] if of.evidence == "named" else [])
        if not words:
            return name
        quoted = ", ".join(f'"{word}"' for word in words)
        return f"{self._imported('typing', 'Annotated')}[{name}, {quoted}]"

    def name(self, of: Class) -> str | None:
        """The name of a class in this stub; imports it if another module defines it."""
        path = _path(of)
        if of.unit is self.unit:
            return ".".join(path)
        if not of.unit.name or of.unit.by_name or (len(path) > 1 and not of.unit.stub):
            return None
        return self._imported(".".join([of.unit.name, *path[:-1]]), path[-1])

    def _imported(self, module: str, name: str) -> str:
        key = (module, name)
        if key not in self._imports:
            taken = self.own | set(self._imports.values())
            alias, number = name, 2
            while alias in taken:
                alias, number = f"{name}{number}", number + 1
            self._imports[key] = alias
        return self._imports[key]


def _path(of: Class) -> list[str]:
    around = [node.name for node in of.unit.scopes.ancestors(of.node) if isinstance(node, ast.ClassDef)]
    return [*reversed(around), of.node.name]


def signature(node: Definition, annotations: Annotations[ast.arg, str], returns: str | None) -> str:
    """The stub of a function in one line: its parameters with the given annotations."""
    arguments = node.args
    positional = [*arguments.posonlyargs, *arguments.args]
    first_default = len(positional) - len(arguments.defaults)
    parts: list[str] = []
    for index, one in enumerate(positional):
        parts.append(_parameter(one, annotations, index >= first_default))
        if one in arguments.posonlyargs[-1:]:
            parts.append("/")
    if arguments.vararg is not None:
        parts.append(f"*{_parameter(arguments.vararg, annotations, False)}")
    elif arguments.kwonlyargs:
        parts.append("*")
    for one, default in zip(arguments.kwonlyargs, arguments.kw_defaults, strict=True):
        parts.append(_parameter(one, annotations, default is not None))
    if arguments.kwarg is not None:
        parts.append(f"**{_parameter(arguments.kwarg, annotations, False)}")
    kind = "async def" if isinstance(node, ast.AsyncFunctionDef) else "def"
    return f"{kind} {node.name}({', '.join(parts)}){f' -> {returns}' if returns else ''}: ..."


def _parameter(node: ast.arg, annotations: Annotations[ast.arg, str], has_default: bool) -> str:
    said = annotations.get(node)
    text = f"{node.arg}: {said}" if said else node.arg
    if not has_default:
        return text
    return f"{text} = ..." if said else f"{text}=..."
