"""Regenerate kb/un/symbols.yaml, what the symbols of United Nations documents begin with, from the CSV folder given.

usage: kb_symbols.py CSV_FOLDER

The list calls many of its rows general knowledge. They are kept for display, as `unverified`, but for those of which
the United Nations library's own table names the body and whose numbers follow the rule of a verified prefix.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Any

from kb_rows import table, write
from kb_symbol_bodies import INSTITUTIONS, KNOWN, MODIFICATIONS, PAPERS, WHAT

FOLDER = Path(__file__).resolve().parents[1] / "kb" / "un"
UNVERIFIED = "general knowledge, unverified"
LIBRARY = "github dag-hammarskjold-library/hzn"
ORIGINS = (
    "research.un.org/en/docs/symbols",
    "United Nations Editorial Manual, system of identification (un.org/dgacm/en/content/editorial-manual)",
    f"bodies by symbol: {LIBRARY} @20dedd4, lib/Hzn/Export/Util/Map/Bib/DLX/Body.pm",
    "single prefixes: the pages and data sets that their rows name",
)
CONFIRMED = {  # prefixes whose body the library's table names, and that number as a verified shorter one does
    "A/INF/", "A/{n}/INF/", "A/{n}/Agenda", "A/S-", "A/ES-", "A/C.2/", "A/SPC/", "A/HRC/DEC/", "A/HRC/PRST/",
    "E/INF/", "E/CN.4/RES/", "E/ICEF/",
}  # fmt: skip
NUMBERING = {
    "sequence": ["running"],
    "continuous": ["running"],
    "continuous number plus year": ["running"],
    "meeting number": ["running"],
    "sequence to 1993, year from 1994": ["year"],
    "year or sequence": ["year", "running"],
    "sequence or year": ["year", "running"],
    "year or volume": ["year", "running"],
    "year or session": ["year", "session"],
    "session or sequence": ["session", "running"],
    "sequence or session": ["session", "running"],
    "session or ISO3": ["session", "state"],
    "ISO3": ["state"],
    "conference number": ["running"],
}
SINCE = {"S/": 1994, "E/": 1978, "A/{n}/49": 42, "A/{n}/53": 61}  # the last: the Council's first reports
HOLDERS = {"A/AC.": "committee", "S/AC.": "committee", "ST/SG/AC.": "committee", "A/CONF.": "conference"}
ASSEMBLY, RIGHTS = "General Assembly", "Human Rights Council"
BODIES = {  # prefix to body in full, and what the documents are where it is more than the body's own
    "A/{n}/L.": (ASSEMBLY, "plenary, limited distribution"),
    "A/{n}/PV.": (ASSEMBLY, "plenary, verbatim records"),
    "A/{n}/INF/": (ASSEMBLY, "information series"),
    "A/INF/": (ASSEMBLY, "information series"),
    "A/{n}/Agenda": (ASSEMBLY, "agenda"),
    "A/{n}/49": (ASSEMBLY, "supplement 49, resolutions and decisions"),
    "A/{n}/53": (ASSEMBLY, "supplement 53, report of the Human Rights Council"),
    "A/RES/": (ASSEMBLY, "resolutions"),
    "A/DEC/": (ASSEMBLY, "decisions, in the catalogues' form"),
    "A/BUR/": ("General Committee of the General Assembly", ""),
    "A/S-": (ASSEMBLY, "special session"),
    "A/ES-": (ASSEMBLY, "emergency special session"),
    **{
        f"A/C.{number}/": (f"{name} Committee of the General Assembly", "")
        for number, name in enumerate(("First", "Second", "Third", "Fourth", "Fifth", "Sixth"), 1)
    },
    "A/SPC/": ("Special Political Committee of the General Assembly", "to 1993"),
    "A/AC.": ("ad hoc committee of the General Assembly", ""),
    "A/CN.9/": ("United Nations Commission on International Trade Law", ""),
    "A/CONF.": ("United Nations conference", ""),
    "A/HRC/RES/": (RIGHTS, "resolutions"),
    "A/HRC/DEC/": (RIGHTS, "decisions"),
    "A/HRC/PRST/": (RIGHTS, "statements of the President"),
    "A/HRC/WG.6/": ("Working Group on the Universal Periodic Review", ""),
    "A/HRC/AC/": ("Human Rights Council Advisory Committee", ""),
    "A/HRC/{n}/NGO/": (RIGHTS, "statements of non-governmental organizations"),
    "S/RES/": ("Security Council", "resolutions"),
    "S/PV.": ("Security Council", "verbatim records"),
    "S/PRST/": ("Security Council", "presidential statements"),
    "S/INF/": ("Security Council", "information series; volumes of resolutions"),
    "S/AC.": ("committee of the Security Council", ""),
    "S/Agenda/": ("Security Council", "provisional agenda"),
    "E/RES/": ("Economic and Social Council", "resolutions"),
    "E/DEC/": ("Economic and Social Council", "decisions"),
    "E/INF/": ("Economic and Social Council", "information series"),
    "E/C.2/": ("Committee on Non-Governmental Organizations", ""),
    "E/CN.4/": ("Commission on Human Rights", "to 2006"),
    "E/CN.4/Sub.2/": ("Sub-Commission on the Promotion and Protection of Human Rights", ""),
    "E/CN.4/RES/": ("Commission on Human Rights", "resolutions, in the catalogues' form"),
    "E/CN.15/": ("Commission on Crime Prevention and Criminal Justice", ""),
    "E/CN.17/": ("Commission on Sustainable Development", "to 2013"),
    "E/CN.18/": ("United Nations Forum on Forests", ""),
    "E/ESCAP/": ("Economic and Social Commission for Asia and the Pacific", ""),
    "E/NL.": ("Secretariat", "national laws on narcotic drugs"),
    "E/INCB/": ("International Narcotics Control Board", ""),
    "ST/AI/": ("Secretariat", "administrative instructions"),
    "ST/SGB/": ("Secretariat", "Secretary-General’s bulletins"),
    "ST/IC/": ("Secretariat", "information circulars"),
    "ST/CS/": ("Secretariat", "guidelines"),
    "ST/LIB/": ("Dag Hammarskjöld Library", ""),
    "ST/SG/AC.": ("advisory body of the Secretary-General", ""),
    "ST/ESA/": ("Department of Economic and Social Affairs", ""),
    "CEDAW/C/": ("Committee on the Elimination of Discrimination against Women", ""),
    "CAT/OP/": ("Subcommittee on Prevention of Torture", ""),
    "CMW/C/": (
        "Committee on the Protection of the Rights of All Migrant Workers and Members of Their Families",
        "",
    ),
    "CRPD/C/": ("Committee on the Rights of Persons with Disabilities", ""),
    "CED/C/": ("Committee on Enforced Disappearances", ""),
    "HRI/": ("human rights treaty bodies", "international human rights instruments"),
    "UNEP/": ("United Nations Environment Programme", ""),
    "UNEP/CBD/": ("Convention on Biological Diversity", "to 2016"),
    "CBD/": ("Convention on Biological Diversity", "from 2016"),
    "FCCC/": ("United Nations Framework Convention on Climate Change", ""),
    "ICCD/": ("United Nations Convention to Combat Desertification", ""),
    "TD/": ("United Nations Conference on Trade and Development", ""),
    "DP/": ("United Nations Development Programme", ""),
    "DP/FPA/": ("United Nations Population Fund", ""),
    "DP/OPS/": ("United Nations Office for Project Services", ""),
    "E/ICEF/": ("United Nations Children’s Fund", ""),
    "IDB.": ("Industrial Development Board", ""),
    "GC.": ("General Conference of the United Nations Industrial Development Organization", ""),
    "ID/": ("United Nations Industrial Development Organization", "older series"),
    "LOS/": ("United Nations law of the sea bodies", ""),
    "SPLOS/": ("Meeting of States Parties to the Convention on the Law of the Sea", ""),
    "ISBA/": ("International Seabed Authority", ""),
    "NPT/CONF.": ("Review Conference of the Parties to the Treaty on the Non-Proliferation of Nuclear Weapons", ""),
    "CTBT/": ("Preparatory Commission for the Comprehensive Nuclear-Test-Ban Treaty Organization", ""),
    "BWC/": ("Biological Weapons Convention", ""),
    "CCW/": ("Convention on Certain Conventional Weapons", ""),
    "ICC-ASP/": ("Assembly of States Parties to the Rome Statute", "not a body of the United Nations"),
    "PCNICC/": ("Preparatory Commission for the International Criminal Court", ""),
    "AT/": ("United Nations Administrative Tribunal", "to 2009"),
    "UNDT/": ("United Nations Dispute Tribunal", ""),
    "CTOC/": ("United Nations Convention against Transnational Organized Crime", ""),
    "CAC/": ("United Nations Convention against Corruption", ""),
    "PC/": ("Preparatory Commission of the United Nations", "1945"),
    "OIC/": ("Organization of Islamic Cooperation", "not a body of the United Nations"),
}
NOTE = re.compile("to |from |not |1945|older")  # of the body or its symbols, not of what the documents are
WORDED = {  # sources that the list words as notes to itself
    "stored copy of A/RES/80/4": "A/RES/80/4",
    "stored GitHub note on GA document layout (code search)": "a symbol as printed on documents of the Third Committee",
    "stored GitHub file (UNDL feed probe)": "digitallibrary.un.org",
    "218.28.6.71 note text; dag-hammarskjold-library/unov data/ds_all.csv": (
        "dag-hammarskjold-library/unov data/ds_all.csv"
    ),
    "lawfoundation.org.nz style guide; brief": "lawfoundation.org.nz style guide",
    "645012.skal.fun copy of HRI/MC/2006/CRP.1": "HRI/MC/2006/CRP.1",
    "scribd 236153706 names A/CN.10": "scribd.com 236153706",
    "research.un.org/en/docs/symbols (T/ in Western/MMILC lists)": "research.un.org/en/docs/symbols",
    "UNDL export, intreleng-research/unsc-dataset UNExports; sinclair.edu": "intreleng-research/unsc-dataset UNExports",
    "UNDL export, intreleng-research/unsc-dataset UNExports": "intreleng-research/unsc-dataset UNExports",
    "koha record 178148 for ST/ESCAP/1005": "ST/ESCAP/1005",
}


BY_LIBRARY = {  # prefixes that the library's table gives to a body and the list lacks, or does not vouch for
    "E/ECE/": "Economic Commission for Europe",
    "ST/ECE/": "Economic Commission for Europe",
    "E/ECA/": "Economic Commission for Africa",
    "ST/ECA/": "Economic Commission for Africa",
    "E/ECLAC/": "Economic Commission for Latin America and the Caribbean",
    "ST/ECLAC/": "Economic Commission for Latin America and the Caribbean",
    "E/ESCWA/": "Economic and Social Commission for Western Asia",
    "ST/ESCWA/": "Economic and Social Commission for Western Asia",
    "ST/ESCAP/": "Economic and Social Commission for Asia and the Pacific",
    "UNIDIR/": "United Nations Institute for Disarmament Research",
    "UNITAR/": "United Nations Institute for Training and Research",
}
PRINTED: dict[str, object] = {
    "prefix": "ECE/",
    "body": "Economic Commission for Europe",
    "numbering": ["series"],
    "examples": ["ECE/TRANS/343", "ECE/HBP/207"],
    "source": "symbols as printed on the Commission's documents",
}


def examples(row: dict[str, str]) -> list[str]:
    """Those of a row's examples that are symbols with its prefix, as their ids have them."""
    if row["prefix"] == "ST/":  # its one example is of a series with a row of its own
        return []
    begin = re.compile(re.escape(row["prefix"]).replace(r"\{n\}", "[0-9]+"))
    found = (re.sub(r" \(before.*", "", text.strip()) for text in row["examples"].split(";"))
    return [re.sub(r"(/RES/[0-9]+)\(", r"\1 (", text) for text in found if begin.match(text)]


def assembly(row: dict[str, str]) -> bool:
    """Whether the sessions are those of the General Assembly, in the symbols since the thirty-first."""
    return row["numbering_basis"] == "session" and re.match(r"A/(?!HRC)", row["prefix"]) is not None


def fields(row: dict[str, str]) -> dict[str, object]:
    """One row of the table."""
    prefix, basis = row["prefix"], row["numbering_basis"]
    body, what = BODIES.get(prefix, (row["body"].partition(" (")[0], ""))
    numbering = NUMBERING.get(basis, [basis])
    out: dict[str, object] = {"prefix": prefix, "body": body}
    if what:
        out["note" if NOTE.match(what) else "what"] = what
    out["numbering"] = [HOLDERS[prefix], *numbering] if prefix in HOLDERS else numbering
    since = SINCE.get(prefix, 31 if assembly(row) and not prefix.endswith("S-") else None)
    if since:
        out["since"] = since
    if examples(row):
        out["examples"] = examples(row)
    if row["source"] == UNVERIFIED and prefix not in CONFIRMED:
        out["unverified"] = True
    else:
        out["source"] = LIBRARY if row["source"] == UNVERIFIED else WORDED.get(row["source"], row["source"])
    return out


def in_place(rows: list[dict[str, Any]]) -> None:
    """Move examples to the row with the longest prefix that they begin with."""
    by_prefix = {row["prefix"]: row for row in rows}
    for row in rows:
        for example in list(row.get("examples", ())):
            longest = max((p for p in by_prefix if example.startswith(p)), key=len, default="")
            if len(longest) > len(row["prefix"].replace("{n}", "77")):
                row["examples"].remove(example)
                by_prefix[longest].setdefault("examples", []).append(example)
        if not row.get("examples", True):
            del row["examples"]


def main(folder: Path) -> None:
    rows: list[dict[str, Any]] = [
        fields(row) for row in table(folder, "un_symbol_prefixes.csv") if row["prefix"] not in BY_LIBRARY
    ]
    rows += [
        {"prefix": prefix, "body": body, "numbering": ["series"], "source": LIBRARY}
        for prefix, body in BY_LIBRARY.items()
    ]
    rows += [
        {"prefix": prefix, "body": body, "numbering": ["series"], "source": LIBRARY}
        for prefix, body in INSTITUTIONS.items()
    ]
    held = {row["prefix"] for row in rows}
    rows += [
        {"prefix": prefix, "body": body}
        | ({"what": WHAT[prefix]} if prefix in WHAT else {})
        | {"numbering": [numbering], "unverified": True}
        for numbering, bodies in KNOWN.items()
        for prefix, body in bodies.items()
        if prefix not in held
    ]
    rows.append(PRINTED)
    in_place(rows)
    papers: list[dict[str, object]] = [{"code": code, "what": what} for code, what in PAPERS.items()]
    papers += [{"code": code, "what": what, "modifies": True} for code, what in MODIFICATIONS.items()]
    write(
        FOLDER / "symbols.yaml", ORIGINS, {"rows": sorted(rows, key=lambda row: str(row["prefix"])), "papers": papers}
    )


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(Path(sys.argv[1]))
