"""The examples of every rule hold: what it calls wrong it reports, what it calls right it does not."""

from __future__ import annotations

import corpus
import pytest

from juslint import engine, rules
from juslint.config import Config
from juslint.reading import read

_EXAMPLES = [
    pytest.param(name, text, kind, id=f"{name}-{kind}-{number}")
    for name, module in rules.modules().items()
    for kind in ("wrong", "right")
    for number, text in enumerate(getattr(module.RULE, kind), 1)
]


@pytest.mark.parametrize(("name", "text", "kind"), _EXAMPLES)
def test_example(name, text, kind):
    context = engine.analyse(read("example.md", text.encode()), corpus.knowledge_for(name))
    style = rules.modules()[name].RULE.style
    config = Config(select=(name,), style="strasbourg" if style == rules.ANY_STYLE else style)
    findings = engine.check([context], config)
    assert bool(findings) is (kind == "wrong"), "\n".join(
        line for finding in findings for line in corpus.finding_lines(finding, [context])
    )
    corpus.check_fixes([context], findings, config)
