<?xml version="1.0" encoding="UTF-8"?>
<!-- What stands in a line. Where Markdown has no sign, or its sign would not be taken for one, HTML stands. -->
<xsl:stylesheet version="3.0" expand-text="yes" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:b="urn:tei-tools:flow" xmlns:f="urn:tei-tools:functions" xmlns:m="urn:tei-tools:modes" xpath-default-namespace="urn:tei-tools:flow"
    exclude-result-prefixes="#all">

  <!-- The line of some parts; `flat` where it can't have several lines, `look` is one more for all of it. -->
  <xsl:function name="f:line" as="xs:string">
    <xsl:param name="parts" as="element()*"/>
    <xsl:param name="flat" as="xs:boolean"/>
    <xsl:param name="look" as="xs:string?"/>
    <xsl:variable name="pieces" as="xs:string*">
      <xsl:for-each-group select="$parts" group-adjacent="f:signature(., $look)">
        <xsl:choose>
          <xsl:when test="self::r">
            <xsl:sequence select="f:run(current-group(), $look)"/>
          </xsl:when>
          <xsl:otherwise>
            <xsl:apply-templates select="current-group()" mode="m:markdown">
              <xsl:with-param name="flat" select="$flat" tunnel="yes"/>
            </xsl:apply-templates>
          </xsl:otherwise>
        </xsl:choose>
      </xsl:for-each-group>
    </xsl:variable>
    <xsl:sequence select="replace(string-join($pieces), '\\\n +', '\\&#10;')"/>
  </xsl:function>

  <!-- Runs that look the same and lead to the same place are written as one. -->
  <xsl:function name="f:signature" as="xs:string">
    <xsl:param name="part" as="element()"/>
    <xsl:param name="look" as="xs:string?"/>
    <xsl:sequence select="
        if ($part/self::r) then string-join((f:looks-of($part, $look), $part/@href, $part/@style[. = 'supplied']), ' ') else '-'"/>
  </xsl:function>

  <xsl:function name="f:looks-of" as="xs:string*">
    <xsl:param name="run" as="element()?"/>
    <xsl:param name="look" as="xs:string?"/>
    <xsl:sequence select="distinct-values(($look, $run/@look ! tokenize(.)))"/>
  </xsl:function>

  <!-- «a» « b», both italic → *a b*; the blanks at the edges stay outside. -->
  <xsl:function name="f:run" as="xs:string">
    <xsl:param name="runs" as="element(r)+"/>
    <xsl:param name="look" as="xs:string?"/>
    <xsl:variable name="text" as="xs:string" select="string-join($runs)"/>
    <xsl:variable name="core" as="xs:string" select="replace($text, '^ +| +$', '')"/>
    <xsl:variable name="plain" as="xs:boolean" select="
        matches($core, '^[\p{L}\p{N}](.*[\p{L}\p{N}])?$', 's')
        and not(($runs[1]/preceding-sibling::*[1], $runs[last()]/following-sibling::*[1])[self::r][f:looks-of(., $look) = ('i', 'b')])"/>
    <xsl:variable name="words" as="xs:string">
      <xsl:iterate select="f:looks-of($runs[1], $look)">
        <xsl:param name="words" as="xs:string" select="f:escaped-behind($core, $runs[1]/preceding-sibling::*[1][self::note])"/>
        <xsl:on-completion select="$words"/>
        <xsl:next-iteration>
          <xsl:with-param name="words" select="f:wrapped($words, ., $plain)"/>
        </xsl:next-iteration>
      </xsl:iterate>
    </xsl:variable>
    <xsl:variable name="linked" as="xs:string" select="
        if ($runs[1]/@href) then '[' || $words || '](' || f:address($runs[1]/@href) || ')' else $words"/>
    <xsl:variable name="told" as="xs:string" select="
        if ($runs[1]/@style = 'supplied') then '&lt;span class=&quot;supplied&quot;>' || $linked || '&lt;/span>' else $linked"/>
    <xsl:sequence select="
        if ($core = '') then ' '[$text ne '']
        else ' '[starts-with($text, ' ')] || $told || ' '[ends-with($text, ' ')]"/>
  </xsl:function>

  <!-- [^1](a) would be a link, and [^1]: a note. -->
  <xsl:function name="f:escaped-behind" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:param name="note" as="element(note)?"/>
    <xsl:sequence select="if ($note) then replace(f:escaped($text), '^([(:])', '\\$1') else f:escaped($text)"/>
  </xsl:function>

  <!-- A sign of Markdown between a word and its neighbour, else an element of HTML. -->
  <xsl:function name="f:wrapped" as="xs:string">
    <xsl:param name="words" as="xs:string"/>
    <xsl:param name="look" as="xs:string"/>
    <xsl:param name="plain" as="xs:boolean"/>
    <xsl:variable name="element" as="xs:string" select="f:or(map { 'i': 'em', 'b': 'strong', 'sc': 'span', 'u': 'u' }($look), $look)"/>
    <xsl:variable name="sign" as="xs:string?" select="map { 'i': '*', 'b': '**' }($look)[$plain]"/>
    <xsl:sequence select="
        if ($sign) then $sign || $words || $sign
        else '&lt;' || $element || ' class=&quot;smallcaps&quot;'[$look = 'sc'] || '>' || $words || '&lt;/' || $element || '>'"/>
  </xsl:function>

  <xsl:function name="f:or" as="xs:string">
    <xsl:param name="value" as="xs:string?"/>
    <xsl:param name="else" as="xs:string"/>
    <xsl:sequence select="($value, $else)[1]"/>
  </xsl:function>

  <!-- <https://…>: what would end it is encoded. -->
  <xsl:function name="f:address" as="xs:string">
    <xsl:param name="href" as="xs:string"/>
    <xsl:variable name="safe" as="xs:string*" select="
        for $c in string-to-codepoints($href) ! codepoints-to-string(.)
        return if (matches($c, '[&lt;>\\|`*_\[\]\s&quot;]')) then f:or(encode-for-uri($c)[. ne $c], $c) else $c"/>
    <xsl:sequence select="'&lt;' || replace(string-join($safe), '&amp;', '&amp;amp;') || '>'"/>
  </xsl:function>

  <xsl:template match="note" mode="m:markdown" as="xs:string">
    <xsl:sequence select="'[^' || f:label(.) || ']'"/>
  </xsl:template>

  <xsl:template match="lb" mode="m:markdown" as="xs:string">
    <xsl:param name="flat" as="xs:boolean" tunnel="yes"/>
    <xsl:sequence select="if ($flat) then '&lt;br/>' else '\&#10;'"/>
  </xsl:template>

  <xsl:template match="pb" mode="m:markdown" as="xs:string">
    <xsl:sequence select="'&lt;span class=&quot;pb&quot;>' || f:escaped('[' || f:say('page', map { 'n': string(@n) }) || ']') || '&lt;/span>'"/>
  </xsl:template>

  <xsl:template match="mark" mode="m:markdown" as="xs:string">
    <xsl:sequence select="'&lt;a id=&quot;' || @id || '&quot;>&lt;/a>'"/>
  </xsl:template>

</xsl:stylesheet>
