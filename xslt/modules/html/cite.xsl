<?xml version="1.0" encoding="UTF-8"?>
<!-- How the document is cited, in words and for reference managers; and the formats in which it can be had. -->
<xsl:stylesheet version="3.0" expand-text="yes" xmlns="http://www.w3.org/1999/xhtml"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:s="urn:tei-tools:site"
  xmlns:f="urn:tei-tools:functions" xmlns:m="urn:tei-tools:modes" xmlns:t="urn:tei-tools:templates"
  exclude-result-prefixes="#all">

  <!-- ==== what every style says, each in its own order; what is not known is "" ==== -->

  <xsl:function name="f:cited" as="map(xs:string, item()*)">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:variable name="file" as="element()" select="$tei/teiHeader/fileDesc"/>
    <xsl:variable name="date" as="element()?" select="f:facts($tei/teiHeader/profileDesc)?date"/>
    <xsl:sequence select="map {
        'id': (string-join(($file/seriesStmt/idno[1], $file/publicationStmt/idno[@type = 'document'])[. ne ''], '-')[.], string($tei/@xml:id))[1],
        'title': f:title($tei),
        'number': f:number($tei),
        'date': string($date ! (f:dates(.)[.], f:plain(.))[1]),
        'when': string($date/@when ! replace(., 'T.*$', '')),
        'book': f:book($tei),
        'editors': $file/titleStmt/editor ! f:plain(.),
        'publisher': string($file/publicationStmt/publisher[1] ! f:plain(.)),
        'year': substring(string(($edition/@date, $file/publicationStmt/date/@when)[1]), 1, 4),
        'pages': f:page-range($tei),
        'url': f:address($page) }"/>
  </xsl:function>

  <!-- Where the document is printed or published, '' where nothing says so. -->
  <xsl:function name="f:book" as="xs:string">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:variable name="file" as="element()?" select="$tei/teiHeader/fileDesc"/>
    <xsl:sequence select="
        if ($edition-title) then $edition-title
        else string((string-join($file/seriesStmt/title ! f:plain(.), ', ')[.], $file/titleStmt/title[@type = 'sub'] ! f:plain(.))[1])"/>
  </xsl:function>

  <!-- ==== in words ==== -->

  <!-- A part of a citation, '' where its value is: part('cite.pages', '11–14') → ', 11–14' -->
  <xsl:function name="f:part" as="xs:string">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="value" as="xs:string?"/>
    <xsl:sequence select="if ($value) then let $text := f:say($key) return substring-before($text, '{x}') || $value || substring-after($text, '{x}') else ''"/>
  </xsl:function>

  <!-- “Title,” date, in Book, ed. A and B (Publisher, year), Document 310, 1116–1118, address. -->
  <xsl:template name="t:chicago" as="node()+">
    <xsl:param name="cited" as="map(xs:string, item()*)"/>
    <xsl:variable name="made" as="xs:string" select="string-join(($cited?publisher, $cited?year)[.], ', ')"/>
    <xsl:text>{f:part('chicago.title', $cited?title)}{f:part('chicago.date', $cited?date)}{f:say('chicago.in')}</xsl:text>
    <i>{$cited?book}</i>
    <xsl:text>{f:part('chicago.editors', f:enumeration($cited?editors))}{f:part('chicago.publisher', $made)}</xsl:text>
    <xsl:text>{f:part('chicago.number', $cited?number)}{f:part('chicago.pages', $cited?pages)}{f:part('chicago.url', $cited?url)}.</xsl:text>
  </xsl:template>

  <!-- “Title.” Date. Book, edited by A and B, Publisher, year, pp. 1116–1118. Address. -->
  <xsl:template name="t:mla" as="node()+">
    <xsl:param name="cited" as="map(xs:string, item()*)"/>
    <xsl:text>{f:part('mla.title', $cited?title)}{f:part('mla.date', $cited?date)}</xsl:text>
    <i>{$cited?book}</i>
    <xsl:text>{f:part('mla.editors', f:enumeration($cited?editors))}{f:part('mla.publisher', $cited?publisher)}</xsl:text>
    <xsl:text>{f:part('mla.year', $cited?year)}{f:part('mla.number', $cited?number)}</xsl:text>
    <xsl:text>{f:part(if (contains($cited?pages, '–')) then 'mla.pages' else 'mla.page', $cited?pages)}.{f:part('mla.url', $cited?url)}</xsl:text>
  </xsl:template>

  <!-- ==== for reference managers ==== -->

  <xsl:function name="f:bibtex" as="xs:string">
    <xsl:param name="cited" as="map(xs:string, item()*)"/>
    <xsl:variable name="fields" as="map(xs:string, xs:string)" select="map {
        'title': '{' || f:tex($cited?title) || '}',
        'booktitle': '{' || f:tex($cited?book) || '}',
        'editor': f:tex(string-join($cited?editors, ' and ')),
        'publisher': f:tex($cited?publisher),
        'year': $cited?year,
        'number': f:tex($cited?number),
        'pages': replace(f:tex($cited?pages), '–', '--'),
        'note': f:tex($cited?date),
        'url': $cited?url }"/>
    <xsl:variable name="order" as="xs:string+"
      select="'title', 'booktitle', 'editor', 'publisher', 'year', 'number', 'pages', 'note', 'url'"/>
    <xsl:sequence select="
        '@incollection{' || $cited?id || ',&#10;'
        || string-join($order[$fields(.) ne ''] ! ('  ' || . || ' = {' || $fields(.) || '}'), ',&#10;') || '&#10;}'"/>
  </xsl:function>

  <!-- What TeX would take for markup. -->
  <xsl:function name="f:tex" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:sequence select="
        if (translate($text, '\&amp;%$#_{}~^', '') = $text) then $text
        else replace(replace(replace($text, '\\', '\\textbackslash '), '([&amp;%$#_{}])', '\\$1'), '[~^]', '\\$0{}')"/>
  </xsl:function>

  <!-- CSL-JSON 1.0: a chapter, which citation styles know how to print. -->
  <xsl:function name="f:csl" as="xs:string">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:param name="cited" as="map(xs:string, item()*)"/>
    <xsl:variable name="authors" as="element()*" select="$tei/teiHeader/profileDesc/correspDesc/correspAction[@type = 'sent']/(persName | orgName | name)"/>
    <xsl:variable name="fields" as="xs:string*" select="
        f:field('id', f:json($cited?id)),
        f:field('type', f:json('chapter')),
        f:field('title', f:json($cited?title)),
        f:field('author', f:array($authors ! f:csl-name(.))),
        f:field('container-title', f:json($cited?book)),
        f:field('editor', f:array($cited?editors ! f:object(f:field('literal', f:json(.))))),
        f:field('publisher', f:json($cited?publisher)),
        f:field('number', f:json($cited?number)),
        f:field('page', f:json($cited?pages)),
        f:field('issued', f:csl-date($cited?year)),
        f:field('original-date', f:csl-date($cited?when)),
        f:field('URL', f:json($cited?url))"/>
    <xsl:sequence select="'[{&#10;  ' || string-join($fields, ',&#10;  ') || '&#10;}]'"/>
  </xsl:function>

  <!-- In parts where the entry has them, else as it is. -->
  <xsl:function name="f:csl-name" as="xs:string">
    <xsl:param name="name" as="element()"/>
    <xsl:variable name="entry" as="element()?" select="f:entry($name)"/>
    <xsl:variable name="parts" as="element()?" select="$entry/persName[forename][surname][1]"/>
    <xsl:sequence select="f:object(
        if ($parts) then (f:field('family', f:json(string-join($parts/(nameLink, surname), ' '))),
                          f:field('given', f:json(string-join($parts/forename, ' '))))
        else f:field('literal', f:json(($entry ! f:name(.), f:plain($name))[1])))"/>
  </xsl:function>

  <!-- '1984-11-17' → {"date-parts": [[1984, 11, 17]]}; nothing for what is no date. -->
  <xsl:function name="f:csl-date" as="xs:string?">
    <xsl:param name="when" as="xs:string"/>
    <xsl:if test="matches($when, '^\d{4}(-\d\d(-\d\d)?)?$')">
      <xsl:sequence select="f:object(f:field('date-parts', f:array(f:array(tokenize($when, '-') ! string(number(.))))))"/>
    </xsl:if>
  </xsl:function>

  <!-- JSON: a string, nothing for an empty one; "key": value, nothing without a value; [a, b]; {a, b}. -->
  <xsl:function name="f:json" as="xs:string?">
    <xsl:param name="text" as="xs:string"/>
    <xsl:sequence select="$text[.] ! ('&quot;' || replace(., '([\\&quot;])', '\\$1') || '&quot;')"/>
  </xsl:function>

  <xsl:function name="f:field" as="xs:string?">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="value" as="xs:string?"/>
    <xsl:sequence select="$value ! ('&quot;' || $key || '&quot;: ' || .)"/>
  </xsl:function>

  <xsl:function name="f:array" as="xs:string?">
    <xsl:param name="values" as="xs:string*"/>
    <xsl:sequence select="if (empty($values)) then () else '[' || string-join($values, ', ') || ']'"/>
  </xsl:function>

  <xsl:function name="f:object" as="xs:string">
    <xsl:param name="fields" as="xs:string*"/>
    <xsl:sequence select="'{' || string-join($fields, ', ') || '}'"/>
  </xsl:function>

  <!-- ==== the section of the page ==== -->

  <!-- A document of no book or series is not cited. scripts/cite.js makes the buttons work: each copies what its
       @data-copies names. -->
  <xsl:template name="t:cite" as="element(*)?">
    <xsl:variable name="cited" as="map(xs:string, item()*)" select="f:cited(.)"/>
    <xsl:if test="$cited?book">
      <section>
        <xsl:call-template name="t:section-start">
          <xsl:with-param name="id" select="'cite'"/>
        </xsl:call-template>
        <h3>{f:say('cite.chicago')}</h3>
        <p id="cite-chicago"><xsl:call-template name="t:chicago"><xsl:with-param name="cited" select="$cited"/></xsl:call-template></p>
        <xsl:sequence select="f:copy-button('chicago')"/>
        <h3>{f:say('cite.mla')}</h3>
        <p id="cite-mla"><xsl:call-template name="t:mla"><xsl:with-param name="cited" select="$cited"/></xsl:call-template></p>
        <xsl:sequence select="f:copy-button('mla')"/>
        <details>
          <summary>{f:say('cite.bibtex')}</summary>
          <pre id="cite-bibtex" tabindex="0">{f:bibtex($cited)}</pre>
          <xsl:sequence select="f:copy-button('bibtex')"/>
        </details>
        <details>
          <summary>{f:say('cite.csl')}</summary>
          <pre id="cite-csl" tabindex="0">{f:csl(., $cited)}</pre>
          <xsl:sequence select="f:copy-button('csl')"/>
        </details>
      </section>
    </xsl:if>
  </xsl:template>

  <xsl:function name="f:copy-button" as="element(*)">
    <xsl:param name="style" as="xs:string"/>
    <button type="button" class="copy" data-copies="cite-{$style}" data-done="{f:say('copied')}"
      aria-label="{f:say('copy-style', map { 'style': f:say('cite.' || $style) })}">{f:say('copy')}</button>
  </xsl:function>

  <!-- ==== downloads ==== -->

  <!-- The formats of the site that this document is there in. -->
  <xsl:variable name="downloads" as="element(s:download)*" select="$edition/s:download[@key = tokenize($formats)]"/>

  <!-- d178.html and <download folder="../tei/" ending=".xml"/> → ../tei/d178.xml -->
  <xsl:function name="f:download" as="xs:string">
    <xsl:param name="download" as="element(s:download)"/>
    <xsl:sequence select="f:here($download/@folder || replace($page, '\.html$', '') || $download/@ending)"/>
  </xsl:function>

  <xsl:template name="t:downloads" as="element(*)?">
    <xsl:if test="exists($downloads)">
      <section>
        <xsl:call-template name="t:section-start">
          <xsl:with-param name="id" select="'download'"/>
        </xsl:call-template>
        <ul class="plain">
          <xsl:for-each select="$downloads">
            <li><a href="{f:download(.)}" type="{@type}">{f:say('download.' || @key)}</a></li>
          </xsl:for-each>
        </ul>
      </section>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
