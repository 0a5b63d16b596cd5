"""`juslint server`: the language server, for editors."""

from __future__ import annotations

import click

_HOST = "127.0.0.1"  # nobody else's business: a text in the making is confidential


@click.command(short_help="Run the language server, for editors.")
@click.option("--tcp", is_flag=True, help="Listen on this computer's own address instead of standard input and output.")
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=0,
    metavar="N",
    help="With --tcp: the port; 0 takes a free one. It is printed on standard error.",
)
def command(*, tcp: bool, port: int) -> None:
    """Run the language server, which editors start by themselves.

    It checks Markdown, plain text, HTML and LaTeX, and files of knowledge bases, while they are written.
    """
    from juslint.lsp.running import over_stdio, over_tcp  # noqa: PLC0415 - takes half a second

    if tcp:
        over_tcp(_HOST, port)
    else:
        over_stdio()
