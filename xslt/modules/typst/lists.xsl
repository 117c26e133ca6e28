<?xml version="1.0" encoding="UTF-8"?>
<!-- Lists: bullets, labels, the terms at the top of a memorandum. -->
<xsl:stylesheet version="3.0" expand-text="yes" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:tei-tools:functions" xmlns:m="urn:tei-tools:modes" exclude-result-prefixes="#all">

  <!-- #bullets(head: […], […], […]); what stands between items goes into the next one. -->
  <xsl:template match="list" mode="m:typst">
    <xsl:text>#bullets({f:list-head(.)}</xsl:text>
    <xsl:call-template name="items"/>
    <xsl:text>);&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="item//list" mode="m:typst" priority="1">
    <xsl:text>#sublist({f:list-head(.)}</xsl:text>
    <xsl:call-template name="items"/>
    <xsl:text>);&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="list[label]" mode="m:typst" priority="2">
    <xsl:text>#labelled({f:list-head(.)}</xsl:text>
    <xsl:call-template name="items"/>
    <xsl:text>);&#10;</xsl:text>
  </xsl:template>

  <!-- TO, FROM, SUBJECT …: a label beside its items. A label that the source lost is supplied, in brackets. -->
  <xsl:template match="list[@type = ('subject', 'participants', 'to', 'from', 'references', 'memo')][not(label)][not(ancestor::item)]"
      mode="m:typst" priority="3">
    <xsl:text>#term-list(</xsl:text>
    <xsl:choose>
      <xsl:when test="head">
        <xsl:text>[</xsl:text>
        <xsl:apply-templates select="head/node()" mode="m:typst"/>
        <xsl:text>], </xsl:text>
      </xsl:when>
      <xsl:otherwise>[{f:text(f:say('list.' || @type))}], supplied: true, </xsl:otherwise>
    </xsl:choose>
    <xsl:if test="following-sibling::*[1][self::list[@type]]">last: false, </xsl:if>
    <xsl:call-template name="items"/>
    <xsl:text>);&#10;</xsl:text>
  </xsl:template>

  <xsl:function name="f:list-head" as="text()?">
    <xsl:param name="list" as="element(list)"/>
    <xsl:if test="$list/head">
      <xsl:variable name="words" as="text()*">
        <xsl:apply-templates select="$list/head/node()" mode="m:typst"/>
      </xsl:variable>
      <xsl:value-of select="'head: [' || string-join($words) || '], '"/>
    </xsl:if>
  </xsl:function>

  <!-- [first], [second], each with what stands before it between the items; a rest goes into the last one. -->
  <xsl:template name="items" as="text()*">
    <xsl:for-each-group select="* except head" 
        group-starting-with="*[preceding-sibling::*[1][self::item]][self::item or following-sibling::item]">
      <xsl:variable name="label" as="element(label)?" select="current-group()[self::label]"/>
      <xsl:if test="$label">
        <xsl:text>[</xsl:text>
        <xsl:apply-templates select="$label" mode="m:typst"/>
        <xsl:text>], </xsl:text>
      </xsl:if>
      <xsl:text>[</xsl:text>
      <xsl:apply-templates select="current-group() except $label" mode="m:typst"/>
      <xsl:text>], </xsl:text>
    </xsl:for-each-group>
  </xsl:template>

  <!-- The members of a delegation are indented below its name. -->
  <xsl:template match="list[@type = 'participants']/item/list[not(label)]" mode="m:typst" priority="4">
    <xsl:text>#members({f:list-head(.)}</xsl:text>
    <xsl:call-template name="items"/>
    <xsl:text>);&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="list[@type]/item[not(list)]" mode="m:typst" priority="1">
    <xsl:text>#{if (count(../item) gt 1) then 'hanging' else 'flush'}[</xsl:text>
    <xsl:sequence select="f:anchor(.)"/>
    <xsl:apply-templates mode="m:typst"/>
    <xsl:text>];</xsl:text>
  </xsl:template>

  <xsl:template match="item | label" mode="m:typst">
    <xsl:sequence select="f:anchor(.)"/>
    <xsl:apply-templates mode="m:typst"/>
  </xsl:template>

</xsl:stylesheet>
