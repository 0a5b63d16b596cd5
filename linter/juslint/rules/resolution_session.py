"""Resolutions whose number cannot be of the session that stands with it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from juslint.dates import Date, today
from juslint.document import Span
from juslint.finding import Edit, Finding, Fix
from juslint.knowledge.sessions import LAST_RUNNING, arabic, roman
from juslint.rules import Rule, _bodies
from juslint.rules._adoption_dates import date_beside
from juslint.rules._core import core, heads_text
from juslint.rules._running import may_be_economic
from juslint.rules._sittings import sitting
from juslint.structure.issuing import issuing_body

if TYPE_CHECKING:
    from collections.abc import Iterator

    from juslint.knowledge import Knowledge
    from juslint.reference import Reference
    from juslint.rules import Context

RULE = Rule(
    name="resolution-session",
    severity="error",
    summary="A resolution whose number cannot be of the session that stands with it.",
    why=(
        "To 1975 the resolutions of the General Assembly run on from 1 to 3541, so that the number decides the "
        "session. Since 1976 each session begins anew. A number with another session than its own names no text, "
        "or another one."
    ),
    source=(
        "research.un.org/en/docs/ga/resolutions (3541 is the last of the thirtieth session); numbers attested for each "
        "session in United Nations texts; a session of the General Assembly opens each September, in 1945 + N."
    ),
    wrong=(
        "Recalling General Assembly resolution 1514 (XVI) of 14 December 1960.\n",
        "See paragraph 1 of General Assembly resolution 2321 (XXIII).\n",
        "Recalling General Assembly resolution 3600 (XXX).\n",
        "Recalling General Assembly resolution 160/251.\n",
    ),
    right=(
        "Recalling General Assembly resolutions 1514 (XV) of 14 December 1960 and 2625 (XXV) of 24 October 1970.\n",
        "Recalling General Assembly resolutions 3201 (S-VI) and 3202 (S-VI) of 1 May 1974.\n",
        "Recalling Economic and Social Council resolution 1503 (XLVIII) of 27 May 1970.\n",
        "Recalling its resolution 456 (XIV).\n",
        "Recalling General Assembly resolution 60/251 and Council of Europe resolution 99/12.\n",
    ),
)
_ROMAN = re.compile(r"A/RES/([0-9]+)(?: [A-Z])? \(((?:E?S-)?[IVXLC]+)\)")
_SESSION = re.compile(r"(?:E?S-)?[IVXLC]+")
_SLASHED = re.compile(r"A/(?:RES|DEC)/([0-9]{2,3})/[0-9]+(?: [A-Z])?")
_LAST_ECONOMIC = 2200  # the running numbers of that Council ended below


class _Fault(NamedTuple):
    message: str
    proper: str | None = None  # the session in Roman numerals, where it is sure


def check(reference: Reference, context: Context) -> Iterator[Finding]:
    """A number of the General Assembly that its session cannot have; a guessed body must not be another one."""
    name = reference.id or ""
    if reference.family != "un-resolution" or any(flaw.kind == "arabic-session" for flaw in reference.flaws):
        return
    fault = None
    if found := _ROMAN.fullmatch(name):
        printed = (reference.text_of("session") or "").strip("()")  # the id has the session that is meant
        fault = _of_roman(int(found[1]), printed if _SESSION.fullmatch(printed) else found[2], reference, context)
    elif (found := _SLASHED.fullmatch(name)) and _bodies.is_named(reference, context):
        fault = _coming(int(found[1]), reference)
    session = reference.parts.get("session")
    if fault is None or session is None or not _is_last(reference, context):
        return
    span, fix = core(context.document, reference), None
    if fault.proper is not None:
        written = context.document.text[session.span.start : session.span.end]
        proper = f"({fault.proper})" if written.startswith("(") else fault.proper
        fix = Fix(f"write {proper}", safe=False, edits=(Edit(session.span, proper),))
    yield Finding(
        rule=RULE.name,
        severity=RULE.severity,
        path=context.document.path,
        span=Span(span.start, max(span.end, session.span.end)),
        message=fault.message,
        fix=fix,
        reference_id=name,
    )


def _is_last(reference: Reference, context: Context) -> bool:
    """Of the letters of one number (`1991 A and B (XVIII)`) only the last one speaks."""
    return context.once(_last_by_session)[reference.parts["session"].span] == reference.span


def _last_by_session(context: Context) -> dict[Span, Span]:
    """Where the last reference stands to which a session belongs, by where the session stands."""
    return {one.parts["session"].span: one.span for one in context.references if "session" in one.parts}


def _of_roman(number: int, session: str, reference: Reference, context: Context) -> _Fault | None:
    knowledge = context.knowledge
    if not _is_assembly(number, session, reference, context):
        return None
    if number > LAST_RUNNING:
        return _Fault(
            f"there is no General Assembly resolution {number} ({session}): the running numbers ended with "
            f"{LAST_RUNNING} (XXX) in 1975"
        )
    try:
        written = arabic(session)
    except ValueError:
        return None
    sure = knowledge.assembly_session_named(number)
    bounds = knowledge.assembly_session_of(number)
    if session == sure or bounds is None or (sure is None and not written.isdigit()):
        return None
    if sure is not None:
        return _Fault(
            f"General Assembly resolution {number} is of {_session(sure)}, not of {_session(session)}: "
            f"{number} ({sure})",
            sure,
        )
    if bounds[0] <= int(written) <= bounds[1]:
        return None
    first, last = (roman(str(one)) for one in bounds)
    between = _session(first) if first == last else f"{_session(first)} or a later one, to {_session(last)}"
    return _Fault(f"General Assembly resolution {number} is of {between}, not of {_session(session)}")


def _is_assembly(number: int, session: str, reference: Reference, context: Context) -> bool:
    """Whether the number surely is the General Assembly's: named so, dated so, or no other body can have given it."""
    if _bodies.is_named(reference, context) or number > _LAST_ECONOMIC:
        return True
    beside = reference.parts.get("date") or date_beside(reference, context)
    date = beside.value if beside is not None and isinstance(beside.value, Date) else None
    entry = context.knowledge.resolve(f"A/RES/{number} ({context.knowledge.assembly_session_named(number)})").entry
    if date is not None and date.day and entry is not None and any(date.agrees(one) for one in entry.dates("adopted")):
        return True
    own = issuing_body(context.document) == "General Assembly"
    only = own or not may_be_economic(number, session)
    if only and date is not None and date.day and _is_of_sure_session(number, session, date, context.knowledge):
        return True
    before = context.document.text[max(0, reference.span.start - 12) : reference.parts["number"].span.start]
    if own and (re.search(r"\bits\s+(?:own\s+)?resolutions?\s+$", before) or heads_text(context.document, reference)):
        return True
    return _bodies.is_alone(reference, context) and not may_be_economic(number, session)


def _is_of_sure_session(number: int, session: str, date: Date, knowledge: Knowledge) -> bool:
    """Whether a date is of the session that the number surely has, and cannot be of the one that is written."""
    right, written = (
        sitting(f"A/RES/{number} ({one})", knowledge) for one in (knowledge.assembly_session_named(number), session)
    )
    return right is not None and written is not None and right.allows(date) and not written.allows(date)


def _session(name: str) -> str:
    """`session XV`, `special session S-VI`."""
    kind = "emergency special " if name.startswith("ES-") else "special " if name.startswith("S-") else ""
    return f"{kind}session {name}"


def _coming(session: int, reference: Reference) -> _Fault | None:
    """A session that has not been; symbols are another rule's matter."""
    if "/" in reference.text[:2]:
        return None
    opens = 1945 + session
    if opens <= today().year + 1:
        return None
    return _Fault(f"session {session} of the General Assembly opens in {opens}")
