"""Distributed Text Services 1.0: what the specification asks of each endpoint, on both seeds."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from lxml import etree
from starlette.testclient import TestClient

from tei_tools.corpus import Corpus
from tei_tools.dts import (
    Library,
    Paths,
    Queries,
    RequestError,
    addresses,
    fragment,
    library,
    respond,
    responses,
    static,
    units,
)
from tei_tools.errors import UsageError
from tei_tools.serve import application

WRAPPER = "{https://w3id.org/api/dts#}wrapper"


@pytest.fixture(scope="module")
def edition(root: Path) -> Library:
    cases = root / "tests" / "cases" / "tei"
    return Library(Corpus.read([cases / "d178.xml", cases / "d310.xml"]))


def asked(edition: Library, endpoint: str, **parameters: str) -> Any:
    return json.loads(respond(edition, Queries("http://h/dts/"), endpoint, parameters).body)


def ids(found: Any) -> list[str]:
    return [unit["identifier"] for unit in found["member"]]


def test_the_entry_point_leads_to_the_endpoints(edition: Library) -> None:
    found = asked(edition, "entry")
    assert found["@type"] == "EntryPoint"
    assert found["dtsVersion"] == "1.0"
    assert found["@context"] == responses.CONTEXT
    assert found["navigation"] == "http://h/dts/navigation/{?resource,ref,start,end,down,tree,page}"


def test_the_edition_is_a_collection_of_its_documents(edition: Library) -> None:
    found = asked(edition, "collection")
    assert (found["@type"], found["totalChildren"], found["totalParents"]) == ("Collection", 2, 0)
    assert [member["@id"] for member in found["member"]] == ["d178", "d310"]
    resource = asked(edition, "collection", id="d310")
    assert resource["document"] == "http://h/dts/document/?resource=d310{&ref,start,end,tree,mediaType}"
    assert resource["dublinCore"]["date"] == ["1984-11-17"] or resource["dublinCore"]["creator"] == ["Shultz"]
    assert [tree.get("identifier", "") for tree in resource["citationTrees"]] == list(units.TREES)
    parents = asked(edition, "collection", id="d310", nav="parents")
    assert [member["@id"] for member in parents["member"]] == [found["@id"]]
    assert asked(edition, "collection", nav="parents")["member"] == []


def test_navigation_goes_down_as_the_table_of_the_specification_says(edition: Library) -> None:
    everything = asked(edition, "navigation", resource="d310", down="-1")
    assert ids(everything)[:3] == ["d310", "b1", "d310fn1"]
    assert ids(asked(edition, "navigation", resource="d310", down="1")) == ["d310"]
    assert {unit["level"] for unit in asked(edition, "navigation", resource="d310", down="2")["member"]} == {1, 2}
    alone = asked(edition, "navigation", resource="d310", ref="b4")
    assert (alone["ref"]["parent"], "member" in alone) == ("d310", False)
    siblings = asked(edition, "navigation", resource="d310", ref="b4", down="0")
    assert {unit["parent"] for unit in siblings["member"]} == {"d310"}
    assert ids(asked(edition, "navigation", resource="d310", ref="b1", down="1")) == ["d310fn1"]
    assert ids(asked(edition, "navigation", resource="d310", ref="b2", down="1")) == ["b2"], "nothing below: itself"
    ranged = asked(edition, "navigation", resource="d310", start="b1", end="b3", down="1")
    assert ids(ranged) == ["b1", "d310fn1", "b2", "b3"]
    ends = asked(edition, "navigation", resource="d310", start="b1", end="b3")
    assert ("member" in ends, ends["end"]["identifier"]) == (False, "b3")
    assert ids(asked(edition, "navigation", resource="d178", tree="pages", down="1")) == [
        "620",
        "621",
        "622",
        "623",
        "624",
    ]
    assert ids(asked(edition, "navigation", resource="d310", tree="notes", down="9")) == [
        f"d310fn{n}" for n in (1, 2, 3, 4)
    ]


@pytest.mark.parametrize(
    ("endpoint", "query", "status"),
    [
        ("navigation", "", 400),
        ("navigation", "resource=d310", 400),
        ("navigation", "resource=d310&down=0", 400),
        ("navigation", "resource=d310&down=0&start=b1&end=b2", 400),
        ("navigation", "resource=d310&ref=b1&start=b1&end=b2", 400),
        ("navigation", "resource=d310&start=b1&down=1", 400),
        ("navigation", "resource=d310&down=x", 400),
        ("navigation", "resource=d310&down=-2", 400),
        ("navigation", "resource=d310&ref=b999", 404),
        ("navigation", "resource=d310&tree=verses&down=1", 404),
        ("navigation", "resource=d9&down=1", 404),
        ("navigation", "resource=d310&down=1&page=2", 404),
        ("navigation", "resource=d310&down=1&page=0", 400),
        ("collection", "id=x", 404),
        ("collection", "nav=up", 400),
        ("document", "", 400),
        ("document", "resource=x", 404),
        ("document", "resource=d310&ref=b999", 404),
        ("document", "resource=d310&end=b1", 400),
        ("document", "resource=d310&mediaType=image/png", 404),
    ],
)
def test_what_is_wrong_gets_the_status_of_the_specification(
    client: TestClient, endpoint: str, query: str, status: int
) -> None:
    found = client.get(f"/dts/{endpoint}/?{query}")
    assert found.status_code == status
    assert found.json()["title"]


def test_a_document_comes_whole_or_as_a_passage(edition: Library) -> None:
    whole = respond(edition, Queries(), "document", {"resource": "d310"})
    assert whole.headers["Link"] == '</dts/collection/?id=d310>; rel="collection"'
    assert etree.fromstring(whole.body).get("{http://www.w3.org/XML/1998/namespace}id") == "frus1981-88v04.d310"
    note = etree.fromstring(respond(edition, Queries(), "document", {"resource": "d310", "ref": "d310fn2"}).body)
    assert [child.tag for child in note] == [WRAPPER]
    assert note[0][0].get("n") == "2"


@pytest.mark.parametrize("resource", ["d178", "d310"])
@pytest.mark.parametrize("tree", ["pages", ""])
def test_the_passages_of_a_tree_are_the_whole_text(edition: Library, resource: str, tree: str) -> None:
    """Pages cut through paragraphs and words: nothing is lost between two, nothing is there twice."""
    made = units.Tree(edition.document(resource), tree)
    whole = "".join(edition.document(resource).element.itertext()).split()
    cut = [made.positions.cut(unit.first, unit.last) for unit in made.units.values() if tree or unit.level == 2]
    assert "".join("".join(piece.itertext()) for piece in cut).replace("\n", " ").split() == whole or not tree
    assert "".join("".join("".join(piece.itertext()).split()) for piece in cut) == "".join(whole)


def test_a_range_is_what_its_units_are(edition: Library) -> None:
    def text(**parameters: str) -> str:
        asked = {"resource": "d310", "mediaType": "text/plain", **parameters}
        return respond(edition, Queries(), "document", asked).body.decode()

    assert text(start="b2", end="b3") == text(ref="b2") + text(ref="b3").split("\n", 1)[0] + "\n"
    assert text(tree="pages", start="1117", end="1118").startswith(text(tree="pages", ref="1117")[:200])


@pytest.fixture(scope="module")
def client(root: Path, tmp_path_factory: pytest.TempPathFactory) -> TestClient:
    built = tmp_path_factory.mktemp("built")
    (built / "tei").mkdir()
    (built / "html").mkdir()
    for name in ("d178.xml", "d310.xml"):
        (built / "tei" / name).write_bytes((root / "tests" / "cases" / "tei" / name).read_bytes())
    (built / "html" / "index.html").write_text("<p>the site</p>")
    return TestClient(application(built))


def test_the_server_answers_as_browsers_and_caches_ask(client: TestClient) -> None:
    found = client.get("/dts/collection/?id=d310", headers={"Origin": "https://elsewhere.example"})
    assert found.headers["content-type"] == "application/ld+json"
    assert found.headers["access-control-allow-origin"] == "*"
    again = client.get("/dts/collection/?id=d310", headers={"If-None-Match": found.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    head = client.head("/dts/document/?resource=d310&ref=b2")
    assert (head.status_code, head.content) == (200, b"")
    assert head.headers["content-type"] == "application/tei+xml"
    assert 'rel="collection"' in head.headers["link"]
    assert client.get("/dts").json()["@type"] == "EntryPoint"
    assert "the site" in client.get("/").text


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
def test_nothing_can_be_changed(client: TestClient, method: str) -> None:
    assert client.request(method, "/dts/document/?resource=d310").status_code == 405


@pytest.mark.parametrize("path", ["/../tei/d310.xml", "/%2e%2e/tei/d310.xml", "/..%2ftei/d310.xml", "/tei/d310.xml"])
def test_nothing_outside_the_site_is_served(client: TestClient, path: str) -> None:
    assert client.get(path).status_code == 404


def test_a_long_query_is_refused(client: TestClient) -> None:
    assert client.get("/dts/document/?resource=" + "x" * 3000).status_code == 414


def test_many_members_come_in_pages(edition: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(responses, "PAGE", 1)
    first = asked(edition, "collection")
    assert [member["@id"] for member in first["member"]] == ["d178"]
    view = first["view"]
    assert (view["previous"], view["next"], view["last"]) == (
        None,
        "http://h/dts/collection/?id=frus1981-88v04&page=2",
        "http://h/dts/collection/?id=frus1981-88v04&page=2",
    )
    assert [member["@id"] for member in asked(edition, "collection", page="2")["member"]] == ["d310"]


def test_files_hold_the_same_responses(
    edition: Library, cases: Path, tmp_path: Path, run: Callable[..., SimpleNamespace]
) -> None:
    sources = [cases / "tei" / "d178.xml", cases / "tei" / "d310.xml"]
    assert run("transform", *sources, "--to", "dts", "-o", tmp_path).status == 0
    entry = json.loads((tmp_path / "entry.json").read_text("utf-8"))
    assert entry["navigation"] == addresses.FILES["navigation"]
    assert json.loads((tmp_path / "collection.json").read_text("utf-8"))["member"][1]["@id"] == "d310"
    below = json.loads((tmp_path / "navigation" / "d310;tree=pages;down=1.json").read_text("utf-8"))
    assert below["member"] == asked(edition, "navigation", resource="d310", tree="pages", down="1")["member"]
    passage = (tmp_path / "document" / "d310;tree=pages" / "1117.xml").read_bytes()
    assert passage == respond(edition, Paths(), "document", {"resource": "d310", "tree": "pages", "ref": "1117"}).body
    assert static.DEPTHS
    assert WRAPPER[1:-8] == fragment.WRAPPER


def test_an_edition_that_is_not_built_is_refused(tmp_path: Path, run: Callable[..., SimpleNamespace]) -> None:
    done = run("serve", tmp_path)
    assert done.status == 2
    assert "build the edition first" in done.err
    with pytest.raises(UsageError):
        application(tmp_path)


def test_unknown_documents_and_failures() -> None:
    empty = library.Library(Corpus.of([]))
    with pytest.raises(KeyError):
        empty.document("x")
    with pytest.raises(RequestError) as failed:
        respond(empty, Queries(), "document", {"resource": "x"})
    assert failed.value.status == 404
