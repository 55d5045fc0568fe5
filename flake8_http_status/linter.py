"""One run of a linter: what flake8's users chose, and the messages for one file after the other."""
from __future__ import annotations

import ast
from argparse import Namespace
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from flake8_http_status import config, knowledge, rules
from flake8_http_status.detect import Detector
from flake8_http_status.requirements import ConfigError

Value = TypeVar("Value")
Parsed = TypeVar("Parsed")


@dataclass(frozen=True, slots=True)
class Linter:
    """The settings of a run, and the detector that keeps what it learns from file to file."""

    options: config.Options = field(default_factory=config.Options)
    detector: Detector = field(default_factory=Detector)
    selected: frozenset[str] = rules.DEFAULT

    @classmethod
    def of(cls, chosen: Namespace) -> Linter:
        """The linter for flake8's options.  Raises ConfigError, which names the option that is wrong."""
        options = config.Options(
            target=_parse("target", config.parse_target, chosen.http_target),
            allow=_parse("allow", config.parse_allow, chosen.http_allow),
            stubs=_parse("stubs", config.parse_stubs, chosen.http_stubs),
            evidence=_parse("evidence", config.parse_evidence, chosen.http_evidence),
            vendor_codes=_parse("vendor-codes", config.parse_vendor_codes, chosen.http_vendor_codes),
            include=_parse("include", config.parse_include, chosen.http_include),
            value=_parse("value", config.parse_value, chosen.http_value),
            vocabulary=_parse("vocabulary", config.parse_vocabulary, chosen.http_vocabulary),
            style=_parse("style", config.parse_style, chosen.http_style),
        )
        # A rule that is off by default must be chosen.  flake8's own list of what is ignored by default
        # would not do: a project that sets ``ignore`` replaces that list.
        given = (chosen.select, chosen.extend_select)
        named = rules.codes(prefix for prefixes in given for prefix in prefixes or ())
        return cls(options, _detector(options), rules.DEFAULT | named | rules.implied(options))

    def try_settings(self, paths: Iterable[Path]) -> None:
        """Read what the settings name for the folders among ``paths`` and, where files are, for this folder.

        And the stub files of one's own.  Raises ConfigError where one of them cannot be used.
        """
        # A file's own folder may be one of broken examples, and the file have nothing to do with HTTP.
        for folder in {path if path.is_dir() else Path() for path in paths}:
            self.options.for_file(folder / "any.py")
        for path in self.options.stubs:
            # Of a folder what is imported is read alone: other tools may keep their stubs there.
            if not path.is_dir():
                knowledge.read(path)

    def messages(self, source: str, tree: ast.Module, path: Path) -> Iterator[tuple[int, int, str]]:
        """Line (from 1), column (from 0, in characters) and text of each finding in ``source``.

        Raises ConfigError where a file that the settings name cannot be used.
        """
        found = self.detector.find(source, self.options, tree=tree, path=path, selected=self.selected)
        for one in found:
            yield one.span.line, one.span.column, f"{rules.rule_for(one).code} {one.message}"


def _detector(options: config.Options) -> Detector:
    # One for all files, so that each stub is read once.
    files = config.vocabulary_files(options.vocabulary)
    if not files:
        return Detector(options.stubs)
    # Of the project it sees that module alone, and the file that is linted.
    return Detector.of_project(options.stubs, config.import_roots(), lambda: files)


def _parse(name: str, parse: Callable[[Value], Parsed], value: Value) -> Parsed:
    try:
        return parse(value)
    except ConfigError as error:
        raise ConfigError(f"--http-{name}: {error}") from error
