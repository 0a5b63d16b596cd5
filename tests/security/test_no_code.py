"""Nothing that a text, a knowledge base or a configuration holds is run, and nothing goes over the network."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest
from faults.processes import TEXT, quiet, run

import juslint

PACKAGE = Path(juslint.__file__).parent
_RUNS = re.compile(r"\b(?:eval|exec|__import__)\(|\bpickle\b|\bmarshal\b|\bshelve\b|shell=True|os\.system|os\.popen")
_UNSAFE = re.compile(r"yaml\.load\((?!.*, loader\))|yaml\.(?:unsafe|full)_load|\b(?:Unsafe|Full)Loader|yaml\.Loader\b")
_ENTRY = "licence: CC0-1.0\norigin:\n- title page\ndate: 2026-11-22\ntype: book\ntitle: {}\nissued: 2001\n"
_OBJECTS = (
    "!!python/object/apply:os.system ['touch {file}']",
    "!!python/object/new:os.system [touch {file}]",
    "!!python/name:os.system",
    "!!python/module:os",
)
_SILENT = """
import runpy, socket, sys
def refuse(*_, **__):
    raise SystemExit("the network was asked for")
for name in ("socket", "create_connection", "getaddrinfo", "gethostbyname"):
    setattr(socket, name, refuse)
sys.argv = ["juslint", *sys.argv[1:]]
runpy.run_module("juslint", run_name="__main__")
"""


def test_no_module_runs_what_it_reads() -> None:
    found = {
        f"{path.relative_to(PACKAGE)}: {line.strip()}"
        for path in PACKAGE.rglob("*.py")
        for line in path.read_text(encoding="utf-8").splitlines()
        if _RUNS.search(line.partition("  # ")[0]) and not line.lstrip().startswith(('"""', "#"))
    }
    told = ("knowledge/base.py:", "patterns.py:")  # a docstring; numbers with a checksum, in the user's own cache
    assert {one for one in found if not one.startswith(told)} == set()


def test_yaml_is_loaded_by_safe_loaders_alone() -> None:
    for path in PACKAGE.rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        if "yaml." in text:
            assert not _UNSAFE.search(text), path


@pytest.mark.parametrize("value", _OBJECTS)
def test_objects_in_a_knowledge_base_stay_words(tmp_path: Path, value: str) -> None:
    mark = tmp_path / "run"
    entry = tmp_path / "kb" / "sources" / "a-book-2001.yaml"
    entry.parent.mkdir(parents=True)
    entry.write_text(_ENTRY.format(value.format(file=mark)), encoding="utf-8")
    (tmp_path / "a.md").write_text(f"---\ntitle: {value.format(file=mark)}\n---\n{TEXT}", encoding="utf-8")
    for arguments in (("kb", "check", "kb"), ("kb", "fmt", "kb"), ("check", "--kb", "kb", "a.md")):
        done = run(*arguments, cwd=tmp_path)
        quiet(done)
        assert done.returncode in {1, 2}
    assert not mark.exists()


def test_objects_in_a_configuration_are_refused(tmp_path: Path) -> None:
    (tmp_path / "juslint.toml").write_text('select = ["!!python/object/apply:os.system"]\nplugins = ["a"]\n')
    (tmp_path / "a.md").write_text(TEXT)
    done = run("check", "a.md", cwd=tmp_path)
    quiet(done)
    assert (done.returncode, done.stdout) == (2, "")
    assert "unknown key 'plugins'" in done.stderr


def test_no_module_of_the_folder_is_imported(tmp_path: Path) -> None:
    for name in ("yaml.py", "lark.py", "juslint_plugin.py", "sitecustomize.py"):
        (tmp_path / name).write_text("raise SystemExit('run')\n")
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "a.md").write_text(TEXT)
    for name in ("conftest.py", "click.py"):
        (tmp_path / "texts" / name).write_text("raise SystemExit('run')\n")
    done = run("check", str(tmp_path / "texts"), cwd=Path(sys.prefix))
    quiet(done)
    assert done.returncode == 1


@pytest.mark.parametrize(
    "arguments",
    [("check", "a.md"), ("extract", "a.md"), ("resolve", "S/RES/822 (1993)"), ("kb", "check", "kb"), ("kb", "stats")],
    ids=" ".join,
)
def test_the_network_is_not_asked(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    (tmp_path / "a.md").write_text(f"{TEXT}See https://undocs.org/A/77/1 and [it](https://example.org/a).\n")
    entry = tmp_path / "kb" / "sources" / "a-book-2001.yaml"
    entry.parent.mkdir(parents=True)
    entry.write_text(_ENTRY.format("A Book") + "URL: https://example.org/a\n")
    (tmp_path / "silent.py").write_text(_SILENT)
    done = run(*arguments, cwd=tmp_path, command=(sys.executable, str(tmp_path / "silent.py")))
    quiet(done)
    assert "network" not in done.stderr
    assert done.returncode in {0, 1}
