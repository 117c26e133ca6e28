"""Saxon-HE runs what SaxonC ran for an edition, and both have to write the same bytes.

    python interop/saxon_he.py EDITION [--jar FILE]

EDITION is what `tei-tools build` takes. Each run of a stylesheet in a build of it is kept with its document and its
parameters, and done again by the processor of the jar (`interop/again.xsl`), in one start of Java. What differs is told
by its first place; exit status 1 where anything does.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from unittest import mock

from lxml import etree

from tei_tools import cli
from tei_tools.saxon import Result, Stylesheet, XmlText

AGAIN = Path(__file__).parent / "again.xsl"
JAR = Path("/usr/share/java/Saxon-HE.jar")
FORMATS = ("tei", "html", "epub", "text", "docx", "markdown", "frus", "pdf")
PRINCIPAL = "principal"
LINKED_DATA = re.compile(r'(?<=<script type="application/ld\+json">).*?(?=</script>)')
EMPTY = re.compile(r"<(\w+)([^<>]*)/>")
BOOLEAN = re.compile(r'(\s(\w+))="\2"')
DECLARATIONS = re.compile(r'(\sxmlns(:\w+)?="[^"]*")+')
Parameters = Mapping[str, str | bool | int]


class Runs:
    """The runs of a build: in a folder the documents that they were given, in memory what SaxonC made of them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.results: list[tuple[str, Result]] = []
        self._given: dict[str, str] = {}
        self.said = etree.Element("runs")

    def keep(self, sheet: Path, static: Mapping[str, str], xml: str, parameters: Parameters, result: Result) -> None:
        to = (self.folder / f"result{len(self.results)}").as_uri() + "/"
        run = etree.SubElement(self.said, "run", stylesheet=sheet.as_uri(), source=self.file(xml), result=to)
        for name, value in static.items():
            etree.SubElement(run, "static", name=name).text = value
        for name, value in parameters.items():
            self._parameter(run, name, value)
        self.results.append((sheet.stem, result))

    def _parameter(self, run: etree._Element, name: str, value: str | bool | int) -> None:
        parameter = etree.SubElement(run, "parameter", name=name)
        if isinstance(value, XmlText):
            parameter.set("href", self.file(value))
        else:
            parameter.set("type", type(value).__name__)
            parameter.text = str(value).lower() if isinstance(value, bool) else str(value)

    def file(self, text: str) -> str:
        """The address of a file with that text."""
        if text not in self._given:
            path = self.folder / f"given{len(self._given)}.xml"
            path.write_text(text, "utf-8")
            self._given[text] = path.as_uri()
        return self._given[text]

    def again(self, jar: Path) -> None:
        said = self.folder / "runs.xml"
        said.write_bytes(etree.tostring(self.said, encoding="utf-8"))
        java = ["java", "-cp", str(jar), "net.sf.saxon.Transform", f"-s:{said}", f"-xsl:{AGAIN}"]
        subprocess.run(java, check=True)

    def differences(self) -> Iterator[tuple[str, str, str, str]]:
        """(stylesheet, result, what SaxonC wrote there, what the other one did): the first place of each."""
        for number, (sheet, result) in enumerate(self.results):
            for name, text in {PRINCIPAL: result.text, **result.documents}.items():
                path = self.folder / f"result{number}" / name
                one, other = alike(name, text), alike(name, path.read_text("utf-8")) if path.exists() else ""
                if one != other:
                    at = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), 0)
                    yield sheet, name, one[max(0, at - 60) : at + 60], other[max(0, at - 60) : at + 60]


def alike(name: str, text: str) -> str:
    """Without what no reader of a format can tell, and serialisers do as they like.

    That is the new line after <!DOCTYPE HTML>, <script defer> or <script defer="defer">, <path/> or <path></path> in a
    picture, the order of namespace declarations, and that of the keys of a JSON object. An XML file beside the
    principal result is a tree to SaxonC, which shows it indented: it is compared without blanks between elements.
    """
    if name.endswith(".xml"):
        root = etree.fromstring(text.encode())
        for element in root.iter():
            element.text, element.tail = _unless_blank(element.text), _unless_blank(element.tail)
        return etree.tostring(root, method="c14n2").decode()
    text = BOOLEAN.sub(r"\1", text.replace("<!DOCTYPE HTML>\n", "<!DOCTYPE HTML>", 1))
    text = EMPTY.sub(r"<\1\2></\1>", text)
    text = DECLARATIONS.sub(lambda found: " ".join(sorted(found[0].split())), text)
    return LINKED_DATA.sub(lambda found: json.dumps(json.loads(found[0]), sort_keys=True), text)


def _unless_blank(words: str | None) -> str | None:
    return None if words and words.isspace() else words


def built(edition: Path, runs: Runs) -> int:
    """Build the edition in this process, and keep each run of a stylesheet. The exit status of the build."""
    begin, run = Stylesheet.__init__, Stylesheet.run
    about: dict[Stylesheet, tuple[Path, Mapping[str, str]]] = {}

    def begun(self: Stylesheet, path: Path, static: Mapping[str, str] | None = None, text: str | None = None) -> None:
        begin(self, path, static, text)
        about[self] = (path if text is None else Path(runs.file(text).removeprefix("file://")), static or {})

    def kept(self: Stylesheet, xml: str, parameters: Parameters | None = None) -> Result:
        result = run(self, xml, parameters)
        runs.keep(*about[self], xml, parameters or {}, result)
        return result

    only = [word for name in FORMATS for word in ("--only", name)]
    with mock.patch.object(Stylesheet, "__init__", begun), mock.patch.object(Stylesheet, "run", kept):
        return cli.main(["build", str(edition), "-o", str(runs.folder / "edition"), "-q", "--jobs", "1", *only])


def main(arguments: list[str] | None = None) -> int:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("edition", type=Path)
    options.add_argument("--jar", type=Path, default=JAR)
    given = options.parse_args(arguments)
    with tempfile.TemporaryDirectory() as name:
        runs = Runs(Path(name).resolve())
        if built(given.edition, runs):
            return 1
        runs.again(given.jar)
        different: Counter[str] = Counter()
        for sheet, result, one, other in runs.differences():
            different[sheet] += 1
            if different[sheet] <= 3:
                print(f"{sheet}, {result}\n  SaxonC:   {one!r}\n  Saxon-HE: {other!r}")
        for sheet, count in sorted(Counter(sheet for sheet, _ in runs.results).items()):
            print(f"{sheet}: {count} runs, {different[sheet]} results differ", flush=True)
    return 1 if different else 0


if __name__ == "__main__":
    sys.exit(main())
