"""`juslint check`: find what is wrong with the references of texts, and mend it.

Exit status: 0 nothing at or above the severity, 1 findings (with --diff: something to mend), 2 where a file could not
be read or mended, whatever was found in the others.
"""

from __future__ import annotations

import os
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TextIO

import click

from juslint import files, reporting
from juslint.cli import _formats, _inputs, _remembered
from juslint.finding import SEVERITIES
from juslint.reporting._screen import counted, inert

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from juslint.changed import Changed
    from juslint.config import Settings
    from juslint.document import Document
    from juslint.finding import Finding, Severity
    from juslint.fixes import Mended
    from juslint.loading import Loaded, Unreadable
    from juslint.memory.runs import Asked
    from juslint.rules import Context

FAILED = 2
_DEFAULT_SEVERITY: Severity = "warning"


@dataclass(frozen=True, slots=True)
class _Options:
    """The command line, as the options below say it."""

    paths: tuple[str, ...]
    stdin_filename: str | None
    config_file: Path | None
    kb: tuple[Path, ...]
    jobs: int
    no_cache: bool
    fix: bool
    unsafe_fixes: bool
    diff: bool
    output_format: str
    output_file: Path | None
    select: tuple[str, ...]
    ignore: tuple[str, ...]
    style: str | None
    severity: Severity | None
    statistics: bool
    exit_zero: bool
    write_baseline: Path | None
    baseline: Path | None
    since: str | None
    quiet: bool
    color: str


@dataclass(frozen=True, slots=True)
class _Check:
    """From documents to the findings that the user asked for."""

    settings: Settings
    severity: Severity | None
    baseline: Path | None
    changed: Changed | None = None

    def __call__(self, contexts: Sequence[Context]) -> list[Finding]:
        return self.chosen(self.all(contexts), contexts)

    def all(self, contexts: Sequence[Context]) -> list[Finding]:
        """All findings that the settings ask for."""
        from juslint import engine  # noqa: PLC0415 - not for --help
        from juslint.memory import recalled  # noqa: PLC0415

        return engine.check(contexts, self.settings, recalled.own)

    def chosen(self, found: Sequence[Finding], contexts: Sequence[Context]) -> list[Finding]:
        """Of these, what the baseline does not know, stands in changed lines and is severe enough."""
        if self.baseline is not None:
            from juslint import baseline  # noqa: PLC0415

            found = baseline.unknown(found, baseline.load(self.baseline), self.baseline)
        if self.changed is not None:
            found = self.changed.only(found, contexts)
        least = SEVERITIES.index(self.severity or SEVERITIES[-1])
        return [finding for finding in found if SEVERITIES.index(finding.severity) <= least]


class _Texts(NamedTuple):
    """What is to be reported of: the texts by path, how many references each has, those themselves, the findings."""

    documents: Mapping[str, Document]
    references: Mapping[str, int]
    contexts: Sequence[Context]
    findings: Sequence[Finding]

    @classmethod
    def of(cls, contexts: Sequence[Context], findings: Sequence[Finding]) -> _Texts:
        """The same of texts that are at hand."""
        documents = {context.document.path: context.document for context in contexts}
        counts = {context.document.path: len(context.references) for context in contexts}
        return cls(documents, counts, contexts, findings)


@click.command(short_help="Find what is wrong with references, and mend it.")
@_inputs.options
@click.option("--fix", is_flag=True, help="Mend what can be mended without changing what is referred to.")
@click.option("--unsafe-fixes", is_flag=True, help="With --fix or --diff: also change dates, numbers and names.")
@click.option("--diff", is_flag=True, help="Print what --fix would change, and change nothing.")
@click.option(
    "--output-format", type=click.Choice(_formats.names(reporting)), default="text", help="How to print findings."
)
@click.option("--output-file", type=click.Path(path_type=Path), metavar="FILE", help="Write the findings to a file.")
@click.option(
    "--select", multiple=True, metavar="RULE", help="Run only these rules (comma-separated, repeatable; ALL)."
)
@click.option("--ignore", multiple=True, metavar="RULE", help="Do not run these rules (comma-separated, repeatable).")
@click.option(
    "--style",
    metavar="NAME",
    help="Also say where citations are not in this house style: un, strasbourg or oscola4. --fix turns them into it.",
)
@click.option(
    "--severity",
    type=click.Choice(SEVERITIES),
    help="The least severity to report, and to give exit status 1 for. Without it everything is reported, and warnings "
    "and errors give exit status 1.",
)
@click.option("--statistics", is_flag=True, help="Print how many findings each rule has, instead of the findings.")
@click.option("--exit-zero", is_flag=True, help="Exit with status 0 even if there are findings.")
@click.option(
    "--write-baseline", type=click.Path(path_type=Path), metavar="FILE", help="Write all findings to a baseline."
)
@click.option(
    "--baseline", type=click.Path(path_type=Path), metavar="FILE", help="Do not report the findings of this baseline."
)
@click.option(
    "--since", metavar="REV", help="Report only what stands in lines changed since this git revision, and in new files."
)
@click.option("-q", "--quiet", is_flag=True, help="Print findings and errors, nothing else.")
@click.option(
    "--color", type=click.Choice(["auto", "always", "never"]), default="auto", help="Colours; auto respects NO_COLOR."
)
def command(**options: Any) -> int:
    """Find what is malformed, impossible, unknown or inconsistent in the references of texts.

    PATH is a file, a folder, a pattern, or `-` for standard input; without one it is this folder. All of them are
    checked together: what one says of a source is compared with what the others say.

    Exit status: 0 nothing found, 1 findings, 2 something could not be read or mended.
    """
    try:
        return _check(_Options(**options))
    except _errors() as error:
        raise click.ClickException(str(error)) from None


def _errors() -> tuple[type[Exception], ...]:
    """What a user can mend, imported where something has gone wrong."""
    from juslint.baseline import BaselineError  # noqa: PLC0415
    from juslint.config import ConfigError  # noqa: PLC0415
    from juslint.git import GitError  # noqa: PLC0415

    return ConfigError, BaselineError, GitError


def _check(options: _Options) -> int:
    """Say again what is remembered of the same run, or do the work."""
    if options.since is not None and (options.write_baseline or files.STDIN in options.paths):
        raise click.UsageError("--since goes neither with standard input nor with --write-baseline")
    select, ignore = _names(options.select), _names(options.ignore)
    settings = _inputs.settings(options.config_file, select, ignore, options.style)
    changes = options.fix or options.diff or options.unsafe_fixes or options.write_baseline
    if changes or options.since is not None or options.no_cache:
        return _run(options, settings)
    run = _remembered.asked(options.paths, settings, options.kb)
    known = run and _remembered.recall(run)
    if known is None:
        return _run(options, settings, run)
    ledger = options.baseline or settings.for_path(files.STDIN).baseline
    findings = _Check(settings, options.severity, ledger).chosen(known.findings, ())
    contexts = _remembered.Later(lambda: _gathered(options, settings)[0].contexts)
    return _report(options, _Texts(known.documents, known.references, contexts, findings))


def _gathered(options: _Options, settings: Settings) -> tuple[Loaded, dict[str, bytes]]:
    from juslint import engine  # noqa: PLC0415

    loaded, given = _inputs.gather(
        options.paths,
        options.stdin_filename,
        settings,
        options.kb,
        options.jobs,
        cache=not options.no_cache,
        rules=lambda path: engine.running(path, settings.for_path(path)),
    )
    return loaded.in_order(), given


def _run(options: _Options, settings: Settings, run: Asked | None = None) -> int:
    """Do the work. Where it is known what is asked, remember what is found."""
    from juslint import engine  # noqa: PLC0415
    from juslint.config import Config  # noqa: PLC0415

    # a name that does not exist shows before any work
    select, ignore = _names(options.select), _names(options.ignore)
    engine.selected(Config(select=select or None, ignore=ignore, style=options.style))
    ledger = options.baseline or settings.for_path(files.STDIN).baseline
    loaded, given = _gathered(options, settings)
    _inputs.complain(loaded.unreadable)
    changed = None
    if options.since is not None:
        from juslint.changed import Changed  # noqa: PLC0415 - only where it is asked for

        changed = Changed([context.document.path for context in loaded.contexts], options.since)
    check = _Check(settings, options.severity, None if options.write_baseline else ledger, changed)
    if options.write_baseline:
        return _write_baseline(options.write_baseline, check(loaded.contexts), failed=bool(loaded.unreadable))
    if not options.fix and not options.diff:
        if options.unsafe_fixes:
            click.echo("juslint: --unsafe-fixes does nothing without --fix or --diff", err=True)
        found = check.all(loaded.contexts)
        if run is not None and loaded.identity is not None:
            texts = _Texts.of(loaded.contexts, found)
            _remembered.remember(run, loaded.identity, texts.documents, texts.references, found)
        texts = _Texts.of(loaded.contexts, check.chosen(found, loaded.contexts))
        return _report(options, texts, loaded.unreadable)
    from juslint import fixes  # noqa: PLC0415

    mended = fixes.mend(loaded.contexts, check, unsafe=options.unsafe_fixes, given=given)
    if options.diff:
        return _show(options, mended, failed=bool(loaded.unreadable))
    contexts = _write(mended, loaded.contexts, given)
    return _report(options, _Texts.of(contexts, check(contexts)), loaded.unreadable, mended, to_stderr=bool(given))


def _report(
    options: _Options,
    texts: _Texts,
    unreadable: tuple[Unreadable, ...] = (),
    mended: Mended | None = None,
    *,
    to_stderr: bool = False,
) -> int:
    """Print what is found in the texts as they are now, and say how the command ends."""
    findings = texts.findings
    refused = mended.refused if mended else {}
    color = options.output_file is None and _colors(options.color, sys.stderr if to_stderr else sys.stdout)
    run = reporting.Run(
        documents=texts.documents,
        findings=tuple(findings),
        unreadable=unreadable,
        references=texts.references,
        fixed=sum(change.fixed for change in mended.changes.values()) if mended else 0,
        color=color,
        width=shutil.get_terminal_size((100, 24)).columns if options.output_file is None else 100,
        quiet=options.quiet,
        contexts=texts.contexts,
    )
    if options.statistics:
        from juslint.reporting import _statistics  # noqa: PLC0415

        text = _statistics.report(run, as_json=options.output_format == "json")
    else:
        text = _formats.module(reporting, options.output_format).report(run)
    _inputs.emit(text, options.output_file, err=to_stderr)
    _inputs.complain(refused.items())
    if unreadable or refused:
        return FAILED
    least = SEVERITIES.index(options.severity or _DEFAULT_SEVERITY)
    return int(not options.exit_zero and any(SEVERITIES.index(finding.severity) <= least for finding in findings))


def _show(options: _Options, mended: Mended, *, failed: bool) -> int:
    """Print the changes as a diff; status 1 where there are some, as ruff has it."""
    from juslint import fixes  # noqa: PLC0415

    text = "".join(fixes.diff(path, change) for path, change in mended.changes.items())
    on_terminal = options.output_file is None and sys.stdout.isatty()
    _inputs.emit(inert(text) if on_terminal else text, options.output_file)
    _inputs.complain(mended.refused.items())
    if not options.quiet:
        fixed = sum(change.fixed for change in mended.changes.values())
        click.echo(f"Would mend {counted(fixed, 'finding')} in {counted(len(mended.changes), 'file')}.", err=True)
    if failed or mended.refused:
        return FAILED
    return int(bool(mended.changes) and not options.exit_zero)


def _write(mended: Mended, before: Sequence[Context], given: Mapping[str, bytes]) -> list[Context]:
    """Write the changes. The texts as they are now: where a file could not be written, as it was."""
    from juslint import fixes  # noqa: PLC0415

    for path in given:
        sys.stdout.buffer.write(mended.changes[path].after if path in mended.changes else given[path])
    for path, change in list(mended.changes.items()):
        if path in given:
            continue
        try:
            fixes.write(path, change)
        except fixes.FixError as error:
            mended.refused[path] = str(error)
            del mended.changes[path]
    return [
        old if old.document.path in mended.refused else new for old, new in zip(before, mended.contexts, strict=True)
    ]


def _write_baseline(file: Path, findings: Sequence[Finding], *, failed: bool) -> int:
    from juslint import baseline  # noqa: PLC0415

    _inputs.emit(baseline.dump(findings, file), file)
    click.echo(f"Wrote {counted(len(findings), 'finding')} to {file}.", err=True)
    return FAILED if failed else 0


def _names(given: Sequence[str]) -> tuple[str, ...]:
    return tuple(name.strip() for names in given for name in names.split(",") if name.strip())


def _colors(wanted: str, stream: TextIO) -> bool:
    if wanted != "auto":
        return wanted == "always"
    if os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or (stream.isatty() and os.environ.get("TERM") != "dumb")
