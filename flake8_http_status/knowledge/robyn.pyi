"""https://robyn.tech/documentation"""
from http import HTTPMethod, HTTPStatus
from typing import Annotated, Callable, Mapping

from robyn.responses import SSEResponse, StreamingResponse
from robyn.robyn import Request, Response

# A tuple's status stands last.
Returned = Response | tuple[object, object, HTTPStatus]
Handler = Callable[..., Returned]
# The schema has str() of each.
_Documented = Annotated[HTTPStatus, "text"]
Responses = Mapping[_Documented, object]

class robyn:
    class Request:
        method: HTTPMethod
        def __init__(
            self, query_params, headers, path_params, body, method: HTTPMethod, url, form_data, files,
            identity, ip_addr, session=...,
        ): ...

    # Compiled: the status becomes a number of Rust.
    class Response:
        status_code: HTTPStatus
        def __init__(self, status_code: HTTPStatus, headers=..., description=..., *, body=...): ...

class responses:
    class FileResponse:
        status_code: HTTPStatus
        def __init__(self, file_path, status_code: HTTPStatus = ..., headers=...): ...

    class StreamingResponse:
        status_code: HTTPStatus
        def __init__(self, content, status_code: HTTPStatus = ..., headers=..., media_type=...): ...

    def SSEResponse(content, status_code: HTTPStatus = ..., headers=...) -> StreamingResponse: ...

class exceptions:
    # str() gives f"{status_code}: {detail}".
    class HTTPException(Exception):
        status_code: Annotated[HTTPStatus, "text"]
        def __init__(self, status_code: Annotated[HTTPStatus, "text"], detail=...): ...

    # Close codes of websockets (1000 and above) are no HTTP statuses.
    class WebSocketException(Exception):
        def __init__(self, code, reason=...): ...

class BaseRobyn:
    def get(
        self, endpoint, const=..., auth_required=..., openapi_name=..., openapi_tags=...,
        status_code: _Documented = ..., response_model=..., responses: Responses = ..., deprecated=...,
        include_in_schema=...,
    ) -> Callable[[Handler], Handler]: ...
    def post(
        self, endpoint, auth_required=..., openapi_name=..., openapi_tags=...,
        status_code: _Documented = ..., response_model=..., responses: Responses = ..., deprecated=...,
        include_in_schema=...,
    ) -> Callable[[Handler], Handler]: ...
    put = delete = patch = head = options = trace = connect = post
    def before_request(self, endpoint=...) -> Callable[[Callable[[Request], Response]], object]: ...
    def after_request(self, endpoint=...) -> Callable[[Callable[[Response], Response]], object]: ...
    def exception(self, exception_handler: Callable[[Exception], Response]): ...

class Robyn(BaseRobyn):
    def __init__(self, file_object, config=..., openapi_file_path=..., openapi=..., dependencies=...): ...

class SubRouter(BaseRobyn):
    def __init__(self, *args, prefix=..., tags=..., config=..., openapi=...): ...

class testing:
    class TestResponse:
        status_code: HTTPStatus
        def __init__(self, status_code: HTTPStatus, headers, _body=...): ...

    class TestClient:
        def __init__(self, app): ...
        def get(self, path, **kw) -> TestResponse: ...
        head = options = get
        def post(self, path, json_data=..., **kw) -> TestResponse: ...
        put = patch = delete = post
