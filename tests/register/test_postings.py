"""Which texts hold a term: what is kept is what was given, whichever way it is kept in."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from banggiao.register.postings import (
    BUNDLE,
    Joining,
    bundled,
    either,
    from_the_end,
    packed,
    places_of,
    unbundled,
)


@st.composite
def segments(draw: st.DrawFn) -> tuple[int, list[int]]:
    """The size of a segment, and places in it, rising."""
    size = draw(st.integers(1, 300))
    return size, sorted(draw(st.sets(st.integers(0, size - 1), max_size=size)))


def places(size: int, kept: bytes) -> list[int]:
    return sorted(from_the_end(either(size, [kept])))


@given(segments())
def test_what_is_kept_is_what_was_given(segment):
    """A few places or most of them; never more than a bit for each text."""
    size, given_places = segment
    kept = packed(size, given_places)
    assert places(size, kept) == given_places
    assert places_of(kept) == given_places
    assert len(kept) <= 1 + (size + 7) // 8


@given(st.integers(1, 300), st.data())
def test_either_of_some_terms_is_held(size, data):
    """However each of them is kept."""
    terms = data.draw(st.lists(st.sets(st.integers(0, size - 1)), max_size=5))
    found = from_the_end(either(size, [packed(size, sorted(held)) for held in terms]))
    assert set(found) == set().union(*terms)


def test_the_shortest_way_is_taken():
    """Ways are no longer than the bits, nor are places where a way is too long for its byte."""
    for size, held in ((64, [*range(8)]), (300, [*range(37), 299]), (3_000, [*range(300), 2_999])):
        assert len(packed(size, held)) <= 1 + (size + 7) // 8
        assert places_of(packed(size, held)) == held


def test_the_last_place_of_a_whole_segment_has_its_two_bytes():
    """Places go up to what two bytes can say, and ways up to what one can, or they are kept otherwise."""
    for held in ([0, 65_535], [300, 555, 810], [300, 556], [65_535], [*range(60_000, 65_536)]):
        assert places(1 << 16, packed(1 << 16, held)) == places_of(packed(1 << 16, held)) == held


@given(st.lists(segments(), min_size=1, max_size=4), st.randoms(use_true_random=False))
def test_joined_segments_hold_what_each_held(found, random):
    """Texts stand by their number, whatever segment they came from, those apart that are gone; a number may stand in
    two segments, of one of which it is gone."""
    numbers = {id: sorted(random.sample(range(10_000), size)) for id, (size, _) in enumerate(found)}
    gone = {id: random.getrandbits(size) for id, (size, _) in enumerate(found)}
    there = {id: [at for at in range(len(of_one)) if not gone[id] >> at & 1] for id, of_one in numbers.items()}
    joining = Joining({id: (of_one, gone[id]) for id, of_one in numbers.items()})
    assert joining.numbers == sorted(numbers[id][at] for id, places in there.items() for at in places)
    kept = joining.joined((id, packed(size, held)) for id, (size, held) in enumerate(found))
    expected = sorted(numbers[id][at] for id, (_, held) in enumerate(found) for at in held if at in there[id])
    assert [joining.numbers[at] for at in places(len(joining.numbers), kept)] == expected


@given(st.lists(st.binary(max_size=40), min_size=BUNDLE, max_size=BUNDLE))
def test_a_bundle_holds_what_each_term_has(terms):
    """In their order, whichever of them have nothing."""
    kept = bundled(terms)
    assert unbundled(kept) == terms if any(terms) else kept == b""
