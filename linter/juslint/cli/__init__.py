"""The command line: one module for each command, found by walking this folder and imported when it is asked for.

A module exports a click command (or group) named `command`; the command is called by the module's name. Where one
command has commands of its own, their modules are named after both: `kb_fmt` is `juslint kb fmt`.
"""

from __future__ import annotations

import importlib
import pkgutil

import click

from juslint import __version__, patterns


class Commands(click.Group):
    """The commands of this folder, and those that a group has of its own."""

    of = ""  # what the names of the modules begin with

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of the commands."""
        names = (info.name.removeprefix(self.of) for info in pkgutil.iter_modules(__path__) if self._owns(info.name))
        return sorted({*super().list_commands(ctx), *names})

    def _owns(self, module: str) -> bool:
        return module.startswith(self.of) and "_" not in module.removeprefix(self.of)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name; None where there is none, which click answers with a usage error."""
        own = super().get_command(ctx, cmd_name)
        if own is not None or cmd_name not in self.list_commands(ctx):
            return own
        with patterns.while_importing():
            command = importlib.import_module(f"{__name__}.{self.of}{cmd_name}").command
        assert isinstance(command, click.Command)
        command.name = cmd_name
        return command


class KbCommands(Commands):
    """The commands of `juslint kb`: modules that are named `kb_check` and so on."""

    of = "kb_"


@click.command(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, message="juslint %(version)s")
def cli() -> None:
    """Check the legal references of texts: what is malformed, impossible, unknown, inconsistent; and mend it."""
