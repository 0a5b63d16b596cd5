"""Joint symbols whose halves are not joined by a hyphen."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from juslint.rules import Rule, _flaws

if TYPE_CHECKING:
    from collections.abc import Iterator

    from juslint.finding import Finding
    from juslint.reference import Reference
    from juslint.rules import Context

RULE = Rule(
    name="joint-separator",
    severity="error",
    summary="A joint symbol whose two halves are not joined by a hyphen without spaces.",
    why=(
        "A document of two organs has one symbol with two halves. A slash, a long dash or a space between them makes "
        "it look like one longer symbol, or like two documents."
    ),
    source="Joint documents: `A/75/856-S/2021/364` in running text, with an en dash on the masthead.",
    wrong=(
        "See A/74/676 - S/2020/90, annex.\n",
        "See A/74/676\u2014S/2020/90, annex.\n",
        "See A/74/676/S/2020/90, annex.\n",
    ),
    right=(
        "See A/74/676-S/2020/90, annex.\n",
        "See A/74/676\u2013S/2020/90, annex.\n",
        "See A/74/676 and S/2020/90, annex.\n",
    ),
)
_KINDS = {"joint-separator": _flaws.Kind("error", "the halves of a joint symbol are joined by a hyphen without spaces")}
_HALVES = re.compile(r"-(?=[ASE]/)")


def check(reference: Reference, context: Context) -> Iterator[Finding]:
    """The separator of a joint symbol, where it is none.

    Two documents of one organ with a dash between them (`A/70/1 - A/70/5`) are a range, and a dash at the start of a
    line may be the mark of a list: both are left alone.
    """
    heads = {half[:1] for half in _HALVES.split(reference.id or "")}
    listed = any(
        flaw.kind in _KINDS and "\n" in context.document.text[flaw.span.start : flaw.span.end]
        for flaw in reference.flaws
    )
    if len(heads) > 1 and not listed:
        yield from _flaws.findings(RULE, reference, context, _KINDS)
