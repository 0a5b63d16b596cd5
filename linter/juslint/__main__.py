"""`juslint` and `python -m juslint`."""

from __future__ import annotations

import gc
import os
import sys
from contextlib import suppress

import click

from juslint.cli import cli

INTERRUPTED = 130  # 128 + SIGINT, as shells have it
BROKEN_PIPE = 1  # as click has it, which meets it first where there is much to print
FAILED = 2


def main() -> None:
    """Run the command line and exit with its status: 0, 1 for findings, 2 where the work could not be done."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:  # closed by whoever started this
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: PTH123, SIM115 - for as long as it runs
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")  # a file name or a terminal of another encoding stops nothing
    sys.exit(_run())


def _run() -> int:
    gc.set_threshold(100_000, 50, 50)  # references pile up, and hardly any of them is garbage: a twentieth of the time
    try:
        status = cli.main(prog_name="juslint", standalone_mode=False)
        sys.stdout.flush()
    except click.ClickException as error:
        error.message = _inert(error.message)  # type: ignore[misc] # click shows it as it is
        error.show()
        return FAILED
    except (click.Abort, KeyboardInterrupt):
        return INTERRUPTED
    except BrokenPipeError:
        _hush()
        return BROKEN_PIPE
    except OSError as error:
        where = _inert(str(error.filename or "the output"))
        with suppress(OSError):  # where that is full, too
            click.echo(f"juslint: {where}: {error.strerror or error}", err=True)
        _hush()
        return FAILED
    except Exception:
        import traceback  # noqa: PLC0415

        traceback.print_exc()
        click.echo("juslint: this is a fault of juslint itself; please report the lines above", err=True)
        return FAILED
    return status if isinstance(status, int) else 0


def _inert(message: str) -> str:
    """One line that acts on no terminal: names of files and what the user gave may hold anything."""
    from juslint.reporting._screen import plain  # noqa: PLC0415 - most runs do well

    return plain(message)


def _hush() -> None:
    """Let the interpreter's last flush of what could not be written go nowhere."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


if __name__ == "__main__":
    main()
