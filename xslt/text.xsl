<?xml version="1.0" encoding="UTF-8"?>
<!-- TEI → plain text, in the order of the source: the body with its calls, then the list of notes. -->
<xsl:stylesheet version="3.0" expand-text="yes" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:tei-tools:functions" xmlns:m="urn:tei-tools:modes" exclude-result-prefixes="#all">

  <xsl:include href="modules/text/marks.xsl"/>
  <xsl:include href="modules/text/blocks.xsl"/>
  <xsl:include href="modules/text/inline.xsl"/>
  <xsl:include href="modules/text/notes.xsl"/>

  <xsl:output method="text" encoding="UTF-8"/>

  <!-- One document, or several in a corpus. -->
  <xsl:template match="/" as="text()*">
    <xsl:for-each select="if (teiCorpus) then teiCorpus/* else *">
      <xsl:if test="position() != 1">
        <xsl:sequence select="if ($proof) then f:mark('TEI') else f:edge(2)"/>
      </xsl:if>
      <xsl:apply-templates select="." mode="m:text"/>
      <xsl:apply-templates select="self::TEI/text" mode="m:note-list"/>
    </xsl:for-each>
  </xsl:template>

  <!-- Any other root has no rule, and fails. -->
  <xsl:template match="TEI" mode="m:text" as="text()*">
    <xsl:apply-templates select="text" mode="m:text"/>
  </xsl:template>
</xsl:stylesheet>
