"""Hostile trees: linted code never runs, nothing outside is read through links, nothing hangs or grows."""
from __future__ import annotations

import ast
import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from flake8_http_status.config import Options
from flake8_http_status.detect import Detector
from http_status_codemods import cli, tree
from tests.pages import ROOT

USE = "import requests\nrequests.get('/').status_code == 404\n"
FIXED = "from http import HTTPStatus\n\n" + USE.replace("404", "HTTPStatus.NOT_FOUND")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder that the command runs in."""
    inside = tmp_path / "project"
    inside.mkdir()
    monkeypatch.chdir(inside)
    return inside


def _grow(folder: Path, **files: str | bytes) -> None:
    for name, text in files.items():
        path = folder / f"{name.replace('__', '/')}.py"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())


def _found(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, list[str], str]:
    """Exit status, the paths of the findings, and what stands on stderr."""
    status = cli.main(["check", "--target", "3.11", "--output-format", "jsonl", *arguments])
    out, err = capsys.readouterr()
    return status, [json.loads(line)["path"] for line in out.splitlines()], err


# The linted code is never run or imported.

WATCHED = """
import os, sys
inside = os.path.realpath(".")
from http_status_codemods import cli
import http_status_codemods._rewrite, multiprocessing, concurrent.futures
seen = []
def watch(event, arguments):
    if event == "exec":
        name = getattr(arguments[0], "co_filename", "")
        if name[:1] != "<" and os.path.realpath(name).startswith(inside):
            seen.append((event, name))
    elif event == "import" and arguments[1] and os.path.realpath(str(arguments[1])).startswith(inside):
        seen.append((event, arguments[1]))
    elif event == "compile" and isinstance(arguments[1], str) and arguments[1].startswith(inside):
        pass
    elif event.split(".")[0] in ("socket", "ctypes", "webbrowser", "pty", "urllib", "http", "marshal"):
        if event not in ("marshal.loads", "marshal.load"):
            seen.append((event, arguments))
    elif event in ("os.system", "os.exec", "os.posix_spawn", "subprocess.Popen", "os.fork", "shutil.rmtree"):
        seen.append((event, arguments))
    elif event == "open" and isinstance(arguments[0], str) and arguments[1] is not None:
        if "w" in arguments[1] and os.path.realpath(arguments[0]) != os.devnull:
            seen.append((event, arguments))
sys.addaudithook(watch)
status = cli.main(sys.argv[1:])
print("WATCHED", seen, "evil" in sys.modules, file=sys.stderr)
sys.exit(status)
"""
EVIL = (
    "import os, requests\nopen('was-run', 'w').write('x')\nos.system('touch was-run')\n"
    "raise SystemExit(requests.get('/').status_code == 404)\n"
)


@pytest.mark.parametrize("command", ["check", "fix --diff", "learn --check", "fix"])
def test_linted_code_is_neither_run_nor_imported(folder: Path, command: str) -> None:
    names = ("evil", "setup", "conftest", "sitecustomize", "requests", "pkg____init__", "tests__conftest")
    _grow(folder, **dict.fromkeys(names, EVIL))
    (folder / "setup.cfg").write_text(
        "[flake8]\nextend-exclude = nothing\n"
        "[flake8:local-plugins]\nextension =\n  EVL = evil:Plugin\npaths = .\n"
    )
    (folder / "pyproject.toml").write_text(
        "[build-system]\nrequires = []\nbuild-backend = 'evil'\nbackend-path = ['.']\n"
        "[project]\nname = 'x'\nversion = '1'\nrequires-python = '>=3.11'\n"
        "[tool.flake8]\nrequire-plugins = 'evil'\n"
    )
    process = subprocess.run(
        [sys.executable, "-P", "-c", WATCHED, *command.split()],
        cwd=folder, capture_output=True, check=False, text=True, timeout=120,
        env={**os.environ, "PYTHONPATH": f"{ROOT}:{ROOT / 'codemods'}"},
    )  # fmt: skip
    told = process.stderr.splitlines()[-1]
    if command != "fix":  # which writes, and syncs what it writes, by file descriptors
        assert told == "WATCHED [] False", process.stderr
    assert told.endswith("False")
    assert process.returncode in (0, 1), process.stderr
    assert not (folder / "was-run").exists()


def test_flake8_does_not_run_the_linted_code_either(folder: Path, run) -> None:  # type: ignore[no-untyped-def]
    _grow(folder, evil=EVIL, setup=EVIL, conftest=EVIL)
    process = run("flake8", "--select=HTS", "--http-target=3.11", ".", cwd=folder)
    assert process.stdout.count("HTS101") == 3
    assert not (folder / "was-run").exists()


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("import os\nos.system('touch was-run')\n", id="call"),
        pytest.param("def f(a=open('was-run', 'w')): ...\n", id="default"),
        pytest.param("def f(a: open('was-run', 'w')): ...\n", id="annotation"),
        pytest.param("@open('was-run', 'w')\ndef f(): ...\n", id="decorator"),
        pytest.param("class A(open('was-run', 'w')): ...\n", id="base"),
        pytest.param("x: int = open('was-run', 'w')\n", id="value"),
        pytest.param("def f(): open('was-run', 'w')\n", id="body"),
        pytest.param("if True: ...\n", id="branch"),
        pytest.param("x = [open for open in ()]\n", id="comprehension"),
    ],
)
def test_stubs_are_data(folder: Path, capsys: pytest.CaptureFixture[str], text: str) -> None:
    (folder / "acme.pyi").write_text(text)
    _grow(folder, a="import acme\nacme.status_code == 404\n")
    status, found, err = _found(capsys, "--stubs", "acme.pyi", "a.py")
    assert (status, found) == (2, [])
    assert "acme.pyi:" in err
    assert "a stub holds declarations only" in err
    assert not (folder / "was-run").exists()


@pytest.mark.parametrize(
    "raw",
    [
        pytest.param(b"x = " + b"(" * 5000 + b")" * 5000 + b"\n", id="nested"),
        pytest.param(b"x: " + b"-" * 100_000 + b"1\n", id="signs"),
        pytest.param(b"x: int\0\n", id="null byte"),
        pytest.param(b"# coding: nowhere\nx: int\n", id="encoding"),
        pytest.param(b"\xff\xfe\n", id="bytes"),
    ],
)
def test_a_stub_that_cannot_be_read_is_named(
    folder: Path, capsys: pytest.CaptureFixture[str], raw: bytes
) -> None:
    (folder / "acme.pyi").write_bytes(raw)
    _grow(folder, a="import acme\nacme.status_code == 404\n")
    status, found, err = _found(capsys, "--stubs", "acme.pyi", "a.py")
    assert (status, found) == (2, [])
    assert "acme.pyi" in err
    assert "internal error" not in err


# Links.


def test_links_that_lead_outside_are_not_followed(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    outside = folder.parent / "outside"
    _grow(outside, secret=USE, deep__more=USE)
    _grow(folder, a=USE)
    (folder / "link.py").symlink_to(outside / "secret.py")
    (folder / "relative.py").symlink_to("../outside/secret.py")
    (folder / "over.py").symlink_to("link.py")
    (folder / "away").symlink_to(outside)
    assert _found(capsys)[:2] == (1, ["a.py"])
    assert cli.main(["fix", "--target", "3.11"]) == 0
    assert (outside / "secret.py").read_text() == USE
    assert (folder / "link.py").is_symlink()


def test_links_that_stay_inside_are(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "script.txt").write_text(USE)
    (folder / "link.py").symlink_to("script.txt")
    assert _found(capsys)[:2] == (1, ["link.py"])


def test_a_link_that_is_given_is_followed(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    outside = folder.parent / "outside"
    _grow(outside, a=USE)
    (folder / "link.py").symlink_to(outside / "a.py")
    (folder / "away").symlink_to(outside)
    assert _found(capsys, "link.py")[:2] == (1, ["link.py"])
    assert _found(capsys, "away")[:2] == (1, ["away/a.py"])


def test_nothing_is_learnt_of_what_lies_outside(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    outside = folder.parent / "outside"
    _grow(outside, helper="import requests\ndef fetch(a): return requests.get('/').status_code == a\n")
    (folder / "helper.py").symlink_to(outside / "helper.py")
    _grow(folder, a="from helper import fetch\nfetch(404)\n")
    assert _found(capsys)[:2] == (0, [])


def test_loops_of_links(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _grow(folder, a=USE, sub__b=USE)
    (folder / "sub" / "up").symlink_to(folder)
    (folder / "itself").symlink_to("itself")
    (folder / "itself.py").symlink_to("itself.py")
    (folder / "one.py").symlink_to("two.py")
    (folder / "two.py").symlink_to("one.py")
    status, found, err = _found(capsys)
    assert (status, found) == (2, ["a.py", "sub/b.py"])
    assert err.count("itself.py: ") == err.count("one.py: ") == 1


# What is no file.


def test_pipes_and_devices_in_a_tree_are_left_out(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _grow(folder, a=USE)
    os.mkfifo(folder / "pipe.py")
    (folder / "linked.py").symlink_to("pipe.py")
    (folder / "zero.py").symlink_to("/dev/zero")
    (folder / "null.py").symlink_to("/dev/null")
    assert _found(capsys)[:2] == (1, ["a.py"])


@pytest.mark.parametrize("name", ["setup.cfg", "tox.ini", ".flake8", "pyproject.toml"])
@pytest.mark.parametrize("kind", ["pipe", "/dev/zero", "itself", "folder"])
def test_settings_that_are_no_file_are_passed_over(
    folder: Path, capsys: pytest.CaptureFixture[str], name: str, kind: str
) -> None:
    _grow(folder, a=USE)
    match kind:
        case "pipe":
            os.mkfifo(folder / name)
        case "folder":
            (folder / name).mkdir()
        case "itself":
            (folder / name).symlink_to(name)
        case _:
            (folder / name).symlink_to(kind)
    assert _found(capsys)[:2] == (1, ["a.py"])


@pytest.mark.parametrize("name", [".gitignore", "sub/.gitignore", ".git/info/exclude", ".git"])
@pytest.mark.parametrize("kind", ["pipe", "/dev/zero", "itself", "folder"])
def test_lists_of_what_is_ignored_that_are_no_file_are_passed_over(
    folder: Path, capsys: pytest.CaptureFixture[str], name: str, kind: str
) -> None:
    _grow(folder, a=USE, sub__b=USE)
    path = folder / name
    if name != ".git":
        (folder / ".git" / "info").mkdir(parents=True)
    match kind:
        case "pipe":
            os.mkfifo(path)
        case "folder":
            path.mkdir()
        case "itself":
            path.symlink_to(path.name)
        case _:
            path.symlink_to(kind)
    assert _found(capsys)[:2] == (1, ["a.py", "sub/b.py"])


def test_a_work_tree_that_names_a_pipe_as_its_repository(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _grow(folder, a=USE)
    os.mkfifo(folder / "pipe")
    (folder / ".git").write_text("gitdir: pipe\n")
    assert _found(capsys)[:2] == (1, ["a.py"])
    (folder / ".git").write_text("gitdir: there\n")
    (folder / "there" / "info").mkdir(parents=True)
    os.mkfifo(folder / "there" / "commondir")
    os.mkfifo(folder / "there" / "info" / "exclude")
    assert _found(capsys)[:2] == (1, ["a.py"])


def test_a_list_of_what_is_ignored_that_lies_outside_is_not_read(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """As git has it: https://git-scm.com/docs/gitignore says that it follows no links there."""
    _grow(folder, a=USE)
    (folder / ".git").mkdir()
    (folder.parent / "outside").write_text("a.py\n")
    (folder / ".gitignore").symlink_to("../outside")
    assert _found(capsys)[:2] == (1, ["a.py"])


def test_a_list_of_what_is_ignored_as_large_as_a_disk(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _grow(folder, a=USE, b=USE)
    (folder / ".git").mkdir()
    with (folder / ".gitignore").open("wb") as file:
        file.write(b"b.py\n")
        file.truncate(10_000_000_000)
    status, found, _ = _found(capsys)
    assert (status, found) == (1, ["a.py", "b.py"])


def test_a_device_that_is_named_ends(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, found, err = _found(capsys, "/dev/zero")
    assert (status, found) == (2, [])
    assert err == f"/dev/zero: is larger than {tree.LARGEST:,} bytes\n"


# Sizes.


def test_a_file_of_a_gigabyte_is_not_read(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _grow(folder, a=USE)
    with (folder / "big.py").open("wb") as file:
        file.write(b"x = 404 # ")
        file.truncate(1_000_000_000)
    status, found, err = _found(capsys)
    assert (status, found) == (2, ["a.py"])
    assert err == f"big.py: is larger than {tree.LARGEST:,} bytes\n"
    assert cli.main(["fix", "--target", "3.11"]) == 2
    assert (folder / "a.py").read_text() == FIXED


def test_the_largest_line(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = USE + "#" * (tree.LARGEST - len(USE) - 1) + "\n"
    _grow(folder, a=text, b=text + "#")
    status, found, err = _found(capsys)
    assert (status, found) == (2, ["a.py"])
    assert err.startswith("b.py: is larger than")


@pytest.mark.parametrize(
    "expression",
    [
        "'a' * 10**9", "'a' * 10**9 * 10**9", "10**10**10", "[0] * 10**12", "1 << 10**12",
        "'%1000000000d' % 404", "b'x' * 10**11", "(0,) * 10**11", "f'{404:1000000000}'", "9" * 4000,
        "0x" + "f" * 100_000,
    ],
)  # fmt: skip
def test_what_would_grow_is_not_evaluated(expression: str) -> None:
    start = time.process_time()
    source = f"import requests\nstatus = {expression}\nrequests.get({expression}).status == status == 404\n"
    assert len(Detector().find(source, Options(target=(3, 11)))) <= 1
    assert time.process_time() - start < 5


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("x = 404\n" + "'" * 200_001 + "\n", id="quotes"),
        pytest.param("x = 404\n'GET'" + " " * 500_000 + "'a'\n", id="blanks between texts"),
        pytest.param("x = 404\n" + "'a' \\\n" * 50_000 + "'b'\n", id="texts over many lines"),
        pytest.param("x = 404\n# noqa: " + "A" * 500_000 + "\n", id="noqa"),
        pytest.param("x = 404 # noqa: " + "A1," * 100_000 + "\n", id="codes"),
        pytest.param("#" * 500_000 + "\nx = 404\n", id="comment"),
        pytest.param("#\n" * 300_000 + "x = 404\n", id="comments"),
        pytest.param("# " + "generated " * 50_000 + "\nx = 404\n", id="head"),
        pytest.param("x = 404" + ";x = 404" * 500 + "\n", id="statements in a line"),
        pytest.param("x = [" + "404, " * 4_000 + "]\n", id="list"),
        pytest.param("x = '" + "é" * 50_000 + "', " + "404, " * 300 + "\n", id="wide line"),
    ],
)
def test_work_is_linear_in_a_file(folder: Path, text: str) -> None:
    """Seconds where the square of the length would be minutes."""
    _grow(folder, a=text)
    start = time.process_time()
    cli.main(["check", "a.py"])
    assert time.process_time() - start < 20


@pytest.mark.parametrize("encoding", ["punycode", "idna", "utf-7", "unicode_escape"])
def test_an_encoding_that_is_slow_or_strange(
    folder: Path, capsys: pytest.CaptureFixture[str], encoding: str
) -> None:
    _grow(folder, a=f"# coding: {encoding}\nx = 404 # " + "a" * 30_000 + "-" + "9" * 10_000 + "\n")
    start = time.process_time()
    assert _found(capsys)[0] in (0, 2)
    assert time.process_time() - start < 20


# Depth.


def test_folders_as_deep_as_paths_can_be(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    deep = folder
    for _ in range(14):
        deep = deep / "/".join("a" * 100)
        deep.mkdir(parents=True)
    (deep / "x.py").write_text(USE)
    status, found, _ = _found(capsys)
    cli.main(["fix", "--target", "3.11"])
    text = (deep / "x.py").read_text()
    subprocess.run(["rm", "-rf", "a"], cwd=folder, check=True)  # pytest's own way is not up to it
    assert (status, found, text) == (1, [f"{'a/' * 1_400}x.py"], FIXED)


DEEP = {
    "parentheses": "x = " + "(" * 10_000 + "404" + ")" * 10_000,
    "lists": "x = " + "[" * 180 + "r.status_code == 404" + "]" * 180,
    "signs": "x = " + "-" * 10_000 + "404",
    "sum": "x = r.status_code == 404" + " + x" * 5_000,
    "attributes": "r" + ".a" * 5_000 + ".status_code == 404",
    "calls": "r" + "()" * 5_000 + ".status_code == 404",
    "lambdas": "x = " + "lambda: " * 3_000 + "r.status_code == 404",
    "conditionals": "x = " + "r.status_code == 404 if x else " * 200 + "200",
    "elif": "if r.status_code == 404: ...\n" + "elif r.status_code == 404: ...\n" * 300,
    "blocks": "".join(f"{' ' * n}if x == 404:\n" for n in range(99)) + " " * 99 + "f(status=404)",
    "numbers": "r.status_code == (" + "404 + " * 3_000 + "1)",
    "alternatives": "match r.status_code:\n case " + "404 | " * 300 + "200: ...",
    "decorators": "@a(status=404)\n" * 300 + "def f(): ...",
    "fields": "x = f'" + "{x}" * 3_000 + "', r.status_code == 404",
}


@pytest.mark.parametrize("command", ["check", "fix --diff"])
def test_deep_programs_end_in_findings_or_in_a_clear_error(folder: Path, command: str) -> None:
    """In a process of its own: a stack that runs over ends the interpreter, not the test."""
    _grow(folder, **{name: f"{text}\n" for name, text in DEEP.items()}, zzz=USE)
    process = subprocess.run(
        [sys.executable, "-P", "-m", "http_status_codemods", *command.split(), "--target=3.11", "."],
        cwd=folder, capture_output=True, check=False, text=True, timeout=300,
        env={**os.environ, "PYTHONPATH": f"{ROOT}:{ROOT / 'codemods'}", "PYTHONWARNINGS": "ignore"},
    )  # fmt: skip
    assert process.returncode == 2, process.stderr
    assert "zzz.py" in process.stdout, process.stderr
    known = ("is nested too deeply", "is nested too deeply, or too large for the memory", "to replace")
    summary = "  "  # what its rows begin with
    for line in (one for one in process.stderr.splitlines() if not one.startswith(summary)):
        assert line.endswith(known) or "does not parse: " in line, line


# Text.


@pytest.mark.parametrize(
    "raw",
    [
        pytest.param(USE.encode() + b"\0", id="null byte at the end"),
        pytest.param(b"\0" + USE.encode(), id="null byte at the top"),
        pytest.param(USE.encode().replace(b"404", b"4\x0004"), id="null byte in a literal"),
        pytest.param(USE.encode() + b"# \xed\xa0\x80\n", id="surrogate in the bytes"),
        pytest.param(USE.encode("utf-16"), id="UTF-16"),
        pytest.param(b"\xef\xbb\xbf\xef\xbb\xbf" + USE.encode(), id="two marks"),
        pytest.param(USE.encode() + b"\x1a", id="end of file of DOS"),
        pytest.param(b"x = 404\n" + b"9" * 5_000 + b"\n", id="number too long"),
    ],
)
@pytest.mark.parametrize("command", ["check", "fix"])
def test_bytes_that_are_no_python_are_an_error_of_their_file(
    folder: Path, capsys: pytest.CaptureFixture[str], raw: bytes, command: str
) -> None:
    _grow(folder, a=raw, b=USE)
    assert cli.main([command, "--target=3.11", "a.py", "b.py"]) == 2
    out, err = capsys.readouterr()
    assert (folder / "a.py").read_bytes() == raw
    assert err.startswith("a.py: ")
    assert "internal error" not in err
    assert ("b.py" in out) if command == "check" else ((folder / "b.py").read_text() == FIXED)


@pytest.mark.parametrize(
    "text", ["'\\ud800'", "'\\U0010ffff'", "'\U0010ffff'", "'\\x00'", "'\u2028'", "'\u202e'"]
)
def test_text_that_terminals_do_not_like(folder: Path, capsys: pytest.CaptureFixture[str], text: str) -> None:
    _grow(folder, a=f"import requests\nx = {text}; requests.get({text}).status_code == 404\n")
    assert _found(capsys)[:2] == (1, ["a.py"])
    assert cli.main(["fix", "--target=3.11"]) == 0
    assert ast.parse((folder / "a.py").read_bytes()).body


@pytest.mark.parametrize("name", [b"\xff.py", b"a\nb.py", b"a\x1b[31m.py", b"-x.py", b" .py", b"a'\".py"])
def test_names_of_files(folder: Path, capsys: pytest.CaptureFixture[str], name: bytes) -> None:
    path = folder / os.fsdecode(name)
    path.write_text(USE)
    assert _found(capsys)[:2] == (1, [os.fsdecode(name)])
    for output in ("text", "github", "sarif"):
        assert cli.main(["check", "--target=3.11", "--output-format", output]) == 1
    assert cli.main(["fix", "--target=3.11"]) == 0
    assert path.read_text() == FIXED


@pytest.mark.parametrize("newlines", ["\r\n \n\r", "\r\r\n", "\n\r", "\r", "\r\n\r"])
def test_newlines_of_all_kinds_in_one_file(folder: Path, newlines: str) -> None:
    source = f"import requests{newlines}\nr = requests.get('/')\r\nr.status_code == 404\rx = 1\n"
    _grow(folder, a=source)
    assert cli.main(["fix", "--target=3.11"]) == 0
    text = (folder / "a.py").read_bytes().decode()
    assert text.replace("HTTPStatus.NOT_FOUND", "404").endswith(source)


def test_settings_cannot_name_code(folder: Path) -> None:
    """Each option is a version, words of a list, or paths of stubs, which are data."""
    _grow(folder, a=USE)
    for value in ("evil:main", "!!python/object", "__import__('os')"):
        (folder / ".flake8").write_text(f"[flake8]\nhttp-target = {value}\n")
        with pytest.raises(SystemExit, match="2"):
            cli.main(["check"])
    (folder / ".flake8").write_text("[flake8]\nhttp-stubs = a.py\n")
    with pytest.raises(SystemExit, match="2"):
        cli.main(["check"])
