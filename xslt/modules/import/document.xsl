<?xml version="1.0" encoding="UTF-8"?>
<!-- The order within a document: heads, opener, blocks, closers. With attachments it holds parts only. -->
<xsl:stylesheet version="3.0" expand-text="yes" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  xmlns="http://www.tei-c.org/ns/1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:tei-tools:functions" xmlns:m="urn:tei-tools:modes" xmlns:t="urn:tei-tools:templates" exclude-result-prefixes="#all">

  <xsl:mode name="m:document" on-no-match="fail"/>

  <xsl:template match="div" mode="m:document" as="element(div)">
    <div type="document" xml:id="{@xml:id}">
      <xsl:apply-templates select="@* except (@type, @xml:id, @*[namespace-uri() != ''][not(name() = 'xml:lang')])" mode="m:import"/>
      <xsl:if test="not(@subtype)">
        <xsl:attribute name="subtype" select="
            if (matches(f:words(head[1]), '^(No\. )?[0-9]*\.? ?Editorial Note', 'i')) then 'editorial-note' else 'historical-document'"/>
      </xsl:if>
      <xsl:choose>
        <xsl:when test="*[local-name() = 'attachment']">
          <xsl:call-template name="t:parts"/>
        </xsl:when>
        <xsl:otherwise>
          <xsl:call-template name="t:order"><xsl:with-param name="nodes" select="node()"/></xsl:call-template>
        </xsl:otherwise>
      </xsl:choose>
    </div>
  </xsl:template>

  <!-- The words of a heading without its notes. -->
  <xsl:function name="f:words" as="xs:string">
    <xsl:param name="head" as="element()?"/>
    <xsl:sequence select="normalize-space(string-join($head//text()[empty(ancestor::note intersect $head//note)]))"/>
  </xsl:function>

  <!-- head … main, attachment, continuation … -->
  <xsl:template name="t:parts" as="element()*">
    <xsl:variable name="first" as="element()" select="*[local-name() = 'attachment'][1]"/>
    <xsl:variable name="block" as="node()?" select="node()[not(self::head or self::note or self::pb or self::opener or self::dateline or self::comment() or self::text()[not(normalize-space())])][1]"/>
    <xsl:variable name="head" as="element(head)?" select="head[. &lt;&lt; $block][last()]"/>
    <xsl:variable name="top" as="node()*" select="node()[. is $head or . &lt;&lt; $head]"/>
    <xsl:apply-templates select="$top[self::*]" mode="m:top"/>
    <xsl:for-each-group select="node() except $top" group-adjacent="
        if (local-name() = 'attachment') then generate-id()
        else string(count(preceding-sibling::*[local-name() = 'attachment']))">
      <xsl:variable name="part" as="node()*" select="current-group()[self::* or normalize-space()]"/>
      <xsl:choose>
        <xsl:when test="$part[local-name() = 'attachment']">
          <div type="attachment" xml:id="{ancestor::div[1]/@xml:id}a{count(preceding-sibling::*[local-name() = 'attachment']) + 1}">
            <xsl:apply-templates select="@* except @xml:id" mode="m:import"/>
            <xsl:call-template name="t:order"><xsl:with-param name="nodes" select="node()"/></xsl:call-template>
          </div>
        </xsl:when>
        <xsl:when test="$part[not(self::pb or self::note)]">
          <div type="{if (. &lt;&lt; $first) then 'main' else 'continuation'}">
            <xsl:call-template name="t:order"><xsl:with-param name="nodes" select="current-group()"/></xsl:call-template>
          </div>
        </xsl:when>
        <xsl:otherwise>
          <xsl:apply-templates select="$part" mode="m:import"/>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:for-each-group>
  </xsl:template>

  <xsl:template name="t:order" as="element()*">
    <xsl:param name="nodes" as="node()*"/>
    <xsl:variable name="nodes" as="node()*" select="$nodes[not(self::text()[not(normalize-space())])]"/>
    <xsl:variable name="first-block" as="node()?" select="$nodes[not(self::head or self::note or self::pb or self::opener or self::dateline or self::comment())][1]"/>
    <xsl:variable name="above" as="node()*" select="if ($first-block) then $nodes[. &lt;&lt; $first-block] else $nodes"/>
    <!-- A label of an attachment stands before its head, in an opener of its own. -->
    <xsl:variable name="last-head" as="element()?" select="$above[self::head][last()]"/>
    <xsl:variable name="heads" as="node()*" select="$above[. is $last-head or . &lt;&lt; $last-head]"/>
    <xsl:variable name="opening" as="node()*" select="($above except $heads)"/>
    <xsl:variable name="last-opener" as="element()?" select="$opening[self::opener or self::dateline][last()]"/>
    <xsl:variable name="first-opener" as="element()?" select="$opening[self::opener or self::dateline][1]"/>
    <xsl:variable name="rest" as="node()*" select="$nodes except $above"/>
    <xsl:variable name="last-block" as="node()?" select="$rest[not(self::closer or self::postscript or self::note or self::pb or self::comment())][last()]"/>
    <xsl:apply-templates select="$heads" mode="m:top"/>
    <xsl:apply-templates select="$opening[. &lt;&lt; $first-opener]" mode="m:import"/>
    <xsl:if test="$first-opener">
      <opener>
        <xsl:for-each select="$opening[. is $first-opener or . >> $first-opener][. is $last-opener or . &lt;&lt; $last-opener]">
          <xsl:apply-templates select="if (self::opener) then node()[self::* or normalize-space()] else ." mode="m:import"/>
        </xsl:for-each>
      </opener>
    </xsl:if>
    <xsl:apply-templates select="if ($last-opener) then $opening[. >> $last-opener] else $opening[empty($first-opener)]" mode="m:import"/>
    <xsl:apply-templates select="$rest[. is $last-block or . &lt;&lt; $last-block]" mode="m:between"/>
    <xsl:apply-templates select="$rest[. >> $last-block]" mode="m:import"/>
    <xsl:if test="empty($last-block)">
      <xsl:apply-templates select="$rest" mode="m:between"/>
    </xsl:if>
  </xsl:template>

  <xsl:mode name="m:top" on-no-match="fail"/>
  <xsl:template match="head | note | pb | comment()" mode="m:top" as="element()*">
    <xsl:apply-templates select="." mode="m:import"/>
  </xsl:template>

  <!-- <opener><seg rendition="#center">[Annex]</seg></opener><head>…</head> → <head type="label">[Annex]</head><head>…</head> -->
  <xsl:template match="opener | dateline" mode="m:top" as="element(head)+">
    <xsl:for-each select="if (self::opener) then *[normalize-space()] else .">
      <head type="label">
        <xsl:apply-templates select="@rend, @rendition[not(. = '#right')], node()" mode="m:import"/>
      </head>
    </xsl:for-each>
  </xsl:template>
</xsl:stylesheet>
