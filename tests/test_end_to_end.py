"""Released projects: linted, fixed, and tested by their own suites before and after."""
from __future__ import annotations

import json
import subprocess
import sys
import tarfile
import venv
import xml.etree.ElementTree as ElementTree
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.conftest import Run

Outcomes = dict[str, str]
#: What the suites run on; pinned so that a new release does not change an outcome.
TARGET = "3.11"


@dataclass(frozen=True)
class Project:
    """A source distribution on PyPI: its name, version and hash, what its tests need, what to lint.

    ``findings`` is a lower bound of what is found: an empty run would pass everything else.
    """

    name: str
    version: str
    sha256: str
    needs: tuple[str, ...]
    folders: tuple[str, ...]
    findings: int

    def __str__(self) -> str:
        return f"{self.name}-{self.version}"


PROJECTS = (
    Project(
        "flask",
        "3.1.3",
        "0ef0e52b8a9cd932855379197dd8f94047b359ca0a78695144304cb45f87c9eb",
        ("pytest==8.3.5", "werkzeug==3.1.3", "asgiref"),
        ("src", "tests", "examples"),
        100,
    ),
    Project(
        "webob",
        "1.8.9",
        "ad6078e2edb6766d1334ec3dee072ac6a7f95b1e32ce10def8ff7f0f02d56589",
        ("pytest==8.3.5",),
        ("src", "tests"),
        100,
    ),
    Project(
        "starlette",
        "0.41.3",
        "0e4ab3d16522a255be6b28260b938eae2482f98ce5cc934cb08dce8dc3ba5835",
        (
            "pytest==8.3.5",
            "anyio==4.8.0",
            "httpx==0.27.2",
            "itsdangerous",
            "jinja2",
            "python-multipart",
            "pyyaml",
            "trio==0.28.0",
        ),
        ("starlette", "tests"),
        100,
    ),
)


@pytest.fixture(params=PROJECTS, ids=str)
def project(request: pytest.FixtureRequest) -> Project:
    wanted: Project = request.param
    return wanted


@pytest.fixture
def unpacked(project: Project, tmp_path: Path) -> Path:
    """The project's sources, as released."""
    pin = tmp_path / "pin.txt"
    pin.write_text(f"{project.name}=={project.version} --hash=sha256:{project.sha256}\n")
    _done(
        [sys.executable, "-m", "pip", "download", "-q", "--no-deps", "--no-binary", ":all:", "-r", pin],
        tmp_path,
    )
    (archive,) = tmp_path.glob("*.tar.gz")
    with tarfile.open(archive) as tar:
        tar.extractall(tmp_path, filter="data")
    return tmp_path / archive.name.removesuffix(".tar.gz")


@pytest.fixture
def python(project: Project, unpacked: Path) -> Path:
    """The interpreter of an environment with the project in place."""
    folder = unpacked.parent / "venv"
    venv.create(folder, with_pip=True)
    _done([folder / "bin" / "pip", "install", "-q", "-e", unpacked, *project.needs], unpacked.parent)
    return folder / "bin" / "python"


@pytest.mark.end_to_end
def test_a_released_project_behaves_as_before(
    project: Project, unpacked: Path, python: Path, run: Run
) -> None:
    folders = [unpacked / name for name in project.folders]
    before = _suite(python, unpacked)
    assert before, "the suite runs"

    found = _check(run, folders)
    safe = [row for row in found if row["fix"] == "safe"]
    assert len(found) >= project.findings
    # The command sees the project's other modules, flake8 one file at a time: it finds no more.
    assert _flake8(run, folders) <= _places(found)

    fix = run("http_status_codemods", "fix", f"--target={TARGET}", *folders)
    assert fix.returncode == 0, fix.stderr
    fixed = _sources(unpacked)
    left = _check(run, folders)
    assert [row for row in left if row["fix"] == "safe"] == []
    assert len(left) == len(found) - len(safe)

    again = run("http_status_codemods", "fix", f"--target={TARGET}", *folders)
    assert again.returncode == 0, again.stderr
    assert _sources(unpacked) == fixed

    after = _suite(python, unpacked)
    print(f"{project}: {len(found)} found, {len(safe)} fixed")
    print(f"{project}: tests before {Counter(before.values())}, after {Counter(after.values())}")
    assert after == before


def _check(run: Run, folders: list[Path]) -> list[dict[str, object]]:
    process = run("http_status_codemods", "check", f"--target={TARGET}", "--output-format=jsonl", *folders)
    assert process.returncode in {0, 1}, process.stderr
    return [json.loads(line) for line in process.stdout.splitlines()]


def _places(rows: list[dict[str, object]]) -> set[str]:
    return {"{path}:{line}:{column}".format(**row) for row in rows}


def _flake8(run: Run, folders: list[Path]) -> set[str]:
    form = "--format=%(path)s:%(row)d:%(col)d"
    process = run("flake8", "--isolated", "--select=HTS", form, f"--http-target={TARGET}", *folders)
    assert process.stdout
    return set(process.stdout.splitlines())


def _sources(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*.py")}


def _suite(python: Path, folder: Path) -> Outcomes:
    """Each test of the project with its outcome."""
    report = folder.parent / "report.xml"
    command = [python, "-m", "pytest", "-q", "-p", "no:cacheprovider", f"--junitxml={report}"]
    subprocess.run(command, cwd=folder, capture_output=True, check=False, timeout=900)
    outcomes = {}
    for case in ElementTree.parse(report).iter("testcase"):
        outcome = next(
            (child.tag for child in case if child.tag in {"failure", "error", "skipped"}), "passed"
        )
        outcomes[f"{case.get('classname')}.{case.get('name')}"] = outcome
    return outcomes


def _done(command: list[str | Path], folder: Path) -> None:
    process = subprocess.run(
        command, cwd=folder, capture_output=True, check=False, encoding="utf-8", timeout=600
    )
    assert process.returncode == 0, process.stderr
