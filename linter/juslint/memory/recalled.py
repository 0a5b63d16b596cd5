"""Documents that are not in memory until something asks for more than their path: most of a large project's."""

from __future__ import annotations

import errno
import hashlib
from collections import OrderedDict
from dataclasses import fields
from functools import cached_property, partial
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from juslint.document import Document
from juslint.memory import record as records
from juslint.reading import ReadError, content, read

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from types import ModuleType

    from juslint.finding import Finding
    from juslint.memory.record import Findings, Record
    from juslint.reference import Reference
    from juslint.rules import Context

_CHARACTERS = 16_000_000  # of texts that are kept at hand: a small project's all


class TextChangedError(OSError):
    """A file that is not what it was when the run began; nothing that is known of it holds."""

    def __init__(self, path: str) -> None:
        super().__init__(errno.ESTALE, "changed while it was being checked: run juslint again", path)


class Recalled(Document):
    """A document of which the record is at hand. `data` is its content where that is not to be read from the path.

    It may hold another document instead, `read`, with what packs that: a text that was read just now is packed when it
    makes room for others.
    """

    digest: bytes
    _data: bytes | None
    _pack: Callable[[], Record]
    _read: Document | None

    def __init__(
        self,
        path: str,
        record: Record | Callable[[], Record],
        digest: bytes,
        *,
        has_comments: bool | None = None,
        data: bytes | None = None,
    ) -> None:
        # past the frozen class, and past the property that this class has for each field but the path
        self.__dict__.update(path=path, digest=digest, _data=data, _read=None)
        self.__dict__["_pack" if callable(record) else "record"] = record
        if has_comments is not None:
            self.__dict__["has_comments"] = has_comments

    @cached_property
    def record(self) -> Record:
        """What is known of the text, packed."""
        pack: Callable[[], Record] = self.__dict__.pop("_pack")  # it holds all that it packs
        return pack()

    def let_go(self) -> None:
        """Hold no document any longer, but its record."""
        _ = self.record
        self.__dict__["_read"] = None

    @cached_property
    def findings(self) -> Findings:
        """What is known to be found in it, by rule."""
        return records.findings(self.record, self.path)

    def value(self, name: str) -> Any:
        """The value of a field. TextChangedError where the file has changed."""
        known = _at_hand.get(self)
        if self._read is not None:
            return getattr(self._read, name)
        known = known or _at_hand.put(self, records.text(self.record, self._content()))
        if name not in known:
            known.update(records.structure(self.record) or records.fields_of(read(self.path, self._content())))
        return known[name]

    def _content(self) -> bytes:
        try:
            data = content(self.path) if self._data is None else self._data
        except ReadError:
            raise TextChangedError(self.path) from None
        if digest_of(data) != self.digest:
            raise TextChangedError(self.path)
        return data


def _asked(name: str) -> property:
    return property(lambda self: self.value(name))


for _field in fields(Document):
    if _field.name != "path":
        setattr(Recalled, _field.name, _asked(_field.name))


class _AtHand:
    """The fields of the documents that were asked for last, up to so many characters of text."""

    def __init__(self, characters: int) -> None:
        self._room = characters
        self._kept: OrderedDict[int, tuple[Recalled, dict[str, Any]]] = OrderedDict()

    def get(self, recalled: Recalled) -> dict[str, Any] | None:
        found = self._kept.get(id(recalled))
        if found is None:
            return None
        self._kept.move_to_end(id(recalled))
        return found[1]

    def put(self, recalled: Recalled, values: dict[str, Any]) -> dict[str, Any]:
        self._kept[id(recalled)] = recalled, values
        self._room -= len(values["source"])
        while self._room < 0 and len(self._kept) > 1:
            _, (one, old) = self._kept.popitem(last=False)
            self._room += len(old["source"])
            one.let_go()
        return values


_at_hand = _AtHand(_CHARACTERS)


def made(
    document: Document, data: bytes, references: Sequence[Reference], findings: Findings, *, given: bool
) -> Recalled:
    """A document that was read just now of `data`, with its fields and findings at hand.

    `given`: the content is not to be read from the path again.
    """
    found = Recalled(
        document.path,
        partial(records.pack, document, data, references, findings),
        digest_of(data),
        has_comments=document.has_comments,
        data=data if given else None,
    )
    found.__dict__.update(findings=findings, _read=document)
    _at_hand.put(found, {"source": document.source, "text": document.text, "offsets": document.offsets})
    return found


def digest_of(data: bytes) -> bytes:
    """What tells one content from all others."""
    return hashlib.sha256(data).digest()


def text_key(identity: bytes, path: str, digest: bytes) -> bytes:
    """The name of what is known of a content; `identity` is what decides that besides the text.

    The ending of the file names the format, which says what the content means.
    """
    suffix = PurePath(path).suffix.lower().encode("utf-8", "surrogatepass")
    return digest_of(b"\0".join((identity, suffix, digest)))


def rule_key(module: ModuleType, style: str | None) -> str:
    """The name that a rule's findings in one text go by: with the style where it looks at that."""
    name: str = module.RULE.name
    return f"{name}@{style}" if style and hasattr(module, "check_style") else name


def own(module: ModuleType, context: Context, style: str | None) -> Iterable[Finding]:
    """What one rule finds in one text by itself: known, or found now."""
    from juslint.engine import of_document  # noqa: PLC0415 - the engine is not needed to recall a text

    if isinstance(context.document, Recalled):
        known = context.document.findings.get(rule_key(module, style))
        if known is not None:
            return known
    return of_document(module, context, style)
