"""The laws of the house that a test can see: layers, names, sizes, words, and that everything is documented."""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import tei_tools
from tei_tools.diagnostics import CODES

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "tei_tools"
STAGES = ("read", "segment", "recognise", "link", "encode", "validate", "transform", "publish")
ABOVE_THE_PIPELINE = {
    "api",
    "build",
    "building",
    "collective",
    "deliver",
    "drafts",
    "explain",
    "importing",
    "keep",
    "printing",
    "run",
    "serve",
    "suggest",
}
MODULES = sorted(PACKAGE.rglob("*.py"))
TEXTS = (".py", ".md", ".toml", ".xsl", ".rnc", ".sch", ".typ", ".css", ".js", ".xml", ".yml", "")
NOT_OURS = {
    ".git",
    ".venv",
    "build",
    "node_modules",
    "dist",
    "__pycache__",
    ".mypy_cache",
    ".pytest_cache",
    ".ruff_cache",
    ".hypothesis",
}


def relative(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def imported(path: Path) -> Iterator[str]:
    """The absolute names of the modules that a file imports, wherever in the file it does."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{relative(path)}:{node.lineno}: imports are absolute"
            assert node.module
            yield node.module
            for alias in node.names:
                if (PACKAGE.parent / node.module.replace(".", "/") / f"{alias.name}.py").exists():
                    yield f"{node.module}.{alias.name}"


def layer(module: str) -> str:
    """One of: a stage's name, base, pipeline, run (what uses it), cli, top (the package itself)."""
    parts = module.split(".")
    if len(parts) == 1:
        return "top"
    if parts[1] in STAGES or parts[1] in {"pipeline", "cli"}:
        return parts[1]
    if parts[1] in ABOVE_THE_PIPELINE:
        return "run"
    if parts[1].startswith("cli_"):
        return "cli"
    if parts[1] in {"settings", "collection", "transport", "upgrade"}:
        return "pipeline"
    return "base"


def may_import(ours: str, theirs: str) -> bool:
    if ours in {"cli", "top"}:
        return theirs != "cli" or ours == "cli"
    if ours == "run":
        return theirs != "cli"
    if ours == "pipeline":
        return theirs not in {"cli", "run"}
    return theirs in {"base", "top", ours}


@pytest.mark.parametrize("path", MODULES, ids=relative)
def test_imports_point_one_way(path: Path) -> None:
    name = ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
    ours = layer(name)
    for module in imported(path):
        if module.split(".")[0] == "tei_tools":
            assert may_import(ours, layer(module)), f"{name} ({ours}) imports {module} ({layer(module)})"


def test_the_rule_can_fail() -> None:
    assert not may_import("segment", "encode")
    assert not may_import("base", "read")
    assert not may_import("link", "pipeline")
    assert may_import("pipeline", "validate")


@pytest.mark.parametrize("path", MODULES, ids=relative)
def test_no_clock_no_network_no_chance(path: Path) -> None:
    """Law 7, as far as imports and calls show it. What the stopwatch tells is published nowhere."""
    forbidden = {"random", "secrets", "uuid", "time", "socket", "urllib.request", "http", "requests", "ftplib"}
    allowed = {"cli.py", "serve.py", "stopwatch.py"}
    if path.name not in allowed:
        assert not forbidden & set(imported(path))
        assert not re.search(r"\b(datetime\.now|date\.today|utcnow)\(", path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", MODULES, ids=relative)
def test_nothing_is_printed_and_nothing_exits_outside_the_command_line(path: Path) -> None:
    if path.name in {"cli.py", "cli_output.py"}:
        return
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            assert ast.unparse(node.func) not in {"print", "exit", "quit", "sys.exit", "os._exit"}, (
                f"line {node.lineno}"
            )


@pytest.mark.parametrize("path", MODULES, ids=relative)
def test_files_and_functions_are_small_and_said_to_be_for_something(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    tree = ast.parse(text)
    assert text.count("\n") < 300
    assert ast.get_docstring(tree), "a module says what it is for"
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            assert (node.end_lineno or 0) - node.lineno < 40, node.name


def test_no_file_is_named_for_nothing() -> None:
    vague = re.compile(r"(^|_)(utils?|helpers?|managers?|misc|common)(_|$)")
    assert [relative(path) for path in MODULES if vague.search(path.stem)] == []


def packages() -> list[str]:
    found = [info.name for info in pkgutil.iter_modules([str(PACKAGE)], "tei_tools.") if info.ispkg]
    return ["tei_tools", *found]


@pytest.mark.parametrize("name", packages())
def test_all_names_what_a_package_offers(name: str) -> None:
    """What an `__init__` defines without an underscore is public and so in `__all__`."""
    package = importlib.import_module(name)
    tree = ast.parse(Path(str(package.__file__)).read_text(encoding="utf-8"))
    public = {
        node.name for node in tree.body if isinstance(node, ast.FunctionDef | ast.ClassDef) and node.name[0] != "_"
    }
    if name == "tei_tools":
        public |= set(tei_tools._HOMES)
    offered = list(getattr(package, "__all__", []))
    assert public <= set(offered), "add them to __all__, or begin their names with an underscore"
    assert [entry for entry in offered if not hasattr(package, entry)] == []
    assert len(set(offered)) == len(offered)


def test_the_public_face_is_small() -> None:
    assert len(getattr(tei_tools, "__all__", [])) <= 12


def project_texts() -> list[Path]:
    own = [path for path in ROOT.rglob("*") if not NOT_OURS & set(path.relative_to(ROOT).parts) and path.is_file()]
    return sorted(path for path in own if path.suffix in TEXTS and "egg-info" not in str(path))


def test_no_file_speaks_of_the_workshop() -> None:
    """A reader has this folder only: no path of somebody's machine, no place outside of it, no package server."""
    words = (
        "/wo" + "rk/",
        "../sha" + "red",
        "/tmp/con" + "tract",
        "pypi" + ".org",
        "/root" + "/",
        "to" + "do:",
        "fix" + "me",
    )
    found = [
        f"{relative(path)}: {word}"
        for path in project_texts()
        for word in words
        if word in path.read_text(encoding="utf-8", errors="replace").lower()
    ]
    assert found == []


def sources_but(*names: str) -> str:
    return "\n".join(path.read_text(encoding="utf-8") for path in MODULES if path.name not in names)


def codes_of_rules() -> set[str]:
    """Each assert of our Schematron has a code of its own."""
    rules = (ROOT / "schemas" / "tei_tools.sch").read_text(encoding="utf-8")
    return {
        f"validate.{a or b}" for a, b in re.findall(r'(?:<assert|<report) id="([^"$]+)"|"code" value="([^"]+)"', rules)
    }


def test_every_code_is_used_and_every_used_code_is_listed() -> None:
    text = sources_but("diagnostics.py")
    stages = "|".join((*STAGES, "import"))
    used = set(re.findall(rf"[\"']((?:{stages})\.[a-z]+(?:-[a-z]+)*)[\"']", text))
    rules = codes_of_rules()
    assert {code for code in CODES if code not in text} == rules, "listed and never used, or told twice"
    assert {code for code in used if "-" in code} - set(CODES) == set(), "used and not listed"


def test_every_code_has_a_test() -> None:
    tests = "\n".join(
        path.read_text(encoding="utf-8", errors="replace")
        for path in (ROOT / "tests").rglob("*")
        if path.is_file() and path.suffix in {".py", ".toml", ".txt", ".json", ".md"}
    )
    assert {code for code in CODES if code not in tests} == set()


def diagnostics_page() -> str:
    lines = [
        "# Diagnostics",
        "",
        "What the tool may say about a document. A code is never renamed: scripts can filter by it.",
        "`tei-tools explain CODE` shows the same. This page is written from `tei_tools/diagnostics.py` by",
        "`pytest --accept tests/test_architecture.py`.",
    ]
    for stage in (*STAGES, "import"):
        rows = [f"| `{code}` | {meaning} |" for code, meaning in CODES.items() if code.startswith(stage + ".")]
        if rows:
            lines += ["", f"## {stage}", "", "| code | what it means |", "|---|---|", *rows]
    return "\n".join(lines) + "\n"


def test_every_code_is_documented(golden: Callable[[Path, str], None]) -> None:
    page = diagnostics_page()
    assert {code for code in CODES if f"`{code}`" not in page} == set(), "a code begins with the name of a stage"
    golden(ROOT / "docs" / "diagnostics.md", page)


def test_the_order_of_the_stages_is_the_one_that_the_tour_tells() -> None:
    tour = (ROOT / "docs" / "tour.md").read_text(encoding="utf-8")
    places = [tour.find(f"## {stage}") for stage in STAGES]
    assert -1 not in places
    assert places == sorted(places)


def test_every_decision_is_numbered_once() -> None:
    numbers = [path.name[:3] for path in sorted((ROOT / "docs" / "decisions").glob("*.md"))]
    assert numbers == [f"{number:03}" for number in range(1, len(numbers) + 1)]
