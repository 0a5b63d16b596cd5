"""Cases and instruments, in full and in short, as an editor asks for them."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from lsp.draft import place, words_of

CASES = """# Draft

See *Fatullayev v. Azerbaijan*, no. 40984/07, \N{SECTION SIGN} 87, 22 April 2010.

The Court went on (Fatullayev, cited above, \N{SECTION SIGN} 49).

It follows from the ICCPR and from Directive 2000/43/EC, and from Directive 2000/43/EC alone.

Handyside v. the United Kingdom, 7 December 1976, \N{SECTION SIGN} 49, Series A no. 24.
"""


MORE = """The International Covenant on Civil and Political Rights says so.

See Handyside v. the United Kingdom, no. 5493/72.
"""


SHORT = "Fatullayev, cited above, \N{SECTION SIGN} 49"


@pytest.fixture
def cases(start, tmp_path):
    (tmp_path / "more.md").write_text(MORE, encoding="utf-8")
    session = start()
    session.begin(root=tmp_path)
    uri = session.open(tmp_path / "cases.md", CASES)

    def ask(method, words, nth=0, **more):
        return session.ask(method, {"textDocument": {"uri": uri}, "position": place(CASES, words, nth), **more})

    return ask


@pytest.mark.parametrize(
    ("words", "nth", "said"),
    [
        (
            "Fatullayev",
            0,
            ("**40984/07**", "22 April 2010, judgment \N{MIDDLE DOT} <https://hudoc.echr.coe.int/eng?i=001-98401>"),
        ),
        ("Fatullayev", 1, ("**40984/07**", "place: \N{SECTION SIGN} 49", "22 April 2010, judgment")),
        ("ICCPR", 0, ("*International Covenant on Civil and Political Rights*", "16 December 1966", "treaties.un.org")),
        ("Directive 2000", 0, ("**Directive 2000/43/EC**", "eur-lex.europa.eu")),
        ("Handyside", 0, ("7 December 1976, judgment, Series A no. 24", "30 September 1975, report")),
    ],
)
def test_hover_on_cases_and_instruments(cases, words, nth, said):
    value = cases("textDocument/hover", words, nth)["contents"]["value"]
    for one in said:
        assert one in value


@pytest.mark.parametrize(
    ("words", "nth", "file"),
    [
        ("Fatullayev", 0, "kb/courts/echr/cases/2010.yaml"),
        ("Fatullayev", 1, "kb/courts/echr/cases/2010.yaml"),
        ("Handyside", 0, "kb/courts/echr/cases/1976.yaml"),
        ("ICCPR", 0, "kb/treaties/international-covenant-on-civil-and-political-rights-1966.yaml"),
        ("Directive 2000", 0, None),
    ],
)
def test_definition_of_cases_and_instruments(cases, words, nth, file):
    answer = cases("textDocument/definition", words, nth)
    assert (answer is None) == (file is None)
    if answer is not None:
        assert answer["uri"].endswith(file)
        text = Path(unquote(urlsplit(answer["uri"]).path)).read_text(encoding="utf-8")
        line = text.split("\n")[answer["range"]["start"]["line"]]
        assert words in line or words == "ICCPR"


@pytest.mark.parametrize(
    ("words", "nth", "found"),
    [
        ("Fatullayev", 0, {"Fatullayev v. Azerbaijan*, no. 40984/07, \N{SECTION SIGN} 87, 22 April 2010", SHORT}),
        ("Fatullayev", 1, {"Fatullayev v. Azerbaijan*, no. 40984/07, \N{SECTION SIGN} 87, 22 April 2010", SHORT}),
        ("ICCPR", 0, {"ICCPR", "International Covenant on Civil and Political Rights"}),
        ("Directive 2000", 0, {"Directive 2000/43/EC"}),
        (
            "Handyside",
            0,
            {
                "Handyside v. the United Kingdom, 7 December 1976, \N{SECTION SIGN} 49, Series A no. 24",
                "Handyside v. the United Kingdom, no. 5493/72",
            },
        ),
    ],
)
def test_references_of_cases_and_instruments(cases, words, nth, found):
    answer = cases("textDocument/references", words, nth, context={"includeDeclaration": True})
    texts = {"cases.md": CASES, "more.md": MORE}
    assert {words_of(texts[one["uri"].rpartition("/")[2]], one["range"]) for one in answer} == found
    others = cases("textDocument/references", words, nth, context={"includeDeclaration": False})
    assert len(others) == len(answer) - 1
    assert cases("textDocument/documentHighlight", words, nth)
