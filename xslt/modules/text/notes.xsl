<?xml version="1.0" encoding="UTF-8"?>
<!-- Notes: the call where the note stands, the note itself in the list at the end. -->
<xsl:stylesheet version="3.0" expand-text="yes" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:tei-tools:functions" xmlns:m="urn:tei-tools:modes" exclude-result-prefixes="#all">

  <xsl:mode name="m:note-list" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="note[not(@rend = 'inline')]" mode="m:text" as="text()">
    <xsl:sequence select="f:call-mark(.)"/>
  </xsl:template>

  <xsl:template match="text" mode="m:note-list" as="text()*">
    <xsl:for-each select=".//note[not(@rend = 'inline')]">
      <xsl:sequence select="f:edge(1), f:label-mark(.)"/>
      <xsl:apply-templates mode="m:text"/>
      <xsl:sequence select="f:edge(1)"/>
    </xsl:for-each>
  </xsl:template>
</xsl:stylesheet>
