"""The file of decisions: what spreadsheets make of it is read, what is wrong is told with its row."""

from __future__ import annotations

import csv
import io

import pytest

from tei_tools.decisions import COLUMNS, Table, loads, read_table, write_table
from tei_tools.errors import DecisionError

PLAIN = "decision,kind,document,before,text,after\naltogether,sic,d310,“to remove,althogether,”the danger\n"
ROW = {
    "decision": "altogether",
    "kind": "sic",
    "document": "d310",
    "before": "“to remove",
    "text": "althogether",
    "after": "”the danger",
}


@pytest.mark.parametrize(
    "data",
    [
        PLAIN.encode(),
        PLAIN.encode("utf-8-sig"),
        PLAIN.encode("utf-16"),
        PLAIN.replace("\n", "\r\n").encode("utf-8-sig"),
        PLAIN.replace("\n", "\r").encode(),
        PLAIN.replace(",", ";").encode(),
        PLAIN.replace(",", "\t").encode("utf-16"),
        b"sep=;\r\n" + PLAIN.replace(",", ";").replace("\n", "\r\n").encode(),
        ("\n" + PLAIN.replace("decision,kind", " Decision ,KIND") + ",,,,,\n\n").encode(),
        "\n".join(",".join(f'"{cell}"' for cell in line.split(",")) for line in PLAIN.split("\n")[:2]).encode(),
    ],
    ids=["plain", "mark", "utf-16", "crlf", "cr", "semicolons", "tabs", "sep", "empty rows", "quotes"],
)
def test_what_spreadsheets_write_is_read(data: bytes) -> None:
    ((_, row),) = read_table(data, "d.csv").rows
    assert row == ROW


def test_rows_have_the_numbers_that_a_spreadsheet_shows() -> None:
    data = b'sep=;\ndecision;kind;text\n\nno;sic;a\nno;sic;"b\nc"\nno;sic;d\n'
    assert [number for number, _ in read_table(data, "d.csv").rows] == [4, 5, 6]


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        ("", "d.csv", "empty"),
        ("\n\n", "d.csv", "empty"),
        ("kind,text\n", "d.csv:1", "no column 'decision'"),
        ("decision,kind,text,kind\n", "d.csv:1", "two columns are called 'kind'"),
        ("decision,kind,text\nno,sic,a,b\n", "d.csv:2", "the row has 4 cells"),
        ('decision,kind,text\nno,sic,a\nno,sic,"b\n', "d.csv:3", "no CSV"),
        ("decision,kind,text\nno,sic,a\nno,verb,b\n", "d.csv:3", "'verb' is no kind"),
        ("decision,kind,text\nno,,b\n", "d.csv:2", "the row has no kind"),
        ("decision,kind,text,occurrence\nno,sic,b,second\n", "d.csv:2", "'second' is no occurrence"),
        ("decision,kind,text\naltogether,sic,\n", "d.csv:2", "names no words"),
        ("decision,kind,text,before\naltogether,sic,,to remove\n", "d.csv:2", "its text is empty"),
        ("decision,kind,document,text\nwhen=1984,date,,\n", "d.csv:2", "names no words"),
        ("decision,kind,text\naccept,sic,a\n", "d.csv:2", "there is none"),
        ("decision,kind,text\n14.02.1984,date,a\n", "d.csv:2", "'14.02.1984' is no value"),
        ("decision,kind,text\nwhen=1984-13-01,date,a\n", "d.csv:2", "'1984-13-01' is no value"),
        ("decision,kind,text\nwann=1984,date,a\n", "d.csv:2", "no 'wann'"),
        ("decision,kind,text\nchapter,block,a\n", "d.csv:2", "'chapter' is no value"),
    ],
)
def test_what_is_wrong_is_told_with_its_row(text: str, place: str, words: str) -> None:
    with pytest.raises(DecisionError) as caught:
        loads(text.encode(), "d.csv")
    assert words in caught.value.message
    assert caught.value.place == place
    assert caught.value.remedy
    assert caught.value.exit_code == 2


def test_other_encodings_are_refused_with_the_row() -> None:
    with pytest.raises(DecisionError) as caught:
        read_table("decision,kind,text\nno,sic,caf\xe9\n".encode("latin-1"), "d.csv")
    assert caught.value.place == "d.csv:2"
    assert "CSV UTF-8" in caught.value.remedy
    with pytest.raises(DecisionError):
        read_table(b"decision\0,kind,text\n", "d.csv")


@pytest.mark.parametrize("cell", ["=1+1", "+49", "-5", "@SUM(A1)", "'=x", "''-x", "＝1", "a=b", "'quoted'", 'say "no"'])
def test_no_cell_is_a_formula_and_none_is_lost(cell: str) -> None:
    written = write_table(Table(COLUMNS, ((2, {"kind": "sic", "text": cell, "decision": "no"}),)))
    shown = next(iter(csv.DictReader(io.StringIO(written.decode("utf-8-sig")))))["text"]
    assert shown[0] not in "=+-@＝"
    ((_, row),) = read_table(written, "d.csv").rows
    assert row["text"] == cell


def test_columns_of_an_editor_are_kept() -> None:
    table = read_table(b"who,decision,kind,text\nAnna,no,sic,a\n", "d.csv")
    again = read_table(write_table(table), "d.csv")
    assert again.columns == (*COLUMNS, "who")
    assert again.rows[0][1]["who"] == "Anna"
    assert write_table(again) == write_table(table)
