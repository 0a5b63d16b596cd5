"""Files that cannot be read or written, change meanwhile, or are none: one line each, and nothing is lost."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest
from faults.processes import COMMAND, MENDED, TEXT, ordinary, quiet, run

from juslint import fixes, writing

if TYPE_CHECKING:
    from pathlib import Path


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


posix = pytest.mark.skipif(os.name == "nt", reason="files of POSIX")


@posix
def test_what_cannot_be_read_is_said_and_the_others_go_on(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(TEXT)
    (tmp_path / "secret.md").write_text(TEXT)
    (tmp_path / "secret.md").chmod(0)
    (tmp_path / "closed").mkdir()
    (tmp_path / "closed").chmod(0)
    (tmp_path / "self.md").symlink_to("self.md")
    (tmp_path / "gone.md").symlink_to("nowhere.md")
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "up").symlink_to(tmp_path)
    done = run("check", ".", "--output-format", "concise", cwd=tmp_path, before=ordinary())
    (tmp_path / "closed").chmod(0o755)
    quiet(done)
    assert done.returncode == 2
    assert [line.split(":")[0] for line in done.stdout.splitlines()] == ["a.md", "a.md"]
    assert sorted(line.split(": ")[1] for line in done.stderr.splitlines()) == [
        "closed", "gone.md", "secret.md", "self.md",
    ]  # fmt: skip


@posix
def test_pipes_and_devices_in_a_folder_are_not_waited_for(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("Nothing.\n")
    os.mkfifo(tmp_path / "pipe.md")
    done = run("check", ".", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")


@posix
def test_a_pipe_that_is_named_is_read(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.md")
    with subprocess.Popen(["sh", "-c", 'printf "A/77/895 - S/2023/363.\\n" > pipe.md'], cwd=tmp_path):
        done = run("check", "pipe.md", "--output-format", "concise", cwd=tmp_path)
    assert "joint-separator" in done.stdout


@posix
def test_read_only_folders_keep_their_files(tmp_path: Path) -> None:
    file = tmp_path / "kept" / "a.md"
    file.parent.mkdir()
    file.write_text(TEXT)
    file.parent.chmod(0o555)
    done = run("check", "--fix", "kept", cwd=tmp_path, before=ordinary())
    file.parent.chmod(0o755)
    quiet(done)
    assert done.returncode == 2
    assert "kept/a.md: not mended: Permission denied" in done.stderr
    assert file.read_text() == TEXT
    assert names(file.parent) == ["a.md"]


def test_a_text_that_changes_while_it_is_written_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "a.md"
    file.write_bytes(b"old")
    sync = os.fsync

    def saved_meanwhile(handle: int) -> None:
        sync(handle)
        file.write_bytes(b"newer")

    monkeypatch.setattr("os.fsync", saved_meanwhile)
    with pytest.raises(fixes.FixError, match="changed while it was being written"):
        fixes.write(str(file), fixes.Change(b"old", b"mended", 1))
    assert file.read_bytes() == b"newer"
    assert names(tmp_path) == ["a.md"]


def test_a_text_that_vanishes_is_not_brought_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "a.md"
    file.write_bytes(b"old")
    monkeypatch.setattr("os.fsync", lambda _: file.unlink())
    with pytest.raises(fixes.FixError, match="No such file"):
        fixes.write(str(file), fixes.Change(b"old", b"mended", 1))
    assert not names(tmp_path)


def test_a_text_that_vanishes_before_it_is_read_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("Nothing.\n")
    done = run("check", "a.md", "gone.md", cwd=tmp_path)
    quiet(done)
    assert done.returncode == 2
    assert done.stderr == "juslint: gone.md: does not exist: check the name and the folder\n"


@posix
def test_killed_while_it_mends(tmp_path: Path) -> None:
    """Whenever it dies: the file is the old or the new one, whole, and what is left behind is no text to be checked."""
    code = (
        "import os, sys\nfrom juslint import fixes\n"
        "old, new = b'old ' * 50000, b'new ' * 50000\nprint('on', flush=True)\n"
        "while True:\n    fixes.write('a.md', fixes.Change(old, new, 1))\n    old, new = new, old\n"
    )
    file = tmp_path / "a.md"
    file.write_bytes(b"old " * 50000)
    for number in range(12):
        with subprocess.Popen([sys.executable, "-c", code], cwd=tmp_path, stdout=subprocess.PIPE) as process:
            assert process.stdout is not None
            process.stdout.readline()
            time.sleep(0.003 * number)
            process.send_signal(signal.SIGKILL)
        assert file.read_bytes() in {b"old " * 50000, b"new " * 50000}
        file.write_bytes(b"old " * 50000)
    done = run("check", ".", cwd=tmp_path)
    assert "in 1 file" in done.stdout
    assert all(name == "a.md" or (name.startswith(".") and name.endswith(".tmp")) for name in names(tmp_path))


def test_two_runs_mend_one_file_at_once(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(TEXT)
    both = [
        subprocess.Popen(
            [*COMMAND, "check", "--fix", "a.md"], cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )
        for _ in range(2)
    ]
    for process in both:
        _, said = process.communicate(timeout=300)
        assert b"Traceback" not in said
    assert (tmp_path / "a.md").read_text() == MENDED
    assert names(tmp_path) == ["a.md"]


@posix
def test_links_in_a_circle_and_pipes_are_said_in_one_line(tmp_path: Path, quick: dict[str, str]) -> None:
    """As what is written to, as a text that is mended, and as files of a knowledge base: none is waited for."""
    (tmp_path / "a.md").write_text(TEXT)
    (tmp_path / "self").symlink_to("self")
    sources = tmp_path / "kb" / "sources"
    sources.mkdir(parents=True)
    (sources / "self.yaml").symlink_to("self.yaml")
    os.mkfifo(sources / "pipe.yaml")
    for arguments in (
        ("check", "a.md", "--output-file", "self"), ("check", "a.md", "--write-baseline", "self"),
        ("kb", "check", "kb"), ("kb", "fmt", "kb"), ("check", "--kb", "kb", "a.md"),
    ):  # fmt: skip
        done = run(*arguments, cwd=tmp_path, env=quick)
        quiet(done)
        assert done.returncode == 2
    (sources / "self.yaml").unlink()
    done = run("check", "--kb", "kb", "a.md", cwd=tmp_path, env=quick)
    quiet(done)
    assert "pipe.yaml: not a regular file" in done.stderr
    with pytest.raises(fixes.FixError, match="symbolic links"):
        fixes.write(str(tmp_path / "self"), fixes.Change(b"old", b"mended", 1))


@posix
@pytest.mark.parametrize("which", range(1, 40))
def test_whatever_call_fails_the_file_is_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, which: int) -> None:
    """One call to the system after the other fails while a mend is written: the file is the old one, with its mode."""
    file = tmp_path / "a.md"
    file.write_bytes(b"old")
    file.chmod(0o640)
    made = [0]

    def failing(call):
        def called(*given, **more):
            made[0] += 1
            if made[0] == which:
                raise OSError(28, "No space left on device")
            return call(*given, **more)

        return called

    with monkeypatch.context() as patch:
        for name in ("open", "stat", "lstat", "chmod", "fsync", "replace", "access", "umask", "getcwd"):
            patch.setattr(os, name, failing(getattr(os, name)))
        try:
            fixes.write(str(file), fixes.Change(b"old", b"mended", 1))
        except fixes.FixError as error:
            said = str(error)
        else:
            said = ""
    assert file.read_bytes() == (b"old" if said else b"mended")
    assert file.stat().st_mode & 0o777 == 0o640
    assert names(tmp_path) == ["a.md"]
    assert said in {"", "not mended: No space left on device"}


def test_output_is_replaced_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "baseline.json"
    file.write_bytes(b"{}")
    monkeypatch.setattr("os.fsync", lambda _: (_ for _ in ()).throw(OSError(28, "No space left on device")))
    with pytest.raises(OSError, match="No space left"):
        writing.put(file, b"new")
    assert file.read_bytes() == b"{}"
    assert names(tmp_path) == ["baseline.json"]


@posix
def test_output_into_what_is_no_file(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(TEXT)
    for arguments in (("--output-file", "/dev/full"), ("--write-baseline", "/dev/full")):
        done = run("check", "a.md", *arguments, cwd=tmp_path)
        quiet(done)
        assert done.returncode == 2
        assert "/dev/full: No space left on device" in done.stderr
    assert run("check", "a.md", "--output-file", "/dev/null", cwd=tmp_path).returncode == 1


@posix
def test_errors_that_cannot_be_written(tmp_path: Path) -> None:
    with open("/dev/full", "w") as full:  # noqa: PTH123
        command = [*COMMAND, "check", "gone.md"]
        assert subprocess.run(command, cwd=tmp_path, stderr=full, check=False).returncode == 2


@posix
def test_a_full_disk(tmp_path: Path, quick: dict[str, str]) -> None:
    """A disk of 64 kB that is nearly full: nothing is lost, nothing left behind, and a cache there costs time alone."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=64k", "none", disk]
    if os.geteuid() != 0 or subprocess.run(mount, check=False, capture_output=True).returncode:
        pytest.skip("only root can make a small disk")
    try:
        (disk / "a.md").write_text(TEXT * 250)
        (disk / "rest").write_bytes(b"x" * (40 << 10))
        environment = {**quick, "JUSLINT_CACHE": str(disk / "cache")}
        mended = run("check", "--fix", "--quiet", "a.md", cwd=disk, env=environment)
        assert (disk / "a.md").read_text() in {TEXT * 250, MENDED * 250}
        left = sorted(path.relative_to(disk).as_posix() for path in disk.rglob("*"))
    finally:
        subprocess.run(["umount", disk], check=True)
    quiet(mended)
    assert "not mended: No space left on device" in mended.stderr
    assert [name for name in left if name != "cache/texts-1.sqlite"] == ["a.md", "cache", "rest"]  # empty, or what fits
