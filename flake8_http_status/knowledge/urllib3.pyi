"""https://urllib3.readthedocs.io/en/stable/reference/"""
from http import HTTPMethod, HTTPStatus
from typing import Annotated

from urllib3._request_methods import RequestMethods
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool, connection_from_url
from urllib3.poolmanager import PoolManager, ProxyManager, proxy_from_url
from urllib3.response import BaseHTTPResponse, HTTPResponse
from urllib3.util.retry import Retry

def request(method: Annotated[HTTPMethod, "folds"], url, *, retries: Retry = ...) -> HTTPResponse: ...

class response:
    from urllib3.util.retry import Retry

    class BaseHTTPResponse:
        status: HTTPStatus
        retries: Retry
        REDIRECT_STATUSES: list[HTTPStatus]

    class HTTPResponse(BaseHTTPResponse):
        # The status is handed back as it is, the method compared with HEAD.
        def __init__(
            self,
            body=...,
            headers=...,
            status: Annotated[HTTPStatus, "text"] = ...,
            version=...,
            version_string=...,
            reason=...,
            preload_content=...,
            decode_content=...,
            original_response=...,
            pool=...,
            connection=...,
            msg=...,
            retries: Retry = ...,
            enforce_content_length=...,
            request_method: HTTPMethod = ...,
        ): ...

class _request_methods:
    from urllib3.response import HTTPResponse

    class RequestMethods:
        # request() alone passes the method through upper().
        def request(
            self, method: Annotated[HTTPMethod, "folds"], url, body=..., fields=..., headers=..., json=...
        ) -> HTTPResponse: ...
        def request_encode_url(self, method: HTTPMethod, url, fields=..., headers=...) -> HTTPResponse: ...
        def request_encode_body(
            self, method: HTTPMethod, url, fields=..., headers=..., encode_multipart=...
        ) -> HTTPResponse: ...

class poolmanager:
    from urllib3._request_methods import RequestMethods
    from urllib3.connectionpool import HTTPConnectionPool
    from urllib3.response import HTTPResponse
    from urllib3.util.retry import Retry

    class PoolManager(RequestMethods):
        def __init__(self, num_pools=..., headers=..., *, retries: Retry = ...): ...
        def urlopen(self, method: HTTPMethod, url, redirect=..., **kw) -> HTTPResponse: ...
        def connection_from_url(self, url, pool_kwargs=...) -> HTTPConnectionPool: ...
        def connection_from_host(self, host, port=..., scheme=..., pool_kwargs=...) -> HTTPConnectionPool: ...

    class ProxyManager(PoolManager):
        def __init__(self, proxy_url, num_pools=..., headers=..., *, retries: Retry = ...): ...

    def proxy_from_url(url, *, retries: Retry = ...) -> ProxyManager: ...

class connectionpool:
    from urllib3._request_methods import RequestMethods
    from urllib3.response import HTTPResponse
    from urllib3.util.retry import Retry

    class HTTPConnectionPool(RequestMethods):
        def __init__(
            self, host, port=..., timeout=..., maxsize=..., block=..., headers=..., retries: Retry = ...
        ): ...
        def urlopen(
            self, method: HTTPMethod, url, body=..., headers=..., retries: Retry = ..., redirect=...
        ) -> HTTPResponse: ...

    class HTTPSConnectionPool(HTTPConnectionPool): ...

    def connection_from_url(url, *, retries: Retry = ...) -> HTTPConnectionPool: ...

class connection:
    from urllib3.response import HTTPResponse

    class HTTPConnection:
        def request(self, method: HTTPMethod, url, body=..., headers=...): ...
        def request_chunked(self, method: HTTPMethod, url, body=..., headers=...): ...
        def putrequest(self, method: HTTPMethod, url, skip_host=..., skip_accept_encoding=...): ...
        def getresponse(self) -> HTTPResponse: ...

    class HTTPSConnection(HTTPConnection): ...

class util:
    from urllib3.util.retry import Retry

    class retry:
        from urllib3.response import BaseHTTPResponse

        class Retry:
            DEFAULT_ALLOWED_METHODS: frozenset[HTTPMethod]
            RETRY_AFTER_STATUS_CODES: frozenset[HTTPStatus]
            allowed_methods: set[HTTPMethod]
            status_forcelist: set[HTTPStatus]
            history: tuple[RequestHistory, ...]
            # Both collections are asked with "in"; the method of the request is upper-case there.
            def __init__(
                self,
                total=...,
                connect=...,
                read=...,
                redirect=...,
                status=...,
                other=...,
                allowed_methods: set[HTTPMethod] = ...,
                status_forcelist: set[HTTPStatus] = ...,
                backoff_factor=...,
            ): ...
            def new(
                self,
                *,
                allowed_methods: set[HTTPMethod] = ...,
                status_forcelist: set[HTTPStatus] = ...,
                **kw,
            ) -> Retry: ...
            @classmethod
            def from_int(cls, retries: Retry, redirect=..., default: Retry = ...) -> Retry: ...
            def is_retry(
                self, method: Annotated[HTTPMethod, "folds"], status_code: HTTPStatus, has_retry_after=...
            ) -> bool: ...
            # Kept in the history, a named tuple: its repr shows the member.
            def increment(
                self,
                method: Annotated[HTTPMethod, "repr", "folds"] = ...,
                url=...,
                response: BaseHTTPResponse = ...,
            ) -> Retry: ...

        class RequestHistory:
            method: HTTPMethod
            status: HTTPStatus
            def __init__(
                self,
                method: Annotated[HTTPMethod, "repr"],
                url,
                error,
                status: Annotated[HTTPStatus, "repr"],
                redirect_location,
            ): ...
