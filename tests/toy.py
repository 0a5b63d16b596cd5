"""Rules, references and knowledge small enough to test the engine and the command line without the real ones.

References are `REF-n`. `toy-word` (warning, safe fix) reports `colour`, `toy-year` (error, unsafe fix) a reference that
another place of the run writes with another year, as in `REF-1 (1999)`, and `toy-note` (info) reports `nota`.
"""

from __future__ import annotations

import re
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from juslint.document import Document, Span
from juslint.finding import Edit, Finding, Fix, Related
from juslint.knowledge.entry import Resolution
from juslint.reference import Part, Reference
from juslint.rules import Rule, unused_suppression

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from juslint.rules import Context

_REFERENCE = re.compile(r"REF-(\d+)(?: \((\d{4})\))?")


class ToyKnowledge:
    """Knows REF-1 only."""

    opened_with: tuple[object, ...] = ()

    @classmethod
    def open(cls, extra: Sequence[object] = (), watch: object = None) -> ToyKnowledge:
        cls.opened_with = tuple(extra)
        return cls()

    def resolve(self, name: str) -> Resolution:
        return Resolution("found", SimpleNamespace(id="toy-entry")) if name == "REF-1" else Resolution("absent")  # type: ignore[arg-type]


def scan(document: Document, knowledge: object = None) -> tuple[Reference, ...]:
    found = []
    for match in _REFERENCE.finditer(document.text):
        parts = {"number": Part(int(match[1]), Span(*match.span(1)))}
        if match[2]:
            parts["year"] = Part(match[2], Span(*match.span(2)))
        found.append(Reference("toy", f"REF-{match[1]}", Span(*match.span()), match[0], parts))
    return tuple(found)


def scan_text(text: str) -> tuple[Reference, ...]:
    return scan(Document("", text, text))


def _rule(name: str, severity: Any, **more: Any) -> Rule:
    return Rule(name, severity, f"Summary of {name}.", "Why.", "Source.", ("wrong",), ("right",), **more)


def _words(context: Context, word: str) -> Iterator[Span]:
    return (Span(*found.span()) for found in re.finditer(rf"\b{word}\b", context.document.text))


def _check_word(context: Context) -> Iterator[Finding]:
    for span in _words(context, "colour"):
        fix = Fix("write it short", safe=True, edits=(Edit(span, "color"),))
        yield Finding("toy-word", "warning", context.document.path, span, "“colour” is long", fix=fix)


def _check_note(context: Context) -> Iterator[Finding]:
    for span in _words(context, "nota"):
        yield Finding("toy-note", "info", context.document.path, span, "a note")


def _check_style(context: Context) -> Iterator[Finding]:
    for span in _words(context, "whilst"):
        yield Finding("toy-style", "info", context.document.path, span, "a style")


def _check_years(contexts: Sequence[Context]) -> Iterator[Finding]:
    dated = [(context, one) for context in contexts for one in context.references if "year" in one.parts]
    for context, one in dated:
        others = [(c, o) for c, o in dated if o.id == one.id and o.text_of("year") != one.text_of("year")]
        if others:
            year = str(others[0][1].text_of("year"))
            yield Finding(
                "toy-year",
                "error",
                context.document.path,
                one.span,
                f"{one.id} is of {one.text_of('year')} here and of {year} elsewhere",
                related=tuple(Related(c.document.path, o.span, f"of {o.text_of('year')} here") for c, o in others),
                fix=Fix("take the other year", safe=False, edits=(Edit(one.parts["year"].span, year),))
                if one.text_of("year") < year  # type: ignore[operator]
                else None,
                reference_id=one.id,
            )


def modules() -> dict[str, Any]:
    """What `juslint.rules.modules` would give."""
    found = [
        SimpleNamespace(RULE=_rule("toy-note", "info"), check_document=_check_note),
        SimpleNamespace(RULE=_rule("toy-style", "info", style="house"), check_document=_check_style),
        SimpleNamespace(RULE=_rule("toy-word", "warning"), check_document=_check_word),
        SimpleNamespace(RULE=_rule("toy-year", "error"), check_workspace=_check_years),
        unused_suppression,
    ]
    return {module.RULE.name: module for module in found}
