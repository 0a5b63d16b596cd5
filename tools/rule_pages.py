"""Write every generated part of the documentation: the rules' pages, and the marked parts of README.md.

usage: rule_pages.py [--check]

`docs/rules/<rule>.md` and `docs/rules/README.md` are whole files. In README.md the stretches between
`<!-- generated: NAME -->` and `<!-- end -->` are written anew: the rules, and what the commands print on `examples/`.
With `--check` nothing is written; the files that are not current are named, and the exit status is 1 if there are any.
"""

from __future__ import annotations

import json
import os
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from click.testing import CliRunner

from juslint import rules
from juslint.cli import cli
from juslint.cli.rule import page

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

TOP = Path(__file__).resolve().parents[1]
FOLDER = TOP / "docs" / "rules"
COMMAND = "python tools/rule_pages.py"
WIDTH = "100"
# The findings that README.md shows, of those that the examples have; the others would only make the sample long.
SHOWN = ("council-resolution-year", "link-empty", "joint-symbol-years", "joint-separator", "inconsistent-date")
_PART = re.compile(r"(?P<begin><!-- generated: (?P<name>[a-z]+) -->\n).*?(?P<end><!-- end -->)", re.DOTALL)
_PLACE = re.compile(r"\S+:\d+:\d+ (?:error|warning|info) (?P<rule>[a-z-]+)$")


def generated() -> dict[Path, str]:
    """Every file that is generated, whole or in part, with what it should hold."""
    files = {FOLDER / f"{name}.md": _page(name) for name in rules.modules()}
    files[FOLDER / "README.md"] = _index()
    readme = TOP / "README.md"
    files[readme] = _PART.sub(
        lambda part: f"{part['begin']}\n{PARTS[part['name']]()}\n{part['end']}", readme.read_text("utf-8")
    )
    return files


def outdated() -> dict[Path, str | None]:
    """The files that are not current, with what they should hold; None for pages of rules that are no more."""
    wanted = generated()
    wrong = {path: text for path, text in wanted.items() if not path.is_file() or path.read_text("utf-8") != text}
    return wrong | dict.fromkeys(path for path in sorted(FOLDER.glob("*.md")) if path not in wanted)


def sample() -> str:
    """What `juslint check examples` prints of the rules in SHOWN, and its last lines."""
    blocks = _run("check", "examples").rstrip("\n").split("\n\n")
    shown = []
    for block in blocks[:-1]:
        found = _PLACE.match(block.partition("\n")[0])
        if found and found["rule"] in SHOWN:
            shown.append(block)
    return "\n\n".join([*shown, f"[… {len(blocks) - 1 - len(shown)} more]", blocks[-1]])


def table(folder: str = "docs/rules/") -> str:
    """The rules, with their severities, one a row."""
    rows = ["| rule | severity | what it reports |", "|---|---|---|"]
    for name, module in rules.modules().items():
        style = f" Runs with the style `{module.RULE.style}`." if module.RULE.style else ""
        rows.append(f"| [{name}]({folder}{name}.md) | {module.RULE.severity} | {_cell(module.RULE.summary)}{style} |")
    return "\n".join(rows) + "\n"


def _page(name: str) -> str:
    return page(rules.modules()[name].RULE)


def _index() -> str:
    severities = (
        "An *error* is impossible or contradicts what is known. A *warning* is inconsistent or suspect. "
        "An *info* is worth knowing.\nWarnings and errors give exit status 1."
    )
    return f"# Rules\n\n{severities}\n\n{table('')}\n`juslint rule NAME` prints the same pages.\n"


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def _block(language: str, text: str) -> str:
    return f"```{language}\n{text.rstrip()}\n```\n"


def _extract() -> str:
    line = next(line for line in _run("extract", "examples/note.txt").splitlines() if '"S/RES/1612 (2005)"' in line)
    return json.dumps(json.loads(line), ensure_ascii=False, indent=2)


PARTS: dict[str, Callable[[], str]] = {
    "sample": lambda: _block("text", sample()),
    "rules": table,
    "extract": lambda: _block("json", _extract()),
}


def _run(*arguments: str) -> str:
    """What a command prints from the top of the checkout, without colours, in a terminal of the given width."""
    here = Path.cwd()
    os.chdir(TOP)
    try:
        result = CliRunner(env={"COLUMNS": WIDTH, "NO_COLOR": "1"}).invoke(cli, arguments, standalone_mode=False)
    finally:
        os.chdir(here)
    if result.exception is not None:
        raise result.exception
    return result.stdout


def main(*, check: bool) -> Iterator[str]:
    """Write what is not current, or only name it."""
    for path, text in outdated().items():
        if check:
            yield f"not current: {path.relative_to(TOP)}"
        elif text is None:
            path.unlink()
            yield f"removed {path.relative_to(TOP)}"
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8", newline="\n")
            yield f"wrote {path.relative_to(TOP)}"


if __name__ == "__main__":
    if sys.argv[1:] not in ([], ["--check"]):
        sys.exit(__doc__)
    lines = list(main(check="--check" in sys.argv))
    print("\n".join(lines) or "all current")
    sys.exit(1 if lines and "--check" in sys.argv else 0)
