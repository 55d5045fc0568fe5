"""A project's own helpers, written down as stubs: what ``learn`` reads out of the whole project.

The stubs tell one-file tools (flake8) what the engine sees when it looks at the project at once.
"""
from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from flake8_http_status import flows
from flake8_http_status.bindings import returned
from flake8_http_status.knowledge import DECORATORS
from flake8_http_status.members import instance_member, lineage
from flake8_http_status.nodes import Definition, parameters
from flake8_http_status.render import Writer, signature
from flake8_http_status.slots import leads_to_slot
from flake8_http_status.types import Awaitable, Class, Instance, Slot, Type, join, options
from flake8_http_status.unit import Unit
from flake8_http_status.world import World

LEARNT = '"""Written by flake8-http-status learn; write it anew instead of editing it."""'


def learn(world: World, files: list[Path], root: Path) -> dict[str, str]:
    """The stubs of a project's modules: the text of each by the module's dotted name.

    Modules that have nothing to tell are left out.  ``root`` is what the paths in the comments
    are relative to.
    """
    units = [unit for unit in map(world.module, files) if unit is not None and unit.name]
    telling = {cls.node for unit in units for cls in _classes(unit) if _tells(cls)}
    texts = ((unit.name, _Module(unit, telling, root).text()) for unit in units)
    return {name: text for name, text in sorted(texts, key=lambda one: one[0]) if text is not None}


def _classes(unit: Unit) -> Iterator[Class]:
    for statement in unit.scopes.tree.body:
        if isinstance(statement, ast.ClassDef):
            yield Class(unit, statement)


def _tells(of: Class) -> bool:
    """Whether a class has, or inherits, something that has to do with a status or a method."""
    for cls in lineage(of):
        if cls.unit.stub:
            return True
        if any(leads_to_slot(instance_member(cls, name)) for name in _attributes(cls)):
            return True
        for method in _methods(cls.node):
            if any(leads_to_slot(flows.parameter(cls.unit, one)) for one in parameters(method)[1:]):
                return True
            if leads_to_slot(_result(returned(cls.unit, method))):
                return True
    return False


def _methods(node: ast.ClassDef | ast.Module) -> Iterator[Definition]:
    for statement in node.body:
        if isinstance(statement, ast.FunctionDef | ast.AsyncFunctionDef):
            yield statement


def _attributes(of: Class) -> list[str]:
    """The names that a class body or the methods of the class bind on its instances."""
    scopes = of.unit.scopes
    body = {
        name
        for name, bindings in scopes.inner[of.node].bindings.items()
        if any(binding.kind in {"value", "annotation"} for binding in bindings)
    }
    stored = {
        name
        for name in scopes.attribute_names()
        if any(
            isinstance(one.ctx, ast.Store) and scopes.enclosing_class(one) is of.node
            for one in scopes.attributes(name)
        )
    }
    return sorted(body | stored)


def _result(of: Type | None) -> Type | None:
    return join(option.result if isinstance(option, Awaitable) else option for option in options(of))


def _decorators(node: Definition) -> list[str]:
    """The decorators of a method that a stub repeats."""
    names = [one.id for one in node.decorator_list if isinstance(one, ast.Name)]
    return [name for name in names if name in DECORATORS]


class _Module:
    """The stub of one module while it is written."""

    def __init__(self, unit: Unit, telling: set[ast.ClassDef], root: Path) -> None:
        self.unit = unit
        self.telling = telling
        assert unit.path is not None
        self.place = unit.path.relative_to(root).as_posix() if root in unit.path.parents else unit.path.name
        own = {statement.name for statement in unit.scopes.tree.body if isinstance(statement, ast.ClassDef)}
        self.writer = Writer(unit, own)

    def text(self) -> str | None:
        """The whole stub; None where there is nothing to tell."""
        lines: list[str] = []
        for statement in self.unit.scopes.tree.body:
            match statement:
                case ast.FunctionDef() | ast.AsyncFunctionDef():
                    lines += self.function(statement, "")
                case ast.ClassDef() if statement in self.telling:
                    lines += self.class_(Class(self.unit, statement))
        if not lines:
            return None
        return "\n".join([LEARNT, *self.writer.imports(), "", *lines]) + "\n"

    def class_(self, of: Class) -> list[str]:
        bases = [self.writer.name(base) for base in self.bases(of)]
        named = f"({', '.join(base for base in bases if base)})" if any(bases) else "(object)"
        body: list[str] = []
        for name in _attributes(of):
            body += self.attribute(of, name)
        for method in _methods(of.node):
            body += self.function(method, "    ", inherits=self.is_override(of, method.name))
        return [f"class {of.node.name}{named}:{'' if body else ' ...'}", *body]

    def bases(self, of: Class) -> list[Class]:
        inferred = (self.unit.infer(base) for base in of.node.bases)
        found = [option for one in inferred for option in options(one) if isinstance(option, Class)]
        return [cls for cls in found if cls.unit.stub or cls.node in self.telling]

    def attribute(self, of: Class, name: str) -> list[str]:
        if not name.isidentifier():
            return []
        said = self.writer.annotation(self.worth_telling(instance_member(of, name)))
        return [f"    {name}: {said}  # {self.place}:{of.node.lineno}"] if said else []

    def is_override(self, of: Class, name: str) -> bool:
        """Whether a base that is told about has a method of the name, which this one replaces."""
        bases = (cls for cls in lineage(of) if cls.node is not of.node)
        return any(name in cls.unit.scopes.inner[cls.node].bindings for cls in bases)

    def function(self, node: Definition, indent: str, *, inherits: bool = False) -> list[str]:
        annotations: dict[ast.arg, str] = {}
        reasons: list[str] = []
        for one in parameters(node):
            wanted = flows.parameter(self.unit, one)
            said = self.writer.annotation(wanted) if leads_to_slot(wanted) else None
            if said:
                annotations[one] = said
                reasons.append(f"{one.arg}: {self.why(node, one, wanted)}")
        given = self.writer.annotation(self.worth_telling(_result(returned(self.unit, node))))
        if given:
            reasons.append(f"returns: {self.place}:{node.lineno}")
        if not reasons and not inherits:
            return []
        why = ", ".join(reasons) or f"replaces what it inherits: {self.place}:{node.lineno}"
        decorator = [f"{indent}@{one}" for one in _decorators(node)]
        return [*decorator, f"{indent}{signature(node, annotations, given)}  # {why}"]

    def worth_telling(self, of: Type | None) -> Type | None:
        """What of a type has to do with HTTP: slots, and instances of classes that tell."""
        return join(
            option
            for option in options(of)
            if leads_to_slot(option)
            or (isinstance(option, Instance) and (option.of.unit.stub or option.of.node in self.telling))
        )

    def why(self, node: Definition, parameter: ast.arg, wanted: Type | None) -> str:
        uses = self.unit.scopes.uses(parameter.arg, self.unit.scopes.inner[node])
        for use in sorted(uses, key=lambda use: use.lineno):
            if leads_to_slot(self.unit.flow(use)):
                return f"{self.place}:{use.lineno}"
        by_name = any(isinstance(one, Slot) and one.evidence == "named" for one in options(wanted))
        return f"{self.place}:{parameter.lineno}{' by its name' if by_name else ''}"
