"""The scripts in tools/ make the bulk tables that lie in kb/, and nothing else."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path

import pytest

TOP = Path(__file__).resolve().parents[2]
DATA = TOP.parent / "shared" / "data"
SCRIPTS = [  # name, the constant that says where it writes, what that is, and the parts of it that it makes
    ("kb_security_council", "FOLDER", "un/security-council/resolutions", ["."]),
    ("kb_general_assembly", "FOLDER", "un/general-assembly", ["sessions.yaml", "agenda-items.yaml"]),
    ("kb_assembly_resolutions", "BASE", "un/general-assembly", ["resolutions", "resolutions-to-1975"]),
    ("kb_rights_council", "BASE", "un/human-rights-council", ["."]),
    (
        "kb_economic_council",
        "BASE",
        "un",
        ["economic-and-social-council", "commission-on-human-rights"],
    ),
    (
        "kb_council_statements",
        "BASE",
        "un/security-council",
        ["presidential-statements", "presidential-statements-to-1993", "meetings.yaml"],
    ),
    ("kb_symbols", "FOLDER", "un", ["symbols.yaml"]),
    ("kb_general_comments", "BASE", "un/treaty-bodies/general-comments", ["."]),
    ("kb_treaties", "BASE", "treaties", ["multilateral", "council-of-europe"]),
    ("kb_pace", "BASE", "coe/parliamentary-assembly", ["resolutions", "recommendations", "opinions"]),
    (
        "kb_coe",
        "BASE",
        "coe/committee-of-ministers",
        ["recommendations", "recommendations-to-2006", "recommendations-to-1999", "meetings.yaml"],
    ),
    ("kb_icj", "BASE", "courts/icj", ["general-list.yaml"]),
    ("kb_pcij", "BASE", "courts/pcij", ["."]),
]


def _files(root: Path, parts: list[str]) -> dict[str, bytes]:
    """Path from `root` to content of every file in some of its parts."""
    out = {}
    for part in parts:
        place = root / part
        for file in [place] if place.is_file() else place.rglob("*.yaml"):
            out[file.relative_to(root).as_posix()] = file.read_bytes()
    return out


@pytest.mark.skipif(not DATA.is_dir(), reason=f"the CSV folder {DATA} is not here")
@pytest.mark.parametrize(("name", "constant", "folder", "parts"), SCRIPTS, ids=[name for name, *_ in SCRIPTS])
def test_tables_are_those_of_the_script(
    name: str,
    constant: str,
    folder: str,
    parts: list[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.syspath_prepend(str(TOP / "tools"))
    module = importlib.import_module(name)
    target = tmp_path / "kb" / folder  # what lies where decides the first line of each file
    monkeypatch.setattr(module, constant, target)
    module.main(DATA)
    made = _files(target, ["."])
    assert made
    assert made == _files(TOP / "kb" / folder, parts)
    capsys.readouterr()
    module.main(DATA)
    assert capsys.readouterr().out == ""
    sys.modules.pop(name)
