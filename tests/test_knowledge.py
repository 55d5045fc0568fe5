"""Every stub is stub language, and says of its library what the installed library is."""
from __future__ import annotations

import ast
import importlib
import importlib.util
import os
import subprocess
import sys
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import ModuleType

import pytest

from flake8_http_status import knowledge
from tests import stubtest

STUBS = knowledge.names()
#: What must be installed: the libraries that a requirement file of tests/libraries names (see .ci/run).
#: The others are another run's, whose releases were chosen for them.
WANTED = stubtest.libraries(Path(os.environ["HTS_LIBRARIES"])) if "HTS_LIBRARIES" in os.environ else None
#: Libraries that patch the interpreter's own modules when they are imported, to the others' harm.
PATCHING = {"grequests", "locust"}
#: Libraries that read Django's settings when they are imported.
WITH_DJANGO = {"django", "drf_spectacular", "graphene_django", "ninja", "rest_framework"}


@pytest.mark.parametrize("name", [*STUBS, "_by_name"])
def test_a_stub_is_stub_language(name: str) -> None:
    (stub,) = knowledge.load(name)
    assert stub.name == name


@pytest.mark.parametrize("name", [*STUBS, "_by_name"])
def test_a_stub_starts_with_the_address_of_its_documentation(name: str) -> None:
    (stub,) = knowledge.load(name)
    documentation = ast.get_docstring(stub.tree) or ""
    assert documentation.startswith("https://")


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("name", STUBS)
def test_a_stub_says_what_the_library_is(name: str) -> None:
    (stub,) = knowledge.load(name)
    _require(name, stub.tree)
    if name in PATCHING:
        assert _complaints_of_a_process(name) == ""
    else:
        assert stubtest.complaints(name, stub.tree) == []


def _require(name: str, stub: ast.Module) -> None:
    """Skips where the library is not installed, unless this run is the one that is to know it."""
    is_standard = name in sys.stdlib_module_names
    if WANTED is not None and name not in WANTED and not is_standard:
        pytest.skip(f"{name} is proved in another run")
    if missing := _missing(name, stub):
        if is_standard or (WANTED is not None and name in WANTED):
            pytest.fail(f"{missing} is not installed")
        pytest.skip(f"{missing} is not installed")
    if name in WITH_DJANGO:
        _configure_django()


def _missing(name: str, stub: ast.Module) -> str | None:
    """What of the library is not installed; several distributions may share a namespace."""
    spec = importlib.util.find_spec(name)
    if spec is None:
        return name
    if not _is_namespace(spec):
        return None
    parts = [f"{name}.{node.name}" for node in stub.body if isinstance(node, ast.ClassDef)]
    return next((part for part in parts if importlib.util.find_spec(part) is None), None)


def _is_namespace(spec: ModuleSpec) -> bool:
    return spec.origin is None and spec.submodule_search_locations is not None


def _complaints_of_a_process(name: str) -> str:
    process = subprocess.run(
        [sys.executable, "-W", "ignore", "-m", "tests.stubtest", name],
        cwd=stubtest.ROOT,
        env={**os.environ, "PYTHONPATH": str(stubtest.ROOT)},
        stdout=subprocess.PIPE,
        encoding="utf-8",
        check=True,
        timeout=120,
    )
    return process.stdout


def _configure_django() -> None:
    import django
    from django.conf import settings

    if not settings.configured:
        settings.configure(
            INSTALLED_APPS=["django.contrib.contenttypes", "django.contrib.auth"],
            GRAPHENE={},
        )
        django.setup()


LIBRARY = '''
from http.client import HTTPResponse

def send(method, url, /, body=None, *, code=200): ...
def forward(*args, **kwargs): ...
class Reply:
    __slots__ = ("reason",)
    version: int
    def __init__(self, status, *headers): self.status = status
    @classmethod
    def parse(cls, text): ...
    @staticmethod
    def join(first, second): ...
class Answer(Reply): ...
class View:
    def dispatch(self, request): ...
'''


@pytest.fixture
def library(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> str:
    (tmp_path / "stubtest_library.py").write_text(LIBRARY, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    return "stubtest_library"


@pytest.mark.parametrize(
    "said",
    [
        "def send(method, url, /, body=..., *, code=...): ...",
        "def send(method, url, /): ...",
        "def forward(method, *, status=...): ...",
        "from http.client import HTTPResponse",
        "from typing import Annotated\n_Own = Annotated[str, 'text']",
        "from typing import TypeVar\nT = TypeVar('T')",
        "class _Own: ...",
        "class Answer(Reply): ...",
        "from typing import Reply as Base\nclass Answer(Base): ...",
        "class View:\n    def get(self, request, *args, **kwargs): ...",
        "class Reply:\n    status: int\n    version: int\n    reason: str",
        "class Reply:\n    def __init__(self, status): ...",
        "class Reply:\n    @classmethod\n    def parse(cls, text): ...",
        "class Reply:\n    @staticmethod\n    def join(first, second): ...",
    ],
)
def test_what_the_library_is_passes(library: str, said: str) -> None:
    assert stubtest.complaints(library, ast.parse(said)) == []


@pytest.mark.parametrize(
    ("said", "complaint"),
    [
        ("def sent(): ...", "sent: no such function"),
        ("def send(url, method, /): ...", "send: the parameter at position 1 is method, not url"),
        ("def send(method, url): ...", "send: method is positional-only"),
        ("def send(method, url, body=..., /): ...", "send: body is not positional-only"),
        ("def send(method, url, /, body=..., code=...): ...", "send: takes no parameter code at position 4"),
        ("def send(method, url, /, *, body=...): ...", "send: body may be given by position too"),
        ("def send(method, url, /, *, status=...): ...", "send: takes no keyword status"),
        ("def send(method, url, /, *parts): ...", "send: takes no *parts"),
        ("def send(method, url, /, **more): ...", "send: takes no **more"),
        ("def forward(*parts): ...\nreply = forward", "reply: no such function"),
        ("def forward(status): ...\nsend = forward", "send: the parameter at position 1 is method"),
        ("request = Reply", "request: no such name"),
        ("OK: int", "OK: no such attribute"),
        ("class Reply:\n    state: int", "Reply.state: no such attribute"),
        ("class Reply:\n    def __init__(self, code): ...", "Reply.__init__: the parameter at position 1"),
        ("class Reply:\n    @classmethod\n    def parse(cls, code): ...", "Reply.parse: the parameter at"),
        ("class Reply:\n    @staticmethod\n    def join(second): ...", "Reply.join: the parameter at"),
        ("class Reply(Answer): ...", "Reply: Answer is no base of it"),
        ("class Reply:\n    def get(self): ...", "Reply.get: no such function"),
        ("class Question: ...", "Question: no such class"),
        ("class parts: ...", "parts: no such module"),
        ("from http.client import HTTPConnection", "HTTPConnection: no such name"),
        ("from http.client import HTTPConnection as HTTPResponse", "is not http.client.HTTPConnection"),
    ],
)
def test_what_the_library_is_not_is_found(library: str, said: str, complaint: str) -> None:
    first, *_ = stubtest.complaints(library, ast.parse(said))
    assert complaint in first


def test_a_missing_library_is_told() -> None:
    with pytest.raises(ModuleNotFoundError):
        stubtest.complaints("stubtest_of_nothing", ast.parse(""))


def test_an_object_of_the_library_may_be_described_by_a_class(monkeypatch: pytest.MonkeyPatch) -> None:
    library = ModuleType("stubtest_object")
    library.codes = type("Codes", (), {"ok": 200})()  # type: ignore[attr-defined]
    monkeypatch.setitem(__import__("sys").modules, "stubtest_object", library)
    said = ast.parse("class codes(object):\n    ok: int\n    gone: int")
    assert stubtest.complaints("stubtest_object", said) == ["stubtest_object.codes.gone: no such attribute"]


def test_a_requirement_file_tells_what_is_imported(tmp_path: Path) -> None:
    file = tmp_path / "some.txt"
    lines = ["# import: no", "other<2", "One-Two[x]==1  # import: one", "One-More==2  # import: one"]
    file.write_text("\n".join(lines) + "\n")
    assert stubtest.libraries(file) == {"one"}


def test_a_part_of_a_namespace_is_not_the_library(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "stubtest_shared" / "first").mkdir(parents=True)
    monkeypatch.syspath_prepend(tmp_path)
    assert _missing("stubtest_shared", ast.parse("class first: ...")) is None
    both = ast.parse("class first: ...\nclass second: ...")
    assert _missing("stubtest_shared", both) == "stubtest_shared.second"
    assert _missing("stubtest_of_nothing", both) == "stubtest_of_nothing"
