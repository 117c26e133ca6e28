<?xml version="1.0" encoding="UTF-8"?>
<!-- How anything gets into a Typst file. All words are written as string literals: in those nothing but \ and " has a
  meaning, so no word of a document can become markup.     He said "#x"   →   #"He said \"#x\""; -->
<xsl:stylesheet version="3.0" expand-text="yes" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:tei-tools:functions" xmlns:m="urn:tei-tools:modes" exclude-result-prefixes="#all">

  <!-- The paper: a4, a5, letter, 6x9in, or a size such as 150x230mm. -->
  <xsl:param name="paper" as="xs:string" select="'a4'"/>
  <!-- Old-style or lining figures. -->
  <xsl:param name="figures" as="xs:string" select="'old-style'"/>
  <!-- Whether each document begins a page. -->
  <xsl:param name="new-page" as="xs:boolean" select="false()"/>
  <!-- Whether the file becomes a book, with title pages, contents, index: yes, no, or auto (if it holds several documents). -->
  <xsl:param name="book" as="xs:string" select="'auto'"/>
  <!-- What the colophon says of the program, and of the files that the book was made of: a line each, name, tab, SHA-256. -->
  <xsl:param name="tool" as="xs:string" select="''"/>
  <xsl:param name="digests" as="xs:string" select="''"/>

  <!-- Whether the path of each block stands before it: asked only where Typst refuses the file. -->
  <xsl:param name="trace" as="xs:boolean" select="false()"/>

  <!-- a "b"  →  "a \"b\"" -->
  <xsl:function name="f:literal" as="xs:string">
    <xsl:param name="text" as="xs:string?"/>
    <xsl:sequence select="'&quot;' || replace($text, '([\\&quot;])', '\\$1') => translate('&#9;&#10;&#13;', '   ') || '&quot;'"/>
  </xsl:function>

  <!-- A run of text. Blanks at its edges become markup, because Typst drops those where a block begins or ends. -->
  <xsl:function name="f:text" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:variable name="words" as="xs:string" select="normalize-space($text)"/>
    <xsl:sequence select="
        if ($words = '') then substring(' ', 1, string-length($text))
        else ' '[matches($text, '^[ \t\n\r]')] || '#' || f:literal($words) || ';' || ' '[matches($text, '[ \t\n\r]$')]"/>
  </xsl:function>

  <!-- 'en-US' → 'lang: "en", region: "US"'; empty where Typst knows no such tag. -->
  <xsl:function name="f:typst-language" as="xs:string?">
    <xsl:param name="tag" as="xs:string?"/>
    <xsl:variable name="parts" as="xs:string*" select="tokenize($tag, '-')"/>
    <xsl:variable name="region" as="xs:string?" select="$parts[position() gt 1][matches(., '^[A-Za-z]{2}$')][1]"/>
    <xsl:sequence select="
        ('lang: ' || f:literal(lower-case($parts[1])) || ', region: '[exists($region)] || $region ! f:literal(upper-case(.)))
        [matches($parts[1], '^[A-Za-z]{2,3}$')]"/>
  </xsl:function>

  <xsl:function name="f:rend" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:param name="values" as="xs:string+"/>
    <xsl:sequence select="tokenize($element/@rend) = $values"/>
  </xsl:function>

  <!-- Does it hold blocks of its own, notes aside? Typst sets no block inside a paragraph. -->
  <xsl:function name="f:holds-blocks" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
        some $block in $element//(list | table | figure | p | lg | quote[p | lg])
        satisfies count($block/ancestor::note) = count($element/ancestor-or-self::note)"/>
  </xsl:function>

</xsl:stylesheet>
