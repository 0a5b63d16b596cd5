"""Checks of one authored entry: dates, its id against its dates, disputed values, variants."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from juslint.knowledge.faults import ahead, fault, impossible
from juslint.knowledge.normalise import normalise_title

if TYPE_CHECKING:
    from collections.abc import Iterator

    from juslint.knowledge.entry import Entry
    from juslint.knowledge.faults import Fault, File

_YEAR_IN_ID = (
    re.compile(r"\((?P<year>\d{4}|\d{2})\)"),  # PACE Resolution 1416 (2005), CM/Del/Concl(92)471bis
    re.compile(r"(?:^|-)S/(?P<year>\d{4})/"),  # S/2018/462, A/74/676-S/2020/90
    re.compile(r"^E(?:/RES|/DEC)?/(?P<year>\d{4})/"),
)
_ECLI = re.compile(
    r"ECLI:CE:ECHR:(?P<year>\d{4}):(?P<month>\d\d)(?P<day>\d\d)[A-Z]{3}(?P<number>\d{7})(?P<lodged>\d\d)"
)
_DATE_LISTS = (("other-dates", "date"), ("editions", "issued"))


def errors(file: File, entry: Entry) -> Iterator[Fault]:
    """Everything in which the entry contradicts itself."""
    at, data = file.tree.at, entry.data
    if data.get("id") == file.path.stem:
        yield fault(file, at(["id"]), "repetition", "the file's name already says the id: leave the field out")
    yield from _dates(file, data)
    yield from _id(file, entry)
    yield from _disputed(file, data)
    yield from _variants(file, entry)


def _dates(file: File, data: Any) -> Iterator[Fault]:
    places: list[list[str | int]] = [["date"], ["issued"]]
    for group, name in _DATE_LISTS:
        places += [[group, position, name] for position in range(len(data.get(group, ())))]
    places += [
        ["disputed", "issued", place, "value"] for place in range(len(data.get("disputed", {}).get("issued", ())))
    ]
    for place in places:
        value: Any = data
        for step in place:
            value = value.get(step) if isinstance(value, dict) else value[step]
        if value is not None and impossible(value):
            yield fault(file, file.tree.at(place), "date", f"{value} is not in the calendar")
        elif value is not None and ahead(value):
            yield fault(file, file.tree.at(place), "date", f"{value} has not come yet")
    issued = [str(edition["issued"]) for edition in data.get("editions", ())]
    if issued != sorted(issued):
        yield fault(file, file.tree.at(["editions"]), "order", "editions stand in order of date")


def _id(file: File, entry: Entry) -> Iterator[Fault]:
    issued = entry.text("issued")
    years = {
        str(date)[:4] for date in (issued, *(other["date"] for other in entry.data.get("other-dates", ()))) if date
    }
    for pattern in _YEAR_IN_ID:
        found = pattern.search(entry.id) if entry.kind != "source" else None
        if found and issued and not any(year.endswith(found["year"]) for year in years):
            message = f"issued {issued}, but the id {entry.id} says {found['year']}: mend the one that is wrong"
            yield fault(file, file.tree.at(["issued"]), "date", message)
    ecli = entry.text("ecli")
    found = _ECLI.fullmatch(ecli) if ecli else None
    if found:
        day = f"{found['year']}-{found['month']}-{found['day']}"
        number = f"{int(found['number'])}/{found['lodged']}"
        if day != issued:
            yield fault(file, file.tree.at(["ecli"]), "date", f"the ECLI says {day}, the entry {issued}")
        if number != entry.id:
            yield fault(
                file, file.tree.at(["ecli"]), "number", f"the ECLI says application {number}, the id {entry.id}"
            )


def _disputed(file: File, data: Any) -> Iterator[Fault]:
    for name, values in data.get("disputed", {}).items():
        node = file.tree.at(["disputed", name, 0, "value"])
        printed = [str(item["value"]) for item in values]
        if str(data.get(name)) != printed[0]:
            message = f"the first of the disputed values is the preferred one, {data.get(name)} (field {name!r})"
            yield fault(file, node, "disputed", message)
        if len(set(printed)) != len(printed):
            yield fault(file, node, "disputed", "one value stands twice: put those who print it together")


def _variants(file: File, entry: Entry) -> Iterator[Fault]:
    for group in ("aliases", "misspellings"):
        for position, item in enumerate(entry.data.get(group, ())):
            name = item.get("field", "title")
            node = file.tree.at([group, position, "value"])
            right = {*_values(entry, name), *(alias.value for alias in entry.aliases(name) if group == "misspellings")}
            if item["value"] in right:
                yield fault(file, node, "colliding-alias", f"{item['value']!r} is already a right value of {name!r}")
            if name not in ("id", "title") and name not in entry.data:
                yield fault(
                    file, node, "colliding-alias", f"the entry has no field {name!r} of which this could be a variant"
                )
            if group == "misspellings" and name == "title" and _same_title(item["value"], entry):
                yield fault(
                    file, node, "colliding-alias", "this differs from the title only where look-up sees no difference"
                )


def _same_title(text: str, entry: Entry) -> bool:
    return normalise_title(text) == normalise_title(entry.text("title") or "")


def _values(entry: Entry, name: str) -> set[str]:
    if name == "id":
        return {entry.id}
    if name == "URL":
        return set(entry.urls())
    if name in ("author", "editor"):
        return set(entry.people(name))
    text = entry.text(name)
    return {text} if text else set()
