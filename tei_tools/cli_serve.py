"""What can be typed after `tei-tools serve`."""

from __future__ import annotations

import argparse


def serve(entries: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to those of the parser."""
    text = "Serve a built edition to this machine. The site, and Distributed Text Services below /dts/."
    made = entries.add_parser("serve", help=text.split(".")[0], description=text)
    made.add_argument("built", metavar="EDITION", help="the folder that tei-tools build wrote")
    made.add_argument("--host", default="127.0.0.1", help="the address to listen on (default: 127.0.0.1)")
    made.add_argument("--port", type=int, default=8000, help="the port to listen on (default: 8000)")
