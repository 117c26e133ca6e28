<?xml version="1.0" encoding="UTF-8"?>
<!-- The page around a document: metadata, navigation, text, apparatus. No request leaves the site, no script runs. -->
<xsl:stylesheet version="3.0" expand-text="yes" xmlns="http://www.w3.org/1999/xhtml"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:f="urn:tei-tools:functions" xmlns:m="urn:tei-tools:modes" xmlns:t="urn:tei-tools:templates"
  exclude-result-prefixes="#all">

  <xsl:template match="/" as="element()+">
    <xsl:apply-templates select="f:identified(.)/*" mode="m:page"/>
  </xsl:template>

  <xsl:template match="TEI" mode="m:page" as="element()">
    <xsl:call-template name="t:page">
      <xsl:with-param name="title" select="string-join((f:number(.)[.], f:title(.)), '. ')"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="TEI" mode="m:main" as="element()+">
    <article>
      <xsl:apply-templates select="text" mode="m:html"/>
    </article>
    <xsl:call-template name="t:apparatus"/>
  </xsl:template>

  <!-- The frame of every page of the site; mode m:main fills it. -->
  <xsl:template name="t:page" as="element()">
    <xsl:param name="title" as="xs:string"/>
    <xsl:param name="class" as="xs:string" select="'document'"/>
    <html lang="{f:language(.)}">
      <head>
        <meta charset="utf-8"/>
        <meta http-equiv="Content-Security-Policy"
          content="default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'"/>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <meta name="color-scheme" content="light dark"/>
        <title>{string-join(distinct-values(($title, $edition-title[.])), ' – ')}</title>
        <link rel="icon" href="{$assets}icon.svg" type="image/svg+xml"/>
        <link rel="stylesheet" href="{$assets}edition.css"/>
        <xsl:if test="$url"><link rel="canonical" href="{$url}"/></xsl:if>
        <xsl:if test="$previous-href"><link rel="prev" href="{$previous-href}"/></xsl:if>
        <xsl:if test="$next-href"><link rel="next" href="{$next-href}"/></xsl:if>
        <xsl:if test="$tei-href">
          <link rel="alternate" type="application/tei+xml" title="{f:say('download.tei')}" href="{$tei-href}"/>
        </xsl:if>
      </head>
      <body class="{$class}">
        <a class="skip" href="#main">{f:say('skip')}</a>
        <xsl:call-template name="t:masthead">
          <xsl:with-param name="title" select="$title"/>
        </xsl:call-template>
        <main id="main">
          <xsl:apply-templates select="." mode="m:main"/>
        </main>
        <xsl:call-template name="t:neighbours"/>
      </body>
    </html>
  </xsl:template>

  <xsl:template name="t:masthead" as="element()?">
    <xsl:param name="title" as="xs:string"/>
    <xsl:if test="$edition-title != $title and $index-href">
      <header class="masthead">
        <p><a href="{$index-href}">{$edition-title}</a></p>
      </header>
    </xsl:if>
  </xsl:template>

  <!-- Previous and next document; without either (a single file) nothing. -->
  <xsl:template name="t:neighbours" as="element()?">
    <xsl:if test="$previous-href or $next-href">
      <nav class="neighbours" aria-label="{f:say('documents')}">
        <xsl:if test="$previous-href">
          <a class="previous" rel="prev" href="{$previous-href}"><span class="way">{f:say('previous')}</span> {$previous-title}</a>
        </xsl:if>
        <xsl:if test="$next-href">
          <a class="next" rel="next" href="{$next-href}"><span class="way">{f:say('next')}</span> {$next-title}</a>
        </xsl:if>
      </nav>
    </xsl:if>
  </xsl:template>

  <!-- Notes, persons, places, bodies, terms, about: below the text, or beside it where there is room. -->
  <xsl:template name="t:apparatus" as="element(*)">
    <xsl:variable name="sections" as="xs:string*" select="
        'notes'[exists(current()/text//note[not(f:is-inline(.))])],
        'persons'[exists(current()/standOff//person)],
        'places'[exists(current()/standOff//place)],
        'organisations'[exists(current()/standOff//org)],
        'terms'[exists(current()/standOff/list)],
        'about'[exists(current()/teiHeader)]"/>
    <div class="apparatus">
      <nav class="contents" aria-label="{f:say('on-this-page')}">
        <xsl:for-each select="$sections">
          <a href="#{.}">{f:say(.)}</a>
        </xsl:for-each>
      </nav>
      <xsl:if test="exists(text//@cert[. = ('low', 'medium')])">
        <p class="legend" id="doubt">{f:say('doubt')}</p>
      </xsl:if>
      <xsl:call-template name="t:notes"/>
      <xsl:apply-templates select="standOff, teiHeader" mode="m:html"/>
    </div>
  </xsl:template>

  <!-- What a section of the apparatus begins with: its attributes and its heading. -->
  <xsl:template name="t:section-start" as="node()+">
    <xsl:param name="id" as="xs:string"/>
    <xsl:attribute name="id" select="$id"/>
    <xsl:attribute name="class" select="$id"/>
    <xsl:attribute name="aria-labelledby" select="$id || '-title'"/>
    <h2 id="{$id}-title">{f:say($id)}</h2>
  </xsl:template>

</xsl:stylesheet>
