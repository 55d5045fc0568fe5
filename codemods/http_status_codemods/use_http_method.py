"""The codemod for request methods."""
from __future__ import annotations

from http_status_codemods._command import UseConstants, codes_of


class UseHTTPMethod(UseConstants):
    """``"POST"`` → ``HTTPMethod.POST``."""

    DESCRIPTION = "Replaces HTTP request methods written as literals by members of http.HTTPMethod."
    codes = codes_of("UseHTTPMethod")
