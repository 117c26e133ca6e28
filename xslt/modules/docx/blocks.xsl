<?xml version="1.0" encoding="UTF-8"?>
<!-- Paragraphs, lists, quotations. Word has no paragraph inside another: what holds it becomes its style and indentation. -->
<xsl:stylesheet version="3.0" expand-text="yes" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage" xmlns:t="http://www.tei-c.org/ns/1.0" xmlns:b="urn:tei-tools:flow" xmlns:f="urn:tei-tools:functions" xmlns:m="urn:tei-tools:modes"
    xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    xpath-default-namespace="urn:tei-tools:flow" exclude-result-prefixes="xs b f m pkg t">

  <xsl:template match="p" mode="m:docx" as="element(w:p)">
    <xsl:param name="within" as="xs:string?" tunnel="yes"/>
    <xsl:param name="level" as="xs:integer" select="0" tunnel="yes"/>
    <xsl:param name="side" as="xs:string?" tunnel="yes"/>
    <xsl:param name="bullet" as="xs:boolean" select="false()"/>
    <xsl:param name="label" as="element(label)?"/>
    <xsl:param name="before" as="element()*"/>
    <xsl:variable name="style" as="xs:string" select="f:style(., $within, $level, $bullet or $label)"/>
    <w:p>
      <w:pPr>
        <xsl:if test="$style ne 'p'">
          <w:pStyle w:val="{$style}"/>
        </xsl:if>
        <xsl:sequence select="f:indented($level, $bullet, exists($label))"/>
        <xsl:sequence select="f:aligned((@align, $side)[1])"/>
      </w:pPr>
      <xsl:sequence select="$before"/>
      <xsl:if test="$label">
        <xsl:apply-templates select="$label/*" mode="m:docx"/>
        <w:r><w:tab/></w:r>
      </xsl:if>
      <xsl:apply-templates select="*" mode="m:docx"/>
    </w:p>
  </xsl:template>

  <xsl:function name="f:style" as="xs:string">
    <xsl:param name="p" as="element(p)"/>
    <xsl:param name="within" as="xs:string?"/>
    <xsl:param name="level" as="xs:integer"/>
    <xsl:param name="first" as="xs:boolean"/>
    <xsl:sequence select="
        if ($p/@level) then 'head' || $p/@level
        else if ($p/@style = 'item') then (if ($first) then 'item' else ($within, 'item-more')[1])
        else if ($p/@style ne 'p') then $p/@style
        else if ($within) then $within
        else if ($level gt 0) then (if ($first) then 'item' else 'item-more')
        else 'p'"/>
  </xsl:function>

  <xsl:function name="f:indented" as="element()*">
    <xsl:param name="level" as="xs:integer"/>
    <xsl:param name="bullet" as="xs:boolean"/>
    <xsl:param name="label" as="xs:boolean"/>
    <xsl:variable name="depth" as="xs:integer" select="min((9, $level))"/>
    <xsl:choose>
      <xsl:when test="$bullet">
        <w:numPr><w:ilvl w:val="{$depth - 1}"/><w:numId w:val="1"/></w:numPr>
      </xsl:when>
      <xsl:when test="$label">
        <w:tabs><w:tab w:val="left" w:pos="{454 * $depth + 454}"/></w:tabs>
        <w:ind w:left="{454 * $depth + 454}" w:hanging="{454 * $depth + 454}"/>
      </xsl:when>
      <xsl:when test="$level gt 0">
        <w:ind w:left="{454 * $depth}"/>
      </xsl:when>
    </xsl:choose>
  </xsl:function>

  <xsl:function name="f:aligned" as="element()?">
    <xsl:param name="align" as="xs:string?"/>
    <xsl:if test="$align">
      <w:jc w:val="{$align}"/>
    </xsl:if>
  </xsl:function>

  <xsl:template match="rule" mode="m:docx" as="element(w:p)">
    <w:p>
      <w:pPr><w:pStyle w:val="rule"/></w:pPr>
    </w:p>
  </xsl:template>

  <xsl:template match="quote" mode="m:docx" as="element()*">
    <xsl:apply-templates mode="m:docx">
      <xsl:with-param name="within" select="'quote'" tunnel="yes"/>
    </xsl:apply-templates>
  </xsl:template>

  <xsl:template match="list" mode="m:docx" as="element()*">
    <xsl:param name="level" as="xs:integer" select="0" tunnel="yes"/>
    <xsl:apply-templates mode="m:docx">
      <xsl:with-param name="level" select="$level + 1" tunnel="yes"/>
    </xsl:apply-templates>
  </xsl:template>

  <!-- The bullet or label stands before the first paragraph. -->
  <xsl:template match="item" mode="m:docx" as="element()*">
    <xsl:variable name="first" as="element()?" select="(* except label)[1]"/>
    <xsl:if test="label and not($first/self::p)">
      <w:p>
        <w:pPr><w:pStyle w:val="item"/></w:pPr>
        <xsl:apply-templates select="label/*" mode="m:docx"/>
      </w:p>
    </xsl:if>
    <xsl:apply-templates select="$first" mode="m:docx">
      <xsl:with-param name="bullet" select="../@kind = 'bullet'"/>
      <xsl:with-param name="label" select="label[$first/self::p]"/>
    </xsl:apply-templates>
    <xsl:apply-templates select="* except (label, $first)" mode="m:docx"/>
  </xsl:template>

</xsl:stylesheet>
