"""flake8 itself, with the plugin: options, positions, noqa, workers, standard input."""
from __future__ import annotations

import ast
import subprocess
import sys
import venv
from collections.abc import Callable
from pathlib import Path

import pytest
from flake8.exceptions import ExecutionError
from flake8.main import cli

from flake8_http_status import detect, requirements
from flake8_http_status.config import Options
from flake8_http_status.plugin import Plugin
from flake8_http_status.requirements import ConfigError, Version
from tests.conftest import Run
from tests.pages import ROOT

Lint = Callable[..., list[str]]
COMPARISON = "import requests\n\nassert requests.get('https://example.org').status_code == 404\n"
FORMAT = "--format=%(row)d:%(col)d %(code)s %(text)s"


@pytest.fixture
def lint(
    installed: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> Lint:
    """Lints ``source`` with flake8 in this process; gives the lines that it prints."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(Plugin, "linter", None)

    def call(source: str | bytes, *arguments: str, name: str = "code.py") -> list[str]:
        raw = source if isinstance(source, bytes) else source.encode()
        (tmp_path / name).write_bytes(raw)
        cli.main(["--select=HTS", "-j1", FORMAT, *arguments, name])
        return capfd.readouterr().out.splitlines()

    return call


def test_a_message_names_the_constant_and_the_literal(lint: Lint) -> None:
    assert lint(COMPARISON) == ["3:59 HTS101 use HTTPStatus.NOT_FOUND instead of 404"]


LOOKUP = "import requests\nfrom http import HTTPStatus\nx = HTTPStatus(requests.get('u').status_code)\n"


@pytest.mark.parametrize(
    ("arguments", "found"),
    [
        ((), 0), (("--ignore=E501",), 0), (("--extend-ignore=E501",), 0), (("--extend-select=HTS",), 0),
        (("--extend-select=HTS308",), 1), (("--extend-select=HTS3",), 1), (("--select=HTS308",), 1),
        (("--select=HTS3", "--extend-ignore=HTS308"), 0),
    ],
)  # fmt: skip
def test_a_rule_that_is_off_is_silent_until_it_is_selected(
    lint: Lint, arguments: tuple[str, ...], found: int
) -> None:
    assert len(lint(LOOKUP, *arguments)) == found


def test_a_file_without_findings_is_silent(lint: Lint) -> None:
    assert lint("timeout = 404\n") == []


def test_the_rules_are_on_where_nothing_is_selected(run: Run, tmp_path: Path) -> None:
    (tmp_path / "code.py").write_text(COMPARISON)
    process = run("flake8", "code.py")
    assert process.stdout == "code.py:3:59: HTS101 use HTTPStatus.NOT_FOUND instead of 404\n"
    assert (process.returncode, process.stderr) == (1, "")


def test_flake8_lists_the_plugin_and_its_options(run: Run) -> None:
    assert f"flake8-http-status: {Plugin.version}" in run("flake8", "--version").stdout.replace("\n", " ")
    text = run("flake8", "--help").stdout
    for option in ("target", "allow", "stubs", "evidence", "vendor-codes", "value", "include"):
        assert f"--http-{option}" in text


@pytest.mark.parametrize(
    ("raw", "place"),
    [
        pytest.param(
            "if 'é€😀' and r.status_code == 404: pass\n".encode(), "1:31", id="characters-not-bytes"
        ),
        pytest.param(
            "# coding: latin-1\nif 'é' and r.status_code == 404: pass\n".encode("latin-1"),
            "2:29",
            id="latin-1",
        ),
        pytest.param(b"if r:\n\tassert\tr.status_code ==\t404\n", "2:26", id="tabs"),
        pytest.param(b"if r:\r\n    assert r.status_code == 404\r\n", "2:29", id="crlf"),
        pytest.param(b"if r:\r    assert r.status_code == 404\r", "2:29", id="cr"),
        pytest.param(b"\xef\xbb\xbfassert r.status_code == 404\n", "1:25", id="bom"),
        pytest.param(
            b"\xef\xbb\xbf# x\r\nassert r.status_code == 404", "2:25", id="bom-crlf-no-last-newline"
        ),
        pytest.param(b"x = 1\n\x0c\nassert r.status_code == 404\n", "3:25", id="form-feed-line"),
        pytest.param(b"x = 1\n\x0cassert r.status_code == 404\n", "2:26", id="form-feed-before-code"),
        pytest.param("x = '\u2028'\nassert r.status_code == 404\n".encode(), "2:25", id="line-separator"),
        pytest.param(
            b"x = '''\x0c\n\x1c'''\nassert r.status_code == 404\n", "3:25", id="separators-in-a-string"
        ),
        pytest.param(b"assert r.status_code == \\\n    404\n", "2:5", id="continued-line"),
    ],
)
def test_positions_are_lines_and_characters(lint: Lint, raw: bytes, place: str) -> None:
    assert lint(raw) == [f"{place} HTS101 use HTTPStatus.NOT_FOUND instead of 404"]


@pytest.mark.parametrize(
    "raw", [b"\xef\xbb\xbfassert r.status_code == 404\n", b"assert r.status_code == 404\r\n"]
)
def test_standard_input(run: Run, tmp_path: Path, raw: bytes) -> None:
    process = run("flake8", "--select=HTS", "-", input=raw, encoding=None)
    assert process.stdout.splitlines() == [b"stdin:1:25: HTS101 use HTTPStatus.NOT_FOUND instead of 404"]


def test_standard_input_takes_the_target_from_its_display_name(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "old"
    folder.mkdir()
    (folder / "pyproject.toml").write_text('[project]\nrequires-python = ">=3.8"\n')
    source = 'import requests\nrequests.request("GET", "https://example.org")\n'
    assert "HTS202" in run("flake8", "--select=HTS", "-", input=source).stdout
    assert run("flake8", "--select=HTS", "--stdin-display-name=old/code.py", "-", input=source).stdout == ""


@pytest.mark.parametrize("comment", ["# noqa", "# noqa: HTS101", "# noqa: E501,HTS1", "# NOQA:HTS"])
def test_noqa_silences_a_line(lint: Lint, comment: str) -> None:
    assert lint(f"assert r.status_code == 404  {comment}\n") == []
    assert lint(f"assert r.status_code == 404  {comment}\n", "--disable-noqa") != []


def test_noqa_for_another_rule_silences_nothing(lint: Lint) -> None:
    assert len(lint("assert r.status_code == 404  # noqa: HTS102\n")) == 1


def test_per_file_ignores(lint: Lint) -> None:
    assert lint(COMPARISON, "--per-file-ignores=code.py:HTS101") == []
    assert len(lint(COMPARISON, "--per-file-ignores=other.py:HTS101")) == 1


def test_many_files_in_two_workers(run: Run, tmp_path: Path) -> None:
    for number in range(12):
        (tmp_path / f"code{number}.py").write_text(COMPARISON)
    alone, together = (run("flake8", "--select=HTS", jobs, ".") for jobs in ("-j1", "-j2"))
    assert sorted(alone.stdout.splitlines()) == sorted(together.stdout.splitlines())
    assert len(together.stdout.splitlines()) == 12


def test_workers_have_the_options(run: Run, tmp_path: Path) -> None:
    for number in range(4):
        (tmp_path / f"code{number}.py").write_text(COMPARISON)
    assert run("flake8", "--select=HTS", "-j2", "--http-allow=404", ".").stdout == ""


def test_a_file_that_does_not_parse_is_left_to_flake8(lint: Lint) -> None:
    (line,) = lint("assert r.status_code == 404 404\n", "--select=HTS,E9")
    assert "E999" in line


# Each option from the command line and from the configuration file.

Give = Callable[..., list[str]]


@pytest.fixture(params=["command line", "setup.cfg", "setup.cfg, underscores"])
def give(request: pytest.FixtureRequest, lint: Lint, tmp_path: Path) -> Give:
    """Lints ``source`` with one option set."""

    def call(source: str, option: str, value: str) -> list[str]:
        if request.param == "command line":
            return lint(source, f"--{option}={value}")
        name = option if request.param == "setup.cfg" else option.replace("-", "_")
        (tmp_path / "setup.cfg").write_text(f"[flake8]\n{name} = {value}\n")
        return lint(source)

    return call


@pytest.mark.parametrize(
    ("target", "name"),
    [("3.13", "UNPROCESSABLE_CONTENT"), ("3.12", "UNPROCESSABLE_ENTITY"), ("3.8", "UNPROCESSABLE_ENTITY")],
)
def test_target(give: Give, target: str, name: str) -> None:
    (line,) = give("assert r.status_code == 422\n", "http-target", target)
    assert f"HTTPStatus.{name} " in line


def test_an_old_target_silences_methods(give: Give) -> None:
    source = 'import requests\nrequests.request("GET", "https://example.org")\n'
    assert give(source, "http-target", "3.10") == []
    assert len(give(source, "http-target", "3.11")) == 1


def test_allow(give: Give) -> None:
    source = "assert r.status_code in (200, 404, 500)\nassert request.method != 'GET'\n"
    codes = [line.split()[-1] for line in give(source, "http-allow", "200,404, get")]
    assert codes == ["500"]


def test_evidence(give: Give) -> None:
    source = f"{COMPARISON}assert other.status_code == 404\n"
    assert len(give(source, "http-evidence", "named")) == 2
    assert len(give(source, "http-evidence", "resolved")) == 1


def test_vendor_codes(give: Give) -> None:
    assert len(give(COMPARISON, "http-vendor-codes", "520, 999")) == 1


def test_stubs(give: Give, tmp_path: Path) -> None:
    stub = "from http import HTTPStatus\ndef answer(number: HTTPStatus): ...\n"
    (tmp_path / "stubs").mkdir()
    (tmp_path / "stubs" / "acme.pyi").write_text(stub)
    source = "import acme\nacme.answer(404)\n"
    assert len(give(source, "http-stubs", "./stubs")) == 1
    assert len(give(source, "http-stubs", "./stubs/acme.pyi")) == 1
    assert give(source, "http-target", "3.11") == []


def test_stubs_of_a_configuration_file_are_relative_to_it(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "src"
    folder.mkdir()
    (tmp_path / "acme.pyi").write_text("from http import HTTPStatus\ndef answer(number: HTTPStatus): ...\n")
    (tmp_path / ".flake8").write_text("[flake8]\nhttp-stubs = ./acme.pyi\n")
    (folder / "code.py").write_text("import acme\nacme.answer(404)\n")
    assert "HTS102" in run("flake8", "code.py", cwd=folder).stdout


WRONG = [
    ("http-target", "3", "'3'"),
    ("http-target", "4.0", "'4.0'"),
    ("http-target", "3.x", "'3.x'"),
    ("http-target", "3.011", "'3.011'"),
    ("http-target", "3.٣", "'3.٣'"),
    ("http-target", "2.7", "'2.7'"),
    ("http-allow", "200,999", "'999'"),
    ("http-allow", "200,FETCH", "'FETCH'"),
    ("http-evidence", "strong", "'strong'"),
    ("http-vendor-codes", "52", "'52'"),
    ("http-vendor-codes", "abc", "'abc'"),
    ("http-value", "sometimes", "'sometimes'"),
    ("http-include", "ours", "'ours'"),
    ("http-stubs", "./missing.pyi", "missing.pyi"),
    ("http-stubs", "./code.py", "code.py"),
]


@pytest.mark.parametrize(("option", "value", "named"), WRONG)
def test_a_wrong_value_is_flake8s_own_error(give: Give, option: str, value: str, named: str) -> None:
    headline, cause = give(COMPARISON, option, value)
    assert "critical error" in headline
    assert cause.startswith(f"--{option}: ")
    assert named in cause


@pytest.mark.parametrize("place", ["command line", "configuration file"])
def test_a_wrong_value_is_no_traceback(run: Run, tmp_path: Path, place: str) -> None:
    if place == "configuration file":
        (tmp_path / ".flake8").write_text("[flake8]\nhttp-target = old\n")
        process = run("flake8", ".")
    else:
        process = run("flake8", "--http-target=old", ".")
    assert (process.returncode, process.stderr) == (1, "")
    assert process.stdout.splitlines()[1:] == ["--http-target: 'old' is not a Python version such as 3.11"]


# Files that the settings name, and that are wrong.


def _broken_pyproject(folder: Path) -> str:
    (folder / "pyproject.toml").write_text("[project\n")
    return "pyproject.toml"


def _undecodable_pyproject(folder: Path) -> str:
    (folder / "pyproject.toml").write_bytes(b"\xff\xfe")
    return "pyproject.toml"


def _wrong_specifier(folder: Path) -> str:
    (folder / "pyproject.toml").write_text('[project]\nrequires-python = "three"\n')
    return "pyproject.toml"


def _stub_with_code(folder: Path) -> str:
    (folder / ".flake8").write_text("[flake8]\nhttp-stubs = ./requests.pyi\n")
    (folder / "requests.pyi").write_text("import http\nprint(http)\n")
    return "requests.pyi:2"


def _stub_that_does_not_parse(folder: Path) -> str:
    (folder / ".flake8").write_text("[flake8]\nhttp-stubs = ./requests.pyi\n")
    (folder / "requests.pyi").write_text("def f(:\n")
    return "requests.pyi:1"


@pytest.mark.parametrize("jobs", ["-j1", "-j2"])
@pytest.mark.parametrize(
    "make",
    [_broken_pyproject, _undecodable_pyproject, _wrong_specifier, _stub_with_code, _stub_that_does_not_parse],
)
def test_a_wrong_file_is_flake8s_own_error(
    run: Run, tmp_path: Path, make: Callable[[Path], str], jobs: str
) -> None:
    named = make(tmp_path)
    for name in ("code.py", "more.py"):
        (tmp_path / name).write_text(COMPARISON)
    process = run("flake8", "--select=HTS", jobs, "code.py", "more.py")
    assert (process.returncode, process.stderr) == (1, "")
    assert named in process.stdout
    assert "Traceback" not in process.stdout


@pytest.mark.parametrize("make", [_broken_pyproject, _wrong_specifier, _stub_with_code])
def test_a_wrong_file_is_told_before_the_first_file_is_read(
    run: Run, tmp_path: Path, make: Callable[[Path], str]
) -> None:
    # In a worker it could make flake8 wait for good: https://github.com/python/cpython/issues/96995
    named = make(tmp_path)
    (tmp_path / "code.py").write_text("")
    process = run("flake8", "code.py")
    assert process.returncode == 1
    assert named in process.stdout


@pytest.mark.parametrize("named", ["app", "app/code.py", "."])
def test_the_settings_of_the_folders_that_are_named_are_tried(run: Run, tmp_path: Path, named: str) -> None:
    (tmp_path / "app").mkdir()
    _broken_pyproject(tmp_path / "app")
    (tmp_path / "app" / "code.py").write_text("")
    process = run("flake8", named)
    assert ("critical error" in process.stdout) == (named == "app"), "a file without HTTP needs no settings"


def test_other_tools_stubs_in_a_folder_are_left_alone(run: Run, tmp_path: Path) -> None:
    (tmp_path / "typings").mkdir()
    (tmp_path / "typings" / "acme.pyi").write_text("import sys\nif sys.platform == 'win32':\n    one: int\n")
    (tmp_path / "code.py").write_text(COMPARISON)
    process = run("flake8", "--select=HTS", "--http-stubs=typings", "code.py")
    assert (process.returncode, process.stdout.count("HTS")) == (1, 1)


def test_any_error_of_the_settings_becomes_flake8s(monkeypatch: pytest.MonkeyPatch) -> None:
    def find(*_: object, **__: object) -> None:
        raise ConfigError("acme.pyi: wrong")

    monkeypatch.setattr(detect.Detector, "find", find)
    with pytest.raises(ExecutionError, match=r"^acme\.pyi: wrong$"):
        list(Plugin(ast.parse(""), [], "code.py").run())


# Where the target comes from.


@pytest.mark.parametrize(
    ("declared", "target"),
    [
        ('requires-python = ">=3.9"', (3, 9)),
        ('requires-python = ">=3.9,<4"', (3, 9)),
        ('requires-python = "~=3.10"', (3, 10)),
        ('requires-python = ">3.10"', (3, 10)),  # 3.10.1 is above 3.10
        ('requires-python = ">=3.11.4"', (3, 11)),
        ('requires-python = "==3.12.*"', (3, 12)),
        ('requires-python = ">=2.7,!=3.0.*,!=3.1.*"', (3, 2)),
        ('requires-python = ""', (3, 0)),
        ('requires-python = "<3"', None),
        ("requires-python = 3", None),
        ('name = "x"', None),
    ],
)
def test_requires_python(tmp_path: Path, declared: str, target: Version | None) -> None:
    (tmp_path / "pyproject.toml").write_text(f"[project]\n{declared}\n")
    assert requirements.required_python(tmp_path) == target


@pytest.mark.parametrize(
    ("name", "text", "target"),
    [
        pytest.param("setup.cfg", "[options]\npython_requires = >=3.8\n", (3, 8), id="setup.cfg"),
        pytest.param("setup.cfg", "[metadata]\npython-requires = >=3.9\n", (3, 9), id="pbr"),
        pytest.param("setup.cfg", "[metadata]\nrequires-python = >=3.9\n", (3, 9), id="pbr, older"),
        pytest.param("setup.cfg", "[options]\nname = x\n", None, id="setup.cfg without"),
        pytest.param("setup.cfg", "no section = 1\n", None, id="setup.cfg that is none"),
        pytest.param(
            "setup.py", "from x import setup\nsetup(python_requires='>=3.7')\n", (3, 7), id="setup.py"
        ),
        pytest.param(
            "setup.py", "import x\nx.setup(python_requires='>=3.7')\n", (3, 7), id="by attribute"
        ),
        pytest.param(
            "setup.py", "OLD = '>=3.6'\nif x:\n    setup(python_requires=OLD)\n", (3, 6), id="by name"
        ),
        pytest.param(
            "setup.py", "OLD = '>=3.6'\nOLD = x\nsetup(python_requires=OLD)\n", None, id="two values"
        ),
        pytest.param("setup.py", "setup(python_requires=f'>={x}')\n", None, id="computed"),
        pytest.param("setup.py", "other(python_requires='>=3.6')\n", None, id="another function"),
        pytest.param("setup.py", "print 'Python 2'\n", None, id="setup.py of Python 2"),
        pytest.param("setup.py", "raise SystemExit\nsetup(python_requires='>=3.6')\n", (3, 6), id="not run"),
    ],
)
def test_what_other_files_say(tmp_path: Path, name: str, text: str, target: Version | None) -> None:
    (tmp_path / name).write_text(text)
    assert requirements.required_python(tmp_path) == target


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("^3.8", (3, 8)),
        ("~3.9", (3, 9)),
        (">=3.10,<4.0", (3, 10)),
        ("~=3.10", (3, 10)),
        ("*", None),
        ("^3.8 || ^3.10", None),
    ],
)
def test_what_poetry_is_told(tmp_path: Path, text: str, target: Version | None) -> None:
    (tmp_path / "pyproject.toml").write_text(f"[tool.poetry.dependencies]\npython = {text!r}\n")
    assert requirements.required_python(tmp_path) == target


def test_which_file_counts(tmp_path: Path) -> None:
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    (tmp_path / "setup.cfg").write_text("[options]\npython_requires = >=3.7\n")
    (tmp_path / "setup.py").write_text("setup(python_requires='>=3.6')\n")
    (tmp_path / "a" / "setup.cfg").write_text("[flake8]\nmax-line-length = 100\n")

    def target() -> Version | None:
        requirements.required_python.cache_clear()
        return requirements.required_python(inner)

    assert target() == (3, 7)  # a setup.cfg that does not say is no project
    (tmp_path / "pyproject.toml").write_text("[build-system]\nrequires = ['setuptools']\n")
    assert target() == (3, 7)
    (tmp_path / "pyproject.toml").write_text("[project]\nrequires-python = '>=3.8'\n")
    assert target() == (3, 8)
    (tmp_path / "a" / "setup.py").write_text("setup()\n")
    assert target() is None


def test_a_wrong_specifier_names_the_file(tmp_path: Path) -> None:
    (tmp_path / "setup.py").write_text("setup(python_requires='three')\n")
    with pytest.raises(ConfigError, match=r"setup\.py"):
        requirements.required_python(tmp_path)


def test_the_nearest_pyproject_counts(tmp_path: Path) -> None:
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    (tmp_path / "pyproject.toml").write_text('[project]\nrequires-python = ">=3.8"\n')
    assert Options().for_file(inner / "x.py").target == (3, 8)
    (tmp_path / "a" / "pyproject.toml").write_text("[tool.x]\n")
    requirements.required_python.cache_clear()
    assert Options().for_file(inner / "x.py").target == sys.version_info[:2]
    assert Options(target=(3, 9)).for_file(inner / "x.py").target == (3, 9)
    assert Options().for_file(None).target == sys.version_info[:2]


# Other releases of flake8, each in an environment of its own.


@pytest.mark.matrix
@pytest.mark.parametrize("release", ["6.0.0", "6.1.0", "7.0.0", "7.1.2"])
def test_other_releases_of_flake8(tmp_path: Path, release: str) -> None:
    venv.create(tmp_path / "venv", with_pip=True)
    python = tmp_path / "venv" / "bin" / "python"
    subprocess.run(
        [python, "-m", "pip", "install", "-q", f"flake8=={release}", ROOT], check=True, timeout=300
    )
    (tmp_path / "code.py").write_bytes("\ufeff# é\r\nif 'é' and r.status_code == 404: pass\r\n".encode())
    (tmp_path / ".flake8").write_text("[flake8]\nhttp-target = 3.11\nselect = HTS\nhttp-allow = 200\n")
    wanted = "2:29: HTS101 use HTTPStatus.NOT_FOUND instead of 404\n"

    def flake8(*arguments: str, **settings: object) -> subprocess.CompletedProcess[str]:
        command = [python, "-P", "-m", "flake8", *arguments]
        return subprocess.run(command, cwd=tmp_path, capture_output=True, encoding="utf-8", **settings)  # type: ignore[call-overload,no-any-return]

    assert release in flake8("--version").stdout
    for jobs in ("-j1", "-j2"):
        assert flake8(jobs, "code.py").stdout == f"code.py:{wanted}"
    assert (
        flake8("-", input=(tmp_path / "code.py").read_text(encoding="utf-8-sig")).stdout == f"stdin:{wanted}"
    )
    wrong = flake8("--http-evidence=x", "code.py")
    assert (wrong.returncode, wrong.stderr) == (1, "")
    assert "--http-evidence: 'x'" in wrong.stdout


CONSTANT = "import requests\n\nassert requests.get('').status_code == requests.codes.not_found\n"
GETS = "3:40 HTS402 use HTTPStatus.NOT_FOUND instead of requests.codes.not_found"


def test_constants_of_others_are_reported_where_a_vocabulary_is_chosen(lint: Lint) -> None:
    assert lint(CONSTANT) == []
    assert lint(CONSTANT, "--http-vocabulary=http") == [GETS]
    assert lint(CONSTANT, "--extend-select=HTS402") == [GETS]
    assert lint(COMPARISON, "--http-vocabulary=starlette,http") == [
        "3:59 HTS101 use status.HTTP_404_NOT_FOUND instead of 404"
    ]


def test_a_module_of_the_project_is_a_vocabulary(lint: Lint, tmp_path: Path) -> None:
    (tmp_path / "src" / "acme").mkdir(parents=True)
    (tmp_path / "src" / "acme" / "__init__.py").touch()
    (tmp_path / "src" / "acme" / "codes.py").write_text("HTTP_NOT_FOUND = 404\n")
    message = "3:59 HTS101 use HTTP_NOT_FOUND instead of 404"
    assert lint(COMPARISON, "--http-vocabulary=project:acme.codes") == [message]


@pytest.mark.parametrize("value", ["nowhere", "project:nowhere", "http-x"])
def test_a_vocabulary_that_is_none_is_an_error(lint: Lint, value: str) -> None:
    said = " ".join(lint(COMPARISON, f"--http-vocabulary={value}"))
    assert "critical error" in said
    assert f"{value!r}" in said


def test_the_style_of_a_configuration_file_goes_by_path(run: Run, tmp_path: Path) -> None:
    (tmp_path / "tests").mkdir()
    (tmp_path / "setup.cfg").write_text("[flake8]\nhttp-style = tests/*:literal\n")
    symbolic = "from http import HTTPStatus\n" + COMPARISON.replace("404", "HTTPStatus.NOT_FOUND")
    for name in ("code.py", "tests/test_it.py"):
        (tmp_path / name).write_text(symbolic)
    assert run("flake8", "--select=HTS").stdout == (
        "./tests/test_it.py:4:59: HTS901 use 404 instead of HTTPStatus.NOT_FOUND\n"
    )


def test_the_engine_is_loaded_when_there_is_work(installed: None) -> None:
    code = (
        "import sys, flake8_http_status.plugin;"
        "print(sorted(one for one in sys.modules if one.startswith('flake8_http_status')))"
    )
    printed = subprocess.check_output([sys.executable, "-P", "-c", code], text=True)
    assert printed.strip() == "['flake8_http_status', 'flake8_http_status.plugin']"


def test_what_is_there_before_the_first_file_is_no_garbage(tmp_path: Path) -> None:
    """In a process of its own, for what is frozen stays so; once in it."""
    (tmp_path / "code.py").write_text(COMPARISON)
    program = (
        "import gc\nfrom flake8.main.cli import main\n"
        "for _ in range(2):\n"
        "    main(['--isolated', '-j1', '-q', 'code.py'])\n    print(gc.get_freeze_count())\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    first, second = (int(line) for line in done.stdout.splitlines() if line.isdigit())
    assert 10_000 < second <= first
