"""What whole runs of `check` found: the same texts under the same settings are not even looked at again.

A run is remembered as a record of its own in the file of the texts, under a key that is made of all that decides its
outcome. It holds how many references each text has, and the findings, before a severity or a baseline thins them out.
Nothing that finds or checks references is imported to recall it.
"""

from __future__ import annotations

import hashlib
import json
import os
import zlib
from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from juslint import reading
from juslint.memory import identity
from juslint.memory.recalled import Recalled, TextChangedError, digest_of, text_key
from juslint.memory.record import Record

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from juslint.config import Settings
    from juslint.document import Document
    from juslint.finding import Finding
    from juslint.memory.store import Store


_NOTHING = zlib.compress(b"")  # a part of a record is always compressed


class Asked(NamedTuple):
    """What a run is asked: the digests of its texts by path, and the digest of that and of all else that decides."""

    digests: dict[str, bytes]
    key: bytes


class Found(NamedTuple):
    """What a run found, in order of path; `references` counts them."""

    documents: Mapping[str, Document]
    references: dict[str, int]
    findings: tuple[Finding, ...]


def asked(paths: Sequence[str], settings: Settings, bases: Sequence[Path]) -> Asked | None:
    """What a run over the files would be asked. `bases` are the user's own knowledge bases.

    None where that cannot be said beforehand: a file cannot be read, a knowledge base was changed just now.
    ConfigError where settings cannot be used.
    """
    knowledge = identity.of_files(bases)
    if knowledge is None:
        return None
    digest = hashlib.sha256(knowledge + os.fsencode(os.getcwd()))  # noqa: PTH109 - bytes are wanted
    told: dict[int, bytes] = {}
    digests = {}
    for path in sorted(paths):
        config = settings.for_path(path)
        if id(config) not in told:  # the settings keep one for each folder
            told[id(config)] = _bytes_digest(repr(config))
        if not os.path.isfile(path):  # noqa: PTH113 - the content of a pipe can be had but once
            return None
        try:
            digests[path] = digest_of(reading.content(path))
        except reading.ReadError:
            return None
        digest.update(_bytes_digest(path) + digests[path] + told[id(config)])
    return Asked(digests, digest.digest())


def recall(store: Store, run: Asked) -> Found | None:
    """What was found when the same was asked before; None where nobody knows."""
    record = store.get(run.key)
    if record is None:
        return None
    try:
        name, *counts = json.loads(zlib.decompress(record.references))
        findings = () if record.findings == _NOTHING else _findings(record.findings)
        references = {path: int(count) for path, count in zip(run.digests, counts, strict=True)}
        documents = _Documents(store, bytes.fromhex(name), run.digests)
        spoken_of = {finding.path for finding in findings}
        spoken_of |= {related.path for finding in findings for related in finding.related}
        documents.look_up(spoken_of)
    except (zlib.error, ValueError, TypeError, KeyError):
        return None
    return Found(documents, references, findings)


def remember(  # noqa: PLR0913, PLR0917
    store: Store,
    run: Asked,
    name: bytes,
    documents: Mapping[str, Document],
    references: Mapping[str, int],
    findings: Sequence[Finding],
) -> None:
    """Keep what a run found, where the texts were those that it was asked about. `name` is that of `text_key`."""
    same = {
        path: document.digest for path, document in documents.items() if isinstance(document, Recalled)
    } == run.digests
    if not same:
        return
    counts = json.dumps([name.hex(), *(references[path] for path in run.digests)])
    written = _NOTHING
    if findings:
        from juslint.memory import record  # noqa: PLC0415 - most runs find nothing

        written = record.packed_findings(findings)
    store.put([(run.key, Record(zlib.compress(counts.encode()), _NOTHING, _NOTHING, written))])


def _bytes_digest(text: str) -> bytes:
    return digest_of(text.encode("utf-8", "surrogatepass"))


def _findings(packed: bytes) -> tuple[Finding, ...]:
    from juslint.memory import record  # noqa: PLC0415 - most runs find nothing

    return record.unpacked_findings(packed)


class _Documents(Mapping[str, "Document"]):
    """The documents of a run, made when they are asked for: of their records, or read anew."""

    def __init__(self, store: Store, name: bytes, digests: Mapping[str, bytes]) -> None:
        self._store, self._name, self._digests = store, name, digests
        self._made: dict[str, Document] = {}

    def look_up(self, paths: set[str]) -> None:
        """Make the documents of so many paths while the store is open."""
        for path in paths:
            digest = self._digests[path]
            record = self._store.get(text_key(self._name, path, digest))
            if record is not None:
                self._made[path] = Recalled(path, record, digest)

    def __getitem__(self, path: str) -> Document:
        if path not in self._made:
            data = reading.content(path)
            if digest_of(data) != self._digests[path]:
                raise TextChangedError(path)
            self._made[path] = reading.read(path, data)
        return self._made[path]

    def __iter__(self) -> Iterator[str]:
        return iter(self._digests)

    def __len__(self) -> int:
        return len(self._digests)
