"""The process itself: status, streams, what it imports."""

from __future__ import annotations

import subprocess
import sys

import pytest

from juslint import __version__


def _run(*arguments, cwd=None, **more):
    return subprocess.run(
        [sys.executable, "-m", "juslint", *arguments],
        cwd=cwd,
        capture_output=True,
        text=True,
        check=False,
        encoding="utf-8",
        **more,
    )


def test_version():
    result = _run("--version")
    assert (result.returncode, result.stdout) == (0, f"juslint {__version__}\n")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("chekc",), "chekc"),
        (("check", "--select", "no-such-rule"), "no-such-rule"),
        (("check", "--config", "missing.toml"), "missing.toml: No such file"),
        (("check", "--kb", "missing"), "missing"),
        (("rule", "no-such-rule"), "no-such-rule"),
        (("check", "--baseline", "missing.json", "a.md"), "missing.json: No such file"),
    ],
)
def test_what_cannot_be_done_ends_with_2_and_one_clear_line(tmp_path, arguments, told):
    (tmp_path / "a.md").write_text("Text.\n")
    result = _run(*arguments, cwd=tmp_path)
    assert result.returncode == 2
    assert told in result.stderr.splitlines()[-1]
    assert "Traceback" not in result.stderr


def test_file_name_that_is_not_text(tmp_path):
    name = b"\xff.md".decode("utf-8", "surrogateescape")
    try:
        (tmp_path / name).write_text("Resolution 822 (1994) of the Security Council\n")
    except OSError:
        pytest.skip("this file system takes only names that are text")
    assert _run("check", ".", cwd=tmp_path).returncode in {0, 1}
    assert _run("check", ".", "--output-format", "json", cwd=tmp_path).returncode in {0, 1}


def test_closed_pipe_is_quiet(tmp_path):
    (tmp_path / "a.md").write_text("See A/74/676-S/2020/90.\n\n" * 5000)
    process = subprocess.Popen(
        [sys.executable, "-m", "juslint", "extract", "a.md"],
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout is not None
    process.stdout.readline()
    process.stdout.close()
    assert process.stderr is not None
    assert process.stderr.read() == b""
    process.wait(timeout=60)


def test_version_and_help_import_little():
    code = (
        "import sys; sys.argv = ['juslint', '--version']\n"
        "from juslint.__main__ import _run; _run()\n"
        "heavy = {'lark', 'yaml', 're2', 'jsonschema', 'rich', 'markdown_it', 'rapidfuzz', 'sqlite3'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert result.stdout.splitlines()[-1] == "[]"
