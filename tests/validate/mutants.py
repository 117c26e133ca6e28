"""Documents broken at random: nobody knows whether they are valid, they are there to make two engines disagree.

Those that know what is wrong with them are in `tests/mutants`.
"""

from __future__ import annotations

import copy
import random

from lxml import etree

from tests.mutants.mutant import VALID

CASES = VALID


def shuffled(documents: list[bytes], number: int, seed: int = 178) -> list[bytes]:
    """`number` documents with an element moved, renamed, doubled or taken away, or an attribute moved."""
    chance = random.Random(seed)
    results = []
    for index in range(number):
        root = etree.fromstring(documents[index % len(documents)])
        below = [element for element in root.iter(etree.Element) if element is not root]
        one, other = chance.choice(below), chance.choice(below)
        match chance.randrange(5):
            case 0:
                one.tag = other.tag
            case 1 if one not in other.iterancestors() and one is not other:
                other.addprevious(one)
            case 2:
                one.addnext(copy.deepcopy(one))
            case 3:
                one.getparent().remove(one)
            case _:
                one.attrib.update(other.attrib)
        results.append(etree.tostring(root, encoding="utf-8"))
    return results
