"""`juslint kb stats`: how much the knowledge base holds, and what it holds completely."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from juslint.cli import _inputs

if TYPE_CHECKING:
    from collections.abc import Iterator


@click.command(short_help="Count entries, and say what is complete.")
@click.option("--format", "output_format", type=click.Choice(["text", "json"]), default="text")
@click.option(
    "--kb", "bases", multiple=True, type=click.Path(path_type=Path), help="A further knowledge base (repeatable)."
)
def command(output_format: str, bases: tuple[Path, ...]) -> None:
    """Count entries by kind and family, and rows by series with what each series claims to hold completely."""
    from juslint.knowledge.counting import counted  # noqa: PLC0415 - not for --help
    from juslint.reporting._screen import plain  # noqa: PLC0415

    found = counted(_inputs.open_knowledge(bases))
    if output_format == "json":
        click.echo(json.dumps(found, ensure_ascii=False, indent=2))
        return
    for line in _lines(found):
        click.echo(plain(line))


def _lines(found: dict[str, Any]) -> Iterator[str]:
    yield f"{found['entries']:,} entries"
    width = max((len(name) for name in found["kinds"]), default=0)
    for name, count in found["kinds"].items():
        yield f"  {name:<{width}}  {count:>7,}"
    yield ""
    yield f"{len(found['series'])} series"
    width = max((len(series["id"]) for series in found["series"]), default=0)
    for series in found["series"]:
        rows = f"{series['rows']:>7,}" if series["rows"] else f"{'–':>7}"
        yield f"  {series['id']:<{width}}  {rows}  {_claim(series)}  ({series['body']})"


def _claim(series: dict[str, Any]) -> str:
    covered = series["coverage"]
    if covered is None:
        return "in parts" if series["rows"] else "known by form only"
    if "complete" in covered:
        return f"complete: {', '.join(_runs(sorted(covered['complete'])))}"
    without = f" without {', '.join(map(str, covered['unknown']))}" if covered.get("unknown") else ""
    through = f", through {covered['through']}" if covered.get("through") else ""
    return f"complete: numbers {covered['first']} to {covered['last']}{without}{through}"


def _runs(parts: list[int]) -> Iterator[str]:
    """Years or sessions as runs: `1997–2021, 2023`."""
    first = last = parts[0]
    for part in (*parts[1:], None):
        if part != last + 1:
            yield f"{first}–{last}" if last > first else str(first)
            first = part or 0
        last = part or 0
