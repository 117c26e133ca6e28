<?xml version="1.0" encoding="UTF-8"?>
<!-- Page breaks: never the first or the last thing of a block, and break="no" inside a word. -->
<xsl:stylesheet version="3.0" expand-text="yes" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  xmlns="http://www.tei-c.org/ns/1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:tei-tools:functions" xmlns:m="urn:tei-tools:modes" xmlns:t="urn:tei-tools:templates" exclude-result-prefixes="#all">

  <!-- The block that a break must not open or close: one that holds text, and no blocks. -->
  <xsl:function name="f:block-of" as="element()?">
    <xsl:param name="break" as="element(pb)"/>
    <xsl:sequence select="$break/ancestor::*[self::p or self::head or self::salute or self::signed or self::dateline
      or self::l or self::trailer or self::item or self::label or self::note][1][empty((p, list, table, lg, quote))]"/>
  </xsl:function>

  <!-- -1 where the break opens its block, 1 where it closes it, 0 where it stands well. -->
  <xsl:function name="f:side" as="xs:integer">
    <xsl:param name="break" as="element(pb)"/>
    <xsl:variable name="block" as="element()?" select="f:block-of($break)"/>
    <xsl:variable name="words" as="node()*" select="$block//(text()[normalize-space()], gap, figure, ptr)"/>
    <xsl:sequence select="
        if (empty($block)) then 0
        else if (empty($words[. &lt;&lt; $break])) then -1
        else if (empty($words[. >> $break])) then 1
        else 0"/>
  </xsl:function>

  <!-- The breaks of a block that move to one side of it. -->
  <xsl:template name="t:moved" as="element(pb)*">
    <xsl:param name="side" as="xs:integer"/>
    <xsl:variable name="block" as="element()" select="."/>
    <xsl:for-each select=".//pb[f:block-of(.) is $block][f:side(.) = $side]">
      <xsl:sequence select="f:report(., 'import.page-moved', string(@n))"/>
      <xsl:call-template name="t:break"/>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="pb" mode="m:import" as="element(pb)?">
    <xsl:if test="f:side(.) = 0">
      <xsl:call-template name="t:break"/>
    </xsl:if>
  </xsl:template>

  <xsl:template name="t:break" as="element(pb)">
    <xsl:variable name="left" as="xs:string" select="string(preceding-sibling::node()[1][self::text()])"/>
    <xsl:variable name="right" as="xs:string" select="string(following-sibling::node()[1][self::text()])"/>
    <pb>
      <xsl:apply-templates select="@*" mode="m:import"/>
      <xsl:if test="f:side(.) = 0 and matches($left, '[\p{L}\p{N}]$') and matches($right, '^[\p{L}\p{N}]')">
        <xsl:attribute name="break" select="'no'"/>
      </xsl:if>
    </pb>
  </xsl:template>
</xsl:stylesheet>
