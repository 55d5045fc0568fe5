"""What a number is compared with, where that has a name which says little: ``code``."""
from __future__ import annotations

import ast

from flake8_http_status.compared import numbers, subject
from flake8_http_status.constants import STATUSES, TELLING, is_final
from flake8_http_status.contexts import Expected
from flake8_http_status.names import words
from flake8_http_status.nodes import name_of
from flake8_http_status.slots import NAMED_STATUS, slot
from flake8_http_status.speaking import weakly_named
from flake8_http_status.unit import Unit

#: How many different ones of these tell that a code is a status.
_SEVERAL = 2
_MOST_COMMON = 400
_LAST_OF_CLASSES = frozenset({299, 399, 499, 599})


def part_of_answer(unit: Unit, node: ast.Constant) -> Expected | None:
    """A part of what is called an answer: ``response[1] == 200``, ``list(response)[1] == 200``."""
    match _compared(unit, node):
        case ast.Subscript(value=value, slice=ast.Constant(value=0 | 1)):
            while isinstance(value, ast.Call) and name_of(value.func) in ("list", "tuple") and value.args:
                value = value.args[0]
            is_one = isinstance(value, ast.Name | ast.Attribute)
            is_one = is_one and unit.world.lists("answers", words(name_of(value))[-1:])
            return Expected(NAMED_STATUS, "comparison") if is_one else None
    return None


def unpacked(unit: Unit, node: ast.Constant) -> Expected | None:
    """A code that comes with an answer: ``headers, code, body = get(url)`` and then ``code == 200``."""
    match _compared(unit, node):
        case ast.Name(id=name) as read if slot(weakly_named(unit, "variables", name), "status") is not None:
            scope = unit.scopes.of_node[read]
            owner = scope.owner(name)
            bound = (one.node for one in owner.bindings.get(name, ()))
            asked = "unpacked", owner, name
            together = unit.keep(asked, lambda: any(_has_answer(unit, one) for one in bound))
            return Expected(NAMED_STATUS, "comparison") if together else None
    return None


def _has_answer(unit: Unit, binding: ast.AST) -> bool:
    """Whether a variable is bound together with headers or an answer."""
    match binding:
        case ast.Assign(targets=[ast.Tuple(elts=elements)]):
            last = [words(name_of(one))[-1:] for one in elements]
            return ("headers",) in last or any(unit.world.lists("answers", one) for one in last)
    return False


def several_failures(unit: Unit, node: ast.Constant) -> Expected | None:
    """A code that is compared with several failures in one function, and with nothing else.

    ``if code == 403: …`` and ``elif code in (401, 404): …``.
    """
    compared = _compared(unit, node)
    match compared:
        case ast.Name(id=name) if slot(weakly_named(unit, "variables", name), "status") is not None:
            several = numbers(unit, node, compared)
            told = len(several & TELLING) >= _SEVERAL and several <= STATUSES.keys() | _LAST_OF_CLASSES
            return Expected(NAMED_STATUS, "comparison") if told else None
    return None


def code_of_error(unit: Unit, node: ast.Constant) -> Expected | None:
    """The code of what is called an error: ``err.code == 404``."""
    match _compared(unit, node):
        case ast.Attribute(value=ast.Name(id=name), attr="code"):
            is_one = unit.world.lists("failures", words(name)[-1:]) or name in unit.world.words("caught")
            is_failure = node.value in TELLING or node.value == _MOST_COMMON
            return Expected(NAMED_STATUS, "comparison") if is_one and is_failure else None
    return None


def _compared(unit: Unit, node: ast.Constant) -> ast.expr | None:
    """What the number of a final answer is said to be equal to or not, and nothing that is above or below."""
    if not is_final(node.value):
        return None
    parent = unit.scopes.parents[node]
    if isinstance(parent, ast.Compare) and not isinstance(parent.ops[0], ast.Eq | ast.NotEq):
        return None
    return subject(unit, node)
