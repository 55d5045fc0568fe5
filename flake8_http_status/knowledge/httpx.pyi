"""https://www.python-httpx.org/api/"""
from http import HTTPMethod, HTTPStatus
from typing import (
    Annotated,
    AsyncContextManager,
    AsyncIterator,
    Awaitable,
    Callable,
    ContextManager,
    Iterator,
)

_Hooks = dict[str, list[Callable[[Request | Response], object]]]

# Each method passes through upper().
def request(method: Annotated[HTTPMethod, "folds"], url) -> Response: ...
def stream(method: Annotated[HTTPMethod, "folds"], url) -> ContextManager[Response]: ...
def get(url) -> Response: ...

options = head = post = put = patch = delete = get

class Request:
    method: HTTPMethod
    def __init__(self, method: Annotated[HTTPMethod, "folds"], url): ...

class Response:
    status_code: HTTPStatus
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
    def __init__(self, *, event_hooks: _Hooks = ..., transport: BaseTransport = ...): ...
    def build_request(self, method: Annotated[HTTPMethod, "folds"], url) -> Request: ...
    def request(self, method: Annotated[HTTPMethod, "folds"], url) -> Response: ...
    def stream(self, method: Annotated[HTTPMethod, "folds"], url) -> ContextManager[Response]: ...
    def send(self, request: Request, *, stream=...) -> Response: ...
    def get(self, url) -> Response: ...
    options = head = post = put = patch = delete = get

class AsyncClient:
    event_hooks: _Hooks
    def __init__(self, *, event_hooks: _Hooks = ..., transport: AsyncBaseTransport = ...): ...
    def build_request(self, method: Annotated[HTTPMethod, "folds"], url) -> Request: ...
    async def request(self, method: Annotated[HTTPMethod, "folds"], url) -> Response: ...
    def stream(self, method: Annotated[HTTPMethod, "folds"], url) -> AsyncContextManager[Response]: ...
    async def send(self, request: Request, *, stream=...) -> Response: ...
    async def get(self, url) -> Response: ...
    options = head = post = put = patch = delete = get

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

class codes(int):
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
    CONTINUE: HTTPStatus
    SWITCHING_PROTOCOLS: HTTPStatus
    PROCESSING: HTTPStatus
    EARLY_HINTS: HTTPStatus
    OK: HTTPStatus
    CREATED: HTTPStatus
    ACCEPTED: HTTPStatus
    NON_AUTHORITATIVE_INFORMATION: HTTPStatus
    NO_CONTENT: HTTPStatus
    RESET_CONTENT: HTTPStatus
    PARTIAL_CONTENT: HTTPStatus
    MULTI_STATUS: HTTPStatus
    ALREADY_REPORTED: HTTPStatus
    IM_USED: HTTPStatus
    MULTIPLE_CHOICES: HTTPStatus
    MOVED_PERMANENTLY: HTTPStatus
    FOUND: HTTPStatus
    SEE_OTHER: HTTPStatus
    NOT_MODIFIED: HTTPStatus
    USE_PROXY: HTTPStatus
    TEMPORARY_REDIRECT: HTTPStatus
    PERMANENT_REDIRECT: HTTPStatus
    BAD_REQUEST: HTTPStatus
    UNAUTHORIZED: HTTPStatus
    PAYMENT_REQUIRED: HTTPStatus
    FORBIDDEN: HTTPStatus
    NOT_FOUND: HTTPStatus
    METHOD_NOT_ALLOWED: HTTPStatus
    NOT_ACCEPTABLE: HTTPStatus
    PROXY_AUTHENTICATION_REQUIRED: HTTPStatus
    REQUEST_TIMEOUT: HTTPStatus
    CONFLICT: HTTPStatus
    GONE: HTTPStatus
    LENGTH_REQUIRED: HTTPStatus
    PRECONDITION_FAILED: HTTPStatus
    REQUEST_ENTITY_TOO_LARGE: HTTPStatus
    REQUEST_URI_TOO_LONG: HTTPStatus
    UNSUPPORTED_MEDIA_TYPE: HTTPStatus
    REQUESTED_RANGE_NOT_SATISFIABLE: HTTPStatus
    EXPECTATION_FAILED: HTTPStatus
    IM_A_TEAPOT: HTTPStatus
    MISDIRECTED_REQUEST: HTTPStatus
    UNPROCESSABLE_ENTITY: HTTPStatus
    LOCKED: HTTPStatus
    FAILED_DEPENDENCY: HTTPStatus
    TOO_EARLY: HTTPStatus
    UPGRADE_REQUIRED: HTTPStatus
    PRECONDITION_REQUIRED: HTTPStatus
    TOO_MANY_REQUESTS: HTTPStatus
    REQUEST_HEADER_FIELDS_TOO_LARGE: HTTPStatus
    UNAVAILABLE_FOR_LEGAL_REASONS: HTTPStatus
    INTERNAL_SERVER_ERROR: HTTPStatus
    NOT_IMPLEMENTED: HTTPStatus
    BAD_GATEWAY: HTTPStatus
    SERVICE_UNAVAILABLE: HTTPStatus
    GATEWAY_TIMEOUT: HTTPStatus
    HTTP_VERSION_NOT_SUPPORTED: HTTPStatus
    VARIANT_ALSO_NEGOTIATES: HTTPStatus
    INSUFFICIENT_STORAGE: HTTPStatus
    LOOP_DETECTED: HTTPStatus
    NOT_EXTENDED: HTTPStatus
    NETWORK_AUTHENTICATION_REQUIRED: HTTPStatus

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
