<?xml version="1.0" encoding="UTF-8"?>
<!-- The page of a document: its text, its notes, the panel of the apparatus, and the way to its neighbours. The order is
     that of reading; where each of them stands is a matter of css/text.css and css/apparatus.css. -->
<xsl:stylesheet version="3.0" expand-text="yes" xmlns="http://www.w3.org/1999/xhtml"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:tei-tools:functions" xmlns:m="urn:tei-tools:modes" xmlns:t="urn:tei-tools:templates"
  exclude-result-prefixes="#all">

  <!-- The page, and where there is a site the summary that its other pages are made of: summary.xml. -->
  <xsl:template match="TEI" mode="m:page" as="element()">
    <xsl:variable name="summary" as="element()?" select="if ($edition-title) then f:summary(.) else ()"/>
    <xsl:if test="$summary">
      <xsl:result-document href="summary.xml" method="xml">
        <xsl:sequence select="$summary"/>
      </xsl:result-document>
    </xsl:if>
    <xsl:call-template name="t:page">
      <xsl:with-param name="title" select="string-join((f:number(.)[.], f:title(.)), '. ')"/>
      <xsl:with-param name="kind" select="'document'"/>
      <xsl:with-param name="sheets" select="'text', 'apparatus'"/>
      <xsl:with-param name="scripts" select="'notes', 'peek', 'cite'"/>
      <xsl:with-param name="metadata" as="element()*">
        <xsl:call-template name="t:relations"/>
        <xsl:sequence select="$summary ! f:metadata(.)"/>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- What is before, after, and the same in another format. -->
  <xsl:template name="t:relations" as="element(*)*">
    <xsl:if test="$previous-href"><link rel="prev" href="{f:here($previous-href)}"/></xsl:if>
    <xsl:if test="$next-href"><link rel="next" href="{f:here($next-href)}"/></xsl:if>
    <xsl:for-each select="$downloads">
      <link rel="alternate" type="{@type}" title="{f:say('download.' || @key)}" href="{f:download(.)}"/>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="TEI" mode="m:main" as="element()+">
    <article>
      <xsl:sequence select="f:tongue(f:language(.))"/>
      <xsl:apply-templates select="text" mode="m:html"/>
    </article>
    <xsl:call-template name="t:notes"/>
    <xsl:call-template name="t:panel"/>
    <xsl:call-template name="t:neighbours"/>
    <xsl:call-template name="t:peek"/>
  </xsl:template>

  <!-- Previous and next document; without either (a single file) nothing. -->
  <xsl:template name="t:neighbours" as="element()?">
    <xsl:if test="$previous-href or $next-href">
      <nav class="neighbours" aria-label="{f:say('documents')}">
        <xsl:if test="$previous-href">
          <a class="previous" rel="prev" href="{f:here($previous-href)}"><xsl:sequence select="f:neighbour(., 'previous', $previous-title)"/></a>
        </xsl:if>
        <xsl:if test="$next-href">
          <a class="next" rel="next" href="{f:here($next-href)}"><xsl:sequence select="f:neighbour(., 'next', $next-title)"/></a>
        </xsl:if>
      </nav>
    </xsl:if>
  </xsl:template>

  <!-- Which of the two it is, and its title: documents that follow each other are in one language. -->
  <xsl:function name="f:neighbour" as="node()+">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="title" as="xs:string"/>
    <xsl:sequence select="f:tongue(f:language($tei))"/>
    <span class="way"><xsl:sequence select="f:own-tongue(f:language($tei))"/>{f:say($key)}</span>
    <xsl:text> {$title}</xsl:text>
  </xsl:function>

  <!-- Persons, places, bodies, terms, pages, citation, downloads, and what the header says. -->
  <xsl:template name="t:panel" as="element(*)">
    <aside class="panel" aria-label="{f:say('apparatus')}">
      <xsl:call-template name="t:parts-of-page"/>
      <xsl:call-template name="t:switches"/>
      <xsl:apply-templates select="standOff" mode="m:html"/>
      <xsl:call-template name="t:pages"/>
      <xsl:apply-templates select="teiHeader" mode="m:html"/>
    </aside>
  </xsl:template>

  <!-- The way to each section of the page below the text. -->
  <xsl:template name="t:parts-of-page" as="element(*)">
    <xsl:variable name="sections" as="xs:string*" select="
        'notes'[exists(current()/text//note[not(f:is-inline(.))])],
        'persons'[exists(current()/standOff//person)],
        'places'[exists(current()/standOff//place)],
        'organisations'[exists(current()/standOff//org)],
        'terms'[exists(current()/standOff/list)],
        'pages'[exists(f:page-breaks(current()))],
        'cite'[f:book(current())], 'download'[exists($downloads)], 'about'[exists(current()/teiHeader)]"/>
    <nav class="jump" aria-label="{f:say('on-this-page')}">
      <xsl:for-each select="$sections">
        <a href="#{.}">{f:say(.)}</a>
        <xsl:text> </xsl:text>
      </xsl:for-each>
    </nav>
  </xsl:template>

  <!-- How names are shown in the text; style sheets alone do it. -->
  <xsl:template name="t:switches" as="element(*)?">
    <xsl:variable name="doubts" as="xs:boolean" select="exists(text//@cert[. = ('low', 'medium')])"/>
    <xsl:if test="$doubts or exists(text//*[@ref])">
      <div class="switches" role="group" aria-label="{f:say('names')}">
        <p><label><input type="checkbox" id="show-names"/> {f:say('show-names')}</label></p>
        <xsl:if test="$doubts">
          <p><label><input type="checkbox" id="show-doubts"/> {f:say('show-doubts')}</label></p>
          <p class="legend" id="doubt">{f:say('doubt')}</p>
        </xsl:if>
      </div>
    </xsl:if>
  </xsl:template>

  <!-- What a section of the page begins with: its attributes and its heading. -->
  <xsl:template name="t:section-start" as="node()+">
    <xsl:param name="id" as="xs:string"/>
    <xsl:attribute name="id" select="$id"/>
    <xsl:attribute name="class" select="$id"/>
    <xsl:attribute name="aria-labelledby" select="$id || '-title'"/>
    <h2 id="{$id}-title">{f:say($id)}</h2>
  </xsl:template>

  <!-- Where scripts/peek.js shows a note or an entry that is not in sight. -->
  <xsl:template name="t:peek" as="element(*)">
    <div id="peek" class="peek" popover="auto" role="dialog" aria-label="{f:say('peek')}" tabindex="-1">
      <div class="peek-content"></div>
      <button type="button" popovertarget="peek" popovertargetaction="hide">{f:say('close')}</button>
    </div>
  </xsl:template>

</xsl:stylesheet>
