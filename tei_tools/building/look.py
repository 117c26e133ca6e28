"""What is to be known of each TEI document before anything is made of it; looked up once for the same TEI."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from tei_tools.building.made import Made
from tei_tools.building.tables import from_table, to_table
from tei_tools.diagnostics import Diagnostic
from tei_tools.executor import Executor, chunks
from tei_tools.program import program
from tei_tools.publish.html import Entry, entry
from tei_tools.publish.records import key
from tei_tools.run import Run
from tei_tools.stopwatch import spent
from tei_tools.validate import ids, parse, validate
from tei_tools.validate.pointers import elsewhere
from tei_tools.validate.schemas import OWN, RULES


@dataclass(frozen=True, slots=True)
class Look:
    """A document's problems, ids, pointers at other files (file, id), and entry; None for what is no XML."""

    diagnostics: tuple[Diagnostic, ...]
    ids: frozenset[str] = frozenset()
    wanted: frozenset[tuple[str, str]] = frozenset()
    entry: Entry | None = None
    anchors: Mapping[int, str] = field(default_factory=dict)
    """Lines with problems, and what stands there or before and has an id."""
    counts: Mapping[str, int] = field(default_factory=dict)
    """How many pages, notes, names and words its text has."""


MARKS = ("{*}div", "{*}pb", "{*}note")
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
COUNTED = {
    "pages": ("{*}pb",),
    "notes": ("{*}note",),
    "names": ("{*}persName", "{*}placeName", "{*}orgName"),
    "words": (),
}
"""What is counted in a document, and the elements that are it."""
Task = list[tuple[str, bytes, bool]]
"""(id, TEI, whether it is an editor's)"""


def look(_shared: None, task: Task) -> list[Look]:
    found = []
    for id_, tei, edited in task:
        with spent("check", id_):
            found.append(_looked(id_, tei, edited))
    return found


def _looked(id_: str, tei: bytes, edited: bool) -> Look:
    """Our own TEI was held against grammar and source when it was made; what others wrote is checked entirely."""
    place = f"{id_}.xml"
    tree, problems = parse(tei, place)
    if tree is None:
        return Look(tuple(problems))
    found = validate(tree, place, schema=OWN if edited else RULES)
    lines = {problem.place.line for problem in found}
    return Look(tuple(found), ids(tree), elsewhere(tree, place), entry(id_, tei), anchored(tree, lines), counted(tree))


def anchored(tree: etree._ElementTree, lines: Collection[int]) -> dict[int, str]:
    """For each of these lines of a file the id of the division, page break or note that begins there or last before."""
    found: dict[int, str] = {}
    if lines:
        marks = [(mark.sourceline or 0, name) for mark in tree.iter(*MARKS) if (name := mark.get(XML_ID))]
        for line in sorted(lines):
            before = [name for at, name in marks if at <= line]
            if before:
                found[line] = before[-1]
    return found


def counted(tree: etree._ElementTree) -> dict[str, int]:
    """What the text of a document holds: page breaks, notes, names of persons, places and organisations, words."""
    text = tree.find("{*}text")
    if text is None:
        return dict.fromkeys(COUNTED, 0)
    elements = {what: sum(1 for _ in text.iter(*names)) for what, names in COUNTED.items() if names}
    return {**elements, "words": len("".join(text.itertext(etree.Element)).split())}


def looks(made: Sequence[Made], run: Run, executor: Executor) -> dict[str, Look]:
    """The look of each document, by its id."""
    names = {
        document.id: (f"look {document.id}", key(program(), document.tei_sha256, str(document.edited)))
        for document in made
    }
    known = {id_: table for id_, (name, of) in names.items() if (table := run.records.get(name, of))}
    found = {id_: _from(table) for id_, table in known.items()}
    rest = [document for document in made if document.id not in found]
    tasks = ([(d.id, d.tei, d.edited) for d in chunk] for chunk in chunks(rest, width=executor.width))
    done = 0
    for task, result in executor.map(look, None, tasks):
        if not isinstance(result, list):
            run.report.errors += [result.at(f"{id_}.xml") for id_, _, _ in task]
            continue
        for (id_, _, _), each in zip(task, result, strict=True):
            found[id_] = each
            if not run.dry:
                run.records.put(*names[id_], _table(each))
            done += 1
            run.progress("check", done, len(rest))
    return found


def sound(made: Sequence[Made], found: dict[str, Look], run: Run) -> list[Made]:
    """The documents without error, among them pointers from file to file that lead to nothing."""
    index = {f"{id_}.xml": each.ids for id_, each in found.items()}
    kept: list[Made] = []
    for document in made:
        each = found.get(document.id)
        if each is None:
            continue
        problems = [*each.diagnostics]
        if any(name not in index or (part and part not in index[name]) for name, part in each.wanted):
            problems += validate(document.tei, document.place, schema=(), index=index)
        run.report.diagnostics += problems
        if not any(problem.severity == "error" for problem in problems):
            kept.append(document)
    return kept


def _table(each: Look) -> dict[str, object]:
    told = each.entry
    return {
        "diagnostics": [to_table(problem) for problem in each.diagnostics],
        "ids": sorted(each.ids),
        "wanted": sorted(each.wanted),
        "anchors": sorted(each.anchors.items()),
        "counts": each.counts,
        "entry": told and [told.id, told.label, sorted(told.views), sorted(told.files)],
    }


def _from(table: Mapping[str, Any]) -> Look:
    told = table["entry"]
    return Look(
        tuple(from_table(problem) for problem in table["diagnostics"]),
        frozenset(table["ids"]),
        frozenset((name, part) for name, part in table["wanted"]),
        Entry(told[0], told[1], frozenset(told[2]), frozenset(told[3])) if told else None,
        dict(table["anchors"]),
        table["counts"],
    )
