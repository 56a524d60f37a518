"""`demo`, `lexicon check` and `lexicon suggest`."""

from __future__ import annotations

import contextlib
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

from banggiao.cli import tell
from banggiao.cli.options import deliver
from banggiao.cli.reading import line
from banggiao.errors import InputError, LexiconError, UsageError

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"
PAIR = ("ASEAN", "China")
"""The pair of which the demonstration tells: several of the example articles speak of it."""


def demo(register: str | None, *, lang: str, evidence: bool, port: int | None = None) -> int:
    """Reads the example articles into a register (a passing one, unless one is named) and prints a brief, or opens the
    desk on a port if one is given."""
    from banggiao.cli import asking, keeping, serving

    with _register(register) as kept:
        code = keeping.add([str(EXAMPLES)], kept, published=None, published_from=None)
        sys.stderr.flush()
        if port is not None:
            serving.serve(kept, host="127.0.0.1", port=port)
            return code
        asking.brief(
            PAIR, kept, as_of=None, known_by=None, lang=lang, form="text",
            evidence=evidence, everything=False, output=None,
        )  # fmt: skip
    return code


@contextlib.contextmanager
def _register(given: str | None) -> Iterator[str]:
    if given:
        yield given
        return
    with tempfile.TemporaryDirectory(prefix="banggiao-") as folder:
        yield str(Path(folder) / "demo.sqlite")


def lexicon_check(folder: Path | None) -> int:
    """Checks a data folder and prints what is wrong. Returns 0, or 1 if something is."""
    from banggiao.lexicon.check import problems
    from banggiao.lexicon.store import DATA

    where = folder or DATA
    if not where.is_dir():
        raise LexiconError(f"{where}: no such folder.", hint="Give the folder that holds parties/, vocabulary/ …")
    found = problems(where)
    for problem in found:
        print(problem)
    print(f"{len(found)} problems in {where}" if found else f"{where}: no problem found")
    return 1 if found else 0


def lexicon_suggest(sources: list[str], *, kind: str | None, least: int, limit: int, as_json: bool) -> int:
    """Prints what the lexicon lacks. Returns 0, or 2 if some source could not be read."""
    from banggiao.cli.corpus import articles
    from banggiao.reading import Reader
    from banggiao.reading.suggest import KINDS, suggest

    if kind is not None and kind not in KINDS:
        raise UsageError(f"--kind {kind}: there is no such kind.", hint=f"One of: {', '.join(KINDS)}.")
    bad: list[InputError] = []
    shown: Counter[str] = Counter()
    for found in suggest(articles(sources, bad), Reader(), least=least):
        shown[found.kind] += 1
        if kind not in (None, found.kind) or shown[found.kind] > limit:
            continue
        if as_json:
            deliver(line(asdict(found)), None)
        else:
            says = f"  [{found.says}]" if found.says else ""
            deliver(f"{found.articles:>5}  {found.kind:<11}{found.name}{says}\n", None)
    for error in bad:
        tell(error)
    return 2 if bad else 0
