"""All mutants, the same for the same seed."""

from __future__ import annotations

import random
from collections.abc import Sequence
from functools import cache

from tests.mutants import of_attributes, of_elements, of_rules, of_text
from tests.mutants.mutant import Mutant

SEED = 310


@cache
def mutants(seed: int = SEED) -> Sequence[Mutant]:
    """Each document once: breakers may meet in one."""
    made = [mutant for source in (of_elements, of_attributes, of_text, of_rules) for mutant in source.mutants(seed)]
    return list({mutant.data: mutant for mutant in reversed(made)}.values())[::-1]


def some(number: int, seed: int = SEED) -> list[Mutant]:
    return random.Random(seed).sample(mutants(seed), number)
