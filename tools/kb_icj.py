"""Make kb/courts/icj/general-list.yaml, the cases of the International Court of Justice by their number.

usage: kb_icj.py FOLDER    (the folder with icj_cases.csv)
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

from kb_rows import table, write

BASE = Path(__file__).resolve().parents[1] / "kb" / "courts" / "icj"
JUDGMENTS = """
" | 1 1948-03-25 1949-04-09 1949-12-15 | 5 1951-12-18 | 7 1950-11-20 | 11 1952-08-27 | 13 1950-11-27
14 1951-06-13 | 15 1952-07-01 1953-05-19 | 16 1952-07-22 | 17 1953-11-17 | 18 1953-11-18 1955-04-06
19 1954-06-15 | 29 1957-07-06 | 32 1957-11-26 1960-04-12 | 33 1958-11-28 | 34 1959-03-21 | 35 1959-05-26
38 1959-06-20 | 39 1960-11-18 | 45 1961-05-26 1962-06-15 | 46 1962-12-21 1966-07-18 | 47 1962-12-21 1966-07-18
48 1963-12-02 | 50 1964-07-24 1970-02-05 | 51 1969-02-20 | 52 1969-02-20 | 54 1972-08-18
55 1973-02-02 1974-07-25 | 56 1973-02-02 1974-07-25 | 58 1974-12-20 | 59 1974-12-20 | 62 1978-12-19
63 1981-04-14 1982-02-24 | 64 1980-05-24 | 67 1984-10-12 | 68 1984-03-21 1985-06-03 | 69 1986-12-22
70 1984-11-26 1986-06-27 | 71 1985-12-10 | 74 1988-12-20 | 75 1990-09-13 1992-09-11 | 76 1989-07-20
78 1993-06-14 | 80 1992-06-26 | 82 1991-11-12 | 83 1994-02-03 | 84 1995-06-30
87 1994-07-01 1995-02-15 2001-03-16 | 88 1998-02-27 | 89 1998-02-27 | 90 1996-12-12 2003-11-06
91 1996-07-11 2007-02-26 | 92 1997-09-25 | 94 1998-06-11 2002-10-10 | 96 1998-12-04 | 98 1999-12-13
101 1999-03-25 | 102 2001-10-23 2002-12-17 | 103 2007-05-24 2010-11-30 2012-06-19 | 104 2001-06-27
105 2004-12-15 | 106 2004-12-15 | 107 2004-12-15 | 108 2004-12-15 | 109 2004-12-15 | 110 2004-12-15
111 2004-12-15 | 113 2004-12-15 | 116 2005-12-19 2022-02-09 | 118 2008-11-18 2015-02-03 | 119 2000-06-21
120 2007-10-08 | 121 2002-02-14 | 122 2003-02-03 | 123 2005-02-10 | 124 2007-12-13 2011-05-04 2012-11-19
125 2005-07-12 | 126 2006-02-03 | 127 2003-12-18 | 128 2004-03-31 | 130 2008-05-23 | 132 2009-02-03
133 2009-07-13 | 135 2010-04-20 | 136 2008-06-04 | 137 2014-01-27 | 139 2009-01-19 | 140 2011-04-01
142 2011-12-05 | 143 2012-02-03 | 144 2012-07-20 | 148 2014-03-31 | 149 2013-04-16 | 150 2015-12-16 2018-02-02
151 2013-11-11 | 152 2015-12-16 | 153 2015-09-24 2018-10-01 | 154 2016-03-17 2023-07-13
155 2016-03-17 2022-04-21 | 157 2018-02-02 | 158 2016-10-05 | 159 2016-10-05 | 160 2016-10-05
161 2017-02-02 2021-10-12 | 162 2022-12-01 | 163 2018-06-06 2020-12-11 | 164 2019-02-13 2023-03-30
165 2018-02-02 | 166 2019-11-08 2024-01-31 | 168 2019-07-17 | 171 2020-12-18 2023-04-06 | 172 2021-02-04
173 2020-07-14 | 174 2020-07-14 | 175 2021-02-03 | 178 2022-07-22 | 179 2025-05-19 | 180 2024-11-12 | 181 2024-11-12
182 2024-02-02 | 185 2026-03-19
"""
DAYS = (
    "Corpus of Decisions: International Court of Justice (CC0), version of October 2023: number, day and kind of every "
    "decision, as data/corpus.json of github jc0h3n/icj-remedies @bb63f51 has them; in order of case in github "
    "SeanFobbe/cd-icj @6c8a025, data/CD-ICJ_Source_Stages_Filenames.csv"
)
CODED = "data/coding.json of github jc0h3n/icj-remedies @bb63f51: number and day of judgments on the merits"
LATER = (
    "data/icj-docs.json of github jc0h3n/icj-remedies @bb63f51: numbers, days and addresses at www.icj-cij.org of all "
    "decisions from October 2023 to 3 September 2026"
)
FIRST = (
    "1 July 1952: icj-cij.org/index.php/node/103128; 22 July 1952: www.intlawgrrls.com/2011/07/on-july-22.html; "
    "18 November 1953: cambridge.org/core/journals/international-organization, 77DF5311AFBCF5A3A2C5E5713274C152"
)
ORIGIN = (
    "Corpus of Decisions: International Court of Justice, list of cases to 2023 (CC0; github SeanFobbe/cd-icj @8211b20)"
)


def main(folder: Path) -> None:
    """Write the file with the days of the judgments; numbers that the list has no name for are left out.

    A name without its parties is a short title where one case alone has it.
    """
    cases = [row for row in table(folder, "icj_cases.csv") if row["full_name"] not in ("", "NA")]
    short = Counter(row["full_name"].partition(" (")[0] for row in cases)
    days = {line.split()[0]: line.split()[1:] for line in JUDGMENTS.replace("|", "\n").strip().splitlines()}
    rows: list[dict[str, object]] = []
    for row in cases:
        out: dict[str, object] = {"id": f"ICJ General List No. {int(row['case_no'])}", "title": row["full_name"]}
        name = row["full_name"].partition(" (")[0]
        if name != row["full_name"] and short[name] == 1:
            out["short-titles"] = [name]
        if row["case_no"] in days:
            out["judgments"] = days[row["case_no"]]
        rows.append(out)
    write(BASE / "general-list.yaml", (ORIGIN, DAYS, CODED, LATER, FIRST), {"rows": rows})


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(Path(sys.argv[1]))
