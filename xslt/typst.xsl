<?xml version="1.0" encoding="UTF-8"?>
<!-- TEI to Typst: one document as the pages of a book. The page itself is designed in typst/edition.typ. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

  <xsl:param name="profile" static="yes" select="''"/>

  <xsl:import href="lib/params.xsl"/>
  <xsl:import href="lib/messages.xsl"/>
  <xsl:import href="lib/functions.xsl"/>
  <xsl:import href="lib/typst.xsl"/>
  <!-- Included, not imported: of two rules the priority decides, not the order of this list. -->
  <xsl:include href="modules/typst/header.xsl"/>
  <xsl:include href="modules/typst/textstructure.xsl"/>
  <xsl:include href="modules/typst/core.xsl"/>
  <xsl:include href="modules/typst/lists.xsl"/>
  <xsl:include href="modules/typst/notes.xsl"/>
  <xsl:include href="modules/typst/linking.xsl"/>
  <xsl:include href="modules/typst/figures.xsl"/>
  <xsl:include href="modules/typst/phrases.xsl"/>

  <xsl:output method="text" encoding="UTF-8"/>

</xsl:stylesheet>
