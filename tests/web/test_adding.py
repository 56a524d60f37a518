"""Files from the browser: kept, watched, stopped; the bad ones named; nothing beyond the limits."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from banggiao.errors import UsageError
from banggiao.register import Register
from banggiao.web.work import Step, Work, Works

from .conftest import SAME, visit

PAGE = """Việt Nam và Nhật Bản nâng cấp quan hệ

Ngày 27/11/2023, tại Tokyo, Chủ tịch nước Võ Văn Thưởng và Thủ tướng Nhật Bản Kishida Fumio đã hội đàm.
Hai bên nhất trí nâng cấp quan hệ lên Đối tác chiến lược toàn diện vì hòa bình và thịnh vượng ở châu Á và trên thế giới.
"""


def ended(browser: TestClient, where: str) -> str:
    """The page of a piece of work when it is over."""
    for _ in range(200):
        text = browser.get(where).text
        if "data-work" not in text:
            return text
        time.sleep(0.05)
    raise AssertionError("the work goes on")


def sent(browser: TestClient, *files: tuple[str, bytes]) -> str:
    """Files sent by the form; where its work is shown."""
    form = [("files", (name, data, "text/plain")) for name, data in files]
    answer = browser.post("/add", files=form, headers=SAME, follow_redirects=False)
    assert answer.status_code == 303, answer.text
    return str(answer.headers["location"])


def test_files_are_kept_and_the_bad_ones_named(client: TestClient, register: Register) -> None:
    before = register.counts().articles
    where = sent(client, ("../../etc/tokyo.txt", PAGE.encode()), ("empty.txt", b""), ("<b>.txt", b"\xff\xfe\x00"))
    shown = ended(client, where)
    assert "Không nhận được" in shown
    assert "empty.txt" in shown
    assert "<b>.txt" not in shown
    assert register.counts().articles == before + 1
    assert register.find_articles("tokyo")
    again = ended(client, sent(client, ("tokyo.txt", PAGE.encode())))
    assert "đã có" in again
    assert register.counts().articles == before + 1


def test_progress_comes_as_events_and_as_data(client: TestClient) -> None:
    where = sent(client, ("tokyo.txt", PAGE.encode()))
    with client.stream("GET", f"{where}/events") as answer:
        assert answer.headers["content-type"].startswith("text/event-stream")
        told = [json.loads(row.removeprefix("data: ")) for row in answer.iter_lines() if row]
    assert told[-1] == {"state": "done", "done": 1, "total": 1, "new": 1}
    assert client.get(f"/api{where}").json()["state"] == "done"
    assert client.get("/jobs/none").status_code == 404


FORM = {"content-type": "multipart/form-data; boundary=x"}


def test_what_is_too_much_is_refused_before_it_is_read(client: TestClient) -> None:
    assert client.post("/add", headers=SAME).status_code == 400
    assert client.post("/add", content=iter([b"x"]), headers=SAME | FORM).status_code == 411
    large = client.post("/add", content=b"x", headers=SAME | FORM | {"content-length": "900000000"})
    assert large.status_code == 413
    many = [("files", (f"{n}.txt", b"x", "text/plain")) for n in range(600)]
    assert client.post("/add", files=many, headers=SAME).status_code == 400


def test_a_reader_adds_nothing(register: Register) -> None:
    register.accounts.add("Reader", "reader", "mưa dầm thấm lâu")
    browser = visit(register)
    browser.headers["authorization"] = f"Bearer {register.accounts.make_token('Reader', 'x')}"
    assert browser.post("/add", files=[("files", ("a.txt", b"x"))]).status_code == 403
    assert browser.post("/reread").status_code == 403
    assert "biên tập viên" in browser.get("/add").text


def test_all_articles_are_read_anew(client: TestClient, register: Register) -> None:
    answer = client.post("/reread", headers=SAME, follow_redirects=False)
    shown = ended(client, answer.headers["location"])
    assert f"/ {register.counts().articles}" in shown


def test_work_is_stopped_between_two_articles_and_one_goes_on_at_a_time() -> None:
    works, go = Works(), threading.Event()

    def steps() -> Iterator[Step]:
        for n in range(5):
            go.wait(5)
            yield Step(str(n), "new")

    work = works.start("add", "Lan", 5, steps)
    with pytest.raises(UsageError, match="Other articles"):
        works.start("add", "Lan", 5, steps)
    work.stopping.set()
    go.set()
    _over(work)
    assert (work.state, work.done) == ("stopped", 1)
    assert works.start("add", "Lan", 0, lambda: iter(())).kind == "add"


def test_a_register_that_fails_ends_the_work_with_its_reason() -> None:
    def steps() -> Iterator[Step]:
        yield Step("a", "new")
        raise UsageError("The disk is full.")

    work = Works().start("add", "Lan", 2, steps)
    _over(work)
    assert (work.state, work.done, work.error) == ("failed", 1, "The disk is full.")


def _over(work: Work) -> None:
    for _ in range(200):
        if work.state != "running":
            return
        time.sleep(0.02)
    raise AssertionError("the work goes on")
