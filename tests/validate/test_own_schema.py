"""An editor's own schemas beside the project's: grammars in three languages, and Schematron."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from tei_tools.errors import SchemaError
from tei_tools.resources import resource
from tei_tools.validate import validate
from tei_tools.validate.grammar_files import load
from tei_tools.validate.parser_messages import of_grammar
from tei_tools.validate.schemas import with_ours
from tei_tools.validate.schematron_compiler import compiled
from tei_tools.validate.schematron_files import gather

DOCUMENT = (Path(__file__).parents[1] / "mutants" / "valid" / "rules.xml").read_bytes()
XSD = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="http://www.tei-c.org/ns/1.0"
  targetNamespace="http://www.tei-c.org/ns/1.0" elementFormDefault="qualified">
  <xs:import namespace="http://www.w3.org/XML/1998/namespace" schemaLocation="http://www.w3.org/2001/xml.xsd"/>
  <xs:include schemaLocation="part.xsd"/>
  <xs:element name="TEI"><xs:complexType><xs:sequence>
    <xs:element ref="teiHeader"/><xs:element name="facsimile"/>
  </xs:sequence><xs:attribute ref="xml:id"/></xs:complexType></xs:element>
</xs:schema>"""
PART = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="http://www.tei-c.org/ns/1.0">
  <xs:element name="teiHeader"/></xs:schema>"""
RNC = """default namespace = "http://www.tei-c.org/ns/1.0"
include "part.rnc"
start = element TEI { attribute n { xsd:integer }?, teiHeader, element facsimile { empty } }
"""
RNG = """<grammar xmlns="http://relaxng.org/ns/structure/1.0" ns="http://www.tei-c.org/ns/1.0">
<include href="part.rng"/><start><element name="TEI"><ref name="teiHeader"/><element name="facsimile"><empty/></element>
</element></start></grammar>"""
SCH = """<schema xmlns="http://purl.oclc.org/dsdl/schematron" queryBinding="xslt3">
<ns prefix="t" uri="http://www.tei-c.org/ns/1.0"/><phase id="draft"><active pattern="d"/></phase>
<pattern id="d"><rule context="t:head"><assert test="false()" role="warning" id="no-heads" see="https://example.org/"
  diagnostics="why">no headings, please</assert></rule></pattern>
<pattern id="p"><rule context="t:p"><assert test="string-length() lt 20">too <emph>long</emph></assert></rule></pattern>
<diagnostics><diagnostic id="why">since “<value-of select="."/>” is one</diagnostic></diagnostics></schema>"""
TEI = '<TEI xmlns="http://www.tei-c.org/ns/1.0"{}>\n<teiHeader/>\n{}\n</TEI>'


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name, content in {
        "house.xsd": XSD,
        "part.xsd": PART,
        "house.rnc": RNC,
        "part.rnc": "teiHeader = element teiHeader { empty }",
        "house.rng": RNG,
        "part.rng": '<grammar xmlns="http://relaxng.org/ns/structure/1.0" ns="http://www.tei-c.org/ns/1.0">'
        '<define name="teiHeader"><element name="teiHeader"><empty/></element></define></grammar>',
        "house.sch": SCH,
    }.items():
        (tmp_path / name).write_text(content)
    (tmp_path / "d1.xml").write_bytes(DOCUMENT)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("schema", ["house.xsd", "house.rng", "house.rnc"])
def test_grammars(schema: str) -> None:
    assert validate(TEI.format("", "<facsimile/>").encode(), "d1.xml", schema=schema) == []
    (problem,) = validate(TEI.format("", "<text/>").encode(), "d1.xml", schema=schema)
    assert (problem.code, problem.severity, problem.place.file) == ("validate.grammar", "error", "d1.xml")
    assert "text" in problem.message


def test_an_xsd_tells_what_it_expected() -> None:
    (problem,) = validate(TEI.format(' xml:id="x"', "<text/>").encode(), "d1.xml", schema="house.xsd")
    assert problem.hint == "allowed here: <facsimile>"


@pytest.mark.parametrize(
    ("schema", "document", "said"),
    [
        ("house.xsd", TEI.format("", "<text/>"), ["<text> stands where <facsimile> must stand"]),
        ("house.xsd", TEI.format("", ""), ["<TEI> lacks <facsimile> at its end"]),
        ("house.xsd", TEI.format(' xml:lang="en"', "<facsimile/>"), ["the attribute xml:lang is not allowed here"]),
        ("house.rng", TEI.format("", "<text/>"), ["<text> is not allowed at this place"]),
        ("house.rng", TEI.format("", "<facsimile/><text/>"), ["<text> is not allowed at this place"]),
        ("house.rng", TEI.format(' n="a"', "<facsimile/>"), ["<TEI> may not have the attribute n"]),
        ("house.rnc", TEI.format(' n="a"', "<facsimile/>"), ["<TEI> may not have the attribute n"]),
    ],
)
def test_what_another_grammar_says_is_put_into_plain_words(schema: str, document: str, said: list[str]) -> None:
    assert [problem.message for problem in validate(document.encode(), "d1.xml", schema=schema)] == said


def test_words_that_nobody_put_plainly_stay() -> None:
    assert of_grammar("Something new") == "Something new"


def test_the_document_can_not_name_files_for_it(folder: Path) -> None:
    (folder / "evil.xsd").write_text("no XML at all")
    xsi = ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="urn:x evil.xsd"'
    document = TEI.format(xsi, '<facsimile xmlns:x="urn:x"/>').encode()
    assert validate(document, "d1.xml", schema="house.xsd") == []


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("bad.rnc", "start = element a {", r"bad\.rnc:1: .*rnc2rng can't read.*ends before.*trang"),
        ("bad.rnc", "start = a\n\nb = = 3", r"bad\.rnc:3:5: .*rnc2rng can't read.*b = = 3.*trang"),
        ("bad.rng", "<grammar>\n<start>", r"bad\.rng:2:\d+: .*no well-formed XML.*mend it"),
        ("bad.rnc", "start = nothing", r"bad\.rnc.*rnc2rng can't read.*trang"),
        ("bad.rnc", 'include "http://localhost:9/x.rnc"', r"bad\.rnc.*nothing is fetched.*trang"),
        ("bad.rnc", 'include "missing.rnc"', r"bad\.rnc.*missing\.rnc"),
        ("bad.rng", "<grammar/>", r"bad\.rng"),
        ("bad.rng", RNG.replace("part.rng", "http://localhost:9/x.rng"), r"bad\.rng.*localhost"),
        ("bad.xsd", XSD.replace("www.w3.org/2001/xml.xsd", "localhost:9/x.xsd"), r"bad\.xsd.*localhost"),
        ("bad.dtd", "", r"bad\.dtd.*no schema by its name.*\.sch"),
    ],
)
def test_grammars_that_can_not_be_used(name: str, content: str, said: str, folder: Path) -> None:
    (folder / name).write_text(content)
    with pytest.raises(SchemaError, match=f"(?s){said}"):
        validate(TEI.format("", "").encode(), "d1.xml", schema=name)


def test_our_grammar_in_its_three_forms() -> None:
    for name in ("tei_tools.rnc", "tei_tools.rng", "xsd/tei_tools.xsd"):
        assert validate(DOCUMENT, "d1.xml", schema=resource("schemas", name)) == [], name
        assert validate(DOCUMENT.replace(b"<body>", b"<body><x/>"), "d1.xml", schema=resource("schemas", name)), name


def test_an_address_that_a_catalog_knows_stays_at_home() -> None:
    assert load(Path("house.xsd")) is not None


def test_schematron() -> None:
    found = validate(DOCUMENT, "d1.xml", schema="house.sch")
    first = found[0]
    assert (first.code, first.severity, first.place.line) == ("validate.schematron", "warning", 10)
    assert (first.message, first.rule) == ("no headings, please", "house.sch:4: no-heads")
    assert first.hint.startswith("since “310. From Shultz")
    assert first.hint.endswith("; see https://example.org/")
    assert {d.message for d in found if d.severity == "error"} == {"too long"}


def test_the_phase_of_a_schematron(folder: Path) -> None:
    assert {d.severity for d in validate(DOCUMENT, "d1.xml", schema="house.sch#draft")} == {"warning"}
    with pytest.raises(SchemaError, match=r"house\.sch.*no phase 'final'.*draft"):
        validate(DOCUMENT, "d1.xml", schema="house.sch#final")
    (folder / "a#b.sch").write_text(SCH)
    assert validate(DOCUMENT, "d1.xml", schema="a#b.sch")


def test_a_rule_that_fails_on_a_document_says_where(folder: Path) -> None:
    bad = SCH.replace("false()", "xs:integer(@n) = 1").replace(
        "<phase", '<ns prefix="xs" uri="http://www.w3.org/2001/XMLSchema"/><phase'
    )
    (folder / "house.sch").write_text(bad.replace("xs:integer(@n)", "xs:integer(string(@n))"))
    (told, *_) = [d for d in validate(DOCUMENT, "d1.xml", schema="house.sch") if d.code == "validate.rule-failed"]
    assert (told.severity, told.place.line) == ("error", 10)
    assert "assert no-heads: FORG0001" in told.message
    assert told.rule == "house.sch:4: no-heads"


def test_rules_come_beside_ours_and_grammars_instead() -> None:
    assert with_ours([]) == ["tei_tools"]
    assert with_ours(["house.sch", "more.sch#x"]) == ["tei_tools", "house.sch", "more.sch#x"]
    assert with_ours(["house.rng", "house.sch"]) == ["house.rng", "house.sch"]
    assert with_ours(["house.rng", "tei_tools"]) == ["house.rng", "tei_tools"]


def test_the_command(folder: Path, run: Callable[..., SimpleNamespace]) -> None:
    (folder / "d1.xml").write_bytes(DOCUMENT.replace(b'n="3" xml:id="d310fn3"', b'n="3" xml:id="fn3"'))
    found = run("validate", "d1.xml", "--schema", "house.sch#draft")
    assert found.status == 0, "warnings only"
    assert "[validate.schematron]" in found.out
    assert "[validate.note-id]" in found.out
    both = run("validate", "d1.xml", "--schema", "house.sch", "--schema", "house.rng", "--fail-on", "warning")
    assert both.status == 1
    assert "[validate.grammar]" in both.out
    assert "[validate.note-id]" not in both.out
    wrong = run("validate", "d1.xml", "--schema", "missing.sch")
    assert (wrong.status, "missing.sch" in wrong.err) == (2, True)


def test_what_was_compiled_is_kept_whatever_its_folder(folder: Path) -> None:
    first = compiled(Path("house.sch"))
    (folder / "sub").mkdir()
    (folder / "sub" / "house.sch").write_text(SCH)
    assert compiled(folder / "sub" / "house.sch") == first
    kept = list((folder / "cache" / "tei-tools" / "schematron").iterdir())
    assert len(kept) == 1
    kept[0].write_text("broken")
    assert compiled(Path("house.sch")) == first
    (folder / "house.sch").write_text(SCH + "<!-- changed -->")
    compiled(Path("house.sch"))
    assert len(list((folder / "cache" / "tei-tools" / "schematron").iterdir())) == 2


def test_an_included_file_counts_for_the_digest(folder: Path) -> None:
    (folder / "house.sch").write_text(SCH.replace("<phase", '<include href="part.sch"/><phase'))
    (folder / "part.sch").write_text('<pattern xmlns="http://purl.oclc.org/dsdl/schematron" id="o"/>')
    first = gather(Path("house.sch")).digest
    (folder / "part.sch").write_text('<pattern xmlns="http://purl.oclc.org/dsdl/schematron" id="o2"/>')
    assert gather(Path("house.sch")).digest != first


@pytest.mark.parametrize(
    ("test", "code"),
    [
        ("doc('file:///etc/hostname')/x", "FODC0005"),
        ("unparsed-text('/etc/hostname')", "FOUT1170"),
        ("doc('http://localhost:9/')/x", "FODC0005"),
        ("collection('/etc')", "disallowed"),
        ("document('')/x", "FODC0005"),
    ],
)
def test_a_schematron_reads_nothing(test: str, code: str, folder: Path) -> None:
    (folder / "house.sch").write_text(SCH.replace("false()", test))
    found = validate(DOCUMENT, "d1.xml", schema="house.sch#draft")
    assert {d.code for d in found} == {"validate.rule-failed"}
    assert code in found[0].message


@pytest.mark.parametrize("test", ["java:exit(1)", "f:delete('/x')"])
def test_a_schematron_calls_nothing(test: str, folder: Path) -> None:
    names = '<ns prefix="java" uri="java:java.lang.System"/><ns prefix="f" uri="http://expath.org/ns/file"/>'
    (folder / "house.sch").write_text(SCH.replace("false()", test).replace("<phase", names + "<phase"))
    with pytest.raises(SchemaError, match=r"house\.sch:4.*no-heads.*no function"):
        validate(DOCUMENT, "d1.xml", schema="house.sch#draft")


def test_a_schematron_writes_nothing(folder: Path) -> None:
    document = f'<xsl:result-document href="file:{folder}/written.xml"><a xmlns=""/></xsl:result-document>'
    call = '<report test="true()"><xsl:call-template name="w"/></report>'
    template = f'<xsl:template name="w">{document}</xsl:template>'
    writing = f'{template}<pattern id="w"><rule context="/">{call}</rule></pattern><phase'
    xslt = '<schema xmlns:xsl="http://www.w3.org/1999/XSL/Transform" '
    (folder / "house.sch").write_text(SCH.replace("<phase", writing).replace("<schema ", xslt))
    with pytest.raises(SchemaError, match=r"house\.sch:2: result-document.*disabled"):
        validate(DOCUMENT, "d1.xml", schema="house.sch")
    assert not (folder / "written.xml").exists()
