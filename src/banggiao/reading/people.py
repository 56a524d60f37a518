"""People of an article: who is named, with which posts, for which party; who is meant by a title or a pronoun.

First the grammar finds phrases (`data/grammar/vi/people.yml`), then names are told apart and joined over the story
(`people_names`), then titles, counterparts and pronouns are led back to persons (`people_refer`), and at last each
person's posts become records. Facts never pass between stories.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from banggiao.grammar import Match
from banggiao.lexicon import KnownPerson, fold
from banggiao.model import Office
from banggiao.reading.document import Document
from banggiao.reading.people_names import join_names
from banggiao.reading.people_posts import SERVANTS, SERVED, Post, is_state, posts_in
from banggiao.reading.people_refer import refer
from banggiao.reading.persons import Held, Person, PersonMention

GRAMMAR = "vi/people"
_QUOTES = frozenset("\"“”'")
_HEADS = frozenset({"head-of-state", "head-of-government"})
_OF_BODIES = frozenset({"secretary-general"})
"""Roles that nobody has beside a post of his state."""
_NO_HEADS = frozenset({"spokesperson", "foreign-minister", "deputy-minister", "deputy-foreign-minister", "ambassador"})
"""Roles that no head of state or government has beside his own."""
_MANY = frozenset(["các", "những", "nhiều", "một số"])
_RANKS = {
    "minister": "minister",
    "foreign-minister": "minister",
    "defence-minister": "minister",
    "deputy-minister": "deputy",
    "deputy-foreign-minister": "deputy",
}
"""Ranks of which a title alone may speak ("Bộ trưởng")."""
_OF_SEVERAL = frozenset({"deputy-minister", "deputy-foreign-minister", "deputy-head-of-government", "other"})
"""Roles that two may share who are named behind one post."""
_AIRPORT = ["sân", "bay"]  # of planes, or a ship ("tàu sân bay")
_NO_PART = ("act", "modal", "occasion", "past-sign", "joiner", "name-stop", "preposition", "travel", "before-verb")
"""Classes of words that go on with no name."""
_GOES_ON = 4  # units of a known name behind the first hyphen
_SYLLABLE = 6  # letters of the longest syllable
_SERVANT_REACH = 8  # units before "của" within which the word for one who serves stands


def find_people(doc: Document) -> None:
    """Fills `doc.facts["people"]` (mentions in text order) and `doc.facts["persons"]`; adds an Office for each person,
    role and party."""
    mentions = _mentions(doc)
    persons = join_names(doc, mentions)
    for mention in mentions:
        if mention.of_kin:
            mention.person = None  # the phrase means another
    refer(doc, mentions, persons)
    kept = [m for m in mentions if m.person is not None or m.roles or m.of_kin or (m.kind == "named" and m.posts)]
    doc.facts["people"] = kept
    doc.facts["people-starts"] = [m.first for m in kept]
    doc.facts["persons"] = persons
    doc.records += _offices(persons)


def person_at(doc: Document, unit: int) -> PersonMention | None:
    """The mention whose phrase holds a unit, or None."""
    index = bisect_right(doc.facts["people-starts"], unit) - 1
    if index < 0:
        return None
    mention: PersonMention = doc.facts["people"][index]
    return mention if unit < mention.last else None


def people_in(doc: Document, first: int, last: int) -> list[PersonMention]:
    """The mentions that begin in units `[first, last)`, in order."""
    starts: list[int] = doc.facts["people-starts"]
    low = bisect_right(starts, first - 1)
    return list(doc.facts["people"][low : bisect_right(starts, last - 1)])


def _mentions(doc: Document) -> list[PersonMention]:
    """Every phrase that the grammar finds, none over another: of the rules of one `tier` the first in the text wins,
    otherwise earlier rules before later ones."""
    taken = bytearray(len(doc.row) + 1)
    out: list[PersonMention] = []
    matches = sorted(
        enumerate(doc.grammars[GRAMMAR].finditer(doc.row)),
        key=lambda item: (0, item[1].start) if item[1].rule.gives.get("tier") else (1, item[0]),
    )
    for _, match in matches:
        if 1 in taken[match.start : match.end]:
            continue
        found = _of_match(doc, match)
        if match.rule.gives.get("nobody") or found:
            end = max([match.end, *(mention.last for mention in found)])
            taken[match.start : end] = b"\x01" * (end - match.start)
        out += found
    out.sort(key=lambda mention: mention.first)
    return out


def _of_match(doc: Document, match: Match) -> list[PersonMention]:
    rule, groups = match.rule, match.groups
    if rule.gives.get("nobody"):
        return []
    name = _with_hyphens(doc, groups.get("name") or groups.get("full") or (match.end, match.end))
    mention = PersonMention(match.start, max(match.end, name[1]), *name, kind="named", rule=rule.name)
    for unit in range(match.start, name[0]):
        if entry := doc.entry(unit, "honorific"):
            mention.sex = entry.attrs.get("sex", mention.sex)
    kind = rule.name.removeprefix("people.")
    if (kind == "post-set-off" and not _apposed(doc, match)) or (kind == "post-name" and _body(doc, name)):
        return []
    if kind == "bare":
        if _thing(doc, match.start):
            return []
        mention.name_first, mention.name_last = _with_hyphens(doc, (match.start, match.end))
        mention.last, mention.kind = mention.name_last, "bare"
    elif kind == "pronoun":
        entry = doc.entry(match.start, "honorific")
        if entry is None or not entry.attrs.get("alone"):
            return []
        mention.kind, mention.sex = "pronoun", entry.attrs.get("sex", "")
    elif kind == "title":
        return _of_titles(doc, match)
    elif kind == "counterpart":
        mention.kind = "counterpart"
        mention.party = next(
            (e.id for unit in range(match.start, name[0]) if (e := doc.entry(unit, "party", "metonym", "demonym"))),
            None,
        )
    elif kind.startswith("two-"):
        mention.role, mention.weak = rule.gives["role"], bool(rule.gives.get("weak"))
        other = groups["other"]
        second = PersonMention(other[0], other[1], *other, kind="named", rule=rule.name)
        second.role, second.weak = mention.role, mention.weak
        mention.first, mention.last = name
        return [mention, second]
    elif kind == "honorific":
        mention.former = "former" in groups
    else:
        return _titled(doc, match, mention)
    return [mention]


def _thing(doc: Document, first: int) -> bool:
    """Whether a name is that of a ship, an airport or a square."""
    return doc.entry(first - 1, "vessel") is not None or doc.norms[max(first - 2, 0) : first] == _AIRPORT


def _body(doc: Document, name: tuple[int, int]) -> bool:
    """Whether the one word that stands for a name behind the general word for a body begins that body's own name ("Chủ
    tịch Uỷ ban Thường vụ", "Phó Chủ tịch Ngân hàng Thế giới"): the next word goes on with it and tells no deed."""
    first, last = name
    if last - first != 1 or not doc.entry(first - 1, "organ", "private", "institution"):
        return False
    goes_on = doc.norms[last].isalpha() and not doc.is_cap(last)
    return goes_on and doc.entry(last, *_NO_PART) is None


def _apposed(doc: Document, match: Match) -> bool:
    """Whether a name behind a comma is that of the holder of the post before it ("Thủ tướng Lebanon, Saad Hariri"): of
    somebody whom no list knows, and not the subject behind words on an occasion ("Sau khi gặp Thủ tướng Lebanon, Boris
    Johnson nói")."""
    first, last = match.groups["name"]
    if last - first == 1 or fold(doc.surface(first, last)) in doc.lexicon.people_by_name:
        return False
    head = doc.sentences[doc.sentence_of[match.start]].first
    framed = head < match.start and doc.entry(head, "framing", "occasion", "according-to", "act") is not None
    return not framed or doc.norms[last] == ","


def _with_hyphens(doc: Document, name: tuple[int, int]) -> tuple[int, int]:
    """A name with what is joined to it by a hyphen without spaces ("Choi Jong-kun", "Okonjo-Iweala"), or with the
    syllables into which the press parts a foreign one ("I. Su - va - lốp")."""
    first, last = name
    while first < last < len(doc.norms) - 1 and doc.norms[last] == "-" and doc.norms[last + 1][:1].isalpha():
        if doc.ends[last - 1] != doc.starts[last] or doc.ends[last] != doc.starts[last + 1]:
            break
        last += 2
    if "-" not in doc.norms[first : last + 1]:
        return name  # as nearly all
    return first, _known_end(doc, first, _last_syllable(doc, first, last))


def _known_end(doc: Document, first: int, last: int) -> int:
    """The end of a name that goes on over a hyphen as that of somebody known does ("Miguel Diaz - Canel Bermudez")."""
    if first == last:
        return last
    end = doc.sentences[doc.sentence_of[first]].last
    for more in range(min(_GOES_ON, end - last), 0, -1):
        if doc.is_cap(last + more - 1) and fold(doc.surface(first, last + more)) in doc.lexicon.people_by_name:
            return last + more
    return last


def _last_syllable(doc: Document, first: int, last: int) -> int:
    """The end of a name written by syllables with hyphens between blanks; of one alone a word may also tell something
    else, so that it counts only behind an initial and where it means nothing ("P. Pa - kốp")."""
    unit = last
    while first < unit < len(doc.norms) - 1 and doc.norms[unit] == "-" and _syllable(doc, unit + 1):
        unit += 2
    several = unit > last + 2
    one = unit == last + 2 and doc.entry(first, "initial") is not None and not doc.entries[unit - 1]
    return unit if several or one else last


def _syllable(doc: Document, unit: int) -> bool:
    """Whether a unit is one short word in small letters."""
    return doc.norms[unit].isalpha() and len(doc.norms[unit]) <= _SYLLABLE and not doc.is_cap(unit)


def _titled(doc: Document, match: Match, mention: PersonMention) -> list[PersonMention]:
    """A name with titles before or after it. Of titles with different parties before one name ("Tổng thống Mỹ, Thủ
    tướng Nhật Bản Shinzo Abe") the last party's are the person's, the others stand for persons without a name."""
    out: list[PersonMention] = [mention]
    own = posts_in(doc, *match.groups["titles"]) if "titles" in match.groups else []
    if kin := _of_kin(doc, match.start, mention, own):
        mention.of_kin, own = True, kin
    if served := [post for post in own if post.served]:
        theirs = _known_as(doc, mention, served[0].role)
        own = served if theirs else [post for post in own if not post.served]
        mention.first = own[0].first if theirs else mention.first
    own = _of_servant(doc, match.start, mention, own)
    if own and doc.norms[own[-1].last - 1] == "chính quyền" and own[-1].last in _before_name(doc, mention):
        mention.first, mention.last, mention.kind = mention.name_first, mention.name_last, "named"
        return [*_alone(match.rule.name, own), mention]  # "một quan chức của chính quyền Trump"
    if own and _of_scholar(doc, own[-1], name_first=mention.name_first):
        out, own = [*_alone(match.rule.name, own), mention], []
        mention.first = mention.name_first
    elif own and doc.norms[match.start - 1] in _MANY and doc.parted(own[0].first, mention.name_first):
        own = [post for post in own if doc.norms[post.first - 1] == ","]
        mention.first = own[0].first if own else mention.name_first  # "với các nghị sĩ Nhật, Thủ tướng Abe …"
    states = [post.party if post.party and is_state(doc, post.party) else None for post in own]
    for index in range(len(own) - 1, 0, -1):
        other_state = states[index] and states[index - 1] and states[index] != states[index - 1]
        framed = _of_frame(doc, own[index - 1], own[index], mention.last)
        if other_state or framed or _no_head(doc, own[index - 1], own[index]):
            if framed:
                own[index].party = None
            out = [*_alone(match.rule.name, own[:index]), mention]
            own = own[index:]
            mention.first = own[0].first
            break
    mention.kind = "titled"
    behind = _of_own(posts_in(doc, *match.groups["after"])) if "after" in match.groups else []
    next_one = bool(own and behind) and not _closed(doc, match)
    if own and behind and _two_persons(own[-1].role, behind[0].role):
        next_one = doc.norms[behind[0].first - 1] == ","  # "theo Ngoại trưởng Lavrov, Tổng thống Nga và …"
    elif next_one:
        next_one = behind[0].role in _HEADS or _acts(doc, behind[0], match.groups["after"][1])
    others = behind if next_one else _of_others(doc, own, behind)
    mention.posts = own + [post for post in behind if post not in others]
    if others:
        mention.last = max([mention.name_last, *(post.last for post in mention.posts)])
        out += _by_party(match.rule.name, others)
    mention.former = any(doc.entry(unit, "former") for unit in range(match.start, mention.name_first))
    if "other" in match.groups:
        mention.last = mention.name_last
        out.append(_other_name(doc, match, mention))
    return out


def _of_kin(doc: Document, start: int, mention: PersonMention, own: list[Post]) -> list[Post]:
    """The posts of a name behind that of somebody's kin ("con rể Tổng thống Donald Trump"), if it is known as the
    holder's."""
    kin = doc.entry(start, "former")
    if kin is None or not kin.attrs.get("kin") or not own or own[-1].last != mention.name_first:
        return []
    known = doc.lexicon.people_by_name.get(fold(doc.surface(mention.name_first, mention.name_last)), ())
    roles = {role for post in own for role in (post.role, *post.one_of)}
    if not any(held.role in roles for person in known for held in person.posts):
        return []
    return posts_in(doc, own[0].first, own[-1].last)


def _other_name(doc: Document, match: Match, mention: PersonMention) -> PersonMention:
    """The second of two names behind one post ("Thứ trưởng Ngoại giao A và B"): it has the post too where several
    hold such, unless somebody known by it does not."""
    first, last = _with_hyphens(doc, match.groups["other"])
    second = PersonMention(first, last, first, last, "bare", match.rule.name)
    known = doc.lexicon.people_by_name.get(fold(doc.surface(first, last)), ())
    role = mention.posts[-1].role if mention.posts else None
    held = not known or any(post.role == role for person in known for post in person.posts)
    full = last - first > 1 and mention.name_last - mention.name_first > 1
    if full and held and not mention.former and role in _OF_SEVERAL:
        second.kind = "titled"
        second.posts = [replace(post) for post in mention.posts]
    return second


def _of_frame(doc: Document, before: Post, after: Post, end: int) -> bool:
    """Whether a comma between two posts ends the words on an occasion with which a sentence begins: who does what the
    word after the second tells is not he with whom the occasion is ("Tiếp Bộ trưởng Quốc phòng Nga, Thủ tướng Nguyễn
    Xuân Phúc đề nghị …")."""
    comma = before.last == after.first - 1 and doc.norms[before.last] == ","
    if not comma or not _stated(doc, before) or _stated(doc, after):
        return False
    head = doc.sentences[doc.sentence_of[before.first]].first
    frame = doc.entry(head, "framing", "occasion") and "," not in doc.norms[head : before.first]
    occasion = frame and doc.has("occasion", head, before.first)
    return bool(occasion) and doc.norms[end][:1].islower() and not doc.entry(end, "joiner", "of", "honorific")


def _of_scholar(doc: Document, post: Post, *, name_first: int) -> bool:
    """Whether a comma and an academic title part a head's bare post from a name: it is another's ("gặp Thủ tướng, GS
    Nguyễn Văn Anh nói …")."""
    title = doc.entry(post.last + 1, "honorific") if post.last + 1 < name_first else None
    comma = doc.norms[post.last] == "," and title is not None and bool(title.attrs.get("learned"))
    return comma and post.role in _HEADS and post.last == post.first + 1


def _no_head(doc: Document, before: Post, after: Post) -> bool:
    """Whether a comma parts a post from that of a head, who holds none such: it is somebody else's, or a mere word
    ("theo người phát ngôn, Tổng thống Mỹ Donald Trump …")."""
    comma = before.last == after.first - 1 and doc.norms[before.last] == ","
    open_head = after.of_state if after.role is None and after.last == after.first + 1 else None
    two_heads = {before.role, after.role or open_head} == _HEADS
    return comma and (two_heads or (before.role in _NO_HEADS and after.role in _HEADS))


def _two_persons(one: str | None, other: str | None) -> bool:
    """Whether of two roles one is a head's and the other one that no head has."""
    return (one in _HEADS and other in _NO_HEADS) or (one in _NO_HEADS and other in _HEADS)


def _of_servant(doc: Document, start: int, mention: PersonMention, own: list[Post]) -> list[Post]:
    """The posts of a name behind "của": where those before serve the one whose post it is ("cố vấn đối ngoại của Tổng
    thống Nga Yuri Ushakov"), the name is the servant's, unless it is known as that of the other."""
    if not own or own[0].role not in SERVED or not doc.entry(start - 1, "of"):
        return own
    first = max(doc.sentences[doc.sentence_of[start]].first, start - _SERVANT_REACH)
    servant = next((unit for unit in range(start - 2, first - 1, -1) if _serves(doc, unit)), None)
    if servant is None or doc.parted(servant, start):
        return own
    named = servant - 1 > first and doc.norms[servant - 1] in (",", "(", "-") and not _known(doc, mention)
    named = named and not doc.entry(servant - 2, "city", "party", "metonym")
    if _known_as(doc, mention, own[0].role) or (
        named and all(word[:1].isupper() for word in doc.surface(servant - 2, servant - 1).split())
    ):
        return own  # who serves is named before: "Ibrahim Kalin, phát ngôn viên của Tổng thống Thổ Nhĩ Kỳ Erdogan"
    posts = [post for post in posts_in(doc, servant, start - 1) if post.role]
    for post in posts:
        post.party = post.party or own[0].party
    if posts:
        mention.first = posts[0].first
    return posts


def _serves(doc: Document, unit: int) -> bool:
    """Whether a word names who stands around somebody."""
    post = doc.entry(unit, "post")
    return doc.entry(unit, "attendant") is not None or bool(post and post.attrs.get("role") in SERVANTS)


def _known_as(doc: Document, mention: PersonMention, role: str | None) -> bool:
    """Whether a name is known as that of a holder of a post, or is one word, by which a text calls only those whom it
    names elsewhere ("phát ngôn viên của Tổng thống Moon")."""
    known = _known(doc, mention)
    if not known and mention.name_last - mention.name_first == 1:
        return True
    return any(held.role == role for person in known for held in person.posts)


def _known(doc: Document, mention: PersonMention) -> Sequence[KnownPerson]:
    """Who is known by the name of a mention."""
    return doc.lexicon.people_by_name.get(fold(doc.surface(mention.name_first, mention.name_last)), ())


def _before_name(doc: Document, mention: PersonMention) -> tuple[int, ...]:
    """Where what stands right before a name ends: the name, or the honorific before it."""
    honorific = doc.entry(mention.name_first - 1, "honorific") is not None
    return (mention.name_first, mention.name_first - 1) if honorific else (mention.name_first,)


def _closed(doc: Document, match: Match) -> bool:
    """Whether the posts behind a name that has some before it are set off: a head's who is not begins the next clause
    ("hội kiến Tổng thống Đức Steinmeier, Thủ tướng khẳng định …")."""
    last = match.groups["after"][1]
    sign = not doc.norms[last][:1].isalnum() and doc.norms[last] not in _QUOTES
    return sign or doc.entry(last, "joiner") is not None


def _acts(doc: Document, post: Post, end: int) -> bool:
    """Whether a post behind a comma is that of nobody named before it, but of who does what the next word tells ("Tiếp
    Ngoại trưởng Nga Lavrov, Ngoại trưởng đề nghị …")."""
    if post.role in (None, "other") or _stated(doc, post):
        return False
    return doc.norms[post.first - 1] == "," and doc.entry(end, "act", "modal", "past-sign") is not None


def _of_others(doc: Document, own: list[Post], behind: list[Post]) -> list[Post]:
    """Of the posts behind a name those that others hold: nobody has posts of two states ("Tổng thống Nga V. Putin, Thủ
    tướng Nhật Bản, Thủ tướng Canada"), nor of a state and at the head of a body's secretariat."""
    if behind and any(post.role in _OF_BODIES for post in own) and behind[0].party and is_state(doc, behind[0].party):
        return behind
    state = next((post.party for post in [*own, *behind] if post.party and is_state(doc, post.party)), None)
    for at, post in enumerate(behind):
        if post.party and post.party != state and (is_state(doc, post.party) or (state and post.role in _OF_BODIES)):
            return behind[at:]
    return []


def _of_titles(doc: Document, match: Match) -> list[PersonMention]:
    posts = posts_in(doc, match.start, match.end)
    former = any(doc.entry(unit, "former") for unit in range(match.start, match.end))
    common = all(doc.entry(post.first, "institution") and post.seat for post in posts)
    if former or common:
        return []
    if len(posts) > 1 and (
        (_stated(doc, posts[0]) and _acts(doc, posts[-1], match.end))
        or (posts[-1].role not in (None, "other") and _of_frame(doc, posts[-2], posts[-1], match.end))
    ):
        posts[-1].party = None  # "Tiếp Cố vấn Nhà nước Myanmar, Thủ tướng mời …"
        return [*_by_party(match.rule.name, _of_own(posts[:-1])), *_alone(match.rule.name, posts[-1:])]
    return _by_party(match.rule.name, _of_own(posts))


def _stated(doc: Document, post: Post) -> bool:
    return any(doc.entry(unit, "party", "metonym", "demonym") for unit in range(post.first, post.last))


def _by_party(rule: str, posts: list[Post]) -> list[PersonMention]:
    """Titles without a name, parted where another party's begin ("Tổng thống Mỹ, Thủ tướng Nhật Bản")."""
    cuts = [
        index
        for index in range(1, len(posts))
        if posts[index].party != posts[index - 1].party and posts[index].party and posts[index - 1].party
    ]
    ends = [*cuts, len(posts)]
    return [m for first, last in zip([0, *cuts], ends, strict=True) for m in _alone(rule, posts[first:last])]


def _of_own(posts: list[Post]) -> list[Post]:
    return [post for post in posts if not post.served]


def _alone(rule: str, posts: list[Post]) -> list[PersonMention]:
    """Titles without a name: one mention for those that stand together with one party."""
    if not posts:
        return []
    mention = PersonMention(posts[0].first, posts[-1].last, posts[-1].last, posts[-1].last, "title", rule)
    mention.posts = posts
    return [mention]


def _told(person: Person) -> list[Held]:
    """The definite posts of a person, else all; of a minister also that without a portfolio ("Phó Thủ tướng, Bộ trưởng
    X"), where no other post is a minister's."""
    strong = [post for post in person.held if not post.weak]
    kinds = {_RANKS[post.role] for post in strong if post.role in _RANKS}
    ranks = [post for post in person.held if post.weak and post.role in _RANKS and _RANKS[post.role] not in kinds]
    return strong + ranks if strong else person.held


def _offices(persons: list[Person]) -> list[Office]:
    """One record for each person, role and party; the same person in another story adds nothing new."""
    out: list[Office] = []
    seen: dict[tuple[str, str], list[frozenset[str]]] = {}
    for person in persons:
        made: dict[tuple[str, str], Office] = {}
        for post in _told(person):
            party = post.party or person.party
            if party is None or post.role in person.former or post.elect:
                continue
            office = made.get((post.role, party))
            if office is None:
                office = made[post.role, party] = Office(
                    person=person.name,
                    role=post.role,
                    party=party,
                    parties=[party],
                    title=post.title,
                    story=person.story,
                )
            office.evidence += post.spans
            office.rules += [rule for rule in post.rules if rule not in office.rules]
        tokens = frozenset(person.tokens)
        for key, office in made.items():
            others = seen.setdefault(key, [])
            if any(tokens <= other or other <= tokens for other in others):
                continue
            others.append(tokens)
            out.append(office)
    return out


__all__ = ["GRAMMAR", "Held", "Person", "PersonMention", "find_people", "people_in", "person_at"]
