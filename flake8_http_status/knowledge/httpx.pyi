"""https://www.python-httpx.org/api/"""
from enum import IntEnum
from http import HTTPMethod, HTTPStatus
from typing import (
    Annotated,
    AsyncContextManager,
    AsyncIterator,
    Awaitable,
    Callable,
    ContextManager,
    Iterator,
    Mapping,
)

_Hooks = dict[str, list[Callable[[Request | Response], object]]]
# The parameters of an address and the fields of a form are written as str() of each value.
_Form = Mapping[object, Annotated[object, "text"]]

# Each method passes through upper().
def request(
    method: Annotated[HTTPMethod, "folds"], url, *, params: _Form = ..., data: _Form = ...
) -> Response: ...
def stream(
    method: Annotated[HTTPMethod, "folds"], url, *, params: _Form = ..., data: _Form = ...
) -> ContextManager[Response]: ...
def get(url, *, params: _Form = ...) -> Response: ...
def post(url, *, data: _Form = ..., params: _Form = ...) -> Response: ...

put = patch = post
options = head = delete = get

class Request:
    method: Annotated[HTTPMethod, "upper"]
    def __init__(
        self, method: Annotated[HTTPMethod, "folds"], url, *, params: _Form = ..., data: _Form = ...
    ): ...

class Response:
    status_code: HTTPStatus
    is_informational: Annotated[bool, "means:100-199"]
    is_success: Annotated[bool, "means:200-299"]
    is_redirect: Annotated[bool, "means:300-399"]
    is_client_error: Annotated[bool, "means:400-499"]
    is_server_error: Annotated[bool, "means:500-599"]
    is_error: Annotated[bool, "means:400-599"]
    request: Request
    history: list[Response]
    next_request: Request
    # Handed back as it is.
    def __init__(
        self,
        status_code: Annotated[HTTPStatus, "text"],
        *,
        request: Request = ...,
        history: list[Response] = ...,
    ): ...
    def raise_for_status(self) -> Response: ...

class Client:
    event_hooks: _Hooks
    def __init__(
        self, *, params: _Form = ..., event_hooks: _Hooks = ..., transport: BaseTransport = ...
    ): ...
    def build_request(
        self, method: Annotated[HTTPMethod, "folds"], url, *, data: _Form = ..., params: _Form = ...
    ) -> Request: ...
    def request(
        self, method: Annotated[HTTPMethod, "folds"], url, *, data: _Form = ..., params: _Form = ...
    ) -> Response: ...
    def stream(
        self, method: Annotated[HTTPMethod, "folds"], url, *, data: _Form = ..., params: _Form = ...
    ) -> ContextManager[Response]: ...
    def send(self, request: Request, *, stream=...) -> Response: ...
    def get(self, url, *, params: _Form = ...) -> Response: ...
    def post(self, url, *, data: _Form = ..., params: _Form = ...) -> Response: ...
    put = patch = post
    options = head = delete = get

class AsyncClient:
    event_hooks: _Hooks
    def __init__(
        self, *, params: _Form = ..., event_hooks: _Hooks = ..., transport: AsyncBaseTransport = ...
    ): ...
    def build_request(
        self, method: Annotated[HTTPMethod, "folds"], url, *, data: _Form = ..., params: _Form = ...
    ) -> Request: ...
    async def request(
        self, method: Annotated[HTTPMethod, "folds"], url, *, data: _Form = ..., params: _Form = ...
    ) -> Response: ...
    def stream(
        self, method: Annotated[HTTPMethod, "folds"], url, *, data: _Form = ..., params: _Form = ...
    ) -> AsyncContextManager[Response]: ...
    async def send(self, request: Request, *, stream=...) -> Response: ...
    async def get(self, url, *, params: _Form = ...) -> Response: ...
    async def post(self, url, *, data: _Form = ..., params: _Form = ...) -> Response: ...
    put = patch = post
    options = head = delete = get

class BaseTransport:
    def handle_request(self, request: Request) -> Response: ...

class AsyncBaseTransport:
    async def handle_async_request(self, request: Request) -> Response: ...

class HTTPTransport(BaseTransport): ...
class AsyncHTTPTransport(AsyncBaseTransport): ...
class WSGITransport(BaseTransport): ...
class ASGITransport(AsyncBaseTransport): ...

class MockTransport(AsyncBaseTransport, BaseTransport):
    def __init__(self, handler: Callable[[Request], Response | Awaitable[Response]]): ...

class Auth:
    def auth_flow(self, request: Request) -> Iterator[Request]: ...
    def sync_auth_flow(self, request: Request) -> Iterator[Request]: ...
    async def async_auth_flow(self, request: Request) -> AsyncIterator[Request]: ...

class HTTPError:
    request: Request

class HTTPStatusError(HTTPError):
    response: Response
    def __init__(self, message, *, request: Request, response: Response): ...

class RequestError(HTTPError):
    def __init__(self, message, *, request: Request = ...): ...

class TransportError(RequestError): ...
class TimeoutException(TransportError): ...
class ConnectTimeout(TimeoutException): ...
class ReadTimeout(TimeoutException): ...
class WriteTimeout(TimeoutException): ...
class PoolTimeout(TimeoutException): ...
class NetworkError(TransportError): ...
class ReadError(NetworkError): ...
class WriteError(NetworkError): ...
class ConnectError(NetworkError): ...
class CloseError(NetworkError): ...
class ProxyError(TransportError): ...
class UnsupportedProtocol(TransportError): ...
class ProtocolError(TransportError): ...
class LocalProtocolError(ProtocolError): ...
class RemoteProtocolError(ProtocolError): ...
class DecodingError(RequestError): ...
class TooManyRedirects(RequestError): ...

class codes(IntEnum):
    @classmethod
    def get_reason_phrase(cls, value: HTTPStatus) -> str: ...
    @classmethod
    def is_informational(cls, value: HTTPStatus) -> bool: ...
    @classmethod
    def is_success(cls, value: HTTPStatus) -> bool: ...
    @classmethod
    def is_redirect(cls, value: HTTPStatus) -> bool: ...
    @classmethod
    def is_client_error(cls, value: HTTPStatus) -> bool: ...
    @classmethod
    def is_server_error(cls, value: HTTPStatus) -> bool: ...
    @classmethod
    def is_error(cls, value: HTTPStatus) -> bool: ...
    CONTINUE: HTTPStatus = 100
    SWITCHING_PROTOCOLS: HTTPStatus = 101
    PROCESSING: HTTPStatus = 102
    EARLY_HINTS: Annotated[HTTPStatus, "since:0.14.3"] = 103
    OK: HTTPStatus = 200
    CREATED: HTTPStatus = 201
    ACCEPTED: HTTPStatus = 202
    NON_AUTHORITATIVE_INFORMATION: HTTPStatus = 203
    NO_CONTENT: HTTPStatus = 204
    RESET_CONTENT: HTTPStatus = 205
    PARTIAL_CONTENT: HTTPStatus = 206
    MULTI_STATUS: HTTPStatus = 207
    ALREADY_REPORTED: HTTPStatus = 208
    IM_USED: HTTPStatus = 226
    MULTIPLE_CHOICES: HTTPStatus = 300
    MOVED_PERMANENTLY: HTTPStatus = 301
    FOUND: HTTPStatus = 302
    SEE_OTHER: HTTPStatus = 303
    NOT_MODIFIED: HTTPStatus = 304
    USE_PROXY: HTTPStatus = 305
    TEMPORARY_REDIRECT: HTTPStatus = 307
    PERMANENT_REDIRECT: HTTPStatus = 308
    BAD_REQUEST: HTTPStatus = 400
    UNAUTHORIZED: HTTPStatus = 401
    PAYMENT_REQUIRED: HTTPStatus = 402
    FORBIDDEN: HTTPStatus = 403
    NOT_FOUND: HTTPStatus = 404
    METHOD_NOT_ALLOWED: HTTPStatus = 405
    NOT_ACCEPTABLE: HTTPStatus = 406
    PROXY_AUTHENTICATION_REQUIRED: HTTPStatus = 407
    REQUEST_TIMEOUT: HTTPStatus = 408
    CONFLICT: HTTPStatus = 409
    GONE: HTTPStatus = 410
    LENGTH_REQUIRED: HTTPStatus = 411
    PRECONDITION_FAILED: HTTPStatus = 412
    REQUEST_ENTITY_TOO_LARGE: HTTPStatus = 413
    REQUEST_URI_TOO_LONG: HTTPStatus = 414
    UNSUPPORTED_MEDIA_TYPE: HTTPStatus = 415
    REQUESTED_RANGE_NOT_SATISFIABLE: HTTPStatus = 416
    EXPECTATION_FAILED: HTTPStatus = 417
    IM_A_TEAPOT: HTTPStatus = 418
    MISDIRECTED_REQUEST: HTTPStatus = 421
    UNPROCESSABLE_ENTITY: HTTPStatus = 422
    LOCKED: HTTPStatus = 423
    FAILED_DEPENDENCY: HTTPStatus = 424
    TOO_EARLY: Annotated[HTTPStatus, "since:0.14.3"] = 425
    UPGRADE_REQUIRED: HTTPStatus = 426
    PRECONDITION_REQUIRED: HTTPStatus = 428
    TOO_MANY_REQUESTS: HTTPStatus = 429
    REQUEST_HEADER_FIELDS_TOO_LARGE: HTTPStatus = 431
    UNAVAILABLE_FOR_LEGAL_REASONS: HTTPStatus = 451
    INTERNAL_SERVER_ERROR: HTTPStatus = 500
    NOT_IMPLEMENTED: HTTPStatus = 501
    BAD_GATEWAY: HTTPStatus = 502
    SERVICE_UNAVAILABLE: HTTPStatus = 503
    GATEWAY_TIMEOUT: HTTPStatus = 504
    HTTP_VERSION_NOT_SUPPORTED: HTTPStatus = 505
    VARIANT_ALSO_NEGOTIATES: HTTPStatus = 506
    INSUFFICIENT_STORAGE: HTTPStatus = 507
    LOOP_DETECTED: HTTPStatus = 508
    NOT_EXTENDED: HTTPStatus = 510
    NETWORK_AUTHENTICATION_REQUIRED: HTTPStatus = 511

class _models:
    from httpx import Request, Response

class _client:
    from httpx import AsyncClient, Client

class _api:
    from httpx import delete, get, head, options, patch, post, put, request, stream

class _exceptions:
    from httpx import HTTPError, HTTPStatusError, RequestError

class _status_codes:
    from httpx import codes
