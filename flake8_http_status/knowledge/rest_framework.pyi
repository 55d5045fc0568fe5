"""https://www.django-rest-framework.org/api-guide/views/"""
import unittest
from http import HTTPMethod, HTTPStatus
from typing import Annotated, Callable, Mapping, Sequence

import requests
from django.http import HttpRequest, HttpResponse
from django.template.response import SimpleTemplateResponse
from django.test import client as django_client
from django.test import testcases as django_testcases
from django.views.generic import View
from rest_framework.request import Request
from rest_framework.response import Response

ViewFunction = Callable[[Request], Response | HttpResponse]
ViewMethod = Callable[[object, Request], Response | HttpResponse]

class request:
    class Request(HttpRequest):
        method: Annotated[HTTPMethod, "upper"]
        def __init__(
            self, request: HttpRequest, parsers=..., authenticators=..., negotiator=..., parser_context=...
        ): ...

    # It sets Request.method, which views compare with lower().
    class override_method(object):
        def __init__(self, view, request: Request, method: HTTPMethod): ...
        def __enter__(self) -> Request: ...

    def clone_request(request: Request, method: HTTPMethod) -> Request: ...

class response:
    # Handed on to django's HttpResponse, which calls int().
    class Response(SimpleTemplateResponse):
        def __init__(
            self, data=..., status: HTTPStatus = ..., template_name=..., headers=..., exception=...,
            content_type=...,
        ): ...

class exceptions:
    # The code of the class goes to Response(status=...).
    class APIException(Exception):
        status_code: HTTPStatus
        def __init__(self, detail=..., code=...): ...

    class ValidationError(APIException):
        def __init__(self, detail=..., code=...): ...

    class ParseError(APIException): ...
    class AuthenticationFailed(APIException): ...
    class NotAuthenticated(APIException): ...
    class PermissionDenied(APIException): ...
    class NotFound(APIException): ...
    class NotAcceptable(APIException):
        def __init__(self, detail=..., code=..., available_renderers=...): ...

    class UnsupportedMediaType(APIException):
        def __init__(self, media_type, detail=..., code=...): ...

    class Throttled(APIException):
        def __init__(self, wait=..., detail=..., code=...): ...

    # The text of the error is 'Method "{method}" not allowed.'.format(method=method).
    class MethodNotAllowed(APIException):
        def __init__(self, method: Annotated[HTTPMethod, "text"], detail=..., code=...): ...

class status:
    def is_informational(code: HTTPStatus): ...
    def is_success(code: HTTPStatus): ...
    def is_redirect(code: HTTPStatus): ...
    def is_client_error(code: HTTPStatus): ...
    def is_server_error(code: HTTPStatus): ...
    HTTP_100_CONTINUE: HTTPStatus = 100
    HTTP_101_SWITCHING_PROTOCOLS: HTTPStatus = 101
    HTTP_102_PROCESSING: Annotated[HTTPStatus, "since:3.14"] = 102
    HTTP_103_EARLY_HINTS: Annotated[HTTPStatus, "since:3.14"] = 103
    HTTP_200_OK: HTTPStatus = 200
    HTTP_201_CREATED: HTTPStatus = 201
    HTTP_202_ACCEPTED: HTTPStatus = 202
    HTTP_203_NON_AUTHORITATIVE_INFORMATION: HTTPStatus = 203
    HTTP_204_NO_CONTENT: HTTPStatus = 204
    HTTP_205_RESET_CONTENT: HTTPStatus = 205
    HTTP_206_PARTIAL_CONTENT: HTTPStatus = 206
    HTTP_207_MULTI_STATUS: Annotated[HTTPStatus, "since:3.4.1"] = 207
    HTTP_208_ALREADY_REPORTED: Annotated[HTTPStatus, "since:3.10"] = 208
    HTTP_226_IM_USED: Annotated[HTTPStatus, "since:3.10"] = 226
    HTTP_300_MULTIPLE_CHOICES: HTTPStatus = 300
    HTTP_301_MOVED_PERMANENTLY: HTTPStatus = 301
    HTTP_302_FOUND: HTTPStatus = 302
    HTTP_303_SEE_OTHER: HTTPStatus = 303
    HTTP_304_NOT_MODIFIED: HTTPStatus = 304
    HTTP_305_USE_PROXY: HTTPStatus = 305
    HTTP_306_RESERVED: HTTPStatus = 306
    HTTP_307_TEMPORARY_REDIRECT: HTTPStatus = 307
    HTTP_308_PERMANENT_REDIRECT: Annotated[HTTPStatus, "since:3.10"] = 308
    HTTP_400_BAD_REQUEST: HTTPStatus = 400
    HTTP_401_UNAUTHORIZED: HTTPStatus = 401
    HTTP_402_PAYMENT_REQUIRED: HTTPStatus = 402
    HTTP_403_FORBIDDEN: HTTPStatus = 403
    HTTP_404_NOT_FOUND: HTTPStatus = 404
    HTTP_405_METHOD_NOT_ALLOWED: HTTPStatus = 405
    HTTP_406_NOT_ACCEPTABLE: HTTPStatus = 406
    HTTP_407_PROXY_AUTHENTICATION_REQUIRED: HTTPStatus = 407
    HTTP_408_REQUEST_TIMEOUT: HTTPStatus = 408
    HTTP_409_CONFLICT: HTTPStatus = 409
    HTTP_410_GONE: HTTPStatus = 410
    HTTP_411_LENGTH_REQUIRED: HTTPStatus = 411
    HTTP_412_PRECONDITION_FAILED: HTTPStatus = 412
    HTTP_413_REQUEST_ENTITY_TOO_LARGE: HTTPStatus = 413
    HTTP_414_REQUEST_URI_TOO_LONG: HTTPStatus = 414
    HTTP_415_UNSUPPORTED_MEDIA_TYPE: HTTPStatus = 415
    HTTP_416_REQUESTED_RANGE_NOT_SATISFIABLE: HTTPStatus = 416
    HTTP_417_EXPECTATION_FAILED: HTTPStatus = 417
    HTTP_418_IM_A_TEAPOT: Annotated[HTTPStatus, "since:3.11"] = 418
    HTTP_421_MISDIRECTED_REQUEST: Annotated[HTTPStatus, "since:3.14"] = 421
    HTTP_422_UNPROCESSABLE_ENTITY: Annotated[HTTPStatus, "since:3.4.1"] = 422
    HTTP_423_LOCKED: Annotated[HTTPStatus, "since:3.4.1"] = 423
    HTTP_424_FAILED_DEPENDENCY: Annotated[HTTPStatus, "since:3.4.1"] = 424
    HTTP_425_TOO_EARLY: Annotated[HTTPStatus, "since:3.14"] = 425
    HTTP_426_UPGRADE_REQUIRED: Annotated[HTTPStatus, "since:3.10"] = 426
    HTTP_428_PRECONDITION_REQUIRED: Annotated[HTTPStatus, "since:2.0"] = 428
    HTTP_429_TOO_MANY_REQUESTS: Annotated[HTTPStatus, "since:2.0"] = 429
    HTTP_431_REQUEST_HEADER_FIELDS_TOO_LARGE: Annotated[HTTPStatus, "since:2.0"] = 431
    HTTP_451_UNAVAILABLE_FOR_LEGAL_REASONS: Annotated[HTTPStatus, "since:3.3.3"] = 451
    HTTP_500_INTERNAL_SERVER_ERROR: HTTPStatus = 500
    HTTP_501_NOT_IMPLEMENTED: HTTPStatus = 501
    HTTP_502_BAD_GATEWAY: HTTPStatus = 502
    HTTP_503_SERVICE_UNAVAILABLE: HTTPStatus = 503
    HTTP_504_GATEWAY_TIMEOUT: HTTPStatus = 504
    HTTP_505_HTTP_VERSION_NOT_SUPPORTED: HTTPStatus = 505
    HTTP_506_VARIANT_ALSO_NEGOTIATES: Annotated[HTTPStatus, "since:3.10"] = 506
    HTTP_507_INSUFFICIENT_STORAGE: Annotated[HTTPStatus, "since:3.4.1"] = 507
    HTTP_508_LOOP_DETECTED: Annotated[HTTPStatus, "since:3.10"] = 508
    HTTP_509_BANDWIDTH_LIMIT_EXCEEDED: Annotated[HTTPStatus, "since:3.10"] = 509
    HTTP_510_NOT_EXTENDED: Annotated[HTTPStatus, "since:3.10"] = 510
    HTTP_511_NETWORK_AUTHENTICATION_REQUIRED: Annotated[HTTPStatus, "since:2.1.1"] = 511

class decorators:
    # Both call lower() on each method.
    def api_view(
        http_method_names: Sequence[Annotated[HTTPMethod, "folds"]] = ...
    ) -> Callable[[ViewFunction], ViewFunction]: ...
    def action(
        methods: Sequence[Annotated[HTTPMethod, "folds"]] = ..., detail=..., url_path=..., url_name=...,
        **kwargs,
    ) -> Callable[[ViewMethod], ViewMethod]: ...

class permissions:
    SAFE_METHODS: Sequence[HTTPMethod]

    class BasePermission:
        def has_permission(self, request: Request, view): ...
        def has_object_permission(self, request: Request, view, obj): ...

    class AllowAny(BasePermission): ...
    class IsAuthenticated(BasePermission): ...
    class IsAdminUser(BasePermission): ...
    class IsAuthenticatedOrReadOnly(BasePermission): ...
    class DjangoModelPermissions(BasePermission):
        def get_required_permissions(self, method: HTTPMethod, model_cls): ...

    class DjangoObjectPermissions(DjangoModelPermissions):
        def get_required_object_permissions(self, method: HTTPMethod, model_cls): ...

class routers:
    # ViewSet.as_view takes the mapping's keys: lower case.
    class Route:
        def __init__(
            self, url, mapping: Mapping[Annotated[HTTPMethod, "lower"], object], name, detail, initkwargs
        ): ...

class views:
    class APIView(View):
        request: Request
        response: Response
        allowed_methods: Sequence[HTTPMethod]
        def initialize_request(self, request, *args, **kwargs) -> Request: ...
        def initial(self, request: Request, *args, **kwargs): ...
        def handle_exception(self, exc) -> Response: ...
        def finalize_response(self, request: Request, response: Response, *args, **kwargs) -> Response: ...
        def http_method_not_allowed(self, request: Request, *args, **kwargs) -> Response: ...
        def dispatch(self, request: Request, *args, **kwargs) -> Response: ...
        def options(self, request: Request, *args, **kwargs) -> Response: ...
        def get(self, request: Request, *args, **kwargs) -> Response: ...
        post = put = delete = patch = head = trace = get

    def exception_handler(exc, context) -> Response: ...

class mixins:
    class CreateModelMixin:
        def create(self, request: Request, *args, **kwargs) -> Response: ...

    class ListModelMixin:
        def list(self, request: Request, *args, **kwargs) -> Response: ...

    class RetrieveModelMixin:
        def retrieve(self, request: Request, *args, **kwargs) -> Response: ...

    class UpdateModelMixin:
        def update(self, request: Request, *args, **kwargs) -> Response: ...
        def partial_update(self, request: Request, *args, **kwargs) -> Response: ...

    class DestroyModelMixin:
        def destroy(self, request: Request, *args, **kwargs) -> Response: ...

class generics:
    class GenericAPIView(views.APIView): ...
    class CreateAPIView(mixins.CreateModelMixin, GenericAPIView): ...
    class ListAPIView(mixins.ListModelMixin, GenericAPIView): ...
    class RetrieveAPIView(mixins.RetrieveModelMixin, GenericAPIView): ...
    class DestroyAPIView(mixins.DestroyModelMixin, GenericAPIView): ...
    class UpdateAPIView(mixins.UpdateModelMixin, GenericAPIView): ...
    class ListCreateAPIView(mixins.ListModelMixin, mixins.CreateModelMixin, GenericAPIView): ...
    class RetrieveUpdateAPIView(mixins.RetrieveModelMixin, mixins.UpdateModelMixin, GenericAPIView): ...
    class RetrieveDestroyAPIView(mixins.RetrieveModelMixin, mixins.DestroyModelMixin, GenericAPIView): ...
    class RetrieveUpdateDestroyAPIView(
        mixins.RetrieveModelMixin, mixins.UpdateModelMixin, mixins.DestroyModelMixin, GenericAPIView
    ): ...

class viewsets:
    class ViewSetMixin:
        # request.method.lower() is looked up in actions: "GET" there means 405 for ever.
        @classmethod
        def as_view(
            cls, actions: Mapping[Annotated[HTTPMethod, "lower"], object] = ..., **initkwargs
        ) -> ViewFunction: ...
        def create(self, request: Request, *args, **kwargs) -> Response: ...
        list = retrieve = update = partial_update = destroy = create

    class ViewSet(ViewSetMixin, views.APIView): ...
    class GenericViewSet(ViewSetMixin, generics.GenericAPIView): ...
    class ReadOnlyModelViewSet(GenericViewSet): ...
    class ModelViewSet(GenericViewSet): ...

class test:
    # The request that is made calls method.upper().
    class APIRequestFactory(django_client.RequestFactory):
        def __init__(self, enforce_csrf_checks=..., **defaults): ...
        def generic(
            self, method: Annotated[HTTPMethod, "folds"], path, data=..., content_type=..., secure=...,
            **extra,
        ) -> HttpRequest: ...
        def get(self, path, data=..., **extra) -> HttpRequest: ...
        def post(self, path, data=..., format=..., content_type=..., **extra) -> HttpRequest: ...
        put = patch = delete = options = post

    class _ClientResponse(django_client._ClientResponse, Response): ...

    class APIClient(APIRequestFactory, django_client.Client):
        def __init__(self, enforce_csrf_checks=..., **defaults): ...
        def generic(
            self, method: Annotated[HTTPMethod, "folds"], path, data=..., content_type=..., secure=...,
            **extra,
        ) -> _ClientResponse: ...
        def request(self, **kwargs) -> _ClientResponse: ...
        def get(self, path, data=..., follow=..., **extra) -> _ClientResponse: ...
        def post(
            self, path, data=..., format=..., content_type=..., follow=..., **extra
        ) -> _ClientResponse: ...
        put = patch = delete = options = post

    # requests calls method.upper().
    class RequestsClient(requests.Session):
        def __init__(self, *args, **kwargs): ...
        def request(
            self, method: Annotated[HTTPMethod, "folds"], url, *args, **kwargs
        ) -> requests.Response: ...

    class APISimpleTestCase(django_testcases.SimpleTestCase):
        client: APIClient

    class APITransactionTestCase(django_testcases.TransactionTestCase):
        client: APIClient

    class APITestCase(django_testcases.TestCase):
        client: APIClient

    class APILiveServerTestCase(django_testcases.LiveServerTestCase):
        client: APIClient

    class URLPatternsTestCase(unittest.TestCase): ...
