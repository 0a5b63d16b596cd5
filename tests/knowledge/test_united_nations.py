"""The bulk knowledge of the United Nations, as shipped: spot checks against resolutions that were read."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

import pytest

from juslint import _data
from juslint.dates import Date
from juslint.knowledge import opening, sessions
from juslint.knowledge.compiling import comment_entries, row_entries
from juslint.knowledge.index import files
from juslint.knowledge.layout import kind_of
from juslint.knowledge.yaml_tree import read
from juslint.scan import scan_text

if TYPE_CHECKING:
    from juslint.knowledge import Entry, Knowledge

ROOT = _data.data_folder("kb")


@pytest.fixture(scope="module")
def rows(knowledge: Knowledge) -> list[Entry]:
    """Every bulk row of the United Nations."""
    folders = opening.templates(knowledge.layers[0])
    out: list[Entry] = []
    for name, _ in files(ROOT):
        path = PurePosixPath(name)
        kind = kind_of(path)
        assert kind is not None
        if kind.name == "resolutions":
            tree = read((ROOT / name).read_bytes())
            out += (entry for _, _, entry in row_entries(path, kind, tree, folders[str(path.parent)]))
        elif kind.name == "general-comments":
            out += comment_entries(path, kind, read((ROOT / name).read_bytes()))
    return out


@pytest.mark.parametrize(
    ("name", "adopted"),
    [
        ("S/RES/822 (1993)", "1993-04-30"),
        ("S/RES/853 (1993)", "1993-07-29"),
        ("S/RES/874 (1993)", "1993-10-14"),
        ("S/RES/884 (1993)", "1993-11-12"),
        ("A/RES/47/135", "1992-12-18"),
        ("A/RES/60/251", "2006-03-15"),
        ("A/RES/62/243", "2008-03-14"),
        ("A/RES/1514 (XV)", "1960-12-14"),
        ("A/RES/2625 (XXV)", "1970-10-24"),
        ("A/RES/39/46", "1984-12-10"),
        ("A/RES/68/262", "2014-03-27"),
        ("A/RES/70/1", "2015-09-25"),
        ("A/RES/S-17/2", "1990-02-23"),
        ("A/RES/2200 A (XXI)", "1966-12-16"),
        ("A/HRC/RES/5/1", "2007-06-18"),
        ("A/HRC/RES/16/18", "2011-03-24"),
        ("A/HRC/RES/17/4", "2011-06-16"),
        ("E/RES/1996/31", "1996-07-25"),
        ("E/RES/1503 (XLVIII)", "1970-05-27"),
        ("S/PRST/2004/36", "2004-10-19"),
        ("S/24210", "1992-06-30"),
    ],
)
def test_dates_that_were_checked(knowledge: Knowledge, name: str, adopted: str) -> None:
    assert knowledge.adopted(name) == Date.from_iso(adopted)


def test_month_only(knowledge: Knowledge) -> None:
    assert knowledge.adopted("A/RES/60/14") == Date(2005, 11)


@pytest.mark.parametrize(
    "name",
    [
        "A/HRC/RES/15/8",  # of a session that texts mostly cite by a wrong day
        "A/HRC/RES/26/9",  # its front matter was misread
        "A/RES/60/2",  # one text cites it, and its neighbours are of other months
        "CCPR/C/GC/36",  # the list mixes days of adoption and of issue
        "A/RES/60/9999",
    ],
)
def test_doubtful_dates_are_no_dates(knowledge: Knowledge, name: str) -> None:
    assert knowledge.adopted(name) is None
    entry = knowledge.resolve(name).entry
    assert entry is None or entry.dates(entry.date_field()) == ()


def test_a_part_adopted_later_can_silence_a_finding(knowledge: Knowledge) -> None:
    entry = knowledge.resolve("A/RES/57/270").entry
    assert entry is not None
    assert entry.adopted() == Date(2002, 12, 20)
    assert set(entry.dates()) == {Date(2002, 12, 20), Date(2003, 6, 23)}
    assert knowledge.letters("un/general-assembly/resolutions", 57, 270) == ("", "A", "B")


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("A/RES/60/251", "Human Rights Council"),
        ("A/RES/70/1", "Transforming our world: the 2030 Agenda for Sustainable Development"),
        ("A/RES/41/16", None),  # keywords of a catalogue of votes: WESTERN SAHARA
        ("A/RES/60/13", None),  # cut off
        ("S/RES/822 (1993)", None),  # the agenda item of the meeting
    ],
)
def test_only_titles_are_titles(knowledge: Knowledge, name: str, title: str | None) -> None:
    assert knowledge.title(name) == title


@pytest.mark.parametrize(
    ("name", "status"),
    [
        ("A/RES/60/999", "not-covered"),
        ("A/RES/2201 (XXI)", "not-covered"),
        ("A/HRC/RES/16/59", "not-covered"),
        ("E/RES/1996/77", "not-covered"),
        ("E/CN.4/RES/2003/1", "not-covered"),
        ("CCPR/C/GC/99", "not-covered"),
        ("S/PRST/2004/49", "absent"),
        ("S/PRST/1994/83", "not-covered"),  # the tables lack some of that year
        ("S/PRST/2022/5", "not-covered"),  # they end in June
        ("S/PRST/2025/1", "not-covered"),
        ("S/24211", "not-covered"),
        ("S/RES/2671 (2022)", "not-covered"),
        ("S/RES/822 (1994)", "absent"),
        ("CRC/C/GC/18", "found"),  # issued together, under two symbols
        ("CMW/C/GC/3-CRC/C/GC/22", "found"),
    ],
)
def test_absent_only_inside_coverage(knowledge: Knowledge, name: str, status: str) -> None:
    assert knowledge.resolve(name).status == status


def test_a_general_comment_stands_in_the_report_that_holds_it(knowledge: Knowledge) -> None:
    assert [entry.id for entry in knowledge.by_symbol("E/1992/23")] == ["cescr-general-comment-4"]


@pytest.mark.parametrize(
    ("number", "bounds", "name"),
    [
        (1, (1, 1), None),
        (106, (1, 2), None),
        (217, (3, 3), "III"),
        (505, (5, 6), None),
        (2200, (21, 21), "XXI"),
        (2252, (21, 22), "ES-V"),
        (3201, (28, 29), "S-VI"),
        (3362, (29, 30), "S-VII"),
        (3541, (30, 30), "XXX"),
        (3542, None, None),
        (0, None, None),
    ],
)
def test_sessions_of_running_numbers(
    knowledge: Knowledge, number: int, bounds: tuple[int, int] | None, name: str | None
) -> None:
    assert knowledge.assembly_session_of(number) == bounds
    assert knowledge.assembly_session_named(number) == name


def test_bounds_hold_for_every_row(knowledge: Knowledge, rows: list[Entry]) -> None:
    for entry in rows:
        session = entry.data.get("session")
        if entry.path.startswith("un/general-assembly/resolutions-to-1975/") and isinstance(session, int):
            bounds = knowledge.assembly_session_of(entry.data["number"])
            assert bounds is not None
            assert bounds[0] <= session <= bounds[1], entry.id


def test_years_of_sessions_and_meetings(knowledge: Knowledge) -> None:
    assert knowledge.rights_council_year(16) == 2011
    assert knowledge.rights_council_year("S-17") == 2011
    assert knowledge.rights_council_year("S-2") is None
    assert knowledge.rights_council_year(64) is None
    assert knowledge.meeting_year(3205) == 1993
    assert knowledge.meeting_year(89) is None  # between the tables of 1946 and 1947
    assert knowledge.meeting_year(9999) is None
    assert knowledge.assembly_last_number(60) == 289


def test_meetings_agree_with_the_dates_of_what_was_adopted_there(knowledge: Knowledge, rows: list[Entry]) -> None:
    for entry in rows:
        found = re.match(r"S/PV\.(\d+)$", entry.text("meeting") or "")
        if found and entry.adopted():
            adopted: Any = entry.adopted()
            assert knowledge.meeting_year(int(found[1])) in (adopted.year, None), entry.id


def test_numbers(rows: list[Entry]) -> None:
    ids = [entry.id for entry in rows]
    assert len(set(ids)) == len(ids)
    folders = ("security-council/res", "security-council/pres", "general-assembly", "human-rights-council", "treaty")
    counts = [sum(folder in entry.path for entry in rows) for folder in folders]
    assert counts == [2812, 1244, 8893, 1103, 181]


def test_no_date_outside_its_session(rows: list[Entry]) -> None:
    for entry in rows:
        body, part = entry.path.split("/")[1], entry.path.rpartition("/")[2].removesuffix(".yaml")
        years = sessions.years(body, part) if sessions.NAME.fullmatch(part) else None
        for name in ("adopted", "cited-date"):
            date = entry.date(name)
            if date and body == "general-assembly" and years:
                first, last = Date(years[0], 9 if part != "1" else 1), Date(years[1], 9 if part != "1" else 12)
                assert first[:2] <= date[:2] <= last[:2], entry.id
            elif date and years:
                assert years[0] <= date.year <= years[1], entry.id


def test_every_id_is_read_back(rows: list[Entry]) -> None:
    ids = [entry.id for entry in rows if "/" in entry.id]
    found = {
        reference.id
        for place in range(0, len(ids), 500)
        for reference in scan_text(".\n\n".join(ids[place : place + 500]))
    }
    assert not set(ids) - found


@pytest.mark.parametrize(
    ("arabic", "roman"),
    [("1", "I"), ("4", "IV"), ("30", "XXX"), ("49", "XLIX"), ("63", "LXIII"), ("S-6", "S-VI"), ("ES-5", "ES-V")],
)
def test_session_names(arabic: str, roman: str) -> None:
    assert sessions.roman(arabic) == roman
    assert sessions.arabic(roman) == arabic
    assert sessions.arabic(arabic) == arabic


@pytest.mark.parametrize("name", ["IIII", "VX", "S-", "", "Q", "IC"])
def test_what_names_no_session(name: str) -> None:
    with pytest.raises(ValueError, match="not a session"):
        sessions.arabic(name)
