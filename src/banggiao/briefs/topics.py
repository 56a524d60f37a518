"""What two parties said by topic through time, so that another word or another stance stands out."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from banggiao import edtf
from banggiao.briefs.answers import Brief, Said, Source
from banggiao.register.stance import Spoken as Stance
from banggiao.register.stance import Turn, turns_of

TOPICS = 12
"""So many topics at most, those spoken of most."""
LATEST = 6
"""Of each speaker on a topic so many statements, the latest; as many of those that turn come besides."""


@dataclass(slots=True, frozen=True)
class Word:
    """A statement on a topic. again: how many further ones of that day have the same act. turn: what had been said
    before, on the other side."""

    said: Said
    again: int = 0
    turn: Turn | None = None


@dataclass(slots=True)
class Topic:
    """What was said on a topic. words: by speaker (`both` or a party), oldest first. left_out: how many earlier
    statements there are besides, by speaker."""

    topic: str
    total: int
    words: dict[str, list[Word]] = field(default_factory=dict)
    left_out: dict[str, int] = field(default_factory=dict)


@dataclass(slots=True, frozen=True)
class Spoken:
    """The topics of two parties, with the articles that the words stand in."""

    topics: list[Topic]
    sources: list[Source]


def by_topic(brief: Brief) -> list[Topic]:
    """The topics of which the two spoke most in a brief, each with the latest words and turns of either."""
    turned = turns_of(
        Stance(one.fact, one.parties, one.topics, one.act, one.date or one.reported)
        for entries in brief.said.values()
        for one in entries
    )
    count = Counter(topic for entries in brief.said.values() for one in entries for topic in set(one.topics))
    out = []
    for topic, total in sorted(count.items(), key=lambda pair: (-pair[1], pair[0]))[:TOPICS]:
        made = Topic(topic, total)
        for who, entries in brief.said.items():
            words = _words([one for one in entries if topic in one.topics], topic, turned)
            first = max(0, len(words) - LATEST)
            kept = [word for word in words[:first] if word.turn][-LATEST:] + words[first:]
            if kept:
                made.words[who] = kept
                if hidden := sum(1 + word.again for word in words) - sum(1 + word.again for word in kept):
                    made.left_out[who] = hidden
        out.append(made)
    return out


def _words(entries: list[Said], topic: str, turned: dict[str, Turn]) -> list[Word]:
    """By time, one for all of a day with the same act."""
    by_day: dict[tuple[str | None, str], list[Said]] = {}
    for one in sorted(entries, key=lambda said: (edtf.sort_key(said.date or said.reported), said.fact)):
        by_day.setdefault((one.date or one.reported, one.act), []).append(one)
    out = []
    for group in by_day.values():
        # The statement that turns speaks for its day.
        leading = next((one for one in group if _turn(one, topic, turned)), group[0])
        out.append(Word(leading, len(group) - 1, _turn(leading, topic, turned)))
    return out


def _turn(one: Said, topic: str, turned: dict[str, Turn]) -> Turn | None:
    found = turned.get(one.fact)
    return found if found and found.topic == topic else None
