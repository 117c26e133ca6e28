<?xml version="1.0" encoding="UTF-8"?>
<!-- References, and the places that they lead to. A link to a missing label would stop Typst, so there is none. -->
<xsl:stylesheet version="3.0" expand-text="yes" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:tei-tools:functions" xmlns:m="urn:tei-tools:modes" exclude-result-prefixes="#all">

  <!-- The elements that something in this document points at. -->
  <xsl:key name="pointer" match="text//(ref | ptr)" use="f:id(@target)"/>

  <xsl:function name="f:anchor" as="text()?">
    <xsl:param name="element" as="element()"/>
    <xsl:if test="$element/@xml:id and key('pointer', string($element/@xml:id), root($element))">
      <xsl:value-of select="'#anchor(' || f:literal($element/@xml:id) || ');'"/>
    </xsl:if>
  </xsl:function>

  <!-- Items, labels, rows and cells are arguments: theirs stand inside them, by their own rules. -->
  <xsl:template match="text//*[@xml:id][not(self::item or self::label or self::row or self::cell or self::head)]" mode="m:typst" priority="20">
    <xsl:sequence select="f:anchor(.)"/>
    <xsl:next-match/>
  </xsl:template>

  <!-- What a pointer means to Typst: to-url("https://…"), to-id("d310fn2"), or nothing. -->
  <xsl:function name="f:link" as="xs:string?">
    <xsl:param name="pointer" as="element()"/>
    <xsl:variable name="target" as="xs:string?" select="tokenize($pointer/@target)[1]"/>
    <xsl:variable name="place" as="element()*" select="
        key('by-id', f:id($target), root($pointer))[ancestor::text][not(self::row or self::head or self::div[not(node())])]"/>
    <xsl:sequence select="
        if (matches($target, '^(https?:|mailto:)', 'i')) then 'to-url(' || f:literal($target) || ')'
        else ('to-id(' || f:literal(f:id($target)) || ')')[exists($place)]"/>
  </xsl:function>

  <!-- A link around nothing that can be seen stops Typst. -->
  <xsl:function name="f:visible" as="xs:boolean">
    <xsl:param name="words" as="item()?"/>
    <xsl:sequence select="matches($words, '[^\p{C}\p{Z}\s]')"/>
  </xsl:function>

  <xsl:template match="ref" mode="m:typst">
    <xsl:variable name="link" as="xs:string?" select="f:link(.)[f:visible(current())][not(f:holds-blocks(current()))]"/>
    <xsl:text>{$link ! ('#' || . || '[')}</xsl:text>
    <xsl:apply-templates mode="m:typst"/>
    <xsl:text>{$link ! '];'}</xsl:text>
  </xsl:template>

  <xsl:template match="ptr" mode="m:typst">
    <xsl:variable name="words" as="xs:string" select="f:text(string(@target))"/>
    <xsl:text>{(f:link(.) ! ('#' || . || '[' || $words || '];'), $words)[1]}</xsl:text>
  </xsl:template>

  <xsl:template match="anchor" mode="m:typst"/>

</xsl:stylesheet>
