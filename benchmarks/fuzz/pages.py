"""The reader of the documentation's pages: cases, or an error that names the page and the line."""
from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from benchmarks.fuzz.choices import Choices
from tests import pages

TEXT, GRAMMAR = b"\0", b"\x80"
DICTIONARY = (
    b"```diff\n", b"```python\n", b"```toml\n", b"```pyi\n", b"```text\n", b"```\n", b"~~~\n", b"````diff\n", b"# ",
    b"<!-- reported, not fixed: HTS101 line 1 -->\n", b"target = \"3.8\"\n", b"beside = {}\n", b"\n-", b"\n+", b"\n ",
    b"\r\n", b"\xe2\x80\xa8", b"\x0c", b"\x85",
)  # fmt: skip
_LONGEST = 3_000


class _Page(type(Path())):  # type: ignore[misc]
    """A page that is in memory alone."""

    text = ""

    def read_text(self, encoding: str | None = None, errors: str | None = None, newline: str | None = None) -> str:
        """The text as ``open`` would give it."""
        return re.sub("\r\n?", "\n", self.text)


def seeds() -> Iterator[bytes]:
    """The documentation's own pages, each up to a few kilobytes, and some choices."""
    for path in pages.PAGES:
        yield TEXT + path.read_bytes()[:_LONGEST]
    for number in range(16):
        yield GRAMMAR + bytes((number * 37 + place * 11) % 256 for place in range(200))


def check(data: bytes) -> list[tuple[str, str]]:
    """What is wrong with how the page in ``data`` is read; raises what must not be raised."""
    page = _Page(pages.ROOT / "docs" / "fuzzed.md")
    raw = data[1:] if data[:1] < GRAMMAR else _made(Choices(data[1:])).encode()
    page.text = raw.decode("utf-8", "replace")
    try:
        cases = pages.cases(page)
    except pages.PageError as error:
        return [] if str(error).startswith(str(page)) else [("unnamed", f"no page in the message: {error}")]
    return [*_wrong_fences(page), *(problem for case in cases for problem in _wrong_case(page, case))]


def _wrong_fences(page: _Page) -> Iterator[tuple[str, str]]:
    """What a fence says of itself must find it again."""
    text = page.read_text()
    for fence in pages.fences(page):
        if pages.with_fence(text, fence.line, fence.text) != text:
            yield "changed", f"line {fence.line}: the fence with its own text is another page"


def _wrong_case(page: _Page, case: pages.Case) -> Iterator[tuple[str, str]]:
    if pages.sides(pages.diff(case.before, case.after), "") != (case.before, case.after):
        yield "changed", f"line {case.line}: the two sides are not those of their own diff"
    if not case.is_diff:
        return
    other = _Page(page)
    other.text = pages.with_fence(page.read_text(), case.line, pages.diff(case.before, case.after))
    again = [one for one in pages.cases(other) if one.line == case.line]
    if [(one.before, one.after, one.settings, one.stub, one.kept) for one in again] != [
        (case.before, case.after, case.settings, case.stub, case.kept)
    ]:
        yield "changed", f"line {case.line}: the case as --update-pages writes it is another one"


_LINES = (
    "", "# Heading", "## A `code` heading", "text", "    indented", "<!-- reported, not fixed: HTS101 line 1 -->",
    "<!-- reported, not fixed: HTS202 line 4, HTS101 line 6 -->", "<!-- reported, not fixed: -->", "<!-- reported, not",
    "<!-- reported, not fixed: HTS101 line 1 --> <!-- reported, not fixed: HTS101 line 2 -->", "#", "\\```", " ```diff",
)  # fmt: skip
_LANGUAGES = ("diff", "diff", "python", "toml", "pyi", "sh", "text", "", "nonsense", "diff ")
_DIFF_LINES = ("", " x = 1", "-x = 404", "+x = 200", "+", "-", " ", "\\ No newline", "x", "-+", "+```", " ~~~", "\x0c", "-\t")
_SETTINGS = (
    'target = "3.8"', "unsafe-fixes = true", 'stub = "acme.pyi"', 'filename = "a/b.py"', 'allow = [404, "GET"]', "nonsense = 1",
    '[beside]\n"a.py" = "x"', "= 3", 'target = "3.8"\ntarget = "3.9"', "value = 'always'", "x" * 5, "d = 2026-01-01",
    "target = " + "[" * 400,
)  # fmt: skip


def _made(choices: Choices) -> str:
    lines: list[str] = []
    for _ in range(1 + choices.randrange(8)):
        lines += [choices.of(_LINES) for _ in choices.some(2)]
        mark = choices.of(("```", "```", "````", "~~~"))
        language = choices.of(_LANGUAGES)
        lines.append(f"{mark}{language}")
        inner = {"toml": _SETTINGS, "diff": _DIFF_LINES}.get(language, (*_DIFF_LINES, "class A: ..."))
        lines += [choices.of(inner) for _ in choices.some(6)]
        if choices.randrange(8):
            lines.append(mark + choices.of(("", "", "", "`", " ", "~", "x")))
    return "\n".join(lines) + choices.of(("\n", "", "\r\n"))
