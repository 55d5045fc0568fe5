"""The output formats of ``check``: reports in, text out, as far as it goes while the run goes on."""
from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib import import_module

from http_status_codemods._formats.common import Setting
from http_status_codemods._records import FileReport

#: Format by its name: the module here that has a function of that name.
_MODULES = {
    "text": "text",
    "grouped": "grouped",
    "json": "rows",
    "jsonl": "rows",
    "sarif": "sarif",
    "github": "github",
    "gitlab": "gitlab",
    "junit": "junit",
}
NAMES = tuple(_MODULES)


def render(name: str, reports: Iterable[FileReport], setting: Setting) -> Iterator[str]:
    """The output in the format ``name``, one of ``NAMES``, in pieces to be written one behind the other."""
    # Late, so that a run pays for one format alone.
    module = import_module(f"{__name__}.{_MODULES[name]}")
    pieces: Iterator[str] = getattr(module, name)(reports, setting)
    return pieces
