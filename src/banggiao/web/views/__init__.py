"""The pages, a file each: it asks the register one question and shows the answer as a page and as data."""

from __future__ import annotations

from banggiao.web.views import about, article, fact, pair, today

ROUTERS = (today.router, pair.router, article.router, fact.router, about.router)

__all__ = ["ROUTERS"]
