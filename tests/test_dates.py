"""Dates as texts write them."""

from __future__ import annotations

import datetime

import pytest

from juslint import engine
from juslint.config import Config
from juslint.dates import Date
from juslint.knowledge import Knowledge
from juslint.reading import read_text

WRITTEN = {
    "22 April 2010": "2010-04-22",
    "18–19 October 2016": "2016-10-18/19",
    "18 and 19 December 1990": "1990-12-18/19",
    "April 2010": "2010-04",
    "March 24, 1997": "1997-03-24",
    "3rd May 1999": "1999-05-03",
    "14 \n\n November 1957": "1957-11-14",
    "2025-02-27": "2025-02-27",
    "29 February 1992": "1992-02-29",
}


@pytest.mark.parametrize(("text", "iso"), WRITTEN.items())
def test_written_dates(text: str, iso: str):
    date = Date.parse(text)
    assert date is not None
    assert date.iso() == iso
    assert Date.from_iso(iso) == date


@pytest.mark.parametrize(
    "text", ["31 April 2010", "29 February 1993", "0 May 2000", "5 Mai 2000", "2010", "2025-13-01", ""]
)
def test_no_dates(text: str):
    assert Date.parse(text) is None


@pytest.mark.parametrize("text", ["22 April 2010", "18–19 October 2016", "April 2010"])
def test_written_form_comes_back(text: str):
    assert str(Date.parse(text)) == text


def test_agreement():
    day, month, days = Date(2016, 10, 18), Date(2016, 10), Date(2016, 10, 18, 19)
    assert day.agrees(month)
    assert month.agrees(day)
    assert day.agrees(days)
    assert days.agrees(Date(2016, 10, 19))
    assert not days.agrees(Date(2016, 10, 20))
    assert not day.agrees(Date(2016, 10, 19))
    assert not month.agrees(Date(2016, 11))
    assert Date(2016).agrees(day)


def test_iso_refuses_other_text():
    with pytest.raises(ValueError, match="not an ISO date"):
        Date.from_iso("22 April 2010")


def test_a_clock_that_stands_at_1970_accuses_nothing(monkeypatch):
    """As in a container or on a board without one: sessions and years that have been are not said to come."""

    class Stopped(datetime.datetime):
        @classmethod
        def now(cls, tz=None):
            return cls(1970, 1, 1, tzinfo=tz)

    monkeypatch.setattr("juslint.dates.datetime.datetime", Stopped)
    text = "See A/77/895, S/2023/363, A/RES/75/1 and General Assembly resolution 60/1 of 16 September 2005.\n"
    context = engine.analyse(read_text("a.md", text), Knowledge.open())
    assert engine.check([context], Config()) == []
