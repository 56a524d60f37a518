"""Statements by topic as a table: a row a topic, a column a speaker, in it the acts through time, each a link to its
sentence."""

from __future__ import annotations

from dataclasses import dataclass

from banggiao.briefs.layout import shorten
from banggiao.briefs.topics import Spoken, Word
from banggiao.briefs.view import turn_words
from banggiao.briefs.words import Words

_QUOTE = 100
"""A link's words are cut there, in characters."""


@dataclass(slots=True, frozen=True)
class Act:
    """A statement in a cell: when, how, how many more of that day; the article's key and where the sentence begins; its
    words; what had been said before, where it turns."""

    when: str
    act: str
    words: str
    again: int
    article: str
    start: int | None
    quote: str
    before: str


@dataclass(slots=True, frozen=True)
class Cell:
    acts: list[Act]
    left_out: int


@dataclass(slots=True, frozen=True)
class Row:
    """code: the topic's, for an address; topic: in words."""

    code: str
    topic: str
    total: int
    cells: list[Cell]


def columns(spoken: Spoken, parties: tuple[str, str]) -> list[str]:
    """The speakers who say anything on any of the topics: `both`, parties."""
    return [who for who in ("both", *parties) if any(topic.words.get(who) for topic in spoken.topics)]


def rows(spoken: Spoken, parties: tuple[str, str], words: Words) -> list[Row]:
    """A row a topic, its cells in the order of `columns`."""
    keys = {source.number: source.key for source in spoken.sources}
    speakers = columns(spoken, parties)
    return [
        Row(
            topic.topic,
            words.label("topic", topic.topic),
            topic.total,
            [
                Cell([_act(word, keys, words) for word in topic.words.get(who, ())], topic.left_out.get(who, 0))
                for who in speakers
            ],
        )
        for topic in spoken.topics
    ]


def _act(word: Word, keys: dict[int, str], words: Words) -> Act:
    said = word.said
    quote = said.quotes[0] if said.quotes else None
    day = said.date or said.reported
    speaker = f"{said.speaker}: " if said.speaker else ""
    return Act(
        when=words.date(day) if day else words.say("undated"),
        act=said.act,
        words=words.label("act", said.act),
        again=word.again,
        article=keys.get(quote.source if quote else said.sources[0], ""),
        start=quote.start if quote else None,
        quote=f"{speaker}“{shorten(quote.text, _QUOTE)}”" if quote else "",
        before=turn_words(word.turn, words) if word.turn else "",
    )
