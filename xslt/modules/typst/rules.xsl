<?xml version="1.0" encoding="UTF-8"?>
<!-- The modules are included, not imported: of two rules the priority decides, not the order of this list. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

  <xsl:include href="header.xsl"/>
  <xsl:include href="book.xsl"/>
  <xsl:include href="index.xsl"/>
  <xsl:include href="textstructure.xsl"/>
  <xsl:include href="core.xsl"/>
  <xsl:include href="lists.xsl"/>
  <xsl:include href="notes.xsl"/>
  <xsl:include href="linking.xsl"/>
  <xsl:include href="figures.xsl"/>
  <xsl:include href="citations.xsl"/>
  <xsl:include href="phrases.xsl"/>

</xsl:stylesheet>
