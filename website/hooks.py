"""What the site's build adds to the pages of docs/: the rules' index, the playground's files, links out.

MkDocs calls the functions ``on_…`` (https://www.mkdocs.org/dev-guide/plugins/#events).
"""
from __future__ import annotations

import importlib.metadata
import io
import logging
import re
from html import escape
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from flake8_http_status import knowledge
from flake8_http_status.rules import RULES, Rule

ROOT = Path(__file__).parent.parent
WEBSITE = ROOT / "website"
PYODIDE = WEBSITE / "node_modules" / "pyodide"
#: What a browser loads of Pyodide's package.
PYODIDE_FILES = (
    "pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip", "pyodide-lock.json",
)
#: Pages with figures, wherever mkdocs.yml does not name them.
MEASURED = {"robustness.md", "speed.md"}
#: The packages that the playground runs parts of; the rest needs flake8, LibCST or a terminal.
PACKAGES = {"flake8_http_status": ROOT, "http_status_codemods": ROOT / "codemods"}
#: What runs in the browser beside them: the parser of releases, as in ``starlette>=0.46``.
DEPENDENCY = "packaging"
#: Vocabularies that the playground proposes; any that the engine knows can be typed.
VOCABULARIES = (
    "http", "http.client", "requests", "httpx", "aiohttp", "fastapi", "starlette", "litestar",
    "rest_framework", "falcon", "sanic",
)

_OUT = re.compile(r"\]\(((?:\.\./)+)([^)#]*)(#[^)]*)?\)")
_KEPT = re.compile(r"^<!--\s*reported, not fixed:([^>]*)-->$", re.MULTILINE)
_FENCE = re.compile(r"^(`{3,}|~{3,}).*?^\1\s*$", re.MULTILINE | re.DOTALL)
_log = logging.getLogger("mkdocs.hooks.website")


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Gives every page a place in the navigation: rules, libraries, and those that it does not name."""
    nav: list[Any] = list(config.nav or [])
    sections = {title: pages for entry in nav for title, pages in entry.items() if isinstance(pages, list)}
    sections["Rules"] += [{f"{rule.code} {rule.name}": f"rules/{rule.code}.md"} for rule in RULES]
    sections["Libraries"] += [{name: f"libraries/{name}.md"} for name in knowledge.names()]
    named = set(re.findall(r"'([^']+\.md)'", repr(nav)))
    others = sorted(path.name for path in Path(config.docs_dir).glob("*.md") if path.name not in named)
    sections["Evidence"] += [name for name in others if name in MEASURED]
    sections["Guide"] += [name for name in others if name not in MEASURED]
    config.nav = nav
    config.extra["playground_vocabularies"] = VOCABULARIES
    config.extra["playground_examples"] = [
        {"name": path.stem, "title": path.name, "text": path.read_text(encoding="utf-8")}
        for path in sorted((ROOT / "examples").glob("*.py"))
    ]
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Adds the files that are not in docs/: styles, the engine as the playground loads it, Pyodide."""
    for path in sorted((WEBSITE / "assets").iterdir()):
        files.append(File.generated(config, f"assets/{path.name}", content=path.read_bytes()))
    files.append(File.generated(config, "assets/engine.zip", content=engine()))
    present = [name for name in PYODIDE_FILES if (PYODIDE / name).is_file()]
    for name in present:
        files.append(File.generated(config, f"assets/pyodide/{name}", abs_src_path=str(PYODIDE / name)))
    if len(present) < len(PYODIDE_FILES):
        _log.info("no Pyodide in website/node_modules: the playground will say so (npm ci --prefix website)")
    return files


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Fills in what is generated, and turns what only the repository understands into what a reader does."""
    if page.file.src_uri == "rules.md":
        markdown = markdown.replace("<!-- the rules -->", rules_table())
    if page.file.src_uri == "libraries.md":
        markdown = markdown.replace("<!-- the libraries -->", library_list(Path(config.docs_dir)))
    return outside_fences(markdown, lambda text: _KEPT.sub(_kept, _OUT.sub(_link_out(page, config), text)))


def outside_fences(markdown: str, change: Any) -> str:
    """``markdown`` with ``change`` applied to what stands between its fences."""
    parts, start = [], 0
    for fence in _FENCE.finditer(markdown):
        parts += [change(markdown[start : fence.start()]), fence[0]]
        start = fence.end()
    return "".join((*parts, change(markdown[start:])))


def _kept(comment: re.Match[str]) -> str:
    return f'<p class="kept">Reported, not fixed: {comment[1].strip()}</p>\n'


def _link_out(page: Page, config: MkDocsConfig) -> Any:
    """Links to files outside of docs/ lead to the repository."""
    depth = page.file.src_uri.count("/") + 1

    def linked(match: re.Match[str]) -> str:
        if match[1].count("../") < depth:
            return match[0]
        return f"]({config.repo_url}/blob/main/{match[2]}{match[3] or ''})"

    return linked


def rules_table() -> str:
    """The table of all rules, with a form that filters its rows (assets/rules.js)."""
    rows = "".join(map(_rule_row, RULES))
    since = "".join(f"<option>{version}</option>" for version in sorted({rule.since for rule in RULES}))
    return f"""
<form class="rule-filter" data-rules hidden>
<label>Search <input type="search" name="text" placeholder="code or name"></label>
<label>Default <select name="on"><option value="">any</option><option value="on">on</option>
<option value="off">off</option></select></label>
<label>Fix <select name="fix"><option value="">any</option><option value="yes">fixable</option>
<option value="no">not fixable</option></select></label>
<label>Since <select name="since"><option value="">any</option>{since}</select></label>
<output aria-live="polite"></output>
</form>
<div class="rules-table"><table class="rules">
<thead><tr><th>Rule</th><th>Name</th><th>Default</th><th>Fixed by</th><th>Since</th></tr></thead>
<tbody>{rows}</tbody></table></div>
"""


def _rule_row(rule: Rule) -> str:
    on = "on" if rule.on else "off"
    codemod = f"<code>{escape(rule.codemod)}</code>" if rule.codemod else "none"
    return (
        f'<tr data-on="{on}" data-fix="{"yes" if rule.codemod else "no"}" data-since="{rule.since}">'
        f'<td><a href="{rule.code}/">{rule.code}</a></td><td>{escape(rule.name)}</td>'
        f"<td>{on}</td><td>{codemod}</td><td>{rule.since}</td></tr>"
    )


def library_list(docs: Path) -> str:
    """The libraries with a page, as a list of links."""
    names = [name for name in knowledge.names() if (docs / "libraries" / f"{name}.md").is_file()]
    return "\n".join(f"* [{name}](libraries/{name}.md)" for name in names)


def engine() -> bytes:
    """The engine's modules and stubs as a zip, the same bytes for the same files."""
    packed = io.BytesIO()
    with ZipFile(packed, "w") as archive:
        for package, root in PACKAGES.items():
            for path in sorted((root / package).rglob("*.py*")):
                if path.suffix in {".py", ".pyi"}:
                    _pack(archive, path.relative_to(root).as_posix(), path)
        for file in sorted(importlib.metadata.files(DEPENDENCY) or ()):
            if file.suffix == ".py" or "licenses" in file.parts:
                _pack(archive, file.as_posix(), Path(str(file.locate())))
        _pack(archive, "playground.py", WEBSITE / "playground.py")
    return packed.getvalue()


def _pack(archive: ZipFile, name: str, path: Path) -> None:
    # The date of ZipInfo is the same whenever it is made.
    archive.writestr(ZipInfo(name), path.read_bytes(), ZIP_DEFLATED)
