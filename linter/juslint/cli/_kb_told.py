"""What `juslint kb diff` prints: text for a terminal, Markdown for a comment on a pull request.

What entries and texts say is a stranger's: in Markdown it stands between backticks, where it can neither link nor
mention, and nothing of it acts on a terminal.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from juslint.knowledge.comparing import fields
from juslint.reporting._screen import counted, plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from juslint.knowledge import Entry, Knowledge
    from juslint.knowledge.comparing import Change

_LONG = 300  # characters of a value that are shown
_WHAT = ("added", "changed", "removed")


def report(  # noqa: PLR0913 - everything that is told
    changes: Sequence[Change],
    before: Knowledge,
    after: Knowledge,
    findings: tuple[list[str], list[str], int] | None,
    limit: int,
    *,
    markdown: bool,
) -> str:
    """All that is to be told. `findings`: lines of those that come, of those that go, and the number of texts."""
    show = _code if markdown else _bare
    counts = [f"{sum(change.what == what for change in changes):,} {what}" for what in _WHAT]
    lines = [f"{'### ' if markdown else ''}Knowledge base: {', '.join(counts)}"]
    for what in _WHAT:
        group = [change for change in changes if change.what == what]
        if not group:
            continue
        lines += ["", f"#### {what.capitalize()}\n" if markdown else what.capitalize()]
        for change in group[:limit]:
            lines += _told(change, before if what == "removed" else after, show, markdown=markdown)
        if len(group) > limit:
            lines.append(f"{'- ' if markdown else '  '}and {len(group) - limit:,} more")
    if findings is not None:
        lines += _findings(*findings, show, markdown=markdown)
    return "\n".join(lines) + "\n"


def _told(change: Change, knowledge: Knowledge, show: Any, *, markdown: bool) -> Iterator[str]:
    entry = change.entry
    head, inner = ("- ", "  - ") if markdown else ("  ", "    ")
    title = entry.text("title") or entry.text("name") or entry.text("subject")
    date = entry.adopted() or entry.date("date" if entry.kind == "case-documents" else None)
    said = ", ".join(filter(None, (show(title) if title else None, date.iso() if date and title else None)))
    yield f"{head}{show(entry.id)}{f': {said}' if said else ''} ({show(f'{entry.path}:{entry.line}')})"
    if change.what == "changed":
        for name, was, now in fields(change):
            yield f"{inner}{name} {_difference(was, now, show)}"
    yield from (f"{inner}{style}: {show(text)}" for style, text in _cited(entry, knowledge))


def _difference(was: Any, now: Any, show: Any) -> str:
    if was is None:
        return f"added: {show(_words(now))}"
    if now is None:
        return f"removed (it was {show(_words(was))})"
    if isinstance(was, list) and isinstance(now, list):
        come, gone = [one for one in now if one not in was], [one for one in was if one not in now]
        parts = [f"gains {show(_words(come))}"] if come else []
        parts += [f"loses {show(_words(gone))}"] if gone else []
        return " and ".join(parts) or "in another order"
    return f"is {show(_words(now))}, was {show(_words(was))}"


def _cited(entry: Entry, knowledge: Knowledge) -> Iterator[tuple[str, str]]:
    """How the entry is cited, by style; nothing of what no style has a form for."""
    from juslint import styles  # noqa: PLC0415
    from juslint.document import Span  # noqa: PLC0415
    from juslint.knowledge import citing  # noqa: PLC0415
    from juslint.reference import Reference  # noqa: PLC0415
    from juslint.styles import _checked  # noqa: PLC0415

    if entry.kind in ("fact", "body"):
        return
    name = str(entry.data["number"]) if entry.kind == "case-documents" else entry.id
    for style in styles.modules():
        text = _checked.cited(Reference(entry.family, name, Span(0, 0), ""), style, knowledge)
        if text is None and style == citing.STYLE:
            text = citing.cited(entry)
        if text is not None:
            yield style, text


def _findings(come: Sequence[str], gone: Sequence[str], texts: int, show: Any, *, markdown: bool) -> Iterator[str]:
    yield ""
    told = f"Findings on {counted(texts, 'text')}: {len(come):,} gained, {len(gone):,} lost"
    yield f"#### {told}\n" if markdown else told
    for word, lines in (("gained", come), ("lost", gone)):
        yield from (f"{'- ' if markdown else '  '}{word} {show(line)}" for line in lines)


def _words(value: Any) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{name} {_words(item)}" for name, item in value.items())
    return "; ".join(map(_words, value)) if isinstance(value, list) else str(value)


def _short(text: str) -> str:
    line = plain(text)
    return line if len(line) <= _LONG else f"{line[:_LONG]}…"


def _bare(text: str) -> str:
    return _short(text)


def _code(text: str) -> str:
    """A code span that holds the text whatever backticks it has."""
    line = _short(text)
    fence = "`" * (max((len(run) for run in re.findall("`+", line)), default=0) + 1)
    pad = " " if line.startswith("`") or line.endswith("`") else ""
    return f"{fence}{pad}{line}{pad}{fence}"
