<?xml version="1.0" encoding="UTF-8"?>
<!-- Pointers: "#id" where the file holds that id, "volume#id" elsewhere. -->
<xsl:stylesheet version="3.0" expand-text="yes" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  xmlns="http://www.tei-c.org/ns/1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:frus="http://history.state.gov/frus/ns/1.0"
  xmlns:f="urn:tei-tools:functions" xmlns:m="urn:tei-tools:modes" xmlns:t="urn:tei-tools:templates" exclude-result-prefixes="xs f m t">

  <xsl:param name="address" as="xs:string" select="'https://history.state.gov/historicaldocuments/{volume}/{id}'"/>

  <xsl:variable name="volume" as="xs:string" select="string((/TEI/teiHeader/fileDesc/seriesStmt/idno[@type = 'volume'], /TEI/@xml:id)[1])"/>

  <xsl:key name="id" match="*[@xml:id]" use="@xml:id"/>

  <!-- What is in the text of this file: the lists of a volume too, but no list of a file of one document. -->
  <xsl:function name="f:here" as="xs:boolean">
    <xsl:param name="id" as="xs:string"/>
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="exists(key('id', $id, root($node))[$is-volume or ancestor::text])"/>
  </xsl:function>

  <xsl:function name="f:pointer" as="xs:string">
    <xsl:param name="pointer" as="xs:string"/>
    <xsl:param name="node" as="node()"/>
    <xsl:variable name="base" as="xs:string" select="substring-before($address, '{volume}')"/>
    <xsl:variable name="path" as="xs:string*" select="tokenize(substring-after($pointer, $base), '/')[. ne '']"/>
    <xsl:variable name="id" as="xs:string" select="
        if (starts-with($pointer, $base)) then string($path[2])
        else if (contains($pointer, '#')) then substring-after($pointer, '#')
        else replace($pointer, '\.xml$', '')"/>
    <xsl:variable name="of" as="xs:string" select="if (starts-with($pointer, $base)) then string($path[1]) else $volume"/>
    <xsl:sequence select="
        if (matches($pointer, '^(https?|mailto):') and not(starts-with($pointer, $base) and count($path) = (1, 2))) then $pointer
        else if (not($id)) then $of
        else if ($of = $volume and f:here($id, $node)) then '#' || $id
        else $of || '#' || $id"/>
  </xsl:function>
</xsl:stylesheet>
