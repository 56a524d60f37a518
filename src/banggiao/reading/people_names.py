"""Names of a story: which of them are one person, what is the fullest form, and for which party the person stands."""

from __future__ import annotations

from difflib import SequenceMatcher
from functools import lru_cache

from banggiao.lexicon import Entry, KnownPerson, fold
from banggiao.reading.document import Document
from banggiao.reading.people_posts import Post, is_state
from banggiao.reading.persons import Held, Person, PersonMention

_ALIKE = 0.85  # two spellings of one name ("Balakrishnan", "Balakrishman"), checked only where role and party agree
# What a minister without a portfolio may turn out to be.
_MINISTERS = {
    "minister": ("minister", "foreign-minister", "defence-minister"),
    "deputy-minister": ("deputy-minister", "deputy-foreign-minister"),
}
_OF_FIRMS = frozenset({"director", "deputy", "chair"})
"""Seats that firms have too."""
_SYLLABLES = 3  # units of two syllables behind the first, with their hyphens
_CUT = 2  # letters of a first syllable that is no name by itself
_BEFORE = 3  # units before a known name that may have been taken for a part of it
_ELECTED = "đắc cử"
_YOUNGER = frozenset(["jr", "sr"])
_fold = lru_cache(maxsize=8192)(fold)


def name_tokens(doc: Document, first: int, last: int) -> tuple[str, ...]:
    """The folded words of units `[first, last)`, marks and "Jr." left out: ("kim", "jong", "un")."""
    words = [word for unit in range(first, last) for word in _fold(doc.norms[unit]).split()]
    if len(words) > 1 and words[-1] in _YOUNGER:
        words.pop()
    return tuple(words)


def join_names(doc: Document, mentions: list[PersonMention]) -> list[Person]:
    """The persons of all stories in order of their first naming; sets `person` of every mention with a name."""
    for mention in mentions:
        _take_from_initials(doc, mention)
    named = [m for m in mentions if m.name_first < m.name_last]
    for mention in named:
        _cut_first(doc, mention)
    tokens = {id(m): name_tokens(doc, m.name_first, m.name_last) for m in named}
    persons: list[Person] = []
    by_story: dict[int, list[Person]] = {}

    def settle(mention: PersonMention, may_be_new: bool) -> None:
        story = doc.sentences[doc.sentence_of[mention.first]].story
        here = by_story.setdefault(story, [])
        words = tokens[id(mention)]
        person = _same(doc, here, mention, words)
        if person is None:
            if not may_be_new or not words:
                return
            person = Person("", (), story)
            here.append(person)
            persons.append(person)
        _add(doc, person, mention, words)

    for mention in named:
        if len(tokens[id(mention)]) > 1 and mention.kind != "bare":
            settle(mention, True)
    for mention in named:
        if len(tokens[id(mention)]) > 1 and mention.kind == "bare":
            settle(mention, _known_in(doc, tokens[id(mention)]) is not None)
    for mention in named:
        if len(tokens[id(mention)]) == 1 and mention.kind != "bare":
            if title := _another_holder(doc, mention, tokens[id(mention)], persons):
                mentions.insert(mentions.index(mention), title)
            if _state_for_name(doc, by_story, mention, tokens[id(mention)]):
                continue
            settle(mention, _may_be_new(doc, mention))
    for mention in named:
        if len(tokens[id(mention)]) == 1 and mention.kind == "bare":
            settle(mention, _known_in(doc, tokens[id(mention)]) is not None)
    return persons


def _may_be_new(doc: Document, mention: PersonMention) -> bool:
    """Whether one word may be the name of somebody who is nowhere named in full: not behind the bare words for who
    leads a firm ("chủ tịch EuroCham", "giám đốc Huawei"), nor where it is a word as well."""
    if mention.kind == "named":
        return doc.entry(mention.name_first, "homograph") is None
    firm = [post for post in mention.posts if post.role is None and post.seat in _OF_FIRMS]
    surname = doc.entry(mention.name_first, "surname", "given", "organ-head") is not None
    return not firm or len(firm) < len(mention.posts) or surname


def _take_from_initials(doc: Document, mention: PersonMention) -> None:
    """Takes name and posts from a mention whose "name" is letters alone, or the first syllable of one that goes on
    otherwise: whose they are is not told ("Cố vấn H.R", "Thủ tướng Pa - pua …")."""
    first = mention.name_first
    if first == mention.name_last or (doc.norms[first + 1] != "-" and doc.norms[first][1:2].isalpha()):
        return  # as nearly all
    tokens = name_tokens(doc, first, mention.name_last)
    cut = len(tokens) == 1 and len(tokens[0]) <= _CUT and doc.norms[mention.name_last] == "-"
    if tokens and (cut or all(len(token) == 1 for token in tokens) or _place(doc, mention)):
        mention.name_first, mention.posts = mention.name_last, []


def _place(doc: Document, mention: PersonMention) -> bool:
    """Whether a name is one word written by syllables, as states are ("Thủ tướng Va - nu - a - tu"); persons have an
    initial or a further name."""
    later = range(mention.name_first + 1, mention.name_last)
    if len(later) <= _SYLLABLES or doc.norms[later[0]] != "-" or doc.ends[later[0] - 1] == doc.starts[later[0]]:
        return False
    return not any(doc.is_cap(unit) for unit in later)


def _state_for_name(
    doc: Document, by_story: dict[int, list[Person]], mention: PersonMention, tokens: tuple[str, ...]
) -> bool:
    """Makes a title of one whose "name" is a state's short form and nobody's of the story ("Tổng thống Hàn"). Whether
    it did."""
    short = doc.entry(mention.name_first, "short")
    if short is None or mention.kind != "titled" or any(post.party for post in mention.posts):
        return False
    story = doc.sentences[doc.sentence_of[mention.first]].story
    if any(tokens[0] in person.tokens for person in by_story.get(story, ())):
        return False
    mention.kind, mention.rule = "title", "people.title"
    mention.name_first = mention.name_last
    mention.posts = [post for post in mention.posts if post.first < mention.name_last]
    for post in mention.posts:
        post.party = short.id
    return True


def _another_holder(
    doc: Document, mention: PersonMention, tokens: tuple[str, ...], persons: list[Person]
) -> PersonMention | None:
    """The title before a comma and a short name, parted from it where the name is that of a person of another state
    ("Trong cuộc gặp với Ngoại trưởng Thái Lan, ông Pompeo nói"), or who is known for other posts ("Sau thông tin từ Thư
    ký báo chí, ông Trump cũng …")."""
    if mention.kind != "titled" or not mention.posts or "," not in doc.norms[mention.first : mention.name_first]:
        return None
    theirs = next((post.party or post.home for post in mention.posts if post.party or post.home), None)
    if (theirs and not is_state(doc, theirs)) or mention.posts[0].first >= mention.name_first:
        return None
    called = [p for p in persons if len(p.tokens) > 1 and _inside(tokens, p.tokens, p.native)]
    if not called or any(p.party in (None, theirs) if theirs else not _never_held(p, mention) for p in called):
        return None
    comma = mention.name_first - 1
    while doc.norms[comma] != ",":
        comma -= 1
    title = PersonMention(mention.first, comma, comma, comma, "title", "people.title")
    title.posts = [post for post in mention.posts if post.last <= comma]
    mention.first, mention.kind, mention.posts = comma + 1, "named", []
    return title


def _never_held(person: Person, mention: PersonMention) -> bool:
    """Whether somebody is known, and to have held none of a mention's posts at any time."""
    posts = {post.role for post in mention.posts}
    return person.known is not None and None not in posts and posts.isdisjoint(k.role for k in person.known.posts)


def _cut_first(doc: Document, mention: PersonMention) -> None:
    """Capitalised words before a known name are no part of it: a state's short form ("Tổng thống Hàn Moon Jae-in"), the
    first word of a sentence ("Việc Kim Jong-un …"), the name of a firm ("Exxon Mobil Rex Tillerson")."""
    if mention.name_last - mention.name_first < 3:
        return
    if _known_in(doc, name_tokens(doc, mention.name_first, mention.name_last)):
        return
    for first in range(mention.name_first + 1, min(mention.name_first + _BEFORE, mention.name_last - 2) + 1):
        rest = name_tokens(doc, first, mention.name_last)
        if doc.norms[first] == "-" or len(rest) < 2 or not _known_in(doc, rest):
            continue
        if short := doc.entry(first - 1, "short"):
            for post in mention.posts:
                post.party = post.party or short.id
        if mention.first == mention.name_first:
            mention.first = first
        mention.name_first = first
        return


def _known_in(doc: Document, tokens: tuple[str, ...]) -> KnownPerson | None:
    found = doc.lexicon.people_by_name.get(" ".join(tokens))
    return found[0] if found and len(found) == 1 else None


def _known_without_initials(doc: Document, mention: PersonMention) -> KnownPerson | None:
    """Who is known by a name without its initials ("V. Putin", "Vladimir V. Putin")."""
    units = range(mention.name_first, mention.name_last)
    tokens = [word for unit in units if not _is_initial(doc, unit) for word in name_tokens(doc, unit, unit + 1)]
    return _known_in(doc, tuple(tokens)) if tokens else None


def _is_initial(doc: Document, unit: int) -> bool:
    return doc.norms[unit] == "." or (doc.norms[unit + 1] == "." and doc.entry(unit, "initial") is not None)


def _inside(short: tuple[str, ...], long: tuple[str, ...], given_last: bool) -> bool:
    """Whether the shorter name is a part of the longer one that the press uses alone: the given name of its own
    people (`given_last`), of others the family name, wherever it stands."""
    if len(short) == 1:
        return short[0] == long[-1] or (short[0] == long[0] and not given_last)
    size = len(short)
    if any(long[i : i + size] == short for i in range(len(long) - size + 1)):
        return True
    if short[0] != long[0] or short[-1] != long[-1]:
        return False
    # "Nguyễn Xuân Phúc" is not "Nguyễn Hạnh Phúc", but "Moon Jea-in" is "Moon Jae-in"
    return size < len(long) or all(one[0] == other[0] for one, other in zip(short, long, strict=True))


def _same(doc: Document, persons: list[Person], mention: PersonMention, tokens: tuple[str, ...]) -> Person | None:
    """The person of the story that a name most likely is, or None."""
    roles = {post.role for post in mention.posts if post.role} | ({mention.role} if mention.role else set())
    parties = {post.party for post in mention.posts if post.party} | ({mention.party} if mention.party else set())
    best: tuple[int, Person] | None = None
    own = _known_in(doc, tokens) if len(tokens) == 1 else None
    words = frozenset(tokens)
    for person in persons:
        if words.isdisjoint(person.tokens) and roles.isdisjoint([post.role for post in person.held]):
            continue  # as most of a story are
        if own and mention.sex in ("", own.sex) and _namesake(person, own) and _may_hold(own, roles):
            continue  # "Trump" is Donald Trump, though only his wife is named in full
        if mention.sex and person.sex and mention.sex != person.sex:
            continue
        short, long = (tokens, person.tokens) if len(tokens) <= len(person.tokens) else (person.tokens, tokens)
        theirs = {post.role for post in person.held} if roles else roles
        score = 0
        if short == long:
            score += 8
        elif len(short) == 1 and person.surname_party and mention.kind == "bare":
            continue
        elif not _inside(short, long, person.native):
            if not (roles & theirs) or not _spelt_alike(tokens, person, parties):
                continue
        if person.party and parties and person.party not in parties and not (len(short) > 1):
            continue
        score += 4 * bool(roles & theirs) - 2 * bool(roles and theirs and not roles & theirs)
        score += 2 * bool(parties and person.party in parties)
        score += (tokens[-1] == person.tokens[-1]) - _gone(doc, person)
        if best is None or score > best[0] or (score == best[0] and _nearer(person, best[1], mention.first)):
            best = score, person
    return best[1] if best else None


def _may_hold(known: KnownPerson, roles: set[str]) -> bool:
    """Whether a name's posts, if it has any, are among those of somebody known."""
    return not roles or not roles.isdisjoint(post.role for post in known.posts)


def _nearer(one: Person, other: Person, unit: int) -> bool:
    """Whether of two people one is named nearer before a unit, or no later than the other where neither is."""
    last_of = [max([at for at in person.named_at if at < unit], default=-1) for person in (one, other)]
    return last_of[0] >= last_of[1]


def _namesake(person: Person, known: KnownPerson) -> bool:
    """Whether somebody who is named in full is another than one who is known by a bare family name: no post of his is
    that one's."""
    posts = {post.role for post in known.posts}
    return person.known is not known and len(person.tokens) > 1 and not any(h.role in posts for h in person.held)


def _gone(doc: Document, person: Person) -> bool:
    """Whether somebody is known to hold no post on the day of the article; where that is not known, none any more."""
    day = doc.article.published
    if person.known is None:
        return False
    return not any(post.held_on(day) if day else post.until is None for post in person.known.posts)


def _spelt_alike(tokens: tuple[str, ...], person: Person, parties: set[str]) -> bool:
    if person.surname_party or (parties and person.party and person.party not in parties):
        return False
    if len(tokens) > 1 and len(person.tokens) > 1 and tokens[-1] == person.tokens[-1] and len(tokens[-1]) > 3:
        return True
    return SequenceMatcher(None, " ".join(tokens), " ".join(person.tokens)).ratio() >= _ALIKE


def _add(doc: Document, person: Person, mention: PersonMention, tokens: tuple[str, ...]) -> None:
    """The mention counts for the person: name, sex, posts."""
    mention.person = person
    person.named_at.append(mention.first)
    misspelt = len(tokens) == len(person.tokens) > 1 and person.known is None and tokens != person.tokens
    if len(tokens) > len(person.tokens) or (misspelt and _known_in(doc, tokens)):
        person.tokens = tokens
        person.name = " ".join(doc.surface(mention.name_first, mention.name_last).split())
        surname = doc.entry(mention.name_first, "surname")
        person.surname_party = str(surname.attrs["party"]) if surname else None
        person.home = _home(doc, person, surname) if surname and len(tokens) > 1 else None
        person.known = _known_in(doc, tokens) or _known_without_initials(doc, mention)
        if any(doc.entry(unit, "woman") for unit in range(mention.name_first, mention.name_last)):
            person.sex = "f"
    person.sex = person.sex or mention.sex or (person.known.sex if person.known else "")
    if mention.former and not mention.of_kin:
        person.former.update(post.role for post in mention.posts if post.role)
        return
    for post in mention.posts:
        add_post(doc, person, mention, post)
    if mention.role:
        hold(doc, person, mention, mention.role, mention.party, doc.surface(mention.first, mention.last), mention.weak)
    if person.party is None and person.known and not mention.former:
        person.party = person.known.party


def add_post(doc: Document, person: Person, mention: PersonMention, post: Post) -> None:
    """One post of a titled name. An open post ("Chủ tịch") takes the role of a known person's post of these years."""
    if not post.public:
        return
    if person.known and post.party and is_state(doc, post.party) and is_state(doc, person.known.party):
        if post.party != person.known.party:
            post.public = False
            return  # the next one of a list: "nhà lãnh đạo Triều Tiên, ông Trump"
    role, weak = post.role, post.weak
    if role is None and person.known and not post.of_organisation:
        now = [held.role for held in person.known.posts if held.held_on(doc.article.published)]
        may_be = post.one_of or ((post.of_state,) if post.seat else ())
        role = next((one for one in may_be if one in now), None)
        weak = not post.one_of
    if role is None:
        return
    party = post.party
    if post.of_organisation and party is None:
        party = person.known.party if person.known else None
        if party is None:
            return
    if post.bare:
        role, party, weak = _made_exact(doc, person, mention, role, party)
        post.role, post.party = role, party
    hold(doc, person, mention, role, party or None, _words_of(doc, post), weak)
    if person.party is None or (party and is_state(doc, party) and not is_state(doc, person.party)):
        person.party = party or person.party
    if post.home and person.party is None and len(person.tokens) > 1:
        person.party = post.home


def _words_of(doc: Document, post: Post) -> str:
    """The post in the article's words, without an acronym whose bracket closes behind it ("Đại sứ tại … (LHQ)"), nor
    the word before somebody served ("cố vấn của …")."""
    words = doc.surface(post.first, post.last - (doc.norms[post.last - 1] == "của"))
    return words if words.count("(") == words.count(")") else words.rpartition("(")[0]


def _made_exact(
    doc: Document, person: Person, mention: PersonMention, role: str, party: str | None
) -> tuple[str, str | None, bool]:
    """A minister without a portfolio: a ministry named before in the sentence, or what is known of the person, says
    which. Otherwise the role is weak: the same person's fuller title elsewhere wins."""
    sentence = doc.sentences[doc.sentence_of[mention.first]]
    for unit in range(mention.first - 1, sentence.first - 1, -1):
        if doc.norms[unit] == ";":
            break
        if ministry := doc.entry(unit, "ministry"):
            following = doc.entry(unit + 1, "party", "metonym", "demonym")
            if party and following and following.id != party:
                break
            turned = ministry.attrs.get("turns", {}).get(role, role)
            return turned, party or (following.id if following else None), False
    if person.known:
        for held in person.known.posts:
            if held.role in _MINISTERS.get(role, ()) and held.held_on(doc.article.published):
                return held.role, party, True
    return role, party, True


def hold(
    doc: Document, person: Person, mention: PersonMention, role: str, party: str | None, title: str, weak: bool
) -> None:
    """Notes a post of the person, joined with the same one said before."""
    span = doc.span(mention.posts[0].first if mention.of_kin else mention.first, mention.last)
    elect = _only_elected(doc, mention)
    for held in person.held:
        if held.role == role and (held.party == party or party is None or held.party is None):
            held.party = held.party or party
            held.weak = held.weak and weak
            held.elect = held.elect and (elect or mention.kind == "title")
            if held.title.isupper():  # an abbreviation ("TT")
                held.title = " ".join(title.split())
            if span not in held.spans:
                held.spans.append(span)
            if mention.rule not in held.rules:
                held.rules.append(mention.rule)
            return
    person.held.append(Held(role, party, " ".join(title.split()), [span], [mention.rule], weak, elect))


def _only_elected(doc: Document, mention: PersonMention) -> bool:
    """Whether somebody does not hold yet what he is named with ("Tổng thống đắc cử", but not "tái đắc cử")."""
    start, end = doc.span(mention.first, mention.last)
    unnamed = mention.name_first == mention.name_last
    at = doc.low.find(_ELECTED, start, end + (len(_ELECTED) + 1 if unnamed else 0))
    return at >= 0 and not doc.low.endswith("tái ", start, at)


def _home(doc: Document, person: Person, surname: Entry) -> str | None:
    """The press's own state, unless the family name is written by others too and the story names those."""
    unless = set(surname.attrs.get("unless", ()))
    if unless:
        for mention in doc.facts["parties"]:
            if not unless.isdisjoint(mention.codes):
                if doc.sentences[doc.sentence_of[mention.first]].story == person.story:
                    return None
    return str(surname.attrs["party"])
