"""For people who go through it file by file."""
from __future__ import annotations

from collections.abc import Iterable, Iterator

from http_status_codemods._formats.common import Setting, code_of, linked_code, message_of, remark_on
from http_status_codemods._records import FileReport
from http_status_codemods._words import counted


def grouped(reports: Iterable[FileReport], setting: Setting) -> Iterator[str]:
    """Each file's path once, its findings indented below it, and their number at the end."""
    findings = files = 0
    for report in reports:
        if not report.findings:
            continue
        files, findings = files + 1, findings + len(report.findings)
        yield f"\x1b[1m{report.path}\x1b[0m\n" if setting.colour else f"{report.path}\n"
        places = [f"{one.span.line}:{one.span.column + 1}" for one in report.findings]
        width = max(map(len, places))
        for finding, place in zip(report.findings, places, strict=True):
            code = linked_code(finding) if setting.colour else code_of(finding)
            remark = f" ({remark})" if (remark := remark_on(finding)) else ""
            yield f"  {place:<{width}}  {code}  {message_of(finding)}{remark}\n"
        yield "\n"
    if findings:
        yield f"{counted(findings, 'finding')} in {counted(files, 'file')}\n"
