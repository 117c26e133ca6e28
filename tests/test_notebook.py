"""The notebook of the documentation runs, and draws what it says."""

from __future__ import annotations

from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

import tei_tools


@pytest.mark.filterwarnings(
    "ignore::DeprecationWarning", "ignore::PendingDeprecationWarning", "ignore::ResourceWarning"
)
def test_the_notebook_draws_who_wrote_to_whom(root: Path) -> None:
    notebook = nbformat.read(root / "docs" / "edition.ipynb", as_version=4)
    assert all(not cell.get("outputs") for cell in notebook.cells), "it is kept without results"
    NotebookClient(notebook, timeout=120, resources={"metadata": {"path": str(root / "docs")}}).execute()
    outputs = [output for cell in notebook.cells for output in cell.get("outputs", [])]
    pictures = [output for output in outputs if "image/png" in output.get("data", {})]
    printed = "".join(output.get("text", "") for output in outputs)
    assert len(pictures) == 1
    assert "d310 · 1984-11-17 · Memorandum From Secretary of State Shultz to President Reagan" in printed
    assert "('{http://www.tei-c.org/ns/1.0}p', '1117'," in str(outputs)


def test_an_edition_is_a_corpus_before_and_after_it_is_built(seeds: Path, tmp_path: Path) -> None:
    edition = tei_tools.Edition.load(seeds)
    before = edition.corpus()
    edition.build(tmp_path, only=("tei",))
    after = edition.corpus(tmp_path)
    assert [document.text for document in before.documents()] == [document.text for document in after.documents()]
    assert before.persons() == after.persons()
    assert before.about == after.about
