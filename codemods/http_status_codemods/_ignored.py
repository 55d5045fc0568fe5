"""Which files git would not look at: ``.gitignore`` and ``.git/info/exclude``.

As https://git-scm.com/docs/gitignore has it: the last pattern that matches decides, files nearer to a
path come after those further up, what lies in an ignored folder is ignored, and a ``.gitignore`` that
is a link is not read.  What a user's own ``core.excludesFile`` says is left out, so that a run says
the same on each machine.
"""
from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from importlib.util import find_spec
from pathlib import Path

_FILE = ".gitignore"
#: A file with more bytes is no list that anybody wrote, and is passed over.
_LARGEST = 1_000_000
_GROUP_NAME = re.compile(r"\(\?P<\w+>")


def can_ignore() -> bool:
    """Whether what reads the patterns is installed: the library ``pathspec``."""
    return find_spec("pathspec") is not None


class Ignored:
    """What is ignored below one repository; files are read on first use."""

    def __init__(self, top: Path) -> None:
        """``top`` is the folder (absolute) of the repository's work tree."""
        self._top = top
        self._files: dict[Path, _Patterns] = {}
        self._folders: dict[Path, bool] = {}

    @classmethod
    def around(cls, folder: Path) -> Ignored | None:
        """Of the repository that ``folder`` (absolute) lies in; None where there is none."""
        for one in (folder, *folder.parents):
            if (one / ".git").exists():
                return cls(one)
        return None

    def first_file(self, folder: Path) -> Path | None:
        """A file with patterns that hold in ``folder``; None where there is none there or above it."""
        around = (one for one in (folder, *folder.parents) if one.is_relative_to(self._top))
        return next((one / _FILE for one in around if (one / _FILE).is_file()), None)

    def holds_file(self, path: Path) -> bool:
        """Whether the file at ``path`` (absolute, below the top) is ignored."""
        return self.holds_folder(path.parent) or self._matches(path, path.name)

    def holds_folder(self, path: Path) -> bool:
        """Whether the folder at ``path`` is ignored, by itself or with one around it."""
        if path == self._top or self._top not in path.parents:
            return False
        if path not in self._folders:
            self._folders[path] = self.holds_folder(path.parent) or self._matches(path, f"{path.name}/")
        return self._folders[path]

    def _matches(self, path: Path, tail: str) -> bool:
        """What the last pattern says that matches; ``tail`` is the name, with a slash for a folder."""
        folder, relative = path.parent, tail
        while True:
            said = self._patterns(folder).verdict(relative)
            if said is not None:
                return said
            if folder == self._top:
                return self._exclude.verdict(relative) is True
            folder, relative = folder.parent, f"{folder.name}/{relative}"

    def _patterns(self, folder: Path) -> _Patterns:
        if folder not in self._files:
            self._files[folder] = _read(folder / _FILE)
        return self._files[folder]

    @cached_property
    def _exclude(self) -> _Patterns:
        return _read(self._common / "info" / "exclude")

    @cached_property
    def _common(self) -> Path:
        """git's own folder; in another work tree or a submodule, ``.git`` is a file that names it."""
        git = self._top / ".git"
        if not git.is_file():
            return git
        own = self._top / _said(git).removeprefix("gitdir:").strip()
        common = own / "commondir"
        return own / _said(common).strip() if common.is_file() else own


@dataclass(frozen=True, slots=True)
class _Pattern:
    """One line: its regular expression, whether what matches is ignored or not, and what is to match.

    That is the name alone where the line has no slash but at its end.  ``inside``: it says "all that
    is in" a folder, at any depth.
    """

    regex: re.Pattern[str]
    ignores: bool
    of_name: bool
    inside: bool

    def matches(self, relative: str) -> bool:
        """Whether the path itself is meant, and not only a folder around it.

        The library takes what lies in a matching folder for matching, too; git asks the folder first.
        """
        around, slash, _ = relative.removesuffix("/").rpartition("/")
        if self.of_name:
            return self.regex.search(relative[len(around + slash) :]) is not None
        if self.inside:
            return self.regex.search(relative.removesuffix("/")) is not None
        if self.regex.search(relative) is None:
            return False
        return not around or self.regex.search(f"{around}/") is None


class _Patterns:
    """The patterns of one file."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._last_first = tuple(pattern for line in lines for pattern in _compiled(line))[::-1]
        # Most paths match none: one look for all of them.
        union = "|".join(_GROUP_NAME.sub("(?:", one.regex.pattern) for one in self._last_first)
        self._any = re.compile(union or r"(?!)")

    def verdict(self, relative: str) -> bool | None:
        """Whether the path is ignored; None where no pattern matches it."""
        if self._any.search(relative) is None:
            return None
        return next((one.ignores for one in self._last_first if one.matches(relative)), None)


def _compiled(line: str) -> Iterator[_Pattern]:
    from pathspec import GitIgnoreSpec

    try:
        patterns = GitIgnoreSpec.from_lines([line]).patterns
    except ValueError:  # git passes over a pattern that is none
        return
    bare = line.strip().removeprefix("!").removeprefix("**/").rstrip("/")
    for pattern in patterns:
        regex = getattr(pattern, "regex", None)
        if pattern.include is not None and regex is not None:
            yield _Pattern(regex, pattern.include, "/" not in bare, bare.endswith("/**"))


def _said(path: Path) -> str:
    try:
        with path.open("rb") as file:
            raw = file.read(_LARGEST + 1)
    except OSError:
        return ""
    return raw.decode("utf-8", "surrogateescape") if len(raw) <= _LARGEST else ""


def _read(path: Path) -> _Patterns:
    if not path.is_file() or (path.name == _FILE and path.is_symlink()):
        return _Patterns(())
    lines = _said(path).removeprefix("\ufeff").split("\n")
    return _Patterns(line.removesuffix("\r") for line in lines)
