"""Look-ups in the shipped base."""

from __future__ import annotations

import pickle
from typing import TYPE_CHECKING

import pytest

from juslint.dates import Date

if TYPE_CHECKING:
    from juslint.knowledge import Knowledge


@pytest.mark.parametrize(
    ("entry_id", "status"),
    [
        ("S/RES/822 (1993)", "found"),
        ("S/RES/1416 (2002)", "found"),
        ("S/RES/822 (1994)", "absent"),
        ("S/RES/1416 (2005)", "absent"),
        ("S/RES/2671 (2022)", "not-covered"),
        ("S/RES/2671 (2023)", "not-covered"),
        ("S/RES/2814 (2026)", "not-covered"),
        ("S/RES/2900 (1993)", "not-covered"),
        ("S/PRST/2004/36", "found"),
        ("S/PRST/2004/49", "absent"),
        ("A/RES/60/1", "found"),
        ("A/RES/60/999", "not-covered"),
        ("40984/07", "found"),
        ("40985/07", "not-covered"),
        ("ECLI:CE:ECHR:2010:0422JUD004098407", "found"),
        ("A/74/676", "found"),
        ("hrw-letter-khojaly-1997", "found"),
        ("", "not-covered"),
    ],
)
def test_resolve(knowledge: Knowledge, entry_id: str, status: str) -> None:
    resolution = knowledge.resolve(entry_id)
    assert resolution.status == status
    assert (resolution.entry is not None) == (status == "found")


@pytest.mark.parametrize(
    ("number", "adopted"),
    [(822, "1993-04-30"), (853, "1993-07-29"), (874, "1993-10-14"), (884, "1993-11-12"), (1416, "2002-06-13")],
)
def test_council_resolutions_are_dated(knowledge: Knowledge, number: int, adopted: str) -> None:
    entry = knowledge.resolve(f"S/RES/{number} ({knowledge.security_council_year(number)})").entry
    assert entry is not None
    assert entry.date("adopted") == Date.from_iso(adopted)
    assert entry.dates() == entry.dates("adopted") == (Date.from_iso(adopted),)


def test_a_meeting_past_midnight_excuses_both_days(knowledge: Knowledge) -> None:
    entry = knowledge.resolve("S/RES/338 (1973)").entry
    assert entry is not None
    assert {date.iso() for date in entry.dates("adopted")} == {"1973-10-21", "1973-10-22"}


def test_council_years(knowledge: Knowledge) -> None:
    assert knowledge.security_council_year(1) == 1946
    assert knowledge.security_council_year(2670) == 2022
    assert knowledge.security_council_year(2671) is None
    assert knowledge.security_council_year(2672) == 2023
    assert knowledge.security_council_year(2814) is None


@pytest.mark.parametrize(
    ("year", "expected"),
    [
        (1945, None),
        (1946, (1, 15)),
        (1993, (800, 892)),
        (2005, (1581, 1651)),
        (2022, (2618, 2671)),
        (2023, (2671, 2721)),
        (2025, (2768, 2811)),
        (2026, (2812, None)),
        (2027, None),
    ],
)
def test_council_ranges(knowledge: Knowledge, year: int, expected: tuple[int, int | None] | None) -> None:
    assert knowledge.security_council_range(year) == expected


def test_council_ranges_hold_every_row(knowledge: Knowledge) -> None:
    for number in range(1, 2814):
        year = knowledge.security_council_year(number)
        if year is not None:
            low, high = knowledge.security_council_range(year) or (0, 0)
            assert low <= number <= (high or number)


def test_sessions_and_agenda(knowledge: Knowledge) -> None:
    assert knowledge.session_years(77) == (2022, 2023)
    assert knowledge.session_years(1) == (1946, 1947)
    assert knowledge.session_years(120) == (2065, 2066)
    with pytest.raises(ValueError, match="no session"):
        knowledge.session_years(0)
    assert knowledge.agenda_title(77, 73) == "Responsibility of States for internationally wrongful acts"
    assert knowledge.agenda_title(80, "81") == "Crimes against humanity"
    assert knowledge.agenda_title(80, 73) is None


@pytest.mark.parametrize(
    ("url", "entry_id"),
    [
        ("www.hrw.org/news/1997/03/23/response-armenian-government-letter-town-khojaly-nagorno-karabakh#", "hrw"),
        (
            "https://www.hrw.org/news/1997/03/23/response-armenian-government-letter-to-town-khojaly-nagorno-karabakh",
            "hrw",
        ),
        ("HTTP://HRW.org/english/docs/1997/03/24/azerba16933.htm", "hrw"),
        ("http://carnegieendowment.org/2012/02/24/president-interview-andtragicanniversary/9vpa", "de-waal-president"),
        ("http://www.justiceforkhojaly.org/", "justice-for-khojaly"),
        ("www.opendemocracy.net/en/armenian-perspective-on-khojali/", "libaridian"),
        ("https://mfa.gov.az/en/news/no04926", "mfa-azerbaijan"),
    ],
)
def test_by_url(knowledge: Knowledge, url: str, entry_id: str) -> None:
    (entry,) = knowledge.by_url(url)
    assert entry.id.startswith(entry_id)


def test_other_pages_are_not_taken_for_known_ones(knowledge: Knowledge) -> None:
    assert knowledge.by_url("https://www.hrw.org/news/1997/03/23/") == ()
    assert knowledge.by_url("https://mfa.gov.az/en/news/no04927") == ()
    assert knowledge.by_url("") == ()


@pytest.mark.parametrize(
    "title",
    [
        "Black Garden: Armenia and Azerbaijan through Peace and War",
        "BLACK GARDEN",
        "Black  Garden : Armenia and Azerbaijan Through Peace & War .",
    ],
)
def test_by_title(knowledge: Knowledge, title: str) -> None:
    assert [entry.id for entry in knowledge.by_title(title)] == ["de-waal-black-garden"]


def test_another_subtitle_is_another_title(knowledge: Knowledge) -> None:
    assert knowledge.by_title("Black Garden: Flowers of the Night") == ()


@pytest.mark.parametrize(
    ("name", "entry_id"),
    [
        ("1949 Geneva Conventions for the protection of war victims", "geneva-conventions-1949"),
        ("the Geneva Conventions of 12 August 1949", "geneva-conventions-1949"),
        ("Fourth Geneva Convention", "geneva-convention-iv-1949"),
        ("1948 Convention on the Prevention and Punishment of the Crime of Genocide", "genocide-convention-1948"),
        ("Convention against Torture", "convention-against-torture-1984"),
        ("UNCAT", "convention-against-torture-1984"),
        ("Universal Declaration of Human Rights", "A/RES/217 A (III)"),
        ("Charter of the United Nations", "charter-of-the-united-nations"),
    ],
)
def test_by_name(knowledge: Knowledge, name: str, entry_id: str) -> None:
    assert [entry.id for entry in knowledge.by_name(name)] == [entry_id]


@pytest.mark.parametrize(
    "name",
    [
        "Geneva Convention",
        "1929 Geneva Convention relative to the Treatment of Prisoners of War",
        "uncat",
        "Security Council",
        "",
    ],
)
def test_names_that_say_too_little_or_something_else(knowledge: Knowledge, name: str) -> None:
    assert knowledge.by_name(name) == ()


def test_bodies_and_publications(knowledge: Knowledge) -> None:
    found = [knowledge.body(name) for name in ("Security Council", "Conseil de sécurité", "مجلس الأمن", "安全理事会")]
    assert {entry and entry.id for entry in found} == {"security-council"}
    assert knowledge.body("Charter of the United Nations") is None
    time = knowledge.publication("Time")
    assert time is not None
    assert time.is_publication
    assert knowledge.by_title("Time") == ()


def test_names_of_an_entry(knowledge: Knowledge) -> None:
    (declaration,) = knowledge.by_name("Universal Declaration of Human Rights")
    assert declaration.id == "A/RES/217 A (III)"
    assert "UNCAT" in next(iter(knowledge.by_name("Convention against Torture"))).names()
    council = knowledge.body("Security Council")
    assert council is not None
    assert "Совет Безопасности" in council.names()


def test_near_titles(knowledge: Knowledge) -> None:
    (likeness, entry), *_ = knowledge.near_titles("An Armenian perspectives on Khojaly", 2)
    assert entry.id == "libaridian-khojali-2014"
    assert likeness > 90


def test_disputed_values_name_who_prints_them(knowledge: Knowledge) -> None:
    entry = knowledge.resolve("hrw-letter-khojaly-1997").entry
    assert entry is not None
    preferred, other = entry.disputed()
    assert (preferred.value, other.value) == ("1997-03-24", "1997-03-23")
    assert entry.date() == Date(1997, 3, 24)
    assert all(url and url.startswith("http") for printed in (preferred, other) for _, url in printed.by)


def test_a_knowledge_base_goes_to_worker_processes(knowledge: Knowledge) -> None:
    again = pickle.loads(pickle.dumps(knowledge))
    assert again.resolve("S/RES/822 (1993)") == knowledge.resolve("S/RES/822 (1993)")
