<?xml version="1.0" encoding="UTF-8"?>
<!-- Text, divisions and their heads, what opens and closes a letter, title pages. -->
<xsl:stylesheet version="3.0" expand-text="yes" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:tei-tools:functions" xmlns:m="urn:tei-tools:modes" exclude-result-prefixes="#all">

  <xsl:strip-space elements="TEI text front body back div opener closer postscript list table row lg figure titlePage docTitle
      choice subst address cit listBibl"/>

  <!-- //@/TEI[1]/text[1]/body[1]/div[3]/p[2] -->
  <xsl:template match="*[$trace][self::div or self::head or self::p or self::list or self::table or self::quote or self::closer][ancestor::text]"
      mode="m:typst" priority="30">
    <xsl:text>&#10;//@{f:path(.)}&#10;</xsl:text>
    <xsl:next-match/>
  </xsl:template>

  <xsl:template match="text | front | body | back | titlePage" mode="m:typst">
    <xsl:apply-templates mode="m:typst"/>
  </xsl:template>

  <xsl:template match="div" mode="m:typst">
    <xsl:apply-templates mode="m:typst"/>
  </xsl:template>

  <xsl:template match="div[@type = 'document']" mode="m:typst">
    <xsl:variable name="title" as="xs:string" select="f:unnumbered(f:plain(head[1]), @n)"/>
    <xsl:text>#document-start(number: {f:literal(@n)}, title: {f:literal($title)}, </xsl:text>
    <xsl:text>date: {f:literal(f:document-date(.))}{', new-page: true'[$new-page]});&#10;</xsl:text>
    <xsl:apply-templates mode="m:typst"/>
  </xsl:template>

  <xsl:template match="div[@type = 'attachment']" mode="m:typst">
    <xsl:text>#attachment-rule;&#10;</xsl:text>
    <xsl:apply-templates mode="m:typst"/>
  </xsl:template>

  <!-- ('178. Message From', '178') → 'Message From' -->
  <xsl:function name="f:unnumbered" as="xs:string">
    <xsl:param name="head" as="xs:string"/>
    <xsl:param name="number" as="xs:string?"/>
    <xsl:sequence select="
        if ($number and starts-with($head, $number || '. ')) then substring-after($head, '. ') else $head"/>
  </xsl:function>

  <!-- Several heads of one division ("Attachment", then its title) are one heading of several lines. -->
  <xsl:template match="div/head" mode="m:typst" priority="0"/>

  <xsl:template match="div/head[not(preceding-sibling::head)]" mode="m:typst">
    <xsl:variable name="heads" as="element(head)+" select="../head"/>
    <xsl:variable name="number" as="xs:string" select="f:head-number(..)"/>
    <xsl:variable name="level" as="xs:integer" select="count(ancestor::div[head])"/>
    <xsl:variable name="depth" as="xs:integer" select="$level - count(ancestor::div[head][descendant::div[@type = 'document']])"/>
    <xsl:variable name="title" as="xs:string" select="string-join($heads ! f:plain(.), ' ')"/>
    <!-- A bookmark has words, even where the heading has none. -->
    <xsl:text>#head({$level}, {f:literal(($title[f:visible(.)], f:title(ancestor::TEI)[.], '–')[1])}</xsl:text>
    <xsl:if test="$depth ne 1">, depth: {$depth}</xsl:if>
    <xsl:if test="$number">, number: {f:literal($number || '.')}</xsl:if>
    <xsl:if test="$is-book and ../@type = 'document'">, mark: {f:literal(f:mark(..))}</xsl:if>
    <xsl:text>{f:kept-lines(..)[. gt 2] ! (', keep: ' || .)})[</xsl:text>
    <xsl:for-each select="$heads">
      <xsl:if test="position() gt 1">#lb;</xsl:if>
      <xsl:apply-templates mode="m:typst"/>
    </xsl:for-each>
    <xsl:text>];&#10;</xsl:text>
    <xsl:if test="../@type = 'document'">
      <xsl:value-of select="f:facts(..)"/>
    </xsl:if>
  </xsl:template>

  <!-- How many lines below a head stay with it: what opens the text, and two lines of that. -->
  <xsl:function name="f:kept-lines" as="xs:integer">
    <xsl:param name="div" as="element(div)"/>
    <xsl:variable name="opening" as="element()*" select="
        $div/(. | div[@type = 'main'])/(opener/*, p[f:rend(., 'dateline')], list[@type][count(item) le 4])"/>
    <xsl:variable name="facts" as="xs:integer" select="if ($div/@type = 'document' and f:facts($div)) then 3 else 0"/>
    <xsl:sequence select="min((14, 2 + $facts + sum($opening ! (2 + string-length() idiv 50))))"/>
  </xsl:function>

  <!-- The number stands in the margin of the heading, so it is taken off its text. -->
  <xsl:template match="div[@type = 'document']/head[not(preceding-sibling::head)]/text()[not(preceding-sibling::node())]" mode="m:typst" priority="1">
    <xsl:value-of select="f:text(replace(f:unnumbered(replace(., '^\s+', ''), ../../@n), '^\s+', ''))"/>
  </xsl:template>

  <!-- Does the document say its place and date itself, attachments aside? -->
  <xsl:function name="f:has-dateline" as="xs:boolean">
    <xsl:param name="div" as="element(div)"/>
    <xsl:sequence select="exists($div/(. | child::div[@type = 'main'])/(opener/dateline, p[f:rend(., 'dateline')]))"/>
  </xsl:function>

  <xsl:template match="head" mode="m:typst" priority="-0.4">
    <xsl:text>#subhead[</xsl:text>
    <xsl:apply-templates mode="m:typst"/>
    <xsl:text>];&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="opener" mode="m:typst">
    <xsl:apply-templates mode="m:typst"/>
  </xsl:template>

  <xsl:template match="postscript" mode="m:typst">
    <xsl:text>#postscript[</xsl:text>
    <xsl:apply-templates mode="m:typst"/>
    <xsl:text>];&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="closer" mode="m:typst">
    <xsl:text>#closer[</xsl:text>
    <xsl:apply-templates mode="m:typst"/>
    <xsl:text>];&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="dateline | docDate | docImprint | byline | docAuthor | docEdition" mode="m:typst">
    <xsl:text>#side[</xsl:text>
    <xsl:apply-templates mode="m:typst"/>
    <xsl:text>];&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="byline/docAuthor | docImprint/docDate" mode="m:typst" priority="1">
    <xsl:apply-templates mode="m:typst"/>
  </xsl:template>

  <xsl:template match="salute" mode="m:typst">
    <xsl:text>#salute[</xsl:text>
    <xsl:apply-templates mode="m:typst"/>
    <xsl:text>];&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="closer/salute | closer/dateline | signed | closer/seg" mode="m:typst" priority="1">
    <xsl:text>#own-line[</xsl:text>
    <xsl:apply-templates mode="m:typst"/>
    <xsl:text>];&#10;</xsl:text>
  </xsl:template>

  <!-- A line that opens a letter stays with what follows. -->
  <xsl:template match="opener/seg" mode="m:typst" priority="1">
    <xsl:text>#kept(indent: false)[</xsl:text>
    <xsl:apply-templates mode="m:typst"/>
    <xsl:text>];&#10;</xsl:text>
  </xsl:template>

  <!-- [<signed>Collins</signed>]: the brackets of a supplied signature stand on its line. -->
  <xsl:template match="closer[text()]" mode="m:typst" priority="1">
    <xsl:text>#closer[</xsl:text>
    <xsl:for-each-group select="node()" group-adjacent="exists((self::salute, self::dateline, self::address, self::seg))">
      <xsl:choose>
        <xsl:when test="current-grouping-key()">
          <xsl:apply-templates select="current-group()" mode="m:typst"/>
        </xsl:when>
        <xsl:otherwise>
          <xsl:text>#own-line[</xsl:text>
          <xsl:apply-templates select="current-group()" mode="m:typst"/>
          <xsl:text>];&#10;</xsl:text>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:for-each-group>
    <xsl:text>];&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="closer[text()]/signed" mode="m:typst" priority="2">
    <xsl:apply-templates mode="m:typst"/>
  </xsl:template>

  <!-- Each of these is a line of its own already. -->
  <xsl:template match="opener/lb | closer/lb" mode="m:typst" priority="1"/>

  <xsl:template match="trailer | docTitle" mode="m:typst">
    <xsl:text>#centred[</xsl:text>
    <xsl:apply-templates mode="m:typst"/>
    <xsl:text>];&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="titlePart" mode="m:typst">
    <xsl:text>#own-line[</xsl:text>
    <xsl:apply-templates mode="m:typst"/>
    <xsl:text>];&#10;</xsl:text>
  </xsl:template>

</xsl:stylesheet>
