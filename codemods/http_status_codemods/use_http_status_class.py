"""The codemod for classes of statuses."""
from __future__ import annotations

from http_status_codemods._command import UseConstants, codes_of


class UseHTTPStatusClass(UseConstants):
    """``200 <= response.status_code < 300`` → ``response.is_success``, where a property means the same."""

    DESCRIPTION = "Replaces comparisons that tell a class of HTTP status codes by properties."
    codes = codes_of("UseHTTPStatusClass")
