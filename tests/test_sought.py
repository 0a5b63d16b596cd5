"""A search by openings finds what the pattern alone finds, in real and in made-up texts."""

import importlib
import pkgutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from juslint import families, rules
from juslint.families import _organs
from juslint.sought import Sought

TEXTS = sorted((Path(__file__).parent.parent.parent / "shared" / "corpus").glob("*/*.txt"))[::9]


def every_sought() -> list[Sought]:
    found = [_organs._bodies()]
    for package in (families, rules):
        for info in pkgutil.iter_modules(package.__path__):
            for value in vars(importlib.import_module(f"{package.__name__}.{info.name}")).values():
                found += [
                    each for each in (value if isinstance(value, tuple) else (value,)) if isinstance(each, Sought)
                ]
    return found


def spans(matches) -> list:
    return [(found.span(), found.groups()) for found in matches]


@pytest.mark.skipif(not TEXTS, reason="the corpus is not here")
def test_real_texts():
    assert len(every_sought()) > 8
    for path in TEXTS:
        text = path.read_text(encoding="utf-8", errors="replace")
        for sought in every_sought():
            assert spans(sought.finditer(text)) == spans(sought.pattern.finditer(text)), sought.pattern.pattern


@given(st.lists(st.sampled_from(["ab", "a", "b", " ", "\u00a0", "é", "\U0001f600", "c"])).map("".join))
def test_what_is_found_is_the_same(text: str):
    for pattern, opening in ((r"\bab?\b", "a"), (r"(?<=b)a\s+c|b\b", "[ab]"), (r"c$|a+b", "c|a+")):
        sought = Sought(pattern, opening)
        assert spans(sought.finditer(text)) == spans(sought.pattern.finditer(text))
