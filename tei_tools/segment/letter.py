"""What makes a text a letter: salute, complimentary close, signature, postscript."""

from __future__ import annotations

import re

from tei_tools.segment.lines import Line, bare

SALUTE = re.compile(
    r"(?:My (?:own |very )?)?(?:[Dd]ear|[Dd]earest)(?:, [Dd]ear)? [^.:,!]{1,60}(?:\. [^.:,!]{1,40})?[:,!](?: ?[—–-])?"
    r"|(?:(?:Honou?red |Reverend |Worthy )?(?:Sir|Sirs|Madam)|Gentlemen|Madame|Monsieur|My Lord"
    r"|(?:Your |His )?Excellency|Mr\. (?:Vice )?President|Mr\. Secretary"
    r"|Mr\. Chairman|Mr\. Ambassador|Mr\. (?:Prime )?Minister|Madam Secretary|Mr\. General Secretary)[:,](?: ?[—–-])?"
)
CLOSE = re.compile(
    r"With (?:[^.]{1,40} )?(?:regards?|wishes|respects?|esteem|friendship),?"
    r"|(?:(?:With [^.]{1,60}, ?)?(?:(?:Very|Most|Yours|I am|I remain|Believe me|As ever|Ever|Always|Cordially"
    r"|Faithfully|Respectfully|Sincerely|Affectionately|Warm|Warmest|Best|Kind|Kindest|Many)\b[^.]{0,40}?)?(?:sincerely|respectfully"
    r"|truly|faithfully|cordially|affectionately|yours|regards|wishes|as ever|ever)(?: yours| submitted)?"
    r"|(?:(?:I am|I remain|I have the honou?r to (?:be|remain)|Believe me)\b[^.]{0,60}?)?"
    r"(?:(?:your|yr) (?:[a-z]+ ){0,3}|(?:your|yr) [a-z]+, [a-z ]{0,20})(?:servant|friend))[,.]?",
    re.IGNORECASE,
)
LEADS_TO_CLOSE = re.compile(
    r"(?:And )?(?:I am|I remain|I have the honou?r to (?:be|remain)|Believe me)\b[^.;:?!]{0,60},"
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
INITIALS = re.compile(r"(?:[A-Z]\. ?){2,4}")
OMISSION = re.compile(
    r"\[(?:Here follow|Omitted|\d|[Ll]ess than|.*\b(?:lines?|paragraphs?|pages?|words?)\b.* not declassified)"
)
PARTICLES = re.compile(
    r"al?|and|at|by|d[aeiu]|del|de[nr]|el?|for|her|his|ibn|in|l[ae]|o[fn]|per|the|to|v[ao]n|with|y|zu"
)
"""The words of names, offices and addresses that have no capital: another one makes a sentence."""
TELLING = 4
"""Lines of more words are sentences where one of these has no capital."""
NOT_SIGNED = re.compile(r"(?:END|Begin|End|Enclosures?|Attachments?|Tabs?|Annex|Copies|cc)\b.*|\W+", re.IGNORECASE)
LONGEST_SALUTE = 130
WORDS = 9
"""Most words in the first line of a signature: "Prime Minister of the Republic of …" lines follow the name."""


def is_salute(line: Line) -> bool:
    return len(line.text) < LONGEST_SALUTE and SALUTE.fullmatch(bare(line.text)) is not None


def is_close(line: Line) -> bool:
    """A complimentary close on a line of its own: "Sincerely yours,"."""
    return len(line.text) < 80 and CLOSE.fullmatch(bare(line.text)) is not None


def leads_to_close(line: Line) -> bool:
    """What stands above a complimentary close and belongs to it: "I have the honor to be, Sir,"."""
    return LEADS_TO_CLOSE.fullmatch(bare(line.text)) is not None


def is_postscript(line: Line) -> bool:
    return POSTSCRIPT.match(line.text) is not None


def is_withheld(line: Line) -> bool:
    """A bracket in the place of a signature: "[name not declassified]"."""
    return WITHHELD.fullmatch(bare(line.text)) is not None


def is_name(line: Line) -> bool:
    """Whether a line is a name with an initial, and nothing else: "Kenneth C. Royall"; "Walt Rostow" may be a title."""
    match = NAME.fullmatch(bare(line.text))
    return match is not None and bool(match["initial"])


def tells(line: Line) -> bool:
    """Whether a line is a sentence: "Memorandum reviewing this meeting is at Tab K." (1969–76 volume XII, d38)."""
    words = re.findall(r"[^\W\d_][\w’'-]*", line.text)
    small = any(word[0].islower() and not PARTICLES.fullmatch(word) for word in words)
    return len(words) > TELLING and small and not line.text.startswith("[")


def may_sign(line: Line) -> bool:
    """Whether a line can be a signature: few words, no sentence. "B.H.R", "[Collins]", "K. Chernenko", "D MacA"."""
    text = bare(line.text)
    words = text.split()
    if not 1 <= len(words) <= WORDS or len(text) > 90 or NOT_SIGNED.fullmatch(text) or OMISSION.match(text):
        return False
    if tells(line):
        return False
    if not re.match(r"[\[/(]?(?:/s/ ?)?[^\W\d_]", text) or text[0].islower() or text[-1] in ":;?!,—“”":
        return False
    # A full stop ends a sentence, unless an initial or "Jr." stands before it.
    return not text.endswith(".") or bool(re.search(r"(?:\b\w|Jr|Sr|Dr|ret|\bU\.S)\.$", text))
