<?xml version="1.0" encoding="UTF-8"?>
<!-- How words get into Markdown, so that none of them becomes markup.     *a_b* [1]   →   \*a\_b\* \[1\] -->
<xsl:stylesheet version="3.0" expand-text="yes" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:tei-tools:functions" exclude-result-prefixes="#all">

  <!-- The signs that mean something anywhere: those of CommonMark, and of what is written with it (notes, tables, formulas,
    citations). An exclamation mark means something before a bracket, which the next run may have. -->
  <xsl:function name="f:escaped" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:variable name="signs" as="xs:string" select="replace($text, '([\\`*_\[\]&lt;>~\^|$@{{}}#])', '\\$1')"/>
    <xsl:variable name="marks" as="xs:string" select="replace($signs, '!(\\\[|$)', '\\!$1') => replace('&amp;([#A-Za-z])', '\\&amp;$1')"/>
    <xsl:sequence select="if (matches($marks, '[\p{Z}-[ ]]')) then f:blanks($marks) else $marks"/>
  </xsl:function>

  <!-- Blanks that are none of ours are written as numbers: those at an edge would be lost. -->
  <xsl:function name="f:blanks" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:variable name="parts" as="xs:string*">
      <xsl:analyze-string select="$text" regex="[\p{{Z}}-[ ]]">
        <xsl:matching-substring>&amp;#{string-to-codepoints(.)};</xsl:matching-substring>
        <xsl:non-matching-substring>{.}</xsl:non-matching-substring>
      </xsl:analyze-string>
    </xsl:variable>
    <xsl:sequence select="string-join($parts)"/>
  </xsl:function>

  <!-- Lines, none of which begins like a list, a heading, a rule. 178. Message → 178\. Message -->
  <xsl:function name="f:started" as="xs:string">
    <xsl:param name="lines" as="xs:string"/>
    <xsl:sequence select="
        $lines => replace('^([-+=:%])', '\\$1', 'm')
        => replace('^(\(?)([0-9]+|[A-Za-z]|[ivxlcdmIVXLCDM]+)([.)])', '$1$2\\$3', 'm')"/>
  </xsl:function>

</xsl:stylesheet>
