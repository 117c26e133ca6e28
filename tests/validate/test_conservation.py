"""The proof that nothing is lost: whatever is done to the text of a TEI file, the proof sees it."""

from __future__ import annotations

import copy
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from lxml import etree

from tei_tools.errors import TransformError
from tei_tools.model import Document
from tei_tools.pipeline import Settings, Source, convert
from tei_tools.profile import load
from tei_tools.validate.conservation import check, compare, texts

ROOT = Path(__file__).parents[2]
TEI = "{http://www.tei-c.org/ns/1.0}"
TEXTS = {
    "message with page breaks": "seeds/000_9675e4c4c0095106.txt",
    "letter as attachment": "seeds/003_90415235aaee0c76.txt",
    "labelled lists, enclosure": "tests/cases/dev/full/frus1948v01p2-d242.txt",
    "table, annex": "tests/cases/dev/full/frus1948v01p2-d258.txt",
    "bullets, delegations": "tests/cases/dev/full/frus1955-57v01-d310.txt",
    "notes counted anew": "tests/cases/dev/webseq/frus1958-60v08-d431.txt",
}
WORD = re.compile(r"(?<=\s)[a-z]{3,}")

Tree = etree._Element
Slot = tuple[Tree, str]
"""An element, and "text" or "tail": a place that holds text."""
Mutation = Callable[[Tree], bool]
MUTATIONS: dict[str, Mutation] = {}


def mutation(function: Mutation) -> Mutation:
    """A change of the text of a tree; it gives False where the tree has nothing to change."""
    MUTATIONS[function.__name__.replace("_", " ")] = function
    return function


@cache
def converted(name: str) -> tuple[Document, bytes]:
    (result,) = convert([Source(ROOT / TEXTS[name])], Settings())
    assert result.tei is not None, result.diagnostics
    assert result.document is not None
    return result.document, result.tei


def problems(name: str, tree: Tree) -> set[str]:
    document, _ = converted(name)
    return {d.code for d in check(document, etree.tostring(tree, encoding="unicode"), load("frus"))}


def tree_of(name: str) -> Tree:
    return etree.fromstring(converted(name)[1])


def slots(tree: Tree) -> list[Slot]:
    """Every place in the text that holds several words, in document order."""
    body = tree.find(f"{TEI}text")
    assert body is not None
    found = [
        (e, side) for e in body.iter(etree.Element) for side in ("text", "tail") if side == "text" or e is not body
    ]
    return [(e, side) for e, side in found if len(WORD.findall(getattr(e, side) or "")) >= 4]


def rewrite(slot: Slot, change: Callable[[str], str]) -> None:
    element, side = slot
    before = getattr(element, side)
    after = change(before)
    assert after != before
    setattr(element, side, after)


def some(tree: Tree) -> Iterator[Slot]:
    """Slots at the beginning, in the middle and near the end of a document, in notes too."""
    all_ = slots(tree)
    yield from (all_[0], all_[len(all_) // 2], all_[-1])


def words(tree: Tree, change: Callable[[str, list[re.Match[str]]], str], at: int) -> bool:
    slot = list(some(tree))[at]
    rewrite(slot, lambda text: change(text, list(WORD.finditer(text))))
    return True


def elements(tree: Tree, name: str) -> list[Tree]:
    found = tree.iterfind(f"{TEI}text//{TEI}{name}")
    return [element for element in found if element.get("rend") != "inline"]


def take(element: Tree) -> None:
    """Remove an element and leave the text behind it."""
    parent = element.getparent()
    assert parent is not None
    tail, before = element.tail or "", element.getprevious()
    if before is None:
        parent.text = (parent.text or "") + tail
    else:
        before.tail = (before.tail or "") + tail
    element.tail = None
    parent.remove(element)


def swapped(text: str, a: re.Match[str], b: re.Match[str]) -> str:
    return text[: a.start()] + b.group() + text[a.end() : b.start()] + a.group() + text[b.end() :]


WORD_CHANGES: dict[str, Callable[[str, list[re.Match[str]]], str]] = {
    "delete a word": lambda t, w: t[: w[1].start()] + t[w[1].end() :],
    "double a word": lambda t, w: f"{t[: w[1].end()]} {w[1].group()}{t[w[1].end() :]}",
    "swap two words": lambda t, w: swapped(t, w[0], next(m for m in w if m.group() != w[0].group())),
    "move a word to the end": lambda t, w: t[: w[0].start()] + t[w[0].end() :] + w[0].group(),
    "change a letter": lambda t, w: t[: w[1].start()] + "§" + t[w[1].start() + 1 :],
    "change case": lambda t, w: t[: w[1].start()] + w[1].group().swapcase() + t[w[1].end() :],
    "delete a blank": lambda t, w: t[: w[1].start()].rstrip() + t[w[1].start() :],
    "put a blank into a word": lambda t, w: t[: w[1].start() + 1] + " " + t[w[1].start() + 1 :],
    "put a line end into a word": lambda t, w: t[: w[1].start() + 1] + "\n" + t[w[1].start() + 1 :],
    "put a soft hyphen into a word": lambda t, w: t[: w[1].start() + 1] + "\u00ad" + t[w[1].start() + 1 :],
    "make a blank unbreakable": lambda t, w: t[: w[1].start()].rstrip() + "\u00a0" + t[w[1].start() :],
    "decompose a letter": lambda t, w: t[: w[1].start()] + "e\u0301" + t[w[1].start() + 1 :],
}


@pytest.mark.parametrize("name", TEXTS)
def test_what_was_not_changed_passes(name: str) -> None:
    assert problems(name, tree_of(name)) == set()


@pytest.mark.parametrize("change", WORD_CHANGES)
@pytest.mark.parametrize("name", TEXTS)
def test_words_and_blanks(name: str, change: str) -> None:
    for at in range(3):
        tree = tree_of(name)
        words(tree, WORD_CHANGES[change], at)
        assert "validate.not-conserved" in problems(name, tree), at


@mutation
def a_word_moves_to_the_next_paragraph(tree: Tree) -> bool:
    first, second = [e for e in elements(tree, "p") if e.getparent().tag == f"{TEI}div" and e.text][:2]
    word, _, rest = (first.text or "").partition(" ")
    first.text, second.text = rest, f"{word} {second.text}"
    return True


@mutation
def two_paragraphs_become_one(tree: Tree) -> bool:
    pairs = [p for p in elements(tree, "p") if (n := p.getnext()) is not None and n.tag == p.tag and not len(p)]
    for first in pairs[:1]:
        second = first.getnext()
        first.text = f"{first.text} {second.text or ''}"
        first.extend(list(second))
        take(second)
    return bool(pairs)


@mutation
def a_paragraph_becomes_two(tree: Tree) -> bool:
    first = next(e for e in elements(tree, "p") if len((e.text or "").split()) > 3)
    one, two, rest = (first.text or "").split(" ", 2)
    first.text = rest
    new = etree.Element(f"{TEI}p")
    new.text = f"{one} {two}"
    first.addprevious(new)
    return True


@mutation
def text_moves_into_an_attribute(tree: Tree) -> bool:
    element, side = slots(tree)[1]
    element.set("ana", getattr(element, side))
    setattr(element, side, "")
    return True


@mutation
def text_moves_into_a_comment(tree: Tree) -> bool:
    element = next(e for e in elements(tree, "p") if e.text)
    comment = etree.Comment(element.text.replace("--", "—"))
    element.text = ""
    element.insert(0, comment)
    return True


@mutation
def text_moves_into_a_processing_instruction(tree: Tree) -> bool:
    element = next(e for e in elements(tree, "p") if e.text)
    instruction = etree.ProcessingInstruction("kept", element.text)
    element.text = ""
    element.insert(0, instruction)
    return True


@mutation
def text_moves_into_the_header(tree: Tree) -> bool:
    element = next(e for e in elements(tree, "p") if e.text)
    title = tree.find(f".//{TEI}title")
    title.text, element.text = f"{title.text} {element.text}", ""
    return True


@mutation
def text_moves_into_a_correction(tree: Tree) -> bool:
    element = next(e for e in elements(tree, "p") if e.text)
    choice = etree.Element(f"{TEI}choice")
    etree.SubElement(choice, f"{TEI}corr").text = element.text
    element.text = ""
    element.insert(0, choice)
    return True


@mutation
def a_paragraph_is_deleted(tree: Tree) -> bool:
    take(next(e for e in elements(tree, "p") if e.text))
    return True


@mutation
def a_paragraph_is_doubled(tree: Tree) -> bool:
    element = next(e for e in elements(tree, "p") if e.text and next(e.iter(f"{TEI}note", f"{TEI}pb"), None) is None)
    element.addnext(copy.deepcopy(element))
    return True


@mutation
def two_blocks_are_swapped(tree: Tree) -> bool:
    first, second = [e for e in elements(tree, "p") if e.getparent().tag == f"{TEI}div"][:2]
    first.text, second.text = second.text, first.text
    return True


@mutation
def a_note_is_deleted(tree: Tree) -> bool:
    take(elements(tree, "note")[-1])
    return True


@mutation
def a_note_loses_its_text(tree: Tree) -> bool:
    note = next(e for e in elements(tree, "note") if (e.text or "").strip())
    note.text = ""
    return True


@mutation
def a_note_is_doubled(tree: Tree) -> bool:
    note = elements(tree, "note")[-1]
    twin = copy.deepcopy(note)
    twin.tail = None
    note.addprevious(twin)
    return True


@mutation
def two_notes_swap_their_texts(tree: Tree) -> bool:
    notes = [n for n in elements(tree, "note") if (n.text or "").strip()]
    if len(notes) < 2:
        return False
    first, second = notes[:2]
    first.text, second.text = second.text, first.text
    return True


@mutation
def a_note_moves_by_a_word(tree: Tree) -> bool:
    note = next((n for n in elements(tree, "note") if " " in (n.tail or "").strip()), None)
    if note is None:
        return False
    tail = (note.tail or "").lstrip()
    word, _, rest = tail.partition(" ")
    space = (note.tail or "")[: len(note.tail or "") - len(tail)]
    note.tail = rest
    marker = etree.Element(f"{TEI}hi")
    marker.text = f"{space}{word}"
    note.addprevious(marker)
    marker.tail = None
    return True


@mutation
def a_note_becomes_text(tree: Tree) -> bool:
    elements(tree, "note")[0].tag = f"{TEI}seg"
    return True


@mutation
def a_call_has_another_number(tree: Tree) -> bool:
    elements(tree, "note")[-1].set("n", "99")
    return True


@mutation
def two_calls_swap_their_numbers(tree: Tree) -> bool:
    notes = elements(tree, "note")[:2]
    numbers = [note.get("n") for note in notes]
    for note, number in zip(notes, reversed(numbers), strict=True):
        note.set("n", str(number))
    return len(notes) > 1


@mutation
def a_call_loses_its_number(tree: Tree) -> bool:
    del elements(tree, "note")[0].attrib["n"]
    return True


@mutation
def a_page_break_is_deleted(tree: Tree) -> bool:
    for page in elements(tree, "pb")[:1]:
        take(page)
    return bool(elements(tree, "pb"))


@mutation
def a_page_break_is_doubled(tree: Tree) -> bool:
    for page in elements(tree, "pb")[:1]:
        twin = etree.Element(page.tag, dict(page.attrib))
        page.addprevious(twin)
    return bool(elements(tree, "pb"))


@mutation
def a_page_break_has_another_number(tree: Tree) -> bool:
    for page in elements(tree, "pb")[-1:]:
        page.set("n", f"{page.get('n')}1")
    return bool(elements(tree, "pb"))


@mutation
def a_page_break_moves_by_a_word(tree: Tree) -> bool:
    page = next((p for p in elements(tree, "pb") if " " in (p.tail or "").strip()), None)
    if page is None:
        return False
    word, _, rest = (page.tail or "").lstrip().partition(" ")
    mover = etree.Element(f"{TEI}hi")
    mover.text = f" {word} "
    page.addprevious(mover)
    page.tail = rest
    return True


@mutation
def a_page_break_moves_behind_the_next_block(tree: Tree) -> bool:
    page = next((p for p in elements(tree, "pb") if p.getparent().tag == f"{TEI}div" and p.getnext() is not None), None)
    if page is None:
        return False
    page.getnext().addnext(page)
    return True


@mutation
def a_page_break_inside_a_word_splits_it(tree: Tree) -> bool:
    pages = [p for p in elements(tree, "pb") if p.get("break")]
    for page in pages:
        del page.attrib["break"]
    return bool(pages)


@mutation
def a_page_break_between_words_joins_them(tree: Tree) -> bool:
    page = next((p for p in elements(tree, "pb") if (p.tail or "").strip() and not p.get("break")), None)
    if page is None:
        return False
    page.set("break", "no")
    return True


@mutation
def an_item_is_dropped(tree: Tree) -> bool:
    for item in elements(tree, "item")[:1]:
        take(item)
    return bool(elements(tree, "list"))


@mutation
def an_item_becomes_a_paragraph(tree: Tree) -> bool:
    bulleted = [e for e in elements(tree, "list") if e.find(f"{TEI}label") is None]
    for list_ in bulleted[:1]:
        list_.tag = f"{TEI}div"
        for item in list_.iterfind(f"{TEI}item"):
            item.tag = f"{TEI}p"
    return bool(bulleted)


@mutation
def an_item_moves_to_another_level(tree: Tree) -> bool:
    item = next(
        (e for e in elements(tree, "item") if len(e) == 0 and (b := e.getprevious()) is not None and b.tag == e.tag),
        None,
    )
    if item is None or item.getparent().find(f"{TEI}label") is not None:
        return False
    before = item.getprevious()
    inner = etree.SubElement(before, f"{TEI}list")
    inner.append(item)
    return True


@mutation
def a_page_break_moves_by_a_letter(tree: Tree) -> bool:
    page = next((p for p in elements(tree, "pb") if p.get("break")), None)
    if page is None:
        return False
    letter, page.tail = page.tail[0], page.tail[1:]
    parent, before = page.getparent(), page.getprevious()
    if before is None:
        parent.text += letter
    else:
        before.tail += letter
    return True


@mutation
def two_notes_swap_their_places(tree: Tree) -> bool:
    notes = elements(tree, "note")[:2]
    if len(notes) < 2:
        return False
    first, second = notes
    tails = first.tail, second.tail
    place = etree.Element("place")
    first.addprevious(place)
    second.addprevious(first)
    place.addprevious(second)
    place.getparent().remove(place)
    second.tail, first.tail = tails
    return True


@mutation
def two_items_become_one(tree: Tree) -> bool:
    item = next((e for e in elements(tree, "item") if (n := e.getnext()) is not None and n.tag == e.tag), None)
    if item is None:
        return False
    following = item.getnext()
    tail = item[-1] if len(item) else None
    if tail is None:
        item.text = f"{item.text} {following.text or ''}"
    else:
        tail.tail = f"{tail.tail or ''} {following.text or ''}"
    item.extend(list(following))
    take(following)
    return True


@mutation
def two_cells_are_swapped(tree: Tree) -> bool:
    for row in elements(tree, "row")[:1]:
        row.append(row[0])
    return bool(elements(tree, "row"))


@mutation
def a_cell_is_emptied(tree: Tree) -> bool:
    for cell in [c for c in elements(tree, "cell") if c.text][:1]:
        cell.text = ""
    return bool(elements(tree, "cell"))


@mutation
def a_label_is_dropped(tree: Tree) -> bool:
    labels = elements(tree, "label")
    for label in labels[:1]:
        label.text = ""
    return bool(labels)


@mutation
def an_attachment_is_dropped(tree: Tree) -> bool:
    found = [e for e in elements(tree, "div") if e.get("type") == "attachment"]
    for div in found[-1:]:
        take(div)
    return bool(found)


@pytest.mark.parametrize("change", MUTATIONS)
def test_structure_and_markup(change: str) -> None:
    """Each change is seen in every document that has what it changes; and some document has it."""
    changed = 0
    for name in TEXTS:
        tree = tree_of(name)
        if MUTATIONS[change](tree):
            changed += 1
            assert "validate.not-conserved" in problems(name, tree), name
    assert changed


def test_what_stands_elsewhere_does_not_count() -> None:
    """More words in header, attributes and comments are no words of the document."""
    tree = tree_of("letter as attachment")
    tree.find(f".//{TEI}title").text += " and more"
    elements(tree, "p")[0].set("rend", "more words")
    elements(tree, "p")[1].append(etree.Comment(" more words "))
    assert "validate.not-conserved" not in problems("letter as attachment", tree)


def test_blanks_at_the_edges_of_blocks_and_in_runs_do_not_count() -> None:
    tree = tree_of("letter as attachment")
    paragraph = next(p for p in elements(tree, "p") if " " in (p.text or ""))
    paragraph.text = "\n   " + paragraph.text.replace(" ", " \n  ", 3)
    assert problems("letter as attachment", tree) == set()


def test_the_message_shows_the_place_and_both_texts() -> None:
    name = "letter as attachment"
    document, _ = converted(name)
    tree = tree_of(name)
    element = next(p for p in elements(tree, "p") if "productive" in (p.text or "") or "negotiations" in (p.text or ""))
    element.text = element.text.replace("negotiations", "negociations", 1)
    (found,) = check(document, etree.tostring(tree, encoding="unicode"), load("frus"))
    assert (found.code, found.severity) == ("validate.not-conserved", "error")
    assert "negotiations" in found.message
    assert "negociations" in found.message
    line = document.source.text.split("\n")[found.place.line - 1]
    assert "negotiations" in line[found.place.column - 30 : found.place.column + 30]


def test_a_marker_that_hides_a_word_is_reported() -> None:
    """Declared markup must be what it is taken for, so that nothing can be lost in it."""
    name = "message with page breaks"
    document, tei = converted(name)
    page = document.of("pb")[0]
    longer = replace(page, span=replace(page.span, end=page.span.end + 9))
    swallowed = tuple(longer if a is page else a for a in document.annotations)
    found = check(replace(document, annotations=swallowed), tei.decode(), load("frus"))
    assert "validate.markup-lost" in {d.code for d in found}


def test_the_proofs_of_a_batch_are_those_of_its_documents() -> None:
    """Each of the batch has the text that it has alone; one that the stylesheet refuses keeps the others whole."""
    names = sorted(TEXTS)
    teis = [converted(name)[1].decode() for name in names]
    assert texts(teis) == [text for tei in teis for text in texts([tei])]
    assert texts([]) == []
    refused = teis[0].replace("</body>", "<unheard-of/></body>")
    first, error, last = texts([teis[0], refused, teis[1]])
    assert isinstance(error, TransformError)
    assert [first, last] == texts(teis[:2])
    for name, text in zip(names, texts(teis), strict=True):
        assert compare(converted(name)[0], text, load("frus")) == []
    with pytest.raises(TransformError):
        compare(converted(names[0])[0], error, load("frus"))
