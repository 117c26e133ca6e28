"""What makes a text a letter: salute, complimentary close, signature, postscript."""

from __future__ import annotations

import re

from tei_tools.segment.lines import Line, bare

SALUTE = re.compile(
    r"(?:My )?(?:Dear|Dearest) [^.:,]{1,60}(?:\. [^.:,]{1,40})?[:,]"
    r"|(?:Sir|Sirs|Madam|Gentlemen|Excellency|Your Excellency|Mr\. (?:Vice )?President|Mr\. Secretary"
    r"|Mr\. Chairman|Mr\. Ambassador|Mr\. (?:Prime )?Minister|Madam Secretary|Mr\. General Secretary)[:,]"
)
CLOSE = re.compile(
    r"With (?:[^.]{1,40} )?(?:regards?|wishes|respects?|esteem|friendship),?"
    r"|(?:(?:With [^.]{1,60}, ?)?(?:(?:Very|Most|Yours|I am|I remain|As ever|Ever|Always|Cordially|Faithfully"
    r"|Respectfully|Sincerely|Warm|Warmest|Best|Kind|Kindest|Many)\b[^.]{0,40}?)?(?:sincerely|respectfully|truly|faithfully|cordially"
    r"|yours|regards|wishes|as ever|ever)(?: yours| submitted)?)[,.]?",
    re.IGNORECASE,
)
POSTSCRIPT = re.compile(r"P\. ?S\. |PS[:.]? ")
ADDENDUM = re.compile(r"(?:Addendum|Postscript|P\. ?S\.)[:.]?", re.IGNORECASE)
ENCLOSED = re.compile(r"(?:Enclosures?|Attachments?|Encls?|cc)\b[.:]?.*", re.IGNORECASE)
WITHHELD = re.compile(
    r"\[(?:names?|signature|initials?|\d (?:names|initials)) not (?:declassified|legible)\]", re.IGNORECASE
)
NAME = re.compile(
    r"(?=(?:.*\b(?P<initial>[A-Z])\.)?)(?:[A-Z]\.[ -]?|[A-Z][\w’'-]+ ){1,4}(?:(?:de|von|van|der) )*[A-Z][\w’'-]+"
    r"(?:,? Jr\.| III?)?"
)
OMISSION = re.compile(r"\[(?:Here follow|Omitted|\d|[Ll]ess than)")
NOT_SIGNED = re.compile(r"(?:END|Begin|End|Enclosures?|Attachments?|Tabs?|Annex|Copies|cc)\b.*|\W+", re.IGNORECASE)
LONGEST_SALUTE = 130
WORDS = 9
"""Most words in the first line of a signature: "Prime Minister of the Republic of …" lines follow the name."""


def is_salute(line: Line) -> bool:
    return len(line.text) < LONGEST_SALUTE and SALUTE.fullmatch(bare(line.text)) is not None


def is_close(line: Line) -> bool:
    """A complimentary close on a line of its own: "Sincerely yours,"."""
    return len(line.text) < 80 and CLOSE.fullmatch(bare(line.text)) is not None


def is_postscript(line: Line) -> bool:
    return POSTSCRIPT.match(line.text) is not None


def is_withheld(line: Line) -> bool:
    """A bracket in the place of a signature: "[name not declassified]"."""
    return WITHHELD.fullmatch(bare(line.text)) is not None


def is_name(line: Line) -> bool:
    """Whether a line is a name with an initial, and nothing else: "Kenneth C. Royall"; "Walt Rostow" may be a title."""
    match = NAME.fullmatch(bare(line.text))
    return match is not None and bool(match["initial"])


def may_sign(line: Line) -> bool:
    """Whether a line can be a signature: few words, no sentence. "B.H.R", "[Collins]", "K. Chernenko", "D MacA"."""
    text = bare(line.text)
    words = text.split()
    if not 1 <= len(words) <= WORDS or len(text) > 90 or NOT_SIGNED.fullmatch(text) or OMISSION.match(text):
        return False
    if not re.match(r"[\[/(]?(?:/s/ ?)?[^\W\d_]", text) or text[0].islower() or text[-1] in ":;?!,—“”":
        return False
    # A full stop ends a sentence, unless an initial or "Jr." stands before it.
    return not text.endswith(".") or bool(re.search(r"(?:\b\w|Jr|Sr|Dr|ret|\bU\.S)\.$", text))
