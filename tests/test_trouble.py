"""What the system refuses: no permission, a full disk, a limit.  A clear error, exit 2, the rest is done."""
from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

SOURCE = "import requests\nassert requests.get('/').status_code == 404\n"
FIXED = f"from http import HTTPStatus\n\n{SOURCE.replace('404', 'HTTPStatus.NOT_FOUND')}"
COMMAND = [sys.executable, "-m", "http_status_codemods"]
#: root without what lets root read and write everything.
WEAK_ROOT = ["setpriv", "--bounding-set=-dac_override,-dac_read_search",
             "--inh-caps=-dac_override,-dac_read_search"]  # fmt: skip


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("good.py").write_text(SOURCE)
    return tmp_path


def call(*arguments: str, before: Sequence[str] = (), **settings: object) -> tuple[int, str, str]:
    done = subprocess.run(
        [*before, *COMMAND, *arguments], capture_output=True, encoding="utf-8", **settings  # type: ignore[call-overload]
    )
    return done.returncode, done.stdout, done.stderr


@pytest.fixture
def weak() -> list[str]:
    """What comes before a command so that permissions count even for root."""
    if os.geteuid() != 0:
        return []
    if shutil.which("setpriv") is None:
        pytest.skip("root may read everything, and setpriv is not there")
    return WEAK_ROOT


@pytest.mark.parametrize("jobs", ["--jobs=1", "--jobs=2"])
def test_no_permission_to_read(weak: list[str], jobs: str) -> None:
    for number in range(80):  # enough for more workers than one
        Path(f"m{number}.py").write_text(SOURCE)
    Path("m1.py").chmod(0)
    status, output, errors = call("check", jobs, before=weak)
    assert (status, errors) == (2, "m1.py: permission denied\n")
    assert output.count("HTS101") == 80


def test_a_folder_that_may_not_be_listed(weak: list[str]) -> None:
    Path("closed").mkdir()
    Path("closed/a.py").write_text(SOURCE)
    Path("closed").chmod(0)
    try:
        status, output, errors = call("check", before=weak)
    finally:
        Path("closed").chmod(0o700)
    assert (status, errors) == (2, "closed: permission denied\n")
    assert output.startswith("good.py:2:41: HTS101 ")


def test_a_folder_that_may_not_be_written_to(weak: list[str]) -> None:
    Path("closed").mkdir()
    Path("closed/a.py").write_text(SOURCE)
    Path("closed").chmod(0o500)
    try:
        status, _, errors = call("fix", before=weak)
    finally:
        Path("closed").chmod(0o700)
    assert status == 2
    assert errors == (
        "closed/a.py: cannot be written: permission denied\n1 literal in 1 file replaced\n"
    )
    assert Path("closed/a.py").read_text() == SOURCE
    assert Path("good.py").read_text() == FIXED


def test_a_file_larger_than_the_limit_is_left_as_it_was() -> None:
    import resource

    large = SOURCE + "# filler\n" * 4000
    Path("large.py").write_text(large)

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))

    status, _, errors = call("fix", preexec_fn=limit)
    assert status == 2
    assert errors == "large.py: cannot be written: file too large\n1 literal in 1 file replaced\n"
    assert Path("large.py").read_text() == large
    assert Path("good.py").read_text() == FIXED
    assert sorted(path.name for path in Path().iterdir()) == ["good.py", "large.py"]


@pytest.fixture
def small_disk(folder: Path) -> Iterator[Path]:
    """A disk of 64 KiB."""
    disk = folder / "disk"
    disk.mkdir()
    done = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", disk], capture_output=True)
    if done.returncode != 0:
        pytest.skip("may not mount a disk here")
    yield disk
    subprocess.run(["umount", disk], check=True)


def test_a_full_disk(small_disk: Path) -> None:
    # The new text of the large file does not fit beside the old one; the small file's does.
    large = SOURCE + "# filler\n" * 4000
    (small_disk / "large.py").write_text(large)
    (small_disk / "small.py").write_text(SOURCE)
    status, _, errors = call("fix")
    assert status == 2
    wanted = "disk/large.py: cannot be written: no space left on device\n"
    assert errors.startswith(wanted)
    assert errors.endswith("2 literals in 2 files replaced\n")
    assert (small_disk / "large.py").read_text() == large
    assert (small_disk / "small.py").read_text() == FIXED
    assert sorted(path.name for path in small_disk.iterdir()) == ["large.py", "small.py"]
    assert Path("good.py").read_text() == FIXED


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
@pytest.mark.parametrize("arguments", [("check",), ("fix", "--diff"), ("explain", "404")])
def test_output_that_finds_no_room(arguments: tuple[str, ...]) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run([*COMMAND, *arguments], stdout=full, stderr=subprocess.PIPE, encoding="utf-8")
    assert done.returncode == 2
    assert done.stderr.splitlines()[-1] == "flake8-http-status: cannot write: no space left on device"
    assert "Traceback" not in done.stderr


def test_a_read_only_file_and_one_that_is_gone() -> None:
    Path("kept.py").write_text(SOURCE)
    Path("kept.py").chmod(0o444)
    status, _, errors = call("fix", "kept.py", "gone.py", "good.py")
    assert status == 2
    assert errors.splitlines() == [
        "kept.py: cannot be written: read-only file",
        "gone.py: no such file or directory",
        "1 literal in 1 file replaced",
    ]
    assert Path("kept.py").read_text() == SOURCE
    assert Path("good.py").read_text() == FIXED
