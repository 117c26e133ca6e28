<?xml version="1.0" encoding="UTF-8"?>
<!-- What stands in a line: names, dates, styles, readings. -->
<xsl:stylesheet version="3.0" expand-text="yes" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:tei-tools:functions" xmlns:m="urn:tei-tools:modes" exclude-result-prefixes="#all">

  <!-- Names and dates are set as their words. -->
  <xsl:template mode="m:typst" match="persName | orgName | placeName | name | rs | surname | forename | genName | addName | roleName |
      nameLink | country | region | settlement | date | time | idno | term | gloss | seg | num | measure | ident | author | editor |
      publisher | pubPlace | edition | extent | biblScope | choice | subst | abbr | add | unclear | sic | orig">
    <xsl:apply-templates mode="m:typst"/>
  </xsl:template>

  <xsl:template match="bibl" mode="m:typst">
    <xsl:apply-templates mode="m:typst"/>
  </xsl:template>

  <xsl:template match="listBibl" mode="m:typst">
    <xsl:apply-templates mode="m:typst"/>
  </xsl:template>

  <xsl:template match="listBibl/bibl" mode="m:typst" priority="1">
    <xsl:text>#own-line[</xsl:text>
    <xsl:apply-templates mode="m:typst"/>
    <xsl:text>];&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="emph | foreign | title[@level = ('m', 'j', 's')] | hi[f:rend(., ('italic', 'ital', 'i'))]" mode="m:typst">
    <xsl:call-template name="styled"/>
  </xsl:template>

  <xsl:template match="foreign[exists(f:typst-language(@xml:lang))]" mode="m:typst" priority="1">
    <xsl:text>#in-lang({f:typst-language(@xml:lang)})[</xsl:text>
    <xsl:call-template name="styled"/>
    <xsl:text>];</xsl:text>
  </xsl:template>

  <xsl:template match="hi | title" mode="m:typst" priority="-0.4">
    <xsl:apply-templates mode="m:typst"/>
  </xsl:template>

  <xsl:template match="hi[f:rend(., ('bold', 'strong', 'b'))]" mode="m:typst" priority="1">
    <xsl:call-template name="styled">
      <xsl:with-param name="call" select="'strong'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="hi[f:rend(., ('smallcaps', 'small-caps', 'sc'))]" mode="m:typst" priority="2">
    <xsl:call-template name="styled">
      <xsl:with-param name="call" select="'smallcaps'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="hi[f:rend(., ('underline', 'u'))]" mode="m:typst" priority="3">
    <xsl:call-template name="styled">
      <xsl:with-param name="call" select="'underline'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="hi[f:rend(., ('superscript', 'sup', 'super'))]" mode="m:typst" priority="4">
    <xsl:call-template name="styled">
      <xsl:with-param name="call" select="'super'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="hi[f:rend(., ('subscript', 'sub'))]" mode="m:typst" priority="5">
    <xsl:call-template name="styled">
      <xsl:with-param name="call" select="'sub'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="code" mode="m:typst">
    <xsl:call-template name="styled">
      <xsl:with-param name="call" select="'mono'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="del" mode="m:typst">
    <xsl:call-template name="styled">
      <xsl:with-param name="call" select="'strike'"/>
    </xsl:call-template>
  </xsl:template>

  <!-- A correction, or what an abbreviation stands for, follows in brackets. -->
  <xsl:template match="choice/corr | choice/reg | choice/expan" mode="m:typst" priority="1">
    <xsl:call-template name="styled">
      <xsl:with-param name="call" select="'corrected'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="choice/unclear[preceding-sibling::unclear]" mode="m:typst" priority="1">
    <xsl:call-template name="styled">
      <xsl:with-param name="call" select="'corrected'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="corr | reg | expan" mode="m:typst">
    <xsl:apply-templates mode="m:typst"/>
  </xsl:template>

  <xsl:template match="supplied" mode="m:typst">
    <xsl:variable name="bare" as="xs:boolean" select="not(starts-with(normalize-space(), '['))"/>
    <xsl:text>{'#"[";'[$bare]}</xsl:text>
    <xsl:apply-templates mode="m:typst"/>
    <xsl:text>{'#"]";'[$bare]}</xsl:text>
  </xsl:template>

  <!-- The words in brackets that say what was left out are text; where there are none, three dots are. -->
  <xsl:template match="gap" mode="m:typst">
    <xsl:value-of select="f:text(f:say('gap'))"/>
  </xsl:template>

  <xsl:template match="gap[following-sibling::node()[1][self::text()][starts-with(normalize-space(), '[')]]" mode="m:typst" priority="1"/>

  <xsl:template name="styled">
    <xsl:param name="call" as="xs:string" select="'emph'"/>
    <xsl:text>#{$call}[</xsl:text>
    <xsl:apply-templates mode="m:typst"/>
    <xsl:text>];</xsl:text>
  </xsl:template>

</xsl:stylesheet>
