"""The comment on a pull request: whatever the pull request's run left, it is text in one block of code."""

from __future__ import annotations

import json
import os
import runpy
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from markdown_it import MarkdownIt

SCRIPT = Path(__file__).parents[2] / ".ci" / "comment"
HOSTILE = {
    "mention": "@everyone #1 org/repo#2 a@b.example https://evil.example\n",
    "html": "<img src=x onerror=alert(1)><script>x</script>\n<details>\n-->\n<!-- -->\n",
    "links": "[a](https://evil.example) ![b](https://evil.example/p.png)\n\n[c]: https://evil.example\n",
    "fence": "```\n@everyone\n```\n````text\n~~~~\n`````\n" + "`" * 200 + "\n",
    "commands": "::set-output name=x::y\n::add-mask::x\n::error::x\n##[command]x\n",
    "returns": "a\r```\r@everyone\r\n```\r\n\u2028```\u2029```\u0085```\x0b```\x0c```\n",
    "unseen": "a\u202eb\u200bc\u2066d\ufeffe\x00f\x1b[31mg\U000e0041h\u00adi\u034fj\ue000k\n",
    "bytes": "\udcff\udcfe x\n",
    "long": "x" * 200_000,
    "backticks": "`" * 29_000 + "\nx" * 5_000,
    "tabs": "\t```\n   ```\n\t@everyone\n",
}

pytestmark = pytest.mark.skipif(not SCRIPT.is_file() or sys.platform == "win32", reason="no checkout, or Windows")


@pytest.fixture
def script() -> dict[str, Any]:
    return runpy.run_path(str(SCRIPT))


@pytest.mark.parametrize("name", HOSTILE)
def test_anything_is_one_block_of_code(name: str, script: dict[str, Any], tmp_path: Path) -> None:
    file = tmp_path / "kb-diff.txt"
    file.write_bytes(HOSTILE[name].encode("utf-8", "surrogateescape"))
    body = script["text"](file)
    kinds = [token.type for token in MarkdownIt("commonmark").parse(body)]
    words = ["paragraph_open", "inline", "paragraph_close"]
    assert kinds == ["html_block", *words, "fence", *(words if len(HOSTILE[name]) > script["MOST"] else [])]
    assert len(body) < 65_536
    assert all(char == "\n" or char.isprintable() for char in body)


@pytest.mark.parametrize("data", [b"", b" \n\n", None])
def test_nothing_is_nothing(data: bytes | None, script: dict[str, Any], tmp_path: Path) -> None:
    file = tmp_path / "kb-diff.txt"
    if data is not None:
        file.write_bytes(data)
    assert script["text"](file) is None


def test_links_folders_and_pipes_are_not_read(script: dict[str, Any], tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("secret")
    (tmp_path / "link").symlink_to(tmp_path / "secret")
    os.mkfifo(tmp_path / "pipe")
    for name in ("link", "pipe", ""):
        assert script["text"](tmp_path / name) is None


def posted(folder: Path, pulls: list[object], comments: list[object]) -> tuple[list[list[str]], str, str]:
    """The calls of `gh`, what was sent, and what was printed."""
    (folder / "kb-diff.txt").write_text("::error::x\n@everyone Knowledge base: 1 added\n")
    (folder / "answers.json").write_text(json.dumps({"pulls": pulls, "comments": comments}))
    program = folder / "gh"
    program.write_text(
        f"#!{sys.executable}\nimport json, pathlib, sys\nhere = pathlib.Path(__file__).parent\n"
        "open(here / 'calls', 'a').write(json.dumps(sys.argv[1:]) + '\\n')\n"
        "answers = json.loads((here / 'answers.json').read_text())\n"
        "if '--input' in sys.argv: (here / 'sent').write_text(sys.stdin.read())\n"
        "else: print(json.dumps(answers['pulls' if any(one.endswith('/pulls') for one in sys.argv) else 'comments']))\n"
    )
    program.chmod(0o755)
    given = {
        "PATH": f"{folder}{os.pathsep}{os.environ['PATH']}",
        "FILE": str(folder / "kb-diff.txt"),
        "REPOSITORY": "o/r",
        "HEAD_OWNER": "stranger",
        "HEAD_BRANCH": "x; touch pwned & y=$(touch pwned)",
        "HEAD_SHA": "abc",
    }
    done = subprocess.run(
        [sys.executable, str(SCRIPT)], cwd=folder, env=os.environ | given, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert not (folder / "pwned").exists()
    assert "everyone" not in done.stdout + done.stderr
    calls = [json.loads(line) for line in (folder / "calls").read_text().splitlines()]
    return calls, (folder / "sent").read_text() if (folder / "sent").exists() else "", done.stdout


def test_one_comment_is_posted_and_then_changed(tmp_path: Path) -> None:
    pull = {"number": 7, "head": {"sha": "abc"}}
    other = {"id": 1, "user": {"login": "stranger"}, "body": runpy.run_path(str(SCRIPT))["MARK"]}
    calls, sent, said = posted(tmp_path, [pull], [other])
    assert calls[0][-1] == "head=stranger:x; touch pwned & y=$(touch pwned)"
    assert calls[-1] == ["api", "--method", "POST", "repos/o/r/issues/7/comments", "--input", "-"]
    assert said == "posted a comment\n"
    mine = {"id": 9, "user": {"login": "github-actions[bot]"}, "body": json.loads(sent)["body"]}
    calls, _, said = posted(tmp_path, [pull], [other, mine])
    assert calls[-1][2:4] == ["PATCH", "repos/o/r/issues/comments/9"]
    assert said == "changed the comment\n"


def test_a_pull_request_that_has_moved_on_gets_nothing(tmp_path: Path) -> None:
    calls, sent, _ = posted(tmp_path, [{"number": 7, "head": {"sha": "def"}}], [])
    assert (len(calls), sent) == (1, "")
