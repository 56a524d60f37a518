"""Decisions from the pages: kept with a name, seen everywhere, taken back; and nobody decides who may not."""

from __future__ import annotations

import re

import pytest
from fastapi.testclient import TestClient

from banggiao.model import RECORD_TYPES
from banggiao.register import Register
from banggiao.web.slots import choices, slots_shown, vocabulary
from banggiao.web.users import User, current_user
from tests.briefs.test_words import catalogue
from tests.register.conftest import make
from tests.web.conftest import SAME, visit

LEVEL = {"kind": "status", "parties": ["VNM", "FRA"], "level": "strategic-partnership", "phase": "established"}


def vision(register: Register) -> str:
    """The id of a fact of the examples."""
    (found,) = [f for f in register.facts(kinds=("instrument",)) if "2030" in getattr(f.record, "name", "")]
    return found.id


def slots_of(page: str) -> dict[str, str]:
    """What the form for correcting would send as it stands."""
    form = page[page.index('class="slots"') :]
    fields = dict(re.findall(r'<input id="slot-\w+" name="(\w+)" value="([^"]*)"', form))
    for name, options in re.findall(r'<select id="slot-\w+" name="(\w+)">(.*?)</select>', form, re.S):
        fields[name] = re.findall(r'value="([^"]*)" selected', options)[0]
    return fields


@pytest.mark.parametrize("action", ["accept", "reject"])
def test_a_verdict_is_kept_and_can_be_undone(client: TestClient, register: Register, action: str) -> None:
    """It is signed by who is at the desk; the page offers to take it back."""
    fact = vision(register)
    page = client.post(f"/facts/{fact}/{action}", data={"why": "đã xem"}, headers=SAME)
    (made,) = register.decisions()
    assert (made.action, made.by, made.why) == (action, "Lan", "đã xem")
    assert page.status_code == 200
    assert f"/decisions/{made.id}/withdraw" in page.text
    assert bool(register.fact(fact)) is (action == "accept")
    undone = client.post(f"/decisions/{made.id}/withdraw", headers=SAME)
    assert "Đã rút lại quyết định" in undone.text
    assert register.fact(fact)
    assert register.decisions()[0].state == "withdrawn"


def test_a_correction_is_seen_everywhere(client: TestClient, register: Register) -> None:
    """The form sends all slots; only what was changed is corrected, and pair, table and article show it."""
    fact = vision(register)
    fields = slots_of(client.get(f"/facts/{fact}").text)
    assert fields["date"] == "2018-11-14"
    page = client.post(
        f"/correct/{fact}", data=fields | {"date": "2018-11-15", "why": "văn kiện ghi 15/11"}, headers=SAME
    )
    (made,) = register.decisions()
    assert made.slots == {"date": "2018-11-15"}
    assert "15/11/2018" in page.text
    for path in (
        "/pair/ASEAN/CHN",
        "/facts?kind=instrument&name=ASEAN",
        f"/articles/{made.anchors[0].article}",
    ):
        assert "15/11/2018" in client.get(path).text, path
    assert 'class="verdict"' in client.get(f"/articles/{made.anchors[0].article}").text
    listed = client.get("/decisions").text
    assert "Lan" in listed
    assert "ngày → 15/11/2018" in listed
    assert made.id not in listed.replace(f"/decisions/{made.id}/withdraw", "")
    client.post(f"/decisions/{made.id}/withdraw", headers=SAME)
    assert "15/11/2018" not in client.get("/pair/ASEAN/CHN").text


def test_parties_may_be_written_by_any_name(client: TestClient, register: Register) -> None:
    """As on the command line."""
    fact = vision(register)
    client.post(f"/correct/{fact}", data={"parties": "asean; nga"}, headers=SAME)
    assert register.decisions()[0].slots == {"parties": ["ASEAN", "RUS"]}


@pytest.mark.parametrize(
    ("sent", "says"),
    [({"date": "2018-02-30"}, "2018-02-30"), ({"stage": "maybe"}, "maybe"), ({}, "Không có gì được sửa")],
)
def test_a_bad_correction_is_told_and_changes_nothing(
    client: TestClient, register: Register, sent: dict[str, str], says: str
) -> None:
    """The error names the value."""
    answer = client.post(f"/correct/{vision(register)}", data=sent, headers=SAME)
    assert answer.status_code == 400
    assert says in answer.text
    assert register.decisions() == []


def test_a_decision_leads_back_to_the_page_that_it_was_made_on(client: TestClient, register: Register) -> None:
    """With its fragment; an address elsewhere is no page of the desk."""
    fact = vision(register)
    answer = client.post(
        f"/facts/{fact}/accept",
        data={"back": "/pair/ASEAN/CHN?as_of=2020-01-01#x"},
        headers=SAME,
        follow_redirects=False,
    )
    (made,) = register.decisions()
    assert answer.status_code == 303
    assert answer.headers["location"] == f"/pair/ASEAN/CHN?as_of=2020-01-01&done={made.id}#x"
    for back in ("https://evil.example/", "//evil.example/", "javascript:alert(1)", "/\\evil.example", "x"):
        answer = client.post(f"/facts/{fact}/accept", data={"back": back}, headers=SAME, follow_redirects=False)
        assert answer.headers["location"].startswith("/facts/"), back


@pytest.mark.parametrize(
    "path", ["/facts/{id}/accept", "/facts/{id}/reject", "/correct/{id}", "/api/facts/{id}/accept"]
)
@pytest.mark.parametrize("headers", [{}, {"origin": "https://evil.example"}, {"origin": "null"}])
def test_no_foreign_page_decides(client: TestClient, register: Register, path: str, headers: dict[str, str]) -> None:
    """A form on another site, or one that hides where it comes from, changes nothing."""
    answer = client.post(path.format(id=vision(register)), data={"stage": "signed"}, headers=headers)
    assert answer.status_code == 403
    assert register.decisions() == []


def test_a_reader_decides_nothing_and_sees_no_buttons(register: Register) -> None:
    """Neither by form nor by the API."""
    client = visit(register)
    client.app.dependency_overrides[current_user] = lambda: User("Minh", "reader")  # type: ignore[attr-defined]
    fact = vision(register)
    for path in (f"/facts/{fact}/accept", f"/correct/{fact}", f"/api/facts/{fact}/reject", "/decisions/x/withdraw"):
        assert client.post(path, json={} if "api" in path else None, headers=SAME).status_code == 403
    assert register.decisions() == []


def test_programs_decide_by_the_api(client: TestClient, register: Register) -> None:
    """The answers are the decisions as `banggiao decisions --json` has them."""
    mine = {"x-banggiao": "1"}
    fact = vision(register)
    made = client.post(f"/api/correct/{fact}", json={"slots": ["date=2018-11-15"], "why": "w"}, headers=mine).json()
    assert (made["action"], made["slots"], made["by"]) == ("correct", {"date": "2018-11-15"}, "Lan")
    assert client.get("/api/decisions").json()[0]["id"] == made["id"]
    undone = client.post(f"/api/decisions/{made['id']}/withdraw", json={}, headers=mine).json()
    assert undone["state"] == "withdrawn"
    assert client.post("/api/facts/none/accept", json={}, headers=mine).status_code == 404


def test_a_disagreement_is_settled_by_saying_which_claim_holds(register: Register) -> None:
    """It leaves the queue, stays among all, and the claim is preferred."""
    register.add(*make("one", "2013-09-26", "Lập quan hệ ngày 25/9.", LEVEL | {"date": "2013-09-25"}))
    register.add(*make("two", "2013-09-27", "Lập quan hệ hôm 24/9.", LEVEL | {"date": "2013-09-24"}))
    client = visit(register)
    queue = client.get("/disagreements").text
    accept = re.findall(r'action="(/facts/\w+/accept)"', queue)
    assert len(accept) == 2
    after = client.post(accept[1], data={"back": "/disagreements"}, headers=SAME)
    assert after.url.path == "/disagreements"
    assert 'action="/facts/' not in after.text
    everything = client.get("/disagreements?settled=true").text
    assert 'action="/facts/' in everything
    assert client.get("/api/disagreements").json()["disagreements"][0]["preferred"] == "confirmed by hand"


def test_names_of_one_person_are_said_to_be_so(register: Register) -> None:
    """The suggestion leaves the queue whichever way it is decided, and comes back with undo."""
    post = {"kind": "office", "parties": ["THA"], "party": "THA", "role": "minister"}
    for id, day, name in (("a", "2018-01-02", "Anucha Burapachai"), ("b", "2018-05-03", "Anucha Burapachaisri")):
        text = f"Bộ trưởng Thái Lan {name} phát biểu."
        register.add(*make(id, day, text, post | {"person": name, "says": f"Bộ trưởng Thái Lan {name}"}))
    client = visit(register)
    queue = client.get("/suggestions").text
    assert 'value="Anucha Burapachai"' in queue
    sent = {"name": ["Anucha Burapachai", "Anucha Burapachaisri"], "party": "THA", "back": "/suggestions"}
    after = client.post("/names/apart", data=sent, headers=SAME)
    (made,) = register.decisions()
    assert (made.action, made.by) == ("apart", "Lan")
    assert 'value="Anucha Burapachai"' not in after.text
    assert "Anucha" in client.get("/decisions").text
    back = client.post(f"/decisions/{made.id}/withdraw", data={"back": "/suggestions"}, headers=SAME)
    assert 'value="Anucha Burapachai"' in back.text


def test_names_of_one_agreement_are_said_to_be_so(register: Register) -> None:
    """In the same queue; its page then tells the whole life, under either name."""
    names = ["Hiệp định bảo vệ tin tức quân sự", "hiệp định tin tức quân sự"]
    paper = {"kind": "instrument", "parties": ["JPN", "KOR"]}
    for id, day, name, stage in (("a", "2016-11-24", names[0], "signed"), ("b", "2019-08-23", names[1], "rejected")):
        register.add(*make(id, day, f"Hàn Quốc, Nhật Bản: {name}.", paper | {"name": name, "stage": stage}))
    client = visit(register)
    client.cookies.set("lang", "en")
    queue = client.get("/suggestions?lang=en").text
    assert "One agreement" in queue
    assert "One person" not in queue
    sent = {"name": names, "kind": "agreement", "party": ["JPN", "KOR"], "back": "/suggestions"}
    after = client.post("/names/same", data=sent, headers=SAME)
    (made,) = register.decisions()
    assert (made.action, made.kind, made.slots) == ("same", "agreement", {"names": names, "parties": ["JPN", "KOR"]})
    assert f'value="{names[0]}"' not in after.text
    for name in names:
        life = client.get("/instrument", params={"name": name, "lang": "en"}).text
        assert "signed" in life
        assert "rejected" in life
    assert "Two agreements" in life
    again = sent | {"back": f"/instrument?name={names[0]}"}
    parted = client.post("/names/apart", data=again, headers=SAME).text
    assert "rejected" not in parted
    assert client.post("/names/same", data=sent | {"kind": "treaty"}, headers=SAME).status_code == 422
    assert client.post("/names/same", data=sent | {"party": ["JPN", "K" * 41]}, headers=SAME).status_code == 422


@pytest.mark.parametrize("kind", sorted(RECORD_TYPES))
def test_every_slot_and_code_of_a_form_has_a_word(kind: str) -> None:
    """In both languages."""
    record = RECORD_TYPES[kind](**dict.fromkeys(_needed(kind), ""))
    assert "date_reason" not in slots_shown(record)
    for lang in ("vi", "en"):
        known = catalogue(lang)
        for slot in slots_shown(record):
            assert known.get(slot, context="slot"), (lang, slot)
            for code in choices(kind, slot):
                assert known.get(code, context=vocabulary(kind, slot)), (lang, slot, code)


def _needed(kind: str) -> list[str]:
    from dataclasses import MISSING, fields

    return [f.name for f in fields(RECORD_TYPES[kind]) if f.default is MISSING and f.default_factory is MISSING]


def test_another_name_of_a_series_is_said_on_its_page(register: Register) -> None:
    """Both sessions stand there then, and either name; with undo they part."""
    names = ["Đối thoại Chiến lược - Quốc phòng", "Nhóm công tác chung về an ninh"]
    meeting = {"kind": "meeting", "parties": ["FRA", "VNM"], "form": "forum", "phase": "held"}
    for id, day, name in (("a", "2018-03-02", names[0]), ("b", "2019-03-02", names[1])):
        register.add(*make(id, day, f"{name} họp.", meeting | {"mechanism": name, "date": day}))
    client = visit(register)
    page = client.get("/series", params={"name": names[0]}).text
    assert "2019" not in page[page.index('id="sessions"') : page.index('id="sources"')]
    sent = {"name": names, "kind": "series", "back": f"/series?name={names[0]}"}
    after = client.post("/names/same", data=sent, headers=SAME).text
    assert names[1] in after
    assert "2/3/2019" in after
    (made,) = register.decisions()
    assert (made.kind, made.slots) == ("series", {"names": sorted(names)})
    back = client.post(f"/decisions/{made.id}/withdraw", data={"back": f"/series?name={names[0]}"}, headers=SAME).text
    assert "2/3/2019" not in back
