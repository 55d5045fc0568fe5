"""https://drf-spectacular.readthedocs.io/en/latest/drf_spectacular.html"""
from http import HTTPMethod, HTTPStatus
from typing import Annotated, Callable, Mapping, Sequence, TypeVar

T = TypeVar("T")
# The schema has str() of each.
_Documented = Annotated[HTTPStatus, "text"]
Responses = Mapping[_Documented | tuple[_Documented, object], object]

class utils:
    class OpenApiExample:
        def __init__(
            self, name, value=..., external_value=..., summary=..., description=..., request_only=...,
            response_only=..., parameter_only=..., media_type=...,
            status_codes: Sequence[_Documented | str] = ...,
        ): ...

    class OpenApiParameter:
        def __init__(
            self, name, type=..., location=..., required=..., description=..., enum=..., pattern=...,
            deprecated=..., style=..., explode=..., default=..., allow_blank=..., many=..., examples=...,
            extensions=..., exclude=..., response: Sequence[_Documented | str] = ...,
        ): ...

    # upper() is called on each method.
    def extend_schema(
        operation_id=..., parameters=..., request=..., responses: Responses = ..., auth=...,
        description=..., summary=..., deprecated=..., tags=..., filters=..., exclude=..., operation=...,
        methods: Sequence[Annotated[HTTPMethod, "folds"]] = ..., versions=..., examples=..., extensions=...,
        callbacks=..., external_docs=...,
    ) -> Callable[[T], T]: ...

class plumbing:
    # The request's method, as it is.
    def build_mock_request(method: HTTPMethod, path, view, original_request, **kwargs): ...
