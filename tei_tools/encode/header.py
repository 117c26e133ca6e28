"""The teiHeader: what the document is, where its text comes from, what was recognised by what, who wrote to whom.

What the tool inferred says so: `cert`, and beside it the words that it rests on (TEI P5, correspDesc and att.editLike).
"""

from __future__ import annotations

import copy
from functools import cache
from itertools import groupby
from pathlib import PurePath

from lxml import etree

from tei_tools import __version__
from tei_tools.encode.inline import TEI, XML_ID, XML_LANG, element, tei
from tei_tools.model import Document, Fact, Imprint
from tei_tools.profile import Profile

RECOGNISERS = {
    "pb": "page breaks, from the page markers of the source",
    "note": "notes and the places of their calls, solved as one sequence",
    "pers_name": "names of persons, from the authority file",
    "names_model": "names of persons where no list is given, by the sequence model of names",
    "org_name": "offices that send or receive, and organisations of the list",
    "place_name": "places of datelines and of the list",
    "date": "dates and hours of datelines",
    "ref": "references to documents, footnotes and pages",
    "term": "terms of the list of abbreviations",
    "gap": "text that was withheld",
    "decision": "what editors decided, from their file of decisions",
    "facts": "sender, addressee, place and date of the document",
}
CORRECTED = "Spellings of the source stay as they are, in sic; what editors correct stands beside them, in corr."
NOT_CORRECTED = "Nothing was corrected: spellings of the source stay as they are."
PUBLIC_DOMAIN = "https://creativecommons.org/publicdomain/zero/1.0/"
LICENCES = {
    PUBLIC_DOMAIN: "Public domain (CC0 1.0 Universal)",
    "https://creativecommons.org/licenses/by/4.0/": "Creative Commons Attribution 4.0 International (CC BY 4.0)",
}
LANGUAGES = {"en": "English", "de": "German", "fr": "French", "es": "Spanish", "it": "Italian", "la": "Latin"}
OWN = "en"
"""The language of what the tool itself says in a header."""


def header(root: etree._Element, document: Document, imprint: Imprint, profile: Profile) -> None:
    """Add the teiHeader to `root`."""
    top = element(root, "teiHeader")
    _file_description(top, document, imprint, profile)
    used = {annotation.source for annotation in document.annotations} | {"facts"}
    if document.source.decided:
        used.add("decision")
    if imprint.names_model and document.of("persName"):
        used.add("names_model")
    description = encoding_description(
        frozenset(used), profile.name, imprint.names_model, corrected=bool(document.of("choice"))
    )
    top.append(copy.deepcopy(description))
    _profile_description(top, document, profile)
    change = element(element(top, "revisionDesc"), "change", {"when": imprint.date} if imprint.date else {})
    change.text = f"Encoded from plain text by tei-tools {__version__} with the profile {profile.name}."
    if profile.language.partition("-")[0] != OWN:
        for part in top.iter(tei("respStmt"), tei("encodingDesc"), tei("revisionDesc")):
            part.set(XML_LANG, OWN)


def _child(parent: etree._Element, name: str, text: str, **attributes: str) -> etree._Element:
    made = element(parent, name, attributes)
    made.text = text
    return made


def _file_description(top: etree._Element, document: Document, imprint: Imprint, profile: Profile) -> None:
    description = element(top, "fileDesc")
    metadata = document.metadata
    titles = element(description, "titleStmt")
    _child(titles, "title", metadata.title or metadata.id, type="main")
    parts = [profile.series, imprint.title, f"Document {metadata.number}" if metadata.number else ""]
    _child(titles, "title", ", ".join(part for part in parts if part), type="sub")
    for editor in imprint.editors:
        _child(titles, "editor", editor)
    responsible = element(titles, "respStmt")
    _child(responsible, "resp", "Encoded from plain text by")
    _child(responsible, "name", f"tei-tools {__version__}")
    publication = element(description, "publicationStmt")
    _child(publication, "publisher", imprint.publisher or profile.authority)
    _child(publication, "idno", metadata.id, type="document")
    licence = imprint.licence or PUBLIC_DOMAIN
    availability = element(publication, "availability", {"status": "free"})
    _child(availability, "licence", imprint.licence_text or LICENCES.get(licence, licence), target=licence)
    series = element(description, "seriesStmt")
    _child(series, "title", profile.series, level="s")
    if imprint.title:
        _child(series, "title", imprint.title, level="m")
    if imprint.edition:
        _child(series, "idno", imprint.edition, type="volume")
    _source_description(description, document, imprint, profile)


def _source_description(parent: etree._Element, document: Document, imprint: Imprint, profile: Profile) -> None:
    source, metadata = document.source, document.metadata
    description = element(parent, "sourceDesc")
    printed = element(description, "bibl", {"type": "printed"})
    _child(printed, "title", imprint.title or profile.series, level="m" if imprint.title else "s")
    if metadata.number:
        printed[-1].tail = ", "
        _child(printed, "biblScope", f"Document {metadata.number}", unit="document")
    if metadata.first_page:
        printed[-1].tail = ", "
        scope = _child(printed, "biblScope", f"p. {metadata.first_page}", unit="page", cert="medium")
        scope.set("from", metadata.first_page)
    digital = element(description, "bibl", {"type": "digital"})
    _child(digital, "title", "Plain-text file ")
    _child(digital, "idno", PurePath(source.path).name, type="file")
    digital[-1].tail = f", {source.encoding}, SHA-256 "
    _child(digital, "idno", source.sha256, type="sha256")


@cache
def encoding_description(used: frozenset[str], profile: str, model: str, *, corrected: bool) -> etree._Element:
    """Made once for all documents in which the same recognisers found something."""
    description = etree.Element(tei("encodingDesc"), nsmap={None: TEI})
    project = element(description, "projectDesc")
    text = (
        "The text is that of the plain-text source, character by character; a check at the time of encoding proved it."
    )
    _child(project, "p", text)
    editorial = element(description, "editorialDecl")
    _paragraph(editorial, "correction", CORRECTED if corrected else NOT_CORRECTED)
    _paragraph(editorial, "normalization", "Nothing was normalised; blanks at the edges of blocks were dropped.")
    _paragraph(editorial, "hyphenation", 'A page break inside a word is marked with break="no" and splits no word.')
    text = (
        "The applications listed here recognised what stands within the text. What is doubtful carries cert and resp."
    )
    _paragraph(editorial, "interpretation", text)
    applications = element(description, "appInfo")
    tool = element(applications, "application", {XML_ID: "tei-tools", "ident": "tei-tools", "version": __version__})
    _child(tool, "label", "tei-tools")
    _child(tool, "desc", f"plain text to TEI, profile {profile}")
    for name, purpose in RECOGNISERS.items():
        if name in used:
            attributes = {XML_ID: f"recognise.{name}", "ident": f"tei-tools.{name}", "version": __version__}
            application = element(applications, "application", attributes)
            _child(application, "label", name)
            _child(application, "desc", f"{purpose}, {model}" if name == "names_model" else purpose)
    return description


def _paragraph(parent: etree._Element, name: str, text: str) -> None:
    _child(element(parent, name), "p", text)


def _profile_description(top: etree._Element, document: Document, profile: Profile) -> None:
    metadata = document.metadata
    description = element(top, "profileDesc")
    dates = metadata.of("date")
    if dates:
        _fact(element(description, "creation"), "date", dates[0])
    languages = element(description, "langUsage")
    _child(languages, "language", LANGUAGES.get(profile.language, profile.language), ident=profile.language)
    if metadata.kind:
        keywords = element(element(description, "textClass"), "keywords")
        _child(keywords, "term", metadata.kind, type="kind")
    if profile.corresponds(metadata.kind):
        correspondence(description, document)
    elif metadata.kind == "conversation":
        _conversation(description, document)


def _fact(parent: etree._Element, name: str, fact: Fact) -> None:
    attributes = {key: value for key, value in fact.attributes.items() if not key.startswith("_")}
    if fact.cert != "high":
        attributes["cert"] = fact.cert
        if name == "date":
            attributes["evidence"] = "internal"
        attributes["resp"] = "#recognise.facts"
    _child(parent, name, fact.text, **attributes)


def correspondence(parent: etree._Element, document: Document) -> None:
    metadata = document.metadata
    sent = [*metadata.of("sender"), *metadata.of("place"), *metadata.of("date")]
    received = [*metadata.of("addressee")]
    if not metadata.of("sender") and not received:
        return
    description = element(parent, "correspDesc")
    for kind, facts in (("sent", sent), ("received", received)):
        if facts:
            action = element(description, "correspAction", {"type": kind})
            for fact in facts:
                _fact(action, fact.attributes.get("_element", fact.kind), fact)
            for evidence in dict.fromkeys(fact.evidence for fact in facts if fact.evidence and fact.cert != "high"):
                _child(action, "note", evidence, type="evidence")


def _conversation(parent: etree._Element, document: Document) -> None:
    """Who took part, by delegation, and where and when it was."""
    metadata = document.metadata
    people = metadata.of("participant")
    if people:
        everyone = element(element(parent, "particDesc"), "listPerson")
        for delegation, members in groupby(people, key=lambda fact: fact.attributes.get("_group", "")):
            group = everyone
            if delegation:
                group = element(everyone, "listPerson", {"type": "delegation"})
                _child(group, "head", delegation)
            for fact in members:
                _fact(element(group, "person"), fact.attributes.get("_element", "persName"), fact)
    dates = [date for date in metadata.of("date") if "notBefore" not in date.attributes]
    where = [*metadata.of("place"), *dates, *metadata.of("time")]
    if where:
        setting = element(element(parent, "settingDesc"), "setting")
        for fact in where:
            _fact(setting, {"place": "placeName"}.get(fact.kind, fact.kind), fact)
