"""The options that the command line and the codemods share."""
from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar

from flake8_http_status import config
from flake8_http_status.findings import Evidence, Style, Value
from flake8_http_status.requirements import ConfigError, Version
from flake8_http_status.rules import RULES

Parsed = TypeVar("Parsed")


def add_engine_options(
    parser: argparse.ArgumentParser, defaults: Mapping[str, str] = MappingProxyType({})
) -> None:
    """Declare what an Options object holds, under the names of its fields.

    ``defaults`` are values by option, as a configuration file spells them.
    """
    add = parser.add_argument
    add(
        "--target",
        metavar="VERSION",
        type=_checked(config.parse_target),
        default=defaults.get("target"),
        help="the oldest Python that the code supports, such as 3.11 (default: what the project's "
        "pyproject.toml, setup.cfg or setup.py says, else the running Python)",
    )
    add(
        "--allow",
        metavar="CODES_AND_METHODS",
        type=_checked(_each(config.parse_allow)),
        default=defaults.get("allow", ""),
        help="status codes and request methods that may stay literals, such as 200,GET",
    )
    add(
        "--stubs",
        metavar="PATHS",
        type=_checked(_each(config.parse_stubs)),
        action=_Extend,
        default=defaults.get("stubs", ""),
        help="stub files (.pyi) of your own, and folders of them; may be given more than once",
    )
    add(
        "--evidence",
        type=_checked(config.parse_evidence),
        default=defaults.get("evidence", "named"),
        metavar="{named,resolved}",
        help="the least evidence that counts: named also goes by telling names, resolved by known APIs alone "
        "(default: %(default)s)",
    )
    add(
        "--vendor-codes",
        metavar="CODES",
        type=_checked(_each(config.parse_vendor_codes)),
        default=defaults.get("vendor-codes", ""),
        help="status codes outside the registry that are in use, such as 520",
    )
    add(
        "--include",
        metavar="KINDS",
        type=_checked(_each(config.parse_include)),
        default=defaults.get("include", ""),
        help="files that are otherwise left alone: generated, vendored, excluded (by flake8's "
        "configuration), ignored (by .gitignore)",
    )
    add(
        "--value",
        type=_checked(config.parse_value),
        default=defaults.get("value", "never"),
        metavar="{never,needed,always}",
        help="where to write the member's .value: needed where the member itself would change something "
        "(default: %(default)s)",
    )
    add(
        "--vocabulary",
        metavar="VOCABULARIES",
        type=_checked(_each(config.parse_vocabulary)),
        default=defaults.get("vocabulary", ""),
        help="the vocabularies that are wanted, the first choice first: http, literal, the name of a library "
        "(starlette>=0.46), or project:MODULE (default: http)",
    )
    add(
        "--style",
        metavar="STYLES",
        type=_checked(_each(config.parse_style)),
        default=defaults.get("style", ""),
        help="patterns of paths with what is wanted there, such as tests/*:literal, or constant",
    )


class _Extend(argparse.Action):
    """Gathers what is given, in the place of the default."""

    def __call__(
        self, parser: argparse.ArgumentParser, namespace: argparse.Namespace, values: Any, option: Any = None
    ) -> None:
        given = getattr(namespace, self.dest)
        setattr(namespace, self.dest, (*(given if isinstance(given, tuple) else ()), *values))


def engine_options(
    target: Version | None = None,
    allow: Iterable[int | str] = (),
    stubs: Iterable[Path] = (),
    evidence: Evidence = "named",
    vendor_codes: Iterable[int] = (),
    value: Value = "never",
    include: Iterable[str] = (),
    vocabulary: Iterable[config.Wanted] = (),
    style: Iterable[tuple[str, Style]] = (),
) -> config.Options:
    """The Options object from the values that ``add_engine_options`` gave."""
    return config.Options(
        target=target,
        allow=frozenset(allow),
        stubs=tuple(stubs),
        evidence=evidence,
        vendor_codes=frozenset(vendor_codes),
        value=value,
        include=frozenset(include),
        vocabulary=tuple(vocabulary),
        style=tuple(style),
    )


def add_selection(parser: argparse.ArgumentParser) -> None:
    """Declare which rules are used, by code or by the start of it; None where the user does not say."""
    for name, says in (
        ("--select", "the rules to use, by code or its first letters: HTS1,HTS201 (default: those on)"),
        ("--extend-select", "rules to use besides, such as those that are off by default"),
        ("--ignore", "the rules not to use; of a rule that is named twice the longer name counts"),
        ("--extend-ignore", "rules not to use besides"),
    ):
        parser.add_argument(name, metavar="CODES", type=_checked(_prefixes), help=says)


def _prefixes(text: str) -> tuple[str, ...]:
    prefixes = tuple(_entries(text))
    for prefix in prefixes:
        if not any(rule.code.startswith(prefix) for rule in RULES):
            raise ConfigError(f"no rule's code starts with {prefix!r}")
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
        except ConfigError as error:
            raise argparse.ArgumentTypeError(str(error)) from error

    return checked
