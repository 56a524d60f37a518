"""What every page needs: the register, the lexicon, words in the reader's language, templates, addresses."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date as Day
from functools import lru_cache
from typing import Any
from urllib.parse import quote, urlencode

import msgspec
from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from banggiao import __version__
from banggiao.briefs.document import SourceLine
from banggiao.briefs.html import web_address
from banggiao.briefs.words import LANGUAGES, Words
from banggiao.lexicon import Lexicon
from banggiao.register import Register
from banggiao.web import forms, language, wishes
from banggiao.web.memory import Memory
from banggiao.web.options import Options
from banggiao.web.users import User, current_user

_BIDI = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""Controls of writing direction, which could make a page's words read otherwise than they are."""
_OUR_OWN = (language.COOKIE, "theme", "done", "undone")
"""What an address may carry beside its question."""


@dataclass(slots=True, frozen=True)
class Desk:
    """One desk: a register and how it is run."""

    register: Register
    lexicon: Lexicon
    options: Options
    memory: Memory

    def today(self) -> Day:
        return self.options.today or Day.today()  # noqa: DTZ011 - a person's own day

    def words(self, lang: str) -> Words:
        return Words(lang, self.lexicon.party_name)


def desk(request: Request) -> Desk:
    """The desk that a request is for."""
    found = request.app.state.desk
    assert isinstance(found, Desk)
    return found


def address(request: Request, path: str = "/", **query: object) -> str:
    """The address of a page, without scheme and host, below the prefix that a proxy may put before all pages. `path`
    has its parts quoted already; empty values of the query are left out."""
    asked = urlencode({k: str(v) for k, v in query.items() if v not in (None, "", False)}, quote_via=quote)
    return str(request.scope.get("root_path", "")).rstrip("/") + path + (f"?{asked}" if asked else "")


def page(request: Request, template: str, *, status: int = 200, **context: Any) -> HTMLResponse:
    """A page in the reader's language. A language or look that the address asks for is kept for the next pages."""
    made = HTMLResponse(_templates().get_template(template).render(_frame(request) | context), status_code=status)
    for name, known in ((language.COOKIE, LANGUAGES), ("theme", wishes.THEMES)):
        if (wish := request.query_params.get(name)) in known:
            wishes.set_cookie(made, name, str(wish))
    forms.remember(request, made)
    return made


def _frame(request: Request) -> dict[str, Any]:
    """What the layout and every template may use."""
    at = desk(request)
    lang = language.of(request)
    words = at.words(lang)
    here = request.scope["path"].removeprefix(request.scope.get("root_path", ""))
    asked = {name: value for name, value in request.query_params.items() if name not in _OUR_OWN}
    return {
        "here": here,
        "asked": asked,
        "lang": lang,
        "notice": lambda name: _id(request.query_params.get(name, "")),
        "again": lambda **changed: address(request, quote(here), **(asked | changed)),
        "wishes": wishes.of(request),
        "user": _user(request),
        "words": words,
        "say": words.say,
        "told": words.told,
        "count": words.count,
        "label": words.label,
        "party": words.party,
        "date": words.date,
        "number": words.number,
        "to": lambda path="/", **query: address(request, path, **query),
        "version": __version__,
        "today": at.today().isoformat(),
        "proof": forms.proof(request),
    }


def _id(text: str) -> str:
    """The id of a decision, empty for what cannot be one."""
    return text if text.isalnum() and text.isascii() and len(text) <= 64 else ""


def _user(request: Request) -> User | None:
    """Who is at the desk, for display; None where nobody has signed in."""
    try:
        return current_user(request)
    except Exception:
        return None


@lru_cache(maxsize=1)
def _templates() -> Environment:
    environment = Environment(
        loader=PackageLoader("banggiao.web"),
        autoescape=True,  # the templates' names end in .j2, which select_autoescape would not escape
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=harmless,
    )
    environment.filters |= {
        "web_address": web_address,
        "host": host,
        "by_number": by_number,
        "points": _points,
    }
    return environment


def _points(data: Any) -> Markup:
    """Data for an attribute in single quotes: with double ones each of the many in JSON would weigh five bytes."""
    text = msgspec.json.encode(data).decode()
    for sign, name in (("&", "&amp;"), ("'", "&#39;"), ("<", "&lt;"), (">", "&gt;")):
        text = text.replace(sign, name)
    return Markup(_BIDI.sub("\ufffd", text))


def harmless(value: Any) -> Any:
    """Text without controls of writing direction. Markup is made of pieces that have come by here (a macro's output
    would be looked at again at every level)."""
    if isinstance(value, str) and not isinstance(value, Markup) and not value.isascii():
        return _BIDI.sub("\ufffd", value)
    return "" if value is None else value


def by_number(sources: list[SourceLine]) -> dict[int, SourceLine]:
    """The sources of a page as its lines name them."""
    return {source.number: source for source in sources}


def host(url: str) -> str:
    """The host of an address as the network knows it: letters of other scripts that look like Latin ones show as
    `xn--…`."""
    from urllib.parse import urlsplit

    try:
        name = urlsplit(url).hostname or ""
        return name if name.isascii() else name.encode("idna").decode()
    except (ValueError, UnicodeError):
        return "?"
