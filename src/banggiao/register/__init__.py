"""The register: articles and readings kept as they came, facts derived from them, answers as of any day.

    register = open_register()                     # the user's own file; or a path, or a postgresql:// URL
    register.add(article, reading)                 # one transaction an article
    register.facts_of_pair("ASEAN", "CHN")         # facts with the reports that they rest on

`banggiao.register.api` describes every shape that comes out. Importing this package loads no database library.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from banggiao.register.api import Added, ArticleRef, Counts, Fact, Head, Listed, Mention, Register, Rung, StoredArticle
from banggiao.register.hits import ArticleHit, FactHit, Found, NameHit, Snippet

if TYPE_CHECKING:
    from banggiao.settings import Settings

__all__ = [
    "Added",
    "ArticleHit",
    "ArticleRef",
    "Counts",
    "Fact",
    "FactHit",
    "Found",
    "Head",
    "Listed",
    "Mention",
    "NameHit",
    "Register",
    "Rung",
    "Snippet",
    "StoredArticle",
    "open_register",
]


def open_register(location: str | Path | None = None, *, settings: Settings | None = None) -> Register:
    """The register at `location`: a file (made with its folder if missing) or a `postgresql://` URL.

    Without a location: BANGGIAO_REGISTER, else `register.sqlite` in the user's data folder. The register is brought to
    this version's tables first. Raises RegisterError for a file that is no register, one of a newer version, or one
    that cannot be written.
    """
    from banggiao.register.store import SqlRegister
    from banggiao.settings import load_settings

    return SqlRegister.open(location or (settings or load_settings()).register)
