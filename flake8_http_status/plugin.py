"""flake8's face: its options in, the engine's findings out as its messages.

Conventions of https://flake8.pycqa.org/en/latest/plugin-development/index.html.
"""
from __future__ import annotations

import ast
import importlib.metadata
from argparse import Namespace
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, ClassVar, TypeVar

from flake8.exceptions import ExecutionError
from flake8.options.manager import OptionManager

from flake8_http_status import config, detect, rules
from flake8_http_status.requirements import ConfigError

Value = TypeVar("Value")
Parsed = TypeVar("Parsed")


class Plugin:
    """The checker that flake8 makes for each file."""

    name = "flake8-http-status"
    version = importlib.metadata.version(name)
    options: ClassVar[config.Options] = config.Options()
    detector: ClassVar[detect.Detector] = detect.Detector()
    selected: ClassVar[frozenset[str]] = rules.DEFAULT

    def __init__(self, tree: ast.Module, lines: Sequence[str], filename: str) -> None:
        """Take a file as flake8 read it: ``lines`` without a BOM, each with its ``\\n``."""
        self._tree = tree
        self._source = "".join(lines)
        self._path = Path(filename)

    @staticmethod
    def add_options(manager: OptionManager) -> None:
        """Declare the options, for the command line and the configuration file."""
        settings: dict[str, dict[str, Any]] = {
            "target": {
                "metavar": "VERSION",
                "default": "",
                "help": "The oldest Python that the code supports, such as 3.11. (Default: what the "
                "project's pyproject.toml, setup.cfg or setup.py says, else the running Python)",
            },
            "allow": {
                "metavar": "CODES_AND_METHODS",
                "default": "",
                "comma_separated_list": True,
                "help": "Comma-separated status codes and request methods that may stay literals.",
            },
            "stubs": {
                "metavar": "PATHS",
                "default": "",
                "comma_separated_list": True,
                "normalize_paths": True,
                "help": "Comma-separated stub files (.pyi) of your own, and folders of them.",
            },
            "evidence": {
                "metavar": "EVIDENCE",
                "default": "named",
                "help": "The least evidence that is reported: 'named' also goes by telling names, 'resolved' "
                "by known APIs alone. (Default: %(default)s)",
            },
            "vendor-codes": {
                "metavar": "CODES",
                "default": "",
                "comma_separated_list": True,
                "help": "Comma-separated status codes outside the registry that are in use, such as 520.",
            },
            "include": {
                "metavar": "KINDS",
                "default": "",
                "comma_separated_list": True,
                "help": "Comma-separated kinds of files that are otherwise left alone: generated, vendored.",
            },
            "vocabulary": {
                "metavar": "VOCABULARIES",
                "default": "",
                "comma_separated_list": True,
                "help": "Comma-separated vocabularies that are wanted, first choice first: http, literal, "
                "the name of a library (starlette>=0.46), or project:MODULE. (Default: http)",
            },
            "style": {
                "metavar": "STYLES",
                "default": "",
                "comma_separated_list": True,
                "normalize_paths": True,
                "help": "Comma-separated patterns of paths with what is wanted there, such as "
                "tests/*:literal, or constant.",
            },
            "value": {
                "metavar": "WHERE",
                "default": "never",
                "help": "Where to name the member's .value: 'needed' where the member itself would change "
                "something, 'always', or 'never'. (Default: %(default)s)",
            },
        }
        for name, setting in settings.items():
            manager.add_option(f"--http-{name}", parse_from_config=True, **setting)

    @classmethod
    def parse_options(cls, options: Namespace) -> None:
        """Take what the user chose.  Raises flake8's ExecutionError on a wrong value."""
        cls.options = config.Options(
            target=_parse("target", config.parse_target, options.http_target),
            allow=_parse("allow", config.parse_allow, options.http_allow),
            stubs=_parse("stubs", config.parse_stubs, options.http_stubs),
            evidence=_parse("evidence", config.parse_evidence, options.http_evidence),
            vendor_codes=_parse("vendor-codes", config.parse_vendor_codes, options.http_vendor_codes),
            include=_parse("include", config.parse_include, options.http_include),
            value=_parse("value", config.parse_value, options.http_value),
            vocabulary=_parse("vocabulary", config.parse_vocabulary, options.http_vocabulary),
            style=_parse("style", config.parse_style, options.http_style),
        )
        # One for all files, so that each stub is read once.
        files = config.vocabulary_files(cls.options.vocabulary)
        cls.detector = detect.Detector(cls.options.stubs)
        if files:
            # Of the project it sees that module alone, and the file that is linted.
            cls.detector = detect.Detector.of_project(cls.options.stubs, config.import_roots(), lambda: files)
        # A rule that is off by default must be chosen.  flake8's own list of what is ignored by default
        # would not do: a project that sets ``ignore`` replaces that list.
        chosen = (options.select, options.extend_select)
        named = rules.codes(prefix for given in chosen for prefix in given or ())
        cls.selected = rules.DEFAULT | named | rules.implied(cls.options)

    def run(self) -> Iterator[tuple[int, int, str, type[Plugin]]]:
        """Give line (from 1), column (from 0, in characters), text and checker of each finding.

        Raises flake8's ExecutionError where a file that the settings name cannot be used.
        """
        try:
            findings = self.detector.find(
                self._source, self.options, tree=self._tree, path=self._path, selected=self.selected
            )
        except ConfigError as error:
            raise ExecutionError(str(error)) from error
        for finding in findings:
            text = f"{rules.rule_for(finding).code} {finding.message}"
            yield finding.span.line, finding.span.column, text, type(self)


def _parse(name: str, parse: Callable[[Value], Parsed], value: Value) -> Parsed:
    try:
        return parse(value)
    except ConfigError as error:
        raise ExecutionError(f"--http-{name}: {error}") from error
