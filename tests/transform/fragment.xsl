<?xml version="1.0" encoding="UTF-8"?>
<!-- For the case files: only what the rules make of the body, without the page around it. -->
<xsl:stylesheet version="3.0" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:f="urn:tei-tools:functions" xmlns:m="urn:tei-tools:modes">

  <xsl:import href="../../xslt/html.xsl"/>

  <xsl:template match="/" as="element()">
    <xsl:variable name="tei" select="f:identified(.)/TEI"/>
    <cases>
      <xsl:apply-templates select="$tei/text/body/node()" mode="m:html"/>
      <xsl:apply-templates select="$tei/text//note[not(f:is-inline(.))]" mode="m:entry"/>
    </cases>
  </xsl:template>

</xsl:stylesheet>
