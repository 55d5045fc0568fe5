"""What people write for one afternoon: a LibCST codemod for ``.status_code == 404``, with its import."""
from __future__ import annotations

from http import HTTPStatus

import libcst as cst
from libcst.codemod import VisitorBasedCodemodCommand
from libcst.codemod.visitors import AddImportsVisitor


class PlainCommand(VisitorBasedCodemodCommand):
    """Replaces the numbers that a ``status_code`` is compared with."""

    def leave_Comparison(  # noqa: N802  # LibCST's name
        self, original_node: cst.Comparison, updated_node: cst.Comparison
    ) -> cst.Comparison:
        """The comparison with members for numbers."""
        match updated_node.left:
            case cst.Attribute(attr=cst.Name("status_code")):
                targets = [self._named(one) for one in updated_node.comparisons]
                return updated_node.with_changes(comparisons=targets)
        return updated_node

    def _named(self, target: cst.ComparisonTarget) -> cst.ComparisonTarget:
        match target.comparator:
            case cst.Integer(value=text) if text.isdigit() and int(text) in {one.value for one in HTTPStatus}:
                AddImportsVisitor.add_needed_import(self.context, "http", "HTTPStatus")
                member = cst.Attribute(cst.Name("HTTPStatus"), cst.Name(HTTPStatus(int(text)).name))
                return target.with_changes(comparator=member)
        return target
