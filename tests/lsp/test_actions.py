"""What can be done about a finding, and about a source that is not known."""

from __future__ import annotations

import pytest
from lsp.client import FULL
from lsp.draft import TEXT, applied, place

MAKES_FILES = {**FULL, "workspace": {"workspaceEdit": {"documentChanges": True, "resourceOperations": ["create"]}}}


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
