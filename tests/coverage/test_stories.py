"""Articles grouped by event: how well, whatever their order, and what is hard to tell apart."""

from __future__ import annotations

import json
import random
from collections import Counter

import pytest

import banggiao
from banggiao.cli import run
from banggiao.coverage import group, stories
from banggiao.pages import article_from_text

DRAW = (
    "Kết quả xổ số tự chọn ngày {day}\nTối {day}, hội đồng quay số công bố bộ số may mắn của kỳ quay, giải đặc biệt "
    "trị giá {sum} tỷ đồng chưa có người trúng và được cộng dồn sang kỳ sau. Kỳ quay này có hàng nghìn giải nhất, nhì."
)


def bcubed(told, event):
    """BCubed F1 (Bagga and Baldwin 1998) of stories against the event of each article."""
    sizes = Counter(event.values())
    precision = recall = 0.0
    for story in told:
        shares = Counter(event[one.id] for one in story.articles)
        for name, count in shares.items():
            precision += count * count / len(story.articles)
            recall += count * count / sizes[name]
    precision, recall = precision / len(event), recall / len(event)
    return 2 * precision * recall / (precision + recall)


def members(told):
    return {frozenset(one.id for one in story.articles) for story in told}


def test_the_score_is_one_only_for_the_events_themselves(reports):
    """All in one and each for itself score low: the measure can fail."""
    whole = group(reports.articles)
    assert bcubed(whole, {one.id: story.id for story in whole for one in story.articles}) == pytest.approx(1)
    assert bcubed(group(reports.articles[:1]), {reports.articles[0].id: "x"}) == 1
    assert bcubed(whole, dict.fromkeys(reports.event, "all")) < 0.5


def test_reports_of_an_event_are_found_together(reports):
    """64 short reports about 22 events, with two meetings of the same two people, one series in two years, two prices."""
    assert len(reports.articles) >= 60
    assert len(set(reports.event.values())) >= 20
    assert bcubed(group(reports.articles), reports.event) >= 0.98


def test_english_reports_are_grouped_as_well(reports, english):
    """30 reports about 10 events, two finals and two earthquakes among them; among Vietnamese ones they stay as they are."""
    assert bcubed(group(english.articles), english.event) >= 0.92
    together = group([*english.articles, *reports.articles])
    assert bcubed(together, english.event | reports.event) >= 0.95


@pytest.mark.parametrize("factor", [0.8, 1.2])
def test_the_threshold_is_not_on_an_edge(reports, factor, monkeypatch):
    """A fifth less or more makes no great difference."""
    monkeypatch.setattr(stories, "_LEAST", stories._LEAST * factor)
    assert bcubed(group(reports.articles), reports.event) >= 0.95


def test_where_much_is_alike_two_reports_must_be_more_so():
    """A likeness that joins two articles alone does not join two among many that are as alike; a close one still does."""
    alone = {(0, 1): 0.2}
    crowd = {(a, b): 0.2 for a in range(8) for b in range(a + 1, 8)}
    assert stories._beside_others(2, alone) == alone
    beside = stories._beside_others(8, crowd | {(0, 1): 0.5})
    assert beside[2, 3] < stories._LEAST < beside[0, 1]
    assert max(crowd.values()) - min(beside.values()) <= stories._CROWDED + 1e-9


def test_the_order_of_articles_makes_no_difference(reports):
    """The same stories, to the byte."""
    mixed = list(reports.articles)
    random.Random(5).shuffle(mixed)
    assert [s.to_dict() for s in group(mixed)] == [s.to_dict() for s in group(reports.articles)]


def test_rewrites_are_no_voices_of_their_own(reports):
    """Each rewrite names the report that it repeats, and only rewrites do."""
    told = group(reports.articles)
    found = {(one.id, one.copy_of) for story in told for one in story.articles if one.copy_of}
    assert found == set(reports.copies)
    for story in told:
        assert story.voices == sum(one.copy_of is None for one in story.articles)


def test_two_sessions_of_a_series_stay_two(reports):
    """The openings of the 51st and the 52nd session are written alike."""
    (one,) = [ids for ids in members(group(reports.articles)) if "amm51-1" in ids]
    assert not any(id.startswith("amm52") for id in one)


def test_one_draw_is_not_the_next():
    """Reports from one template that name two days in their headlines are two events; of one day they are one."""
    days = ["15/3", "22/3", "29/3", "29/3"]
    told = group(
        article_from_text(
            DRAW.format(day=day, sum=20 + n), id=f"d{n}", title=DRAW.format(day=day, sum=0).split("\n")[0]
        )
        for n, day in enumerate(days)
    )
    assert members(told) == {frozenset({"d0"}), frozenset({"d1"}), frozenset({"d2", "d3"})}


def test_first_and_last_day_are_those_of_publication():
    """From the articles that have one; an undated one comes last."""
    text = "Bộ trưởng Ngoại giao hai nước hội đàm tại Praha về hợp tác dầu khí và giáo dục. Hai bên ký một bản ghi nhớ."
    (story,) = group(
        article_from_text(f"{text} {more}", id=more, published=day)
        for day, more in [("2018-05-03", "Chiều."), (None, "Tối."), ("2018-05-02", "Sáng.")]
    )
    assert (story.first, story.last) == ("2018-05-02", "2018-05-03")
    assert [(one.id, one.copy_of) for one in story.articles] == [
        ("Sáng.", None),
        ("Chiều.", "Sáng."),
        ("Tối.", "Sáng."),
    ]


def test_an_article_alone_is_a_story_and_nothing_is_none():
    """No articles, no stories; one article, one story with its headline."""
    assert banggiao.stories([]) == []
    (only,) = banggiao.stories([article_from_text("Nhật Bản mở rộng sân bay.", id="a", title="Sân bay")])
    assert (only.title, only.voices, only.first, only.last) == ("Sân bay", 1, None, None)
    assert isinstance(only, banggiao.Story)


# -- the command -------------------------------------------------------------------------------------------------------


@pytest.fixture
def folder(reports, tmp_path):
    """Some reports as files, and some as lines of JSON."""
    chosen = [a for a in reports.articles if reports.event[a.id] in ("rcep-2020", "abe-2022", "beirut-2020")]
    for article in chosen[:5]:
        (tmp_path / f"{article.id}.txt").write_text(article.text, encoding="utf-8")
    lines = (json.dumps({"id": a.id, "title": a.title, "text": a.text}) for a in chosen[5:])
    (tmp_path / "rest.jsonl").write_text("\n".join(lines), encoding="utf-8")
    return tmp_path


def test_stories_as_data(folder, reports, capsys):
    """A story a line: its articles by the path as given, and by id."""
    assert run(["stories", str(folder), str(folder / "rest.jsonl"), "--json"]) == 0
    told = [json.loads(row) for row in capsys.readouterr().out.splitlines()]
    assert [len(story["articles"]) for story in told] == [3, 3, 3]
    assert all(len({reports.event[one["id"]] for one in story["articles"]}) == 1 for story in told)
    sources = {one["source"] for story in told for one in story["articles"]}
    assert str(folder / "rest.jsonl") in sources
    assert {str(path) for path in folder.glob("*.txt")} < sources
    assert list(told[0]) == ["id", "title", "first", "last", "voices", "articles"]


def test_a_folder_is_searched_with_all_its_folders(reports, tmp_path, capsys):
    """Files of one name in two folders are two articles with ids of their own; what is named twice comes once."""
    chosen = {}
    for name in ("rcep-2020", "abe-2022"):
        chosen[name] = [a for a in reports.articles if reports.event[a.id] == name]
        for n, article in enumerate(chosen[name]):
            place = tmp_path / f"outlet-{n}" / "2020" / f"{'1' if name == 'rcep-2020' else '2'}.txt"
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(article.text, encoding="utf-8")
    rows = [json.dumps({"id": "1", "title": a.title, "text": a.text}) for a in chosen["rcep-2020"][:1]]
    (tmp_path / "outlet-0" / "more.jsonl").write_text("\n".join(rows), encoding="utf-8")
    assert run(["stories", str(tmp_path), str(tmp_path / "outlet-0"), "--json"]) == 0
    told = [json.loads(row) for row in capsys.readouterr().out.splitlines()]
    assert [len(story["articles"]) for story in told] == [4, 3]
    ids = [one["id"] for story in told for one in story["articles"]]
    assert len(set(ids)) == 7
    assert str(tmp_path / "outlet-1" / "2020" / "2") in ids
    assert len({story["id"] for story in told}) == 2


def test_stories_as_a_page(folder, capsys):
    """Single articles are counted, and listed with --all."""
    (folder / "alone.txt").write_text("Hà Nội trồng thêm cây\nThành phố trồng 600 cây hoa ban dọc đường ven hồ.")
    assert run(["stories", str(folder), "--lang", "en"]) == 0
    page = capsys.readouterr().out
    assert "3 articles, 3 independent reports" in page
    assert "1 more article stands alone" not in page.splitlines()[0]
    assert "alone.txt" not in page
    assert run(["stories", str(folder), "--all", "--lang", "en"]) == 0
    assert "alone.txt" in capsys.readouterr().out


def test_what_cannot_be_read_is_named_and_the_rest_grouped(folder, capsys):
    """The bad file ends nothing; a folder without articles is an error of use."""
    (folder / "empty.txt").write_text("")
    assert run(["stories", str(folder), "--json"]) == 2
    out, err = capsys.readouterr()
    assert "empty.txt" in err
    assert len(out.splitlines()) >= 2
    (folder / "broken.jsonl").write_text(
        '{"id": "a"}\nnot json\n{"id": "b", "text": "Mưa lớn ở Huế."}\n', encoding="utf-8"
    )
    (folder / "picture.txt").write_bytes(bytes(range(256)) * 40)
    assert run(["stories", str(folder), "--json"]) == 2
    out, err = capsys.readouterr()
    for name in ("empty.txt", "broken.jsonl, line 1", "broken.jsonl, line 2", "picture.txt"):
        assert name in err
    assert '"id":"b"' in out.replace(" ", "")
    (folder / "none").mkdir()
    assert run(["stories", str(folder / "none")]) == 2
    assert "No article in" in capsys.readouterr().err
    assert run(["stories", str(folder / "nowhere")]) == 2
    assert "nowhere" in capsys.readouterr().err
