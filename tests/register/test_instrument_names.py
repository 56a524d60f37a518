"""When two names are one instrument's."""

from __future__ import annotations

import pytest

from banggiao.lexicon import load
from banggiao.register.names import AgreementsTold, Instruments, SameAgreement


@pytest.fixture(scope="module")
def instruments() -> Instruments:
    return Instruments(load())


SAME = {
    "with a body's name long, short or left out, with the year and without": [
        "Công ước của Liên Hợp Quốc về Luật Biển năm 1982",
        "Công ước Liên Hiệp Quốc về luật biển 1982",
        "Công ước LHQ về Luật Biển (UNCLOS 1982)",
        "UNCLOS",
    ],
    "with an acronym, however much of the name stands before it": [
        "Bộ quy tắc ứng xử (COC)",
        "Bộ quy tắc ứng xử của các bên ở Biển Đông (COC)",
        "Bộ quy tắc ứng xử COC",
        "Bộ quy tắc ứng xử trên Biển Đông giữa ASEAN và Trung Quốc",
        "COC giữa Trung Quốc và ASEAN",
        "COC",
    ],
    "with the words between the others and without them": [
        "Hiệp định về tương trợ tư pháp về hình sự",
        "Hiệp định tương trợ tư pháp hình sự",
    ],
    "of one or of several": ["các nghị quyết của Liên Hợp Quốc", "nghị quyết Liên Hiệp Quốc (LHQ)"],
}


@pytest.mark.parametrize("name", sorted(SAME))
def test_names_of_one_instrument(instruments: Instruments, name: str) -> None:
    assert len({instruments.identity(one) for one in SAME[name]}) == 1


APART = {
    "a protocol to an agreement": (
        "Nghị định thư nâng cấp Hiệp định Khu vực Thương mại tự do ASEAN - Trung Quốc (ACFTA)",
        "Hiệp định Khu vực Thương mại tự do ASEAN - Trung Quốc (ACFTA)",
    ),
    "a declaration on a code": ("Tuyên bố chung về COC", "COC"),
    "what others agree on": ("Thoả thuận hạt nhân giữa Mỹ và Triều Tiên", "Thoả thuận hạt nhân Iran"),
    "a framework of a code": ("khung Bộ quy tắc ứng xử ở Biển Đông", "Bộ quy tắc ứng xử ở Biển Đông"),
    "declarations of two years": ("Tuyên bố chung năm 2013", "Tuyên bố chung năm 2015"),
}


@pytest.mark.parametrize("name", sorted(APART))
def test_names_of_two_instruments(instruments: Instruments, name: str) -> None:
    one, other = APART[name]
    assert instruments.identity(one) != instruments.identity(other)


@pytest.mark.parametrize("name", ["Hiệp định thương mại tự do (FTA)", "Bản ghi nhớ (MOU)", "Hiệp định về hàng hải"])
def test_of_some_kinds_any_two_parties_may_have_one(instruments: Instruments, name: str) -> None:
    """They are told apart by their parties besides."""
    assert not instruments.identity(name)[1]


OF_THE_TWO = [
    "Tuyên bố chung về quan hệ Đối tác chiến lược",
    "Tuyên bố chung về quan hệ Đối tác chiến lược Việt Nam - Pháp",
    "tuyên bố chung giữa Việt Nam và Pháp về quan hệ đối tác chiến lược",
    "Tuyên bố chung giữa hai nước về quan hệ Đối tác chiến lược",
]


def test_the_names_of_its_own_parties_tell_no_instrument_from_another(instruments: Instruments) -> None:
    """Its parties are part of its key already; those of others count, and what is a name only without its marks."""
    two = ("FRA", "VNM")
    assert len({instruments.identity(name, two) for name in OF_THE_TWO}) == 1
    assert len({instruments.identity(name) for name in OF_THE_TWO}) > 1
    assert instruments.identity(OF_THE_TWO[1], two[::-1]) == instruments.identity(OF_THE_TWO[1], two)
    assert instruments.identity("Tuyên bố chung Việt Nam - Lào", two) != instruments.identity("Tuyên bố chung", two)
    assert instruments.identity("Hiệp định tương trợ tư pháp", two) == ("hiep dinh tuong tro tu phap", False)
    assert instruments.identity("Hiệp định Việt - Pháp", two) == instruments.identity("Hiệp định", two)
    assert instruments.identity("COC giữa Việt Nam và Pháp", two)[1]


def test_joint_declarations_of_one_pair_are_told_apart_by_year(instruments: Instruments) -> None:
    """At each visit one of that name is issued; of what has a subject or a name of its own there is one."""
    one = instruments.identity("Tuyên bố chung Việt Nam - Pháp", ("FRA", "VNM"))[0]
    issues = [instruments.issue(one, date) for date in ("2018-03-27", "2018", "2013-09-25", "XXXX-09-25", None)]
    assert issues == ["2018", "2018", "2013", "XXXX-09-25", ""]
    for name in (OF_THE_TWO[0], "Hiệp định tương trợ tư pháp", "COC"):
        assert not instruments.issue(instruments.identity(name, ("FRA", "VNM"))[0], "2018-03-27")


WHY = [
    ("COC", "Bộ Quy tắc ứng xử ở Biển Đông", "both are listed for one agreement"),
    ("Bộ quy tắc ứng xử chung (COC)", "Bộ quy tắc ứng xử (COC)", "the same acronym"),
    ("COC giữa Trung Quốc và ASEAN", "Bộ Quy tắc ứng xử ở Biển Đông", "a listed name with other words"),
    ("Hiệp định hàng hải", "HIỆP ĐỊNH HÀNG HẢI", "the same words"),
    ("Hiệp định về hàng hải", "Hiệp định hàng hải Việt - Pháp", "the same words that count"),
    ("Hiệp định tàu biển", "Hiệp định hàng hải", "somebody said so"),
]


@pytest.mark.parametrize(("name", "main", "reason"), WHY, ids=[reason for *_, reason in WHY])
def test_each_name_of_an_agreement_has_a_reason_and_a_score(name: str, main: str, reason: str) -> None:
    """What is surely one scores higher than what is likely; of two agreements there is none."""
    told = Instruments(load())
    told.hear(AgreementsTold((SameAgreement(frozenset({"Hiệp định tàu biển", "Hiệp định hàng hải"})),)))
    because = told.because(name, main, ("FRA", "VNM"))
    assert because is not None
    assert because.reason == reason
    assert (because.score == 1) == (reason in ("the same words", "somebody said so"))
    assert told.because(name, "Hiệp định hàng không", ("FRA", "VNM")) is None
