"""What others install: the GitHub Action's own script as it runs there, and the files that describe the checks."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

TOP = Path(__file__).parents[2]
WRONG = "See Security Council resolution 1460 (2004).\n"
RIGHT = "See Security Council resolution 1460 (2003).\n"

pytestmark = pytest.mark.skipif(
    not (TOP / "action.yml").is_file() or shutil.which("bash") is None, reason="no checkout, or no bash"
)


def run(folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    program = folder / "bin" / "juslint"
    program.parent.mkdir(exist_ok=True)
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m juslint "$@"\n')
    program.chmod(0o755)
    (folder / "drafts").mkdir(exist_ok=True)
    given = {"JUSLINT": str(program), "GITHUB_STEP_SUMMARY": str(folder / "summary.md"), **environment}
    return subprocess.run(
        ["bash", str(TOP / ".ci" / "action")],
        cwd=folder,
        env=os.environ | given,
        capture_output=True,
        text=True,
        check=False,
    )


def test_annotations_summary_and_sarif(tmp_path: Path) -> None:
    (tmp_path / "drafts").mkdir()
    (tmp_path / "drafts" / "one.md").write_text(WRONG)
    done = run(tmp_path, PATHS="drafts\n", SARIF="out.sarif")
    assert done.returncode == 1, done.stderr
    assert done.stdout.startswith("::error file=drafts/one.md,line=1,")
    assert "council-resolution-year" in (tmp_path / "summary.md").read_text(encoding="utf-8")
    (found,) = json.loads((tmp_path / "out.sarif").read_text(encoding="utf-8"))["runs"][0]["results"]
    assert found["ruleId"] == "council-resolution-year"


def test_silence_is_success(tmp_path: Path) -> None:
    (tmp_path / "drafts").mkdir()
    (tmp_path / "drafts" / "one.md").write_text(RIGHT)
    done = run(tmp_path, PATHS="drafts")
    assert (done.returncode, done.stdout) == (0, ""), done.stderr


def test_what_others_name_stays_data(tmp_path: Path) -> None:
    (tmp_path / "drafts").mkdir()
    (tmp_path / "drafts" / "a b.md").write_text(WRONG)
    done = run(tmp_path, PATHS="drafts/a b.md\n; touch pwned\n$(touch pwned)\n", OPTIONS="--ignore\n$(touch pwned)\n")
    assert done.returncode == 2
    assert not (tmp_path / "pwned").exists()
    assert run(tmp_path, PATHS="drafts/a b.md").returncode == 1


def test_changed_lines_alone(tmp_path: Path) -> None:
    def git(*words: str) -> None:
        who = ["-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "commit.gpgsign=false"]
        subprocess.run(["git", *who, *words], cwd=tmp_path, check=True, capture_output=True)

    (tmp_path / "drafts").mkdir()
    draft = tmp_path / "drafts" / "one.md"
    draft.write_text(WRONG)
    git("init", "-q")
    git("add", "drafts")
    git("commit", "-qm", "old")
    draft.write_text(WRONG + "\n" + WRONG.replace("1460 (2004)", "1261 (2001)"))
    done = run(tmp_path, PATHS="drafts", SINCE="HEAD")
    assert re.findall(r"line=(\d+)", done.stdout) == ["3"], done.stdout + done.stderr


def described() -> list[Path]:
    return [
        TOP / "action.yml",
        TOP / ".pre-commit-hooks.yaml",
        *(TOP / ".github").rglob("*.yml"),
        *TOP.glob("templates/*.yml"),
    ]


@pytest.mark.parametrize("path", described(), ids=lambda path: path.name)
def test_no_expression_is_pasted_into_a_script(path: Path) -> None:
    def scripts(value: object) -> list[str]:
        if isinstance(value, dict):
            own = [value["run"]] if isinstance(value.get("run"), str) else []
            return own + [each for one in value.values() for each in scripts(one)]
        return [each for one in value for each in scripts(one)] if isinstance(value, list) else []

    for script in scripts(yaml.safe_load(path.read_text(encoding="utf-8"))):
        assert "${{" not in script


def test_hooks_are_commands_that_exist() -> None:
    hooks = yaml.safe_load((TOP / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert [hook["id"] for hook in hooks] == ["juslint", "juslint-fix", "juslint-kb-check", "juslint-kb-fmt"]
    for hook in hooks:
        words = hook["entry"].split()
        assert words[0] == "juslint"
        done = subprocess.run([sys.executable, "-m", "juslint", *words[1:], "--help"], capture_output=True, check=False)
        assert done.returncode == 0, hook


def test_workflows_can_only_read() -> None:
    for path in (TOP / ".github" / "workflows").glob("*.yml"):
        flow = yaml.safe_load(path.read_text(encoding="utf-8"))
        assert flow["permissions"] == {"contents": "read"}
        assert "pull_request_target" not in flow[True]  # YAML 1.1 reads `on` as true
        for job in flow["jobs"].values():
            more = {name: what for name, what in job.get("permissions", {}).items() if what != "read"}
            assert more == ({"pull-requests": "write"} if path.name == "comment.yml" else {})


def test_what_may_write_runs_nothing_of_a_pull_request() -> None:
    flow = yaml.safe_load((TOP / ".github" / "workflows" / "comment.yml").read_text(encoding="utf-8"))
    assert list(flow[True]) == ["workflow_run"]  # which runs main's own files
    steps = flow["jobs"]["comment"]["steps"]
    assert [step["run"] for step in steps if "run" in step] == ["python3 .ci/comment"]
    assert steps[0] == {"uses": "actions/checkout@v4", "with": {"persist-credentials": False}}  # no other revision
