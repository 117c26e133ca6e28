"""How requests are written: with queries to a server, or as paths of files (URI templates, RFC 6570)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol
from urllib.parse import quote, urlencode

PARAMETERS = {
    "collection": ("id", "page", "nav"),
    "navigation": ("resource", "ref", "start", "end", "down", "tree", "page"),
    "document": ("resource", "ref", "start", "end", "tree", "mediaType"),
}
FILES = {
    "collection": "collection{/id}{;page,nav}.json",
    "navigation": "navigation{/resource}{;tree,down}{/ref}.json",
    "document": "document{/resource}{;tree}{/ref}.xml",
}

EXPRESSION = re.compile(r"\{([/;])([\w,]+)\}")


class Addresses(Protocol):
    @property
    def base(self) -> str:
        """The address of the entry point, with a slash at its end; "" for relative addresses."""

    def template(self, endpoint: str, known: Mapping[str, str]) -> str:
        """The URI template of an endpoint, some of its parameters being known."""

    def of(self, endpoint: str, parameters: Mapping[str, str]) -> str:
        """The address of one request."""


@dataclass(frozen=True, slots=True)
class Queries:
    """Of a server: `base` is the address of the entry point, with a slash at its end."""

    base: str = "/dts/"

    def template(self, endpoint: str, known: Mapping[str, str]) -> str:
        free = ",".join(name for name in PARAMETERS[endpoint] if name not in known)
        return f"{self.of(endpoint, known)}{{{'&' if known else '?'}{free}}}"

    def of(self, endpoint: str, parameters: Mapping[str, str]) -> str:
        query = urlencode([(name, parameters[name]) for name in PARAMETERS[endpoint] if name in parameters], safe=":/")
        return f"{self.base}{endpoint}/" + (f"?{query}" if query else "")


@dataclass(frozen=True, slots=True)
class Paths:
    """Of files in a folder: level 0 of DTS, without `start` and `end`. `base` as above, or "" for relative ones."""

    base: str = ""

    def template(self, endpoint: str, known: Mapping[str, str]) -> str:
        written = FILES[endpoint]
        for name, value in known.items():
            written = written.replace(f"{{/{name}}}", f"/{_quoted(value)}")
        return self.base + written

    def of(self, endpoint: str, parameters: Mapping[str, str]) -> str:
        return self.base + quote(self.file(endpoint, parameters), safe="/;=-")

    def file(self, endpoint: str, parameters: Mapping[str, str]) -> str:
        """The file of a request, from the folder of the entry point."""

        def expanded(found: re.Match[str]) -> str:
            names = (name for name in found[2].split(",") if name in parameters)
            values = ((name, parameters[name].replace("/", "%2F")) for name in names)
            return "".join(f"/{value}" if found[1] == "/" else f";{name}={value}" for name, value in values)

        return EXPRESSION.sub(expanded, FILES[endpoint])


def _quoted(value: str) -> str:
    return quote(value, safe="-._~")
