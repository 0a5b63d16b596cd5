"""Questions of `juslint kb new`: what an entry still needs, asked on the terminal field by field.

Questions go to standard error, so that standard output holds the path of the new file alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from juslint.reporting._screen import plain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    from juslint.knowledge import Knowledge
    from juslint.knowledge.new_entry import Form, Head, NewEntry

    Make = Callable[[Mapping[str, str]], NewEntry]


def asked(  # noqa: PLR0913 - what the command knows
    text: str,
    knowledge: Knowledge,
    root: Path,
    head: Callable[[str], Head],
    said: Mapping[str, str],
    *,
    from_text: bool,
) -> tuple[NewEntry, bool]:
    """The entry of a citation, or without one (or one that cannot be read) of answers; and whether any was asked for.

    `head` is what the file says of itself where its facts come from the citation that it is given; `from_text`: they
    come from there unless a person says otherwise. Refused where no answer can mend what is wrong.
    """
    from juslint.knowledge import new_asked, new_entry  # noqa: PLC0415 - asked on a terminal only

    name = ""
    if not text:
        name = _kind()
    if name == new_asked.NUMBERED:
        text = _needed("number or citation")
    if name in ("", new_asked.NUMBERED):
        try:
            reference = new_entry.only_reference(text, knowledge)
        except new_entry.Unread as unread:
            click.echo(f"{plain(str(unread))}. What is it?", err=True)
            name = _kind()
        else:
            return _completed(lambda given: new_entry.made(reference, knowledge, root, head(text), given), said)
    if name == new_asked.NUMBERED:
        raise new_entry.Refused(f"no number that juslint knows in “{text}”")
    kind = new_asked.KINDS[name]
    top = head(text)
    if from_text and not text:
        click.echo("\norigin: Where the facts come from: title page, an address, a library's catalogue.", err=True)
        top = top._replace(origin=(_needed("origin"),))
    entry, _ = _completed(
        lambda given: new_asked.made(kind, knowledge, root, top, given), said, kind.form, kind.fields()
    )
    return entry, True


def _kind() -> str:
    """One of the kinds of `new_asked`, or that of what has a number."""
    from juslint.config import did_you_mean  # noqa: PLC0415 - asked on a terminal only
    from juslint.knowledge.new_asked import KINDS, NUMBERED  # noqa: PLC0415

    told = {name: one.what for name, one in KINDS.items()}
    told[NUMBERED] = "a resolution, document, judgment or other text with a number of its own"
    for name, what in told.items():
        click.echo(f"  {name:<17}  {what}", err=True)
    while True:
        answer = _answer("kind")
        if answer in told:
            return answer
        click.echo(f"  {plain(answer) or 'nothing'} is none of these{did_you_mean(answer, sorted(told))}", err=True)


def _needed(name: str) -> str:
    """A text that is not empty, on one line."""
    answer = ""
    while not answer:
        answer = _answer(name)
    return answer


def _completed(
    make: Make, said: Mapping[str, str], form: Form | None = None, first: Iterable[tuple[str, bool]] = ()
) -> tuple[NewEntry, bool]:
    """The entry, when what it needs and what matters of it has been asked for; and whether anything was.

    `first` are the fields to ask for, each with whether it is needed, for an entry of `form`; without a form they are
    those that matter and that the citation does not say.
    """
    from juslint.knowledge.new_entry import Wanting  # noqa: PLC0415

    given, seen = dict(said), set(said)
    for name, needed in first:
        if name not in seen and form is not None:
            seen.add(name)
            given |= _asked(name, form, make, given, needed=needed)
    while True:
        try:
            entry = make(given)
        except Wanting as wanting:
            for name in wanting.missing:
                seen.add(name)
                given |= _asked(name, wanting.form, make, given, needed=True)
            continue
        rest = [name for name in entry.unsaid if name not in seen]
        if form is not None or not rest:
            return entry, seen != set(said)
        seen.add(rest[0])
        given |= _asked(rest[0], entry.form, make, given, needed=False)


def confirmed(entry: NewEntry, shown: str) -> bool:
    """Whether the person wants the file, which is shown."""
    click.echo(f"\n{plain(shown)}:\n", err=True)
    click.echo("".join(f"    {plain(line)}\n" for line in entry.alone.splitlines()), err=True)
    return click.confirm("Write it?", default=True, err=True)


def _asked(name: str, form: Form, make: Make, said: Mapping[str, str], *, needed: bool) -> dict[str, str]:
    """A field with its value, once that can be; nothing where the person leaves it out."""
    from juslint.knowledge import new_entry, new_values, schemas  # noqa: PLC0415

    about = schemas.described(form.kind, name, of_row=form.of_row)
    click.echo(f"\n{name}: {about}{'' if needed else ' Enter leaves it out.'}{_several(name, form)}", err=True)
    while True:
        answer = _answer(name)
        if not answer and not needed:
            return {}
        if not answer:
            wrong: str | None = "an entry cannot do without it"
        else:
            wrong = new_values.fault(answer, name, form.kind, of_row=form.of_row)
        if wrong is None:
            try:
                make({**said, name: answer})
            except new_entry.Wanting:
                return {name: answer}
            except new_entry.Refused as refused:
                if refused.place is not None:
                    raise  # it is known, whatever else is said
                wrong = str(refused)
            else:
                return {name: answer}
        click.echo(f"  {plain(wrong)}", err=True)


def _several(name: str, form: Form) -> str:
    """How several values are written, where a field holds a list."""
    from juslint.knowledge import new_values  # noqa: PLC0415

    listed = not isinstance(new_values.value("A", name, form.kind, of_row=form.of_row), str)
    return " Several with a semicolon between them." if listed else ""


def _answer(name: str) -> str:
    answer: str = click.prompt(name, default="", show_default=False, err=True)
    return " ".join(answer.split())
