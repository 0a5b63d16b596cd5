"""From files to findings."""

from __future__ import annotations

from pathlib import Path

import pytest
import toy as small

from juslint import engine, loading, rules
from juslint.config import Config
from juslint.knowledge import Knowledge
from juslint.reading import read_text


def _load(*paths: str):
    return loading.load([(path, None) for path in paths], small.ToyKnowledge())  # type: ignore[arg-type]


def test_findings_are_sorted_and_each_is_given_once(toy):
    Path("b.md").write_text("nota colour REF-1 (1999)\n")
    Path("a.md").write_text("REF-1 (2001) colour\n")
    loaded = _load("b.md", "a.md")
    found = engine.check([*loaded.contexts, loaded.contexts[0]], Config())
    places = [(finding.path, finding.span.start, finding.rule) for finding in found]
    assert places == sorted(set(places))
    assert len(places) == 5


def test_severity_of_the_configuration(toy):
    Path("a.md").write_text("colour\n")
    [finding] = engine.check(_load("a.md").contexts, Config(severity={"toy-word": "info"}))
    assert finding.severity == "info"


def test_settings_are_those_of_each_file(toy):
    class Settings:
        def for_path(self, path: str) -> Config:
            return Config(ignore=("toy-year",)) if path == "a.md" else Config()

    Path("a.md").write_text("REF-1 (1999)\n")
    Path("b.md").write_text("REF-1 (2001)\n")
    [finding] = engine.check(_load("a.md", "b.md").contexts, Settings())
    assert finding.path == "b.md"
    assert finding.related[0].path == "a.md"


def test_fault_of_juslint_names_the_file(toy, monkeypatch):
    Path("a.md").write_text("text\n")
    monkeypatch.setattr("juslint.scan.scan", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError) as error:
        _load("a.md")
    assert error.value.__notes__ == ["while reading 'a.md'"]


def test_result_does_not_depend_on_the_number_of_workers(tmp_path):
    files = []
    for number in range(20):
        path = tmp_path / f"{number:02}.md"
        path.write_text(f"Security Council resolution {822 + number} (1993), and A/74/{number + 1}.\n")
        files.append((str(path), None))
    (tmp_path / "07.md").write_bytes(b"\x00\x01")
    knowledge = Knowledge.open()
    alone, together = (loading.load(files, knowledge, jobs=jobs) for jobs in (1, 2))
    assert [context.references for context in alone.contexts] == [context.references for context in together.contexts]
    assert [context.document.path for context in alone.contexts] == [c.document.path for c in together.contexts]
    assert alone.unreadable == together.unreadable
    assert len(alone.unreadable) == 1


def test_rules_that_take_turns_find_what_each_finds_alone():
    """More references than one turn has."""
    text = "\n\n".join(
        f"See Security Council resolution {822 + n} (1994), and A/74/{n}-S/2020/{n}." for n in range(200)
    )
    context = engine.analyse(read_text("a.md", text), Knowledge.open())
    assert len(context.references) > engine._TURN
    every = rules.modules()
    for style in (None, "un"):
        together = engine.of_document_by_all(every, context, style)
        alone = {name: tuple(engine.of_document(module, context, style)) for name, module in every.items()}
        assert together == alone
        assert any(together.values())
