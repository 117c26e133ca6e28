<?xml version="1.0" encoding="UTF-8"?>
<!-- View correspondence: who wrote to whom, as a picture (senders down, addressees across, a disc for how often), whose
     every mark is a link, and as a table of all pairs. -->
<xsl:stylesheet version="3.0" expand-text="yes" xmlns="http://www.w3.org/1999/xhtml"
  xpath-default-namespace="urn:tei-tools:summary" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:math="http://www.w3.org/2005/xpath-functions/math"
  xmlns:s="urn:tei-tools:site" xmlns:tei="http://www.tei-c.org/ns/1.0"
  xmlns:f="urn:tei-tools:functions" xmlns:m="urn:tei-tools:modes" xmlns:t="urn:tei-tools:templates"
  exclude-result-prefixes="#all">

  <!-- The picture shows those who wrote and received most; the table has all. -->
  <xsl:variable name="shown" as="xs:integer" select="14"/>

  <!-- One who wrote or received: by key, and who has none by name. -->
  <xsl:function name="f:who" as="xs:string">
    <xsl:param name="name" as="element()"/>
    <xsl:sequence select="string(($name/@key, 'n-' || f:key($name))[1])"/>
  </xsl:function>

  <xsl:template match="summaries[$view = 'correspondence']" mode="m:main" as="element()+">
    <xsl:variable name="pairs" as="map(xs:string, item()+)*">
      <xsl:for-each-group select="document/sender" group-by="for $to in ../addressee return f:who(.) || ' ' || f:who($to)">
        <xsl:variable name="from" as="element()" select="."/>
        <xsl:variable name="to" as="element()" select="../addressee[f:who($from) || ' ' || f:who(.) = current-grouping-key()][1]"/>
        <xsl:sequence select="map { 'from': f:who($from), 'to': f:who($to), 'sender': $from, 'addressee': $to,
          'id': translate(current-grouping-key(), ' ', '.'), 'documents': f:by-date(current-group()/..) }"/>
      </xsl:for-each-group>
    </xsl:variable>
    <xsl:variable name="sorted" as="map(xs:string, item()+)*">
      <xsl:perform-sort select="$pairs">
        <xsl:sort select="-count(?documents)"/>
        <xsl:sort select="f:sorting(f:listed(?sender))"/>
        <xsl:sort select="f:sorting(f:listed(?addressee))"/>
      </xsl:perform-sort>
    </xsl:variable>
    <header class="title-page">
      <h1>{f:say('page.correspondence')}</h1>
      <p class="quiet">{f:say('correspondence.how')}</p>
    </header>
    <div class="picture" role="region" tabindex="0" aria-label="{f:say('page.correspondence')}">
      <xsl:sequence select="f:matrix($sorted)"/>
    </div>
    <table class="pairs">
      <thead>
        <tr>
          <xsl:for-each select="'from', 'to', 'count', 'documents'">
            <th scope="col" class="{map { 'count': 'n', 'documents': 'links' }(.), .[. = ('from', 'to')]}">{f:say(if (. = 'documents') then . else 'column.' || .)}</th>
          </xsl:for-each>
        </tr>
      </thead>
      <tbody>
        <xsl:for-each select="$sorted">
          <tr id="{?id}">
            <th scope="row"><xsl:apply-templates select="?sender" mode="m:row"/></th>
            <td><xsl:apply-templates select="?addressee" mode="m:row"/></td>
            <td class="n">{count(?documents)}</td>
            <td><xsl:sequence select="f:links(?documents)"/></td>
          </tr>
        </xsl:for-each>
      </tbody>
    </table>
  </xsl:template>

  <!-- The keys of those with the most documents, in that order. -->
  <xsl:function name="f:foremost" as="xs:string*">
    <xsl:param name="pairs" as="map(xs:string, item()+)*"/>
    <xsl:param name="side" as="xs:string"/>
    <xsl:variable name="keys" as="xs:string*">
      <xsl:for-each-group select="$pairs" group-by=".($side)">
        <xsl:sort select="sum(current-group() ! count(?documents))" order="descending"/>
        <xsl:sequence select="current-grouping-key()"/>
      </xsl:for-each-group>
    </xsl:variable>
    <xsl:sequence select="subsequence($keys, 1, $shown)"/>
  </xsl:function>

  <xsl:function name="f:matrix" as="element()">
    <xsl:param name="pairs" as="map(xs:string, item()+)*"/>
    <xsl:variable name="from" as="xs:string*" select="f:foremost($pairs, 'from')"/>
    <xsl:variable name="to" as="xs:string*" select="f:foremost($pairs, 'to')"/>
    <xsl:variable name="seen" as="map(xs:string, item()+)*" select="$pairs[?from = $from and ?to = $to]"/>
    <xsl:variable name="most" as="xs:integer" select="max((1, $seen ! count(?documents)))"/>
    <xsl:variable name="side" as="xs:integer" select="30"/>
    <xsl:variable name="left" as="xs:integer" select="190"/>
    <xsl:variable name="top" as="xs:integer" select="150"/>
    <xsl:variable name="width" as="xs:integer" select="$left + count($to) * $side + 110"/>
    <xsl:variable name="height" as="xs:integer" select="$top + count($from) * $side"/>
    <svg xmlns="http://www.w3.org/2000/svg" class="matrix" width="{$width}" height="{$height}" viewBox="0 0 {$width} {$height}"
      role="group" aria-label="{f:say('page.correspondence')}">
      <g aria-hidden="true">
        <xsl:for-each select="$from">
          <xsl:variable name="y" as="xs:integer" select="$top + (position() - 1) * $side"/>
          <path class="line" d="M0 {$y} H{$left + count($to) * $side}"/>
          <text class="from" x="{$left - 8}" y="{$y + 20}">{f:shortened($pairs[?from = current()][1]?sender)}</text>
        </xsl:for-each>
        <xsl:for-each select="$to">
          <xsl:variable name="x" as="xs:integer" select="$left + (position() - 1) * $side"/>
          <path class="line" d="M{$x} {$top} V{$height}"/>
          <text class="to" transform="translate({$x + 18} {$top - 8}) rotate(-50)">{f:shortened($pairs[?to = current()][1]?addressee)}</text>
        </xsl:for-each>
      </g>
      <xsl:for-each select="$seen">
        <xsl:variable name="x" as="xs:integer" select="$left + (index-of($to, ?to) - 1) * $side"/>
        <xsl:variable name="y" as="xs:integer" select="$top + (index-of($from, ?from) - 1) * $side"/>
        <a href="#{?id}" aria-label="{f:say('correspondence.pair', map { 'from': string(?sender), 'to': string(?addressee) })}: {f:count('index.count', count(?documents))}">
          <rect class="room" x="{$x + 1}" y="{$y + 1}" width="{$side - 2}" height="{$side - 2}"/>
          <circle cx="{$x + $side div 2}" cy="{$y + $side div 2}" r="{format-number(3 + 10 * math:sqrt(count(?documents) div $most), '0.#')}"/>
          <xsl:if test="count(?documents) gt 1 and count(?documents) * 6 ge $most">
            <text x="{$x + $side div 2}" y="{$y + $side div 2 + 4}">{count(?documents)}</text>
          </xsl:if>
        </a>
      </xsl:for-each>
    </svg>
  </xsl:function>

  <!-- A name that has room beside the picture: 'Department of State to the Emb…'. -->
  <xsl:function name="f:shortened" as="xs:string">
    <xsl:param name="name" as="element()"/>
    <xsl:sequence select="if (string-length($name) le 26) then string($name) else substring($name, 1, 24) || '…'"/>
  </xsl:function>

</xsl:stylesheet>
