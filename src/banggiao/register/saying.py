"""A word on names by what they are names of: the one way in for the command line and the desk."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Literal

from banggiao.errors import UsageError
from banggiao.register.api import Register
from banggiao.register.decisions import Decision, Saying

Named = Literal["person", "agreement", "series"]


def say(
    register: Register,
    action: Saying,
    kind: Named,
    names: Sequence[str],
    parties: Collection[str] = (),
    *,
    by: str,
    why: str = "",
) -> Decision:
    """Says that names are one person's, agreement's or series' (`same`) or several's (`apart`). parties: codes; whose
    person it is, of whom an agreement. Raises UsageError for fewer than two names, and for parties that the kind does
    not have."""
    one = action == "same"
    if kind == "agreement":
        papers = register.same_agreement if one else register.two_agreements
        return papers(names, parties=parties, by=by, why=why)
    if kind == "series":
        if parties:
            raise UsageError("A series has its name whoever meets.", hint="Leave --party out.")
        return (register.same_series if one else register.two_series)(names, by=by, why=why)
    if len(parties) > 1:
        raise UsageError("A person is one party's.", hint="Name one --party, or say that it is an --agreement.")
    people = register.same_person if one else register.two_people
    return people(names, party="".join(parties), by=by, why=why)
