"""From bytes to a text that looks like a document: what a coverage-guided fuzzer changes is what the text is made of.

Each byte decides something, so a small change of the bytes is a small change of the text. Most texts have note calls,
page marks and names; every character of Unicode that a file can hold occurs.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

HEADS = (
    "{n}. Letter From the Ambassador in France (Bohlen) to Secretary of State Rusk{call}",
    "{n}. Telegram From the Embassy in Vietnam to the Department of State{call}",
    "{n}. Memorandum of Conversation{call}",
    "{n}. Memorandum From the President’s Special Assistant (Bundy) to President Johnson{call}",
    "{n}. Editorial Note",
    "No. {n}\nThe Acting Secretary of State to the Embassy{call}",
    "{n}. Message From Prime Minister Macmillan to President Kennedy{call}",
)
DATELINES = (
    "Washington, May 3, 1965.",
    "Saigon, August 30, 1963, 6 p.m.",
    "undated.",
    "Paris, January 31–February 2, 1962.",
    "Washington, March 3, 1965, 10:30–11:45 a.m.",
)
NAMES = ("Secretary Rusk", "Mr. Bundy", "Llewellyn Thompson", "President Johnson", "Gromyko", "General Khanh", "RUSK")
WORDS = (
    "the",
    "meeting",
    "said",
    "that",
    "agreed",
    "NATO",
    "policy",
    "would",
    "be",
    "of",
    "construction",
    "arms",
    "—",
    "in",
    "No. 12",
    "telegram 847",
    "1965",
    "8,4",
    "Document 12",
    "footnote 2",
    "vol. XII",
    "p. 45",
    "4 p.m.",
    "$3",
    "10%",
    "“quoted”",
    "[illegible]",
    "[3 lines not declassified]",
    "(see below)",
    "I.",
    "a.",
    "*",
    "†",
    "- 2 -",
    "althogether",
)
PARTICULAR = (
    "SUBJECT",
    "PARTICIPANTS",
    "Attachment",
    "[Enclosure]",
    "Tab A",
    "Dear Mr. President:",
    "Sincerely,",
    "Dean Rusk",
    "P.S. One more.",
    "Annex",
    "Best regards,",
    "1. We should act.",
    "2. The embassy:",
    "(a) first",
    "Secret",
    "Part II",
)
ENDS = (".", ",", ".”", ":", ";", "?", ")", "", "—")
BREAKS = ("\n\n", "\n\n", "\n\n", "\n", "\n\n\n", "\r\n\r\n", "\n \n")
ITEMS = ("  • ", "    • ", "  1. ", "    ", "\t")


class Bytes:
    """Bytes, taken one by one; 0 when there are no more."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._at = 0

    def __bool__(self) -> bool:
        return self._at < len(self._data)

    def below(self, limit: int) -> int:
        byte = self._data[self._at] if self else 0
        self._at += 1
        return byte % limit

    def one_of(self, choices: Sequence[str]) -> str:
        return choices[self.below(len(choices))]

    def character(self) -> str:
        """Any code point but a surrogate."""
        point = (self.below(17) << 16) | (self.below(256) << 8) | self.below(256)
        return chr(point) if not 0xD800 <= point <= 0xDFFF else "\N{REPLACEMENT CHARACTER}"


class Maker:
    """Makes one text."""

    def __init__(self, data: bytes) -> None:
        self._bytes = Bytes(data)
        self._notes = 0
        self._page = 0

    def text(self) -> str:
        self._page = 100 + self._bytes.below(200)
        body = [self._head(), self._bytes.one_of(DATELINES)]
        while self._bytes and len(body) < 40:
            body.append(self._block())
        kept = "".join(block + self._bytes.one_of(BREAKS) for block in body)
        return kept + "".join(self._note(number) for number in range(1, self._notes + 1)) + "\n"

    def _head(self) -> str:
        head = self._bytes.one_of(HEADS)
        return head.format(n=1 + self._bytes.below(250), call=self._call() if "{call}" in head else "")

    def _block(self) -> str:
        kinds: tuple[Callable[[], str], ...] = (
            self._paragraph,
            self._paragraph,
            self._paragraph,
            self._list,
            self._mark,
            self._particular,
            self._odd,
            self._table,
        )
        return kinds[self._bytes.below(len(kinds))]()

    def _paragraph(self) -> str:
        return " ".join(self._sentence() for _ in range(1 + self._bytes.below(3)))

    def _sentence(self) -> str:
        words = [self._word() for _ in range(1 + self._bytes.below(9))]
        call = self._call() if self._bytes.below(3) == 1 else ""
        words[0] = words[0][:1].upper() + words[0][1:]
        return " ".join(words) + self._bytes.one_of(ENDS) + call

    def _word(self) -> str:
        choice = self._bytes.below(16)
        if choice < 3:
            return self._bytes.one_of(NAMES) + self._bytes.one_of(("", "", "’s", "-Gromyko", self._call_or("")))
        if choice == 3:
            return f"construc{self._mark()}tion"
        if choice == 4:
            return self._bytes.character()
        return self._bytes.one_of(WORDS)

    def _call(self) -> str:
        """Mostly the next number, sometimes one that is missing, doubled or of another kind."""
        odd = self._bytes.below(20)
        if odd == 19:
            return self._bytes.one_of(("*", "†", "a", "0", "99", "¹"))
        self._notes += 0 if odd == 18 else 2 if odd == 17 else 1
        return str(max(1, self._notes))

    def _call_or(self, other: str) -> str:
        return self._call() if self._bytes.below(4) == 1 else other

    def _mark(self) -> str:
        odd = self._bytes.below(12)
        self._page += 0 if odd == 11 else 5 if odd == 10 else 1
        return f"[Page {'xiv' if odd == 9 else self._page}]"

    def _list(self) -> str:
        return "\n".join(self._bytes.one_of(ITEMS) + self._item() for _ in range(1 + self._bytes.below(4)))

    def _item(self) -> str:
        return "" if self._bytes.below(8) == 0 else self._sentence()

    def _particular(self) -> str:
        return self._bytes.one_of(PARTICULAR) + self._call_or("")

    def _table(self) -> str:
        width = 2 + self._bytes.below(3)
        rows = ("\t".join(self._bytes.one_of(WORDS) for _ in range(width)) for _ in range(1 + self._bytes.below(3)))
        return "\n".join(rows)

    def _odd(self) -> str:
        return "".join(self._bytes.character() for _ in range(1 + self._bytes.below(6)))

    def _note(self, number: int) -> str:
        odd = self._bytes.below(24)
        label = {23: "", 22: f"  {number + 1}. ", 21: "  * "}.get(odd, f"  {number}. ")
        more = f"\n    {self._sentence()}" if odd == 20 else ""
        return f"{label}{'Source: ' if number == 1 else ''}{self._sentence()}{more}\n"


def text(data: bytes) -> str:
    """The text that bytes stand for; any bytes do."""
    return Maker(data).text()
