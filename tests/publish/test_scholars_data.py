"""Tables, graph, linked data and correspondence: each is read back by the software that its users have."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import frictionless
import networkx
import pandas
import pytest
import rdflib
from lxml import etree

from tei_tools import tei_json
from tei_tools.corpus import Corpus, collect, identifiers, rows
from tei_tools.corpus.about import About
from tei_tools.errors import SourceError
from tei_tools.publish import cmif, graph, jsonld, tables

Run = Callable[..., SimpleNamespace]
LISTED = """<person xml:id="p_X1"><persName><surname>Kennan</surname>, <forename>George F.</forename></persName>
<idno type="GND">118561456</idno><idno type="VIAF">29537117</idno></person>"""


@pytest.fixture
def corpus(cases: Path) -> Corpus:
    return Corpus.read([cases / "tei" / name for name in ("d178.xml", "d310.xml")], "https://example.org/e/")


def test_tables_are_a_package_that_frictionless_accepts(cases: Path, tmp_path: Path, run: Run) -> None:
    done = run("transform", *sorted((cases / "tei").glob("d*.xml")), "--to", "tables", "-o", tmp_path)
    assert done.status == 0
    report = frictionless.validate(str(tmp_path / "datapackage.json"))
    assert report.valid, report.flatten(["type", "note"])
    assert {task.name for task in report.tasks} == {table.name for table in rows.TABLES}
    for table in rows.TABLES:
        plain = pandas.read_csv(tmp_path / f"{table.name}.csv", keep_default_na=False, dtype={"number": str})
        packed = pandas.read_parquet(tmp_path / f"{table.name}.parquet")
        assert list(plain.columns) == list(packed.columns) == [column.name for column in table.columns]
        assert plain.astype(str).to_numpy().tolist() == packed.astype(str).to_numpy().tolist()


def test_offsets_of_mentions_count_in_the_text_of_the_table(corpus: Corpus) -> None:
    files = dict(tables.tables(corpus, parquet=False))
    assert "mentions.parquet" not in files
    read = {
        name: list(csv.DictReader(io.StringIO(files[f"{name}.csv"].decode(), newline="")))
        for name in ("documents", "mentions")
    }
    texts = {row["id"]: row["text"] for row in read["documents"]}
    assert len(read["mentions"]) > 30
    for row in read["mentions"]:
        assert texts[row["document"]][int(row["start"]) : int(row["end"])] == row["text"]
        assert row["text"] in row["sentence"]
        assert row["sentence"] in texts[row["document"]]


def test_frames_have_the_columns_of_the_tables(corpus: Corpus) -> None:
    frames = corpus.frames()
    mentioned = frames["mentions"].query("kind == 'person'").groupby("entry").size()
    assert mentioned["p_CKU1"] == sum(1 for _ in corpus.mentions("p_CKU1"))
    assert len(frames["correspondence"]) == 5
    assert list(frames["places"].columns) == ["id", "kind", "name", "description", "identifiers"]


def test_the_graph_is_read_by_networkx(corpus: Corpus) -> None:
    ((name, content),) = graph.graph(corpus)
    assert name == "graph.graphml"
    drawn = networkx.read_graphml(io.BytesIO(content))
    assert drawn.nodes["d310"]["kind"] == "document"
    assert drawn.get_edge_data("p_SGP1", "d310")[0] == {"relation": "sent", "weight": 1}
    assert drawn.number_of_nodes() == 2 + len(corpus.persons())


def test_two_edges_between_the_same_are_both_kept(corpus: Corpus) -> None:
    """Who is addressed is often mentioned too."""
    ((_, content),) = graph.graph(corpus)
    drawn = networkx.read_graphml(io.BytesIO(content))
    between = drawn.get_edge_data("d310", "p_RR1").values()
    assert {edge["relation"] for edge in between} == {"received", "mentions"}


@pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")
def test_linked_data_is_read_as_rdf(corpus: Corpus) -> None:
    ((_, content),) = jsonld.jsonld(corpus)
    triples = rdflib.Graph().parse(data=content, format="json-ld")
    schema, crm = rdflib.Namespace("https://schema.org/"), rdflib.Namespace("http://www.cidoc-crm.org/cidoc-crm/")
    letter = rdflib.URIRef("https://example.org/e/d310.html")
    assert (letter, rdflib.RDF.type, schema.Message) in triples
    assert (letter, schema.sender, rdflib.URIRef("https://example.org/e/#p_SGP1")) in triples
    assert (letter, crm.P67_refers_to, rdflib.URIRef("https://example.org/e/#p_GAA1")) in triples
    assert len(list(triples.subjects(rdflib.RDF.type, crm.E21_Person))) == len(corpus.persons())


def cmif_grammar(root: Path) -> etree.RelaxNG:
    return etree.RelaxNG(etree.parse(root / "schemas" / "cmif.rng"))


def test_the_correspondence_is_what_correspsearch_reads(corpus: Corpus, root: Path) -> None:
    ((_, content),) = cmif.cmif(corpus)
    assert cmif_grammar(root).validate(etree.fromstring(content))
    made = etree.fromstring(content)
    assert made.xpath("//*[local-name()='correspDesc']/@ref") == [
        f"https://example.org/e/d{n}.html" for n in (178, 310)
    ]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('type="sent"', 'type="written"'),
        ('when="1984-02-14"', 'when="14.2.1984"'),
        ('source="#edition"', ""),
        ("<persName>", '<persName ref="p_SGP1">'),
        ('target="https', 'href="https'),
        ("<p/>", "<p/><p/>"),
    ],
)
def test_the_grammar_of_the_correspondence_refuses(corpus: Corpus, root: Path, old: str, new: str) -> None:
    ((_, content),) = cmif.cmif(corpus)
    broken = content.decode().replace(old, new)
    assert broken != content.decode()
    assert not cmif_grammar(root).validate(etree.fromstring(broken.encode()))


def test_persons_have_the_address_of_an_authority(cases: Path, root: Path) -> None:
    tei = (cases / "tei" / "d310.xml").read_text("utf-8").replace("<listPerson>", f"<listPerson>{LISTED}")
    tei = tei.replace('<persName ref="#p_SGP1">Shultz</persName>', '<persName ref="#p_X1">Kennan</persName>')
    ((_, content),) = cmif.cmif(Corpus.of([("d310.xml", tei.encode())]))
    made = etree.fromstring(content)
    assert cmif_grammar(root).validate(made)
    assert made.xpath("//*[local-name()='persName']/@ref") == ["http://viaf.org/viaf/29537117"]


def test_the_hour_of_a_telegram_is_no_part_of_its_day(cases: Path, root: Path) -> None:
    """Volume 1961–1963, IV, Document 20: "Saigon, August 30, 1963, 6 p.m." has a date with an hour."""
    tei = (cases / "tei" / "d178.xml").read_text("utf-8").replace('when="1984-02-14"', 'when="1984-02-14T18:30:00"')
    corpus = Corpus.of([("d178.xml", tei.encode())])
    ((_, content),) = cmif.cmif(corpus)
    assert cmif_grammar(root).validate(etree.fromstring(content))
    assert next(rows.rows(corpus, "documents"))["date_from"] == "1984-02-14"


def test_addresses() -> None:
    assert identifiers.address("wikidata", "Q187554") == "http://www.wikidata.org/entity/Q187554"
    assert identifiers.addresses((("gnd", "118561456"), ("local", "7"), ("viaf", "1"))) == (
        "http://viaf.org/viaf/1",
        "http://d-nb.info/gnd/118561456",
    )


def test_without_letters_there_is_no_correspondence(cases: Path, tmp_path: Path, run: Run) -> None:
    done = run("transform", cases / "tei" / "letter.xml", "--to", "cmif", "-o", tmp_path)
    assert (done.status, list(tmp_path.iterdir())) == (0, [])
    assert "publish.nothing-to-write" in done.err


def test_without_pyarrow_the_tables_are_csv(
    cases: Path, tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tables, "find_spec", lambda _name: None)
    done = run("transform", cases / "tei" / "d310.xml", "--to", "tables", "-o", tmp_path)
    assert done.status == 0
    assert not list(tmp_path.glob("*.parquet"))
    assert "publish.parquet-missing" in done.err


@pytest.mark.parametrize("name", ["d178", "d310", "letter", "typst-telegram"])
def test_json_and_back_is_the_same_document(cases: Path, tmp_path: Path, run: Run, name: str) -> None:
    source = cases / "tei" / f"{name}.xml"
    assert run("transform", source, "--to", "json", "-o", tmp_path).status == 0
    assert json.loads((tmp_path / f"{name}.json").read_text("utf-8"))["tei-json"] == 1
    assert run("transform", tmp_path / f"{name}.json", "--to", "tei", "-o", tmp_path).status == 0
    assert canonical(source.read_bytes()) == canonical((tmp_path / f"{name}.xml").read_bytes())


def canonical(tei: bytes) -> bytes:
    parser = etree.XMLParser(collect_ids=False)
    return etree.tostring(etree.fromstring(tei, parser).getroottree(), method="c14n")


def test_json_keeps_what_is_not_tei() -> None:
    inside = b'<p m:n="1">a<m:b/>c<d xmlns="">e</d></p>'
    tei = b'<?a b?><!-- c --><TEI xmlns="http://www.tei-c.org/ns/1.0" xmlns:m="urn:m">' + inside + b"</TEI><!--z-->"
    assert canonical(tei_json.from_json(tei_json.to_json(tei))) != b""
    again = tei_json.to_json(tei_json.from_json(tei_json.to_json(tei)))
    assert again == tei_json.to_json(tei)
    assert '["{urn:m}b"]' in again
    assert '["{}d", "e"]' in again


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        '{"tei-json": 2, "content": []}',
        '{"tei-json": 1, "content": [["p"], ["p"]]}',
        '{"tei-json": 1, "content": [["p", 7]]}',
    ],
)
def test_json_that_is_no_tei_is_refused(text: str) -> None:
    with pytest.raises(SourceError, match="no TEI in JSON"):
        tei_json.from_json(text, "x.json")


def test_json_refuses_a_document_type() -> None:
    with pytest.raises(SourceError, match="document type"):
        tei_json.to_json(b"<!DOCTYPE a><a/>")


def test_an_unknown_id_and_file(corpus: Corpus, tmp_path: Path) -> None:
    assert corpus.document("d310").id == "d310"
    with pytest.raises(KeyError):
        corpus.document("d9")
    (tmp_path / "x.xml").write_text("<a/>")
    with pytest.raises(SourceError, match="no TEI file"):
        list(collect.Corpus.read([tmp_path / "x.xml"]).documents())
    assert isinstance(corpus.about, About)


def test_a_wrong_address_is_refused(cases: Path, tmp_path: Path, run: Run) -> None:
    done = run("transform", cases / "tei" / "d310.xml", "--to", "cmif", "--url", "example", "-o", tmp_path)
    assert done.status == 2
    assert "'example' is no address" in done.err


def test_an_edition_builds_its_data(seeds: Path, tmp_path: Path, run: Run) -> None:
    only = [word for name in ("tables", "graph", "jsonld", "cmif", "json") for word in ("--only", name)]
    done = run("build", seeds, "-o", tmp_path, *only)
    assert done.status == 0
    made = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file()}
    assert {"tables/datapackage.json", "graph/graph.graphml", "jsonld/edition.jsonld", "cmif/cmif.xml"} < made
    assert {"json/d178.json", "json/d310.json"} < made
