"""Questions of `juslint kb new`: what is asked, that each answer is judged at once, and that nothing is lost."""

from __future__ import annotations

import contextlib
import importlib
import os
import select
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from juslint.cli.kb import command
from juslint.knowledge import Knowledge, new_asked, schemas
from juslint.knowledge.checking import check
from juslint.knowledge.compiling import DEFAULT_FAMILY


def run(*words: str, typed: tuple[str, ...], root: Path) -> Result:
    lines = "".join(f"{line}\n" for line in typed)
    return CliRunner().invoke(command, ["new", "--interactive", "--kb", str(root), *words], input=lines)


def files(root: Path) -> list[str]:
    return sorted(file.relative_to(root).as_posix() for file in root.rglob("*.yaml"))


def test_a_book_without_a_citation(tmp_path: Path) -> None:
    typed = ("boook", "book", "", "title page", "", "Rivers", "Jane Smith; Tom van der Berg", "", "Brill", "")
    done = run(typed=(*typed, "1999-02-31", "long ago", "1999", "y"), root=tmp_path)
    assert done.exit_code == 0, done.output
    assert done.stdout.endswith("sources/smith-van-der-berg-rivers-1999.yaml\n")
    assert done.stdout.count("\n") == 1
    for said in ('did you mean "book"', "cannot do without it", "not in the calendar", "'long ago' does not fit"):
        assert done.stderr.count(said) == 1, said
    text = (tmp_path / "sources" / "smith-van-der-berg-rivers-1999.yaml").read_text(encoding="utf-8")
    assert text.startswith("origin:\n- title page\nlicence: Apache-2.0\ndate: ")
    assert text.endswith(
        "type: book\ntitle: Rivers\nauthor:\n- {family: Smith, given: Jane}\n- {family: van der Berg, given: Tom}\n"
        "publisher: Brill\nissued: 1999\n"
    )
    assert check([tmp_path]) == []
    again = run(typed=("book", "x", "Rivers", "Jane Smith; Tom van der Berg", "", "", "", "1999"), root=tmp_path)
    assert again.exit_code == 1
    assert "known already: smith-van-der-berg-rivers-1999" in again.output


@pytest.mark.parametrize("name", new_asked.KINDS)
def test_every_kind_makes_an_entry_that_is_sound(name: str, tmp_path: Path) -> None:
    kind = new_asked.KINDS[name]
    own = {"issued": "2001-05-06", "URL": "https://rivers.example/x", "volume": "7", "author": "Jane Smith; John Brown"}
    said = {field: own.get(field, f"Words {place}") for place, (field, _) in enumerate(kind.fields())}
    assert {field for field, _ in kind.fields()} <= set(schemas.fields(kind.form.kind))
    done = run(typed=(name, "a page", *said.values(), "y"), root=tmp_path)
    assert done.exit_code == 0, done.output
    assert check([tmp_path]) == []
    (path,) = files(tmp_path)
    entry = Knowledge.open([tmp_path]).resolve(Path(path).stem).entry
    assert entry is not None
    assert entry.family == DEFAULT_FAMILY[kind.type]


def test_the_least_of_every_kind_is_enough(tmp_path: Path) -> None:
    own = {"issued": "2001", "URL": "https://rivers.example/x"}
    for name, kind in new_asked.KINDS.items():
        said = [own.get(field, f"{name} {field}") if needed else "" for field, needed in kind.fields()]
        assert run(typed=(name, "a page", *said, "y"), root=tmp_path).exit_code == 0, name
    assert len(files(tmp_path)) == len(new_asked.KINDS)


def test_only_what_the_citation_does_not_say(tmp_path: Path) -> None:
    done = run("CETS No. 299", typed=("On rivers", "2021", "y"), root=tmp_path)
    assert done.exit_code == 0, done.output
    assert "origin:" not in done.stderr.partition("Write it?")[0].partition("yaml:")[0]
    done = run("S/2021/462", typed=("", "1999", "2021", "y"), root=tmp_path)
    assert "issued 1999, but the id S/2021/462 says 2021" in done.stderr
    assert files(tmp_path) == ["treaties/cets-299.yaml", "un/documents/s-2021-462.yaml"]
    whole = run("Jane Smith, *Rivers* (Leiden, Brill, 2016)", typed=(), root=tmp_path)
    assert (whole.exit_code, whole.stderr) == (0, "")


def test_what_goes_by_a_number_and_what_cannot_be_read(tmp_path: Path) -> None:
    done = run(typed=("numbered", "S/2021/463", "", "", "y"), root=tmp_path)
    assert done.stdout.endswith("un/documents/s-2021-463.yaml\n"), done.output
    done = run("A thing by somebody", typed=("statement", "", "", "", "2020", "", "y"), root=tmp_path)
    assert "no reference that juslint knows in “A thing by somebody”. What is it?" in done.stderr
    assert '"citation: A thing by somebody"' in done.stderr
    assert run("Nothing", typed=("numbered",), root=tmp_path).exit_code == 1


def test_no_and_the_end_of_input_write_nothing(tmp_path: Path) -> None:
    for typed in (("book", "x", "T", "", "", "", "", "2001", "n"), ("book", "x", "T"), ()):
        assert run(typed=typed, root=tmp_path).exit_code == 1
    assert files(tmp_path) == []


def test_nobody_is_asked_without_a_terminal(tmp_path: Path) -> None:
    given = CliRunner().invoke(command, ["new", "--kb", str(tmp_path)], input="book\n")
    assert given.exit_code == 2
    assert "give the citation" in given.output
    given = CliRunner().invoke(command, ["new", "--kb", str(tmp_path), "CETS No. 299"], input="T\n2021\ny\n")
    assert "say it with --field title=… --field issued=…" in given.output
    assert files(tmp_path) == []


@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminals")
def test_on_a_terminal(tmp_path: Path) -> None:
    pty = importlib.import_module("pty")  # not on Windows
    words = [sys.executable, "-m", "juslint", "kb", "new", "--kb", str(tmp_path), "CETS No. 299"]

    def interrupted(process: subprocess.Popen[bytes]) -> None:
        """A signal that comes between the prompt and the wait for an answer is seen only when another one follows."""
        while process.poll() is None:
            process.send_signal(signal.SIGINT)
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(5)

    def typed(*answers: bytes) -> tuple[int, bytes]:
        ours, theirs = pty.openpty()
        with subprocess.Popen(words, stdin=theirs, stdout=theirs, stderr=theirs, start_new_session=True) as process:
            os.close(theirs)
            seen = b""
            for answer in answers:
                at = len(seen)
                while not seen[at:].endswith(b": "):
                    assert select.select([ours], [], [], 300)[0], seen
                    seen += os.read(ours, 4096)
                if answer == b"^C":
                    interrupted(process)
                else:
                    os.write(ours, answer + b"\n")
            status = process.wait(300)
        os.close(ours)
        return status, seen

    assert typed(b"On rivers", b"^C")[0] == 130
    assert files(tmp_path) == []
    status, seen = typed(b"On rivers", b"2021", b"y")
    assert (status, files(tmp_path)) == (0, ["treaties/cets-299.yaml"]), seen
