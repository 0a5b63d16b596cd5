"""Which body issued what, and what its numbers mean."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from juslint.knowledge import Knowledge
from juslint.knowledge.checking import check

if TYPE_CHECKING:
    from .conftest import Base


@pytest.mark.parametrize(
    ("symbol", "body", "session", "year", "number"),
    [
        ("A/77/695", "General Assembly", "77", None, 695),
        ("A/8783/Add.1", "General Assembly", None, None, 8783),
        ("A/PV.2444", "General Assembly", None, None, 2444),
        ("A/68/PV.70", "General Assembly", "68", None, 70),
        ("A/S-30/L.1", "General Assembly", "S-30", None, 1),
        ("A/ES-11/PV.1", "General Assembly", "ES-11", None, 1),
        ("A/RES/2200 A (XXI)", "General Assembly", "21", None, 2200),
        ("A/RES/ES-10/14", "General Assembly", "ES-10", None, 14),
        ("A/C.1/72/L.24", "First Committee of the General Assembly", "72", None, 24),
        ("A/C.4/SR.1139", "Fourth Committee of the General Assembly", None, None, 1139),
        ("A/CONF.399/9", "United Nations conference (A/CONF.399)", None, None, 9),
        ("A/AC.399/2019/L.18", "ad hoc committee of the General Assembly (A/AC.399)", None, 2019, 18),
        ("A/AC.109/2019/L.18", "Special Committee on decolonization", None, 2019, 18),
        ("TD/B/66/4", "Trade and Development Board", "66", None, 4),
        ("UNEP/EA.4/Res.5", "United Nations Environment Assembly", "4", None, 5),
        ("UNMIK/REG/1999/1", "United Nations Interim Administration Mission in Kosovo", None, 1999, 1),
        ("A/HRC/36/NGO/1", "Human Rights Council", "36", None, 1),
        ("S/26718", "Security Council", None, None, 26718),
        ("S/1999", "Security Council", None, None, 1999),
        ("S/2018/462", "Security Council", None, 2018, 462),
        ("S/RES/822 (1993)", "Security Council", None, 1993, 822),
        ("S/PRST/2004/36", "Security Council", None, 2004, 36),
        ("E/RES/663 C (XXIV)", "Economic and Social Council", "24", None, 663),
        ("E/CN.4/2004/7/Add.1", "Commission on Human Rights", None, 2004, 7),
        ("E/CN.4/DEC/2003/107", "Commission on Human Rights", None, 2003, 107),
        ("CCPR/C/102/D/1610/2007", "Human Rights Committee", "102", 2007, 1610),
        ("CCPR/C/21/Rev.1/Add.13", "Human Rights Committee", None, None, 21),
        ("ECE/TRANS/343", "Economic Commission for Europe", None, None, 343),
        ("PACE Resolution 1416 (2005)", "Parliamentary Assembly", None, 2005, 1416),
        ("CM/Rec(2010)5", "Committee of Ministers", None, 2010, 5),
    ],
)
def test_body_and_numbers(
    knowledge: Knowledge, symbol: str, body: str, session: str | None, year: int | None, number: int
) -> None:
    (issuer,) = knowledge.body_of(symbol)
    assert (issuer.body, issuer.session, issuer.year, issuer.number) == (body, session, year, number)


@pytest.mark.parametrize(
    ("symbol", "years"),
    [
        ("A/77/695", (2022, 2023)),
        ("A/RES/103 (I)", (1946, 1946)),
        ("A/RES/S-32/1", (2021, 2021)),
        ("A/HRC/RES/16/18", (2011, 2011)),
        ("A/RES/ES-10/14", None),
        ("E/RES/663 C (XXIV)", None),
        ("A/HRC/WG.6/44/AZE/1", None),
    ],
)
def test_years_of_the_session(knowledge: Knowledge, symbol: str, years: tuple[int, int] | None) -> None:
    assert knowledge.body_of(symbol)[0].years == years


@pytest.mark.parametrize(
    ("symbol", "paper"),
    [
        ("S/PV.3205", "provisional verbatim record"),
        ("A/68/PV.70", "verbatim record"),
        ("A/C.3/SR.1182", "summary record"),
        ("E/CN.4/2004/L.7/Rev.1", "draft resolution, draft decision or other paper of limited distribution, revision"),
        ("CCPR/C/102/D/1610/2007", "decision or views on a communication"),
        ("CEDAW/C/AZE/CO/5", "concluding observations"),
        ("CEDAW/C/AZE/5", "report of a State party, or a paper on it"),
        ("UNEP/GC/21/5", None),
        ("A/72/53/Add.1/Corr.1", "addendum, corrigendum"),
        ("S/2018/462", None),
    ],
)
def test_kind_of_document(knowledge: Knowledge, symbol: str, paper: str | None) -> None:
    assert knowledge.body_of(symbol)[0].paper == paper


def test_a_joint_symbol_has_both_bodies(knowledge: Knowledge) -> None:
    found = knowledge.body_of("A/74/676-S/2020/90")
    assert [(one.body, one.number) for one in found] == [("General Assembly", 676), ("Security Council", 90)]
    found = knowledge.body_of("CEDAW/C/GC/31-CRC/C/GC/18")
    assert [one.number for one in found] == [31, 18]


@pytest.mark.parametrize("other", ["40984/07", "UNTS 999/14668", "a-letter", "", "X/1", "-", "A-S", "ICC-ASP"])
def test_what_is_no_document_of_a_known_body(knowledge: Knowledge, other: str) -> None:
    assert knowledge.body_of(other) == ()


def test_a_supplement_is_only_what_it_was_since(knowledge: Knowledge) -> None:
    assert knowledge.body_of("A/77/49 (Vol. I)")[0].series == "supplement 49, resolutions and decisions"
    assert knowledge.body_of("A/35/49")[0].series == "documents"
    assert knowledge.body_of("A/77/495")[0].series == "documents"


def test_general_knowledge_is_marked(knowledge: Knowledge) -> None:
    assert knowledge.body_of("FCCC/CP/2015/10/Add.1")[0].unverified
    assert not knowledge.body_of("A/C.2/72/L.1")[0].unverified


def test_a_look_up_costs_little(knowledge: Knowledge) -> None:
    """A ratio: new symbols, a thousand of them, against making the table once."""
    begun = time.perf_counter()
    Knowledge.open().body_of("A/77/695")
    first = time.perf_counter() - begun
    begun = time.perf_counter()
    for number in range(1000):
        knowledge.body_of(f"A/76/{number}")
    assert (time.perf_counter() - begun) / 1000 < first / 10


def test_checks_of_the_table(base: Base) -> None:
    rows = """\
    rows:
    - {prefix: B/, body: Board, numbering: [year], examples: [B/C/1], source: a page}
    - {prefix: A/, body: Other, numbering: [year], source: a page}
    - {prefix: B/C/, body: Committee, numbering: [year], source: a page, unverified: true}
    - {prefix: B/C/, body: Committee, numbering: [year], source: a page}
    """
    file = base.write("un/symbols.yaml", rows)
    assert [error.rule for error in check([file])] == ["schema"]
    file = base.write("un/symbols.yaml", rows.replace(", unverified: true", ""))
    assert [(error.line, error.rule) for error in check([file])] == [(5, "example"), (6, "order"), (8, "duplicate-id")]
