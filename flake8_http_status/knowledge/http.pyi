"""https://docs.python.org/3/library/http.html"""
from http import HTTPMethod, HTTPStatus
from typing import Annotated, Mapping

class client:
    """https://docs.python.org/3/library/http.client.html"""

    responses: dict[HTTPStatus, str]

    class HTTPConnection:
        def request(self, method: HTTPMethod, url, body=..., headers=..., *, encode_chunked=...): ...
        def putrequest(self, method: HTTPMethod, url, skip_host=..., skip_accept_encoding=...): ...
        def getresponse(self) -> HTTPResponse: ...

    class HTTPSConnection(HTTPConnection): ...

    class HTTPResponse:
        status: HTTPStatus
        code: HTTPStatus
        # The method is only compared, with HEAD.
        def __init__(self, sock, debuglevel=..., method: HTTPMethod = ..., url=...): ...
        def getcode(self) -> HTTPStatus: ...

    CONTINUE = HTTPStatus.CONTINUE
    SWITCHING_PROTOCOLS = HTTPStatus.SWITCHING_PROTOCOLS
    PROCESSING = HTTPStatus.PROCESSING
    EARLY_HINTS = HTTPStatus.EARLY_HINTS
    OK = HTTPStatus.OK
    CREATED = HTTPStatus.CREATED
    ACCEPTED = HTTPStatus.ACCEPTED
    NON_AUTHORITATIVE_INFORMATION = HTTPStatus.NON_AUTHORITATIVE_INFORMATION
    NO_CONTENT = HTTPStatus.NO_CONTENT
    RESET_CONTENT = HTTPStatus.RESET_CONTENT
    PARTIAL_CONTENT = HTTPStatus.PARTIAL_CONTENT
    MULTI_STATUS = HTTPStatus.MULTI_STATUS
    ALREADY_REPORTED = HTTPStatus.ALREADY_REPORTED
    IM_USED = HTTPStatus.IM_USED
    MULTIPLE_CHOICES = HTTPStatus.MULTIPLE_CHOICES
    MOVED_PERMANENTLY = HTTPStatus.MOVED_PERMANENTLY
    FOUND = HTTPStatus.FOUND
    SEE_OTHER = HTTPStatus.SEE_OTHER
    NOT_MODIFIED = HTTPStatus.NOT_MODIFIED
    USE_PROXY = HTTPStatus.USE_PROXY
    TEMPORARY_REDIRECT = HTTPStatus.TEMPORARY_REDIRECT
    PERMANENT_REDIRECT = HTTPStatus.PERMANENT_REDIRECT
    BAD_REQUEST = HTTPStatus.BAD_REQUEST
    UNAUTHORIZED = HTTPStatus.UNAUTHORIZED
    PAYMENT_REQUIRED = HTTPStatus.PAYMENT_REQUIRED
    FORBIDDEN = HTTPStatus.FORBIDDEN
    NOT_FOUND = HTTPStatus.NOT_FOUND
    METHOD_NOT_ALLOWED = HTTPStatus.METHOD_NOT_ALLOWED
    NOT_ACCEPTABLE = HTTPStatus.NOT_ACCEPTABLE
    PROXY_AUTHENTICATION_REQUIRED = HTTPStatus.PROXY_AUTHENTICATION_REQUIRED
    REQUEST_TIMEOUT = HTTPStatus.REQUEST_TIMEOUT
    CONFLICT = HTTPStatus.CONFLICT
    GONE = HTTPStatus.GONE
    LENGTH_REQUIRED = HTTPStatus.LENGTH_REQUIRED
    PRECONDITION_FAILED = HTTPStatus.PRECONDITION_FAILED
    REQUEST_ENTITY_TOO_LARGE = HTTPStatus.REQUEST_ENTITY_TOO_LARGE
    CONTENT_TOO_LARGE = HTTPStatus.CONTENT_TOO_LARGE
    REQUEST_URI_TOO_LONG = HTTPStatus.REQUEST_URI_TOO_LONG
    URI_TOO_LONG = HTTPStatus.URI_TOO_LONG
    UNSUPPORTED_MEDIA_TYPE = HTTPStatus.UNSUPPORTED_MEDIA_TYPE
    REQUESTED_RANGE_NOT_SATISFIABLE = HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE
    RANGE_NOT_SATISFIABLE = HTTPStatus.RANGE_NOT_SATISFIABLE
    EXPECTATION_FAILED = HTTPStatus.EXPECTATION_FAILED
    IM_A_TEAPOT = HTTPStatus.IM_A_TEAPOT
    MISDIRECTED_REQUEST = HTTPStatus.MISDIRECTED_REQUEST
    UNPROCESSABLE_ENTITY = HTTPStatus.UNPROCESSABLE_ENTITY
    UNPROCESSABLE_CONTENT = HTTPStatus.UNPROCESSABLE_CONTENT
    LOCKED = HTTPStatus.LOCKED
    FAILED_DEPENDENCY = HTTPStatus.FAILED_DEPENDENCY
    TOO_EARLY = HTTPStatus.TOO_EARLY
    UPGRADE_REQUIRED = HTTPStatus.UPGRADE_REQUIRED
    PRECONDITION_REQUIRED = HTTPStatus.PRECONDITION_REQUIRED
    TOO_MANY_REQUESTS = HTTPStatus.TOO_MANY_REQUESTS
    REQUEST_HEADER_FIELDS_TOO_LARGE = HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE
    UNAVAILABLE_FOR_LEGAL_REASONS = HTTPStatus.UNAVAILABLE_FOR_LEGAL_REASONS
    INTERNAL_SERVER_ERROR = HTTPStatus.INTERNAL_SERVER_ERROR
    NOT_IMPLEMENTED = HTTPStatus.NOT_IMPLEMENTED
    BAD_GATEWAY = HTTPStatus.BAD_GATEWAY
    SERVICE_UNAVAILABLE = HTTPStatus.SERVICE_UNAVAILABLE
    GATEWAY_TIMEOUT = HTTPStatus.GATEWAY_TIMEOUT
    HTTP_VERSION_NOT_SUPPORTED = HTTPStatus.HTTP_VERSION_NOT_SUPPORTED
    VARIANT_ALSO_NEGOTIATES = HTTPStatus.VARIANT_ALSO_NEGOTIATES
    INSUFFICIENT_STORAGE = HTTPStatus.INSUFFICIENT_STORAGE
    LOOP_DETECTED = HTTPStatus.LOOP_DETECTED
    NOT_EXTENDED = HTTPStatus.NOT_EXTENDED
    NETWORK_AUTHENTICATION_REQUIRED = HTTPStatus.NETWORK_AUTHENTICATION_REQUIRED

class cookies:
    """https://docs.python.org/3/library/http.cookies.html"""

    # A SimpleCookie keeps str() of any value; other cookies of one's own may do otherwise.
    class SimpleCookie(object):
        def __init__(self, input: Mapping[object, Annotated[object, "text"]] = ...): ...
        def load(self, rawdata: Mapping[object, Annotated[object, "text"]]): ...
        def __setitem__(self, key, value: Annotated[object, "text"]): ...

class server:
    """https://docs.python.org/3/library/http.server.html"""

    class BaseHTTPRequestHandler:
        command: HTTPMethod
        responses: dict[HTTPStatus, object]
        # Sent and logged as a number; the page of send_error holds str() of the code.
        def send_response(self, code: HTTPStatus, message=...): ...
        def send_response_only(self, code: HTTPStatus, message=...): ...
        def send_error(self, code: Annotated[HTTPStatus, "text"], message=..., explain=...): ...
        def log_request(self, code: HTTPStatus = ..., size=...): ...

    class SimpleHTTPRequestHandler(BaseHTTPRequestHandler): ...
