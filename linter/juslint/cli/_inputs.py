"""What `check` and `extract` share: options of input, files to documents, and saying what could not be read."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from juslint import writing
from juslint.config import ConfigError, Discovered

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from juslint.config import Settings
    from juslint.knowledge import Knowledge
    from juslint.loading import Loaded, Memory

F = TypeVar("F", bound="Callable[..., Any]")


def options(command: F) -> F:
    """The options of input, in the order that `--help` shows."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


_OPTIONS: tuple[Callable[..., Any], ...] = (
    click.argument("paths", nargs=-1, metavar="[PATH]..."),
    click.option("--stdin-filename", metavar="NAME", help="The name that standard input (`-`) goes by."),
    click.option(
        "--config",
        "config_file",
        type=click.Path(path_type=Path),
        metavar="FILE",
        help="Use this configuration instead of the nearest juslint.toml or pyproject.toml.",
    ),
    click.option(
        "--kb",
        multiple=True,
        type=click.Path(path_type=Path),
        metavar="PATH",
        help="A further knowledge base, which wins over the shipped one (repeatable).",
    ),
    click.option(
        "--jobs",
        type=click.IntRange(min=0),
        default=0,
        metavar="N",
        help="Read so many files at a time; 0 is as many as there are processors.",
    ),
    click.option(
        "--no-cache",
        is_flag=True,
        envvar="JUSLINT_NO_CACHE",
        help="Read every text anew, and remember nothing of it in the cache folder.",
    ),
)


def settings(
    config_file: Path | None, select: Sequence[str] = (), ignore: Sequence[str] = (), style: str | None = None
) -> Discovered:
    """The settings of a run. A usage error where `--config` cannot be used."""
    try:
        return Discovered(select, ignore, config_file, style)
    except ConfigError as error:
        raise click.ClickException(str(error)) from None


def gather(  # noqa: PLR0913
    paths: Sequence[str],
    stdin_filename: str | None,
    found: Settings,
    kb: Sequence[Path],
    jobs: int,
    *,
    cache: bool = True,
    rules: Callable[[str], frozenset[str]] = lambda _: frozenset(),
) -> tuple[Loaded, dict[str, bytes]]:
    """Every document that the paths name, read and scanned, and the content of standard input by the name it goes by.

    Without paths: the folder one stands in. `rules` says which rules will be run on a file: they are run at once.
    ClickException where nothing can be done at all.
    """
    from juslint import files, loading, reading  # noqa: PLC0415 - not for --help

    try:
        named, failed = files.expand(paths or ["."], reading.suffixes, found)
        given = (
            {stdin_filename or files.STDIN: sys.stdin.buffer.read(reading.MAX_BYTES + 1)}
            if files.STDIN in named
            else {}
        )
        inputs = [(path, None) for path in named if path != files.STDIN] + list(given.items())
        bases = tuple(dict.fromkeys((*(base for path, _ in inputs for base in found.for_path(path).kb), *kb)))
    except ConfigError as error:
        raise click.ClickException(str(error)) from None
    if not inputs and not failed:
        from juslint.reporting._screen import plain  # noqa: PLC0415 - most runs have files

        click.echo(plain(f"juslint: nothing to check in {', '.join(paths or ['this folder'])}"), err=True)
    from juslint.cli._progress import watched  # noqa: PLC0415

    def wanted(path: str) -> loading.Wanted:
        return loading.Wanted(rules(path), found.for_path(path).style)

    knowledge = open_knowledge(bases)
    memory = _memory(knowledge) if cache else None
    try:
        loaded = loading.load(
            inputs, knowledge, jobs=jobs or os.cpu_count() or 1, watch=watched, wanted=wanted, memory=memory
        )
    finally:
        if memory is not None:
            memory.store.close()
    failures = tuple(loading.Unreadable(*one) for one in failed)
    return loaded._replace(unreadable=failures + loaded.unreadable), given


def _memory(knowledge: Knowledge) -> Memory:
    from juslint.loading import Memory  # noqa: PLC0415
    from juslint.memory import identity, store  # noqa: PLC0415

    return Memory(store.Store(store.file()), identity.identity(knowledge))


def open_knowledge(bases: Iterable[Path]) -> Knowledge:
    """The knowledge base with the user's own, of which the last wins. ClickException where one cannot be used.

    The first index of a checkout takes seconds: on a terminal a bar says so.
    """
    from juslint.cli._progress import watched  # noqa: PLC0415
    from juslint.knowledge import Knowledge, KnowledgeError  # noqa: PLC0415

    try:
        return Knowledge.open(tuple(bases), lambda files, total: watched(files, total, "indexing the knowledge base"))
    except KnowledgeError as error:
        raise click.ClickException(str(error)) from None


def complain(failures: Iterable[tuple[str, str]]) -> None:
    """One line on standard error for each file (path, why) that could not be read or written."""
    from juslint.reporting._screen import plain  # noqa: PLC0415

    for path, message in failures:
        click.echo(f"juslint: {plain(path)}: {plain(message)}", err=True)


def emit(text: str, file: Path | None, *, err: bool = False) -> None:
    """Put output into `file`, as UTF-8, or on a standard stream. ClickException where the file cannot be written."""
    if file is None:
        (sys.stderr if err else sys.stdout).write(text)  # click.echo would change what goes into a pipe
        return
    try:
        writing.put(file, text.encode("utf-8", "backslashreplace"))
    except OSError as error:
        raise click.ClickException(f"{file}: {error.strerror}") from None
