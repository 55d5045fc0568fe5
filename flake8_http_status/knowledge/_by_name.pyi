"""https://docs.python.org/3/library/http.html"""
# Names that speak for themselves where the receiver is unknown (docs/stubs.md).
from typing import Annotated, Any, Callable, Iterable, Mapping, TypeVar
from http import HTTPMethod, HTTPStatus

T = TypeVar("T")
# What handles an error answers it.
View = Callable[..., tuple[object, HTTPStatus] | tuple[object, HTTPStatus, object]]

class Response:
    status_code: HTTPStatus
    status: HTTPStatus
    status_int: HTTPStatus
    code: HTTPStatus
    request: Request
    def get_status(self) -> HTTPStatus: ...
    getStatus = get_status

class Request:
    method: HTTPMethod

class Client:
    def request(self, method: HTTPMethod, *args, **kwargs) -> Response: ...
    def get(self, *args, **kwargs) -> Response: ...
    post = put = patch = delete = head = options = get

class attributes:
    exception_handlers: dict[HTTPStatus, object]
    response: Response
    # What other things have for a code.
    exit_code: object
    area_code: object
    country_code: object
    currency_code: object
    op_code: object
    error_code: Annotated[HTTPStatus, "weak", "failure"]
    status_code_list: list[HTTPStatus]
    stat_codes: list[HTTPStatus]
    error_status_hint: HTTPStatus
    status_list: list[HTTPStatus]
    statuses: list[HTTPStatus]
    httpstatus_list: list[HTTPStatus]
    status_codes: list[HTTPStatus]
    codes: Annotated[list[HTTPStatus], "weak"]
    status_code: HTTPStatus
    status: HTTPStatus
    http_status: HTTPStatus
    http_status_code: HTTPStatus
    http_code: HTTPStatus
    status_int: HTTPStatus
    response_code: HTTPStatus
    response_codes: list[HTTPStatus]
    code: Annotated[HTTPStatus, "weak"]
    method: HTTPMethod
    http_method: HTTPMethod
    method_type: HTTPMethod
    verb: HTTPMethod
    http_verb: HTTPMethod
    request_type: HTTPMethod
    # Django's test client follows redirects.
    redirect_chain: list[tuple[object, HTTPStatus]]
    request_method: HTTPMethod
    methods: list[HTTPMethod]
    allowed_methods: list[HTTPMethod]
    # urllib's requests are given one by who wants another method.
    get_method: Callable[[], HTTPMethod]
    exit_status: object
    in_status: object

class variables:
    # What a route answers, documented by status, and what is done with a failure.
    responses: Annotated[dict[Annotated[HTTPStatus, "text"], object], "weak"]
    exception_handlers: dict[HTTPStatus, object]
    error_handlers: Annotated[dict[HTTPStatus, object], "weak"]
    # What other things have for a code.
    exit_code: object
    area_code: object
    country_code: object
    currency_code: object
    op_code: object
    error_code: Annotated[HTTPStatus, "weak", "failure"]
    status_int: HTTPStatus
    http_status_code: HTTPStatus
    request_method: HTTPMethod
    method_type: HTTPMethod
    # What is done with a resource besides, by method: {"restore": "POST"}.
    member_actions: dict[object, HTTPMethod]
    collection_actions: dict[object, HTTPMethod]
    collection_methods: dict[object, HTTPMethod]
    request_type: HTTPMethod
    allowed_methods: list[HTTPMethod]
    status_forcelist: list[HTTPStatus]
    http_codes: list[HTTPStatus]
    # Fixtures of pytest's plugins.
    from aiohttp.test_utils import TestClient
    from playwright.sync_api import APIRequestContext
    from pytest_httpserver import HTTPServer
    from pytest_httpx import HTTPXMock
    from requests_mock.mocker import _Mocker
    from responses import RequestsMock
    from tornado.httpclient import HTTPResponse
    from respx import MockRouter
    from typing import Awaitable, Callable
    from vcr.cassette import Cassette
    from webtest import TestApp

    aiohttp_client: Callable[..., Awaitable[TestClient]]
    api_request_context: APIRequestContext
    django_app: TestApp
    httpserver: HTTPServer
    jp_fetch: Callable[..., Awaitable[HTTPResponse]]
    httpx_mock: HTTPXMock
    mocked_responses: RequestsMock
    requests_mock: _Mocker
    respx_mock: MockRouter
    testapp: TestApp
    vcr_cassette: Cassette
    status_code_list: list[HTTPStatus]
    stat_codes: list[HTTPStatus]
    error_status_hint: HTTPStatus
    status_list: list[HTTPStatus]
    httpstatus_list: list[HTTPStatus]
    verbs: list[HTTPMethod]
    status_code: HTTPStatus
    status_codes: list[HTTPStatus]
    status: HTTPStatus
    statuses: list[HTTPStatus]
    http_status: HTTPStatus
    http_code: HTTPStatus
    response_code: HTTPStatus
    response_codes: list[HTTPStatus]
    code: Annotated[HTTPStatus, "weak"]
    codes: Annotated[list[HTTPStatus], "weak"]
    http_error: HTTPStatus
    exit_status: object
    in_status: object
    method: HTTPMethod
    methods: list[HTTPMethod]
    http_method: HTTPMethod
    verb: HTTPMethod
    http_verb: HTTPMethod
    response: Response
    resp: Response
    request: Request

class keywords:
    exception_handlers: dict[HTTPStatus, object]
    # What other things have for a code.
    exit_code: object
    area_code: object
    country_code: object
    currency_code: object
    op_code: object
    error_code: Annotated[HTTPStatus, "weak", "failure"]
    status_int: HTTPStatus
    method_type: HTTPMethod
    # What is done with a resource besides, by method: {"restore": "POST"}.
    member_actions: dict[object, HTTPMethod]
    collection_actions: dict[object, HTTPMethod]
    collection_methods: dict[object, HTTPMethod]
    request_type: HTTPMethod
    request_method: HTTPMethod
    http_codes: list[HTTPStatus]
    statuses: list[HTTPStatus]
    status_forcelist: list[HTTPStatus]
    status_code_list: list[HTTPStatus]
    stat_codes: list[HTTPStatus]
    error_status_hint: HTTPStatus
    status_list: list[HTTPStatus]
    verb: HTTPMethod
    http_verb: HTTPMethod
    status_code: HTTPStatus
    status: HTTPStatus
    http_status: HTTPStatus
    http_status_code: HTTPStatus
    http_code: HTTPStatus
    response_code: HTTPStatus
    response_codes: list[HTTPStatus]
    code: Annotated[HTTPStatus, "weak"]
    status_codes: list[HTTPStatus]
    method: HTTPMethod
    http_method: HTTPMethod
    methods: list[HTTPMethod]
    allowed_methods: list[HTTPMethod]
    # urllib3's name for them before 1.26.
    method_whitelist: list[HTTPMethod]
    # The answers that clients of Elasticsearch take for no error.
    ignore: Annotated[HTTPStatus, "weak"]
    ignore_status: HTTPStatus
    exit_status: object
    # Days in a status are no status.
    in_status: object
    # What a route answers, documented by status: {404: {"model": Problem}}.
    responses: Annotated[dict[Annotated[HTTPStatus, "text"], object], "weak"]
    http_exception: HTTPStatus

class keys:
    # What other things have for a code.
    exit_code: object
    area_code: object
    country_code: object
    currency_code: object
    op_code: object
    error_code: Annotated[HTTPStatus, "weak", "failure"]
    in_status: object
    response_code: HTTPStatus
    response_codes: list[HTTPStatus]
    # pycurl's option.
    customrequest: HTTPMethod
    status_int: HTTPStatus
    http_status_code: HTTPStatus
    allowed_methods: list[HTTPMethod]
    http_codes: list[HTTPStatus]
    codes: Annotated[list[HTTPStatus], "weak"]
    status_codes: list[HTTPStatus]
    # One, or several as a list or in a text.
    access_control_allow_methods: HTTPMethod | list[HTTPMethod]
    allow: HTTPMethod | list[HTTPMethod]
    # As the keyword: what OpenAPI documents of a route.
    responses: Annotated[dict[Annotated[HTTPStatus, "text"], object], "weak"]
    verb: HTTPMethod
    status_code: HTTPStatus
    status: HTTPStatus
    http_status: HTTPStatus
    http_code: HTTPStatus
    code: Annotated[HTTPStatus, "weak"]
    method: HTTPMethod
    # PEP 3333: the values of an environ are of the exact type str; wsgiref.validate asserts it.
    request_method: Annotated[HTTPMethod, "exact"]
    # OpenTelemetry's http.request.method is another thing.
    http_request_method: HTTPMethod
    http_method: HTTPMethod
    # X-HTTP-Method-Override
    method_override: HTTPMethod
    methods: list[HTTPMethod]

class modules:
    github: object
    gitlab: object
    elasticsearch: object
    opensearchpy: object
    http: object
    https: object
    httpx: object
    rest: object
    wsgi: object
    asgi: object
    urllib: object
    webapp: object
    servlet: object

class elsewhere:
    # Parts of libraries for HTTP that have nothing to do with it: django.db, twisted.internet.
    django_apps: object
    django_conf: object
    django_db: object
    django_forms: object
    django_utils: object
    tornado_gen: object
    tornado_ioloop: object
    tornado_options: object
    twisted_application: object
    twisted_internet: object
    twisted_logger: object
    twisted_python: object
    werkzeug_security: object

class rows:
    # What asks for or makes rows of a database: Order.objects.get(code=404), OrderFactory(status=200).
    objects: object
    filter: object
    filter_by: object
    factory: object

class protocols:
    # What has codes of its own, some of them with the numbers of statuses.
    amqp: object
    kombu: object
    pika: object
    smtplib: object
    ftplib: object
    imaplib: object
    nntplib: object
    smtp: object
    esmtp: object
    lmtp: object
    postfix: object
    milter: object
    imap: object
    nntp: object
    ftp: object
    sip: object
    rtsp: object

class addresses:
    # A name with one of these is an address, and so is a text: "image-url".
    url: object
    uri: object
    urls: object

class paths:
    # A name with one of these is an address or a path.
    path: object
    link: object
    location: object
    endpoint: object
    route: object
    href: object

class clear:
    # Methods that are no words for something else: a store has PUT and DELETE, git has HEAD.
    GET: object
    POST: object

class revisions:
    # Beside one of these HEAD is git's.
    git: object
    repo: object
    commit: object
    revision: object
    checkout: object
    diff: object
    show: object
    reset: object
    restore: object
    archive: object
    blame: object
    cat_file: object
    grep: object
    log: object
    ls_tree: object
    rev_list: object
    rev_parse: object

class requesters:
    # A function with one of these in its name takes a method first.
    request: object
    fetch: object
    http: object
    rest: object

class tellers:
    # A function with all words of one of these in its name takes a status.
    status: object
    http_error: object
    response_code: object

class checkers:
    # A function whose first word is one of these, and its last that of a response, takes a status.
    assert_: object
    check: object
    expect: object
    verify: object

class makers:
    # A class method that makes a response: Response.make(404).
    make: object
    create: object
    build: object

class setters:
    # A function whose first word is one of these takes a key and what it stands for.
    set: object
    setopt: object
    add: object
    put: object
    # A mock's: call(HTTP_STATUS_CODE, 404)
    call: object

class answers:
    # What a response is called.
    response: object
    resp: object

class bodies:
    # What the body of a response is called, where one is not called as the whole.
    body: object
    context: object
    payload: object

class doubles:
    # Before the last word of a class of responses: those that are one in any module.
    mock: object
    mocked: object
    up: object
    fake: object
    dummy: object
    stub: object
    test: object
    http: object
    json: object
    api: object

class mocked:
    # A function with one of these in its name asks a server: client.post.return_value = (404, {}).
    request: object
    post: object
    http: object
    rest: object

class renderers:
    # A function with one of these in its name gives the body of a response.
    dict: object
    jsonify: object
    template: object
    response: object
    serialize: object

class handlers:
    # A function with one of these in its name answers requests.
    get: object
    post: object
    put: object
    patch: object
    delete: object
    head: object
    options: object
    handle: object
    handler: object
    view: object
    endpoint: object
    callback: object
    response: object
    respond: object
    dispatch: object

class routes:
    # A decorator of this name binds a function to a path.
    route: object
    get: object
    post: object
    put: object
    patch: object
    delete: object
    expose: object
    api_route: object

class failures:
    # The last word of a class of exceptions.
    error: object
    exception: object
    fault: object
    failure: object

class caught:
    # What an exception is called where it is caught, besides its words.
    e: object
    ex: object
    exc: object
    err: object

class documents:
    # What OpenAPI has for an answer: {404: {"description": …, "content": …}}.
    model: object
    description: object
    content: object
    headers: object
    links: object

class operations:
    # And for what is asked, beside the answers: {"tags": …, "responses": {404: …}}.
    tags: object
    summary: object
    parameters: object
    requestBody: object
    operationId: object

class raised:
    # What the exception is called of what a block must raise: e.value in with raises(KeyError) as e.
    value: object
    exception: object

class beginnings:
    # Sentences of assertions: expect(x).to.equal(404), x.should.be(404), assert_that(x, equal_to(404)).
    expect: object
    that: object
    assert_that: object

class joints:
    should: object
    must: object
    should_not: object
    must_not: object

class equalities:
    equal: object
    equals: object
    equal_to: object
    to_equal: object
    is_equal_to: object
    is_not_equal_to: object
    not_equal: object
    not_equal_to: object
    eq: object
    be: object
    to_be: object
    is_: object
    is_not: object

class functions:
    # web2py's exception, which is a builtin of its applications.
    def HTTP(status: HTTPStatus, *args, **kwargs): ...
    def errorhandler(code: HTTPStatus) -> Callable[[View], View]: ...
    def register_error_handler(code: HTTPStatus, f): ...
    def assertEqual(first: T, second: T, msg=..., *args, **kwargs): ...
    assertEquals = assertNotEqual = assertNotEquals = assertEqual
    assertCountEqual = assertItemsEqual = assertListEqual = assertSequenceEqual = assertEqual
    assertSetEqual = assertTupleEqual = assertDictEqual = assertEqual
    def assertIn(member: T, container: Iterable[T], msg=...): ...
    assertNotIn = assertIn
    # nose's, and what is called after them.
    assert_equal = assert_equals = assert_not_equal = assert_not_equals = eq_ = ne_ = assertEqual
    assert_in = assert_not_in = in_ = not_in_ = assertIn
    def set_status(status: HTTPStatus, *args, **kwargs): ...
    set_status_code = setStatus = setStatusCode = set_response_code = setResponseCode = set_status
    def get_status_code(*args, **kwargs) -> HTTPStatus: ...
    # urllib's word for it.
    getStatusCode = getcode = get_status_code
    # Clients with methods that are called after those of HTTP.
    def GET(*args, **kwargs) -> Response: ...
    POST = PUT = PATCH = DELETE = HEAD = OPTIONS = GET
    # Twisted's deferreds hand on what is given behind a function, after what they are given themselves.
    def addCallback(callback, *args: Annotated[object, "method:callback"], **kw): ...
    addErrback = addBoth = addCallback
    # Flask-AppBuilder's, and what is called after it.
    def response(code: HTTPStatus, *args, **kwargs): ...
    # pact, aiohttp_apispec, and the protocol RSGI.
    def will_respond_with(status: HTTPStatus, *args, **kwargs): ...
    def response_schema(schema, code: Annotated[HTTPStatus, "text"] = ..., *args, **kwargs): ...
    def response_empty(status: HTTPStatus, headers, *args): ...
    response_str = response_bytes = response_file = response_file_range = response_stream = response_empty
    # Routes: what is done with a resource besides, by method.
    def resource(
        *args,
        collection: Mapping[object, HTTPMethod] = ...,
        member: Mapping[object, HTTPMethod] = ...,
        new: Mapping[object, HTTPMethod] = ...,
        **kwargs
    ): ...
    def send_response(code: HTTPStatus, *args, **kwargs): ...
    def send_error(code: HTTPStatus, *args, **kwargs): ...
    def abort(code: HTTPStatus, *args, **kwargs): ...
    # websockets', falcon's mocks, and the handlers of many.
    def respond(status: HTTPStatus, *args, **kwargs): ...
    # ASGI: servers write str() of the status to their logs.
    def send(message: Mapping[object, Annotated[object, "text"]], **kwargs): ...
    # pytest-pyodide: the source of a function is run in a browser.
    def run_in_pyodide(
        function: Annotated[object, "ships"] = ..., /, **kwargs
    ) -> Callable[[Annotated[object, "ships"]], object]: ...
    # What loggers are called with.
    def debug(msg: Annotated[object, "text"], *args: Annotated[object, "text"], code=..., **kwargs): ...
    info = warning = warn = error = critical = exception = debug

class quantities:
    # A number under a name that ends in one of these counts or measures something.
    exit_code: object
    exit_status: object
    size: object
    sizes: object
    length: object
    lengths: object
    len: object
    width: object
    height: object
    depth: object
    count: object
    counts: object
    total: object
    min: object
    max: object
    limit: object
    limits: object
    timeout: object
    interval: object
    delay: object
    seconds: object
    secs: object
    sec: object
    minutes: object
    hours: object
    days: object
    ms: object
    msec: object
    millis: object
    milliseconds: object
    age: object
    ttl: object
    port: object
    ports: object
    gb: object
    mb: object
    kb: object
    tb: object
    gib: object
    mib: object
    kib: object
    bytes: object
    bits: object
    iops: object
    bps: object
    bandwidth: object
    capacity: object
    percent: object
    percentage: object
    ratio: object
    weight: object
    weights: object
    price: object
    prices: object
    cost: object
    costs: object
    amount: object
    amounts: object
    quantity: object
    qty: object
    offset: object
    offsets: object
    idx: object
    position: object
    positions: object
    row: object
    column: object
    year: object
    month: object
    day: object
    retries: object
    attempts: object
    workers: object
    threads: object
    angle: object
    score: object
    rank: object
    rate: object
    speed: object
    lun: object
    vlan: object
    id: object
    ids: object
    temperature: object
    step: object
    steps: object
    iterations: object
    epochs: object
    samples: object
    duration: object
    period: object
    radius: object
    padding: object
    margin: object
    dpi: object
    pixels: object
    resolution: object
    precision: object
    scale: object
    multiplier: object
    factor: object
