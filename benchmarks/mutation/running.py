"""One mutant, one forked process, the tests that reach its lines: killed, or not."""
from __future__ import annotations

import importlib.abc
import importlib.util
import os
import resource
import sys
import tempfile
from collections.abc import Sequence
from importlib.machinery import ModuleSpec
from importlib.metadata import entry_points
from types import ModuleType
from typing import Any

_MOST_MEMORY = 6 << 30
SURVIVED, KILLED, TIMEOUT = "survived", "killed", "timeout"


def warm_up() -> None:
    """Import what tests need of other people, so that no process has to; nothing of the project.

    Nor has each to compile anew what it imports, whatever the environment says.
    """
    sys.dont_write_bytecode = False
    import hypothesis  # noqa: F401
    import libcst.codemod
    import libcst.matchers
    import libcst.metadata  # noqa: F401
    import pytest  # noqa: F401

    for plugin in entry_points(group="pytest11"):
        plugin.load()
    project = ("flake8_http_status", "http_status_codemods")
    mine = [name for name in sys.modules if name.split(".")[0] in project]
    assert not mine, f"the project is imported already: {mine}"


class _Served(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Gives the module ``name`` the mutant's code, at the path of the original."""

    def __init__(self, name: str, path: str, code: str) -> None:
        self._name = name
        self._path = path
        self._code = code

    def find_spec(
        self, name: str, path: object = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """The mutant's spec for its own name, None for all others."""
        if name != self._name:
            return None
        return importlib.util.spec_from_file_location(name, self._path, loader=self)  # type: ignore[arg-type]

    def exec_module(self, module: ModuleType) -> None:
        """Run the mutant's code as the module."""
        exec(compile(self._code, self._path, "exec", dont_inherit=True), module.__dict__)


class _Chosen:
    """A plugin of pytest that runs the tests with some ids alone, or of some files, in their order."""

    def __init__(self, ids: Sequence[str]) -> None:
        self._order = {one: number for number, one in enumerate(ids)}

    def pytest_collection_modifyitems(self, items: list[Any]) -> None:
        """Keep the chosen ones."""
        kept = ((self._place(one.nodeid), one) for one in items)
        chosen = sorted(((place, one) for place, one in kept if place is not None), key=lambda pair: pair[0])
        items[:] = [one for _, one in chosen]

    def _place(self, test: str) -> int | None:
        return self._order.get(test, self._order.get(test.partition("::")[0]))


class _Noted:
    """A plugin that says which test failed, by a file, as the process may end at any time."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor

    def pytest_runtest_logreport(self, report: Any) -> None:
        """Write the id of a failed test down."""
        if report.failed:
            os.write(self._descriptor, f"{report.nodeid}\n".encode())


def outcome(module: str, path: str, code: str, ids: Sequence[str], seconds: float) -> tuple[str, str]:
    """What became of the mutant, and the id of the test that killed it.

    ``ids`` are the tests, or files of them, in the order to run them; ``seconds`` of CPU time are what
    they may take.
    """
    with tempfile.TemporaryFile() as told:
        child = os.fork()
        if child == 0:
            _run(module, path, code, ids, seconds, told.fileno())
        _, status = os.waitpid(child, 0)
        told.seek(0)
        killer = told.read().decode().partition("\n")[0]
    if os.WIFSIGNALED(status):
        return TIMEOUT, ""
    match os.WEXITSTATUS(status):
        case 0:
            return SURVIVED, ""
        case 5:
            raise RuntimeError(f"no test was run of {ids[:3]} …")
    return KILLED, killer or "(import)"


def _run(module: str, path: str, code: str, ids: Sequence[str], seconds: float, told: int) -> None:
    """The forked process; does not return."""
    try:
        limit = int(seconds) + 1
        resource.setrlimit(resource.RLIMIT_CPU, (limit, limit + 5))
        resource.setrlimit(resource.RLIMIT_AS, (_MOST_MEMORY, _MOST_MEMORY))
        null = os.open(os.devnull, os.O_RDWR)
        for stream in (0, 1, 2):
            os.dup2(null, stream)
        sys.meta_path.insert(0, _Served(module, path, code))
        import pytest

        files = list(dict.fromkeys(one.partition("::")[0] for one in ids))
        options = ["-x", "-q", "--no-header", "-p", "no:cacheprovider", "-o", "addopts=", "-o", "timeout=0"]
        plugins = [_Chosen(ids), _Noted(told)]
        os._exit(int(pytest.main([*options, "-W", "ignore", *files], plugins=plugins)))
    except BaseException:
        os._exit(3)
