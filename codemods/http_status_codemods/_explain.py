"""``flake8-http-status explain``: what a status, a method, a rule or a library is."""
from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches
from http import HTTPMethod, HTTPStatus

from flake8_http_status.constants import METHODS, RENAMED, STATUSES, VENDOR_CODES, Member
from flake8_http_status.requirements import Version
from flake8_http_status.rules import RULES, page_of
from http_status_codemods import _pages

#: A member as people write it: ``HTTPStatus.NOT_FOUND``, ``HTTP_404_NOT_FOUND``, ``not found``.
_PREFIXES = re.compile(r"^(HTTP\.)?(HTTPSTATUS\.|HTTPMETHOD\.)?(HTTP_(?!VERSION))?(\d{3}_)?(?=\D)")
_REFERENCE = re.compile(r"RFC (?P<number>\d+)(?:, Section (?P<section>[\d.]+))?")
_CODE = re.compile(r"(HTTP[ _])?(\d{3})(?!\d)")


class UnknownError(LookupError):
    """Nothing has that name; the text says so, and what may have been meant."""


def explain(subject: str) -> str:
    """What there is to say of ``subject``, as Markdown.

    A status by code or name, a method, a rule by code or name, or a library as its import is spelled,
    in any case.  Raises UnknownError.
    """
    wanted = " ".join(subject.split())
    for find in (_rule, _library, _status, _method):
        if (text := find(wanted)) is not None:
            return text
    near = get_close_matches(wanted.lower(), _known(), n=3, cutoff=0.6)
    hint = f"; did you mean {' or '.join(near)}?" if near else ""
    raise UnknownError(f"{subject!r} is no status, method, rule or library that is known here{hint}")


def _known() -> dict[str, None]:
    """All that can be explained, in lower case."""
    members = (*STATUSES.values(), *RENAMED.values(), *METHODS.values())
    return {
        **{str(code): None for code in STATUSES},
        **{member.name.lower(): None for member in members},
        **{word.lower(): None for rule in RULES for word in (rule.code, rule.name)},
        **dict.fromkeys(_pages.names("libraries")),
    }


def _rule(wanted: str) -> str | None:
    named = (rule for rule in RULES if wanted.lower() in {rule.code.lower(), rule.name})
    code = next((rule.code for rule in named), None)
    page = _pages.page("rules", code) if code else None
    return f"{page}\nOn the web: <{page_of(code)}>\n" if code and page else None


def _library(wanted: str) -> str | None:
    names = {name.lower(): name for name in _pages.names("libraries")}
    name = names.get(wanted.lower().replace("-", "_"))
    return _pages.page("libraries", name) if name else None


def _method(wanted: str) -> str | None:
    member = METHODS.get(_bare(wanted))
    if member is None:
        return None
    lines = [f"# {member.name}", _usage("HTTPMethod", member)]
    if member.name in HTTPMethod.__members__:
        lines.append(_sentence(HTTPMethod[member.name].description))
    return "\n\n".join((*lines, _reference(member))) + "\n"


def _status(wanted: str) -> str | None:
    code = _status_code(wanted)
    if code in VENDOR_CODES:
        return _of_vendor(code)
    return "\n\n".join(_of_status(code)) + "\n" if code in STATUSES else None


def _of_vendor(code: int) -> str:
    lines = (
        f"# {code}",
        f"No registry has it, nor has `HTTPStatus`, but it is in use: {VENDOR_CODES[code]}.",
        f"`HTS301` does not report it: <{page_of('HTS301')}>",
    )
    return "\n\n".join(lines) + "\n"


def _status_code(wanted: str) -> int | None:
    if match := _CODE.match(wanted.upper()):
        return int(match[2])
    name = _bare(wanted)
    members = (*RENAMED.items(), *STATUSES.items())
    return next((code for code, member in members if member.name == name), None)


def _of_status(code: int) -> Iterator[str]:
    old, new = STATUSES[code], RENAMED.get(code)
    known = HTTPStatus(code)
    yield f"# {code} {known.phrase}"
    yield _usage("HTTPStatus", new or old)
    if new is not None:
        since = _spelled(old.since)
        yield f"`HTTPStatus.{old.name}` is its old name, since Python {since}; it stays as an alias."
    if known.description:
        yield _sentence(known.description)
    yield _reference(new or old)


def _usage(enum: str, member: Member) -> str:
    return f"`{enum}.{member.name}`, since Python {_spelled(member.since)}."


def _spelled(version: Version) -> str:
    return ".".join(map(str, version))


def _sentence(text: str) -> str:
    return text if text.endswith(".") else f"{text}."


def _reference(member: Member) -> str:
    """The member's reference with the address of what it refers to."""
    match = _REFERENCE.search(member.reference)
    if match is None:
        return member.reference
    part = f"#section-{match['section']}" if match["section"] else ""
    return f"{member.reference}: <https://www.rfc-editor.org/rfc/rfc{match['number']}{part}>"


def _bare(wanted: str) -> str:
    """The bare name of a member: ``NOT_FOUND``."""
    return _PREFIXES.sub("", re.sub(r"[ -]", "_", wanted.upper()))
