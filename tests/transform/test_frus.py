"""TEI to the dialect of the Office of the Historian, and the rules that say what that is (schemas/frus.sch)."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lxml import etree

from tei_tools.edition import Edition
from tei_tools.edition_divs import as_xml
from tei_tools.encode import volume as assembled
from tei_tools.importing import import_volume
from tei_tools.model import Imprint
from tei_tools.profile import load
from tei_tools.resources import resource
from tei_tools.transform import transform
from tei_tools.validate import schematron
from tei_tools.validate.schemas import with_ours

ROOT = Path(__file__).parent.parent
RULES = resource("schemas", "frus.sch")
HEADER_ONLY = re.compile(
    "TEI|text|front|body|back|titlePage|docTitle|titlePart|byline|docEdition|docImprint|docDate|.*(Desc|Stmt|Decl)|teiHeader|"
    "correspAction|correspContext|textClass|keywords|langUsage|language|creation|abstract|appInfo|application|change|"
    "correction|normalization|punctuation|quotation|hyphenation|segmentation|interpretation|availability|licence|"
    "authority|distributor|respStmt|resp|desc|standOff|person|listPerson|place|listPlace|org|listOrg|birth|death|"
    "nationality|occupation|affiliation|state|location|locale|activity|setting"
)


def found(xml: str) -> dict[str, str]:
    """The ids of the broken rules, with their severity."""
    problems = schematron.find(etree.ElementTree(etree.fromstring(xml.encode())), RULES)
    return {str(problem.rule).rpartition(": ")[2]: problem.severity for problem in problems}


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A volume, written from the documents that an import made."""
    folder = tmp_path_factory.mktemp("edition")
    import_volume(ROOT / "importing" / "volume.xml", folder)
    edition = Edition.load(folder)
    roots = [etree.parse(path).getroot() for path in edition.files()]
    tree = assembled(roots, Imprint(edition=edition.id, title=edition.title), load("frus"), edition.id, front=True)
    tei = etree.tostring(tree, encoding="unicode")
    return transform(tei, "frus", name=edition.id, divs=as_xml(edition.divs)).text


def test_a_volume_keeps_the_rules(whole: str) -> None:
    assert {rule for rule, severity in found(whole).items() if severity == "error"} == set()
    tree = etree.fromstring(whole.encode())
    ids = [div.get("{http://www.w3.org/XML/1998/namespace}id") for div in tree.iter("{*}div")]
    assert ids == ["persons", "terms", "comp1", "ch1", "d21", "d22", "d23", "comp2", "ch2", "d24", "d25", "d26", "d27"]


@pytest.mark.parametrize("name", ["d178", "d310"])
def test_a_document_keeps_the_rules(name: str) -> None:
    tei = (ROOT / "golden" / "seeds" / f"{name}.xml").read_bytes()
    made = transform(tei, "frus", name="one").text
    assert {rule for rule, severity in found(made).items() if severity == "error"} == set()
    words = re.compile(r"\s+")
    there = etree.fromstring(tei).find("{*}text")
    here = etree.fromstring(made.encode()).find("{*}text")
    assert there is not None
    assert here is not None
    assert words.sub("", "".join(map(str, there.itertext()))) == words.sub("", "".join(map(str, here.itertext())))


MUTANTS = [
    ("frus-root", ' xml:id="frus1958-60v08">', ">"),
    ("frus-file-description", "<notesStmt><note>Made from TEI by tei-tools.</note></notesStmt>", ""),
    ("frus-titles", 'title type="sub-series"', 'title type="x"'),
    ("frus-title-text", '<title type="complete">', '<title type="complete"><hi rend="italic">x</hi>'),
    ("frus-editor", 'editor role="primary"', 'editor role="other"'),
    ("frus-publisher", "<pubPlace>Washington</pubPlace>", ""),
    ("frus-publication-dates", 'date type="content-date"', 'date type="x"'),
    ("frus-idno", 'idno type="frus"', 'idno type="x"'),
    ("frus-element", "</notesStmt>", "</notesStmt><profileDesc/>"),
    ("frus-element", "<head>21. ", "<head><supplied>21. </supplied>"),
    ("frus-div-id", ' xml:id="ch1"', ""),
    ("frus-div-type", 'type="chapter"', 'type="part"'),
    ("frus-div-head", "<head>21. ", "<head>x</head><head>21. "),
    ("frus-document-number", ' n="21"', ""),
    ("frus-document-order", 'xml:id="d22" n="22"', 'xml:id="d29" n="29"'),
    ("frus-document-id", 'xml:id="d21"', 'xml:id="doc21"'),
    ("frus-document-kind", 'subtype="historical-document"', 'subtype="letter"'),
    ("frus-time", '-05:00" frus:doc-dateTime-max', 'Z" frus:doc-dateTime-max'),
    ("frus-time-order", 'frus:doc-dateTime-min="1958', 'frus:doc-dateTime-min="1988'),
    ("frus-attachment-div", "<head>21. ", "<frus:attachment><div/></frus:attachment><head>21. "),
    ("frus-attachment-last", "<p>", "<frus:attachment><p>x</p></frus:attachment><p>"),
    ("frus-person-place", "<p>", '<p><anchor xml:id="p_X_1"/>'),
    ("frus-term-place", "<p>", '<p><anchor xml:id="t_X_1"/>'),
    ("frus-listed-strong", '<hi rend="strong"><persName xml:id', '<hi rend="italic"><persName xml:id'),
    ("frus-listed-comma", "</persName></hi>,", ",</persName></hi>"),
    ("frus-ref-target", "<ref target=", "<ref n="),
    ("frus-ref-form", '<ref target="#', '<ref target="d1.xml#'),
    ("frus-person-form", 'corresp="#p_', 'corresp="p_'),
    ("frus-term-form", 'gloss target="#t_', 'gloss target="#T_'),
    ("frus-target", 'corresp="#p_', 'corresp="#p_none'),
    ("frus-note-nested", "Source: ", 'Source: <note rend="inline">x</note>'),
    ("frus-note-number", '<note n="1" xml:id="d21fn1"', "<note"),
    ("frus-note-type", 'type="source"', 'type="other"'),
    ("frus-note-space", '<note n="2"', ' <note n="2"'),
    ("frus-page-attributes", "<pb n=", "<pb ed="),
    ("frus-page-break", "<pb n=", '<pb break="no" n='),
    ("frus-page-edge", "<p>", '<p><pb n="9" xml:id="pg_9"/>'),
    ("frus-page-space", "<p>", '<p>one<pb n="9" xml:id="pg_9"/> two'),
    ("frus-dateline-place", "<p>", '<p><dateline rendition="#right">x</dateline>'),
    ("frus-dateline-right", '<dateline rendition="#right">', "<dateline>"),
    ("frus-date-calendar", ' calendar="gregorian"', ""),
    ("frus-date-limits", ' calendar="gregorian" when=', ' calendar="gregorian" notBefore='),
    ("frus-offset", "<p>", '<p><date when="1958-01-01T10:00:00Z">x</date>'),
    ("frus-period", "<p>", '<p><date from="1958-02-01" to="1958-01-01">x</date>'),
    ("frus-rendition", 'rendition xml:id="right"', 'rendition xml:id="left"'),
    ("frus-closer", "</signed>", "</signed><signed>x</signed>"),
    ("frus-signer", "<signed><persName", "<signed><persName>x</persName><persName"),
    ("frus-list-type", "<p>", '<p><list type="memo"><item>x</item></list>'),
    ("frus-list-content", "<p>", "<p><list><item><p>x</p></item></list>"),
    ("frus-table", "<p>", '<p><table rows="2" cols="1"><row><cell>x</cell></row></table>'),
    ("frus-p-rend", "<p>", '<p rend="dateline">'),
    ("frus-hi-rend", '<hi rend="italic">', '<hi rend="bold">'),
    ("frus-empty", "<p>", "<p/><p>"),
    ("frus-page-content", "<p>", '<p>x <pb n="9" xml:id="pg_9">x</pb> y'),
    ("frus-document-time", 'type="chapter"', 'type="chapter" frus:doc-dateTime-min="1958-01-01T00:00:00-05:00"'),
]


@pytest.mark.parametrize(
    ("rule", "old", "new"), MUTANTS, ids=[f"{rule}-{at}" for at, (rule, _, _) in enumerate(MUTANTS)]
)
def test_what_breaks_a_rule_is_found(rule: str, old: str, new: str, whole: str) -> None:
    at = whole.index(old, whole.index("<body>") if old in ("<p>", "<pb n=") else 0)
    assert rule in found(whole[:at] + new + whole[at + len(old) :])


def test_every_rule_that_is_an_error_has_a_mutant() -> None:
    asserts = re.findall(r"<(?:assert|report) id=\"([^\"]+)\"([^>]*)", RULES.read_text("utf-8"))
    assert {name for name, rest in asserts if 'role="warning"' not in rest} == {rule for rule, _, _ in MUTANTS}


def test_every_element_of_the_grammar_has_a_rule() -> None:
    grammar = resource("schemas", "tei_tools.rnc").read_text("utf-8")
    elements = set(re.findall(r"element ([A-Za-z]+) \{", grammar))
    rules = "\n".join(path.read_text("utf-8") for path in resource("xslt", "modules/frus").glob("*.xsl"))
    named = set(re.findall(r"[A-Za-z]+", " ".join(re.findall(r'match="([^"]+)"[^>]*mode="m:frus"', rules))))
    named |= {"addrLine", "biblScope"}
    assert {element for element in elements - named if not HEADER_ONLY.fullmatch(element)} == set()


def test_no_instruction_stands_at_the_root(whole: str) -> None:
    assert re.findall(r"<\?(?!xml )", whole) == []


def test_its_rules_take_the_place_of_ours() -> None:
    assert with_ours(["frus"]) == ["frus"]
