"""The catalogue: the members of ``http.HTTPStatus`` and ``http.HTTPMethod``, by Python version.

Facts from https://docs.python.org/3/library/http.html and the module's own comments and docstrings.
A test holds them against the running ``http`` module.
"""
from __future__ import annotations

from dataclasses import dataclass

from flake8_http_status.requirements import Version


@dataclass(frozen=True, slots=True)
class Member:
    """One member: its name, the Python version since which it exists, its reference (an RFC)."""

    name: str
    since: Version
    reference: str


#: Every status code with the name that all supported Pythons have.
STATUSES: dict[int, Member] = {
    100: Member("CONTINUE", (3, 5), "HTTP/1.1 RFC 7231, Section 6.2.1"),
    101: Member("SWITCHING_PROTOCOLS", (3, 5), "HTTP/1.1 RFC 7231, Section 6.2.2"),
    102: Member("PROCESSING", (3, 5), "WebDAV RFC 2518, Section 10.1"),
    103: Member("EARLY_HINTS", (3, 9), "An HTTP Status Code for Indicating Hints RFC 8297"),
    200: Member("OK", (3, 5), "HTTP/1.1 RFC 7231, Section 6.3.1"),
    201: Member("CREATED", (3, 5), "HTTP/1.1 RFC 7231, Section 6.3.2"),
    202: Member("ACCEPTED", (3, 5), "HTTP/1.1 RFC 7231, Section 6.3.3"),
    203: Member("NON_AUTHORITATIVE_INFORMATION", (3, 5), "HTTP/1.1 RFC 7231, Section 6.3.4"),
    204: Member("NO_CONTENT", (3, 5), "HTTP/1.1 RFC 7231, Section 6.3.5"),
    205: Member("RESET_CONTENT", (3, 5), "HTTP/1.1 RFC 7231, Section 6.3.6"),
    206: Member("PARTIAL_CONTENT", (3, 5), "HTTP/1.1 RFC 7233, Section 4.1"),
    207: Member("MULTI_STATUS", (3, 5), "WebDAV RFC 4918, Section 11.1"),
    208: Member("ALREADY_REPORTED", (3, 5), "WebDAV Binding Extensions RFC 5842, Section 7.1 (Experimental)"),
    226: Member("IM_USED", (3, 5), "Delta Encoding in HTTP RFC 3229, Section 10.4.1"),
    300: Member("MULTIPLE_CHOICES", (3, 5), "HTTP/1.1 RFC 7231, Section 6.4.1"),
    301: Member("MOVED_PERMANENTLY", (3, 5), "HTTP/1.1 RFC 7231, Section 6.4.2"),
    302: Member("FOUND", (3, 5), "HTTP/1.1 RFC 7231, Section 6.4.3"),
    303: Member("SEE_OTHER", (3, 5), "HTTP/1.1 RFC 7231, Section 6.4.4"),
    304: Member("NOT_MODIFIED", (3, 5), "HTTP/1.1 RFC 7232, Section 4.1"),
    305: Member("USE_PROXY", (3, 5), "HTTP/1.1 RFC 7231, Section 6.4.5"),
    307: Member("TEMPORARY_REDIRECT", (3, 5), "HTTP/1.1 RFC 7231, Section 6.4.7"),
    308: Member("PERMANENT_REDIRECT", (3, 5), "Permanent Redirect RFC 7238, Section 3 (Experimental)"),
    400: Member("BAD_REQUEST", (3, 5), "HTTP/1.1 RFC 7231, Section 6.5.1"),
    401: Member("UNAUTHORIZED", (3, 5), "HTTP/1.1 Authentication RFC 7235, Section 3.1"),
    402: Member("PAYMENT_REQUIRED", (3, 5), "HTTP/1.1 RFC 7231, Section 6.5.2"),
    403: Member("FORBIDDEN", (3, 5), "HTTP/1.1 RFC 7231, Section 6.5.3"),
    404: Member("NOT_FOUND", (3, 5), "HTTP/1.1 RFC 7231, Section 6.5.4"),
    405: Member("METHOD_NOT_ALLOWED", (3, 5), "HTTP/1.1 RFC 7231, Section 6.5.5"),
    406: Member("NOT_ACCEPTABLE", (3, 5), "HTTP/1.1 RFC 7231, Section 6.5.6"),
    407: Member("PROXY_AUTHENTICATION_REQUIRED", (3, 5), "HTTP/1.1 Authentication RFC 7235, Section 3.2"),
    408: Member("REQUEST_TIMEOUT", (3, 5), "HTTP/1.1 RFC 7231, Section 6.5.7"),
    409: Member("CONFLICT", (3, 5), "HTTP/1.1 RFC 7231, Section 6.5.8"),
    410: Member("GONE", (3, 5), "HTTP/1.1 RFC 7231, Section 6.5.9"),
    411: Member("LENGTH_REQUIRED", (3, 5), "HTTP/1.1 RFC 7231, Section 6.5.10"),
    412: Member("PRECONDITION_FAILED", (3, 5), "HTTP/1.1 RFC 7232, Section 4.2"),
    413: Member("REQUEST_ENTITY_TOO_LARGE", (3, 5), "HTTP/1.1 RFC 7231, Section 6.5.11"),
    414: Member("REQUEST_URI_TOO_LONG", (3, 5), "HTTP/1.1 RFC 7231, Section 6.5.12"),
    415: Member("UNSUPPORTED_MEDIA_TYPE", (3, 5), "HTTP/1.1 RFC 7231, Section 6.5.13"),
    416: Member("REQUESTED_RANGE_NOT_SATISFIABLE", (3, 5), "HTTP/1.1 Range Requests RFC 7233, Section 4.4"),
    417: Member("EXPECTATION_FAILED", (3, 5), "HTTP/1.1 RFC 7231, Section 6.5.14"),
    418: Member("IM_A_TEAPOT", (3, 9), "HTCPCP/1.0 RFC 2324, Section 2.3.2"),
    421: Member("MISDIRECTED_REQUEST", (3, 7), "HTTP/2 RFC 7540, Section 9.1.2"),
    422: Member("UNPROCESSABLE_ENTITY", (3, 5), "WebDAV RFC 4918, Section 11.2"),
    423: Member("LOCKED", (3, 5), "WebDAV RFC 4918, Section 11.3"),
    424: Member("FAILED_DEPENDENCY", (3, 5), "WebDAV RFC 4918, Section 11.4"),
    425: Member("TOO_EARLY", (3, 9), "Using Early Data in HTTP RFC 8470"),
    426: Member("UPGRADE_REQUIRED", (3, 5), "HTTP/1.1 RFC 7231, Section 6.5.15"),
    428: Member("PRECONDITION_REQUIRED", (3, 5), "Additional HTTP Status Codes RFC 6585"),
    429: Member("TOO_MANY_REQUESTS", (3, 5), "Additional HTTP Status Codes RFC 6585"),
    431: Member("REQUEST_HEADER_FIELDS_TOO_LARGE", (3, 5), "Additional HTTP Status Codes RFC 6585"),
    451: Member("UNAVAILABLE_FOR_LEGAL_REASONS", (3, 8), "An HTTP Status Code to Report Legal Obstacles RFC 7725"),
    500: Member("INTERNAL_SERVER_ERROR", (3, 5), "HTTP/1.1 RFC 7231, Section 6.6.1"),
    501: Member("NOT_IMPLEMENTED", (3, 5), "HTTP/1.1 RFC 7231, Section 6.6.2"),
    502: Member("BAD_GATEWAY", (3, 5), "HTTP/1.1 RFC 7231, Section 6.6.3"),
    503: Member("SERVICE_UNAVAILABLE", (3, 5), "HTTP/1.1 RFC 7231, Section 6.6.4"),
    504: Member("GATEWAY_TIMEOUT", (3, 5), "HTTP/1.1 RFC 7231, Section 6.6.5"),
    505: Member("HTTP_VERSION_NOT_SUPPORTED", (3, 5), "HTTP/1.1 RFC 7231, Section 6.6.6"),
    506: Member("VARIANT_ALSO_NEGOTIATES", (3, 5), "Transparent Content Negotiation in HTTP RFC 2295, Section 8.1 (Experimental)"),
    507: Member("INSUFFICIENT_STORAGE", (3, 5), "WebDAV RFC 4918, Section 11.5"),
    508: Member("LOOP_DETECTED", (3, 5), "WebDAV Binding Extensions RFC 5842, Section 7.2 (Experimental)"),
    510: Member("NOT_EXTENDED", (3, 5), "An HTTP Extension Framework RFC 2774, Section 7 (Experimental)"),
    511: Member("NETWORK_AUTHENTICATION_REQUIRED", (3, 5), "Additional HTTP Status Codes RFC 6585, Section 6"),
}

#: The names that Python 3.13 gave to four of them, after RFC 9110; the old ones stay as aliases
#: (https://docs.python.org/3/whatsnew/3.13.html#http).
RENAMED: dict[int, Member] = {
    413: Member("CONTENT_TOO_LARGE", (3, 13), "HTTP Semantics RFC 9110, Section 15.5.14"),
    414: Member("URI_TOO_LONG", (3, 13), "HTTP Semantics RFC 9110, Section 15.5.15"),
    416: Member("RANGE_NOT_SATISFIABLE", (3, 13), "HTTP Semantics RFC 9110, Section 15.5.17"),
    422: Member("UNPROCESSABLE_CONTENT", (3, 13), "HTTP Semantics RFC 9110, Section 15.5.21"),
}

#: The status code of each name, old names and new.
STATUS_NAMES: dict[str, int] = {
    member.name: code for table in (STATUSES, RENAMED) for code, member in table.items()
}

#: The first code that ends an exchange.
FIRST_FINAL = 200
#: The first code of a failure, and all of those.
FIRST_FAILURE = 400
FAILURES = frozenset(code for code in STATUSES if code >= FIRST_FAILURE)
#: Failures that other protocols hardly have.
TELLING = frozenset({401, 403, 404, 405, 409, 410, 422, 429, 502, 503})
#: Status codes that no registry knows, but that are in use, with who uses them.
VENDOR_CODES: dict[int, str] = {
    419: "Laravel",
    420: "Twitter",
    430: "Shopify",
    440: "Microsoft IIS",
    444: "nginx",
    449: "Microsoft IIS",
    450: "Windows parental controls",
    460: "AWS Elastic Load Balancing",
    463: "AWS Elastic Load Balancing",
    494: "nginx",
    495: "nginx",
    496: "nginx",
    497: "nginx",
    498: "Esri",
    499: "nginx",
    509: "cPanel",
    **dict.fromkeys(range(520, 528), "Cloudflare"),
    529: "Qualys",
    530: "Cloudflare",
    561: "AWS Elastic Load Balancing",
    598: "proxies",
    599: "proxies",
    999: "LinkedIn",
}

METHODS: dict[str, Member] = {
    "GET": Member("GET", (3, 11), "HTTP/1.1 RFC 7231, Section 4.3.1"),
    "HEAD": Member("HEAD", (3, 11), "HTTP/1.1 RFC 7231, Section 4.3.2"),
    "POST": Member("POST", (3, 11), "HTTP/1.1 RFC 7231, Section 4.3.3"),
    "PUT": Member("PUT", (3, 11), "HTTP/1.1 RFC 7231, Section 4.3.4"),
    "DELETE": Member("DELETE", (3, 11), "HTTP/1.1 RFC 7231, Section 4.3.5"),
    "CONNECT": Member("CONNECT", (3, 11), "HTTP/1.1 RFC 7231, Section 4.3.6"),
    "OPTIONS": Member("OPTIONS", (3, 11), "HTTP/1.1 RFC 7231, Section 4.3.7"),
    "TRACE": Member("TRACE", (3, 11), "HTTP/1.1 RFC 7231, Section 4.3.8"),
    "PATCH": Member("PATCH", (3, 11), "HTTP/1.1 RFC 5789"),
}


def is_final(value: object) -> bool:
    """Whether a value is a number that may end an exchange, registered or not: no 100 to 199."""
    return isinstance(value, int) and value >= FIRST_FINAL


def status_member(code: int, target: Version) -> Member | None:
    """The right name for ``code`` where ``target`` is the oldest Python that the code supports.

    That is the newest name that every version from ``target`` on has; None where the code is
    unknown or younger than ``target``.
    """
    for members in (RENAMED, STATUSES):
        member = members.get(code)
        if member is not None and member.since <= target:
            return member
    return None


def method_member(method: str, target: Version) -> Member | None:
    """The member for ``method`` (upper case), or None where ``target`` is too old to have it."""
    member = METHODS.get(method)
    return member if member is not None and member.since <= target else None
