"""Documents on the terminal: colours and the terminal's width where there is one, plain text in a pipe."""

from __future__ import annotations

import sys

from banggiao.briefs import text
from banggiao.briefs.document import Document
from banggiao.cli.options import deliver


def show_document(document: Document, *, evidence: bool) -> None:
    """Prints a document. In a pipe or a file the bytes do not depend on any terminal."""
    if not sys.stdout.isatty():
        deliver(text.render(document, evidence=evidence) + "\n", None)
        return
    from rich.console import Console

    console = Console(highlight=False)
    console.print(text.renderable(document, evidence=evidence))
    console.print()
