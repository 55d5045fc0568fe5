"""The codemod for constants of other vocabularies."""
from __future__ import annotations

from http_status_codemods._command import UseConstants, codes_of


class UseHTTPVocabulary(UseConstants):
    """``status.HTTP_404_NOT_FOUND`` → ``HTTPStatus.NOT_FOUND``, or from any vocabulary to any other."""

    DESCRIPTION = "Turns constants for HTTP status codes and methods into those of the wanted vocabulary."
    codes = codes_of("UseHTTPVocabulary")
