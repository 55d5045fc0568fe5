"""A grammar of the syntax around candidate literals, for random programs and for a fuzzer's bytes.

It aims at what a rewriter gets wrong: brackets, white space, continuation lines, comments, newlines,
encodings, tabs and form feeds next to literals; scopes and imports that bind the enums' names; all the
places that an expression can stand in.
"""
from __future__ import annotations

import ast
import warnings
from collections.abc import Sequence
from typing import Protocol, TypeVar

T = TypeVar("T")


class Chooser(Protocol):
    """Where the choices come from."""

    def randrange(self, stop: int, /) -> int:
        """A number from 0 to below ``stop``."""


LITERALS = (
    "404", "200", "201", "503", "299", "0x194", "4_04", "4_0_4", "0b110010100", "404.0", "404j", "-404", "+200",
    "'GET'", '"POST"', "'get'", "'P' 'UT'", "'PA' \\\n 'TCH'", "u'GET'", "r'HEAD'", "R\"PUT\"", "b'GET'",
    "'''DELETE'''", '"""POST"""', "'\\x47ET'", "('GET')", "((404))", "f'GET'", "f'{404}'", "'G' f'ET'",
    "True", "None", "...", "'é'", "'/x'", "'404'", "'GET '", "'\u0130'", "'\\N{DIGIT ONE}'",
)  # fmt: skip
NAMES = (
    "r", "resp", "status", "status_code", "expected_status", "method", "http_method", "request", "client",
    "requests", "http", "HTTPStatus", "HTTPMethod", "S", "self", "x", "f", "_", "match", "case", "type", "ñ",
    "print", "url",
)  # fmt: skip
ATTRIBUTES = (
    "status_code", "status", "method", "get", "request", "OK", "value", "append", "code", "x", "HTTPStatus",
)
KEYWORDS = ("status", "status_code", "method", "timeout", "methods", "n")
OPERATORS = (
    "==", "!=", "in", "not in", "<", "is", "is not", "+", "%", "and", "or", "-", "//", "@", "|", "==", "==",
)
IMPORTS = (
    "import http", "import http.client", "import http as h", "from http import HTTPStatus", "import requests",
    "from http import HTTPStatus as S, HTTPMethod", "from http import (\n    HTTPMethod, # m\n)", "import os, sys",
    "from http.client import *", "from http import *", "from requests import get as f", "from . import http",
    "from .http import HTTPStatus", "from unknown import *", "from __future__ import annotations",
    "HTTPStatus = 3", "class HTTPMethod: pass", "http = None", "del x", "__all__ = ['HTTPStatus']",
    "from flask import Flask, abort", "import unittest, pytest", "from http import HTTPStatus, client;x=1",
    "import requests;from http import HTTPMethod", "from django.http import HttpResponse",
    "try:\n    from http import HTTPStatus\nexcept ImportError:\n    HTTPStatus = None",
    "if x:\n    from http import HTTPMethod", "with x: import http", "for http in x: pass",
    "from http import \\\n  HTTPStatus", "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import http",
)  # fmt: skip
SPACES = ("", " ", "", " ", "", "  ", "\t", "\x0c", "\\\n", " \\\n\t")
LINES = (
    "\n", "", "    \n", "# comment\n", "# noqa\n", "\x0c\n", "# é\n", "\x0c# page\n", "#!/usr/bin/python\n", "\n\n",
    "# %%\n", "# fmt: off\n", "#\n",
)  # fmt: skip
HEADS = (
    "", "", "", "'''doc'''\n", '"doc"; x = 1\n', "#!/usr/bin/env python\n# -*- coding: utf-8 -*-\n", "\n\n",
    "# licence\n\n", "'''doc'''; from __future__ import annotations; r.status_code == 404\n", "\x0c\n",
)  # fmt: skip
_ENDS = ("\n", "\n", "\n", "\r\n", "\r", "mixed")
_TAILS = ("", "", "\n", "  ", "\n  ", "# end", "\\\n", "\x0c")


def program(chance: Chooser) -> bytes:
    """A module; nearly always one that parses, as the parts that do not are left out."""
    parts = [_choose(chance, HEADS)]
    for _ in range(chance.randrange(3)):
        parts.append(_line(chance, _choose(chance, IMPORTS)))
    for _ in range(1 + chance.randrange(3)):
        parts.append(_Maker(chance).statement(0))
    text = "".join(part for part in parts if _parses(part))
    text = _joined(chance, text) + _choose(chance, _TAILS)
    if chance.randrange(12) == 0:
        return b"\xef\xbb\xbf" + text.encode("utf-8", "surrogatepass")
    if chance.randrange(12) == 0:
        return f"# coding: latin-1\n{text}".encode("latin-1", "backslashreplace")
    return text.encode("utf-8", "surrogatepass")


def _choose(chance: Chooser, these: Sequence[T]) -> T:
    return these[chance.randrange(len(these))]


def _line(chance: Chooser, text: str) -> str:
    before = _choose(chance, LINES) if chance.randrange(4) == 0 else ""
    return f"{before}{text}{_choose(chance, ('', '', '', '  # why', '  # noqa: HTS101', ';'))}\n"


def _joined(chance: Chooser, text: str) -> str:
    end = _choose(chance, _ENDS)
    if end == "\n":
        return text
    lines = text.split("\n")
    return "".join(
        line + (_choose(chance, _ENDS[2:5]) if end == "mixed" else end) for line in lines[:-1]
    ) + lines[-1]


def _parses(text: str) -> bool:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            ast.parse(text)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return False
    return True


class _Maker:
    """Makes statements and expressions, less and less deep."""

    def __init__(self, chance: Chooser) -> None:
        self.chance = chance

    def of(self, these: Sequence[str]) -> str:
        return _choose(self.chance, these)

    def gap(self) -> str:
        return self.of(SPACES)

    def expression(self, depth: int) -> str:
        """An expression, where a line may be continued."""
        if depth > 2 or self.chance.randrange(3) == 0:
            return self.of(LITERALS) if self.chance.randrange(5) < 3 else self.of(NAMES)
        one, two, three = (lambda: self.expression(depth + 1) for _ in range(3))
        match self.chance.randrange(24):
            case 0 | 1 | 2:
                return f"{self.of(NAMES)}.{self.of(ATTRIBUTES)}{self.gap()} {self.of(OPERATORS)} {self.gap()}{one()}"
            case 3:
                return f"({one()}{self.gap()}{self.of(('==', '!='))}{self.gap()}{two()})"
            case 4 | 5:
                return f"{self.of(NAMES)}({one()}, {self.of(KEYWORDS)}{self.gap()}={self.gap()}{two()})"
            case 6:
                return f"{self.of(NAMES)}.{self.of(ATTRIBUTES)}({one()},{self.gap()}{two()})"
            case 7:
                return f"[{one()},{self.gap()}{two()},]"
            case 8:
                return f"({one()},{self.gap()})"
            case 9:
                return "{" + f"{one()}:{self.gap()}{two()}, 'status'{self.gap()}:{three()}, **{self.of(NAMES)}" + "}"
            case 10:
                return "{" + f"{one()}, *{self.of(NAMES)}" + "}"
            case 11:
                return f"({one()}if {self.of(NAMES)}else {two()})"
            case 12:
                return f"({self.of(NAMES)}{self.gap()}:={self.gap()}{one()})"
            case 13:
                return f"(lambda {self.of(NAMES)}={one()}: {two()})"
            case 14:
                start, end = self.of(("[]", "()", "{}"))
                return f"{start}{one()} for {self.of(NAMES)} in {two()} if {three()}{end}"
            case 15:
                return f"[{one()} for {self.of(NAMES)} in[{two()}]if {three()}]"
            case 16:
                return f"({one()}\n  # inside\n  )"
            case 17:
                return f"{self.of(NAMES)}[{one()}]"
            case 18:
                return f"f'{{{self.of(NAMES)}.status_code == {self.of(('404', '200'))}}}'"
            case 19:
                return f"not {one()}"
            case 20:
                return f"await {one()}"
            case 21:
                return f"(yield{self.of((' ', '('))}{one()})"
            case 22:
                return f"print(*[{one()}], **{{'method': {two()}}}, sep=(\n{three()} ))"
        return f"{self.of(NAMES)}.request({one()}, '/x').status_code{self.of(('==', ' == ', '!=', ' in '))}{two()}"

    def simple(self, depth: int) -> str:
        """A statement of one line."""
        value = self.expression(depth)
        name, attribute = self.of(NAMES), self.of(ATTRIBUTES)
        match self.chance.randrange(12):
            case 0:
                text = f"assert {value}{self.gap()}=={self.gap()} {self.expression(depth)}, {self.of(LITERALS)}"
            case 1:
                text = f"{name}{self.gap()}={self.gap()}{value}"
            case 2:
                text = f"{name}.{attribute} = {value}"
            case 3:
                text = f"{name}: {self.of(NAMES)} = {value}"
            case 4:
                text = f"{name}[{value}] = {self.expression(depth)}"
            case 5:
                text = f"return{self.of((' ', ' ', '('))}{value}"
            case 6:
                text = f"{name}, *{self.of(NAMES)} = {value},{self.expression(depth)}"
            case 7:
                text = f"{name} {self.of(('+=', '-=', '|='))} {value}"
            case 8:
                text = f"{name}.{attribute}=={value};{self.of(NAMES)}={self.expression(depth)};"
            case 9:
                text = self.of(IMPORTS)
            case 10:
                text = f"{self.of(('global', 'nonlocal', 'del'))} {name}"
            case _:
                text = value
        return _line(self.chance, text)

    def statement(self, depth: int) -> str:
        """A statement."""
        if depth > 1 or self.chance.randrange(2):
            return self.simple(depth)
        name, value = self.of(NAMES), self.expression(depth + 1)
        head = self.of((
            f"def {name}({self.of(NAMES)}={value}, *, status={self.expression(2)}, **kw):",
            f"async def {name}(self, method: str{self.gap()}={self.gap()}{value}) -> {self.of(NAMES)}:",
            f"@{name}({value}, methods=['GET',\n 'POST'])\ndef {name}(r):",
            f"class {name}({self.of(NAMES)}, status={value}):",
            f"if {value}:", f"while {value}:", f"for {name} in {value}:", f"with {value} as {name}:",
            f"async def f():\n  async with {value} as {name}:", f"if x: pass\nelif {value}:",
            f"for x in {value}: pass\nelse:", f"try: pass\nexcept {self.of(NAMES)} as {name}:",
            f"try: pass\nfinally: {name} = {value}\nif 1:",
            f"match {self.of(NAMES)}.status_code:\n  case 404|200 as {self.of(NAMES)} if {value}: pass\n  case _:",
            f"match {value}:\n  case {{'status': 404}}|C(status=200): ...\n  case ['GET', *_]:",
        ))  # fmt: skip
        return self.block(head, depth)

    def block(self, head: str, depth: int) -> str:
        indent = "    " if head.count("\n  ") == 0 or "methods" in head else "      "
        indent = self.of((indent, indent, "\t")) if "\n  " not in head else indent
        lines = [self.statement(depth + 1) for _ in range(1 + self.chance.randrange(3))]
        body = "".join(line for line in lines if _fits(line)) or "pass\n"
        if self.chance.randrange(6) == 0 and body.count("\n") == 1 and not body.startswith(("#", " ", "\x0c")):
            return f"{head}{body}"
        return f"{head}{self.of(('', '', ' # head'))}\n" + "".join(
            f"{indent}{line}\n" if line.strip() else f"{line}\n" for line in body.removesuffix("\n").split("\n")
        )


def _fits(line: str) -> bool:
    return _parses("async def f():\n" + "".join(f" {one}\n" for one in line.split("\n")))
