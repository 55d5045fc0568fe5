"""Numbers that a name says to be a number of something are no statuses, whatever else is known."""
from __future__ import annotations

import ast
from pathlib import Path

import pytest

from flake8_http_status import knowledge
from flake8_http_status.constants import STATUSES
from flake8_http_status.names import endings
from tests.test_detect import seen

HEAD = "import requests\nr = requests.get('/')\n"


@pytest.mark.parametrize(
    "text",
    [
        "f(max_length=200)\n",
        "row = {'size_gb': 100, 'name': 'x'}\n",
        "row = {'sizes': [100, 200]}\n",
        "timeout = 200\n",
        "def f(page_size=100): ...\n",
        "width: int = 400\n",
        "self.assertEqual(400, volume.total_count)\n",
        "self.assertEqual(len(found), 200)\n",
        "if row['percent'] == 100: pass\n",
        "assert image.width == 500\n",
        "width = 404\nr.status_code == width\n",  # looked at from the number alone
    ],
)
def test_a_quantity_is_no_status(text: str) -> None:
    assert "«" not in seen(HEAD + text)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("x = 404\nr.status_code == x\n", 1),
        ("f(status=404, size=404)\n", 1),
        ("assert r.status_code == 200, {'count': 200}\n", 1),
        # Names of pages.
        ("for name, n in {'index': 200, 'page': 302}.items(): assert r.status_code == n\n", 2),
        # The constant's own words: a timeout is 408 or 504, and 411 is about a length.
        ("GATEWAY = REQUEST_TIMEOUT = 408\nr.status_code == REQUEST_TIMEOUT\n", 1),
        ("assert {'timeout': 504}['timeout'] == r.status_code\n", 1),
        # A row under such a name is one, not what stands under other keys of it.
        ("pages = {'home': 200}\nassert r.status_code == pages['home']\n", 1),
        ("self.assertEqual(r.status_code, 200, 'size')\n", 1),
        ("PAGE = [('/', 404)]\nfor url, n in PAGE: assert r.status_code == n\n", 1),
    ],
)
def test_what_is_named_otherwise_is_one(text: str, count: int) -> None:
    assert seen(HEAD + text).count("«") == count


def test_no_library_calls_a_status_a_quantity() -> None:
    classes = (node for node in _stub("_by_name").body if isinstance(node, ast.ClassDef))
    section = next(node for node in classes if node.name == "quantities")
    words = {one.target.id for one in section.body if isinstance(one, ast.AnnAssign)}  # type: ignore[union-attr]
    assert len(words) > 50
    wrong = []
    for path in sorted(Path(knowledge.__file__).parent.glob("*.pyi")):
        for node in ast.walk(_stub(path.stem)):
            name, said = _declared(node)
            if said is not None and "HTTPStatus" in ast.unparse(said) and words & set(endings(name)):
                wrong.append((path.stem, name))
    # Constants for statuses, such as gateway_timeout, are no names of what gets one.
    members = {member.name for member in STATUSES.values()}
    assert [one for one in wrong if not any(member in one[1].upper() for member in members)] == []


def _stub(name: str) -> ast.Module:
    return ast.parse((Path(knowledge.__file__).parent / f"{name}.pyi").read_text(encoding="utf-8"))


def _declared(node: ast.AST) -> tuple[str, ast.expr | None]:
    match node:
        case ast.arg(arg=name, annotation=said):
            return name, said
        case ast.AnnAssign(target=ast.Name(id=name), annotation=said):
            return name, said
    return "", None
