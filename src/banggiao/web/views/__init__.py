"""The pages, a file each: it asks the register one question and shows the answer as a page and as data."""

from __future__ import annotations

from banggiao.web.views import (
    about,
    adding,
    article,
    deciding,
    fact,
    facts,
    lists,
    names,
    pair,
    pair_parts,
    party,
    search,
    settings,
    today,
    users,
)

ROUTERS = tuple(
    page.router
    for page in (
        today,
        search,
        pair,
        pair_parts,
        party,
        names,
        article,
        fact,
        deciding,
        facts,
        lists,
        adding,
        settings,
        users,
        about,
    )
)

__all__ = ["ROUTERS"]
