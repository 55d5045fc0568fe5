"""The page ``docs/integrations.md``: what stands there is what works in the programs that it names."""
from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import venv
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any, cast

import jsonschema
import pytest
import yaml

from http_status_codemods import cli
from tests import pages
from tests.pages import ROOT

PAGE = ROOT / "docs" / "integrations.md"
SOURCE = "import requests\n\nassert requests.get('é').status_code == 404\n"
#: A line that an error format could take for a place in a file, were it not for the margin.
TRAP = "import requests\nif 1: assert requests.get('app.py:1:1: x').status_code == 404; 'b.py:9:9: y'\n"
COLUMN = TRAP.splitlines()[1].index("404") + 1
CONSOLE = f"{shlex.quote(sys.executable)} -m http_status_codemods"


def fences(heading: str, language: str) -> list[str]:
    found = [one.text for one in pages.fences(PAGE) if (one.heading, one.language) == (heading, language)]
    assert found, f"no {language} fence below {heading!r}"
    return found


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder, with a file that has a finding in ``src`` and none in ``tests``."""
    monkeypatch.chdir(tmp_path)
    for name in ("GITHUB_WORKSPACE", "CI_PROJECT_DIR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    for name, text in (("src/sample.py", SOURCE), ("tests/test_sample.py", "x = 1\n")):
        path = tmp_path / name
        path.parent.mkdir()
        path.write_text(text, encoding="utf-8")
    return tmp_path


def shell(command: str, expected: int = 0) -> str:
    """Run a line of a CI file with our command in it; gives its output."""
    script = re.sub(r"^flake8-http-status\b", lambda _: CONSOLE, command)
    done = subprocess.run(["bash", "-c", script], capture_output=True, encoding="utf-8")
    assert done.returncode == expected, done.stderr
    return done.stdout


def checked() -> str:
    return shell("flake8-http-status check src tests", 1)


# CI servers.


def _validate(name: str, document: object) -> None:
    """Hold ``document`` against a schema that the package check-jsonschema ships."""
    from check_jsonschema import builtin_schemas

    schema = builtin_schemas.get_builtin_schema(f"vendor.{name}")
    jsonschema.validators.validator_for(schema)(schema).validate(document)


def _workflow() -> dict[str, Any]:
    document = yaml.safe_load(fences("GitHub Actions", "yaml")[0])
    document["on"] = document.pop(True)  # YAML 1.1 takes "on" for a truth value
    return cast("dict[str, Any]", document)


def test_the_workflow_is_valid() -> None:
    _validate("github-workflows", _workflow())
    with pytest.raises(jsonschema.ValidationError):
        _validate("github-workflows", {**_workflow(), "jobs": {}})


def test_the_steps_of_the_workflow_run() -> None:
    steps = {step["name"]: step["run"] for step in _workflow()["jobs"]["http"]["steps"] if "name" in step}
    assert shell(steps["SARIF"]) == ""
    log = json.loads(Path("http.sarif").read_text())
    schema = json.loads((ROOT / "tests/data/schemas/sarif-2.1.0-rtm.5.json").read_text(encoding="utf-8"))
    jsonschema.Draft4Validator(schema).validate(log)
    assert [result["ruleId"] for result in log["runs"][0]["results"]] == ["HTS101"]
    assert shell(steps["Annotations"], 1).startswith("::error file=src/sample.py,line=3,col=41,")
    Path("src/sample.py").write_text("x = (404\n")
    shell(steps["SARIF"], 1)  # an error does not pass


def test_paths_are_the_repositorys_in_a_job_of_github(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("GITHUB_WORKSPACE", str(tmp_path))
    monkeypatch.chdir("src")
    output = shell("flake8-http-status check --output-format github .", 1)
    assert output.startswith("::error file=src/sample.py,")


@pytest.mark.parametrize(("number", "report"), [(0, "gl-code-quality-report.json"), (1, "http.xml")])
def test_the_job_of_gitlab_is_valid_and_runs(number: int, report: str) -> None:
    document = yaml.safe_load(fences("GitLab", "yaml")[number])
    _validate("gitlab-ci", document)
    (job,) = document.values()
    shell(job["script"][1], 1)
    assert report in job["artifacts"]["reports"].values()
    assert "use HTTPStatus.NOT_FOUND instead of 404" in Path(report).read_text()


def test_the_hooks_of_pre_commit_are_those_that_there_are() -> None:
    wanted = yaml.safe_load(fences("pre-commit", "yaml")[0])
    there = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert {hook["id"] for hook in wanted["repos"][0]["hooks"]} == {hook["id"] for hook in there}


# Editors.


def test_the_problem_matcher_of_visual_studio_code() -> None:
    Path("src/sample.py").write_text(TRAP)
    (task,) = json.loads(fences("Visual Studio Code", "json")[0])["tasks"]
    pattern = task["problemMatcher"]["pattern"]
    regexp = re.compile(pattern["regexp"])
    found = [match for row in checked().splitlines() if (match := regexp.match(row))]
    names = ("file", "line", "column", "code", "message")
    assert [tuple(match[pattern[name]] for name in names) for match in found] == [
        ("src/sample.py", "2", str(COLUMN), "HTS101", "use HTTPStatus.NOT_FOUND instead of 404")
    ]


@pytest.mark.skipif(shutil.which("vim") is None, reason="needs Vim")
def test_vim_reads_the_places() -> None:
    Path("src/sample.py").write_text(TRAP)
    Path("errors").write_text(checked())
    settings = fences("Vim", "vim")[0].splitlines()[0]
    Path("run.vim").write_text(
        f"{settings}\ncgetfile errors\n"
        "call writefile([json_encode(map(getqflist(), "
        "'[bufname(v:val.bufnr), v:val.lnum, v:val.col, v:val.valid, v:val.text]'))], 'list')\nqall!\n"
    )
    subprocess.run(["vim", "-u", "NONE", "-es", "-S", "run.vim"], timeout=60, stdin=subprocess.DEVNULL)
    text = "HTS101 use HTTPStatus.NOT_FOUND instead of 404"
    assert json.loads(Path("list").read_text()) == [["src/sample.py", 2, COLUMN, 1, text]]


@pytest.mark.skipif(shutil.which("emacs") is None, reason="needs Emacs")
def test_emacs_reads_the_places() -> None:
    Path("src/sample.py").write_text(TRAP)
    Path("errors").write_text(checked())
    Path("run.el").write_text(
        """(require 'compile)
(with-temp-buffer
  (insert-file-contents "errors")
  (compilation-mode)
  (compilation--ensure-parse (point-max))
  (goto-char (point-min))
  (let (last)
    (while (not (eobp))
      (let ((message (get-text-property (point) 'compilation-message)))
        (when (and message (not (eq message last)))
          (let ((loc (compilation--message->loc message)))
            (princ (format "%s:%s:%s\\n" (caar (compilation--loc->file-struct loc))
                           (compilation--loc->line loc) (compilation--loc->col loc)))))
        (setq last message))
      (forward-char))))
"""
    )
    command = ["emacs", "-Q", "--batch", "-l", "run.el"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120)
    assert done.stdout.splitlines() == [f"src/sample.py:2:{COLUMN}"], done.stderr


# Other linters.


def _ruff(*arguments: str) -> str:
    command = [sys.executable, "-m", "ruff", "check", "--no-cache", "--output-format=concise", *arguments]
    done = subprocess.run([*command, "src"], capture_output=True, encoding="utf-8")
    assert done.returncode in {0, 1}, done.stderr
    return done.stdout


def test_ruff_leaves_our_noqa_alone() -> None:
    Path("src/sample.py").write_text(SOURCE.replace("404", "404  # noqa: HTS101"), encoding="utf-8")
    Path("ruff.toml").write_text("")
    rules = "--select=RUF100,RUF102"
    assert re.search("RUF10[02].*HTS101", _ruff(rules)), "or there is nothing to tell ruff"
    Path("ruff.toml").write_text(fences("Beside ruff", "text")[0])
    assert _ruff(rules) == "All checks passed!\n"
    shell("flake8-http-status check src")


# Runners.


def test_a_file_alone_says_what_it_says_among_all() -> None:
    Path("src/helpers.py").write_text("import flask\n\n\ndef fail(code):\n    flask.abort(code)\n")
    Path("src/user.py").write_text("import helpers\n\nhelpers.fail(404)\n")
    Path("pyproject.toml").write_text("[project]\nname = 'x'\n")
    (command,) = fences("Bazel, Pants and other runners of single files", "sh")
    names = ["src/helpers.py", "src/sample.py", "src/user.py"]
    alone = [shell(command.replace("src/sample.py", name), int(name != "src/helpers.py")) for name in names]
    assert "".join(alone) == shell("flake8-http-status check --output-format jsonl src", 1)
    assert "".join(alone).count("\n") == 2


def test_each_project_goes_by_its_own_python(capsys: pytest.CaptureFixture[str]) -> None:
    source = "import requests\nassert requests.request('GET', '/').status_code == 422\n"
    for name, version in (("old", "3.9"), ("new", "3.13")):
        project = Path("services", name)
        (project / "src").mkdir(parents=True)
        text = f"[project]\nname = '{name}'\nrequires-python = '>={version}'\n"
        (project / "pyproject.toml").write_text(text)
        (project / "src" / "app.py").write_text(source)
    assert cli.main(["check", "--output-format=jsonl", "services"]) == 1
    rows = [json.loads(row) for row in capsys.readouterr().out.splitlines()]
    assert [(row["path"], row["replacement"]) for row in rows] == [
        ("services/new/src/app.py", "HTTPMethod.GET"),
        ("services/new/src/app.py", "HTTPStatus.UNPROCESSABLE_CONTENT"),
        ("services/old/src/app.py", "HTTPStatus.UNPROCESSABLE_ENTITY"),
    ]
    (told,) = fences("A repository of many projects", "text")
    for row in rows:
        project = Path(row["path"]).parts[1]
        (line,) = [line for line in told.splitlines() if line.startswith(f"services/{project}/")]
        assert row["replacement"] in line
    assert cli.main(["fix", "--jobs=1", "services"]) == 0
    assert "UNPROCESSABLE_ENTITY" in Path("services/old/src/app.py").read_text()
    assert cli.main(["check", "services"]) == 0


# With programs that get an environment of their own.


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The programs of a new environment, with the project in it."""
    folder = tmp_path_factory.mktemp("environment")
    venv.create(folder, with_pip=True)
    programs = folder / "bin"
    wanted = ["tox", "nox", "python-lsp-server", f"{ROOT}[codemod]"]
    subprocess.run([programs / "python", "-m", "pip", "install", "-q", *wanted], check=True, timeout=600)
    return programs


@pytest.mark.matrix
def test_tox(environment: Path) -> None:
    text = fences("tox", "ini")[0].replace("flake8-http-status[codemod]", f"{ROOT}[codemod]")
    Path("tox.ini").write_text(text)
    done = subprocess.run([environment / "tox", "-q"], capture_output=True, encoding="utf-8", timeout=600)
    assert done.returncode == 1, done.stdout + done.stderr
    assert "src/sample.py:3:41: HTS101" in done.stdout
    Path("src/sample.py").write_text("x = 1\n")
    assert subprocess.run([environment / "tox", "-q"], capture_output=True, timeout=600).returncode == 0


@pytest.mark.matrix
def test_nox(environment: Path) -> None:
    text = fences("nox", "python")[0].replace("flake8-http-status[codemod]", f"{ROOT}[codemod]")
    Path("noxfile.py").write_text(text)
    done = subprocess.run([environment / "nox"], capture_output=True, encoding="utf-8", timeout=600)
    assert done.returncode == 1, done.stdout + done.stderr
    assert "src/sample.py:3:41: HTS101" in done.stdout + done.stderr


class Server:
    """A language server, spoken to over its standard streams."""

    def __init__(self, command: list[str], variables: dict[str, str]) -> None:
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=variables)
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self._to: IO[bytes] = self.process.stdin
        self._from: IO[bytes] = self.process.stdout

    def send(self, method: str, params: object, number: int | None = None) -> None:
        message = {"jsonrpc": "2.0", "method": method, "params": params}
        body = json.dumps(message if number is None else {**message, "id": number}).encode()
        self._to.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self._to.flush()

    def messages(self) -> Iterator[dict[str, Any]]:
        while head := self._from.readline():
            length = int(head.partition(b":")[2]) if head.lower().startswith(b"content-length") else 0
            while self._from.readline().strip():
                pass
            yield json.loads(self._from.read(length))


@pytest.mark.matrix
def test_python_lsp_server_shows_the_literal_where_it_stands(environment: Path, tmp_path: Path) -> None:
    settings = json.loads(fences("python-lsp-server", "json")[0])
    variables = {**os.environ, "PATH": f"{environment}{os.pathsep}{os.environ['PATH']}"}
    server = Server([str(environment / "pylsp")], variables)
    uri = (tmp_path / "src" / "sample.py").as_uri()
    try:
        server.send("initialize", {"processId": None, "rootUri": tmp_path.as_uri(), "capabilities": {}}, 1)
        next(message for message in server.messages() if message.get("id") == 1)
        server.send("initialized", {})
        server.send("workspace/didChangeConfiguration", {"settings": settings})
        document = {"uri": uri, "languageId": "python", "version": 1, "text": SOURCE}
        server.send("textDocument/didOpen", {"textDocument": document})
        shown = next(
            message["params"]["diagnostics"]
            for message in server.messages()
            if message.get("method") == "textDocument/publishDiagnostics" and message["params"]["diagnostics"]
        )
    finally:
        server.process.kill()
        server.process.communicate()
    (one,) = shown
    assert one["code"] == "HTS101"
    column = SOURCE.splitlines()[2].index("404")
    assert one["range"]["start"] == {"line": 2, "character": column}
    assert "use HTTPStatus.NOT_FOUND instead of 404" in one["message"]
