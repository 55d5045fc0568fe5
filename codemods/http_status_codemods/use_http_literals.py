"""The codemod for places where literals are wanted."""
from __future__ import annotations

from dataclasses import replace
from typing import Any

from libcst.codemod import CodemodContext

from flake8_http_status.config import LITERAL
from http_status_codemods._command import UseConstants, codes_of


class UseHTTPLiterals(UseConstants):
    """``HTTPStatus.NOT_FOUND`` → ``404``, where literals are wanted."""

    DESCRIPTION = "Turns constants for HTTP status codes and request methods into literals."
    codes = codes_of("UseHTTPLiterals")

    def __init__(self, context: CodemodContext, **settings: Any) -> None:
        """Take what the user chose; where no style is chosen, literals are wanted everywhere."""
        super().__init__(context, **settings)
        if not self.options.wants_literals:
            self.options = replace(self.options, vocabulary=(LITERAL,))
