"""From documents to findings: the references of each, the rules over all of them, and what is switched off."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from juslint import rules, styles, suppress
from juslint.config import ConfigError, did_you_mean
from juslint.rules import Context

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
    from concurrent.futures import ProcessPoolExecutor
    from types import ModuleType

    from juslint.config import Config, Settings
    from juslint.document import Document, Span
    from juslint.finding import Finding
    from juslint.knowledge import Knowledge
    from juslint.reference import Reference

    OfDocument = Callable[[ModuleType, Context, str | None], Iterable[Finding]]

ALL = "ALL"
_FILES_PER_WORKER = 8  # fewer than this do not earn the start of another interpreter


class Unreadable(NamedTuple):
    """A file that could not be read, and why in one line."""

    path: str
    message: str


class Loaded(NamedTuple):
    """What became of the files of a run, both in the order of the files."""

    contexts: tuple[Context, ...]
    unreadable: tuple[Unreadable, ...]


def analyse(document: Document, knowledge: Knowledge) -> Context:
    """The document with all its references."""
    from juslint.scan import scan  # noqa: PLC0415 - pulls in the grammars

    return Context(document, scan(document, knowledge), knowledge)


def load(
    files: Sequence[tuple[str, bytes | None]],
    knowledge: Knowledge,
    *,
    jobs: int = 1,
    watch: Callable[[Iterable[Context | Unreadable], int], Iterable[Context | Unreadable]] | None = None,
) -> Loaded:
    """Read and scan files: paths, with the content where that is not to be read from the path (standard input).

    A file that cannot be read becomes an `Unreadable`, and the others go on. The result does not depend on `jobs`.
    `watch` passes the results on as they come, with their number, to show progress.
    """
    workers = min(jobs, len(files) // _FILES_PER_WORKER)
    results = _in_workers(files, knowledge, workers) if workers > 1 else _here(files, knowledge)
    watched = list(watch(results, len(files)) if watch else results)
    return Loaded(
        tuple(one for one in watched if isinstance(one, Context)),
        tuple(one for one in watched if isinstance(one, Unreadable)),
    )


def of_document(module: ModuleType, context: Context, style: str | None) -> Iterator[Finding]:
    """What one rule finds in one document by itself, whatever the other documents say."""
    if hasattr(module, "check"):
        for reference in context.references:
            yield from module.check(reference, context)
    if hasattr(module, "check_document"):
        yield from module.check_document(context)
    if style and hasattr(module, "check_style"):
        yield from module.check_style(context, style)


def check(
    contexts: Sequence[Context],
    settings: Settings,
    own: OfDocument = of_document,
) -> list[Finding]:
    """Every finding of the selected rules, sorted by path, place and rule, without what is suppressed in the texts.

    `own` answers what one rule finds in one document by itself; an editor remembers that from run to run.
    ConfigError where the settings name a rule that does not exist.
    """
    modules = rules.modules()
    ran = {context.document.path: _running(context.document.path, settings) for context in contexts}
    by_path: dict[str, list[Finding]] = defaultdict(list)
    for name, module in modules.items():
        for finding in _of_rule(module, contexts, {path for path in ran if name in ran[path]}, settings, own):
            config = settings.for_path(finding.path)
            by_path[finding.path].append(replace(finding, severity=config.severity.get(name, finding.severity)))
    kept: list[Finding] = []
    for context in contexts:
        path = context.document.path
        said = _without_echoes(by_path[path], modules)
        found, unused = suppress.apply(context.document, said, ran[path], modules.keys())
        kept += found
        for name, module in modules.items():
            if unused and name in ran[path] and hasattr(module, "check_suppressions"):
                severity = settings.for_path(path).severity
                kept += (
                    replace(finding, severity=severity.get(name, finding.severity))
                    for finding in module.check_suppressions(context, unused)
                )
    return sorted(dict.fromkeys(kept), key=_place)


def _without_echoes(findings: Sequence[Finding], modules: Mapping[str, ModuleType]) -> list[Finding]:
    """The findings less those whose rule yields to another one that speaks of the same place."""
    spoken: dict[str, list[Span]] = defaultdict(list)
    for finding in findings:
        spoken[finding.rule].append(finding.span)
    return [
        finding
        for finding in findings
        if not any(
            finding.span.overlaps(span)
            for rule in modules[finding.rule].RULE.yields_to
            for span in spoken.get(rule, ())
        )
    ]


def selected(config: Config) -> frozenset[str]:
    """The names of the rules that run under these settings. ConfigError where they name one that does not exist."""
    modules = rules.modules()
    named = (*(config.select or ()), *config.ignore, *config.severity)
    for name in (*named, *(rule for _, ignored in config.per_file_ignores for rule in ignored)):
        if name not in modules and name != ALL:
            raise ConfigError(f"{config.name}: there is no rule {name!r}{did_you_mean(name, modules)}")
    if config.style is not None:
        known = {*styles.modules(), *(module.RULE.style for module in modules.values())} - {None, rules.ANY_STYLE}
        if config.style not in known:
            raise ConfigError(f"{config.name}: there is no style {config.style!r}{did_you_mean(config.style, known)}")
    chosen = set(config.select or (ALL,))
    if ALL in chosen:
        switched = {None} if config.style is None else {None, config.style, rules.ANY_STYLE}
        chosen |= {name for name, module in modules.items() if module.RULE.style in switched}
    ignored = set(modules) if ALL in config.ignore else set(config.ignore)
    return frozenset(chosen - ignored - {ALL})


def _running(path: str, settings: Settings) -> frozenset[str]:
    config = settings.for_path(path)
    return selected(config) - config.ignored_in(path)


def _of_rule(
    module: ModuleType,
    contexts: Sequence[Context],
    paths: Collection[str],
    settings: Settings,
    own: OfDocument,
) -> Iterator[Finding]:
    """What one rule finds in the files at `paths`; agreement is judged over all of them."""
    for context in contexts:
        path = context.document.path
        if path in paths:
            yield from own(module, context, settings.for_path(path).style)
    if paths and hasattr(module, "check_workspace"):
        yield from (finding for finding in module.check_workspace(contexts) if finding.path in paths)


def _place(finding: Finding) -> tuple[str, int, int, str, str]:
    return (finding.path, finding.span.start, finding.span.end, finding.rule, finding.message)


def _here(files: Iterable[tuple[str, bytes | None]], knowledge: Knowledge) -> Iterator[Context | Unreadable]:
    from juslint.reading import ReadError, read  # noqa: PLC0415 - pulls in the readers

    for path, data in files:
        try:
            yield analyse(read(path, data), knowledge)
        except ReadError as error:
            yield Unreadable(path, str(error))
        except Exception as error:
            error.add_note(f"while reading {path!r}")
            raise


def _in_workers(
    files: Sequence[tuple[str, bytes | None]], knowledge: Knowledge, workers: int
) -> Iterator[Context | Unreadable]:
    import multiprocessing  # noqa: PLC0415 - late: most runs are of a few files
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415

    pool = ProcessPoolExecutor(
        workers, multiprocessing.get_context("spawn"), initializer=_start_worker, initargs=(knowledge,)
    )
    try:
        for result in _results(pool, files):
            yield result if isinstance(result, Unreadable) else Context(*result, knowledge)
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _results(
    pool: ProcessPoolExecutor, files: Sequence[tuple[str, bytes | None]]
) -> Iterator[tuple[Document, tuple[Reference, ...]] | Unreadable]:
    return pool.map(_work, files, chunksize=4)


_worker_knowledge: list[Knowledge] = []


def _start_worker(knowledge: Knowledge) -> None:
    import signal  # noqa: PLC0415

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent answers the user, and ends the workers
    _worker_knowledge.append(knowledge)


def _work(file: tuple[str, bytes | None]) -> tuple[Document, tuple[Reference, ...]] | Unreadable:
    result = next(_here([file], _worker_knowledge[0]))
    return result if isinstance(result, Unreadable) else (result.document, result.references)
