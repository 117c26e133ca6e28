<?xml version="1.0" encoding="UTF-8"?>
<!-- View pages: which document stands on which printed page. View page: an address for each page, pages/623.html, which a
     footnote can cite: it leads to the place where the page begins, and shows what else is on it. -->
<xsl:stylesheet version="3.0" expand-text="yes" xmlns="http://www.w3.org/1999/xhtml"
  xpath-default-namespace="urn:tei-tools:summary" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:s="urn:tei-tools:site" xmlns:tei="http://www.tei-c.org/ns/1.0"
  xmlns:f="urn:tei-tools:functions" xmlns:m="urn:tei-tools:modes" xmlns:t="urn:tei-tools:templates"
  exclude-result-prefixes="#all">

  <xsl:key name="page" match="page" use="@n"/>

  <!-- The pages as printed, roman numbers first. -->
  <xsl:function name="f:page-numbers" as="xs:string*">
    <xsl:param name="summaries" as="element(summaries)"/>
    <xsl:perform-sort select="distinct-values($summaries/document/page/@n)">
      <xsl:sort select="matches(., '^\d+')"/>
      <xsl:sort select="f:roman(.)"/>
      <xsl:sort select="xs:integer((analyze-string(., '^\d+')/*:match ! string(), '0')[1])"/>
      <xsl:sort select="."/>
    </xsl:perform-sort>
  </xsl:function>

  <!-- 'xiv' → 14, and 0 for what is no roman number. -->
  <xsl:function name="f:roman" as="xs:integer">
    <xsl:param name="number" as="xs:string"/>
    <xsl:variable name="values" as="map(xs:string, xs:integer)" select="map { 'i': 1, 'v': 5, 'x': 10, 'l': 50, 'c': 100, 'd': 500, 'm': 1000 }"/>
    <xsl:variable name="digits" as="xs:integer*" select="if (matches($number, '^[ivxlcdm]+$', 'i')) then string-to-codepoints(lower-case($number)) ! $values(codepoints-to-string(.)) else ()"/>
    <xsl:sequence select="sum(for $place in 1 to count($digits) return if ($digits[$place] lt $digits[$place + 1]) then -$digits[$place] else $digits[$place])"/>
  </xsl:function>

  <!-- '623' → pages/623.html -->
  <xsl:function name="f:page-page" as="xs:string">
    <xsl:param name="number" as="xs:string"/>
    <xsl:sequence select="'pages/' || f:key($number) || '.html'"/>
  </xsl:function>

  <xsl:template match="summaries[$view = 'pages']" mode="m:main" as="element()+">
    <xsl:variable name="summaries" as="element()" select="."/>
    <header class="title-page">
      <h1>{f:say('page.pages')}</h1>
      <p class="quiet">{f:say('pages.how')}</p>
    </header>
    <ul class="page-list">
      <xsl:for-each select="f:page-numbers(.)">
        <li id="p{f:key(.)}">
          <a href="{f:here(f:page-page(.))}">{.}</a>
          <span class="quiet"> {string-join(distinct-values(key('page', ., root($summaries))/.. ! f:short(.)), ', ')}</span>
        </li>
      </xsl:for-each>
    </ul>
  </xsl:template>

  <xsl:template match="summaries[$view = 'page']" mode="m:page" as="empty-sequence()">
    <xsl:variable name="summaries" as="element()" select="."/>
    <xsl:variable name="numbers" as="xs:string*" select="f:page-numbers(.)"/>
    <xsl:for-each select="$numbers">
      <xsl:variable name="place" as="xs:integer" select="position()"/>
      <xsl:variable name="content" as="element()">
        <xsl:apply-templates select="key('page', ., root($summaries))[1]" mode="m:page">
          <xsl:with-param name="neighbours" select="$numbers[$place - 1], $numbers[$place + 1]" tunnel="yes"/>
        </xsl:apply-templates>
      </xsl:variable>
      <xsl:call-template name="t:file">
        <xsl:with-param name="path" select="f:page-page(.)"/>
        <xsl:with-param name="content" select="$content"/>
      </xsl:call-template>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="page" mode="m:page" as="element()">
    <xsl:variable name="places" as="element(page)+" select="key('page', @n)"/>
    <xsl:call-template name="t:edition-page">
      <xsl:with-param name="title" select="f:say('page', map { 'n': string(@n) })"/>
      <xsl:with-param name="path" select="f:page-page(@n)"/>
      <xsl:with-param name="kind" select="'printed-page'"/>
      <xsl:with-param name="metadata" as="element()*">
        <xsl:if test="count($places) = 1">
          <meta http-equiv="refresh" content="0; url={f:here(f:place(.))}"/>
        </xsl:if>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- d178.html#pg_623; where the page begins before the document does, the document. -->
  <xsl:function name="f:place" as="xs:string">
    <xsl:param name="page" as="element(page)"/>
    <xsl:sequence select="$page/../@id || '.html' || $page/@to ! ('#' || .)"/>
  </xsl:function>

  <xsl:template match="page" mode="m:main" as="element()+">
    <xsl:param name="neighbours" as="xs:string*" tunnel="yes"/>
    <header class="title-page">
      <p class="quiet"><a href="{f:here('pages.html#p' || f:key(@n))}">{f:say('page.pages')}</a></p>
      <h1>{f:say('page', map { 'n': string(@n) })}</h1>
    </header>
    <ul class="entries">
      <xsl:for-each select="key('page', @n)">
        <li class="entry">
          <p class="entry-name"><a href="{f:here(f:place(.))}">{string-join((../@n, ../title), '. ')}</a></p>
          <p class="fact">{f:say(if (@to) then 'pages.begins' else 'pages.document-begins')}</p>
        </li>
      </xsl:for-each>
    </ul>
    <nav class="parts" aria-label="{f:say('page.pages')}">
      <ol>
        <xsl:for-each select="$neighbours">
          <li><a href="{f:here(f:page-page(.))}">{f:say('page', map { 'n': . })}</a></li>
        </xsl:for-each>
      </ol>
    </nav>
  </xsl:template>

</xsl:stylesheet>
