"""Sources that are offered while one writes."""

from __future__ import annotations

import time

import pytest
from lsp.draft import words_of


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
def test_completion_in_the_style_of_the_project(start, tmp_path, style, name, typed, wanted):
    (tmp_path / "juslint.toml").write_text(f'style = "{style}"\n', encoding="utf-8")
    cited = "See Handyside v. the United Kingdom, 7 December 1976, Series A no. 24.\n"
    (tmp_path / "other.md").write_text(cited, encoding="utf-8")
    session = start()
    session.begin(root=tmp_path)
    uri = session.open(tmp_path / name, typed)
    where = {"line": 0, "character": len(typed)}

    def offered():  # the folder's other texts are read meanwhile
        answer = session.ask("textDocument/completion", {"textDocument": {"uri": uri}, "position": where})
        return {one["textEdit"]["newText"] for one in answer["items"]}

    assert any(wanted in offered() or time.sleep(0.1) for _ in range(100)), offered()


def test_completion_from_the_texts(draft):
    other = "Cited: A/74/6"
    uri = draft.open(draft.root / "new.md", other)
    where = {"line": 0, "character": len(other)}
    answer = draft.ask("textDocument/completion", {"textDocument": {"uri": uri}, "position": where})
    assert any("A/74/676" in one["label"] for one in answer["items"])
