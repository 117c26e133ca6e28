"""The package for XML databases: its structure, its bytes, and the answers of its module where BaseX is installed."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest
from lxml import etree

from tei_tools.corpus import Corpus
from tei_tools.publish.xar import MODULE, xar

DOCUMENTS = ("d178.xml", "d310.xml")


def archive(content: bytes) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(content))


def test_a_package_has_what_expath_and_exist_ask(cases: Path, root: Path) -> None:
    corpus = Corpus.read([cases / "tei" / name for name in DOCUMENTS], "https://example.org/e/")
    ((name, content),) = xar(corpus)
    made = archive(content)
    package, repository = (etree.fromstring(made.read(file)) for file in ("expath-pkg.xml", "repo.xml"))
    short = package.get("abbrev")
    assert name == f"{short}.xar"
    assert package.get("name") == "https://example.org/e/"
    assert package.findtext("{*}xquery/{*}namespace") == f"{MODULE}:{short}"
    module = f"{short}/{package.findtext('{*}xquery/{*}file')}"
    own = (root / "interop" / "edition.xqm").read_bytes()
    assert made.read(module) == own.replace(f'"{MODULE}"'.encode(), f'"{MODULE}:{short}"'.encode()) != own
    assert repository.findtext("{*}target") == short
    assert repository.findtext("{*}prepare") in made.namelist()
    assert etree.fromstring(made.read("collection.xconf")).tag.endswith("}collection")
    assert [made.read(f"data/{file}") for file in DOCUMENTS] == [
        (cases / "tei" / file).read_bytes() for file in DOCUMENTS
    ]


def test_the_same_files_give_the_same_package_and_a_volume_beside_them_stays_out(cases: Path) -> None:
    teis = [(name, (cases / "tei" / name).read_bytes()) for name in DOCUMENTS]
    divs = "".join(f'<div type="document" xml:id="{name[:-4]}"><p>x</p></div>' for name in DOCUMENTS)
    volume = f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body>{divs}</body></text></TEI>'.encode()
    ((_, first),), ((_, second),) = xar(Corpus.of(teis)), xar(Corpus.of([*teis, ("volume.xml", volume)]))
    assert first == second
    assert list(xar(Corpus.of([]))) == []


def test_transform_writes_it(cases: Path, tmp_path: Path, run: Callable[..., SimpleNamespace]) -> None:
    done = run("transform", *(cases / "tei" / name for name in DOCUMENTS), "--to", "xar", "-o", tmp_path)
    assert done.status == 0
    (written,) = tmp_path.glob("*.xar")
    assert archive(written.read_bytes()).testzip() is None


@pytest.mark.skipif(not shutil.which("basex"), reason="BaseX is not installed (Debian: basex); make toolchains does")
def test_basex_installs_it_and_answers_as_the_corpus(cases: Path, tmp_path: Path) -> None:
    corpus = Corpus.read([cases / "tei" / name for name in DOCUMENTS])
    ((name, content),) = xar(corpus)
    (tmp_path / name).write_bytes(content)
    another = [(file, load().replace(b"frus1981-88v04", b"frus1981-88v05")) for file, load in corpus.sources]
    ((second, content),) = xar(Corpus.of(another))
    assert second != name
    (tmp_path / second).write_bytes(content)
    (tmp_path / "files").mkdir()
    for file in DOCUMENTS:
        shutil.copy(cases / "tei" / file, tmp_path / "files")
    query = f"""import module namespace other = "urn:tei-tools:edition:{Path(second).stem}";
      import module namespace e = "urn:tei-tools:edition:{Path(name).stem}";
      let $f := collection("edition") return string-join((
      for $d in e:documents($f) order by e:id($d) return string-join((e:id($d), e:date($d)), " "),
      count(e:mentions($f, "p_CKU1")), sort(e:page($f, "1118") ! e:id(.)), e:between($f, "1984-11", "1984") ! e:id(.)),
      "|")"""
    script = f"SET CHOP false\nCREATE DB edition {tmp_path / 'files'}\nREPO INSTALL {tmp_path / name}\n"
    script += f"REPO INSTALL {tmp_path / second}\n"
    (tmp_path / "script.bxs").write_text(script + f"XQUERY {' '.join(query.split())}\n")
    places = f"-Dorg.basex.DBPATH={tmp_path / 'db'} -Dorg.basex.REPOPATH={tmp_path / 'repo'}"
    done = subprocess.run(
        ["basex", str(tmp_path / "script.bxs")],
        env={**os.environ, "JAVA_ARGS": places},
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    documents = sorted(corpus.documents(), key=lambda document: document.id)
    told = [" ".join((document.id, *document.date)).strip() for document in documents]
    mentions = str(len(list(corpus.mentions("p_CKU1"))))
    pages = [document.id for document in documents if "1118" in document.pages]
    days = [d.id for d in documents if d.date[0] and d.date[0] <= "1984-99" and d.date[1] >= "1984-11"]
    assert done.stdout.split("\n")[-1].strip().split("|") == [*told, mentions, *pages, *days], done.stderr
