"""Occasions of a story: which mentions are one occasion, and what one tells of another.

Two mentions are one occasion where nothing that they say contradicts: the same kind of form, parties of which one set
holds the other, dates, sessions, places and people that agree. What is told of one occasion holds for others of the
same pair in the story where the text links them: talks and ceremonies of a visit are in the country visited, and what
came "after the talks" is of their day.
"""

from __future__ import annotations

import re
from copy import copy
from dataclasses import dataclass, field, fields
from typing import Any

from banggiao import edtf
from banggiao.reading.dates import DateMention
from banggiao.reading.meeting_stay import stay
from banggiao.reading.meeting_when import WEEKS
from banggiao.reading.persons import PersonMention

_GROUPS = {"talks": "talks", "summit": "summit", "visit": "visit", "call": "call", "ceremony": "ceremony"}
# What a noun that points back can mean: "cuộc gặp" a summit as well.
_POINTED = {
    "talks": ("talks", "summit", "conference"),
    "summit": ("summit", "talks"),
    "conference": ("conference", "summit"),
    "visit": ("visit",),
    "call": ("call",),
}
_WELCOME = "lễ đón"  # for a visit's guest
_HEAD_WORDS = frozenset(["hội", "nghị", "cuộc", "phiên", "họp", "kỳ", "khoá", "các", "lần", "thứ", "của"])
_LOOKED = 200
"""So many occasions back another mention of one is looked for: 4,478 articles of the press tell of 13 at most, and a
page that was made to hold thousands would have each held against all."""
_DAY = 10  # the length of a full day's EDTF
_YEAR = 4  # the length of a year's EDTF: a visit of some day of that year is none that talks belong to
_ALIKE = 0.75  # "Bộ trưởng Ngoại giao ASEAN" and "Bộ trưởng Kinh tế ASEAN" share 0.6 of their words


@dataclass(slots=True)
class Occasion:
    """What one or more sentences say of one occasion."""

    form: str
    story: int
    sentences: list[int]
    parties: list[str]
    people: list[str] = field(default_factory=list)
    met: list[PersonMention] = field(default_factory=list)
    """Those of its people whom the word for it has as its objects."""
    guests: list[str] = field(default_factory=list)
    """Parties that take part in an enlarged conference beside its members."""
    phase: str = "held"
    told: bool = False
    """A word or the date tells the phase."""
    date: DateMention | None = None
    timed: bool = False
    """A word dates it that only the unknown day of publication would resolve."""
    end: DateMention | None = None
    """The day until which a visit lasts, told apart from its beginning."""
    shared: bool = False
    """Its days are told of something else as well: days of its own are better."""
    days: int | None = None
    """How many days a visit lasts."""
    city: str | None = None
    country: str | None = None
    mechanism: str | None = None
    acronym: str | None = None
    body: str | None = None
    session: int | None = None
    year: int | None = None
    """The unit of the year that stands right behind its name."""
    back: str = ""
    """How its noun points back to one told before: "bare" ("Cuộc gặp diễn ra …"), "known" ("… kết quả cuộc gặp."),
    "this" ("Đây là cuộc gặp …")."""
    open: bool = False
    """A series that no body holds, such as the Shangri-La Dialogue: whose it is, its guests say."""
    margin: int | None = None
    """The sentence that tells that it is held at a conference or on its margins."""
    stranger: bool = False
    """It is with somebody who is no party."""
    enlarged: bool = False
    """Guests take part beside the members."""
    another: bool = False
    """It is told as another than one that was held ("cuộc gặp tiếp theo")."""
    noun: bool = False
    """A noun names it ("cuộc họp"), which may only point back to another."""
    verb: bool = False
    """A verb tells of it ("X gặp Y")."""
    kind: str = ""
    """The word for a ceremony, by which a welcome and a signing are held apart; that an ambassador is summoned, which
    is no meeting of the two states' ministers."""
    witnessed: bool = False
    """A signing at which those are who met before it."""
    first: int = 0
    """The unit of the word for it."""
    words: tuple[int, int] = (0, 0)
    """The word for the occasion that began it."""
    spans: list[tuple[int, int]] = field(default_factory=list)
    rules: list[str] = field(default_factory=list)
    explicit: bool = False
    """The words themselves name its parties, not only the context."""
    heads: bool = False
    """Its people are heads of state, government or party: talks of theirs may be the summit of the story."""
    level: str | None = None
    """The form of a meeting of a body's states, by those whom its words name as a group ("các ngoại trưởng ASEAN")."""
    receiver: str | None = None
    """Who receives the other side: it is in his country, unless the story says otherwise."""

    def but(self, **told: Any) -> Occasion:
        """Another occasion told in the same words, of which these tell something else."""
        return Occasion(**{f.name: copy(getattr(self, f.name)) for f in fields(self)} | told)

    @property
    def group(self) -> str:
        """Forms that may be one occasion share a group."""
        return _GROUPS.get(self.form, "conference")

    @property
    def edtf(self) -> str | None:
        """The date, if any."""
        return self.date.edtf if self.date else None


def crown(occasions: list[Occasion], signing: Occasion) -> None:
    """Gives a signing that the two who met witness the people, the day and the place of their talks, told last before
    it."""
    for talks in reversed(occasions[-_LOOKED:]):
        if talks.story != signing.story or talks.group not in ("talks", "summit"):
            continue
        if set(talks.parties) != set(signing.parties) or len(talks.people) != len(talks.parties):
            continue
        signing.people = list(dict.fromkeys([*talks.people, *signing.people]))
        if signing.date is None:
            signing.date = talks.date
        if not signing.city and not signing.country:
            signing.city, signing.country = talks.city, talks.country
        return


def same(old: Occasion, new: Occasion) -> bool:
    """Whether two mentions of a story can be one occasion."""
    if old.story != new.story or (old.group != new.group and not _summit(old, new) and not _unspecific(old, new)):
        return False
    if old.session and new.session and old.session != new.session:
        return False
    if _later_one(old, new) or _later_one(new, old):
        return False
    if "cancelled" in (old.phase, new.phase) and old.phase != new.phase and not _called_off(old, new):
        return False
    if not edtf.compatible(old.edtf, new.edtf):
        return False
    if old.body and new.body and old.body != new.body:
        return False
    guests_differ = old.open and new.open and old.body == new.body
    if not (guests_differ or _nested(old.parties, new.parties)) or (
        _fixed(old) and _fixed(new) and set(old.parties) != set(new.parties)
    ):
        return False
    if old.group == "conference":
        if old.form != new.form and "other" not in (old.form, new.form):
            return False
        known = (old.body is not None and old.body == new.body) or _plus_one(old)
        if not known and old.mechanism and new.mechanism and not alike(old.mechanism, new.mechanism):
            return False
    if old.group == "ceremony" and not (old.kind.startswith(new.kind) or new.kind.startswith(old.kind)):
        return False
    if old.group in ("talks", "call") and (old.kind != new.kind or not _nested(old.people, new.people)):
        return False
    others = old.group == "visit" and old.people and new.people and set(old.people).isdisjoint(new.people)
    if others and not (old.edtf and old.edtf == new.edtf):
        return False  # another guest's visit, not a companion on the same days
    if old.country and new.country and old.country != new.country:
        return False
    one_day = min(len(old.edtf or ""), len(new.edtf or "")) >= _DAY  # told before it and on it
    if _earlier_one(old, new) or _earlier_one(new, old) or _another(old, new) or _another(new, old):
        return False
    dated = new.date is not None and old.date is not None
    return old.phase == new.phase or one_day or not dated or not (old.told and new.told)


def told_before(occasions: list[Occasion], new: Occasion) -> Occasion | None:
    """The occasion of a story that a further mention can be: the last with its number, else the last."""
    able = (old for old in reversed(occasions[-_LOOKED:]) if same(old, new))
    last = next(able, None)
    if last is None or not new.session or last.session == new.session:
        return last
    return next((old for old in able if old.session == new.session), last)


def meant(occasions: list[Occasion], new: Occasion) -> Occasion | None:
    """The occasion of a story to which one that only points back can point: the last of its kind with which nothing
    that it says of itself disagrees."""
    for old in reversed(occasions[-_LOOKED:]):
        if old.story != new.story:
            return None
        if old.group not in _POINTED.get(new.group, ()):
            continue
        own = _nested(old.parties, new.parties)
        many = old.mechanism and new.group == "conference"  # now one, now another who is there is named
        if (
            own
            and (many or _nested(old.people, new.people))
            and edtf.compatible(old.edtf, new.edtf)
            and "cancelled" not in (old.phase, new.phase)
        ):
            return old if not (old.country and new.country and old.country != new.country) else None
    return None


def _later_one(numbered: Occasion, other: Occasion) -> bool:
    """Whether one is told as the second or a later of its kind and lies ahead, while the other, without a number, was
    held on a day: it is the one before ("hội nghị thượng đỉnh hồi tháng 6 … hội nghị thượng đỉnh lần hai sẽ …")."""
    if other.session or (numbered.session or 0) < 2 or numbered.phase != "planned":
        return False
    return (
        other.phase == "held"
        and other.date is not None
        and numbered.date is None
        and bool(set(other.parties) & set(numbered.parties))
    )


def _earlier_one(held: Occasion, planned: Occasion) -> bool:
    """Whether one was held in some month or year and the other, of no known day, lies ahead ("dự kiến thăm Trung Quốc …
    trong chuyến thăm hồi tháng 5"). A day may be that for which it was planned."""
    if (held.phase, planned.phase) != ("held", "planned") or not (held.told and planned.told):
        return False
    return planned.date is None and 0 < len(held.edtf or "") < _DAY


def _another(other: Occasion, one: Occasion) -> bool:
    """Whether one is told as another than those held, and the other is held."""
    return one.another and not other.another and other.phase == "held" and (other.told or other.date is not None)


def _called_off(old: Occasion, new: Occasion) -> bool:
    """Whether one that is called off is what the other speaks of: both have the same parties, and the other does not
    say when or where it took place."""
    off, other = (old, new) if old.phase == "cancelled" else (new, old)
    if set(off.parties) != set(other.parties):
        return False
    if other.date is not None:
        return off.edtf == other.edtf or (off.date is None and other.phase == "planned")
    return other.phase == "planned" or not (other.told or other.city or other.country)


def _unspecific(old: Occasion, new: Occasion) -> bool:
    """Whether one is a body's summit and the other its conference without more words ("dự hội nghị ASEAN")."""
    if {old.group, new.group} != {"summit", "conference"} or not (old.mechanism and new.mechanism):
        return False
    summit, other = (old, new) if old.group == "summit" else (new, old)
    return other.form == "other" and set(summit.parties) == set(other.parties) and alike(old.mechanism, new.mechanism)


def _summit(old: Occasion, new: Occasion) -> bool:
    """Whether one is a summit of two and the other the same two heads' talks ("cuộc gặp Trump - Kim")."""
    if {old.group, new.group} != {"summit", "talks"}:
        return False
    talks, summit = (old, new) if old.group == "talks" else (new, old)
    if not talks.heads or len(talks.parties) != 2 or set(talks.parties) != set(summit.parties):
        return False
    ahead = talks.phase == summit.phase == "planned" and not talks.date
    says_more = talks.date or talks.city or talks.country or talks.verb
    return len(talks.people) > 1 or ((ahead or not says_more) and set(talks.people) <= set(summit.people))


def _plus_one(occasion: Occasion) -> bool:
    """Whether it is known only as one of the "ASEAN + 1" meetings, whose own names come later in the story."""
    return occasion.rules == ["meeting.plus-one"]


def _fixed(occasion: Occasion) -> bool:
    """Whether its words say whose occasion it is, so that it is nobody else's: a named conference, both sides."""
    return occasion.explicit and (len(occasion.parties) > 1 or occasion.group == "conference")


def _nested(a: list[str], b: list[str]) -> bool:
    """Whether one of two lists holds the other; an empty one is held by any."""
    one, two = set(a), set(b)
    return one <= two or two <= one


def alike(a: str, b: str) -> bool:
    """Whether two names can name one conference."""
    one, two = (set(re.findall(r"\w+", name.casefold())) - _HEAD_WORDS for name in (a, b))
    return not one or not two or len(one & two) >= _ALIKE * min(len(one), len(two))


def join(home: Occasion, new: Occasion) -> None:
    """Adds what a further mention says."""
    if home.open and bool(home.people) != bool(new.people):  # its host stands for it only where no guest is named
        home.parties = list((home if home.people else new).parties)
        new.parties = []
    for party in new.parties:
        if party not in home.parties and (home.group not in ("talks", "call") or len(home.parties) < 2):
            home.parties.append(party)
    home.people += [person for person in new.people if person not in home.people]
    cancelled = "cancelled" in (home.phase, new.phase)
    if new.told and not home.told and (home.date is None or new.date is not None):
        home.phase = new.phase  # nothing told that the first mention's was held
    if new.date and _tells_better(home, new):
        day = len(new.edtf or "") >= _DAY
        if home.date is None and (new.told or not (home.told and day)):
            home.phase, home.told = new.phase, new.told  # a bare day does not undo "sắp thăm"
        home.date, home.shared = new.date, new.shared
    if cancelled:
        home.phase = "cancelled"
    home.told = home.told or new.told
    home.guests += [party for party in new.guests if party not in home.guests]
    home.end, home.days = home.end or new.end, home.days or new.days
    home.city = home.city or new.city
    home.country = home.country or new.country
    home.session = home.session or new.session
    home.body = home.body or new.body
    if new.mechanism and (_plus_one(home) or len(new.mechanism) > len(home.mechanism or "")):
        home.mechanism = new.mechanism
    home.sentences += new.sentences
    home.spans += new.spans
    home.rules += [rule for rule in new.rules if rule not in home.rules]
    home.explicit = home.explicit or new.explicit
    home.heads = home.heads and (new.heads or not new.people)
    home.margin = new.margin if home.margin is None else home.margin
    home.receiver = home.receiver or new.receiver
    home.level = home.level or new.level
    named = bool(home.mechanism) and new.form == "talks"  # a conference with a name is no talks
    if (home.form == "other" and new.form != "other" and not named) or new.form == "summit":
        home.form = new.form


def _tells_better(home: Occasion, new: Occasion) -> bool:
    """Whether a further mention dates an occasion better: more exactly, by days and not by the week, by days that are
    its own."""
    if home.date is None or edtf.precision(new.edtf) > edtf.precision(home.edtf):
        return True
    if new.date is None or new.shared or edtf.precision(new.edtf) < edtf.precision(home.edtf):
        return False
    if home.group in ("visit", "summit", "conference") and (new.edtf or "").startswith(f"{home.edtf}/"):
        return True  # the day on which it begins, and then its days
    return home.shared or (home.date.rule in WEEKS and new.date.rule not in WEEKS)


def follow(talks: Occasion, new: Occasion) -> None:
    """What a sentence tells of after talks of the same pair ("Sau hội đàm, hai Thủ tướng chứng kiến lễ ký …") is of
    their day, where it says of none."""
    if new.group not in ("talks", "ceremony") or new.date or new.phase != talks.phase:
        return
    if len(talks.edtf or "") == _DAY and set(new.parties) == set(talks.parties) and len(new.parties) > 1:
        new.date = talks.date


def complete(occasions: list[Occasion], own_states: frozenset[str]) -> None:
    """Fills places, days and phases that other occasions of the same pair and story give. `own_states`: the codes that
    are states, where one can be received."""
    for occasion in occasions:
        occasion.parties += [guest for guest in occasion.guests if guest not in occasion.parties]
        if occasion.date and (occasion.end or occasion.days):
            occasion.date = stay(occasion.date, occasion.end, occasion.days)
    visits = [occasion for occasion in occasions if occasion.form == "visit"][:_LOOKED]
    beside: dict[int, list[int]] = {}
    for number, occasion in enumerate(occasions):
        for sentence in set(occasion.sentences):
            beside.setdefault(sentence, []).append(number)
    for occasion in occasions:
        if occasion.group in ("talks", "ceremony") or occasion.form == "forum":
            _of_visit(occasion, _own_first(occasion, visits))
        if occasion.margin is not None and not occasion.city and not occasion.country:
            there = [occasions[number] for number in beside.get(occasion.margin, ())]
            _at_conference(occasion, [other for other in there if other.group in ("conference", "summit")])
        if occasion.country is None and occasion.margin is None and occasion.receiver in own_states:
            occasion.country = occasion.receiver
        if occasion.group in ("talks", "ceremony") and occasion.date is None:
            near = sorted({number for sentence in occasion.sentences for number in beside[sentence]})
            _day_of_neighbour(occasion, [occasions[number] for number in near])


def _own_first(occasion: Occasion, visits: list[Occasion]) -> list[Occasion]:
    """Visits in the order in which an occasion can be of them: those with a date in its own sentence first ("hội
    đàm nhân chuyến thăm Trung Quốc hồi tháng 4")."""
    if len(visits) < 2:
        return visits
    own = set(occasion.sentences)
    return sorted(visits, key=lambda visit: visit.date is None or own.isdisjoint(visit.sentences))


def _of_visit(occasion: Occasion, visits: list[Occasion]) -> None:
    """What happens on a visit is in the country visited, and lies ahead where the visit does, if no year is known; the
    welcome that is named alone is its guest's."""
    for visit in visits:
        if visit.phase == "planned" and occasion.phase == "held" and occasion.told and not visit.date:
            continue  # a visit that they agree on at their talks
        if (
            occasion.heads
            and len(occasion.people) > 1
            and visit.people
            and set(visit.people).isdisjoint(occasion.people)
        ):
            continue  # heads who meet are not on the visit of a minister
        if (
            visit.country
            and visit.story == occasion.story
            and set(visit.parties) == set(occasion.parties)
            and edtf.compatible(visit.edtf, occasion.edtf)
            and (len(visit.edtf or "") != _YEAR or not set(visit.people).isdisjoint(occasion.people))
        ):
            occasion.country = occasion.country or visit.country
            if occasion.kind.startswith(_WELCOME) and not occasion.people:
                occasion.people = visit.people[:1]
            if visit.phase == "planned" and not occasion.told and (occasion.edtf or "X").startswith("X"):
                occasion.phase = "planned"
            return


def _at_conference(occasion: Occasion, named: list[Occasion]) -> None:
    """Talks at a conference or on its margins are where that is, if their sentence names but one."""
    places = {(other.city, other.country) for other in named if other is not occasion and other.mechanism}
    if len(places) == 1:
        occasion.city, occasion.country = places.pop()


def _day_of_neighbour(occasion: Occasion, beside: list[Occasion]) -> None:
    """What the same sentence names beside other talks or another ceremony of the pair ("Sau lễ đón, hai bên hội đàm")
    is of the same day."""
    for other in beside:
        if (
            other is not occasion
            and other.group in ("talks", "ceremony", "summit")
            and other.story == occasion.story
            and other.phase == occasion.phase
            and set(other.parties) == set(occasion.parties)
            and len(other.edtf or "") == _DAY
            and not other.shared
        ):
            occasion.date = other.date
            return
