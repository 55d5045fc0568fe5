"""https://docs.locust.io/en/stable/api.html"""
from http import HTTPMethod, HTTPStatus
from typing import Annotated, ContextManager

from locust.contrib.fasthttp import FastHttpUser
from locust.user.sequential_taskset import SequentialTaskSet
from locust.user.task import TaskSet
from locust.user.users import HttpUser, User

class clients:
    from requests import Response, Session

    class ResponseContextManager(Response):
        def __enter__(self) -> ResponseContextManager: ...

    class HttpSession(Session):
        # Passes through upper(); the statistics show it as it was given.
        def request(
            self, method: Annotated[HTTPMethod, "text", "folds"], url, name=..., catch_response=...,
            context=..., *, data=..., json=..., **kwargs,
        ) -> ResponseContextManager: ...
        def get(self, url, *, data=..., json=..., **kwargs) -> ResponseContextManager: ...
        options = head = delete = get
        def post(self, url, data=..., json=..., **kwargs) -> ResponseContextManager: ...
        def put(self, url, data=..., *, json=..., **kwargs) -> ResponseContextManager: ...
        patch = put

class contrib:
    class fasthttp:
        from locust.user.users import User

        class FastRequest:
            method: HTTPMethod

        class FastResponse:
            status_code: HTTPStatus
            request: FastRequest

        class ErrorResponse(FastResponse): ...

        class ResponseContextManager(FastResponse):
            def __enter__(self) -> ResponseContextManager: ...

        class RestResponseContextManager(ResponseContextManager): ...

        class FastHttpSession:
            # Sent as it is.
            def request(
                self, method: Annotated[HTTPMethod, "text"], url, name=..., data=..., catch_response=...,
                stream=..., headers=..., auth=..., json=..., allow_redirects=..., context=..., **kwargs,
            ) -> ResponseContextManager: ...
            def get(self, url, **kwargs) -> ResponseContextManager: ...
            delete = head = options = get
            def post(self, url, data=..., json=..., **kwargs) -> ResponseContextManager: ...
            def put(self, url, data=..., **kwargs) -> ResponseContextManager: ...
            patch = put
            def iter_lines(self, url, method: Annotated[HTTPMethod, "text"] = ..., **kwargs): ...

        class FastHttpUser(User):
            client: FastHttpSession
            def rest(
                self, method: Annotated[HTTPMethod, "text"], url, headers=..., **kwargs
            ) -> ContextManager[RestResponseContextManager]: ...

class user:
    class users:
        from locust.clients import HttpSession, ResponseContextManager

        class User: ...

        class HttpUser(User):
            client: HttpSession
            def rest(
                self, method: Annotated[HTTPMethod, "text", "folds"], url, headers=..., **kwargs
            ) -> ContextManager[ResponseContextManager]: ...

    class task:
        from locust.clients import HttpSession
        from locust.user.users import User

        class TaskSet:
            client: HttpSession
            user: User

    class sequential_taskset:
        from locust.user.task import TaskSet

        class SequentialTaskSet(TaskSet): ...

class stats:
    # The key of a dict.
    class RequestStats:
        def get(self, name, method: HTTPMethod) -> StatsEntry: ...
        def log_request(self, method: HTTPMethod, name, response_time, content_length): ...
        def log_error(self, method: HTTPMethod, name, error): ...

    class StatsEntry:
        method: HTTPMethod
        def __init__(
            self, stats: RequestStats, name, method: HTTPMethod, use_response_times_cache=...
        ): ...

class runners:
    from locust.stats import RequestStats

    class Runner:
        stats: RequestStats

class env:
    from locust.runners import Runner
    from locust.stats import RequestStats

    class Environment:
        stats: RequestStats
        runner: Runner
