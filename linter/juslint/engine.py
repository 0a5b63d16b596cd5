"""From documents to findings: the references of each, the rules over all of them, and what is switched off."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from juslint import rules, styles, suppress
from juslint.config import ConfigError, brief, did_you_mean
from juslint.document import Placed
from juslint.rules import Context
from juslint.rules._places import MOST_RELATED

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from types import ModuleType

    from juslint.config import Config, Settings
    from juslint.document import Document, Span
    from juslint.finding import Finding
    from juslint.knowledge import Knowledge
    from juslint.reference import Reference

    OfDocument = Callable[[ModuleType, Context, str | None], Iterable[Finding]]

ALL = "ALL"
_TURN = 256  # references
_WHOLE, _FEW = 200, 3  # findings of a rule in a file with all their related places; places of each of the others


def analyse(document: Document, knowledge: Knowledge) -> Context:
    """The document with all its references."""
    from juslint.scan import scan  # noqa: PLC0415 - pulls in the grammars

    return Context(document, scan(document, knowledge), knowledge)


def of_document(module: ModuleType, context: Context, style: str | None) -> Iterator[Finding]:
    """What one rule finds in one document by itself, whatever the other documents say."""
    yield from _of_references(module, context, context.references)
    yield from _of_text(module, context, style)


def of_document_by_all(
    modules: Mapping[str, ModuleType], context: Context, style: str | None
) -> dict[str, tuple[Finding, ...]]:
    """The same of several rules, by their names.

    They take turns on a few references at a time: what one rule works out of a reference, the next one still finds in
    the caches, however long the text is.
    """
    found: dict[str, list[Finding]] = {name: [] for name in modules}
    for start in range(0, len(context.references), _TURN):
        few = context.references[start : start + _TURN]
        for name, module in modules.items():
            found[name] += _of_references(module, context, few)
    return {name: (*found[name], *_of_text(module, context, style)) for name, module in modules.items()}


def _of_references(module: ModuleType, context: Context, references: Iterable[Reference]) -> Iterator[Finding]:
    if hasattr(module, "check"):
        for reference in references:
            yield from module.check(reference, context)


def _of_text(module: ModuleType, context: Context, style: str | None) -> Iterator[Finding]:
    if hasattr(module, "check_document"):
        yield from module.check_document(context)
    if style and hasattr(module, "check_style"):
        yield from module.check_style(context, style)


def check(
    contexts: Sequence[Context],
    settings: Settings,
    own: OfDocument = of_document,
) -> list[Finding]:
    """Every finding of the selected rules, sorted by path, place and rule, without what is suppressed in the texts.

    It does not matter in which order the texts are given: rules see them in order of path. `own` answers what one rule
    finds in one document by itself, where that is remembered.
    ConfigError where the settings name a rule that does not exist.
    """
    modules = rules.modules()
    contexts = sorted(contexts, key=lambda context: context.document.path)
    configs = {context.document.path: settings.for_path(context.document.path) for context in contexts}
    ran = {path: running(path, config) for path, config in configs.items()}
    by_path: dict[str, list[Finding]] = defaultdict(list)
    for name, module in modules.items():
        chosen = {path: configs[path] for path in ran if name in ran[path]}
        told: Counter[str] = Counter()
        for made in _of_rule(module, contexts, chosen, own):
            told[made.path] += 1
            finding = _in_one_line(_with_fewer_places(made, MOST_RELATED if told[made.path] <= _WHOLE else _FEW))
            severity = configs[finding.path].severity
            by_path[finding.path].append(replace(finding, severity=severity[name]) if name in severity else finding)
    kept: list[Finding] = []
    for context in contexts:
        path = context.document.path
        said = _without_echoes(by_path[path])
        found, unused = suppress.apply(context.document, said, ran[path], modules.keys())
        kept += found
        for name, module in modules.items():
            if unused and name in ran[path] and hasattr(module, "check_suppressions"):
                severity = configs[path].severity
                kept += (
                    replace(finding, severity=severity.get(name, finding.severity))
                    for finding in module.check_suppressions(context, unused)
                )
    return sorted(dict.fromkeys(kept), key=_place)


def _with_fewer_places(finding: Finding, most: int) -> Finding:
    """The finding with the first of its related places: forty with each of ten thousand findings nobody reads."""
    return finding if len(finding.related) <= most else replace(finding, related=finding.related[:most])


def _in_one_line(finding: Finding) -> Finding:
    """The finding with a message of one line, whatever of the text stands in it."""
    said = finding.message
    return finding if "\n" not in said else replace(finding, message=" ".join(said.split()))


def _without_echoes(findings: Sequence[Finding]) -> list[Finding]:
    """The findings less those whose rule yields to another one that speaks of the same place."""
    spoken: dict[str, list[tuple[Span, str]]] = defaultdict(list)
    for finding in findings:
        spoken[finding.rule].append((finding.span, finding.rule))
    placed = {rule: Placed(spans) for rule, spans in spoken.items()}
    return [
        finding
        for finding in findings
        if not any(placed[rule].overlap(finding.span) for rule in rules.specific_to(finding.rule) if rule in placed)
    ]


def selected(config: Config) -> frozenset[str]:
    """The names of the rules that run under these settings. ConfigError where they name one that does not exist."""
    modules = rules.modules()
    named = (*(config.select or ()), *config.ignore, *config.severity)
    for name in (*named, *(rule for _, ignored in config.per_file_ignores for rule in ignored)):
        if name not in modules and name != ALL:
            raise ConfigError(f"{config.name}: there is no rule {brief(name)!r}{did_you_mean(name, modules)}")
    if config.style is not None:
        known = {*styles.modules(), *(module.RULE.style for module in modules.values())} - {None, rules.ANY_STYLE}
        if config.style not in known:
            raise ConfigError(
                f"{config.name}: there is no style {brief(config.style)!r}{did_you_mean(config.style, known)}"
            )
    chosen = set(config.select or (ALL,))
    if ALL in chosen:
        switched = {None} if config.style is None else {None, config.style, rules.ANY_STYLE}
        chosen |= {name for name, module in modules.items() if module.RULE.style in switched}
    ignored = set(modules) if ALL in config.ignore else set(config.ignore)
    return frozenset(chosen - ignored - {ALL})


def running(path: str, config: Config) -> frozenset[str]:
    """The names of the rules that run on the file at `path`, the settings of which are given."""
    return selected(config) - config.ignored_in(path)


def _of_rule(
    module: ModuleType, contexts: Sequence[Context], chosen: Mapping[str, Config], own: OfDocument
) -> Iterator[Finding]:
    """What one rule finds in the chosen files, given with their settings; agreement is judged over all of them."""
    if module.RULE.own_base and not any(len(context.knowledge.layers) > 1 for context in contexts[:1]):
        return
    for context in contexts:
        path = context.document.path
        if path in chosen:
            yield from own(module, context, chosen[path].style)
    if chosen and hasattr(module, "check_workspace"):
        yield from (finding for finding in module.check_workspace(contexts) if finding.path in chosen)


def _place(finding: Finding) -> tuple[str, int, int, str, str]:
    return (finding.path, finding.span.start, finding.span.end, finding.rule, finding.message)
