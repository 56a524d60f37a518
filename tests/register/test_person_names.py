"""When two names mean one person."""

from __future__ import annotations

import pytest

from banggiao.register.person_names import SURE, Told, likeness, suggestions, unify_people


@pytest.mark.parametrize(
    ("one", "two", "way"),
    [
        ("Nguyễn Xuân Phúc", "Nguyen Xuan Phuc", "words"),
        ("Hòa", "Hoà", "words"),
        ("Abe Shinzo", "Shinzo Abe", "words"),
        ("Kim Jong-un", "Kim Jong Un", "words"),
        ("Vương Nghị", "Wang Yi", "known"),
        ("Sergey Ryabkov", "Sergei Riabkov", "spelling"),
        ("Mikhail Bogdanov", "Michail Bogdanov", "spelling"),
        ("Mohammed bin Salman", "Mohamad bin Salman", "spelling"),
        ("Dmitry Kozak", "Dmitri Kozak", "spelling"),
        ("Lavrov", "Sergei Lavrov", "part"),
        ("Tập", "Tập Cận Bình", "part"),
        ("Minh", "Phạm Bình Minh", "part"),
        ("Trần Văn Minh Quang", "Chen Wenmingguang", "reading"),
        ("Dương Yến Di", "Yang Yanyi", "reading"),
        ("Mạnh Kiến Trụ", "Meng Jianzhu", "reading"),
        ("Mạnh Kiến Trụ", "Jianzhu Meng", "reading"),
        ("Lưu Chấn Dân", "Liu Zhenmin", "reading"),
        ("Tạ Phong", "Xie Feng", "reading"),
        ("Kim Chính Ân", "Kim Jong-un", "reading"),
        ("Kim Dữ Chính", "Kim Yo-jong", "reading"),
        ("Văn Tại Dần", "Moon Jae-in", "reading"),
        ("Phác Cận Huệ", "Park Geun-hye", "reading"),
        ("Phan Cơ Văn", "Ban Ki-moon", "reading"),
    ],
)
def test_alike(one: str, two: str, way: str) -> None:
    for a, b in ((one, two), (two, one)):
        found = likeness(a, b)
        assert found is not None, (a, b)
        assert found.way == way
        assert found.score >= SURE
        assert found.reason


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Sergei Lavrov", "Sergei Shoigu"),
        ("Lý Cường", "Lý Khắc Cường"),
        ("Văn Minh", "Nguyễn Minh Văn"),
        ("Nguyễn Phương Nga", "Nguyễn Phương Trà"),
        ("Vương Nghị", "Wang Yang"),
        ("Kim Chính Ân", "Kim Yong-nam"),
        ("Lê Hoài Trung", "Lê Hoài Anh"),
        ("Tony Blair", "Tony Abbott"),
        ("", "Lavrov"),
    ],
)
def test_held_apart(one: str, two: str) -> None:
    assert likeness(one, two) is None
    assert likeness(two, one) is None


def test_the_fullest_name_stands_for_all() -> None:
    names = ["Lavrov", "Sergey Lavrov", "Sergei Lavrov", "S. Lavrov"]
    assert len(set(unify_people(names[:3]).values())) == 1
    assert unify_people(["Nguyen Xuan Phuc", "Nguyễn Xuân Phúc", "Phúc"]) == dict.fromkeys(
        ["Nguyen Xuan Phuc", "Nguyễn Xuân Phúc", "Phúc"], "Nguyễn Xuân Phúc"
    )


def test_a_name_of_two_people_stays_by_itself() -> None:
    names = unify_people(["Lavrov", "Sergey Lavrov", "Ivan Lavrov"])
    assert names["Lavrov"] == "Lavrov"
    names = unify_people(["Tống Nghị", "Tống Dị", "Song Yi"])
    assert len(set(names.values())) == 3


def test_a_chain_of_parts_ends_at_the_fullest() -> None:
    names = unify_people(["Salman", "bin Salman", "Mohammed bin Salman", "Mohamed bin Salman Al Saud"])
    assert set(names.values()) == {"Mohamed bin Salman Al Saud"}


def test_a_reading_and_its_part_are_one() -> None:
    names = unify_people(["Tạ Phong", "Xie Feng", "Phong"])
    assert set(names.values()) == {"Tạ Phong"}


def test_order_does_not_matter() -> None:
    names = ["Qin Gang", "Tần Cương", "Wang Yi", "Vương Nghị", "Lavrov", "Sergei Lavrov", "Sergey Lavrov", "Nghị"]
    assert unify_people(names) == unify_people(reversed(names))
    found = unify_people(names)
    assert found["Qin Gang"] == "Tần Cương"
    assert found["Nghị"] == found["Wang Yi"] == "Vương Nghị"


def test_what_is_not_sure_is_suggested() -> None:
    found = suggestions(["Anucha Burapachaisri", "Anucha Burapachai", "Lavrov", "Sergey Lavrov", "Ivan Lavrov"])
    assert [(one.way, one.one, one.two) for one in found] == [
        ("part", "Ivan Lavrov", "Lavrov"),
        ("part", "Lavrov", "Sergey Lavrov"),
        ("sound", "Anucha Burapachai", "Anucha Burapachaisri"),
    ]
    assert found[-1].score < SURE


def test_the_name_of_most_voices_stands_for_all() -> None:
    """The longest would be a slip of one report in hundreds; a family name alone is no name."""
    votes = {"Abe": 90, "Shinzo Abe": 120, "Nhậ Bản Shinzo Abe": 1, "Shinzo ABe": 2}
    assert set(unify_people(votes, votes=votes).values()) == {"Shinzo Abe"}
    assert unify_people(votes)["Abe"] == "Nhậ Bản Shinzo Abe"  # nobody says how often


def test_a_fuller_name_that_some_give_stands_for_all() -> None:
    votes = {"Philippe": 30, "Edouard Philippe": 4, "Édouard Philippe": 3}
    assert set(unify_people(votes, votes=votes).values()) == {"Édouard Philippe"}


def test_of_names_of_one_post_a_rare_slip_is_the_name_that_is_meant() -> None:
    """And a family name that both share is his who is named a hundred times; where two are named it stays open."""
    votes = {"Donald Trump": 200, "Donad Trump": 2, "Trump": 50, "Barack Obama": 40, "Jimmy Carter": 1}
    found = unify_people(votes, votes=votes)
    assert found["Donad Trump"] == found["Trump"] == "Donald Trump"
    assert len(set(found.values())) == 3
    votes |= {"Ivanka Trump": 1, "Donald J. Trump": 2, "Tống Thống Donald Trump": 1}
    assert unify_people(votes, votes=votes)["Trump"] == "Donald Trump"
    two = {"Ivan Lavrov": 20, "Sergey Lavrov": 12, "Lavrov": 9}
    assert unify_people(two, votes=two)["Lavrov"] == "Lavrov"


def test_a_slip_that_many_make_or_somebody_denies_stays() -> None:
    votes = {"Choe Son Hui": 30, "Choe Son Hoi": 9}
    assert len(set(unify_people(votes, votes=votes).values())) == 2
    votes = {"George W. Bush": 40, "George H. Bush": 3}
    assert len(set(unify_people(votes, votes=votes).values())) == 2
    votes = {"Donald Trump": 200, "Donad Trump": 1}
    apart = Told(apart=frozenset({frozenset(votes)}))
    assert len(set(unify_people(votes, apart, votes=votes).values())) == 2


def test_one_letter_makes_another_vietnamese_name() -> None:
    votes = {"Nguyễn Văn Minh": 300, "Nguyễn Văn Mính": 1, "Nguyễn Văn Binh": 1}
    assert unify_people(votes, votes=votes)["Nguyễn Văn Binh"] == "Nguyễn Văn Binh"
