"""The engine as the modules below see it: the one place where the two questions meet."""
from __future__ import annotations

import ast

from flake8_http_status import callbacks, evidence, flows
from flake8_http_status.binders import Binding
from flake8_http_status.bindings import binding, decorated
from flake8_http_status.bindings import returned as given_back
from flake8_http_status.contexts import expect
from flake8_http_status.infer import infer
from flake8_http_status.nodes import Definition
from flake8_http_status.types import Type
from flake8_http_status.unit import Unit
from flake8_http_status.vocabularies import stars_may_bring


class Engine:
    """The engine as the modules below see it (``world.Engine``)."""

    def infer(self, unit: Unit, node: ast.expr) -> Type | None:
        """What an expression is."""
        return infer(unit, node)

    def flow(self, unit: Unit, node: ast.AST) -> Type | None:
        """What is expected of the value that stands at an expression or a parameter."""
        if isinstance(node, ast.arg):
            function = unit.scopes.parents[unit.scopes.parents[node]]
            assert isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
            return callbacks.injected(unit, function, node) or flows.parameter_flow(unit, function, node)
        if isinstance(node, ast.Constant):
            return evidence.expected(unit, node).type
        return expect(unit, node).type

    def binding(self, unit: Unit, one: Binding) -> Type | None:
        """What a name is that gets its value this way."""
        return binding(unit, one)

    def returned(self, unit: Unit, node: Definition) -> Type | None:
        """What calling a function gives."""
        return given_back(unit, node)

    def decorated(self, unit: Unit, node: Definition) -> Type | None:
        """What a function is after its decorators."""
        return decorated(unit, node)

    def may_be_starred(self, unit: Unit, name: str) -> bool:
        """Whether a star import of the module may bring ``name``."""
        return stars_may_bring(unit, name)
