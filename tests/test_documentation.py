"""What a user can type is documented, and what the documentation names is there."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tei_tools import edition_book, edition_site
from tei_tools.edition import READERS
from tei_tools.edition_keys import AUTHORITIES

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
PAGES = sorted([ROOT / "README.md", ROOT / "CHANGELOG.md", *ROOT.glob("docs/**/*.md"), *ROOT.glob("seeds/*.md")])


def relative(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def help_of(*arguments: str) -> str:
    command = [
        sys.executable,
        "-c",
        "import sys; from tei_tools.cli import main; sys.exit(main())",
        *arguments,
        "--help",
    ]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True, timeout=600).stdout


def test_every_command_is_in_the_readme() -> None:
    listed = re.search(r"\{([a-z,]+)\}", help_of())
    assert listed, "the help lists the commands"
    commands = listed[1].split(",")
    assert {"build", "convert", "validate", "transform"} <= set(commands)
    assert [command for command in commands if f"`tei-tools {command} " not in README] == []


def test_the_readme_names_no_command_that_is_not_there() -> None:
    listed = re.search(r"\{([a-z,]+)\}", help_of())
    assert listed
    assert set(re.findall(r"tei-tools ([a-z]+) ", README)) - set(listed[1].split(",")) == set()


@pytest.mark.parametrize("page", PAGES, ids=relative)
def test_links_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)\s]+)\)", page.read_text(encoding="utf-8")):
        if not target.startswith(("https://", "http://", "#")):
            assert (page.parent / target.partition("#")[0]).exists(), target


@pytest.mark.parametrize("page", [page for page in PAGES if page.name != "CHANGELOG.md"], ids=relative)
def test_files_that_are_named_are_there(page: Path) -> None:
    """Paths in backquotes that begin with a folder of the project; <names> in angle brackets stand for any name."""
    folders = "tei_tools|schemas|xslt|tests|docs|seeds|benchmarks"
    for name in re.findall(rf"`((?:{folders})/[^`\s:]*)`", page.read_text(encoding="utf-8")):
        if not re.search(r"[<*…]", name):
            assert (ROOT / name).exists(), name


def test_every_dependency_has_its_reason() -> None:
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    wanted = re.findall(
        r'^  "([a-z][a-z-]*)>=', project.partition("dependencies = [")[2].partition("]")[0], re.MULTILINE
    )
    assert wanted
    assert [name for name in wanted if not re.search(rf"^\| {name} \| \S", README, re.MULTILINE)] == []


def test_every_make_target_that_is_named_is_there() -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    for page in PAGES:
        named = re.findall(r"(?:`|^    )(?:time )?make ([a-z-]+)", page.read_text(encoding="utf-8"), re.MULTILINE)
        assert set(named) <= targets, relative(page)


@pytest.mark.parametrize("kind", ["recognise/*.py", "profiles/*.toml", "validate/*.py", "publish/*.py"])
def test_each_thing_of_a_kind_has_a_test(kind: str) -> None:
    tests = "\n".join(
        f"{relative(path)}\n{path.read_text(encoding='utf-8', errors='replace')}"
        for path in (ROOT / "tests").rglob("*")
        if path.suffix in {".py", ".toml", ".txt", ".md"} and path.name != "test_documentation.py"
    )
    stems = [path.stem for path in sorted((ROOT / "tei_tools").glob(kind)) if not path.stem.startswith("_")]
    assert [stem for stem in stems if not re.search(rf"\b(test_)?{stem}\b", tests)] == []


def test_every_key_of_an_edition_is_documented() -> None:
    page = (ROOT / "docs" / "edition.md").read_text(encoding="utf-8")
    edition, _, tables = page.partition("## The table [site]")
    site, _, book = tables.partition("## The table [book]")
    rows = re.compile(r"^\| `\[{0,2}(?:site\.)?(\w+)\]{0,2}` \|", re.MULTILINE)
    assert set(rows.findall(edition)) == set(READERS)
    assert set(rows.findall(site)) == set(edition_site.READERS)
    assert set(rows.findall(book)) == set(edition_book.READERS)
    assert [kind for kind in AUTHORITIES if f"`{kind}`" not in page] == []


def test_the_hook_for_commits_runs_a_command_that_is_there() -> None:
    hook = dict(re.findall(r"^[ -] (\w+): (.+)$", (ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"), re.MULTILINE))
    program, command = hook["entry"].split()
    assert program in (ROOT / "pyproject.toml").read_text("utf-8")
    assert f" {command} " in help_of(command)
    assert hook["require_serial"] == "true", "pointers between the files are followed only where one call gets them all"
    assert f"id: {hook['id']}" in (ROOT / "docs" / "validation.md").read_text("utf-8")
