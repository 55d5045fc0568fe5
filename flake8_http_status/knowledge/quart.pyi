"""https://quart.palletsprojects.com/en/latest/reference/api/"""
from http import HTTPMethod, HTTPStatus
from typing import Annotated, AsyncContextManager, Callable, Iterable

from flask.sansio.scaffold import Scaffold
from quart.app import Quart
from quart.blueprints import Blueprint
from quart.ctx import after_this_request
from quart.globals import current_app, request, websocket
from quart.helpers import abort, make_response, redirect, send_file, send_from_directory, url_for
from quart.json import jsonify
from quart.wrappers import Request, Response, Websocket
from werkzeug.exceptions import Aborter
from werkzeug.sansio.request import Request as SansIORequest
from werkzeug.sansio.response import Response as SansIOResponse
from werkzeug.wrappers import Response as WerkzeugResponse

# What a view returns; the status goes to Response.status or status_code, which convert it.
Returned = Response | tuple[object, HTTPStatus] | tuple[object, HTTPStatus, object]
ViewFunction = Callable[..., Returned]
# Flask.add_url_rule, which Quart inherits, calls upper() on each.
Methods = Iterable[Annotated[HTTPMethod, "folds"]]

class typing:
    ResponseReturnValue = Returned

class wrappers:
    class base:
        # werkzeug's Request calls method.upper().
        class BaseRequestWebsocket(SansIORequest):
            def __init__(
                self, method: Annotated[HTTPMethod, "folds"], scheme, path, query_string, headers, root_path,
                http_version, scope,
            ): ...

    class Request(base.BaseRequestWebsocket):
        def __init__(
            self, method: Annotated[HTTPMethod, "folds"], scheme, path, query_string, headers, root_path,
            http_version, scope, *, max_content_length=..., body_timeout=..., send_push_promise=...,
        ): ...

    class Response(SansIOResponse):
        def __init__(
            self, response=..., status: HTTPStatus | str = ..., headers=..., mimetype=..., content_type=...
        ): ...
        async def make_conditional(
            self, request: Request, accept_ranges=..., complete_length=...
        ) -> Response: ...

    # Close codes of websockets (1000 and above) are no HTTP statuses.
    class Websocket(base.BaseRequestWebsocket):
        def __init__(
            self, path, query_string, scheme, headers, root_path, http_version, subprotocols, receive, send,
            accept, close, scope,
        ): ...
        async def close(self, code, reason=...): ...

class globals:
    request: Request
    websocket: Websocket
    current_app: Quart

class ctx:
    class RequestContext:
        request: Request
        def __init__(self, app, request: Request, session=...): ...
        async def __aenter__(self) -> RequestContext: ...

    def after_this_request(func: Callable[[Response], Response]): ...

class app:
    class Quart(Scaffold):
        aborter: Aborter
        request_class: type[Request]
        response_class: type[Response]
        def __init__(
            self, import_name, static_url_path=..., static_folder=..., static_host=..., host_matching=...,
            subdomain_matching=..., template_folder=..., instance_path=..., instance_relative_config=...,
            root_path=...,
        ): ...
        def test_client(self, use_cookies=..., **kwargs) -> testing.QuartClient: ...
        # The request that is made calls method.upper().
        def test_request_context(
            self, path, *, method: Annotated[HTTPMethod, "folds"] = ..., headers=..., query_string=...,
            scheme=..., send_push_promise=..., data=..., form=..., json=..., root_path=...,
            http_version=..., scope_base=..., auth=..., subdomain=...,
        ) -> ctx.RequestContext: ...
        def request_context(self, request: Request) -> ctx.RequestContext: ...
        def url_for(
            self, endpoint, *, _anchor=..., _external=..., _method: HTTPMethod = ..., _scheme=..., **values
        ): ...
        async def make_response(self, result: Returned) -> Response: ...
        def redirect(self, location, code: HTTPStatus = ...) -> WerkzeugResponse: ...
        async def send_static_file(self, filename) -> Response: ...
        async def dispatch_request(self, request_context=...) -> Returned: ...
        async def full_dispatch_request(self, request_context=...) -> Response: ...
        async def handle_request(self, request: Request) -> Response: ...
        async def handle_exception(self, error) -> Response: ...
        async def make_default_options_response(self) -> Response: ...
        async def process_response(self, response: Response, request_context=...) -> Response: ...

class blueprints:
    class Blueprint(Scaffold):
        def __init__(
            self, name, import_name, static_folder=..., static_url_path=..., template_folder=...,
            url_prefix=..., subdomain=..., url_defaults=..., root_path=..., cli_group=...,
        ): ...
        def before_app_request(self, f: Callable[[], Returned]): ...
        def after_app_request(self, f: Callable[[Response], Response]): ...
        def app_errorhandler(self, code: HTTPStatus) -> Callable[[ViewFunction], ViewFunction]: ...
        async def send_static_file(self, filename) -> Response: ...

class helpers:
    def abort(code: HTTPStatus | Response, *args, **kwargs): ...
    # The arguments are the parts of a view's returned tuple.
    async def make_response(*args: HTTPStatus | Returned) -> Response: ...
    def redirect(location, code: HTTPStatus = ...) -> WerkzeugResponse: ...
    async def send_file(
        filename_or_io, mimetype=..., as_attachment=..., attachment_filename=..., add_etags=...,
        cache_timeout=..., conditional=..., last_modified=...,
    ) -> Response: ...
    async def send_from_directory(
        directory, file_name, *, mimetype=..., as_attachment=..., attachment_filename=..., add_etags=...,
        cache_timeout=..., conditional=..., last_modified=...,
    ) -> Response: ...
    def url_for(
        endpoint, *, _anchor=..., _external=..., _method: HTTPMethod = ..., _scheme=..., **values
    ): ...

class json:
    def jsonify(*args, **kwargs) -> Response: ...

class testing:
    from quart.testing.client import QuartClient
    from quart.testing.connections import WebsocketResponseError
    from quart.testing.utils import make_test_scope

    class client:
        # The method goes into the ASGI scope as it is; the application's Request calls upper().
        class QuartClient:
            def __init__(self, app, use_cookies=...): ...
            async def open(
                self, path, *, method: Annotated[HTTPMethod, "folds"] = ..., headers=..., data=...,
                form=..., files=..., query_string=..., json=..., scheme=..., follow_redirects=...,
                root_path=..., http_version=..., scope_base=..., auth=..., subdomain=...,
            ) -> Response: ...
            def request(
                self, path, *, method: Annotated[HTTPMethod, "folds"] = ..., headers=...,
                query_string=..., scheme=..., root_path=..., http_version=..., scope_base=..., auth=...,
                subdomain=...,
            ) -> testing.connections.TestHTTPConnection: ...
            async def get(self, *args, **kwargs) -> Response: ...
            post = put = patch = delete = head = options = trace = get
            def session_transaction(
                self, path=..., *, method: Annotated[HTTPMethod, "folds"] = ..., headers=...,
                query_string=..., scheme=..., data=..., form=..., json=..., root_path=...,
                http_version=..., auth=...,
            ) -> AsyncContextManager[object]: ...

    class connections:
        class TestHTTPConnection:
            status_code: HTTPStatus
            def __init__(self, app, scope, _preserve_context=...): ...
            async def as_response(self) -> Response: ...

        class WebsocketResponseError(Exception):
            response: Response
            def __init__(self, response: Response): ...

    class utils:
        def make_test_scope(
            type_, path, method: HTTPMethod, headers, query_string, scheme, root_path, http_version,
            scope_base, *, _preserve_context=...,
        ): ...

class views:
    class View:
        methods: Methods
        @classmethod
        def as_view(cls, name, *class_args, **class_kwargs) -> ViewFunction: ...
        async def dispatch_request(self, **kwargs) -> Returned: ...

    class MethodView(View):
        async def get(self, **kwargs) -> Returned: ...
        post = put = delete = patch = options = head = trace = get
