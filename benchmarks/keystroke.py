"""From a keystroke to its diagnostics: a real server over standard input and output, one long text.

    python benchmarks/keystroke.py [--keys 100] [--size 500000] [--references 5000]

Prints the median and the 99th percentile, in milliseconds, for texts of three kinds. The text is made up: sentences of
plain words around references to 200 sources.
"""

from __future__ import annotations

import argparse
import json
import random
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

import _measures

WORDS = ("the", "committee", "recalled", "that", "States", "should", "respect", "obligations", "and", "report", "on")
SOURCES = (
    *(f"Security Council resolution {number} (1993)" for number in range(800, 850)),
    *(f"A/{session}/{number}" for session in range(60, 75) for number in range(100, 105)),
    *(f"Human Rights Council resolution {number}/{number % 20 + 1}" for number in range(5, 30)),
    *(f"no. {number}/07, § {number % 90}" for number in range(40900, 40950)),
)


def text_of(size: int, references: int, chance: random.Random) -> str:
    """A text of about `size` characters with about so many references, four to a paragraph."""
    between = max(3, (size // max(1, references) - 40) // 7)
    pieces: list[str] = []
    length = number = 0
    while length < size:
        said = " ".join(chance.choice(WORDS) for _ in range(between)).capitalize()
        cited = f" ({chance.choice(SOURCES)})" if number < references else ""
        end = ".\n\n" if len(pieces) % 4 == 3 else ". "
        pieces.append(said + cited + end)
        length += len(pieces[-1])
        number += 1
    return "".join(pieces)


class Session:
    """The little of the protocol that is needed."""

    def __init__(self) -> None:
        command, own = [sys.executable, "-m", "juslint", "server"], _measures.environment()
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=0, env=own)
        assert self.process.stdin
        assert self.process.stdout
        self.input, self.output = self.process.stdin, self.process.stdout

    def send(self, method: str, params: object, number: int | None = None) -> None:
        message = {"jsonrpc": "2.0", "method": method, "params": params, **({} if number is None else {"id": number})}
        body = json.dumps(message).encode()
        self.input.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)

    def receive(self) -> dict:
        size = 0
        while line := self._line():
            name, _, value = line.partition(b":")
            size = int(value) if name.lower() == b"content-length" else size
        body = b""
        while len(body) < size:
            body += self.output.read(size - len(body))
        return json.loads(body)

    def _line(self) -> bytes:
        line = b""
        while not line.endswith(b"\r\n"):
            line += self.output.read(1)
        return line.strip()

    def diagnostics(self, uri: str, version: int) -> int:
        """Wait for the findings of a version; how many there are."""
        while True:
            message = self.receive()
            params = message.get("params") or {}
            published = message.get("method") == "textDocument/publishDiagnostics"
            if published and (params["uri"], params.get("version")) == (uri, version):
                return len(params["diagnostics"])


def measured(text: str, keys: int, chance: random.Random) -> tuple[float, list[float], int]:
    """Seconds from opening to the first findings, and from each keystroke to its own."""
    session, uri = Session(), (Path(tempfile.gettempdir()) / "keystroke.md").as_uri()
    session.send("initialize", {"processId": None, "rootUri": None, "capabilities": {}}, 1)
    session.receive()
    session.send("initialized", {})
    start = time.perf_counter()
    item = {"uri": uri, "languageId": "markdown", "version": 0, "text": text}
    session.send("textDocument/didOpen", {"textDocument": item})
    found = session.diagnostics(uri, 0)
    opened = time.perf_counter() - start
    lines, taken = text.split("\n"), []
    for version in range(1, keys + 1):
        line = chance.randrange(len(lines))
        place = {"line": line, "character": chance.randint(0, len(lines[line]))}
        change = {"range": {"start": place, "end": place}, "text": chance.choice("aeinst ")}
        start = time.perf_counter()
        document = {"uri": uri, "version": version}
        session.send("textDocument/didChange", {"textDocument": document, "contentChanges": [change]})
        found = session.diagnostics(uri, version)
        taken.append(time.perf_counter() - start)
    session.process.kill()
    return opened, taken, found


def measures(rounds: int) -> list[_measures.Measure]:
    """From opening and from a keystroke to the findings, for a small text and a large one."""
    out = []
    for size, references in ((10_000, 40), (100_000, 1000), (500_000, 5000)):
        chance = random.Random(5)
        opened, taken, _ = measured(text_of(size, references, chance), 4 * rounds, chance)
        name = f"{size // 1000} kB, {references} references"
        out.append(_measures.Measure(f"{name}, opened", opened * 1e3, "ms"))
        out.append(_measures.Measure(f"{name}, a key", _measures.median(taken) * 1e3, "ms"))
    return out


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--keys", type=int, default=100)
    parser.add_argument("--size", type=int, default=500_000)
    parser.add_argument("--references", type=int, default=5000)
    options = parser.parse_args()
    print(f"{'text':<34}{'findings':>9}{'open ms':>9}{'median ms':>11}{'99th ms':>9}")
    for size, references in (
        (10_000, 40),
        (options.size // 5, options.references // 5),
        (options.size, options.references),
    ):
        chance = random.Random(5)
        opened, taken, found = measured(text_of(size, references, chance), options.keys, chance)
        worst = sorted(taken)[min(len(taken) - 1, round(0.99 * len(taken)))]
        name = f"{size // 1000} kB, {references} references"
        print(f"{name:<34}{found:>9}{opened * 1e3:>9.0f}{statistics.median(taken) * 1e3:>11.1f}{worst * 1e3:>9.1f}")


if __name__ == "__main__":
    main()
