"""Every feature, as an editor asks for it, of a real server."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from lsp.client import FULL

TEXT = """# Draft

The Council demanded it in resolution 822 (1993).

See S/RES/822 (1993), and also S/RES/853 (1993), para. 3.

The report is A/74/676\N{EN DASH}S/2020/90, annex; the letter carries A/74/676-S/2020/90.

\U0001d504 court: Fatullayev v. Azerbaijan, no. 40984/07, \N{SECTION SIGN} 87. \U0001f600 See S/RES/822 (1992).
"""
SHORT = "Fatullayev, cited above, \N{SECTION SIGN} 49"
OTHER = "The draft rests on Security Council resolution 822 (1993).\n"


def place(text, words, nth=0, encoding="utf-16-le", size=2):
    """The position of the first character of words in a text."""
    at = -1
    for _ in range(nth + 1):
        at = text.index(words, at + 1)
    line = text.count("\n", 0, at)
    start = text.rfind("\n", 0, at) + 1
    return {"line": line, "character": len(text[start:at].encode(encoding)) // size}


@pytest.fixture
def draft(session):
    (session.root / "other.md").write_text(OTHER, encoding="utf-8")
    session.path = session.root / "draft.md"
    session.uri = session.open(session.path, TEXT)
    session.document = {"textDocument": {"uri": session.uri}}
    return session


def at(draft, words, nth=0, **more):
    return {**draft.document, "position": place(TEXT, words, nth), **more}


def words_of(text, where):
    """The words in a range of UTF-16 positions."""
    lines = [line.encode("utf-16-le") for line in text.split("\n")]
    start, end = where["start"], where["end"]
    assert start["line"] == end["line"]
    return lines[start["line"]][2 * start["character"] : 2 * end["character"]].decode("utf-16-le")


def applied(text, edits):
    lines = text.split("\n")
    for edit in sorted(
        edits, key=lambda one: (one["range"]["start"]["line"], one["range"]["start"]["character"]), reverse=True
    ):
        start, end = edit["range"]["start"], edit["range"]["end"]
        assert start["line"] == end["line"]
        line = lines[start["line"]].encode("utf-16-le")
        new = edit["newText"].encode("utf-16-le")
        lines[start["line"]] = (line[: 2 * start["character"]] + new + line[2 * end["character"] :]).decode("utf-16-le")
    return "\n".join(lines)


def test_diagnostics_are_pushed_with_place_page_and_related_places(draft):
    found = {one["code"]: one for one in draft.findings(draft.uri, at_least=2)}
    assert {"council-resolution-year", "inconsistent-form"} <= set(found)
    wrong = found["council-resolution-year"]
    assert words_of(TEXT, wrong["range"]) == "822 (1992)"
    assert wrong["severity"] == 1
    assert wrong["source"] == "juslint"
    assert wrong["codeDescription"]["href"].endswith("council-resolution-year.md")
    assert draft.versions[draft.uri] == 1
    related = found["inconsistent-form"]["relatedInformation"]
    assert related[0]["location"]["uri"] == draft.uri


def test_findings_of_files_that_are_not_open(session):
    other = session.root / "folder" / "closed.txt"
    other.parent.mkdir()
    other.write_text("See S/RES/822 (1992).\n", encoding="utf-8")
    session.open(session.root / "draft.md", "Nothing.\n")
    found = session.findings(other.as_uri(), at_least=1)
    assert found[0]["code"] == "council-resolution-year"


def test_a_suppression_that_is_of_no_use_is_marked_as_unnecessary(session):
    uri = session.open(session.root / "a.md", "<!-- juslint: ignore[link-empty] reason -->\nNothing.\n")
    assert session.findings(uri, at_least=1)[0]["tags"] == [1]


def test_hover(draft):
    answer = draft.ask("textDocument/hover", at(draft, "S/RES/853"))
    assert words_of(TEXT, answer["range"]) == "S/RES/853 (1993), para. 3"
    assert "**S/RES/853 (1993)**" in answer["contents"]["value"]
    assert "29 July 1993" in answer["contents"]["value"]
    assert "docs.un.org" in answer["contents"]["value"]
    assert draft.ask("textDocument/hover", at(draft, "Draft")) is None


def test_definition_is_the_row(draft):
    answer = draft.ask("textDocument/definition", at(draft, "S/RES/853"))
    assert answer["uri"].endswith("kb/un/security-council/resolutions/1993.yaml")
    assert answer["range"]["start"]["line"] > 10


def test_references_are_all_mentions_however_written(draft):
    answer = draft.ask("textDocument/references", at(draft, "S/RES/822", context={"includeDeclaration": True}))
    texts = {draft.uri: TEXT, (draft.root / "other.md").as_uri(): OTHER}
    assert {words_of(texts[one["uri"]], one["range"]) for one in answer} == {
        "resolution 822 (1993)",
        "S/RES/822 (1993)",
        "Security Council resolution 822 (1993)",
    }
    without = draft.ask("textDocument/references", at(draft, "S/RES/822", context={"includeDeclaration": False}))
    assert len(without) == len(answer) - 1


def test_highlights_stay_in_the_text(draft):
    answer = draft.ask("textDocument/documentHighlight", at(draft, "S/RES/822"))
    assert [words_of(TEXT, one["range"]) for one in answer] == ["resolution 822 (1993)", "S/RES/822 (1993)"]


def test_rename_writes_every_mention_anew(draft):
    ready = draft.ask("textDocument/prepareRename", at(draft, "S/RES/853"))
    assert ready["placeholder"] == "S/RES/853 (1993)"
    assert words_of(TEXT, ready["range"]) == "S/RES/853 (1993)"
    new = "Security Council resolution 822 (1993)"
    answer = draft.ask("textDocument/rename", at(draft, "S/RES/822", newName=new))
    edits = {one["textDocument"]["uri"]: one["edits"] for one in answer["documentChanges"]}
    changed = applied(TEXT, edits[draft.uri])
    assert changed.count(new) == 2
    assert "S/RES/822 (1993)" not in changed
    assert "S/RES/853 (1993), para. 3" in changed


def test_rename_refuses_what_is_no_reference(draft):
    answer = draft.answer(draft.post("textDocument/rename", at(draft, "S/RES/822", newName="some words")))
    assert "some words" in answer["error"]["message"]


def test_links_lead_to_the_official_page(draft):
    answer = draft.ask("textDocument/documentLink", draft.document)
    links = {words_of(TEXT, one["range"]): one["target"] for one in answer}
    assert links["S/RES/822 (1993)"] == "https://docs.un.org/en/S/RES/822%20(1993)"


def test_symbols_are_a_table_of_authorities(draft):
    answer = draft.ask("textDocument/documentSymbol", draft.document)
    table = {family["name"]: {one["name"]: one for one in family["children"]} for family in answer}
    assert set(table) >= {"un-resolution", "un-symbol", "echr"}
    source = table["un-resolution"]["S/RES/822 (1993)"]
    assert len(source["children"]) == 2
    assert "Nagorny Karabakh" in source["detail"]


def test_workspace_symbols_are_found_by_number_and_title(draft):
    for query in ("822", "nagorny karabakh"):
        uris = {one["location"]["uri"] for one in draft.ask("workspace/symbol", {"query": query})}
        assert uris == {draft.uri, (draft.root / "other.md").as_uri()}


def test_tokens_lie_on_references(draft):
    data = draft.ask("textDocument/semanticTokens/full", draft.document)["data"]
    line = character = 0
    words = []
    for number in range(0, len(data), 5):
        step, shift, length, kind, _ = data[number : number + 5]
        line, character = line + step, shift if step else character + shift
        start = {"line": line, "character": character}
        end = {"line": line, "character": character + length}
        words.append((words_of(TEXT, {"start": start, "end": end}), kind))
    assert ("resolution 822 (1993)", 0) in words
    assert ("para. 3", 1) in words


def test_hints_are_off_until_wished_for(draft):
    whole = {"start": {"line": 0, "character": 0}, "end": {"line": 20, "character": 0}}
    assert draft.ask("textDocument/inlayHint", {**draft.document, "range": whole}) == []
    draft.notify("workspace/didChangeConfiguration", {"settings": {"juslint": {"inlayHints": True}}})
    hints = draft.ask("textDocument/inlayHint", {**draft.document, "range": whole})
    assert any("Nagorny Karabakh" in one["label"] for one in hints)


def test_formatting_mends_dashes_and_spaces_only(draft):
    options = {"options": {"tabSize": 4, "insertSpaces": True}}
    edits = draft.ask("textDocument/formatting", {**draft.document, **options})
    assert applied(TEXT, edits) == TEXT.replace("\N{EN DASH}", "-")
    whole = {"range": {"start": {"line": 0, "character": 0}, "end": {"line": 3, "character": 0}}}
    assert draft.ask("textDocument/rangeFormatting", {**draft.document, **options, **whole}) == []


def test_actions_mend_or_ignore_a_finding(draft):
    wrong = next(one for one in draft.findings(draft.uri, at_least=2) if one["code"] == "council-resolution-year")
    asked = {**draft.document, "range": wrong["range"], "context": {"diagnostics": [wrong], "only": ["quickfix"]}}
    actions = draft.ask("textDocument/codeAction", asked)
    assert all(one["kind"] == "quickfix" for one in actions)
    by = {one["title"].split()[0]: one["edit"]["documentChanges"][0]["edits"] for one in actions}
    ignored = applied(TEXT, by["Ignore"])
    assert ignored.endswith("S/RES/822 (1992). <!-- juslint: ignore[council-resolution-year] reason -->\n")
    draft.change(draft.uri, 2, {"text": ignored})
    found = draft.findings(draft.uri, version=2)
    assert not any(one["code"] == "council-resolution-year" for one in found)
    mended = [applied(TEXT, edits) for name, edits in by.items() if name != "Ignore"]
    assert any("S/RES/822 (1993).\n" in text for text in mended)


def test_actions_offer_each_reading_where_none_prevails(session):
    said = 'See Jane Porter, "The long road to a settlement in the valley", {} March 2011.'
    uri = session.open(session.root / "two.md", f"{said.format(3)}\n\n{said.format(8)}\n")
    found = next(one for one in session.findings(uri, at_least=1) if one["code"] == "inconsistent-date")
    context = {"diagnostics": [found], "only": ["quickfix"]}
    asked = {"textDocument": {"uri": uri}, "range": found["range"], "context": context}
    titles = [one["title"] for one in session.ask("textDocument/codeAction", asked)]
    assert "Write 3 March 2011 (inconsistent-date; check the source first)" in titles


@pytest.mark.parametrize(
    ("name", "text", "comment"),
    [
        ("page.html", "<p>See&nbsp;<b>S/RES/822</b> (1992).</p>\n", " <!-- juslint: ignore[{}] reason -->\n"),
        ("page.html", "<p>See S/RES/822 (1992), <a\nhref=x>here</a>.</p>\n", None),
        ("paper.tex", "See~\\emph{S/RES/822} (1992).\n", " % juslint: ignore[{}] reason\n"),
    ],
)
def test_actions_in_markup(session, name, text, comment):
    uri = session.open(session.root / name, text)
    (wrong,) = (one for one in session.findings(uri, at_least=1) if one["code"] == "council-resolution-year")
    asked = {"range": wrong["range"], "context": {"diagnostics": [wrong], "only": ["quickfix"]}}
    actions = session.ask("textDocument/codeAction", {"textDocument": {"uri": uri}, **asked})
    made = [applied(text, one["edit"]["documentChanges"][0]["edits"]) for one in actions]
    assert text.replace("1992", "1993") in made
    ignored = [one for one in made if "juslint:" in one]
    assert ignored == ([text[:-1] + comment.format(wrong["code"])] if comment else [])


def test_fix_all_is_what_the_command_line_does(draft):
    whole = {"start": {"line": 0, "character": 0}, "end": {"line": 20, "character": 0}}
    asked = {**draft.document, "range": whole, "context": {"diagnostics": [], "only": ["source.fixAll"]}}
    (action,) = draft.ask("textDocument/codeAction", asked)
    assert action["kind"] == "source.fixAll.juslint"
    done = draft.ask("codeAction/resolve", action)["edit"]["documentChanges"][0]["edits"]
    lines = TEXT.split("\n")
    for edit in done:
        lines[edit["range"]["start"]["line"] : edit["range"]["end"]["line"]] = (
            edit["newText"].removesuffix("\n").split("\n")
        )
    assert "\n".join(lines) == TEXT.replace("\N{EN DASH}", "-")


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("See S/RES/82", "S/RES/822 (1993)"),
        ("By resolution 82", "822 (1993)"),
        ("In Fatul", "Fatullayev v. Azerbaijan, no. 40984/07"),
        ("the Convention against Tort", "Convention against Torture"),
        ("See no. 40984/0", "Fatullayev v. Azerbaijan, no. 40984/07"),
        ("See 40984/", "Fatullayev v. Azerbaijan, no. 40984/07"),
        ("In Fatullayev v. Azerbaijan, no. 4098", "40984/07"),
        ("In Fatullayev v. Aze", "Fatullayev v. Azerbaijan, no. 40984/07"),
        ("See Black Gard", "Thomas de Waal, Black Garden"),
        ("In Newsw", "Newsweek"),
    ],
)
def test_completion_by_number_name_and_title(session, typed, wanted):
    uri = session.open(session.root / "new.md", typed)
    where = {"line": 0, "character": len(typed)}
    answer = session.ask("textDocument/completion", {"textDocument": {"uri": uri}, "position": where})
    item = next(one for one in answer["items"] if one["textEdit"]["newText"].startswith(wanted))
    assert item["filterText"] == words_of(typed, item["textEdit"]["range"])


@pytest.mark.parametrize(
    ("style", "name", "typed", "wanted"),
    [
        ("strasbourg", "a.md", "In Fatul", "*Fatullayev v. Azerbaijan*, no. 40984/07, 22 April 2010"),
        ("strasbourg", "a.txt", "In Fatul", "Fatullayev v. Azerbaijan, no. 40984/07, 22 April 2010"),
        ("oscola4", "a.md", "no. 40984/0", "*Fatullayev v Azerbaijan* App no 40984/07 (ECtHR, 22 April 2010)"),
        ("un", "a.md", "In Fatul", "Fatullayev v. Azerbaijan, application No. 40984/07"),
        ("un", "a.md", "S/RES/82", "S/RES/822 (1993)"),
        ("strasbourg", "a.md", "In Handys", "*Handyside v. the United Kingdom*, 7 December 1976, Series A no. 24"),
    ],
)
def test_completion_in_the_style_of_the_project(session, style, name, typed, wanted):
    (session.root / "juslint.toml").write_text(f'style = "{style}"\n', encoding="utf-8")
    cited = "See Handyside v. the United Kingdom, 7 December 1976, Series A no. 24.\n"
    (session.root / "other.md").write_text(cited, encoding="utf-8")
    uri = session.open(session.root / name, typed)
    where = {"line": 0, "character": len(typed)}
    answer = session.ask("textDocument/completion", {"textDocument": {"uri": uri}, "position": where})
    assert wanted in {one["textEdit"]["newText"] for one in answer["items"]}


def test_completion_from_the_texts(draft):
    other = "Cited: A/74/6"
    uri = draft.open(draft.root / "new.md", other)
    where = {"line": 0, "character": len(other)}
    answer = draft.ask("textDocument/completion", {"textDocument": {"uri": uri}, "position": where})
    assert any("A/74/676" in one["label"] for one in answer["items"])


@pytest.mark.parametrize(
    ("name", "codec", "size"), [("utf-8", "utf-8", 1), ("utf-32", "utf-32-le", 4), ("utf-16", "utf-16-le", 2)]
)
def test_positions_in_the_encoding_of_the_editor(start, tmp_path, name, codec, size):
    client = start()
    answer = client.begin(tmp_path, capabilities={"general": {"positionEncodings": [name]}})
    assert answer["capabilities"]["positionEncoding"] == name
    text = "\U0001f600\u00e9 See S/RES/822 (1992).\n"
    uri = client.open(tmp_path / "a.md", text)
    (found,) = client.findings(uri, at_least=1)
    line = text.split("\n", maxsplit=1)[0].encode(codec)
    start_, end = (found["range"][side]["character"] * size for side in ("start", "end"))
    assert "1992" in line[start_:end].decode(codec)
    place_ = {"line": 0, "character": len("\U0001f600\u00e9 See ".encode(codec)) // size}
    client.change(uri, 2, {"range": {"start": {"line": 0, "character": 0}, "end": place_}, "text": ""})
    (moved,) = client.findings(uri, version=2)
    assert moved["range"]["end"]["character"] == len("S/RES/822 (1992)") - (
        "(1992)" not in line[start_:end].decode(codec)
    )


MAKES_FILES = {**FULL, "workspace": {"workspaceEdit": {"documentChanges": True, "resourceOperations": ["create"]}}}


def created(client, uri, text, words):
    """The actions that make entries, at words of a text."""
    where = place(text, words)
    context = {"diagnostics": [], "only": ["refactor"]}
    asked = {"textDocument": {"uri": uri}, "range": {"start": where, "end": where}, "context": context}
    return client.ask("textDocument/codeAction", asked)


def test_an_entry_is_made_of_a_reference_that_is_not_known(start, tmp_path):
    (tmp_path / "juslint.toml").write_text('kb = ["own"]\n', encoding="utf-8")
    own = tmp_path / "own"
    own.mkdir()
    text = "See Smith v. Ruritania, no. 99999/18, 3 May 2022, S/RES/822 (1993), S/RES/2999 (2030) and A/91/5.\n"
    client = start()
    client.begin(root=tmp_path, capabilities=MAKES_FILES)
    uri = client.open(tmp_path / "draft.md", text)
    (action,) = created(client, uri, text, "Ruritania")
    assert action["title"] == "Create a knowledge-base entry for 99999/18"
    make, write = action["edit"]["documentChanges"]
    file = own / "courts" / "echr" / "smith-v-ruritania-99999-18.yaml"
    assert (make["kind"], make["uri"]) == ("create", file.as_uri())
    assert write["textDocument"]["uri"] == file.as_uri()
    (edit,) = write["edits"]
    assert edit["range"]["end"] == {"line": 0, "character": 0}
    assert "title: Smith v. Ruritania\n" in edit["newText"]
    assert "citation in draft.md: Smith" in edit["newText"]
    assert created(client, uri, text, "S/RES/822") == []
    rows = own / "un" / "security-council" / "resolutions" / "2030.yaml"
    rows.parent.mkdir(parents=True)
    head = "origin:\n- a page\nlicence: CC0-1.0\ndate: 2026-01-01\nrows:\n"
    rows.write_text(f"{head}- {{number: 3000}}\n", encoding="utf-8")
    (action,) = created(client, uri, text, "S/RES/2999")
    (write,) = action["edit"]["documentChanges"]
    assert write["edits"][0]["newText"].endswith("- {number: 2999}\n- {number: 3000}\n")
    file.parent.mkdir(parents=True)
    file.write_text(edit["newText"], encoding="utf-8")
    client.notify("workspace/didChangeWatchedFiles", {"changes": [{"uri": file.as_uri(), "type": 1}]})
    assert created(client, uri, text, "Ruritania") == []


def test_no_entry_is_made_where_no_folder_is_named_or_no_file_can_be_made(session, start, tmp_path):
    text = "See S/2031/462.\n"
    uri = session.open(session.root / "a.md", text)
    assert created(session, uri, text, "S/2031") == []
    client = start()
    client.begin(root=tmp_path, capabilities=MAKES_FILES)
    assert created(client, client.open(tmp_path / "b.md", text), text, "S/2031") == []


CASES = """# Draft

See *Fatullayev v. Azerbaijan*, no. 40984/07, \N{SECTION SIGN} 87, 22 April 2010.

The Court went on (Fatullayev, cited above, \N{SECTION SIGN} 49).

It follows from the ICCPR and from Directive 2000/43/EC, and from Directive 2000/43/EC alone.

Handyside v. the United Kingdom, 7 December 1976, \N{SECTION SIGN} 49, Series A no. 24.
"""
MORE = """The International Covenant on Civil and Political Rights says so.

See Handyside v. the United Kingdom, no. 5493/72.
"""


@pytest.fixture
def cases(session):
    (session.root / "more.md").write_text(MORE, encoding="utf-8")
    uri = session.open(session.root / "cases.md", CASES)

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
