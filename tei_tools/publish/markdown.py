"""The words of a Markdown file, as a reader of Markdown finds them: what became markup is no word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

from tei_tools.publish.proof import EDGE, Words, of_parts

ADDED = ('<span class="pb">', '<span class="supplied">')
"""What opens words that the document has not."""
EMPTY = "<!-- -->"
"""What stands in a note before something that is no paragraph."""
STRANGE = "\ufffc"
"""In the place of markup that is none of ours: no document is conserved with it."""


def words(text: str) -> Words:
    """The words of the file, each note at its call."""
    tokens = _parser().parse(text)
    notes: dict[int, list[Token]] = {}
    body: list[Token] = []
    into = body
    for token in tokens:
        if token.type == "footnote_open":
            into = notes.setdefault(int(token.meta["id"]), [])
        elif token.type == "footnote_close":
            into = body
        else:
            into.append(token)
    return of_parts(_words(body, notes))


@cache
def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark", {"maxNesting": 200}).enable("table").use(footnote_plugin)


def _words(tokens: Sequence[Token], notes: dict[int, list[Token]]) -> Iterator[str]:
    for token in tokens:
        yield EDGE
        if token.children is not None:
            yield from _line(token.children, notes)
        elif token.type in ("fence", "code_block") or (
            token.type == "html_block" and token.content.strip() != "<!-- -->"
        ):
            yield STRANGE


def _line(tokens: Sequence[Token], notes: dict[int, list[Token]]) -> Iterator[str]:
    spans: list[bool] = []
    for token in tokens:
        if token.type == "html_inline" and token.content.startswith("<span"):
            spans.append(token.content in ADDED)
        elif token.type == "html_inline" and token.content == "</span>" and spans:
            spans.pop()
        elif any(spans):
            continue
        elif token.type == "footnote_ref":
            yield EDGE
            yield from _words(notes.get(int(token.meta["id"]), []), notes)
            yield EDGE
        elif token.type in ("text", "text_special"):
            yield token.content
        elif token.type in ("softbreak", "hardbreak") or token.content == "<br/>":
            yield EDGE
        elif token.type in ("code_inline", "image"):
            yield STRANGE
