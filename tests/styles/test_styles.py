"""What each style makes of real references, word for word."""

from __future__ import annotations

import corpus
import pytest

from juslint import engine, styles
from juslint.document import Document, Span
from juslint.reference import Reference
from juslint.styles import _checked, _pinpoints

STRASBOURG = {
    "Fatullayev v. Azerbaijan, application no. 40984/07, judgment of 22 April 2010, para. 87": (
        "Fatullayev v. Azerbaijan, no. 40984/07, § 87, 22 April 2010"
    ),
    "Fatullayev v Azerbaijan App no 40984/07 (ECtHR, 22 April 2010), paras 60–62 and 87": (
        "Fatullayev v. Azerbaijan, no. 40984/07, §§ 60-62 and 87, 22 April 2010"
    ),
    "Kudla v Poland (GC), Application No. 30210/96, ECHR 2000–XI, paras. 92–94": (
        "Kudla v. Poland [GC], no. 30210/96, §§ 92-94, ECHR 2000-XI"
    ),
    "Banković and others v. Belgium and Others [GC] (dec.), no. 52207/99, ECHR 2001 XII": (
        "Banković and Others v. Belgium and Others (dec.) [GC], no. 52207/99, ECHR 2001-XII"
    ),
    "Handyside v. UK, judgment of 7 December 1976, Series A No. 24, § 49": (
        "Handyside v. the United Kingdom, 7 December 1976, § 49, Series A no. 24"
    ),
    "Guerra and Others v. Italy, judgment of 19 February 1998, Reports 1998–I, para. 44": (
        "Guerra and Others v. Italy, 19 February 1998, § 44, Reports 1998-I"
    ),
    "Delcourt v. Belgium, judgment of 17 January 1970, Series A no. 11, pp. 12–15, paras. 22–26": (
        "Delcourt v. Belgium, 17 January 1970, Series A no. 11, pp. 12-15, §§ 22-26"
    ),
    "A and B v. Norway [GC], Applications Nos. 24130/11 and 29758/11, 15 November 2016": (
        "A and B v. Norway [GC], nos. 24130/11 and 29758/11, 15 November 2016"
    ),
    "Vlad and Others v. Romania, application nos. 40756/06 and 2 others, 26 November 2013": (
        "Vlad and Others v. Romania, nos. 40756/06 and 2 others, 26 November 2013"
    ),
    "Chiragov and Others v. Armenia [GC] (just satisfaction), no 13216/05, 12th December 2017": (
        "Chiragov and Others v. Armenia (just satisfaction) [GC], no. 13216/05, 12 December 2017"
    ),
    "Scoppola v. Italy (No. 3) [GC] no. 126/05, 22 May 2012": "Scoppola v. Italy (no. 3) [GC], no. 126/05, 22 May 2012",
    "Carletta v. Italy, no. 63861/00, decision of 1 April 2004": "Carletta v. Italy (dec.), no. 63861/00, 1 April 2004",
    "Kamer v. Netherlands (no. 12345/06, 5 May 2009), para. 3": (
        "Kamer v. the Netherlands (no. 12345/06, § 3, 5 May 2009)"
    ),
    "ETS No. 5": "ETS No. 005",
    "Rec(2010)5": "CM/Rec(2010)5",
    "General Assembly Resolution 60/1": None,
    "Handyside c. Royaume-Uni, no 5493/72, 7 December 1976": None,
    "Omojudi v UK (2009) 51 EHRR 10": None,
}
UN = {
    "UNGA Res 51/210 (17 December 1996) UN Doc A/RES/51/210": "General Assembly resolution 51/210 of 17 December 1996",
    "UNGA Res 3314 (XXIX) (14 December 1974)": "General Assembly resolution 3314 (XXIX) of 14 December 1974",
    "UN Security Council Resolution 822 (1993), para 3": "Security Council resolution 822 (1993), para. 3",
    "United Nations General Assembly Resolution 60/1": "United Nations General Assembly resolution 60/1",
    "ECOSOC Resolution 1996/31": "Economic and Social Council resolution 1996/31",
    "HRC Resolution 16/18, §§ 5-6": "Human Rights Council resolution 16/18, paras. 5–6",
    "S/RES/853(1993)": "S/RES/853 (1993)",
    "A/74/676–S/2020/90": "A/74/676-S/2020/90",
    "S/2018/462 para 5": "S/2018/462, para. 5",
    "A/BUR/72/1, § 88": "A/BUR/72/1, para. 88",
    "Fatullayev v. Azerbaijan, no. 40984/07, § 87, 22 April 2010": (
        "Fatullayev v. Azerbaijan, application No. 40984/07, 22 April 2010, para. 87"
    ),
    "European Court of Human Rights, App. No. 40984/07, Judgment of 22 April 2010, paras. 60-62 and 87": (
        "European Court of Human Rights, application No. 40984/07, judgment of 22 April 2010, paras. 60–62 and 87"
    ),
    "Balogh v Hungary App no 47940/99 (ECtHR, 20 July 2004), paras 28–30": (
        "European Court of Human Rights, Balogh v. Hungary, application No. 47940/99, 20 July 2004, paras. 28–30"
    ),
    "CM/Rec (2010) 5": "CM/Rec(2010)5",
    "General Assembly resolution 60/1, paragraph 138": "General Assembly resolution 60/1, paragraph 138",
}
OSCOLA = {
    "Balogh v. Hungary, no. 47940/99, §§ 28-30, 20 July 2004": (
        "Balogh v Hungary App no 47940/99 (ECtHR, 20 July 2004), paras 28–30"
    ),
    "Johnston and Others v. Ireland, 18 December 1986, § 57, Series A no. 112": (
        "Johnston and Others v Ireland (1986) Series A no 112, para 57"
    ),
    "Osman v. the United Kingdom, 28 October 1998, Reports of Judgments and Decisions 1998-VIII": (
        "Osman v UK ECHR 1998–VIII"
    ),
    "Omojudi v. the United Kingdom (2009) 51 EHRR 10": "Omojudi v UK (2009) 51 EHRR 10",
    "Fatullayev v. Azerbaijan (application no. 40984/07), judgment of 22 April 2010, para. 87": (
        "Fatullayev v Azerbaijan App no 40984/07 (ECtHR, 22 April 2010), para 87"
    ),
    "Chiragov and Others v. Armenia [GC], no. 13216/05, § 186, 16 June 2015": (
        "Chiragov v Armenia [GC] App no 13216/05 (ECtHR, 16 June 2015), para 186"
    ),
    "A and B v. Norway [GC], nos. 24130/11 and 29758/11, 15 November 2016": (
        "A and B v Norway [GC] App nos 24130/11 and 29758/11 (ECtHR, 15 November 2016)"
    ),
    "Kudła v. Poland [GC], no. 30210/96, § 92, ECHR 2000-XI": (
        "Kudła v Poland [GC] App no 30210/96, ECHR 2000–XI, para 92"
    ),
    "Scoppola v. Italy (no. 3) [GC], no. 126/05, 22 May 2012": (
        "Scoppola v Italy (no 3) [GC] App no 126/05 (ECtHR, 22 May 2012)"
    ),
    "General Assembly resolution 51/210 of 17 December 1996": "UNGA Res 51/210 (17 December 1996) UN Doc A/RES/51/210",
    "General Assembly resolution 3314 (XXIX) of 14 December 1974": "UNGA Res 3314 (XXIX) (14 December 1974)",
    "Security Council resolution 1373 (2001) of 28 September 2001, para. 2": (
        "UNSC Res 1373 (28 September 2001) UN Doc S/RES/1373, para 2"
    ),
    "S/2018/462, paras. 5-7": "S/2018/462, paras 5–7",
    "ETS No. 5": "ETS No 005",
    "Human Rights Council resolution 16/18 of 24 March 2011": None,
    "Artico v. Italy, 13 May 1980, Series A no. 37, p. 18, § 35": None,
}
WRITTEN = [
    pytest.param(style, text, expected, id=f"{style}-{text}")
    for style, table in (("strasbourg", STRASBOURG), ("un", UN), ("oscola4", OSCOLA))
    for text, expected in table.items()
]
COMPLETED = [
    ("strasbourg", "Fatullayev v. Azerbaijan, no. 40984/07", "Fatullayev v. Azerbaijan, no. 40984/07, 22 April 2010"),
    ("strasbourg", "Kudła v. Poland [GC], no. 30210/96", "Kudła v. Poland [GC], no. 30210/96, ECHR 2000-XI"),
    ("strasbourg", "Kudła v. Poland, no. 30210/96, ECHR 2000-XI", "Kudła v. Poland [GC], no. 30210/96, ECHR 2000-XI"),
    ("strasbourg", "Balogh v. Hungary, 20 July 2004", "Balogh v. Hungary, no. 47940/99, 20 July 2004"),
    ("oscola4", "Balogh v. Hungary, no. 47940/99", "Balogh v Hungary App no 47940/99 (ECtHR, 20 July 2004)"),
    ("oscola4", "Security Council resolution 822 (1993)", "UNSC Res 822 (30 April 1993) UN Doc S/RES/822"),
    ("un", "Security Council resolution 822", "Security Council resolution 822 (1993)"),
]  # fmt: skip
CITED = [
    ("40984/07", "strasbourg", "Fatullayev v. Azerbaijan, no. 40984/07, 22 April 2010"),
    ("40984/07", "oscola4", "Fatullayev v Azerbaijan App no 40984/07 (ECtHR, 22 April 2010)"),
    ("5493/72", "strasbourg", "Handyside v. the United Kingdom, 7 December 1976, Series A no. 24"),
    ("30210/96", "strasbourg", "Kudła v. Poland [GC], no. 30210/96, ECHR 2000-XI"),
    ("A/RES/60/1", "un", "General Assembly resolution 60/1"),
    ("A/RES/60/1", "strasbourg", None),
    ("1/99", "un", None),
]


def source(text):
    context = engine.analyse(Document("", text, text, paragraphs=(Span(0, len(text)),)), corpus.knowledge())
    return styles.source(context.references[0], context.document, context.knowledge), context.references[0]


@pytest.mark.parametrize(("style", "text", "expected"), WRITTEN)
def test_form(style, text, expected):
    shown = _checked.restyled(source(text)[0], style)
    assert (shown and shown.text) == expected
    if shown is not None:
        again = _checked.restyled(source(shown.text)[0], style)
        assert again is not None
        assert again.text == expected


@pytest.mark.parametrize(("style", "text", "expected"), COMPLETED)
def test_facts_of_the_knowledge_base(style, text, expected):
    shown = _checked.restyled(source(text)[0], style, complete=True)
    assert shown is not None
    assert shown.text == expected
    assert shown.added


@pytest.mark.parametrize(
    "text",
    [
        "Sargsyan v. Azerbaijan [GC], no. 40167/06, § 5",  # a judgment on the merits, and one on just satisfaction
        "Nobody v. France, no. 99999/99",
        "Kudła v. Poland, no. 30210/96, 26 October 2000, § 3",
    ],
)
def test_what_is_not_sure_is_not_added(text):
    shown = _checked.restyled(source(text)[0], "oscola4", complete=True)
    assert shown is None or not shown.added


@pytest.mark.parametrize(("name", "style", "expected"), CITED)
def test_by_id(name, style, expected):
    family = "un-resolution" if "RES" in name else "echr"
    assert _checked.cited(Reference(family, name, Span(0, 0), ""), style, corpus.knowledge()) == expected


@pytest.mark.parametrize(
    ("text", "strasbourg", "un", "oscola"),
    [
        ("at para 5", "§ 5", "para. 5", "para 5"),
        ("§§ 12 and 14", "§§ 12 and 14", "paras. 12 and 14", "paras 12 and 14"),
        ("paragraphs 3 (a), 4 to 6", "§§ 3(a), 4 to 6", "paragraphs 3(a), 4 to 6", "paras 3(a), 4 to 6"),
        ("p. 3, § 4 in fine", "p. 3, § 4 in fine", "p. 3, para. 4 in fine", "p 3, para 4 in fine"),
    ],
)
def test_pinpoints(text, strasbourg, un, oscola):
    groups = _pinpoints.read(text)
    assert groups is not None
    forms = (_pinpoints.STRASBOURG, _pinpoints.UN, _pinpoints.OSCOLA)
    shown = [_pinpoints.write(groups, form) for form in forms]
    assert shown == [strasbourg, un, oscola]
    assert [_pinpoints.meaning(one) for one in shown] == [_pinpoints.meaning(text)] * 3


@pytest.mark.parametrize("text", ["annex", "sect. III", "para. 5, annex", "§"])
def test_other_pinpoints_are_not_read(text):
    assert _pinpoints.read(text) is None


def test_every_style_has_its_page():
    page = (corpus.TOP / "docs" / "styles.md").read_text(encoding="utf-8")
    for name, module in styles.modules().items():
        assert f"## `{name}`" in page
        assert module.SUMMARY.endswith(".")
        assert module.__doc__
        assert "Source:" in module.__doc__
