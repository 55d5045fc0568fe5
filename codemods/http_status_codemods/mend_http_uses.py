"""The codemod for wrong uses of statuses and methods."""
from __future__ import annotations

from http_status_codemods._command import UseConstants, codes_of


class MendHTTPUses(UseConstants):
    """``status is 200`` → ``status == HTTPStatus.OK``, and the other wrong uses that have a sound fix."""

    DESCRIPTION = "Mends wrong uses of HTTP status codes and request methods."
    codes = codes_of("MendHTTPUses")
