"""TEI to Typst: every element has a rule, no word of a text becomes markup, no link leads nowhere."""

from __future__ import annotations

import re
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from tei_tools.errors import TransformError
from tei_tools.publish.pdf import pdf
from tei_tools.resources import resource
from tei_tools.transform.typst import typst

CASES = Path(__file__).parents[1] / "cases" / "tei"
RNG = "{http://relaxng.org/ns/structure/1.0}"
LITERAL = re.compile(r'"(?:[^"\\]|\\.)*"', re.DOTALL)
LENGTHS = re.compile(r"#tabular\(\(\((\d+), (\d+)\), \)|, keep: \d+")
"""Widths of columns, and how much a head keeps with it: numbers that depend on the words."""

HOSTILE = [
    *("#let x = 1", "$a^2$", "*b*", "_c_", "[d", "e]", "<f>", "@g", "\\h", "`i`", '"j"', "'k'", "// l", "/* m", "~n"),
    *("-", "--", "---", "+ o", "= p", "/ q: r", "1. s", "http://t.example/u", 'v";#panic("w")', "\\u{41}", "{", "}"),
    *('\\"', "\\", "x\u2028y", "x\u200by", "x\u00ady", "...", '#import "/edition.typ"'),
]


def tei(content: str, *, head: str = "1. Head", wrap: str = '<div type="document" n="1" xml:id="d1">') -> str:
    return (
        '<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="en"><teiHeader><fileDesc><titleStmt><title>Title</title>'
        "</titleStmt><publicationStmt><authority>A</authority></publicationStmt><sourceDesc><p>S</p></sourceDesc>"
        f"</fileDesc></teiHeader><text><body>{wrap}<head>{head}</head>{content}</div></body></text></TEI>"
    )


def markup(content: str, **how: str) -> str:
    """What is made of the content, without the preamble."""
    return typst(tei(content, **how)).text.split("\n", 3)[3]


def words(text: str) -> str:
    """The words of the markup: its string literals in content position."""
    return " ".join(" ".join(re.findall(r'#("(?:[^"\\]|\\.)*");', text)).replace('"', "").split())


def everywhere(text: str) -> str:
    """The text in every kind of place that takes one, as Typst."""
    safe, value = escape(text), quoteattr(text)
    content = (
        f"<p>{safe}</p><p>a {safe}<note n={value}>{safe}</note></p><p>b<pb n={value}/>{safe}</p>"
        f"<list><head>{safe}</head><item>{safe}</item></list><table><row><cell>{safe}</cell></row></table>"
        f"<p><ref target={quoteattr('https://a.example/' + text)}>{safe}</ref></p>"
    )
    return typst(tei(content, head=f"1. {safe}")).text


def structure(made: str) -> str:
    """The markup without its words."""
    return LENGTHS.sub("", LITERAL.sub('""', made))


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_becomes_markup(text: str) -> None:
    made = everywhere(text)
    assert structure(made) == structure(everywhere("word"))
    assert made.count(text.replace("\\", "\\\\").replace('"', '\\"')) >= 12


SIGNS = "#$*_[]<>@\\`\"'/~-+=:;{}()^&%!|.,0 a\n\t\u00a0\u2028\u200b\u202e\ufeff\u0301中ع"
TEXTS = st.text(
    st.sampled_from(SIGNS) | st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn"]), max_size=40
)


@given(TEXTS.map(lambda text: f"a{text}z"))
@settings(max_examples=150, deadline=None)
def test_no_string_at_all_becomes_markup(text: str) -> None:
    assert structure(everywhere(text)) == structure(everywhere("word"))


@given(st.lists(TEXTS, min_size=1, max_size=4).map(lambda texts: "a" + " ".join(texts) + "z"))
@settings(max_examples=25, deadline=None)
def test_every_string_can_be_set(text: str) -> None:
    made = pdf(everywhere(text), place="x")
    assert {d.code for d in made.diagnostics} <= {"publish.missing-glyph"}


def test_a_link_has_something_to_see() -> None:
    assert "#to-url" not in markup('<p><ref target="https://a.example/">\u00ad</ref></p>')


def test_a_literal_escapes_only_what_ends_it() -> None:
    assert markup(r'<p>He said "no\yes" #x</p>').splitlines()[-1] == r'#p[#"He said \"no\\yes\" #x";];'


def test_blanks_at_edges_are_left_to_typst() -> None:
    assert markup("<p>\n  a <hi rend='italic'>b</hi>\n  c </p>").splitlines()[-1] == '#p[ #"a"; #emph[#"b";]; #"c"; ];'


def test_the_number_of_the_head_is_set_apart() -> None:
    made = markup("<p>x</p>", head="1. Letter From A<note n='1'>Source.</note>")
    assert made.startswith('#head(1, "1. Letter From A", number: "1.")[#"Letter From A";#note("1")[#"Source.";];];')


def test_page_breaks_leave_the_word_whole() -> None:
    assert '#"construc";#pb("623");#"tive steps";' in markup('<p>construc<pb n="623" break="no"/>tive steps</p>')
    assert '#pb-between("7", indent: 1.3);' in markup('<p>a</p><pb n="7"/><p>b</p>')
    made = markup('<list><item>a</item><pb n="8"/><item>b</item></list>')
    assert '[#"a";], [#pb-between("8");\n#"b";]' in made


@pytest.mark.parametrize(
    ("target", "call"),
    [
        ("https://example.org/d2", '#to-url("https://example.org/d2")['),
        ("#d1fn1", '#to-id("d1fn1")['),
        ("#d99", None),
        ("d2.xml", None),
        ("javascript:alert(1)", None),
    ],
)
def test_links_lead_somewhere(target: str, call: str | None) -> None:
    made = markup(f'<p>a<note n="1" xml:id="d1fn1">b</note></p><p><ref target="{target}">see</ref></p>')
    assert (call in made) if call else ("#to-" not in made)
    assert ('#anchor("d1fn1");' in made) == (target == "#d1fn1")


def test_every_local_link_of_the_cases_has_its_label() -> None:
    for case in sorted(CASES.glob("typst-*.xml")):
        made = typst(case.read_text("utf-8")).text
        assert set(re.findall(r'#to-id\("(.*?)"', made)) <= set(re.findall(r'#anchor\("(.*?)"', made)), case.name


def test_terms_of_a_memorandum() -> None:
    made = markup('<list type="subject"><head>SUBJECT</head><item>Arms</item></list>')
    assert made.splitlines()[-1] == '#term-list([#"SUBJECT";], [#flush[#"Arms";];], );'
    assert "supplied: true" in markup('<list type="subject"><item>Arms</item></list>')


def test_a_table_knows_its_heads_and_figures() -> None:
    made = markup(
        "<table><row role='label'><cell>Month</cell><cell>Tons</cell></row>"
        "<row><cell>May</cell><cell>1,200</cell></row>"
        "<row><cell>June</cell></row></table>"
    )
    assert made.splitlines()[-1] == (
        '#tabular(((5, 5), (5, 5), ), rows: 3, heads: 1, header: (table.cell(x: 0, y: 0)[#emph[#"Month";];], '
        "table.cell(x: 1, y: 0, align: right)"
        '[#emph[#"Tons";];], ), table.cell(x: 0, y: 1)[#"May";], table.cell(x: 1, y: 1, align: right)[#"1,200";], '
        'table.cell(x: 0, y: 2)[#"June";], );'
    )


def test_spans_end_where_another_cell_stands() -> None:
    made = markup(
        "<table><row role='label'><cell rows='3'>a</cell><cell>b</cell></row>"
        "<row><cell>c</cell><cell rows='2'>d</cell></row><row><cell cols='2'>e</cell><cell>f</cell></row></table>"
    )
    places = re.findall(r'cell\(x: (\d), y: (\d)(?:, (\w+): (\d))?\)\[(?:#emph\[)?#"(.)"', made)
    assert places == [
        ("0", "0", "", "", "a"), ("1", "0", "", "", "b"), ("0", "1", "", "", "c"),
        ("1", "1", "rowspan", "2", "d"), ("0", "2", "", "", "e"), ("2", "2", "", "", "f"),
    ]  # fmt: skip


def test_a_gap_is_shown_where_no_words_say_so() -> None:
    gap = '<gap reason="declassified" unit="line" quantity="3"/>'
    assert words(markup(f"<p>a {gap}[3 lines not declassified] b</p>")).endswith("a [3 lines not declassified] b")
    assert words(markup(f"<p>a {gap} b</p>")).endswith("a […] b")


def test_facts_do_not_repeat_the_dateline() -> None:
    sent = (
        '<profileDesc><correspDesc><correspAction type="sent"><persName>A</persName>'
        '<date when="1984-02-14" cert="medium"/>'
        "</correspAction></correspDesc></profileDesc></teiHeader>"
    )
    bare, dated = tei("<p>x</p>"), tei('<p rend="dateline">Rome</p>')
    assert '#facts([#"[February 14, 1984]";], fact(' in typst(bare.replace("</teiHeader>", sent)).text
    assert "#facts(fact(" in typst(dated.replace("</teiHeader>", sent)).text


def test_an_unknown_element_stops_the_transformation() -> None:
    with pytest.raises(TransformError):
        typst(tei("<p><unheard/></p>"))


def test_every_mode_is_declared_and_refuses_what_has_no_rule() -> None:
    xsl = "{http://www.w3.org/1999/XSL/Transform}"
    modules = [etree.parse(path).getroot() for path in sorted(resource("xslt", "modules/typst").glob("*.xsl"))]
    declared = {mode.get("name", ""): mode for module in modules for mode in module.iter(f"{xsl}mode")}
    rules = [rule for module in modules for rule in module.iter(f"{xsl}template", f"{xsl}apply-templates")]
    used = {rule.get("mode", "") for rule in rules if rule.get("name") is None}
    assert used <= set(declared)
    for mode in declared.values():
        assert (mode.get("on-no-match"), mode.get("on-multiple-match")) == ("fail", "fail")


# ---- every element that the grammar allows in a text has a rule

INSIDE = {
    "body": "", "text": "", "div": "", "front": "", "back": "",
    "list": "<list><item>word</item></list>",
    "table": "<table><row><cell>word</cell></row></table>",
    "row": "<table><row><cell>word</cell></row></table>",
    "cell": "<table><row><cell>word</cell></row></table>",
    "item": "<list><item>word</item></list>",
    "label": "<list><label>word</label><item>x</item></list>",
    "head": "<list><head>word</head><item>x</item></list>",
    "pb": '<p>word<pb n="1"/>x</p>',
    "figDesc": "<figure><figDesc>word</figDesc></figure>",
    "graphic": '<figure><graphic url="a.png"/><figDesc>word</figDesc></figure>',
    "note": '<p>x<note n="1">word</note></p>',
}  # fmt: skip
WORDLESS = {"anchor", "cb", "milestone", "lb", "gap", "ptr"}


def elements_of_text() -> list[str]:
    """The elements that the grammar reaches from `text`."""
    grammar = etree.parse(resource("schemas", "tei_tools.rng")).getroot()
    defined = {define.get("name"): define for define in grammar.iter(f"{RNG}define")}
    names, seen = set(), set()
    start = next(e for e in grammar.iter(f"{RNG}element") if e.get("name") == "text")
    queue = [start]
    while queue:
        node = queue.pop()
        names.update(e.get("name") for e in node.iter(f"{RNG}element"))
        for ref in node.iter(f"{RNG}ref"):
            if ref.get("name") not in seen:
                seen.add(ref.get("name"))
                queue.append(defined[ref.get("name")])
    return sorted(name for name in names if name)


@pytest.mark.skipif(
    not resource("schemas", "tei_tools.rng").exists(), reason="the grammar is not derived yet: make schemas"
)
def test_every_element_of_the_grammar_has_a_rule() -> None:
    names = elements_of_text()
    assert len(names) > 60
    for name in names:
        if name in WORDLESS:
            typst(tei(f'<p>a<{name} unit="x" reason="y" target="https://a.example/"/>b</p>'))
            continue
        content = INSIDE.get(name, f"<{name}>word</{name}>") or "<p>word</p>"
        assert "word" in words(markup(content)), name
        if name not in INSIDE:
            assert "word" in words(markup(f"<p>x <{name}>word</{name}></p>")), name


def test_what_opens_a_text_is_kept_with_its_head() -> None:
    opener = "<opener><dateline>Paris, May 1</dateline></opener><list type='subject'><item>Arms</item></list>"
    assert re.search(r"#head\(1, \"Head\"[^\[]*, keep: 6\)\[", typst(tei(f"{opener}<p>x</p>", head="Head")).text)
    assert "keep:" not in typst(tei("<p>x</p>", head="Head")).text


def test_a_bold_line_heads_what_follows() -> None:
    made = markup("<p>a</p><p><hi rend='strong'>[Enclosure]</hi></p><p>b</p><p><hi rend='strong'>Bold</hi> words</p>")
    assert '#label-line[#strong[#"[Enclosure]";];];' in made
    assert made.count("label-line") == 1
