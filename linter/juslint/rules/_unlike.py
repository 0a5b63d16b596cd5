"""Whether the one word or part in which two citations differ is a slip, judged by where in the citation it stands.

Before the title stand names, behind it an imprint, a journal's volume, a date, a number, an address. Works that appear
again and again under one title, the volumes of a book, pages that are meant, and two authors of one title are no slips.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from juslint.rules import _anatomy, _unlike_imprint, _unlike_titles
from juslint.rules._alike import SHARED
from juslint.rules._cuts import OTHERWISE
from juslint.rules._sentences import LETTERS

if TYPE_CHECKING:
    from juslint.rules._alike import Couple

_ACT = re.compile(r"(?:Law|Act|Code|Decree|Order|Regulations?|Constitution|Treaty|Agreement|Protocol|Convention)\Z")
_ARCHIVES = frozenset("box folder lot reel roll rg fonds".split())  # noqa: SIM905 - where many documents lie
_TITLE = 3  # words of a title that carry its meaning


def is_slip(couple: Couple) -> bool:
    """Whether two citations are surely of one source, so that their one difference is a slip in one of them."""
    words = (*couple.before, *couple.one, *couple.behind)
    shared = (*couple.before, *couple.behind)
    if len(shared) < SHARED or sum(len(one.word) for one in shared) < LETTERS:
        return False
    if any(one.word in OTHERWISE for one in shared) or not (_anatomy.dated(words) or _anatomy.linked(shared)):
        return False
    if any(one.word in _ARCHIVES for one in shared):
        return False
    gaps = "".join(one.gap for one in words[1:])
    if not re.search(r"[(\"“‘]|'\B|\B'", gaps) and gaps.count(",") < 2 and not _anatomy.linked(words):
        return False  # prose
    parts = _anatomy.anatomy(words)
    common = [one for one in words if one.said[:1].islower() and one.word not in _anatomy.SMALL]
    if not parts.quoted and len(common) * 3 > len(words):
        return False  # prose, where a title has its words in capitals
    title = words[parts.start : parts.end]
    content = [one.word for one in title if one.word not in _anatomy.SMALL and len(one.word) > 2]
    chapter = parts.quoted and parts.start and len(shared) >= 2 * SHARED  # 'Sources' in a book
    if (len(content) < (_TITLE if not parts.start else _TITLE - 1) and not chapter) or _ACT.match(title[0].said):
        return False
    at = len(couple.before)
    if at + len(couple.one) <= parts.start:
        return _of_names(couple)
    if at < parts.end:
        return _unlike_titles.is_slip(couple, words, parts)
    return _unlike_imprint.is_slip(couple, words, parts)


def _of_names(couple: Couple) -> bool:
    if len(couple.one) != 1 or len(couple.other) != 1:
        return False
    return _anatomy.misspelt(couple.one[0], couple.other[0], least=4)
