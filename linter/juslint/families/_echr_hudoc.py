"""Addresses of HUDOC, the Court's database: the item or ECLI that they name.

Source: the addresses that HUDOC gives (`https://hudoc.echr.coe.int/eng?i=001-98401`, `…/eng#{"itemid":["001-98401"]}`).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from juslint.document import Span
from juslint.families import _echr_ecli
from juslint.reference import Part, Reference

if TYPE_CHECKING:
    from collections.abc import Iterator

_ADDRESS = re.compile(r"hudoc\.echr\.coe\.int/\S{0,400}")
_ITEM = re.compile(r"(?:(?<![0-9])|(?<=%22))001-[0-9]{4,6}(?![0-9])")
_ECLI = re.compile(r"ECLI:CE:ECHR:[0-9]{4}:[0-9]{4}(?:JUD|DEC|REP|ADV)[0-9]{6,10}")


def references(text: str, family: str) -> Iterator[Reference]:
    """The case that each address names: by ECLI with the id that this holds, by item with the part `item` and no id."""
    if "hudoc" not in text:
        return
    for address in _ADDRESS.finditer(text):
        if found := _ITEM.search(address[0]):
            span = Span(address.start() + found.start(), address.start() + found.end())
            yield Reference(family, None, span, found[0], {"item": Part(found[0], span)})
        elif found := _ECLI.search(address[0]):
            yield _echr_ecli.reference(found[0], family).shifted(address.start() + found.start())
