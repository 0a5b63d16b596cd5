"""`juslint kb diff`: what a change of a knowledge base means, in words."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import click

from juslint.cli import _inputs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from juslint.config import Discovered
    from juslint.knowledge.comparing import Side
    from juslint.loading import Loaded


@click.command(short_help="Say in words what a change of a knowledge base means.")
@click.argument("revisions", metavar="BASE..HEAD")
@click.argument("folder", required=False, type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option("--format", "output_format", type=click.Choice(["text", "markdown"]), default="text")
@click.option("--texts", multiple=True, metavar="PATH", help="Also say which findings on these texts come and go.")
@click.option(
    "--limit", type=click.IntRange(min=0), default=50, show_default=True, help="The most entries to spell out."
)
def command(revisions: str, folder: Path | None, output_format: str, texts: tuple[str, ...], limit: int) -> None:
    """Say which entries a change adds, changes and removes, and how they are cited in each style.

    BASE..HEAD are two git revisions; `BASE..` or BASE alone compares with the files as they are. FOLDER is the
    knowledge base in the checkout; without it the one that juslint comes with. Exit status: 0 told, 2 it could not be.
    """
    from juslint import _data  # noqa: PLC0415 - not for --help
    from juslint.cli import _kb_told  # noqa: PLC0415
    from juslint.git import GitError  # noqa: PLC0415
    from juslint.knowledge import KnowledgeError, comparing  # noqa: PLC0415

    base, _, head = revisions.partition("..")
    if not base or head.startswith("."):
        raise click.UsageError(f"{revisions!r} is no BASE..HEAD: name two revisions with two dots between them")
    settings = _inputs.settings(None) if texts else None
    with tempfile.TemporaryDirectory(prefix="juslint-") as scratch:
        try:
            before, after = comparing.sides(folder or _data.data_folder("kb"), base, head or None, Path(scratch))
        except (GitError, KnowledgeError) as error:
            raise click.ClickException(str(error)) from None
        found = comparing.changes(before, after)
        findings = _findings(texts, settings, before, after) if settings else None
        told = _kb_told.report(
            found, before.knowledge, after.knowledge, findings, limit, markdown=output_format != "text"
        )
    _inputs.emit(told, None)


def _findings(
    texts: Sequence[str], settings: Discovered, before: Side, after: Side
) -> tuple[list[str], list[str], int]:
    """Findings that come, findings that go, each as one line, and the number of texts."""
    from juslint import files, loading, reading  # noqa: PLC0415

    named, failed = files.expand(texts, reading.suffixes, settings)
    inputs = [(path, None) for path in named if path != files.STDIN]
    old, new = (loading.load(inputs, side.knowledge) for side in (before, after))
    _inputs.complain((*failed, *new.unreadable))
    was, now = (_lines(loaded, settings) for loaded in (old, new))
    return [line for line in now if line not in was], [line for line in was if line not in now], len(new.contexts)


def _lines(loaded: Loaded, settings: Discovered) -> dict[str, None]:
    from juslint import engine, reporting  # noqa: PLC0415
    from juslint.reporting import concise  # noqa: PLC0415

    findings = engine.check(loaded.contexts, settings)
    documents = {context.document.path: context.document for context in loaded.contexts}
    run = reporting.Run(documents=documents, findings=tuple(findings), unreadable=(), references={}, fixed=0)
    return dict.fromkeys(concise.report(run).splitlines())
