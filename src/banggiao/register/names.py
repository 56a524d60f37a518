"""When two names mean one instrument: by the lexicon, an acronym or their words, or because somebody says so."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from functools import lru_cache
from typing import NamedTuple

from banggiao import edtf
from banggiao.lexicon import Lexicon, fold
from banggiao.register.suggestion import SAID, Because

_ACRONYM = re.compile(r"\(([A-Z][\w+&/-]*[A-Z+][\w+-]*)(?: (?:19|20)\d\d)?\)")
_BARE = re.compile(r"[A-Z][A-Z0-9+&/-]+")
_LINKS = frozenset({"ve", "cua", "cac", "nhung", "giua", "o", "tren", "va", "voi"})
"""Words that one writer sets between the others and another leaves out ("Hiệp định (về) tương trợ tư pháp")."""
_THE_TWO = re.compile(r"\bhai (?:nước|bên|quốc gia)\b")
_HEAD = 2  # words that a name keeps: "Hiệp định Việt - Pháp" of the two is no more than "Hiệp định"
COMMON = frozenset({"ACSA", "BIT", "CEPA", "EPA", "FTA", "GSOMIA", "LOI", "MLAT", "MOU", "PCA", "PTA", "SOFA", "VFA"})
"""Acronyms of kinds of agreements, of which any two parties may have one."""
_OTHER_THAN = " ≠ "
"""Between the identity that names share by rule and the name of those that somebody said are another's."""
_SIGNS = re.compile(r"[,;:\"“”]|(?<!\S)[-–—]+(?!\S)")
_YEAR = re.compile(r"(?:19|20)\d\d")


class SameAgreement(NamedTuple):
    """What somebody said: these are names of one agreement, of these parties (codes; empty: of whomever)."""

    names: frozenset[str]
    parties: frozenset[str] = frozenset()

    def is_of(self, parties: Collection[str]) -> bool:
        """Whether it is said of agreements of these parties."""
        return not self.parties or self.parties == set(parties)


class AgreementsTold(NamedTuple):
    """What people said of names of agreements, as far as it stands. apart: pairs that are two agreements', whatever the
    rules say."""

    same: tuple[SameAgreement, ...] = ()
    apart: frozenset[SameAgreement] = frozenset()

    def are_two(self, names: frozenset[str], parties: frozenset[str]) -> bool:
        """Whether somebody said of two names that they are two agreements', of these parties or of whomever."""
        return not self.apart.isdisjoint((SameAgreement(names, parties), SameAgreement(names)))


NOTHING_TOLD = AgreementsTold()

_Identity = tuple[str, bool]
"""What names of one instrument share, and whether it is a proper name."""
_Cache = dict[tuple[str, tuple[str, ...]], _Identity]


def split_acronym(name: str) -> tuple[str, str | None]:
    """(name without a bracketed acronym, the acronym): "Bộ Quy tắc ứng xử (COC)" → ("Bộ Quy tắc ứng xử", "COC")."""
    if match := _ACRONYM.search(name):
        return " ".join((name[: match.start()] + name[match.end() :]).split()), match[1]
    if _BARE.fullmatch(name.strip()):
        return "", name.strip()
    return name, None


class Instruments:
    """Identities of instruments, by the names that the lexicon knows."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._by_name: dict[str, str] = {}
        self._by_acronym: dict[str, str] = {}
        self._heads: dict[str, set[str]] = {}
        for id in sorted(lexicon.instruments):
            known = lexicon.instruments[id]
            for acronym in known.acronyms:
                self._by_acronym.setdefault(acronym, id)
            for name in (n for names in known.names.values() for n in names):
                folded = fold(split_acronym(name)[0])
                if folded:
                    self._by_name.setdefault(folded, id)
                    self._heads.setdefault(id, set()).add(" ".join(folded.split()[:2]))
        self._bodies = _bodies(lexicon)
        self._declarations = heads_of(lexicon, without=["lead"], alone=True)
        by_words: dict[str, set[str]] = {}
        for folded, id in self._by_name.items():
            by_words.setdefault(self._words(folded, years=False), set()).add(id)
        self._by_words = {words: min(ids) for words, ids in by_words.items() if len(ids) == 1}
        """By the words that count, the year left out: "Công ước (của) LHQ về Luật Biển (năm 1982)"."""
        self._said: tuple[AgreementsTold, _Cache] = (NOTHING_TOLD, {})
        self._names_of: dict[str, re.Pattern[str]] = {}

    @property
    def said(self) -> AgreementsTold:
        """What people said of names, as far as it counts here."""
        return self._said[0]

    def hear(self, said: AgreementsTold) -> None:
        """From now on what people said counts, before any rule."""
        if said != self.said:
            self._said = said, {}  # at once: other threads keep what they began with

    def identity(self, name: str, parties: Collection[str] = ()) -> _Identity:
        """(identity, whether it is a proper name). Names that are none ("Bản ghi nhớ về hợp tác kinh tế") are told
        apart by their parties besides, and so the names of these do not count among their words: "Tuyên bố chung Việt -
        Pháp" of Viet Nam and France is "Tuyên bố chung giữa hai nước".

        A document about another ("Nghị định thư nâng cấp Hiệp định … (ACFTA)") bears its acronym and is not it: what
        stands before the known name stays part of the identity.
        """
        said, cache = self._said
        key = (name, tuple(sorted(parties)))
        if key not in cache:
            cache[key] = self._as_said(said, *key)
        return cache[key]

    def _by_rule(self, name: str, parties: tuple[str, ...]) -> _Identity:
        identity, proper = self._identity(name)
        if parties and not proper:
            identity = self._without(name, parties) or identity
        return identity, proper

    def _as_said(self, said: AgreementsTold, name: str, parties: tuple[str, ...]) -> _Identity:
        """The identity of an agreement by its name and by what people said: a proper one, if it has any."""
        met = {self._parted(said, name, parties)}
        theirs = [{self._parted(said, name, parties) for name in one.names} for one in said.same if one.is_of(parties)]
        while near := [group for group in theirs if group & met and not group <= met]:
            met = met.union(*near)
        return min(met, key=lambda found: (not found[1], found[0]))

    def _parted(self, said: AgreementsTold, name: str, parties: tuple[str, ...]) -> _Identity:
        """The identity by rule, but of names that people said are another's, who share it, that and their own. Of
        those that share it, as many as nobody held apart stay together, the shortest and all unnamed ones with it."""
        identity, proper = self._by_rule(name, parties)
        folded = fold(name)
        if folded not in _held_apart(said.apart):
            return identity, proper
        pairs = [frozenset(map(fold, one.names)) for one in said.apart if one.is_of(parties)]
        if not any(folded in pair for pair in pairs):
            return identity, proper
        spelt = {fold(other): other for one in said.apart for other in one.names}
        ours = sorted(
            (other for other in frozenset().union(*pairs) if self._by_rule(spelt[other], parties)[0] == identity),
            key=lambda other: (len(other), other),
        )
        together: list[list[str]] = []
        for other in ours:
            home = next((t for t in together if not any(frozenset((other, o)) in pairs for o in t)), None)
            if home is None:
                together.append([other])
            else:
                home.append(other)
        mine = next((names for names in together if folded in names), together[0])
        return (identity if mine is together[0] else f"{identity}{_OTHER_THAN}{mine[0]}"), proper

    def because(self, name: str, main: str, parties: Collection[str] = ()) -> Because | None:
        """Why two names are one agreement's, of these parties; None where they are not."""
        whose = tuple(sorted(parties))
        if self.identity(name, whose) != self.identity(main, whose):
            return None
        if self._by_rule(name, whose) != self._by_rule(main, whose):
            return SAID
        (one, first), (two, second) = split_acronym(name), split_acronym(main)
        if fold(one) == fold(two) and one:
            return Because(1.0, "the same words")
        if self._is_listed(one, first) and self._is_listed(two, second):
            return Because(0.99, "both are listed for one agreement")
        if first and first == second:
            return Because(0.95, "the same acronym")
        if self.identity(main, whose)[0] in self._lexicon.instruments:
            return Because(0.93, "a listed name with other words")
        return Because(0.9, "the same words that count")

    def _is_listed(self, base: str, acronym: str | None) -> bool:
        return fold(base) in self._by_name or (not base and acronym in self._by_acronym)

    def issue(self, identity: str, date: str | None) -> str:
        """Which of the documents of an identity one with this date (EDTF) is, where two parties issue one of that name
        at each meeting, as joint declarations are: its year, or its day where that is unknown. "" of others, and
        without a date."""
        if not date or identity.partition(_OTHER_THAN)[0] not in self._declarations:
            return ""
        days = edtf.bounds(date)
        return str(days[0].year) if days else date

    def _without(self, name: str, parties: Iterable[str]) -> str:
        """The words that count of a name without the names of some parties, as they are written ("Pháp", not "tư
        pháp"); "" where too few are left."""
        for code in parties:
            name = self._called(code).sub(" ", name)
        words = self._words(fold(_THE_TWO.sub(" ", name)), years=True)
        return words if words.count(" ") >= _HEAD - 1 else ""

    def _called(self, code: str) -> re.Pattern[str]:
        """Any name of a party."""
        if code not in self._names_of:
            party = self._lexicon.parties.get(code)
            names = [name for of_language in party.names.values() for name in of_language] if party else []
            names += [*party.short] if party else []
            longest_first = sorted({name for name in names if name[:1].isupper()}, key=lambda name: (-len(name), name))
            either = "|".join(map(re.escape, longest_first)) or "(?!)"
            self._names_of[code] = re.compile(rf"(?<!\w)(?:{either})(?!\w)")
        return self._names_of[code]

    def words_of_body(self, parties: Iterable[str]) -> frozenset[str]:
        """The folded words of which the names of an organisation consist; none where the parties are no organisation
        by itself."""
        codes = set(parties)
        party = self._lexicon.parties.get(next(iter(codes))) if len(codes) == 1 else None
        if party is None or party.kind in ("state", "territory"):
            return frozenset()
        names = [*party.short, *(name for of_language in party.names.values() for name in of_language)]
        return frozenset(word for name in names for word in fold(name).split())

    def _identity(self, name: str) -> _Identity:
        base, acronym = split_acronym(name)
        folded = fold(base)
        if folded in self._by_name:
            return self._by_name[folded], True
        known = self._by_acronym.get(acronym or "")
        if known and not folded:
            return known, True
        if known and (found := self._of_known(folded, known)):
            return found, True
        if by_words := self._by_words.get(self._words(folded, years=False)):
            return by_words, True
        short, between, whose = folded.partition(" giua ")
        if (
            between
            and (by_words := self._by_words.get(self._words(short, years=False)))
            and self._is_of(by_words, whose)
        ):
            return by_words, True  # "… giữa ASEAN và Trung Quốc"
        if acronym and f" {fold(acronym)} " not in self._bodies:  # "nghị quyết của Liên Hợp Quốc (LHQ)"
            proper = acronym.upper() not in COMMON
            return f"{' '.join(folded.split()[:2])} {fold(acronym)}".strip(), proper
        for word in base.split():
            inner = self._by_acronym.get(word.strip(",.;:()"))
            if inner and _BARE.fullmatch(word):
                if folded.startswith(f"{fold(word)} "):  # "COC giữa Trung Quốc và ASEAN"
                    return inner, True
                return self._of_known(folded, inner) or folded, True
        return self._words(folded, years=True), False

    def _of_known(self, folded: str, known: str) -> str:
        """The identity of a name that bears the acronym of a known instrument: that one, with what stands before its
        name; "" where the name is not its own."""
        heads = ((f" {folded} ".rfind(f" {head} "), len(head)) for head in self._heads.get(known, ()))
        starts = sorted(((at, at + size) for at, size in heads if at >= 0), reverse=True)
        if not starts:
            return ""
        first = starts[0][0]
        for at, end in starts[1:]:
            if end + 1 >= first:  # "quy tắc" within "Bộ quy tắc", "Hiệp định" before "Khu vực thương mại": one head
                first = at
        return f"{folded[:first].strip()} {known}".strip()

    def _is_of(self, known: str, folded: str) -> bool:
        """Whether words name all parties of a known instrument."""
        parties = [self._lexicon.parties.get(code) for code in self._lexicon.instruments[known].parties]
        return bool(parties) and all(
            party is not None
            and any(f" {fold(name)} " in f" {folded} " for names in party.names.values() for name in names)
            for party in parties
        )

    def _words(self, folded: str, *, years: bool) -> str:
        """The words of a name that count. years: whether years do."""
        for name, code in self._bodies.items():
            if name in f" {folded} ":
                folded = f" {folded} ".replace(name, f" {code} ").strip()
        words = [word for word in _SIGNS.sub(" ", folded).split() if word not in _LINKS]
        if not years:
            at = [n for n, word in enumerate(words) if _YEAR.fullmatch(word)]
            gone = {*at, *(n - 1 for n in at if n and words[n - 1] == "nam")}
            words = [word for n, word in enumerate(words) if n not in gone]
        return " ".join(words)


@lru_cache(maxsize=4)
def _held_apart(apart: frozenset[SameAgreement]) -> frozenset[str]:
    """All names of which somebody said that they are not another's, folded."""
    return frozenset(fold(name) for one in apart for name in one.names)


def heads_of(lexicon: Lexicon, *, without: Collection[str], alone: bool = False) -> frozenset[str]:
    """Folded nouns that head the names of instruments, but those with one of these attributes; alone: those that are
    names without any complement ("tuyên bố chung")."""
    return frozenset(
        fold(form)
        for form, meanings in lexicon.forms.items()
        for entry in meanings
        if entry.cls == "instrument-head"
        and not any(map(entry.attrs.get, without))
        and (entry.attrs.get("alone") or not alone)
    )


def _bodies(lexicon: Lexicon) -> dict[str, str]:
    """Folded names of organisations of two words and more, and their acronyms, with a blank at either end → code in
    lower case; the longest first. States have too many short names that are words besides."""
    found: dict[str, str] = {}
    for code in sorted(lexicon.parties):
        party = lexicon.parties[code]
        if party.kind not in ("state", "territory"):
            names = [fold(name) for of_language in party.names.values() for name in of_language]
            names += [fold(name) for name in party.short if _BARE.fullmatch(name)]
            for name in names:
                if " " in name or (len(name) > 2 and name.isalpha()):
                    found.setdefault(f" {name} ", code.casefold())
    return dict(sorted(found.items(), key=lambda one: (-len(one[0]), one[0])))


@lru_cache(maxsize=4)
def instruments_of(lexicon: Lexicon, said: AgreementsTold = NOTHING_TOLD) -> Instruments:
    """The identities of a lexicon's instruments, by what people said of names; kept, for they take a millisecond."""
    found = Instruments(lexicon)
    found.hear(said)
    return found
