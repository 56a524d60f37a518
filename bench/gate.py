"""What the first look costs and spares: articles dismissed a second, the share dismissed, and what is lost by it.

    python bench/gate.py [--every 10] [--json]

Reads a newspaper corpus beside the project (../shared/corpus/press.jsonl.gz) twice: with and without the gate. Takes
some five minutes for all of it; `--every 10` takes each tenth article. Exits 1 when more than 5 in 1,000 records of
the full reading are lost, or fewer than 5,000 articles a second are looked at.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
import time
from pathlib import Path

CORPUS = Path(__file__).resolve().parents[2] / "shared" / "corpus" / "press.jsonl.gz"
LEAST_RECALL, LEAST_RATE = 0.995, 5000


def measure(every: int) -> dict[str, float]:
    """The figures, over each `every`-th article of the corpus."""
    from banggiao import pages
    from banggiao.reading import Reader

    with gzip.open(CORPUS, "rt", encoding="utf-8") as file:
        articles = [json.loads(row) for number, row in enumerate(file) if number % every == 0]
    reader = Reader()
    reader.dismisses(articles[0]["text"])
    start = time.process_time()
    dismissed = [reader.dismisses(article["text"]) for article in articles]
    seconds = time.process_time() - start
    found = [
        len(reader.document(pages.article_from_text(article["text"], id=article["id"])).records) for article in articles
    ]
    lost = sum(records for records, out in zip(found, dismissed, strict=True) if out)
    nothing = [out for records, out in zip(found, dismissed, strict=True) if not records]
    return {
        "articles": len(articles),
        "looked at a second": len(articles) / seconds,
        "dismissed": sum(dismissed) / len(articles),
        "dismissed of those without records": sum(nothing) / len(nothing),
        "records kept": 1 - lost / sum(found),
        "articles with records lost": sum(records > 0 and out for records, out in zip(found, dismissed, strict=True)),
        "articles with records": sum(records > 0 for records in found),
    }


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--every", type=int, default=1, help="take each n-th article")
    parser.add_argument("--json", action="store_true", help="print JSON")
    options = parser.parse_args()
    if not CORPUS.is_file():
        print("bench/gate.py: no corpus beside the project (../shared/corpus/press.jsonl.gz); nothing measured")
        return 0
    result = measure(options.every)
    if options.json:
        print(json.dumps(result))
    else:
        for name, value in result.items():
            print(f"{name:36} {value:10,.4g}" if value < 1 else f"{name:36} {value:10,.0f}")
    return 0 if result["records kept"] >= LEAST_RECALL and result["looked at a second"] >= LEAST_RATE else 1


if __name__ == "__main__":
    sys.exit(main())
