"""What a type checker would say of the member where it accepted the literal.

An ``HTTPStatus`` is an ``int`` and may stand wherever one is wanted.  Three places want more: a
``Literal`` wants the number itself, a variable takes the type of its first value, and a list of
members is no list of numbers, for one could append another number to that.
"""
from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from typing import TypeAlias

from flake8_http_status.constants import METHODS, STATUSES
from flake8_http_status.declarations import Declared, alternatives, declared, is_typed, item, wanted
from flake8_http_status.findings import Kind, Verdict
from flake8_http_status.holders import Holder, holders, loads, takes_others, wanted_by_protocol
from flake8_http_status.infer import infer
from flake8_http_status.literals import Candidate
from flake8_http_status.paths import Path, Step
from flake8_http_status.shapes import Value, is_member, outermost
from flake8_http_status.types import Enum, options
from flake8_http_status.unit import Unit

LITERAL = Verdict("unsafe", "a Literal type is declared here")
REASSIGNED = Verdict("unsafe", "a variable without declared type also takes other values", plain=True)
INVARIANT = Verdict("unsafe", "a container without declared type is used as one of any values", plain=True)
PROTOCOL = Verdict("unsafe", "a protocol wants an attribute that takes any value", plain=True)
NARROWED = Verdict("unsafe", "assertions narrow the same value to several members")
ASSERTED = Verdict("unsafe", "the type is asserted")

#: What else is known against a fix of a literal.
Known: TypeAlias = Callable[[Candidate], Verdict | None]

_MOST_VALUES = 200
_PLAIN = frozenset({"int", "str", "float", "complex", "object"})
_INVARIANT = frozenset(
    {"list", "List", "set", "Set", "MutableSequence", "MutableSet", "deque", "Deque"}
)
_COVARIANT = frozenset(
    {"Sequence", "Iterable", "Iterator", "Collection", "Container", "Reversible", "frozenset", "FrozenSet",
     "AbstractSet", "Generator", "AsyncIterator", "AsyncIterable", "KeysView", "ValuesView"}
)
_MAPPINGS = frozenset(
    {"dict", "Dict", "MutableMapping", "defaultdict", "DefaultDict", "OrderedDict", "Mapping"}
)
#: Methods of containers whose arguments are elements or keys: which argument, by the step into it.
_TAKING: dict[str, dict[str, int]] = {
    "element": {
        "append": 0, "appendleft": 0, "add": 0, "remove": 0, "discard": 0, "index": 0, "count": 0,
        "insert": 1,
    },
    "key": {"get": 0, "pop": 0, "setdefault": 0},
    "value": {"setdefault": 1},
}
_FILLING = frozenset({"extend", "update"})


def rejected(unit: Unit, candidate: Candidate, known: Known) -> Verdict | None:
    """Why a type checker would reject the member; None where nothing speaks against it."""
    if not is_typed(unit, candidate.node):
        return None
    return _compared(unit, candidate) or _kept(unit, candidate, known)


def _compared(unit: Unit, candidate: Candidate) -> Verdict | None:
    """A value of a Literal type is compared with such literals only."""
    parent = unit.scopes.parents[candidate.node]
    others: list[ast.expr] = []
    if isinstance(parent, ast.MatchValue):
        others = list(_subject(unit, parent))
    elif isinstance(parent, ast.Compare) and (candidate.kind == "status" or _narrows(unit, parent)):
        others = list(_operands(parent, candidate.node))
    for other in others:
        found = [_fits(of, (), 0) for of in declared(unit, other)]
        if LITERAL in found:
            return LITERAL
        if "same" in found and isinstance(parent, ast.Compare) and _is_narrowed(unit, other, parent):
            return NARROWED
    return None


def _is_narrowed(unit: Unit, node: ast.expr, by: ast.Compare | None = None) -> bool:
    """Whether a function asserts (``by`` a comparison) what ``node`` is, and then asks for another value."""
    function = unit.scopes.enclosing_function(node)
    if function is None or not isinstance(node, ast.Name | ast.Attribute):
        return False
    compared = sorted(_compared_with(function, node), key=lambda one: (one.lineno, one.col_offset))
    for index, one in enumerate(compared):
        if isinstance(unit.scopes.parents[one], ast.Assert) and one is (by or one):
            wanted = ast.dump(one.comparators[0])
            return any(ast.dump(other.comparators[0]) != wanted for other in compared[index + 1 :])
    return False


def _compared_with(function: ast.AST, node: ast.expr) -> Iterator[ast.Compare]:
    """The comparisons by ``==`` in a function that have an expression like ``node`` on their left."""
    same = ast.dump(node)
    for one in ast.walk(function):
        if isinstance(one, ast.Compare) and isinstance(one.ops[0], ast.Eq) and ast.dump(one.left) == same:
            yield one


def _subject(unit: Unit, pattern: ast.pattern) -> Iterator[ast.expr]:
    around = unit.scopes.parents[pattern]
    while isinstance(around, ast.MatchOr | ast.MatchAs):
        around = unit.scopes.parents[around]
    statement = unit.scopes.parents[around]
    if isinstance(around, ast.match_case) and isinstance(statement, ast.Match):
        yield statement.subject


def _operands(compare: ast.Compare, node: ast.expr) -> Iterator[ast.expr]:
    """What ``node`` is compared with by ``==`` or ``!=``."""
    sides = [compare.left, *compare.comparators]
    for left, operator, right in zip(sides, compare.ops, sides[1:], strict=False):
        if isinstance(operator, ast.Eq | ast.NotEq) and node in (left, right):
            yield right if left is node else left


def _narrows(unit: Unit, compare: ast.Compare) -> bool:
    """Whether code is run or not by a comparison, so that it may count on the type there."""
    node: ast.AST = compare
    while isinstance(around := unit.scopes.parents[node], ast.BoolOp | ast.UnaryOp):
        node = around
    return isinstance(around, ast.If | ast.IfExp | ast.While | ast.Assert) and around.test is node


def _kept(unit: Unit, candidate: Candidate, known: Known) -> Verdict | None:
    """Reasons that the declarations give which the value meets, and the variables that it types."""
    kind = candidate.kind
    seen: set[Holder] = set()
    first = outermost(unit, kind, candidate.node)
    work = [first] if first is not None else []
    while work and len(seen) < _MOST_VALUES:
        value = work.pop()
        reason = _where(unit, kind, value)
        if reason is not None:
            return reason
        for holder in holders(unit, kind, value):
            if holder in seen:
                continue
            seen.add(holder)
            if takes_others(unit, kind, holder, lambda node: _stays(candidate, node, known)):
                return REASSIGNED
            if wanted_by_protocol(unit, holder):
                return PROTOCOL
            reached = (outermost(unit, kind, use, holder.path) for use in loads(unit, holder))
            work += [one for one in reached if one is not None]
        parent = unit.scopes.parents[value.node]
        if isinstance(parent, ast.NamedExpr) and (around := outermost(unit, kind, parent, value.path)):
            work.append(around)
    return None


def _stays(candidate: Candidate, node: ast.expr, known: Known) -> bool:
    """Whether another literal is not fixed, for a reason that has nothing to do with types."""
    if not isinstance(node, ast.Constant) or not isinstance(node.value, int | str):
        return False
    member = STATUSES.get(node.value) if isinstance(node.value, int) else METHODS.get(node.value)
    if member is None:
        return True
    other = Candidate(node, candidate.kind, node.value, member, candidate.source, candidate.span)
    return known(other) is not None


def _where(unit: Unit, kind: Kind, value: Value) -> Verdict | None:
    """What the place of a value has against it."""
    for of in wanted(unit, value.node):
        reason = _fits(of, value.path, value.fresh)
        if isinstance(reason, Verdict):
            return reason
    parent = unit.scopes.parents[value.node]
    match parent:
        case ast.Call(func=ast.Name(id="assert_type") | ast.Attribute(attr="assert_type")):
            return ASSERTED
        case ast.Compare() if not value.path and _is_narrowed(unit, value.node):
            return NARROWED
        case ast.Attribute(value=container, attr=method) if container is value.node and value.path:
            call = unit.scopes.parents[parent]
            if isinstance(call, ast.Call) and call.func is parent:
                return _by_method(unit, kind, value, method, call)
        case ast.Subscript(value=container) if container is value.node and value.path:
            return _by_item(unit, kind, value, parent)
    return None


def _by_method(unit: Unit, kind: Kind, value: Value, method: str, call: ast.Call) -> Verdict | None:
    """A container of members takes no others, and is not asked for others."""
    step, *inner = value.path
    place = _TAKING.get(step.kind, {}).get(method)
    if place is not None:
        alike = all(is_member(unit, kind, one, tuple(inner)) for one in call.args[place : place + 1])
    else:
        alike = method not in _FILLING or all(is_member(unit, kind, one, value.path) for one in call.args)
    return None if alike else INVARIANT


def _by_item(unit: Unit, kind: Kind, value: Value, subscript: ast.Subscript) -> Verdict | None:
    step, *inner = value.path
    if step.kind == "key":
        return None if is_member(unit, kind, subscript.slice, tuple(inner)) else INVARIANT
    if not isinstance(subscript.ctx, ast.Store) or step.kind == "position":
        return None
    match unit.scopes.parents[subscript]:
        case ast.Assign(value=given) if is_member(unit, kind, given, tuple(inner)):
            return None
    return INVARIANT


def _fits(of: Declared, path: Path, fresh: int) -> Verdict | str | None:
    """How a declared type takes a member at the end of ``path``.

    A Verdict where it does not; "wide" where any number would do, "same" where what it takes is the
    member's own type, None where it says nothing.  ``fresh`` steps of the path lead into containers
    that are written down here, and take the type that is declared.
    """
    found = [_fits_one(one, path, fresh) for one in alternatives(of)]
    for answer in ("same", "wide"):
        if answer in found:
            return answer
    return next((one for one in found if one is not None), None)


def _fits_one(of: Declared, path: Path, fresh: int) -> Verdict | str | None:
    form = of.form
    if form == "Any":
        return "same"
    if not path:
        if form == "Literal":
            return LITERAL
        if form in _PLAIN:
            return "wide"
        return "same" if any(isinstance(one, Enum) for one in options(infer(of.unit, of.node))) else None
    inner, invariant = _inside(of, form, path[0])
    found = [_fits(one, path[1:], fresh - 1) for one in inner]
    if "wide" in found and invariant and fresh <= 0:
        return INVARIANT
    return next((one for one in found if one is not None), None)


def _inside(of: Declared, form: str | None, step: Step) -> tuple[list[Declared], bool]:
    """What a declared container has where ``step`` leads, and whether it must be exactly that."""
    arguments = of.arguments
    if form in {"tuple", "Tuple"}:
        rest = len(arguments) == 2 and isinstance(arguments[1].node, ast.Constant)
        at = step.at if isinstance(step.at, int) and not rest else 0
        return arguments[at : at + 1], False
    if form in _INVARIANT | _COVARIANT:
        return arguments[:1], form in _INVARIANT
    if form in _MAPPINGS:
        at = 1 if step.kind == "value" else 0
        return arguments[at : at + 1], at == 0 or form != "Mapping"
    if step.kind == "value" and isinstance(step.at, str):
        return item(of, step.at), False
    return [], False
