"""Resolutions that are said to be of a body which does not number so."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from juslint.dates import Date
from juslint.families._numbering import form
from juslint.finding import Finding
from juslint.rules import Rule, _bodies
from juslint.rules._adoption_dates import date_beside
from juslint.rules._core import core
from juslint.rules._entries import joined
from juslint.rules._running import may_be_economic
from juslint.rules._sittings import sitting

if TYPE_CHECKING:
    from collections.abc import Iterator

    from juslint.reference import Reference
    from juslint.rules import Context

RULE = Rule(
    name="resolution-body",
    severity="error",
    summary="A resolution that is said to be of a body which does not number so.",
    why=(
        "The form of a number is the body's own: 1325 (2000) is the Security Council's, 60/1 the General Assembly's or "
        "the Human Rights Council's, 1996/31 the Economic and Social Council's. Where the body named does not number "
        "so, either the name or the number is of another text."
    ),
    source=(
        "United Nations Editorial Manual, system of identification of resolutions and decisions; the knowledge base "
        "for whose number it is."
    ),
    wrong=(
        "Recalling Security Council resolution 60/1.\n",
        "Recalling General Assembly resolution 1325 (2000).\n",
        "Recalling Human Rights Council resolution 71/248.\n",
        "Recalling Economic and Social Council resolution 60/251.\n",
        "Recalling Commission on Human Rights resolution 60/1.\n",
        "Recalling resolution 60/1 of the Security Council.\n",
    ),
    right=(
        "Recalling General Assembly resolution 60/1 and Security Council resolution 1325 (2000).\n",
        "Recalling General Assembly and Security Council resolutions 60/1 and 1325 (2000).\n",
        "Recalling Commission on Human Rights resolution 2005/80 and Human Rights Council resolution 16/18.\n",
        "Recalling General Assembly resolution 1514 (XV) and Security Council resolution 2334.\n",
        "Recalling Commission on the Status of Women resolution 60/2 and World Health Assembly resolution 60/1.\n",
        "Recalling that resolution 60/1 of the General Assembly was welcomed by the Security Council.\n",
    ),
)
_FIRST_SLASHED_SESSION = 31
_LAST_RIGHTS_SESSION = 66  # three regular sessions a year since 2006
_MANY = re.compile(r"\b(?:and|or|as well as)\b|[,;/]")
_NAMES = "|".join(body.name.replace(" ", r"\s+") for body in _bodies.BODIES.values())
_BEHIND = re.compile(
    rf"\s*,?\s*(?:of|adopted\s+by)\s+the\s+(?:United\s+Nations\s+)?({_NAMES})(?!\s+(?:and|or)\s+(?:the\s+)?(?:{_NAMES})\b)"
)
_NOT_THE_LAST = re.compile(r"(?:and|or|to|,)\s*$")
_JOINED = re.compile(
    r"\b(?:Assembly|Council|Commission)(?:[’']s)?\s*(?:,|/|,?\s*\b(?:and|or|as\s+well\s+as))\s*(?:the\s+)?$"
)
_OTHER_FULL = re.compile(r"\b(?:Peace and|African|European|Arab|Trusteeship|World)\b")


def check(reference: Reference, context: Context) -> Iterator[Finding]:
    """A number right behind the name of a body, or right before "of the …", in a form that this body does not use."""
    if reference.family != "un-resolution" or "number" not in reference.parts or reference.flaws:
        return
    said = _named(reference, context) or _named_behind(reference, context)
    if said is None:
        return
    shape = form(reference.parts)
    kind = str(reference.parts["kind"].value)
    if kind == "statement" or (said == "S" and kind == "decision"):
        return
    session = reference.text_of("session") or ""
    beyond = _not_held(said, session)
    if _is_anothers(said, reference, context) or _is_assemblys(said, shape, reference):
        beyond = None
    elif shape in _bodies.FORMS[said] and not beyond:
        return
    owners = _owners(reference, context)
    if said in owners:
        return
    number = _number(reference)
    name = _bodies.BODIES[said].name
    whose = (
        f"; {number} is {joined([f'{owners[one]} of the {_bodies.BODIES[one].name}' for one in owners])}"
        if owners
        else ""
    )
    how = beyond or f"the {name} has no {kind} numbered {number}"
    yield Finding(
        rule=RULE.name,
        severity="error" if owners else "warning",
        path=context.document.path,
        span=core(context.document, reference),
        message=f"{how}{whose or _manner(said)}",
        reference_id=reference.id,
    )


def _not_held(said: str, session: str) -> str | None:
    """Why a body cannot have numbered by a session, as the beginning of a message."""
    if said == "A/HRC" and session.isdigit() and int(session) > _LAST_RIGHTS_SESSION:
        return f"session {session} of the Human Rights Council has not been"
    if said == "A" and session.isdigit() and int(session) < _FIRST_SLASHED_SESSION:
        return f"the General Assembly numbers so since session {_FIRST_SLASHED_SESSION}"
    return None


def _is_anothers(said: str, reference: Reference, context: Context) -> bool:
    """Whether the date behind a number is the very day of another body's number, and cannot be of this one."""
    beside = reference.parts.get("date") or date_beside(reference, context)
    date = beside.value if beside is not None else None
    name = f"{said}/RES/{_number(reference)}"
    time = sitting(name, context.knowledge)
    if not isinstance(date, Date) or date.day is None or (time is not None and time.allows(date)):
        return False
    if time is None and (said != "E" or form(reference.parts) != "roman"):
        return False
    return context.knowledge.resolve(name).status != "found" and any(
        context.knowledge.adopted(symbol) == date for symbol in _owners(reference, context).values()
    )


def _is_assemblys(said: str, shape: str, reference: Reference) -> bool:
    """Whether the Economic and Social Council is named before a running number that its session cannot have."""
    number, session = reference.number_of("number") or 0, (reference.text_of("session") or "").strip("()")
    return said == "E" and shape == "roman" and not may_be_economic(number, session)


def _named(reference: Reference, context: Context) -> str | None:
    """The one body that the words right before the number name in full."""
    words = _bodies.lead(reference, context)
    kind, number = reference.parts.get("kind"), _start(reference)
    if not words or "/" in words or kind is None or _MANY.search(words.replace("Economic and Social", "")):
        return None
    if context.document.text[kind.span.end : number].strip() not in {"", "No.", "no."} or _OTHER_FULL.search(words):
        return None
    if _JOINED.search(context.document.text, max(0, kind.span.start - 40), kind.span.start):
        return None  # "General Assembly and Security Council resolutions"
    return _only(words)


@lru_cache(maxsize=256)
def _only(words: str) -> str | None:
    """The one body that words name; None where they name several, or none."""
    found = [stem for stem, body in _bodies.BODIES.items() if re.search(body.name, words)]
    return found[0] if len(found) == 1 else None


def _named_behind(reference: Reference, context: Context) -> str | None:
    """The body that "of the Security Council" right behind a single number names."""
    text = context.document.text
    if "list" in reference.parts or "kind" not in reference.parts or _bodies.lead(reference, context):
        return None
    listed = not reference.text[:1].isalpha()
    if listed and _NOT_THE_LAST.search(text, max(0, reference.span.start - 10), reference.span.start):
        return None
    found = _BEHIND.match(text, reference.span.end)
    if found is None:
        return None
    name = " ".join(found[1].split())
    return next(stem for stem, body in _bodies.BODIES.items() if body.name == name)


def _start(reference: Reference) -> int:
    spans = [reference.parts[key].span for key in ("number", "year", "session") if key in reference.parts]
    return min(span.start for span in spans)


def _number(reference: Reference) -> str:
    """The number as its form has it: `60/1`, `1325 (2000)`, `1514 (XV)`, `1996/31`."""
    number, letter = str(reference.parts["number"].value), reference.text_of("letter")
    number += f" {letter}" if letter else ""
    first = reference.text_of("session") or reference.text_of("year") or ""
    shape = form(reference.parts)
    return f"{number} ({first.strip('()')})" if shape in {"year", "roman"} else f"{first}/{number}"


def _owners(reference: Reference, context: Context) -> dict[str, str]:
    """The bodies that surely have a text of this number, each with its symbol."""
    number = _number(reference)
    what = "DEC" if reference.parts["kind"].value == "decision" else "RES"
    ids = {stem: f"{stem}/{what}/{number}" for stem in _bodies.BODIES}
    out = {stem: one for stem, one in ids.items() if context.knowledge.resolve(one).status == "found"}
    session, last = reference.text_of("session") or "", reference.number_of("number") or 0
    if not out and what == "RES" and session.isdigit() and "A" not in out:
        known = context.knowledge.assembly_last_number(session)
        if known is not None and last <= known and int(session) > _LAST_RIGHTS_SESSION:
            out["A"] = ids["A"]  # numbers run without a gap
    return out


def _manner(stem: str) -> str:
    how = {
        "S": "numbers its resolutions by running number and year: 1325 (2000)",
        "A": "numbers its resolutions by session, 60/1, and did so by running number and session to 1975: 1514 (XV)",
        "A/HRC": "numbers its resolutions by session: 16/18",
        "E": "numbers its resolutions by year, 1996/31, and did so by running number and session to 1977: 663 (XXIV)",
        "E/CN.4": "numbered its resolutions by year, 2003/68, and before by running number and session: 20 (XXXVI)",
    }
    return f"; it {how[stem]}"
