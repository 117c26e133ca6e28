<?xml version="1.0" encoding="UTF-8"?>
<!-- The page of a document: its text, the apparatus, and the way to its neighbours. -->
<xsl:stylesheet version="3.0" expand-text="yes" xmlns="http://www.w3.org/1999/xhtml"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:s="urn:tei-tools:site"
  xmlns:f="urn:tei-tools:functions" xmlns:m="urn:tei-tools:modes" xmlns:t="urn:tei-tools:templates"
  exclude-result-prefixes="#all">

  <xsl:template match="TEI" mode="m:page" as="element()">
    <xsl:call-template name="t:page">
      <xsl:with-param name="title" select="string-join((f:number(.)[.], f:title(.)), '. ')"/>
      <xsl:with-param name="kind" select="'document'"/>
      <xsl:with-param name="sheets" select="'text', 'apparatus'"/>
      <xsl:with-param name="metadata" as="element()*">
        <xsl:call-template name="t:relations"/>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- What is before, after, and the same in another format. -->
  <xsl:template name="t:relations" as="element(*)*">
    <xsl:if test="$previous-href"><link rel="prev" href="{f:here($previous-href)}"/></xsl:if>
    <xsl:if test="$next-href"><link rel="next" href="{f:here($next-href)}"/></xsl:if>
    <xsl:for-each select="$edition/s:download[@key = tokenize($formats)]">
      <link rel="alternate" type="{@type}" title="{f:say('download.' || @key)}" href="{f:download(.)}"/>
    </xsl:for-each>
  </xsl:template>

  <!-- d178.html and <download folder="../tei/" ending=".xml"/> → ../tei/d178.xml -->
  <xsl:function name="f:download" as="xs:string">
    <xsl:param name="download" as="element(s:download)"/>
    <xsl:sequence select="f:here($download/@folder || replace($page, '\.html$', '') || $download/@ending)"/>
  </xsl:function>

  <xsl:template match="TEI" mode="m:main" as="element()+">
    <article>
      <xsl:apply-templates select="text" mode="m:html"/>
    </article>
    <xsl:call-template name="t:notes"/>
    <xsl:call-template name="t:panel"/>
    <xsl:call-template name="t:neighbours"/>
  </xsl:template>

  <!-- Previous and next document; without either (a single file) nothing. -->
  <xsl:template name="t:neighbours" as="element()?">
    <xsl:if test="$previous-href or $next-href">
      <nav class="neighbours" aria-label="{f:say('documents')}">
        <xsl:if test="$previous-href">
          <a class="previous" rel="prev" href="{f:here($previous-href)}"><span class="way">{f:say('previous')}</span> {$previous-title}</a>
        </xsl:if>
        <xsl:if test="$next-href">
          <a class="next" rel="next" href="{f:here($next-href)}"><span class="way">{f:say('next')}</span> {$next-title}</a>
        </xsl:if>
      </nav>
    </xsl:if>
  </xsl:template>

  <!-- Persons, places, bodies, terms, about: below the text, or beside it where there is room. -->
  <xsl:template name="t:panel" as="element(*)">
    <xsl:variable name="sections" as="xs:string*" select="
        'notes'[exists(current()/text//note[not(f:is-inline(.))])],
        'persons'[exists(current()/standOff//person)],
        'places'[exists(current()/standOff//place)],
        'organisations'[exists(current()/standOff//org)],
        'terms'[exists(current()/standOff/list)],
        'about'[exists(current()/teiHeader)]"/>
    <aside class="panel" aria-label="{f:say('apparatus')}">
      <nav class="contents" aria-label="{f:say('on-this-page')}">
        <xsl:for-each select="$sections">
          <a href="#{.}">{f:say(.)}</a>
        </xsl:for-each>
      </nav>
      <xsl:if test="exists(text//@cert[. = ('low', 'medium')])">
        <p class="legend" id="doubt">{f:say('doubt')}</p>
      </xsl:if>
      <xsl:apply-templates select="standOff, teiHeader" mode="m:html"/>
    </aside>
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
