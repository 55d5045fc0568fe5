"""One name more in a module's ``from … import …``, in isort's order and in the line's own layout."""
from __future__ import annotations

from collections.abc import Sequence

import libcst as cst

Statement = cst.SimpleStatementLine | cst.BaseCompoundStatement


def merged(module: cst.Module, source: str, names: Sequence[str], last: int) -> cst.Module | None:
    """``module`` with the names in its own ``from source import …``, or None where there is none to take.

    Looks at the first ``last`` lines.
    """
    if _one_name_a_line(module.body):
        return None
    for index, line in enumerate(module.body[:last]):
        for node in line.body if isinstance(line, cst.SimpleStatementLine) else ():
            if isinstance(node, cst.ImportFrom) and _takes_names(node, source):
                wider = node
                for name in names:
                    wider = _with_name(wider, name)
                changes = {"names": wider.names, "rpar": wider.rpar}
                return _replaced(module, index, line.with_deep_changes(node, **changes))
    return None


def _replaced(module: cst.Module, index: int, line: Statement) -> cst.Module:
    return module.with_changes(body=[*module.body[:index], line, *module.body[index + 1 :]])


def _takes_names(node: cst.ImportFrom, source: str) -> bool:
    # isort keeps "from x import a as b" on lines of their own.
    return (
        module_name(node) == source
        and not isinstance(node.names, cst.ImportStar)
        and any(alias.asname is None for alias in node.names)
    )


def _one_name_a_line(body: Sequence[Statement]) -> bool:
    """Whether the module imports two names of one module on two lines, as some styles want it."""
    singles: list[str] = []
    for line in body:
        for node in line.body if isinstance(line, cst.SimpleStatementLine) else ():
            if isinstance(node, cst.ImportFrom) and not isinstance(node.names, cst.ImportStar):
                if len(node.names) > 1:
                    return False
                if node.names[0].asname is None:
                    singles.append(module_name(node))
    return len(singles) > len(set(singles))


def _with_name(node: cst.ImportFrom, name: str) -> cst.ImportFrom:
    """``node`` with one name more, in isort's order and in the layout that it has."""
    assert not isinstance(node.names, cst.ImportStar)
    names = list(node.names)
    later = (i for i, alias in enumerate(names) if order_of(alias.evaluated_name) > order_of(name))
    place = next(later, len(names))
    if place < len(names):
        comma = cst.Comma(whitespace_after=_between(node))
        names.insert(place, cst.ImportAlias(cst.Name(name), comma=comma))
        return node.with_changes(names=names)
    return _appended(node, names, name)


def _appended(node: cst.ImportFrom, names: list[cst.ImportAlias], name: str) -> cst.ImportFrom:
    """``node`` with ``name`` at the end; a comment stays with the name that it follows."""
    final, between, rpar = names[-1], _between(node), node.rpar
    if isinstance(final.comma, cst.Comma):
        closing = final.comma.whitespace_after
        comma = final.comma.with_changes(whitespace_after=_joined(closing, between))
        names[-1] = final.with_changes(comma=comma)
        names.append(cst.ImportAlias(cst.Name(name), comma=cst.Comma(whitespace_after=_bare(closing))))
        return node.with_changes(names=names)
    if rpar is not None and isinstance(rpar.whitespace_before, cst.ParenthesizedWhitespace):
        closing = rpar.whitespace_before
        names[-1] = final.with_changes(comma=cst.Comma(whitespace_after=_joined(closing, between)))
        rpar = rpar.with_changes(whitespace_before=_bare(closing))
    else:
        names[-1] = final.with_changes(comma=cst.Comma(whitespace_after=between))
    names.append(cst.ImportAlias(cst.Name(name)))
    return node.with_changes(names=names, rpar=rpar)


def order_of(name: str) -> tuple[int, str]:
    """isort's order of imported names: constants, classes, the rest; without regard to case."""
    if name in ("", "*"):
        return 0, ""
    kind = 1 if name.isupper() and len(name) > 1 else 2 if name[:1].isupper() else 3
    return kind, name.lower()


def _between(node: cst.ImportFrom) -> cst.BaseParenthesizableWhitespace:
    """The space between two names: a line break where each name has a line of its own."""
    assert not isinstance(node.names, cst.ImportStar)
    commas = [alias.comma for alias in node.names[:-1] if isinstance(alias.comma, cst.Comma)]
    if commas:
        return _bare(commas[0].whitespace_after)
    if node.lpar is not None and isinstance(node.lpar.whitespace_after, cst.ParenthesizedWhitespace):
        return _bare(node.lpar.whitespace_after)
    return cst.SimpleWhitespace(" ")


def _bare(space: cst.BaseParenthesizableWhitespace) -> cst.BaseParenthesizableWhitespace:
    """``space`` without its comments."""
    if not isinstance(space, cst.ParenthesizedWhitespace):
        return space
    first = cst.TrailingWhitespace(newline=space.first_line.newline)
    return space.with_changes(first_line=first, empty_lines=())


def _joined(
    closing: cst.BaseParenthesizableWhitespace, between: cst.BaseParenthesizableWhitespace
) -> cst.BaseParenthesizableWhitespace:
    """The space before the closing bracket, with its comments, turned into one between two names."""
    if isinstance(closing, cst.ParenthesizedWhitespace) and isinstance(between, cst.ParenthesizedWhitespace):
        return closing.with_changes(indent=between.indent, last_line=between.last_line)
    return between


def module_name(node: cst.ImportFrom) -> str:
    """The dotted name behind ``from``, the dots of a relative import included."""
    name = cst.helpers.get_full_name_for_node(node.module) if node.module is not None else None
    return "." * len(node.relative) + (name or "")
