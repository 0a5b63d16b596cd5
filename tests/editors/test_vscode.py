"""A real VS Code in a browser, with the extension as users install it.

JUSLINT_CODE names the folder that ../shared/tools/vscode-setup.sh has filled, JUSLINT_PLAYWRIGHT one in which
`npm install playwright-core` has run, JUSLINT_VSIX the built extension, JUSLINT_PICTURES where pictures are kept.
"""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import time
from pathlib import Path

import pytest

TOP = Path(__file__).resolve().parents[2]
CODE = Path(os.environ.get("JUSLINT_CODE", "/nowhere"))
VSIX = Path(os.environ.get("JUSLINT_VSIX", TOP / "editors" / "vscode" / "juslint.vsix"))
pytestmark = [
    pytest.mark.editors,
    pytest.mark.skipif(not (CODE / ".ready").is_file(), reason="JUSLINT_CODE names no VS Code: see vscode-setup.sh"),
    pytest.mark.skipif(not VSIX.is_file(), reason="no juslint.vsix: run `npm ci && npm run package` in editors/vscode"),
    pytest.mark.skipif(shutil.which("node") is None, reason="no Node here"),
]


def free_port():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return taken.getsockname()[1]


@pytest.fixture
def address(draft, tmp_path):
    """The address of a VS Code that has the draft's folder open and the extension installed."""
    entry = ["node", str(CODE / "node_modules" / "code-server" / "out" / "node" / "entry.js")]
    data, extensions, port = tmp_path / "data", tmp_path / "extensions", free_port()
    (data / "User").mkdir(parents=True)
    settings = {"workbench.startupEditor": "none", "editor.hover.delay": 100, "telemetry.telemetryLevel": "off"}
    (data / "User" / "settings.json").write_text(json.dumps(settings), encoding="utf-8")
    places = ["--user-data-dir", str(data), "--extensions-dir", str(extensions)]
    subprocess.run([*entry, *places, "--install-extension", str(VSIX)], check=True, timeout=180, capture_output=True)
    quiet = ["--disable-telemetry", "--disable-update-check", "--disable-workspace-trust"]
    command = [*entry, *places, "--auth", "none", "--bind-addr", f"127.0.0.1:{port}", *quiet, str(draft.parent)]
    with (tmp_path / "code.log").open("wb") as log:
        server = subprocess.Popen(command, stdout=log, stderr=log)
        end = time.monotonic() + 90
        while time.monotonic() < end:
            try:
                socket.create_connection(("127.0.0.1", port), 1).close()
                break
            except OSError:
                time.sleep(0.2)
        yield f"http://127.0.0.1:{port}/?folder={draft.parent}"
        server.terminate()
        server.wait(20)


def test_a_draft_is_checked_explained_and_mended(address, draft, tmp_path, monkeypatch):
    pictures = Path(os.environ.get("JUSLINT_PICTURES", tmp_path / "pictures"))
    pictures.mkdir(parents=True, exist_ok=True)
    line = draft.read_text(encoding="utf-8").split("\n")[4]
    column = len(line[: line.index("(1992")].encode("utf-16-le")) // 2 + 2
    monkeypatch.setenv("JUSLINT_COLUMN", str(column))
    run = subprocess.run(
        ["node", str(Path(__file__).with_name("vscode.mjs")), address, str(pictures)],
        capture_output=True,
        timeout=400,
        check=False,
    )
    told = json.loads(run.stdout or b'{"error": "nothing was printed"}')
    assert "error" not in told, (told, run.stderr.decode())
    assert told["underlines"] >= 2
    assert any("council-resolution-year" in row for row in told["problems"])
    assert "Nagorny Karabakh" in told["hover"]
    assert "juslint" in told["status"]
    assert any(row.startswith("Ignore council-resolution-year") for row in told["actions"])
    assert told["after"] == 0
    assert "S/RES/822 (1993).\n" in draft.read_text(encoding="utf-8")
