"""A volume in the dialect of the Office of the Historian becomes an edition: nothing is lost unseen.

`volume.xml` is cut from Foreign Relations of the United States, 1958–1960, Volume VIII (public domain).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest
from lxml import etree

from interop import frus_round_trip
from tei_tools.edition import Edition
from tei_tools.importing import documents, import_volume
from tei_tools.importing.proof import text
from tei_tools.importing.volume import read
from tei_tools.validate import validate

HERE = Path(__file__).parent
VOLUME = HERE / "volume.xml"
TEI = "{http://www.tei-c.org/ns/1.0}"
Run = Callable[..., SimpleNamespace]


def changed(folder: Path, *pairs: tuple[str, str]) -> Path:
    """The volume with words replaced, each at its first place in the body."""
    source = VOLUME.read_text("utf-8")
    for old, new in pairs:
        assert old in source, old
        at = source.index(old, source.index("<body>"))
        source = source[:at] + new + source[at + len(old) :]
    path = folder / "changed.xml"
    path.write_text(source, encoding="utf-8")
    return path


def codes(folder: Path, *pairs: tuple[str, str]) -> Counter[str]:
    report = import_volume(changed(folder, *pairs), folder / "out")
    return Counter(d.code for d in report.diagnostics)


def test_an_edition_comes_of_it(run: Run, tmp_path: Path) -> None:
    done = run("import", VOLUME, "-o", tmp_path)
    assert done.status == 0
    assert "import.section" in done.err
    edition = Edition.load(tmp_path)
    assert edition.id == "frus1958-60v08"
    assert edition.title == "1958–1960, Volume VIII, Berlin Crisis, 1958–1959"
    assert [path.stem for path in edition.files()] == ["d21", "d22", "d23", "d24", "d25", "d26", "d27"]
    assert [(div.id, div.within, div.documents[:1]) for div in edition.divs] == [
        ("comp1", "", ()),
        ("ch1", "comp1", ("d21",)),
        ("comp2", "", ()),
        ("ch2", "comp2", ("d24",)),
    ]
    assert sorted(edition.authorities) == ["persons", "terms"]
    for path in edition.files():
        found = validate(path.read_bytes(), f"documents/{path.name}", index=read(VOLUME)[0].index)  # type: ignore[union-attr]
        assert [d for d in found if d.severity == "error"] == []


def test_every_word_note_name_and_page_is_there(tmp_path: Path) -> None:
    report = import_volume(VOLUME, tmp_path)
    volume, _ = read(VOLUME)
    assert volume is not None
    for div in volume.documents:
        made = etree.parse(tmp_path / f"documents/{volume.name(div)}.xml")
        (back,) = made.iterfind(f"{TEI}text/{TEI}body/{TEI}div")
        assert text(back) == text(div)
        for there, here in (("note", "note"), ("pb", "pb"), ("persName", "persName"), ("ref", "ref"), ("hi", "hi")):
            assert len(list(div.iter(TEI + there))) == len(list(back.iter(TEI + here))), there
        assert len(list(div.iter(f"{TEI}gloss"))) == len(list(back.iter(f"{TEI}term", f"{TEI}orgName")))
    assert report.elements["note"] > 10
    assert not report.lost
    assert (tmp_path / "frame.xml").read_text("utf-8").count('type="document"') == 7


def test_who_wrote_to_whom_stands_in_the_header(tmp_path: Path) -> None:
    import_volume(VOLUME, tmp_path)
    made = etree.parse(tmp_path / "documents/d21.xml")
    actions = made.findall(f".//{TEI}correspAction")
    assert [action.get("type") for action in actions] == ["sent", "received"]
    assert [e.text for e in actions[0].iter(f"{TEI}placeName")] == ["Bonn"]


def test_an_edited_file_is_left_alone(run: Run, tmp_path: Path) -> None:
    run("import", VOLUME, "-o", tmp_path)
    file = tmp_path / "documents/d21.xml"
    file.write_bytes(file.read_bytes() + b"<!-- mine -->")
    done = run("import", VOLUME, "-o", tmp_path)
    assert "publish.edited" in done.err
    assert file.read_bytes().endswith(b"<!-- mine -->")
    run("import", VOLUME, "-o", tmp_path, "--force")
    assert not file.read_bytes().endswith(b"<!-- mine -->")


def test_two_runs_write_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one", "two"):
        import_volume(VOLUME, tmp_path / name)
    one, two = ({p.name: p.read_bytes() for p in (tmp_path / n).rglob("*.*")} for n in ("one", "two"))
    assert one == two


FIRST = "<head>21. "
CASES = {
    "import.element": (FIRST, "<head>21. <fw>here</fw> "),
    "import.attribute": ("<head>21. ", '<head ana="#x">21. '),
    "import.pointer": ('corresp="#p_', 'corresp="#p_none'),
    "import.page-moved": ("<p>", '<p><pb n="9" xml:id="pg_9"/>'),
    "import.comment": (FIRST, "<head>21. <!-- why -->"),
    "import.id-repeated": ('xml:id="d22"', 'xml:id="d21"'),
    "import.no-id": (' xml:id="d22"', ""),
    "import.between": ('<div type="chapter" xml:id="ch1">', '<div type="chapter" xml:id="ch1"><p>An introduction.</p>'),
    "import.not-valid": (FIRST, "<table/><head>21. "),
}


@pytest.mark.parametrize("code", CASES)
def test_what_is_not_carried_is_told(code: str, tmp_path: Path) -> None:
    (tmp_path / "more").mkdir()
    assert codes(tmp_path / "more", CASES[code])[code] > codes(tmp_path)[code]


def test_markup_of_lists_is_told(tmp_path: Path) -> None:
    source = VOLUME.read_text("utf-8")
    at = source.index("</item>", source.index('xml:id="persons"'))
    (tmp_path / "v.xml").write_text(source[:at] + '<ref target="#d21">see</ref>' + source[at:], encoding="utf-8")
    report = import_volume(tmp_path / "v.xml", tmp_path / "out")
    assert "import.list-markup" in {d.code for d in report.diagnostics}


def test_a_place_is_the_line_of_the_volume(tmp_path: Path) -> None:
    path = changed(tmp_path, CASES["import.element"])
    (told,) = (d for d in import_volume(path, tmp_path / "out").diagnostics if d.code == "import.element")
    assert "<fw>" in path.read_text("utf-8").splitlines()[told.place.line - 1]


def test_a_lost_word_stops_the_document(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    whole = documents.document

    def careless(*given: object) -> documents.Made:
        made = whole(*given)  # type: ignore[arg-type]
        for paragraph in made.root.iter(f"{TEI}p"):
            if paragraph.text and paragraph.getparent().tag == f"{TEI}div":  # type: ignore[union-attr]
                paragraph.text = paragraph.text.partition(" ")[2]
                break
        return made

    monkeypatch.setattr(documents, "document", careless)
    report = import_volume(VOLUME, tmp_path)
    assert report.failed
    assert "import.not-conserved" in {d.code for d in report.diagnostics}
    assert not list((tmp_path / "documents").glob("d*.xml"))


@pytest.mark.parametrize("content", ["<TEI xmlns='http://www.tei-c.org/ns/1.0'/>", "<!DOCTYPE a><a/>", "no XML"])
def test_what_is_no_volume_is_refused(content: str, run: Run, tmp_path: Path) -> None:
    (tmp_path / "v.xml").write_text(content)
    done = run("import", tmp_path / "v.xml", "-o", tmp_path / "out")
    assert done.status == 1
    assert "import.no-volume" in done.err or "v.xml" in done.err
    assert not (tmp_path / "out").exists()


def test_every_document_comes_back(tmp_path: Path) -> None:
    import_volume(VOLUME, tmp_path)
    volume, _ = read(VOLUME)
    steps: Counter[str] = Counter()
    different = frus_round_trip.compared(volume, tmp_path, steps)
    # A reference to a document that the excerpt lacks has lost its target, as import.pointer told.
    assert list(different) == ["d22"]
    assert '<ref target="#d45">' in different["d22"][0]
    assert steps["every dateline stands on the right, in an opener"] > 0


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Berlin", "Bonn"),
        ('role="sender"', 'role="addressee"'),
        ("<note ", '<note type="summary" '),
        ("</p>", "</p><p>x</p>"),
    ],
)
def test_a_difference_is_seen(old: str, new: str, tmp_path: Path) -> None:
    import_volume(VOLUME, tmp_path)
    file = tmp_path / "documents/d21.xml"
    head, body = file.read_text("utf-8").split("<body>")
    body = body.replace(' type="source"', "").replace(old, new, 1) if "summary" in new else body.replace(old, new, 1)
    file.write_text(f"{head}<body>{body}", encoding="utf-8")
    volume, _ = read(VOLUME)
    assert "d21" in frus_round_trip.compared(volume, tmp_path, Counter())
