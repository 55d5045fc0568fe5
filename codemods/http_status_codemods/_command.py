"""What the codemods share: the engine's findings of their rules, put into LibCST's tree."""
from __future__ import annotations

import argparse
from abc import abstractmethod
from pathlib import Path
from typing import Any

import libcst as cst
from libcst.codemod import CodemodCommand, CodemodContext

from flake8_http_status.rules import RULES
from http_status_codemods._arguments import add_engine_options, engine_options
from http_status_codemods._inspect import inspect
from http_status_codemods._project import detector_for
from http_status_codemods._rewrite import rewrite


class UseConstants(CodemodCommand):
    """Replaces the literals that the engine finds for the rules of one codemod.  It never detects."""

    def __init__(self, context: CodemodContext, *, unsafe_fixes: bool = False, **settings: Any) -> None:
        """Take what the user chose; ``settings`` are those of ``engine_options``."""
        super().__init__(context)
        self.unsafe_fixes = unsafe_fixes
        self.options = engine_options(**settings)

    @staticmethod
    def add_args(arg_parser: argparse.ArgumentParser) -> None:
        """Declare the options, for ``libcst.tool codemod``."""
        add_engine_options(arg_parser)
        arg_parser.add_argument(
            "--unsafe-fixes", action="store_true", help="also make the changes that may alter behaviour"
        )

    @property
    @abstractmethod
    def codes(self) -> frozenset[str]:
        """The codes of the rules whose findings this codemod replaces."""

    def transform_module_impl(self, tree: cst.Module) -> cst.Module:
        """The module with the constants in place; warns where it cannot name them."""
        path = Path(self.context.filename) if self.context.filename else None
        detector = detector_for([path] if path is not None else [], self.options.stubs)
        found = inspect(tree.code, self.options, path, self.codes, detector=detector)
        wanted = found.fixable(unsafe=self.unsafe_fixes)
        planned = found.plan_for(wanted)
        for reason in planned.reasons:
            self.warn(f"left alone: {reason}")
        return rewrite(tree, wanted, planned)


def codes_of(codemod: str) -> frozenset[str]:
    """The codes of the rules that name ``codemod`` as theirs."""
    return frozenset(rule.code for rule in RULES if rule.codemod == codemod)
