<?xml version="1.0" encoding="UTF-8"?>
<!-- What stands in a line: words, links, notes, the pages of the original. -->
<xsl:stylesheet version="3.0" expand-text="yes" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage" xmlns:t="http://www.tei-c.org/ns/1.0" xmlns:b="urn:tei-tools:flow" xmlns:f="urn:tei-tools:functions" xmlns:m="urn:tei-tools:modes"
    xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    xpath-default-namespace="urn:tei-tools:flow" exclude-result-prefixes="xs b f m pkg t">

  <!-- The number that Word has come to, and whether the last note has it. A note whose printed number is another carries
    its own, and Word does not count it. -->
  <xsl:accumulator name="counted" as="xs:integer+" initial-value="0, 0">
    <xsl:accumulator-rule match="note" select="if (@n = string($value[1] + 1)) then ($value[1] + 1, 1) else ($value[1], 0)"/>
  </xsl:accumulator>

  <xsl:accumulator name="footnotes" as="xs:integer" initial-value="0">
    <xsl:accumulator-rule match="note" select="$value + 1"/>
  </xsl:accumulator>

  <xsl:accumulator name="marks" as="xs:integer" initial-value="0">
    <xsl:accumulator-rule match="mark" select="$value + 1"/>
  </xsl:accumulator>

  <xsl:key name="mark" match="mark" use="@id"/>

  <xsl:template match="r" mode="m:docx" as="element()">
    <xsl:param name="links" as="xs:string*" tunnel="yes"/>
    <xsl:variable name="words" as="element(w:r)">
      <w:r>
        <xsl:where-populated>
          <w:rPr>
            <xsl:sequence select="f:run-style((@style[. ne 'ref'], 'link'[current()/@href], @style)[1])"/>
            <xsl:sequence select="f:look(tokenize(@look)), f:spoken(@lang)"/>
          </w:rPr>
        </xsl:where-populated>
        <w:t xml:space="preserve">{.}</w:t>
      </w:r>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="starts-with(@href, '#')">
        <w:hyperlink w:anchor="{f:bookmark(substring(@href, 2), root())}">
          <xsl:sequence select="$words"/>
        </w:hyperlink>
      </xsl:when>
      <xsl:when test="@href">
        <w:hyperlink r:id="link{index-of($links, @href)}">
          <xsl:sequence select="$words"/>
        </w:hyperlink>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="$words"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:function name="f:run-style" as="element(w:rStyle)?">
    <xsl:param name="style" as="xs:string?"/>
    <xsl:if test="$style">
      <w:rStyle w:val="{$style}"/>
    </xsl:if>
  </xsl:function>

  <!-- The order is that of the format. -->
  <xsl:function name="f:look" as="element()*">
    <xsl:param name="looks" as="xs:string*"/>
    <xsl:if test="$looks = 'code'">
      <w:rFonts w:ascii="Courier New" w:hAnsi="Courier New"/>
    </xsl:if>
    <xsl:if test="$looks = 'b'"><w:b/></xsl:if>
    <xsl:if test="$looks = 'i'"><w:i/></xsl:if>
    <xsl:if test="$looks = 'sc'"><w:smallCaps/></xsl:if>
    <xsl:if test="$looks = 'del'"><w:strike/></xsl:if>
    <xsl:if test="$looks = 'u'"><w:u w:val="single"/></xsl:if>
    <xsl:if test="$looks = ('sup', 'sub')">
      <w:vertAlign w:val="{if ($looks = 'sup') then 'superscript' else 'subscript'}"/>
    </xsl:if>
  </xsl:function>

  <!-- What is written from right to left says so. -->
  <xsl:function name="f:spoken" as="element()*">
    <xsl:param name="language" as="xs:string?"/>
    <xsl:variable name="leftwards" as="xs:boolean" select="matches($language, '^(ar|fa|he|ur|yi|ps|syr|arc)(-|$)')"/>
    <xsl:if test="$leftwards">
      <w:rtl/>
    </xsl:if>
    <xsl:if test="$language">
      <w:lang>
        <xsl:attribute name="{if ($leftwards) then 'w:bidi' else 'w:val'}" select="$language"/>
      </w:lang>
    </xsl:if>
  </xsl:function>

  <xsl:template match="lb" mode="m:docx" as="element(w:r)">
    <w:r><w:br/></w:r>
  </xsl:template>

  <xsl:template match="pb" mode="m:docx" as="element(w:r)">
    <w:r>
      <w:rPr><w:rStyle w:val="pb"/></w:rPr>
      <w:t xml:space="preserve">[{f:say('page', map { 'n': string(@n) })}]</w:t>
    </w:r>
  </xsl:template>

  <!-- Names of bookmarks are short; they are counted where the id is not. -->
  <xsl:template match="mark" mode="m:docx" as="element()+">
    <xsl:variable name="number" as="xs:integer" select="accumulator-before('marks')"/>
    <w:bookmarkStart w:id="{$number}" w:name="{f:bookmark(@id, root())}"/>
    <w:bookmarkEnd w:id="{$number}"/>
  </xsl:template>

  <xsl:function name="f:bookmark" as="xs:string">
    <xsl:param name="id" as="xs:string"/>
    <xsl:param name="flow" as="document-node()"/>
    <xsl:sequence select="
        if (matches($id, '^[A-Za-z][A-Za-z0-9_]{0,39}$')) then $id
        else '_place' || key('mark', $id, $flow)[1]/accumulator-before('marks')"/>
  </xsl:function>

  <xsl:template match="note" mode="m:docx" as="element(w:r)">
    <xsl:variable name="own" as="xs:boolean" select="accumulator-before('counted')[2] = 0"/>
    <w:r>
      <w:rPr><w:rStyle w:val="mark"/></w:rPr>
      <w:footnoteReference w:id="{accumulator-before('footnotes')}">
        <xsl:if test="$own">
          <xsl:attribute name="w:customMarkFollows" select="1"/>
        </xsl:if>
      </w:footnoteReference>
      <xsl:if test="$own">
        <w:t>{@n}</w:t>
      </xsl:if>
    </w:r>
  </xsl:template>

  <xsl:mode name="m:footnote" on-no-match="fail" on-multiple-match="fail"/>

  <!-- The number stands before the first word; a footnote that begins with no paragraph gets one. -->
  <xsl:template match="note" mode="m:footnote" as="element(w:footnote)">
    <xsl:variable name="number" as="element(w:r)+">
      <w:r>
        <w:rPr><w:rStyle w:val="mark"/></w:rPr>
        <xsl:choose>
          <xsl:when test="accumulator-before('counted')[2] = 1">
            <w:footnoteRef/>
          </xsl:when>
          <xsl:otherwise>
            <w:t>{@n}</w:t>
          </xsl:otherwise>
        </xsl:choose>
      </w:r>
      <w:r>
        <w:rPr><w:rStyle w:val="mark"/></w:rPr>
        <w:t xml:space="preserve"> </w:t>
      </w:r>
    </xsl:variable>
    <xsl:variable name="first" as="element(p)?" select="*[1][self::p]"/>
    <w:footnote w:id="{accumulator-before('footnotes')}">
      <xsl:if test="not($first)">
        <w:p>
          <w:pPr><w:pStyle w:val="note"/></w:pPr>
          <xsl:sequence select="$number"/>
        </w:p>
      </xsl:if>
      <xsl:apply-templates select="$first" mode="m:docx">
        <xsl:with-param name="before" select="$number"/>
        <xsl:with-param name="within" select="'note'" tunnel="yes"/>
      </xsl:apply-templates>
      <xsl:apply-templates select="* except $first" mode="m:docx">
        <xsl:with-param name="within" select="'note'" tunnel="yes"/>
      </xsl:apply-templates>
    </w:footnote>
  </xsl:template>

</xsl:stylesheet>
