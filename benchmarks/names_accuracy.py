"""Names without a list of persons: ten models, each scored on the volume that it never saw.

    python benchmarks/names_accuracy.py [--volumes DIR] [--bench DIR] [--style full|web|webseq …] [--rules]

Ten rows and their mean, in F1 of spans. Volumes whose editors tagged less than nine tenths of the persons that they
list are measured, marked, and not in the mean: there a right name counts as wrong. The volumes and the scorer are no
part of the project: without them nothing is measured, and that is said.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from training.lessons import lessons  # noqa: E402
from training.names import DATE  # noqa: E402
from training.train import packed, train  # noqa: E402

SHARED = ROOT.parent / "shared"


def scored(bench: Path, style: str, volume: str, model: str) -> dict[str, Any]:
    """The figures of a volume with a model, by name."""
    tool = f"{Path(sys.executable).with_name('tei-tools')} convert --names-model {model}"
    with tempfile.TemporaryDirectory() as folder:
        result = Path(folder) / "figures.json"
        command = [sys.executable, "measure.py", "--style", style, "--names", "none", "--volume", volume]
        command += ["--tool", tool, "--out", folder, "--json", str(result)]
        done = subprocess.run(command, cwd=bench, capture_output=True, text=True, check=False)
        if not result.exists():
            sys.exit(f"the scorer failed (it needs rapidfuzz): {done.stdout[-500:]}{done.stderr[-500:]}")
        found: dict[str, Any] = json.loads(result.read_text(encoding="utf-8"))["f"]
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--volumes", type=Path, default=SHARED / "volumes", help="the folder with the volumes")
    parser.add_argument("--bench", type=Path, default=SHARED / "bench", help="the folder with the scorer")
    parser.add_argument("--style", nargs="+", default=["full"], choices=("full", "web", "webseq"))
    parser.add_argument("--rules", action="store_true", help="measure the rules alone too")
    options = parser.parse_args()
    volumes = sorted(options.volumes.glob("*.xml"))
    if not volumes or not (options.bench / "measure.py").exists():
        print(f"names: not measured, no volumes in {options.volumes}, or no scorer in {options.bench}")
        return
    learnt = {volume.stem: packed(lessons(volume)) for volume in volumes}
    with tempfile.TemporaryDirectory() as folder:
        models = {}
        for name in learnt:
            others = [other for other in learnt if other != name and learnt[other]]
            model = train((lesson for other in others for lesson in learnt[other]), DATE, others)
            models[name] = Path(folder) / f"without-{name}"
            models[name].write_bytes(model.file())
        for style in options.style:
            table(options.bench, style, {name: str(path) for name, path in models.items()}, "models")
            if options.rules:
                table(options.bench, style, dict.fromkeys(models, "none"), "rules alone")
    print(f"{resource.getrusage(resource.RUSAGE_SELF).ru_utime:.0f} s of CPU for the lessons and the ten trainings")


def table(bench: Path, style: str, models: dict[str, str], what: str) -> None:
    """Print a row for each volume, and the mean of those that count."""
    print(f"\n{what}, text {style}\n{'':18}{'precision':>10}{'recall':>10}{'F1':>10}{'names':>8}")
    means: list[float] = []
    sums = [0, 0, 0]
    for volume, model in models.items():
        found = scored(bench, style, volume, model)
        dense, spans = found["pers_span_dense"], found["pers_span"]
        if not spans["gold"]:
            print(f"{volume:18}{'its persons are not tagged':>38}")
            continue
        counts = dense["gold"] > 0
        row = "".join(f"{spans[part]:10.4f}" for part in ("p", "r", "f1"))
        print(f"{volume:18}{row}{spans['gold']:8}{'' if counts else '   not dense'}")
        if counts:
            means.append(dense["f1"])
            sums = [total + dense[part] for total, part in zip(sums, ("tp", "gold", "pred"), strict=True)]
    print(f"{'mean, dense':18}{sum(means) / len(means):30.4f}")
    print(f"{'all dense names':18}{2 * sums[0] / (sums[1] + sums[2]):30.4f}")


if __name__ == "__main__":
    main()
