<?xml version="1.0" encoding="UTF-8"?>
<!-- Tables: a line for each row. A cell over several columns or rows stands in the first of them. -->
<xsl:stylesheet version="3.0" expand-text="yes" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:b="urn:tei-tools:flow" xmlns:f="urn:tei-tools:functions" xmlns:m="urn:tei-tools:modes" xpath-default-namespace="urn:tei-tools:flow"
    exclude-result-prefixes="#all">

  <xsl:template match="table" mode="m:markdown" as="xs:string">
    <xsl:variable name="columns" as="xs:integer" select="xs:integer(@columns)"/>
    <xsl:variable name="figures" as="xs:integer*" select="
        for $x in 0 to $columns - 1 return $x[every $cell in current()/tr[@head = 'false']/td[xs:integer(@x) = $x] satisfies $cell/@figures = 'true']"/>
    <xsl:variable name="head" as="element(tr)?" select="tr[1][@head = 'true']"/>
    <xsl:variable name="rule" as="xs:string" select="
        f:row((0 to $columns - 1) ! (if (. = $figures) then '--:' else '---'))"/>
    <xsl:sequence select="
        string-join((if ($head) then f:row(f:cells($head, $columns)) else f:row((1 to $columns) ! ' '), $rule,
          (tr except $head) ! f:row(f:cells(., $columns))), '&#10;')"/>
  </xsl:template>

  <xsl:function name="f:row" as="xs:string">
    <xsl:param name="cells" as="xs:string*"/>
    <xsl:sequence select="'| ' || string-join($cells, ' | ') || ' |'"/>
  </xsl:function>

  <xsl:function name="f:cells" as="xs:string*">
    <xsl:param name="row" as="element(tr)"/>
    <xsl:param name="columns" as="xs:integer"/>
    <xsl:for-each select="0 to $columns - 1">
      <xsl:sequence select="string-join($row/td[@x = string(current())] ! f:cell-lines(.), '&lt;br/>')"/>
    </xsl:for-each>
  </xsl:function>

  <!-- All lines of a cell, whatever holds them. -->
  <xsl:function name="f:cell-lines" as="xs:string*">
    <xsl:param name="holder" as="element()"/>
    <xsl:for-each select="$holder/*">
      <xsl:choose>
        <xsl:when test="self::p or self::label">
          <xsl:sequence select="f:line(*, true(), ())"/>
        </xsl:when>
        <xsl:otherwise>
          <xsl:sequence select="f:cell-lines(.)"/>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:for-each>
  </xsl:function>

</xsl:stylesheet>
