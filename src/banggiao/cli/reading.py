"""`read` and `dates`."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from banggiao.cli import tell
from banggiao.cli.options import deliver
from banggiao.cli.sources import load, wanted_days
from banggiao.errors import InputError, UsageError


def read(
    sources: list[str], *, as_json: bool, published: str | None, published_from: Path | None, explain: bool, lang: str
) -> int:
    """Reads and shows each source. Returns 0, or 2 if some could not be read."""
    from banggiao.reading import Reader

    reader = Reader()
    show = None if as_json else _viewer(reader.lexicon, lang, explain)
    code = found = 0
    for _, article in load(sources, wanted_days(published, published_from)):
        found += 1
        try:
            if isinstance(article, InputError):
                raise article
            reading, dropped = reader.explain(article)
        except InputError as error:
            tell(error)
            code = error.exit_code
            continue
        if show is None:
            deliver(line(reading.to_dict()), None)
        else:
            show(reading, dropped, article.text)
    if not found:
        raise UsageError(f"No article in {', '.join(sources)}.", hint="A folder is searched for .txt and .html files.")
    return code


def line(data: dict[str, Any]) -> str:
    """Data as one line of JSON."""
    return json.dumps(data, ensure_ascii=False, separators=(", ", ": ")) + "\n"


def _viewer(lexicon: Any, lang: str, explain: bool) -> Any:
    from banggiao.briefs.view import reading_document
    from banggiao.briefs.words import Words
    from banggiao.cli.terminal import show_document

    words = Words(lang, party_namer(lexicon))
    return lambda reading, dropped, text: show_document(
        reading_document(reading, text, words, dropped=dropped if explain else None), evidence=True
    )


def party_namer(lexicon: Any) -> Any:
    """(code, language) → the name of the party for display."""
    return lexicon.party_name


def dates(text: str, *, published: str | None, as_json: bool, lang: str) -> int:
    """Prints the dates of a text."""
    from banggiao.lexicon import load as load_lexicon
    from banggiao.reading.dates import DateGrammar, dates_of

    wanted_days(published, None)
    if text == "-":
        from banggiao.pages.decode import decode

        text = decode(sys.stdin.buffer.read(), "standard input")
    found, notes = dates_of(text, published, DateGrammar(load_lexicon().grammar["vi/dates"]))
    rows = [{**mention.to_dict(), "text": text[mention.start : mention.end]} for mention in found]
    if as_json:
        deliver("".join(line(row) for row in rows), None)
    else:
        _print_dates(rows, lang)
    for note in notes:
        print(f"banggiao: {note.message}", file=sys.stderr)
    return 0


def _print_dates(rows: Iterable[dict[str, Any]], lang: str) -> None:
    from banggiao.briefs.words import Words

    words = Words(lang)
    for row in rows:
        value = row.get("edtf")
        meaning = f"{value}  {words.date(value)}" if value else words.say("needs the day of publication")
        deliver(
            f"{row['start']:>6}–{row['end']:<6} “{row['text']}”  {meaning}  [{row['rule']}, {row['basis']}]\n", None
        )
