"""An editor's own XSD beside the project's grammar: libxml2 decides, xmlschema explains."""

from __future__ import annotations

from pathlib import Path

from tei_tools.validate import validate

SCHEMA = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="http://www.tei-c.org/ns/1.0"
  targetNamespace="http://www.tei-c.org/ns/1.0" elementFormDefault="qualified">
  <xs:element name="TEI"><xs:complexType><xs:sequence>
    <xs:element name="teiHeader"/><xs:element name="facsimile"/>
  </xs:sequence></xs:complexType></xs:element>
</xs:schema>"""


def test_what_was_expected_is_told_with_its_line(tmp_path: Path) -> None:
    schema = tmp_path / "house.xsd"
    schema.write_text(SCHEMA)
    tei = b'<TEI xmlns="http://www.tei-c.org/ns/1.0">\n<teiHeader/>\n<text/>\n</TEI>'
    (problem,) = validate(tei, "d1.xml", schema=schema)
    assert (problem.code, problem.severity) == ("validate.grammar", "error")
    assert problem.place.file == "d1.xml"
    assert "text" in problem.message
    assert problem.hint == "allowed here: <facsimile>"


def test_a_document_that_keeps_the_schema_has_no_problem(tmp_path: Path) -> None:
    schema = tmp_path / "house.xsd"
    schema.write_text(SCHEMA)
    tei = b'<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><facsimile/></TEI>'
    assert validate(tei, "d1.xml", schema=schema) == []
