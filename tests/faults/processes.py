"""juslint as a process of its own, whatever befalls it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "See Security Council resolution 1460 (2004), and A/77/895 - S/2023/363.\n"
MENDED = TEXT.replace(" - ", "-")
COMMAND = (sys.executable, "-m", "juslint")
WITHOUT_ROOT = ("setpriv", "--bounding-set=-dac_override,-dac_read_search,-fowner")  # root may read and write all else


def run(*arguments: str, cwd: Path, before: tuple[str, ...] = (), **more: Any) -> subprocess.CompletedProcess[str]:
    """A finished run, its output as text."""
    environment = {**os.environ, **more.pop("env", {})}
    return subprocess.run(
        [*before, *more.pop("command", COMMAND), *arguments],
        cwd=cwd,
        env=environment,
        capture_output="stdout" not in more,
        encoding="utf-8",
        errors="surrogateescape",
        timeout=300,
        check=False,
        **more,
    )


def ordinary() -> tuple[str, ...]:
    """What makes a process mind the modes of files; the test is skipped where nothing does."""
    if os.name == "nt":
        pytest.skip("modes are those of POSIX")
    if os.geteuid() != 0:
        return ()
    if shutil.which("setpriv") and not subprocess.run([*WITHOUT_ROOT, "true"], check=False).returncode:
        return WITHOUT_ROOT
    pytest.skip("root minds no modes, and setpriv is not there to change that")


def quiet(done: subprocess.CompletedProcess[str]) -> None:
    """It said what is wrong in lines of its own, and nothing of its inside."""
    assert "Traceback" not in done.stderr, done.stderr
    assert "fault of juslint" not in done.stderr
