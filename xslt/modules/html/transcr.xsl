<?xml version="1.0" encoding="UTF-8"?>
<!-- TEI module transcr: what was replaced, and what an editor supplied. -->
<xsl:stylesheet version="3.0" expand-text="yes" xmlns="http://www.w3.org/1999/xhtml"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:f="urn:tei-tools:functions" xmlns:m="urn:tei-tools:modes" xmlns:t="urn:tei-tools:templates"
  exclude-result-prefixes="#all">

  <!-- Brackets are in the text, if the source has them. -->
  <xsl:template match="supplied | subst" mode="m:html" as="element()">
    <xsl:call-template name="t:wrap"/>
  </xsl:template>

</xsl:stylesheet>
