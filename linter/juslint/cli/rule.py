"""`juslint rule`: the list of rules, or the page of one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from juslint.rules import Rule


@click.command(short_help="List the rules, or explain one.")
@click.argument("name", required=False)
def command(name: str | None) -> int:
    """List the rules with a line on each, or print the page of the rule NAME, in Markdown."""
    from juslint import rules  # noqa: PLC0415 - not for --help

    known = {name: module.RULE for name, module in rules.modules().items()}
    if name is None:
        width = max(map(len, known), default=0)
        for rule in known.values():
            click.echo(f"{rule.name:<{width}}  {rule.severity:<7}  {rule.summary}")
        return 0
    if name not in known:
        from juslint.config import did_you_mean  # noqa: PLC0415 - only for the message

        raise click.UsageError(f"there is no rule {name!r}{did_you_mean(name, known)}")
    click.echo(page(known[name]), nl=False)
    return 0


def page(rule: Rule) -> str:
    """The page of a rule in Markdown; the same text is its page in the documentation."""
    runs = _runs(rule)
    parts = [
        f"# {rule.name}",
        rule.summary,
        f"Severity: {rule.severity}. {runs}",
        f"## Why\n\n{rule.why}",
        "## Examples",
        *(f"This is reported:\n\n{_block(text)}" for text in rule.wrong),
        *(f"This is not:\n\n{_block(text)}" for text in rule.right),
        f"## Source\n\n{rule.source}",
        "## Switching it off",
        f"For one line, on it or before it: `<!-- juslint: ignore[{rule.name}] reason -->`.",
        f"For a run: `--ignore {rule.name}`.",
    ]
    return "\n\n".join(parts) + "\n"


def _runs(rule: Rule) -> str:
    if rule.style is None:
        return "Always runs."
    from juslint.rules import ANY_STYLE  # noqa: PLC0415 - not for --help

    return "Runs where a style is chosen." if rule.style == ANY_STYLE else f"Runs with the style `{rule.style}`."


def _block(text: str) -> str:
    """The text as a block of code, with a fence that is longer than any in it."""
    fence = "```"
    while fence in text:
        fence += "`"
    return f"{fence}markdown\n{text.rstrip()}\n{fence}"
