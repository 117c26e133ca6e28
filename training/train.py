"""Training: lessons in, a model out. The same lessons give the same bytes."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path

import pycrfsuite

from tei_tools.names_model import NamesModel
from training.lessons import Lesson

PARAMETERS = {"c1": 0.5, "c2": 0.02, "max_iterations": 50, "feature.minfreq": 4}
MODEL_VERSION = "2"


def packed(lessons: Iterable[Lesson]) -> list[tuple[pycrfsuite.ItemSequence, list[str]]]:
    """Lessons as the trainer keeps them, for more than one training."""
    return [(pycrfsuite.ItemSequence(rows), labels) for rows, labels in lessons]


def train(
    lessons: Iterable[tuple[pycrfsuite.ItemSequence, list[str]]], date: str, volumes: Sequence[str]
) -> NamesModel:
    """A model of the lessons; `date` and `volumes` are what it says of itself."""
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", params=PARAMETERS, verbose=False)
    for rows, labels in lessons:
        trainer.append(rows, labels)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "model"
        trainer.train(str(file))
        return NamesModel(file.read_bytes(), MODEL_VERSION, date, tuple(volumes))
