"""https://docs.aiohttp.org/en/stable/"""
from http import HTTPMethod, HTTPStatus
from typing import Annotated, AsyncContextManager, Awaitable, Callable, Iterable, Iterator

_Sent = Awaitable[ClientResponse] | AsyncContextManager[ClientResponse]

# Each method that is sent passes through upper().
def request(method: Annotated[HTTPMethod, "folds"], url) -> AsyncContextManager[ClientResponse]: ...

class ClientSession:
    def request(self, method: Annotated[HTTPMethod, "folds"], url, **kwargs) -> _Sent: ...
    def get(self, url, *, allow_redirects=..., **kwargs) -> _Sent: ...
    def post(self, url, *, data=..., **kwargs) -> _Sent: ...
    options = head = get
    put = patch = delete = post
    def ws_connect(
        self, url, *, method: Annotated[HTTPMethod, "folds"] = ...
    ) -> Awaitable[ClientWebSocketResponse] | AsyncContextManager[ClientWebSocketResponse]: ...

class ClientWebSocketResponse: ...

class ClientRequest:
    method: HTTPMethod
    GET_METHODS: set[HTTPMethod]
    POST_METHODS: set[HTTPMethod]
    ALL_METHODS: set[HTTPMethod]
    def __init__(self, method: Annotated[HTTPMethod, "folds"], url): ...

class ClientResponse:
    status: HTTPStatus
    ok: Annotated[bool, "means:0-399"]
    method: HTTPMethod
    request_info: RequestInfo
    history: tuple[ClientResponse, ...]
    # Compared with HEAD and handed back as it is.
    def __init__(self, method: HTTPMethod, url): ...

class RequestInfo:
    method: HTTPMethod
    # A named tuple: its repr shows the member.
    def __init__(self, url, method: Annotated[HTTPMethod, "repr"], headers, real_url=...): ...

class ClientError: ...

class ClientResponseError(ClientError):
    status: HTTPStatus
    code: HTTPStatus
    request_info: RequestInfo
    history: tuple[ClientResponse, ...]
    # Its repr shows the member.
    def __init__(
        self,
        request_info: RequestInfo,
        history: tuple[ClientResponse, ...],
        *,
        code: Annotated[HTTPStatus, "repr"] = ...,
        status: Annotated[HTTPStatus, "repr"] = ...,
        message=...,
        headers=...,
    ): ...

class ContentTypeError(ClientResponseError): ...
class WSServerHandshakeError(ClientResponseError): ...
class ClientHttpProxyError(ClientResponseError): ...
class TooManyRedirects(ClientResponseError): ...

class TraceRequestStartParams:
    method: HTTPMethod
    # The repr of the trace parameters shows the member.
    def __init__(self, method: Annotated[HTTPMethod, "repr"], url, headers): ...

class TraceRequestEndParams:
    method: HTTPMethod
    response: ClientResponse
    def __init__(self, method: Annotated[HTTPMethod, "repr"], url, headers, response: ClientResponse): ...

class TraceRequestRedirectParams:
    method: HTTPMethod
    response: ClientResponse
    def __init__(self, method: Annotated[HTTPMethod, "repr"], url, headers, response: ClientResponse): ...

class TraceRequestExceptionParams:
    method: HTTPMethod
    def __init__(self, method: Annotated[HTTPMethod, "repr"], url, headers, exception): ...

class client:
    from aiohttp import ClientSession, request

class client_reqrep:
    from aiohttp import ClientRequest, ClientResponse, RequestInfo

class client_exceptions:
    from aiohttp import (
        ClientError,
        ClientHttpProxyError,
        ClientResponseError,
        ContentTypeError,
        TooManyRedirects,
        WSServerHandshakeError,
    )

class hdrs:
    METH_CONNECT: HTTPMethod = "CONNECT"
    METH_DELETE: HTTPMethod = "DELETE"
    METH_GET: HTTPMethod = "GET"
    METH_HEAD: HTTPMethod = "HEAD"
    METH_OPTIONS: HTTPMethod = "OPTIONS"
    METH_PATCH: HTTPMethod = "PATCH"
    METH_POST: HTTPMethod = "POST"
    METH_PUT: HTTPMethod = "PUT"
    METH_TRACE: HTTPMethod = "TRACE"
    METH_ALL: set[HTTPMethod]

class http_parser:
    class RawRequestMessage:
        method: HTTPMethod
        # Compiled: the field takes exactly a str.
        def __init__(self, method: Annotated[HTTPMethod, "exact"], path): ...

    class RawResponseMessage:
        code: HTTPStatus
        def __init__(self, version, code: HTTPStatus, reason): ...

class http_exceptions:
    class HttpProcessingError:
        code: HTTPStatus
        # Handed back as it is.
        def __init__(self, *, code: Annotated[HTTPStatus, "text"] = ..., message=..., headers=...): ...

    class BadHttpMessage(HttpProcessingError):
        def __init__(self, message, *, headers=...): ...

class http:
    from aiohttp.http_exceptions import HttpProcessingError
    from aiohttp.http_parser import RawRequestMessage, RawResponseMessage

class web_request:
    from aiohttp.web_urldispatcher import UrlMappingMatchInfo

    class BaseRequest:
        method: Annotated[HTTPMethod, "upper"]
        POST_METHODS: set[HTTPMethod]
        # Ends in a RawRequestMessage.
        def clone(self, *, method: Annotated[HTTPMethod, "exact"] = ...) -> Request: ...

    class Request(BaseRequest):
        match_info: UrlMappingMatchInfo

class web_response:
    # The status passes through int().
    class StreamResponse:
        status: HTTPStatus
        def __init__(self, *, status: HTTPStatus = ..., reason=..., headers=...): ...
        def set_status(self, status: HTTPStatus, reason=...): ...

    class Response(StreamResponse):
        def __init__(
            self,
            *,
            body=...,
            status: HTTPStatus = ...,
            reason=...,
            text=...,
            headers=...,
            content_type=...,
            charset=...,
        ): ...

    def json_response(
        data=...,
        *,
        text=...,
        body=...,
        status: HTTPStatus = ...,
        reason=...,
        headers=...,
        content_type=...,
        dumps=...,
    ) -> Response: ...

class web_fileresponse:
    from aiohttp.web_response import StreamResponse

    class FileResponse(StreamResponse):
        def __init__(self, path, chunk_size=..., status: HTTPStatus = ..., reason=..., headers=...): ...

class web_ws:
    from aiohttp.web_response import StreamResponse

    class WebSocketResponse(StreamResponse):
        def __init__(self): ...

class web_exceptions:
    from aiohttp.web_response import Response

    class HTTPException(Response):
        status_code: HTTPStatus
        def __init__(self, *, headers=..., reason=..., body=..., text=..., content_type=...): ...

    class HTTPMethodNotAllowed(HTTPClientError):
        method: HTTPMethod
        allowed_methods: set[HTTPMethod]
        def __init__(
            self,
            method: HTTPMethod,
            allowed_methods: Iterable[HTTPMethod],
            *,
            headers=...,
            reason=...,
            body=...,
            text=...,
            content_type=...,
        ): ...

    class HTTPError(HTTPException): ...
    class HTTPRedirection(HTTPException): ...
    class HTTPSuccessful(HTTPException): ...
    class HTTPOk(HTTPSuccessful): ...
    class HTTPCreated(HTTPSuccessful): ...
    class HTTPAccepted(HTTPSuccessful): ...
    class HTTPNonAuthoritativeInformation(HTTPSuccessful): ...
    class HTTPNoContent(HTTPSuccessful): ...
    class HTTPResetContent(HTTPSuccessful): ...
    class HTTPPartialContent(HTTPSuccessful): ...
    class HTTPMove(HTTPRedirection): ...
    class HTTPMultipleChoices(HTTPMove): ...
    class HTTPMovedPermanently(HTTPMove): ...
    class HTTPFound(HTTPMove): ...
    class HTTPSeeOther(HTTPMove): ...
    class HTTPNotModified(HTTPRedirection): ...
    class HTTPUseProxy(HTTPMove): ...
    class HTTPTemporaryRedirect(HTTPMove): ...
    class HTTPPermanentRedirect(HTTPMove): ...
    class HTTPClientError(HTTPError): ...
    class HTTPBadRequest(HTTPClientError): ...
    class HTTPUnauthorized(HTTPClientError): ...
    class HTTPPaymentRequired(HTTPClientError): ...
    class HTTPForbidden(HTTPClientError): ...
    class HTTPNotFound(HTTPClientError): ...
    class HTTPNotAcceptable(HTTPClientError): ...
    class HTTPProxyAuthenticationRequired(HTTPClientError): ...
    class HTTPRequestTimeout(HTTPClientError): ...
    class HTTPConflict(HTTPClientError): ...
    class HTTPGone(HTTPClientError): ...
    class HTTPLengthRequired(HTTPClientError): ...
    class HTTPPreconditionFailed(HTTPClientError): ...
    class HTTPRequestEntityTooLarge(HTTPClientError): ...
    class HTTPRequestURITooLong(HTTPClientError): ...
    class HTTPUnsupportedMediaType(HTTPClientError): ...
    class HTTPRequestRangeNotSatisfiable(HTTPClientError): ...
    class HTTPExpectationFailed(HTTPClientError): ...
    class HTTPMisdirectedRequest(HTTPClientError): ...
    class HTTPUnprocessableEntity(HTTPClientError): ...
    class HTTPFailedDependency(HTTPClientError): ...
    class HTTPUpgradeRequired(HTTPClientError): ...
    class HTTPPreconditionRequired(HTTPClientError): ...
    class HTTPTooManyRequests(HTTPClientError): ...
    class HTTPRequestHeaderFieldsTooLarge(HTTPClientError): ...
    class HTTPUnavailableForLegalReasons(HTTPClientError): ...
    class HTTPServerError(HTTPError): ...
    class HTTPInternalServerError(HTTPServerError): ...
    class HTTPNotImplemented(HTTPServerError): ...
    class HTTPBadGateway(HTTPServerError): ...
    class HTTPServiceUnavailable(HTTPServerError): ...
    class HTTPGatewayTimeout(HTTPServerError): ...
    class HTTPVersionNotSupported(HTTPServerError): ...
    class HTTPVariantAlsoNegotiates(HTTPServerError): ...
    class HTTPInsufficientStorage(HTTPServerError): ...
    class HTTPNotExtended(HTTPServerError): ...
    class HTTPNetworkAuthenticationRequired(HTTPServerError): ...

class web_urldispatcher:
    from aiohttp.web_exceptions import HTTPException
    from aiohttp.web_request import Request
    from aiohttp.web_response import StreamResponse

    _Handler = Callable[[Request], Awaitable[StreamResponse]] | type[View]

    class AbstractRoute:
        method: HTTPMethod
        # Each method passes through upper(): "*" is any.
        def __init__(self, method: Annotated[HTTPMethod, "folds"], handler: _Handler): ...

    class ResourceRoute(AbstractRoute):
        def __init__(self, method: Annotated[HTTPMethod, "folds"], handler: _Handler, resource): ...

    class SystemRoute(AbstractRoute):
        status: HTTPStatus
        def __init__(self, http_exception: HTTPException): ...

    class UrlMappingMatchInfo(dict):
        route: AbstractRoute
        http_exception: HTTPException

    class Resource:
        def add_route(
            self, method: Annotated[HTTPMethod, "folds"], handler: _Handler
        ) -> ResourceRoute: ...
        def __iter__(self) -> Iterator[ResourceRoute]: ...

    class View:
        request: Request
        def __init__(self, request: Request): ...

    class UrlDispatcher:
        def add_resource(self, path) -> Resource: ...
        def add_route(
            self, method: Annotated[HTTPMethod, "folds"], path, handler: _Handler
        ) -> AbstractRoute: ...
        def add_get(self, path, handler: _Handler) -> AbstractRoute: ...
        add_head = add_options = add_post = add_put = add_patch = add_delete = add_view = add_get
        def routes(self) -> Iterable[AbstractRoute]: ...
        def resources(self) -> Iterable[Resource]: ...

class web_routedef:
    from aiohttp.web_request import Request
    from aiohttp.web_response import StreamResponse
    from aiohttp.web_urldispatcher import View

    _Handler = Callable[[Request], Awaitable[StreamResponse]] | type[View]

    class RouteDef:
        method: HTTPMethod
        def __init__(self, method: Annotated[HTTPMethod, "folds"], path, handler: _Handler, kwargs): ...

    def route(method: Annotated[HTTPMethod, "folds"], path, handler: _Handler) -> RouteDef: ...
    def get(path, handler: _Handler) -> RouteDef: ...

    head = options = post = put = patch = delete = view = get

    class RouteTableDef:
        def route(
            self, method: Annotated[HTTPMethod, "folds"], path
        ) -> Callable[[_Handler], _Handler]: ...
        def get(self, path) -> Callable[[_Handler], _Handler]: ...
        head = options = post = put = patch = delete = view = get

class web_app:
    from aiohttp.web_urldispatcher import UrlDispatcher

    class Application:
        router: UrlDispatcher

class web_middlewares:
    from aiohttp.web_request import Request
    from aiohttp.web_response import StreamResponse

    _Handler = Callable[[Request], Awaitable[StreamResponse]]
    _Middleware = Callable[[Request, _Handler], Awaitable[StreamResponse]]

    def middleware(f: _Middleware) -> _Middleware: ...

class web:
    """https://docs.aiohttp.org/en/stable/web_reference.html"""

    from aiohttp.web_app import Application
    from aiohttp.web_exceptions import (
        HTTPAccepted,
        HTTPBadGateway,
        HTTPBadRequest,
        HTTPClientError,
        HTTPConflict,
        HTTPCreated,
        HTTPError,
        HTTPException,
        HTTPExpectationFailed,
        HTTPFailedDependency,
        HTTPForbidden,
        HTTPFound,
        HTTPGatewayTimeout,
        HTTPGone,
        HTTPInsufficientStorage,
        HTTPInternalServerError,
        HTTPLengthRequired,
        HTTPMethodNotAllowed,
        HTTPMisdirectedRequest,
        HTTPMove,
        HTTPMovedPermanently,
        HTTPMultipleChoices,
        HTTPNetworkAuthenticationRequired,
        HTTPNoContent,
        HTTPNonAuthoritativeInformation,
        HTTPNotAcceptable,
        HTTPNotExtended,
        HTTPNotFound,
        HTTPNotImplemented,
        HTTPNotModified,
        HTTPOk,
        HTTPPartialContent,
        HTTPPaymentRequired,
        HTTPPermanentRedirect,
        HTTPPreconditionFailed,
        HTTPPreconditionRequired,
        HTTPProxyAuthenticationRequired,
        HTTPRedirection,
        HTTPRequestEntityTooLarge,
        HTTPRequestHeaderFieldsTooLarge,
        HTTPRequestRangeNotSatisfiable,
        HTTPRequestTimeout,
        HTTPRequestURITooLong,
        HTTPResetContent,
        HTTPSeeOther,
        HTTPServerError,
        HTTPServiceUnavailable,
        HTTPSuccessful,
        HTTPTemporaryRedirect,
        HTTPTooManyRequests,
        HTTPUnauthorized,
        HTTPUnavailableForLegalReasons,
        HTTPUnprocessableEntity,
        HTTPUnsupportedMediaType,
        HTTPUpgradeRequired,
        HTTPUseProxy,
        HTTPVariantAlsoNegotiates,
        HTTPVersionNotSupported,
    )
    from aiohttp.web_fileresponse import FileResponse
    from aiohttp.web_middlewares import middleware
    from aiohttp.web_request import BaseRequest, Request
    from aiohttp.web_response import Response, StreamResponse, json_response
    from aiohttp.web_routedef import (
        RouteDef,
        RouteTableDef,
        delete,
        get,
        head,
        options,
        patch,
        post,
        put,
        route,
        view,
    )
    from aiohttp.web_urldispatcher import (
        AbstractRoute,
        Resource,
        ResourceRoute,
        UrlDispatcher,
        UrlMappingMatchInfo,
        View,
    )
    from aiohttp.web_ws import WebSocketResponse

class test_utils:
    """https://docs.aiohttp.org/en/stable/testing.html"""

    from unittest import IsolatedAsyncioTestCase

    from aiohttp import ClientResponse, ClientSession, ClientWebSocketResponse
    from aiohttp.web_app import Application
    from aiohttp.web_request import Request

    _Sent = Awaitable[ClientResponse] | AsyncContextManager[ClientResponse]

    def make_mocked_request(
        method: Annotated[HTTPMethod, "folds"], path, headers=..., *, app: Application = ...
    ) -> Request: ...

    class TestClient:
        session: ClientSession
        app: Application
        def request(self, method: Annotated[HTTPMethod, "folds"], path, **kwargs) -> _Sent: ...
        def get(self, path, **kwargs) -> _Sent: ...
        options = head = post = put = patch = delete = get
        def ws_connect(
            self, path, *, method: Annotated[HTTPMethod, "folds"] = ..., **kwargs
        ) -> Awaitable[ClientWebSocketResponse] | AsyncContextManager[ClientWebSocketResponse]: ...

    class AioHTTPTestCase(IsolatedAsyncioTestCase):
        client: TestClient
        app: Application
        async def get_application(self) -> Application: ...
        async def get_client(self, server) -> TestClient: ...
