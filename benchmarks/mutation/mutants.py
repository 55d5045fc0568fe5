"""The mutants of a module: mutmut's operators, and two for ``match`` that it lacks."""
from __future__ import annotations

import random
import warnings
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

import libcst as cst
from libcst.metadata import CodeRange, MetadataWrapper, PositionProvider
from mutmut.mutation.mutators import mutation_operators

#: Calls whose arguments mutmut leaves alone: a change there is an error at once.
_SURE = frozenset({"len", "isinstance", "cast", "TypeVar"})


@dataclass(frozen=True, slots=True)
class Mutant:
    """One change: the operator, the lines from 1 that it touches, what stood there, what stands there now."""

    number: int
    operator: str
    line: int
    end_line: int
    before: str
    after: str
    code: str


class Mutants:
    """All mutants of one module; their code is made when it is asked for."""

    def __init__(self, source: str) -> None:
        self._source = source
        wrapper = MetadataWrapper(cst.parse_module(source))
        finder = _Finder()
        wrapper.visit(finder)
        self._module, self._found = wrapper.module, finder.found

    def __len__(self) -> int:
        return len(self._found)

    def sample(self, count: int, chance: random.Random) -> Iterator[Mutant]:
        """``count`` of them that compile, in an order of chance; all if there are no more."""
        order = list(range(len(self._found)))
        chance.shuffle(order)
        compiling = (one for number in order if (one := self.mutant(number)) is not None)
        return islice(compiling, count)

    def alike(self, wanted: Collection[tuple[str, str, str]]) -> Iterator[Mutant]:
        """Those with one of the operators, texts before and texts after."""
        for number, (operator, node, changed, _) in enumerate(self._found):
            texts = operator, _text(self._module, node), _text(self._module, changed)
            if texts in wanted and (one := self.mutant(number)) is not None:
                yield one

    def mutant(self, number: int) -> Mutant | None:
        """The mutant with that number; None where it does not compile or changes nothing."""
        operator, node, changed, place = self._found[number]
        code = _replaced(self._module, node, changed)
        if code is None or code == self._source or not _compiles(code):
            return None
        before, after = _text(self._module, node), _text(self._module, changed)
        return Mutant(number, operator, place.start.line, place.end.line, before, after, code)


def _replaced(module: cst.Module, node: cst.CSTNode, changed: cst.CSTNode) -> str | None:
    new = module.deep_replace(node, changed)
    return new.code if isinstance(new, cst.Module) else None


def _text(module: cst.Module, node: cst.CSTNode) -> str:
    return " ".join(module.code_for_node(node).split())


def _compiles(code: str) -> bool:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            compile(code, "mutant.py", "exec", dont_inherit=True)
    except (SyntaxError, ValueError):
        return False
    return True


def _case_guard(node: cst.MatchCase) -> Iterable[cst.MatchCase]:
    """``case x if y:`` without its condition."""
    if node.guard is not None:
        yield node.with_changes(guard=None)


def _case_alternative(node: cst.MatchOr) -> Iterable[cst.MatchOr]:
    """``case a | b | c:`` without one of three."""
    for index in range(len(node.patterns)):
        rest = [*node.patterns[:index], *node.patterns[index + 1 :]]
        if len(rest) > 1:
            last = rest[-1].with_changes(separator=cst.MaybeSentinel.DEFAULT)
            yield node.with_changes(patterns=[*rest[:-1], last])


_OPERATORS = (
    *mutation_operators, (cst.MatchCase, _case_guard), (cst.MatchOr, _case_alternative),
)  # fmt: skip


class _Finder(cst.CSTVisitor):
    """Goes through what runs: no annotations, no imports, no decorators."""

    METADATA_DEPENDENCIES = (PositionProvider,)

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, cst.CSTNode, cst.CSTNode, CodeRange]] = []

    def on_visit(self, node: cst.CSTNode) -> bool:
        """Note the mutants of ``node``; whether to go into it."""
        match node:
            case cst.Annotation() | cst.Import() | cst.ImportFrom() | cst.Decorator():
                return False
            case cst.If(test=cst.Name("TYPE_CHECKING")) | cst.AnnAssign(value=None):
                return False
            case cst.AnnAssign(annotation=cst.Annotation(annotation=cst.Name("TypeAlias"))):
                return False
            case cst.Call(func=cst.Name(name)) if name in _SURE:
                return False
        self.found += [(name, node, changed, self._place(node)) for name, changed in _changes(node)]
        return True

    def _place(self, node: cst.CSTNode) -> CodeRange:
        place = self.get_metadata(PositionProvider, node)
        assert isinstance(place, CodeRange)
        return place


def _changes(node: cst.CSTNode) -> Iterator[tuple[str, cst.CSTNode]]:
    for kind, operator in _OPERATORS:
        if isinstance(node, kind):
            name = operator.__name__.removeprefix("operator_").strip("_")
            yield from ((name, changed) for changed in operator(node))
