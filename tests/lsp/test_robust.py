"""Nothing that an editor or a file does ends the session; the end of the editor does."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

WRONG = "See S/RES/822 (1992).\n"


def test_a_session_begins_and_ends(process_session):
    assert process_session.end() == 0


def test_exit_without_shutdown_is_status_1(process_session):
    process_session.notify("exit")
    assert process_session.process.wait(20) == 1


def test_malformed_messages_and_unknown_methods_end_nothing(session):
    session.raw(b"Content-Length: 9\r\n\r\nnot JSON!")
    session.raw(b"Content-Length: 2\r\n\r\n[]")
    session.raw(b'Content-Length: 17\r\n\r\n{"jsonrpc": "1"} ')
    session.raw(b"Content-Length: 4\r\n\r\n\xff\xfe\xfd\xfc")
    session.raw(b"Garbage: x\r\n\r\n")
    session.raw(b"Content-Length: many\r\n\r\n")
    unknown = session.answer(session.post("textDocument/teaLeaves", {}))
    assert unknown["error"]["code"] == -32601
    session.notify("$/somethingElse", {"a": 1})
    session.notify("textDocument/didChange", {"nonsense": True})
    wrong = session.answer(session.post("textDocument/hover", {"position": "here"}))
    assert wrong["error"]["code"] in {-32602, -32603}
    session.notify("textDocument/didClose", {"textDocument": {"uri": "file:///never/opened.md"}})
    session.change("file:///never/opened.md", 1, {"text": "x"})
    uri = session.open(session.root / "a.md", WRONG)
    assert session.findings(uri, at_least=1)
    assert (
        session.ask(
            "textDocument/hover", {"textDocument": {"uri": "file:///no.md"}, "position": {"line": 0, "character": 0}}
        )
        is None
    )


def test_a_text_whose_name_no_file_can_have_keeps_nothing_from_the_others(session):
    document = {"uri": "file:///%00.md", "languageId": "markdown", "version": 1, "text": WRONG}
    session.notify("textDocument/didOpen", {"textDocument": document})
    uri = session.open(session.root / "a.md", WRONG)
    assert session.findings(uri, at_least=1)


@pytest.mark.parametrize("place", [{"line": 99, "character": 99}, {"line": 0, "character": 999}])
def test_positions_outside_the_text_are_harmless(session, place):
    uri = session.open(session.root / "a.md", WRONG)
    document = {"textDocument": {"uri": uri}, "position": place}
    for method in ("hover", "definition", "documentHighlight", "completion", "prepareRename"):
        session.ask(f"textDocument/{method}", document)


@pytest.mark.parametrize(
    ("name", "broken", "said"),
    [
        ("juslint.toml", "ignore = [\n", "not valid TOML"),
        ("juslint.toml", 'ignor = ["x"]\n', "did you mean"),
        ("juslint.toml", 'ignore = ["no-such-rule"]\n', "there is no rule"),
        ("juslint.toml", 'kb = ["nowhere"]\n', "no such folder"),
        ("juslint.toml", 'baseline = "nowhere.json"\n', "nowhere.json"),
    ],
)
def test_a_broken_configuration_is_told_and_mended(session, name, broken, said):
    file = session.root / name
    file.write_text(broken, encoding="utf-8")
    uri = session.open(session.root / "a.md", WRONG)
    assert session.findings(uri, at_least=1)
    session.wait(lambda: any(said in json.dumps(one) for one in session.heard if one["method"] == "window/showMessage"))
    file.write_text('ignore = ["council-resolution-year"]\n', encoding="utf-8")
    session.notify("workspace/didChangeWatchedFiles", {"changes": [{"uri": file.as_uri(), "type": 2}]})
    session.wait(lambda: session.diagnostics[uri] == [])
    session.wait(lambda: session.diagnostics.get(file.as_uri(), []) == [])


def test_settings_hold_for_the_first_text_of_an_empty_folder(session):
    (session.root / "juslint.toml").write_text('kb = ["nowhere"]\n', encoding="utf-8")
    assert session.ask("workspace/symbol", {"query": "822"}) == []  # the server has looked at the folder
    session.open(session.root / "not-saved-yet.md", WRONG)
    session.wait(lambda: any("no such folder" in json.dumps(one) for one in session.heard))


def test_a_broken_file_is_marked_where_it_is_broken(session):
    file = session.root / "juslint.toml"
    file.write_text('ignore = ["a"]\nselect = nothing\n', encoding="utf-8")
    session.open(session.root / "a.md", WRONG)
    assert session.findings(file.as_uri(), at_least=1)[0]["range"]["start"]["line"] == 1


def test_settings_of_the_editor(session):
    uri = session.open(session.root / "a.md", WRONG)
    assert session.findings(uri, at_least=1)
    change = {"settings": {"juslint": {"ignore": ["council-resolution-year"], "severity": 7}}}
    session.notify("workspace/didChangeConfiguration", change)
    session.wait(lambda: session.diagnostics[uri] == [])
    session.wait(lambda: any("juslint.severity" in json.dumps(one) for one in session.heard))
    session.notify("workspace/didChangeConfiguration", {"settings": {"juslint": {"ignore": ["no-such-rule"]}}})
    session.wait(lambda: session.diagnostics[uri] != [])


def test_settings_are_asked_for_where_the_editor_answers(start, tmp_path):
    client = start()
    client.replies["workspace/configuration"] = [{"ignore": ["council-resolution-year"]}]
    client.begin(tmp_path, capabilities={"workspace": {"configuration": True}})
    client.wait(lambda: any(one["method"] == "workspace/configuration" for one in client.asked))
    uri = client.open(tmp_path / "a.md", WRONG)
    client.wait(lambda: client.diagnostics.get(uri) == [])


def test_files_are_watched_where_the_editor_can(start, tmp_path):
    client = start()
    client.begin(tmp_path, capabilities={"workspace": {"didChangeWatchedFiles": {"dynamicRegistration": True}}})
    client.wait(lambda: any(one["method"] == "client/registerCapability" for one in client.asked))
    uri = client.open(tmp_path / "a.md", "Nothing.\n")
    client.findings(uri)
    other = tmp_path / "b.md"
    other.write_text(WRONG, encoding="utf-8")
    client.notify("workspace/didChangeWatchedFiles", {"changes": [{"uri": other.as_uri(), "type": 1}]})
    client.findings(other.as_uri(), at_least=1)
    other.unlink()
    client.notify("workspace/didChangeWatchedFiles", {"changes": [{"uri": other.as_uri(), "type": 3}]})
    client.wait(lambda: client.diagnostics[other.as_uri()] == [])


def test_several_roots_are_apart_and_come_and_go(start, tmp_path):
    roots = [tmp_path / "one", tmp_path / "two"]
    for root in roots:
        root.mkdir()
        (root / "text.md").write_text("See A/74/676-S/2020/90.\n" if root == roots[0] else WRONG, encoding="utf-8")
    (roots[0] / "juslint.toml").write_text('ignore = ["council-resolution-year"]\n', encoding="utf-8")
    client = start()
    client.begin(roots=roots)
    client.findings((roots[1] / "text.md").as_uri(), at_least=1)
    third = tmp_path / "three"
    third.mkdir()
    (third / "text.md").write_text(WRONG, encoding="utf-8")
    event = {"added": [{"uri": third.as_uri(), "name": "three"}], "removed": []}
    client.notify("workspace/didChangeWorkspaceFolders", {"event": event})
    client.findings((third / "text.md").as_uri(), at_least=1)
    where = {"textDocument": {"uri": client.open(roots[0] / "new.md", "See A/74/676\N{EN DASH}S/2020/90.\n")}}
    found = client.findings(where["textDocument"]["uri"], at_least=1)
    assert found[0]["code"] == "inconsistent-form"


def test_a_loose_file_and_one_that_is_not_saved(start, tmp_path):
    client = start()
    client.begin()
    assert client.findings(client.open(tmp_path / "loose.md", WRONG), at_least=1)
    unsaved = client.open("untitled:Untitled-1", WRONG, "markdown")
    assert client.findings(unsaved, at_least=1)
    client.notify("textDocument/didClose", {"textDocument": {"uri": unsaved}})
    client.wait(lambda: client.diagnostics[unsaved] == [])


def test_findings_are_fetched_by_an_editor_that_fetches(start, tmp_path):
    client = start()
    (tmp_path / "closed.md").write_text(WRONG, encoding="utf-8")
    capabilities = {"textDocument": {"diagnostic": {}}, "workspace": {"diagnostics": {"refreshSupport": True}}}
    client.begin(tmp_path, capabilities=capabilities)
    uri = client.open(tmp_path / "a.md", WRONG)
    document = {"textDocument": {"uri": uri}}
    first = client.ask("textDocument/diagnostic", document)
    assert (first["kind"], len(first["items"])) == ("full", 1)
    again = client.ask("textDocument/diagnostic", {**document, "previousResultId": first["resultId"]})
    assert again["kind"] == "unchanged"
    whole = client.ask("workspace/diagnostic", {"previousResultIds": []})
    assert {one["uri"] for one in whole["items"]} == {uri, (tmp_path / "closed.md").as_uri()}
    known = [{"uri": one["uri"], "value": one["resultId"]} for one in whole["items"]]
    later = client.ask("workspace/diagnostic", {"previousResultIds": known})
    assert {one["kind"] for one in later["items"]} == {"unchanged"}
    assert client.diagnostics == {}


def test_a_request_is_cancelled(process_session):
    session, text = process_session, WRONG * 3000
    uri = session.open(session.root / "long.md", text)
    session.change(uri, 2, {"text": text + "x"})
    number = session.post("textDocument/documentSymbol", {"textDocument": {"uri": uri}})
    session.notify("$/cancelRequest", {"id": number})
    assert session.answer(number)["error"]["code"] == -32800


def test_progress_of_long_work(start_process, tmp_path):
    for number in range(30):
        (tmp_path / f"{number}.md").write_text(WRONG * 20, encoding="utf-8")
    client = start_process()
    client.begin(tmp_path, capabilities={"window": {"workDoneProgress": True}})
    client.open(tmp_path / "0.md", WRONG)
    kinds = lambda: [one["params"]["value"]["kind"] for one in client.heard if one["method"] == "$/progress"]  # noqa: E731
    client.wait(lambda: "end" in kinds())
    assert kinds()[0] == "begin"


def test_long_work_is_cancelled_and_the_open_text_is_checked(start_process, tmp_path):
    for number in range(60):
        (tmp_path / f"{number:02}.md").write_text(WRONG * 30, encoding="utf-8")
    client = start_process()
    client.begin(tmp_path, capabilities={"window": {"workDoneProgress": True}})
    uri = client.open(tmp_path / "00.md", WRONG)
    client.wait(lambda: any(one["method"] == "window/workDoneProgress/create" for one in client.asked))
    token = next(one for one in client.asked if one["method"] == "window/workDoneProgress/create")["params"]["token"]
    client.notify("window/workDoneProgress/cancel", {"token": token})
    client.wait(
        lambda: any(one["method"] == "$/progress" and one["params"]["value"]["kind"] == "end" for one in client.heard)
    )
    client.change(uri, 2, {"text": "\n" + WRONG})
    assert client.findings(uri, version=2)[0]["range"]["start"]["line"] == 1
    assert len(client.diagnostics) < 60


def test_what_only_the_server_needs_is_imported_late():
    code = "import sys, juslint.cli.check, juslint.cli.server; sys.exit('lsprotocol' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_the_server_ends_when_its_input_ends(process_session):
    process_session.process.stdin.close()
    assert process_session.process.wait(20) == 1


@pytest.mark.skipif(os.name == "nt", reason="signals")
def test_killing_the_editor_leaves_no_server_behind(tmp_path):
    """The editor is killed while another process still holds the pipe open, so that the input does not end."""
    script = (
        "import json, os, subprocess, sys, time\n"
        "command = [sys.executable, '-m', 'juslint', 'server']\n"
        "server = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)\n"
        "body = json.dumps({'jsonrpc': '2.0', 'id': 1, 'method': 'initialize', 'params': {'processId': os.getpid(),"
        " 'rootUri': None, 'capabilities': {}}}).encode()\n"
        "server.stdin.write(b'Content-Length: %d\\r\\n\\r\\n' % len(body) + body)\n"
        "server.stdin.flush()\n"
        "server.stdout.readline()\n"
        "subprocess.Popen(['sleep', '60'], stdin=-3, stdout=-3, pass_fds=[server.stdin.fileno()])\n"
        "print(server.pid, flush=True)\n"
        "time.sleep(60)\n"
    )
    editor = subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, start_new_session=True)
    try:
        server = int(editor.stdout.readline())
        os.kill(editor.pid, signal.SIGKILL)
        editor.wait()
        end = time.monotonic() + 15
        while time.monotonic() < end and running(server):
            time.sleep(0.1)
        assert not running(server)
    finally:
        os.killpg(editor.pid, signal.SIGKILL)


def running(process):
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    try:
        return Path(f"/proc/{process}/stat").read_text(encoding="utf-8").split()[2] != "Z"
    except FileNotFoundError:
        return False


def test_tcp_is_for_this_computer_only(start_process):
    client = start_process("--tcp")
    client.wait(lambda: not client.errors.empty())
    line = client.errors.get().decode()
    assert "127.0.0.1:" in line
    with socket.create_connection(("127.0.0.1", int(line.rsplit(":", 1)[1])), 10) as connection:
        body = json.dumps(
            {
                "jsonrpc": "2.0",
                "id": 1,
                "method": "initialize",
                "params": {"processId": None, "rootUri": None, "capabilities": {}},
            }
        ).encode()
        connection.sendall(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        assert connection.recv(15) == b"Content-Length:"
    assert client.process.wait(20) == 0
