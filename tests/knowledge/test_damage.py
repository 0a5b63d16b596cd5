"""Every kind of damage to files of a knowledge base, and the errors that `juslint kb check` gives: these and no others.

`damage/*.txt`: cases of `=== title`, files of `:: path` and content, `---`, and the errors. `{{head}}` is the three
lines with which each file begins, `{{0x1f}}` a byte, `{{word * 9}}` a repetition, `{{none}}` that the last line of a
file does not end. An error is `file:line:column rule words of the message`, the folders left out.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest
from click.testing import CliRunner

from juslint.cli.kb import command

from .conftest import HEAD

if TYPE_CHECKING:
    from collections.abc import Iterator

FOLDER = Path(__file__).parent / "damage"
_MARK = re.compile(r"\{\{(?:(?P<head>head)\n|0x(?P<byte>[0-9a-f]{2})|(?P<word>.+?) \* (?P<times>\d+))\}\}")


class Case(NamedTuple):
    title: str
    files: dict[str, bytes]
    errors: list[str]


def contents(text: str) -> bytes:
    out = b""
    text = text.replace("{{head}}\n", HEAD).replace("{{none}}\n", "")
    position = 0
    for found in _MARK.finditer(text):
        out += text[position : found.start()].encode()
        out += bytes([int(found["byte"], 16)]) if found["byte"] else found["word"].encode() * int(found["times"])
        position = found.end()
    return out + text[position:].encode()


def cases() -> Iterator[Case]:
    for file in sorted(FOLDER.glob("*.txt")):
        for block in re.split(r"^=== ", file.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
            title, _, rest = block.partition("\n")
            written, _, errors = rest.rpartition("\n---\n")
            files = re.split(r"^:: (.+)\n", f"{written}\n", flags=re.MULTILINE)[1:]
            pairs = zip(files[::2], files[1::2], strict=True)
            made = {name: contents(text) for name, text in pairs}
            yield Case(f"{file.stem}: {title}", made, errors.strip("\n").splitlines())


CASES = tuple(cases())


def test_there_are_sixty_kinds_and_none_is_told_twice() -> None:
    assert len({case.title for case in CASES}) == len(CASES) >= 60


@pytest.mark.parametrize("case", CASES, ids=[case.title for case in CASES])
def test_damage_is_named_at_its_place(case: Case, tmp_path: Path) -> None:
    for name, content in case.files.items():
        file = tmp_path / "own" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    result = CliRunner().invoke(command, ["check", str(tmp_path / "own")])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.output
    assert result.exit_code == 1, result.output
    said = [re.sub(r"^[^:]*/", "", line) for line in result.stdout.splitlines()]
    assert len(said) == len(case.errors), result.stdout
    for line, expected in zip(said, case.errors, strict=True):
        place, rule, words = re.fullmatch(r"(.+?:\d+:\d+) (\S+) (.+)", expected).groups()  # type: ignore[union-attr]
        assert line.startswith(f"{place} {rule} "), result.stdout
        assert words in line, result.stdout
