"""Real code with literals planted in it: findings in every place of the grammar that people write."""
from __future__ import annotations

import ast
import random
import re
import warnings

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
_MOST = 25
#: A longer file (in bytes) shows nothing new, and takes its time.
_LONGEST = 20_000
_STATUS = (
    "(r.status_code == 404)", "f(status_code=404)", "(r.status_code != 201)", "[r.status_code in (200, 204)]",
    "g(status=500)", "{'status_code': 404}", "send_error(404)", "(status := 404)",
)  # fmt: skip
_METHOD = (
    "(r.method == 'GET')", '(r.method != "POST")', "f(method='PUT')", "(request.method in ['GET', 'HEAD'])",
    "call('DELETE', '/x')", "[('GET', '/'), ('POST', '/')]", "{'method': 'PATCH'}",
)  # fmt: skip


def planted(raw: bytes, seed: str) -> bytes | None:
    """``raw`` with uses of HTTP for some of its numbers and texts; None where it is long or has no place.

    Takes UTF-8 alone.  The same ``seed`` gives the same program.
    """
    if len(raw) > _LONGEST:
        return None
    try:
        source = raw.decode("utf-8")
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            tree = ast.parse(source)
    except (ValueError, SyntaxError, RecursionError, MemoryError):
        return None
    chance = random.Random(seed)
    places = [node for node in _places(tree) if node.lineno == node.end_lineno]
    if not places:
        return None
    chosen = chance.sample(places, min(_MOST, len(places)))
    lines = [match.group().encode() for match in _LINE.finditer(source)]
    for node in sorted(chosen, key=lambda one: (one.lineno, one.col_offset), reverse=True):
        text = chance.choice(_METHOD if isinstance(node.value, str) else _STATUS)
        line = lines[node.lineno - 1]
        lines[node.lineno - 1] = line[: node.col_offset] + text.encode() + line[node.end_col_offset :]
    result = b"".join(lines)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            ast.parse(result)
    except (SyntaxError, RecursionError, MemoryError):
        return None
    return result


def _places(tree: ast.Module) -> list[ast.Constant]:
    """The numbers and texts that stand as expressions: none in f-strings and patterns, no docstrings."""
    found: list[ast.Constant] = []
    work: list[ast.AST] = [tree]
    while work:
        node = work.pop()
        match node:
            case ast.Constant(value=int() | str()):
                found.append(node)
            case ast.JoinedStr() | ast.MatchValue() | ast.MatchMapping() | ast.Expr(value=ast.Constant()):
                pass
            case _:
                work.extend(ast.iter_child_nodes(node))
    return found
