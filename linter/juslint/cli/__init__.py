"""The command line: one module for each command, found by walking this folder and imported when it is asked for.

A module exports a click command (or group) named `command`; the command is called by the module's name.
"""

from __future__ import annotations

import importlib
import pkgutil

import click

from juslint import __version__


class Commands(click.Group):
    """The commands of this folder."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's interface
        """The names of the commands."""
        return sorted(info.name for info in pkgutil.iter_modules(__path__) if not info.name.startswith("_"))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name; None where there is none, which click answers with a usage error."""
        if cmd_name not in self.list_commands(ctx):
            return None
        command = importlib.import_module(f"{__name__}.{cmd_name}").command
        assert isinstance(command, click.Command)
        command.name = cmd_name
        return command


@click.command(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, message="juslint %(version)s")
def cli() -> None:
    """Check the legal references of texts: what is malformed, impossible, unknown, inconsistent; and mend it."""
