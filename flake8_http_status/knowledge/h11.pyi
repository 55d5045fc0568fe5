"""https://h11.readthedocs.io/en/latest/api.html"""
from http import HTTPMethod, HTTPStatus

from h11._events import InformationalResponse, Request, Response

# A status becomes an int, a method bytes.
class _events:
    class Request:
        def __init__(self, *, method: HTTPMethod, headers, target, http_version=...): ...

    class _ResponseBase:
        status_code: HTTPStatus
        def __init__(self, *, headers, status_code: HTTPStatus, http_version=..., reason=...): ...

    class InformationalResponse(_ResponseBase): ...
    class Response(_ResponseBase): ...
