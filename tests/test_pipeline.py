"""Whole conversions: sixty texts of ten volumes, the stages and their order, and what holds for any collection."""

from __future__ import annotations

import pickle
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

import tei_tools
from tei_tools import pipeline, profile
from tei_tools.errors import SourceError
from tei_tools.executor import MOST
from tei_tools.model import Document, Imprint
from tei_tools.pipeline import Converted, Settings, Source, convert
from tei_tools.validate import validate

DEV = Path(__file__).parent / "cases" / "dev"
TEXTS = sorted(DEV.glob("*/*.txt"))
STYLES = ("full", "web", "webseq")
TEI = "{http://www.tei-c.org/ns/1.0}"


def ident(path: Path) -> str:
    return f"{path.parent.name}/{path.stem}"


@cache
def results(style: str) -> dict[str, Converted]:
    """Each volume of a style is a collection of its own, as its documents refer to each other."""
    found: dict[str, Converted] = {}
    paths = sorted((DEV / style).glob("*.txt"))
    for volume in sorted({path.stem.rpartition("-")[0] for path in paths}):
        sources = [Source(path) for path in paths if path.stem.startswith(f"{volume}-")]
        for result in convert(sources, Settings(imprint=Imprint(edition=volume))):
            found[result.source.stem] = result
    return found


def result_of(path: Path) -> Converted:
    return results(path.parent.name)[path.stem]


def test_there_are_twenty_texts_of_each_style_and_ten_volumes() -> None:
    assert {style: len(list((DEV / style).glob("*.txt"))) for style in STYLES} == dict.fromkeys(STYLES, 20)
    assert len({path.stem.rpartition("-")[0] for path in TEXTS}) == 10


@pytest.mark.parametrize("path", TEXTS, ids=ident)
def test_a_real_text_becomes_tei(path: Path) -> None:
    """It converts, conserves (else there is no TEI), is valid, and has no error."""
    result = result_of(path)
    assert result.error is None
    assert [str(d) for d in result.diagnostics if d.severity == "error"] == []
    assert result.tei is not None
    assert [str(d) for d in validate(result.tei, path.name) if d.severity == "error"] == []
    assert len(result.parts) == 1, "it is one document"


@pytest.mark.parametrize("path", TEXTS, ids=ident)
def test_every_page_marker_and_every_note_is_encoded(path: Path) -> None:
    result = result_of(path)
    assert result.tei is not None
    text = path.read_text(encoding="utf-8")
    root = etree.fromstring(result.tei).find(f"{TEI}text")
    assert root is not None
    pages = [page.get("n") for page in root.iter(f"{TEI}pb")]
    markers = profile.load("frus").page.findall(text)
    assert pages == markers
    labels = [
        line for line in text.split("\n") if line[:2] == "  " and line[2:5].lstrip("0123456789")[:2] in (". ", ".")
    ]
    notes = [note for note in root.iter(f"{TEI}note") if note.get("rend") != "inline"]
    assert len(notes) == len([label for label in labels if label[2:3].isdigit()])


@pytest.mark.parametrize("path", sorted((DEV / "webseq").glob("*.txt")), ids=ident)
def test_a_list_counted_anew_gets_the_printed_numbers(path: Path) -> None:
    """The volume of 1958–60 counts its notes from 0; the scraped list counts them from 1."""
    result = result_of(path)
    assert result.tei is not None
    notes = [n.get("n") for n in etree.fromstring(result.tei).iter(f"{TEI}note") if n.get("place") == "bottom"]
    assert notes == [str(n) for n in range(len(notes))]
    assert "recognise.note-renumbered" in {d.code for d in result.diagnostics}


@pytest.mark.parametrize("path", TEXTS, ids=ident)
def test_offsets_hold(path: Path) -> None:
    document = result_of(path).document
    assert document is not None
    text = document.source.text
    for annotation in document.annotations:
        assert 0 <= annotation.span.start <= annotation.span.end <= len(text)
        words = document.source.slice(annotation.span)
        if annotation.element == "pb":
            assert words == f"[Page {annotation.attributes['n']}]"
        elif annotation.element == "note" and words:
            assert words == annotation.attributes["n"]
        elif annotation.element != "gap" and annotation.element != "note":
            assert words == words.strip() != ""
    for block in document.blocks:
        for leaf in block.leaves():
            assert 0 <= leaf.span.start <= leaf.span.end <= len(text)


def test_blocks_lie_in_order_and_apart() -> None:
    for path in TEXTS:
        document = result_of(path).document
        assert document is not None
        spans = [leaf.span for block in document.blocks for leaf in block.leaves()]
        assert all(a.end <= b.start for a, b in pairwise(spans)), path


def test_outside_of_blocks_stands_markup_only() -> None:
    for path in TEXTS:
        document = result_of(path).document
        assert document is not None
        covered = bytearray(len(document.source.text))
        spans = [leaf.span for block in document.blocks for leaf in block.leaves()]
        spans += [part.marker for block in document.blocks for part in block.walk() if part.marker]
        spans += [page.span for page in document.of("pb")]
        for span in spans:
            covered[span.start : span.end] = b"x" * len(span)
        rest = "".join(c for c, mark in zip(document.source.text, covered, strict=True) if not mark)
        assert rest.strip() == "", path


# ---- the run ----


def texts_of(*texts: str) -> list[Source]:
    return [Source(Path(f"d{i}.txt"), text.encode()) for i, text in enumerate(texts, 1)]


LETTER = "{n}. Letter From the Ambassador to the Secretary1\n\nI write to you.\n\n  1. See Document {other}.\n"


def test_a_source_that_fails_does_not_stop_the_others() -> None:
    found = list(convert([*texts_of(LETTER.format(n=1, other=2)), Source(Path("none.txt")), *texts_of("")], Settings()))
    assert [type(r.error) for r in found] == [type(None), SourceError, SourceError]
    assert [r.tei is None for r in found] == [False, True, True]


def test_references_within_the_collection_are_relative() -> None:
    found = list(convert(texts_of(LETTER.format(n=1, other=2), LETTER.format(n=2, other=1)), Settings()))
    targets = [etree.fromstring(r.tei).find(f".//{TEI}ref").get("target") for r in found if r.tei]
    assert targets == ["d2.xml", "d1.xml"]


def test_the_order_of_sources_does_not_matter() -> None:
    texts = [LETTER.format(n=n, other=n % 5 + 1) for n in range(1, 6)]
    sources = texts_of(*texts)
    forward = {r.source.stem: r.tei for r in convert(sources, Settings())}
    backward = {r.source.stem: r.tei for r in convert(sources[::-1], Settings())}
    assert forward == backward


def test_a_number_twice_is_a_warning_and_its_references_stay_open() -> None:
    texts = [LETTER.format(n=7, other=9), LETTER.format(n=7, other=9), LETTER.format(n=8, other=7)]
    found = list(convert(texts_of(*texts), Settings()))
    codes = [{d.code: d.severity for d in r.diagnostics} for r in found]
    assert [c.get("link.duplicate-number") for c in codes] == ["warning", "warning", None]
    assert all(r.tei for r in found)
    last = etree.fromstring(found[2].tei or b"")
    assert last.find(f".//{TEI}ref").get("target") is None
    assert codes[2]["link.reference-open"] == "info"


def test_a_document_and_its_collection_can_be_sent_to_a_worker() -> None:
    (result,) = convert(texts_of(LETTER.format(n=1, other=2)), Settings())
    assert pickle.loads(pickle.dumps(result.document)) == result.document


def test_stages_are_kept_in_order() -> None:
    kept: list[tuple[str, str]] = []
    settings = Settings(keep=lambda stem, stage, _result: kept.append((stem, stage)))
    assert all(result.tei for result in convert(texts_of(LETTER.format(n=1, other=2)), settings))
    assert kept == [("d1", s) for s in ("10-read", "20-segment", "30-recognise", "40-link", "50-encode")]


def test_the_stages_are_the_folders_of_the_package() -> None:
    assert pipeline.STAGES == ("read", "segment", "recognise", "link", "encode", "validate")
    package = Path(tei_tools.__file__).parent
    assert all((package / stage / "__init__.py").exists() for stage in pipeline.STAGES)


def test_more_sources_than_a_batch_come_in_order_and_fail_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One is no text, one can't be encoded, one can't be proven: each has its error, the others are whole."""
    sources = [Source(tmp_path / f"d{n}.txt", f"{n}. Letter\n\nWord {n}.\n".encode()) for n in range(1, 2 * MOST + 4)]
    sources[4] = Source(tmp_path / "d5.txt", b"\x00\x01\x02")
    encode = pipeline.encode

    def faulty(document: Document, *others: Any) -> Any:
        root = encode(document, *others)
        if document.metadata.number == "7":
            raise ValueError("seven")
        if document.metadata.number == "30":
            root.find(f".//{TEI}body//{TEI}p").tag = f"{TEI}unheard-of"
        return root

    monkeypatch.setattr(pipeline, "encode", faulty)
    done = list(convert(sources, Settings()))
    assert [each.source for each in done] == sources
    failed = {each.source.stem: type(each.error).__name__ for each in done if each.tei is None}
    assert failed == {"d5": "SourceError", "d7": "EncodeError", "d30": "TransformError"}
    assert all(f"Word {each.source.stem[1:]}.".encode() in each.tei for each in done if each.tei)
