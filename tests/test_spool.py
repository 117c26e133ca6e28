"""What waits comes back in its order, in batches that are small in number and in size."""

from __future__ import annotations

from io import BytesIO

from tei_tools.spool import LARGEST, MOST, Spool


def test_things_come_back_in_order_and_in_batches() -> None:
    spool: Spool[int] = Spool(BytesIO())
    for number in range(2 * MOST + 3):
        spool.put(number, 1)
    batches = list(spool.batches())
    assert [number for batch in batches for number in batch] == list(range(2 * MOST + 3))
    assert [len(batch) for batch in batches] == [MOST, MOST, 3]


def test_a_large_thing_closes_its_batch() -> None:
    spool: Spool[str] = Spool(BytesIO())
    for name, size in (("small", 1), ("large", LARGEST), ("half", LARGEST // 2), ("other half", LARGEST // 2 + 1)):
        spool.put(name, size)
    assert list(spool.batches()) == [["small", "large"], ["half", "other half"]]


def test_nothing_is_no_batch() -> None:
    assert list(Spool[int](BytesIO()).batches()) == []
