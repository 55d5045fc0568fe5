"""Draws docs/pictures/terminal.svg from a real run of the two commands on the examples.

    python website/picture.py

Needs the extras ``codemod`` and ``docs``.  The picture loads no fonts: the reader's own serve.
"""
from __future__ import annotations

import io
import re
import shlex
import subprocess
import sys
from pathlib import Path

from rich.console import Console
from rich.syntax import Syntax
from rich.terminal_theme import MONOKAI
from rich.text import Text

ROOT = Path(__file__).parent.parent
PICTURE = ROOT / "docs" / "pictures" / "terminal.svg"
COMMANDS = ("flake8 --select HTS examples/shop.py", "flake8-http-status fix --diff examples/shop.py")
MODULES = {"flake8": "flake8", "flake8-http-status": "http_status_codemods"}
WIDTH = 96
FONTS = "ui-monospace, 'SFMono-Regular', Menlo, Consolas, 'DejaVu Sans Mono', monospace"


def main() -> None:
    """Runs the commands and writes the picture."""
    PICTURE.parent.mkdir(exist_ok=True)
    PICTURE.write_text(picture(), encoding="utf-8")


def picture() -> str:
    """The picture of a run as SVG text, the same text for the same output."""
    console = Console(record=True, width=WIDTH, file=io.StringIO(), force_terminal=True)
    for command in COMMANDS:
        console.print(Text.assemble(("$ ", "bold green"), (command, "bold")))
        console.print(shown(command, output(command)))
    svg = console.export_svg(title="flake8-http-status", theme=MONOKAI, unique_id="terminal")
    return without_fonts(svg)


def output(command: str) -> str:
    """What ``command`` prints in the repository's root."""
    program, *arguments = shlex.split(command)
    words = [sys.executable, "-m", MODULES[program], *arguments]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, check=False, encoding="utf-8")
    if done.returncode not in (0, 1):
        raise SystemExit(done.stderr)
    return done.stdout + done.stderr


def shown(command: str, text: str) -> Text | Syntax:
    """The output in the colours of a terminal."""
    if "--diff" in command:
        return Syntax(text, "diff", theme="ansi_dark", background_color="default")
    lines = Text(text)
    lines.highlight_regex(r"(?m)^[^:\n]+", "cyan")
    lines.highlight_regex(r"HTS\d{3}", "bold red")
    lines.highlight_regex(r"HTTP(Status|Method)\.\w+", "bold")
    return lines


def without_fonts(svg: str) -> str:
    """``svg`` with the reader's monospaced fonts in place of those that it would load."""
    svg = re.sub(r"@font-face \{.*?\}\s*", "", svg, flags=re.DOTALL)
    svg = re.sub(r"font-family:\s*Fira Code[^;]*;", f"font-family: {FONTS};", svg)
    return re.sub(r"[ \t]+$", "", svg, flags=re.MULTILINE)


if __name__ == "__main__":
    main()
