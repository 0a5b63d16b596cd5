"""`juslint kb schemas`: the schemas of a knowledge base's files, for editors."""

from __future__ import annotations

from pathlib import Path

import click

from juslint.cli._kb import echo_path


@click.command(short_help="Put the schemas beside a knowledge base of your own, for editors.")
@click.argument("base", type=click.Path(path_type=Path, exists=True, file_okay=False))
def command(base: Path) -> None:
    """Put the JSON Schemas into `schemas/kb` beside the knowledge base BASE, and print the paths of what was written.

    An editor with a YAML language server then completes and checks the files of BASE, when `juslint kb fmt` has put
    a line into each that names its schema. Copies of other versions are replaced.
    """
    from juslint import _data  # noqa: PLC0415 - not for --help
    from juslint.knowledge.modeline import FOLDER  # noqa: PLC0415

    target = base.absolute().parent.joinpath(*FOLDER)
    try:
        target.mkdir(parents=True, exist_ok=True)
        for schema in sorted((_data.data_folder("schemas") / "kb").glob("*.json")):
            copy, text = target / schema.name, schema.read_bytes()
            if not copy.is_file() or copy.read_bytes() != text:
                copy.write_bytes(text)
                click.echo(echo_path(copy))
    except OSError as error:
        raise click.ClickException(f"{echo_path(target)}: {error.strerror or error}") from None
