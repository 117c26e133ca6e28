<?xml version="1.0" encoding="UTF-8"?>
<!-- TEI module linking: segments, anchors, pointers. A link always leads somewhere. -->
<xsl:stylesheet version="3.0" expand-text="yes" xmlns="http://www.w3.org/1999/xhtml"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:f="urn:tei-tools:functions" xmlns:m="urn:tei-tools:modes" xmlns:t="urn:tei-tools:templates"
  exclude-result-prefixes="#all">

  <xsl:template match="seg" mode="m:html" as="element()">
    <xsl:call-template name="t:wrap">
      <xsl:with-param name="name" select="if (parent::opener | parent::closer) then 'p' else 'span'"/>
      <xsl:with-param name="class" select="'seg', string(@type)[.]"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="anchor" mode="m:html" as="element()">
    <a>
      <xsl:sequence select="f:common(., ())"/>
    </a>
  </xsl:template>

  <!-- Where a pointer leads on the web: '#d1fn2' if the page has it, 'd2.xml#pg_3' → 'd2.html#pg_3' if the edition has
       it, web addresses as they are; everything else is reported, and leads nowhere. -->
  <xsl:function name="f:href" as="xs:string?">
    <xsl:param name="pointer" as="attribute()"/>
    <xsl:variable name="target" as="xs:string" select="string(tokenize($pointer)[1])"/>
    <xsl:variable name="file" as="xs:string" select="replace($target, '#.*$', '')"/>
    <xsl:choose>
      <xsl:when test="matches($target, '^(https?|mailto):', 'i')">
        <xsl:sequence select="$target"/>
      </xsl:when>
      <xsl:when test="starts-with($target, '#') and exists(key('by-id', substring($target, 2), root($pointer))[not(ancestor::teiHeader)])">
        <xsl:sequence select="$target"/>
      </xsl:when>
      <xsl:when test="matches($file, '^[^:#?/]+\.xml$') and not($file = tokenize($missing))">
        <xsl:sequence select="replace($file, '\.xml$', '.html') || substring($target, string-length($file) + 1)"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="f:report($pointer/.., 'transform.dead-pointer', $target)"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <xsl:template match="ref | ptr" mode="m:html" as="element()">
    <xsl:variable name="href" as="xs:string?" select="@target[not(f:in-link(current()))] ! f:href(.)"/>
    <xsl:variable name="external" as="xs:boolean" select="matches($href, '^https?:', 'i')"/>
    <xsl:element name="{if ($href) then 'a' else 'span'}" namespace="http://www.w3.org/1999/xhtml">
      <xsl:sequence select="f:common(., ('ref', 'external'[$external], 'nowhere'[not($href)]))"/>
      <xsl:if test="$href">
        <xsl:attribute name="href" select="$href"/>
      </xsl:if>
      <xsl:if test="$external">
        <xsl:attribute name="rel" select="'external'"/>
      </xsl:if>
      <xsl:apply-templates mode="m:html"/>
      <xsl:if test="self::ptr">{@target}</xsl:if>
    </xsl:element>
  </xsl:template>

</xsl:stylesheet>
