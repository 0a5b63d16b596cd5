"""Cases of the European Court in the shipped base, and in one of one's own."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from juslint.dates import Date
from juslint.knowledge import Knowledge
from juslint.knowledge.case_names import CaseName, key, take_apart
from juslint.knowledge.checking import check

if TYPE_CHECKING:
    from .conftest import Base

HANDYSIDE = "Handyside v. the United Kingdom"


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        (HANDYSIDE, ("Handyside", "the United Kingdom", 1)),
        ("CASE OF YAZICI AND OTHERS v. TURKEY (No. 2)", ("YAZICI AND OTHERS", "TURKEY", 2)),
        ("Güler et autres c. Turquie (no 3)", ("Güler et autres", "Turquie", 3)),
        ("Skoogström (II) v. Sweden", ("Skoogström", "Sweden", 2)),
        ("Handyside", ("Handyside", "", 1)),
    ],
)
def test_a_name_is_taken_apart(name: str, parts: tuple[str, str, int]) -> None:
    assert take_apart(name) == CaseName(*parts)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Yazıcı and Others v. Turkey", "CASE OF YAZICI AND OTHERS v. TURKEY"),
        ("K.H. and Others v. Slovakia", "K. H. et autres c. Slovaquie"),
        ("The Sunday Times v. the United Kingdom (no. 1)", "Sunday Times"),
        ("Gładysiak v. Poland", "GLADYSIAK v. POLAND"),
        ("O’Neill v. the United Kingdom", "O'NEILL v. THE UNITED KINGDOM"),
    ],
)
def test_writings_of_one_name_share_a_key(one: str, other: str) -> None:
    assert key(one).replace(" ", "") == key(other).replace(" ", "")


def test_an_application_has_all_its_documents(knowledge: Knowledge) -> None:
    cases = knowledge.cases.of("5493/72")
    assert [(case.date.iso(), case.kind) for case in cases if case.date] == [
        ("1975-09-30", "report"),
        ("1976-12-07", "judgment"),
    ]
    entry = knowledge.resolve("5493/72").entry
    assert entry is not None
    assert entry.text("title") == HANDYSIDE
    assert {date.iso() for date in entry.dates()} == {"1975-09-30", "1976-12-07"}
    assert entry.urls()[0] == "https://hudoc.echr.coe.int/eng?i=001-57499"


def test_a_joined_number_leads_to_the_case(knowledge: Knowledge) -> None:
    (first,) = {case.id for case in knowledge.cases.of("8697/15") if case.kind == "judgment"}
    assert first == "8675/15"


@pytest.mark.parametrize(
    ("entry_id", "status"),
    [
        (f"{HANDYSIDE} 1976-12-07", "found"),
        (f"{HANDYSIDE} 1976-12-08", "not-covered"),
        ("ECLI:CE:ECHR:1976:1207JUD000549372", "found"),
        ("ECLI:CE:ECHR:1976:1208JUD000549372", "not-covered"),
        ("ECLI:CE:ECHR:1976:1207DEC000549372", "not-covered"),
        ("999999/99", "not-covered"),
    ],
)
def test_resolve(knowledge: Knowledge, entry_id: str, status: str) -> None:
    assert knowledge.resolve(entry_id).status == status


@pytest.mark.parametrize(
    ("name", "date", "found"),
    [
        (HANDYSIDE, Date(1976, 12, 7), "5493/72"),
        ("HANDYSIDE c. Royaume-Uni", Date(1976), "5493/72"),
        ("Handyside v. Sweden", None, None),
        ("Fatullayev v. Azerbaijan (no. 2)", None, "32734/11"),
        ("Fatullayev v. Azerbaijan", Date(2010, 4, 22), "40984/07"),
        ("Fatullayev v. Azerbaijan", None, None),
    ],
)
def test_one_case_by_its_name(knowledge: Knowledge, name: str, date: Date | None, found: str | None) -> None:
    case = knowledge.cases.only(name, date)
    assert (case.id if case else None) == found


def test_near_names(knowledge: Knowledge) -> None:
    assert "40984/07" in [case.id for _, case in knowledge.cases.near("Fatulayev v. Azerbaijan")]
    likeness, case = knowledge.cases.near("Hnadyside v. the United Kingdom", Date(1976, 12, 7))[0]
    assert case.id == "5493/72"
    assert likeness > 80
    assert knowledge.cases.near("") == []


def test_other_ways_to_a_case(knowledge: Knowledge) -> None:
    english, french = (knowledge.cases.by_item(item) for item in ("001-57499", "001-62057"))
    assert english == french
    assert english is not None
    assert english.ecli == "ECLI:CE:ECHR:1976:1207JUD000549372"
    assert english in knowledge.cases.by_report("Series A no. 24")
    assert knowledge.cases.by_ecli(english.ecli) == (english,)
    assert knowledge.cases.by_item("002-1") is None
    assert knowledge.cases.of("no number") == ()
    assert [entry.id for entry in knowledge.by_title(HANDYSIDE)] == ["5493/72"]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("the Republic of Moldova, Russia and Ukraine", {"MDA", "RUS", "UKR"}),
        ("BOSNIA AND HERZEGOVINA AND ITALY", {"BIH", "ITA"}),
        ("l’Espagne", {"ESP"}),
        ("Serbia and Montenegro", {"SCG"}),
        ("Atlantis", None),
    ],
)
def test_respondents(knowledge: Knowledge, text: str, codes: set[str] | None) -> None:
    assert knowledge.cases.states.codes(text) == codes


ROW = "- {number: 7/99, date: 2001-02-03, name: A v. Italy, kind: judgment, item: 5}\n"


def test_own_cases_are_added_and_forgotten(base: Base) -> None:
    file = base.write("courts/echr/cases/2001.yaml", f"rows:\n{ROW}")
    assert [case.name for case in Knowledge.open([base.root]).cases.of("7/99")] == ["A v. Italy"]
    base.write("courts/echr/cases/2001.yaml", f"rows:\n{ROW.replace('A v.', 'B v.')}")
    assert [case.name for case in Knowledge.open([base.root]).cases.of("7/99")] == ["B v. Italy"]
    file.unlink()
    assert Knowledge.open([base.root]).cases.of("7/99") == ()


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (ROW + ROW.replace("item: 5", "item: 4"), "too late"),
        (ROW + ROW, "001-5 stands also"),
        (ROW.replace("02-03", "02-30"), "calendar"),
        (ROW.replace("7/99", "7/02"), "came in later"),
        (ROW.replace("2001", "2002"), r"belongs in 2002\.yaml"),
        (ROW.replace("}", ", joined: [7/99]}"), "own number"),
        (ROW.replace("kind: judgment", "kind: letter"), "not known"),
    ],
)
def test_what_is_wrong_with_a_row_is_said(base: Base, rows: str, said: str) -> None:
    file = base.write("courts/echr/cases/2001.yaml", f"rows:\n{rows}")
    (error,) = check([file])
    assert said.replace("\\", "") in error.message


@pytest.mark.parametrize(
    ("text", "first", "all_"),
    [
        ("40984", "40984/07", False),
        ("40984/0", "40984/07", True),
        ("4098", None, False),
        ("Fatul", "40984/07", False),
        ("Fatullayev v.", "40984/07", False),
        ("Fatullayev v. Azerb", "40984/07", False),
        ("The Sunday", "13166/87", False),
        ("handys", "5493/72", True),
        ("Smith and Grady v. the Uni", "33985/96", True),
    ],
)
def test_what_a_text_so_far_may_mean(
    text: str,
    first: str | None,
    all_: bool,
    knowledge: Knowledge,
) -> None:
    found = knowledge.cases.beginning(text, 10)
    assert 0 < len(found) <= 10
    assert len({case.id for case in found}) == len(found)
    assert first in (None, found[0].id)
    assert not all_ or len(found) == 1


@pytest.mark.parametrize("text", ["", "A", "N.", "40984/07/1", "No such applicant", "Smith v. Atlantis", "\ud83d"])
def test_what_no_case_begins_with(text: str, knowledge: Knowledge) -> None:
    assert knowledge.cases.beginning(text) == ()


def test_a_look_up_of_beginnings_is_quick(knowledge: Knowledge) -> None:
    knowledge.cases.beginning("Fatul")
    for text in ("1", "409", "Smith", "A. v.", "kay", "Kaya v. Tur", "the"):
        begun = time.perf_counter()
        knowledge.cases.beginning(text)
        assert time.perf_counter() - begun < 0.1, text  # 0.02 where nothing else runs


def test_beginnings_in_a_base_of_ones_own(base: Base) -> None:
    base.write(
        "courts/echr/cases/2022.yaml",
        "rows:\n- {number: 99999/18, date: 2022-05-03, name: Fatulsson v. Sweden, kind: judgment"
        ", joined: [99998/18]}\n",
    )
    own = Knowledge.open([base.root]).cases
    assert [case.id for case in own.beginning("99998")] == ["99999/18"]
    assert "99999/18" in {case.id for case in own.beginning("Fatul")}


def test_the_file_of_a_case(base: Base) -> None:
    row = "rows:\n- {number: 99999/18, date: 2022-05-03, name: Fatulsson v. Sweden, kind: judgment}\n"
    file = base.write("courts/echr/cases/2022.yaml", row)
    own = Knowledge.open([base.root])
    mine, shipped = own.resolve("99999/18").entry, own.resolve("40984/07").entry
    assert mine is not None
    assert shipped is not None
    assert own.file_of(mine) == file
    assert own.file_of(shipped).parts[-5:] == ("kb", "courts", "echr", "cases", "2010.yaml")
