"""Titles, counterparts and pronouns of a story: the persons that they stand for.

Somebody's post and state are enough to mean the one who was named with them ("Tổng thống Mỹ"); a post alone means the
nearest before ("Thủ tướng"); a pronoun the one whom its sentence, or else the sentence before, names first.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from banggiao.reading.document import Document, Sentence
from banggiao.reading.people_names import add_post, hold
from banggiao.reading.people_posts import SERVANTS, Post, is_state
from banggiao.reading.persons import Person, PersonMention

# Roles that many hold at one time: a title with one of them and a state does not tell whose it is.
_SHARED = frozenset(
    {"minister", "deputy-minister", "deputy-foreign-minister", "ambassador", "senior-official", "other"}
)
# Posts that a state has but once.
_UNIQUE = frozenset(
    {"head-of-state", "head-of-government", "foreign-minister", "defence-minister", "speaker-of-parliament"}
)
_MANIFOLD = {"senior-official", "other", None}  # roles of many posts, which two of one state may well have
_WORD = 3  # letters of a name that is more than its initials
_AND = (("và",), ("cùng",), (",",), ("cùng với",))
_WHOSE = 7  # units behind "của" in which the state comes
_FULL = 2  # words of a name that is no bare family name
_BETWEEN = 3  # units before a person in which "giữa" may stand
_BACK = 4  # sentences that a pronoun looks back
_FRAME = 12  # units at the head of a sentence in which an occasion names with whom it was
_MANY = ("các ", "giới ", "nhiều ", "một số ", "dư luận", "cư dân", "đại học", "viện ", "trung tâm ")
_CLOSE = 3  # units between the end of a quotation and the pronoun that says it ("”, sau đó ông nói")
_QUOTED = 8  # sentences that a quotation runs over
# What a minister may be of whom only the rank is said.
_OF_BARE = {"minister": ("foreign-minister", "defence-minister"), "deputy-minister": ("deputy-foreign-minister",)}


def refer(doc: Document, mentions: list[PersonMention], persons: list[Person]) -> None:
    """Sets `person`, `roles` and `party` of every mention; gives counterparts their role and persons their party."""
    for person in persons:
        _settle_party(person)
    _share_party(doc, mentions)
    _of_served(doc, mentions)
    _of_behind(doc, mentions)
    _of_title(doc, mentions)
    _by_custom(doc, mentions)
    for index, mention in enumerate(mentions):
        if mention.kind == "counterpart":
            _counterpart(doc, mentions, index, persons)
        elif mention.kind == "title":
            _title(doc, mentions, index, persons)
        elif mention.kind == "pronoun":
            mention.person = _pronoun(doc, mentions, index)
        if mention.kind == "bare":
            mention.kind = "named"
        _say(mention)
    for mention in mentions:
        _say(mention)


def _settle_party(person: Person) -> None:
    """From a post's words, else the press's own state by the name; never that for a mere "leader"."""
    if person.party is None and person.held:
        stated = [held.party for held in person.held if held.party]
        definite = any(not held.weak or held.role in _OF_BARE for held in person.held)
        person.party = stated[0] if stated else person.home if definite else None


def _share_party(doc: Document, mentions: list[PersonMention]) -> None:
    """Who stands with another ("Ngoại trưởng Mỹ X và Cố vấn kinh tế Y") is of his state, where nothing else says of
    which; so is who stands before one whose state is known without being told ("Phó Thủ tướng X, Ngoại trưởng Y")."""
    if not any(map(_lacks_party, mentions)):
        return
    for one, other in pairwise(mentions):
        if _lacks_party(other) and _in_one_row(doc, one, other):
            party = (one.person.party if one.person else None) or next((p.party for p in one.posts if p.party), None)
            if other.person and party:
                other.person.party = party
    for one, other in pairwise(reversed(mentions)):
        told = any(post.party for post in one.posts)
        if _lacks_party(other) and not told and one.posts and _in_one_row(doc, other, one):
            if other.person and one.person and one.person.party:
                other.person.party = one.person.party


def _lacks_party(mention: PersonMention) -> bool:
    """Whether somebody is named with a post, more than a mere leader's, and nothing says of which state it is."""
    person = mention.person
    if person is None or person.party or not mention.posts or max(map(len, person.tokens)) < _WORD:
        return False
    return not all(held.weak for held in person.held)


def _in_one_row(doc: Document, one: PersonMention, other: PersonMention) -> bool:
    """Whether two stand beside each other as those of one side do: not two of one post, who are each other's
    counterparts, nor those "between" whom something is, nor where a comma only ends what comes before the subject."""
    if one.last >= other.first or tuple(doc.norms[one.last : other.first]) not in _AND:
        return False
    if {post.role for post in one.posts} & {post.role for post in other.posts} - _MANIFOLD:
        return False
    if doc.norms[one.last] == "," and _says(doc, other):
        return False
    sentence = doc.sentences[doc.sentence_of[one.first]]
    return "giữa" not in doc.norms[max(sentence.first, one.first - _BETWEEN) : one.first]


def _by_custom(doc: Document, mentions: list[PersonMention]) -> None:
    """The state of whom the press names with a post that is mostly one state's ("thượng nghị sĩ"), where the story
    names no other as often."""
    named: dict[int, Counter[str]] = {}
    for mention in mentions:
        person = mention.person
        mostly = next((post.mostly for post in mention.posts if post.mostly), None)
        if mostly is None or person is None or person.party or mention.former or len(person.tokens) < _FULL:
            continue
        if person.story not in named:
            named[person.story] = Counter(
                code
                for m in doc.facts["parties"]
                if doc.sentences[doc.sentence_of[m.first]].story == person.story
                for code in m.codes
                if is_state(doc, code)
            )
        if named[person.story].most_common(1) and named[person.story].most_common(1)[0][0] == mostly:
            person.party = mostly


def _of_served(doc: Document, mentions: list[PersonMention]) -> None:
    """Who is named with a post "of" somebody in office is of his state ("Dmitry Peskov, phát ngôn viên của Tổng thống
    Putin", "… của ông Putin"), so is who is named behind it."""
    for servant, served in pairwise(mentions):
        person = servant.person
        post = servant.posts[-1] if servant.posts else None
        if person is None or person.party or post is None or not post.public or post.role not in SERVANTS:
            continue
        if served.first in (servant.last, servant.last + 1) and doc.entry(served.first - 1, "of"):
            if served.posts or (served.person and served.person.held):  # not the aide of one who only runs for a post
                stated = next((post.party for post in served.posts if post.party), None)
                person.party = stated or (served.person.party if served.person else None)
    for servant, served, named in zip(mentions, mentions[1:], mentions[2:], strict=False):
        post = servant.posts[-1] if servant.kind == "title" and servant.posts else None
        beside = served.first == servant.last and doc.entry(served.first - 1, "of") and served.last == named.first - 1
        if post is None or post.role not in SERVANTS or not beside or doc.norms[served.last] != ",":
            continue
        if named.person and not named.posts and doc.entry(named.first, "honorific"):
            post.party = post.party or (served.person.party if served.person else None)
            add_post(doc, named.person, named, post)  # "phát ngôn viên của Tổng thống Putin, ông Dmitry Peskov"


def _of_behind(doc: Document, mentions: list[PersonMention]) -> None:
    """Whose post it is may be told behind the name: "người phát ngôn Trần Bân Hoa của chính phủ Trung Quốc", "Thủ
    tướng Bart De Wever (Bỉ)"."""
    for mention in mentions:
        if not _lacks_party(mention) or mention.name_last != mention.last or mention.person is None:
            continue
        first, last = mention.last, doc.sentences[doc.sentence_of[mention.first]].last
        if doc.norms[first] == "(" and first + 2 < last and doc.norms[first + 2] == ")":
            at: int | None = first + 1
        elif doc.norms[first] in ("của", "thuộc"):
            at = _whose(doc, first + 1, min(last, first + 1 + _WHOSE))
        else:
            continue
        whose = doc.entry(at, "party", "metonym", "demonym") if at is not None else None
        if whose and is_state(doc, whose.id):
            mention.person.party = whose.id


def _whose(doc: Document, first: int, last: int) -> int | None:
    """The first unit that names a party behind "của", with nothing but the words for a body before it."""
    for unit in range(first, last):
        if doc.entry(unit, "party", "metonym", "demonym"):
            return unit
        if doc.entry(unit, "post", "honorific", "place-word", "preposition", "modal", "name-stop", "private", "about"):
            return None
        if not doc.norms[unit][0].isalnum():
            return None
    return None


def _of_title(doc: Document, mentions: list[PersonMention]) -> None:
    """Who holds a post that a state has but once is of the state with whose name the story calls it by the same word,
    if there is one whose holder it does not name: "Thủ tướng Đan Mạch … Thủ tướng Mette Frederiksen"."""
    for mention in mentions:
        person = mention.person
        if person is None or person.party or not mention.posts or mention.posts[-1].role not in _UNIQUE:
            continue
        post = mention.posts[-1]
        here = [m for m in mentions if _story(doc, m) == person.story]
        held = {m.person.party for m in here if m.person and post.role in m.person.roles}
        called = {
            p.party
            for m in here
            if m.kind == "title"
            for p in m.posts
            if p.party and is_state(doc, p.party) and doc.norms[p.first] == doc.norms[post.first]
        }
        if len(free := called - held) == 1:
            person.party = free.pop()


def _say(mention: PersonMention) -> None:
    """The roles and the party that a mention stands for."""
    public = [post for post in mention.posts if post.public and post.role] if mention.posts else []
    roles = list(dict.fromkeys([post.role for post in public if post.role])) if public else []
    mention.roles = roles or ([mention.role] if mention.role else [])
    stated = next((post.party for post in public if post.party), mention.party) if public else mention.party
    person = mention.person
    if mention.former:
        mention.roles, mention.party = [], None
    elif person:
        mention.roles = mention.roles or person.roles
        mention.party = stated or person.party
    else:
        mention.party = stated or next((post.home for post in public if post.home), None)


def _story(doc: Document, mention: PersonMention) -> int:
    return doc.sentences[doc.sentence_of[mention.first]].story


def _counterpart(doc: Document, mentions: list[PersonMention], index: int, persons: list[Person]) -> None:
    """The role is that of the nearest person before in the sentence, else of the nearest after."""
    mention = mentions[index]
    sentence = doc.sentence_of[mention.first]
    before = [m for m in reversed(mentions[:index]) if doc.sentence_of[m.first] == sentence]
    after = [m for m in mentions[index + 1 :] if doc.sentence_of[m.first] == sentence]
    role = None
    for other in (*before, *after):
        roles = [post.role for post in other.posts if post.role and post.public] or (
            other.person.roles if other.person and other.person is not mention.person else []
        )
        if roles and (mention.party is None or other.party != mention.party):
            role = roles[-1]
            break
    if role is None:
        return
    mention.role = role
    if mention.person:
        hold(doc, mention.person, mention, role, mention.party, doc.surface(mention.first, mention.last), True)
        _settle_party(mention.person)
        if mention.party and is_state(doc, mention.party) and not is_state(doc, mention.person.party or ""):
            mention.person.party = mention.party  # he heads an organisation now, or once did
    else:
        mention.person = _holder(doc, mentions, index, persons, role, mention.party)


def _title(doc: Document, mentions: list[PersonMention], index: int, persons: list[Person]) -> None:
    """A title without a name: the holder of the same post; what is known of a person who is named without one helps."""
    mention = mentions[index]
    for post in mention.posts:
        if not post.public:
            continue
        person = _holder(doc, mentions, index, persons, post.role, post.party, post)
        if person:
            mention.person = person
            if post.role and post.party and not post.weak and not post.bare:
                hold(doc, person, mention, post.role, post.party, doc.surface(post.first, post.last), False)
            return


def _holder(
    doc: Document,
    mentions: list[PersonMention],
    index: int,
    persons: list[Person],
    role: str | None,
    party: str | None,
    post: Post | None = None,
) -> Person | None:
    story = _story(doc, mentions[index])

    def fits(person: Person) -> bool:
        if person.story != story or (party and person.party != party):
            return False
        if role is None:
            return post is not None and any(_same_seat(doc, held.title, post) for held in person.held)
        if any(
            held.role == role or (post is not None and post.bare and held.role in _OF_BARE.get(role, ()))
            for held in person.held
        ):
            return True
        return bool(
            party
            and role not in _SHARED
            and person.known
            and any(known.role == role and known.held_on(doc.article.published) for known in person.known.posts)
        )

    met = _met(doc, mentions, index) if party is None else ()
    near = [m.person for m in reversed(mentions[:index]) if m.person and m.person not in met and fits(m.person)]
    near.sort(key=lambda person: _over(doc, person, role))  # "Tổng thống Mỹ" of today is hardly Bill Clinton
    if post is not None and post.ours and party is None and doc.norms[post.last] != "họ":
        # "Thủ tướng", with no name and state, is our own
        near.sort(key=lambda person: person.party != post.ours)
    if near:  # "Thứ trưởng" is a deputy minister who was called so before an assistant minister
        called = (p for p in near if post and any(_same_seat(doc, held.title, post) for held in p.held))
        if role == "other":  # a princess is not the vice president
            return next(called, None)
        return next(called, near[0]) if post and (post.bare or (role == "head-of-state" and not party)) else near[0]
    if post is not None and post.weak:
        return None  # "lãnh đạo Việt Nam" before any is named: nobody in particular
    fitting = [person for person in persons if person not in met and fits(person)]
    return fitting[0] if len(fitting) == 1 else None


def _met(doc: Document, mentions: list[PersonMention], index: int) -> list[Person]:
    """With whom the talks were at the head of the sentence in which a title stands: "Tiếp Thủ tướng Lào, Thủ tướng nói
    …" and "Tại cuộc gặp với Tổng thống Nga, Tổng thống …" are of two."""
    sentence = doc.sentences[doc.sentence_of[mentions[index].first]]
    comma = next((i for i in range(sentence.first, mentions[index].first) if doc.norms[i] == ","), None)
    if comma is None or not doc.entry(sentence.first, "framing", "occasion"):
        return []
    talks = [i for i in doc.units("occasion", sentence.first, comma) if _of_two(doc, i)]
    before = _within(mentions, talks[0] + 1, comma) if talks else ()
    return [m.person for m in before if m.person]


def _within(mentions: list[PersonMention], first: int, last: int) -> Iterator[PersonMention]:
    """Those that begin in units `[first, last)`, of all, which are in order."""
    for at in range(bisect_left(mentions, first, key=lambda mention: mention.first), len(mentions)):
        if mentions[at].first >= last:
            return
        yield mentions[at]


def _of_two(doc: Document, unit: int) -> bool:
    entry = doc.entry(unit, "occasion")
    return entry is not None and entry.attrs.get("form") in ("talks", "call")


def _over(doc: Document, person: Person, role: str | None) -> bool:
    """Whether somebody is known to hold a post no longer on the day of the article."""
    day = doc.article.published
    theirs = [post for post in person.known.posts if post.role == role] if person.known and day else []
    return bool(theirs) and all(post.until is not None and post.until < str(day)[: len(post.until)] for post in theirs)


def _same_seat(doc: Document, title: str, post: Post) -> bool:
    """Whether a held post's words begin with those of an open post ("Chủ tịch" for "Chủ tịch Trung Quốc")."""
    return title.casefold().startswith(doc.surface(post.first, post.first + 1).casefold())


def _pronoun(doc: Document, mentions: list[PersonMention], index: int) -> Person | None:
    """The first fitting person of the same sentence before the pronoun, else of the nearest sentence before; not one of
    whom the quotation speaks that the pronoun follows ("“… gặp ông Tập”, ông viết")."""
    mention = mentions[index]
    opening, closing = _quotation_before(doc, mention.first)
    here = doc.sentence_of[opening]
    entry = doc.entry(mention.first, "honorific")
    if entry and entry.attrs.get("nameless") and _nameless(doc, mention.first, here):
        return None
    told = _told_of(doc, mentions, index)
    near = -1
    fitting: list[PersonMention] = []
    for other in reversed(mentions[:index]):
        at = doc.sentence_of[other.first]
        if at < here - _BACK or at < near:
            break
        if opening < other.first < closing or other.person is None or _story(doc, other) != _story(doc, mention):
            continue
        if mention.sex and other.person.sex and other.person.sex != mention.sex:
            continue
        near = at
        if other.person in told:
            continue
        fitting.append(other)
    if not fitting:
        return None
    first = fitting[-1]
    if near < doc.sentence_of[mention.first]:
        first = min(reversed(fitting), key=lambda other: _aside(doc, mentions, other))
        told_aside = near < here - 1 or _aside(doc, mentions, first)
        if told_aside and first.party and _says(doc, mention) and _thinker(doc, here - 1):
            return Person("", (), _story(doc, mention))
    return first.person


def _told_of(doc: Document, mentions: list[PersonMention], index: int) -> list[Person]:
    """Whom the words of somebody name ("Ông cho rằng Tổng thống Trump …"): he is none of them."""
    if not _says(doc, mentions[index]):
        return []
    sentence, last = doc.sentences[doc.sentence_of[mentions[index].first]], mentions[index].last
    if _in_quotation(doc, sentence, last):
        last = next((mark for mark in doc.quotes(sentence.first, sentence.last) if mark > last), sentence.last)
    else:
        last = sentence.last
    named = (m for m in _within(mentions, mentions[index].last, last) if m.name_last > m.name_first)
    return [m.person for m in named if m.person and not _says(doc, m)]


def _says(doc: Document, mention: PersonMention) -> bool:
    return any(doc.entry(unit, "act") for unit in range(mention.last, min(mention.last + 3, len(doc.norms))))


def _thinker(doc: Document, index: int) -> bool:
    """Whether a sentence is what one expert says, of whom no record tells ("học giả Zhang Zhexin cho biết …")."""
    if index < 0:
        return False
    sentence = doc.sentences[index]
    for unit in doc.units("non-speaker", sentence.first, sentence.last):
        entry = doc.entry(unit, "non-speaker")
        alone = entry is not None and entry.attrs.get("thinks") and not entry.attrs.get("beside")
        many = doc.norms[unit].startswith(_MANY) or doc.norms[unit - 1] == "và"
        if alone and not many and not doc.entry(unit - 1, "according-to"):
            if doc.has("act", unit, sentence.last):
                return True
    return False


def _nameless(doc: Document, unit: int, here: int) -> bool:
    """Whether "this official" is one without a name, of whom the sentence speaks or the one before it."""
    first = doc.sentences[max(here - 1, 0)].first
    return any("quan chức" in doc.norms[i] or "nguồn tin" in doc.norms[i] for i in range(first, unit))


def _aside(doc: Document, mentions: list[PersonMention], other: PersonMention) -> int:
    """How far somebody is from being the one of whom a sentence speaks: 0 for those who say something or whose words it
    leads, 2 for those with whom the occasion at its head was ("Tại hội đàm với A, B khẳng định …") and those named in a
    quotation."""
    source = doc.entry(other.first - 1, "according-to")
    if source and source.attrs.get("words"):
        return 0
    sentence = doc.sentences[doc.sentence_of[other.first]]
    if _in_quotation(doc, sentence, other.first):
        return 2
    if doc.entry(sentence.first, "framing") and other.first < sentence.first + _FRAME:
        for after in _within(mentions, other.last + 1, sentence.last):
            if doc.norms[after.first - 1] == ",":
                return 1 if after.kind == "pronoun" else 2
    return 0 if _says(doc, other) else 1


def _in_quotation(doc: Document, sentence: Sentence, unit: int) -> bool:
    """Whether a unit stands between quotation marks of its sentence, which may begin within a quotation."""
    marks = doc.quotes(sentence.first, sentence.last)
    if not marks:
        return False
    closes = len(marks) % 2 == 1 and marks[0] > sentence.first and doc.ends[marks[0] - 1] == doc.starts[marks[0]]
    return (sum(mark < unit for mark in marks) + closes) % 2 == 1


def _quotation_before(doc: Document, unit: int) -> tuple[int, int]:
    """The marks of the quotation that ends right before a unit; the unit itself, twice, where there is none."""
    closing = next((u for u in range(unit - 1, max(unit - _CLOSE, 0) - 1, -1) if doc.norms[u] == '"'), None)
    if closing is None:
        return unit, unit
    opening = closing - 1
    while opening > 0 and doc.norms[opening] != '"' and doc.sentence_of[closing] - doc.sentence_of[opening] < _QUOTED:
        opening -= 1
    return (opening, closing) if doc.norms[opening] == '"' else (unit, unit)
