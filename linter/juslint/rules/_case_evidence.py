"""Which case before the European Court a citation means: what its number, name, date and report each say.

A citation tells a case in up to four ways. Where they do not agree, the case that most of them speak for is meant, and
what contradicts it is wrong.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from juslint.knowledge.case_names import take_apart
from juslint.rules._case_names import Likeness, best
from juslint.rules._case_reports import Volume, names_volume, volume

if TYPE_CHECKING:
    from collections.abc import Iterable

    from juslint.dates import Date
    from juslint.knowledge import Knowledge
    from juslint.knowledge.cases import Case
    from juslint.reference import Reference

_FEW = 4  # cases of one name that are all looked at; of more, only those that number, date or report speak for
_TELLING = 7  # characters of a number whose digits before the year tell it from others
_SUCCESSORS = (frozenset({"SCG", "SRB", "MNE"}), frozenset({"CSK", "CZE", "SVK"}))


class Meant(NamedTuple):
    """The case that a citation means, and what speaks for it.

    `cases` are all of its documents, `dated` those of the cited day, `reported` those of the cited volume. `numbered`,
    `name`, `state` and `day` say whether number, name, respondent and date are the case's, `volume` what report is
    cited; None where the citation gives none, or where it cannot be compared. `near` says that a slip makes the cited
    number of one of the case's. `spelled` is the known name that the cited one is most like.
    """

    cases: tuple[Case, ...]
    numbered: bool | None
    near: bool
    name: Likeness | None
    spelled: str
    state: bool | None
    day: bool | None
    dated: tuple[Case, ...]
    volume: Volume | None
    reported: tuple[Case, ...]

    @property
    def named(self) -> bool:
        """Whether name and respondent are the case's, perhaps misspelt or in part."""
        return self.name is not None and self.name >= Likeness.PART and self.state is not False

    @property
    def votes(self) -> float:
        """How much speaks for this case."""
        name = {Likeness.SAME: 2.0, Likeness.DAMAGED: 2.0, Likeness.MISSPELT: 1.6, Likeness.PART: 1.5}
        said = name.get(self.name, 0.0) if self.name is not None and self.state is not False else 0.0
        return 2 * bool(self.numbered) + self.near / 2 + said + 1.6 * bool(self.day) + 1.6 * bool(self.reported)


class _Said(NamedTuple):
    """What a citation says."""

    numbers: tuple[str, ...]
    name: str | None
    date: Date | None
    volume: Volume | None


def meant(reference: Reference, knowledge: Knowledge) -> Meant | None:
    """The case that a citation surely means; None where nothing is known, or two cases are as likely."""
    if reference.family != "echr" or "ecli" in reference.parts:
        return None
    numbers = reference.parts.get("applications")
    date = reference.date_of()
    said = _Said(
        tuple(map(str, numbers.value)) if numbers is not None and isinstance(numbers.value, tuple) else (),
        reference.text_of("name"),
        date if date is not None and date.day else None,
        volume(reference.text_of("report") or ""),
    )
    return _meant(said, knowledge)


@lru_cache(maxsize=4096)
def _meant(said: _Said, knowledge: Knowledge) -> Meant | None:
    found = [_compared(said, knowledge.cases.of(number), knowledge) for number in _candidates(said, knowledge)]
    ranked = sorted(found, key=lambda one: -one.votes)
    if not ranked:
        return None
    speaking = _speaking(ranked[0])
    rivals = (one for one in ranked[1:] if one.votes == ranked[0].votes and not speaking & _speaking(one))
    return None if any(rivals) else ranked[0]


def _speaking(one: Meant) -> set[Case]:
    """The documents that a citation means where it means this case."""
    return set(one.dated or one.reported or one.cases)


def _candidates(said: _Said, knowledge: Knowledge) -> Iterable[str]:
    """The cited number, where it is known, and first numbers of cases that name, day or volume may mean."""
    cases = knowledge.cases
    own = cases.of(said.numbers[0]) if said.numbers else ()
    found = dict.fromkeys(said.numbers[:1] if own else ())
    if said.name is None:
        return found
    told = {case for case in own if case.date == said.date or (said.volume and _is_in(case, said.volume))}
    named = cases.by_name(said.name)
    together = {case.id for case in named}
    for case in named:
        speaks = case.date == said.date or (said.volume is not None and _is_in(case, said.volume))
        if (len(together) <= _FEW or speaks) and case not in told:
            found[case.id] = None
    near = (
        *(_of_day(said.date, knowledge) if said.date else ()),
        *(cases.by_report(str(said.volume)) if said.volume else ()),
    )
    for case in near:
        if case.id not in found and case not in told and _name_of(said.name, (case,))[0] >= Likeness.PART:
            found[case.id] = None
    return found


@lru_cache(maxsize=64)
def _of_day(date: Date, knowledge: Knowledge) -> tuple[Case, ...]:
    """All documents of a day; texts cite one day again and again."""
    return knowledge.cases.of_day(date)


def _compared(said: _Said, cases: tuple[Case, ...], knowledge: Knowledge) -> Meant:
    applications = {number for case in cases for number in case.applications}
    name, spelled = _name_of(said.name, cases) if said.name else (None, "")
    dates = {case.date for case in cases if case.date}
    return Meant(
        cases,
        said.numbers[0] in applications if said.numbers else None,
        bool(said.numbers) and any(is_slip(said.numbers[0], number) for number in applications),
        name,
        spelled,
        _same_state(said.name, cases, knowledge) if said.name else None,
        said.date in dates if said.date and dates else None,
        tuple(case for case in cases if case.date and case.date == said.date),
        said.volume,
        tuple(case for case in cases if said.volume and _is_in(case, said.volume)),
    )


def is_slip(one: str, other: str) -> bool:
    """Whether of two numbers a digit is wrong, missing or too many, digits changed places, or only the year differs."""
    from rapidfuzz.distance import OSA  # noqa: PLC0415

    if one == other:
        return False
    if OSA.distance(one, other) == 1 or (one[-2:] == other[-2:] and sorted(one) == sorted(other)):
        return True
    return one[:-2] == other[:-2] and len(one) >= _TELLING


def names(cases: Iterable[Case]) -> list[str]:
    """All names of a case's documents."""
    return list(dict.fromkeys(name for case in cases for name in (case.name, case.french) if name))


def _name_of(said: str, cases: Iterable[Case]) -> tuple[Likeness, str]:
    return best(said, names(cases))


def _is_in(case: Case, said: Volume) -> bool:
    known = volume(case.report or "")
    return known is not None and names_volume(said, known)


def _same_state(said: str, cases: Iterable[Case], knowledge: Knowledge) -> bool | None:
    """Whether the respondent is the case's; one of several is enough, and a State's successor may stand for it."""
    states = knowledge.cases.states
    respondent = take_apart(said).respondent
    cited = states.codes(respondent) if respondent else None
    known = [codes for name in names(cases) if (codes := states.codes(take_apart(name).respondent))]
    if not cited or not known:
        return None
    return any(cited & codes or any(cited & group and codes & group for group in _SUCCESSORS) for codes in known)
