"""Which entry a reference in prose means."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from juslint.dates import Date
from juslint.document import Span
from juslint.reference import Part, Reference
from juslint.scan import scan_text

if TYPE_CHECKING:
    from juslint.knowledge import Knowledge

HRW = {
    "sender": "Executive Director of Human Rights Watch/Helsinki",
    "recipient": "Minister for Foreign Affairs of Armenia",
}
MEMORIAL = (
    "Report by the Memorial Human Rights Centre on massive violations of human rights committed in the seizure of "
    "Khojaly during the night of 25 to 26 February 1992"
)
CRIMES = (
    "Report on war crimes in the occupied territories of the Republic of Azerbaijan and the Republic of Armenia's "
    "responsibility"
)
KHOJALY = "Khojaly Witness of a War Crime: Armenia in the Dock"
GARDEN = "Black Garden: Armenia and Azerbaijan through Peace and War"


def made(family: str, **parts: Any) -> Reference:
    entry_id = parts.pop("id", None)
    values = {name: Part(value, Span(0, 1)) for name, value in parts.items()}
    return Reference(family, entry_id, Span(0, 1), "x", values)


@pytest.mark.parametrize(
    ("reference", "entry_id"),
    [
        (made("letter", **HRW, date=Date(1997, 3, 23)), "hrw-letter-khojaly-1997"),
        (made("letter", **HRW, date=Date(1997, 3, 24)), "hrw-letter-khojaly-1997"),
        (made("letter", **HRW, date=Date(1997, 3, 26)), "hrw-letter-khojaly-1997"),
        (
            made(
                "letter",
                sender="the Executive Director of Human Rights Watch/Helsinki",
                recipient=HRW["recipient"],
                date=Date(1997, 3),
            ),
            "hrw-letter-khojaly-1997",
        ),
        (
            made("chapter", title=MEMORIAL, container=KHOJALY, editor=("Fiona Maclachlan", "Ian Peart")),
            "memorial-report-khojaly",
        ),
        (made("report", title=MEMORIAL, container=KHOJALY, editor=("Maclachlan", "Peart")), "memorial-report-khojaly"),
        (
            made("book", title=KHOJALY, editor=("Fiona Maclachlan", "Ian Peart"), year=2014),
            "maclachlan-peart-khojaly-2014",
        ),
        (made("report", title=CRIMES, symbol="A/74/676–S/2020/90"), "war-crimes-report-2020"),
        (
            made("report", title=CRIMES, author=("Malcolm N. Shaw",), symbol="A/74/676-S/2020/90"),
            "war-crimes-report-2020",
        ),
        (made("report", symbol="A/74/676-S/2020/90"), "war-crimes-report-2020"),
        (made("book", title=GARDEN, author=("Thomas de Waal",), year=2013), "de-waal-black-garden"),
        (
            made("book", title=GARDEN, author=("Thomas de Waal",), year=2004, place="New York and London"),
            "de-waal-black-garden",
        ),
        (made("book", title="Black Garden", author=("de Waal",)), "de-waal-black-garden"),
        (
            made("book", title="Black Gardn: Armenia and Azerbaijan through Peace and War", author=("Thomas de Waal",)),
            "de-waal-black-garden",
        ),
        (
            made(
                "book",
                title="My Brother's Road: An American's Fateful Journey to Armenia",
                author=("Markar Malkonian",),
            ),
            "melkonian-my-brothers-road-2005",
        ),
        (
            made(
                "book",
                title="My Brother’s Road: An American’s Fateful Journey to Armenia",
                author=("Markar Melkonian",),
            ),
            "melkonian-my-brothers-road-2005",
        ),
        (
            made(
                "article",
                title="An Armenian perspective on Khojali",
                author=("Jirair Libaridian",),
                date=Date(2014, 2, 19),
            ),
            "libaridian-khojali-2014",
        ),
        (
            made("article", title="An Armenian perspective on Khojali", author=("Gerard Libaridian",)),
            "libaridian-khojali-2014",
        ),
        (
            made("book", title="Armenia and Azerbaijan: Anatomy of a Rivalry", author=("Laurence Broers",)),
            "broers-armenia-and-azerbaijan-2019",
        ),
        (
            made(
                "book",
                title="Violence and Restraint in Civil War: Civilian Targeting in the Shadow of International Law",
                author=("Jessica A. Stanton",),
            ),
            "stanton-violence-and-restraint-2016",
        ),
        (
            made(
                "web-page", url="http://carnegieendowment.org/2012/02/24/president-interview-andtragicanniversary/9vpa"
            ),
            "de-waal-president-interview-2012",
        ),
        (made("web-page", url="https://mfa.gov.az/en/news/no04926"), "mfa-azerbaijan-statement-049-26"),
        (made("statement", number="049/26", date=Date(2026, 2)), "mfa-azerbaijan-statement-049-26"),
        (
            made("treaty", title="Geneva Conventions for the protection of war victims", year=1949),
            "geneva-conventions-1949",
        ),
        (made("coe", meeting="471bis", date=Date(1992, 3, 11)), "CM/Del/Concl(92)471bis"),
        (made("echr", id="40984/07"), "40984/07"),
    ],
)
def test_seed_sources(knowledge: Knowledge, reference: Reference, entry_id: str) -> None:
    entry = knowledge.identify(reference)
    assert entry is not None
    assert entry.id == entry_id


@pytest.mark.parametrize(
    "reference",
    [
        made("letter", **HRW),
        made("letter", **HRW, date=Date(1997, 3, 27)),
        made("letter", **HRW, date=Date(1998, 3, 24)),
        made(
            "letter",
            sender="Permanent Representative of Azerbaijan to the United Nations",
            recipient="Secretary-General",
            date=Date(1997, 3, 24),
        ),
        made(
            "letter",
            sender="Permanent Representative of Azerbaijan",
            recipient=HRW["recipient"],
            date=Date(1997, 3, 24),
            url="https://www.hrw.org/english/docs/1997/03/24/azerba16933.htm",
        ),
        made("book", title="Black Garden: Flowers of the Night", author=("Maria Silva",)),
        made("book", title=GARDEN, author=("Maria Silva",)),
        made("article", title="An Armenian perspective on Khojali", container="Le Monde diplomatique"),
        made(
            "article",
            title="A wholly other matter of some length",
            url="www.opendemocracy.net/en/armenian-perspective-on-khojali/",
        ),
        made("newspaper", title="The Independent", date=Date(1992, 2, 29)),
        made("newspaper", id="the-independent", title="The Independent"),
        made("report", title="Something about fisheries", symbol="A/74/676-S/2020/90"),
        made("treaty", title="Geneva Convention relative to the Treatment of Prisoners of War", year=1929),
        made("coe", meeting="471bis", date=Date(2005, 3, 11)),
        made("statement", number="049/26", date=Date(2020, 5)),
        made("statement", number="049/26"),
        made("web-page"),
        made("book", title=""),
    ],
)
def test_silence(knowledge: Knowledge, reference: Reference) -> None:
    assert knowledge.identify(reference) is None


@pytest.mark.parametrize(
    ("text", "named"),
    [
        (
            "Resolution 1031 (1994) on the commitments of States that join the Council of Europe.",
            "PACE Resolution 1031 (1994)",
        ),
        ("Resolution 1031 (1995) on the peace agreement, which the Council of Europe welcomed.", "S/RES/1031 (1995)"),
        ("Resolution 1031 (1994) on the commitments of States that join the Union.", "S/RES/1031 (1994)"),
    ],
)
def test_a_resolution_beside_the_name_of_the_council_of_europe(text: str, named: str, knowledge: Knowledge) -> None:
    assert [found.id for found in scan_text(text, knowledge)] == [named]
