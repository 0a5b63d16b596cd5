"""The rules: one module each. A module has a `RULE` and one or more of the functions that the engine calls:

* `check(reference, context)` for one reference;
* `check_document(context)` for one document (its links, notes, masthead);
* `check_workspace(contexts)` for agreement between references, over one document or many;
* `check_style(context, style)` for one document, where a style profile is chosen (the rule's `style` is `ANY_STYLE`).

Each yields `Finding`s. Nothing else is edited to add a rule: modules are found by walking this folder.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar, cast

from juslint.units import units

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import ModuleType

    from juslint.document import Document
    from juslint.finding import Severity
    from juslint.knowledge import Knowledge
    from juslint.reference import Reference

T = TypeVar("T")

ANY_STYLE = "any"  # a rule that runs with each style profile


@dataclass(frozen=True, slots=True)
class Rule:
    """What a rule says of itself; `juslint rule NAME` prints it, and `wrong`/`right` run as tests.

    `wrong` and `right` are whole small texts (Markdown). Every `wrong` one gives at least one finding of this rule,
    no `right` one does. `source` names the fact or style guide that the rule stands on.
    """

    name: str
    severity: Severity
    summary: str
    why: str
    source: str
    wrong: tuple[str, ...]
    right: tuple[str, ...]
    style: str | None = None  # the style profile that switches it on, or ANY_STYLE; None: it always runs
    own_base: bool = False  # whether it runs only with a knowledge base of the user's own
    yields_to: tuple[str, ...] = ()  # where one of these rules speaks of the same place, this one does not
    generality: int = 0  # a general rule yields to all less general ones whose names begin with the same word


@dataclass(frozen=True, slots=True)
class Context:
    """What a rule may look at: one document, all its references in reading order, and the knowledge base."""

    document: Document
    references: tuple[Reference, ...]
    knowledge: Knowledge
    _made: dict[Any, Any] = field(default_factory=dict, init=False, repr=False, compare=False)

    def once(self, make: Callable[[Context], T]) -> T:
        """What `make`, a function of a module, says of this context; worked out once, however many references ask."""
        if make not in self._made:
            self._made[make] = make(self)
        return cast("T", self._made[make])


@cache
def specific_to(name: str) -> tuple[str, ...]:
    """The names of the rules to which the rule of that name yields, where they speak of the same place."""
    rules = {other: module.RULE for other, module in modules().items()}
    rule, kin = rules[name], f"{name.partition('-')[0]}-"
    less = (other for other in rules if other.startswith(kin) and rules[other].generality < rule.generality)
    return tuple(dict.fromkeys((*rule.yields_to, *less)))


@cache
def modules() -> dict[str, ModuleType]:
    """Every rule's module by the rule's name, in order of name. ValueError where two rules share a name."""
    found: dict[str, ModuleType] = {}
    for module in units(__name__):
        name = module.RULE.name
        if name in found or f"{__name__}.{name.replace('-', '_')}" != module.__name__:
            raise ValueError(f"rule module {module.__name__} must hold one rule of the same name, not {name!r}")
        found[name] = module
    return dict(sorted(found.items()))
