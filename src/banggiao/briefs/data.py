"""Facts as plain data, the same for every face: what `--json` prints, what the desk's API gives."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from banggiao.model import record_to_dict
from banggiao.register.api import Fact
from banggiao.register.hits import ArticleHit, FactHit, Found
from banggiao.register.outcomes import Outcome


def fact_data(fact: Fact, outcome: Outcome | None = None) -> dict[str, Any]:
    """A fact as one object: its slots, how often and when it was reported, each report with its words, and of a target
    what became of it. `sources` are the first and the newest few where the fact holds no others (see `Fact.cut`)."""
    slots = {k: v for k, v in record_to_dict(fact.record).items() if k not in ("evidence", "rules", "kind")}
    out = {
        "id": fact.id,
        "kind": fact.kind,
        "key": fact.key,
        **slots,
        "first_reported": fact.first_reported,
        "last_reported": fact.last_reported,
        "reports": fact.reports,
        "voices": fact.voices,
        "decisions": [{"id": d.id, "action": d.action, "by": d.by, "made": d.made} for d in fact.decisions],
        "sources": [
            {
                "article": m.article.id,
                "url": m.article.url,
                "published": m.reported,
                "quotes": [words for *_, words in m.quotes],
            }
            for m in fact.mentions
        ],
    }
    if outcome:
        out["outcome"] = {k: v for k, v in asdict(outcome).items() if v not in (None, "")}
    return out


def found_data(found: Found) -> list[dict[str, Any]]:
    """What a search found, each hit as one object; `hit` says what it is."""
    rows: list[dict[str, Any]] = [{"hit": "name", **asdict(hit)} for hit in found.names]
    for fact in found.facts:
        slots = {k: v for k, v in record_to_dict(fact.record).items() if k not in ("evidence", "rules")}
        rows.append({"hit": "fact", "id": fact.id, **slots, **_where(fact)})
    rows += [{"hit": "article", **_where(article)} for article in found.articles]
    return rows


def _where(hit: ArticleHit | FactHit) -> dict[str, Any]:
    ref = hit.article
    return {
        "article": ref.id,
        "key": ref.key,
        "title": ref.title,
        "url": ref.url,
        "published": ref.published,
        "where": hit.where,
        "exact": hit.exact,
        "snippet": asdict(hit.snippet),
    }
