"""flake8's face: its options in, the engine's findings out as its messages.

Conventions of https://flake8.pycqa.org/en/latest/plugin-development/index.html.
"""
from __future__ import annotations

import ast
import gc
import importlib.metadata
from argparse import Namespace
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from flake8.exceptions import ExecutionError
from flake8.options.manager import OptionManager

if TYPE_CHECKING:
    # flake8 loads each plugin even for its --version, so the engine is loaded when there is work.
    from flake8_http_status.linter import Linter


class Plugin:
    """The checker that flake8 makes for each file."""

    name = "flake8-http-status"
    version = importlib.metadata.version(name)
    linter: ClassVar[Linter | None] = None

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
        """Take what the user chose.

        Raises flake8's ExecutionError on a wrong value, and on a file that cannot be used: the sooner the
        better, for where two of flake8's workers raise one after the other, it may wait for them for good.
        https://github.com/python/cpython/issues/96995
        """
        from flake8_http_status.linter import Linter
        from flake8_http_status.requirements import ConfigError

        try:
            cls.linter = Linter.of(options)
            cls.linter.try_settings(map(Path, options.filenames or ["."]))
        except ConfigError as error:
            raise ExecutionError(str(error)) from error
        _freeze()

    def run(self) -> Iterator[tuple[int, int, str, type[Plugin]]]:
        """Give line (from 1), column (from 0, in characters), text and checker of each finding.

        Raises flake8's ExecutionError where a file that the settings name cannot be used.
        """
        from flake8_http_status.linter import Linter
        from flake8_http_status.requirements import ConfigError

        linter = self.linter or Linter()
        try:
            for line, column, text in linter.messages(self._source, self._tree, self._path):
                yield line, column, text, type(self)
        except ConfigError as error:
            raise ExecutionError(str(error)) from error


@cache
def _freeze() -> None:
    """Take what modules hold out of what Python's garbage collector looks through, again and again.

    They hold it for good, and ours would make each search of a run longer.  Once in a process, and before the
    first file: of a file, what hangs in circles must be found.  https://docs.python.org/3/library/gc.html#gc.freeze
    """
    if gc.isenabled() and hasattr(gc, "freeze"):
        gc.freeze()
