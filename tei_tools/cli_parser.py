"""What can be typed: the commands, their options, and the words that explain them."""

from __future__ import annotations

import argparse
import datetime
import re
from collections.abc import Iterable

from tei_tools import __version__
from tei_tools.cli_serve import serve
from tei_tools.cli_workers import workers
from tei_tools.reports import FORMATS

DESCRIPTION = """\
Plain text of documentary editions to validated TEI P5, and TEI to web and print editions.

  tei-tools build seeds -o build/edition        an edition: TEI, site, PDF, text
  tei-tools convert d178.txt -o tei             one document, or many, to TEI
  tei-tools validate tei/*.xml                  grammar, rules and pointers, in plain words
  tei-tools transform tei/*.xml --to html -o html
"""
EPILOG = "Exit status: 0 all well; 1 some documents failed or a threshold was passed; 2 the call itself was wrong."


def parser(commands: Iterable[str]) -> argparse.ArgumentParser:
    """The parser of the command line, for the commands that are there."""
    top = argparse.ArgumentParser(
        "tei-tools", description=DESCRIPTION, epilog=EPILOG, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    top.add_argument("--version", action="version", version=f"tei-tools {__version__}")
    entries = top.add_subparsers(dest="command", required=True, title="commands")
    makers = {
        "build": _build,
        "convert": _convert,
        "validate": _validate,
        "transform": _transform,
        "authority": _authority,
        "import": _import,
        "suggest": _suggest,
        "explain": _explain,
        "completion": _completion,
        "serve": serve,
    }
    for name in commands:
        makers[name](entries)
    return top


def _command(
    entries: argparse._SubParsersAction[argparse.ArgumentParser], name: str, text: str, *options: str
) -> argparse.ArgumentParser:
    """A command with those of the common options that mean something for it; `--log` does for all."""
    made = entries.add_parser(name, help=text.split(".")[0], description=text, epilog=EPILOG)
    if "date" in options:
        help_ = "the day of encoding, YYYY-MM-DD (default: SOURCE_DATE_EPOCH, else none)"
        made.add_argument("--date", type=_day, help=help_)
    if "force" in options:
        made.add_argument("--force", action="store_true", help="overwrite files that were changed by hand")
    if "jobs" in options:
        workers(made)
    help_ = "tell errors only: no warnings, no summary, no progress"
    made.add_argument("-q", "--quiet", action="store_true", help=help_)
    made.add_argument("--log", choices=("text", "json"), default="text", help="how doubts and failures are printed")
    return made


def _pages(made: argparse.ArgumentParser) -> None:
    """How pages look; what is not said is as edition.toml says, or else the first of each list."""
    papers = "a4, a5, letter, 6x9in, or a size such as 150x230mm"
    made.add_argument("--paper", metavar="SIZE", help=f"the size of PDF pages: {papers}")
    made.add_argument("--figures", choices=("old-style", "lining"), help="the figures of PDF pages")
    made.add_argument("--new-page", action="store_true", help="begin each document on a new PDF page")
    standards = "ua-1, a-2a, a-3a (with the TEI inside), a-4f (likewise)"
    made.add_argument("--pdf-standard", metavar="NAME", help=f"what PDF files conform to: {standards}")
    made.add_argument(
        "--font", metavar="FILE", action="append", help="a font for what the fonts of the tool lack; repeatable"
    )


def _identifier(text: str) -> str:
    if not re.fullmatch(r"[A-Za-z_][A-Za-z0-9_.-]*", text):
        raise argparse.ArgumentTypeError(f"{text!r} is no identifier: letters, digits, - . and _, a letter first")
    return text


def _url(text: str) -> str:
    if not re.fullmatch(r"https?://[^\s/]+\S*", text):
        raise argparse.ArgumentTypeError(f"{text!r} is no address: it begins with https://")
    return text.rstrip("/") + "/"


def _day(text: str) -> str:
    try:
        if not re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", text):
            raise ValueError
        datetime.date.fromisoformat((text + "-01-01")[:10])
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no date: write YYYY-MM-DD") from None
    return text


def _mebibytes(text: str) -> int:
    if not re.fullmatch(r"[1-9]\d{0,5}", text):
        raise argparse.ArgumentTypeError(f"{text!r} is no size: write a number of MiB from 1 on")
    return int(text)


def _build(entries: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    made = _command(
        entries,
        "build",
        "Build an edition. Its folder holds edition.toml, the sources and the authority files.",
        "date",
        "force",
        "jobs",
    )
    made.add_argument("edition", metavar="EDITION", help="the folder of the edition, or its edition.toml")
    made.add_argument("-o", "--output", default="build/edition", help="the folder to write (default: build/edition)")
    made.add_argument(
        "--only",
        metavar="FORMAT",
        action="append",
        help="make this format only: tei, html, pdf, epub, text, docx, markdown; repeatable",
    )
    made.add_argument("--dry-run", action="store_true", help="say what would be made, and make nothing")
    help_ = "also write the report (report.html) with the times of this run, to a file outside the folder"
    made.add_argument("--report", metavar="FILE", default="", help=help_)
    made.add_argument(
        "--pdf-of",
        metavar="WHAT",
        action="append",
        choices=("documents", "edition"),
        help="PDF and EPUB of each document, or of the edition as one book; repeatable (default: both)",
    )
    _pages(made)


def _convert(entries: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    made = _command(
        entries,
        "convert",
        "Convert plain text to TEI. Each SOURCE becomes DIR/<its stem>.xml; all of one call are one collection.",
        "date",
        "force",
        "jobs",
    )
    help_ = "the folder to write, or - for standard output, where it is one source"
    made.add_argument("-o", "--output", required=True, metavar="DIR", help=help_)
    _sources(made)
    help_ = (
        "what finds names without --persons: a model's file, or none for the rules alone (default: the shipped model)"
    )
    made.add_argument("--names-model", metavar="FILE|none", help=help_)
    made.add_argument("--keep", metavar="DIR", help="keep the result of each stage of each document there")


def _lists(made: argparse.ArgumentParser) -> None:
    help_ = "also the files of this list, each name ended by NUL, or - for a list on standard input: find … -print0 |"
    made.add_argument("--files0-from", metavar="FILE", default="", help=help_)


def _sources(made: argparse.ArgumentParser) -> None:
    """The sources of a collection, and what they are read with."""
    made.add_argument("sources", metavar="SOURCE", nargs="*", help="a text file, or - for standard input")
    _lists(made)
    made.add_argument(
        "--profile", default="frus", help="the series' profile: its name, or a .toml file (default: frus)"
    )
    made.add_argument(
        "--edition",
        type=_identifier,
        metavar="ID",
        help="the identifier under which the documents are published: frus1981-88v04",
    )
    made.add_argument("--persons", metavar="FILE", help="the persons: TEI listPerson, or the printed list as text")
    made.add_argument("--terms", metavar="FILE", help="the terms: a TEI list of term, or the printed list as text")
    made.add_argument("--places", metavar="FILE", help="the places: TEI listPlace, or a list as text")
    made.add_argument("--orgs", metavar="FILE", help="the organisations: TEI listOrg, or a list as text")
    made.add_argument("--decisions", metavar="FILE", help="what editors decided: the table of tei-tools suggest")
    made.add_argument(
        "--limit",
        metavar="MIB",
        type=_mebibytes,
        default=64,
        help="the largest source that is read, in MiB (default: 64)",
    )


def _validate(entries: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    made = _command(
        entries, "validate", "Check TEI files: grammar, rules, ids, and pointers within and between the files.", "jobs"
    )
    made.add_argument("tei", metavar="TEI", nargs="*", help="a TEI file, or - for standard input")
    _lists(made)
    made.add_argument(
        "--schema",
        metavar="NAME|FILE",
        action="append",
        help="rules to be checked beside ours (.sch; .sch#PHASE for a phase), or a grammar instead of it (.rng, .rnc, "
        ".xsd); tei_tools is ours, tei_tools.rng a second engine beside it, frus the rules of that dialect; repeatable",
    )
    made.add_argument(
        "--catalog",
        metavar="FILE",
        action="append",
        help="an XML catalog (OASIS) that knows the schemas which the files name; repeatable",
    )
    made.add_argument("--format", choices=FORMATS, default="text", help="how problems are printed")
    made.add_argument("--all", action="store_true", help="list every problem, also those that one file repeats")
    made.add_argument(
        "--fail-on", choices=("error", "warning"), default="error", help="from which severity on the exit status is 1"
    )


def _transform(entries: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    made = _command(
        entries,
        "transform",
        "Transform TEI files to another format. Some are made of each file, some of all together.",
        "date",
        "jobs",
    )
    made.add_argument("tei", metavar="TEI", nargs="*", help="a TEI file, or - for standard input")
    _lists(made)
    each = "html, pdf, epub, text, docx, markdown, typst, json, frus (and tei, from json)"
    all_ = "tables, graph, jsonld, cmif, dts, xar"
    made.add_argument("--to", required=True, metavar="FORMAT", help=f"of each file: {each}; of all together: {all_}")
    made.add_argument("--url", type=_url, help="where the edition is published, for jsonld, cmif, dts, xar")
    made.add_argument(
        "-o",
        "--output",
        required=True,
        metavar="DIR",
        help="the folder to write, or - for standard output, where it is one file",
    )
    _pages(made)


def _authority(entries: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    made = _command(entries, "authority", "Turn a printed list into an authority file (TEI).", "force")
    made.add_argument("list", metavar="LIST", help="the list as text, one entry a line; or a TEI file; or -")
    made.add_argument("-o", "--output", required=True, metavar="FILE", help="the TEI file to write, or -")
    kinds = ("persons", "terms", "places", "orgs")
    help_ = "what the list holds (default: persons or terms, as its entries look)"
    made.add_argument("--kind", choices=kinds, help=help_)


def _import(entries: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    text = "Read a volume in the TEI of the Office of the Historian. It becomes the folder of an edition."
    made = _command(entries, "import", text, "force")
    made.add_argument("volumes", metavar="VOLUME", nargs="*", help="the TEI file of a volume, or -")
    _lists(made)
    help_ = "the folder to write; of several volumes each gets a folder in it"
    made.add_argument("-o", "--output", required=True, metavar="DIR", help=help_)


def _suggest(entries: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    text = "Write what is doubtful as a table to be decided. convert --decisions obeys it."
    made = _command(entries, "suggest", text, "force")
    made.add_argument("-o", "--output", required=True, metavar="CSV", help="the table to write, or -")
    _sources(made)


def _explain(entries: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    text = "Explain a diagnostic code, or an element of the grammar."
    made = entries.add_parser("explain", help=text.rstrip("."), description=text, epilog=EPILOG)
    made.add_argument("name", metavar="CODE|ELEMENT", help="recognise.note-missing, persName …")


def _completion(entries: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    text = "Print what makes a shell complete commands and options."
    made = entries.add_parser("completion", help=text.rstrip("."), description=text, epilog=EPILOG)
    made.add_argument("shell", choices=("bash", "zsh", "fish"), help="the shell")
