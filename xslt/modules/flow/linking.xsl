<?xml version="1.0" encoding="UTF-8"?>
<!-- References, and the places that they lead to. A link to nothing is none. -->
<xsl:stylesheet version="3.0" expand-text="yes" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:b="urn:tei-tools:flow"
    xmlns:f="urn:tei-tools:functions" xmlns:m="urn:tei-tools:modes" exclude-result-prefixes="#all">

  <!-- The elements that something in this document points at. -->
  <xsl:key name="pointer" match="text//(ref | ptr)" use="f:id(@target)"/>

  <!-- Where a link can lead: what has a first word. A division has its head. -->
  <xsl:function name="f:can-be-reached" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
        exists($element[ancestor::text][self::div[head] or self::p or self::head or self::item or self::label or self::pb or self::anchor
          or self::note[not(@place = 'inline')][not(ancestor::note)][@n or not(parent::div)]])"/>
  </xsl:function>

  <xsl:function name="f:place" as="element(b:mark)?">
    <xsl:param name="element" as="element()"/>
    <xsl:if test="$element/@xml:id and f:can-be-reached($element) and key('pointer', string($element/@xml:id), root($element))">
      <b:mark id="{$element/@xml:id}"/>
    </xsl:if>
  </xsl:function>


  <!-- 'https://…', '#d310fn2', or nothing. -->
  <xsl:function name="f:link" as="xs:string?">
    <xsl:param name="pointer" as="element()"/>
    <xsl:variable name="target" as="xs:string?" select="tokenize($pointer/@target)[1]"/>
    <xsl:variable name="place" as="element()?" select="key('by-id', f:id($target), root($pointer))[1]"/>
    <xsl:sequence select="
        if (matches($target, '^(https?:|mailto:)', 'i')) then escape-html-uri($target)
        else ('#' || f:id($target))[$place ! f:can-be-reached(.)]"/>
  </xsl:function>

  <xsl:template match="ref" mode="m:flow">
    <xsl:param name="href" as="xs:string?" tunnel="yes"/>
    <xsl:apply-templates mode="m:flow">
      <xsl:with-param name="href" select="(f:link(.), $href)[1]" tunnel="yes"/>
      <xsl:with-param name="phrase" select="'ref'" tunnel="yes"/>
    </xsl:apply-templates>
  </xsl:template>

  <xsl:template match="ptr" mode="m:flow">
    <b:r style="supplied">
      <xsl:sequence select="f:attribute('href', f:link(.))"/>
      <xsl:value-of select="@target"/>
    </b:r>
  </xsl:template>

  <xsl:template match="anchor" mode="m:flow">
    <xsl:sequence select="f:place(.)"/>
  </xsl:template>

</xsl:stylesheet>
