"""Web archives: HTML answers alone, past what is damaged, unpacked within limits."""

from __future__ import annotations

import gzip
import io
import zlib
from pathlib import Path

import pytest
from fastwarc.stream_io import BrotliWriter
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from banggiao.scale import batch, warc
from banggiao.scale.batch import outcome
from banggiao.scale.items import Columns, Item, Outcome
from banggiao.scale.sources import Sources

from .conftest import MEETING


def page(number: int) -> bytes:
    return (
        f"<!doctype html><html><head><title>Tin {number}</title></head><body><article><h1>Tin {number}</h1>"
        f"<p>{MEETING}</p></article></body></html>"
    ).encode()


Answer = tuple[str, int, list[tuple[str, str]], bytes]
"""Address, status, headers, body."""


def answer(number: int, body: bytes | None = None, *headers: tuple[str, str], status: int = 200) -> Answer:
    kinds = [] if any(name == "Content-Type" for name, _ in headers) else [("Content-Type", "text/html; charset=utf-8")]
    return f"https://bao.vn/{number}", status, [*kinds, *headers], page(number) if body is None else body


def archive(answers: list[Answer], *, packed: bool = True) -> tuple[bytes, list[int]]:
    """An archive and where each of its answers begins."""
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=packed)
    writer.write_record(writer.create_warcinfo_record("a.warc", {"software": "test"}))
    starts = []
    for address, status, headers, body in answers:
        starts.append(out.tell())
        head = StatusAndHeaders(f"{status} X", headers, protocol="HTTP/1.1")
        writer.write_record(writer.create_warc_record(address, "response", io.BytesIO(body), http_headers=head))
    return out.getvalue(), starts


def items(tmp_path: Path, data: bytes) -> list[Item]:
    path = tmp_path / "a.warc.gz"
    path.write_bytes(data)
    return [item for _, item in Sources([str(path)]).items()]


def outcomes(tmp_path: Path, answers: list[Answer]) -> list[Outcome]:
    return [outcome(item, Columns()) for item in items(tmp_path, archive(answers)[0])]


@pytest.mark.parametrize("packed", [True, False])
def test_html_answers_alone_are_read(tmp_path: Path, packed: bool) -> None:
    data, starts = archive(
        [
            answer(0),
            answer(1, b"\x89PNG....", ("Content-Type", "image/png")),
            answer(2, status=404),
            answer(3, None, ("Content-Type", "application/xhtml+xml")),
        ],
        packed=packed,
    )
    found = items(tmp_path, data)
    assert [(item.position, item.url) for item in found] == [
        (starts[0], "https://bao.vn/0"),
        (starts[3], "https://bao.vn/3"),
    ]
    read = outcome(found[0], Columns())
    assert read.reading is not None
    assert read.reading.records
    assert read.id == "https://bao.vn/0"


@pytest.mark.parametrize("packed", [True, False])
def test_an_archive_that_is_cut_off_gives_what_came_before(tmp_path: Path, packed: bool) -> None:
    data, starts = archive([answer(n) for n in range(4)], packed=packed)
    for end in (starts[2] + 40, starts[2] + (starts[3] - starts[2]) // 2, starts[3] - 40):
        found = items(tmp_path, data[:end])
        good = [item.url for item in found if item.form == "page"]
        assert good[:2] == ["https://bao.vn/0", "https://bao.vn/1"]
        assert "https://bao.vn/3" not in good
        assert [item.data[0] for item in found if item.form == "refused"] == ["cut-off"], end


@pytest.mark.parametrize("packed", [True, False])
@pytest.mark.parametrize("spoil", ["head", "middle"])
def test_a_spoilt_member_costs_itself_alone(tmp_path: Path, packed: bool, spoil: str) -> None:
    data, starts = archive([answer(n) for n in range(4)], packed=packed)
    at = starts[1] if spoil == "head" else starts[1] + (20 if packed else 30)
    found = items(tmp_path, data[:at] + b"\xee" * 24 + data[at + 24 :])
    assert [item.url for item in found if item.form == "page"] == [f"https://bao.vn/{n}" for n in (0, 2, 3)]
    (bad,) = [item for item in found if item.form == "refused"]
    assert bad.data[0] in ("cut-off", "malformed")
    assert starts[0] <= bad.position <= starts[2]


def test_two_spoilt_members_are_told_apart(tmp_path: Path) -> None:
    data, starts = archive([answer(n) for n in range(6)])
    for at in (starts[1] + 20, starts[4] + 20):
        data = data[:at] + b"\xee" * 24 + data[at + 24 :]
    found = items(tmp_path, data)
    assert [item.form for item in found] == ["page", "refused", "page", "page", "refused", "page"]


def test_what_is_no_archive_is_refused(tmp_path: Path) -> None:
    (bad,) = items(tmp_path, b"no archive at all " * 1000)
    assert bad.data[0] == "cut-off"


def test_an_archive_damaged_everywhere_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(warc, "_TRIES", 20)
    found = items(tmp_path, (b"\x1f\x8b\x08\0\0\0\0\0\0\xff" + b"\xee" * 20) * 1000)
    assert [item.form for item in found] == ["refused", "refused"]
    assert "left out" in found[1].data[1]


def packed_as(encoding: str, body: bytes) -> bytes:
    if encoding == "gzip":
        return gzip.compress(body)
    if encoding == "deflate":
        return zlib.compress(body)
    if encoding == "raw deflate":
        machine = zlib.compressobj(wbits=-15)
        return machine.compress(body) + machine.flush()
    if encoding == "br":
        out = io.BytesIO()
        writer = BrotliWriter(out)
        writer.write(body)
        writer.close()
        return out.getvalue()
    return (
        b"".join(
            f"{len(body[n : n + 100]):x}\r\n".encode() + body[n : n + 100] + b"\r\n" for n in range(0, len(body), 100)
        )
        + b"0\r\n\r\n"
    )


@pytest.mark.parametrize("encoding", ["gzip", "deflate", "raw deflate", "br", "chunked"])
def test_pages_are_unpacked(tmp_path: Path, encoding: str) -> None:
    header = "Transfer-Encoding" if encoding == "chunked" else "Content-Encoding"
    (found,) = outcomes(tmp_path, [answer(0, packed_as(encoding, page(0)), (header, encoding.split()[-1]))])
    assert found.reading is not None
    assert found.reading.records


def test_a_page_packed_in_chunks_of_gzip(tmp_path: Path) -> None:
    body = packed_as("chunked", gzip.compress(page(0)))
    (found,) = outcomes(tmp_path, [answer(0, body, ("Transfer-Encoding", "chunked"), ("Content-Encoding", "gzip"))])
    assert found.reading is not None


def test_a_page_kept_plain_under_its_old_headers(tmp_path: Path) -> None:
    headers = [("Transfer-Encoding", "chunked"), ("Content-Encoding", "gzip")]
    (found,) = outcomes(tmp_path, [answer(0, None, *headers)])
    assert found.reading is not None


@pytest.mark.parametrize("encoding", ["gzip", "br"])
def test_a_page_that_is_a_bomb_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, encoding: str) -> None:
    monkeypatch.setattr(batch, "MAX_RECORD", 1_000_000)
    body = packed_as(encoding, b"<html>" + b" " * 5_000_000)
    (found,) = outcomes(tmp_path, [answer(0, body, ("Content-Encoding", encoding))])
    assert found.refusal is not None
    assert found.refusal.code == "too-long"


@pytest.mark.parametrize(
    ("body", "encoding", "code"),
    [
        (gzip.compress(page(0))[:-40], "gzip", "cut-off"),
        (b"\x1f\x8b\x08 and no more", "gzip", "cut-off"),
        (page(0), "lzma", "encoding"),
        (b"", "identity", "empty"),
    ],
    ids=["cut off", "no gzip", "unknown", "empty"],  # the bytes have the second of their making in them
)
def test_a_page_that_cannot_be_unpacked_is_refused(tmp_path: Path, body: bytes, encoding: str, code: str) -> None:
    (found,) = outcomes(tmp_path, [answer(0, body, ("Content-Encoding", encoding))])
    assert found.refusal is not None
    assert found.refusal.code == code
    assert found.url == "https://bao.vn/0"
