<?xml version="1.0" encoding="UTF-8"?>
<!-- TEI module core, quotations with their reference, and explanations of terms. -->
<xsl:stylesheet version="3.0" expand-text="yes" xmlns="http://www.w3.org/1999/xhtml"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:f="urn:tei-tools:functions" xmlns:m="urn:tei-tools:modes" xmlns:t="urn:tei-tools:templates"
  exclude-result-prefixes="#all">

  <xsl:template match="cit" mode="m:html" as="element()">
    <xsl:call-template name="t:wrap">
      <xsl:with-param name="name" select="if (parent::div | parent::postscript | parent::note) then 'div' else 'span'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="gloss" mode="m:html" as="element()">
    <xsl:call-template name="t:wrap"/>
  </xsl:template>

</xsl:stylesheet>
