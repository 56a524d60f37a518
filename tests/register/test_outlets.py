"""The outlets of a register: how many articles, how many their own."""

from __future__ import annotations

from banggiao.register.api import ArticleRef
from banggiao.register.outlets import outlets


def article(
    key: str,
    published: str | None,
    voice: str,
    *,
    publisher: str | None = None,
    url: str | None = None,
    records: int = 2,
) -> ArticleRef:
    return ArticleRef(key=key, id=key, published=published, voice=voice, publisher=publisher, url=url, records=records)


def test_a_reprint_is_the_first_outlets_words() -> None:
    """Whoever brought it first; a second piece of one outlet with its own words stays its own."""
    found = outlets(
        [
            article("a", "2018-08-03", "v1", publisher="Báo B"),
            article("b", "2018-08-02", "v1", publisher="Báo A"),
            article("c", "2018-08-04", "v1", publisher="Báo B"),
            article("d", "2018-08-05", "v2", publisher="Báo B"),
            article("e", None, "v3", url="https://www.example.org/x"),
            article("f", None, "v4", url="http://[bad"),
        ]
    )
    assert [(o.name, o.articles, o.own, o.records, o.first, o.last) for o in found] == [
        ("Báo B", 3, 1, 6, "2018-08-03", "2018-08-05"),
        ("", 1, 1, 2, None, None),
        ("Báo A", 1, 1, 2, "2018-08-02", "2018-08-02"),
        ("example.org", 1, 1, 2, None, None),
    ]
    assert found[0].independence == 1 / 3


def test_a_dated_report_comes_before_one_without_a_date() -> None:
    found = outlets([article("a", None, "v", publisher="A"), article("b", "2020-01-01", "v", publisher="B")])
    assert [(o.name, o.own) for o in found] == [("A", 0), ("B", 1)]


def test_none_without_articles() -> None:
    assert outlets([]) == []
