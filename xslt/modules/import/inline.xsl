<?xml version="1.0" encoding="UTF-8"?>
<!-- What lies within a line. persName/@corresp → @ref; gloss/@target → term/@ref; gloss/@type=from → orgName. -->
<xsl:stylesheet version="3.0" expand-text="yes" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  xmlns="http://www.tei-c.org/ns/1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:tei-tools:functions" xmlns:m="urn:tei-tools:modes" xmlns:t="urn:tei-tools:templates" exclude-result-prefixes="#all">

  <xsl:mode name="m:import" on-no-match="fail" on-multiple-match="fail"/>

  <!-- The same in our TEI. -->
  <xsl:template match="hi | date | time | lb | gap | del | placeName | foreign | emph | q | title | name | orgName | num
    | ref | persName | figure | graphic | figDesc | anchor | add | unclear" mode="m:import" as="element()">
    <xsl:element name="{local-name()}">
      <xsl:apply-templates select="@*" mode="m:import"/>
      <xsl:apply-templates mode="m:import"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="ref[ancestor::ref[1][empty(. intersect current()/ancestor::note[1]/ancestor::ref)]]
    | persName[ancestor::persName[1][empty(. intersect current()/ancestor::note[1]/ancestor::persName)]]"
    mode="m:import" as="item()*" priority="2">
    <xsl:call-template name="t:opened"/>
  </xsl:template>

  <!-- <gloss target="#t_NATO1">NATO</gloss> → <term ref="#t_NATO1">NATO</term> -->
  <xsl:template match="gloss" mode="m:import" as="element(term)">
    <term>
      <xsl:apply-templates select="@*" mode="m:import"/>
      <xsl:apply-templates mode="m:import"/>
    </term>
  </xsl:template>

  <xsl:template match="term" mode="m:import" as="element(term)">
    <term type="term">
      <xsl:apply-templates select="@*" mode="m:import"/>
      <xsl:apply-templates mode="m:import"/>
    </term>
  </xsl:template>

  <!-- <gloss type="from">Embassy in Greece</gloss> → <orgName role="sender">Embassy in Greece</orgName> -->
  <xsl:template match="gloss[@type = ('from', 'to')][not(@target)]" mode="m:import" as="element(orgName)">
    <orgName>
      <xsl:apply-templates select="@*" mode="m:import"/>
      <xsl:apply-templates mode="m:import"/>
    </orgName>
  </xsl:template>

  <xsl:template match="affiliation" mode="m:import" as="element(seg)">
    <seg type="affiliation">
      <xsl:apply-templates mode="m:import"/>
    </seg>
  </xsl:template>

  <xsl:template match="seg" mode="m:import" as="element(seg)">
    <seg>
      <xsl:apply-templates select="@*, node()" mode="m:import"/>
    </seg>
  </xsl:template>

  <!-- A note at its call. Page breaks at its edges go before and behind it. -->
  <xsl:template match="note" mode="m:import" as="element()+">
    <xsl:call-template name="t:moved"><xsl:with-param name="side" select="-1"/></xsl:call-template>
    <note>
      <xsl:apply-templates select="@*" mode="m:import"/>
      <xsl:if test="@n">
        <xsl:attribute name="place" select="'bottom'"/>
      </xsl:if>
      <xsl:apply-templates mode="m:import"/>
    </note>
    <xsl:call-template name="t:moved"><xsl:with-param name="side" select="1"/></xsl:call-template>
  </xsl:template>

  <!-- A note in a note: its words stay there, as a stretch of their own. -->
  <xsl:template match="note//note" mode="m:import" as="element(quote)" priority="2">
    <xsl:sequence select="f:report(., 'import.element', name())"/>
    <quote type="note">
      <xsl:apply-templates select="@xml:id, @n, node()" mode="m:import"/>
    </quote>
  </xsl:template>

  <!-- An element that our TEI has not: its words stay, and it is told. -->
  <xsl:template match="*" mode="m:import" as="item()*" priority="-1">
    <xsl:call-template name="t:opened"/>
  </xsl:template>

  <xsl:template name="t:opened" as="item()*">
    <xsl:sequence select="f:report(., 'import.element', name())"/>
    <xsl:apply-templates select="@xml:id" mode="m:lost"/>
    <xsl:apply-templates mode="m:import"/>
  </xsl:template>

  <xsl:mode name="m:lost" on-no-match="fail"/>
  <xsl:template match="@xml:id" mode="m:lost" as="empty-sequence()">
    <xsl:sequence select="f:report(.., 'import.attribute', '@xml:id of ' || name(..))"/>
  </xsl:template>

  <!-- A comment is nobody's text. -->
  <xsl:template match="comment() | processing-instruction()" mode="m:import" as="empty-sequence()">
    <xsl:sequence select="f:report(., 'import.comment', normalize-space(substring(., 1, 60)))"/>
  </xsl:template>

  <!-- One blank for many. Blanks at the edges of blocks, before a note, and those that a pretty-printer left inside an
       element are layout. -->
  <xsl:template match="text()" mode="m:import" as="text()?">
    <xsl:value-of select="f:text(.)"/>
  </xsl:template>

  <xsl:function name="f:text" as="xs:string">
    <xsl:param name="text" as="text()"/>
    <xsl:variable name="one" as="xs:string" select="replace($text, '[ \t\n\r]+', ' ')"/>
    <xsl:variable name="layout" as="xs:boolean" select="not(normalize-space($text)) and contains($text, '&#10;')"/>
    <xsl:variable name="first" as="xs:boolean" select="empty($text/preceding-sibling::node())"/>
    <xsl:variable name="last" as="xs:boolean" select="empty($text/following-sibling::node())"/>
    <xsl:variable name="block" as="xs:boolean" select="$text/parent::*[local-name() = $blocks] => exists()"/>
    <xsl:variable name="left" as="xs:string" select="
        if ($first and ($block or $layout) or $text/preceding-sibling::node()[1][local-name() = $blocks[. ne 'note']])
        then replace($one, '^ ', '') else $one"/>
    <xsl:sequence select="
        if ($last and ($block or $layout) or $text/following-sibling::node()[1][local-name() = $blocks])
        then replace($left, ' $', '') else $left"/>
  </xsl:function>

  <xsl:variable name="blocks" as="xs:string+" select="'p', 'head', 'item', 'label', 'note', 'dateline', 'signed', 'salute', 'seg', 'cell',
    'quote', 'list', 'table', 'row', 'opener', 'closer', 'postscript', 'trailer', 'div', 'attachment', 'lg', 'l', 'affiliation'"/>

  <!-- ==== attributes ==== -->

  <xsl:template match="@n | @xml:id | @type | @subtype | @when | @from | @to | @notBefore | @notAfter | @rows | @cols | @role | @facs | @url | @unit
    | @quantity | @reason | @calendar | @cert | @xml:lang" mode="m:import" as="attribute()">
    <xsl:sequence select="."/>
  </xsl:template>

  <!-- A period that ends before it begins is an error of the volume. -->
  <xsl:template match="*[@from gt @to]/@from | *[@from gt @to]/@to" mode="m:import" as="empty-sequence()" priority="2">
    <xsl:sequence select="f:report(.., 'import.attribute', '@' || name() || '=' || . || ' of ' || name(..))"/>
  </xsl:template>

  <xsl:template match="@rend" mode="m:import" as="attribute()">
    <xsl:sequence select="."/>
  </xsl:template>

  <!-- rendition="#border-right #hanging" → rend="border-right hanging" -->
  <xsl:template match="@rendition" mode="m:import" as="attribute()">
    <xsl:attribute name="rend" select="tokenize(.) ! replace(., '^#', '')"/>
  </xsl:template>

  <xsl:template match="persName/@type[. = ('from', 'to')] | gloss[not(@target)]/@type[. = ('from', 'to')]" mode="m:import" as="attribute()" priority="2">
    <xsl:attribute name="role" select="if (. = 'from') then 'sender' else 'addressee'"/>
  </xsl:template>

  <xsl:template match="persName/@corresp" mode="m:import" as="attribute()" priority="2">
    <xsl:sequence select="f:entry(., 'person')"/>
  </xsl:template>

  <xsl:template match="gloss/@target" mode="m:import" as="attribute()" priority="2">
    <xsl:sequence select="f:entry(., 'term')"/>
  </xsl:template>

  <!-- @ref where the list has the entry; else @key, which keeps what was written. -->
  <xsl:function name="f:entry" as="attribute()">
    <xsl:param name="pointer" as="attribute()"/>
    <xsl:param name="kind" as="xs:string"/>
    <xsl:choose>
      <xsl:when test="f:listed($pointer, $kind)">
        <xsl:attribute name="ref" select="'#' || substring-after($pointer, '#')"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:if test="substring-before($pointer, '#') = ('', $volume)">
          <xsl:sequence select="f:report($pointer/.., 'import.pointer', string($pointer))"/>
        </xsl:if>
        <xsl:attribute name="key" select="$pointer"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- Of a signature: whose it is. -->
  <xsl:template match="signed/@corresp | gloss/@corresp" mode="m:import" as="attribute()?" priority="2">
    <xsl:choose>
      <xsl:when test="f:listed(., 'person') or f:listed(., 'term')">
        <xsl:attribute name="corresp" select="'#' || substring-after(., '#')"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="f:report(.., 'import.pointer', string(.))"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- What our TEI says by @rend: role="num" → rend="role-num". -->
  <xsl:template match="cell/@role[not(. = ('label', 'data', 'sum', 'total'))]" mode="m:import" as="empty-sequence()" priority="2"/>
  <xsl:template match="cell/@rendition" mode="m:import" as="empty-sequence()" priority="2"/>

  <xsl:template match="@target" mode="m:import" as="attribute()?">
    <xsl:variable name="found" as="xs:string*" select="tokenize(.) ! f:target(., current())"/>
    <xsl:choose>
      <xsl:when test="exists($found) and count($found) = count(tokenize(.))">
        <xsl:attribute name="target" select="$found"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="f:report(.., 'import.pointer', string(.))"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="@*" mode="m:import" as="empty-sequence()" priority="-1">
    <xsl:sequence select="f:report(.., 'import.attribute', '@' || name() || '=' || . || ' of ' || name(..))"/>
  </xsl:template>
</xsl:stylesheet>
