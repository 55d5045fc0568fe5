"""https://botocore.amazonaws.com/v1/documentation/api/latest/index.html"""
from http import HTTPMethod, HTTPStatus
from typing import Annotated

class awsrequest:
    # Both are handed back as they are.
    class AWSRequest:
        method: HTTPMethod
        def __init__(self, method: Annotated[HTTPMethod, "text"] = ..., url=..., headers=..., data=...): ...
        def prepare(self) -> AWSPreparedRequest: ...

    class AWSPreparedRequest:
        method: HTTPMethod
        def __init__(
            self, method: Annotated[HTTPMethod, "text"], url, headers, body, stream_output, context=...
        ): ...

    class AWSResponse:
        status_code: HTTPStatus
        def __init__(self, url, status_code: Annotated[HTTPStatus, "text"], headers, raw): ...

class httpsession:
    from botocore.awsrequest import AWSPreparedRequest, AWSResponse

    class URLLib3Session:
        def send(self, request: AWSPreparedRequest) -> AWSResponse: ...

class stub:
    class Stubber:
        def __enter__(self) -> Stubber: ...
        # Becomes the HTTPStatusCode of the error's response, as it is.
        def add_client_error(
            self,
            method,
            service_error_code=...,
            service_message=...,
            http_status_code: Annotated[HTTPStatus, "text"] = ...,
            service_error_meta=...,
            expected_params=...,
            response_meta=...,
        ): ...
