<?xml version="1.0" encoding="UTF-8"?>
<!-- Within a block: text, and elements that add nothing to it. -->
<xsl:stylesheet version="3.0" expand-text="yes" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:tei-tools:functions" xmlns:m="urn:tei-tools:modes" exclude-result-prefixes="#all">

  <xsl:template match="text()" mode="m:text" as="text()">
    <xsl:sequence select="."/>
  </xsl:template>

  <xsl:template mode="m:text" as="text()*" match="
      persName | surname | forename | genName | addName | roleName | nameLink | orgName | placeName | name | idno | date | time
      | hi | emph | foreign | title | term | code | ident | gloss | ref | ptr | seg[not(parent::opener | parent::closer)]
      | num | measure | q | quote[not(p | list | lg | table)] | bibl[not(parent::listBibl)] | cit | biblScope | author
      | editor | publisher | pubPlace | abbr | expan | unclear | subst | add | del | supplied | address | rs | affiliation">
    <xsl:apply-templates mode="m:text"/>
  </xsl:template>

  <!-- Of two readings the one of the source: <choice><sic>althogether</sic><corr>altogether</corr></choice> → althogether -->
  <xsl:template match="choice" mode="m:text" as="text()*">
    <xsl:apply-templates select="sic | orig | abbr | unclear" mode="m:text"/>
  </xsl:template>

  <xsl:template match="sic | orig" mode="m:text" as="text()*">
    <xsl:apply-templates mode="m:text"/>
  </xsl:template>

  <!-- Not of the source: what an editor put right, what marks a place. -->
  <xsl:template match="corr | reg | gap | anchor | milestone | graphic | comment() | processing-instruction()" mode="m:text" as="empty-sequence()"/>

  <xsl:template match="lb | cb" mode="m:text" as="text()">
    <xsl:sequence select="f:plain-text('&#10;')"/>
  </xsl:template>

  <xsl:template match="pb" mode="m:text" as="text()*">
    <xsl:sequence select="f:page-mark(.)"/>
  </xsl:template>

  <!-- A page break between blocks has a line of its own. -->
  <xsl:template match="pb[parent::div | parent::list | parent::body | parent::table | parent::text | parent::front | parent::back
      | parent::note[p] | parent::item[p] | parent::postscript | parent::lg]" mode="m:text" as="text()*" priority="1">
    <xsl:sequence select="f:edge(2), f:page-mark(.), f:edge(2)"/>
  </xsl:template>
</xsl:stylesheet>
