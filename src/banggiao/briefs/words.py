"""Words, dates and numbers in the reader's language: Vietnamese or English.

Fixed words stand in gettext catalogues (`locale/LANG/LC_MESSAGES/banggiao.po`): sentences by their English text, the
codes of closed vocabularies (levels, stages, roles …) by code under a context of that vocabulary's name. Numbers
and month names come from CLDR by way of Babel.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date as Day
from functools import lru_cache
from importlib.resources import files
from io import BytesIO

from babel.dates import format_date
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_compact_decimal, format_decimal
from babel.support import Translations

from banggiao.errors import BanggiaoError, InputError, UsageError

LANGUAGES = ("vi", "en")
CATALOGUES = ("banggiao.po", "desk.po", "errors.po")
"""What all rooms say, what only the desk says, what errors say."""

_DATE = re.compile(r"(?P<year>[0-9X]{4})(?:-(?P<month>\d\d))?(?:-(?P<day>\d\d))?$")


_SHARE = re.compile(r"(?P<stem>.+)[- ](?P<what>growth|share|chairmanship)")
"""What is measured of a measure: "exports-growth", "investment share"; or whose office it is: "ASEAN chairmanship"."""

_CODE = re.compile(r"[^,() ][^,()]* \((\w+)\)")
"""A party as errors name it: "South Korea (KOR)"."""

REASONS = (
    "{n} years before {year}",
    "{n} years from publication",
    "session {n} of {body} was held in {year}",
    "the page looks ahead to {words}",
    "the page says {words}",
    "from the publication date {date}",
    "the same day is written with its year in the story",
    "the day named before",
    "the day of the report's occasion",
    "the occasion that the report dates",
    "the meeting told before",
)
"""The forms in which pages and the reading say why a date is so; each has its sentence in the catalogues."""


@lru_cache(maxsize=1)
def _reasons() -> list[tuple[re.Pattern[str], str]]:
    return [(re.compile(re.sub(r"\\{(\w+)\\}", r"(?P<\1>.+)", re.escape(form))), form) for form in REASONS]


@lru_cache(maxsize=len(LANGUAGES))
def catalogue(lang: str) -> Translations:
    """The gettext catalogue of a language, compiled from its .po files (a file a room) when first asked for (no build
    step, so that the text and what is shown cannot differ). Raises UsageError for a language that has none."""
    if lang not in LANGUAGES:
        raise UsageError(f"No words for the language {lang!r}.", hint=f"Use one of: {', '.join(LANGUAGES)}.")
    whole: Translations | None = None
    folder = files("banggiao") / "locale" / lang / "LC_MESSAGES"
    for name in CATALOGUES:
        compiled = BytesIO()
        with (folder / name).open("rb") as file:
            write_mo(compiled, read_po(file, locale=lang))
        compiled.seek(0)
        found = Translations(compiled)
        whole = whole.merge(found) if whole else found
    assert whole is not None
    return whole


@lru_cache(maxsize=len(LANGUAGES))
def _errors(lang: str) -> list[tuple[re.Pattern[str], str]]:
    """The forms in which errors are told, and each in the language; those that say most for themselves first."""
    with (files("banggiao") / "locale" / lang / "LC_MESSAGES" / "errors.po").open("rb") as file:
        known = [(str(message.id), str(message.string)) for message in read_po(file, locale=lang) if message.id]
    known.sort(key=lambda pair: -len(re.sub(r"\{\w+\}", "", pair[0])))
    return [(re.compile(re.sub(r"\\{(\w+)\\}", r"(?P<\1>.*)", re.escape(id)), re.DOTALL), text) for id, text in known]


class Words:
    """Everything that a document says in one language. `party_name` maps (code, language) to a name for display."""

    def __init__(self, lang: str, party_name: Callable[[str, str], str] | None = None) -> None:
        self.lang = lang
        self._catalogue = catalogue(lang)
        self._party_name = party_name

    # -- fixed words -------------------------------------------------------------------------------------------------

    def say(self, message: str, **values: object) -> str:
        """A fixed sentence, `{name}` filled from `values`."""
        text = self._catalogue.ugettext(message)
        return text.format(**values) if values else text

    def count(self, one: str, many: str, n: int) -> str:
        """A fixed sentence that depends on a number, which stands in it as `{n}`."""
        return self._catalogue.ungettext(one, many, n).format(n=format_decimal(n, locale=self.lang))

    def reason(self, text: str) -> str:
        """Why a date is so, as the reader put it (in English), in this language; words of no known form stay as they
        are."""
        for pattern, message in _reasons():
            if match := pattern.fullmatch(text):
                return self.say(message, **match.groupdict())
        return text

    def told(self, text: str) -> str:
        """What an error says (its sentence or its hint, in English) in this language, as far as the catalogue knows its
        form; names and numbers in it stay as they are, parties are called as in this language."""
        for pattern, translated in _errors(self.lang):
            if match := pattern.fullmatch(text):
                values = match.groupdict()
                if "meaning" in values:
                    values["meaning"] = self.told(values["meaning"])
                if "parties" in values:
                    values["parties"] = _CODE.sub(lambda m: f"{self.party(m[1])} ({m[1]})", values["parties"])
                return translated.format(**values)
        return text

    def error(self, error: BanggiaoError) -> tuple[str, str]:
        """What is wrong and what to do next, in this language."""
        if isinstance(error, InputError):
            return f"{error.source}: {self.told(error.reason)}", self.told(error.hint)
        return self.told(error.message), self.told(error.hint)

    def label(self, vocabulary: str, code: str) -> str:
        """The word for a code of a closed vocabulary ("level", "stage", …); a code without a word, such as a measure
        in the article's own words, is shown as it is."""
        text = str(self._catalogue.upgettext(vocabulary, code))
        if text == code and vocabulary in {"measure", "unit"}:
            return self._open_word(code)
        return text

    def _open_word(self, code: str) -> str:
        """A measure or unit beyond the usual ones: "signing of RCEP" by its deed, others in the reader's own words."""
        deed, of, thing = code.partition(" of ")
        if of and (pattern := self._catalogue.upgettext("measure-of", deed)) != deed:
            return str(pattern).format(thing=thing)
        if match := _SHARE.fullmatch(code):
            stem = self.label("measure", match["stem"])
            stem = stem if stem[:2].isupper() else stem[:1].lower() + stem[1:]
            return str(self._catalogue.upgettext("measure-of", match["what"])).format(thing=stem)
        return code if " " in code else code.replace("-", " ")

    def party(self, code: str) -> str:
        return self._party_name(code, self.lang) if self._party_name else code

    def parties(self, codes: Iterable[str]) -> str:
        return " – ".join(self.party(code) for code in codes)

    # -- dates -------------------------------------------------------------------------------------------------------

    def date(self, edtf: str) -> str:
        """An EDTF date in the language's manner, no more exact than it is; an unknown year is called unknown."""
        start, slash, end = edtf.partition("/")
        if not slash:
            return self._one_date(start)
        if not start or start == "..":
            return self.say("until {date}", date=self._one_date(end))
        if not end or end == "..":
            return self.say("from {date}", date=self._one_date(start))
        a, b = _DATE.match(start), _DATE.match(end)
        if not a or not b or a["year"] != b["year"]:
            separator = "–" if a and b and not (a["month"] or b["month"]) else " – "
            return f"{self._one_date(start)}{separator}{self._one_date(end)}"
        if a["day"] and b["day"]:
            head = str(int(a["day"])) if a["month"] == b["month"] else self._day_month(a)
            return f"{head}{'–' if head.isdigit() else ' – '}{self._one_date(end)}"
        if a["month"] and b["month"] and not a["day"] and not b["day"]:
            if self.lang == "vi":
                return f"tháng {int(a['month'])}–{self._with_year(str(int(b['month'])), b['year'])}"
            return f"{self._month(a)}–{self._one_date(end)}"
        return f"{self._one_date(start)} – {self._one_date(end)}"

    def _one_date(self, edtf: str) -> str:
        match = _DATE.match(edtf)
        if not match:
            return edtf
        if match["day"]:
            return self._with_year(self._day_month(match), match["year"])
        if match["month"]:
            head = f"tháng {int(match['month'])}" if self.lang == "vi" else self._month(match)
            return self._with_year(head, match["year"])
        if "X" in match["year"]:
            return self._decade(match["year"])
        return match["year"]

    def _with_year(self, head: str, year: str) -> str:
        if "X" in year:
            return self.say("{date}, year unknown", date=head)
        return f"{head}/{year}" if self.lang == "vi" else f"{head} {year}"

    def _day_month(self, match: re.Match[str]) -> str:
        if self.lang == "vi":
            return f"{int(match['day'])}/{int(match['month'])}"
        return f"{int(match['day'])} {self._month(match)}"

    def _month(self, match: re.Match[str]) -> str:
        return format_date(Day(2000, int(match["month"]), 1), "LLLL", locale=self.lang)

    def _decade(self, year: str) -> str:
        if re.fullmatch(r"\d{3}X", year):
            return self.say("the {decade}s", decade=year[:3] + "0")
        return self.say("year unknown") if year == "XXXX" else year

    # -- numbers -----------------------------------------------------------------------------------------------------

    def number(self, value: float) -> str:
        """A number in the language's manner; millions and more in words ("1 nghìn tỷ", "30 million")."""
        if abs(value) >= 1_000_000:
            return format_compact_decimal(value, format_type="long", locale=self.lang, fraction_digits=2)
        return format_decimal(value, format="#,##0.##", locale=self.lang)

    def amount(self, value: float | None, unit: str | None) -> str:
        """A value with its unit; empty when there is no value."""
        if value is None:
            return ""
        number = self.number(value)
        if unit == "percent":
            return f"{number}%"
        if unit == "rank":
            return self.say("no. {n}", n=number)
        return f"{number} {self.label('unit', unit)}" if unit else number
