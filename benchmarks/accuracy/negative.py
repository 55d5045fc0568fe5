"""Packages that have next to no HTTP: what the tool reports there is looked at one by one."""
from __future__ import annotations

import shutil
import tokenize
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from benchmarks.accuracy.environments import environment, run
from benchmarks.accuracy.ours import check
from benchmarks.accuracy.reports import Report
from benchmarks.accuracy.ways import Attribution

#: The wheels, as pip names them.
PACKAGES = (
    "matplotlib==3.11.2",
    "networkx==3.6.1",
    "nltk==3.10.4",
    "numpy==2.4.6",
    "pandas==3.1.1",
    "pillow==13.0.0",
    "pygame==2.6.1",
    "scikit-learn==1.9.1",
    "scipy==1.17.1",
    "sympy==1.14.0",
)
#: Modules of theirs that do have to do with HTTP, and how.  What is found there was read and is right.
HTTP_MODULES = {
    "nltk/app/wordnet_app.py": "a server, of http.server",
    "pandas/tests/io/json/test_pandas.py": "the fixture httpserver of pytest-localserver",
    "pandas/tests/io/test_html.py": "the fixture httpserver of pytest-localserver",
    "pandas/tests/io/xml/test_xml.py": "the fixture httpserver of pytest-localserver",
    "sklearn/datasets/_openml.py": "urllib.error.HTTPError",
    "sklearn/datasets/tests/test_base.py": "urllib.error.HTTPError",
    "sklearn/datasets/tests/test_openml.py": "urllib.error.HTTPError",
    "sklearn/utils/_repr_html/tests/test_js.py": "a server, of http.server",
}
Judgement = Literal["right", "false alarm"]


@dataclass(frozen=True, slots=True)
class Alarm:
    """A finding: the path inside the package, its line as it stands, how the tool knew, what we think."""

    report: Report
    text: str
    way: str
    judgement: Judgement


@dataclass(frozen=True, slots=True)
class Package:
    """A package's name, what it holds, and what was found in it."""

    name: str
    files: int
    lines: int
    alarms: tuple[Alarm, ...]

    @property
    def false_safe(self) -> int:
        """The false alarms that a safe fix would have turned into a change."""
        return sum(one.judgement == "false alarm" and one.report.fix == "safe" for one in self.alarms)


def download(cache: Path) -> Path:
    """The folder with the unpacked packages, each in a folder of its name; made on first use."""
    folder = cache / "negative"
    python = environment(cache, "pip")
    for requirement in PACKAGES:
        target = folder / requirement.replace("==", "-")
        if (target / "complete").is_file():
            continue
        shutil.rmtree(target, ignore_errors=True)
        target.mkdir(parents=True)
        options = ["--no-deps", "--only-binary=:all:", "--disable-pip-version-check", "--quiet"]
        run([python, "-m", "pip", "download", *options, "--dest", target, requirement])
        for wheel in target.glob("*.whl"):
            _unpack(wheel, target)
            wheel.unlink()
        (target / "complete").touch()
    return folder


def _unpack(wheel: Path, target: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        for member in archive.namelist():
            if member.endswith(".py"):
                archive.extract(member, target)


def packages(folder: Path) -> list[Path]:
    """The folders in ``folder``, one a package."""
    return sorted(one for one in folder.iterdir() if one.is_dir())


def scan(folder: Path) -> Package:
    """What the tool finds in the package that is unpacked in ``folder``.  Raises ToolError."""
    files = [path for path in folder.rglob("*.py") if path.is_file()]
    lines = sum(path.read_bytes().count(b"\n") for path in files)
    return Package(folder.name, len(files), lines, tuple(_alarms(folder)))


def _alarms(folder: Path) -> Iterator[Alarm]:
    reports = check(folder).all
    if not reports:
        return
    attribution = Attribution()
    try:
        for one in reports:
            assert one.column is not None
            (way,) = attribution.of(folder, one.path, [(one.line, one.column)])
            with tokenize.open(folder / one.path) as file:
                text = file.read().split("\n")[one.line - 1].strip()
            judgement: Judgement = "right" if one.path in HTTP_MODULES else "false alarm"
            yield Alarm(one, text, way, judgement)
    finally:
        attribution.close()
