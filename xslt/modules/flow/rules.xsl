<?xml version="1.0" encoding="UTF-8"?>
<!-- TEI to a flow: what word processors and Markdown know of a text. Elements of a line become runs, and what stands in
  a line together becomes a paragraph, however deeply TEI nests the two. docx and Markdown write the flow down.

    <p>a <hi rend="italic">b</hi><note n="1">c</note></p>
      becomes  <b:p style="p"><b:r>a </b:r><b:r look="i">b</b:r><b:note n="1"><b:p style="p"><b:r>c</b:r></b:p></b:note></b:p>

  Blocks: b:p (style, level, align, lang), b:list (kind), b:item, b:quote, b:table, b:tr (head), b:td (cols, rows), b:rule.
  In a line: b:r (look, style, lang, href), b:lb, b:pb (n), b:note (n), b:mark (id): a place that a link leads to.
  Words that are not those of the document are b:r with style="supplied".

  The modules are included, not imported: of two rules the priority decides, not the order of this list. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

  <xsl:include href="paragraphs.xsl"/>
  <xsl:include href="textstructure.xsl"/>
  <xsl:include href="core.xsl"/>
  <xsl:include href="lists.xsl"/>
  <xsl:include href="figures.xsl"/>
  <xsl:include href="linking.xsl"/>
  <xsl:include href="phrases.xsl"/>

</xsl:stylesheet>
