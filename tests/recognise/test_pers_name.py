"""Names in texts, from the case files: title, printed list, text, expected surface and id in source order."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tei_tools.authority import Authority, Person, loads
from tei_tools.authority.names import Names
from tei_tools.authority.reading import read
from tei_tools.link.evidence import evidence
from tei_tools.link.index import reduce
from tei_tools.model import Annotation, Block, Document, SourceText, Span
from tei_tools.pipeline import Settings, Source, link, prepare
from tei_tools.recognise import pers_name

CASES = Path(__file__).parents[1] / "cases" / "names"


def blocks(file: str) -> Iterator[list[str]]:
    for case in (CASES / file).read_text(encoding="utf-8").split("\n.\n\n"):
        yield [part.strip("\n") for part in (case.rstrip(".\n") + "\n.\n").split("\n.\n")]


def prepared(text: str, authority: Authority) -> Document:
    return prepare(Source(Path("case.txt"), text.encode()), Settings(authority=authority))[0].document


@pytest.mark.parametrize(("title", "names", "text", "expected"), [b[:4] for b in blocks("persons.txt")])
def test_case(title: str, names: str, text: str, expected: str) -> None:
    settings = Settings(authority=loads(names.encode(), "list.txt", "persons"))
    (each,) = prepare(Source(Path("case.txt"), f"{text}\n".encode()), settings)
    document, _ = link(each, reduce([evidence(each.document, each.document.annotations)]), settings)
    assert linked(document) == expected.splitlines(), title


def linked(document: Document) -> list[str]:
    """The names with whom they mean, or with all whom they may mean."""
    return [
        f"{document.source.slice(a.span)} {a.attributes.get('ref', '')[1:] or a.attributes.get('_candidates', '')}"
        for a in document.of("persName")
    ]


def names_of(count: int) -> Names:
    people = [Person("p_RD1", "Rusk", "Dean"), Person("p_BGW1", "Ball", "George W.")]
    for number in range(count - 2):
        key = hashlib.sha256(str(number).encode()).hexdigest()[:7].translate(str.maketrans("0123456789", "ghijklmnop"))
        people.append(Person(f"p_{number}", key.title(), "John"))
    return Names(Authority(tuple(people)))


def long_document(paragraphs: int) -> Document:
    line = "Secretary Rusk agreed with what George Ball had told the others about the meeting of the Council in May. "
    text = "\n".join([line * 8] * paragraphs)
    starts = [0]
    while (end := text.find("\n", starts[-1])) >= 0:
        starts.append(end + 1)
    source = SourceText(text, "long.txt", "utf-8", "", tuple(starts))
    return Document(source, tuple(Block("p", Span(start, start + len(line) * 8)) for start in starts))


def test_cost_does_not_grow_with_the_list() -> None:
    document = long_document(400)
    seconds = []
    for count in (100, 10_000):
        names = names_of(count)
        begin = time.perf_counter()
        hits = list(pers_name.recognise(read(document), names))
        seconds.append(time.perf_counter() - begin)
        assert len(hits) == 6400
    assert seconds[1] < 4 * seconds[0] + 0.2


def test_over_a_line_end_and_a_page_marker() -> None:
    text = "It was George [Page 3]\n  Shultz."
    page = Annotation("pb", Span(14, 22), {"n": "3"})
    source = SourceText(text, "case.txt", "utf-8", "", (0, 23))
    document = Document(source, (Block("p", Span(0, len(text))),), (page,))
    (name,) = pers_name.recognise(read(document), Names(loads(b"Shultz, George P., Secretary", "list", "persons")))
    assert source.slice(name.span) == "George [Page 3]\n  Shultz"


def test_nothing_where_nobody_is_named() -> None:
    text = "The Secretary told the President that the meeting of May 3 had been useful."
    document = Document(SourceText(text, "x", "utf-8", "", (0,)), (Block("p", Span(0, len(text))),))
    assert list(pers_name.recognise(read(document), names_of(50))) == []
    assert list(pers_name.recognise(read(document), Names(Authority()))) == []


def test_same_names_twice_are_equal() -> None:
    document = long_document(2)
    runs: list[list[Annotation]] = [list(pers_name.recognise(read(document), names_of(50))) for _ in range(2)]
    assert runs[0] == runs[1]
