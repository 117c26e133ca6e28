"""What can be typed about the processes that do the work."""

from __future__ import annotations

import argparse
import os
import re

UNITS = {"MB": 10**6, "GB": 10**9, "MIB": 2**20, "GIB": 2**30}
LEAST = 500 * 10**6
"""Bytes: a worker that has all stylesheets of a build takes 300 MB, whatever it works on."""


def workers(made: argparse.ArgumentParser) -> None:
    """Where the work is done, and how much a document may take; the result is the same."""
    where = made.add_mutually_exclusive_group()
    where.add_argument(
        "--jobs", metavar="N", type=_jobs, default=1, help="work in so many processes; 0 is one per core (default: 1)"
    )
    help_ = "work on the Dask cluster of this scheduler: tcp://HOST:8786 (pip install 'tei-tools[cluster]')"
    where.add_argument("--scheduler", metavar="ADDRESS", default="", help=help_)
    help_ = "the workers of the scheduler have the same files under the same paths; otherwise sources are sent to them"
    made.add_argument("--shared-disk", action="store_true", help=help_)
    help_ = "give a document up that takes longer, in a process of its own (default: no limit)"
    made.add_argument("--time-limit", metavar="SECONDS", type=_seconds, default=0.0, help=help_)
    help_ = "give a document up for which a process needs more memory, such as 2GB (default: no limit)"
    made.add_argument("--memory-limit", metavar="SIZE", type=_bytes, default=0, help=help_)


def _jobs(text: str) -> int:
    if not re.fullmatch(r"\d{1,3}", text):
        raise argparse.ArgumentTypeError(f"{text!r} is no number of processes: write 0 to 999")
    return int(text) or os.cpu_count() or 1


def _seconds(text: str) -> float:
    if not re.fullmatch(r"\d{1,6}(\.\d+)?", text) or not float(text):
        raise argparse.ArgumentTypeError(f"{text!r} is no time: write a number of seconds above 0")
    return float(text)


def _bytes(text: str) -> int:
    found = re.fullmatch(r"(\d{1,7}(?:\.\d+)?) ?([MG]i?B)", text, re.IGNORECASE)
    if not found:
        raise argparse.ArgumentTypeError(f"{text!r} is no size: write 800MB or 2GB")
    size = int(float(found[1]) * UNITS[found[2].upper()])
    if size < LEAST:
        raise argparse.ArgumentTypeError(f"{text} is what a process takes without a document: write 500MB or more")
    return size
