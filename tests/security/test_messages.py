"""Nothing in a text or a file's name acts on a terminal, on a workflow, or in a page."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest
from faults.processes import quiet, run

from juslint import reporting
from juslint.cli import _formats

if TYPE_CHECKING:
    from pathlib import Path

_EVIL = (
    "\x1b[31m\x1b]8;;https://evil.example\x07\x9b31m\u202e\u2066\x08<script>alert(1)</script>::error::x%0A::add-mask::y"
)
_TEXT = f"See A/77/895 - S/2023/363; {_EVIL} [A/77/1](#) <b onload=x>Security Council resolution 1460 (2004)</b>.\n"
_NAMES = (
    "new\nline.md", "\x1b[31mred.md", "\u202ertl.md", "a%0A::error::b.md", "<script>alert(1)<", "x" * 240 + ".md",
    "-dash.md", "::stop-commands::a.md",
)  # fmt: skip
_ACTING = ("\x1b", "\x07", "\x9b", "\u202e", "\u2066", "\x08")
pytestmark = pytest.mark.skipif(os.name == "nt", reason="such names cannot be given on Windows")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("names")
    for name in _NAMES:
        if "/" not in name:
            (made / (name if name.endswith(".md") else f"{name}.md")).write_text(_TEXT, encoding="utf-8")
    with open(os.path.join(os.fsencode(made), b"\x80bytes.md"), "w") as file:  # noqa: PTH118, PTH123 - a name of bytes
        file.write("See A/77/895 - S/2023/363.\n")
    return made


@pytest.mark.parametrize("name", _formats.names(reporting))
def test_every_format(folder: Path, name: str) -> None:
    done = run("check", ".", "--output-format", name, cwd=folder)
    quiet(done)
    assert done.returncode == 1
    assert not any(sign in done.stdout for sign in _ACTING)
    if name in {"json", "sarif", "gitlab", "rdjson"}:
        json.loads(done.stdout)
        done.stdout.encode("utf-8")
    elif name == "junit":
        ET.fromstring(done.stdout)
    elif name == "github":
        lines = done.stdout.splitlines()
        assert all(line.startswith(("::error file=", "::warning file=", "::notice file=")) for line in lines)
    elif name in {"html", "markdown"}:
        assert "<script>alert" not in done.stdout
        assert "<b onload" not in done.stdout
    if name in {"text", "concise", "junit"}:
        assert not any(line.startswith("::") for line in done.stdout.splitlines())


def test_what_is_said_of_files_that_cannot_be_read(folder: Path) -> None:
    done = run("check", "no\n::error::\x1b[31msuch.md", cwd=folder)
    quiet(done)
    assert done.returncode == 2
    assert "\x1b" not in done.stderr
    assert done.stderr.count("\n") == 1


def test_a_diff_has_no_lines_of_a_name(folder: Path) -> None:
    done = run("check", "--diff", "--quiet", ".", cwd=folder)
    quiet(done)
    heads = [line for line in done.stdout.split("\n") if line.startswith(("--- ", "+++ "))]
    assert len(heads) == 2 * (len(_NAMES) + 1)
    assert '--- "new\\012line.md"' in heads
    assert all("\x1b" not in head for head in heads)


def test_output_in_another_encoding(folder: Path) -> None:
    plain = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    for name in ("text", "concise", "github", "json"):
        done = run("check", ".", "--output-format", name, cwd=folder, env=plain)
        quiet(done)
        assert done.stdout.isascii()


@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
def test_closed_streams(folder: Path, closed: str) -> None:
    done = run("check", ".", cwd=folder, before=("sh", "-c", f'exec "$@" {closed}', "sh"))
    quiet(done)
    assert done.returncode == 1


def test_what_is_said_of_a_knowledge_base(tmp_path: Path) -> None:
    """Names of its files and values in it come from strangers too, as does what stands on the command line."""
    entry = 'licence: CC0-1.0\norigin:\n- title page\ndate: 2026-11-22\ntype: book\nissued: 2001\ntitle: "{}"\n'
    for folder, name, title in (
        ("kb", "a-b-2001.yaml", "\\e[31m\\n::error::x"),
        ("bad", "\x1b\n::error::.yaml", "\x1b"),
    ):
        file = tmp_path / folder / "sources" / name
        file.parent.mkdir(parents=True)
        file.write_text(entry.format(title))
    (tmp_path / "a.md").write_text("Nothing.\n")
    evil = "\x1b\n::error::x"
    for arguments in (
        ("check", "--kb", "bad", "a.md"), ("check", "--kb", evil, "a.md"), ("check", "--config", evil, "a.md"),
        ("check", "--baseline", evil, "a.md"), ("kb", "show", evil), ("kb", "show", "--kb", "kb", "a-b-2001"),
    ):  # fmt: skip
        done = run(*arguments, cwd=tmp_path)
        quiet(done)
        printed = done.stdout + done.stderr
        assert printed
        assert "\x1b" not in printed
        assert not any(line.startswith("::") for line in printed.splitlines())
