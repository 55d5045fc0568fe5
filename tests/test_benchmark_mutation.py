"""Mutation testing: what is changed, which tests are tried, what the figures say."""
from __future__ import annotations

import random
from hashlib import sha256
from pathlib import Path

import pytest

pytest.importorskip("mutmut")

from benchmarks.mutation import reach
from benchmarks.mutation.__main__ import Report
from benchmarks.mutation.mutants import Mutants
from benchmarks.mutation.reach import ROOT, Reach, measured

SOURCE = '''\
"""Doc."""
from typing import Literal
WORDS = frozenset({"text"})
X: Literal["a"] = "b"
def f(node: "Node") -> bool:
    match node:
        case A() | B() | C() if node.x:
            return node.n == 1
        case D():
            return isinstance(node, D)
    return True
'''


def test_each_mutant_compiles_and_is_one_change_of_what_runs() -> None:
    found = list(Mutants(SOURCE).sample(1_000, random.Random(1)))
    assert found == list(Mutants(SOURCE).sample(1_000, random.Random(1)))
    told = {(one.operator, one.line, one.after) for one in found}
    assert ("case_guard", 7, "case A() | B() | C() : return node.n == 1") in told
    assert ("case_alternative", 7, "A() | C()") in told
    assert ("swap_op", 8, "!= 1") in told
    assert ("string", 3, '"XXtextXX"') in told
    assert ("name", 11, "False") in told
    assert any(operator == "match" and "case D" not in after for operator, _, after in told)
    assert not {1, 2, 5} & {one.line for one in found}
    assert not any("isinstance" in one.before and one.operator == "arg_removal" for one in found)
    assert all(one.code != SOURCE and compile(one.code, "x.py", "exec") for one in found)


def test_mutants_are_found_again_by_their_texts() -> None:
    every = Mutants(SOURCE)
    assert [one.line for one in every.alike({("swap_op", "== 1", "!= 1")})] == [8]


def test_the_tests_that_reach_a_line_are_tried_the_quickest_first() -> None:
    known = Reach({"a.py": {1: ["t::slow", "t::quick"], 2: ["t::other"]}}, {"t::slow": 2.0, "t::quick": 0.1})
    assert known.tests(ROOT / "a.py", 1, 1) == ["t::quick", "t::slow"]
    assert set(known.tests(ROOT / "a.py", 7, 7)) == {"t::quick", "t::slow", "t::other"}
    assert known.tests(ROOT / "b.py", 1, 1) == []
    assert [known.at_import(ROOT / "a.py", line, line) for line in (1, 2, 7)] == [False, False, True]


def test_the_interval_of_a_sample() -> None:
    low, high = Report("m", "c", mutants=600, seed=0, tried=80, killed=76).interval()
    assert (round(low, 3), round(high, 3)) == (0.878, 0.98)
    assert Report("m", "c", mutants=80, seed=0, tried=80, killed=76).interval() == (0.95, 0.95)


def test_there_is_something_to_change_in_each_module() -> None:
    from benchmarks.mutation.__main__ import MODULES

    assert all(len(Mutants(Path(path).read_text(encoding="utf-8"))) > 40 for path in MODULES.values())


def test_what_was_measured_of_another_text_is_measured_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    module = ROOT / "flake8_http_status" / "names.py"
    name = module.relative_to(ROOT).as_posix()
    rows = iter(
        {"lines": {name: {"1": [test]}}, "texts": {name: text}, "seconds": {}}
        for test, text in (("t::old", "0"), ("t::new", sha256(module.read_bytes()).hexdigest()))
    )
    monkeypatch.setattr(reach, "_measure", lambda work: next(rows))
    first = measured(tmp_path, [module])
    second = measured(tmp_path, [module])
    third = measured(tmp_path, [module])
    assert [one.tests(module, 1, 1) for one in (first, second, third)] == [["t::old"], ["t::new"], ["t::new"]]
