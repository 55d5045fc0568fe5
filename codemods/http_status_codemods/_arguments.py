"""The options that the command line and the codemods share."""
from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeVar

from flake8_http_status import config
from flake8_http_status.findings import Evidence, Value
from flake8_http_status.rules import RULES

Parsed = TypeVar("Parsed")


def add_engine_options(parser: argparse.ArgumentParser) -> None:
    """Declare what an Options object holds, under the names of its fields."""
    add = parser.add_argument
    add(
        "--target",
        metavar="VERSION",
        type=_checked(config.parse_target),
        help="the oldest Python that the code supports, such as 3.11 (default: requires-python "
        "of the nearest pyproject.toml, else the running Python)",
    )
    add(
        "--allow",
        metavar="CODES_AND_METHODS",
        type=_checked(_each(config.parse_allow)),
        default=frozenset[int | str](),
        help="status codes and request methods that may stay literals, such as 200,GET",
    )
    add(
        "--stubs",
        metavar="PATHS",
        type=_checked(_each(config.parse_stubs)),
        action="extend",
        default=[],
        help="stub files (.pyi) of your own, and folders of them; may be given more than once",
    )
    add(
        "--evidence",
        type=_checked(config.parse_evidence),
        default="named",
        metavar="{named,resolved}",
        help="the least evidence that counts: named also goes by telling names, resolved by known APIs alone "
        "(default: %(default)s)",
    )
    add(
        "--vendor-codes",
        metavar="CODES",
        type=_checked(_each(config.parse_vendor_codes)),
        default=frozenset[int](),
        help="status codes outside the registry that are in use, such as 520",
    )
    add(
        "--value",
        type=_checked(config.parse_value),
        default="never",
        metavar="{never,needed,always}",
        help="where to write the member's .value: needed where the member itself would change something "
        "(default: %(default)s)",
    )


def engine_options(
    target: config.Version | None = None,
    allow: Iterable[int | str] = (),
    stubs: Iterable[Path] = (),
    evidence: Evidence = "named",
    vendor_codes: Iterable[int] = (),
    value: Value = "never",
) -> config.Options:
    """The Options object from the values that ``add_engine_options`` gave."""
    return config.Options(target, frozenset(allow), tuple(stubs), evidence, frozenset(vendor_codes), value)


def add_select(parser: argparse.ArgumentParser) -> None:
    """Declare ``--select``: the rules, by code or by the start of it."""
    parser.add_argument(
        "--select",
        metavar="CODES",
        type=_checked(_prefixes),
        default=("HTS",),
        help="the rules to use, by code or by the start of it, such as HTS1,HTS201 (default: all)",
    )


def _prefixes(text: str) -> tuple[str, ...]:
    prefixes = tuple(_entries(text))
    for prefix in prefixes:
        if not any(rule.code.startswith(prefix) for rule in RULES):
            raise config.ConfigError(f"no rule's code starts with {prefix!r}")
    return prefixes


def _entries(text: str) -> list[str]:
    return [entry.strip() for entry in text.split(",") if entry.strip()]


def _each(parse: Callable[[Iterable[str]], Parsed]) -> Callable[[str], Parsed]:
    """``parse`` for the entries of a comma-separated text."""
    return lambda text: parse(_entries(text))


def _checked(parse: Callable[[str], Parsed]) -> Callable[[str], Parsed]:
    """``parse`` with the error that argparse shows."""

    def checked(text: str) -> Parsed:
        try:
            return parse(text)
        except config.ConfigError as error:
            raise argparse.ArgumentTypeError(str(error)) from error

    return checked
