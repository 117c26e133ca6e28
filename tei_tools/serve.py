"""A built edition on a web server of one's own: the site, and Distributed Text Services below `/dts/`.

Read-only, on loopback unless told otherwise; requests are bounded in length and number. Needs Starlette and uvicorn:
`pip install 'tei-tools[serve]'`.
"""

from __future__ import annotations

import hashlib
import json
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from tei_tools.corpus import Corpus
from tei_tools.dts import Library, Queries, RequestError, respond
from tei_tools.errors import UsageError

if TYPE_CHECKING:
    from starlette.applications import Starlette
    from starlette.requests import Request
    from starlette.responses import Response

LONGEST = 2_000
"""So many characters may a query have; the longest that a client of ours builds has a tenth of that."""
AT_ONCE = 100
"""So many connections are open at once; further ones are told to come again (503)."""
ENDPOINTS = {"": "entry", "collection/": "collection", "navigation/": "navigation", "document/": "document"}
DTS = "/dts/"


def application(built: Path) -> Starlette:
    """The application for a folder that `tei-tools build` made, with `tei/` and, for the site, `html/`.

    Raises `UsageError` where the folder has no TEI, or Starlette is not installed.
    """
    _installed()
    from starlette.applications import Starlette
    from starlette.middleware import Middleware
    from starlette.middleware.cors import CORSMiddleware
    from starlette.routing import BaseRoute, Mount, Route
    from starlette.staticfiles import StaticFiles

    if not any((built / "tei").glob("*.xml")):
        remedy = "give the folder that tei-tools build wrote (build/edition), or build the edition first"
        raise UsageError("there is no edition to be served: no TEI", place=str(built / "tei"), remedy=remedy)
    library = Library(Corpus.read([built / "tei"]))
    routes: list[BaseRoute] = []
    for path, name in ENDPOINTS.items():
        answer = partial(_answer, library, name)
        routes += [Route(DTS + path, answer, methods=["GET"])]
        routes += [Route((DTS + path).rstrip("/"), answer, methods=["GET"])]
    if (built / "html").is_dir():
        routes.append(Mount("/", StaticFiles(directory=built / "html", html=True)))
    everyone = Middleware(
        CORSMiddleware, allow_origins=["*"], allow_methods=["GET", "HEAD"], expose_headers=["Link", "ETag"]
    )
    return Starlette(routes=routes, middleware=[everyone])


def run(built: Path, host: str, port: int) -> None:
    """Serve until interrupted. Raises `UsageError` as `application` does, and where the port is taken."""
    app = application(built)
    import uvicorn

    server = uvicorn.Server(
        uvicorn.Config(
            app,
            host=host,
            port=port,
            log_level="warning",
            limit_concurrency=AT_ONCE,
            timeout_keep_alive=5,
            server_header=False,
        )
    )
    try:
        server.run()
    except SystemExit as error:  # uvicorn ends the process where it can't listen
        remedy = "choose another with --port"
        raise UsageError(f"can't listen on {host}, port {port}", remedy=remedy) from error


def _installed() -> None:
    for package in ("starlette", "uvicorn"):
        if find_spec(package) is None:
            raise UsageError(f"serve needs {package}", remedy="pip install 'tei-tools[serve]'")


def _answer(library: Library, endpoint: str, request: Request) -> Response:
    """One response of DTS; the same one again costs a client nothing (ETag)."""
    from starlette.responses import Response

    if len(request.url.query) > LONGEST:
        return _failed(414, f"a query has at most {LONGEST} characters")
    try:
        made = respond(library, Queries(f"{request.base_url}{DTS[1:]}"), endpoint, dict(request.query_params))
    except RequestError as failure:
        return _failed(failure.status, str(failure))
    tag = f'"{hashlib.sha256(made.body).hexdigest()[:32]}"'
    headers = {"ETag": tag, "Cache-Control": "no-cache", **made.headers}
    if tag in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    return Response(made.body, media_type=made.type, headers=headers)


def _failed(status: int, message: str) -> Response:
    """RFC 9457: the specification tells the status only."""
    from starlette.responses import Response

    body = json.dumps({"status": status, "title": message}, ensure_ascii=False)
    return Response(body, status, media_type="application/problem+json")
