<?xml version="1.0" encoding="UTF-8"?>
<!-- Lists: bullets, labels, the terms at the top of a memorandum. What stands between items goes into the next one. -->
<xsl:stylesheet version="3.0" expand-text="yes" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:b="urn:tei-tools:flow"
    xmlns:f="urn:tei-tools:functions" xmlns:m="urn:tei-tools:modes" exclude-result-prefixes="#all">

  <xsl:template match="list" mode="m:flow">
    <xsl:call-template name="blocks">
      <xsl:with-param name="style" select="'subhead'"/>
      <xsl:with-param name="nodes" select="head"/>
    </xsl:call-template>
    <b:list kind="{f:kind(.)}">
      <xsl:for-each-group select="* except head"
          group-starting-with="*[preceding-sibling::*[1][self::item]][self::item or following-sibling::item]">
        <xsl:variable name="label" as="element(label)*" select="current-group()[self::label]"/>
        <b:item>
          <xsl:if test="$label">
            <b:label>
              <xsl:variable name="words" as="element()*">
                <xsl:apply-templates select="$label" mode="m:flow"/>
              </xsl:variable>
              <xsl:sequence select="f:settled($words)"/>
            </b:label>
          </xsl:if>
          <xsl:for-each select="..">
            <xsl:call-template name="blocks">
              <xsl:with-param name="style" select="'item'"/>
              <xsl:with-param name="nodes" select="current-group() except $label"/>
            </xsl:call-template>
          </xsl:for-each>
        </b:item>
      </xsl:for-each-group>
    </b:list>
  </xsl:template>

  <xsl:function name="f:kind" as="xs:string">
    <xsl:param name="list" as="element(list)"/>
    <xsl:sequence select="
        if ($list/label) then 'labelled'
        else if ($list/@type = ('subject', 'participants', 'to', 'from', 'references', 'memo') or f:rend($list, 'plain')) then 'plain'
        else 'bullet'"/>
  </xsl:function>

  <xsl:template match="item | label" mode="m:flow">
    <xsl:sequence select="f:place(.)"/>
    <xsl:apply-templates mode="m:flow"/>
    <xsl:if test="self::label">
      <b:r>{' '}</b:r>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
