"""https://opentelemetry-python.readthedocs.io/en/latest/"""
from http import HTTPMethod, HTTPStatus
from typing import Annotated

class instrumentation:
    class utils:
        def http_status_to_status_code(status: HTTPStatus, allow_redirect=..., server_span=...): ...

class util:
    class http:
        # Passes through upper().
        def sanitize_method(method: Annotated[HTTPMethod, "folds"]) -> HTTPMethod: ...
