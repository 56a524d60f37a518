"""A press of any size: articles with ready readings, in the shapes that the reader gives, the same for the same seed.

    for article, reading in press(200_000, seed=1): …

What varies as it does in the press: which two parties an article is about (some pairs a hundred times as often as
others), who holds a post and until when, meetings with sessions that several articles report, before and after, levels
of relations that are recalled for years, instruments through their stages, targets, figures by period, statements that
are reprinted. About five records an article, some 2,700 characters of text; sentences of the lexicon's words fill it
up, often ones often, each made for its article but for one that reports of the pair recall, and for the outlet's own
last line in some. Nothing here is anybody's article.
"""

from __future__ import annotations

import itertools
import random
from bisect import bisect
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from banggiao import lexicon
from banggiao.model import CLOSED, RECORD_TYPES, Article, Reading, Record

Item = tuple[Article, Reading]

FIRST, LAST = date(2006, 1, 1), date(2025, 12, 31)
_PAIRS = 1_500
_LENGTH = 2_700
_REPRINTED = 0.08
_LAST_LINED = 0.05
_RECALLED = 20
"""Sentences of background that the reports of a pair draw from."""
_COMMON = (
    "của",
    "và",
    "là",
    "các",
    "trong",
    "được",
    "với",
    "cho",
    "những",
    "đã",
    "một",
    "có",
    "không",
    "ở",
    "từ",
    "về",
    "ra",
    "vào",
    "sẽ",
    "hai",
    "tại",
    "ngày",
    "sau",
    "theo",
    "khi",
)
_SHARE = 0.3
"""Of the words chosen for a sentence so many are common ones: 80 an article, by which texts share about as many runs of
words as in the press (of 9,000 articles each has a rare run in common with 8 others)."""
_LAST_LINE = "Theo dõi các tin mới nhất của báo tại trang nhất và trên ứng dụng trong ngày."
_FAMILY = [
    "Nguyễn",
    "Trần",
    "Lê",
    "Phạm",
    "Hoàng",
    "Vũ",
    "Đặng",
    "Bùi",
    "Đỗ",
    "Hồ",
    "Ngô",
    "Dương",
    "Lý",
    "Vương",
    "Triệu",
    "Tôn",
    "Chu",
    "Tần",
    "Dân",
    "Kim",
    "Phác",
    "Lý",
    "Thôi",
]
_MIDDLE = ["Văn", "Thị", "Đức", "Minh", "Xuân", "Quang", "Hữu", "Ngọc", "Thành", "Công", "Chính", "Gia", "Hải", "Thế"]
_GIVEN = [
    "An",
    "Bình",
    "Cường",
    "Dũng",
    "Giang",
    "Hà",
    "Hiếu",
    "Hùng",
    "Khánh",
    "Lan",
    "Long",
    "Mai",
    "Nam",
    "Phong",
    "Quân",
    "Sơn",
    "Tâm",
    "Thắng",
    "Trung",
    "Vinh",
    "Yến",
    "Đạt",
]
_FOREIGN = [
    "An",
    "Bel",
    "Cor",
    "Dan",
    "El",
    "Fran",
    "Gor",
    "Han",
    "Iv",
    "Jon",
    "Kar",
    "Len",
    "Mar",
    "Nik",
    "Ol",
    "Pet",
    "Ros",
    "Ser",
    "Tom",
    "Ur",
    "Vik",
    "Wil",
    "Yur",
    "Zol",
]
_ENDINGS = ["ov", "son", "ez", "ski", "ini", "er", "as", "ton", "vic", "man", "ard", "eau"]
_ROLES = {
    "foreign-minister": "Bộ trưởng Ngoại giao",
    "head-of-government": "Thủ tướng",
    "head-of-state": "Tổng thống",
    "deputy-foreign-minister": "Thứ trưởng Ngoại giao",
    "ambassador": "Đại sứ",
    "spokesperson": "Người phát ngôn",
    "defence-minister": "Bộ trưởng Quốc phòng",
}
_FORMS = ("talks", "call", "visit", "summit", "ministerial", "senior-officials", "forum")
_TYPES = ("Hiệp định", "Bản ghi nhớ", "Kế hoạch hành động", "Tuyên bố chung", "Nghị định thư")
_SUBJECTS = (
    "thương mại tự do",
    "hợp tác quốc phòng",
    "giáo dục và đào tạo",
    "vận tải hàng không",
    "năng lượng sạch",
    "chuyển đổi số",
    "an ninh biển",
    "du lịch",
    "nông nghiệp",
    "phòng chống tội phạm",
)
_TOPICS = ("trade", "security", "south-china-sea", "culture", "energy", "climate")
_VERBS = {
    "say": "nói",
    "support": "ủng hộ",
    "propose": "đề nghị",
    "commit": "cam kết",
    "agree": "nhất trí",
    "concern": "bày tỏ quan ngại",
    "oppose": "phản đối",
}
_MEASURES = (("trade", "USD"), ("investment", "USD"), ("visitors", "people"), ("growth", "%"), ("students", "people"))


@dataclass(slots=True)
class _Occasion:
    """A meeting of the story of a pair, that several articles report."""

    day: date
    slots: dict[str, Any]


@dataclass(slots=True)
class _Pair:
    parties: list[str]
    names: list[str]
    occasions: list[_Occasion]
    levels: list[tuple[date, str]]
    instruments: list[tuple[str, list[tuple[date, str]]]]
    background: list[str]


class Press:
    """The world that the articles report, made once, and articles about it."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)
        self._lexicon = lexicon.load()
        self._codes = [c for c, p in sorted(self._lexicon.parties.items()) if p.kind in ("state", "organisation")]
        self._random.shuffle(self._codes)
        self._names = {code: self._lexicon.parties[code].name("vi") for code in self._codes}
        self._holders = {(code, role): self._terms() for code in self._codes for role in _ROLES}
        self._cities = [place.name for place in self._lexicon.places.values()][:400]
        self._bodies = [b.names["vi"][0] for b in self._lexicon.bodies.values() if b.names.get("vi")]
        words = (form for form in self._lexicon.forms if form.replace(" ", "").isalpha())
        self._forms = sorted(form for form in words if not set(_COMMON).intersection(form.split()))
        self._random.shuffle(self._forms)
        often = [1 / (rank + 30) for rank in range(len(self._forms))]
        common = sum(often) * _SHARE / (1 - _SHARE) / len(_COMMON)
        self._often = list(itertools.accumulate([common] * len(_COMMON) + often))
        self._forms[:0] = _COMMON
        self._pairs = [self._pair(*chosen) for chosen in self._couples()]
        weights = [1 / (rank + 3) ** 0.85 for rank in range(len(self._pairs))]
        self._weights = list(itertools.accumulate(weights))

    def articles(self, count: int) -> Iterator[Item]:
        """`count` articles in the order of their days."""
        span = (LAST - FIRST).days
        before: Item | None = None
        for number in range(count):
            day = FIRST + timedelta(days=number * span // count)
            if before and self._random.random() < _REPRINTED:
                yield self._reprint(number, before)
                continue
            before = self._article(number, day)
            yield before

    # -- the world -----------------------------------------------------------------------------------------------------

    def _couples(self) -> list[tuple[str, str]]:
        """Pairs of parties; those near the front of the codes have more of them."""
        found: dict[tuple[str, str], None] = {}
        while len(found) < _PAIRS:
            a, b = (int(len(self._codes) * self._random.random() ** 2) for _ in range(2))
            if a != b:
                found[tuple(sorted((self._codes[a], self._codes[b])))] = None  # type: ignore[index]
        return list(found)

    def _person(self) -> str:
        pick = self._random.choice
        if self._random.random() < 0.5:
            return f"{pick(_FAMILY)} {pick(_MIDDLE)} {pick(_GIVEN)}"
        return f"{pick(_FOREIGN)}{pick(_ENDINGS)} {pick(_FOREIGN)}{pick(_FOREIGN).lower()}{pick(_ENDINGS)}"

    def _terms(self) -> list[tuple[date, str]]:
        """Who holds a post, from which day."""
        day, out = FIRST, []
        while day < LAST:
            out.append((day, self._person()))
            day += timedelta(days=self._random.randrange(500, 2_200))
        return out

    def _pair(self, a: str, b: str) -> _Pair:
        day = lambda: FIRST + timedelta(days=self._random.randrange((LAST - FIRST).days))  # noqa: E731
        levels = sorted(day() for _ in range(3))
        named = ("dialogue-relations", "comprehensive-partnership", "strategic-partnership")
        instruments = []
        for number in range(self._random.randrange(2, 12)):
            name = f"{self._random.choice(_TYPES)} về {self._random.choice(_SUBJECTS)} giai đoạn {number + 1}"
            at, stages = day(), []
            for stage in ("proposed", "negotiating", "signed", "ratified", "in-force"):
                stages.append((at, stage))
                at += timedelta(days=self._random.randrange(100, 900))
            instruments.append((name, stages))
        background = [self._sentence() for _ in range(_RECALLED)]
        names = [self._names[a], self._names[b]]
        return _Pair([a, b], names, [], list(zip(levels, named, strict=True)), instruments, background)

    def _holder(self, code: str, role: str, day: date) -> str:
        terms = self._holders[code, role]
        return terms[bisect(terms, (day, "\U0010ffff")) - 1][1]

    def _sentence(self) -> str:
        """A sentence of the lexicon's words, some of them very often."""
        words = " ".join(self._random.choices(self._forms, cum_weights=self._often, k=self._random.randrange(9, 22)))
        return f"{words[:1].upper()}{words[1:]}."

    # -- an article ----------------------------------------------------------------------------------------------------

    def _article(self, number: int, day: date) -> Item:
        rng = self._random
        pair = self._pairs[bisect(self._weights, rng.random() * self._weights[-1])]
        makers = (
            self._meeting,
            self._statement,
            self._office,
            self._status,
            self._instrument,
            self._figure,
            self._target,
        )
        count = rng.choice((2, 3, 4, 5, 5, 6, 7, 8))
        chosen = [self._meeting, *rng.choices(makers, weights=(18, 38, 16, 8, 10, 6, 4), k=count - 1)]
        told = [make(pair, day) for make in chosen]
        parts = [f"{pair.names[0]} - {pair.names[1]}: {rng.choice(_SUBJECTS)} ({day:%d/%m/%Y})\n\n"]
        records: list[Record] = []
        at = len(parts[0])
        fillers = itertools.chain([rng.choice(pair.background)], iter(self._sentence, ""))
        for sentence, kind, slots in told:
            records.append(RECORD_TYPES[kind](**slots, evidence=[(at, at + len(sentence))], rules=[f"{kind}.frame"]))
            parts += (sentence, " ")
            at += len(sentence) + 1
            while at < _LENGTH * len(records) // len(told):
                filler = next(fillers)
                parts += (filler, " ")
                at += len(filler) + 1
        if rng.random() < _LAST_LINED:
            parts.append(_LAST_LINE)
        title = parts[0].strip()
        url = f"https://press.example/{day:%Y/%m/%d}/{number}.html"
        return self._item(f"a{number}", day.isoformat(), title, "".join(parts), url, records)

    def _reprint(self, number: int, before: Item) -> Item:
        """The same text on another site."""
        article, reading = before
        url = f"https://reprint.example/{number}.html"
        published = article.published or ""
        return self._item(f"a{number}", published, article.title, article.text, url, list(reading.records))

    @staticmethod
    def _item(id: str, published: str, title: str, text: str, url: str, records: list[Record]) -> Item:
        site = url.split("/")[2]
        article = Article(id, text, title, published, "given", "", url, publisher=site)
        reading = Reading(
            id, published, title, records, url=url, publisher=site, reader="press", published_basis="given"
        )
        return article, reading

    # -- records: the sentence, the kind, the slots --------------------------------------------------------------------

    def _meeting(self, pair: _Pair, day: date) -> tuple[str, str, dict[str, Any]]:
        rng = self._random
        near = [o for o in pair.occasions[-4:] if abs((o.day - day).days) < 40]
        if near and rng.random() < 0.6:
            occasion = rng.choice(near)
        else:
            form = rng.choice(_FORMS)
            side = rng.randrange(2)
            role = "head-of-government" if form in ("summit", "visit") else "foreign-minister"
            at = day + timedelta(days=rng.randrange(-5, 30))
            slots: dict[str, Any] = {
                "parties": pair.parties,
                "form": form,
                "city": rng.choice(self._cities),
                "people": [self._holder(code, role, at) for code in pair.parties],
            }
            if form in ("summit", "ministerial", "senior-officials", "forum"):
                slots |= {"mechanism": rng.choice(self._bodies), "session": 1 + (at.year - FIRST.year) * 2 + side}
            occasion = _Occasion(at, slots)
            pair.occasions.append(occasion)
        slots = dict(occasion.slots)
        held = occasion.day <= day
        slots["phase"] = "held" if held else "planned"
        slots["date"] = occasion.day.isoformat() if rng.random() < 0.85 else occasion.day.isoformat()[:7]
        if rng.random() < 0.4:
            del slots["city"]
        verb = "đã gặp" if held else "sẽ gặp"
        name = f" tại {slots['mechanism']} lần thứ {slots['session']}" if "mechanism" in slots else ""
        sentence = f"{slots['people'][0]} {verb} {slots['people'][1]}{name} ngày {occasion.day:%d/%m/%Y}."
        return sentence, "meeting", slots | {"date_basis": "stated"}

    def _statement(self, pair: _Pair, day: date) -> tuple[str, str, dict[str, Any]]:
        rng = self._random
        code = rng.choice(pair.parties)
        role = rng.choice(list(_ROLES))
        act = rng.choice(CLOSED["statement"]["act"])
        who = self._holder(code, role, day)
        topics = rng.sample(_TOPICS, rng.randrange(1, 3))
        said = f"{self._sentence()[:-1].lower()} về {rng.choice(_SUBJECTS)}"
        sentence = f"{_ROLES[role]} {self._names[code]} {who} {_VERBS[act]}: {said}."
        slots = {"parties": [code], "act": act, "speaker": who, "date": day.isoformat(), "topics": topics}
        return sentence, "statement", slots

    def _office(self, pair: _Pair, day: date) -> tuple[str, str, dict[str, Any]]:
        code = self._random.choice(pair.parties)
        role = self._random.choice(list(_ROLES))
        person = self._holder(code, role, day)
        title = f"{_ROLES[role]} {self._names[code]}"
        if self._random.random() < 0.3:
            person = person.split()[-1] if person.isascii() else person
        slots = {"parties": [code], "party": code, "role": role, "person": person, "title": title}
        return f"Có mặt còn có {title} {person}.", "office", slots

    def _status(self, pair: _Pair, day: date) -> tuple[str, str, dict[str, Any]]:
        reached = [(since, level) for since, level in pair.levels if since <= day]
        slots: dict[str, Any] = {"parties": pair.parties}
        if not reached:
            slots |= {"level": "diplomatic-relations", "phase": "in-force"}
        else:
            since, level = reached[-1]
            slots |= {"level": level, "phase": "in-force"}
            if self._random.random() < 0.3:
                slots |= {"phase": "established", "date": since.isoformat(), "date_basis": "stated"}
        sentence = f"{pair.names[0]} và {pair.names[1]} là đối tác ({slots['level']}), tin ngày {day:%d/%m}."
        return sentence, "status", slots

    def _instrument(self, pair: _Pair, day: date) -> tuple[str, str, dict[str, Any]]:
        name, stages = self._random.choice(pair.instruments)
        at, stage = next(((d, s) for d, s in reversed(stages) if d <= day), stages[0])
        slots: dict[str, Any] = {"parties": pair.parties, "name": name, "stage": stage}
        if at <= day and self._random.random() < 0.6:
            slots |= {"date": at.isoformat(), "date_basis": "stated"}
        return f"Hai bên nói về {name} ({stage}) hôm {day:%d/%m/%Y}.", "instrument", slots

    def _figure(self, pair: _Pair, day: date) -> tuple[str, str, dict[str, Any]]:
        measure, unit = self._random.choice(_MEASURES)
        year = day.year - 1
        base = (sum(map(ord, "".join(pair.parties))) % 90 + 10) * (1 + (year - 2000) * 0.07)
        value = round(base * self._random.choice((1, 1, 1, 1.01, 1.1)), 1) * (1e9 if unit == "USD" else 1)
        slots = {"parties": pair.parties, "measure": measure, "unit": unit, "value": value, "period": str(year)}
        return f"Năm {year}, {measure} giữa hai bên đạt {value:.0f} {unit}.", "figure", slots

    def _target(self, pair: _Pair, day: date) -> tuple[str, str, dict[str, Any]]:
        measure, unit = self._random.choice(_MEASURES[:3])
        due = day.year + self._random.choice((2, 5))
        value = (sum(map(ord, pair.parties[0])) % 9 + 1) * 20e9
        slots = {"parties": pair.parties, "measure": measure, "unit": unit, "value": value, "due": str(due)}
        return f"Hai bên đặt mục tiêu {measure} {value:.0f} {unit} vào năm {due}.", "target", slots

    def pairs(self, count: int) -> list[tuple[str, str]]:
        """Pairs as often as articles are about them: what people would ask for."""
        drawn = (self._pairs[bisect(self._weights, self._random.random() * self._weights[-1])] for _ in range(count))
        return [(pair.parties[0], pair.parties[1]) for pair in drawn]

    def searches(self, count: int) -> list[str]:
        """What people would search for: names, parts of names, subjects, words of the texts, two parties."""
        rng = self._random
        out = []
        for number in range(count):
            match number % 6:
                case 0:
                    out.append(rng.choice(rng.choice(list(self._holders.values())))[1])
                case 1:
                    out.append(rng.choice(_SUBJECTS))
                case 2:
                    out.append(" ".join(rng.choice(rng.choice(self._pairs).background)[:-1].split()[2:4]))
                case 3:
                    out.append(" ".join(rng.choice(self._pairs).names))
                case 4:
                    out.append(f"{rng.choice(list(_ROLES.values()))} {rng.choice(rng.choice(self._pairs).names)}")
                case _:
                    out.append(f'"{rng.choice(self._bodies)}"')
        return out


def press(count: int, seed: int = 1) -> Iterator[Item]:
    return Press(seed).articles(count)
