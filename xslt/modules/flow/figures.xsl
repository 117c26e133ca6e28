<?xml version="1.0" encoding="UTF-8"?>
<!-- Tables and pictures. A cell that grows over several rows or columns says so; the words of what stands between rows go
  into the next one. -->
<xsl:stylesheet version="3.0" expand-text="yes" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:b="urn:tei-tools:flow"
    xmlns:f="urn:tei-tools:functions" xmlns:m="urn:tei-tools:modes" exclude-result-prefixes="#all">

  <xsl:template match="table" mode="m:flow">
    <xsl:variable name="first-data" as="element(row)?" select="row[not(@role = 'label')][1]"/>
    <xsl:variable name="heads" as="element(row)*" select="if ($first-data) then row[. &lt;&lt; $first-data] else ()"/>
    <xsl:variable name="places" as="map(xs:string, map(*))" select="f:places(row, count($heads))"/>
    <xsl:call-template name="blocks">
      <xsl:with-param name="style" select="'subhead'"/>
      <xsl:with-param name="nodes" select="head"/>
    </xsl:call-template>
    <b:table columns="{f:columns($places)}">
      <xsl:for-each-group select="* except head"
          group-starting-with="*[preceding-sibling::*[1][self::row]][self::row or following-sibling::row]">
        <b:tr head="{exists(current-group() intersect $heads)}">
          <xsl:apply-templates select="current-group()[self::row]" mode="m:flow">
            <xsl:with-param name="places" select="$places" tunnel="yes"/>
            <xsl:with-param name="between" select="current-group()[not(self::row)]" tunnel="yes"/>
          </xsl:apply-templates>
        </b:tr>
      </xsl:for-each-group>
    </b:table>
  </xsl:template>

  <xsl:template match="row" mode="m:flow">
    <xsl:apply-templates select="cell" mode="m:flow"/>
  </xsl:template>

  <xsl:template match="cell" mode="m:flow">
    <xsl:param name="places" as="map(xs:string, map(*))" tunnel="yes"/>
    <xsl:param name="between" as="element()*" tunnel="yes"/>
    <xsl:variable name="at" as="map(*)" select="$places(generate-id())"/>
    <b:td x="{$at?x}" cols="{$at?cols}" rows="{$at?rows}" figures="{f:numeric(.)}">
      <xsl:call-template name="blocks">
        <xsl:with-param name="style" select="if (f:is-label(.)) then 'table-head' else 'table-text'"/>
        <xsl:with-param name="nodes" select="$between[not(current()/preceding-sibling::cell)], node()"/>
      </xsl:call-template>
    </b:td>
  </xsl:template>

  <xsl:function name="f:is-label" as="xs:boolean">
    <xsl:param name="cell" as="element(cell)"/>
    <xsl:sequence select="$cell/@role = 'label' or $cell/../@role = ('label', 'total', 'sum')"/>
  </xsl:function>

  <!-- A picture is shown by its words: files of pictures are not part of a document. -->
  <xsl:template match="figure" mode="m:flow">
    <xsl:call-template name="blocks">
      <xsl:with-param name="style" select="'figure'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="graphic" mode="m:flow"/>

  <xsl:template match="figDesc" mode="m:flow">
    <xsl:call-template name="blocks">
      <xsl:with-param name="style" select="'figure'"/>
    </xsl:call-template>
  </xsl:template>

</xsl:stylesheet>
