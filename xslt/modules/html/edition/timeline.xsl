<?xml version="1.0" encoding="UTF-8"?>
<!-- View timeline: how many documents each month has, as a picture whose every mark is a link, and as a table. -->
<xsl:stylesheet version="3.0" expand-text="yes" xmlns="http://www.w3.org/1999/xhtml"
  xpath-default-namespace="urn:tei-tools:summary" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:s="urn:tei-tools:site" xmlns:tei="http://www.tei-c.org/ns/1.0"
  xmlns:f="urn:tei-tools:functions" xmlns:m="urn:tei-tools:modes" xmlns:t="urn:tei-tools:templates"
  exclude-result-prefixes="#all">

  <!-- The measures of the picture, in its own units: it is as wide as a telephone, and grows with the room. -->
  <xsl:variable name="cell" as="map(xs:string, xs:integer)" select="map { 'width': 28, 'height': 40, 'label': 40, 'head': 20 }"/>

  <xsl:template match="summaries[$view = 'timeline']" mode="m:main" as="element()+">
    <xsl:variable name="months" as="map(xs:string, element(document)+)">
      <xsl:map>
        <xsl:for-each-group select="f:by-date(document[@when])" group-by="substring(@when, 1, 7)">
          <xsl:map-entry key="current-grouping-key()" select="current-group()"/>
        </xsl:for-each-group>
      </xsl:map>
    </xsl:variable>
    <header class="title-page">
      <h1>{f:say('page.timeline')}</h1>
      <p class="quiet">{f:say('timeline.how')}</p>
    </header>
    <xsl:sequence select="f:timeline($months)"/>
    <table class="months">
      <thead>
        <tr>
          <th scope="col">{f:say('column.month')}</th>
          <th scope="col" class="n">{f:say('column.count')}</th>
          <th scope="col">{f:say('documents')}</th>
        </tr>
      </thead>
      <tbody>
        <xsl:for-each select="sort(map:keys($months))">
          <tr id="m{.}">
            <th scope="row">{f:date(.)}</th>
            <td class="n">{count($months(.))}</td>
            <td><xsl:sequence select="f:links($months(.))"/></td>
          </tr>
        </xsl:for-each>
        <xsl:for-each select="document[not(@when)][1]">
          <xsl:variable name="undated" as="element(document)+" select="../document[not(@when)]"/>
          <tr>
            <th scope="row">{f:say('undated')}</th>
            <td class="n">{count($undated)}</td>
            <td><xsl:sequence select="f:links($undated)"/></td>
          </tr>
        </xsl:for-each>
      </tbody>
    </table>
  </xsl:template>

  <!-- Documents by their short names, each a link. -->
  <xsl:function name="f:links" as="node()*">
    <xsl:param name="documents" as="element(document)*"/>
    <xsl:for-each select="$documents">
      <a href="{f:here(@id || '.html')}" title="{title}">{f:short(.)}</a>
      <xsl:if test="position() != last()"><xsl:text>, </xsl:text></xsl:if>
    </xsl:for-each>
  </xsl:function>

  <!-- A row for each year, a bar for each month of it; years without documents are left out, and a line says so. -->
  <xsl:function name="f:timeline" as="element()">
    <xsl:param name="months" as="map(xs:string, element(document)+)"/>
    <xsl:variable name="years" as="xs:integer*" select="sort(distinct-values(map:keys($months) ! xs:integer(substring(., 1, 4))))"/>
    <xsl:variable name="most" as="xs:integer" select="max((1, map:keys($months) ! count($months(.))))"/>
    <xsl:variable name="vague" as="xs:boolean" select="map:keys($months) ! string-length() = 4"/>
    <xsl:variable name="columns" as="xs:string+" select="(1 to 12) ! format-integer(., '00'), ''[$vague]"/>
    <xsl:variable name="width" as="xs:integer" select="$cell?label + count($columns) * $cell?width"/>
    <xsl:variable name="height" as="xs:integer" select="$cell?head + count($years) * $cell?height"/>
    <svg xmlns="http://www.w3.org/2000/svg" class="timeline" viewBox="0 0 {$width} {$height}" role="group" aria-label="{f:say('page.timeline')}">
      <g class="head" aria-hidden="true">
        <xsl:for-each select="$columns">
          <text x="{$cell?label + (position() - 0.5) * $cell?width}" y="14">{if (.) then substring(f:say('month.' || .), 1, 3) else '?'}</text>
        </xsl:for-each>
      </g>
      <xsl:for-each select="$years">
        <xsl:variable name="year" as="xs:integer" select="."/>
        <xsl:variable name="bottom" as="xs:integer" select="$cell?head + position() * $cell?height"/>
        <xsl:variable name="before" as="xs:integer" select="position() - 1"/>
        <xsl:variable name="gap" as="xs:boolean" select="$before gt 0 and $years[$before] lt $year - 1"/>
        <path d="M0 {$bottom} H{$width}" class="line"/>
        <xsl:if test="$gap"><path d="M{$cell?label div 3} {$bottom - $cell?height + 2} v12" class="gap"/></xsl:if>
        <text class="year" x="0" y="{$bottom - 8}">{$year}</text>
        <xsl:for-each select="$columns">
          <xsl:variable name="key" as="xs:string" select="string-join((format-integer($year, '0000'), .[.]), '-')"/>
          <xsl:if test="map:contains($months, $key)">
            <xsl:sequence select="f:bar($key, count($months($key)), $most, $cell?label + (position() - 1) * $cell?width, $bottom)"/>
          </xsl:if>
        </xsl:for-each>
      </xsl:for-each>
    </svg>
  </xsl:function>

  <!-- One month: all of its cell can be hit. -->
  <xsl:function name="f:bar" as="element()">
    <xsl:param name="month" as="xs:string"/>
    <xsl:param name="count" as="xs:integer"/>
    <xsl:param name="most" as="xs:integer"/>
    <xsl:param name="left" as="xs:integer"/>
    <xsl:param name="bottom" as="xs:integer"/>
    <xsl:variable name="tall" as="xs:integer" select="max((2, xs:integer(round(($cell?height - 18) * $count div $most))))"/>
    <a xmlns="http://www.w3.org/2000/svg" href="#m{$month}" aria-label="{f:date($month)}: {f:count('index.count', $count)}">
      <rect class="room" x="{$left + 1}" y="{$bottom - $cell?height + 1}" width="{$cell?width - 2}" height="{$cell?height - 2}"/>
      <rect class="bar" x="{$left + 5}" y="{$bottom - $tall}" width="{$cell?width - 10}" height="{$tall}"/>
      <text x="{$left + $cell?width div 2}" y="{$bottom - $tall - 3}">{$count}</text>
    </a>
  </xsl:function>

</xsl:stylesheet>
