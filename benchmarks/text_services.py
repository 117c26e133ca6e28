"""The load that `tei-tools serve` bears: requests of each endpoint, twenty at a time, over loopback.

    python benchmarks/text_services.py [BUILT]      (default: the sample edition, built for it)

Prints how many requests failed, the median and the 99th percentile of their times in milliseconds, requests per
second, and the CPU that the server used. The clients are threads of this process, so both share the machine.
"""

from __future__ import annotations

import http.client
import resource
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from itertools import cycle, islice
from pathlib import Path
from urllib.parse import quote

from tei_tools.corpus import Corpus

ROOT = Path(__file__).parent.parent
with socket.create_server(("127.0.0.1", 0)) as _free:
    PORT = _free.getsockname()[1]
REQUESTS = 1_000
AT_ONCE = 20


def main(arguments: list[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        built = Path(arguments[0]) if arguments else Path(folder)
        if not arguments:
            subprocess.run(
                [*TOOL, "build", ROOT / "seeds", "-o", built, "--only", "tei"], check=True, capture_output=True
            )
        ids = [document.id for document in Corpus.read([built / "tei"]).documents()]
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        server = subprocess.Popen([*TOOL, "serve", built, "--port", str(PORT)])
        try:
            ready()
            measure(list(islice(cycle(paths(ids)), REQUESTS)), len(ids))
        finally:
            server.terminate()
            server.wait()
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        print(f"the server used {used:.1f} s of CPU, its start included")


TOOL = [sys.executable, "-m", "tei_tools.cli"]


def paths(ids: list[str]) -> list[str]:
    made = ["/dts/", "/dts/collection/"]
    for ident in map(quote, ids):
        made += [
            f"/dts/collection/?id={ident}",
            f"/dts/navigation/?resource={ident}&down=-1",
            f"/dts/navigation/?resource={ident}&tree=pages&down=1",
            f"/dts/document/?resource={ident}",
            f"/dts/document/?resource={ident}&ref=b1",
            f"/dts/document/?resource={ident}&ref=b1&mediaType=text/plain",
        ]
    return made


def ready() -> None:
    """Wait until the server answers; a minute is more than any edition takes."""
    for _ in range(600):
        try:
            fetch("/dts/")
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise SystemExit("the server does not answer")


def fetch(path: str) -> tuple[int, float]:
    """(status, seconds) of a request with a connection of its own."""
    start = time.perf_counter()
    connection = http.client.HTTPConnection("127.0.0.1", PORT, timeout=30)
    connection.request("GET", path)
    response = connection.getresponse()
    response.read()
    connection.close()
    return response.status, time.perf_counter() - start


def measure(wanted: list[str], documents: int) -> None:
    start = time.perf_counter()
    with ThreadPoolExecutor(AT_ONCE) as clients:
        found = list(clients.map(fetch, wanted))
    whole = time.perf_counter() - start
    times = sorted(1_000 * seconds for _, seconds in found)
    failed = sum(status != 200 for status, _ in found)
    print(f"{len(found)} requests of an edition of {documents} documents, {AT_ONCE} at a time: {failed} failed")
    print(f"median {statistics.median(times):.0f} ms, 99th percentile {times[int(0.99 * len(times))]:.0f} ms")
    print(f"{len(found) / whole:.0f} requests per second")


if __name__ == "__main__":
    main(sys.argv[1:])
