<?xml version="1.0" encoding="UTF-8"?>
<!-- Paragraphs, lists, tables, openers and closers. -->
<xsl:stylesheet version="3.0" expand-text="yes" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  xmlns="http://www.tei-c.org/ns/1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:tei-tools:functions" xmlns:m="urn:tei-tools:modes" xmlns:t="urn:tei-tools:templates" exclude-result-prefixes="#all">

  <!-- Blocks of text: page breaks at their edges stand before and behind them. -->
  <xsl:template match="p | head | salute | signed | dateline | item | label | l | trailer" mode="m:import" as="element()+">
    <xsl:call-template name="t:block"/>
  </xsl:template>

  <xsl:template name="t:block" as="element()+">
    <xsl:param name="as" as="xs:string" select="local-name()"/>
    <xsl:param name="rend" as="xs:string?"/>
    <xsl:call-template name="t:moved"><xsl:with-param name="side" select="-1"/></xsl:call-template>
    <xsl:element name="{$as}">
      <xsl:apply-templates select="@*" mode="m:import"/>
      <xsl:if test="$rend">
        <xsl:attribute name="rend" select="$rend"/>
      </xsl:if>
      <xsl:apply-templates mode="m:import"/>
    </xsl:element>
    <xsl:call-template name="t:moved"><xsl:with-param name="side" select="1"/></xsl:call-template>
  </xsl:template>

  <!-- Every dateline of the dialect stands on the right. -->
  <xsl:template match="dateline/@rendition" mode="m:import" as="empty-sequence()" priority="2"/>

  <xsl:template match="list | table | row | lg | postscript" mode="m:import" as="element()">
    <xsl:element name="{local-name()}">
      <xsl:apply-templates select="@*, node()" mode="m:import"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="quote" mode="m:import" as="element(quote)">
    <quote>
      <xsl:apply-templates select="@*, node()" mode="m:import"/>
    </quote>
  </xsl:template>

  <xsl:template match="cell" mode="m:import" as="element(cell)">
    <xsl:variable name="look" as="xs:string*" select="
        tokenize(@rendition) ! replace(., '^#', ''), tokenize(@role[not(. = ('label', 'data', 'sum', 'total'))]) ! ('role-' || .)"/>
    <cell>
      <xsl:apply-templates select="@*" mode="m:import"/>
      <xsl:if test="exists($look)">
        <xsl:attribute name="rend" select="$look"/>
      </xsl:if>
      <xsl:apply-templates mode="m:import"/>
    </cell>
  </xsl:template>

  <!-- <signed><list><item>…</item>…</list></signed> → <signed rend="item">…</signed>… -->
  <xsl:template match="closer/signed[list]" mode="m:import" as="element()*" priority="2">
    <xsl:apply-templates select="list/(item | pb | note)" mode="m:signers"/>
  </xsl:template>

  <xsl:mode name="m:signers" on-no-match="fail"/>
  <xsl:template match="item" mode="m:signers" as="element()+">
    <xsl:call-template name="t:block">
      <xsl:with-param name="as" select="'signed'"/>
      <xsl:with-param name="rend" select="'item'"/>
    </xsl:call-template>
  </xsl:template>
  <xsl:template match="pb | note" mode="m:signers" as="element()*">
    <xsl:apply-templates select="." mode="m:import"/>
  </xsl:template>

  <!-- A list that has nothing but its heading is a line. -->
  <xsl:template match="list[not(item)]" mode="m:import" as="element()+" priority="2">
    <xsl:for-each select="head">
      <xsl:call-template name="t:block">
        <xsl:with-param name="as" select="'p'"/>
        <xsl:with-param name="rend" select="'heading'"/>
      </xsl:call-template>
    </xsl:for-each>
    <xsl:sequence select="f:report(., 'import.element', 'list')"/>
    <xsl:apply-templates select="node() except head" mode="m:import"/>
  </xsl:template>

  <!-- Our lists have a label for each item, or for none. -->
  <xsl:template match="list[label][item[not(preceding-sibling::*[not(self::pb or self::lb)][1][self::label])]]/label" mode="m:import" as="element(item)" priority="2">
    <item rend="label">
      <xsl:apply-templates mode="m:import"/>
    </item>
  </xsl:template>

  <xsl:template match="list/lb | table/lb" mode="m:import" as="empty-sequence()" priority="2">
    <xsl:sequence select="f:report(., 'import.element', 'lb')"/>
  </xsl:template>

  <xsl:template match="postscript/label" mode="m:import" as="element()+" priority="2">
    <xsl:call-template name="t:block">
      <xsl:with-param name="as" select="'p'"/>
      <xsl:with-param name="rend" select="'label'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="opener" mode="m:import" as="element(opener)">
    <opener>
      <xsl:apply-templates select="@* except @rendition" mode="m:import"/>
      <xsl:apply-templates mode="m:import"/>
    </opener>
  </xsl:template>

  <!-- Only the parts of an opener hold text. -->
  <xsl:template match="opener/text()[normalize-space()] | closer/hi | opener/hi | closer/gloss | closer/persName" mode="m:import" as="element(seg)" priority="2">
    <seg>
      <xsl:choose>
        <xsl:when test="self::text()">{f:text(.)}</xsl:when>
        <xsl:otherwise><xsl:next-match/></xsl:otherwise>
      </xsl:choose>
    </seg>
  </xsl:template>

  <xsl:template match="closer" mode="m:import" as="element()">
    <closer>
      <xsl:apply-templates select="@*, node()" mode="m:import"/>
    </closer>
  </xsl:template>

  <!-- Where text follows, a signature is a paragraph, and so is a dateline where text stands before it. -->
  <xsl:mode name="m:between" on-no-match="fail"/>

  <xsl:template match="closer" mode="m:between" as="element()*">
    <xsl:for-each-group select="node()" group-adjacent="self::signed or self::salute or self::dateline">
      <xsl:choose>
        <xsl:when test="current-grouping-key()">
          <xsl:for-each select="current-group()">
            <xsl:call-template name="t:block">
              <xsl:with-param name="as" select="'p'"/>
              <xsl:with-param name="rend" select="if (self::signed) then 'signature' else if (self::salute) then 'salute' else 'dateline'"/>
            </xsl:call-template>
          </xsl:for-each>
        </xsl:when>
        <xsl:when test="current-group()[self::* or normalize-space()][not(self::lb)]">
          <p rend="signature">
            <xsl:apply-templates select="current-group()" mode="m:import"/>
          </p>
        </xsl:when>
        <xsl:when test="current-group()[self::lb]">
          <xsl:sequence select="f:report(., 'import.element', 'lb')"/>
        </xsl:when>
      </xsl:choose>
    </xsl:for-each-group>
  </xsl:template>

  <xsl:template match="opener" mode="m:between" as="element()*">
    <xsl:for-each select="dateline | salute | seg | note | pb | text()[normalize-space()]">
      <xsl:choose>
        <xsl:when test="self::dateline or self::salute or self::seg">
          <xsl:apply-templates select="." mode="m:between"/>
        </xsl:when>
        <xsl:when test="self::text()">
          <p rend="seg">{f:text(.)}</p>
        </xsl:when>
        <xsl:otherwise>
          <xsl:apply-templates select="." mode="m:import"/>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:for-each>
    <xsl:if test="lb">
      <xsl:sequence select="f:report(lb[1], 'import.element', 'lb')"/>
    </xsl:if>
  </xsl:template>

  <xsl:template match="dateline | salute | head | trailer | seg" mode="m:between" as="element()+">
    <xsl:call-template name="t:block">
      <xsl:with-param name="as" select="'p'"/>
      <xsl:with-param name="rend" select="string-join((if (self::head) then 'heading' else local-name(), tokenize((@rend, @rendition)[1]) ! replace(., '^#', '')[not(. = 'right')]), ' ')"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="postscript" mode="m:between" as="element()*">
    <xsl:sequence select="f:report(., 'import.element', 'postscript')"/>
    <xsl:apply-templates select="*" mode="m:import"/>
  </xsl:template>

  <xsl:template match="text()[normalize-space()]" mode="m:between" as="element(p)">
    <p rend="text">{f:text(.)}</p>
  </xsl:template>

  <!-- A phrase between blocks. -->
  <xsl:template match="hi | persName | gloss | ref | date | lb | placeName | time" mode="m:between" as="element()?">
    <xsl:choose>
      <xsl:when test="self::lb">
        <xsl:sequence select="f:report(., 'import.element', 'lb')"/>
      </xsl:when>
      <xsl:otherwise>
        <p rend="text"><xsl:apply-templates select="." mode="m:import"/></p>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="text()[not(normalize-space())]" mode="m:between" as="empty-sequence()"/>

  <xsl:template match="p | list | table | quote | lg | pb | note | figure | gap | comment() | processing-instruction()" mode="m:between" as="element()*">
    <xsl:apply-templates select="." mode="m:import"/>
  </xsl:template>

  <xsl:template match="*" mode="m:between" as="element()*" priority="-1">
    <xsl:sequence select="f:report(., 'import.element', name())"/>
    <p rend="text"><xsl:apply-templates mode="m:import"/></p>
  </xsl:template>
</xsl:stylesheet>
