<?xml version="1.0" encoding="UTF-8"?>
<!-- View index: the title of the edition and the table of its documents, by date. A long table is cut into parts, each a
     page; where a reader filters or sorts it, scripts/documents.js takes all rows from documents.js. -->
<xsl:stylesheet version="3.0" expand-text="yes" xmlns="http://www.w3.org/1999/xhtml"
  xpath-default-namespace="urn:tei-tools:summary" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:s="urn:tei-tools:site" xmlns:tei="http://www.tei-c.org/ns/1.0"
  xmlns:f="urn:tei-tools:functions" xmlns:m="urn:tei-tools:modes" xmlns:t="urn:tei-tools:templates"
  exclude-result-prefixes="#all">

  <!-- So many rows are some 60 KB when they are sent, and a page that a telephone lays out at once. -->
  <xsl:variable name="rows-of-a-page" as="xs:integer" select="500"/>

  <xsl:template match="summaries[$view = 'index']" mode="m:page" as="element()">
    <xsl:variable name="documents" as="element(document)*" select="f:by-date(document)"/>
    <xsl:variable name="parts" as="xs:integer" select="max((1, xs:integer(ceiling(count($documents) div $rows-of-a-page))))"/>
    <xsl:for-each select="2 to $parts">
      <xsl:variable name="content" as="element()">
        <xsl:apply-templates select="$documents[1]/.." mode="m:part">
          <xsl:with-param name="documents" select="$documents"/>
          <xsl:with-param name="part" select="."/>
        </xsl:apply-templates>
      </xsl:variable>
      <xsl:call-template name="t:file">
        <xsl:with-param name="path" select="f:part-page(.)"/>
        <xsl:with-param name="content" select="$content"/>
      </xsl:call-template>
    </xsl:for-each>
    <xsl:if test="$parts gt 1">
      <xsl:call-template name="t:all-rows">
        <xsl:with-param name="documents" select="$documents"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:apply-templates select="." mode="m:part">
      <xsl:with-param name="documents" select="$documents"/>
      <xsl:with-param name="part" select="1"/>
    </xsl:apply-templates>
  </xsl:template>

  <!-- m:part: a page with a part of the table. -->
  <xsl:mode name="m:part" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="summaries" mode="m:part" as="element()">
    <xsl:param name="documents" as="element(document)*"/>
    <xsl:param name="part" as="xs:integer"/>
    <xsl:call-template name="t:edition-page">
      <xsl:with-param name="title" select="if ($part = 1) then $edition-title else f:range-title($documents, $part)"/>
      <xsl:with-param name="path" select="f:part-page($part)"/>
      <xsl:with-param name="kind" select="'index'"/>
      <xsl:with-param name="scripts" select="'documents'[count($documents) gt 1]"/>
      <xsl:with-param name="metadata" select=".[$part = 1] ! f:metadata-of-edition(.)"/>
      <xsl:with-param name="documents" select="$documents" tunnel="yes"/>
      <xsl:with-param name="part" select="$part" tunnel="yes"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:function name="f:part-page" as="xs:string">
    <xsl:param name="part" as="xs:integer"/>
    <xsl:sequence select="if ($part = 1) then 'index.html' else 'documents-' || $part || '.html'"/>
  </xsl:function>

  <!-- 'Documents 501 to 1,000 of 3,000' -->
  <xsl:function name="f:range-title" as="xs:string">
    <xsl:param name="documents" as="element(document)*"/>
    <xsl:param name="part" as="xs:integer"/>
    <xsl:sequence select="
        f:say('index.part', map {
          'from': format-integer(($part - 1) * $rows-of-a-page + 1, '#,##0'),
          'to': format-integer(min(($part * $rows-of-a-page, count($documents))), '#,##0'),
          'n': format-integer(count($documents), '#,##0') })"/>
  </xsl:function>

  <xsl:template match="summaries[$view = 'index']" mode="m:main" as="element()+">
    <xsl:param name="documents" as="element(document)*" tunnel="yes"/>
    <xsl:param name="part" as="xs:integer" tunnel="yes"/>
    <xsl:choose>
      <xsl:when test="$part = 1">
        <xsl:call-template name="t:title-page"/>
      </xsl:when>
      <xsl:otherwise>
        <header class="title-page"><h1>{f:range-title($documents, $part)}</h1></header>
      </xsl:otherwise>
    </xsl:choose>
    <xsl:choose>
      <xsl:when test="exists($documents)">
        <section aria-labelledby="documents">
          <h2 id="documents">{f:say('documents')}</h2>
          <xsl:call-template name="t:filters"/>
          <xsl:call-template name="t:table"/>
          <xsl:call-template name="t:parts"/>
        </section>
      </xsl:when>
      <xsl:otherwise>
        <p>{f:say('index.empty')}</p>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="t:title-page" as="element()">
    <header class="title-page">
      <h1>{$edition-title}</h1>
      <xsl:if test="$edition/s:editor">
        <p class="editors">{f:say('index.edited', map { 'names': f:enumeration($edition/s:editor ! string()) })}</p>
      </xsl:if>
      <p class="quiet">{string-join((f:count('index.count', count(document)), f:years-of(document)[.]), ' · ')}</p>
      <xsl:for-each select="f:site-page('search')">
        <xsl:call-template name="t:search-form"/>
      </xsl:for-each>
    </header>
  </xsl:template>

  <!-- '1983–1985' -->
  <xsl:function name="f:years-of" as="xs:string">
    <xsl:param name="documents" as="element(document)*"/>
    <xsl:variable name="years" as="xs:string*" select="sort($documents/@when ! substring(., 1, 4))"/>
    <xsl:sequence select="string-join(distinct-values(($years[1], $years[last()])), '–')"/>
  </xsl:function>

  <!-- ==== the table ==== -->

  <xsl:template name="t:table" as="element()">
    <xsl:param name="documents" as="element(document)*" tunnel="yes"/>
    <xsl:param name="part" as="xs:integer" tunnel="yes"/>
    <table class="documents" aria-labelledby="documents">
      <xsl:if test="count($documents) gt $rows-of-a-page">
        <xsl:attribute name="data-rows" select="f:here('documents.js')"/>
      </xsl:if>
      <thead>
        <tr>
          <xsl:for-each select="'number', 'title', 'kind', 'date', 'from', 'to'">
            <th scope="col" class="{.}">{f:say('column.' || .)}</th>
          </xsl:for-each>
        </tr>
      </thead>
      <tbody>
        <xsl:apply-templates select="subsequence($documents, ($part - 1) * $rows-of-a-page + 1, $rows-of-a-page)" mode="m:row"/>
      </tbody>
    </table>
  </xsl:template>

  <xsl:template match="document" mode="m:row" as="element()">
    <tr>
      <xsl:for-each select="string-join(distinct-values((sender | addressee | participant)/@key), ' ')[.]">
        <xsl:attribute name="data-who" select="."/>
      </xsl:for-each>
      <td class="number">{@n}</td>
      <th scope="row" class="title"><a href="{f:here(@id || '.html')}"><xsl:sequence select="f:tongue(@lang)"/>{title}</a></th>
      <td class="kind">{@kind ! f:kind(.)}</td>
      <td class="date"><xsl:apply-templates select="date" mode="m:row"/></td>
      <td class="from"><xsl:sequence select="f:names(sender)"/></td>
      <td class="to"><xsl:sequence select="f:names(addressee)"/></td>
    </tr>
  </xsl:template>

  <xsl:function name="f:names" as="node()*">
    <xsl:param name="names" as="element()*"/>
    <xsl:for-each select="$names">
      <xsl:if test="position() gt 1"><xsl:text>, </xsl:text></xsl:if>
      <xsl:apply-templates select="." mode="m:row"/>
    </xsl:for-each>
  </xsl:function>

  <!-- All rows, for the script: a plain one, since a page that was opened from the disk can fetch no data. -->
  <xsl:template name="t:all-rows" as="empty-sequence()">
    <xsl:param name="documents" as="element(document)+"/>
    <xsl:variable name="rows" as="element()+">
      <xsl:apply-templates select="$documents" mode="m:row"/>
    </xsl:variable>
    <xsl:result-document href="documents.js" method="text">
      <xsl:variable name="markup" as="xs:string" select="replace(serialize($rows, $html), ' xmlns=&quot;[^&quot;]*&quot;', '')"/>
      <xsl:text>window.allRows = {serialize($markup, map { 'method': 'json' })};</xsl:text>
    </xsl:result-document>
  </xsl:template>

  <!-- The parts of the table, by number, each with the dates that it begins and ends with. -->
  <xsl:template name="t:parts" as="element()?">
    <xsl:param name="documents" as="element(document)*" tunnel="yes"/>
    <xsl:param name="part" as="xs:integer" tunnel="yes"/>
    <xsl:variable name="parts" as="xs:integer" select="xs:integer(ceiling(count($documents) div $rows-of-a-page))"/>
    <xsl:if test="$parts gt 1">
      <nav class="parts" aria-label="{f:say('index.parts')}">
        <ol>
          <xsl:for-each select="1 to $parts">
            <xsl:variable name="held" as="element(document)+" select="subsequence($documents, (. - 1) * $rows-of-a-page + 1, $rows-of-a-page)"/>
            <li>
              <a href="{f:here(f:part-page(.))}">
                <xsl:if test=". = $part"><xsl:attribute name="aria-current" select="'page'"/></xsl:if>
                <xsl:text>{string-join(distinct-values(($held[1], $held[last()]) ! (substring(@when, 1, 7)[.] ! f:date(.), f:say('undated'))[1]), '–')}</xsl:text>
              </a>
            </li>
          </xsl:for-each>
        </ol>
      </nav>
    </xsl:if>
  </xsl:template>

  <!-- ==== filters ==== -->

  <!-- They need the script; without scripting the sheet hides them. -->
  <xsl:template name="t:filters" as="element()?">
    <xsl:param name="documents" as="element(document)*" tunnel="yes"/>
    <xsl:if test="count($documents) gt 1">
      <form class="filters" aria-label="{f:say('filters')}">
        <label><span>{f:say('filter.words')}</span> <input type="search" name="words" autocomplete="off"/></label>
        <xsl:call-template name="t:choices">
          <xsl:with-param name="name" select="'kind'"/>
          <xsl:with-param name="groups" as="map(xs:string, item())*">
            <xsl:for-each-group select="$documents" group-by="@kind ! f:kind(.)">
              <xsl:sort select="current-grouping-key()"/>
              <xsl:sequence select="f:choice(current-grouping-key(), current-grouping-key(), current-group())"/>
            </xsl:for-each-group>
          </xsl:with-param>
        </xsl:call-template>
        <xsl:call-template name="t:choices">
          <xsl:with-param name="name" select="'year'"/>
          <xsl:with-param name="groups" as="map(xs:string, item())*">
            <xsl:for-each-group select="$documents" group-by="@when ! substring(., 1, 4)">
              <xsl:sort select="current-grouping-key()"/>
              <xsl:sequence select="f:choice(current-grouping-key(), current-grouping-key(), current-group())"/>
            </xsl:for-each-group>
          </xsl:with-param>
        </xsl:call-template>
        <xsl:call-template name="t:choices">
          <xsl:with-param name="name" select="'who'"/>
          <xsl:with-param name="groups" as="map(xs:string, item())*">
            <xsl:for-each-group select="$documents/(sender | addressee | participant)" group-by="@key">
              <xsl:sort select="f:sorting(f:listed(.))"/>
              <xsl:sequence select="f:choice(current-grouping-key(), f:listed(.), current-group()/..)"/>
            </xsl:for-each-group>
          </xsl:with-param>
        </xsl:call-template>
        <p class="found">
          <output name="found" data-all="{f:count('index.count', count($documents))}" data-some="{f:say('filter.found')}"
            data-none="{f:say('filter.none')}">{f:count('index.count', count($documents))}</output>
          <xsl:text> </xsl:text>
          <button type="reset" hidden="hidden">{f:say('filter.reset')}</button>
        </p>
      </form>
    </xsl:if>
  </xsl:template>

  <xsl:function name="f:choice" as="map(xs:string, item())">
    <xsl:param name="value" as="xs:string"/>
    <xsl:param name="label" as="xs:string"/>
    <xsl:param name="documents" as="element(document)+"/>
    <xsl:sequence select="map { 'value': $value, 'label': $label, 'n': count($documents) }"/>
  </xsl:function>

  <!-- A list to choose from, where there is a choice. -->
  <xsl:template name="t:choices" as="element()?">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="groups" as="map(xs:string, item())*"/>
    <xsl:if test="count($groups) gt 1">
      <label>
        <span>{f:say('filter.' || $name)}</span>
        <xsl:text> </xsl:text>
        <select name="{$name}">
          <option value="">{f:say('filter.all')}</option>
          <xsl:for-each select="$groups">
            <option value="{?value}">{?label} ({?n})</option>
          </xsl:for-each>
        </select>
      </label>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
