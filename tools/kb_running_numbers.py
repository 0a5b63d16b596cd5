"""Which running numbers (1 to 3541) the sessions of the General Assembly are known to have given.

A number counts for a session where two texts cite it so, roll calls or a document name it, or a source of the anchors
other than general knowledge does; an anchor of general knowledge counts where any of these has the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kb_rows import table

from juslint.knowledge.sessions import LAST_RUNNING, arabic

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

# Special sessions by the regular one after which they were held: numbers run on through all of them in this order.
_AFTER = {1: ["S-1"], 2: ["S-2"], 10: ["ES-1", "ES-2"], 12: ["ES-3"], 14: ["ES-4"], 15: ["S-3"], 17: ["S-4"]}
_AFTER |= {21: ["S-5", "ES-5"], 28: ["S-6"], 29: ["S-7"]}
IN_TIME = [session for number in range(1, 31) for session in (str(number), *_AFTER.get(number, ()))]
_TWICE = 2


def attested(folder: Path) -> dict[str, tuple[int, int]]:
    """Session (`21`, `S-6`) to the lowest and highest running number that surely is of it."""
    named: dict[str, set[int]] = {}
    doubtful: dict[str, set[int]] = {}
    for row in table(folder, "ga_resolutions.csv"):
        if row["number_form"].endswith(")"):
            documents = row["title_source"] in ("mandate-doc", "ppb2026") or "mandate-doc" in row["date_sources"]
            sure = documents or row["vote_yes"] or int(row["date_support"] or 0) >= _TWICE
            (named if sure else doubtful).setdefault(arabic(row["session"]), set()).add(int(row["number"]))
    for row in table(folder, "ga_resolution_anchors_1_30.csv"):
        session, number = arabic(row["session_label"]), int(row["number"])
        confirmed = number in doubtful.get(session, ()) or number in named.get(session, ())
        if confirmed or not row["source"].startswith("general knowledge"):
            named.setdefault(session, set()).add(number)
    return _rising(named)


def _rising(named: dict[str, set[int]]) -> dict[str, tuple[int, int]]:
    """Lowest and highest number of each session, without those that lie among another session's."""
    out: dict[str, tuple[int, int]] = {}
    for place, session in enumerate(IN_TIME):
        before = [max(named[one]) for one in IN_TIME[:place] if one in named]
        after = [min(named[one]) for one in IN_TIME[place + 1 :] if one in named]
        numbers = named.get(session, set())
        kept = [one for one in numbers if one > max(before, default=0) and one < min(after, default=LAST_RUNNING + 1)]
        if len(kept) != len(numbers):
            raise ValueError(
                f"session {session}: {sorted(numbers - set(kept))} lie among the numbers of another session"
            )
        if kept:
            out[session] = min(kept), max(kept)
    return out


def fit(folder: Path) -> Callable[[str, int], bool]:
    """Whether a number can be of the session that a row names, as that row writes it (`XXI`, `S-VI`, `60`, `S-10`)."""
    known = attested(folder)
    last = {row["session"]: int(row["highest_attested"]) for row in table(folder, "ga_resolution_numbers_31_on.csv")}

    def fits(label: str, number: int) -> bool:
        session = arabic(label)
        if session == label:  # numbered by session, which only those after the thirtieth are
            return number <= last.get(session, 0 if session.isdigit() else number)
        if session not in IN_TIME:
            return False
        place = IN_TIME.index(session)
        low = max((known[one][1] for one in IN_TIME[:place] if one in known), default=0)
        high = min((known[one][0] for one in IN_TIME[place + 1 :] if one in known), default=LAST_RUNNING + 1)
        return low < number < high

    return fits
