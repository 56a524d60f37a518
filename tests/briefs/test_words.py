"""Words, dates and numbers in both languages, and the catalogues that they come from."""

from __future__ import annotations

import ast
from dataclasses import fields
from pathlib import Path
from typing import get_args

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po
from jinja2 import Environment, nodes

from banggiao.briefs.compose import PHASES
from banggiao.briefs.words import CATALOGUES, LANGUAGES, REASONS, Words
from banggiao.errors import UsageError
from banggiao.lexicon import DATA
from banggiao.lexicon.compile import read_yaml
from banggiao.model import CLOSED as SLOTS
from banggiao.model import RECORD_TYPES, ZoneKind
from banggiao.register import outcomes
from banggiao.register.conflicts import Reason
from banggiao.register.decisions import FIXED, Action, State
from banggiao.register.ladder import LEVELS
from banggiao.register.placing import ROLES
from banggiao.register.stages import STAGES

SOURCE = Path(__file__).resolve().parents[2] / "src" / "banggiao"

DATES = [
    ("2018-08-02", "2/8/2018", "2 August 2018"),
    ("2018-08", "tháng 8/2018", "August 2018"),
    ("2018", "2018", "2018"),
    ("XXXX-08-02", "2/8, không rõ năm", "2 August, year unknown"),
    ("XXXX-09-25/XXXX-09-26", "25–26/9, không rõ năm", "25–26 September, year unknown"),
    ("2018-03-11/2018-03-14", "11–14/3/2018", "11–14 March 2018"),
    ("2018-10-31/2018-11-04", "31/10 – 4/11/2018", "31 October – 4 November 2018"),
    ("2017-12-30/2018-01-02", "30/12/2017 – 2/1/2018", "30 December 2017 – 2 January 2018"),
    ("2016-01/2016-06", "tháng 1–6/2016", "January–June 2016"),
    ("2016/2020", "2016–2020", "2016–2020"),
    ("../2020", "đến 2020", "until 2020"),
    ("2020/..", "từ 2020", "from 2020"),
]
AMOUNTS = [
    (1e12, "USD", "1 nghìn tỷ USD", "1 trillion USD"),
    (150e9, "USD", "150 tỷ USD", "150 billion USD"),
    (30e6, "people", "30 triệu người", "30 million people"),
    (560_000, "people", "560.000 người", "560,000 people"),
    (4.2, "percent", "4,2%", "4.2%"),
    (3, "rank", "thứ 3", "no. 3"),
    (None, "USD", "", ""),
]
CLOSED = {
    "level": [*LEVELS, "community", "membership", "other"],
    "status-phase": PHASES,
    "stage": STAGES,
    "role": ROLES,
    "form": [
        "talks",
        "call",
        "visit",
        "summit",
        "ministerial",
        "senior-officials",
        "forum",
        "ceremony",
        "exercise",
        "other",
    ],
    "phase": ["held", "planned", "cancelled"],
    "act": ["say", "support", "propose", "commit", "agree", "concern", "oppose"],
    "target-state": list(get_args(outcomes.State)),
    "outcome": [reason for reason in get_args(outcomes.Reason) if reason not in ("", "aimed at anew")],
    "topic": sorted({e["topic"] for e in read_yaml(DATA / "vocabulary" / "vi" / "topics.yml")["entries"]}),
    "measure": sorted(
        {
            entry["measure"]
            for path in (DATA / "vocabulary").glob("*/measures.yml")
            for entry in read_yaml(path)["entries"]
            if "measure" in entry
        }
        | {"investment enterprises", "consumers", "diplomats expelled", "share of world GDP", "share of world trade"}
        | {"aid projects", "tariff-rate"}
        | {f"{e['seat']} seat" for e in read_yaml(DATA / "vocabulary" / "vi" / "seats.yml")["entries"]}
    ),
    "kind": ["office", "meeting", "status", "instrument", "statement", "target", "figure"],
    "slot": sorted({f.name for cls in RECORD_TYPES.values() for f in fields(cls)} - FIXED),
    "verdict": get_args(Action),
    "decision-state": get_args(State),
    "preferred": [reason for reason in get_args(Reason) if reason],
    "not-preferred": [reason for reason in get_args(Reason) if reason],
    "theme": ["auto", "light", "dark"],
    "zone": [*get_args(ZoneKind), "none"],
    "published-basis": ["given", "meta", "byline", "dateline", "url", "derived"],
}


def catalogue(lang: str) -> Catalog:
    """The catalogues of a language as Babel parses them, in one."""
    whole = Catalog(locale=lang)
    for path in sorted((SOURCE / "locale" / lang / "LC_MESSAGES").glob("*.po")):
        with path.open("rb") as file:
            for message in read_po(file, locale=lang, abort_invalid=True):
                if message.id:
                    whole[message.id] = message
    return whole


def messages_of_the_code() -> set[str]:
    """The literal first arguments of every `say(…)` and `count(…)` in the package, its templates included."""
    found = set()
    for path in SOURCE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, (ast.Attribute, ast.Name)) and node.args:
                name = node.func.attr if isinstance(node.func, ast.Attribute) else node.func.id
                first = node.args[0]
                if name not in {"say", "count"} or (name == "count" and len(node.args) < 2):  # that of a list
                    continue
                if isinstance(first, ast.Constant) and isinstance(first.value, str):
                    found.add(first.value)
    for path in SOURCE.rglob("*.j2"):
        for call in Environment().parse(path.read_text(encoding="utf-8")).find_all(nodes.Call):
            if isinstance(call.node, nodes.Name) and call.node.name in {"say", "count"} and call.args:
                if isinstance(first := call.args[0], nodes.Const):
                    found.add(first.value)
    return found


@pytest.mark.parametrize(("edtf", "vi", "en"), DATES)
def test_a_date_is_as_exact_as_it_is_known(edtf: str, vi: str, en: str) -> None:
    """Both languages write the date in their own manner and call an unknown year unknown."""
    assert (Words("vi").date(edtf), Words("en").date(edtf)) == (vi, en)


@pytest.mark.parametrize(("value", "unit", "vi", "en"), AMOUNTS)
def test_an_amount_follows_the_language(value: float | None, unit: str, vi: str, en: str) -> None:
    """Points, commas and the words for millions are those of the language."""
    assert (Words("vi").amount(value, unit), Words("en").amount(value, unit)) == (vi, en)


def test_orders_of_display_hold_all_codes() -> None:
    """What a document sorts by is what a record may hold."""
    assert sorted(PHASES) == sorted(SLOTS["status"]["phase"])
    assert sorted(STAGES) == sorted(SLOTS["instrument"]["stage"])
    assert sorted(ROLES) == sorted(SLOTS["office"]["role"])
    assert {*LEVELS, "community", "membership", "other"} == set(SLOTS["status"]["level"])


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_code_has_a_word(lang: str) -> None:
    """No code of a closed vocabulary is ever shown as it is."""
    known = catalogue(lang)
    missing = [
        (vocabulary, code)
        for vocabulary, codes in CLOSED.items()
        for code in codes
        if not (message := known.get(code, context=vocabulary)) or not message.string
    ]
    assert missing == []


def test_no_catalogue_is_left_out() -> None:
    """Every file of a language is read, in each language the same, and no two say one message in other words."""
    for lang in LANGUAGES:
        folder = SOURCE / "locale" / lang / "LC_MESSAGES"
        assert sorted(path.name for path in folder.glob("*.po")) == sorted(CATALOGUES)
        said: dict[object, set[object]] = {}
        for path in folder.glob("*.po"):
            with path.open("rb") as file:
                for m in read_po(file, locale=lang):
                    if m.id:
                        said.setdefault((m.context, m.id), set()).add(m.string)
        assert [key for key, strings in said.items() if len(strings) > 1] == []


def test_every_fixed_sentence_is_translated() -> None:
    """Each message that the code says, and each reason for a date, stands in the Vietnamese catalogue."""
    known = catalogue("vi")
    wanted = messages_of_the_code() | set(REASONS)
    assert len(wanted) > len(REASONS)
    assert sorted(m for m in wanted if not (found := known.get(m)) or not any(found.string)) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("5 years from publication", "5 năm kể từ ngày đăng"),
        ("the page says 'Ngày 12/6/2018'", "trang ghi 'Ngày 12/6/2018'"),
        ("30 years before 2021", "30 năm trước 2021"),
        ("a form that nobody knows", "a form that nobody knows"),
    ],
)
def test_the_reason_of_a_date_is_told_in_the_language(text: str, told: str) -> None:
    assert Words("vi").reason(text) == told
    assert Words("en").reason(text) == text


def test_translations_keep_the_places_to_fill() -> None:
    """A translated sentence has the same `{names}` as the English one, or filling it would fail."""
    import string

    def places(text: str) -> set[str]:
        return {name for _, name, _, _ in string.Formatter().parse(text) if name}

    for message in catalogue("vi"):
        if message.id and not message.context:
            ids = message.id if isinstance(message.id, tuple) else (message.id,)
            strings = message.string if isinstance(message.string, tuple) else (message.string,)
            assert {frozenset(places(text)) for text in strings} == {frozenset(places(text)) for text in ids[-1:]}


def test_a_dated_deed_is_worded_by_its_deed() -> None:
    """The name of the agreement stays as the article has it, hyphens included."""
    measure = "completion of Kế hoạch hành động 2021-2025"
    assert Words("vi").label("measure", measure) == "Hoàn tất Kế hoạch hành động 2021-2025"
    assert Words("en").label("measure", "tariff-relief") == "tariff relief"


def test_another_language_is_refused() -> None:
    """The error names the languages that there are."""
    with pytest.raises(UsageError, match="vi, en"):
        Words("fr")
