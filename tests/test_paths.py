"""Which files are looked at: files, folders, patterns, lists, the standard input; what git ignores."""
from __future__ import annotations

import io
import json
import os
import random
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeAlias

import pytest

from http_status_codemods import _session, cli
from http_status_codemods._ignored import Ignored

SOURCE = "import requests\nassert requests.get('/').status_code == 404\n"
FIXED = f"from http import HTTPStatus\n\n{SOURCE.replace('404', 'HTTPStatus.NOT_FOUND')}"
ODD = ["a b.py", "é.py", 'q"\t.py', "new\nline.py", "-x.py", "[a].py", os.fsdecode(b"\xff.py")]
Call: TypeAlias = Callable[..., tuple[int, str, str]]
Rows: TypeAlias = Callable[..., list[str]]


@pytest.fixture(autouse=True)
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder: a tree of files with a finding each."""
    monkeypatch.chdir(tmp_path)
    for name in ("app.py", "src/a/views.py", "src/b/views.py", "src/b/models.py", "build/lib.py"):
        _write(Path(name))
    return tmp_path


def _write(path: Path, text: str = SOURCE) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


@pytest.fixture
def call(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Call:
    """Run the command line here, with a standard input: status, output, errors."""

    def run(*arguments: str, stdin: bytes = b"") -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        try:
            status = cli.main(list(arguments))
        except SystemExit as ended:
            status = int(ended.code or 0)
        sys.stdout.flush()
        return status, *capfd.readouterr()

    return run


@pytest.fixture
def found(call: Call) -> Rows:
    """The paths with findings, as the command line names them."""

    def listing(*arguments: str, stdin: bytes = b"") -> list[str]:
        status, output, errors = call("check", "--output-format=jsonl", *arguments, stdin=stdin)
        assert status in {0, 1}, errors
        assert errors == ""
        return [json.loads(line)["path"] for line in output.splitlines()]

    return listing


class TestPatterns:
    @pytest.mark.parametrize(
        ("pattern", "names"),
        [
            ("src/*/views.py", ["src/a/views.py", "src/b/views.py"]),
            ("src/**/*.py", ["src/a/views.py", "src/b/models.py", "src/b/views.py"]),
            ("s?c", ["src/a/views.py", "src/b/models.py", "src/b/views.py"]),
            ("[ab]*.py", ["app.py"]),
        ],
    )
    def test_a_pattern_is_what_it_matches(self, found: Rows, pattern: str, names: list[str]) -> None:
        assert found(pattern) == names

    def test_a_pattern_without_a_match_is_an_error(self, call: Call) -> None:
        message = "flake8-http-status: nothing*.py: no file matches the pattern\n"
        assert call("check", "nothing*.py", "app.py") == (2, "", message)

    def test_a_file_of_that_name_goes_before_the_pattern(self, found: Rows) -> None:
        _write(Path("[a]pp.py"))
        assert found("[a]pp.py") == ["[a]pp.py"]

    def test_a_file_that_is_named_twice_is_looked_at_once(self, found: Rows) -> None:
        assert found("app.py", "./app.py", "*.py", ".", "--files-from", str(_write(Path("l"), "app.py"))) == [
            "app.py", "build/lib.py", "src/a/views.py", "src/b/models.py", "src/b/views.py",
        ]  # fmt: skip


class TestFilesFrom:
    @pytest.mark.parametrize("between", ["\n", "\0", "\r\n"])
    def test_a_list(self, found: Rows, between: str) -> None:
        text = between.join(["src/b/views.py", "app.py", ""])
        Path("list").write_bytes(text.encode())
        assert found("--files-from", "list") == ["src/b/views.py", "app.py"]
        assert found("--files-from", "-", stdin=text.encode()) == ["src/b/views.py", "app.py"]

    def test_odd_names_between_nul(self, found: Rows) -> None:
        for name in ODD:
            _write(Path(name))
        assert found("--files-from", "-", stdin=b"\0".join(map(os.fsencode, ODD))) == ODD

    def test_an_empty_list_is_no_file(self, found: Rows) -> None:
        assert found("--files-from", "-") == []

    def test_it_goes_with_paths(self, found: Rows) -> None:
        assert found("app.py", "--files-from", "-", stdin=b"build/lib.py\n") == ["app.py", "build/lib.py"]

    def test_a_list_that_cannot_be_read(self, call: Call) -> None:
        message = "flake8-http-status: gone: no such file or directory\n"
        assert call("check", "--files-from", "gone") == (2, "", message)

    def test_a_file_of_the_list_that_is_gone(self, call: Call) -> None:
        status, output, errors = call("check", "--files-from", "-", stdin=b"gone.py\napp.py\n")
        assert (status, errors) == (2, "gone.py: no such file or directory\n")
        assert output.startswith("app.py:2:")


class TestShards:
    @pytest.fixture
    def project(self) -> list[str]:
        """A project whose findings depend on other files: helpers, a fixture, a nested project."""
        _write(Path("pyproject.toml"), "[project]\nname = 'x'\nrequires-python = '>=3.9'\n")
        _write(Path("helpers.py"), "from flask import abort\n\n\ndef fail(number):\n    abort(number)\n")
        _write(Path("conftest.py"), "import requests\nimport pytest\n@pytest.fixture\ndef got():\n"
                                    "    return requests.get('/')\n")  # fmt: skip
        _write(Path("old/pyproject.toml"), "[project]\nname = 'y'\nrequires-python = '>=3.13'\n")
        for number in range(12):
            text = "import helpers\nhelpers.fail(404)\ndef test(got): assert got.status_code == 4"
            _write(Path(f"src/p{number % 3}/m{number}.py"), f"{text}{number:02}\n")
        _write(Path("old/m.py"), SOURCE.replace("404", "422"))
        _write(Path("src/quiet.py"), "x = 1\n")
        _write(Path("src/broken.py"), "def broken(:\n")
        return sorted(str(path) for path in Path().rglob("*.py"))

    @pytest.mark.parametrize("shards", [2, 5, 100])
    @pytest.mark.parametrize("how", ["paths", "list"])
    def test_the_results_of_the_shards_are_the_result_of_the_whole(
        self, found: Rows, project: list[str], call: Call, shards: int, how: str
    ) -> None:
        whole = call("check", "--output-format=jsonl")[1].splitlines()
        assert len(whole) > 20
        random.Random(shards).shuffle(project)
        rows: list[str] = []
        for number in range(min(shards, len(project))):
            shard = [name for name in project[number::shards] if name != "src/broken.py" or how == "list"]
            if not shard:
                continue
            where = shard if how == "paths" else ["--files-from", "-"]
            status, output, errors = call(
                "check", "--output-format=jsonl", *where, stdin="\0".join(shard).encode()
            )
            assert status in {0, 1}, errors
            rows += output.splitlines()
        assert sorted(rows) == sorted(whole)

    def test_fixing_in_shards_is_fixing_the_whole(self, call: Call, project: list[str]) -> None:
        before = {name: Path(name).read_text() for name in project}
        assert call("fix")[0] == 0
        whole = {name: Path(name).read_text() for name in project}
        assert whole != before
        for name, text in before.items():
            Path(name).write_text(text)
        for number in range(4):
            shard = "\n".join(project[number::4]).encode()
            assert call("fix", "--files-from", "-", stdin=shard)[0] == 0
        assert {name: Path(name).read_text() for name in project} == whole


class TestStandardInput:
    def test_check(self, call: Call) -> None:
        status, output, errors = call("check", "-", stdin=SOURCE.encode())
        assert (status, errors) == (1, "")
        assert output.startswith("stdin:2:41: HTS101 ")
        assert call("check", "-", stdin=b"x = 1\n") == (0, "", "")

    def test_the_name_decides_on_settings(self, call: Call) -> None:
        _write(Path("old/pyproject.toml"), "[project]\nname = 'x'\nrequires-python = '>=3.13'\n")
        source = SOURCE.replace("404", "422").encode()
        _, output, _ = call("check", "-", "--stdin-filename=old/new.py", stdin=source)
        assert output.startswith("old/new.py:2:41: HTS101 use HTTPStatus.UNPROCESSABLE_CONTENT ")
        _write(Path(".flake8"), "[flake8]\nexclude = old\nper-file-ignores =\n  lib.py: HTS1\n")
        assert call("check", "-", "--stdin-filename=old", stdin=source) == (0, "", "")
        assert call("check", "-", "--stdin-filename=lib.py", stdin=source) == (0, "", "")

    def test_fix_writes_the_text(self, call: Call) -> None:
        assert call("fix", "-", stdin=SOURCE.encode()) == (0, FIXED, "")
        assert call("fix", "-", stdin=b"x = 1\n") == (0, "x = 1\n", "")
        assert Path("app.py").read_text() == SOURCE

    def test_what_is_excluded_comes_out_as_it_went_in(self, call: Call) -> None:
        _write(Path(".flake8"), "[flake8]\nexclude = app.py\n")
        assert call("fix", "-", "--stdin-filename=app.py", stdin=SOURCE.encode()) == (0, SOURCE, "")

    def test_what_does_not_parse_comes_out_as_it_went_in(self, call: Call) -> None:
        message = "stdin: does not parse: '(' was never closed (line 1)\n"
        assert call("fix", "-", stdin=b"x = (404\n") == (2, "x = (404\n", message)

    @pytest.mark.parametrize(
        "raw",
        [
            SOURCE.replace("\n", "\r\n").encode(),
            b"\xef\xbb\xbf" + SOURCE.encode(),
            b"# coding: latin-1\n'\xe9'\n" + SOURCE.encode(),
        ],
        ids=["CRLF", "mark", "latin-1"],
    )
    def test_bytes_come_through(self, raw: bytes) -> None:
        command = [sys.executable, "-m", "http_status_codemods", "fix", "-", "--stdin-filename=other.py"]
        piped = subprocess.run(command, input=raw, capture_output=True, check=True).stdout
        Path("x.py").write_bytes(raw)
        subprocess.run([*command[:-2], "x.py"], check=True, capture_output=True)
        assert Path("x.py").read_bytes() == piped

    def test_diff_and_check(self, call: Call) -> None:
        status, output, _ = call("fix", "--diff", "-", "--stdin-filename=app.py", stdin=SOURCE.encode())
        assert status == 0
        assert output.startswith("--- a/app.py\n+++ b/app.py\n@@ ")
        assert call("fix", "--check", "-", stdin=SOURCE.encode()) == (1, "", "")
        assert call("fix", "--check", "-", stdin=FIXED.encode()) == (0, "", "")

    @pytest.mark.parametrize(
        ("arguments", "cause"),
        [
            (("check", "-", "app.py"), "- stands for one text, and goes with no other path"),
            (("check", "-", "--files-from", "list"), "- stands for one text, and goes with no other path"),
            (("learn", "-"), "learn needs files"),
            (("fix", "-", "--interactive"), "--interactive needs files"),
        ],
    )
    def test_what_does_not_go_together(self, call: Call, arguments: tuple[str, ...], cause: str) -> None:
        Path("list").write_text("app.py\n")
        status, output, errors = call(*arguments, stdin=SOURCE.encode())
        assert (status, output) == (2, "")
        assert errors.startswith(f"flake8-http-status: {cause}")


# What git ignores.


def _git(*arguments: str, folder: Path | None = None, **settings: object) -> str:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    command = ["git", "-c", "core.excludesFile=", *arguments]
    done = subprocess.run(
        command, cwd=folder, capture_output=True, encoding="utf-8", env=environment, **settings  # type: ignore[call-overload]
    )
    output: str = done.stdout
    return output


class TestIgnored:
    @pytest.fixture(autouse=True)
    def repository(self, tree: Path) -> None:
        _git("init", "-q")

    def test_what_git_ignores_is_left_out(self, found: Rows) -> None:
        _write(Path(".gitignore"), "/build/\nmodels.py\n")
        assert found() == ["app.py", "src/a/views.py", "src/b/views.py"]
        assert found("src") == ["src/a/views.py", "src/b/views.py"]

    def test_files_further_in_count_more(self, found: Rows) -> None:
        _write(Path(".gitignore"), "views.py\nbuild\n")
        _write(Path("src/b/.gitignore"), "!views.py\nmodels.py\n")
        assert found() == ["app.py", "src/b/views.py"]

    def test_what_lies_in_an_ignored_folder_is_not_brought_back(self, found: Rows) -> None:
        _write(Path(".gitignore"), "src/\n!src/a/views.py\nbuild\n")
        assert found() == ["app.py"]

    def test_the_repositorys_own_excludes(self, found: Rows) -> None:
        _write(Path(".git/info/exclude"), "build\nsrc\n")
        assert found() == ["app.py"]

    def test_the_users_own_excludes_do_not_count(self, found: Rows, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("XDG_CONFIG_HOME", str(Path("config").absolute()))
        _write(Path("config/git/ignore"), "*.py\n")
        assert len(found()) == 5

    def test_another_work_tree(self, found: Rows, monkeypatch: pytest.MonkeyPatch) -> None:
        identity = ("-c", "user.name=x", "-c", "user.email=x@example.org")
        _git(*identity, "commit", "-q", "--allow-empty", "-m", "x")
        _write(Path(".git/info/exclude"), "build\n")
        _git("worktree", "add", "-q", "other")
        monkeypatch.chdir("other")
        _write(Path("build/lib.py"))
        _write(Path("app.py"))
        assert found() == ["app.py"]

    @pytest.mark.parametrize("named", ["build", "build/lib.py", "build/"])
    def test_what_is_named_is_looked_at(self, found: Rows, named: str) -> None:
        _write(Path(".gitignore"), "build\n")
        assert found(named) == ["build/lib.py"]

    def test_an_option_includes_them(self, found: Rows) -> None:
        _write(Path(".gitignore"), "*\n")
        assert found() == []
        assert len(found("--include=ignored")) == 5

    def test_outside_of_a_repository_nothing_is_ignored(self, found: Rows, tree: Path) -> None:
        _write(Path(".gitignore"), "*\n")
        (tree / ".git").rename(tree / "git")
        assert len(found()) == 5

    def test_without_the_library_it_is_said(
        self, call: Call, tree: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(_session, "can_ignore", lambda: False)
        assert call("check", "app.py", "build", "--output-format=grouped")[2] == ""
        _write(Path(".gitignore"), "build\n")
        status, output, errors = call("check", ".", "src", "--output-format=jsonl")
        assert status == 1
        assert len(output.splitlines()) == 5
        needs = "to read it needs pathspec (pip install 'flake8-http-status[codemod]')"
        assert errors == f"{tree}/.gitignore: is passed over: {needs}\n"

    @pytest.mark.parametrize("seed", range(12))
    def test_git_says_the_same(self, tmp_path_factory: pytest.TempPathFactory, seed: int) -> None:
        rng = random.Random(seed)
        top = tmp_path_factory.mktemp("repository")
        _git("init", "-q", folder=top)
        files = _random_tree(rng, top)
        ignored = Ignored.around(top / "a")
        assert ignored is not None
        asked = "\0".join(map(str, files))
        said = _git("check-ignore", "--no-index", "--stdin", "-z", folder=top, input=asked)
        theirs = set(said.split("\0")) - {""}
        assert {str(file) for file in files if ignored.holds_file(file)} == theirs


FOLDERS = ["a", "b", "build"]
NAMES = ["x.py", "y.py", "keep.py", ".h.py", "a b.py", "zz.py", "a"]
PATTERNS = [
    "a", "/a", "a/", "!a", "!a/", "*.py", "!keep.py", "!x.py", "build/", "/build", "a/*", "!a/b", "a/**",
    "**/b", "**/x.py", "a/**/y.py", "*", "!*/", "!*.py", "?.py", "[xy].py", "\\!a", "#c", "", "a b.py",
    "x.py ", "\\#c", "/*", "!/a", "foo", "b/x.py", "[!x].py", ".*", "a[", "!b/**/keep.py", "\\", "!",
]  # fmt: skip


def _random_tree(rng: random.Random, top: Path) -> Sequence[Path]:
    files = []
    for _ in range(40):
        folders = [rng.choice(FOLDERS) for _ in range(rng.randrange(4))]
        file = top.joinpath(*folders, rng.choice(NAMES))
        if not file.is_dir() and not any(one.is_file() for one in file.parents):
            files.append(_write(file, ""))
    for folder in {top, *(file.parent for file in files)}:
        if folder == top or rng.random() < 0.4:
            lines = [rng.choice(PATTERNS) for _ in range(rng.randrange(1, 6))]
            _write(folder / ".gitignore", "\n".join(lines) + "\n")
    if rng.random() < 0.3:
        _write(top / ".git" / "info" / "exclude", rng.choice(PATTERNS))
    return files
