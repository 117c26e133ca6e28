<?xml version="1.0" encoding="UTF-8"?>
<!-- ISO Schematron to XSLT 3.0. The input holds the schema and all files that it includes (see schematron/include.xsl);
     the output is a stylesheet that makes SVRL of a document, or the problems of the schema:

       <s:problems><s:problem at="house.sch:12">…</s:problem></s:problems>                                          -->
<xsl:stylesheet version="3.0" expand-text="yes" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:m="urn:tei-tools:modes" xmlns:s="urn:tei-tools:schematron"
  exclude-result-prefixes="#all">

  <xsl:include href="schematron/include.xsl"/>
  <xsl:include href="schematron/check.xsl"/>
  <xsl:include href="schematron/expand.xsl"/>
  <xsl:include href="schematron/transpile.xsl"/>

  <xsl:output method="xml" encoding="UTF-8" indent="no"/>

  <xsl:template match="/s:files" as="element()">
    <xsl:variable name="whole" as="document-node()">
      <xsl:document><xsl:apply-templates select="s:file[1]/*" mode="m:include"/></xsl:document>
    </xsl:variable>
    <xsl:variable name="problems" as="element(s:problem)*">
      <xsl:sequence select="$whole//s:problem"/>
      <xsl:apply-templates select="$whole" mode="m:check"/>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="$problems"><s:problems><xsl:copy-of select="$problems"/></s:problems></xsl:when>
      <xsl:otherwise>
        <xsl:variable name="plain" as="document-node()">
          <xsl:document><xsl:apply-templates select="$whole" mode="m:expand"/></xsl:document>
        </xsl:variable>
        <xsl:apply-templates select="$plain/*" mode="m:transpile"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

</xsl:stylesheet>
