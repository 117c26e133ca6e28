"""The index of a site with several filters of several values: the same bytes each time."""

from __future__ import annotations

import gzip

import pytest

from tei_tools.publish import search
from tei_tools.publish.search_order import ordered

PAGE = """<html lang="en"><head><title>{n}</title></head><body><main data-pagefind-body><h1>Letter {n}</h1>
<p data-pagefind-filter="kind">{kind}</p><p data-pagefind-filter="person">{person}</p><p data-pagefind-filter="place">
{place}</p><p>Words.</p></main></body></html>"""
PAGES = [
    (f"d{n}.html", PAGE.format(n=n, kind=f"k{n % 3}", person=f"P{n % 30}", place=f"L{n % 4}").encode())
    for n in range(60)
]


def test_two_indexes_of_the_same_pages_are_equal() -> None:
    first = dict(search.index(PAGES))
    for _ in range(4):
        assert dict(search.index(PAGES)) == first
    filters = [gzip.decompress(content) for name, content in first.items() if name.endswith(".pf_filter")]
    (persons,) = [content for content in filters if b"person" in content]
    assert [persons.find(f"P{n}".encode()) > 0 for n in range(30)] == [True] * 30


def test_what_the_entry_names_is_there() -> None:
    files = dict(search.index(PAGES))
    (meta,) = [name for name in files if name.endswith(".pf_meta")]
    hash_ = meta.removeprefix("pagefind/pagefind.").removesuffix(".pf_meta")
    assert f'"{hash_}"'.encode() in files["pagefind/pagefind-entry.json"]
    content = gzip.decompress(files[meta])
    for name in files:
        if name.endswith(".pf_filter"):
            assert name.rpartition("/")[2].removesuffix(".pf_filter").encode() in content


def test_a_file_of_another_form_is_told() -> None:
    with pytest.raises(ValueError, match="another form"):
        ordered({"filter/en_abc1234.pf_filter": gzip.compress(b"new"), "pagefind-entry.json": b"{}"})
