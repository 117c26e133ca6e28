"""What a list without heading is: only a bulleted one can be the subject or the participants."""

from __future__ import annotations

from lxml import etree

from tei_tools.api import convert

# FRUS 1969–76 volume XII, document 70, scraped: SUBJECT is lost, and so is the blank line between two sentences.
TEXT = """70. Memorandum From Secretary of State Rogers to President Nixon1


  • Tripartite Initiative with the USSR on Berlin


The initiative with the Soviets has not yet been taken. The French and apparently now the British concur in it.
I recommend that you approve instructions to our Embassy in Bonn to seek quadripartite agreement on the following.

(a) We have noted the remarks.

  1. Source: National Archives.
"""


def test_lines_without_bullets_are_no_participants() -> None:
    tei = convert(TEXT.encode(), edition="frus1969-76v12").tei
    assert tei is not None
    lists = etree.fromstring(tei).findall(".//{*}body//{*}list")
    assert [found.get("type") for found in lists if found.get("rend") != "plain"] == ["subject"]
    assert all(found.get("type") is None for found in lists if found.get("rend") == "plain")
