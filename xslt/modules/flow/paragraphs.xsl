<?xml version="1.0" encoding="UTF-8"?>
<!-- How runs become paragraphs, and what happens to blanks. -->
<xsl:stylesheet version="3.0" expand-text="yes" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:b="urn:tei-tools:flow"
    xmlns:f="urn:tei-tools:functions" xmlns:m="urn:tei-tools:modes" exclude-result-prefixes="#all">

  <xsl:strip-space elements="TEI text front body back div opener closer postscript list table row lg figure titlePage docTitle
      choice subst address cit listBibl"/>

  <xsl:mode name="m:flow" on-no-match="fail" on-multiple-match="fail"/>

  <!-- The blocks of an element: stretches of runs become paragraphs of the style, blocks stay. -->
  <xsl:template name="blocks" as="element()*">
    <xsl:param name="style" as="xs:string" select="'p'"/>
    <xsl:param name="nodes" as="node()*" select="node()"/>
    <xsl:param name="settings" as="attribute()*"/>
    <xsl:variable name="lang" as="attribute()?" select="(ancestor-or-self::*[@xml:lang])[last()][not(self::TEI or self::teiCorpus)]/@xml:lang"/>
    <xsl:variable name="content" as="element()*">
      <xsl:sequence select="f:place(.)"/>
      <xsl:apply-templates select="$nodes" mode="m:flow"/>
    </xsl:variable>
    <xsl:for-each-group select="$content" group-adjacent="f:is-block(.)">
      <xsl:choose>
        <xsl:when test="current-grouping-key()">
          <xsl:sequence select="current-group()"/>
        </xsl:when>
        <xsl:when test="current-group()[self::b:pb or self::b:note or self::b:r[normalize-space()]]">
          <b:p style="{$style}">
            <xsl:sequence select="$settings"/>
            <xsl:if test="$lang">
              <xsl:attribute name="lang" select="$lang"/>
            </xsl:if>
            <xsl:sequence select="f:settled(current-group())"/>
          </b:p>
        </xsl:when>
      </xsl:choose>
    </xsl:for-each-group>
  </xsl:template>

  <xsl:function name="f:is-block" as="xs:boolean">
    <xsl:param name="part" as="element()"/>
    <xsl:sequence select="exists($part/(self::b:p | self::b:list | self::b:quote | self::b:table | self::b:rule))"/>
  </xsl:function>

  <!-- Several blanks are one, those at the edges of a line are none; a blank stands at the beginning of a run, not at
    its end:  «a » «b»  becomes  «a» « b». Before a run that has a look or is a name it stands alone. -->
  <xsl:function name="f:settled" as="element()*">
    <xsl:param name="parts" as="element()*"/>
    <xsl:iterate select="$parts">
      <xsl:param name="fresh" as="xs:boolean" select="true()"/>
      <xsl:param name="blank" as="xs:boolean" select="false()"/>
      <xsl:param name="breaks" as="element()*"/>
      <xsl:variable name="words" as="xs:string" select="normalize-space(self::b:r)"/>
      <xsl:variable name="leading" as="xs:boolean" select="not($fresh) and ($blank or matches(self::b:r, '^[ \t\n\r]'))"/>
      <xsl:if test="not(self::b:lb or self::b:r[not($words)])">
        <xsl:sequence select="$breaks"/>
        <xsl:if test="$leading and not(self::b:r[not(@*)])">
          <b:r>{' '}</b:r>
        </xsl:if>
        <xsl:if test="not(self::b:r)">
          <xsl:sequence select="."/>
        </xsl:if>
        <xsl:for-each select="self::b:r">
          <b:r>
            <xsl:copy-of select="@*"/>
            <xsl:value-of select="' '[$leading][not(current()/@*)] || $words"/>
          </b:r>
        </xsl:for-each>
      </xsl:if>
      <xsl:next-iteration>
        <xsl:with-param name="fresh" select="self::b:lb or $fresh and (self::b:mark or self::b:r[not($words)])"/>
        <xsl:with-param name="blank" select="
            if (self::b:lb) then false()
            else if (self::b:r[not($words)]) then $blank or string(.) ne ''
            else if (self::b:r) then matches(., '[ \t\n\r]$')
            else false()"/>
        <xsl:with-param name="breaks" select="
            if (self::b:lb) then ($breaks, .[not($fresh) or $breaks]) else if (self::b:r[not($words)]) then $breaks else ()"/>
      </xsl:next-iteration>
    </xsl:iterate>
  </xsl:function>

  <!-- Words in a line, as the elements around them say. -->
  <xsl:template match="text()" mode="m:flow" as="element(b:r)">
    <xsl:param name="look" as="xs:string*" tunnel="yes"/>
    <xsl:param name="phrase" as="xs:string?" tunnel="yes"/>
    <xsl:param name="lang" as="xs:string?" tunnel="yes"/>
    <xsl:param name="href" as="xs:string?" tunnel="yes"/>
    <b:r>
      <xsl:if test="exists($look)">
        <xsl:attribute name="look" select="sort(distinct-values($look))"/>
      </xsl:if>
      <xsl:sequence select="f:attribute('style', $phrase), f:attribute('lang', $lang), f:attribute('href', $href)"/>
      <xsl:value-of select="."/>
    </b:r>
  </xsl:template>

  <xsl:function name="f:attribute" as="attribute()?">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="value" as="xs:string?"/>
    <xsl:if test="$value">
      <xsl:attribute name="{$name}" select="$value"/>
    </xsl:if>
  </xsl:function>

  <!-- Words that are not the document's. -->
  <xsl:function name="f:supplied" as="element(b:r)">
    <xsl:param name="words" as="xs:string"/>
    <b:r style="supplied">{$words}</b:r>
  </xsl:function>

  <xsl:template match="comment() | processing-instruction()" mode="m:flow"/>

  <xsl:function name="f:rend" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:param name="values" as="xs:string+"/>
    <xsl:sequence select="tokenize($element/@rend) = $values"/>
  </xsl:function>

</xsl:stylesheet>
