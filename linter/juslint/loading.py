"""Files to documents with their references, many at a time: remembered, or read and scanned, here or in workers."""

from __future__ import annotations

import os
from contextlib import suppress
from functools import cache
from typing import TYPE_CHECKING, NamedTuple, cast

from juslint import rules
from juslint.memory import recalled, record
from juslint.memory.recalled import Recalled
from juslint.reading import ReadError, content, read
from juslint.rules import Context

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from concurrent.futures import Executor

    from juslint.knowledge import Knowledge
    from juslint.memory.record import Known, Record
    from juslint.memory.store import Store

    Input = tuple[str, bytes | None]

_FILES_PER_WORKER = 8  # fewer than this do not earn the start of another interpreter
COLLECTING = (100_000, 50, 50)  # of the collector: references pile up, hardly any is garbage; a tenth of the time
_AT_A_TIME = 256  # files: bounds what waits, and what an interrupted run has done in vain


class Unreadable(NamedTuple):
    """A file that could not be read, and why in one line."""

    path: str
    message: str


class Loaded(NamedTuple):
    """What became of the files of a run, both in the order of the files."""

    contexts: tuple[Context, ...]
    unreadable: tuple[Unreadable, ...]
    identity: bytes | None = None  # of the memory, where that was used

    def in_order(self) -> Loaded:
        """The same in order of path, however the files were named."""
        by_path = sorted(self.contexts, key=lambda context: context.document.path)
        return self._replace(contexts=tuple(by_path), unreadable=tuple(sorted(self.unreadable)))


class Wanted(NamedTuple):
    """The rules whose findings in the text by itself are wanted with it, and the style that they are asked with."""

    rules: frozenset[str] = frozenset()
    style: str | None = None


class Memory(NamedTuple):
    """Where to look for what is known already; `identity` is what decides the findings besides the texts."""

    store: Store
    identity: bytes

    def key(self, path: str, digest: bytes) -> bytes:
        """The name of what is known of a content."""
        return recalled.text_key(self.identity, path, digest)


class _Task(NamedTuple):
    path: str
    data: bytes | None
    wanted: Wanted


class _Made(NamedTuple):
    """What was made of a content with this digest by a worker, which sends it packed."""

    record: Record
    digest: bytes


def load(  # noqa: PLR0913
    files: Sequence[Input],
    knowledge: Knowledge,
    *,
    jobs: int = 1,
    watch: Callable[[Iterable[Context | Unreadable], int], Iterable[Context | Unreadable]] | None = None,
    wanted: Callable[[str], Wanted] = lambda _: Wanted(),
    memory: Memory | None = None,
) -> Loaded:
    """Read and scan files: paths, with the content where that is not to be read from the path (standard input).

    A file that cannot be read becomes an `Unreadable`, and the others go on. The result does not depend on `jobs`, nor
    on what is remembered. `watch` passes the results on as they come, with their number, to show progress. `wanted`
    says what is to be found in each file at once; the documents recall it (`recalled.own`).
    """
    results = _all(files, knowledge, jobs, wanted, memory)
    watched = list(watch(results, len(files)) if watch else results)
    return Loaded(
        tuple(one for one in watched if isinstance(one, Context)),
        tuple(one for one in watched if isinstance(one, Unreadable)),
        memory.identity if memory else None,
    )


def _all(
    files: Sequence[Input],
    knowledge: Knowledge,
    jobs: int,
    wanted: Callable[[str], Wanted],
    memory: Memory | None,
) -> Iterator[Context | Unreadable]:
    pool: Executor | None = None
    try:
        for start in range(0, len(files), _AT_A_TIME):
            tasks = [_Task(path, _given(path, data), wanted(path)) for path, data in files[start : start + _AT_A_TIME]]
            known = [_recalled(task, knowledge, memory) for task in tasks]
            missing = [task for task, one in zip(tasks, known, strict=True) if one is None]
            workers = min(jobs, len(missing) // _FILES_PER_WORKER)
            if workers > 1 and pool is None:
                pool = _workers(jobs, knowledge)
            made = _in(pool, missing) if pool and workers > 1 else (_make(task, knowledge) for task in missing)
            fresh: list[tuple[_Task, Recalled]] = []
            for task, one in zip(tasks, known, strict=True):
                if one is not None:
                    yield one
                    continue
                result = next(made)
                if isinstance(result, _Made):
                    result = _context(task, result, record.known(result.record), knowledge)
                if isinstance(result, Context) and isinstance(result.document, Recalled):
                    fresh.append((task, result.document))
                yield result
            _remember(fresh, memory)
    finally:
        if pool is not None:
            pool.shutdown(wait=False, cancel_futures=True)


def _given(path: str, data: bytes | None) -> bytes | None:
    """The content, where it is at hand or can be had but once: that of a pipe."""
    if data is None and os.path.exists(path) and not os.path.isfile(path):  # noqa: PTH110, PTH113 - thousands of files
        with suppress(ReadError):
            return content(path)
    return data


def _recalled(task: _Task, knowledge: Knowledge, memory: Memory | None) -> Context | Unreadable | None:
    """What is remembered of a file; None where it must be read. What comes without a path is not remembered."""
    if memory is None or task.data is not None:
        return None
    try:
        digest = recalled.digest_of(content(task.path))
    except ReadError as error:
        return Unreadable(task.path, str(error))
    found = memory.store.get(memory.key(task.path, digest))
    try:
        known = record.known(found) if found else None
    except ValueError:
        return None
    if found is None or known is None or not _keys(task.wanted) <= frozenset(known.rules):
        return None
    return _context(task, _Made(found, digest), known, knowledge)


@cache
def _keys(wanted: Wanted) -> frozenset[str]:
    """The names under which the wanted findings are remembered."""
    return frozenset(
        recalled.rule_key(module, wanted.style) for name, module in rules.modules().items() if name in wanted.rules
    )


def _remember(fresh: Iterable[tuple[_Task, Recalled]], memory: Memory | None) -> None:
    if memory is not None:
        memory.store.put((memory.key(task.path, one.digest), one.record) for task, one in fresh if task.data is None)


def _make(task: _Task, knowledge: Knowledge) -> Context | Unreadable:
    """Read and scan one file, and find in it what is wanted."""
    from juslint.engine import analyse, of_document_by_all  # noqa: PLC0415 - a run that remembers all needs no scanner

    try:
        data = content(task.path) if task.data is None else task.data
        context = analyse(read(task.path, data), knowledge)
        style = task.wanted.style
        modules = {name: module for name, module in rules.modules().items() if name in task.wanted.rules}
        by_name = of_document_by_all(modules, context, style)
        found = {recalled.rule_key(module, style): by_name[name] for name, module in modules.items()}
    except ReadError as error:
        return Unreadable(task.path, str(error))
    except Exception as error:
        error.add_note(f"while reading {task.path!r}")
        raise
    document = recalled.made(context.document, data, context.references, found, given=task.data is not None)
    return Context(document, context.references, knowledge)


def _context(task: _Task, made: _Made, known: Known, knowledge: Knowledge) -> Context:
    document = Recalled(task.path, made.record, made.digest, has_comments=known.has_comments, data=task.data)
    return Context(document, known.references, knowledge)


def _workers(jobs: int, knowledge: Knowledge) -> Executor:
    import multiprocessing  # noqa: PLC0415 - late: most runs are of a few files
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415

    return ProcessPoolExecutor(
        jobs, multiprocessing.get_context("spawn"), initializer=_start_worker, initargs=(knowledge,)
    )


def _in(pool: Executor, tasks: Sequence[_Task]) -> Iterator[_Made | Unreadable]:
    return pool.map(_work, tasks, chunksize=4)


_worker_knowledge: list[Knowledge] = []


def _start_worker(knowledge: Knowledge) -> None:
    import gc  # noqa: PLC0415
    import signal  # noqa: PLC0415

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent answers the user, and ends the workers
    gc.set_threshold(*COLLECTING)
    _worker_knowledge.append(knowledge)


def _work(task: _Task) -> _Made | Unreadable:
    made = _make(task, _worker_knowledge[0])
    if isinstance(made, Unreadable):
        return made
    document = cast("Recalled", made.document)
    return _Made(document.record, document.digest)
