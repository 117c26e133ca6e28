<?xml version="1.0" encoding="UTF-8"?>
<!-- All rules of the HTML format, at one import precedence: among them priority decides, and a profile overrides any. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

  <xsl:include href="../../lib/params.xsl"/>
  <xsl:include href="../../lib/messages.xsl"/>
  <xsl:include href="../../lib/functions.xsl"/>
  <xsl:include href="../../lib/site.xsl"/>
  <xsl:include href="../../lib/tables.xsl"/>
  <xsl:include href="../../passes/10-identify.xsl"/>
  <xsl:include href="common.xsl"/>
  <xsl:include href="page.xsl"/>
  <xsl:include href="document.xsl"/>
  <xsl:include href="contents.xsl"/>
  <xsl:include href="cite.xsl"/>
  <xsl:include href="facts.xsl"/>
  <xsl:include href="header.xsl"/>
  <xsl:include href="textstructure.xsl"/>
  <xsl:include href="core.xsl"/>
  <xsl:include href="addresses.xsl"/>
  <xsl:include href="citations.xsl"/>
  <xsl:include href="lists.xsl"/>
  <xsl:include href="notes.xsl"/>
  <xsl:include href="linking.xsl"/>
  <xsl:include href="namesdates.xsl"/>
  <xsl:include href="figures.xsl"/>
  <xsl:include href="transcr.xsl"/>

  <xsl:include href="edition/summary.xsl"/>
  <xsl:include href="edition/metadata.xsl"/>
  <xsl:include href="edition/edition.xsl"/>
  <xsl:include href="edition/home.xsl"/>
  <xsl:include href="edition/registers.xsl"/>
  <xsl:include href="edition/timeline.xsl"/>
  <xsl:include href="edition/correspondence.xsl"/>
  <xsl:include href="edition/pages.xsl"/>
  <xsl:include href="edition/search.xsl"/>
  <xsl:include href="edition/about.xsl"/>
  <xsl:include href="edition/feed.xsl"/>
  <xsl:include href="edition/prose.xsl"/>

</xsl:stylesheet>
