"""When a page was published, and by whom, as far as the page itself says.

Order of trust: what the user gives; meta data of the page; a byline that carries a time or says "published"; the
number in the address; a dateline ("(TTXVN) - Ngày 1/11/2023, …"). The first that is found counts. A date in the story
is no publication date, and a clock at the head of a page (the day on which it was saved) is not taken for one. A day
that is still ahead of the machine's clock is none either.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import UTC, datetime, timedelta
from urllib.parse import urlsplit

from banggiao.edtf import Part, bounds, possible, valid
from banggiao.errors import UsageError
from banggiao.lexicon.model import Outlet
from banggiao.model import Zone
from banggiao.pages.shapes import Shapes

_DATE = re.compile(r"(?<!\d)(?P<d>\d{1,2})[/\-.](?P<m>\d{1,2})[/\-.](?P<y>(?:19|20)\d\d)(?!\d)")
_TIME = re.compile(r"\d{1,2}[:hg]\d{2}|đăng|cập nhật|xuất bản|gmt", re.IGNORECASE)
_PATH = re.compile(r"/(?P<y>20[0-3]\d)[/-](?P<m>0?[1-9]|1[0-2])[/-](?P<d>0?[1-9]|[12]\d|3[01])(?=[/\-.]|$)")
_DATELINE = re.compile(
    r"^\W{0,2}\(?[^\W\d_]{2,12}\)?\s*[-–]\s*(?:Hôm |Sáng |Chiều )?[Nn]gày "
    r"|^\W{0,2}[^\W\d_][^\d,.]{1,30}, (?:ngày )?\d{1,2}[/.-]\d{1,2}[/.-]\d{4}\s*[-–(.]"
)
_STUB = 12  # characters; "ĐNA -" alone on the line above the dateline is the paper's mark
_URL = re.compile(r"https?://[^\s|<>\"']{4,300}")

Found = tuple[str, str, str]
"""EDTF date, basis, reason."""


def checked(published: str) -> str:
    """A date that a user gives. Raises UsageError for one that does not exist."""
    if "/" in published or not valid(published) or published.startswith("XXXX"):
        raise UsageError(
            f"{published!r} is not a publication date", hint="Give a day, month or year: 2018-08-02, 2018-08, 2018."
        )
    if ahead(published):
        raise UsageError(
            f"{published} is still to come and is not a publication date",
            hint="Check the date, and the machine's clock.",
        )
    return published


def ahead(published: str) -> bool:
    """Whether a date begins after tomorrow: east of here it may be tomorrow already."""
    span = bounds(published)
    return span is not None and span[0] > datetime.now(tz=UTC).date() + timedelta(days=1)


def _edtf(match: re.Match[str]) -> str | None:
    groups = {key: value for key, value in match.groupdict().items() if value}
    year = int(groups["y"]) if "y" in groups else 2000 + int(groups["yy"])
    return _day(year, int(groups["m"]), int(groups["d"]))


def _first(shapes: Shapes, line: str) -> str | None:
    """The first day in a byline that exists and is no day to come."""
    return next((edtf for day in shapes.printed.found(line.lower()) if (edtf := _day(*day))), None)


def _day(year: int, month: int, day: int) -> str | None:
    if not possible(year, month, day):
        return None
    found = str(Part(year, month, day))
    return None if ahead(found) else found


def host_of(url: str) -> str:
    """The host of an address in lower case, without "www."; empty for what is none."""
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.").lower()
    except ValueError:
        return ""


def outlet_of(url: str, shapes: Shapes) -> Outlet | None:
    """What the data knows of the outlet of an address."""
    host = host_of(url)
    if not host:
        return None
    return next(
        (o for o in shapes.outlets if any(host == h or host.endswith("." + h) for h in o.hosts)),
        None,
    )


def from_url(url: str, shapes: Shapes) -> str | None:
    """The date inside an address, where its outlet or its path says so."""
    outlet = outlet_of(url, shapes)
    for pattern in outlet.dates if outlet else ():
        if (match := re.search(pattern, url[:300])) and (edtf := _edtf(match)):
            return edtf
    match = _PATH.search(url[:300])
    return _edtf(match) if match else None


def find(text: str, zones: tuple[Zone, ...], url: str | None, shapes: Shapes) -> Found | None:
    """The publication date that a page's text gives."""
    titled = False
    for zone in zones:
        titled = titled or zone.kind == "title"
        if zone.kind == "byline":
            line = unicodedata.normalize("NFC", text[zone.start : zone.end])
            # a bare date above the headline may be the clock of the page; below it, it is the article's
            if (titled or _TIME.search(line)) and (edtf := _first(shapes, line)):
                return edtf, "byline", f"the page says {line.strip()[:60]!r}"
    for address in [url] if url else _own_urls(text, zones):
        if address and (edtf := from_url(address, shapes)):
            return edtf, "url", f"the address {address[:120]} holds the date"
    for zone in zones:
        if zone.kind in ("lead", "body"):
            head = unicodedata.normalize("NFC", text[zone.start : min(zone.end, zone.start + 60)])
            if len(head) <= _STUB:
                continue
            if _DATELINE.match(head) and (match := _DATE.search(head)) and (edtf := _edtf(match)):
                return edtf, "dateline", f"the dateline says {match.group()}"
            break
    return None


def _own_urls(text: str, zones: tuple[Zone, ...]) -> list[str]:
    """Addresses that stand alone on a line: of the page itself or of its source; several that differ say nothing."""
    found: list[str] = []
    for zone in zones:
        if zone.kind == "furniture":
            match = _URL.fullmatch(text[zone.start : min(zone.end, zone.start + 301)])
            if match and match.group() not in found:
                found.append(match.group())
                if len(found) > 1:
                    break
    return found if len(found) == 1 else []


def own_url(text: str, zones: tuple[Zone, ...]) -> str | None:
    """The one address that the page itself gives, or None."""
    found = _own_urls(text, zones)
    return found[0] if found else None
