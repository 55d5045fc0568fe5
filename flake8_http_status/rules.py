"""The rules as data: a finding's problem, kind and context decide its rule."""
from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from flake8_http_status.config import Options
from flake8_http_status.findings import Context, Finding, Kind, Problem


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: its code, its name (reads after "allow"), the release that brought it, its codemod if any.

    It reports a problem, of any kind and in any context unless it says otherwise.  A rule that is not
    ``on`` is silent until it is selected.
    """

    code: str
    name: str
    since: str
    codemod: str | None
    problem: Problem = "literal"
    kind: Kind | None = None
    context: Context | None = None
    on: bool = True


RULES = (
    Rule("HTS101", "status-comparison", "0.1", "UseHTTPStatus", kind="status", context="comparison"),
    Rule("HTS102", "status-argument", "0.1", "UseHTTPStatus", kind="status", context="argument"),
    Rule("HTS103", "status-value", "0.1", "UseHTTPStatus", kind="status", context="value"),
    Rule("HTS201", "method-comparison", "0.1", "UseHTTPMethod", kind="method", context="comparison"),
    Rule("HTS202", "method-argument", "0.1", "UseHTTPMethod", kind="method", context="argument"),
    Rule("HTS203", "method-value", "0.1", "UseHTTPMethod", kind="method", context="value"),
    Rule("HTS301", "unknown-status", "0.2", None, problem="unknown"),
    Rule("HTS302", "status-identity", "0.2", "MendHTTPUses", problem="identity"),
    Rule("HTS303", "status-text-comparison", "0.2", "MendHTTPUses", problem="text-comparison"),
    Rule("HTS304", "method-case-comparison", "0.2", "MendHTTPUses", problem="case"),
    Rule("HTS305", "enum-as-text", "0.2", "MendHTTPUses", problem="as-text"),
    Rule("HTS306", "member-not-in-target", "0.2", "MendHTTPUses", problem="not-in-target"),
    Rule("HTS307", "renamed-member", "0.2", "MendHTTPUses", problem="renamed"),
    Rule("HTS308", "unguarded-status-lookup", "0.2", None, problem="unguarded", on=False),
    Rule("HTS309", "enum-rejected", "0.2", "MendHTTPUses", problem="rejected"),
    Rule("HTS401", "client-constant", "0.2", "UseHTTPVocabulary", problem="client-constant", on=False),
    Rule("HTS402", "codes-constant", "0.2", "UseHTTPVocabulary", problem="codes-constant", on=False),
    Rule("HTS403", "framework-constant", "0.2", "UseHTTPVocabulary", problem="framework-constant", on=False),
    Rule("HTS404", "project-constant", "0.2", "UseHTTPVocabulary", problem="project-constant", on=False),
    Rule("HTS501", "status-class", "0.2", "UseHTTPStatusClass", problem="class", on=False),
    Rule("HTS901", "status-constant", "0.2", "UseHTTPLiterals", problem="constant", kind="status", on=False),
    Rule("HTS902", "method-constant", "0.2", "UseHTTPLiterals", problem="constant", kind="method", on=False),
)
#: Where the documentation is read; the one place that says so.
SITE = "https://OWNER.github.io/flake8-http-status/"
#: What the codes of all rules start with.
PREFIX = "HTS"
DEFAULT = frozenset(rule.code for rule in RULES if rule.on)
_BY_PLACE = {(rule.problem, rule.kind, rule.context): rule for rule in RULES}


def rule_for(finding: Finding) -> Rule:
    """The rule that reports ``finding``."""
    problem, kind, context = finding.problem, finding.kind, finding.context
    for place in ((problem, kind, context), (problem, kind, None), (problem, None, None)):
        if place in _BY_PLACE:
            return _BY_PLACE[place]
    raise LookupError(f"no rule reports {problem} of a {kind} as {context}")


def page_of(code: str) -> str:
    """The address of the page that explains the rule ``code``: ``…/rules/HTS101/``."""
    return f"{SITE}rules/{code}/"


def codes(prefixes: Iterable[str]) -> frozenset[str]:
    """The codes that start with one of ``prefixes``.

    A rule that is off by default must be meant: ``HTS`` alone, as in ``--select=HTS``, does not select it.
    """
    starts = tuple(prefixes)
    narrow = tuple(start for start in starts if len(start) > len(PREFIX))
    return frozenset(rule.code for rule in RULES if rule.code.startswith(starts if rule.on else narrow))


def implied(options: Options) -> frozenset[str]:
    """The codes of the rules that ``options`` ask for: a chosen vocabulary wants no constants of others."""
    wanted = ("HTS4",) if options.vocabulary else ()
    return codes((*wanted, "HTS9") if options.wants_literals else wanted)


def problems(selected: Iterable[str]) -> frozenset[Problem]:
    """What the rules with the codes ``selected`` report."""
    wanted = frozenset(selected)
    return frozenset(rule.problem for rule in RULES if rule.code in wanted)
