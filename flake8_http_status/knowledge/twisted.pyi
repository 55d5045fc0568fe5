"""https://docs.twisted.org/en/stable/api/twisted.web.html"""
from http import HTTPStatus
from typing import Annotated, Awaitable

class web:
    class http:
        # The code is looked up for its phrase and written as %d. The method is bytes.
        class Request(object):
            code: HTTPStatus
            def __init__(self, channel, queued=..., parsePOSTFormSubmission=...): ...
            def setResponseCode(self, code: HTTPStatus, message=...): ...

    class server:
        class Request(http.Request):
            def __init__(self, channel, *args, parsePOSTFormSubmission=..., **kw): ...
            def view_setResponseCode(self, issuer, code: HTTPStatus, message=...): ...

    class iweb:
        IRequest = server.Request
        IResponse = client.Response

    class resource:
        class Resource(object):
            def render(self, request: server.Request): ...
            def render_HEAD(self, request: server.Request): ...
            def render_GET(self, request: server.Request): ...
            render_POST = render_PUT = render_PATCH = render_DELETE = render_OPTIONS = render_GET
            def getChild(self, path, request: server.Request) -> Resource: ...
            def getChildWithDefault(self, path, request: server.Request) -> Resource: ...

        # The page's title is "%(code)s - %(brief)s".
        class ErrorPage(Resource):
            code: Annotated[HTTPStatus, "text"]
            def __init__(self, status: Annotated[HTTPStatus, "text"], brief, detail): ...

    class pages:
        # The page's title is f"{code} - {brief}".
        def errorPage(code: Annotated[HTTPStatus, "text"], brief, detail) -> resource.Resource: ...

    class error:
        # "%d" of a number is kept as bytes in status.
        class Error(Exception):
            def __init__(self, code: HTTPStatus | bytes, message=..., response=...): ...

        class PageRedirect(Error):
            def __init__(self, code: HTTPStatus | bytes, message=..., response=..., location=...): ...

        class InfiniteRedirection(Error):
            def __init__(self, code: HTTPStatus | bytes, message=..., response=..., location=...): ...

    class client:
        class Response(object):
            code: HTTPStatus
            def __init__(self, version, code: HTTPStatus, phrase, headers, _transport): ...

        # The method is bytes.
        class Agent(object):
            def request(self, method, uri, headers=..., bodyProducer=...) -> Awaitable[Response]: ...

        class RedirectAgent(object):
            def request(self, method, uri, headers=..., bodyProducer=...) -> Awaitable[Response]: ...

        class BrowserLikeRedirectAgent(RedirectAgent): ...

        class CookieAgent(object):
            def request(self, method, uri, headers=..., bodyProducer=...) -> Awaitable[Response]: ...

        class ProxyAgent(object):
            def request(self, method, uri, headers=..., bodyProducer=...) -> Awaitable[Response]: ...

        class ContentDecoderAgent(object):
            def request(self, method, uri, headers=..., bodyProducer=...) -> Awaitable[Response]: ...

    class test:
        class requesthelper:
            class DummyRequest(object):
                responseCode: HTTPStatus
                def __init__(self, postpath, session=..., client=...): ...
                def setResponseCode(self, code: HTTPStatus, message=...): ...
