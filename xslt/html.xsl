<?xml version="1.0" encoding="UTF-8"?>
<!-- TEI to one page of HTML, or a teiCorpus of headers to the index of the edition and its list of persons. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

  <xsl:param name="profile" static="yes" select="''"/>

  <xsl:import href="lib/params.xsl"/>
  <xsl:import href="lib/messages.xsl"/>
  <xsl:import href="lib/functions.xsl"/>
  <xsl:import href="passes/10-identify.xsl"/>
  <xsl:import href="modules/html/common.xsl"/>
  <xsl:import href="modules/html/page.xsl"/>
  <xsl:import href="modules/html/index.xsl"/>
  <xsl:import href="modules/html/header.xsl"/>
  <xsl:import href="modules/html/textstructure.xsl"/>
  <xsl:import href="modules/html/core.xsl"/>
  <xsl:import href="modules/html/lists.xsl"/>
  <xsl:import href="modules/html/notes.xsl"/>
  <xsl:import href="modules/html/linking.xsl"/>
  <xsl:import href="modules/html/namesdates.xsl"/>
  <xsl:import href="modules/html/figures.xsl"/>
  <xsl:import href="modules/html/transcr.xsl"/>
  <xsl:import _href="profiles/{$profile}.xsl" use-when="$profile ne ''"/>

  <xsl:output method="html" html-version="5" encoding="UTF-8" indent="no" include-content-type="no"/>

</xsl:stylesheet>
