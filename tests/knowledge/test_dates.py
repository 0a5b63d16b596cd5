"""How sure the dates of bulk rows are (tools/kb_dates.py): what a rule may go by, and what is only shown."""

from __future__ import annotations

import importlib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from types import ModuleType

TOOLS = Path(__file__).resolve().parents[2] / "tools"


@pytest.fixture
def dates(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(TOOLS))
    return importlib.import_module("kb_dates")


def _run(dates: ModuleType, *acts: tuple[int, str, str, str, str]) -> list[Any]:
    made = [dates.Act("60", number, letter, date, sure, why, {}) for number, letter, date, sure, why in acts]
    return [(act.date, act.sure) for act in dates.in_order(made)]


def test_one_citation_between_two_sure_neighbours_of_its_day_is_sure(dates: ModuleType) -> None:
    found = _run(
        dates,
        (1, "", "2005-12-08", "day", "front matter"),
        (2, "", "2005-12-08", "cited", "few citations"),
        (3, "", "2005-12-08", "day", "front matter"),
    )
    assert found[1] == ("2005-12-08", "day")


def test_between_neighbours_of_one_month_the_month_is_sure(dates: ModuleType) -> None:
    found = _run(
        dates,
        (1, "", "2005-12-08", "day", "front matter"),
        (2, "", "2005-12-09", "cited", "few citations"),
        (3, "", "2005-12-20", "day", "front matter"),
    )
    assert found[1] == ("2005-12", "month")


@pytest.mark.parametrize("after", [("2006-01-05", "day"), ("2005-12-08", "cited")])
def test_without_two_sure_neighbours_of_its_month_a_citation_is_only_shown(
    dates: ModuleType, after: tuple[str, str]
) -> None:
    found = _run(
        dates,
        (1, "", "2005-12-08", "day", "front matter"),
        (2, "", "2005-12-08", "cited", "few citations"),
        (3, "", *after, "few citations"),
    )
    assert found[1] == ("2005-12-08", "cited")


def test_a_later_part_of_a_number_is_not_judged_by_its_neighbours(dates: ModuleType) -> None:
    found = _run(
        dates,
        (1, "", "2005-12-08", "day", "front matter"),
        (2, "B", "2005-12-08", "cited", "few citations"),
        (2, "C", "2006-06-30", "day", "citations"),
        (3, "", "2005-12-08", "day", "front matter"),
    )
    assert found[1:3] == [("2005-12-08", "cited"), ("2006-06-30", "day")]


def test_what_stands_out_of_order_is_only_shown(dates: ModuleType) -> None:
    found = _run(
        dates,
        (1, "", "2005-12-08", "day", "citations"),
        (2, "", "2006-03-01", "day", "citations"),
        (3, "", "2005-12-09", "day", "citations"),
        (4, "", "2005-12-20", "day", "citations"),
    )
    assert [sure for _, sure in found] == ["day", "cited", "day", "day"]


@pytest.mark.parametrize(("month", "sure"), [("2005-12", "month"), ("2005-11", "cited")])
def test_a_month_of_roll_calls_stands_between_two_of_the_same(dates: ModuleType, month: str, sure: str) -> None:
    found = _run(
        dates,
        (1, "", "2005-12-08", "day", "citations"),
        (2, "", month, "month", "roll calls' month"),
        (3, "", "2005-12-20", "day", "citations"),
    )
    assert found[1] == (month, sure)


def test_a_date_outside_the_session_is_dropped(dates: ModuleType) -> None:
    act = dates.Act("60", 1, "", "2004-12-08", "day", "citations", {})
    assert dates.inside(act, "2005-09-01", "2006-09-30").fields() == {}
