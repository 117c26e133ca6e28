<?xml version="1.0" encoding="UTF-8"?>
<!-- The styles, under names that editors can restyle: those of the program where it has one (Heading 1, Quote), else TEI's. -->
<xsl:stylesheet version="3.0" expand-text="yes" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage" xmlns:t="http://www.tei-c.org/ns/1.0" xmlns:b="urn:tei-tools:flow" xmlns:f="urn:tei-tools:functions" xmlns:m="urn:tei-tools:modes"
    xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    xpath-default-namespace="urn:tei-tools:flow" exclude-result-prefixes="xs b f m pkg t">

  <!-- Paragraph styles: the style of the flow, its name, what it is based on, and how it looks. -->
  <xsl:variable name="paragraph-styles" as="element()+" xmlns="">
    <style id="dateline" name="Dateline"><pPr><w:jc w:val="right"/></pPr></style>
    <style id="opener" name="Opener"><pPr><w:spacing w:after="60"/></pPr></style>
    <style id="salute" name="Salute"><pPr><w:keepNext/></pPr></style>
    <style id="closer" name="Closer"><pPr><w:ind w:left="4536"/></pPr></style>
    <style id="signed" name="Signed"><pPr><w:ind w:left="4536"/></pPr><rPr><w:smallCaps/></rPr></style>
    <style id="postscript" name="Postscript"/>
    <style id="address" name="Address"/>
    <style id="subhead" name="Subhead"><pPr><w:keepNext/></pPr><rPr><w:b/></rPr></style>
    <style id="item" name="List Item"><pPr><w:spacing w:after="60"/></pPr></style>
    <style id="item-more" name="List Item Continued"/>
    <style id="table-text" name="Table Text"><pPr><w:spacing w:after="0"/></pPr><rPr><w:sz w:val="20"/></rPr></style>
    <style id="table-head" name="Table Head" base="table-text"><pPr><w:keepNext/></pPr><rPr><w:b/></rPr></style>
    <style id="verse" name="Verse"><pPr><w:ind w:left="567"/></pPr></style>
    <style id="bibl" name="Bibl"><pPr><w:ind w:left="567"/></pPr></style>
    <style id="figure" name="Figure"><pPr><w:jc w:val="center"/></pPr></style>
    <style id="title" name="Title"><pPr><w:jc w:val="center"/></pPr><rPr><w:sz w:val="36"/></rPr></style>
    <style id="imprint" name="Imprint"><pPr><w:jc w:val="center"/></pPr></style>
    <style id="rule" name="Attachment Rule"><pPr><w:keepNext/><w:pBdr><w:bottom w:val="single" w:sz="6" w:space="1" w:color="808080"/></w:pBdr></pPr></style>
    <style id="quote" name="Quote"><pPr><w:ind w:left="567" w:right="567"/></pPr></style>
    <style id="note" name="footnote text"><pPr><w:spacing w:after="40" w:line="240" w:lineRule="auto"/></pPr><rPr><w:sz w:val="20"/></rPr></style>
  </xsl:variable>

  <xsl:variable name="character-styles" as="element()+" xmlns="">
    <style id="persName" name="persName"/>
    <style id="orgName" name="orgName"/>
    <style id="placeName" name="placeName"/>
    <style id="date" name="date"/>
    <style id="term" name="term"/>
    <style id="ref" name="ref"/>
    <style id="supplied" name="supplied"><rPr><w:color w:val="595959"/></rPr></style>
    <style id="link" name="Hyperlink"><rPr><w:color w:val="1F4E79"/><w:u w:val="single"/></rPr></style>
    <style id="pb" name="pb"><rPr><w:color w:val="9C2A10"/><w:sz w:val="18"/></rPr></style>
    <style id="mark" name="footnote reference"><rPr><w:vertAlign w:val="superscript"/></rPr></style>
  </xsl:variable>

  <xsl:function name="f:styles" as="element()">
    <xsl:param name="language" as="xs:string"/>
    <w:styles>
      <w:docDefaults>
        <w:rPrDefault>
          <w:rPr>
            <w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="Times New Roman" w:cs="Times New Roman"/>
            <w:sz w:val="24"/><w:szCs w:val="24"/>
            <w:lang w:val="{$language}"/>
          </w:rPr>
        </w:rPrDefault>
        <w:pPrDefault>
          <w:pPr><w:spacing w:after="120" w:line="276" w:lineRule="auto"/></w:pPr>
        </w:pPrDefault>
      </w:docDefaults>
      <w:style w:type="paragraph" w:default="1" w:styleId="p"><w:name w:val="Normal"/><w:qFormat/></w:style>
      <w:style w:type="character" w:default="1" w:styleId="words"><w:name w:val="Default Paragraph Font"/></w:style>
      <w:style w:type="table" w:default="1" w:styleId="plain-table"><w:name w:val="Normal Table"/></w:style>
      <xsl:for-each select="1 to 6">
        <w:style w:type="paragraph" w:styleId="head{.}">
          <w:name w:val="heading {.}"/><w:basedOn w:val="p"/><w:next w:val="p"/><w:qFormat/>
          <w:pPr><w:keepNext/><w:spacing w:before="{360 - 40 * .}" w:after="160"/><w:outlineLvl w:val="{. - 1}"/></w:pPr>
          <w:rPr><w:b/><w:sz w:val="{34 - 3 * .}"/></w:rPr>
        </w:style>
      </xsl:for-each>
      <xsl:for-each select="$paragraph-styles">
        <w:style w:type="paragraph" w:styleId="{@id}">
          <w:name w:val="{@name}"/><w:basedOn w:val="{(@base, 'p')[1]}"/><w:qFormat/>
          <xsl:apply-templates select="*" mode="m:settings"/>
        </w:style>
      </xsl:for-each>
      <xsl:for-each select="$character-styles">
        <w:style w:type="character" w:styleId="{@id}">
          <w:name w:val="{@name}"/><w:basedOn w:val="words"/><w:qFormat/>
          <xsl:apply-templates select="*" mode="m:settings"/>
        </w:style>
      </xsl:for-each>
      <w:style w:type="table" w:styleId="table">
        <w:name w:val="Table Grid"/><w:basedOn w:val="plain-table"/>
        <w:tblPr>
          <w:tblBorders>
            <xsl:for-each select="'top', 'bottom', 'insideH'">
              <xsl:element name="w:{.}">
                <xsl:attribute name="w:val" select="'single'"/>
                <xsl:attribute name="w:sz" select="4"/>
                <xsl:attribute name="w:space" select="0"/>
                <xsl:attribute name="w:color" select="'808080'"/>
              </xsl:element>
            </xsl:for-each>
          </w:tblBorders>
          <w:tblCellMar><w:left w:w="85" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar>
        </w:tblPr>
      </w:style>
    </w:styles>
  </xsl:function>

  <!-- pPr and rPr become those of Word. -->
  <xsl:mode name="m:settings" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="*:pPr | *:rPr" mode="m:settings" as="element()">
    <xsl:element name="w:{local-name()}">
      <xsl:copy-of select="*"/>
    </xsl:element>
  </xsl:template>

  <!-- Bullets, by the depth of their list. -->
  <xsl:function name="f:numbering" as="element()">
    <w:numbering>
      <w:abstractNum w:abstractNumId="0">
        <w:multiLevelType w:val="hybridMultilevel"/>
        <xsl:for-each select="0 to 8">
          <w:lvl w:ilvl="{.}">
            <w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="{if (. mod 2 = 0) then '•' else '–'}"/><w:lvlJc w:val="left"/>
            <w:pPr><w:ind w:left="{454 + 454 * .}" w:hanging="284"/></w:pPr>
          </w:lvl>
        </xsl:for-each>
      </w:abstractNum>
      <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
    </w:numbering>
  </xsl:function>

</xsl:stylesheet>
