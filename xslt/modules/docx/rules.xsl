<?xml version="1.0" encoding="UTF-8"?>
<!-- The flow as WordprocessingML. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

  <xsl:include href="package.xsl"/>
  <xsl:include href="styles.xsl"/>
  <xsl:include href="blocks.xsl"/>
  <xsl:include href="tables.xsl"/>
  <xsl:include href="runs.xsl"/>

</xsl:stylesheet>
