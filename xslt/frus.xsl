<?xml version="1.0" encoding="UTF-8"?>
<!-- TEI → the dialect of the Office of the Historian: a document, or a volume with its lists and chapters (docs/frus.md). -->
<xsl:stylesheet version="3.0" expand-text="yes" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:m="urn:tei-tools:modes" exclude-result-prefixes="#all">

  <xsl:include href="lib/messages.xsl"/>
  <xsl:include href="modules/frus/header.xsl"/>
  <xsl:include href="modules/frus/volume.xsl"/>
  <xsl:include href="modules/frus/document.xsl"/>
  <xsl:include href="modules/frus/blocks.xsl"/>
  <xsl:include href="modules/frus/inline.xsl"/>
  <xsl:include href="modules/frus/pointers.xsl"/>
  <xsl:include href="modules/frus/dates.xsl"/>

  <xsl:output method="xml" encoding="UTF-8" indent="no"/>

  <xsl:template match="/" as="element()">
    <xsl:apply-templates select="*" mode="m:volume"/>
  </xsl:template>
</xsl:stylesheet>
