"""https://docs.python.org/3/library/urllib.html"""
from http import HTTPMethod, HTTPStatus
from http.client import HTTPResponse
from typing import Annotated, Iterable, Mapping

class request:
    """https://docs.python.org/3/library/urllib.request.html"""

    class Request:
        method: HTTPMethod
        def __init__(
            self, url, data=..., headers=..., origin_req_host=..., unverifiable=..., method: HTTPMethod = ...
        ): ...
        def get_method(self) -> HTTPMethod: ...

    def urlopen(url, data=..., timeout=...) -> HTTPResponse: ...
    def build_opener(*handlers) -> OpenerDirector: ...

    class OpenerDirector:
        def open(self, fullurl, data=..., timeout=...) -> HTTPResponse: ...

    class BaseHandler: ...

    class HTTPErrorProcessor(BaseHandler):
        def http_response(self, request: Request, response: HTTPResponse) -> HTTPResponse: ...
        https_response = http_response

    class HTTPDefaultErrorHandler(BaseHandler):
        # Ends in an HTTPError.
        def http_error_default(
            self, req: Request, fp: HTTPResponse, code: Annotated[HTTPStatus, "text"], msg, hdrs
        ): ...

    class HTTPRedirectHandler(BaseHandler):
        # May end in an HTTPError.
        def redirect_request(
            self, req: Request, fp: HTTPResponse, code: Annotated[HTTPStatus, "text"], msg, headers, newurl
        ) -> Request: ...
        def http_error_302(
            self, req: Request, fp: HTTPResponse, code: Annotated[HTTPStatus, "text"], msg, headers
        ) -> HTTPResponse: ...
        http_error_301 = http_error_303 = http_error_307 = http_error_302

    class HTTPHandler(BaseHandler):
        def http_open(self, req: Request) -> HTTPResponse: ...

    class HTTPSHandler(BaseHandler):
        def https_open(self, req: Request) -> HTTPResponse: ...

class response:
    class addinfourl(object):
        code: HTTPStatus
        status: HTTPStatus
        # Handed back as it is.
        def __init__(self, fp, headers, url, code: Annotated[HTTPStatus, "text"] = ...): ...
        def getcode(self) -> HTTPStatus: ...

class error:
    """https://docs.python.org/3/library/urllib.error.html"""

    from urllib.response import addinfourl

    class URLError: ...

    class HTTPError(URLError, addinfourl):
        # "HTTP Error %s: %s" is its message.
        def __init__(self, url, code: Annotated[HTTPStatus, "text"], msg, hdrs, fp): ...

class parse:
    """https://docs.python.org/3/library/urllib.parse.html"""

    def urlencode(
        query: Mapping[object, Annotated[object, "text"]] | Iterable[tuple[object, Annotated[object, "text"]]],
        doseq=..., safe=..., encoding=..., errors=..., quote_via=...,
    ) -> str: ...
