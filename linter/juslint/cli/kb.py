"""`juslint kb`: the care for the knowledge base, a look into it, and new entries."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from juslint.cli import KbCommands
from juslint.cli._places import relative

if TYPE_CHECKING:
    from collections.abc import Iterator

    from juslint.knowledge import Entry, Knowledge

_ASIDE = (
    "origin",
    "licence",
    "date",
    "aliases",
    "misspellings",
    "disputed",
    "other-dates",
    "urls",
    "editions",
    "names",
    "series",
)
_SHOWN = 3  # near titles that are offered where nothing is found


@click.group("kb", cls=KbCommands)
def command() -> None:
    """Check the knowledge base, look into it, or add to it."""


@command.command("check")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--since", metavar="REV", help="Only files that changed since this git revision, and new ones.")
def check(paths: tuple[Path, ...], since: str | None) -> None:
    """Check files or folders of a knowledge base; without PATHS the one that juslint comes with.

    Every error is one line: file:line:column, rule, what is wrong and how to mend it. Exit status: 0 no error,
    1 errors, 2 the check could not run.
    """
    from juslint.git import GitError  # noqa: PLC0415
    from juslint.knowledge.checking import check as errors_of  # noqa: PLC0415
    from juslint.reporting._screen import plain  # noqa: PLC0415

    try:
        errors = errors_of(paths, since)
    except GitError as error:
        raise click.ClickException(str(error)) from None
    except OSError as error:
        raise click.ClickException(f"{error.filename}: {error.strerror}" if error.strerror else str(error)) from None
    for found in errors:
        click.echo(plain(f"{relative(found.path)}:{found.line}:{found.column} {found.rule} {found.message}"))
    if errors:
        files = len({found.path for found in errors})
        click.echo(f"{len(errors)} error{_s(len(errors))} in {files} file{_s(files)}", err=True)
        raise SystemExit(1)
    click.echo("no errors", err=True)


@command.command("show")
@click.argument("name", metavar="ID")
@click.option(
    "--kb", "bases", multiple=True, type=click.Path(path_type=Path), help="A further knowledge base (repeatable)."
)
def show(name: str, bases: tuple[Path, ...]) -> None:
    """Show the entry with this ID, title, name or address: fields, disputed values, variants, origin, file."""
    from juslint.knowledge import Knowledge, KnowledgeError  # noqa: PLC0415
    from juslint.reporting._screen import plain  # noqa: PLC0415

    try:
        knowledge = Knowledge.open(bases)
    except KnowledgeError as error:
        raise click.ClickException(str(error)) from None
    entries = _entries(knowledge, name)
    for position, entry in enumerate(entries):
        click.echo("\n" * bool(position) + "\n".join(map(plain, _lines(knowledge, entry))))
    if not entries:
        click.echo(plain(_unknown(knowledge, name)), err=True)
        raise SystemExit(1)


def _entries(knowledge: Knowledge, name: str) -> tuple[Entry, ...]:
    found = knowledge.resolve(name).entry
    if found is not None:
        return (found,)
    named = next((one for one in (knowledge.body(name), knowledge.publication(name)) if one), None)
    if named is not None:
        return (named,)
    return knowledge.by_name(name) or knowledge.by_title(name) or knowledge.by_url(name) or knowledge.by_symbol(name)


def _unknown(knowledge: Knowledge, name: str) -> str:
    if knowledge.resolve(name).status == "absent":
        return f"{name}: there is none, and the knowledge base holds this series completely"
    near = [
        f"{entry.text('title')} ({entry.id})"
        for likeness, entry in knowledge.near_titles(name, _SHOWN)
        if likeness > 60
    ]
    return f"{name}: not in the knowledge base" + (f"; near: {'; '.join(near)}" if near else "")


def _lines(knowledge: Knowledge, entry: Entry) -> Iterator[str]:
    """An entry as a reader wants it: one field a line, then what is said of its values."""
    yield entry.id
    yield f"  kind: {entry.kind}, family {entry.family}"
    for field, value in entry.data.items():
        if field not in (*_ASIDE, "id", "author", "editor"):
            yield f"  {field}: {_text(value)}"
        elif field in ("author", "editor"):
            yield f"  {field}: {', '.join(entry.people(field))}"
    yield from (f"  names ({language}): {', '.join(names)}" for language, names in entry.data.get("names", {}).items())
    yield from (_series(series) for series in entry.data.get("series", ()))
    yield from (f"  also at: {url}" for url in entry.data.get("urls", ()))
    yield from (f"  edition: {_text(edition)}" for edition in entry.editions())
    yield from (f"  also dated: {other['date']} ({other['what']})" for other in entry.data.get("other-dates", ()))
    for field in entry.data.get("disputed", {}):
        for printed in entry.disputed(field):
            who = "; ".join(f"{name} {url}" if url else name for name, url in printed.by)
            yield f"  disputed {field}: {printed.value}, printed by {who}"
    for variant in entry.aliases():
        yield f"  alias of {variant.field}: {variant.value} (seen: {'; '.join(variant.seen)})"
    for variant in entry.misspellings():
        yield f"  wrong {variant.field}: {variant.value} (seen: {'; '.join(variant.seen)})"
    yield from (f"  origin: {origin}" for origin in entry.data.get("origin", ()))
    yield f"  file: {relative(str(knowledge.file_of(entry)))}:{entry.line}"


def _series(series: dict[str, object]) -> str:
    covered = series.get("coverage")
    claim = f", complete: {_text(covered)}" if covered else ""
    return f"  series: {series['name']}, {series['id']}, numbering {series['numbering']}{claim}"


def _text(value: object) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{name} {_text(item)}" for name, item in value.items())
    return ", ".join(map(_text, value)) if isinstance(value, list) else str(value)


def _s(count: int) -> str:
    return "" if count == 1 else "s"
