"""The cascade as a readable list: each step takes the document and adds to it."""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from collections.abc import Callable

from banggiao import __version__
from banggiao.errors import LanguageError
from banggiao.lexicon import Lexicon, load
from banggiao.model import Article, Dropped, Reading, ReadingNote, Record
from banggiao.normal import readable
from banggiao.reading import (
    alliances,
    candidacies,
    deadlines,
    figures,
    instruments,
    meetings,
    memberships,
    pairs,
    parties,
    people,
    relevance,
    sentences,
    statements,
    status,
    targets,
    undertakings,
)
from banggiao.reading.amounts import AmountGrammar
from banggiao.reading.date_context import fill_years
from banggiao.reading.dates import DateGrammar, find_dates
from banggiao.reading.day_of_report import tell_days, tell_months
from banggiao.reading.document import Document
from banggiao.reading.gate import Gate
from banggiao.reading.mentions import Scanner
from banggiao.reading.undated import forget_days, with_derived_date

LANGUAGE = "vi"
READER = f"banggiao {__version__}"

Step = Callable[[Document], None]

STEPS: tuple[tuple[str, Step], ...] = (
    ("parties", parties.find_parties),
    ("people", people.find_people),
    ("pairs", pairs.find_pairs),
    ("months", tell_months),
    ("meetings", meetings.find_meetings),
    ("status", status.find_status),
    ("alliances", alliances.find_alliances),
    ("memberships", memberships.find_memberships),
    ("instruments", instruments.find_instruments),
    ("statements", statements.find_statements),
    ("targets", targets.find_targets),
    ("figures", figures.find_figures),
    ("deadlines", deadlines.find_deadlines),
    ("candidacies", candidacies.find_candidacies),
    ("chairs", candidacies.find_chairs),
    ("undertakings", undertakings.find_undertakings),
    ("relevance", relevance.find_relevance),
)
"""What runs over the row of units, in order. Later steps use what earlier ones left in `Document`."""


class Reader:
    """Reads articles with one lexicon. Make one and use it for many: building it costs some 50 ms, a reading 2 to 5.

    `read` is pure: the same article gives the same reading, and nothing is kept between articles.
    """

    def __init__(self, lexicon: Lexicon | None = None) -> None:
        self.lexicon = lexicon or load()
        self._gate = Gate(self.lexicon)
        self._scanner = Scanner(self.lexicon)
        self._grammars = self._scanner.grammars()
        self._amounts = AmountGrammar(self.lexicon.grammar["vi/amounts"])
        self._dates = DateGrammar(self.lexicon.grammar["vi/dates"])

    def document(self, article: Article) -> Document:
        """The document after all steps: for `--explain` and for tests of single steps."""
        doc = Document(article, readable(article.text), self.lexicon, self._grammars)
        doc.sentences = sentences.split(article, doc.normal)
        spans = [(s.start, s.end, None if s.story else article.published) for s in doc.sentences]
        doc.dates = find_dates(doc.low, self._dates, spans, doc.notes)
        if article.published_basis == "derived":
            forget_days(doc.dates)
        if any(date.edtf is None or date.edtf.startswith("XXXX") for date in doc.dates):
            starts = [s.start for s in doc.sentences]
            story_of = {i: doc.sentences[bisect_right(starts, d.start) - 1].story for i, d in enumerate(doc.dates)}
            fill_years(doc.dates, story_of)
            tell_days(doc, self._dates, story_of)
        doc.facts["amount-grammar"] = self._amounts
        doc.facts["date-grammar"] = self._dates
        self._scanner.scan(doc)
        for _, step in STEPS:
            step(doc)
        return doc

    def dismisses(self, text: str) -> bool:
        """Whether a text, bare or with its page around it, is seen at first look to be of other things than relations
        between parties. Its reading would hold no records; who reads many articles may spare zoning it."""
        return self._gate.dismisses(text)

    def read(self, article: Article) -> Reading:
        """The reading of an article. Raises LanguageError for one in a language that no grammar here reads."""
        _check_language(article)
        if self.dismisses(article.text):
            return _reading(article)
        return self._read(article)[0]

    def explain(self, article: Article) -> tuple[Reading, list[Dropped]]:
        """The reading of an article, and the candidates that gave no record, in text order. Raises as `read`."""
        _check_language(article)
        reading, dropped = self._read(article)
        if self.dismisses(article.text):
            dropped += [Dropped(record.kind, record.evidence[0], "irrelevant") for record in reading.records]
            reading = _reading(article)
        return reading, sorted(dropped, key=lambda d: (d.span, d.kind, d.reason))

    def _read(self, article: Article) -> tuple[Reading, list[Dropped]]:
        doc = self.document(article)
        if article.published is None and (dated := with_derived_date(doc)):
            article, doc = dated, self.document(dated)
        reading = _reading(article)
        reading.records = [_finished(doc, record) for record in doc.records]
        reading.notes = [
            ReadingNote(note.message, doc.normal.raw_span(*note.span) if note.span else None) for note in doc.notes
        ]
        return reading, [Dropped(d.kind, doc.normal.raw_span(*d.span), d.reason) for d in doc.dropped]


def _check_language(article: Article) -> None:
    if article.language != LANGUAGE:
        raise LanguageError(
            article.id, "this is not Vietnamese, the only language that is read so far", hint="Leave it out."
        )


def _reading(article: Article) -> Reading:
    """What is known of an article before its records are."""
    return Reading(
        id=article.id,
        published=article.published,
        title=article.title,
        records=[],
        zones=article.zones,
        text_sha256=hashlib.sha256(article.text.encode("utf-8", "surrogatepass")).hexdigest(),
        reader=READER,
        url=article.url,
        publisher=article.publisher,
        agency=article.agency,
        language=article.language,
        published_basis=article.published_basis,
        published_reason=article.published_reason,
        notes=[],
    )


def _finished(doc: Document, record: Record) -> Record:
    """The record with its evidence led back to the article's own offsets, sorted and without repetition."""
    if doc.article.published_basis == "derived" and record.date_basis == "resolved" and not record.story:
        record.date_basis, record.date_reason = "derived", doc.article.published_reason
    record.evidence = sorted({doc.normal.raw_span(start, end) for start, end in record.evidence})
    return record
