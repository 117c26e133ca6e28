<?xml version="1.0" encoding="UTF-8"?>
<!-- Blocks: each begins and ends a line; between blocks white space is layout. -->
<xsl:stylesheet version="3.0" expand-text="yes" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:tei-tools:functions" xmlns:m="urn:tei-tools:modes" exclude-result-prefixes="#all">

  <xsl:mode name="m:text" on-no-match="fail" on-multiple-match="fail"/>

  <!-- No xsl:strip-space: with it SaxonC 13.1 drops the blank between two names from a result of text nodes. -->
  <xsl:template mode="m:text" as="empty-sequence()" priority="1" match="
      (text | front | body | back | div | list | table | row | listBibl | lg | figure | floatingText | postscript | address)/text()"/>

  <xsl:template mode="m:text" as="text()*" match="
      text | front | body | back | div | list | table | row | listBibl | lg | figure | floatingText | postscript">
    <xsl:apply-templates mode="m:text"/>
  </xsl:template>

  <!-- Where a line of the source was lost, its gap stays: above an attachment without label, a typed list without head.
    It is written as U+FDD2 and becomes two blank lines when the text is laid out. -->
  <xsl:template mode="m:text" as="text()*" priority="1" match="
      div[@type = 'attachment'][not(head[@type = 'label'])] | list[@type][not(head)][parent::div]">
    <xsl:if test="not($proof)">
      <xsl:sequence select="f:plain-text('&#xFDD2;')"/>
    </xsl:if>
    <xsl:apply-templates mode="m:text"/>
  </xsl:template>

  <!-- The first paragraph of a note stands behind its label, a further one is indented, the last ends with the note. -->
  <xsl:template match="note/p" mode="m:text" as="text()*" priority="1">
    <xsl:if test="$proof or preceding-sibling::*">
      <xsl:sequence select="f:edge(2), f:plain-text(if ($proof) then '' else '    ')"/>
    </xsl:if>
    <xsl:apply-templates mode="m:text"/>
    <xsl:sequence select="f:edge(if (following-sibling::*) then 2 else 1)"/>
  </xsl:template>

  <!-- Openers, closers and quotations hold blocks or text; their own text is a block too. -->
  <xsl:template match="opener | closer" mode="m:text" as="text()*">
    <xsl:sequence select="f:edge(1)"/>
    <xsl:apply-templates mode="m:text"/>
    <xsl:sequence select="f:edge(1)"/>
  </xsl:template>

  <xsl:template match="p | head | salute | bibl[parent::listBibl] | byline | docTitle | titlePart | docDate | argument | epigraph | trailer | ab"
    mode="m:text" as="text()*">
    <xsl:sequence select="f:edge(2)"/>
    <xsl:apply-templates mode="m:text"/>
    <xsl:sequence select="f:edge(2)"/>
  </xsl:template>

  <xsl:template match="dateline | signed | addrLine | l | label | figDesc | quote[p | list | lg | table] | opener/seg | closer/seg | note[@rend = 'inline'] | fw"
    mode="m:text" as="text()*">
    <xsl:sequence select="f:edge(1)"/>
    <xsl:apply-templates mode="m:text"/>
    <xsl:sequence select="f:edge(1)"/>
  </xsl:template>

  <!-- Items have a bullet; a signature has one where the source prints the signatures as a list. -->
  <xsl:template match="item | signed[@rend = 'bulleted']" mode="m:text" as="text()*" priority="0.6">
    <xsl:sequence select="f:edge(1), f:item-mark(.)"/>
    <xsl:apply-templates mode="m:text"/>
    <xsl:sequence select="f:edge(1)"/>
  </xsl:template>

  <!-- The item of a labelled list has its label, not a bullet; that of a plain list is a line. -->
  <xsl:template match="item[preceding-sibling::*[not(self::pb)][1][self::label]] | list[@rend = 'plain']/item" mode="m:text" as="text()*" priority="1">
    <xsl:sequence select="f:edge(1)"/>
    <xsl:apply-templates mode="m:text"/>
    <xsl:sequence select="f:edge(1)"/>
  </xsl:template>

  <xsl:template match="cell" mode="m:text" as="text()*">
    <xsl:if test="preceding-sibling::cell and not($proof)">
      <xsl:sequence select="f:plain-text('&#9;')"/>
    </xsl:if>
    <xsl:if test="$proof or not(preceding-sibling::cell)">
      <xsl:sequence select="f:edge(1)"/>
    </xsl:if>
    <xsl:apply-templates mode="m:text"/>
    <xsl:if test="$proof or not(following-sibling::cell)">
      <xsl:sequence select="f:edge(1)"/>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
