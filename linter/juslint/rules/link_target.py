"""Links whose text is one source and whose target is another."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import unquote

from juslint.finding import Finding, Fix, SourceEdit
from juslint.knowledge import normalise_url
from juslint.rules import Rule
from juslint.rules._addresses import named_document
from juslint.rules._overlaps import At

if TYPE_CHECKING:
    from collections.abc import Iterator

    from juslint.document import Link
    from juslint.reference import Reference
    from juslint.rules import Context

RULE = Rule(
    name="link-target",
    severity="error",
    summary="A link leads to another source than its text names.",
    why=(
        "The reader sees one document and opens another. It happens when a line of links is copied and only the "
        "text is changed, or when a symbol was linked automatically."
    ),
    source="juslint's own. Documents behind addresses of undocs.org, docs.un.org and HUDOC are compared by their ids.",
    wrong=(
        "See [S/2018/462](https://undocs.org/en/S/2018/463).\n",
        "See [https://www.hrw.org/news/1997/03/23/khojaly](https://www.example.org/khojaly).\n",
    ),
    right=(
        "See [S/2018/462](https://undocs.org/en/S/2018/462).\n",
        "See [S/RES/822 (1993)](https://docs.un.org/en/S/RES/822(1993)).\n",
        "See [A/74/676-S/2020/90](https://undocs.org/A/74/676).\n",
        "See [www.hrw.org/news/1997/03/23/khojaly](https://hrw.org/news/1997/03/23/khojaly#).\n",
        "See [the report](https://undocs.org/en/S/2018/463).\n",
    ),
)

_URL = re.compile(r"(?:https?://|www\.)[^\s<>]+", re.IGNORECASE)
_COMPARED = frozenset({"un-symbol", "un-resolution", "echr", "coe"})


def check_document(context: Context) -> Iterator[Finding]:
    """A finding for each such link."""
    at = At(context.references)
    for link in context.document.links:
        shown = context.document.text[link.span.start : link.span.end].strip()
        target = link.target.strip()
        if not re.match(r"(?:https?:)?//|www\.", target, re.IGNORECASE):
            continue
        if _URL.fullmatch("".join(shown.split())):
            finding = _of_address(context, link, "".join(shown.split()), target)
        else:
            finding = _of_reference(context, link, target, at)
        if finding is not None:
            yield finding


def _of_address(context: Context, link: Link, shown: str, target: str) -> Finding | None:
    one, other = (normalise_url(url).partition("#")[0].rstrip(".,;:/") for url in (shown, target))
    if one.casefold() == other.casefold() or other.casefold().startswith(one.rstrip("…. ").casefold()):
        return None
    if one.startswith(other) or one.casefold() in unquote(target).casefold() or re.search(r"…|\.\.\.", shown):
        return None  # an address cut short, or one behind an archive or a redirecting service
    documents = [named_document(url) for url in (shown, target)]
    if documents[0] and documents[1] and _same(documents[0], documents[1]):
        return None
    whole = shown if "//" in shown else f"https://{shown}"
    return Finding(
        RULE.name,
        RULE.severity,
        context.document.path,
        link.span,
        f"the text of the link is {shown}, its target {target}: check which of them is meant",
        fix=Fix("link to the address in the text", safe=False, edits=(SourceEdit(link.target_source, whole),)),
    )


def _of_reference(context: Context, link: Link, target: str, at: At) -> Finding | None:
    inside = [one for one in at.inside(link.span) if one.family in _COMPARED]
    around = [one for one in at.around(link.span) if one.family in _COMPARED]
    reference = next(iter(inside or around), None)
    if reference is None or reference.id is None or len(inside) > 1:
        return None
    document = named_document(target)
    if document is None:
        return None
    if any(_same(name, document) for name in _names(reference)):
        return None
    if not _comparable(reference, document):
        return None
    address = f"https://docs.un.org/en/{reference.id.split('-S/')[0].replace(' ', '%20')}"
    edits = (SourceEdit(link.target_source, address),)
    return Finding(
        RULE.name,
        RULE.severity,
        context.document.path,
        link.span,
        f"the text of the link is {' '.join(reference.text.split())}, its target is {document}: "
        "check which of them is meant",
        fix=Fix(f"link to {address}", safe=False, edits=edits) if reference.family.startswith("un-") else None,
        reference_id=reference.id,
    )


def _names(reference: Reference) -> tuple[str, ...]:
    """The ids that the reference may rightly be linked to: of a case, any of its applications."""
    found = reference.parts.get("applications")
    return (str(reference.id), *(found.value if found and isinstance(found.value, tuple) else ()))


def _same(one: str, other: str) -> bool:
    """Whether two ids are of one document: either half of a joint symbol, a resolution with and without its year."""
    halves, others = ({name, *re.split(r"-(?=[SE]/)", name)} for name in (one, other))
    plain, bare = ({re.sub(r"[\s*]|\([0-9]{4}\)$", "", half).upper() for half in each} for each in (halves, others))
    return bool(plain & bare)


def _comparable(reference: Reference, document: str) -> bool:
    """Whether both are of one kind: a case and a symbol, say, are linked to one another for some reason."""
    case = bool(re.fullmatch(r"[0-9]{1,6}/[0-9]{2}", document))
    if reference.family == "echr":
        return case
    treaty = bool(re.match(r"C?ETS [0-9]", document))
    if reference.family == "coe":
        return treaty and bool(re.match(r"C?ETS [0-9]", str(reference.id)))
    return not case and not treaty
