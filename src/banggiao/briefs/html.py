"""A document as one self-contained HTML page: no script, nothing loaded from elsewhere, evidence behind a click."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from banggiao.briefs.document import Document

if TYPE_CHECKING:
    from jinja2 import Template


@lru_cache(maxsize=1)
def _template() -> Template:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    # autoescape=True, not select_autoescape: the template's name ends in .j2, which the latter would not escape.
    env = Environment(
        loader=PackageLoader("banggiao.briefs"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    env.filters["web_address"] = web_address
    return env.get_template("document.html.j2")


def web_address(url: str | None) -> str:
    """The address if a browser may follow it (http or https), else empty: a page's own word is no reason to link to
    `javascript:`."""
    if not url:
        return ""
    try:
        return url if urlsplit(url).scheme in ("http", "https") else ""
    except ValueError:
        return ""


def render(document: Document, *, evidence: bool = False) -> str:
    """The document as HTML. `evidence` opens all quotes from the start; without it each opens at a click."""
    return _template().render(document=document, open=evidence)
