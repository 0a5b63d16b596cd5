"""Finding, validating and applying configuration."""

from __future__ import annotations

from pathlib import Path

import pytest

from juslint import engine
from juslint.config import Config, ConfigError, Discovered, load, matches
from juslint.memory import identity


def _write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_nearest_file_upwards_holds(tmp_path):
    _write(tmp_path / "juslint.toml", 'style = "outer"\n')
    _write(tmp_path / "a/pyproject.toml", "[tool.other]\nname = 1\n")
    _write(tmp_path / "b/pyproject.toml", '[tool.juslint]\nstyle = "inner"\n')
    _write(tmp_path / "b/c/juslint.toml", 'style = "own"\n')
    _write(tmp_path / "b/c/pyproject.toml", '[tool.juslint]\nstyle = "second"\n')
    found = Discovered()
    styles = {name: found.for_path(str(tmp_path / name / "x.md")).style for name in ("", "a/deep", "b", "b/c")}
    assert styles == {"": "outer", "a/deep": "outer", "b": "inner", "b/c": "own"}


def test_options_win(tmp_path):
    _write(tmp_path / "juslint.toml", 'select = ["one"]\nignore = ["two"]\n')
    found = Discovered(select=["three"], ignore=["four"]).for_path(str(tmp_path / "x.md"))
    assert (found.select, found.ignore) == (("three",), ("two", "four"))


def test_broken_file_of_another_tool_is_no_concern(tmp_path):
    _write(tmp_path / "pyproject.toml", "[broken # juslint")
    assert Discovered().for_path(str(tmp_path / "x.md")).folder == Path()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('selct = ["a"]', "unknown key 'selct': did you mean \"select\"?"),
        ("zzzzzz = 1", "unknown key 'zzzzzz'"),
        ("select = 1", "select: 1 is not of type 'array'"),
        ('severity = {a = "fatal"}', "severity.a: 'fatal' is not one of ['error', 'warning', 'info']"),
        ("= 1", "not valid TOML: Invalid statement (at line 1, column 1)"),
        ("a = " + "[" * 100_000, "holds a number, a key or a nesting that is too long to be settings"),
        ("a = " + "9" * 100_000, "holds a number, a key or a nesting that is too long to be settings"),
        (".".join("a" * 50_000) + " = 1", "holds a number, a key or a nesting that is too long to be settings"),
        ("#" * 1_000_001, "larger than 1 MB: keep the settings in a juslint.toml"),
        ("z" * 1_000 + " = 1", "unknown key '" + "z" * 200 + "\u2026'"),
    ],
)
def test_what_is_wrong_is_one_line_with_file_and_key(tmp_path, text, told):
    file = _write(tmp_path / "juslint.toml", text)
    with pytest.raises(ConfigError) as error:
        load(file)
    assert str(error.value) == f"{file}: {told}"


def test_file_that_is_not_text(tmp_path):
    file = tmp_path / "juslint.toml"
    file.write_bytes(b"\xff\xfe")
    with pytest.raises(ConfigError, match="not UTF-8 text"):
        load(file)


def test_a_number_too_long_to_be_shown(tmp_path):
    file = _write(tmp_path / "juslint.toml", f"select = 0x{'f' * 100_000}\n")
    with pytest.raises(ConfigError, match="holds a number, a key or a nesting that is too long"):
        load(file)


def test_a_base_whose_name_no_folder_can_have(tmp_path):
    file = _write(tmp_path / "juslint.toml", 'kb = ["a\\u0000b"]\n')
    assert identity.of_files(load(file).kb) is None  # and no ValueError; the knowledge base says what is wrong


def test_every_key(tmp_path):
    file = _write(
        tmp_path / "juslint.toml",
        'select = ["ALL"]\nignore = ["a"]\nseverity = {b = "error"}\nkb = ["own"]\nstyle = "un"\nexclude = ["old"]\n'
        'baseline = "known.json"\n[per-file-ignores]\n"drafts/*" = ["c"]\n',
    )
    config = load(file)
    assert config.kb == (tmp_path / "own",)
    assert config.baseline == tmp_path / "known.json"
    assert config.severity == {"b": "error"}
    assert config.ignored_in(str(tmp_path / "drafts/x.md")) == {"c"}
    assert config.ignored_in(str(tmp_path / "x.md")) == frozenset()


@pytest.mark.parametrize("table", ['exclude = ["{}"]', '[per-file-ignores]\n"{}" = ["a"]'])
def test_endless_patterns(tmp_path, table):
    file = _write(tmp_path / "juslint.toml", table.format("[" * 100_000))
    with pytest.raises(ConfigError, match=r"has 100,000 characters; 1,000 is the most$"):
        load(file)


@pytest.mark.parametrize(
    ("pattern", "path", "expected"),
    [
        ("*.md", "a/b.md", True),
        ("a", "a/b.md", True),
        ("a/", "a/b.md", True),
        ("a/b", "a/b/c.md", True),
        ("a/*.md", "a/b.md", True),
        ("b.md", "ab.md", False),
        ("b/a", "a/b.md", False),
        ("*.md", "../elsewhere.md", True),
    ],
)
def test_patterns(tmp_path, pattern, path, expected):
    assert matches(pattern, tmp_path / path, tmp_path) is expected


def test_selection(toy):
    assert engine.selected(Config()) == {"toy-note", "toy-word", "toy-year", "unused-suppression"}
    assert "toy-style" in engine.selected(Config(style="house"))
    assert engine.selected(Config(select=("toy-style",))) == {"toy-style"}
    assert engine.selected(Config(select=("ALL", "toy-style"), ignore=("toy-note",))) >= {"toy-style", "toy-word"}
    assert engine.selected(Config(ignore=("ALL",))) == frozenset()


@pytest.mark.parametrize(
    "config",
    [
        Config(name="x.toml", severity={"toy-wrod": "info"}),
        Config(name="x.toml", per_file_ignores=(("*", ("toy-wrod",)),)),
    ],
)
def test_unknown_rule_in_configuration(toy, config):
    with pytest.raises(ConfigError, match=r"x\.toml: there is no rule 'toy-wrod': did you mean \"toy-word\"\?"):
        engine.selected(config)
