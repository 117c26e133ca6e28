"""The wheel is complete: installed far from the checkout, it publishes the sample edition."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest


def run(command: list[str | Path], folder: Path) -> str:
    """Run without any variable that leads back to the checkout."""
    environment = {key: value for key, value in os.environ.items() if not key.startswith(("PYTHON", "VIRTUAL_ENV"))}
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
    return done.stdout


@pytest.fixture(scope="module")
def installed(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The bin folder of a new environment that has the wheel, and the dependencies of this one."""
    folder = tmp_path_factory.mktemp("wheel")
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check"]
    run([*pip, "wheel", "--quiet", "--no-deps", "--no-build-isolation", "--no-index", "-w", folder, root], folder)
    wheel = next(folder.glob("tei_tools-*.whl"))
    run([sys.executable, "-m", "venv", "--without-pip", folder / "env"], folder)
    python = folder / "env" / "bin" / "python"
    run([*pip, "--python", python, "install", "--quiet", "--no-deps", "--no-index", wheel], folder)
    # A line of a .pth file is searched after the wheel, and the .pth files found there are not followed: the
    # dependencies are seen, an editable installation of the checkout is not.
    packages = run([python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"], folder).strip()
    (Path(packages) / "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n")
    return python.parent


@pytest.fixture(scope="module")
def site(installed: Path, seeds: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample edition, published in an empty folder by the installed command."""
    folder = tmp_path_factory.mktemp("elsewhere")
    shutil.copytree(seeds, folder / "seeds")
    run([installed / "tei-tools", "build", "seeds", "-o", "out"], folder)
    return folder / "out"


def test_the_wheel_is_what_is_imported(installed: Path, root: Path, tmp_path: Path) -> None:
    where = run([installed / "python", "-c", "import tei_tools; print(tei_tools.__file__)"], tmp_path)
    assert Path(where.strip()).is_relative_to(installed.parent)
    assert not Path(where.strip()).is_relative_to(root)


def test_grammar_stylesheets_and_profiles_travel_with_it(installed: Path, tmp_path: Path) -> None:
    code = (
        "from tei_tools.resources import resource, PACKAGE\n"
        "for kind, name in (('schemas', 'tei_tools.rnc'), ('xslt', 'html.xsl'), ('profiles', 'frus.toml'),"
        " ('names_model', 'names.crfsuite')):\n"
        "    path = resource(kind, name); assert path.is_file() and path.is_relative_to(PACKAGE), path"
    )
    run([installed / "python", "-c", code], tmp_path)


def test_the_sample_edition_is_published_from_it(site: Path) -> None:
    for name in (
        "tei/d178.xml",
        "tei/d310.xml",
        "html/index.html",
        "html/d178.html",
        "html/d310.html",
        "manifest.json",
    ):
        assert (site / name).stat().st_size > 100, name
    printed = {path.name: path.read_bytes()[:5] for path in (site / "pdf").iterdir()}
    assert printed == {f"{name}.pdf": b"%PDF-" for name in ("d178", "d310", "frus1981-88v04")}
    files = json.loads((site / "manifest.json").read_text(encoding="utf-8"))["files"]
    assert "tei/d310.xml" in files
    assert str(site.parent) not in json.dumps(files)
