<?xml version="1.0" encoding="UTF-8"?>
<!-- TEI to one chapter of an e-book: the rules of the web page, and those of modules/epub before them. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

  <xsl:param name="profile" static="yes" select="''"/>

  <xsl:import href="modules/html/rules.xsl"/>
  <xsl:import href="modules/epub/rules.xsl"/>
  <xsl:import _href="profiles/{$profile}.xsl" use-when="$profile ne ''"/>

  <xsl:output method="xhtml" html-version="5" encoding="UTF-8" indent="no" include-content-type="no" omit-xml-declaration="no"/>

</xsl:stylesheet>
