"""The frozen tables are Lark's own: same trees, same refusals, no conflict resolved in silence, nothing missed."""

from __future__ import annotations

import random
import re
from functools import cache
from pathlib import Path
from typing import Any

import corpus
import pytest
import small
from hypothesis import HealthCheck, given, settings
from hypothesis.strategies import DataObject, DrawFn, SearchStrategy, composite, data, from_regex, sampled_from
from lark import Lark, Token, Tree
from lark.exceptions import UnexpectedInput

from juslint import _data, scan
from juslint.parsing import compiling, digits, firsts, prefilter_engine, store
from juslint.parsing.parser import BEYOND, SEPARATORS, ParseFailure, Parser
from juslint.parsing.tree import Node, Tok

GRAMMARS = sorted(path for path in _data.data_folder("grammar").glob("*.lark") if path.name != "common.lark")
FAMILIES = Path(corpus.TOP) / "tests" / "families"
AROUND = (("\u2603 ", " \u2603"), ("(", ")"), ("See ", ".\n\nX"), ("\u201c", "\u201d"))  # a text around a reference
names = pytest.mark.parametrize("path", GRAMMARS, ids=lambda path: path.stem)


@cache
def lark(path: Path) -> Lark:
    return compiling.load(path)


@cache
def parser(path: Path) -> Parser:
    return Parser(compiling.compile_grammar(path))


@cache
def written(pattern: str) -> SearchStrategy[str]:
    """What a terminal may be. It takes longer to make ready than to draw from, so that it is made once, if at all."""
    lexed = re.compile(pattern)

    def whole(text: str) -> bool:
        found = lexed.match(text)
        return found is not None and found.end() == len(text)  # the lexer does not take a shorter piece of it

    return from_regex(lexed, fullmatch=True).filter(whole)


@composite
def generated(draw: DrawFn, path: Path) -> str:
    """A text of a grammar. `hypothesis.extra.lark` draws the same; it makes every terminal ready first, and twice."""
    terminals, rules = productions(path)
    parts: list[str] = []

    def put(name: str) -> None:
        if name in terminals:
            parts.append(draw(written(terminals[name])))
        else:
            for symbol in draw(sampled_from(rules[name])):
                put(symbol)

    put("start")
    return "".join(parts)


@cache
def productions(path: Path) -> tuple[dict[str, str], dict[str, list[list[str]]]]:
    """The expressions of the terminals, and what each rule may be, the shortest first. No grammar ignores anything."""
    terminals, rules, ignored = lark(path).grammar.compile(["start"], ())
    assert not ignored
    out: dict[str, list[list[str]]] = {}
    for rule in sorted(rules, key=lambda rule: len(rule.expansion)):
        out.setdefault(rule.origin.name, []).append([symbol.name for symbol in rule.expansion])
    return {terminal.name: terminal.pattern.to_regexp() for terminal in terminals}, out


def plain(node: Any) -> object:
    """A tree of Lark or of ours as nested tuples."""
    if isinstance(node, Token | Tok):
        start = node.start_pos if isinstance(node, Token) else node.start
        return (node.type, str(node) if isinstance(node, Token) else node.text, start)
    name = node.data if isinstance(node, Tree) else node.name
    return (str(name), *(plain(child) for child in node.children))


def texts(path: Path) -> list[str]:
    """Every stretch of the family's corpus that the grammar accepts, and damaged copies of it."""
    file = FAMILIES / f"{path.stem}.txt"
    whole = " ".join(case.text for case in corpus.cases(file.read_text(encoding="utf-8"))) if file.is_file() else ""
    finder = prefilter_engine.Finder(whole, prefilter_engine.Pattern(parser(path).tables["prefilter"]))
    out, position = [], 0
    while (found := finder.search(position)) is not None:
        out.append(whole[found[0] : found[1]])
        position = max(found[1], found[0] + 1)
    rng = random.Random(7)
    damaged = []
    for text in out:
        at = rng.randrange(len(text))
        damaged += [text[:at] + text[at + 1 :], text[:at] + rng.choice("/-. (§aZ9") + text[at:], text[: at + 1]]
    return out + damaged


@names
def test_no_conflict(path: Path):
    assert compiling.conflicts(path) is None


@names
def test_terminals_are_safe_for_re2(path: Path):
    for name, pattern in parser(path).tables["terminals"].items():
        pattern = pattern.replace(r"(?a:\b)", "")  # noqa: PLW2901 - a word's edge is of ASCII to both engines
        assert not re.search(r"\(\?[=!<]|\\[sSwWdDbB1-9]", pattern), f"{name}: look-around, \\s, \\w, \\d or \\b"


def test_a_word_s_edge_is_the_same_to_both_engines(tmp_path: Path):
    path = tmp_path / "edge.lark"
    path.write_text("start: WORD REST\nWORD: /dec\\b/\nREST: /[^ ]+/\n", encoding="utf-8")
    tables = compiling.compile_grammar(path)
    prefilter = prefilter_engine.Pattern(tables["prefilter"])
    for text, is_edge in (("dec.", True), ("dec\u00e8s", True), ("dec\u0141", True), ("deco", False), ("dec_", False)):
        assert (prefilter_engine.Finder(text, prefilter).match(0, len(text)) == len(text)) is is_edge, text
        assert isinstance(Parser(tables).parse(text), Node) is is_edge, text


@names
def test_no_regular_expression_has_a_bare_alternative(path: Path):
    """Lark pastes a literal `/a|b/` into its neighbours as it stands, so it must be written `/(?:a|b)/`."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith("//"):
            continue
        for literal in re.findall(r"(?<![\w:\"])/((?:[^/\\\n]|\\.)+)/", line):
            bare = re.sub(r"\\.|\[(?:\\.|[^\]\\])*\]", "", literal)
            while "(" in bare and (shorter := re.sub(r"\([^()]*\)", "", bare)) != bare:
                bare = shorter
            assert "|" not in bare, f"line {number}: /{literal}/"


@names
def test_trees_are_lark_s_own(path: Path):
    for text in texts(path):
        ours = parser(path).parse(text)
        try:
            theirs = lark(path).parse(text)
        except UnexpectedInput:
            assert isinstance(ours, ParseFailure), text
        else:
            assert isinstance(ours, Node), text
            assert plain(ours) == plain(theirs), text


@names
def test_a_replayed_tree_is_lark_s_own(path: Path):
    rng = random.Random(11)
    replaying = Parser(parser(path).tables)
    for text in texts(path):
        for _ in range(4):  # seen, learnt, and replayed twice
            drawn = re.sub("[0-9]", lambda _: rng.choice("0123456789"), text)
            ours = replaying.parse(drawn)
            assert ours == replaying._parsed(drawn, []), drawn
        try:
            theirs = lark(path).parse(drawn)
        except UnexpectedInput:
            assert isinstance(ours, ParseFailure), drawn
        else:
            assert plain(ours) == plain(theirs), drawn


@names
def test_what_a_terminal_may_be_is_so_with_other_digits(path: Path):
    tables = parser(path).tables
    texts_of = {name: written(pattern) for name, pattern in tables["terminals"].items()}
    any_digits = {name: re.compile(tables["telling"].get(name, tables["terminals"][name])) for name in texts_of}

    @settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
    @given(data())
    def holds(drawn: DataObject) -> None:
        name = drawn.draw(sampled_from(sorted(texts_of)))
        text = drawn.draw(texts_of[name])
        other = re.sub("[0-9]", lambda _: drawn.draw(sampled_from("0123456789")), text)
        assert any_digits[name].match(other), (name, other)
        if name not in tables["telling"]:
            assert any_digits[name].fullmatch(other), (name, other)

    holds()


@pytest.mark.parametrize(
    ("pattern", "relaxed"),
    [
        ("[0-9]{1,3}[A-Z]", None),
        (r"[^ ]+\d|\w", None),
        ("(?:19|20)[0-9]{2}", "(?:(?:[0-9][0-9]|[0-9][0-9]))[0-9]{2,2}"),
        ("a[^5]?", r"a(?:[\d\D])?"),
        ("a[5x]+", "a(?:[5x0-9])+"),
        (r"3\b", "[0-9](?:)"),
        ("3–", "[0-9]–"),
    ],
)
def test_which_expressions_tell_digits_apart(pattern: str, relaxed: str | None):
    found = digits.telling({"A": pattern}).get("A")
    assert (found is None) is (relaxed is None), found
    if found and relaxed:
        drawn = ("19a", "2023", "a5", "a0", "ax", "7", "8–", "a", "b", "a–")
        assert [re.match(found, text) is None for text in drawn] == [re.match(relaxed, text) is None for text in drawn]


def test_an_expression_that_looks_around_is_not_relaxed():
    with pytest.raises(ValueError, match="digits"):
        digits.telling({"A": "a(?=b)"})


def test_no_text_is_replayed_where_a_literal_holds_digits(tmp_path: Path):
    path = tmp_path / "literal.lark"
    path.write_text('start: (WORD | "a1")+\nWORD: /[a-z][0-9]/\n', encoding="utf-8")
    replaying = Parser(compiling.compile_grammar(path))
    assert [plain(replaying.parse(text)) for text in ("b2", "b3", "b4", "a2", "a1")] == [
        plain(replaying._parsed(text, [])) for text in ("b2", "b3", "b4", "a2", "a1")
    ]


@names
def test_the_grammar_accepts_what_the_prefilter_finds(path: Path):
    found = texts(path)[: len(texts(path)) // 4]
    refused = [text for text in found if isinstance(parser(path).parse(text), ParseFailure)]
    assert len(refused) <= len(found) // 20, refused


@names
def test_the_prefilter_misses_nothing_that_the_grammar_generates(path: Path):
    pattern = prefilter_engine.Pattern(parser(path).tables["prefilter"])

    @settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
    @given(generated(path))
    def holds(text: str) -> None:
        if not isinstance(parser(path).parse(text), ParseFailure):
            assert prefilter_engine.Finder(text, pattern).match(0, len(text)) == len(text), text
            found_whole(text)

    holds()


@names
def test_the_scanner_finds_whole_what_the_corpus_holds(path: Path):
    for text in texts(path):
        found_whole(text)


def found_whole(text: str) -> None:
    """What a family reads, the scanner finds inside a text as well: the same references, or longer ones that take in
    a neighbour (a bracket, a stop, a word). A family may refuse what its grammar accepts: that is found nowhere."""
    alone = scan.parsed(text)
    if not alone or len(text) > scan.LONGEST:
        return
    first, last = min(one.span.start for one in alone), max(one.span.end for one in alone)
    for before, behind in AROUND:
        found = scan._identifiers(before + text + behind)
        same = [one.shifted(len(before)) for one in alone]
        longer = any(
            one.span.start <= len(before) + first and one.span.end >= len(before) + last and one not in same
            for one in found
        )
        assert found == same or longer, (before, text, [one.text for one in found])


@names
def test_stored_tables_are_what_is_compiled(path: Path):
    stored, tables = store.loaded()["grammars"][path.stem], parser(path).tables
    assert len(stored["states"]) == len(tables["states"])  # which Lark numbers in another order each time
    for name in ("terminals", "firsts", "behind", "telling", "keywords", "prefilter"):
        assert stored[name] == tables[name], name


def test_stored_tables_that_are_damaged_are_made_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    real = store.loaded()["grammars"]  # kept for the other tests, so that it comes first
    folder, whole = small.grammars(tmp_path / "grammar"), _data.data_folder
    monkeypatch.setattr(_data, "data_folder", lambda name: folder if name == "grammar" else whole(name))
    monkeypatch.setattr(_data, "compiled_file", lambda _: None)
    monkeypatch.setenv("JUSLINT_CACHE", str(tmp_path / "cache"))

    def prefilters() -> dict[str, str]:
        found = store.loaded.__wrapped__()["grammars"]  # as a new process has them
        return {name: tables["prefilter"] for name, tables in found.items()}

    first = prefilters()
    assert first["un_symbol"] == real["un_symbol"]["prefilter"]
    (kept,) = (tmp_path / "cache").iterdir()
    for damage in ("", "{", '{"version": 1}', kept.read_text(encoding="utf-8")[:1000]):
        kept.write_text(damage, encoding="utf-8")
        assert prefilters() == first


@names
def test_a_terminal_begins_with_no_other_characters_than_is_said(path: Path):
    tables = parser(path).tables
    texts_of = {name: written(pattern) for name, pattern in tables["terminals"].items()}

    @settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
    @given(data())
    def holds(drawn: DataObject) -> None:
        name = drawn.draw(sampled_from(sorted(texts_of)))
        text, said, behind = drawn.draw(texts_of[name]), tables["firsts"][name], tables["behind"][name]
        assert said is None or min(text[0], BEYOND) in said, (name, text)
        bare = text.lstrip(SEPARATORS)
        assert behind is None or (bare and min(bare[0], BEYOND) in behind), (name, text)

    holds()


@pytest.mark.parametrize(
    ("pattern", "said"),
    [
        ("abc", "a"),
        ("a?b", "ab"),
        ("(?:x|yz)+", "xy"),
        ("[0-2]|é|ł", "012é\u0100"),
        (r"(?=q)\b(?i:k)", "Kk\u0100"),
        ("(?i:[ſÿ])", "IKSiksµÅßåÿ\u0100"),
        ("a*", None),
        (".", None),
        ("(?:a|)b", "ab"),
        (r"[^\x00-\xff]", "\u0100"),
    ],
)
def test_the_first_characters_of_an_expression(pattern: str, said: str | None):
    assert firsts.of(pattern) == said


@pytest.mark.parametrize(
    ("pattern", "said"),
    [
        ("abc", "a"),
        (", ?(?:a|b)", "ab"),
        ("[, ]{1,8}[(,]?c", "(c"),
        (",? and?|,", None),
        ("[, a]b", "ab"),
    ],
)
def test_the_first_characters_behind_separators(pattern: str, said: str | None):
    assert firsts.behind(pattern) == said
