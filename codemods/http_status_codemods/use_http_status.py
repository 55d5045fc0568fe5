"""The codemod for status codes."""
from __future__ import annotations

from http_status_codemods._command import UseConstants, codes_of


class UseHTTPStatus(UseConstants):
    """``404`` → ``HTTPStatus.NOT_FOUND``."""

    DESCRIPTION = "Replaces HTTP status codes written as literals by members of http.HTTPStatus."
    codes = codes_of("UseHTTPStatus")
