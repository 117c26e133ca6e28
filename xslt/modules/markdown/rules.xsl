<?xml version="1.0" encoding="UTF-8"?>
<!-- The flow as Markdown. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

  <xsl:include href="blocks.xsl"/>
  <xsl:include href="tables.xsl"/>
  <xsl:include href="lines.xsl"/>
  <xsl:include href="words.xsl"/>

</xsl:stylesheet>
