"""What can stand in the column `decision`."""

from __future__ import annotations

import pytest

from tei_tools.decisions.verdict import Verdict, verdict


@pytest.mark.parametrize(
    ("kind", "decision", "proposal", "expected"),
    [
        ("persName", "", "p_A1", None),
        ("persName", "accept", "p_A1", Verdict(True, {"ref": "p_A1"})),
        ("persName", "Accepted", "merge into p_A1", Verdict(True, {"ref": "p_A1"})),
        ("persName", "yes", "", Verdict(True)),
        ("persName", "#p_A1", "p_B1", Verdict(True, {"ref": "p_A1"})),
        ("persName", "merge p_A1", "", Verdict(True, {"ref": "p_A1"})),
        ("persName", "not a person", "", Verdict(False)),
        ("persName", "accept", "no", Verdict(False)),
        ("persName", "Isakov, Viktor, Counselor", "", Verdict(True, {}, "Isakov, Viktor, Counselor")),
        ("persName", "p_IV7 Isakov, Viktor", "", Verdict(True, {"ref": "p_IV7"}, "Isakov, Viktor", "p_IV7")),
        ("persName", "Ngo Dinh Diem, President", "", Verdict(True, {}, "Ngo Dinh Diem, President")),
        ("note", "no", "", Verdict(False)),
        ("note", "is not a note call", "", Verdict(False)),
        ("note", "2", "", Verdict(True, {"n": "2"})),
        ("note", "accept", "n=2", Verdict(True, {"n": "2"})),
        ("note", "†", "", Verdict(True, {"n": "†"})),
        ("date", "1984-02-14", "", Verdict(True, {"when": "1984-02-14"})),
        ("date", "February 14, 1984", "", Verdict(True, {"when": "1984-02-14"})),
        ("date", 'from="1984-02" to="1984-03"', "", Verdict(True, {"from": "1984-02", "to": "1984-03"})),
        ("date", "notBefore=1984-02-14T18:30", "", Verdict(True, {"notBefore": "1984-02-14T18:30"})),
        ("ref", "d175", "", Verdict(True, {"target": "#d175"})),
        ("ref", "frus1961-63v12#d276", "", Verdict(True, {"target": "frus1961-63v12#d276"})),
        ("ref", "https://example.org/x?a=b", "", Verdict(True, {"target": "https://example.org/x?a=b"})),
        ("sic", "altogether", "", Verdict(True, {"corr": "altogether"})),
        ("sic", "a=b", "", Verdict(True, {"corr": "a=b"})),
        ("sic", "“no”", "", Verdict(True, {"corr": "no"})),
        ("sic", "no", "", Verdict(False)),
        ("block", "signed", "", Verdict(True, {"element": "signed"})),
        ("block", "P rend=heading", "", Verdict(True, {"element": "p", "rend": "heading"})),
    ],
)
def test_verdicts(kind: str, decision: str, proposal: str, expected: Verdict | None) -> None:
    assert verdict(kind, decision, proposal, "d.csv:2") == expected
