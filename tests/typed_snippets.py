"""Typed code, clean under ``mypy --strict``, with marks around what is reported.

``«200»`` is fixed: mypy accepts the member there too.  ``«!200»`` is unsafe: with the members on that
line alone, mypy reports an error.
"""
from __future__ import annotations

#: Stands before each snippet.
HEAD = '''\
import http.client
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, ClassVar, Final, Literal, NamedTuple, Protocol, TypeAlias, TypedDict, TypeVar
from typing import assert_never, assert_type, cast, overload
import dataclasses
T = TypeVar("T")
def number() -> int: return 1
def word() -> str: return "x"
def flag() -> bool: return True
def anything() -> Any: ...
class Answer:
    status_code: int
    method: str
'''

REASSIGNED = {
    "then the answer's": """
def f(answer: Answer) -> int:
    status_code = «!200»
    if flag():
        status_code = answer.status_code
    return status_code
""",
    "then the library's": """
def f(connection: http.client.HTTPConnection) -> int:
    status = «!200»
    if flag():
        status = connection.getresponse().status
    return status
""",
    "then members only": """
def f() -> int:
    status_code = «200»
    if flag():
        status_code = «404»
    elif number():
        status_code = «500» if flag() else «503»
    if status_code == «200»:
        status_code = «204»
    return status_code
""",
    "then a number without a member": """
def f() -> int:
    status_code = «!200»
    if flag():
        status_code = 299
    return status_code
""",
    "then text": """
def f() -> int:
    status_code = «!200»
    for part in "1", "2":
        status_code = int(part)
    return status_code
""",
    "then counted": """
def f() -> int:
    status_code = «!200»
    status_code += number()
    return status_code
""",
    "after the answer's": """
def f(answer: Answer) -> int:
    status_code = answer.status_code
    if flag():
        status_code = «200»
    return status_code
""",
    "in the other branch": """
def f(answer: Answer) -> int:
    if flag():
        status_code = «!200»
    else:
        status_code = answer.status_code
    return status_code
""",
    "in the other branch, after it": """
def f(answer: Answer) -> int:
    if flag():
        status_code = answer.status_code
    else:
        status_code = «200»
    return status_code
""",
    "declared": """
def f(answer: Answer) -> int:
    status_code: int = «200»
    status_code = answer.status_code
    return status_code
""",
    "declared first": """
def f(answer: Answer) -> int:
    status_code: int
    status_code = «200»
    status_code = answer.status_code
    return status_code
""",
    "parameter": """
def f(answer: Answer, status_code: int = «200») -> int:
    status_code = «404»
    status_code = answer.status_code
    return status_code
""",
    "conditional": """
def f(answer: Answer) -> int:
    status_code = «!200» if flag() else «!404»
    status_code = answer.status_code
    return status_code
""",
    "conditional with a number": """
def f(answer: Answer) -> int:
    status_code = «200» if flag() else 299
    status_code = answer.status_code
    return status_code
""",
    "or": """
def f(answer: Answer) -> int:
    status_code = answer.status_code or «500»
    status_code = number()
    return status_code
""",
    "tuple": """
def f(answer: Answer) -> tuple[str, int]:
    body, status_code = "", «!200»
    status_code = answer.status_code
    return body, status_code
""",
    "tuple then tuple": """
def g() -> tuple[str, int]: return "", «200»
def f() -> tuple[str, int]:
    body, status_code = "", «!200»
    body, status_code = g()
    return body, status_code
""",
    "chained": """
def f(answer: Answer) -> int:
    first = status_code = «!200»
    status_code = answer.status_code
    return first
""",
    "walrus": """
def f(answer: Answer) -> int:
    if (status_code := «!200»):
        status_code = answer.status_code
    return status_code
""",
    "loop": """
def f(answer: Answer) -> int:
    for status_code in («!200», «!404»):
        status_code = answer.status_code
    return status_code
""",
    "loop over a number too": """
def f(answer: Answer) -> None:
    for status_code in («200», 299):
        status_code = answer.status_code
""",
    "loop over rows": """
def f(answer: Answer) -> None:
    for name, status_code in (("a", «!200»), ("b", «!404»)):
        status_code = answer.status_code
        print(name)
""",
    "two loops": """
def f(codes: list[int]) -> None:
    for status_code in («!200», «!404»):
        print(number())
    for status_code in codes:
        print(number())
""",
    "global": """
status_code = «!200»
def f(answer: Answer) -> None:
    global status_code
    status_code = answer.status_code
""",
    "nonlocal": """
def f(answer: Answer) -> int:
    status_code = «!200»
    def inner() -> None:
        nonlocal status_code
        status_code = answer.status_code
    inner()
    return status_code
""",
    "None then": """
def f(answer: Answer) -> int | None:
    status_code = None
    if flag():
        status_code = «!200»
    else:
        status_code = answer.status_code
    return status_code
""",
    "then None": """
def f() -> int | None:
    status_code: int | None = «200»
    status_code = None
    return status_code
""",
    "then anything": """
def f(answer: Any) -> int:
    status_code = «200»
    status_code = answer.status_code
    if flag():
        status_code = anything()
    return int(status_code)
""",
    "a default that may be anything": """
def f(error: Exception) -> int:
    status_code = getattr(error, "status_code", «500»)
    if flag():
        status_code = number()
    return int(status_code)
""",
    "method": """
def f(answer: Answer) -> str:
    method = «!"GET"»
    if flag():
        method = answer.method
    return method
""",
    "method, then methods": """
def f(data: bytes | None) -> str:
    method = «"GET"»
    if data:
        method = «"POST"»
    return method
""",
    "method in lower case": """
def f(data: bytes | None) -> str:
    method = «!"GET"»
    if data:
        method = word().upper()
    return method
""",
    "method, conditional": """
def f(data: bytes | None) -> str:
    method = «"POST"» if data else «"GET"»
    return method
""",
    "untyped": """
def f(answer):  # type: ignore[no-untyped-def]
    status_code = «200»
    status_code = answer.status_code
    return status_code
""",
    "asserted": """
def f() -> None:
    status_code = «!200»
    assert_type(status_code, int)
""",
    "async": """
async def f(answer: Answer) -> int:
    status_code = «!200»
    if flag():
        status_code = answer.status_code
    return status_code
""",
    "written and read": """
def f(start: Callable[[int], None]) -> None:
    status_code = «200»
    try:
        start(status_code)
    except ValueError:
        status_code = «500»
    if status_code == «500» or status_code > 400:
        start(status_code)
""",
}

ATTRIBUTES = {
    "in another method": """
class Reply:
    def __init__(self) -> None:
        self.status_code = «!200»
    def set(self, answer: Answer) -> None:
        self.status_code = answer.status_code
""",
    "members only": """
class Reply:
    def __init__(self) -> None:
        self.status_code = «200»
    def fail(self) -> None:
        self.status_code = «500»
""",
    "declared in the class": """
class Reply:
    status_code: int
    def __init__(self) -> None:
        self.status_code = «200»
    def set(self, answer: Answer) -> None:
        self.status_code = answer.status_code
""",
    "declared where assigned": """
class Reply:
    def __init__(self) -> None:
        self.status_code: int = «200»
    def set(self, answer: Answer) -> None:
        self.status_code = answer.status_code
""",
    "declared in the base": """
class Base:
    status_code: int
class Reply(Base):
    def __init__(self) -> None:
        self.status_code = «200»
    def set(self, answer: Answer) -> None:
        self.status_code = answer.status_code
""",
    "from a parameter": """
class Reply:
    def __init__(self, status_code: int = «200») -> None:
        self.status_code = status_code
    def fail(self) -> None:
        self.status_code = «500»
""",
    "in a subclass": """
class Reply:
    def __init__(self) -> None:
        self.status_code = «!200»
class Failure(Reply):
    def set(self, answer: Answer) -> None:
        self.status_code = answer.status_code
""",
    "from outside": """
class Reply:
    def __init__(self) -> None:
        self.status_code = «!200»
def f(reply: Reply, answer: Answer) -> None:
    reply.status_code = answer.status_code
""",
    "of another object": """
class Reply:
    def __init__(self) -> None:
        self.status_code = «200»
def f(reply: Answer, answer: Answer) -> None:
    reply.status_code = answer.status_code
""",
    "class attribute": """
class Reply:
    status_code = «200»
    def get(self) -> int:
        return self.status_code
""",
    "class attribute, then by a method": """
class Reply:
    status_code = «!200»
    def set(self, answer: Answer) -> None:
        self.status_code = answer.status_code
""",
    "overridden by a number": """
class Reply:
    status_code = «!500»
class Odd(Reply):
    status_code = 599
""",
    "overridden by members": """
class Reply:
    status_code = «500»
class Missing(Reply):
    status_code = «410» if flag() else «404»
class StillMissing(Missing):
    status_code = «410»
    def get(self) -> int:
        return self.status_code
""",
    "overridden by what stays a number": """
class Reply:
    status_code = «!500»
class NotFound(Reply):
    status_code = «!404»
""",
    "overridden and declared": """
class Reply:
    status_code = «!500»
class Other(Reply):
    status_code: int = «404»
""",
    "override of a declared one": """
class Reply:
    status_code: int = «500»
class Other(Reply):
    status_code = «!404»
class Odd(Other):
    status_code = 599
class Another(Reply):
    status_code = «!404»
    def set(self) -> None:
        self.status_code = number()
""",
    "override of a bare declaration": """
class Reply:
    status_code: ClassVar[int]
class Other(Reply):
    status_code = «404»
""",
    "class variable without a type": """
class Reply:
    status_code: ClassVar = «!500»
    @classmethod
    def set(cls, answer: Answer) -> None:
        cls.status_code = answer.status_code
""",
    "property": """
class Reply:
    @property
    def status_code(self) -> int:
        return «200»
""",
    "overrides a property": """
class Reply:
    @property
    def status_code(self) -> int:
        return «200»
class Other(Reply):
    status_code = «404»
""",
    "dataclass": """
@dataclasses.dataclass
class Reply:
    status_code: int = «!200»
    codes: list[int] = dataclasses.field(default_factory=list)
def f() -> Reply:
    reply = Reply(status_code=«!404»)
    reply.status_code = number()
    return reply
""",
    "named tuple": """
class Reply(NamedTuple):
    status_code: int = «!200»
def f() -> Reply:
    return Reply(«!404»)
""",
    "typed dictionary": """
class Reply(TypedDict):
    status_code: int
def f() -> Reply:
    reply: Reply = {"status_code": «200»}
    reply["status_code"] = number()
    return reply
""",
    "protocol": """
class HasStatus(Protocol):
    status_code: int
def show(reply: HasStatus) -> None: ...
class Reply:
    status_code = «!200»
show(Reply())
""",
    "protocol that only reads": """
class HasStatus(Protocol):
    @property
    def status_code(self) -> int: ...
def show(reply: HasStatus) -> None: ...
class Reply:
    status_code = «200»
show(Reply())
""",
    "protocol, declared": """
class HasStatus(Protocol):
    status_code: int
def show(reply: HasStatus) -> None: ...
class Reply:
    status_code: int = «200»
show(Reply())
""",
}

CONTAINERS = {
    "given": """
def take(status_codes: list[int]) -> None: ...
take([«200», «404»])
""",
    "variable given to a list": """
def take(status_codes: list[int]) -> None: ...
status_codes = [«!200», «!404»]
take(status_codes)
""",
    "with a number": """
def take(status_codes: list[int]) -> None: ...
status_codes = [«200», 299]
take(status_codes)
""",
    "variable given to a set": """
def take(status_codes: set[int]) -> None: ...
status_codes = {«!200», «!404»}
take(status_codes)
""",
    "variable given to a sequence": """
def take(status_codes: Sequence[int], others: Iterable[int] = ()) -> None: ...
status_codes = [«200», «404»]
take(status_codes)
take(others=status_codes, status_codes=[«200»])
""",
    "frozen set": """
def take(status_codes: frozenset[int]) -> None: ...
status_codes = frozenset({«200», «404»})
take(status_codes)
""",
    "tuple": """
def take(status_codes: tuple[int, ...]) -> None: ...
status_codes = («200», «404»)
take(status_codes)
""",
    "declared": """
def take(status_codes: list[int]) -> None: ...
status_codes: list[int] = [«200», «404»]
take(status_codes)
status_codes.append(number())
""",
    "through another variable": """
def take(status_codes: list[int]) -> None: ...
status_code = «!200»
status_codes = [status_code]
take(status_codes)
""",
    "in a list that is made where it is given": """
def take(methods: list[str]) -> None: ...
for method in («"GET"», «"POST"»):
    take([method])
    take(list((method, method)))
methods = («"GET"», «"PUT"»)
take([*methods])
take(list(methods))
""",
    "copied": """
def take(status_codes: list[int]) -> None: ...
status_codes = list((«!200», «!404»))
take(status_codes)
""",
    "copied where given": """
def take(status_codes: list[int]) -> None: ...
take(list((«200», «404»)))
""",
    "comprehension": """
def take(status_codes: list[int]) -> None: ...
status_codes = [status_code for status_code in («!200», «!404»)]
take(status_codes)
""",
    "to a declared variable": """
status_codes = [«!200», «!404»]
others: list[int] = status_codes
""",
    "to a declared attribute": """
class Reply:
    status_codes: list[int]
    def __init__(self) -> None:
        status_codes = [«!200», «!404»]
        self.status_codes = status_codes
""",
    "display to a declared attribute": """
class Reply:
    status_codes: list[int]
    def __init__(self) -> None:
        self.status_codes = [«200», «404»]
""",
    "attribute given on": """
def take(status_codes: list[int]) -> None: ...
class Reply:
    status_codes = [«!200», «!404»]
    def go(self) -> None:
        take(self.status_codes)
""",
    "attribute searched in": """
class Reply:
    status_codes = [«200», «404»]
    def go(self, answer: Answer) -> bool:
        return answer.status_code in self.status_codes
""",
    "appended": """
status_codes = [«!200», «!404»]
status_codes.append(number())
""",
    "appended members": """
status_codes = [«200», «404»]
status_codes.append(«500»)
status_codes.extend([«502», «503»])
""",
    "extended": """
status_codes = [«!200», «!404»]
status_codes.extend([number()])
""",
    "added": """
status_codes = {«!200», «!404»}
status_codes.add(number())
""",
    "added in place": """
status_codes = [«!200»]
status_codes += [number()]
""",
    "counted": """
status_codes = [«!200»]
status_codes.count(number())
""",
    "set item": """
status_codes = [«!200»]
status_codes[0] = number()
""",
    "returned": """
def status_codes() -> list[int]:
    return [«200», «404»]
""",
    "returned variable": """
def f() -> list[int]:
    status_codes = [«!200», «!404»]
    return status_codes
""",
    "returned as a sequence": """
def f() -> Sequence[int]:
    status_codes = [«200», «404»]
    return status_codes
""",
    "returned later": """
async def f() -> list[int]:
    status_codes = [«!200», «!404»]
    return status_codes
""",
    "yielded": """
def f() -> Iterator[list[int]]:
    status_codes = [«!404»]
    yield status_codes
""",
    "yielded codes": """
def status_codes() -> Iterator[int]:
    yield «200»
    for status_code in («404», «410»):
        yield status_code
""",
    "tuple returned": """
def f() -> tuple[str, int]:
    status_code = «200»
    return "", status_code
""",
    "keys given": """
def take(names: dict[int, str]) -> None: ...
def f(answer: Answer) -> bool:
    names = {«!200»: "fine"}
    take(names)
    return answer.status_code in names
""",
    "keys given at once": """
def take(names: dict[int, str], others: Mapping[int, str]) -> None: ...
take({200: "fine"}, {404: "gone"})
""",
    "keys given to a mapping": """
def take(names: Mapping[int, str]) -> None: ...
def f(answer: Answer) -> bool:
    names = {«!200»: "fine"}
    take(names)
    return answer.status_code in names
""",
    "asked by a number": """
NAMES = {«!200»: "fine", «!404»: "gone"}
def f(answer: Answer) -> str:
    return NAMES[answer.status_code]
""",
    "asked for a number": """
NAMES = {«!200»: "fine", «!404»: "gone"}
def f(answer: Answer) -> str:
    return NAMES.get(answer.status_code, "")
""",
    "asked at once": """
def f(answer: Answer) -> str:
    return {«!200»: "fine"}.get(answer.status_code, "")
""",
    "indexed at once": """
def f(answer: Answer) -> str:
    return {«!200»: "fine", «!404»: "gone"}[answer.status_code]
""",
    "asked, with another number": """
def f(answer: Answer) -> str:
    return {«200»: "fine", 299: "odd"}.get(answer.status_code, "")
""",
    "asked, declared": """
NAMES: dict[int, str] = {«200»: "fine", «404»: "gone"}
def f(answer: Answer) -> str:
    return NAMES[answer.status_code]
""",
    "asked by anything": """
NAMES = {«200»: "fine", «404»: "gone"}
def f(answer: Any) -> str:
    assert answer.status_code in NAMES
    return NAMES[answer.status_code]
""",
    "counts": """
def f(answer: Answer) -> None:
    counts = {«!200»: 0, «!404»: 0}
    counts[answer.status_code] += 1
""",
    "values given": """
def take(row: dict[str, int]) -> None: ...
take({"status_code": «200»})
row = {"status_code": «!200»}
take(row)
""",
    "values given to a mapping": """
def take(row: Mapping[str, int]) -> None: ...
row = {"status_code": «200»}
take(row)
""",
    "values among others": """
def take(row: Mapping[str, object]) -> None: ...
row = {"status_code": «200», "text": "x"}
take(row)
""",
    "values given as anything": """
def take(row: dict[str, Any]) -> None: ...
row = {"status_code": «200»}
take(row)
""",
    "values set": """
row = {"status_code": «!200»}
row["status_code"] = number()
""",
    "values set beside a number": """
row = {"status_code": «200», "count": 1}
row["status_code"] = number()
""",
    "values in a list": """
def take(rows: list[dict[str, int]]) -> None: ...
take([{"status_code": «200»}])
rows = [{"status_code": «!404»}]
take(rows)
""",
    "dictionary by keywords": """
def take(row: dict[str, int]) -> None: ...
row = dict(status_code=«!200»)
take(row)
take(dict(status_code=«404»))
""",
    "rows": """
def take(rows: list[tuple[str, int]]) -> None: ...
rows = [("x", «!200»), ("y", «!404»)]
take(rows)
for name, status_code in rows:
    assert status_code == number(), name
""",
    "methods given": """
def take(methods: list[str]) -> None: ...
take([«"GET"», «"POST"»])
methods = [«!"GET"», «!"POST"»]
take(methods)
""",
    "methods joined": """
def take(methods: Iterable[str]) -> str:
    return ", ".join(methods)
methods = [«"GET"», «"POST"»]
take(methods)
""",
    "methods with another": """
def take(methods: list[str]) -> None: ...
methods = [«"GET"», "PURGE"]
take(methods)
""",
    "method in a row": """
def take(row: dict[str, str]) -> None: ...
take({"method": «"GET"»})
row = {"method": «!"GET"»}
take(row)
""",
    "alias of a number": """
Code: TypeAlias = int
def take(status_codes: list[Code]) -> None: ...
status_codes = [«!200»]
take(status_codes)
""",
    "alias of the list": """
Codes: TypeAlias = "list[int]"
def take(status_codes: Codes) -> None: ...
status_codes = [«!200»]
take(status_codes)
""",
    "any list": """
def take(status_codes: list[Any], others: list[T]) -> T:
    return others[0]
status_codes = [«200»]
take(status_codes, status_codes)
""",
    "optional list": """
def take(status_codes: list[int] | None = None) -> None: ...
status_codes = [«!200»]
take(status_codes)
""",
    "field of a dataclass": """
@dataclasses.dataclass
class Reply:
    status_codes: list[int]
Reply([«!200»])
status_codes = [«!404»]
Reply(status_codes=status_codes)
""",
    "constructor": """
class Reply:
    def __init__(self, status_codes: list[int]) -> None: ...
Reply([«200»])
status_codes = [«!404»]
Reply(status_codes)
""",
    "untyped function": """
def take(status_codes):  # type: ignore[no-untyped-def]
    status_codes.append(1)
status_codes = [«404»]
take(status_codes)  # type: ignore[no-untyped-call]
""",
    "keyword-only and rest": """
def take(*rest: list[int], status_codes: list[int]) -> None: ...
one = [«!200»]
two = [«!404»]
take(one, status_codes=two)
assert number() in one and number() in two
def f(answer: Answer) -> bool:
    return answer.status_code in one or answer.status_code in two
""",
    "given through a generic function": """
def same(first: T, second: T) -> T: return first
def f(answer: Answer) -> int:
    status_code = same(«200», answer.status_code)
    status_code = number()
    return status_code
""",
}

LITERALS = {
    "parameter": """
def take(status_code: Literal[200, 404]) -> None: ...
take(«!200»)
take(status_code=«!404»)
""",
    "method parameter": """
def take(method: Literal["GET", "POST"] = «!"GET"») -> None: ...
take(«!"GET"»)
""",
    "declared variable": """
status_code: Literal[404] = «!404»
""",
    "alias": """
Code: TypeAlias = Literal[200, 404]
def take(status_code: Code) -> None: ...
take(«!200»)
""",
    "plain alias": """
Code = Literal[200, 404]
def take(status_code: "Code | None" = None) -> None: ...
take(«!200»)
""",
    "returned": """
def status_code() -> Literal[200, 404]:
    return «!200»
""",
    "returned in a tuple": """
def f() -> tuple[str, Literal[200, 404]]:
    status_code: Final = «!200»
    return "", status_code
""",
    "typed dictionary": """
class Reply(TypedDict):
    status_code: Literal[200, 404]
def f() -> Reply:
    reply: Reply = {"status_code": «!200»}
    return reply
def g() -> Reply:
    return {"status_code": «!200»}
def h() -> Reply:
    return Reply(status_code=«!200»)
""",
    "attribute": """
class Reply:
    status_code: Literal[404] = «!404»
class Other:
    status_code: Literal[404]
    def __init__(self) -> None:
        self.status_code = «!404»
""",
    "attribute of the base": """
class Reply:
    status_code: Literal[404, 410]
class Other(Reply):
    status_code = «!404»
def f(reply: Reply) -> None:
    reply.status_code = «!410»
""",
    "dataclass": """
@dataclasses.dataclass
class Reply:
    status_code: Literal[404, 410] = «!404»
Reply(«!410»)
""",
    "overload": """
@overload
def take(status_code: Literal[200]) -> str: ...
@overload
def take(status_code: Literal[404]) -> None: ...
def take(status_code: int) -> str | None:
    return None
take(«!200»).upper()
""",
    "final": """
def take(status_code: Literal[200, 404]) -> None: ...
status_code: Final = «!200»
take(status_code)
""",
    "list": """
def take(status_codes: list[Literal[200, 404]]) -> None: ...
take([«!200», «!404»])
""",
    "sequence of methods": """
Method = Literal["GET", "POST"]
def take(methods: Sequence[Method]) -> None: ...
take([«!"GET"», «!"POST"»])
take((«!"GET"»,))
""",
    "keys": """
names: dict[Literal[200, 404], str] = {«!200»: "fine"}
def f(answer: Answer) -> bool:
    return answer.status_code in names
""",
    "or a number": """
def take(status_code: Literal[200, 404] | int) -> None: ...
take(«200»)
""",
    "conditional": """
def take(status_code: Literal[200, 404]) -> None: ...
take(«!200» if flag() else «!404»)
""",
    "compared": """
def f(status_code: Literal[200, 404]) -> bool:
    return status_code == «!200»
""",
    "compared from the other side": """
def f(status_code: Literal[200, 404]) -> bool:
    return «!200» != status_code
""",
    "compared attribute": """
class Reply:
    status_code: Literal[200, 404]
def f(reply: Reply) -> bool:
    return reply.status_code == «!200»
""",
    "compared result": """
class Reply:
    def status(self) -> Literal[200, 404]:
        raise ValueError
    @property
    def status_code(self) -> Literal[200, 404]:
        return self.status()
def f(reply: Reply) -> bool:
    return reply.status_code == «!200»
""",
    "compared optional": """
def f(status_code: Literal[200, 404] | None) -> bool:
    return status_code == «!200»
""",
    "searched for": """
def f(status_code: Literal[200, 404, 500]) -> str:
    if status_code in («200», «404»):
        return "fine"
    return "not"
""",
    "compared method": """
def f(method: Literal["GET", "POST"]) -> bool:
    return method == «"GET"» or method in («"GET"», «"POST"»)
""",
    "narrowed method": """
def f(method: Literal["GET", "POST"]) -> str:
    if method == «!"GET"»:
        return "read"
    elif method == «!"POST"»:
        return "written"
""",
    "matched": """
def f(status_code: Literal[200, 404]) -> str:
    match status_code:
        case «!200»:
            return "fine"
        case «!404»:
            return "gone"
""",
    "matched number": """
def f(status_code: int) -> str:
    match status_code:
        case «200»:
            return "fine"
        case «404» | «410»:
            return "gone"
    return ""
""",
    "given to an assertion": """
def f(status_code: int) -> str:
    if status_code == «200»:
        return "fine"
    elif status_code in («404», «410»):
        return "gone"
    assert status_code != «500»
    return ""
""",
    "member asserted twice": """
from http import HTTPStatus
class Reply:
    status: HTTPStatus
def f(reply: Reply) -> None:
    assert reply.status == «!200»
    number()
    assert reply.status == «404»
def g(status: HTTPStatus) -> None:
    assert status == «200»
    assert status == «200»
def h(status: HTTPStatus) -> int:
    if status == «200»:
        return 1
    return 2 if status == «404» else 3
""",
    "optional narrowed": """
def f(status_code: int | None) -> int:
    if status_code == «200»:
        return status_code + 1
    if status_code in («404», «410»):
        return status_code + 1
    return 0
""",
}

#: Here «!200» makes an error only together with the fixes of the other lines.
TOGETHER = {
    "attribute asserted twice": """
class Reply:
    status_code = «!200»
class Other:
    status_code = «200»
def f(reply: Reply, other: Other) -> None:
    assert reply.status_code == «200»
    number()
    assert reply.status_code == «404»
    assert other.status_code == «200»
""",
}

SNIPPETS = {
    f"{kind}: {name}": text
    for kind, table in (
        ("reassigned", REASSIGNED),
        ("attribute", ATTRIBUTES),
        ("container", CONTAINERS),
        ("literal", LITERALS),
    )
    for name, text in table.items()
}
