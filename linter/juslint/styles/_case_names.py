"""Names of cases in the different styles: the respondent State as the Court prints it, or as OSCOLA shortens it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from juslint.document import Span
from juslint.knowledge.respondents import state_key
from juslint.styles import Rendered, _acts

if TYPE_CHECKING:
    from juslint.knowledge.respondents import Respondents
    from juslint.reference import Reference
    from juslint.styles import _pinpoints

_RESPONDENT = re.compile(r"(?P<head>.* v\. )(?P<state>[^()]+?)(?P<tail>(?: [(\[][^()\[\]]*[)\]])?)")
_KINGDOM = re.compile(r"(?:the )?(?:United Kingdom|UK|U\.K\.)")


def printed(name: str, states: Respondents) -> str:
    """The name as the Court prints it: `v. the United Kingdom` for `v. UK`, `and Others`, `(no. 2)`."""
    name = re.sub(r"\band others\b", "and Others", name)
    name = re.sub(r"\((?:[Nn]o\.?|[Nn]\u00ba) ?([0-9]+)\)", r"(no. \1)", name)
    found = _RESPONDENT.fullmatch(name)
    if found is None:
        return name
    if _KINGDOM.fullmatch(found["state"]):
        return f"{found['head']}the United Kingdom{found['tail']}"
    written = states.written(found["state"])
    if written is None or '"' in written or state_key(written) != state_key(found["state"]):
        return name
    return f"{found['head']}{written}{found['tail']}"


def shortened(name: str, *, first_only: bool) -> str:
    """The name as OSCOLA has it: `v` without a stop, `UK`; `and Others` left out where `first_only`."""
    found = _RESPONDENT.fullmatch(name)
    if found is not None and _KINGDOM.fullmatch(found["state"]):
        name = f"{found['head']}UK{found['tail']}"
    if first_only:
        name = re.sub(r",? and (?:[0-9]+ )?[Oo]thers?(?= v\. |$)", "", name)
    name = re.sub(r"\([Nn]o\.? ?([0-9]+)\)", r"(no \1)", name)
    return name.replace(" v. ", " v ")


def again(reference: Reference, form: _pinpoints.Form) -> Rendered | None:
    """A short form, `Handyside, cited above, § 49`: its paragraphs in the style's form, the rest as it is."""
    text = _acts.with_pinpoint(reference, form) if reference.pinpoint else reference.text
    name = reference.parts.get("name")
    if text is None or name is None or name.span.start != reference.span.start:
        return None
    return Rendered(text, Span(0, name.span.end - name.span.start))
