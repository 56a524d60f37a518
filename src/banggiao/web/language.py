"""Which language a reader wants: by the address (`?lang=`), by what was chosen before (a cookie), by the browser."""

from __future__ import annotations

from starlette.requests import HTTPConnection

from banggiao.briefs.words import LANGUAGES

COOKIE = "lang"


def of(request: HTTPConnection) -> str:
    """The language of the answer; Vietnamese where the reader's wish is none of ours."""
    for wish in (request.query_params.get("lang"), request.cookies.get(COOKIE)):
        if wish in LANGUAGES:
            return str(wish)
    return best(request.headers.get("accept-language", ""))


def best(header: str) -> str:
    """The language of ours that an Accept-Language header likes best."""
    likes: list[tuple[float, int, str]] = []
    for place, item in enumerate(header.split(",")):
        tag, _, rest = item.strip().partition(";")
        lang = tag.strip().lower().partition("-")[0]
        if lang not in LANGUAGES:
            continue
        weight = rest.strip().removeprefix("q=") if rest.strip().startswith("q=") else "1"
        try:
            likes.append((-float(weight), place, lang))
        except ValueError:
            continue
    return min((like for like in likes if like[0] < 0), default=(0.0, 0, LANGUAGES[0]))[2]
