"""`juslint kb fmt`: the canonical layout of files of a knowledge base."""

from __future__ import annotations

from pathlib import Path

import click

from juslint.cli._kb import echo_path, named_files


@click.command(short_help="Lay files of a knowledge base out as they should be.")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--check", "only_check", is_flag=True, help="Change nothing; exit status 1 where a file would change.")
@click.option("--since", metavar="REV", help="Only files that changed since this git revision, and new ones.")
def command(paths: tuple[Path, ...], since: str | None, *, only_check: bool) -> None:
    """Lay files or folders of a knowledge base out as they should be; without PATHS the one that juslint comes with.

    Comments stay, and what a file says never changes. Exit status: 0 all is well, 1 with --check some file would
    change, 2 some file could not be read or written; the others are laid out all the same.
    """
    from juslint.fixes import Change, FixError, write  # noqa: PLC0415 - not for --help
    from juslint.knowledge import modeline  # noqa: PLC0415
    from juslint.knowledge.layout_text import laid_out  # noqa: PLC0415
    from juslint.knowledge.yaml_tree import Damage, content  # noqa: PLC0415
    from juslint.reporting._screen import counted  # noqa: PLC0415

    changed = failed = 0
    files = named_files(paths, since)
    for file in files:
        try:
            before = content(file)
            after = laid_out(before, modeline.wanted(file))
            if after == before:
                continue
            if not only_check:
                write(str(file), Change(before, after, 1))
        except Damage as damage:
            click.echo(f"{echo_path(file)}:{damage.line}:{damage.column} {damage.rule} {damage.message}", err=True)
            failed += 1
        except (OSError, FixError) as error:
            click.echo(f"{echo_path(file)}: {getattr(error, 'strerror', None) or error}", err=True)
            failed += 1
        else:
            changed += 1
            click.echo(f"{'would lay out' if only_check else 'laid out'} {echo_path(file)}")
    click.echo(f"{counted(len(files), 'file')}, {changed} {'to lay out' if only_check else 'laid out anew'}", err=True)
    if failed:
        raise SystemExit(2)
    raise SystemExit(1 if only_check and changed else 0)
