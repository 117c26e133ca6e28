<?xml version="1.0" encoding="UTF-8"?>
<!-- Problems, as nodes: <problem code="transform.dead-pointer" path="…" subject="#d9"/>. Python makes diagnostics of them. -->
<xsl:stylesheet version="3.0" expand-text="yes" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:tei-tools:functions" exclude-result-prefixes="#all">

  <!-- Returns nothing; `subject` is what the problem is about, such as a pointer. -->
  <xsl:function name="f:report" as="empty-sequence()">
    <xsl:param name="node" as="node()"/>
    <xsl:param name="code" as="xs:string"/>
    <xsl:param name="subject" as="xs:string"/>
    <xsl:message>
      <problem code="{$code}" path="{f:path($node)}" subject="{$subject}"/>
    </xsl:message>
  </xsl:function>

  <!-- /TEI[1]/text[1]/body[1]/p[3]: path() without namespaces. -->
  <xsl:function name="f:path" as="xs:string">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="replace(path($node), 'Q\{[^}]*\}', '')"/>
  </xsl:function>

</xsl:stylesheet>
