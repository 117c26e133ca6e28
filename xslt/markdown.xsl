<?xml version="1.0" encoding="UTF-8"?>
<!-- TEI to Markdown: CommonMark with footnotes and pipe tables. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

  <xsl:param name="profile" static="yes" select="''"/>

  <xsl:import href="lib/params.xsl"/>
  <xsl:import href="lib/messages.xsl"/>
  <xsl:import href="lib/functions.xsl"/>
  <xsl:import href="lib/tables.xsl"/>
  <xsl:import href="modules/flow/rules.xsl"/>
  <xsl:import href="modules/markdown/rules.xsl"/>
  <xsl:import _href="profiles/{$profile}.xsl" use-when="$profile ne ''"/>

  <xsl:output method="text" encoding="UTF-8"/>

</xsl:stylesheet>
