<?xml version="1.0" encoding="UTF-8"?>
<!-- What stands in a line: names, dates, styles, readings. -->
<xsl:stylesheet version="3.0" expand-text="yes" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:b="urn:tei-tools:flow"
    xmlns:f="urn:tei-tools:functions" xmlns:m="urn:tei-tools:modes" exclude-result-prefixes="#all">

  <!-- A language other than that of the document. -->
  <xsl:template match="text//*[@xml:lang]" mode="m:flow" priority="20">
    <xsl:next-match>
      <xsl:with-param name="lang" select="string(@xml:lang)" tunnel="yes"/>
    </xsl:next-match>
  </xsl:template>

  <!-- Names, dates and terms have a style of their own, under their TEI name. -->
  <xsl:template match="persName | orgName | placeName | date | term" mode="m:flow">
    <xsl:apply-templates mode="m:flow">
      <xsl:with-param name="phrase" select="local-name()" tunnel="yes"/>
    </xsl:apply-templates>
  </xsl:template>

  <!-- These are set as their words. -->
  <xsl:template mode="m:flow" match="name | rs | surname | forename | genName | addName | roleName | nameLink | country | region
      | settlement | time | idno | gloss | seg | num | measure | ident | author | editor | publisher | pubPlace | edition | extent
      | biblScope | choice | subst | abbr | add | unclear | sic | orig | corr | reg | expan | bibl | listBibl">
    <xsl:apply-templates mode="m:flow"/>
  </xsl:template>

  <xsl:template match="listBibl/bibl | (div | postscript)/cit/bibl" mode="m:flow" priority="1">
    <xsl:call-template name="blocks">
      <xsl:with-param name="style" select="'bibl'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="hi | emph | foreign | title | code | del" mode="m:flow">
    <xsl:param name="look" as="xs:string*" tunnel="yes"/>
    <xsl:apply-templates mode="m:flow">
      <xsl:with-param name="look" select="$look, f:looks(.)" tunnel="yes"/>
    </xsl:apply-templates>
  </xsl:template>

  <!-- i b sc u sup sub del code -->
  <xsl:function name="f:looks" as="xs:string*">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
        $element/(self::emph | self::foreign | self::title[@level = ('m', 'j', 's')]) ! 'i',
        $element/(self::del | self::code) ! local-name(),
        for $word in $element/self::hi/tokenize(@rend) return
          $names[tokenize(.) = $word] ! substring-before(., ' ')"/>
  </xsl:function>

  <xsl:variable name="names" as="xs:string+" select="
      'i italic ital i', 'b bold strong b', 'sc smallcaps small-caps sc', 'u underline u', 'sup superscript sup super',
      'sub subscript sub'"/>

  <!-- A correction, or what an abbreviation stands for, follows in brackets. -->
  <xsl:template match="choice/corr | choice/reg | choice/expan | choice/unclear[preceding-sibling::unclear]" mode="m:flow" priority="1">
    <xsl:sequence select="f:supplied(' [')"/>
    <xsl:apply-templates mode="m:flow"/>
    <xsl:sequence select="f:supplied(']')"/>
  </xsl:template>

  <xsl:template match="supplied" mode="m:flow">
    <xsl:variable name="bare" as="xs:boolean" select="not(starts-with(normalize-space(), '['))"/>
    <xsl:sequence select="f:supplied('[')[$bare]"/>
    <xsl:apply-templates mode="m:flow"/>
    <xsl:sequence select="f:supplied(']')[$bare]"/>
  </xsl:template>

  <!-- The words in brackets that say what was left out are text; where there are none, three dots are. -->
  <xsl:template match="gap" mode="m:flow">
    <xsl:sequence select="f:supplied(f:say('gap'))"/>
  </xsl:template>

  <xsl:template match="gap[following-sibling::node()[1][self::text()][starts-with(normalize-space(), '[')]]" mode="m:flow" priority="1"/>

</xsl:stylesheet>
