<?xml version="1.0" encoding="UTF-8"?>
<!-- A document and its attachments. Page breaks at its edges stand before and behind it. -->
<xsl:stylesheet version="3.0" expand-text="yes" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  xmlns="http://www.tei-c.org/ns/1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:frus="http://history.state.gov/frus/ns/1.0"
  xmlns:f="urn:tei-tools:functions" xmlns:m="urn:tei-tools:modes" xmlns:t="urn:tei-tools:templates" exclude-result-prefixes="xs f m t">

  <xsl:mode name="m:frus" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="body/div" mode="m:frus" as="element()+">
    <xsl:variable name="first" as="node()?" select="node()[not(self::pb)][normalize-space() or self::*][1]"/>
    <xsl:variable name="last" as="node()?" select="node()[not(self::pb)][normalize-space() or self::*][last()]"/>
    <xsl:apply-templates select="pb[. &lt;&lt; $first]" mode="m:frus"/>
    <div type="document" xml:id="{@xml:id}">
      <xsl:copy-of select="@n"/>
      <xsl:attribute name="subtype" select="if (@subtype = 'editorial-note') then @subtype else 'historical-document'"/>
      <xsl:call-template name="t:doc-dates"/>
      <xsl:if test="empty(head)">
        <head>{@xml:id}</head>
      </xsl:if>
      <xsl:apply-templates select="node()[not(. &lt;&lt; $first) and not(. >> $last)]" mode="m:frus"/>
    </div>
    <xsl:apply-templates select="pb[. >> $last]" mode="m:frus"/>
  </xsl:template>

  <!-- main and continuation hold what stands in the document itself. -->
  <xsl:template match="div[@type = ('main', 'continuation', 'section')]" mode="m:frus" as="node()*">
    <xsl:apply-templates mode="m:frus"/>
  </xsl:template>

  <xsl:template match="div[@type = 'attachment']" mode="m:frus" as="element()+">
    <xsl:variable name="first" as="node()?" select="*[not(self::pb)][1]"/>
    <xsl:variable name="last" as="node()?" select="*[not(self::pb)][last()]"/>
    <xsl:apply-templates select="pb[. &lt;&lt; $first]" mode="m:frus"/>
    <frus:attachment>
      <xsl:apply-templates select="node()[not(. &lt;&lt; $first) and not(. >> $last)]" mode="m:frus"/>
    </frus:attachment>
    <xsl:apply-templates select="pb[. >> $last]" mode="m:frus"/>
  </xsl:template>

  <!-- A div has one heading; a further one is a line. The label of an attachment is an inline note. -->
  <xsl:template match="head" mode="m:frus" as="element()">
    <head>
      <xsl:apply-templates mode="m:frus"/>
    </head>
  </xsl:template>

  <xsl:template match="head[@type = 'label']" mode="m:frus" as="element(note)" priority="3">
    <note rend="inline">
      <xsl:apply-templates mode="m:frus"/>
    </note>
  </xsl:template>

  <xsl:template match="div/head[preceding-sibling::head[not(@type = 'label')]] | div[@type = ('main', 'continuation', 'section')]/head" mode="m:frus" as="element(p)" priority="2">
    <p rend="center">
      <xsl:apply-templates mode="m:frus"/>
    </p>
  </xsl:template>
</xsl:stylesheet>
