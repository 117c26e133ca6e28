"""What waits comes back in its order."""

from __future__ import annotations

from io import BytesIO

from tei_tools.spool import Spool


def test_things_come_back_in_order() -> None:
    spool: Spool[list[int]] = Spool(BytesIO())
    things = [[number, number + 1] for number in range(50)]
    for thing in things:
        spool.put(thing)
    assert list(spool) == things


def test_nothing_waits() -> None:
    assert list(Spool[int](BytesIO())) == []
