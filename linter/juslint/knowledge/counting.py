"""How much a knowledge base holds."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from juslint.knowledge.searching import called

if TYPE_CHECKING:
    from juslint.knowledge.base import Knowledge


def counted(knowledge: Knowledge) -> dict[str, Any]:
    """`entries` (a number), `kinds` (name to number, the most first) and `series` (id, name, body, rows, coverage).

    Of the European Court every document counts. A series without rows is known by the form of its numbers only.
    """
    kinds: Counter[str] = Counter()
    rows: Counter[str] = Counter()
    bodies: dict[str, str] = {}
    for entry in knowledge.entries():
        kinds[f"{entry.kind} ({entry.family})" if entry.kind != entry.family else entry.kind] += 1
        folder, _, _ = entry.path.rpartition("/")
        rows[folder] += entry.kind == "resolutions"
        if entry.kind == "body":
            bodies[entry.path] = called(entry)
    kinds["case-documents (echr)"] = sum(
        count for layer in knowledge.layers for (count,) in layer.ask("SELECT count(*) FROM cases")
    )
    series: dict[str, dict[str, Any]] = {}
    for layer in reversed(knowledge.layers):
        files = layer.series_files()
        for template, data in layer.series().items():
            series[template] = {
                "id": template,
                "name": data["name"],
                "body": bodies.get(files[template], files[template]),
                "rows": rows[data.get("folder", "")],
                "coverage": data.get("coverage"),
            }
    listed = sorted(series.values(), key=lambda one: (-one["rows"], one["id"]))
    return {"entries": kinds.total(), "kinds": dict(kinds.most_common()), "series": listed}
