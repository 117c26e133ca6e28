<?xml version="1.0" encoding="UTF-8"?>
<!-- View search: the form, and where scripts/search.js puts what it finds. The form alone stands on other pages, too. -->
<xsl:stylesheet version="3.0" expand-text="yes" xmlns="http://www.w3.org/1999/xhtml"
  xpath-default-namespace="urn:tei-tools:summary" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:s="urn:tei-tools:site" xmlns:tei="http://www.tei-c.org/ns/1.0"
  xmlns:f="urn:tei-tools:functions" xmlns:m="urn:tei-tools:modes" xmlns:t="urn:tei-tools:templates"
  exclude-result-prefixes="#all">

  <!-- A plain form: it leads to search.html?q=… from wherever it stands. -->
  <xsl:template name="t:search-form" as="element()">
    <form class="search" role="search" action="{f:here(f:site-page('search')/@href)}">
      <label for="q">{f:say('search.label')}</label>
      <span class="field">
        <input type="search" id="q" name="q" autocomplete="off"/>
        <button>{f:say('search.go')}</button>
      </span>
    </form>
  </xsl:template>

  <xsl:template match="summaries[$view = 'search']" mode="m:page" as="element()">
    <xsl:call-template name="t:edition-page">
      <xsl:with-param name="title" select="f:say('page.search')"/>
      <xsl:with-param name="scripts" select="'search'"/>
    </xsl:call-template>
  </xsl:template>

  <!-- What the script says stands in the page, in its language. -->
  <xsl:template match="summaries[$view = 'search']" mode="m:main" as="element()+">
    <header class="title-page">
      <h1>{f:say('page.search')}</h1>
      <xsl:call-template name="t:search-form"/>
      <noscript><p>{f:say('search.no-script')}</p></noscript>
    </header>
    <div class="search-page" data-kind="{f:say('filter.kind')}" data-year="{f:say('filter.year')}" data-person="{f:say('filter.person')}"
      data-all="{f:say('filter.all')}" data-from-disk="{f:say('search.from-disk')}" data-failed="{f:say('search.failed')}"
      data-none="{f:say('search.none')}" data-one="{f:say('search.found-one')}" data-some="{f:say('search.found')}" data-more="{f:say('search.more')}">
      <form class="filters" aria-label="{f:say('filters')}" hidden="hidden"/>
      <p class="found" role="status"/>
      <ol class="results"/>
    </div>
  </xsl:template>

</xsl:stylesheet>
