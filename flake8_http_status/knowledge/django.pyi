"""https://docs.djangoproject.com/en/stable/ref/request-response/"""
import unittest
from http import HTTPMethod, HTTPStatus
from typing import Annotated, Awaitable, Callable, Iterable, Mapping, Sequence

from django.http import HttpRequest, HttpResponse

ViewFunction = Callable[[HttpRequest], HttpResponse]

class http:
    from django.http.request import HttpRequest
    from django.http.response import (
        FileResponse, HttpResponse, HttpResponseBadRequest, HttpResponseBase, HttpResponseForbidden,
        HttpResponseGone, HttpResponseNotAllowed, HttpResponseNotFound, HttpResponseNotModified,
        HttpResponsePermanentRedirect, HttpResponseRedirect, HttpResponseServerError, JsonResponse,
        StreamingHttpResponse,
    )

    class request:
        class HttpRequest:
            method: Annotated[HTTPMethod, "upper"]
            def __init__(self): ...

    class response:
        # The constructors call int(status); the handlers send "%d %s" % (status_code, reason).
        class HttpResponseBase:
            # What is set later stays as it is, and is logged with "%s".
            status_code: Annotated[HTTPStatus, "text"]
            def __init__(
                self, content_type=..., status: HTTPStatus = ..., reason=..., charset=..., headers=...
            ): ...

        class HttpResponse(HttpResponseBase):
            def __init__(self, content=..., *args, status: HTTPStatus = ..., **kwargs): ...

        class StreamingHttpResponse(HttpResponseBase):
            def __init__(self, streaming_content=..., *args, status: HTTPStatus = ..., **kwargs): ...

        class FileResponse(StreamingHttpResponse):
            def __init__(
                self, *args, status: HTTPStatus = ..., as_attachment=..., filename=..., **kwargs
            ): ...

        class JsonResponse(HttpResponse):
            def __init__(
                self, data, encoder=..., safe=..., json_dumps_params=..., *, status: HTTPStatus = ...,
                **kwargs,
            ): ...

        class HttpResponseRedirectBase(HttpResponse):
            def __init__(
                self, redirect_to, preserve_request=..., *args, status: HTTPStatus = ..., **kwargs
            ): ...

        class HttpResponseRedirect(HttpResponseRedirectBase): ...
        class HttpResponsePermanentRedirect(HttpResponseRedirectBase): ...
        class HttpResponseNotModified(HttpResponse):
            def __init__(self, *args, **kwargs): ...

        class HttpResponseBadRequest(HttpResponse): ...
        class HttpResponseForbidden(HttpResponse): ...
        class HttpResponseNotFound(HttpResponse): ...
        class HttpResponseGone(HttpResponse): ...
        class HttpResponseServerError(HttpResponse): ...

        # The Allow header is ", ".join(permitted_methods).
        class HttpResponseNotAllowed(HttpResponse):
            def __init__(self, permitted_methods: Iterable[HTTPMethod], *args, **kwargs): ...

class db:
    class models:
        # A migration holds the choices and the default as they are: http.HTTPStatus['NOT_FOUND'].
        class Field(object):
            def __init__(
                self, verbose_name=..., name=..., primary_key=..., max_length=..., unique=..., blank=...,
                null=..., db_index=..., rel=..., default: Annotated[object, "repr"] = ..., editable=...,
                serialize=..., unique_for_date=..., unique_for_month=..., unique_for_year=...,
                choices: Annotated[object, "repr"] = ...,
            ): ...

        class CharField(Field):
            def __init__(
                self, *args, default: Annotated[object, "repr"] = ...,
                choices: Annotated[object, "repr"] = ..., **kwargs,
            ): ...

        class IntegerField(Field): ...
        class BigIntegerField(IntegerField): ...
        class SmallIntegerField(IntegerField): ...
        class PositiveIntegerField(IntegerField): ...
        class PositiveSmallIntegerField(SmallIntegerField): ...

_Choices = Iterable[tuple[Annotated[object, "text"], object]]

class forms:
    # A widget writes str() of a value, and a choice is compared as text with what was sent.
    class Field(object):
        def __init__(self, *, initial: Annotated[object, "text"] = ...): ...

    class IntegerField(Field):
        def __init__(
            self, *, max_value: Annotated[object, "text"] = ..., min_value: Annotated[object, "text"] = ...,
            initial: Annotated[object, "text"] = ..., **kwargs,
        ): ...

    class ChoiceField(Field):
        def __init__(
            self, *, choices: _Choices = ..., initial: Annotated[object, "text"] = ..., **kwargs,
        ): ...

    class TypedChoiceField(ChoiceField): ...
    class MultipleChoiceField(ChoiceField): ...
    class TypedMultipleChoiceField(MultipleChoiceField): ...

    class Select(object):
        def __init__(self, attrs=..., choices: _Choices = ...): ...

    class SelectMultiple(Select): ...
    class RadioSelect(object):
        def __init__(self, attrs=..., choices: _Choices = ...): ...

    class CheckboxSelectMultiple(RadioSelect): ...

class template:
    class response:
        class SimpleTemplateResponse(HttpResponse):
            def __init__(
                self, template, context=..., content_type=..., status: HTTPStatus = ..., charset=...,
                using=..., headers=...,
            ): ...
            def render(self) -> SimpleTemplateResponse: ...

        class TemplateResponse(SimpleTemplateResponse):
            def __init__(
                self, request: HttpRequest, template, context=..., content_type=...,
                status: HTTPStatus = ..., charset=..., using=..., headers=...,
            ): ...

class shortcuts:
    def render(
        request: HttpRequest, template_name, context: Mapping[object, Annotated[object, "text"]] = ...,
        content_type=..., status: HTTPStatus = ..., using=...,
    ) -> HttpResponse: ...
    def redirect(
        to, *args, permanent=..., preserve_request=..., **kwargs
    ) -> http.response.HttpResponseRedirect: ...

class core:
    class handlers:
        class wsgi:
            class WSGIRequest(HttpRequest):
                def __init__(self, environ): ...

        class asgi:
            class ASGIRequest(HttpRequest):
                def __init__(self, scope, body_file): ...

class urls:
    def path(route, view: ViewFunction, kwargs=..., name=..., *, Pattern=...): ...
    def re_path(route, view: ViewFunction, kwargs=..., name=..., *, Pattern=...): ...

class utils:
    class deprecation:
        class MiddlewareMixin:
            def __init__(self, get_response: ViewFunction): ...
            def __call__(self, request: HttpRequest) -> HttpResponse: ...
            def process_request(self, request: HttpRequest) -> HttpResponse: ...
            def process_view(
                self, request: HttpRequest, view_func, view_args, view_kwargs
            ) -> HttpResponse: ...
            def process_exception(self, request: HttpRequest, exception) -> HttpResponse: ...
            def process_template_response(
                self, request: HttpRequest, response: HttpResponse
            ) -> HttpResponse: ...
            def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse: ...

class contrib:
    class auth:
        class decorators:
            def login_required(function: ViewFunction = ..., redirect_field_name=..., login_url=...): ...
            def user_passes_test(
                test_func, login_url=..., redirect_field_name=...
            ) -> Callable[[ViewFunction], ViewFunction]: ...
            def permission_required(
                perm, login_url=..., raise_exception=...
            ) -> Callable[[ViewFunction], ViewFunction]: ...

class views:
    from django.views.generic.base import View

    class decorators:
        class cache:
            def never_cache(view_func: ViewFunction) -> ViewFunction: ...
            def cache_control(**kwargs) -> Callable[[ViewFunction], ViewFunction]: ...

        class csrf:
            def csrf_exempt(view_func: ViewFunction) -> ViewFunction: ...

        class http:
            # request.method (upper case) is looked up in the list as it is.
            def require_http_methods(
                request_method_list: Sequence[HTTPMethod]
            ) -> Callable[[ViewFunction], ViewFunction]: ...
            def require_GET(func: ViewFunction) -> ViewFunction: ...
            def require_POST(func: ViewFunction) -> ViewFunction: ...
            def require_safe(func: ViewFunction) -> ViewFunction: ...
            def condition(
                etag_func=..., last_modified_func=...
            ) -> Callable[[ViewFunction], ViewFunction]: ...

    class generic:
        from django.views.generic.base import RedirectView, TemplateView, View
        from django.views.generic.detail import DetailView
        from django.views.generic.edit import CreateView, DeleteView, FormView, UpdateView
        from django.views.generic.list import ListView

        class base:
            class View:
                request: HttpRequest
                # request.method.lower() is looked up in it: "GET" there means 405 for ever.
                http_method_names: Sequence[Annotated[HTTPMethod, "lower"]]
                def __init__(self, **kwargs): ...
                @classmethod
                def as_view(
                    cls, *, http_method_names: Sequence[Annotated[HTTPMethod, "lower"]] = ..., **initkwargs
                ) -> ViewFunction: ...
                def setup(self, request: HttpRequest, *args, **kwargs): ...
                def dispatch(self, request: HttpRequest, *args, **kwargs) -> HttpResponse: ...
                def http_method_not_allowed(self, request: HttpRequest, *args, **kwargs) -> HttpResponse: ...
                def get(self, request: HttpRequest, *args, **kwargs) -> HttpResponse: ...
                post = put = delete = patch = head = options = trace = get

            class TemplateResponseMixin:
                def render_to_response(
                    self, context, *, status: HTTPStatus = ..., **response_kwargs
                ) -> HttpResponse: ...

            class TemplateView(TemplateResponseMixin, View): ...
            class RedirectView(View): ...

        class detail:
            class DetailView(base.TemplateResponseMixin, base.View): ...

        class list:
            class ListView(base.TemplateResponseMixin, base.View): ...

        class edit:
            class FormView(base.TemplateResponseMixin, base.View):
                def form_valid(self, form) -> HttpResponse: ...
                def form_invalid(self, form) -> HttpResponse: ...

            class CreateView(FormView): ...
            class UpdateView(FormView): ...
            class DeleteView(FormView): ...

class test:
    from django.test.client import AsyncClient, AsyncRequestFactory, Client, RequestFactory
    from django.test.testcases import LiveServerTestCase, SimpleTestCase, TestCase, TransactionTestCase

    class client:
        # The request that is made calls method.upper().
        class RequestFactory:
            def __init__(self, *, json_encoder=..., headers=..., query_params=..., **defaults): ...
            def generic(
                self, method: Annotated[HTTPMethod, "folds"], path, data=..., content_type=..., secure=...,
                *, headers=..., query_params=..., **extra,
            ) -> core.handlers.wsgi.WSGIRequest: ...
            def get(
                self, path, data=..., secure=..., *, headers=..., query_params=..., **extra
            ) -> core.handlers.wsgi.WSGIRequest: ...
            def post(
                self, path, data=..., content_type=..., secure=..., *, headers=..., query_params=..., **extra
            ) -> core.handlers.wsgi.WSGIRequest: ...
            def head(
                self, path, data=..., secure=..., *, headers=..., query_params=..., **extra
            ) -> core.handlers.wsgi.WSGIRequest: ...
            def put(
                self, path, data=..., content_type=..., secure=..., *, headers=..., query_params=..., **extra
            ) -> core.handlers.wsgi.WSGIRequest: ...
            patch = delete = options = put
            def trace(
                self, path, secure=..., *, headers=..., query_params=..., **extra
            ) -> core.handlers.wsgi.WSGIRequest: ...

        class AsyncRequestFactory(RequestFactory):
            def generic(
                self, method: Annotated[HTTPMethod, "folds"], path, data=..., content_type=..., secure=...,
                *, headers=..., query_params=..., **extra,
            ) -> core.handlers.asgi.ASGIRequest: ...

        # What the clients give: a response with what they add to it.
        class _ClientResponse(HttpResponse):
            wsgi_request: core.handlers.wsgi.WSGIRequest
            asgi_request: core.handlers.asgi.ASGIRequest
            redirect_chain: Sequence[tuple[object, HTTPStatus]]

        class Client(RequestFactory):
            def __init__(
                self, enforce_csrf_checks=..., raise_request_exception=..., *, headers=...,
                query_params=..., **defaults,
            ): ...
            def generic(
                self, method: Annotated[HTTPMethod, "folds"], path, data=..., content_type=..., secure=...,
                *, headers=..., query_params=..., **extra,
            ) -> _ClientResponse: ...
            def request(self, **request) -> _ClientResponse: ...
            def get(
                self, path, data=..., follow=..., secure=..., *, headers=..., query_params=..., **extra
            ) -> _ClientResponse: ...
            def post(
                self, path, data=..., content_type=..., follow=..., secure=..., *, headers=...,
                query_params=..., **extra,
            ) -> _ClientResponse: ...
            def head(
                self, path, data=..., follow=..., secure=..., *, headers=..., query_params=..., **extra
            ) -> _ClientResponse: ...
            def put(
                self, path, data=..., content_type=..., follow=..., secure=..., *, headers=...,
                query_params=..., **extra,
            ) -> _ClientResponse: ...
            def options(
                self, path, data=..., content_type=..., follow=..., secure=..., *, headers=...,
                query_params=..., **extra,
            ) -> _ClientResponse: ...
            patch = delete = put
            def trace(
                self, path, data=..., follow=..., secure=..., *, headers=..., query_params=..., **extra
            ) -> _ClientResponse: ...

        class AsyncClient(AsyncRequestFactory):
            def __init__(
                self, enforce_csrf_checks=..., raise_request_exception=..., *, headers=...,
                query_params=..., **defaults,
            ): ...
            def generic(
                self, method: Annotated[HTTPMethod, "folds"], path, data=..., content_type=..., secure=...,
                *, headers=..., query_params=..., **extra,
            ) -> Awaitable[_ClientResponse]: ...
            async def request(self, **request) -> _ClientResponse: ...
            async def get(
                self, path, data=..., follow=..., secure=..., *, headers=..., query_params=..., **extra
            ) -> _ClientResponse: ...
            async def post(
                self, path, data=..., content_type=..., follow=..., secure=..., *, headers=...,
                query_params=..., **extra,
            ) -> _ClientResponse: ...
            async def head(
                self, path, data=..., follow=..., secure=..., *, headers=..., query_params=..., **extra
            ) -> _ClientResponse: ...
            async def put(
                self, path, data=..., content_type=..., follow=..., secure=..., *, headers=...,
                query_params=..., **extra,
            ) -> _ClientResponse: ...
            async def options(
                self, path, data=..., content_type=..., follow=..., secure=..., *, headers=...,
                query_params=..., **extra,
            ) -> _ClientResponse: ...
            patch = delete = put
            async def trace(
                self, path, data=..., follow=..., secure=..., *, headers=..., query_params=..., **extra
            ) -> _ClientResponse: ...

    class testcases:
        from django.test.client import AsyncClient, Client

        # The statuses are compared; the message of a failure shows both.
        class SimpleTestCase(unittest.TestCase):
            client: Client
            async_client: AsyncClient
            def assertContains(
                self, response: HttpResponse, text, count=..., status_code: HTTPStatus = ...,
                msg_prefix=..., html=...,
            ): ...
            def assertNotContains(
                self, response: HttpResponse, text, status_code: HTTPStatus = ..., msg_prefix=..., html=...
            ): ...
            def assertRedirects(
                self, response: HttpResponse, expected_url, status_code: HTTPStatus = ...,
                target_status_code: HTTPStatus = ..., msg_prefix=..., fetch_redirect_response=...,
            ): ...

        class TransactionTestCase(SimpleTestCase): ...
        class TestCase(TransactionTestCase): ...
        class LiveServerTestCase(TransactionTestCase): ...
