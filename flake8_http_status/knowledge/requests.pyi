"""https://requests.readthedocs.io/en/latest/api/"""
from http import HTTPMethod, HTTPStatus
from typing import Annotated, Callable, Iterator

_Hook = Callable[[Response], object]
_Hooks = dict[str, _Hook | list[_Hook]]

# Each method passes through upper().
def request(method: Annotated[HTTPMethod, "folds"], url, *, hooks: _Hooks = ...) -> Response: ...
def get(url, *, hooks: _Hooks = ...) -> Response: ...

options = head = post = put = patch = delete = get

class Session:
    hooks: _Hooks
    def request(
        self,
        method: Annotated[HTTPMethod, "folds"],
        url,
        params=...,
        data=...,
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
    def get(self, url, *, hooks: _Hooks = ...) -> Response: ...
    options = head = post = put = patch = delete = get
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
        data=...,
        params=...,
        auth=...,
        cookies=...,
        hooks: _Hooks = ...,
        json=...,
    ): ...
    def prepare(self) -> PreparedRequest: ...
    def register_hook(self, event, hook: _Hook | list[_Hook]): ...

class PreparedRequest:
    method: HTTPMethod
    hooks: _Hooks
    def prepare(
        self,
        method: Annotated[HTTPMethod, "folds"] = ...,
        url=...,
        headers=...,
        files=...,
        data=...,
        params=...,
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
    switching_protocols: HTTPStatus
    processing: HTTPStatus
    ok: HTTPStatus
    created: HTTPStatus
    accepted: HTTPStatus
    non_authoritative_information: HTTPStatus
    no_content: HTTPStatus
    reset_content: HTTPStatus
    partial_content: HTTPStatus
    multi_status: HTTPStatus
    already_reported: HTTPStatus
    im_used: HTTPStatus
    multiple_choices: HTTPStatus
    moved_permanently: HTTPStatus
    found: HTTPStatus
    see_other: HTTPStatus
    not_modified: HTTPStatus
    use_proxy: HTTPStatus
    temporary_redirect: HTTPStatus
    permanent_redirect: HTTPStatus
    bad_request: HTTPStatus
    unauthorized: HTTPStatus
    payment_required: HTTPStatus
    forbidden: HTTPStatus
    not_found: HTTPStatus
    method_not_allowed: HTTPStatus
    not_acceptable: HTTPStatus
    proxy_authentication_required: HTTPStatus
    request_timeout: HTTPStatus
    conflict: HTTPStatus
    gone: HTTPStatus
    length_required: HTTPStatus
    precondition_failed: HTTPStatus
    request_entity_too_large: HTTPStatus
    unsupported_media_type: HTTPStatus
    requested_range_not_satisfiable: HTTPStatus
    expectation_failed: HTTPStatus
    im_a_teapot: HTTPStatus
    misdirected_request: HTTPStatus
    unprocessable_entity: HTTPStatus
    locked: HTTPStatus
    failed_dependency: HTTPStatus
    too_early: HTTPStatus
    upgrade_required: HTTPStatus
    precondition_required: HTTPStatus
    too_many_requests: HTTPStatus
    unavailable_for_legal_reasons: HTTPStatus
    internal_server_error: HTTPStatus
    not_implemented: HTTPStatus
    bad_gateway: HTTPStatus
    service_unavailable: HTTPStatus
    gateway_timeout: HTTPStatus
    http_version_not_supported: HTTPStatus
    variant_also_negotiates: HTTPStatus
    insufficient_storage: HTTPStatus
    not_extended: HTTPStatus
    network_authentication_required: HTTPStatus

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
