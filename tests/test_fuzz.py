"""The fuzzer itself: each target runs, a fault is told once with its input, what was found stays mended."""
from __future__ import annotations

import json
import random
from collections.abc import Callable
from pathlib import Path

import pytest

from benchmarks.fuzz import pages, planner, stubs
from benchmarks.fuzz.__main__ import main
from benchmarks.fuzz.choices import Choices, mutated
from benchmarks.fuzz.targets import TARGETS, Target


@pytest.fixture
def folders(tmp_path: Path) -> list[str]:
    return ["--work", str(tmp_path / "work"), "--output", str(tmp_path / "results"), "--engine", "random"]


@pytest.mark.parametrize("name", TARGETS)
def test_a_target_finds_nothing_in_a_few_inputs(name: str, folders: list[str], tmp_path: Path) -> None:
    assert main([*folders, "--target", name, "--executions", "30", "--seed", "7"]) == 0
    told = json.loads((tmp_path / "results" / f"{name}.json").read_text())
    assert (told["executions"], told["problems"], told["covered"]) == (30, [], None)


def test_a_fault_is_told_once_and_its_input_kept(
    folders: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def check(data: bytes) -> list[tuple[str, str]]:
        if data[:1] > b"\x40":
            raise KeyError(len(data))
        return [("changed", f"line {len(data)}: other")] if data else []

    monkeypatch.setitem(TARGETS, "pages", Target(check, lambda: iter((b"\x41", b"\x01")), (b"x",)))
    assert main([*folders, "--target", "pages", "--executions", "200"]) == 1
    problems = json.loads((tmp_path / "results" / "pages.json").read_text())["problems"]
    assert sorted(kind for kind, _, _ in problems) == ["changed", "crash"]
    inputs = [tmp_path / "work" / "pages" / "problems" / file for _, _, file in problems]
    assert all(file.is_file() for file in inputs)
    capsys.readouterr()
    assert main([*folders, "--target", "pages", "--input", str(inputs[0])]) == 1
    assert capsys.readouterr().out.startswith(problems[0][0])


@pytest.mark.parametrize(
    ("check", "breaks"),
    [
        pytest.param(stubs.check, "flake8_http_status.knowledge.ast", id="stubs"),
        pytest.param(pages.check, "tests.pages.tomllib", id="pages"),
        pytest.param(planner.check, "http_status_codemods._imports.unused", id="imports"),
    ],
)
def test_a_target_sees_what_breaks(
    check: Callable[[bytes], object], breaks: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What it tries does get to the code that it is there for."""
    monkeypatch.setattr(breaks, None)
    chance, target = random.Random(1), next(one for one in TARGETS.values() if one.check is check)
    seeds = list(target.seeds())
    inputs = [mutated(seeds, target.dictionary, chance, 2_000) for _ in range(200)]
    with pytest.raises((TypeError, AttributeError)):
        list(map(check, inputs))


def test_the_generated_stubs_are_stubs() -> None:
    """Else nothing but the refusal would be tried."""
    from flake8_http_status.knowledge import StubError, read

    chance, read_well = random.Random(2), 0
    for _ in range(60):
        text = stubs._Maker(Choices(chance.randbytes(300))).stub()
        try:
            read(stubs._written(text.encode()))
        except StubError:
            continue
        read_well += 1
    assert read_well > 20


def test_bytes_are_choices() -> None:
    choices = Choices(bytes([3, 1, 0, 255]))
    assert [choices.randrange(2), choices.of("abc"), choices.randrange(1000)] == [1, "b", 255]
    assert (choices.randrange(9), list(choices.some(5))) == (0, [])


def test_a_fence_with_its_own_text_is_the_same_page() -> None:
    """Found by fuzzing: a line that only begins like the end of the fence is a line of its text."""
    page = pages.TEXT + b"````text\nx\n````y\n````\n"
    assert pages.check(page) == []
