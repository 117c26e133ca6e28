"""The memory of an output folder: what was made of what, and what an editor changed since."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from tei_tools.errors import PublishError
from tei_tools.publish.folder import Folder
from tei_tools.publish.manifest import Manifest, Origin, digest

ORIGIN = Origin(
    sources={"000.txt": "ab12"},
    profile={"frus": "ef56"},
    authorities={"persons.xml": "cd34"},
    settings={"edition": "frus1981-88v04"},
)
TOOL = "tei-tools 0.1.0"


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return Folder(tmp_path)


@pytest.fixture
def manifest(folder: Folder) -> Manifest:
    """A folder with one document, saved and loaded again."""
    made = Manifest.load(folder)
    made.write("tei/d178.xml", "<TEI/>", ORIGIN)
    made.save(TOOL)
    return Manifest.load(folder)


def test_what_is_saved_is_loaded(manifest: Manifest) -> None:
    entry = manifest.entries["tei/d178.xml"]
    assert entry.sha256 == hashlib.sha256(b"<TEI/>").hexdigest()
    assert entry.origin == ORIGIN


def test_the_file_is_sorted_and_has_no_clock(tmp_path: Path) -> None:
    one, two = Manifest(Folder(tmp_path / "1")), Manifest(Folder(tmp_path / "2"))
    for manifest, order in ((one, ("b", "a", "ä")), (two, ("ä", "b", "a"))):
        for name in order:
            manifest.write(name, name, Origin(sources={key: digest(key) for key in order}))
        manifest.save(TOOL)
    assert one.folder.read("manifest.json") == two.folder.read("manifest.json")
    table = json.loads(one.folder.read("manifest.json") or b"")
    assert list(table["files"]) == ["a", "b", "ä"]
    assert table["tool"] == TOOL
    assert set(table["files"]["a"]) == {"sha256", "sources"}, "what is empty is left out"
    assert str(tmp_path) not in json.dumps(table)


def test_a_file_as_it_was_written_is_not_edited(manifest: Manifest) -> None:
    assert not manifest.edited("tei/d178.xml")
    assert not manifest.edited("tei/d178.xml", "new")


def test_a_changed_file_is_edited(manifest: Manifest) -> None:
    manifest.folder.write("tei/d178.xml", "<TEI> </TEI>")
    assert manifest.edited("tei/d178.xml")
    assert manifest.edited("tei/d178.xml", "<TEI/>")


def test_a_file_that_nobody_recorded_is_an_editors(manifest: Manifest) -> None:
    manifest.folder.write("tei/d310.xml", "by hand")
    assert manifest.edited("tei/d310.xml")


def test_a_file_that_holds_what_would_be_written_loses_nothing(manifest: Manifest) -> None:
    manifest.folder.write("tei/d310.xml", "same")
    assert not manifest.edited("tei/d310.xml", "same")


def test_a_file_that_is_not_there_is_not_edited(manifest: Manifest) -> None:
    manifest.folder.remove("tei/d178.xml")
    assert not manifest.edited("tei/d178.xml")
    assert not manifest.edited("tei/d1.xml")


def test_an_edited_file_stays_edited_in_the_next_run(manifest: Manifest) -> None:
    manifest.folder.write("tei/d178.xml", "by hand")
    manifest.save(TOOL)
    assert Manifest.load(manifest.folder).edited("tei/d178.xml")


def test_without_a_manifest_everything_is_an_editors(manifest: Manifest) -> None:
    manifest.folder.remove("manifest.json")
    assert Manifest.load(manifest.folder).edited("tei/d178.xml")


def test_what_is_no_longer_made_is_removed_unless_edited(manifest: Manifest) -> None:
    manifest.write("tei/d2.xml", "two", ORIGIN)
    manifest.write("tei/d3.xml", "three", ORIGIN)
    manifest.folder.write("tei/d3.xml", "by hand")
    assert manifest.unmade({"tei/d178.xml"}) == ["tei/d2.xml", "tei/d3.xml"]
    for name in manifest.unmade({"tei/d178.xml"}):
        manifest.forget(name)
    assert list(manifest.entries) == ["tei/d178.xml"]
    assert manifest.folder.read("tei/d2.xml") is None
    assert manifest.folder.read("tei/d3.xml") == b"by hand"


@pytest.mark.parametrize(
    "content",
    [
        "",
        "{",
        "[]",
        "{}",
        '{"form": 1}',
        '{"form": 1, "files": []}',
        '{"form": 1, "files": {"a": {}}}',
        '{"form": 1, "files": {"a": {"sha256": 5}}}',
        '{"form": 1, "files": {"a": {"sha256": "ab", "maker": "x"}}}',
        '{"form": 1, "files": {"a": {"sha256": "ab", "sources": "x"}}}',
        b"\xff",
        '{"form": 99, "files": {}}',
    ],
)
def test_a_manifest_that_cannot_be_understood_stops_the_run(folder: Folder, content: str | bytes) -> None:
    folder.write("manifest.json", content)
    with pytest.raises(PublishError, match="the manifest") as caught:
        Manifest.load(folder)
    assert caught.value.place.endswith("manifest.json")
    assert caught.value.remedy


@pytest.mark.usefixtures("manifest")
def test_a_manifest_in_another_layout_is_written_again(folder: Folder) -> None:
    written = folder.read("manifest.json")
    assert written is not None
    folder.write("manifest.json", json.dumps(json.loads(written), indent=2))
    Manifest.load(folder).save(TOOL)
    assert folder.read("manifest.json") == written
