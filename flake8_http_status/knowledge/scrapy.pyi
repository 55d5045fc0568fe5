"""https://docs.scrapy.org/en/latest/topics/request-response.html"""
from http import HTTPMethod, HTTPStatus
from typing import Annotated, Callable, Iterable

from scrapy.http.request import Request
from scrapy.http.request.form import FormRequest
from scrapy.spiders import Spider

_Callback = Callable[..., object]

class _Meta:
    handle_httpstatus_list: list[HTTPStatus]

class http:
    from scrapy.http.request import Request
    from scrapy.http.request.form import FormRequest
    from scrapy.http.request.json_request import JsonRequest
    from scrapy.http.response import Response
    from scrapy.http.response.text import TextResponse

    class HtmlResponse(TextResponse): ...
    class XmlResponse(TextResponse): ...
    class JsonResponse(TextResponse): ...

    class request:
        # Each method passes through str() and upper().
        class Request:
            method: HTTPMethod
            meta: _Meta
            def __init__(
                self,
                url,
                callback: _Callback = ...,
                method: Annotated[HTTPMethod, "folds"] = ...,
                headers=...,
                body=...,
                cookies=...,
                meta: _Meta = ...,
            ): ...
            def copy(self) -> Request: ...
            def replace(
                self, *args, method: Annotated[HTTPMethod, "folds"] = ..., meta: _Meta = ..., **kwargs
            ) -> Request: ...
            @classmethod
            def from_curl(cls, curl_command, ignore_unknown_options=..., **kwargs) -> Request: ...

        class form:
            from scrapy.http.request import Request
            from scrapy.http.response.text import TextResponse

            class FormRequest(Request):
                def __init__(
                    self,
                    *args,
                    formdata=...,
                    method: Annotated[HTTPMethod, "folds"] = ...,
                    meta: _Meta = ...,
                    **kwargs,
                ): ...
                @classmethod
                def from_response(
                    cls,
                    response: TextResponse,
                    *,
                    method: Annotated[HTTPMethod, "folds"] = ...,
                    meta: _Meta = ...,
                    **kwargs,
                ) -> FormRequest: ...

        class json_request:
            from scrapy.http.request import Request

            class JsonRequest(Request):
                def __init__(
                    self,
                    *args,
                    dumps_kwargs=...,
                    method: Annotated[HTTPMethod, "folds"] = ...,
                    meta: _Meta = ...,
                    **kwargs,
                ): ...

    class response:
        from scrapy.http.request import Request

        class Response:
            status: HTTPStatus
            request: Request
            meta: _Meta
            # Converted by int().
            def __init__(
                self, url, status: HTTPStatus = ..., headers=..., body=..., flags=..., request: Request = ...
            ): ...
            def copy(self) -> Response: ...
            def replace(
                self, *args, status: HTTPStatus = ..., request: Request = ..., **kwargs
            ) -> Response: ...
            def follow(
                self,
                url,
                callback: _Callback = ...,
                method: Annotated[HTTPMethod, "folds"] = ...,
                headers=...,
                body=...,
                cookies=...,
                meta: _Meta = ...,
            ) -> Request: ...
            def follow_all(
                self,
                urls,
                callback: _Callback = ...,
                method: Annotated[HTTPMethod, "folds"] = ...,
                headers=...,
                body=...,
                cookies=...,
                meta: _Meta = ...,
            ) -> Iterable[Request]: ...

        class text:
            from scrapy.http.response import Response

            class TextResponse(Response):
                def __init__(self, *args, status: HTTPStatus = ..., request: Request = ..., **kwargs): ...

class spiders:
    from scrapy.http.response import Response

    class Spider:
        def parse(self, response: Response, **kwargs): ...

    class CrawlSpider(Spider):
        def parse_start_url(self, response: Response, **kwargs): ...
        def process_results(self, response: Response, results): ...

class spidermiddlewares:
    class httperror:
        from scrapy.http.response import Response

        class HttpError:
            response: Response
            def __init__(self, response: Response, *args, **kwargs): ...

        class HttpErrorMiddleware:
            handle_httpstatus_list: list[HTTPStatus]

class downloadermiddlewares:
    class retry:
        from scrapy.http.request import Request
        from scrapy.http.response import Response

        class RetryMiddleware:
            retry_http_codes: set[HTTPStatus]
            def process_response(
                self, request: Request, response: Response, spider=...
            ) -> Request | Response: ...

        def get_retry_request(request: Request, *, spider) -> Request: ...

class utils:
    class response:
        # Converted by int().
        def response_status_message(status: HTTPStatus) -> str: ...
