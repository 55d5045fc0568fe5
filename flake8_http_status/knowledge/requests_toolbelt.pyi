"""https://toolbelt.readthedocs.io/en/latest/"""
from http import HTTPMethod
from typing import Annotated, Iterator

class sessions:
    from requests import Response, Session

    class BaseUrlSession(Session):
        # Passes through upper().
        def request(self, method: Annotated[HTTPMethod, "folds"], url, *args, **kwargs) -> Response: ...

class threaded:
    class _Asked:
        method: Annotated[HTTPMethod, "folds"]

    def map(requests: list[_Asked], **kwargs): ...

    class pool:
        from requests import Response

        class Pool:
            def responses(self) -> Iterator[Response]: ...
            def get_response(self) -> Response: ...

class auth:
    class guess:
        from requests.auth import AuthBase

        class GuessAuth(AuthBase): ...
