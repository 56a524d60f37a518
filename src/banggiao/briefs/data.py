"""Facts as plain data, the same for every face: what `--json` prints, what the desk's API gives."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from banggiao.model import record_to_dict
from banggiao.register.api import Fact
from banggiao.register.outcomes import Outcome


def fact_data(fact: Fact, outcome: Outcome | None = None) -> dict[str, Any]:
    """A fact as one object: its slots, how often and when it was reported, each report with its words, and of a target
    what became of it."""
    slots = {k: v for k, v in record_to_dict(fact.record).items() if k not in ("evidence", "rules", "kind")}
    out = {
        "id": fact.id,
        "kind": fact.kind,
        "key": fact.key,
        **slots,
        "first_reported": fact.first_reported,
        "last_reported": fact.last_reported,
        "reports": len(fact.mentions),
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
