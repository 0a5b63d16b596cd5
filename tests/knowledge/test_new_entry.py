"""Entries made of citations: where they stand, what they say, what is refused; and that they are found again."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from juslint import _data
from juslint.cli.kb import command
from juslint.knowledge import Knowledge, modeline, new_entry, yaml_writing
from juslint.knowledge.checking import check
from juslint.knowledge.layout import kind_of
from juslint.knowledge.new_rows import added
from juslint.knowledge.yaml_tree import read

if TYPE_CHECKING:
    from juslint.reference import Reference

HEAD = new_entry.Head(("a page",), "2026-11-22")
CITED = [
    ("Smith v. Ruritania [GC], nos. 99999/18 and 99998/18, § 5, 3 May 2022", "courts/echr/smith-v-ruritania-99999-18"),
    ("S/2021/462", "un/documents/s-2021-462"),
    ("A/79/1234-S/2024/999", "un/documents/a-79-1234-s-2024-999"),
    ("https://docs.un.org/en/S/2030/77", "un/documents/s-2030-77"),
    ("Security Council resolution 2999 (2030)", "un/security-council/resolutions/2030"),
    ("General Assembly resolution 59/399 of 3 March 2005", "un/general-assembly/resolutions/59"),
    ("A/RES/9998 (XXI)", "un/general-assembly/resolutions-to-1975/21"),
    ("R (87) 399", "coe/committee-of-ministers/recommendations-to-1999/1987"),
    ("Parliamentary Assembly Resolution 2999 (2021)", "coe/parliamentary-assembly/resolutions/2021"),
    ("CDL-AD(2021)001", "coe/venice-commission/cdl-ad-2021-001"),
    (
        "Rivers of Ruritania (Ruritania v. Atlantis), Judgment, I.C.J. Reports 2021, p. 14",
        "courts/icj/i-c-j-reports-2021-p-14",
    ),
    ("ICC-01/99-01/06", "sources/icc-01-99-01-06"),
    ("Convention on the Rights of Rivers, 1999", "treaties/convention-on-the-rights-of-rivers-1999"),
    ("Directive 2019/43/EC", "sources/directive-2019-43-ec"),
    ("OIC resolution 9/44-C", "sources/oic-9-44-c"),
    (
        "Letter dated 24 March 2019 from the Office of Rivers to the Minister for Waters of Ruritania",
        "sources/letter-office-of-rivers-minister-for-waters-of-2019",
    ),
    ("Jane Smith, *The Long River: A Course* (Leiden, Brill, 2016), p. 45", "sources/smith-the-long-river-2016"),
    ("Jane Smith, “On rivers”, *Journal of Rivers*, vol. 5, No. 2 (2016)", "sources/smith-on-rivers-2016"),
    (
        "Tom van der Berg, “On shores”, in Ann Jones, ed., *Waters* (Oxford, Oxford University Press, 2011), pp. 3-5",
        "sources/van-der-berg-on-shores-2011",
    ),
    ("Thomas Brown, “Dry beds”, Newsweek, 3 May 2016", "sources/brown-dry-beds-2016"),
    ("*The River Post*, 5 March 1992", "sources/the-river-post"),
    ("Report of the Secretary-General on inland waters (A/79/999)", "sources/secretary-general-inland-waters"),
    ("https://example.org/a/b?c=d", "sources/example-org-a-b-c-d"),
    (
        "Human Rights Watch, “On floods”, 3 May 2019, available at https://hrw.org/x",
        "sources/human-rights-watch-on-floods-2019",
    ),
    (
        "Statement of the Ministry of Rivers of Ruritania, 26 February 2020, available at https://rivers.example/x",
        "sources/statement-of-the-ministry-of-rivers-of-ruritania-2020",
    ),
]


def made(text: str, knowledge: Knowledge, root: Path, **said: str) -> new_entry.NewEntry:
    return new_entry.made(new_entry.only_reference(text, knowledge), knowledge, root, HEAD, said)


def found(reference: Reference, knowledge: Knowledge) -> str | None:
    entry = knowledge.resolve(str(reference.id)).entry or knowledge.identify(reference)
    entry = entry or knowledge.publication(reference.text_of("title") or "")
    return entry.path if entry else None


def test_what_is_cited_is_found_in_its_place_and_the_base_is_sound(knowledge: Knowledge, tmp_path: Path) -> None:
    for text, place in CITED:
        entry = made(text, knowledge, tmp_path)
        assert entry.path == tmp_path / f"{place}.yaml", text
        new_entry.put(entry)
    assert check([tmp_path]) == []
    own = Knowledge.open([tmp_path])
    for text, place in CITED:
        assert found(new_entry.only_reference(text, own), own) == f"{place}.yaml", text
        with pytest.raises(new_entry.Refused, match="known already"):
            made(text, own, tmp_path)


def test_an_entry_says_what_the_citation_says(knowledge: Knowledge, tmp_path: Path) -> None:
    assert made(CITED[0][0], knowledge, tmp_path).text == (
        "origin:\n- a page\nlicence: Apache-2.0\ndate: 2026-11-22\nid: 99999/18\ntype: legal_case\n"
        "title: Smith v. Ruritania\nauthority: European Court of Human Rights\nissued: 2022-05-03\naliases:\n"
        f'- {{field: id, value: 99998/18, seen: ["{CITED[0][0]}"]}}\n'
    )
    book = made("Tom van der Berg, *Rivers* (Leiden, Brill, 2016), p. 45", knowledge, tmp_path).text
    assert book.partition("2026-11-22\n")[2] == (
        "type: book\ntitle: Rivers\nauthor:\n- {family: van der Berg, given: Tom}\npublisher: Brill\n"
        "publisher-place: Leiden\nissued: 2016\n"
    )
    place = "United Nations, Treaty Series, vol. 2999, No. 99999"
    text = f"Convention on the Rights of Rivers, adopted at Leiden, {place}"
    treaty = made(text, knowledge, tmp_path, issued="1999").text
    assert treaty.partition("2026-11-22\n")[2] == (
        "type: treaty\ntitle: Convention on the Rights of Rivers\nissued: 1999\nvolume: 2999\n"
        "collection: United Nations, Treaty Series\nalso: [UNTS 2999/99999]\n"
    )
    letter = made(
        "Letter dated 24 March 2019 from the Office of Rivers to the Minister for Waters", knowledge, tmp_path
    )
    assert letter.unsaid == ("title",)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("nothing at all", "no reference that juslint knows in “nothing at all”"),
        ("S/2030/1 and S/2030/2", "several references: S/2030/1; S/2030/2: give one"),
        ("resolution 822 (1993)", "known already: S/RES/822 (1993)"),
        ("Fatullayev v. Azerbaijan, no. 40984/07", "known already: 40984/07"),
        ("International Covenant on Civil and Political Rights", "known already: international-covenant"),
        ("S/RES/822 (1995)", "there is none, and the knowledge base holds this series completely"),
        ("CETS No. 299", "does not say title and issued: say it with --field title=… --field issued=…"),
        ("A text, United Nations, Treaty Series, vol. 1155, No. 18232", "known already: vienna-convention"),
    ],
)
def test_what_is_refused(text: str, said: str, knowledge: Knowledge, tmp_path: Path) -> None:
    with pytest.raises(new_entry.Refused) as refused:
        made(text, knowledge, tmp_path)
    assert said in str(refused.value)
    assert "\n" not in str(refused.value)
    assert not list(tmp_path.iterdir())


def test_fields_that_a_person_says(knowledge: Knowledge, tmp_path: Path) -> None:
    entry = made("CETS No. 299", knowledge, tmp_path, title='On "rivers": a #convention', issued="2021")
    assert 'title: "On \\"rivers\\": a #convention"\nissued: 2021\n' in entry.text
    with pytest.raises(new_entry.Refused, match="did you mean 'title'"):
        made("S/2021/1", knowledge, tmp_path, tilte="x")
    with pytest.raises(new_entry.Refused, match="not in the calendar"):
        made("S/2021/1", knowledge, tmp_path, issued="2021-02-31")


def test_a_name_that_is_taken_is_not_taken_again(knowledge: Knowledge, tmp_path: Path) -> None:
    first = made("Jane Smith, *Rivers* (Leiden, Brill, 2016)", knowledge, tmp_path)
    new_entry.put(first)
    with pytest.raises(new_entry.Refused, match="exists"):
        new_entry.put(first)
    second = made("Joan Smith, *Rivers* (Leiden, Brill, 2016)", knowledge, tmp_path)
    assert second.path.name == "smith-rivers-2016-2.yaml"


def test_a_row_is_put_in_its_place_and_all_else_stays() -> None:
    text = "origin:\n- x\nlicence: CC0-1.0\ndate: 2026-01-01\nrows:\n- {number: 1, title: A}\n- {number: 3}\n"
    assert added(text, {"number": 2}, ["x", "z"]) == (
        "origin:\n- x\n- z\nlicence: CC0-1.0\ndate: 2026-01-01\nrows:\n"
        "- {number: 1, title: A}\n- {number: 2}\n- {number: 3}\n"
    )
    assert added(text, {"number": 3, "letter": "B"}, []) == text + "- {number: 3, letter: B}\n"
    assert added(text.replace("\n", "\r\n"), {"number": 2}, []) is None
    assert added(text.replace("- {number: 1, title: A}", "- number: 1"), {"number": 2}, []) is None


@pytest.mark.parametrize(
    "text", ["yes", "12:30", "1e3", "a: b", " a", "-", "é", "'a", "a\u2028b", "x\x85", "#", "a #b", "a:"]
)
def test_texts_read_back_alike(text: str) -> None:
    fields: dict[str, yaml_writing.Value] = {"a": text, "b": [text], "c": [{"d": text}], "also": [text, "x"]}
    assert read(yaml_writing.written(fields).encode()).plain() == fields


def test_the_layout_is_that_of_the_shipped_files() -> None:
    root = _data.data_folder("kb")
    files = [file for kind in ("treaties/*.yaml", "un/documents/*.yaml", "coe/*/*.yaml") for file in root.glob(kind)]
    same = 0
    for file in files:
        kind = kind_of(file.relative_to(root))  # type: ignore[arg-type]
        fields = read(file.read_bytes()).plain()
        if kind is None or kind.name == "meetings" or not isinstance(fields, dict) or "disputed" in fields:
            continue
        text = yaml_writing.written(yaml_writing.ordered(fields))  # type: ignore[arg-type]
        assert read(text.encode()).plain() == fields
        same += modeline.put(text, modeline.wanted(file)) == file.read_text(encoding="utf-8")
    assert same > 20


def test_the_command(knowledge: Knowledge, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    run = CliRunner().invoke
    nowhere = run(command, ["new", "S/2021/462"])
    assert nowhere.exit_code == 2
    assert "--kb" in nowhere.output
    shown = run(command, ["new", "--print", "S/2021/462", "--origin", "a page", "--licence", "CC0-1.0"])
    assert shown.output.startswith("origin:\n- a page\nlicence: CC0-1.0\n")
    done = run(command, ["new", "--kb", "mine", "S/2021/462"])
    assert "mine/un/documents/s-2021-462.yaml\n" in done.output
    assert "citation: S/2021/462" in Path("mine/un/documents/s-2021-462.yaml").read_text(encoding="utf-8")
    again = run(command, ["new", "--kb", "mine", "S/2021/462"])
    assert (again.exit_code, again.output) == (
        1,
        "Error: known already: S/2021/462 (mine/un/documents/s-2021-462.yaml:1)\n",
    )
    Path("juslint.toml").write_text('kb = ["mine"]\n', encoding="utf-8")
    assert "mine/un/documents/s-2021-463.yaml\n" in run(command, ["new", "S/2021/463"]).output
    assert run(command, ["new", "S/2021/464", "--field", "title"]).exit_code == 2
    assert run(command, ["check", "mine"]).exit_code == 0
