<?xml version="1.0" encoding="UTF-8"?>
<!-- TEI to Typst: one document as the pages of a book. The page itself is designed in typst/edition.typ. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

  <xsl:param name="profile" static="yes" select="''"/>

  <xsl:import href="lib/params.xsl"/>
  <xsl:import href="lib/messages.xsl"/>
  <xsl:import href="lib/functions.xsl"/>
  <xsl:import href="lib/tables.xsl"/>
  <xsl:import href="lib/typst.xsl"/>
  <xsl:import href="modules/typst/rules.xsl"/>
  <xsl:import _href="profiles/{$profile}.xsl" use-when="$profile ne ''"/>

  <xsl:output method="text" encoding="UTF-8"/>

</xsl:stylesheet>
