"""What libxml2 says of a file that is no XML or breaks a grammar, in plain words."""

from __future__ import annotations

import re
from html.entities import html5

CLOSE = "close an element before the one that it stands in: <p><hi>…</hi></p>"
QUOTE = 'write the value between straight quotation marks: n="12"'
LESS = "a < that is no tag is written &lt;"
COMMENT = "a comment is <!-- … -->, without -- between the two"
ENCODING = "save the file as UTF-8, and say so: <?xml version='1.0' encoding='UTF-8'?>"
ROOT = "a file has one root element, as <TEI> … </TEI>, and only comments may follow it"

WORDS: tuple[tuple[str, str, str], ...] = (
    (r"Opening and ending tag mismatch: (\S+) line (\d+) and (\S+)", r"<\1> of line \2 is closed by </\3>", CLOSE),
    (r"Premature end of data in tag (\S+) line (\d+)", r"the file ends, and <\1> of line \2 is still open", CLOSE),
    (r"Entity '([^']+)' not defined", r"the entity &\1; is not known: write the character itself", ""),
    (r"EntityRef: expecting ';'|xmlParseEntityRef: no name", "a bare & in the text: write &amp;", ""),
    (r"Attribute (\S+) redefined", r"the attribute \1 stands twice in one tag", "take one of the two away"),
    (
        r"Namespace prefix (\S+) (?:for \S+ )?on (\S+) is not defined",
        r"the prefix \1 on <\2> is not declared",
        r'take the prefix away, or declare it: xmlns:\1="…"',
    ),
    (r"xmlns:(\S+): Empty XML namespace.*", r"the prefix \1 is declared without an address", r'write xmlns:\1="…"'),
    (r".*Buffer size limit exceeded.*", "a tag or the value of an attribute is larger than 10 MB", ""),
    (r".*Text node too long.*", "a piece of text is larger than 10 MB", ""),
    (r"Name too long.*|.*NameTooLong.*", "a name is longer than 50,000 characters", ""),
    (r"Excessive depth in document.*", "elements are nested more than 256 levels deep", ""),
    (
        r"Document is empty.*|Start tag expected.*",
        "this is no XML: it does not begin with an element",
        "an XML file begins with <, as in <TEI xmlns='http://www.tei-c.org/ns/1.0'>",
    ),
    (r"Extra content at the end of the document.*", "something follows the end of the root element", ROOT),
    (r"StartTag: invalid element name", "a < that begins no tag, or a name that begins with no letter", LESS),
    (
        r"Unescaped '<' not allowed in attributes values",
        "a < in the value of an attribute, or no quotation mark at its end",
        f"{QUOTE}, and a < in it as &lt;",
    ),
    (r"AttValue: .* expected", "the value of an attribute has no quotation marks, or curly ones", QUOTE),
    (r"Specification mandates value for attribute (\S+)", r"the attribute \1 has no value", r'write \1="…"'),
    (
        r"attributes construct error",
        "no blank before an attribute, or something that is none",
        'write <pb n="12" break="no"/>',
    ),
    (r"expected '>'|Couldn't find end of Start Tag.*", "a tag does not end", "write > at its end"),
    (r"Comment not terminated.*", "a comment does not end", "write --> at its end"),
    (r"Double hyphen within comment.*", "-- within a comment", COMMENT),
    (r"CData section not finished.*", "a CDATA section does not end", "write ]]> at its end"),
    (r"Sequence '\]\]>' not allowed in content", "]]> in the text", "write ]]&gt;"),
    (
        r"XML declaration allowed only at the start.*",
        "the XML declaration is not at the very beginning",
        "delete what stands before <?xml: blank lines, too",
    ),
    (
        r"xmlParsePI.*|PI .*never end.*",
        "a processing instruction is not as it should be",
        "it is <?name …?>, and no name begins with xml but xml-model and xml-stylesheet",
    ),
    (
        r"PCDATA invalid Char value (\d+).*|Char 0x(\w+) out of allowed range.*",
        r"character \1\2 is a control character, which XML does not allow",
        "take it away",
    ),
    (r"xmlParseCharRef: invalid xmlChar value (\d+)", r"&#\1; is no character that XML allows", "take it away"),
    (r"Unsupported encoding:? ?(.*)", r"the encoding can't be read: \1", ENCODING),
    (
        r"Input is not proper UTF-8.*|Invalid bytes in character encoding.*",
        "the bytes are not in the encoding that the file declares",
        ENCODING,
    ),
)

NAME = r"'(?:\{[^{}]*\})?([^'{}]+)'"
GRAMMAR: tuple[tuple[str, str], ...] = (
    (r"Expecting element (\S+), got (\S+)", r"<\2> stands where <\1> must stand"),
    (r"Did not expect element (\S+) there", r"<\1> is not allowed at this place"),
    (r"Element (\S+) has extra content: text", r"<\1> holds text of its own, which is not allowed"),
    (r"Element (\S+) has extra content: (\S+)", r"<\2> is not allowed at this place in <\1>"),
    (r"Expecting an element (\S*), got nothing", r"something is missing: <\1>"),
    (r"Expecting an element got text", "text stands where an element must stand"),
    (r"Expecting element (\S+) to be empty", r"<\1> must be empty"),
    (r"Did not expect text in element (\S+) content", r"<\1> holds text of its own, which is not allowed"),
    (r"Invalid attribute (\S+) for element (\S+)", r"<\2> may not have the attribute \1"),
    (r"Element (\S+) failed to validate attributes", r"<\1> lacks an attribute, or one has a wrong value"),
    (r"Element (\S+) failed to validate content", r"what <\1> holds is not what the schema asks for"),
    (r"Element (\S+) has wrong namespace: expecting (\S+)", r"<\1> is in a wrong namespace: it must be \2"),
    (r"'(\S+)' attribute not allowed for element", r"the attribute \1 is not allowed here"),
    (rf"Unexpected child with tag {NAME} at position \d+\. Tag {NAME} expected", r"<\1> stands where <\2> must stand"),
    (rf"Unexpected child with tag {NAME} at position \d+.*", r"<\1> is not allowed at this place"),
    (
        rf"The content of element {NAME} is not complete\. Tag {NAME} expected",
        r"<\1> lacks <\2> at its end",
    ),
    (rf"The content of element {NAME} is not complete.*", r"<\1> is not complete"),
)


def of_grammar(message: str) -> str:
    """A message of RELAX NG or an XSD in plain words, where these are known."""
    for pattern, words in GRAMMAR:
        found = re.fullmatch(pattern, message.rstrip("."))
        if found:
            return found.expand(words).replace("<>", "an element")
    return message


def plain(message: str) -> tuple[str, str]:
    """(message, hint): in plain words where these are known, else the first line of what the parser says."""
    for pattern, words, hint in WORDS:
        found = re.search(pattern, message)
        if not found:
            continue
        character = html5.get(f"{found.groups()[0]};", "") if pattern.startswith("Entity '") else ""
        if character:
            number = "".join(f"&#{ord(each)};" for each in character)
            return found.expand(words), f"or its number: {number}"
        return found.expand(words), found.expand(hint)
    return message.strip().partition("\n")[0], ""
