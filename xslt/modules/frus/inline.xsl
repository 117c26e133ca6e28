<?xml version="1.0" encoding="UTF-8"?>
<!-- What lies within a line. persName/@ref → @corresp, term/@ref → gloss/@target; what the dialect lacks is its words. -->
<xsl:stylesheet version="3.0" expand-text="yes" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  xmlns="http://www.tei-c.org/ns/1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:frus="http://history.state.gov/frus/ns/1.0"
  xmlns:f="urn:tei-tools:functions" xmlns:m="urn:tei-tools:modes" xmlns:t="urn:tei-tools:templates" exclude-result-prefixes="xs f m t">

  <xsl:template match="persName" mode="m:frus" as="node()*">
    <xsl:choose>
      <xsl:when test="normalize-space()">
        <persName>
          <xsl:apply-templates select="@ref, @key, @role, @xml:id" mode="m:frus"/>
          <xsl:apply-templates mode="m:frus"/>
        </persName>
      </xsl:when>
      <xsl:otherwise>
        <xsl:apply-templates mode="m:frus"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="persName/@ref | signed/@corresp | p/@corresp" mode="m:frus" as="attribute()">
    <xsl:attribute name="corresp" select="tokenize(.) ! f:pointer(., current())"/>
  </xsl:template>

  <!-- A key that has the form of a pointer is one that the lists do not have. -->
  <xsl:template match="persName/@key[contains(., '#')]" mode="m:frus" as="attribute()">
    <xsl:attribute name="corresp" select="if (starts-with(., '#') and not($is-volume)) then $volume || . else ."/>
  </xsl:template>
  <xsl:template match="term/@key[contains(., '#')]" mode="m:frus" as="attribute()">
    <xsl:attribute name="target" select="if (starts-with(., '#') and not($is-volume)) then $volume || . else ."/>
  </xsl:template>
  <xsl:template match="@key" mode="m:frus" as="empty-sequence()" priority="-1"/>

  <xsl:template match="(persName | orgName)/@role" mode="m:frus" as="attribute()?">
    <xsl:if test="tokenize(.) = ('sender', 'addressee')">
      <xsl:attribute name="type" select="if (tokenize(.) = 'sender') then 'from' else 'to'"/>
    </xsl:if>
  </xsl:template>

  <xsl:template match="term" mode="m:frus" as="element(gloss)">
    <gloss>
      <xsl:apply-templates select="@ref, @key, @type[. = ('from', 'to')]" mode="m:frus"/>
      <xsl:apply-templates select="@corresp" mode="m:frus"/>
      <xsl:apply-templates mode="m:frus"/>
    </gloss>
  </xsl:template>

  <xsl:template match="term/@ref" mode="m:frus" as="attribute()">
    <xsl:attribute name="target" select="tokenize(.) ! f:pointer(., current())"/>
  </xsl:template>
  <xsl:template match="term/@corresp" mode="m:frus" as="attribute()">
    <xsl:attribute name="corresp" select="tokenize(.) ! f:pointer(., current())"/>
  </xsl:template>

  <xsl:template match="term[@type = 'term']" mode="m:frus" as="element(term)" priority="2">
    <term>
      <xsl:apply-templates mode="m:frus"/>
    </term>
  </xsl:template>

  <!-- An office that sends or receives. -->
  <xsl:template match="orgName[tokenize(@role) = ('sender', 'addressee')]" mode="m:frus" as="element(gloss)" priority="2">
    <gloss>
      <xsl:apply-templates select="@role" mode="m:frus"/>
      <xsl:apply-templates mode="m:frus"/>
    </gloss>
  </xsl:template>

  <xsl:template match="ref[@target]" mode="m:frus" as="element(ref)">
    <ref target="{tokenize(@target) ! f:pointer(., current())}">
      <xsl:apply-templates mode="m:frus"/>
    </ref>
  </xsl:template>

  <xsl:template match="ptr" mode="m:frus" as="element(ref)">
    <xsl:variable name="target" as="xs:string*" select="tokenize(@target) ! f:pointer(., current())"/>
    <ref target="{$target}">{$target}</ref>
  </xsl:template>

  <!-- A note at its call; without a number it stands in the line. -->
  <xsl:template match="note" mode="m:frus" as="element(note)">
    <note>
      <xsl:apply-templates select="@n, @xml:id, @type[. = ('source', 'summary')]" mode="m:frus"/>
      <xsl:for-each select="@target">
        <xsl:attribute name="target" select="tokenize(.) ! f:pointer(., current())"/>
      </xsl:for-each>
      <xsl:if test="not(@n)">
        <xsl:attribute name="rend" select="'inline'"/>
      </xsl:if>
      <xsl:apply-templates mode="m:frus"/>
    </note>
  </xsl:template>

  <!-- A page: blanks on both sides, or on neither within a word. -->
  <xsl:template match="pb" mode="m:frus" as="node()+">
    <xsl:variable name="in-line" as="xs:boolean" select="exists(ancestor::*[self::p or self::head or self::item or self::note or self::signed or self::dateline or self::salute or self::label or self::cell or self::l])
      and exists(../(text()[normalize-space()], * except pb))"/>
    <xsl:variable name="left" as="node()?" select="preceding-sibling::node()[1]"/>
    <xsl:variable name="right" as="node()?" select="following-sibling::node()[1]"/>
    <xsl:variable name="spaced" as="xs:boolean" select="$in-line and not(@break = 'no')"/>
    <xsl:if test="$spaced and $left and not(matches($left[self::text()], '\s$'))"><xsl:text> </xsl:text></xsl:if>
    <pb>
      <xsl:copy-of select="@n, @xml:id, @facs"/>
    </pb>
    <xsl:if test="$spaced and $right and not(matches($right[self::text()], '^\s'))"><xsl:text> </xsl:text></xsl:if>
  </xsl:template>

  <xsl:template match="hi" mode="m:frus" as="node()*">
    <xsl:variable name="look" as="xs:string?" select="tokenize(@rend)[. = ('strong', 'italic', 'smallcaps', 'roman', 'underline', 'sub', 'superscript')][1]"/>
    <xsl:choose>
      <xsl:when test="$look">
        <hi rend="{$look}">
          <xsl:apply-templates mode="m:frus"/>
        </hi>
      </xsl:when>
      <xsl:otherwise>
        <xsl:apply-templates mode="m:frus"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="emph | title" mode="m:frus" as="element(hi)">
    <hi rend="italic">
      <xsl:apply-templates mode="m:frus"/>
    </hi>
  </xsl:template>

  <xsl:template match="date | time | placeName | del | foreign | lb | gap" mode="m:frus" as="node()*">
    <xsl:choose>
      <xsl:when test="self::placeName and not(normalize-space())">
        <xsl:apply-templates mode="m:frus"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:element name="{local-name()}">
          <xsl:apply-templates select="@when, @from, @to, @notBefore, @notAfter, @rend[current()/self::del], @reason, @unit, @quantity" mode="m:frus"/>
          <xsl:apply-templates mode="m:frus"/>
        </xsl:element>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="seg" mode="m:frus" as="element()">
    <xsl:element name="{if (@type = 'affiliation') then 'affiliation' else 'seg'}">
      <xsl:if test="@rend = 'inline'">
        <xsl:attribute name="rend" select="@rend"/>
      </xsl:if>
      <xsl:if test="@rend[not(. = 'inline')]">
        <xsl:attribute name="rendition" select="tokenize(@rend) ! ('#' || .)"/>
      </xsl:if>
      <xsl:copy-of select="@type[not(. = 'affiliation')]"/>
      <xsl:apply-templates mode="m:frus"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="closer/seg[not(@*)]" mode="m:frus" as="node()*" priority="2">
    <xsl:apply-templates mode="m:frus"/>
  </xsl:template>

  <!-- Of two readings, that of the source. -->
  <xsl:template match="choice" mode="m:frus" as="node()*">
    <xsl:apply-templates select="(sic, orig, abbr, unclear)[1]" mode="m:frus"/>
  </xsl:template>

  <!-- Their words only. -->
  <xsl:template match="orgName | rs | name | idno | q | bibl | code | ident | abbr | expan | subst | add | supplied | unclear | sic | corr | orig | reg | num | measure
    | country | region | settlement | surname | forename | genName | addName | roleName | nameLink | author | editor | publisher | pubPlace | edition | extent | biblScope
    | ref[not(@target)] | gloss | addrLine | docAuthor | geo" mode="m:frus" as="node()*" priority="-1">
    <xsl:apply-templates mode="m:frus"/>
  </xsl:template>

  <!-- Points in the text without words. -->
  <xsl:template match="anchor | milestone | cb | figDesc" mode="m:frus" as="empty-sequence()"/>

  <xsl:template match="text()" mode="m:frus" as="text()">
    <xsl:sequence select="."/>
  </xsl:template>

  <xsl:template match="comment() | processing-instruction()" mode="m:frus" as="empty-sequence()"/>

  <xsl:template match="@n | @xml:id | @type | @role | @reason | @unit | @quantity | @rend" mode="m:frus" as="attribute()">
    <xsl:sequence select="."/>
  </xsl:template>
</xsl:stylesheet>
