"""What the formats for other programs share: texts that they can read, paths, addresses, and keys that last."""

from __future__ import annotations

import json
import os
import re
from collections import Counter
from functools import cache
from hashlib import sha256
from pathlib import Path, PurePath
from typing import TYPE_CHECKING
from urllib.parse import quote

from juslint.fixes import source_edits
from juslint.suppress import source_span

if TYPE_CHECKING:
    from juslint.finding import Finding, SourceEdit
    from juslint.reporting import Run

_LONE = re.compile("[\ud800-\udfff]")
_NO_BYTE = re.compile("[\ud800-\udc7f\udd00-\udfff]")  # the others stand for the bytes of a file name that is not UTF-8
# JSON and XML may hold them as they are; a terminal or a reader of lines would act
_RAW = re.compile("[\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069]")


def well_formed(text: str) -> str:
    """The text with a replacement character for each lone surrogate, which no UTF-8 can hold."""
    return _LONE.sub("\N{REPLACEMENT CHARACTER}", text)


def json_text(value: object) -> str:
    """A value as JSON for other programs, with its last newline: well-formed, and with no control that acts."""
    return inert_json(well_formed(json.dumps(value, ensure_ascii=False, indent=2))) + "\n"


def inert_json(written: str) -> str:
    """JSON with escapes for the characters that would act where it is shown."""
    return _RAW.sub(lambda found: f"\\u{ord(found.group()):04x}", written)


def xml_text(written: str) -> str:
    """XML with references for the characters that would act where it is shown."""
    return _RAW.sub(lambda found: f"&#{ord(found.group())};", written)


def relative(path: str) -> str:
    """A path as programs compare it: from the folder one stands in where it lies below, with slashes."""
    absolute = os.path.abspath(path)  # noqa: PTH100 - a link stays the file that the user named
    here = os.getcwd()  # noqa: PTH109 - as above
    inside = os.path.relpath(absolute, here) if absolute.startswith(here.rstrip(os.sep) + os.sep) else absolute
    return PurePath(inside).as_posix()


def uri(path: str) -> str:
    """A path as a URI reference, relative where the file lies below the folder one stands in; `file:` elsewhere."""
    place = _NO_BYTE.sub("\N{REPLACEMENT CHARACTER}", relative(path))
    return Path(place).as_uri() if Path(place).is_absolute() else quote(os.fsencode(place))


@cache
def home() -> str | None:
    """The project's home page, as the installed package states it; None where it states none."""
    from importlib import metadata  # noqa: PLC0415 - few formats ask

    try:
        stated = metadata.metadata("juslint").get_all("Project-URL") or []
    except metadata.PackageNotFoundError:
        return None
    pages = dict(line.split(", ", 1) for line in stated if ", " in line)
    return pages.get("Homepage", "").rstrip("/") or None


def rule_page(name: str) -> str | None:
    """The address of a rule's page; None where the project has no home page."""
    return f"{top}/blob/main/docs/rules/{name}.md" if (top := home()) else None


def fingerprints(run: Run) -> list[str]:
    """A key for each finding, in their order, that is the same in the next run wherever the lines have moved to.

    It is made of the rule, the file, the words that the finding stands on, and the how-manieth such finding it is.
    """
    seen: Counter[tuple[str, str, str]] = Counter()
    keys = []
    for finding in run.findings:
        source = run.documents[finding.path].source
        start, end = source_span(run.documents[finding.path], finding)
        same = (finding.rule, relative(finding.path), " ".join(source[start:end].split()))
        seen[same] += 1
        text = "\0".join((*same, str(seen[same])))
        keys.append(sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32])
    return keys


def edits(finding: Finding, run: Run) -> tuple[SourceEdit, ...]:
    """The edits that mend a finding, in the file's own text; empty where it cannot be mended."""
    return (source_edits(run.documents[finding.path], finding.fix) or ()) if finding.fix else ()
