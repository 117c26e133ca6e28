<?xml version="1.0" encoding="UTF-8"?>
<!-- TEI to one page of HTML, or a teiCorpus of headers to the index of the edition and its list of persons. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

  <!-- An edition profile: profiles/<name>.xsl overrides rules. -->
  <xsl:param name="profile" static="yes" select="''"/>

  <!-- The rules of an edition: the address of a stylesheet, which overrides those of the profile. -->
  <xsl:param name="rules" static="yes" select="''"/>

  <xsl:import href="modules/html/rules.xsl"/>
  <xsl:import _href="profiles/{$profile}.xsl" use-when="$profile ne ''"/>
  <xsl:import _href="{$rules}" use-when="$rules ne ''"/>

  <xsl:output method="html" html-version="5" encoding="UTF-8" indent="no" include-content-type="no"/>

</xsl:stylesheet>
