"""The replays on a tiny project of our own, without a network: its environment is the one of these tests."""
from __future__ import annotations

import hashlib
import json
import shutil
import sys
import tarfile
import textwrap
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from benchmarks.replays import environments, fixes, recipes
from benchmarks.replays.commands import Job, StepError
from benchmarks.replays.compare import differing
from benchmarks.replays.environments import Environment
from benchmarks.replays.recipes import PROJECTS, Recipe, RecipeError
from benchmarks.replays.replay import Result, Settings, broken, read_all, replay, write
from benchmarks.replays.sources import Tree
from benchmarks.replays.suites import Outcome, Report, Suite, outcomes_of
from benchmarks.replays.table import more, page, reason

PYTHON = ".".join(map(str, sys.version_info[:2]))
SHOP = '''\
import requests

def fetch(url):
    response = requests.get(url)
    return None if response.status_code == 404 else response
'''
#: The fix cannot change what a program does, so that a test must look at the source to notice it.
HEAD = '''\
import os, pathlib, time, unittest
import pytest

def untouched():
    return "404" in pathlib.Path("shop.py").read_text()

'''
Replay = Callable[..., Result]


@pytest.fixture
def recipe() -> Recipe:
    command = ("-m", "pytest")
    return Recipe(
        name="shop", version="1.0", sha256="", kind="app", install=(), command=command, editable=False
    )


@pytest.fixture
def job(tmp_path: Path) -> Job:
    folder = tmp_path / "job"
    folder.mkdir()
    return Job("shop", folder)


@pytest.fixture
def replayed(tmp_path: Path, job: Job, recipe: Recipe, monkeypatch: pytest.MonkeyPatch) -> Replay:
    """Packs a project with the given tests as it would be on PyPI, and replays it."""

    def make(*_: object, **__: object) -> Environment:
        return Environment(Path(sys.executable), ("pytest==0",))

    def call(
        tests: str, shop: str = SHOP, unsafe: bool = False, earlier: Path | None = None, **changes: Any
    ) -> Result:
        monkeypatch.setattr(environments, "make", make)
        files = {"shop.py": shop, "test_shop.py": HEAD + textwrap.dedent(tests)}
        packed = _packed(replace(recipe, **changes), tmp_path, files)
        shutil.rmtree(job.folder)
        settings = Settings(
            tmp_path / "cache", tmp_path / "locks", unsafe=unsafe, keep=True, earlier=earlier
        )
        return replay(packed, PYTHON, job, settings)

    return call


def _packed(recipe: Recipe, folder: Path, files: dict[str, str]) -> Recipe:
    top = folder / "packed" / "shop-1.0"
    top.mkdir(parents=True, exist_ok=True)
    (top / "pyproject.toml").write_text("[project]\nname = 'shop'\n")
    # pytest looks for settings above the project too.
    (top / "pytest.ini").write_text("[pytest]\n")
    requests = "class Response:\n    status_code = int('200')\n\ndef get(url):\n    return Response()\n"
    for name, source in {"requests.py": requests, **files}.items():
        (top / name).write_text(source)
    archive = folder / "shop.tar.gz"
    with tarfile.open(archive, "w") as tar:
        tar.add(top, top.name, filter=lambda info: info.replace(mtime=0, deep=False))
    digest = hashlib.sha256(archive.read_bytes()).hexdigest()
    cache = folder / "cache"
    cache.mkdir(exist_ok=True)
    archive.rename(cache / f"shop-1.0-{digest[:12]}.tar.gz")
    return replace(recipe, sha256=digest)


def _suite(recipe: Recipe, job: Job, files: dict[str, str]) -> Suite:
    tree = Tree(job.folder / "tree", job.folder / "states")
    tree.folder.mkdir()
    (tree.folder / "pytest.ini").write_text("[pytest]\n")
    for name, source in files.items():
        (tree.folder / name).write_text(HEAD + textwrap.dedent(source))
    return Suite(recipe, job, tree, Environment(Path(sys.executable), ()))


def test_a_fix_that_no_test_notices_changes_no_outcome(replayed: Replay) -> None:
    result = replayed(
        """
        import shop

        def test_fetch():
            assert shop.fetch("") is not None

        def test_that_failed_before():
            raise AssertionError
        """
    )
    assert result["before"] == {"failed": 1, "passed": 1}
    assert result["failed_before"] == ["test_shop.py::test_that_failed_before"]
    safe = result["safe"]
    assert (safe["rewrites"], safe["files"], safe["files_loaded"]) == (1, 1, 1)
    assert not broken(result) and safe["outcomes"] == result["before"]


def test_a_changed_outcome_is_found_with_what_the_failure_says(replayed: Replay, job: Job) -> None:
    result = replayed(
        """
        import shop

        def test_source():
            assert untouched(), "the fix was here"
        """
    )
    (change,) = result["safe"]["changed"]
    assert change["id"] == "test_shop.py::test_source"
    assert (change["before"], change["after"]) == ("passed", "failed")
    assert "the fix was here" in change["text"] and str(job.folder) not in change["text"]
    assert broken(result) and not result["safe"]["unstable"]
    assert "+    return None if response.status_code == HTTPStatus.NOT_FOUND" in (
        (job.folder / "safe.diff").read_text()
    )


def test_unsafe_fixes_are_made_to_the_released_tree_and_told_apart(replayed: Replay) -> None:
    result = replayed(
        """
        import shop

        def test_source():
            assert "get" in pathlib.Path("shop.py").read_text()
        """,
        SHOP + "\ndef other(url):\n    return requests.request('get', url)\n",
        unsafe=True,
    )
    assert not broken(result)
    assert (result["safe"]["rewrites"], result["unsafe"]["rewrites"]) == (1, 2)


def test_a_test_that_changes_by_itself_is_unstable_and_not_changed(replayed: Replay, tmp_path: Path) -> None:
    result = replayed(
        """
        import shop

        def test_every_other_run():
            path = pathlib.Path(os.environ["COUNTER"])
            path.write_text(path.read_text() + "x")
            assert len(path.read_text()) % 2
        """,
        environment={"COUNTER": str(_empty(tmp_path / "counter"))},
    )
    assert result["safe"]["unstable"] == ["test_shop.py::test_every_other_run"]
    assert not broken(result)


def _empty(path: Path) -> Path:
    path.write_text("")
    return path


def test_a_change_that_shows_only_beside_the_other_tests_is_no_instability(replayed: Replay) -> None:
    result = replayed(
        """
        import shop
        seen = []

        def test_first():
            seen.append(1)

        def test_second():
            assert seen and untouched()
        """
    )
    assert [change["id"] for change in result["safe"]["changed"]] == ["test_shop.py::test_second"]
    assert not result["safe"]["unstable"]


def test_a_suite_runs_again_only_where_the_fix_leaves_other_files(
    replayed: Replay, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tests = "import shop\n\ndef test_fetch():\n    assert shop.fetch('') is not None\n"
    counter = _empty(tmp_path / "counter")
    tests += f"    pathlib.Path({str(counter)!r}).open('a').write('x')\n"
    out = tmp_path / "out"
    first = replayed(tests, earlier=out)
    write(first, out)
    ran = counter.read_text()
    assert ran == "xx" and first["ran"]["tool"] == first["tool"]

    newer = {"version": "9.9", "commit": "def"}
    monkeypatch.setattr(fixes, "version", lambda: newer)
    second = replayed(tests, earlier=out)
    assert counter.read_text() == ran
    assert second["tool"] == newer and second["ran"] == first["ran"]
    for key in ("tests", "before", "safe"):
        assert second[key] == first[key]

    write({**first, "safe": {**first["safe"], "digest": "other files"}}, out)
    assert replayed(tests, earlier=out)["ran"]["tool"] == newer
    assert counter.read_text() == ran * 2


def test_what_is_run_differs_where_its_recipe_does(recipe: Recipe) -> None:
    assert replace(recipe, timeout=5, small=True).digest() == recipe.digest()
    for changes in ({"version": "2"}, {"deselect": ("a",)}, {"environment": {"A": "b"}}):
        assert replace(recipe, **changes).digest() != recipe.digest()


def test_a_suite_that_runs_another_copy_of_the_project_proves_nothing(replayed: Replay) -> None:
    result = replayed("def test_nothing():\n    pass\n")
    assert result["safe"]["faults"] == ["the suite loaded none of the changed files"]
    assert broken(result)


def test_what_a_suite_writes_does_not_reach_the_next_run(replayed: Replay) -> None:
    result = replayed(
        """
        import shop

        def test_write():
            path = pathlib.Path("left.py")
            assert not path.exists()
            path.write_text("import requests\\nassert requests.get('').status_code == 500\\n")
        """
    )
    assert not broken(result) and result["safe"]["rewrites"] == 1


@pytest.mark.parametrize("runner", ["pytest", "unittest"])
def test_a_crash_is_an_error_that_names_the_test(recipe: Recipe, job: Job, runner: str) -> None:
    source = """
    class Tests(unittest.TestCase):
        def test_a(self):
            pass

        def test_b(self):
            os._exit(0)
    """
    suite = _suite(_running(recipe, runner), job, {"test_shop.py": source})
    with pytest.raises(StepError, match=r"(?s)shop: suite: crashed .*test_b, 2 tests begun"):
        suite.run("suite")


def test_a_suite_that_hangs_is_an_error(recipe: Recipe, job: Job) -> None:
    source = "def test_a():\n    time.sleep(600)\n"
    suite = _suite(replace(recipe, timeout=3), job, {"test_shop.py": source})
    with pytest.raises(StepError, match=r"shop: suite: not at its end after 3 s; it was at "):
        suite.run("suite")


@pytest.mark.skipif(not Path("/proc/self/environ").exists(), reason="no /proc")
def test_a_server_that_a_suite_leaves_behind_is_ended(recipe: Recipe, job: Job) -> None:
    source = """
    import subprocess, sys

    def test_a():
        code = "import time; time.sleep(600)"
        process = subprocess.Popen([sys.executable, "-c", code], start_new_session=True)
        pathlib.Path("pid").write_text(str(process.pid))
    """
    suite = _suite(recipe, job, {"test_shop.py": source})
    suite.run("suite")
    state = Path("/proc", (suite.tree.folder / "pid").read_text(), "stat")
    assert any(_is_over(state) or time.sleep(0.1) for _ in range(100))


def _is_over(state: Path) -> bool:
    """Whether a process has ended, though whoever adopts it may not have collected it yet."""
    try:
        return state.read_text().rpartition(")")[2].split()[0] in "ZX"
    except (FileNotFoundError, ProcessLookupError):
        return True


def test_a_suite_without_tests_is_an_error(recipe: Recipe, job: Job) -> None:
    with pytest.raises(StepError, match="no test ran"):
        _suite(recipe, job, {"test_shop.py": ""}).run("suite")


def test_each_outcome_of_pytest_is_told_apart(recipe: Recipe, job: Job) -> None:
    source = """
    @pytest.fixture
    def broken():
        raise KeyError

    @pytest.fixture
    def untidy():
        yield
        raise KeyError

    def test_passed(): pass
    def test_failed(): assert False
    def test_skipped(): pytest.skip()
    def test_error(broken): pass
    def test_error_after(untidy): pass
    @pytest.mark.xfail
    def test_xfailed(): assert False
    @pytest.mark.xfail
    def test_xpassed(): pass
    """
    files = {"test_shop.py": source, "test_unreadable.py": "import nothing_of_the_kind\n"}
    suite = _suite(recipe, job, files)
    outcomes = {test: one.name for test, one in suite.run("suite").outcomes.items()}
    of = "test_shop.py::test_"
    assert outcomes == {
        "test_unreadable.py": "error",
        f"{of}passed": "passed",
        f"{of}failed": "failed",
        f"{of}skipped": "skipped",
        f"{of}error": "error",
        f"{of}error_after": "error",
        f"{of}xfailed": "xfailed",
        f"{of}xpassed": "xpassed",
    }


def test_each_outcome_of_unittest_is_told_apart(recipe: Recipe, job: Job) -> None:
    source = """
    class Tests(unittest.TestCase):
        def test_passed(self): pass
        def test_failed(self): self.fail()
        def test_error(self): raise KeyError
        def test_skipped(self): self.skipTest("")
        @unittest.expectedFailure
        def test_xfailed(self): self.fail()
        @unittest.expectedFailure
        def test_xpassed(self): pass
        def test_parts(self):
            for number in (1, 2):
                with self.subTest(number=number):
                    assert number == 1

    class Broken(unittest.TestCase):
        @classmethod
        def setUpClass(cls): raise KeyError
        def test_never(self): pass
    """
    suite = _suite(_running(recipe, "unittest"), job, {"test_shop.py": source})
    outcomes = {test: one.name for test, one in suite.run("suite").outcomes.items()}
    of = "test_shop.Tests.test_"
    assert outcomes == {
        f"{of}passed": "passed",
        f"{of}failed": "failed",
        f"{of}error": "error",
        f"{of}skipped": "skipped",
        f"{of}xfailed": "xfailed",
        f"{of}xpassed": "xpassed",
        f"{of}parts": "failed",
        "setUpClass (test_shop.Broken)": "error",
    }


def _running(recipe: Recipe, runner: str) -> Recipe:
    command = ("-m", "unittest", "test_shop") if runner == "unittest" else recipe.command
    return replace(recipe, runner=runner, command=command)


def test_a_pytest_or_python_that_a_test_starts_is_not_recorded(recipe: Recipe, job: Job) -> None:
    source = """
    import subprocess, sys

    def test_outer():
        inner = pathlib.Path("test_inner.py")
        inner.write_text("def test_inner(): pass")
        subprocess.run([sys.executable, "-m", "pytest", "-p", "replay_recorder", inner], check=True)
        if os.fork() == 0:
            raise SystemExit
    """
    report = _suite(recipe, job, {"test_shop.py": source}).run("suite")
    assert set(report.outcomes) == {"test_shop.py::test_outer"}


def test_only_the_named_tests_run_and_deselected_ones_do_not(recipe: Recipe, job: Job) -> None:
    source = "def test_a(): pass\ndef test_b(): pass\ndef test_bc(): pass\n"
    suite = _suite(replace(recipe, deselect=("test_shop.py::test_a",)), job, {"test_shop.py": source})
    assert set(suite.run("suite").outcomes) == {"test_shop.py::test_b", "test_shop.py::test_bc"}
    assert set(suite.run("suite", ["test_shop.py::test_b"]).outcomes) == {"test_shop.py::test_b"}
    assert not suite.run("suite", ["test_shop.py::test_gone"]).outcomes


def test_an_id_that_comes_again_is_counted() -> None:
    rows = [
        {"id": "a", "when": "start"},
        {"id": "a", "when": "call", "outcome": "passed"},
        {"id": "a", "when": "start"},
        {"id": "a", "when": "call", "outcome": "failed", "text": "why"},
        {"id": "a", "when": "teardown", "outcome": "passed"},
    ]
    assert outcomes_of(rows) == {"a": Outcome("passed"), "a #2": Outcome("failed", "why")}


def test_a_test_that_is_gone_differs() -> None:
    before = Report({"a": Outcome("passed"), "b": Outcome("skipped")}, frozenset())
    after = Report({"a": Outcome("passed"), "c": Outcome("skipped")}, frozenset())
    assert differing(before, after) == ["b", "c"]
    assert (after.name("b"), before.name("c")) == ("absent", "absent")


def test_what_a_fix_says_is_read_with_its_thousands() -> None:
    assert fixes.replaced("a.py: …\n1,161 literals in 29 files replaced\n") == (1161, 29)
    assert fixes.replaced("1 literal in 1 file replaced") == (1, 1)
    assert fixes.replaced("no such line") is None


def test_an_archive_with_another_hash_is_not_unpacked(
    recipe: Recipe, job: Job, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from benchmarks.replays import sources

    wrong = replace(recipe, sha256="0" * 64)

    def download(recipe: Recipe, job: Job, folder: Path) -> Path:
        path = folder / "shop-1.0.tar.gz"
        path.write_bytes(b"something else")
        return path

    monkeypatch.setattr(sources, "_download", download)
    with pytest.raises(StepError, match="shop: download: the hash of shop"):
        sources.archive(wrong, job, tmp_path / "cache")


def _result(project: str, python: str, **changes: Any) -> Result:
    run: Result = {"rewrites": 3, "files": 1, "files_loaded": 1, "faults": [], "changed": [], "unstable": []}
    return {
        "project": project, "version": "1.0", "kind": "app", "python": python,
        "python_version": f"{python}.1", "tool": {"version": "0.1", "commit": "abc"},
        "platform": "Linux", "date": "2025-01-01", "tests": 10,
        "ran": {"tool": {"version": "0.1", "commit": "abc"}, "date": "2025-01-01"},
        "safe": {**run, **changes}, "unsafe": {**run, **changes, "rewrites": 5},
    }  # fmt: skip


def test_the_page_has_a_row_for_each_project_and_lists_what_changed(tmp_path: Path) -> None:
    change = {"id": "t::a", "before": "passed", "after": "failed", "text": "why"}
    for result in (
        _result("shop", "3.11"),
        _result("shop", "3.13", rewrites=4, changed=[change]),
        _result("api", "3.11", unstable=["t::b"]),
    ):
        write(result, tmp_path)
    text = page(read_all(tmp_path))
    assert "| api | 1.0 | app | 10 | 3 | 0 | n/a | 2 | 0 |\n" in text
    assert "| shop | 1.0 | app | 10 | 3 / 4 | 0 | 1 | 2 / 1 | 0 |\n" in text
    assert "| all (2) |  |  | 20 / 10 | 6 / 4 | 0 | 1 | 4 / 1 | 0 |\n" in text
    assert "* shop on 3.13: `t::a`: passed, then failed\n" in text
    assert "* api on 3.11: `t::b`\n" in text

    write({**_result("shop", "3.13"), "tool": {"version": "0.2", "commit": "def"}}, tmp_path)
    text = page(read_all(tmp_path))
    assert "For 1 of 3 the fix left the very same files" in text and "on that one (abc)." in text
    assert "| shop | 1.0 | app | 10 | 3 | 0 | 0 | 2 | 0 |\n" in text


def test_the_page_in_the_documentation_is_the_one_of_the_results() -> None:
    from benchmarks.replays.__main__ import _HERE, _PAGE

    assert _PAGE.read_text(encoding="utf-8") == page(read_all(_HERE / "results"))


def test_each_change_by_an_unsafe_fix_has_its_reason() -> None:
    from benchmarks.replays.__main__ import _HERE

    changed = [
        (result["project"], change["id"])
        for result in read_all(_HERE / "results")
        if result.get("unsafe")
        for change in more(result)
    ]
    assert changed and all(reason(*one) for one in changed)


def test_every_recipe_loads_and_has_locks() -> None:
    for recipe in recipes.load_all():
        for python in recipe.pythons:
            assert environments.lock_of(recipe, python, environments.LOCKS).is_file(), recipe.name
    assert len(recipes.load_all()) == len(list(PROJECTS.glob("*.toml")))
    assert [recipe.name for recipe in recipes.choose(recipes.load_all(), [], "small")]


@pytest.mark.parametrize(
    ("change", "cause"),
    [
        ('name = "other"', "name is 'other'"),
        ('sha256 = "abc"', "64 hexadecimal digits"),
        ('kind = "toy"', "kind is not one of"),
        ('runner = "nose"', "runner is not one of"),
        ('command = ["runtests.py"]', "must start with -m pytest"),
        ("editable = false", "must not be installed"),
        ('small = "yes"', "small is 'yes'"),
        ('colour = "red"', "unknown keys: colour"),
        ("timeout = ", "Invalid value"),
    ],
)
def test_a_recipe_that_is_wrong_is_refused_with_its_name(tmp_path: Path, change: str, cause: str) -> None:
    lines = {
        "name": 'name = "shop"', "version": 'version = "1"', "sha256": f'sha256 = "{"a" * 64}"',
        "kind": 'kind = "app"', "install": 'install = ["."]', "command": 'command = ["-m", "pytest"]',
    }  # fmt: skip
    path = tmp_path / "shop.toml"
    path.write_text("\n".join(lines.values()))
    assert recipes.load(path).installs() == ["-e", "."]
    lines[change.split(" ")[0]] = change
    path.write_text("\n".join(lines.values()))
    with pytest.raises(RecipeError, match=rf"shop.toml: .*{cause}"):
        recipes.load(path)


def test_the_exit_status_tells_same_changed_and_error_apart(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    pytest.importorskip("rich")
    pytest.importorskip("uv")
    from benchmarks.replays import __main__ as command

    change = {"id": "t::a", "before": "passed", "after": "failed", "text": "why"}

    def fake(recipe: Recipe, python: str, job: Job, settings: Settings) -> Result:
        if recipe.name == "flask":
            raise job.error("suite before", "no test ran")
        changed = [change] if recipe.name == "webob" else []
        return {**_result(recipe.name, python, changed=changed), "seconds": 1}

    monkeypatch.setattr(command, "replay", fake)

    def run(*words: str) -> int:
        folders = [f"--output={tmp_path / 'out'}", f"--work={tmp_path / 'work'}"]
        return command.main([*words, "--python=3.11", *folders])

    assert run("--only=starlette") == 0
    assert run("--only=starlette,webob") == 1
    assert "webob 3.11: safe: t::a: passed, then failed" in capsys.readouterr().out
    assert run("--only=flask,webob") == 2
    assert "error: flask 3.11: suite before: no test ran" in capsys.readouterr().out
    assert run("--only=nobody") == 2
    assert "no such project: nobody" in capsys.readouterr().err
    assert {path.name for path in (tmp_path / "out").iterdir()} == {"starlette-3.11.json", "webob-3.11.json"}
    assert json.loads((tmp_path / "out" / "webob-3.11.json").read_text())["safe"]["changed"] == [change]
