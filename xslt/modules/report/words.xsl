<?xml version="1.0" encoding="UTF-8"?>
<!-- What every part of the report asks for: its words, numbers and their plural, the anchors of its parts. -->
<xsl:stylesheet version="3.0" expand-text="yes" xpath-default-namespace="urn:tei-tools:report"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:w="urn:tei-tools:locale"
  xmlns:f="urn:tei-tools:functions" exclude-result-prefixes="#all">

  <!-- The words (xslt/report/en.xml) and the style sheet, which becomes a part of the page. -->
  <xsl:param name="locale" as="document-node()"/>
  <xsl:param name="css" as="xs:string" select="''"/>

  <xsl:variable name="words" as="map(xs:string, xs:string)" select="map:merge($locale/*/w:s ! map { string(@key): string() })"/>

  <!-- Severities, the gravest first; and what is counted in a document. -->
  <xsl:variable name="severities" as="xs:string+" select="'error', 'warning', 'info'"/>
  <xsl:variable name="counted" as="xs:string+" select="'pages', 'notes', 'names', 'words'"/>

  <!-- say('doubts') → 'Doubts'. A key that has no words stops the run. -->
  <xsl:function name="f:say" as="xs:string">
    <xsl:param name="key" as="xs:string"/>
    <xsl:sequence select="if (map:contains($words, $key)) then $words($key) else error((), 'no words for ' || $key)"/>
  </xsl:function>

  <!-- many(1200, 'document') → '1,200 documents': the words of a key are 'singular|plural'. -->
  <xsl:function name="f:many" as="xs:string">
    <xsl:param name="number" as="xs:integer"/>
    <xsl:param name="key" as="xs:string"/>
    <xsl:sequence select="f:number($number) || ' ' || tokenize(f:say($key), '\|')[if ($number eq 1) then 1 else 2]"/>
  </xsl:function>

  <xsl:function name="f:number" as="xs:string">
    <xsl:param name="number" as="xs:integer"/>
    <xsl:sequence select="format-number($number, '#,##0')"/>
  </xsl:function>

  <!-- seconds(0.01234) → '0.012' -->
  <xsl:function name="f:seconds" as="xs:string">
    <xsl:param name="seconds" as="xs:double"/>
    <xsl:sequence select="format-number($seconds, if ($seconds lt 1) then '0.000' else if ($seconds lt 10) then '0.00' else '#,##0.0')"/>
  </xsl:function>

  <!-- The anchor of a kind of doubts: 'kind-link.person-unknown'. -->
  <xsl:function name="f:kind" as="xs:string">
    <xsl:param name="code" as="xs:string"/>
    <xsl:sequence select="'kind-' || $code"/>
  </xsl:function>

</xsl:stylesheet>
