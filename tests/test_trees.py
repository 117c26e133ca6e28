"""Documents that an editor encoded by hand, against what the program makes of the same text: tests/trees/README.md.

A score counts what is right; here a whole tree is right or it is not. What the program does not get right yet stands in
the two lists below, with what differs. They are strict: who mends a document takes it off the list.
"""

from __future__ import annotations

import difflib
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from lxml import etree

from tei_tools.api import convert
from tei_tools.validate import validate
from tests.oracle import tei_all

TREES_SHORT: dict[str, str] = {}
"""Documents whose tree differs, and how."""

FACTS_SHORT: dict[str, str] = {}
"""Documents whose profileDesc differs, and how."""

TEI = "{http://www.tei-c.org/ns/1.0}"
FOLDER = Path(__file__).parent / "trees"
NAMES = sorted(path.stem for path in FOLDER.glob("*.txt"))
CONTAINERS = {
    *("div", "list", "table", "row", "opener", "closer", "postscript", "quote", "lg", "profileDesc", "creation"),
    *("textClass", "keywords", "correspDesc", "correspAction", "particDesc", "listPerson", "person", "settingDesc"),
    *("setting",),
}
"""Elements without text of their own: white space in them is layout."""
BLOCKS = {"p", "head", "item", "label", "cell", "salute", "signed", "dateline", "seg", "note", "l"}
"""Elements at whose edges white space is layout."""

Tree = Callable[[str], etree._Element]


def marked(short: dict[str, str]) -> list[object]:
    """The names as parameters; those on the list must fail."""
    assert set(short) <= set(NAMES)
    expected = {name: pytest.mark.xfail(strict=True, reason=reason) for name, reason in short.items()}
    return [pytest.param(name, marks=expected[name]) if name in expected else name for name in NAMES]


@pytest.fixture(scope="module")
def converted(tmp_path_factory: pytest.TempPathFactory) -> Tree:
    """Converts a document by its name, once; the file has the name that the series gives it: d310.txt."""
    results: dict[str, etree._Element] = {}

    def tree(name: str) -> etree._Element:
        if name not in results:
            volume, document = name.rsplit("-", 1)
            path = tmp_path_factory.mktemp(name) / f"{document}.txt"
            shutil.copy(FOLDER / f"{name}.txt", path)
            result = convert(path, edition=volume)
            assert result.tei is not None, [d for d in result.diagnostics if d.severity == "error"]
            results[name] = etree.fromstring(result.tei)
        return results[name]

    return tree


@pytest.mark.parametrize("name", marked(TREES_SHORT))
def test_the_tree_is_the_editors(name: str, converted: Tree) -> None:
    found = converted(name).find(f".//{TEI}div[@type='document']")
    assert found is not None
    compare(read(f"{name}.xml"), found)


@pytest.mark.parametrize("name", marked(FACTS_SHORT))
def test_the_facts_are_the_editors(name: str, converted: Tree) -> None:
    found = converted(name).find(f".//{TEI}profileDesc")
    assert found is not None
    compare(read(f"{name}.profile.xml"), found)


@pytest.mark.parametrize("name", NAMES)
def test_the_editors_tree_keeps_the_text(name: str) -> None:
    """Every character that is not white space, in the order of the source."""
    source = (FOLDER / f"{name}.txt").read_text(encoding="utf-8")
    tree = read(f"{name}.xml")
    notes = [note for note in tree.iter(f"{TEI}note") if note.get("n")]
    written = "".join(plain(tree)) + "".join(f"{note.get('n')}.{''.join(plain(note, True))}" for note in notes)
    assert "".join(written.split()) == "".join(source.split())


def test_the_editors_trees_are_valid(tmp_path: Path) -> None:
    """For the grammar of the project, and for TEI All."""
    paths = []
    for name in NAMES:
        paths.append(tmp_path / f"{name}.xml")
        paths[-1].write_bytes(wrapped(read(f"{name}.xml"), read(f"{name}.profile.xml")))
        assert validate(paths[-1].read_bytes(), name) == []
    assert tei_all.check(paths) == []


def read(file: str) -> etree._Element:
    return etree.parse(FOLDER / file).getroot()


def compare(expected: etree._Element, found: etree._Element) -> None:
    wanted, given = list(lines(normal(expected))), list(lines(normal(found)))
    if wanted != given:
        difference = difflib.unified_diff(wanted, given, "the editor", "the program", lineterm="", n=2)
        pytest.fail("\n".join(difference), pytrace=False)


def normal(tree: etree._Element) -> etree._Element:
    """The tree without what is not compared: names without a role, doubts, languages, evidence in words."""
    for element in list(tree.iter(etree.Element)):
        for attribute in ("cert", "resp"):
            element.attrib.pop(attribute, None)
        name = etree.QName(element).localname
        in_text = all(ancestor.tag != f"{TEI}profileDesc" for ancestor in element.iterancestors())
        if name == "persName" and in_text and "role" not in element.attrib:
            element.tag = "unwrapped"
        elif name == "langUsage" or (name == "note" and element.get("type") == "evidence"):
            element.tag = "dropped"
    etree.strip_elements(tree, "dropped", with_tail=False)
    etree.strip_tags(tree, "unwrapped")
    return tree


def lines(element: etree._Element, depth: int = 0) -> Iterator[str]:
    """A tree as one line per tag and text; equal lines mean equal trees, and a difference of them is readable."""
    indent = "  " * depth
    attributes = "".join(f' {key.rpartition("}")[2]}="{value}"' for key, value in sorted(element.attrib.items()))
    yield f"{indent}<{etree.QName(element).localname}{attributes}>"
    texts = [element.text or "", *(child.tail or "" for child in element)]
    name = etree.QName(element).localname
    layout = name in CONTAINERS or (name in BLOCKS and len(element) > 0 and not "".join(texts).strip())
    texts = [re.sub(r"\s+", " ", text) if text.strip() or not layout else "" for text in texts]
    if name in BLOCKS or layout:
        texts[0], texts[-1] = texts[0].lstrip(), texts[-1] if len(texts) == 1 else texts[-1].rstrip()
        texts[-1] = texts[-1].rstrip()
    for text, child in zip(texts, [*element, None], strict=True):
        if text:
            yield f"{indent}  {text!r}"
        if child is not None:
            yield from lines(child, depth + 1)


def plain(element: etree._Element, inside: bool = False) -> Iterator[str]:
    """The text of an element as the source has it; numbered notes are listed apart, their calls stay."""
    name = etree.QName(element).localname
    if name == "pb":
        yield f"[Page {element.get('n')}]"
    elif name == "note" and element.get("n") and not inside:
        yield element.get("n", "")
    else:
        yield bullet(element, name)
        yield element.text or ""
        for child in element:
            yield from plain(child)
            yield child.tail or ""


def bullet(element: etree._Element, name: str) -> str:
    """Items of a list have one unless they have a label or the list is plain; signatures where they are bulleted."""
    before, parent = element.getprevious(), element.getparent()
    labelled = before is not None and before.tag == f"{TEI}label"
    plain_list = parent is not None and parent.get("rend") == "plain"
    bulleted = name == "item" and not labelled and not plain_list
    return "•" if bulleted or (name == "signed" and element.get("rend") == "bulleted") else ""


def wrapped(document: etree._Element, profile: etree._Element) -> bytes:
    """A TEI file round a document and its facts."""
    head = "<fileDesc><titleStmt><title>Case</title></titleStmt><publicationStmt><publisher>Tests</publisher>"
    head += "</publicationStmt><sourceDesc><p>Public domain</p></sourceDesc></fileDesc>"
    root = etree.fromstring(f'<TEI xmlns="{TEI[1:-1]}"><teiHeader>{head}</teiHeader><text><body/></text></TEI>')
    root[0].append(profile)
    root[1][0].append(document)
    return etree.tostring(root, encoding="utf-8")
