<?xml version="1.0" encoding="UTF-8"?>
<!-- The frame of every page of the site: head, header, navigation, main, footer. A kind of page is a rule in mode m:page
     that calls t:page, and one in mode m:main that fills it. No request leaves the site, no script stands in a page. -->
<xsl:stylesheet version="3.0" expand-text="yes" xmlns="http://www.w3.org/1999/xhtml"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:s="urn:tei-tools:site"
  xmlns:f="urn:tei-tools:functions" xmlns:m="urn:tei-tools:modes" xmlns:t="urn:tei-tools:templates"
  exclude-result-prefixes="#all">

  <!-- m:page: a whole page. -->
  <xsl:mode name="m:page" on-no-match="fail" on-multiple-match="fail"/>
  <!-- m:main: what is within its frame. -->
  <xsl:mode name="m:main" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="/" as="element()+">
    <xsl:apply-templates select="f:identified(.)/*" mode="m:page"/>
  </xsl:template>

  <!-- `path` is the place of the page in the site, `kind` the class of its body. `sheets` are files of assets/css beside tokens, base and print, `scripts` files of
       assets/scripts; both without ending. `metadata` goes into the head. -->
  <xsl:template name="t:page" as="element()">
    <xsl:param name="title" as="xs:string"/>
    <xsl:param name="path" as="xs:string" select="$page"/>
    <xsl:param name="kind" as="xs:string"/>
    <xsl:param name="sheets" as="xs:string*"/>
    <xsl:param name="scripts" as="xs:string*"/>
    <xsl:param name="metadata" as="element()*"/>
    <html lang="{$locale/*/@xml:lang}">
      <head>
        <meta charset="utf-8"/>
        <meta http-equiv="Content-Security-Policy"
          content="default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; object-src 'none'; base-uri 'none'; form-action 'self'"/>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <meta name="color-scheme" content="light dark"/>
        <title>{string-join(distinct-values(($title, $edition-title[.])), ' – ')}</title>
        <link rel="icon" href="{f:here('assets/icon.svg')}" type="image/svg+xml"/>
        <xsl:for-each select="'tokens', 'base', $sheets, 'print'">
          <link rel="stylesheet" href="{f:here('assets/css/' || . || '.css')}"/>
        </xsl:for-each>
        <xsl:for-each select="$edition/s:sheet">
          <link rel="stylesheet" href="{f:here(@href)}"/>
        </xsl:for-each>
        <xsl:for-each select="$scripts">
          <script defer="defer" src="{f:here('assets/scripts/' || . || '.js')}"/>
        </xsl:for-each>
        <xsl:if test="f:address($path)"><link rel="canonical" href="{f:address($path)}"/></xsl:if>
        <xsl:sequence select="$metadata"/>
      </head>
      <body class="{$kind}">
        <a class="skip" href="#main">{f:say('skip')}</a>
        <xsl:call-template name="t:masthead"/>
        <main id="main">
          <xsl:apply-templates select="." mode="m:main"/>
        </main>
        <xsl:call-template name="t:imprint"/>
      </body>
    </html>
  </xsl:template>

  <!-- The name of the edition, and the way to its pages. A document on its own has none. -->
  <xsl:template name="t:masthead" as="element()?">
    <xsl:if test="$edition-title">
      <header class="masthead">
        <p class="edition">
          <a href="{f:here(f:site-page('index')/@href)}">
            <xsl:for-each select="$edition/@logo"><img class="logo" src="{f:here(.)}" alt=""/></xsl:for-each>
            <xsl:text>{$edition-title}</xsl:text>
          </a>
        </p>
        <nav aria-label="{f:say('site')}">
          <ul>
            <xsl:for-each select="$edition/s:page">
              <li>
                <a href="{f:here(@href)}">
                  <xsl:if test="@href = $page"><xsl:attribute name="aria-current" select="'page'"/></xsl:if>
                  <xsl:text>{if (@key) then f:say('page.' || @key) else string()}</xsl:text>
                </a>
              </li>
            </xsl:for-each>
          </ul>
        </nav>
      </header>
    </xsl:if>
  </xsl:template>

  <!-- Who answers for the edition, and under what licence. -->
  <xsl:template name="t:imprint" as="element()?">
    <xsl:if test="$edition-title">
      <footer class="imprint">
        <p>
          <cite>{$edition-title}</cite>
          <xsl:if test="$edition/s:editor">{f:say('cite.edited', map { 'names': f:enumeration($edition/s:editor ! string()) })}</xsl:if>
          <xsl:text>.</xsl:text>
        </p>
        <xsl:if test="$edition/(@publisher | @date | @licence)">
          <p>
            <xsl:text>{string-join(($edition/@publisher, $edition/@date ! f:date(.)), ', ')}</xsl:text>
            <xsl:if test="$edition/(@publisher | @date) and $edition/@licence"> · </xsl:if>
            <xsl:for-each select="$edition/@licence">
              <a rel="license" href="{.}">{($edition/@licence-text, .)[1]}</a>
            </xsl:for-each>
          </p>
        </xsl:if>
      </footer>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
