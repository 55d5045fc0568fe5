"""https://requests.readthedocs.io/en/latest/api/"""
from http import HTTPMethod, HTTPStatus
from typing import Annotated, Callable, Iterator, Literal, Mapping, overload

_Hook = Callable[[Response], object]
_Hooks = dict[str, _Hook | list[_Hook]]

# urlencode() takes str() of each value.
_Form = Mapping[object, Annotated[object, "text"]]

# Each method passes through upper().
def request(
    method: Annotated[HTTPMethod, "folds"], url, *, params: _Form = ..., data: _Form = ..., hooks: _Hooks = ...
) -> Response: ...
def get(url, params: _Form = ..., *, data: _Form = ..., hooks: _Hooks = ...) -> Response: ...
def post(url, data: _Form = ..., json=..., *, params: _Form = ..., hooks: _Hooks = ...) -> Response: ...
def put(url, data: _Form = ..., *, params: _Form = ..., hooks: _Hooks = ...) -> Response: ...
def delete(url, *, params: _Form = ..., data: _Form = ..., hooks: _Hooks = ...) -> Response: ...

patch = put
options = head = delete

class Session:
    hooks: _Hooks
    def request(
        self,
        method: Annotated[HTTPMethod, "folds"],
        url,
        params: _Form = ...,
        data: _Form = ...,
        headers=...,
        cookies=...,
        files=...,
        auth=...,
        timeout=...,
        allow_redirects=...,
        proxies=...,
        hooks: _Hooks = ...,
        stream=...,
        verify=...,
        cert=...,
        json=...,
    ) -> Response: ...
    def get(self, url, params: _Form = ..., *, data: _Form = ..., hooks: _Hooks = ...) -> Response: ...
    def post(
        self, url, data: _Form = ..., json=..., *, params: _Form = ..., hooks: _Hooks = ...
    ) -> Response: ...
    def put(self, url, data: _Form = ..., *, params: _Form = ..., hooks: _Hooks = ...) -> Response: ...
    def delete(self, url, *, params: _Form = ..., data: _Form = ..., hooks: _Hooks = ...) -> Response: ...
    patch = put
    options = head = delete
    def prepare_request(self, request: Request) -> PreparedRequest: ...
    def send(self, request: PreparedRequest) -> Response: ...
    def get_adapter(self, url) -> adapters.BaseAdapter: ...
    def resolve_redirects(self, resp: Response, req: PreparedRequest) -> Iterator[Response]: ...
    def rebuild_method(self, prepared_request: PreparedRequest, response: Response): ...
    def rebuild_auth(self, prepared_request: PreparedRequest, response: Response): ...

def session() -> Session: ...

class Request:
    method: HTTPMethod
    hooks: _Hooks
    def __init__(
        self,
        method: Annotated[HTTPMethod, "folds"] = ...,
        url=...,
        headers=...,
        files=...,
        data: _Form = ...,
        params: _Form = ...,
        auth=...,
        cookies=...,
        hooks: _Hooks = ...,
        json=...,
    ): ...
    def prepare(self) -> PreparedRequest: ...
    def register_hook(self, event, hook: _Hook | list[_Hook]): ...

class PreparedRequest:
    method: Annotated[HTTPMethod, "upper"]
    hooks: _Hooks
    def prepare(
        self,
        method: Annotated[HTTPMethod, "folds"] = ...,
        url=...,
        headers=...,
        files=...,
        data: _Form = ...,
        params: _Form = ...,
        auth=...,
        cookies=...,
        hooks: _Hooks = ...,
        json=...,
    ): ...
    def prepare_method(self, method: Annotated[HTTPMethod, "folds"]): ...
    def copy(self) -> PreparedRequest: ...
    def register_hook(self, event, hook: _Hook | list[_Hook]): ...

class Response:
    status_code: HTTPStatus
    # raise_for_status() does not raise.
    ok: Annotated[bool, "means:not 400-599"]
    request: PreparedRequest
    history: list[Response]
    next: PreparedRequest

class RequestException:
    response: Response
    request: PreparedRequest
    def __init__(self, *args, response: Response = ..., request: PreparedRequest = ...): ...

class HTTPError(RequestException): ...
class ConnectionError(RequestException): ...
class Timeout(RequestException): ...
class ConnectTimeout(ConnectionError, Timeout): ...
class ReadTimeout(Timeout): ...
class TooManyRedirects(RequestException): ...
class URLRequired(RequestException): ...
class JSONDecodeError(RequestException): ...

class codes(object):
    @staticmethod
    def get(key, default=...) -> HTTPStatus: ...
    # The value of a name, or of one that is no identifier.
    @overload
    @staticmethod
    def __getitem__(key: Literal["\\o/", "✓"]) -> ok: ...
    @overload
    @staticmethod
    def __getitem__(key: Literal["\\o-"]) -> moved_permanently: ...
    @overload
    @staticmethod
    def __getitem__(key: Literal["-o-", "-O-"]) -> not_found: ...
    @overload
    @staticmethod
    def __getitem__(key: Literal["/o\\", "✗"]) -> internal_server_error: ...
    @overload
    @staticmethod
    def __getitem__(key: Literal["early-hints", "EARLY-HINTS"]) -> processing: ...
    @overload
    @staticmethod
    def __getitem__(key: Literal["continue"]) -> CONTINUE: ...
    @overload
    @staticmethod
    def __getitem__(key) -> HTTPStatus: ...
    # The lower-case name is a keyword.
    CONTINUE: HTTPStatus = 100
    switching_protocols: HTTPStatus = 101
    SWITCHING_PROTOCOLS = switching_protocols
    processing: HTTPStatus = 102
    PROCESSING = processing
    checkpoint: HTTPStatus = 103
    CHECKPOINT = checkpoint
    request_uri_too_long: HTTPStatus = 122
    REQUEST_URI_TOO_LONG = request_uri_too_long
    ok: HTTPStatus = 200
    okay = all_ok = all_okay = all_good = ok
    OK = OKAY = ALL_OK = ALL_OKAY = ALL_GOOD = ok
    created: HTTPStatus = 201
    CREATED = created
    accepted: HTTPStatus = 202
    ACCEPTED = accepted
    non_authoritative_information: HTTPStatus = 203
    non_authoritative_info = non_authoritative_information
    NON_AUTHORITATIVE_INFORMATION = NON_AUTHORITATIVE_INFO = non_authoritative_information
    no_content: HTTPStatus = 204
    NO_CONTENT = no_content
    reset_content: HTTPStatus = 205
    reset = reset_content
    RESET_CONTENT = RESET = reset_content
    partial_content: HTTPStatus = 206
    partial = partial_content
    PARTIAL_CONTENT = PARTIAL = partial_content
    multi_status: HTTPStatus = 207
    multiple_status = multi_stati = multiple_stati = multi_status
    MULTI_STATUS = MULTIPLE_STATUS = MULTI_STATI = MULTIPLE_STATI = multi_status
    already_reported: HTTPStatus = 208
    ALREADY_REPORTED = already_reported
    im_used: HTTPStatus = 226
    IM_USED = im_used
    multiple_choices: HTTPStatus = 300
    MULTIPLE_CHOICES = multiple_choices
    moved_permanently: HTTPStatus = 301
    moved = moved_permanently
    MOVED_PERMANENTLY = MOVED = moved_permanently
    found: HTTPStatus = 302
    FOUND = found
    see_other: HTTPStatus = 303
    other = see_other
    SEE_OTHER = OTHER = see_other
    not_modified: HTTPStatus = 304
    NOT_MODIFIED = not_modified
    use_proxy: HTTPStatus = 305
    USE_PROXY = use_proxy
    switch_proxy: HTTPStatus = 306
    SWITCH_PROXY = switch_proxy
    temporary_redirect: HTTPStatus = 307
    temporary_moved = temporary = temporary_redirect
    TEMPORARY_REDIRECT = TEMPORARY_MOVED = TEMPORARY = temporary_redirect
    permanent_redirect: HTTPStatus = 308
    resume_incomplete = resume = permanent_redirect
    PERMANENT_REDIRECT = RESUME_INCOMPLETE = RESUME = permanent_redirect
    bad_request: HTTPStatus = 400
    bad = bad_request
    BAD_REQUEST = BAD = bad_request
    unauthorized: HTTPStatus = 401
    UNAUTHORIZED = unauthorized
    payment_required: HTTPStatus = 402
    payment = payment_required
    PAYMENT_REQUIRED = PAYMENT = payment_required
    forbidden: HTTPStatus = 403
    FORBIDDEN = forbidden
    not_found: HTTPStatus = 404
    NOT_FOUND = not_found
    method_not_allowed: HTTPStatus = 405
    not_allowed = method_not_allowed
    METHOD_NOT_ALLOWED = NOT_ALLOWED = method_not_allowed
    not_acceptable: HTTPStatus = 406
    NOT_ACCEPTABLE = not_acceptable
    proxy_authentication_required: HTTPStatus = 407
    proxy_auth = proxy_authentication = proxy_authentication_required
    PROXY_AUTHENTICATION_REQUIRED = PROXY_AUTH = PROXY_AUTHENTICATION = proxy_authentication_required
    request_timeout: HTTPStatus = 408
    timeout = request_timeout
    REQUEST_TIMEOUT = TIMEOUT = request_timeout
    conflict: HTTPStatus = 409
    CONFLICT = conflict
    gone: HTTPStatus = 410
    GONE = gone
    length_required: HTTPStatus = 411
    LENGTH_REQUIRED = length_required
    precondition_failed: HTTPStatus = 412
    PRECONDITION_FAILED = precondition_failed
    request_entity_too_large: HTTPStatus = 413
    REQUEST_ENTITY_TOO_LARGE = request_entity_too_large
    content_too_large: Annotated[HTTPStatus, "since:2.32"] = 413
    CONTENT_TOO_LARGE = content_too_large
    request_uri_too_large: HTTPStatus = 414
    REQUEST_URI_TOO_LARGE = request_uri_too_large
    uri_too_long: Annotated[HTTPStatus, "since:2.32"] = 414
    URI_TOO_LONG = uri_too_long
    unsupported_media_type: HTTPStatus = 415
    unsupported_media = media_type = unsupported_media_type
    UNSUPPORTED_MEDIA_TYPE = UNSUPPORTED_MEDIA = MEDIA_TYPE = unsupported_media_type
    requested_range_not_satisfiable: HTTPStatus = 416
    requested_range = requested_range_not_satisfiable
    REQUESTED_RANGE_NOT_SATISFIABLE = REQUESTED_RANGE = requested_range_not_satisfiable
    range_not_satisfiable: Annotated[HTTPStatus, "since:2.32"] = 416
    RANGE_NOT_SATISFIABLE = range_not_satisfiable
    expectation_failed: HTTPStatus = 417
    EXPECTATION_FAILED = expectation_failed
    im_a_teapot: HTTPStatus = 418
    teapot = i_am_a_teapot = im_a_teapot
    IM_A_TEAPOT = TEAPOT = I_AM_A_TEAPOT = im_a_teapot
    misdirected_request: Annotated[HTTPStatus, "since:2.9.2"] = 421
    MISDIRECTED_REQUEST = misdirected_request
    unprocessable_entity: HTTPStatus = 422
    unprocessable = unprocessable_entity
    UNPROCESSABLE_ENTITY = UNPROCESSABLE = unprocessable_entity
    unprocessable_content: Annotated[HTTPStatus, "since:2.32"] = 422
    UNPROCESSABLE_CONTENT = unprocessable_content
    locked: HTTPStatus = 423
    LOCKED = locked
    failed_dependency: HTTPStatus = 424
    dependency = failed_dependency
    FAILED_DEPENDENCY = DEPENDENCY = failed_dependency
    unordered_collection: HTTPStatus = 425
    unordered = unordered_collection
    UNORDERED_COLLECTION = UNORDERED = unordered_collection
    too_early: Annotated[HTTPStatus, "since:2.32"] = 425
    TOO_EARLY = too_early
    upgrade_required: HTTPStatus = 426
    upgrade = upgrade_required
    UPGRADE_REQUIRED = UPGRADE = upgrade_required
    precondition_required: HTTPStatus = 428
    precondition = precondition_required
    PRECONDITION_REQUIRED = PRECONDITION = precondition_required
    too_many_requests: HTTPStatus = 429
    too_many = too_many_requests
    TOO_MANY_REQUESTS = TOO_MANY = too_many_requests
    header_fields_too_large: HTTPStatus = 431
    fields_too_large = header_fields_too_large
    HEADER_FIELDS_TOO_LARGE = FIELDS_TOO_LARGE = header_fields_too_large
    no_response: HTTPStatus = 444
    none = no_response
    NO_RESPONSE = NONE = no_response
    retry_with: HTTPStatus = 449
    retry = retry_with
    RETRY_WITH = RETRY = retry_with
    blocked_by_windows_parental_controls: HTTPStatus = 450
    parental_controls = blocked_by_windows_parental_controls
    BLOCKED_BY_WINDOWS_PARENTAL_CONTROLS = PARENTAL_CONTROLS = blocked_by_windows_parental_controls
    unavailable_for_legal_reasons: HTTPStatus = 451
    legal_reasons = unavailable_for_legal_reasons
    UNAVAILABLE_FOR_LEGAL_REASONS = LEGAL_REASONS = unavailable_for_legal_reasons
    client_closed_request: HTTPStatus = 499
    CLIENT_CLOSED_REQUEST = client_closed_request
    internal_server_error: HTTPStatus = 500
    server_error = internal_server_error
    INTERNAL_SERVER_ERROR = SERVER_ERROR = internal_server_error
    not_implemented: HTTPStatus = 501
    NOT_IMPLEMENTED = not_implemented
    bad_gateway: HTTPStatus = 502
    BAD_GATEWAY = bad_gateway
    service_unavailable: HTTPStatus = 503
    unavailable = service_unavailable
    SERVICE_UNAVAILABLE = UNAVAILABLE = service_unavailable
    gateway_timeout: HTTPStatus = 504
    GATEWAY_TIMEOUT = gateway_timeout
    http_version_not_supported: HTTPStatus = 505
    http_version = http_version_not_supported
    HTTP_VERSION_NOT_SUPPORTED = HTTP_VERSION = http_version_not_supported
    variant_also_negotiates: HTTPStatus = 506
    VARIANT_ALSO_NEGOTIATES = variant_also_negotiates
    insufficient_storage: HTTPStatus = 507
    INSUFFICIENT_STORAGE = insufficient_storage
    bandwidth_limit_exceeded: HTTPStatus = 509
    bandwidth = bandwidth_limit_exceeded
    BANDWIDTH_LIMIT_EXCEEDED = BANDWIDTH = bandwidth_limit_exceeded
    not_extended: HTTPStatus = 510
    NOT_EXTENDED = not_extended
    network_authentication_required: Annotated[HTTPStatus, "since:2.9"] = 511
    network_auth = network_authentication = network_authentication_required
    NETWORK_AUTHENTICATION_REQUIRED = NETWORK_AUTH = NETWORK_AUTHENTICATION = network_authentication_required

class api:
    from requests import delete, get, head, options, patch, post, put, request

class sessions:
    from requests import Session, session

class status_codes:
    from requests import codes

class models:
    from requests import PreparedRequest, Request, Response

class exceptions:
    from requests import (
        ConnectionError,
        ConnectTimeout,
        HTTPError,
        JSONDecodeError,
        ReadTimeout,
        RequestException,
        Timeout,
        TooManyRedirects,
        URLRequired,
    )

    class ProxyError(ConnectionError): ...
    class SSLError(ConnectionError): ...
    class InvalidURL(RequestException): ...
    class ChunkedEncodingError(RequestException): ...
    class ContentDecodingError(RequestException): ...
    class RetryError(RequestException): ...

class adapters:
    from requests import PreparedRequest, Response
    from urllib3.util.retry import Retry

    class BaseAdapter:
        def send(self, request: PreparedRequest, stream=..., timeout=...) -> Response: ...

    class HTTPAdapter(BaseAdapter):
        max_retries: Retry
        def __init__(self, pool_connections=..., pool_maxsize=..., max_retries: Retry = ...): ...
        def build_response(self, req: PreparedRequest, resp) -> Response: ...

class auth:
    from requests import PreparedRequest, Response

    class AuthBase:
        def __call__(self, r: PreparedRequest) -> PreparedRequest: ...

    class HTTPBasicAuth(AuthBase): ...
    class HTTPProxyAuth(HTTPBasicAuth): ...

    class HTTPDigestAuth(AuthBase):
        # Part of the hashed text, as it is.
        def build_digest_header(self, method: HTTPMethod, url) -> str: ...
        def handle_401(self, r: Response) -> Response: ...

class packages:
    class urllib3:
        from urllib3 import PoolManager, Retry

        class util:
            from urllib3.util import Retry

            class retry:
                from urllib3.util.retry import Retry
