"""A proposed line for the printed list of persons: "Isakov, Viktor, Minister-Counselor at the Soviet Embassy"."""

from __future__ import annotations

import re
from collections import Counter

from tei_tools.authority.fold import fold
from tei_tools.authority.language import Language
from tei_tools.suggest.unlisted import ADDRESS, SPLIT, Cluster, Mention

APPOSITION = re.compile(r"\s*,\s+(?:the\s+|an?\s+)?(?P<office>[^\W\d_][^,.;:()\[\]\n]{3,90}?)(?=\s*[,.;:()\[\]\n]|$)")
BRACKETED = re.compile(r"(?:^|.*?\b)(?:the\s+)?(?P<office>[A-Z][^.;:()]{3,90}?)\s*\($")
ENDS = re.compile(
    r"\s+(?:who|whom|which|that|and|but|when|while|as|to|said|told|asked|was|is|were|has|had|will|would|delivered)\b.*$"
)
SMALL = re.compile(r"^(?:the|an?|our|his|her|their)\s+", re.IGNORECASE)


def line(cluster: Cluster, words: Language) -> str:
    """Surname, forenames, and the office that the texts give most often: first as an apposition, else as a title.

    A surname alone is in quotation marks, as it would read like an id.
    """
    offices = Counter(office for mention in cluster.mentions if (office := _office(mention, words)))
    titles = [(count, len(title), title) for title, count in cluster.titles if not _is_address(title)]
    named = [office for office, _ in offices.most_common(1)] or [title for _, _, title in sorted(titles)[-1:]]
    full = cluster.fullest
    if not full.turned:
        return ", ".join([full.words, *named])
    given = " ".join(full.given) or ("Mrs." if cluster.female else "")
    entry = ", ".join(part for part in (full.surname, given, full.generation, *named) if part)
    return entry if re.search(r"[\s,]", entry) else f"“{entry}”"


def _office(mention: Mention, words: Language) -> str:
    """What an apposition says of somebody: "Viktor Isakov, the Minister-Counselor at the Soviet Embassy, …"."""
    match = APPOSITION.match(mention.after) or BRACKETED.match(mention.before)
    if match is None:
        return ""
    office = SMALL.sub("", SPLIT.sub("", ENDS.sub("", " ".join(match["office"].split()))))
    first = [word for part in fold(office).split()[:4] for word in part.split("-")]
    known = words.offices | words.titles
    return office if office[:1].isupper() and any(word in known for word in first) else ""


def _is_address(title: str) -> bool:
    """Whether a title is only a form of address."""
    return all(word.strip(".") in ADDRESS for word in title.split())
