"""Pagefind lists filters and their values in an order that differs from run to run: here they get that of their names.

The filters stand in the file `pagefind.<hash>.pf_meta`, each as an array of its name and the hash of its file; that
file has the name and the values, each with its pages. Both are gzip of a signature and CBOR (RFC 8949). The hash of the
first stands in `pagefind-entry.json`.
"""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator, Mapping
from hashlib import sha256

SIGNATURE = b"pagefind_dcd"
META = re.compile(r"pagefind\.(\w+)_([0-9a-f]+)\.pf_meta")
FILTER = re.compile(r"filter/(\w+)_([0-9a-f]+)\.pf_filter")
FILTERS = 3
"""The place of the filters among the parts of a meta file."""


def ordered(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files of an index by name, with all filters in order. Raises ValueError for what is no such file."""
    made = {name: _timeless(content) for name, content in files.items()}
    renamed: dict[bytes, bytes] = {}
    for name in [name for name in files if FILTER.fullmatch(name)]:
        title, values = _items(_raw(made.pop(name)))
        _put(made, renamed, name, FILTER, _array([title, _array(sorted(_items(values)))]))
    for name in [name for name in files if META.fullmatch(name)]:
        parts = list(_items(_raw(made.pop(name))))
        filters = list(_items(parts[FILTERS]))
        for old, new in renamed.items():
            filters = [each.replace(old, new) for each in filters]
        parts[FILTERS] = _array(sorted(filters))
        _put(made, renamed, name, META, _array(parts))
    if "pagefind-entry.json" in made:
        told = json.loads(made["pagefind-entry.json"])
        for language in told.get("languages", {}).values():
            language["hash"] = renamed.get(language["hash"].encode(), language["hash"].encode()).decode()
        told["include_characters"] = sorted(told.get("include_characters", ()))
        made["pagefind-entry.json"] = json.dumps(told, ensure_ascii=False, sort_keys=True).encode()
    return made


def _timeless(content: bytes) -> bytes:
    """A file without the time at which it was packed (RFC 1952)."""
    return content[:4] + bytes(4) + content[8:] if content.startswith(b"\x1f\x8b") else content


def _put(made: dict[str, bytes], renamed: dict[bytes, bytes], name: str, form: re.Pattern[str], content: bytes) -> None:
    """Add a file under a name that has a hash of its content, as long as the one before."""
    found = form.fullmatch(name)
    assert found
    language, old = found[1], found[2]
    new = sha256(content).hexdigest()[: len(old)]
    renamed[f"{language}_{old}".encode()] = f"{language}_{new}".encode()
    made[name.replace(f"_{old}.", f"_{new}.")] = gzip.compress(SIGNATURE + content, mtime=0)


def _raw(content: bytes) -> bytes:
    raw = gzip.decompress(content)
    if not raw.startswith(SIGNATURE):
        raise ValueError("a file of the index has another form than is known")
    return raw[len(SIGNATURE) :]


def _items(raw: bytes) -> Iterator[bytes]:
    """The items of an array, each as it is encoded."""
    major, count, at = _head(raw, 0)
    if major != 4:
        raise ValueError("a file of the index has another form than is known")
    for _ in range(count):
        end = _end(raw, at)
        yield raw[at:end]
        at = end


def _head(raw: bytes, at: int) -> tuple[int, int, int]:
    """(kind, number or length, where the content begins) of an item."""
    major, short = raw[at] >> 5, raw[at] & 0x1F
    if short < 24:
        return major, short, at + 1
    if short > 27:
        raise ValueError("a file of the index has another form than is known")
    size = 1 << (short - 24)
    return major, int.from_bytes(raw[at + 1 : at + 1 + size]), at + 1 + size


def _end(raw: bytes, at: int) -> int:
    major, count, at = _head(raw, at)
    if major in (2, 3):
        return at + count
    for _ in range({4: count, 5: 2 * count, 6: 1}.get(major, 0)):
        at = _end(raw, at)
    return at


def _array(items: list[bytes]) -> bytes:
    count = len(items)
    for short, size in ((24, 1), (25, 2), (26, 4)):
        if count < 24:
            return bytes([0x80 + count]) + b"".join(items)
        if count < 1 << (8 * size):
            return bytes([0x80 + short]) + count.to_bytes(size) + b"".join(items)
    raise ValueError("the index has too many filters")
