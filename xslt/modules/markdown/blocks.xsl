<?xml version="1.0" encoding="UTF-8"?>
<!-- Blocks. Each is the lines that it becomes; what holds it puts its sign before them. -->
<xsl:stylesheet version="3.0" expand-text="yes" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:b="urn:tei-tools:flow" xmlns:f="urn:tei-tools:functions" xmlns:m="urn:tei-tools:modes" xpath-default-namespace="urn:tei-tools:flow"
    exclude-result-prefixes="#all">

  <xsl:mode on-no-match="fail" on-multiple-match="fail"/>
  <xsl:mode name="m:markdown" on-no-match="fail" on-multiple-match="fail"/>
  <!-- What a note says, behind the text. -->
  <xsl:mode name="m:definition" on-no-match="fail" on-multiple-match="fail"/>

  <!-- How often each label came, up to here. -->
  <xsl:accumulator name="labels" as="map(xs:string, xs:integer)" initial-value="map { }">
    <xsl:accumulator-rule match="note" select="let $label := f:label-of(@n) return map:put($value, $label, ($value($label), 0)[1] + 1)"/>
  </xsl:accumulator>

  <!-- The text, then the notes. -->
  <xsl:template match="/" as="text()">
    <xsl:variable name="flow" as="document-node()" select="f:flow(.)"/>
    <xsl:variable name="blocks" as="xs:string*">
      <xsl:apply-templates select="$flow/flow/*" mode="m:markdown"/>
      <xsl:apply-templates select="$flow//note" mode="m:definition"/>
    </xsl:variable>
    <xsl:value-of select="string-join($blocks, '&#10;&#10;') || '&#10;'"/>
  </xsl:template>

  <!-- [^7]: Its text. A note that does not begin with words begins with a comment: the label needs a line. -->
  <xsl:template match="note" mode="m:definition" as="xs:string">
    <xsl:variable name="blocks" as="xs:string*">
      <xsl:apply-templates select="*" mode="m:markdown"/>
    </xsl:variable>
    <xsl:variable name="filled" as="xs:string" select="string-join(('&lt;!-- -->'[not(current()/*[1][self::p])], $blocks), '&#10;&#10;')"/>
    <xsl:sequence select="f:hung('[^' || f:label(.) || ']: ', '    ', $filled)"/>
  </xsl:template>

  <!-- What a note is called: its number as printed; a number that comes again, as in a book, is told apart: 7, 7-2. -->
  <xsl:function name="f:label" as="xs:string">
    <xsl:param name="note" as="element(note)"/>
    <xsl:variable name="label" as="xs:string" select="f:label-of($note/@n)"/>
    <xsl:variable name="times" as="xs:integer" select="$note/accumulator-before('labels')($label)"/>
    <xsl:sequence select="string-join(($label, $times[. gt 1]), '-')"/>
  </xsl:function>

  <!-- '7' → '7', '*' → 'note-42', '†' → 'note-8224' -->
  <xsl:function name="f:label-of" as="xs:string">
    <xsl:param name="number" as="xs:string"/>
    <xsl:sequence select="
        if (matches($number, '^[A-Za-z0-9]+$')) then $number
        else string-join(('note', string-to-codepoints($number) ! string()), '-')"/>
  </xsl:function>

  <xsl:template match="p" mode="m:markdown" as="xs:string">
    <xsl:sequence select="f:started(f:line(*, false(), ()))"/>
  </xsl:template>

  <xsl:template match="p[@level]" mode="m:markdown" as="xs:string" priority="1">
    <xsl:sequence select="string-join((1 to @level) ! '#') || ' ' || f:line(*, true(), ())"/>
  </xsl:template>

  <xsl:template match="p[@style = 'subhead']" mode="m:markdown" as="xs:string">
    <xsl:sequence select="f:started(f:line(*, false(), 'b'))"/>
  </xsl:template>

  <xsl:template match="rule" mode="m:markdown" as="xs:string">
    <xsl:sequence select="'* * *'"/>
  </xsl:template>

  <xsl:template match="quote" mode="m:markdown" as="xs:string?">
    <xsl:variable name="blocks" as="xs:string*">
      <xsl:apply-templates mode="m:markdown"/>
    </xsl:variable>
    <xsl:sequence select="f:hung('&gt; ', '&gt; ', string-join($blocks, '&#10;&#10;'))[exists($blocks)]"/>
  </xsl:template>

  <!-- Two lists in a row have different bullets, or else they were one. -->
  <xsl:template match="list" mode="m:markdown" as="xs:string?">
    <xsl:variable name="before" as="element()*" select="preceding-sibling::*[not(self::list)][1]"/>
    <xsl:variable name="neighbours" as="element(list)*" select="preceding-sibling::list[empty($before) or . &gt;&gt; $before]"/>
    <xsl:variable name="bullet" as="xs:string" select="if (count($neighbours) mod 2 = 0) then '- ' else '* '"/>
    <xsl:variable name="items" as="xs:string*">
      <xsl:for-each select="item[*]">
        <xsl:variable name="blocks" as="xs:string*">
          <xsl:apply-templates select="." mode="m:markdown"/>
        </xsl:variable>
        <xsl:sequence select="f:hung($bullet, '  ', string-join($blocks, '&#10;&#10;'))[exists($blocks)]"/>
      </xsl:for-each>
    </xsl:variable>
    <xsl:variable name="loose" as="xs:boolean" select="exists(item[count(*[not(self::label)]) gt 1])"/>
    <xsl:sequence select="string-join($items, if ($loose) then '&#10;&#10;' else '&#10;')[exists($items)]"/>
  </xsl:template>

  <!-- Lines without a bullet of their own. -->
  <xsl:template match="list[@kind = 'plain']" mode="m:markdown" as="xs:string*" priority="1">
    <xsl:apply-templates select="item" mode="m:markdown"/>
  </xsl:template>

  <xsl:template match="item" mode="m:markdown" as="xs:string*">
    <xsl:apply-templates select="*" mode="m:markdown"/>
  </xsl:template>

  <!-- A label and the first paragraph behind it are one line. -->
  <xsl:template match="item[label]" mode="m:markdown" as="xs:string*" priority="1">
    <xsl:variable name="first" as="element(p)?" select="*[2][self::p]"/>
    <xsl:sequence select="f:started(string-join((f:line(label/*, false(), ()), $first ! f:line(*, false(), ())), ' '))"/>
    <xsl:apply-templates select="* except (label, $first)" mode="m:markdown"/>
  </xsl:template>

  <!-- Lines, a sign before the first, another before the others. -->
  <xsl:function name="f:hung" as="xs:string">
    <xsl:param name="first" as="xs:string"/>
    <xsl:param name="others" as="xs:string"/>
    <xsl:param name="lines" as="xs:string"/>
    <xsl:variable name="bare" as="xs:string" select="replace($others, '\s+$', '')"/>
    <xsl:sequence select="
        string-join(let $all := tokenize($lines, '&#10;') return for $n in 1 to count($all), $line in $all[$n] return
          if ($n = 1) then $first || $line else if ($line) then $others || $line else $bare, '&#10;')"/>
  </xsl:function>

</xsl:stylesheet>
