"""`juslint check` on the toy rules: what is printed, which status it ends with, what is written."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
import toy

from juslint._data import data_folder

TEXT = "The colour of REF-1 (1999).\n"


def _write(name, text=TEXT):
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode())
    return path


def test_nothing_found(juslint_run):
    _write("a.md", "All is well with REF-1.\n")
    result = juslint_run("check", "a.md")
    assert (result.return_value, result.output) == (0, "No findings in 1 file, 1 reference.\n")


def test_finding_is_explained(juslint_run):
    _write("a.md")
    result = juslint_run("check", "a.md")
    assert result.return_value == 1
    assert result.output == (
        "a.md:1:5 warning toy-word\n"
        "  “colour” is long\n"
        "  1 | The colour of REF-1 (1999).\n"
        "    |     ^^^^^^\n"
        "  mend: write it short: “colour” → “color” (--fix)\n"
        "\n"
        "1 warning in 1 file, 1 reference.\n"
        "1 can be mended with --fix.\n"
        "juslint rule NAME explains a rule: toy-word.\n"
    )


def test_workspace_rule_sees_all_files_and_names_the_other_place(juslint_run):
    _write("a.md", "REF-1 (1999)\n")
    _write("b.md", "Text.\n\nREF-1 (2001)\n")
    result = juslint_run("check", ".")
    assert result.return_value == 1
    assert "  see b.md:3:1 of 2001 here\n      3 | REF-1 (2001)\n" in result.output
    assert "b.md:3:1 error toy-year" in result.output


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        ((), 0),
        (("--severity", "info"), 1),
        (("--severity", "error"), 0),
        (("--exit-zero", "--severity", "info"), 0),
    ],
)
def test_status_of_a_note(juslint_run, arguments, status):
    _write("a.md", "nota\n")
    assert juslint_run("check", "a.md", *arguments).return_value == status


def test_severity_hides_what_is_below(juslint_run):
    _write("a.md", "nota colour\n")
    result = juslint_run("check", "a.md", "--severity", "warning", "--output-format", "concise")
    assert result.output == "a.md:1:6: warning[toy-word] “colour” is long\n"


def test_unreadable_file_is_one_line_and_the_others_go_on(juslint_run):
    _write("a.md")
    Path("bad.md").write_bytes(b"\x00\x01binary")
    result = juslint_run("check", "bad.md", "missing.md", "a.md", "--output-format", "concise")
    assert result.return_value == 2
    assert result.stdout.splitlines() == ["a.md:1:5: warning[toy-word] “colour” is long"]
    assert [line.split(": ")[1] for line in result.stderr.splitlines()] == ["bad.md", "missing.md"]


def test_json_follows_its_schema(juslint_run):
    _write("a.md", "REF-1 (1999) and nota colour\n")
    _write("b.md", "REF-1 (2001)\n")
    Path("bad.md").write_bytes(b"\x00\x01")
    report = json.loads(juslint_run("check", ".", "--output-format", "json").stdout)
    schema = json.loads((data_folder("schemas") / "report.v1.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator(schema).validate(report)
    year, *_ = report["findings"]
    assert (year["rule"], year["start"], year["end"], year["line"], year["end_column"]) == ("toy-year", 0, 12, 1, 13)
    assert year["related"] == [{"path": "b.md", "line": 1, "column": 1, "message": "of 2001 here"}]
    # The fix is cut down to the characters that change.
    assert year["fix"]["edits"] == [{"start": 7, "end": 11, "text": "2001"}]
    assert [file["path"] for file in report["files"]] == ["a.md", "b.md", "bad.md"]
    assert report["files"][-1]["error"]


def test_fix_changes_only_its_characters(juslint_run):
    content = "\ufeffThe colour.\r\nAnd **colour** of REF-1 (1999).\r\n"
    _write("a.md", content)
    Path("a.md").chmod(0o640)
    result = juslint_run("check", "a.md", "--fix")
    assert result.return_value == 0
    assert Path("a.md").read_bytes().decode() == content.replace("colour", "color")
    assert Path("a.md").stat().st_mode & 0o777 == 0o640
    assert "Mended 2 findings." in result.output
    before = Path("a.md").stat().st_mtime_ns
    assert juslint_run("check", "a.md", "--fix").return_value == 0
    assert Path("a.md").stat().st_mtime_ns == before
    assert [file.name for file in Path().iterdir()] == ["a.md"]


def test_unsafe_fix_needs_its_option(juslint_run):
    _write("a.md", "REF-1 (1999), REF-1 (2001)\n")
    assert juslint_run("check", "a.md", "--fix").return_value == 1
    assert "1999" in Path("a.md").read_text()
    result = juslint_run("check", "a.md", "--unsafe-fixes")
    assert "--unsafe-fixes does nothing without" in result.stderr
    assert juslint_run("check", "a.md", "--fix", "--unsafe-fixes").return_value == 0
    assert Path("a.md").read_text() == "REF-1 (2001), REF-1 (2001)\n"


def test_diff_writes_nothing(juslint_run):
    _write("a.md")
    result = juslint_run("check", "a.md", "--diff")
    assert result.return_value == 1
    assert result.stdout == (
        "--- a.md\n+++ a.md\n@@ -1 +1 @@\n-The colour of REF-1 (1999).\n+The color of REF-1 (1999).\n"
    )
    assert result.stderr == "Would mend 1 finding in 1 file.\n"
    assert Path("a.md").read_text() == TEXT


def test_read_only_file_is_left_and_the_others_are_mended(juslint_run):
    _write("a.md").chmod(0o444)
    _write("b.md")
    result = juslint_run("check", ".", "--fix")
    assert result.return_value == 2
    assert result.stderr == "juslint: a.md: not mended: the file is read-only\n"
    assert "a.md:1:5 warning toy-word" in result.stdout
    assert Path("a.md").read_text() == TEXT
    assert "color " in Path("b.md").read_text()


def test_fix_writes_through_a_symbolic_link(juslint_run):
    _write("real/a.md")
    Path("link.md").symlink_to("real/a.md")
    juslint_run("check", "link.md", "--fix")
    assert Path("link.md").is_symlink()
    assert "color " in Path("real/a.md").read_text()


def test_standard_input(juslint_run):
    result = juslint_run(
        "check", "-", "--stdin-filename", "draft.md", "--output-format", "concise", stdin=TEXT.encode()
    )
    assert result.stdout == "draft.md:1:5: warning[toy-word] “colour” is long\n"


def test_standard_input_is_mended_to_standard_output(juslint_run):
    result = juslint_run("check", "-", "--fix", stdin=TEXT.encode())
    assert result.stdout == "The color of REF-1 (1999).\n"
    assert "Mended 1 finding." in result.stderr


def test_select_and_ignore(juslint_run):
    _write("a.md", "colour nota whilst\n")

    def rules(*arguments):
        lines = juslint_run("check", "a.md", "--output-format", "concise", *arguments).stdout.splitlines()
        return [line.partition("[")[2].partition("]")[0] for line in lines]

    assert rules() == ["toy-word", "toy-note"]
    assert rules("--select", "toy-note,toy-style") == ["toy-note", "toy-style"]
    assert rules("--select", "ALL", "--ignore", "toy-note") == ["toy-word"]


@pytest.mark.parametrize("option", ["--select", "--ignore"])
def test_unknown_rule_names_the_nearest(juslint_run, option):
    _write("a.md")
    result = juslint_run("check", "a.md", option, "toy-wrod")
    assert "there is no rule 'toy-wrod': did you mean \"toy-word\"?" in str(result.exception)
    assert result.exception.exit_code == 1 or result.exception  # the process ends with 2: see test_main


def test_statistics(juslint_run):
    _write("a.md", "colour colour nota\n")
    result = juslint_run("check", "a.md", "--statistics")
    assert result.output == "     2  warning  toy-word  (2 mendable)\n     1  info     toy-note\n"


def test_baseline_hides_what_is_known_until_there_is_more(juslint_run):
    _write("docs/a.md", "colour\n")
    assert juslint_run("check", ".", "--write-baseline", "known.json").return_value == 0
    ledger = json.loads(Path("known.json").read_text())
    assert ledger["findings"] == [{"rule": "toy-word", "path": "docs/a.md", "reference": None, "count": 1}]
    _write("docs/a.md", "Moved down.\n\ncolour\n")
    assert juslint_run("check", ".", "--baseline", "known.json").return_value == 0
    _write("docs/a.md", "colour and colour\n")
    assert juslint_run("check", ".", "--baseline", "known.json").output.count("toy-word\n") == 2
    _write("juslint.toml", 'baseline = "known.json"\n')
    _write("docs/a.md", "colour\n")
    assert juslint_run("check").return_value == 0


def test_output_file(juslint_run):
    _write("a.md")
    result = juslint_run("check", "a.md", "--output-format", "concise", "--output-file", "out.txt")
    assert (result.return_value, result.output) == (1, "")
    assert Path("out.txt").read_text(encoding="utf-8").startswith("a.md:1:5")
    assert "nowhere/out.txt: No such file" in str(
        juslint_run("check", "a.md", "--output-file", "nowhere/out.txt").exception
    )


def test_folders_patterns_and_hidden_folders(juslint_run):
    for name in ("a.md", "sub/b.txt", ".hidden/c.md", "sub/d.bin", "old/e.md"):
        _write(name)
    _write("juslint.toml", 'exclude = ["old"]\n')

    def found(*paths):
        lines = juslint_run("check", *paths, "--output-format", "concise").stdout.splitlines()
        return [line.split(":")[0] for line in lines]

    assert found() == ["a.md", "sub/b.txt"]
    assert found("a.md", "./a.md", str(Path("a.md").resolve())) == ["a.md"]
    assert found("**/*.md") == ["a.md", "old/e.md"]
    assert found("old/e.md") == ["old/e.md"]


def test_what_package_managers_put_into_a_folder_is_left_out(juslint_run):
    for name in ("a.md", "node_modules/x/b.md", "env/c.md", "env/pyvenv.cfg"):
        _write(name)
    lines = juslint_run("check", "--output-format", "concise").stdout.splitlines()
    assert [line.split(":")[0] for line in lines] == ["a.md"]
    assert juslint_run("check", "env/c.md").stdout


def test_empty_folder_is_said(juslint_run):
    result = juslint_run("check")
    assert (result.return_value, result.stderr) == (0, "juslint: nothing to check in this folder\n")


def test_knowledge_bases_of_options_and_configuration(juslint_run):
    _write("a.md")
    _write("juslint.toml", 'kb = ["own"]\n')
    juslint_run("check", "a.md", "--kb", "mine")
    assert [str(base) for base in toy.ToyKnowledge.opened_with] == [str(Path("own").absolute()), "mine"]


def test_diff_into_a_pipe_is_exact(juslint_run):
    _write("a.md", "\x1b[31m colour\n")
    assert "-\x1b[31m colour\n+\x1b[31m color\n" in juslint_run("check", "a.md", "--diff").stdout
