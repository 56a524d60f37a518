"""The desk's pages: what they show, in which language, and that every line opens its sentence."""

from __future__ import annotations

import csv
import io
import re
from datetime import date as Day
from html import unescape

import msgspec
import pytest
from fastapi.testclient import TestClient

from banggiao.briefs import question
from banggiao.lexicon import load
from banggiao.model import Zone
from banggiao.register import Register
from banggiao.register.conflicts import disagreements
from banggiao.register.suggestion import Suggestion
from banggiao.web.language import best
from banggiao.web.views.article import parts
from tests.register.conftest import make
from tests.web.conftest import visit

PAIR = "/pair/ASEAN/CHN"


def text_of(html: str) -> str:
    """What a page says."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


@pytest.mark.parametrize(
    ("path", "vi", "en"),
    [
        ("/", "Tin mới nhất", "Last reported"),
        (PAIR, "Mức quan hệ", "Where relations stand"),
        ("/about", "Sự việc được lập thế nào", "How facts come about"),
        ("/party/ASEAN", "Đối tác theo mức quan hệ", "Partners by level"),
        ("/person?name=Lavrov", "người", "person"),
        ("/series?name=Hội nghị cấp cao ASEAN - Trung Quốc", "Các kỳ họp", "Sessions"),
        ("/instrument?name=COC", "Ai nói gì về văn kiện", "Who said what of it"),
        ("/facts", "sự việc", "facts"),
        ("/disagreements", "Những điểm các nguồn tin khác nhau", "Where reports differ"),
        ("/decisions", "quyết định", "Decisions"),
        ("/suggestions", "Tên có thể là của một người", "Names that may be one person's"),
        ("/sources", "Ngày đăng", "Published"),
        ("/search?q=bien dong", "Tên", "Names"),
    ],
)
def test_a_page_speaks_both_languages(client: TestClient, path: str, vi: str, en: str) -> None:
    """The browser's wish holds until the address or an earlier choice says otherwise."""
    page = client.get(path)
    assert page.status_code == 200
    assert vi in page.text
    assert '<html lang="vi"' in page.text
    assert en in unescape(client.get(path, headers={"accept-language": "en-GB,en;q=0.9"}).text)
    assert en in unescape(client.get(client.get(path).url.copy_merge_params({"lang": "en"})).text)
    assert en in unescape(client.get(path).text)  # the choice is kept


@pytest.mark.parametrize(
    ("header", "lang"),
    [("", "vi"), ("en", "en"), ("fr, en;q=0.4", "en"), ("en;q=0.4, vi-VN", "vi"), ("de", "vi"), ("en;q=x", "vi")],
)
def test_the_browsers_wish(header: str, lang: str) -> None:
    """The best liked of our languages, Vietnamese where none is liked."""
    assert best(header) == lang


def test_today_shows_what_was_last_reported_and_what_is_due(client: TestClient) -> None:
    """A target whose period includes the day is due; the newest facts come with their sentences."""
    said = text_of(client.get("/").text)
    assert "Viện trợ : 1,5 tỷ USD" in said
    assert "Kishida Fumio" in said


def test_today_says_what_is_overdue(register: Register) -> None:
    """A target whose last day has gone is marked; one of this year is not."""
    target = {"kind": "target", "parties": ["VNM", "FRA"], "measure": "trade", "unit": "USD"}
    register.add(*make("gone", "2018-03-28", "Đến 2020 đạt 5 tỷ.", target | {"value": 5e9, "due": "2020"}))
    register.add(*make("now", "2018-03-29", "Đến 2022 đạt 6 tỷ.", target | {"value": 6e9, "due": "2022"}))
    said = text_of(visit(register).get("/").text)
    assert re.search(r"5 tỷ USD \(đã quá hạn", said)
    assert not re.search(r"6 tỷ USD \(đã quá hạn", said)


def test_today_leaves_out_what_was_reached(register: Register) -> None:
    """A target that a figure shows as met or missed waits for nobody."""
    target = {"kind": "target", "parties": ["VNM", "FRA"], "measure": "trade", "unit": "USD"}
    figure = target | {"kind": "figure"}
    register.add(*make("aim", "2018-03-28", "Đến 2020 đạt 5 tỷ.", target | {"value": 5e9, "due": "2020"}))
    assert "5 tỷ USD" in text_of(visit(register).get("/").text)
    register.add(*make("met", "2021-01-10", "Năm 2020 đạt 5,4 tỷ.", figure | {"value": 5.4e9, "period": "2020"}))
    assert 5e9 not in [fact.get("value") for fact in visit(register).get("/api/today").json()["due"]]


def test_what_is_new_since_the_last_visit_stays_new_while_one_looks_around(
    client: TestClient, register: Register
) -> None:
    """What came since the visit before counts, however old its news are, and not the page of a minute ago; a spoilt
    cookie counts for none."""
    client.get("/")
    seen = client.cookies["seen"]
    client.cookies.clear()
    target = {
        "kind": "target",
        "parties": ["VNM", "FRA"],
        "measure": "trade",
        "unit": "USD",
        "due": "2015",
        "value": 3e9,
    }
    register.add(*make("archive", "2012-07-10", "Đến năm 2015 đạt 3 tỷ USD.", target))
    first = client.get("/", headers={"cookie": f"seen={seen}"})
    assert "1 sự việc mới kể từ" in text_of(first.text)
    (new,) = re.findall(r'<li class="line[^"]* new".*?</li>', first.text, re.DOTALL)
    assert "3 tỷ USD" in text_of(new)
    assert f"visit={seen}" in first.headers["set-cookie"]
    client.cookies.clear()
    later = client.get("/", headers={"cookie": f"seen=2022-03-01.99999999999999; visit={seen}"})
    assert "1 sự việc mới kể từ" in text_of(later.text)
    for spoilt in ("soon", "2021-11-01.x", "2021-11-01.-5", "0001-01-01", "9999-12-31.123456789012345678"):
        client.cookies.clear()
        assert client.get("/", headers={"cookie": f"seen={spoilt}"}).status_code == 200


def test_two_names_lead_to_the_page_of_the_two(client: TestClient) -> None:
    """Names in any language, with or without diacritics, lead to the one address of the pair."""
    page = client.get("/go", params={"a": "asean", "b": "trung quoc"})
    assert page.url.path == PAIR
    assert client.get("/pair/asean/china").url.path == PAIR


def test_a_party_shows_its_partners_by_level(client: TestClient) -> None:
    """The highest level that stands on the day; before its founding a partner stands lower or nowhere."""
    now = text_of(client.get("/party/ASEAN").text)
    assert "Đối tác chiến lược toàn diện Trung Quốc 22/11/2021" in now
    assert "Đối tác chiến lược toàn diện" not in text_of(client.get("/party/ASEAN?as_of=2018-12-31").text)
    answer = client.get("/api/party/asean").json()
    assert answer["levels"]["comprehensive-strategic-partnership"][0]["party"] == "CHN"
    assert answer["years"]["2018"] >= 4
    assert client.get("/party/trung quoc").url.path == "/party/CHN"


def test_a_person_has_posts_through_time(client: TestClient) -> None:
    """A line a post, with the days on which reports so called the holder."""
    said = text_of(client.get("/person", params={"name": "Lý Hiển Long"}).text)
    assert re.search(r"Chủ tịch ASEAN \(.*được nêu 26/1/2018 – 14/11/2018\)", said)
    assert said.count("Người đứng đầu Chính phủ") == 1


def test_other_names_tell_why_they_are_taken_for_the_same(register: Register, client: TestClient) -> None:
    """Of a person and of an agreement, with how surely."""
    post = {"kind": "office", "parties": ["RUS"], "party": "RUS", "role": "foreign-minister"}
    paper = {"kind": "instrument", "parties": ["ASEAN", "CHN"], "stage": "negotiating"}
    called = ("Sergei Lavrov", "Sergey Lavrov", "Sergei Lavrov"), ("COC", "Bộ quy tắc ứng xử Biển Đông (COC)", "COC")
    for number, (person, name) in enumerate(zip(*called, strict=True)):
        text = f"Ngoại trưởng {person} nói về {name}, tin {number}."
        register.add(*make(f"n{number}", "2018-08-02", text, post | {"person": person}, paper | {"name": name}))
    said = text_of(client.get("/person", params={"name": "Lavrov", "lang": "en"}).text)
    assert "1 other name in reports" in said
    assert "Sergey Lavrov (both are listed for one well-known person; 99%)" in said
    said = text_of(client.get("/instrument", params={"name": "COC", "lang": "vi"}).text)
    assert "(cùng một chữ viết tắt; 95%)" in said or "(cả hai đều là tên đã biết của một văn kiện; 99%)" in said


def test_a_series_tells_what_a_session_brought(client: TestClient) -> None:
    """The vision that was adopted on the day of the summit stands beside it."""
    said = text_of(client.get("/series", params={"name": "Hội nghị cấp cao ASEAN - Trung Quốc"}).text)
    assert re.search(r"21 14/11/2018 Singapore .* Tầm nhìn Đối tác chiến lược ASEAN - Trung Quốc đến năm 2030", said)


def test_search_finds_while_one_types(client: TestClient) -> None:
    """A beginning without diacritics finds a party, and the piece is no whole page; the hits are marked."""
    piece = client.get("/search/typed", params={"q": "trung qu"}).text
    assert 'href="/party/CHN"' in piece
    assert "<html" not in piece
    assert client.get("/search/typed", params={"q": " "}).text.strip() == ""
    found = client.get("/search", params={"q": "bien dong"}).text
    assert "<em>Biển Đông</em>" in found
    (article, place) = re.findall(r'class="refs"><a href="(/articles/\w+)#(c\d+)"', found)[0]
    assert f'id="{place}"' in client.get(article).text
    assert "Không có gì chứa đủ" in client.get("/search", params={"q": "zzz"}).text


@pytest.mark.parametrize("path", ["/person", "/series", "/instrument", "/api/names"])
def test_a_name_that_nothing_bears_is_told(client: TestClient, path: str) -> None:
    """Whatever kind of thing is asked for."""
    answer = client.get(path, params={"name": "Atlantis"})
    assert answer.status_code == 404
    assert "Atlantis" in answer.text


def test_the_table_of_facts_comes_in_pages(client: TestClient, register: Register) -> None:
    """All facts come once over all pages; filters hold; a page beyond the last is empty."""
    pages = [client.get("/api/facts", params={"at": at, "limit": 40}).json() for at in range(1, 6)]
    ids = [fact["id"] for page in pages for fact in page["facts"]]
    assert sorted(ids) == sorted(fact.id for fact in register.facts())
    meetings = client.get(
        "/api/facts", params={"kind": "meeting", "name": ["ASEAN", "nga"], "since": "2016-01-01"}
    ).json()
    assert meetings["facts"]
    assert all(f["kind"] == "meeting" and {"ASEAN", "RUS"} <= set(f["parties"]) for f in meetings["facts"])
    assert "Không có sự việc nào" in client.get("/facts", params={"at": 99}).text
    assert client.get("/facts", params={"kind": "rumour"}).status_code == 422


def test_a_topic_is_kept_and_taken_off(register: Register) -> None:
    """From the topic of a pair to its statements; the form keeps it, and a link takes it off; so does "all" the kind."""
    words = {"kind": "statement", "parties": ["VNM", "FRA"], "act": "say"}
    for number, topic in enumerate(("trade", "trade", "climate")):
        register.add(*make(f"w{number}", f"2020-01-0{number + 1}", f"Lời {number}.", words | {"topics": [topic]}))
    client = visit(register)
    pair = client.get("/pair/VNM/FRA/topics").text
    (href,) = re.findall(r'<th scope="row"><a href="([^"]+)">thương mại', pair)
    page = client.get(unescape(href)).text
    assert page.count("<tr>") == 3
    assert '<input type="hidden" name="topic" value="trade">' in page
    (back,) = re.findall(r'href="([^"]+)">mọi chủ đề', page)
    assert client.get(unescape(back)).text.count("<tr>") == 4
    assert client.get("/facts", params={"kind": "", "name": "FRA"}).status_code == 200


def test_tables_come_as_csv(client: TestClient, register: Register) -> None:
    """With a head, one row a fact or article; a text that begins like a formula is disarmed."""
    facts = list(csv.DictReader(io.StringIO(client.get("/api/facts.csv").content.decode("utf-8-sig"))))
    assert {row["id"] for row in facts} == {fact.id for fact in register.facts()}
    assert any(row["parties"] == "ASEAN; CHN" for row in facts)
    assert not [row for row in facts if "'" in row.values()]  # what is left open is an empty cell
    for row in facts:  # each with the words on which it rests
        (found,) = register.find_articles(row["article"])
        stored = register.article(found.key)
        assert stored is not None
        assert row["quote"]
        assert all(words in stored.article.text for words in row["quote"].split(" … "))
    register.add(*make("formula", "2020-01-01", "=1+1 Tin."))
    articles = list(csv.DictReader(io.StringIO(client.get("/api/articles.csv").content.decode("utf-8-sig"))))
    assert "'=1+1 Tin" in {row["title"] for row in articles}
    meeting = register.facts(kinds=("meeting",))[0]
    people = ["Nguyễn Xuân Phúc", "Lý Hiển Long"]
    register.correct(meeting.id, {"city": "Huế", "people": people}, by="Lan", why="=nhầm")
    (decided,) = csv.DictReader(io.StringIO(client.get("/api/decisions.csv").content.decode("utf-8-sig")))
    assert decided["slots"] == "city: Huế; people: Nguyễn Xuân Phúc, Lý Hiển Long"
    assert (decided["by"], decided["why"], decided["state"], decided["withdrawn"]) == ("Lan", "'=nhầm", "in force", "")


def test_the_life_of_an_agreement_stands_in_turn(register: Register) -> None:
    """Of what is told without a day negotiations were before the signing, and that it is in force stands where it was
    first reported."""
    paper = {"kind": "instrument", "parties": ["JPN", "VNM"], "name": "CPTPP"}
    told = [
        ("2018-03-09", paper | {"stage": "signed", "date": "2018-03-08"}),
        ("2019-01-20", paper | {"stage": "negotiating"}),
        ("2018-11-13", paper | {"stage": "ratified", "date": "2018-11-12"}),
        ("2019-02-01", paper | {"stage": "in-force"}),
    ]
    for day, record in told:
        register.add(*make(f"cptpp {day}", day, f"CPTPP: {record['stage']}.", record))
    page = visit(register).get("/instrument?name=CPTPP").text
    life = page[page.index('id="life"') :].partition("</section>")[0]
    places = [life.index(words) for words in ("đang đàm phán", "8/3/2018", "12/11/2018", "đang thực hiện")]
    assert places == sorted(places)


def test_a_pair_leads_to_its_table(client: TestClient) -> None:
    """The facts about both parties, as of the same day."""
    (where,) = re.findall(r'href="(/api/facts.csv[^"]*)"', client.get(f"{PAIR}?as_of=2020-01-01").text)
    rows = list(csv.DictReader(io.StringIO(client.get(unescape(where)).content.decode("utf-8-sig"))))
    assert rows
    assert all({"ASEAN", "CHN"} <= set(row["parties"].split("; ")) for row in rows)


def test_every_source_of_a_pair_opens_its_sentence(client: TestClient) -> None:
    """Each number leads to a place that is on the article's page."""
    links = set(re.findall(r'href="(/articles/\w+)#(c\d+)"', client.get(PAIR).text))
    assert len(links) > 5
    pages = {path: client.get(path).text for path, _ in links}
    assert [where for where in links if f'id="{where[1]}"' not in pages[where[0]]] == []


def test_a_pair_as_of_a_day_knows_nothing_later(client: TestClient) -> None:
    """Before the partnership was founded the page does not show it, unless later reports are let in."""
    then = client.get(PAIR, params={"as_of": "2019-01-01"}).text
    assert "Đối tác chiến lược toàn diện" not in then
    assert "Hội nghị cấp cao ASEAN - Trung Quốc lần thứ 21" in then
    later = client.get(PAIR, params={"as_of": "2019-01-01", "known_by": "2022-01-01"}).text
    assert "Quan hệ đối thoại" in later


def test_a_pair_shows_who_said_what_by_topic(register: Register) -> None:
    """A turn is told with what was said before, each word opens its sentence, the twin and the day hold."""
    words = {"kind": "statement", "parties": ["VNM", "FRA"], "topics": ["trade"]}
    keys = [
        register.add(*make(id, day, text, words | {"act": act, "date": day, "says": text})).key
        for id, day, act, text in (
            ("one", "2018-03-27", "support", "Hai nước ủng hộ hiệp định thương mại."),
            ("two", "2019-11-05", "oppose", "Hai nước phản đối hiệp định thương mại."),
        )
    ]
    client = visit(register)
    page = client.get("/pair/VNM/FRA/topics").text
    table = page[page.index('class="topics"') :]
    said = text_of(table[: table.index("</table>")])
    assert "thương mại 2" in said
    assert "27/3/2018 ủng hộ 5/11/2019 phản đối (trước đó về thương mại: ủng hộ 27/3/2018)" in said
    for key in keys:
        assert f'href="/articles/{key}#c0"' in table
    (topic,) = client.get("/api/pair/VNM/FRA/topics").json()["topics"]
    assert topic["words"]["both"][1]["turn"]["act"] == "support"
    (before,) = client.get("/api/pair/VNM/FRA/topics", params={"as_of": "2019-01-01"}).json()["topics"]
    assert [word["said"]["act"] for word in before["words"]["both"]] == ["support"]
    assert 'class="topics"' not in client.get("/pair/VNM/FRA/topics", params={"as_of": "2018-01-01"}).text


@pytest.mark.parametrize("part", ["timeline", "topics"])
def test_parts_of_a_pair_are_pages_of_their_own(client: TestClient, part: str) -> None:
    """Of the same days; what the browser puts into the pair's page is the section that the page leaves room for."""
    days = "?as_of=2021-12-01&known_by=2022-01-01"
    whole = client.get(PAIR + days).text
    assert f'hx-get="{PAIR}/{part}{days.replace("&", "&amp;")}"' in whole
    assert f'<p class="more"><a href="{PAIR}/{part}{days.replace("&", "&amp;")}">' in whole
    alone = client.get(f"{PAIR}/{part}{days}").text
    put_in = client.get(f"{PAIR}/{part}{days}", headers={"HX-Request": "true"}).text
    for page in (whole, alone, put_in):
        assert page.count(f'id="part-{part}"') == 1
        assert "2021-12-01" in page
    assert ("Nguồn" in text_of(alone[alone.index("<main") :])) == (part == "timeline")
    assert 'class="sources"' not in put_in
    names = client.get(f"/pair/Trung Quốc/ASEAN/{part}{days}", follow_redirects=False)
    assert (names.status_code, names.headers["location"]) == (307, f"/pair/CHN/ASEAN/{part}{days}")
    nothing = client.get(f"/pair/FRA/BRA/{part}").text
    assert f'<section id="part-{part}" class="part"></section>' in nothing


@pytest.mark.parametrize(
    ("form", "begins", "kind"),
    [("html", b"<!doctype html>", "text/html"), ("md", b"# ", "text/markdown"), ("docx", b"PK", "application/vnd")],
)
def test_the_brief_as_a_file(client: TestClient, form: str, begins: bytes, kind: str) -> None:
    """Each format comes with its type and a name that says what it is."""
    answer = client.get(f"{PAIR}/brief.{form}")
    assert answer.content.startswith(begins)
    assert answer.headers["content-type"].startswith(kind)
    assert f"ASEAN-CHN-2022-03-01.{form}" in answer.headers["content-disposition"]


def test_an_article_shows_all_its_text_once(client: TestClient, register: Register) -> None:
    """Cut at zones and evidence, the text is whole, and each record has its place and its fact."""
    (ref,) = register.find_articles("asean-trung-quoc-hnccc21")
    stored = register.article(ref.key)
    assert stored is not None
    cut = parts(stored.article.text, stored.reading.zones, stored.reading.records)
    assert "".join(part.text for part in cut) == stored.article.text
    page = client.get(f"/articles/{ref.key}").text
    for number in range(len(stored.reading.records)):
        assert f'data-record="{number}"' in page
    assert 'class="zone zone-teaser"' in page


def test_pieces_overlap_where_records_do() -> None:
    """A stretch belongs to all records that rest on it; text before, between and behind zones is kept."""
    _, reading = make(
        "a",
        "2020-01-01",
        "0123456789",
        {"kind": "status", "parties": ["VNM", "FRA"], "level": "other", "phase": "in-force", "says": "2345"},
        {"kind": "meeting", "parties": ["VNM", "FRA"], "form": "talks", "phase": "held", "says": "4567"},
    )
    cut = parts("0123456789", (Zone("title", 1, 3), Zone("body", 3, 9)), reading.records)
    assert [(part.zone, part.text) for part in cut] == [("", "0"), ("title", "12"), ("body", "345678"), ("", "9")]
    assert [(p.text, p.records, p.kind) for p in cut[2].pieces] == [
        ("3", [0], "status"),
        ("45", [0, 1], "status"),
        ("67", [1], "meeting"),
        ("8", [], ""),
    ]


def test_a_fact_shows_every_report(client: TestClient, register: Register) -> None:
    """The page of a fact has the words of each of its reports."""
    fact = max(register.facts(), key=lambda f: len(f.mentions))
    page = client.get(f"/facts/{fact.id}").text
    assert len(fact.mentions) > 1
    for mention in fact.mentions:
        assert f"/articles/{mention.article.key}#r{mention.index}" in page


def test_the_api_gives_what_the_command_line_gives(client: TestClient, register: Register) -> None:
    """The brief under /api is the described object of `banggiao brief --format json`."""
    answer = client.get(f"/api{PAIR}", params={"as_of": "2021-12-01"}).json()
    brief = question.brief(register, load(), ("ASEAN", "CHN"), as_of=Day(2021, 12, 1), known_by=None)
    assert answer == msgspec.to_builtins(brief)
    assert answer["standings"][0]["level"] == "comprehensive-strategic-partnership"


def test_every_address_of_the_description_answers(client: TestClient, register: Register) -> None:
    """No path of the OpenAPI description fails for the things that the register holds."""
    described = client.get("/api/openapi.json").json()
    assert described["openapi"].startswith("3.1")
    fact = register.facts()[0]
    values = {"a": "ASEAN", "b": "CHN", "key": fact.mentions[0].article.key, "id": fact.id, "name": "ASEAN"}
    gets = [path for path, how in described["paths"].items() if "get" in how]
    assert len(gets) > 5
    for path in gets:
        assert client.get(path.format(**values), params={"name": "ASEAN"}).status_code == 200, path


@pytest.mark.parametrize(
    ("path", "status", "says"),
    [
        ("/pair/ASEAN/Atlantis", 404, "Atlantis"),
        ("/pair/ASEAN/asean", 400, "ASEAN"),
        (f"{PAIR}?as_of=2022-02-30", 400, "2022-02-30"),
        ("/facts/none", 404, "none"),
        ("/articles/none", 404, "none"),
        ("/nowhere", 404, "Không có trang này"),
        (f"{PAIR}/brief.pdf", 422, "form"),
    ],
)
def test_what_is_not_there_is_told(client: TestClient, path: str, status: int, says: str) -> None:
    """An error is a page of the desk that names what was asked; under /api it is JSON with what to do."""
    answer = client.get(path)
    assert answer.status_code == status
    assert says in text_of(answer.text)
    assert "Banggiao" in answer.text
    if not path.startswith(("/nowhere", f"{PAIR}/brief")):
        data = client.get(f"/api{path}")
        assert data.status_code == status
        assert says in data.json()["error"]


def test_errors_are_told_in_the_readers_language(client: TestClient) -> None:
    """The sentence and what to do next, with parties as this language calls them; for programs in English."""
    said = text_of(client.get("/pair/ASEAN/nam hann").text)
    assert "Không có bên nào tên là 'nam hann'. Có phải bạn muốn nói Hàn Quốc (KOR)" in said
    assert "No party is called" in text_of(client.get("/pair/ASEAN/nam hann?lang=en").text)
    assert "No party is called" in client.get("/api/pair/ASEAN/nam hann").json()["error"]


def test_a_failure_of_the_program_is_a_page_too(register: Register, monkeypatch: pytest.MonkeyPatch) -> None:
    """The answer keeps its headers and gives nothing of the inside away."""

    def fails() -> None:
        raise RuntimeError("inside")

    monkeypatch.setattr(register, "counts", fails)
    answer = visit(register).get("/about")
    assert answer.status_code == 500
    assert "inside" not in answer.text
    assert "content-security-policy" in answer.headers


def test_behind_a_prefix_every_link_has_it(register: Register) -> None:
    """Under a path of a reverse proxy no link leads out of it."""
    app = visit(register).app
    client = TestClient(app, base_url="http://127.0.0.1", root_path="/desk")
    for path in ("/desk/", f"/desk{PAIR}", "/desk/about"):
        page = client.get(path)
        assert page.status_code == 200
        links = re.findall(r'(?:href|src|action|hx-get)="(/[^"]*)"', page.text)
        assert links
        assert [link for link in links if not link.startswith("/desk/")] == []


def test_a_hostile_article_is_shown_harmless(register: Register) -> None:
    """Script stays text, addresses that are no web pages are no links, controls of direction are taken out, look-alike
    letters of a host are told."""
    script = "<script>alert(1)</script>"
    item = make(
        'a"><img src=x>',
        "2020-01-01",
        f"{script}\u202e Hai nước họp. {'dài ' * 1000}",
        {
            "kind": "meeting",
            "parties": ["VNM", "FRA"],
            "form": "talks",
            "phase": "held",
            "people": [script],
            "says": "Hai nước họp.",
        },
        url="javascript:alert(2)",
    )
    other = make("b", "2020-01-02", "Tin.", url="https://vnехpress.net/tin")
    keys = [register.add(*one).key for one in (item, other)]
    client = visit(register)
    (fact,) = register.facts_in(keys[0])
    for path in ("/", f"/articles/{keys[0]}", f"/facts/{fact.id}", "/pair/VNM/FRA"):
        page = client.get(path).text
        assert "<script>" not in page, path
        assert "<img" not in page
        assert "\u202e" not in page
        assert 'href="javascript' not in page
    assert "\u202e" not in client.get("/search", params={"q": "hai nuoc hop"}).text
    assert "xn--vnpress-" in client.get(f"/articles/{keys[1]}").text


def on(path: str, day: str) -> str:
    """The address of a page as of a day."""
    return f"{path}{'&' if '?' in path else '?'}as_of={day}"


@pytest.mark.parametrize(
    ("path", "later", "before"),
    [
        ("/person?name=Lý Hiển Long", "14/11/2018", "26/1/2018"),
        ("/series?name=Hội nghị cấp cao ASEAN - Trung Quốc", "14/11/2018", ""),
        ("/instrument?name=Tầm nhìn Đối tác chiến lược ASEAN - Trung Quốc đến năm 2030", "14/11/2018", ""),
        ("/party/ASEAN", "22/11/2021", "2/8/2018"),
    ],
)
def test_a_page_as_of_a_day_knows_nothing_later(client: TestClient, path: str, later: str, before: str) -> None:
    """On the day before the summit nothing of it is there; the form, the twin and the table keep the days."""
    assert later in text_of(client.get(path).text)
    page = client.get(on(path, "2018-11-01"))
    said = text_of(page.text)
    assert later not in said
    assert before in said
    assert 'name="as_of" value="2018-11-01"' in page.text
    for link in ("JSON", "dạng bảng", "CSV"):
        (href,) = re.findall(rf'href="([^"]+)">{link}</a>', page.text)
        assert "as_of=2018-11-01" in href
        answer = client.get(unescape(href))
        assert answer.status_code == 200
        assert "2021-11-22" not in answer.text
        assert "2018-11-14" not in answer.text


def test_later_reports_may_be_let_in(client: TestClient) -> None:
    """By what is known later more is told of the same day; what lies ahead of the day stays out."""
    day = {"name": "Lý Hiển Long", "as_of": "2018-02-01"}
    then = client.get("/api/names", params=day).json()
    later = client.get("/api/names", params=day | {"known_by": "2022-01-01"}).json()
    assert {fact["id"] for fact in then} < {fact["id"] for fact in later}
    assert any(fact["last_reported"] == "2018-11-14" for fact in later)
    assert all((fact.get("date") or "") <= "2018-02-01" for fact in later)


def test_sources_are_numbered_as_a_page_meets_them(client: TestClient, register: Register) -> None:
    """However many of a fact's reports are left out, the numbers of a page begin at 1 and have no gaps."""
    for number in range(12):
        office = {"kind": "office", "parties": ["FRA"], "party": "FRA", "role": "head-of-state"}
        register.add(
            *make(f"p{number}", f"2019-01-{number + 1:02}", f"Tin {number}.", office | {"person": "Emmanuel Macron"})
        )
    page = client.get("/person?name=Emmanuel Macron").text
    listed = [int(n) for n in re.findall(r'id="source-(\d+)"', page)]
    assert listed == list(range(1, len(listed) + 1))
    assert 0 < len(listed) < 12
    met = [int(n) for n in re.findall(r">\[(\d+)\]</a>", page)]
    assert list(dict.fromkeys(met)) == listed


def test_sessions_of_unknown_year_come_last(register: Register) -> None:
    """What cannot be put in order does not lead the list."""
    series = {"kind": "meeting", "parties": ["ASEAN", "CHN"], "form": "summit", "phase": "held", "mechanism": "Kỳ X"}
    for number, date in enumerate(("2016-09-07", "XXXX-06-20", "2018-11-14")):
        register.add(*make(f"s{number}", None, f"Tin số {number}.", series | {"date": date}))
    page = visit(register).get("/series?name=Kỳ X").text
    assert re.findall(r'<td class="when">([^<]*)</td>', page) == ["14/11/2018", "7/9/2016", "20/6, không rõ năm"]


def test_a_list_that_is_cut_leads_to_the_whole(register: Register) -> None:
    """On the page of a pair what is left out is behind a link to the table of both parties."""
    talks = {"kind": "meeting", "parties": ["VNM", "FRA"], "form": "talks", "phase": "held"}
    for number in range(10):
        register.add(*make(f"m{number}", "2020-01-01", f"Họp {number}.", talks | {"date": f"2019-{number + 1:02}-05"}))
    client = visit(register)
    (href,) = re.findall(r'href="([^"]+)">và 2 mục nữa', client.get("/pair/VNM/FRA").text)
    assert client.get(unescape(href)).text.count("<tr>") == 11


def test_a_day_before_all_reports_is_no_error(client: TestClient) -> None:
    """The page says that nothing was known, and can be turned to another day."""
    for path in ("/person?name=Lý Hiển Long", "/instrument?name=COC", "/series?name=AMM", "/party/ASEAN"):
        page = client.get(on(path, "1990-01-01"))
        assert page.status_code == 200, path
        assert 'name="as_of" value="1990-01-01"' in page.text
    assert "chưa có tin nào" in client.get("/person?name=Lý Hiển Long&as_of=1990-01-01").text


def test_the_number_of_disagreements_is_on_the_first_page(register: Register) -> None:
    """Two reports that name different days of one founding are counted."""
    level = {"kind": "status", "parties": ["VNM", "FRA"], "level": "strategic-partnership", "phase": "established"}
    register.add(*make("one", "2013-09-26", "Lập quan hệ ngày 25/9.", level | {"date": "2013-09-25"}))
    register.add(*make("two", "2013-09-27", "Lập quan hệ hôm 24/9.", level | {"date": "2013-09-24"}))
    assert len(disagreements(register.facts())) == 1
    client = visit(register)
    assert "1 điểm khác nhau" in text_of(client.get("/").text)
    listed = text_of(client.get("/disagreements").text)
    assert "24/9/2013" in listed
    assert "25/9/2013" in listed
    assert client.get("/api/disagreements").json()["disagreements"][0]["slot"] == "date"


def test_lists_that_take_long_say_so_and_hold_what_is_left(register: Register, monkeypatch: pytest.MonkeyPatch) -> None:
    """Before they were ever worked out, and after a decision while they are worked out anew."""
    level = {"kind": "status", "parties": ["VNM", "FRA"], "level": "strategic-partnership", "phase": "established"}
    register.add(*make("one", "2013-09-26", "Lập quan hệ ngày 25/9.", level | {"date": "2013-09-25"}))
    register.add(*make("two", "2013-09-27", "Lập quan hệ hôm 24/9.", level | {"date": "2013-09-24"}))
    client = visit(register)
    kept = client.app.state.desk.memory  # type: ignore[attr-defined]
    monkeypatch.setattr(kept, "lately", lambda *_: (None, False))
    for path in ("/disagreements", "/suggestions"):
        assert "Đang rà soát" in client.get(path).text
    before = {"disagreements": disagreements(register.contested()), "suggestions": [THE_SAME]}
    monkeypatch.setattr(kept, "lately", lambda question, *_: (before[question], False))
    assert "24/9/2013" in text_of(client.get("/disagreements").text)
    assert "Vương Nghị" in client.get("/suggestions").text
    one = before["disagreements"][0].claims[0].facts[0].id
    register.accept(one, by="t")
    register.same_person(THE_SAME.names, party="CHN", by="t")
    assert "24/9/2013" not in text_of(client.get("/disagreements").text)
    assert "24/9/2013" in text_of(client.get("/disagreements?settled=true").text)
    assert "Vương Nghị" not in client.get("/suggestions").text


THE_SAME = Suggestion("merge", "CHN", ["Vương Nghị", "Vuong Nghi"], 0.9, "words")


def test_a_target_has_a_bar_where_there_is_a_figure(register: Register) -> None:
    """Without one the list of targets has said all; the bar never leaves its place, whatever was reached."""
    parties = ["JPN", "VNM"]
    goal = {"kind": "target", "parties": parties, "measure": "trade", "value": 60e9, "unit": "USD", "due": "2030"}
    page = visit(register)
    register.add(
        *make("goal", "2019-07-01", "Việt Nam và Nhật Bản phấn đấu đạt 60 tỷ USD thương mại vào năm 2030.", goal)
    )
    assert "2030" in page.get("/pair/JPN/VNM").text
    assert "<progress" not in page.get("/pair/JPN/VNM").text
    reached = {"kind": "figure", "parties": parties, "measure": "trade", "value": 45e9, "unit": "USD", "period": "2019"}
    register.add(*make("reached", "2020-01-20", "Thương mại Việt Nam - Nhật Bản năm 2019 đạt 45 tỷ USD.", reached))
    assert '<progress max="1" value="0.750"' in page.get("/pair/JPN/VNM").text
