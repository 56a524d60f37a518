"""People with posts, who is meant by a name, a title or a pronoun, and whose records come of it."""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import Any

import pytest

from banggiao.grammar import Rule
from banggiao.lexicon import Lexicon, load
from banggiao.model import Article, Zone
from banggiao.reading.document import Document
from banggiao.reading.parties import find_parties
from banggiao.reading.people import GRAMMAR, find_people, people_in, person_at
from banggiao.reading.persons import PersonMention
from banggiao.reading.pipeline import Reader


@cache
def reader() -> Reader:
    return Reader()


@cache
def lexicon() -> Lexicon:
    return load()


def document(*stories: str, published: str | None = None) -> Document:
    """The document of stories, each a line, all steps run, the gate on relevance aside."""
    text = "\n".join(stories)
    zones, start = [], 0
    for number, story in enumerate(stories):
        zones.append(Zone("teaser" if number else "body", start, start + len(story), number))
        start += len(story) + 1
    doc = reader().document(Article("test", text, published=published, zones=tuple(zones)))
    doc.records.clear()
    find_parties(doc)
    find_people(doc)
    return doc


def offices(*stories: str, published: str | None = None) -> list[tuple[str, str, str | None]]:
    return [(o.person, o.role, o.party) for o in document(*stories, published=published).records]  # type: ignore[attr-defined]


def mentions(*stories: str, published: str | None = None) -> list[tuple[str, str | None, str | None]]:
    """Each mention's words, the person's name, the party."""
    doc = document(*stories, published=published)
    found: list[PersonMention] = doc.facts["people"]
    return [(doc.surface(m.first, m.last), m.person.name if m.person else None, m.party) for m in found]


def _rules() -> list[Rule]:
    return reader()._grammars[GRAMMAR].rules


EXAMPLES = [(rule.name, text) for rule in _rules() for text in rule.examples]
REFUSALS = [(rule.name, text) for rule in _rules() for text in rule.refusals]

ONE_OFFICE = [
    # the state after the post, before it, after "của", in another clause, by its seat
    ("Bộ trưởng Ngoại giao Trung Quốc Tần Cương đến Jakarta.", ("Tần Cương", "foreign-minister", "CHN")),
    ("Ngoại trưởng của Indonesia Retno Marsudi chủ trì.", ("Retno Marsudi", "foreign-minister", "IDN")),
    ("Thứ trưởng Bộ Ngoại giao Việt Nam, ông Hà Kim Ngọc, dự họp.", ("Hà Kim Ngọc", "deputy-foreign-minister", "VNM")),
    ("Bộ Ngoại giao Nga thông báo Thứ trưởng Igor Morgulov sẽ thăm Hà Nội.", ("Igor Morgulov", "deputy-foreign-minister", "RUS")),
    ("Phát ngôn viên Cơ quan Năng lượng Nguyên tử Iran Behrouz Kamalvandi nói.", ("Behrouz Kamalvandi", "spokesperson", "IRN")),
    ("Chỉ huy Bộ Tư lệnh Thái Bình Dương Mỹ Harry Harris tới Manila.", ("Harry Harris", "senior-official", "USA")),
    ("Giám đốc Cục Điều tra Liên bang Mỹ Christopher Wray điều trần.", ("Christopher Wray", "senior-official", "USA")),
    ("Thượng nghị sỹ đảng Cộng hoà Lindsey Graham thăm Kiev.", ("Lindsey Graham", "other", "USA")),
    ("Dương Khiết Trì, nhà ngoại giao hàng đầu Trung Quốc, tới Singapore.", ("Dương Khiết Trì", "senior-official", "CHN")),
    ("Tham mưu trưởng quân đội Israel - Gadi Eisenkot.", ("Gadi Eisenkot", "senior-official", "ISR")),
    ("Tư lệnh Cảnh sát quốc gia Philippines Ronald Dela Rosa tới Đà Nẵng.", ("Ronald Dela Rosa", "senior-official", "PHL")),
    ("Thứ trưởng Quốc phòng Mỹ phụ trách quản lý và kỹ thuật Michael Griffin nói.", ("Michael Griffin", "deputy-minister", "USA")),
    ("Bí thư thứ nhất Ban Chấp hành Trung ương Đảng Cộng sản Cuba Raul Castro tiếp khách.", ("Raul Castro", "party-chief", "CUB")),
    ("Tổng thư ký Hội đồng An ninh quốc gia tối cao Iran Ali Shamkhani nói.", ("Ali Shamkhani", "senior-official", "IRN")),
    ("Phát ngôn viên điện Kremlin Dmitry Peskov bác tin.", ("Dmitry Peskov", "spokesperson", "RUS")),
    ("Trợ lý Ngoại trưởng Mỹ phụ trách khu vực Nam và Trung Á Alice Wells tới Kabul.", ("Alice Wells", "deputy-minister", "USA")),
    ("Đại sứ, Trưởng phái đoàn Việt Nam tại ASEAN Vũ Hồ chủ trì.", ("Vũ Hồ", "ambassador", "VNM")),
    ("Phó Thủ tướng Nga I. Su - va - lốp sang Hà Nội.", ("I. Su - va - lốp", "deputy-head-of-government", "RUS")),
    ("Bộ trưởng Ngoại giao Nga X. La - vrốp sang Hà Nội.", ("X. La - vrốp", "foreign-minister", "RUS")),
    ("Phó chánh văn phòng Nhà Trắng Joe Hagin tới Singapore.", ("Joe Hagin", "senior-official", "USA")),
    ("Đặc phái viên về Triều Tiên của Mỹ Stephen Biegun tới Seoul.", ("Stephen Biegun", "senior-official", "USA")),
    ("Chủ tịch tỉnh Vân Nam Nguyễn Thành Phát tới Hà Nội.", ("Nguyễn Thành Phát", "other", "CHN")),
    # posts after the name
    ("Bà Phạm Thu Hằng, người phát ngôn Bộ Ngoại giao Việt Nam, trả lời.", ("Phạm Thu Hằng", "spokesperson", "VNM")),
    ("Vũ Hồ - Quyền Trưởng SOM ASEAN Việt Nam - phát biểu.", ("Vũ Hồ", "senior-official", "VNM")),
    ("Đại tướng Phan Văn Giang, Bộ trưởng Quốc phòng, đón khách.", ("Phan Văn Giang", "defence-minister", "VNM")),
    ("Ông Jake Sullivan, cố vấn an ninh quốc gia của Nhà Trắng, nói.", ("Jake Sullivan", "senior-official", "USA")),
    # what the portfolio makes of a minister
    ("Bộ trưởng Quốc phòng Singapore Ng Eng Hen phát biểu.", ("Ng Eng Hen", "defence-minister", "SGP")),
    ("Bộ trưởng Kế hoạch và Đầu tư Nguyễn Chí Dũng dự lễ.", ("Nguyễn Chí Dũng", "minister", "VNM")),
    ("Bộ trưởng Luật và Nhân quyền Indonesia Yasonna Laoly ký.", ("Yasonna Laoly", "minister", "IDN")),
    ("Bộ trưởng Thương mại và Phát triển xuất khẩu New Zealand, ông Damien O'Connor, ký.",
     ("Damien O'Connor", "minister", "NZL")),
    ("Thứ trưởng Thứ nhất Bộ Ngoại giao Hàn Quốc Kim Hong Kyun đáp.", ("Kim Hong Kyun", "deputy-foreign-minister", "KOR")),
    ("Trợ lý Ngoại trưởng Mỹ Daniel Russel tới thăm.", ("Daniel Russel", "deputy-minister", "USA")),
    # envoys stand for those who send them
    ("Đại sứ Việt Nam tại Liên bang Nga Đặng Minh Khôi trình thư.", ("Đặng Minh Khôi", "ambassador", "VNM")),
    ("Đại sứ Thuỵ Điển tại Việt Nam Pereric Hogberg nói.", ("Pereric Hogberg", "ambassador", "SWE")),
    ("Đại diện đặc biệt của Mỹ về vấn đề Triều Tiên, ông Sung Kim, nói.", ("Sung Kim", "senior-official", "USA")),
    ("Tổng Thư ký ASEAN Kao Kim Hourn chào mừng.", ("Kao Kim Hourn", "secretary-general", "ASEAN")),
    # heads by many names
    ("Nhà lãnh đạo Triều Tiên Kim Jong Un thị sát.", ("Kim Jong Un", "head-of-state", "PRK")),
    ("Chủ tịch Triều Tiên Kim Jong - un thị sát.", ("Kim Jong - un", "head-of-state", "PRK")),
    ("Chủ tịch nước Tô Lâm đón khách.", ("Tô Lâm", "head-of-state", "VNM")),
    ("Chủ tịch Hội đồng Liên bang Nga Valentina Matvienko tới thăm.", ("Valentina Matvienko", "speaker-of-parliament", "RUS")),
    ("Quyền Thủ tướng Thái Lan Phumtham Wechayachai chủ trì.", ("Phumtham Wechayachai", "head-of-government", "THA")),
    ("Tân Tổng thống Indonesia Prabowo Subianto nhậm chức.", ("Prabowo Subianto", "head-of-state", "IDN")),
    # names of many kinds
    ("Ngoại trưởng Qatar Mohammed bin Abdulrahman Al - Thani họp báo.",
     ("Mohammed bin Abdulrahman Al - Thani", "foreign-minister", "QAT")),
    ("Ngoại trưởng Pháp Jean - Noel Barrot nói.", ("Jean - Noel Barrot", "foreign-minister", "FRA")),
    ("Tổng thống Mỹ Donald J. Trump phát biểu.", ("Donald J. Trump", "head-of-state", "USA")),
    ("Phó Thủ tướng Trung Quốc Hàn Chính dự lễ.", ("Hàn Chính", "deputy-head-of-government", "CHN")),
    ("Đại sứ Việt Nam tại Nga Ngô Đức Mạnh nói.", ("Ngô Đức Mạnh", "ambassador", "VNM")),
]  # fmt: skip
TWO_POSTS = [
    ("Phó Thủ tướng, Bộ trưởng Ngoại giao Bùi Thanh Sơn tiếp khách.", ["deputy-head-of-government", "foreign-minister"]),
    ("Tổng Bí thư, Chủ tịch nước Nguyễn Phú Trọng hội kiến.", ["party-chief", "head-of-state"]),
    ("Thứ trưởng Ngoại giao Đỗ Hùng Việt, Trưởng SOM ASEAN của Việt Nam, dự.", ["deputy-foreign-minister", "senior-official"]),
    ("Phó Thủ tướng kiêm Bộ trưởng Ngoại giao Lào Saleumxay Kommasith", ["deputy-head-of-government", "foreign-minister"]),
]  # fmt: skip
NO_OFFICE = [
    "Tổng thống Nga gặp Thủ tướng, GS Nguyễn Văn An dự tiếp khách.",
    "Cố vấn an ninh quốc gia Mỹ H.R",
    "Trong cuộc họp với các Thứ trưởng Ngoại giao Nga, ông Lê Văn Sáu đề nghị hợp tác.",
    "Thủ tướng Tu - va - lu và Thủ tướng Ki - ri - ba - ti dự hội nghị.",
    "Hội nghị Chủ tịch Quốc hội các nước Á - Âu lần thứ 3 họp tại Thổ Nhĩ Kỳ.",
    "Cựu Tổng thống Mỹ Barack Obama xuất bản hồi ký.",
    "Nguyên Bộ trưởng Ngoại giao Nguyễn Dy Niên kể lại.",
    "Phu nhân Tổng thống Mỹ Melania Trump thăm trường học.",
    "Chủ tịch HĐQT Trần Bá Dương trả lời.",
    "Chủ tịch Tập đoàn Lê Văn Kiểm trả lời.",
    "HLV Park Hang-seo công bố danh sách.",
    "Giáo sư Carl Thayer nhận định.",
    "Tiến sĩ Lê Hồng Hiệp, chuyên gia về Biển Đông, nhận định.",
    "Ông Nguyễn Văn Bình, giám đốc công ty, cho biết.",
    "Người phát ngôn của ông Putin không bình luận.",
    "Hiệu trưởng Nguyễn Thị Hoa khen học sinh.",
]
FOLLOWED = [
    # words of a story, the mention that is looked at, who is meant
    ("Ngoại trưởng Mỹ Mike Pompeo đến Seoul. Ông Pompeo sẽ gặp báo chí.", "Ông Pompeo", "Mike Pompeo"),
    ("Người phát ngôn Lê Thị Thu Hằng họp báo. Bà Hằng khẳng định lập trường.", "Bà Hằng", "Lê Thị Thu Hằng"),
    ("Chủ tịch Trung Quốc Tập Cận Bình thăm Hà Nội. Ông Tập cảm ơn.", "Ông Tập", "Tập Cận Bình"),
    ("Thủ tướng Phạm Minh Chính tiếp Đại sứ Marc Knapper. Thủ tướng đề nghị hợp tác.", "Thủ tướng", "Phạm Minh Chính"),
    ("Tổng thống Pháp Emmanuel Macron nói. Tổng thống Pháp sẽ thăm Việt Nam.", "Tổng thống Pháp", "Emmanuel Macron"),
    ("Ngoại trưởng Nga Sergei Lavrov nói. Người đứng đầu Bộ Ngoại giao Nga cảm ơn.",
     "Người đứng đầu Bộ Ngoại giao Nga", "Sergei Lavrov"),
    ("Bà Penny Wong, Ngoại trưởng Australia, gặp ông Bùi Thanh Sơn. Bà cảm ơn Việt Nam.", "Bà", "Penny Wong"),
    ("Thủ tướng Nhật Bản Kishida Fumio đến Seoul. Ông sẽ ở lại hai ngày.", "Ông", "Kishida Fumio"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "text"), EXAMPLES)
def test_a_rule_finds_its_examples(name: str, text: str) -> None:
    """Every example of the grammar is found by its own rule."""
    rule = next(rule for rule in _rules() if rule.name == name)
    assert list(rule.finditer(document(text).row))


@pytest.mark.parametrize(("name", "text"), REFUSALS)
def test_a_rule_refuses_its_refusals(name: str, text: str) -> None:
    """No refusal of the grammar is found by its rule."""
    rule = next(rule for rule in _rules() if rule.name == name)
    assert not list(rule.finditer(document(text).row))


@pytest.mark.parametrize(("text", "expected"), ONE_OFFICE)
def test_a_post_beside_a_name_is_an_office(text: str, expected: tuple[str, str, str]) -> None:
    """Name, role and party are read wherever the post and the state stand."""
    assert offices(text) == [expected]


@pytest.mark.parametrize(("text", "roles"), TWO_POSTS)
def test_two_posts_give_two_records(text: str, roles: list[str]) -> None:
    """A person with two posts has a record for each."""
    assert [role for _, role, _ in offices(text)] == roles


@pytest.mark.parametrize("text", NO_OFFICE)
def test_no_office_of_state_no_record(text: str) -> None:
    """Former holders, relatives, business, sport and science yield nothing."""
    assert offices(text) == []


@pytest.mark.parametrize(("text", "words", "name"), FOLLOWED)
def test_who_is_meant_later_in_the_story(text: str, words: str, name: str) -> None:
    """A part of a name, a post alone and a pronoun lead back to the person named before."""
    assert [person for said, person, _ in mentions(text) if said == words][-1] == name


def test_the_fullest_form_of_a_name_is_recorded_once() -> None:
    """Several forms of one name are one person, called by the fullest, even where a short form came first."""
    text = "Tổng thống Macron đến Hà Nội. Tổng thống Pháp Emmanuel Macron hội đàm. Ông Macron cảm ơn."
    assert offices(text) == [("Emmanuel Macron", "head-of-state", "FRA")]


def test_a_counterpart_has_the_post_of_the_one_before() -> None:
    """The counterpart's role is that of the person named before in the sentence, the party is the stated one."""
    text = "Thứ trưởng Ngoại giao Singapore Chee Wee Kiong và người đồng cấp Malaysia Ramlan Ibrahim chủ trì."
    assert offices(text)[1] == ("Ramlan Ibrahim", "deputy-foreign-minister", "MYS")


def test_who_stands_with_another_is_of_his_state() -> None:
    """Only where nothing else says of which, and not where one is the other's counterpart."""
    text = "Đại diện thương mại Mỹ Robert Lighthizer và Cố vấn kinh tế Andrew Olmem họp báo."
    assert ("Andrew Olmem", "senior-official", "USA") in offices(text)
    text = "Cuộc gặp giữa Ngoại trưởng Mỹ Mike Pompeo và Bộ trưởng Quốc phòng Ramón Celis diễn ra ở Caracas."
    assert offices(text) == [("Mike Pompeo", "foreign-minister", "USA")]


def test_a_state_behind_a_title_is_no_name() -> None:
    """ "Tổng thống Hàn" is a title; one of that name in the story would be the person."""
    text = "Tổng thống Hàn Quốc Moon Jae-in tới Hà Nội. Tổng thống Hàn hội đàm với Chủ tịch nước Trần Đại Quang."
    assert offices(text) == [("Moon Jae-in", "head-of-state", "KOR"), ("Trần Đại Quang", "head-of-state", "VNM")]


def test_two_leaders_are_heads_of_state() -> None:
    """ "Hai nhà lãnh đạo A và B" names two heads; the known ones bring their parties."""
    text = "Hai nhà lãnh đạo Donald Trump và Kim Jong Un gặp nhau."
    assert set(offices(text)) == {("Donald Trump", "head-of-state", "USA"), ("Kim Jong Un", "head-of-state", "PRK")}


def test_a_definite_post_hides_the_word_leader() -> None:
    """One who is called prime minister somewhere is not a head of state for being called a leader elsewhere."""
    text = "Nhà lãnh đạo Campuchia Hun Manet đến Hà Nội. Thủ tướng Campuchia Hun Manet hội đàm."
    assert offices(text) == [("Hun Manet", "head-of-government", "KHM")]


def test_an_open_post_takes_what_is_known_of_the_years() -> None:
    """ "Chủ tịch" alone is the head of state of a known person who was one then, and nothing of anybody else."""
    assert offices("Chủ tịch Trương Tấn Sang dự lễ.", published="2014-05-01") == [
        ("Trương Tấn Sang", "head-of-state", "VNM")
    ]
    assert offices("Chủ tịch Trương Tấn Sang dự lễ.", published="2017-05-01") == []
    assert offices("Chủ tịch Nguyễn Văn Lâm dự lễ.") == []


def test_a_list_of_people_keeps_posts_apart() -> None:
    """In a list each person has his own post and state, though commas part both posts and people."""
    text = "Dự có Tổng thống Mỹ Joe Biden, Thủ tướng Nhật Bản Kishida Fumio, Thủ tướng Anh Keir Starmer."
    assert offices(text) == [
        ("Joe Biden", "head-of-state", "USA"),
        ("Kishida Fumio", "head-of-government", "JPN"),
        ("Keir Starmer", "head-of-government", "GBR"),
    ]


def test_the_post_of_a_list_s_next_one_stays_his() -> None:
    """A title with another state than the known person's belongs to somebody else."""
    assert offices("Theo nhà lãnh đạo Triều Tiên, ông Donald Trump rất thân thiện.") == []


def test_a_state_s_turn_in_the_chair_is_no_office() -> None:
    """ "In its capacity as chair of ASEAN" says nothing of the speaker's post."""
    text = "Trong vai trò Chủ tịch ASEAN, Thứ trưởng Ngoại giao Nguyễn Quốc Dũng phát biểu."
    assert [role for _, role, _ in offices(text)] == ["deputy-foreign-minister"]


def test_no_party_no_record() -> None:
    """A foreign name without any state is a mention, not a record: better silence than a guess."""
    assert offices("Ngoại trưởng Miroslav Novák phát biểu.") == []
    assert [name for _, name, _ in mentions("Ngoại trưởng Miroslav Novák phát biểu.")] == ["Miroslav Novák"]


def test_a_family_name_that_the_chinese_share_needs_a_story_without_china() -> None:
    """The home state is only supposed where the name or the story leaves no other reading."""
    assert offices("Bộ trưởng Thương mại Trần Đức Minh phát biểu.") == [("Trần Đức Minh", "minister", "VNM")]
    assert offices("Bộ trưởng Thương mại Trần Đức Minh nói về Trung Quốc.") == []


def test_a_title_without_a_name_still_speaks_for_its_party() -> None:
    """A post and a state with no known holder are a mention with a role and a party, and no person."""
    (mention,) = document("Ngoại trưởng Bỉ hoan nghênh kết quả.").facts["people"]
    assert (mention.person, mention.roles, mention.party) == (None, ["foreign-minister"], "BEL")


def test_ministers_of_all_sides_are_nobody_in_particular() -> None:
    """Plural posts are no mention of a person."""
    assert mentions("Các Thứ trưởng Ngoại giao ASEAN nhất trí.") == []


def test_facts_never_pass_between_stories() -> None:
    """A surname in a teaser is not the person of the main story, and one office in two stories is one record."""
    main, teaser = "Ngoại trưởng Canada Anita Anand đến Hà Nội.", "Ngoại trưởng Canada Anita Anand rời Hà Nội."
    assert len(offices(main, teaser)) == 1
    doc = document(main, "Bà Anand nói về bóng đá.")
    assert doc.facts["people"][-1].person is not doc.facts["people"][0].person


def test_mentions_are_found_by_unit() -> None:
    """`person_at` gives the phrase over a unit, `people_in` those that begin in a stretch of units."""
    doc = document("Hôm nay Thủ tướng Lào Sonexay Siphandone tới Hà Nội.")
    mention: PersonMention = doc.facts["people"][0]
    first, last = mention.first, mention.last
    assert person_at(doc, last - 1) is mention
    assert person_at(doc, last) is None
    assert person_at(doc, 0) is None
    assert people_in(doc, 0, len(doc.row)) == [mention]
    assert people_in(doc, first + 1, len(doc.row)) == []


def test_evidence_is_the_phrase_in_every_unicode_form() -> None:
    """Composed or decomposed, the evidence is the phrase in the input's own letters."""
    phrase = "Thủ tướng Lào Sonexay Siphandone"
    for form in ("NFC", "NFD"):
        text = unicodedata.normalize(form, f"Sáng nay {phrase} tới Hà Nội.")
        doc = document(text)
        start, end = doc.normal.raw_span(*doc.records[0].evidence[0])
        assert text[start:end] == unicodedata.normalize(form, phrase)


def _known() -> list[dict[str, Any]]:
    return [{"name": person.name, "person": person} for person in lexicon().people]


@pytest.mark.parametrize("known", _known(), ids=lambda known: known["name"])
def test_known_people_are_whole(known: dict[str, Any]) -> None:
    """Each known person has a party of the lexicon, and posts that end after they began."""
    person = known["person"]
    assert person.party in lexicon().parties
    assert person.posts
    assert all(post.until is None or post.since <= post.until for post in person.posts)


def test_no_name_is_known_twice() -> None:
    """Two known people never share a form, or neither could be told by it."""
    assert {name for name, people in lexicon().people_by_name.items() if len(people) > 1} == set()


def test_a_short_name_behind_another_states_title_is_the_person_named_before() -> None:
    found = mentions(
        "Ngoại trưởng Mỹ Mike Pompeo tới Bangkok. Sau cuộc gặp với Ngoại trưởng Thái Lan, ông Pompeo rời đi. "
        "Ngoại trưởng Thái Lan Don Pramudwinai ở lại."
    )
    assert found[1:3] == [
        ("Ngoại trưởng Thái Lan", "Don Pramudwinai", "THA"),
        ("ông Pompeo", "Mike Pompeo", "USA"),
    ]


def test_titles_of_two_parties_without_names_are_two() -> None:
    found = mentions("Trong thư gửi Tổng thống Mỹ, Thủ tướng Lào bày tỏ vui mừng.")
    assert [(words, party) for words, _, party in found] == [("Tổng thống Mỹ", "USA"), ("Thủ tướng Lào", "LAO")]


def test_hyphens_without_spaces_join_a_name() -> None:
    assert offices(
        "Thứ trưởng Ngoại giao Hàn Quốc Choi Jong-kun gặp Tổng Giám đốc WTO Ngozi Okonjo-Iweala tại Geneva."
    ) == [
        ("Choi Jong-kun", "deputy-foreign-minister", "KOR"),
        ("Ngozi Okonjo-Iweala", "secretary-general", "WTO"),
    ]


def test_a_given_name_that_is_a_word_as_well() -> None:
    assert offices("Phó Thủ tướng Thường trực Trương Hoà Bình tiếp khách Lào.") == [
        ("Trương Hoà Bình", "deputy-head-of-government", "VNM")
    ]


def test_who_heads_an_organisation_now_once_spoke_for_his_state() -> None:
    """Where the article has no date, the state of which he is told to be the counterpart counts."""
    told = "Thủ tướng Nguyễn Xuân Phúc gặp người đồng cấp Hà Lan Mark Rutte. Ông Rutte cảm ơn Việt Nam."
    assert [party for words, name, party in mentions(told) if name == "Mark Rutte"] == ["NLD", "NLD"]


def test_posts_of_other_states_behind_a_name_are_other_peoples() -> None:
    """A list of heads of government of whom one is named; an organisation's post may be held beside a state's."""
    told = "Thủ tướng gặp Tổng thống Nga V. Putin, Thủ tướng Nhật Bản, Thủ tướng Canada bên lề hội nghị."
    assert offices(told) == [("V. Putin", "head-of-state", "RUS")]
    found = [words for words, name, _ in mentions(told) if name is None]
    assert "Thủ tướng Nhật Bản" in found
    guests = "Thủ tướng gặp Tổng thống Hàn Quốc Moon Jae-in, Tổng Thư ký Liên Hợp Quốc, Chủ tịch WB và Chủ tịch ADB."
    assert offices(guests) == [("Moon Jae-in", "head-of-state", "KOR")]
    chair = "Thủ tướng Singapore Lý Hiển Long, Chủ tịch ASEAN, phát biểu."
    assert set(offices(chair)) == {("Lý Hiển Long", "head-of-government", "SGP"), ("Lý Hiển Long", "other", "ASEAN")}


def test_the_next_subjects_post_is_not_that_of_the_name_before_it() -> None:
    assert offices("Sau khi gặp ông Johnson, Tổng thống Pháp đã bác bỏ khả năng đàm phán.") == []
    assert offices("Sau tuyên bố của ông Bolsonaro, Thủ tướng Israel, ông Benjamin Netanyahu, đã đáp lại.") == [
        ("Benjamin Netanyahu", "head-of-government", "ISR")
    ]
    closed = "Theo bà Phạm Thu Hằng, người phát ngôn Bộ Ngoại giao Việt Nam, hai bên sẽ gặp."
    assert offices(closed) == [("Phạm Thu Hằng", "spokesperson", "VNM")]


def test_who_serves_a_head_is_none() -> None:
    """The name behind "của" and a post is the servant's, unless it is known as the head's or the servant is named."""
    adviser = "Cố vấn đối ngoại của Tổng thống Nga Yuri Ushakov trả lời."
    assert offices(adviser) == [("Yuri Ushakov", "senior-official", "RUS")]
    spokesman = "Về phần mình, phát ngôn viên của Tổng thống Nga Dmitry Peskov trả lời."
    assert offices(spokesman) == [("Dmitry Peskov", "spokesperson", "RUS")]
    assert offices("Phu nhân của Thủ tướng Nhật Bản Shinzo Abe tới dự.") == [
        ("Shinzo Abe", "head-of-government", "JPN")
    ]
    assert offices("Phu nhân của Tổng thống Utopia Anna Belle tới dự.") == []
    wife = "Phu nhân của Tổng thống Pháp Brigitte Trogneux tới dự."
    assert ("Brigitte Trogneux", "head-of-state", "FRA") not in offices(wife)
    named = "Ông Ibrahim Kalin, phát ngôn viên của Tổng thống Thổ Nhĩ Kỳ Recep Tayyip Erdogan, trả lời."
    assert ("Recep Tayyip Erdogan", "head-of-state", "TUR") in offices(named)


def test_who_leads_a_body_leads_no_state() -> None:
    """Committees, parties, societies; nor is a head of government one of an organisation where he speaks."""
    assert offices("Chủ tịch Đảng Cộng sản Nhật Bản Kazuo Shii tới dự.") == [("Kazuo Shii", "other", "JPN")]
    committee = "Chủ tịch Uỷ ban Quốc phòng Quốc hội Hàn Quốc Kim Young-woo trả lời."
    assert offices(committee) == [("Kim Young-woo", "other", "KOR")]
    leader = "Lãnh đạo Uỷ ban Kinh tế quốc gia Mỹ Larry Kudlow trả lời."
    assert offices(leader) == [("Larry Kudlow", "other", "USA")]
    assert offices("Chủ tịch Hội người Việt Nam tại Nhật Bản Trần Văn Phúc tới dự.") == []


def test_a_head_who_is_not_set_off_begins_the_next_clause() -> None:
    told = "Trong cuộc hội kiến với Tổng thống Đức Frank-Walter Steinmeier, Thủ tướng khẳng định quan hệ hai nước."
    assert offices(told) == [("Frank-Walter Steinmeier", "head-of-state", "DEU")]
    set_off = "Tổng thống Pháp Emmanuel Macron, Chủ tịch luân phiên EU, trả lời."
    assert ("Emmanuel Macron", "other", "EU") in offices(set_off)
    assert offices("Ông tới Phủ thủ tướng Singapore Istana.") == []


def test_whose_posts_are_told_elsewhere() -> None:
    """A servant is of his head's state, a head of the state that a title names by the same word, some words say whose
    a post is."""
    press = "Salvador Panelo, phát ngôn viên của Tổng thống Philippines, trả lời."
    assert offices(press) == [("Salvador Panelo", "spokesperson", "PHL")]
    served = "Harry Roque, phát ngôn viên của Tổng thống Rodrigo Duterte, trả lời."
    assert ("Harry Roque", "spokesperson", "PHL") in offices(served)
    by_name = "Ngoại trưởng Mỹ Rex Tillerson từ chức. Heather Nauert, người phát ngôn của ông Tillerson, xác nhận."
    assert offices(by_name)[1:] == [("Heather Nauert", "spokesperson", "USA")]
    once = "Tổng thống Mỹ Donald Trump im lặng. Boris Epshteyn, cựu trợ lý của ông Trump, trả lời."
    assert [name for name, _, _ in offices(once)] == ["Donald Trump"]
    runs = "Ông Trump dẫn trước. Jesse Lehrich, phát ngôn viên của bà Clinton, trả lời."
    assert "Jesse Lehrich" not in [name for name, _, _ in offices(runs)]
    told = "Ông Trump hủy cuộc gặp với Thủ tướng Đan Mạch. Thủ tướng Mette Frederiksen lấy làm tiếc."
    assert ("Mette Frederiksen", "head-of-government", "DNK") in offices(told)
    queen = "Ông Trump gặp Tổng thống Nga. Ông cũng gặp Nữ hoàng Beatrix."
    assert offices(queen) == []
    assert offices("Nhật hoàng Akihito đón khách.") == [("Akihito", "head-of-state", "JPN")]
    assert offices("Giáo hoàng Francis tới Seoul.") == [("Francis", "head-of-state", "VAT")]


def test_a_comma_parts_a_head_from_posts_that_no_head_has() -> None:
    said = "Theo người phát ngôn, Tổng thống Mỹ Donald Trump sẽ dự lễ."
    assert offices(said) == [("Donald Trump", "head-of-state", "USA")]
    received = "Tại buổi hội kiến Thủ tướng, Tổng thống Nga Vladimir Putin cảm ơn Việt Nam."
    assert offices(received) == [("Vladimir Putin", "head-of-state", "RUS")]


def test_names_that_were_cut_short() -> None:
    """A short state in a name, syllables that the press writes small, an initial before a known family name; no name
    begins in the midst of one."""
    assert offices("Lãnh đạo Triều Tiên Kim Nhật Thành tới Hà Nội.") == [("Kim Nhật Thành", "head-of-state", "PRK")]
    assert offices("Bộ trưởng Quốc phòng Hàn Quốc Song Young - moo tới.") == [
        ("Song Young - moo", "defence-minister", "KOR")
    ]
    assert offices("Thủ tướng chào xã giao Tổng thống V. Putin.") == [("V. Putin", "head-of-state", "RUS")]
    named = "Ngoại trưởng Kang Kyung-wha và Choe Son Hui, Thứ trưởng Ngoại giao Triều Tiên, bắt tay."
    assert ("Choe Son Hui", "deputy-foreign-minister", "PRK") in offices(named)
    led = "Đoàn do Ri Myong Je, Thứ trưởng Ngoại giao Triều Tiên, dẫn đầu."
    assert "Myong Je" not in [name for name, _, _ in offices(led)]


NAMES = {
    "Thủ tướng Papua New Guinea Peter O ' Neill tới Canberra. Ông O’Neill mời khách.": "Peter O ' Neill",
    "Thủ tướng Campuchia Samdech Techo Hun Sen tới Hà Nội.": "Hun Sen",
    "Ngoại trưởng Malaysia Dato ' Sri Saifuddin Abdullah tới Hà Nội.": "Saifuddin Abdullah",
    "Bộ trưởng Thống nhất Hàn Quốc Cho Myoung-gyon tới Kaesong. Ông Cho lên tiếng.": "Cho Myoung-gyon",
    "Người phát ngôn Bộ Ngoại giao Triều Tiên Kim Hak - song lên tiếng.": "Kim Hak - song",
    "Cuộc gặp Trump - Moon diễn ra. Tổng thống Mỹ Donald Trump - người mời - cảm ơn.": "Donald Trump",
}


@pytest.mark.parametrize("text", NAMES)
def test_a_name_is_whole_and_no_more(text: str) -> None:
    """With an apostrophe, without the titles of Cambodia and Malaysia, where it looks like a small word, where a hyphen
    parts two."""
    assert [name for name, _, _ in offices(text)] == [NAMES[text]]


NOBODY = [
    "Tàu sân bay USS Ronald Reagan cập cảng. Tàu sân bay Ronald Reagan ở lại bốn ngày.",
    "Lễ mít tinh diễn ra trên Quảng trường Kim Nhật Thành ở Bình Nhưỡng.",
    "Phó Chủ tịch Ngân hàng Thế giới tới Hà Nội. Chủ tịch Uỷ ban Thường vụ Quốc hội tiếp khách.",
]


@pytest.mark.parametrize("text", NOBODY)
def test_what_bears_a_name_or_begins_like_one_is_nobody(text: str) -> None:
    """Ships, squares, the first word of a body's own name."""
    assert [name for _, name, _ in mentions(text) if name] == []


def test_whom_somebody_leads_is_no_part_of_his_name() -> None:
    """Neither a region or a state that is gone, nor a firm, which nobody is."""
    soviet = "Lãnh đạo Liên Xô Mikhail Gorbachev tới Reykjavik."
    assert [name for _, name, _ in mentions(soviet)] == ["Mikhail Gorbachev"]
    firm = "Ông Alain Cany, chủ tịch EuroCham, trả lời. Giám đốc Huawei im lặng. Chủ tịch Hải cảm ơn."
    assert {name for _, name, _ in mentions(firm) if name} == {"Alain Cany", "Hải"}


def test_words_before_a_known_name_are_no_part_of_it() -> None:
    firm = "Tổng giám đốc Exxon Mobil Rex Tillerson được đề cử. Ông Tillerson cảm ơn."
    assert {name for _, name, _ in mentions(firm)} == {"Rex Tillerson"}


NOT_HIS = {
    "who serves a head and is known": (
        "Tại Seoul, người phát ngôn của Tổng thống Hàn Quốc, ông Yoon Young-chan, trả lời.",
        [("Yoon Young-chan", "spokesperson", "KOR")],
    ),
    "an official of somebody's administration": ("Một quan chức thuộc chính quyền ông Donald Trump đã tới Seoul.", []),
    "a head with whom a minister is named": (
        "Theo Ngoại trưởng Nga Sergei Lavrov, Tổng thống Nga và Tổng thống Mỹ đã nhất trí.",
        [("Sergei Lavrov", "foreign-minister", "RUS")],
    ),
    "one behind many": (
        "Gặp các nghị sĩ đảng cầm quyền ở Nhật, Thủ tướng Shinzo Abe cảm ơn.",
        [("Shinzo Abe", "head-of-government", "JPN")],
    ),
    "a chairman behind the head whom he meets": (
        "Hội kiến Thủ tướng, Chủ tịch Kim Jong-un mời ông thăm Bình Nhưỡng.",
        [("Kim Jong-un", "head-of-state", "PRK")],
    ),
    "a king who bears the name of his son": (
        "Thái tử Mohammed bin Salman tới Paris. Quốc vương Saudi Arabia Salman ở lại Riyadh.",
        [("Mohammed bin Salman", "other", "SAU"), ("Salman", "head-of-state", "SAU")],
    ),
}


@pytest.mark.parametrize("case", NOT_HIS)
def test_a_post_that_is_another_s(case: str) -> None:
    text, expected = NOT_HIS[case]
    assert offices(text, published="2018-06-01") == expected


def test_who_heads_a_body_is_no_minister_named_behind_him() -> None:
    told = "Họp báo với Tổng Thư ký NATO Jens Stoltenberg, Bộ trưởng Quốc phòng Mỹ xác nhận tin này."
    assert offices(told) == [("Jens Stoltenberg", "secretary-general", "NATO")]


def test_a_short_name_that_a_body_may_begin_with() -> None:
    """ "Chủ tịch Tập tiếp khách" tells of a person, "Chủ tịch Hội nông dân" of none."""
    told = (
        "Chủ tịch Trung Quốc Tập Cận Bình tới Moscow. Chủ tịch Tập và ông Putin hội đàm. Chủ tịch Tập tiếp đón khách."
    )
    assert [name for words, name, _ in mentions(told) if words == "Chủ tịch Tập"] == ["Tập Cận Bình"] * 2
    assert offices("Chủ tịch Hội nông dân Lào tới dự.") == []


def test_two_who_differ_in_the_middle_name_are_two() -> None:
    koreans = "Tổng thống Hàn Quốc Moon Jae-in tới Paris. Cố vấn đặc biệt của Hàn Quốc Moon Chung-in trả lời."
    assert [name for name, _, _ in offices(koreans)] == ["Moon Jae-in", "Moon Chung-in"]
    misspelt = "Tổng thống Hàn Quốc Moon Jae-in tới Paris. Tổng thống Moon Jea-in trả lời."
    assert [name for name, _, _ in offices(misspelt)] == ["Moon Jae-in"]
    first = "Tổng thống Hàn Quốc Moon Jea-in tới Paris. Tổng thống Moon Jae-in trả lời."
    assert [name for name, _, _ in offices(first)] == ["Moon Jae-in"]


def test_a_short_name_of_several_is_the_nearest_s() -> None:
    told = (
        "Ngoại trưởng Triều Tiên Ri Yong Ho hội đàm. Ông Ri cảm ơn. Phó Chủ tịch Đảng Lao động Ri Su Yong tiễn khách."
    )
    assert [name for words, name, _ in mentions(told) if words == "Ông Ri"] == ["Ri Yong Ho"]


def test_an_accident_makes_no_late_president() -> None:
    """ "sự cố" before a post is one word."""
    assert offices("Sau sự cố Tổng thống Mỹ Donald Trump lỡ lời, hai bên im lặng.") == [
        ("Donald Trump", "head-of-state", "USA")
    ]


def test_a_title_of_today_is_no_earlier_holder_s() -> None:
    told = "Tổng thống Mỹ Donald Trump nhắc đến Tổng thống Bill Clinton. Tổng thống Mỹ cảm ơn."
    found = mentions(told, published="2018-05-10")
    assert [name for words, name, _ in found if words == "Tổng thống Mỹ"] == ["Donald Trump"]
    kims = "Chủ tịch Kim Jong-un nói về ông nội. Lãnh đạo Kim Jong-il từng sang Nga. Ông Kim lên tàu."
    for published in ("2019-04-24", None):  # where the day is not known, whoever holds a post no more is gone
        assert [name for words, name, _ in mentions(kims, published=published) if words == "Ông Kim"] == ["Kim Jong-un"]


OURS = {
    "the next sentence": ("Thủ tướng khẳng định hai nước là láng giềng.", "Nguyễn Xuân Phúc"),
    "who receives": ("Tiếp Thủ tướng Hun Sen, Thủ tướng đề nghị hợp tác.", "Nguyễn Xuân Phúc"),
    "whose state is told": ("Thủ tướng Campuchia cảm ơn Việt Nam.", "Hun Sen"),
    "whose family name is told": ("Thủ tướng họ Hun cảm ơn Việt Nam.", "Hun Sen"),
}


@pytest.mark.parametrize("name", sorted(OURS))
def test_a_post_of_the_press_s_own_state_needs_no_state(name: str) -> None:
    """ "Thủ tướng" alone is Vietnam's where the story names him, whoever was named last."""
    text, person = OURS[name]
    story = f"Thủ tướng Việt Nam Nguyễn Xuân Phúc tiếp Thủ tướng Campuchia Hun Sen. {text}"
    assert mentions(story)[-1][1] == person


def test_whom_one_meets_is_not_who_speaks() -> None:
    """A title without a name behind a meeting with its holder is another's of the same post."""
    story = "Ngoại trưởng Nga Sergei Lavrov gặp Ngoại trưởng Nhật Bản Taro Kono. "
    assert mentions(story + "Gặp Ngoại trưởng Taro Kono, Ngoại trưởng đề nghị hợp tác.")[-1][1] == "Sergei Lavrov"
    assert (
        mentions(story + "Tại cuộc gặp với Ngoại trưởng Nhật Bản, Ngoại trưởng đề nghị hợp tác.")[-1][1]
        == "Sergei Lavrov"
    )


NOT_HIMSELF = {
    "Ông cho rằng Tổng thống Mỹ Donald Trump sẽ tới Seoul.": None,
    "Ông nói sẽ tới Seoul, còn Tổng thống Mỹ Donald Trump cho biết chưa rõ ngày.": "Donald Trump",
    "Ông cho biết sẽ tới Seoul.": "Donald Trump",
}


@pytest.mark.parametrize("text", NOT_HIMSELF)
def test_nobody_names_himself(text: str) -> None:
    """Whom somebody's words name is not he that the pronoun before them means."""
    found = mentions(f"Chuyên gia Kim ngồi bên Tổng thống Mỹ Donald Trump. {text}")
    assert next((name for words, name, _ in found if words == "Ông"), None) == NOT_HIMSELF[text]


FRAMED = {
    "Tiếp Bộ trưởng Quốc phòng Nga, Thủ tướng Nguyễn Xuân Phúc đề nghị hợp tác.": ("head-of-government", "VNM"),
    "Tại buổi tiếp Chủ tịch Ủy ban châu Âu, Thủ tướng Nguyễn Xuân Phúc hoan nghênh.": ("head-of-government", "VNM"),
    "Tại hội đàm, Chủ tịch Đảng Nhân dân Campuchia, Thủ tướng Hun Sen đề nghị hợp tác.": ("head-of-government", "KHM"),
}


@pytest.mark.parametrize("text", FRAMED)
def test_a_comma_ends_the_words_on_whom_one_meets(text: str) -> None:
    """Who acts behind it has a post of his own; a comma before that, and the posts are one man's."""
    assert [told[1:] for told in offices(text)] == [FRAMED[text]]


def test_a_title_behind_that_comma_is_another_s() -> None:
    story = (
        "Thủ tướng Nguyễn Xuân Phúc tới Bắc Kinh. Tại cuộc gặp với Chủ tịch Trung Quốc, Thủ tướng chúc mừng đại hội."
    )
    assert mentions(story)[-1][1:] == ("Nguyễn Xuân Phúc", "VNM")


def test_a_son_s_short_name() -> None:
    story = "Ngoại trưởng Philippines Teodoro Locsin Jr. tới Hà Nội. Ông Locsin cảm ơn."
    assert [told[1:] for told in mentions(story)] == [("Teodoro Locsin Jr", "PHL")] * 2


def test_whose_servant_is_named_behind() -> None:
    told = "Người phát ngôn của Tổng thống Rodrigo Duterte, ông Harry Roque, trả lời."
    assert ("Harry Roque", "spokesperson", "PHL") in offices(told)


SPOKE = {
    "Tổng thống Nga Vladimir Putin sẽ bận, người phát ngôn Điện Kremlin Dmitry Peskov nói. Ông từ chối bình luận.": (
        "Dmitry Peskov"
    ),
    "Trước khi Ngoại trưởng Nga Sergei Lavrov phát biểu, Ngoại trưởng Nhật Bản Taro Kono đã tới. Ông cảm ơn.": (
        "Taro Kono"
    ),
    "Tổng thống Nga Vladimir Putin đã tới. Ngoại trưởng Sergei Lavrov nói: “Tổng thống nói đúng”. Ông cảm ơn.": (
        "Sergei Lavrov"
    ),
}


@pytest.mark.parametrize("text", SPOKE)
def test_a_pronoun_is_who_spoke_in_the_sentence_before(text: str) -> None:
    assert next(name for words, name, _ in reversed(mentions(text)) if words == "Ông") == SPOKE[text]


def test_a_president_is_nobody_who_is_called_otherwise() -> None:
    story = "Tổng thống Mỹ Donald Trump hội đàm với Chủ tịch Triều Tiên Kim Jong-un. Tổng thống muốn đàm phán."
    assert mentions(story)[-1][1] == "Donald Trump"


ELECTED: dict[str, list[str]] = {
    "Tổng thống đắc cử Mỹ Joe Biden gọi điện cho Thủ tướng Canada Justin Trudeau.": ["Justin Trudeau"],
    "Tổng thống Mỹ đắc cử Joe Biden cảm ơn Thủ tướng Canada Justin Trudeau.": ["Justin Trudeau"],
    "Tổng thống Nga tái đắc cử Vladimir Putin thăm Trung Quốc. Ông Putin là Tổng thống Nga.": ["Vladimir Putin"],
    "Tổng thống đắc cử Mỹ Joe Biden nhậm chức. Hôm sau, Tổng thống Mỹ Joe Biden gọi điện cho Canada.": ["Joe Biden"],
}


@pytest.mark.parametrize("text", ELECTED)
def test_who_is_only_elected_holds_no_post_yet(text: str) -> None:
    """ "Tổng thống đắc cử" is no president, unless the story calls him so too."""
    assert [person for person, _, _ in offices(text)] == ELECTED[text]


def test_a_post_in_words_has_no_bracket_that_does_not_close() -> None:
    story = "Tổng thư ký Liên Hợp Quốc (LHQ) Antonio Guterres đã tới Geneva."
    assert [o.title for o in document(story).records] == ["Tổng thư ký Liên Hợp Quốc"]  # type: ignore[attr-defined]


TWO_BEHIND_ONE: dict[str, list[tuple[str, str, str | None]]] = {
    "Thứ trưởng Ngoại giao Nga Mikhail Galuzin và Andrei Rudenko dự hội đàm.": [
        ("Mikhail Galuzin", "deputy-foreign-minister", "RUS"),
        ("Andrei Rudenko", "deputy-foreign-minister", "RUS"),
    ],
    "Thứ trưởng Ngoại giao Nga Mikhail Galuzin và Sergei Lavrov dự hội đàm.": [
        ("Mikhail Galuzin", "deputy-foreign-minister", "RUS"),
    ],
    "Tổng thống Nga Vladimir Putin và Gerhard Schroeder gặp nhau.": [("Vladimir Putin", "head-of-state", "RUS")],
}


@pytest.mark.parametrize("text", TWO_BEHIND_ONE)
def test_two_names_behind_a_post_that_several_hold_have_it_both(text: str) -> None:
    assert offices(text) == TWO_BEHIND_ONE[text]


KIN: dict[str, list[str]] = {
    "Con rể Tổng thống Mỹ Donald Trump, ông Jared Kushner, tới Israel. Tổng thống Trump chờ tin.": ["Donald Trump"],
    "Phu nhân Thủ tướng Nhật Bản Akie Abe tới Hà Nội.": [],
}


@pytest.mark.parametrize("text", KIN)
def test_a_presidents_name_behind_that_of_his_kin_is_his_own(text: str) -> None:
    assert [person for person, _, _ in offices(text)] == KIN[text]


ROWS: dict[str, list[tuple[str, str | None]]] = {
    "Phía Nga có Phó Thủ tướng Tatyana Golikova, Ngoại trưởng Sergei Lavrov và Bộ trưởng Giao thông Roman Starovoit.": [
        ("Tatyana Golikova", "RUS"),
        ("Sergei Lavrov", "RUS"),
        ("Roman Starovoit", "RUS"),
    ],
    # The comma ends what comes before the subject.
    "Sau lời của ông Zelensky, Thượng nghị sĩ Konstantin Kosachev cho rằng Ukraine chưa muốn hoà đàm.": [],
}


@pytest.mark.parametrize("text", ROWS)
def test_those_in_one_row_are_of_one_state(text: str) -> None:
    assert [(person, party) for person, _, party in offices(text)] == ROWS[text]


SET_OFF: dict[str, list[str]] = {
    "Nga mời Thủ tướng Armenia, Tigran Sargsyan, dự lễ.": ["Tigran Sargsyan"],
    "Thủ tướng Armenia, Tigran Sargsyan thăm Nga.": ["Tigran Sargsyan"],
    "Sau khi gặp Thủ tướng Armenia, Tigran Sargsyan về nước.": [],
}


@pytest.mark.parametrize("text", SET_OFF)
def test_a_name_set_off_from_a_post_is_its_holders(text: str) -> None:
    assert [person for person, _, _ in offices(text)] == SET_OFF[text]


BY_WORD: dict[str, tuple[str, str, str | None]] = {
    "TT Putin thăm Trung Quốc.": ("Putin", "head-of-state", "RUS"),
    "Bộ trưởng Khoa học Công nghệ Chu Ngọc Anh tiếp Đại sứ Lào.": ("Chu Ngọc Anh", "minister", "VNM"),
    "Bộ trưởng Giáo dục - Đào tạo Phạm Vũ Luận tiếp Đại sứ Lào.": ("Phạm Vũ Luận", "minister", "VNM"),
    "Bộ trưởng Khoa học và Công nghệ Chu Ngọc Anh tiếp Đại sứ Lào.": ("Chu Ngọc Anh", "minister", "VNM"),
    "Phó TT Mike Pence thăm Nhật Bản.": ("Mike Pence", "other", "USA"),
    "TT Shinzo Abe thăm Trung Quốc.": ("Shinzo Abe", "head-of-government", "JPN"),
    "Tổng thống Vladimir V. Putin thăm Trung Quốc.": ("Vladimir V. Putin", "head-of-state", "RUS"),
    "Phó Bộ trưởng Ngoại giao Iran Abbas Araghchi tới Vienna.": ("Abbas Araghchi", "deputy-foreign-minister", "IRN"),
    "Thứ trưởng Bộ NN-PTNT Trần Thanh Nam tiếp đoàn Lào.": ("Trần Thanh Nam", "deputy-minister", "VNM"),
    "Chủ tịch EC Jean-Claude Juncker chỉ trích Mỹ.": ("Jean-Claude Juncker", "other", "EU"),
    "Ông Csaba Korosi, Chủ tịch Đại hội đồng Liên Hợp Quốc khoá 77, thăm Việt Nam.": ("Csaba Korosi", "other", "UN"),
    "Bà Adrienne Watson, người phát ngôn của nhóm an ninh quốc gia Nhà Trắng, lên tiếng.": (
        ("Adrienne Watson", "spokesperson", "USA")
    ),
    "Ông Xavier Brunson, chỉ huy các lực lượng Mỹ tại Hàn Quốc, cảnh báo Triều Tiên.": (
        ("Xavier Brunson", "senior-official", "USA")
    ),
    "Ông Wang Hongli, chỉ huy một tiểu đoàn pháo binh của Trung Quốc, lên tiếng.": (
        ("Wang Hongli", "senior-official", "CHN")
    ),
    "Ông Leonid Slutsky, Chủ tịch Uỷ ban Đối ngoại Duma Quốc gia (Hạ viện) Nga, lên tiếng.": (
        ("Leonid Slutsky", "other", "RUS")
    ),
    "Giám đốc Cơ quan Tình báo Trung ương Mỹ (CIA) William Burns tới Cairo.": (
        ("William Burns", "senior-official", "USA")
    ),
    "Chủ tịch Cuba Miguel Diaz - Canel Bermudez tới Hà Nội. Ông Diaz - Canel hội kiến Tổng Bí thư.": (
        ("Miguel Diaz - Canel Bermudez", "head-of-state", "CUB")
    ),
    "Phó Chủ tịch Hội đồng Bộ trưởng Cuba Ricardo Cabrisas Ruiz tới Hà Nội.": (
        ("Ricardo Cabrisas Ruiz", "deputy-head-of-government", "CUB")
    ),
    "AFP dẫn lời Dai Bing, đại sứ Trung Quốc tại Seoul.": ("Dai Bing", "ambassador", "CHN"),
    "Chủ tịch UBND TP Nguyễn Thành Phong tiếp Đại sứ Lào.": ("Nguyễn Thành Phong", "other", "VNM"),
    "Phó Trưởng ban Đối ngoại Đảng Lao động Triều Tiên Kim Song Nam tới Hà Nội.": (
        ("Kim Song Nam", "senior-official", "PRK")
    ),
    "Theo Thứ trưởng, nhà lãnh đạo Triều Tiên Kim Jong-un sẽ sớm lên tiếng.": (("Kim Jong-un", "head-of-state", "PRK")),
    "Thượng nghị sĩ Mitt Romney nói Mỹ cần đồng minh.": ("Mitt Romney", "other", "USA"),
    "Công tố viên đặc biệt Jack Smith nói Mỹ sẽ điều tra.": ("Jack Smith", "other", "USA"),
    "Tổng lãnh sự Mỹ tại TP HCM Susan Burns tới Huế.": ("Susan Burns", "other", "USA"),
    "Phó Đại sứ Nga tại Liên Hợp Quốc Dmitry Polyanskiy phản đối.": ("Dmitry Polyanskiy", "other", "RUS"),
    "Đại diện Thương mại Mỹ (USTR) Katherine Tai tới Hà Nội.": ("Katherine Tai", "minister", "USA"),
    "Phó Chủ tịch Trung Quốc Hàn Chính tới London.": ("Hàn Chính", "other", "CHN"),
    "Thống đốc Ngân hàng Trung ương Nga Elvira Nabiullina trả lời.": ("Elvira Nabiullina", "senior-official", "RUS"),
    "Phó Thống đốc Ngân hàng Nhà nước Đào Minh Tú tiếp Đại sứ Lào.": ("Đào Minh Tú", "senior-official", "VNM"),
    "Thủ hiến bang Quebec François Legault tới Paris.": ("François Legault", "other", "CAN"),
    "Người đứng đầu Uỷ ban Đối ngoại Quốc hội Đức Michael Roth lên tiếng.": ("Michael Roth", "other", "DEU"),
    "Avril Haines, người đứng đầu Cơ quan Tình báo Quốc gia Mỹ, điều trần.": ("Avril Haines", "senior-official", "USA"),
    "Tổng Giám đốc WTO, bà Ngozi Okonjo-Iweala, tới Hà Nội.": ("Ngozi Okonjo-Iweala", "secretary-general", "WTO"),
    "Giám đốc điều hành Quỹ Tiền tệ Quốc tế (IMF) Kristalina Georgieva nói với Mỹ.": (
        ("Kristalina Georgieva", "secretary-general", "IMF")
    ),
    "Tổng thống nước Cộng hoà Ấn Độ Pranab Mukherjee mời khách.": ("Pranab Mukherjee", "head-of-state", "IND"),
    "Thủ tướng nước Cộng hoà Dân chủ Liên bang Nepal Sushil Koirala mời khách.": (
        ("Sushil Koirala", "head-of-government", "NPL")
    ),
    "Đại sứ Trung Quốc tại Manila là ông Hoàng Khê Liên lên tiếng.": ("Hoàng Khê Liên", "ambassador", "CHN"),
}


@pytest.mark.parametrize("text", BY_WORD)
def test_words_for_posts(text: str) -> None:
    assert offices(text) == [BY_WORD[text]]


def test_a_minister_keeps_his_rank_beside_another_post() -> None:
    story = "Phó Thủ tướng, Bộ trưởng Phạm Gia Khiêm tiếp khách. Bộ trưởng Ngoại giao Lào Thongloun Sisoulith cảm ơn."
    assert offices(story)[:2] == [
        ("Phạm Gia Khiêm", "deputy-head-of-government", "VNM"),
        ("Phạm Gia Khiêm", "minister", "VNM"),
    ]


def test_who_heads_a_society_heads_no_state() -> None:
    assert offices("Ông Michael Froman, Chủ tịch Hội đồng Đối ngoại Mỹ, cho biết như vậy.") == []


def test_a_senator_is_of_the_state_of_the_story() -> None:
    """ "Thượng nghị sĩ" is mostly, not always, an American."""
    story = "Thượng nghị sĩ Risa Hontiveros nói Philippines cần minh bạch. Philippines sẽ nêu việc này với Mỹ."
    assert offices(story) == []


def test_a_title_is_not_told_by_its_abbreviation_alone() -> None:
    story = "TT Putin tới Bắc Kinh. Tổng thống Nga Vladimir Putin hội đàm với Chủ tịch Trung Quốc Tập Cận Bình."
    assert next(o.title for o in document(story).records) == "Tổng thống Nga"  # type: ignore[attr-defined]


WHOSE: dict[str, list[tuple[str, str | None]]] = {
    "Người phát ngôn Ken Hoang của Chính phủ Campuchia phản đối.": [("Ken Hoang", "KHM")],
    "Thủ tướng Bart De Wever (Bỉ) dự hội nghị.": [("Bart De Wever", "BEL")],
    "Đại sứ Nikolai Petrov của đất nước từng thăm Lào lên tiếng.": [],
}


@pytest.mark.parametrize("text", WHOSE)
def test_the_state_may_stand_behind_the_name(text: str) -> None:
    assert [(person, party) for person, _, party in offices(text)] == WHOSE[text]
