"""Files that are made to harm: each is refused, or told of with a clear error, in bounded time and memory.

Each attack runs in a process of its own with a limit of CPU seconds, which is passed many times over where a defence
fails: work that grows with the square of a number would take hours. No file but the one that was given is opened, and
no address is called.
"""

from __future__ import annotations

import os
import re
import resource as limits
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from tei_tools.errors import TeiToolsError
from tei_tools.saxon import Stylesheet
from tei_tools.validate.findings import MOST
from tests.validate.mutants import CASES

VALID = next(case for case in CASES if case.stem == "readings").read_text("utf-8")
SECONDS, MEBIBYTES = 200, 900
PROGRAM = """
import re, sys
from tei_tools.cli import main
status = main(sys.argv[1:])
with open("/proc/self/status") as file:
    print(re.search(r"VmHWM:\\s*(\\d+)", file.read())[1], file=sys.stderr)
sys.exit(status)
"""
TEI = '<TEI xmlns="http://www.tei-c.org/ns/1.0" n="&m;">&m;</TEI>'


def inside(markup: str) -> str:
    """The valid document with markup at the beginning of its paragraph."""
    return VALID.replace("<p>", f"<p>{markup}", 1)


def tag(attributes: str) -> str:
    return VALID.replace("<p>", f"<p {attributes}>", 1)


def prolog(markup: str) -> str:
    return f"{markup}\n{VALID}"


BOMB = "".join(f"<!ENTITY {b} '{f'&{a};' * 10}'>" for a, b in zip("abcdefghijkl", "bcdefghijklm", strict=True))
ATTACKS = {
    "entities that grow": (f"<!DOCTYPE TEI [<!ENTITY a 'aaaaaaaaaa'>{BOMB}]>{TEI}", "document type declaration"),
    "a large entity often": (
        f"<!DOCTYPE TEI [<!ENTITY m '{'m' * 100_000}'>]>{TEI.replace('&m;', '&m;' * 10_000)}",
        "document type declaration",
    ),
    "parameter entities": (
        f"<!DOCTYPE TEI [<!ENTITY % a '<!ENTITY m \"x\">'>{'%a;' * 50_000}]>{TEI}",
        "document type declaration",
    ),
    "a file as entity": (f"<!DOCTYPE TEI [<!ENTITY m SYSTEM 'SECRET'>]>{TEI}", "document type declaration"),
    "an address as entity": (f"<!DOCTYPE TEI [<!ENTITY m SYSTEM 'ADDRESS'>]>{TEI}", "document type declaration"),
    "a document type elsewhere": (prolog("<!DOCTYPE TEI SYSTEM 'ADDRESS'>"), "document type declaration"),
    "a document type in a file": (prolog("<!DOCTYPE TEI PUBLIC '-//a' 'SECRET'>"), "document type declaration"),
    "levels": (inside("<hi>" * 100_000), "nested more than 256 levels deep"),
    "levels of namespaces": (inside("<a:hi xmlns:a='u'>" * 100_000), "nested more than 256 levels deep"),
    "attributes": (tag(" ".join(f'a{n}="1"' for n in range(100_000))), "may not have the attribute a"),
    "namespaces": (tag(" ".join(f'xmlns:a{n}="u{n}"' for n in range(100_000))), ""),
    "attributes of namespaces": (
        tag(" ".join(f'xmlns:a{n}="u{n}" a{n}:b="1"' for n in range(50_000))),
        "may not have the attribute b",
    ),
    "a large value": (tag(f'rend="{"a " * 6_000_000}"'), "larger than 10 MB"),
    "a large name": (inside(f"<{'p' * 1_000_000}/>"), "longer than 50,000 characters"),
    "a large text": (inside("x" * 12_000_000), "larger than 10 MB"),
    "a large moment": (inside(f'<date when="{"1984-02-" * 500_000}"/>'), "'1984-02-1984-02-"),
    "a large pointer": (tag(f'corresp="{"a/" * 2_000_000}"'), ""),
    "pointers": (tag(f'corresp="{"#a " * 1_000_000}"'), f"more than {MOST} problems"),
    "references to characters": (inside("&#65;" * 1_000_000), ""),
    "comments": (prolog("<!---->" * 300_000), ""),
    "instructions": (inside("<?a b?>" * 300_000), ""),
    "sections": (inside("<![CDATA[x]]>" * 300_000), ""),
    "siblings": (inside("<blob/>" * 300_000), f"more than {MOST} problems"),
    "wrong values": (inside("".join(f'<date when="x{n}"/>' for n in range(100_000))), f"more than {MOST} problems"),
    "one id": (inside('<seg xml:id="a"/>' * 100_000), f"more than {MOST} problems"),
    "pages": (inside("".join(f'<pb n="{n}"/>x' for n in range(20_000))), "the rules were not checked"),
    "pages in a row": (inside("".join(f'<pb n="{n}"/>' for n in range(4_000))), "first thing in <p>"),
    "an instruction that names a style": (prolog('<?xml-stylesheet href="SECRET"?>'), ""),
    "an instruction that names a schema": (
        prolog('<?xml-model href="SECRET" schematypens="http://relaxng.org/ns/structure/1.0"?>'),
        "which no catalog knows",
    ),
    "an instruction that names an address": (prolog('<?xml-model href="ADDRESS"?>'), "which no catalog knows"),
    "an instruction that names a pipe": (prolog('<?xml-model href="PIPE"?>'), "which no catalog knows"),
    "an instruction that names a device": (prolog('<?xml-model href="/dev/zero"?>'), "which no catalog knows"),
    "an inclusion": (
        inside('<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="SECRET" parse="text"/>'),
        "inside <p> is in the namespace",
    ),
    "a schema by location": (
        tag('xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="u ADDRESS"'),
        "which TEI does not allow",
    ),
    "pointers to files": (tag('corresp="SECRET PIPE /dev/zero.xml ADDRESS"'), ""),
}


@pytest.fixture
def address() -> Iterator[tuple[str, list[str]]]:
    """An address of this machine, and a list of those who called it."""
    calls: list[str] = []
    server = socket.create_server(("127.0.0.1", 0))

    def listen() -> None:
        while True:
            try:
                connection, who = server.accept()
            except OSError:
                return
            calls.append(str(who))
            connection.close()

    thread = threading.Thread(target=listen, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.getsockname()[1]}/x.xml", calls
    server.shutdown(socket.SHUT_RDWR)
    server.close()
    thread.join(5)


def bounded() -> None:
    limits.setrlimit(limits.RLIMIT_CPU, (SECONDS, SECONDS))


def attack(path: Path) -> tuple[int, str, int]:
    """Exit status, what was said, and the largest memory in MiB."""
    command = [sys.executable, "-c", PROGRAM, "validate", str(path)]
    run = subprocess.run(command, capture_output=True, text=True, timeout=3000, check=False, preexec_fn=bounded)
    lines = run.stderr.strip().splitlines()
    assert lines, f"the program ended with {run.returncode}"
    assert lines[-1].isdigit(), run.stderr[-2000:]
    return run.returncode, run.stdout + "\n".join(lines[:-1]), int(lines[-1]) // 1024


@pytest.mark.parametrize("name", ATTACKS)
def test_an_attack(name: str, tmp_path: Path, address: tuple[str, list[str]]) -> None:
    url, calls = address
    secret, pipe = tmp_path / "secret.xml", tmp_path / "pipe.xml"
    secret.write_text("<secret>open sesame</secret>", encoding="utf-8")
    os.mkfifo(pipe)
    source, expected = ATTACKS[name]
    for word, value in (("SECRET", secret.as_uri()), ("PIPE", str(pipe)), ("ADDRESS", url)):
        source = source.replace(word, value)
    (tmp_path / "x.xml").write_text(source, encoding="utf-8")
    status, said, memory = attack(tmp_path / "x.xml")
    assert expected in said
    refused = expected and "catalog" not in expected and "not checked" not in expected
    assert status in ({1} if refused else {0, 1})
    assert memory < MEBIBYTES
    assert len(said) < 100_000, "what is repeated is summed up"
    assert "sesame" not in said
    assert calls == []


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig"])
def test_entities_in_another_encoding(encoding: str, tmp_path: Path) -> None:
    (tmp_path / "x.xml").write_bytes(ATTACKS["entities that grow"][0].encode(encoding))
    assert "document type declaration" in attack(tmp_path / "x.xml")[1]


def test_a_device_has_no_end() -> None:
    status, said, _ = attack(Path("/dev/zero"))
    assert status == 1
    assert "it is a device" in said


def test_a_file_over_the_limit_is_not_read(tmp_path: Path) -> None:
    with (tmp_path / "x.xml").open("wb") as file:
        file.truncate(300 * 1024**2)  # no byte of it is on the disk
    status, said, memory = attack(tmp_path / "x.xml")
    assert status == 1
    assert "larger than 256 MiB" in said
    assert memory < MEBIBYTES


# ---- stylesheets of others ----

XSL = '<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" {}>{}</xsl:stylesheet>'
EXTENSIONS = 'xmlns:saxon="http://saxon.sf.net/" xmlns:file="http://expath.org/ns/file" xmlns:java="http://saxon.sf.net/java-type"'


def select(expression: str) -> str:
    body = f'<xsl:template match="/"><out><xsl:value-of select="{expression}"/></out></xsl:template>'
    return XSL.format(EXTENSIONS, body)


STYLESHEETS = {
    "doc": select("doc('SECRET')"),
    "doc-available": select("if (doc-available('SECRET')) then 'sesame' else error()"),
    "document": select("document('SECRET')"),
    "collection": select("collection('FOLDER?select=*.xml')"),
    "uri-collection": select("uri-collection('FOLDER')"),
    "unparsed-text": select("unparsed-text('SECRET')"),
    "unparsed-text-lines": select("unparsed-text-lines('SECRET')"),
    "json-doc": select("json-doc('SECRET')"),
    "address": select("doc('ADDRESS')"),
    "transform": select("transform(map { 'stylesheet-location': 'SECRET', 'source-node': . })?output"),
    "include": XSL.format("", '<xsl:include href="SECRET"/>'),
    "import": XSL.format("", '<xsl:import href="ADDRESS"/>'),
    "import-schema": XSL.format("", '<xsl:import-schema schema-location="SECRET"/>'),
    "source-document": XSL.format(
        "",
        '<xsl:template match="/"><xsl:source-document href="SECRET">'
        '<xsl:copy-of select="."/></xsl:source-document></xsl:template>',
    ),
    "java": select("java:java.lang.Runtime.getRuntime()").replace("java-type", "java-type/x"),
    "a file function": select("file:write-text('FOLDER/written.xml', 'x')"),
}


@pytest.mark.parametrize("name", STYLESHEETS)
def test_a_stylesheet_that_reads_or_calls(name: str, tmp_path: Path, address: tuple[str, list[str]]) -> None:
    url, calls = address
    (tmp_path / "secret.xml").write_text("<secret>open sesame</secret>", encoding="utf-8")
    text = STYLESHEETS[name]
    for word, value in (
        ("SECRET", (tmp_path / "secret.xml").as_uri()),
        ("FOLDER", tmp_path.as_uri()),
        ("ADDRESS", url),
    ):
        text = text.replace(word, value)
    with pytest.raises(TeiToolsError) as caught:
        Stylesheet(tmp_path / "theirs.xsl", text=text).run("<a/>")
    assert "open sesame" not in str(caught.value)
    assert calls == []
    assert [path.name for path in tmp_path.iterdir()] == ["secret.xml"]


def test_a_stylesheet_writes_nothing(tmp_path: Path) -> None:
    body = '<xsl:template match="/"><xsl:result-document href="{}"><a/></xsl:result-document></xsl:template>'
    for href in (tmp_path.as_uri() + "/written.xml", "written.xml", "../written.xml"):
        with pytest.raises(TeiToolsError, match="result-document is disabled"):
            Stylesheet(tmp_path / "theirs.xsl", text=XSL.format("", body.format(href)))
    assert list(tmp_path.iterdir()) == []


def test_the_environment_is_not_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SESAME", "open")
    sheet = Stylesheet(tmp_path / "theirs.xsl", text=select("environment-variable('SESAME')"))
    assert re.sub(r"<[^>]*>", "", sheet.run("<a/>").text) == ""
