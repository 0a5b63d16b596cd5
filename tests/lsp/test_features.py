"""Every feature, as an editor asks for it, of a real server."""

from __future__ import annotations

import pytest
from lsp.draft import OTHER, TEXT, applied, at, words_of


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


def test_findings_of_files_that_are_not_open(start, tmp_path):
    other = tmp_path / "folder" / "closed.txt"
    other.parent.mkdir()
    other.write_text("See S/RES/822 (1992).\n", encoding="utf-8")
    session = start()
    session.begin(root=tmp_path)
    session.open(tmp_path / "draft.md", "Nothing.\n")
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
