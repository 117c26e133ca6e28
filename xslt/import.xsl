<?xml version="1.0" encoding="UTF-8"?>
<!-- The dialect of the Office of the Historian → our TEI: the div of one document → a file (docs/frus.md). -->
<xsl:stylesheet version="3.0" expand-text="yes" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:m="urn:tei-tools:modes" exclude-result-prefixes="#all">

  <xsl:include href="lib/messages.xsl"/>
  <xsl:include href="modules/import/header.xsl"/>
  <xsl:include href="modules/import/document.xsl"/>
  <xsl:include href="modules/import/blocks.xsl"/>
  <xsl:include href="modules/import/inline.xsl"/>
  <xsl:include href="modules/import/pages.xsl"/>
  <xsl:include href="modules/import/pointers.xsl"/>

  <xsl:output method="xml" encoding="UTF-8" omit-xml-declaration="yes" indent="no"/>

  <xsl:template match="/" as="element()">
    <xsl:apply-templates select="div" mode="m:file"/>
  </xsl:template>
</xsl:stylesheet>
