"""Files of one-line rows: the short way reads them as the reader for all YAML does."""

from __future__ import annotations

import pytest

from juslint import _data
from juslint.knowledge import flow_rows, yaml_tree

HEAD = "licence: x\nrows:\n"


def test_the_shipped_files_are_read_alike() -> None:
    for file in sorted(_data.data_folder("kb").rglob("*.yaml")):
        if file.parts[-3] == "echr" and file.stem not in ("1976", "1994", "undated"):
            continue  # as many as all the others together, and of one form
        text = yaml_tree.decode(file.read_bytes())
        short = yaml_tree._of_rows(text)
        if short is not None:
            whole = yaml_tree._of_any(text)
            assert short == whole, file
            if "\nrows:\n" in text:
                listed = whole.at(["rows"]).value
                assert isinstance(listed, list)
                assert list(yaml_tree.rows(file.read_bytes())) == [(node.line, node.plain()) for node in listed], file


@pytest.mark.parametrize(
    "row",
    [
        "- {a: 1, b: true, c: null, d: 007, e: 2001-02-03, f: 40984/07, g: ~x}",
        '- {a: "x, y: z", b: "say \\"so\\"", c: "back\\\\slash", d: ["1", 2, x y]}',
        "- {a: O'Neill & Co. v. l'Italie, b: (x), c: Ł v. Türkiye, d: []}",
        "- {a: x (y), b: Series A no. 24, c: -5, d: 1_000, e: 0x1F, f: 1.5}",
        "- {a: null, b: false, c: Null, d: no}",
    ],
)
def test_rows_are_read_alike(row: str) -> None:
    text = f"{HEAD}{row}\n"
    short = yaml_tree._of_rows(text)
    whole = yaml_tree._of_any(text)
    assert short in (None, whole)
    assert [values for _, values in yaml_tree.rows(text.encode())] == [whole.at(["rows", 0]).plain()]


@pytest.mark.parametrize(
    "row",
    [
        "- {a: 1, a: 2}",
        "- {a: x # y}",
        "- {a: x: y}",
        "- {a: &b c}",
        "- {a: x }",
        "-  {a: x}",
        "- {a: x}\n# why",
        "- {a: x}\n- b: y",
        "- {a: x}\r",
        "- {a: 'x'}",
        "- {a: !!str x}",
        "- {a: x\u2028y}",
        '- {a: "\\u0041"}',
    ],
)
def test_what_is_not_of_the_plainest_form_is_left_to_the_reader_for_all_yaml(row: str) -> None:
    assert yaml_tree._of_rows(f"{HEAD}{row}\n") is None


def test_a_field_that_stands_twice_is_told() -> None:
    with pytest.raises(yaml_tree.Damage, match="twice"):
        list(yaml_tree.rows(f"{HEAD}- {{a: 1, a: 2}}\n".encode()))


def test_a_file_without_rows_is_told() -> None:
    with pytest.raises(TypeError, match="rows"):
        list(yaml_tree.rows(b"licence: x\n"))


def test_places_are_counted_from_one() -> None:
    found = flow_rows.split(f"{HEAD}- {{a: [x, y]}}\n")
    assert found is not None
    (field,) = flow_rows.fields(found[1][0])
    assert (field.column, field.at, field.items) == (4, 7, [("x", 8), ("y", 11)])
