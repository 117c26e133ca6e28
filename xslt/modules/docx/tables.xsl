<?xml version="1.0" encoding="UTF-8"?>
<!-- Tables. A cell that grows downwards leaves an empty one in each row that it grows into, as Word wants it. -->
<xsl:stylesheet version="3.0" expand-text="yes" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage" xmlns:t="http://www.tei-c.org/ns/1.0" xmlns:b="urn:tei-tools:flow" xmlns:f="urn:tei-tools:functions" xmlns:m="urn:tei-tools:modes"
    xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    xpath-default-namespace="urn:tei-tools:flow" exclude-result-prefixes="xs b f m pkg t">

  <xsl:template match="table" mode="m:docx" as="element()+">
    <w:tbl>
      <w:tblPr>
        <w:tblStyle w:val="table"/>
        <w:tblW w:w="0" w:type="auto"/>
      </w:tblPr>
      <w:tblGrid>
        <xsl:variable name="columns" as="xs:integer" select="xs:integer(@columns)"/>
        <xsl:for-each select="1 to $columns">
          <w:gridCol w:w="{9072 idiv $columns}"/>
        </xsl:for-each>
      </w:tblGrid>
      <xsl:apply-templates select="tr" mode="m:docx">
        <xsl:with-param name="tall" select="tr/td[@rows ne '1']" tunnel="yes"/>
      </xsl:apply-templates>
    </w:tbl>
    <!-- Two tables in a row would be one, and a cell ends with a paragraph. -->
    <xsl:if test="following-sibling::*[1][self::table] or parent::td and not(following-sibling::*)">
      <xsl:sequence select="f:empty-line()"/>
    </xsl:if>
  </xsl:template>

  <xsl:template match="tr" mode="m:docx" as="element(w:tr)">
    <xsl:param name="tall" as="element(td)*" tunnel="yes"/>
    <xsl:variable name="row" as="element(tr)" select="."/>
    <xsl:variable name="number" as="xs:integer" select="position()"/>
    <xsl:variable name="above" as="element(td)*" select="
        $tall[.. &lt;&lt; $row][count(../preceding-sibling::tr) + xs:integer(@rows) ge $number]"/>
    <w:tr>
      <xsl:if test="@head = 'true'">
        <w:trPr><w:tblHeader/></w:trPr>
      </xsl:if>
      <xsl:iterate select="0 to xs:integer(../@columns) - 1">
        <xsl:param name="free" as="xs:integer" select="0"/>
        <xsl:variable name="x" as="xs:integer" select="."/>
        <xsl:variable name="cell" as="element(td)?" select="$row/td[xs:integer(@x) = $x]"/>
        <xsl:variable name="grown" as="element(td)?" select="$above[xs:integer(@x) = $x][1]"/>
        <xsl:if test="$x ge $free">
          <xsl:apply-templates select="$cell" mode="m:docx"/>
          <xsl:if test="not($cell)">
            <xsl:sequence select="f:empty-cell(xs:integer(($grown/@cols, 1)[1]), exists($grown))"/>
          </xsl:if>
        </xsl:if>
        <xsl:next-iteration>
          <xsl:with-param name="free" select="
              if ($x lt $free) then $free else $x + xs:integer(($cell/@cols, $grown/@cols, 1)[1])"/>
        </xsl:next-iteration>
      </xsl:iterate>
    </w:tr>
  </xsl:template>

  <xsl:template match="td" mode="m:docx" as="element(w:tc)">
    <w:tc>
      <w:tcPr>
        <xsl:sequence select="f:wide(xs:integer(@cols))"/>
        <xsl:if test="@rows ne '1'">
          <w:vMerge w:val="restart"/>
        </xsl:if>
      </w:tcPr>
      <xsl:apply-templates select="*" mode="m:docx">
        <xsl:with-param name="within" select="'table-text'" tunnel="yes"/>
        <xsl:with-param name="level" select="0" tunnel="yes"/>
        <xsl:with-param name="side" select="'right'[current()/@figures = 'true']" tunnel="yes"/>
      </xsl:apply-templates>
      <xsl:if test="not(*)">
        <xsl:sequence select="f:empty-line()"/>
      </xsl:if>
    </w:tc>
  </xsl:template>

  <xsl:function name="f:empty-cell" as="element(w:tc)">
    <xsl:param name="columns" as="xs:integer"/>
    <xsl:param name="grown-into" as="xs:boolean"/>
    <w:tc>
      <w:tcPr>
        <xsl:sequence select="f:wide($columns)"/>
        <xsl:if test="$grown-into">
          <w:vMerge/>
        </xsl:if>
      </w:tcPr>
      <xsl:sequence select="f:empty-line()"/>
    </w:tc>
  </xsl:function>

  <xsl:function name="f:wide" as="element(w:gridSpan)?">
    <xsl:param name="columns" as="xs:integer"/>
    <xsl:if test="$columns gt 1">
      <w:gridSpan w:val="{$columns}"/>
    </xsl:if>
  </xsl:function>

  <xsl:function name="f:empty-line" as="element(w:p)">
    <w:p>
      <w:pPr><w:pStyle w:val="table-text"/></w:pPr>
    </w:p>
  </xsl:function>

</xsl:stylesheet>
