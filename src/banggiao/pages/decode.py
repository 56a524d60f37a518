"""Bytes → text. What cannot be decoded is refused by name; nothing is replaced in silence."""

from __future__ import annotations

import codecs
import re

from banggiao.errors import InputError

MAX_BYTES = 20_000_000
"""The largest page that is read; a press page with all its markup has some 200 KB."""

_MAGIC = {
    b"%PDF": "a PDF",
    b"PK\x03\x04": "a ZIP archive or Office document",
    b"\x89PNG": "a picture (PNG)",
    b"\xff\xd8\xff": "a picture (JPEG)",
    b"GIF8": "a picture (GIF)",
    b"\x1f\x8b": "a gzip archive",
    b"\x28\xb5\x2f\xfd": "a Zstandard archive",
    b"\x7fELF": "a program",
    b"\xd0\xcf\x11\xe0": "an old Office document",
    b"SQLite format 3": "a database",
    b"RIFF": "a picture, sound or film",
    b"7z\xbc\xaf": "a 7z archive",
    b"Rar!": "a RAR archive",
    b"{\\rtf": "an RTF document",
}
_OF_MANY = ("a gzip archive", "a Zstandard archive")
"""In which articles come by the thousand."""
_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_META = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE)
_HEAD = 4096  # bytes in which a page declares its encoding (the standard wants it in the first 1,024)
_SAID_OF_ANYTHING = {"ascii", "iso8859-1", "cp1252", "latin-1"}
_SAMPLE = 200_000  # bytes that the charset library weighs


def decode(data: bytes, source: str, declared: str = "") -> str:
    """The text of a page's bytes. `source` names the input in errors.

    UTF-8 and UTF-16 by mark or by trial, others as `declared` (by the server, else by the page's own head),
    windows-1258 and others by charset-normalizer. Raises InputError for empty input, for what is no text, for text cut
    off in the middle of a character, and for what is too large.
    """
    if len(data) > MAX_BYTES:
        raise InputError(source, f"{len(data):,} bytes are more than a page has", hint="Split archives into pages.")
    if not data.strip():
        raise InputError(source, "the file is empty", hint="Save the page again.")
    head = data[:64].lstrip()
    for magic, what in _MAGIC.items():
        if head.startswith(magic):
            page = "Save the page as text or HTML."
            hint = "Archives of articles are read by `banggiao bulk`." if what in _OF_MANY else page
            raise InputError(source, f"this is {what}, not a text page", hint=hint)
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _checked(_strict(data, encoding, source), source)
    bad = 0
    if b"\x00" not in data:
        try:
            return _checked(data.decode("utf-8"), source)
        except UnicodeDecodeError as error:
            bad = error.start
            if _mostly_utf8(data):
                _strict(data, "utf-8", source)
    elif guess := _utf16(data):
        return _checked(_strict(data, guess, source), source)
    else:
        raise InputError(source, "this is no text (it holds NUL bytes)", hint="Save the page as text or HTML.")
    if (text := _as_declared(data, declared)) is not None:
        return _checked(text, source)
    from charset_normalizer import from_bytes

    # a head of plain ASCII (menus, scripts) tells nothing: the sample begins shortly before the first odd byte
    first = max(0, bad - 2000)
    best = from_bytes(
        data[first : first + _SAMPLE], cp_isolation=["cp1258", "utf_8", "cp1252", "utf_16", "gb18030", "big5"]
    ).best()
    if best is None:
        raise InputError(source, "the character encoding cannot be told", hint="Convert the file to UTF-8.")
    return _checked(_strict(data, best.encoding, source), source)


def _as_declared(data: bytes, declared: str) -> str | None:
    """The text in the encoding that the server or the page's head names; None where that is none or does not fit.

    Latin-1 and its kin fit any bytes and are what servers say by default, so they count for nothing.
    """
    own = _META.search(data[:_HEAD])
    for name in (declared, own.group(1).decode("ascii") if own else ""):
        try:
            encoding = codecs.lookup(name).name if name else "ascii"
            if encoding not in _SAID_OF_ANYTHING:
                return data.decode(encoding)
        except (LookupError, UnicodeError):
            continue
    return None


def _mostly_utf8(data: bytes) -> bool:
    """Whether damaged bytes were UTF-8: most bytes beyond ASCII still stand in whole characters of it."""
    sample = data[:_SAMPLE]
    whole = sum(len(c.encode()) for c in sample.decode("utf-8", "ignore") if c > "\x7f")
    return whole > 0.8 * sum(byte > 0x7F for byte in sample)


def _utf16(data: bytes) -> str | None:
    """UTF-16 without a mark: text has its zero bytes on one side."""
    sample = data[:2000]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    half = max(1, len(sample) // 2)
    if odd > 0.3 * half and even < 0.05 * half:
        return "utf-16-le"
    if even > 0.3 * half and odd < 0.05 * half:
        return "utf-16-be"
    return None


def _strict(data: bytes, encoding: str, source: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise InputError(
            source,
            f"not readable as {encoding}: {error.reason} at byte {error.start:,}",
            hint="The file may be cut off; save it again.",
        ) from error


def _checked(text: str, source: str) -> str:
    if not text.strip("\ufeff \t\r\n\f"):
        raise InputError(source, "the file is empty", hint="Save the page again.")
    controls = sum(1 for c in text[:5000] if c < " " and c not in "\t\n\r\f")
    if controls > 0.02 * min(len(text), 5000) + 1:
        raise InputError(source, "this is no text (control characters)", hint="Save the page as text or HTML.")
    return text
