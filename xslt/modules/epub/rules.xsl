<?xml version="1.0" encoding="UTF-8"?>
<!-- What differs in an e-book: the frame, notes that reading systems show beside the text, page marks, links between
     its files. Everything else is as on the web. -->
<xsl:stylesheet version="3.0" expand-text="yes" xmlns="http://www.w3.org/1999/xhtml"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:epub="http://www.idpf.org/2007/ops"
  xmlns:f="urn:tei-tools:functions" xmlns:m="urn:tei-tools:modes" xmlns:t="urn:tei-tools:templates"
  xmlns:map="http://www.w3.org/2005/xpath-functions/map" exclude-result-prefixes="xs f m t map">

  <!-- The file of the persons, '' where there is none. -->
  <xsl:param name="persons" as="xs:string" select="''"/>

  <!-- The pictures of the book: what documents call them, a tab, their file, a line each. -->
  <xsl:param name="pictures" as="xs:string" select="''"/>
  <xsl:variable name="picture-files" as="map(xs:string, xs:string)" select="
      map:merge(tokenize($pictures, '\n')[.] ! map { substring-before(., '&#9;'): substring-after(., '&#9;') })"/>

  <xsl:template match="TEI" mode="m:page" as="element()">
    <xsl:variable name="title" as="xs:string" select="string-join((f:number(.)[.], f:title(.)), '. ')"/>
    <xsl:variable name="notes" as="element(note)*" select="text//note[not(f:is-inline(.))]"/>
    <html lang="{f:language(.)}" xml:lang="{f:language(.)}">
      <head>
        <meta charset="utf-8"/>
        <title>{$title}</title>
        <link rel="stylesheet" type="text/css" href="book.css"/>
      </head>
      <body>
        <main>
          <section epub:type="chapter" role="doc-chapter" aria-label="{$title}">
            <xsl:apply-templates select="text" mode="m:html"/>
            <xsl:if test="$notes">
              <section class="notes" epub:type="endnotes" role="doc-endnotes" aria-labelledby="notes-title">
                <h2 id="notes-title">{f:say('notes')}</h2>
                <xsl:apply-templates select="$notes" mode="m:entry"/>
              </section>
            </xsl:if>
            <xsl:if test="exists(text//@cert[. = ('low', 'medium')])">
              <p class="legend" id="doubt">{f:say('doubt')}</p>
            </xsl:if>
          </section>
        </main>
      </body>
    </html>
  </xsl:template>

  <!-- ==== notes: reading systems show an aside of type footnote where it is called ==== -->

  <xsl:template match="note[not(f:is-inline(.))]" mode="m:html" as="element()">
    <sup class="call">
      <xsl:choose>
        <xsl:when test="f:in-link(.)"><span id="{@xml:id}-call">{@n}</span></xsl:when>
        <xsl:otherwise>
          <a id="{@xml:id}-call" href="#{@xml:id}" epub:type="noteref" role="doc-noteref"
            aria-label="{f:say('note-call', map { 'n': string(@n) })}">{@n}</a>
        </xsl:otherwise>
      </xsl:choose>
    </sup>
  </xsl:template>

  <xsl:template match="note" mode="m:entry" as="element()">
    <aside epub:type="footnote" role="doc-footnote" aria-label="{f:say('note-call', map { 'n': string(@n) })}">
      <xsl:sequence select="f:common(., ('note', string(@type)[.]))"/>
      <div class="number">
        <a class="back" href="#{@xml:id}-call" role="doc-backlink" aria-label="{f:say('note-back', map { 'n': string(@n) })}">{@n}</a>
      </div>
      <div class="body">
        <xsl:apply-templates mode="m:html"/>
      </div>
    </aside>
  </xsl:template>

  <!-- ==== page marks of the original: what the page list leads to ==== -->

  <xsl:template name="t:page-mark" as="element()">
    <span epub:type="pagebreak" role="doc-pagebreak" title="{f:say('page', map { 'n': string(@n) })}" data-n="{@n}">
      <xsl:sequence select="f:common(., ('pb', 'inside'[current()/@break = 'no']))"/>
    </span>
  </xsl:template>

  <!-- ==== links between the files of the book ==== -->

  <xsl:template match="persName[@ref]" mode="m:html" as="element()">
    <xsl:variable name="leads" as="xs:boolean" select="$persons ne '' and f:entry(.)/self::person"/>
    <xsl:element name="{if ($leads) then 'a' else 'span'}" namespace="http://www.w3.org/1999/xhtml">
      <xsl:if test="$leads">
        <xsl:attribute name="href" select="$persons || '#' || f:id(@ref)"/>
      </xsl:if>
      <xsl:sequence select="f:common(., 'name')"/>
      <xsl:apply-templates mode="m:html"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="orgName[@ref] | placeName[@ref] | rs[@ref] | term[@ref] | country[@ref] | region[@ref] | settlement[@ref]"
      mode="m:html" as="element()">
    <xsl:call-template name="t:wrap"/>
  </xsl:template>

  <xsl:template match="persName | orgName | placeName | name" mode="m:facts" as="node()*">
    <xsl:variable name="entry" as="element()?" select="f:entry(.)"/>
    <xsl:text>{if ($entry) then f:name($entry) else f:plain(.)}</xsl:text>
  </xsl:template>

  <xsl:function name="f:href" as="xs:string?">
    <xsl:param name="pointer" as="attribute()"/>
    <xsl:variable name="target" as="xs:string" select="string(tokenize($pointer)[1])"/>
    <xsl:variable name="file" as="xs:string" select="replace($target, '#.*$', '')"/>
    <xsl:sequence select="
        if (matches($target, '^(https?|mailto):', 'i')) then $target
        else if (starts-with($target, '#') and exists(key('by-id', substring($target, 2), root($pointer))[ancestor::text])) then $target
        else if (matches($file, '^[^:#?/]+\.xml$') and not($file = tokenize($missing))) then replace($target, '\.xml(#|$)', '.xhtml$1')
        else ()"/>
  </xsl:function>

  <xsl:template match="graphic" mode="m:html" as="element()">
    <img src="{$picture-files(string(@url))}" alt="{(../(figDesc, head) ! f:plain(.), f:say('figure'))[1]}"/>
  </xsl:template>

  <!-- Of a picture that the book has not there are the words. -->
  <xsl:template match="graphic[not(map:contains($picture-files, string(@url)))]" mode="m:html" priority="1" as="element()">
    <span class="graphic">{(../(figDesc, head) ! f:plain(.), f:say('figure'))[1]}</span>
  </xsl:template>

</xsl:stylesheet>
