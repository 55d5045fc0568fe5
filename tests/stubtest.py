"""Holds a stub against the library that it speaks for: declarations in, complaints out."""
from __future__ import annotations

import ast
import importlib
import inspect
import linecache
import re
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from http import HTTPStatus
from pathlib import Path
from typing import Any, TypeAlias

from flake8_http_status import knowledge
from flake8_http_status.constants import METHODS
from flake8_http_status.unit import IMPORTER

if sys.version_info >= (3, 14):
    import annotationlib

Signature: TypeAlias = ast.FunctionDef | ast.AsyncFunctionDef
Body: TypeAlias = list[ast.stmt]

ROOT = Path(__file__).parent.parent

#: What newer Pythons no longer have, and since when (https://docs.python.org/3/whatsnew/).
GONE = {
    "unittest.TestCase.assertEquals": (3, 12),
    "unittest.TestCase.assertNotEquals": (3, 12),
}

#: What every class that dispatches by the request's method looks for in the users' classes.
VERBS = frozenset({"get", "head", "post", "put", "delete", "options", "trace", "patch"})
#: Methods that only the users' classes have: the library looks for them by name.
HOOKS = {
    "typing.NamedTuple": {"__repr__"},
    "django.utils.deprecation.MiddlewareMixin": {
        "process_exception", "process_request", "process_response", "process_template_response",
        "process_view",
    },
    "rest_framework.viewsets.ViewSetMixin": {
        "create", "destroy", "list", "partial_update", "retrieve", "update",
    },
    "homeassistant.helpers.http.HomeAssistantView": VERBS,
    "twisted.web.resource.Resource": {f"render_{verb.upper()}" for verb in VERBS},
}
DISPATCHERS = ("dispatch", "dispatch_request")

#: Classes that have the members of a base without being one: by a proxy, or by a mixin of its parts.
RESEMBLES = {
    "django.views.generic.edit.CreateView": "FormView",
    "django.views.generic.edit.UpdateView": "FormView",
    "django.views.generic.edit.DeleteView": "FormView",
    "flask_restx.api.Api": "Namespace",
    "rest_framework.request.Request": "HttpRequest",
}


@dataclass(frozen=True, slots=True)
class Place:
    """A body of the stub beside the object of the library that it describes.

    ``path`` is the dotted name of the object, ``module`` the name of the module that holds it,
    ``renamed`` the true names of what the stub imports under another.
    """

    path: str
    module: str
    thing: Any
    body: Body
    renamed: dict[str, str]


def libraries(requirements: Path) -> frozenset[str]:
    """What the distributions in a requirement file are imported as, by its comments ``import: NAME``."""
    text = requirements.read_text(encoding="utf-8")
    return frozenset(re.findall(r"^\w.*# import: (\w+)$", text, re.MULTILINE))


def complaints(name: str, tree: ast.Module) -> list[str]:
    """What the stub ``tree`` of the library ``name`` says and the installed library does not.

    Raises ModuleNotFoundError where the library is not installed.
    """
    imported = [alias for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) for alias in node.names]
    renamed = {alias.asname: alias.name for alias in imported if alias.asname is not None}
    return list(_check_body(Place(name, name, importlib.import_module(name), tree.body, renamed)))


def _check_body(place: Place) -> Iterator[str]:
    yield from _check_constants(place)
    for statement in place.body:
        match statement:
            case ast.FunctionDef() | ast.AsyncFunctionDef():
                yield from _check_function(place, statement.name, statement)
            case ast.ClassDef():
                yield from _check_class(place, statement)
            case ast.AnnAssign(target=ast.Name(id=name), value=None) if name != IMPORTER:
                if not _is_gone(place, name) and not has_attribute(place.thing, name):
                    yield f"{place.path}.{name}: no such attribute"
            case ast.Assign(value=ast.Name(id=aliased)):
                yield from _check_alias(place, statement, aliased)
            case ast.ImportFrom():
                yield from _check_import(place, statement)


def _check_constants(place: Place) -> Iterator[str]:
    """A stub that gives a constant its value gives the right one, and gives all that the library has."""
    said: dict[str, object] = {}
    for statement in place.body:
        match statement:
            case ast.AnnAssign(target=ast.Name(id=name), value=ast.Constant(value=value)):
                said[name] = value
            case ast.Assign(targets=targets, value=ast.Name(id=aliased)) if aliased in said:
                said |= {target.id: said[aliased] for target in targets if isinstance(target, ast.Name)}
            case ast.Assign(targets=[ast.Name(id=name)], value=ast.Attribute(attr=member)):
                said |= {name: HTTPStatus[member]} if member in HTTPStatus.__members__ else {}
    if not said:
        return
    said |= {key: said[name] for key, name in _keys(place)}
    for name, value in said.items():
        if getattr(place.thing, name, value) != value:
            yield f"{place.path}.{name}: is {getattr(place.thing, name)!r}, not {value!r}"
        elif not hasattr(place.thing, name):
            yield f"{place.path}.{name}: no such constant"
    missing = {name for name in dir(place.thing) if _is_constant(name, place.thing)} - set(said)
    yield from (f"{place.path}.{name}: not in the stub" for name in sorted(missing))


def _keys(place: Place) -> Iterator[tuple[str, str]]:
    """The keys that are no identifiers, each with the constant that ``__getitem__`` gives for it."""
    for statement in place.body:
        match statement:
            case ast.FunctionDef(name="__getitem__", returns=ast.Name(id=name), args=arguments):
                for part in ast.walk(arguments):
                    if isinstance(part, ast.Constant) and isinstance(part.value, str):
                        yield part.value, name


def _is_constant(name: str, thing: Any) -> bool:
    """Whether a library's name means a status or a method; ports are numbers, too."""
    if name.startswith("_") or name.endswith("PORT"):
        return False
    match getattr(thing, name, None):
        case bool():
            return False
        case int(value):
            return 100 <= value <= 599
        case str(value):
            return value in METHODS or re.match(r"[1-5]\d\d [A-Z]", value) is not None
    return False


def _is_gone(place: Place, name: str) -> bool:
    return sys.version_info >= GONE.get(f"{place.path}.{name}", (99,))


def _is_hook(place: Place, name: str) -> bool:
    if name in HOOKS.get(place.path, ()):
        return True
    return name in VERBS and any(hasattr(place.thing, dispatcher) for dispatcher in DISPATCHERS)


def _check_class(place: Place, node: ast.ClassDef) -> Iterator[str]:
    path = f"{place.path}.{node.name}"
    if node.name.islower() and not node.bases:
        module = _module(place, node.name)
        if module is None:
            yield f"{path}: no such module"
        else:
            yield from _check_body(Place(path, path, module, node.body, place.renamed))
    elif hasattr(place.thing, node.name):
        found = getattr(place.thing, node.name)
        yield from _check_bases(path, found, node, place.renamed)
        yield from _check_body(replace(place, path=path, thing=found, body=node.body))
    elif not node.name.startswith("_"):  # an underscore: a shape of the stub's own
        yield f"{path}: no such class"


def _module(place: Place, name: str) -> Any:
    """The submodule ``name``, or what the package keeps under that name; None where neither is."""
    try:
        return importlib.import_module(f"{place.module}.{name}")
    except ModuleNotFoundError:
        return getattr(place.thing, name, None)


def _check_bases(path: str, found: Any, node: ast.ClassDef, renamed: dict[str, str]) -> Iterator[str]:
    if not isinstance(found, type):
        return  # an object that the stub describes by a class
    known = {base.__name__ for base in found.__mro__}
    for base in node.bases:
        name = ast.unparse(base).rpartition(".")[2]
        if renamed.get(name, name) not in known and RESEMBLES.get(path) != name:
            yield f"{path}: {name} is no base of it"


def _check_alias(place: Place, node: ast.Assign, aliased: str) -> Iterator[str]:
    signatures = [
        one
        for one in place.body
        if isinstance(one, ast.FunctionDef | ast.AsyncFunctionDef) and one.name == aliased
    ]
    for target in node.targets:
        if isinstance(target, ast.Name) and not target.id.startswith("_"):
            for signature in signatures:
                yield from _check_function(place, target.id, signature)
            if not signatures and not has_attribute(place.thing, target.id):
                yield f"{place.path}.{target.id}: no such name"


def _check_import(place: Place, node: ast.ImportFrom) -> Iterator[str]:
    """An import serves an annotation of the stub, or it says what the library imports too."""
    used = {part.id for statement in place.body for part in ast.walk(statement) if isinstance(part, ast.Name)}
    for alias in node.names:
        name = alias.asname or alias.name
        if name in used or name == "*":
            continue
        if not hasattr(place.thing, name):
            yield f"{place.path}.{name}: no such name"
        elif not _is_same(node.module or "", alias.name, getattr(place.thing, name)):
            yield f"{place.path}.{name}: is not {node.module}.{alias.name}"


def _is_same(module: str, name: str, found: Any) -> bool:
    if module.partition(".")[0] not in knowledge.names():
        return True  # typing's forms have twins in collections.abc
    try:
        return found is getattr(importlib.import_module(module), name, found)
    except ModuleNotFoundError:
        return True


def has_attribute(thing: Any, name: str) -> bool:
    """Whether a module has ``name``, or a class declares it or assigns it to its instances."""
    if hasattr(thing, name):
        return True
    return isinstance(thing, type) and any(_mentions(base, name) for base in thing.__mro__)


def _mentions(cls: type, name: str) -> bool:
    if name in _annotations(cls) or name in vars(cls).get("__slots__", ()):
        return True
    pattern = re.compile(rf"\b\w+\.{name}\b[^=\n]*=(?!=)")
    return any(pattern.search(source) for source in _sources(cls))


def _annotations(cls: type) -> Mapping[str, object]:
    """What the class's body annotates; since Python 3.14 that is evaluated when somebody asks."""
    if sys.version_info >= (3, 14):
        return annotationlib.get_annotations(cls, format=annotationlib.Format.FORWARDREF)
    return inspect.get_annotations(cls)


def _sources(cls: type) -> Iterator[str]:
    """The text of the modules that the class's functions stand in; none where it is compiled."""
    functions = [one for one in vars(cls).values() if inspect.isfunction(one)]
    for path in {function.__code__.co_filename for function in functions}:
        yield "".join(linecache.getlines(path))


def _check_function(place: Place, name: str, node: Signature) -> Iterator[str]:
    path = f"{place.path}.{name}"
    if _is_gone(place, name) or _is_hook(place, name):
        return
    if not has_attribute(place.thing, name):
        yield f"{path}: no such function"
        return
    actual = _signature(place.thing, name)
    if actual is not None and not _has_decorator(node, "property"):
        is_method = isinstance(place.thing, type)
        skip = is_method and not _has_decorator(node, "staticmethod")
        yield from (f"{path}: {text}" for text in differences(node.args, actual, skip_first=skip))


def _has_decorator(node: Signature, name: str) -> bool:
    return any(isinstance(one, ast.Name) and one.id == name for one in node.decorator_list)


def _signature(thing: Any, name: str) -> inspect.Signature | None:
    """The signature without ``self`` or ``cls``; None where the function does not tell."""
    if isinstance(thing, type) and name in {"__init__", "__new__"}:
        return _told(thing)
    found = getattr(thing, name, None)
    static = inspect.getattr_static(thing, name, None)
    if not callable(found):
        return None
    signature = _told(found)
    is_plain = isinstance(thing, type) and not isinstance(static, staticmethod | classmethod)
    return _without_first(signature) if signature is not None and is_plain else signature


def _told(found: Any) -> inspect.Signature | None:
    try:
        return inspect.signature(found)
    except (TypeError, ValueError):
        return None


def _without_first(signature: inspect.Signature) -> inspect.Signature:
    parameters = list(signature.parameters.values())
    takes_first = parameters and parameters[0].kind is not inspect.Parameter.VAR_POSITIONAL
    return signature.replace(parameters=parameters[1:] if takes_first else parameters)


def differences(said: ast.arguments, actual: inspect.Signature, *, skip_first: bool) -> Iterator[str]:
    """Where a stub's parameters are not the library's.

    The stub may leave out later parameters, and may be more precise where the library takes
    ``*args`` or ``**kwargs``.  ``skip_first`` passes over ``self`` or ``cls`` of the stub.
    """
    kinds = {one.name: one.kind for one in actual.parameters.values()}
    takes_any = inspect.Parameter.VAR_POSITIONAL in kinds.values()
    takes_any_keyword = inspect.Parameter.VAR_KEYWORD in kinds.values()
    yield from _positional(said, kinds, skip_first=skip_first, takes_any=takes_any)
    for argument in said.kwonlyargs:
        kind = kinds.get(argument.arg)
        if kind in {inspect.Parameter.POSITIONAL_ONLY, inspect.Parameter.POSITIONAL_OR_KEYWORD}:
            yield f"{argument.arg} may be given by position too"
        elif kind is None and not takes_any_keyword:
            yield f"takes no keyword {argument.arg}"
    if said.vararg is not None and not takes_any:
        yield f"takes no *{said.vararg.arg}"
    if said.kwarg is not None and not takes_any_keyword:
        yield f"takes no **{said.kwarg.arg}"


def _positional(
    said: ast.arguments, kinds: dict[str, Any], *, skip_first: bool, takes_any: bool
) -> Iterator[str]:
    given = [*said.posonlyargs, *said.args][int(skip_first) :]
    only = {argument.arg for argument in said.posonlyargs}
    takes = [
        (name, kind is inspect.Parameter.POSITIONAL_ONLY)
        for name, kind in kinds.items()
        if kind in {inspect.Parameter.POSITIONAL_ONLY, inspect.Parameter.POSITIONAL_OR_KEYWORD}
    ]
    for index, argument in enumerate(given):
        if index >= len(takes):
            if not takes_any:
                yield f"takes no parameter {argument.arg} at position {index + 1}"
            continue
        name, is_positional_only = takes[index]
        if argument.arg != name:
            yield f"the parameter at position {index + 1} is {name}, not {argument.arg}"
        elif is_positional_only is not (name in only):
            yield f"{name} is {'' if is_positional_only else 'not '}positional-only"


if __name__ == "__main__":
    for library in sys.argv[1:]:
        (read,) = knowledge.load(library)
        for complaint in complaints(library, read.tree):
            print(complaint)
