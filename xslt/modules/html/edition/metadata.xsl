<?xml version="1.0" encoding="UTF-8"?>
<!-- What a page says to machines: to search engines (schema.org as JSON-LD, Open Graph), to Zotero and catalogues (the
     meta elements of Highwire Press and of Dublin Core), to Pagefind (filters), all from the summary of the document. -->
<xsl:stylesheet version="3.0" expand-text="yes" xmlns="http://www.w3.org/1999/xhtml"
  xpath-default-namespace="urn:tei-tools:summary" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:s="urn:tei-tools:site" xmlns:tei="http://www.tei-c.org/ns/1.0"
  xmlns:f="urn:tei-tools:functions" xmlns:m="urn:tei-tools:modes" xmlns:t="urn:tei-tools:templates"
  exclude-result-prefixes="#all">

  <!-- The metadata of a document's page. -->
  <xsl:function name="f:metadata" as="element()*">
    <xsl:param name="document" as="element(document)"/>
    <xsl:variable name="title" as="xs:string" select="string-join(($document/@n, $document/title), '. ')"/>
    <xsl:sequence select="
        f:meta('description', $document/snippet),
        f:highwire($document), f:dublin-core($document),
        f:open-graph($title, 'article', $document/snippet),
        f:filters($document), f:json-ld(f:as-message($document))"/>
  </xsl:function>

  <!-- The metadata of the first page, which is about the edition, and the way to its feed. -->
  <xsl:function name="f:metadata-of-edition" as="element()*">
    <xsl:param name="summaries" as="element(summaries)"/>
    <xsl:variable name="about" as="xs:string" select="$edition-title || ': ' || f:count('index.count', count($summaries/document))"/>
    <xsl:sequence select="f:meta('description', $about), f:open-graph($edition-title, 'website', $about)"/>
    <xsl:if test="$edition/@url and $edition/@date">
      <link rel="alternate" type="application/atom+xml" title="{$edition-title}" href="{f:here('feed.xml')}"/>
    </xsl:if>
    <xsl:sequence select="f:json-ld(map:put(f:as-collection(), '@context', 'https://schema.org'))"/>
  </xsl:function>

  <!-- The metadata of the page of an entry: who or what it is. -->
  <xsl:function name="f:metadata-of-entry" as="element()*">
    <xsl:param name="name" as="element()"/>
    <xsl:param name="type" as="xs:string"/>
    <xsl:param name="said" as="xs:string*"/>
    <xsl:variable name="page" as="xs:string" select="f:entry-page($type, $name/@key)"/>
    <xsl:variable name="types" as="map(xs:string, xs:string)"
      select="map { 'persons': 'Person', 'organisations': 'Organization', 'places': 'Place', 'terms': 'DefinedTerm' }"/>
    <xsl:variable name="entry" as="element()?" select="key('entry', $name/@key, root($name))[1]"/>
    <xsl:sequence select="
        f:meta('description', string-join((f:listed($name), $said), ', ')),
        f:json-ld(f:said(map {
          '@context': 'https://schema.org', '@type': $types($type), 'name': ($entry[tei:persName] ! f:name(.), f:listed($name))[1],
          'url': f:address($page), 'description': string-join($said, '; '),
          'sameAs': array { $entry/tei:idno[matches(., '^https?://')] ! string() } }))"/>
  </xsl:function>

  <!-- <meta name="…" content="…"/> for each value. -->
  <xsl:function name="f:meta" as="element()*">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="values" as="item()*"/>
    <xsl:for-each select="$values ! string()[.]">
      <meta name="{$name}" content="{.}"/>
    </xsl:for-each>
  </xsl:function>

  <!-- ==== Zotero and catalogues ==== -->

  <!-- A document of an edition is to Zotero what a chapter is in a book. -->
  <xsl:function name="f:highwire" as="element()*">
    <xsl:param name="document" as="element(document)"/>
    <xsl:variable name="pages" as="xs:string*" select="$document/page/@n"/>
    <xsl:sequence select="
        f:meta('citation_title', string-join(($document/@n, $document/title), '. ')),
        f:meta('citation_author', $document/sender),
        f:meta('citation_date', $document/@when ! translate(., '-', '/')),
        f:meta('citation_inbook_title', $edition-title),
        f:meta('citation_editor', $edition/s:editor),
        f:meta('citation_publisher', $edition/@publisher),
        f:meta('citation_publication_date', $edition/@date ! translate(., '-', '/')),
        f:meta('citation_firstpage', $pages[1]), f:meta('citation_lastpage', $pages[last()]),
        f:meta('citation_language', $document/@lang),
        f:meta('citation_public_url', f:address($page)),
        f:meta('citation_pdf_url', $edition/s:download[@key = 'pdf'][@key = tokenize($formats)][$edition/@url] ! string(resolve-uri(f:download(.), f:address($page))))"/>
  </xsl:function>

  <xsl:function name="f:dublin-core" as="element()*">
    <xsl:param name="document" as="element(document)"/>
    <xsl:sequence select="
        f:meta('DC.title', $document/title), f:meta('DC.creator', $document/sender), f:meta('DC.date', $document/@when),
        f:meta('DC.type', $document/@kind ! f:kind(.)), f:meta('DC.language', $document/@lang), f:meta('DC.isPartOf', $edition-title),
        f:meta('DC.publisher', $edition/@publisher), f:meta('DC.rights', $edition/@licence), f:meta('DC.identifier', (f:address($page)[.], $document/@id)[1])"/>
  </xsl:function>

  <!-- ==== search engines ==== -->

  <xsl:function name="f:open-graph" as="element()*">
    <xsl:param name="title" as="xs:string"/>
    <xsl:param name="type" as="xs:string"/>
    <xsl:param name="description" as="xs:string?"/>
    <xsl:variable name="properties" as="map(xs:string, xs:string?)" select="map {
        'title': $title, 'type': $type, 'url': f:address($page), 'site_name': $edition-title, 'description': $description }"/>
    <xsl:if test="f:address($page)">
      <xsl:for-each select="('title', 'type', 'url', 'site_name', 'description')[$properties(.)]">
        <meta property="og:{.}" content="{$properties(.)}"/>
      </xsl:for-each>
    </xsl:if>
  </xsl:function>

  <!-- A letter, telegram or memorandum is a Message of schema.org; whatever has no sender or addressee a CreativeWork. -->
  <xsl:function name="f:as-message" as="map(*)">
    <xsl:param name="document" as="element(document)"/>
    <xsl:variable name="message" as="xs:boolean" select="exists($document/(sender | addressee))"/>
    <xsl:sequence select="f:said(map {
        '@context': 'https://schema.org',
        '@type': if ($message) then 'Message' else 'CreativeWork',
        'url': f:address($page),
        'identifier': string($document/@id),
        'position': $document/@n ! string(),
        'name': string($document/title),
        'genre': $document/@kind ! f:kind(.),
        'inLanguage': string($document/@lang),
        (if ($message) then 'dateSent' else 'dateCreated'): $document/@when ! string(),
        'locationCreated': $document/place ! map { '@type': 'Place', 'name': string() },
        'sender': array { $document/sender ! f:as-agent(.) },
        'recipient': array { $document/addressee ! f:as-agent(.) },
        'contributor': array { $document/participant ! f:as-agent(.) },
        'mentions': array { $document/named[@type = 'persons'] ! f:as-agent(.) },
        'description': string($document/snippet),
        'license': $edition/@licence ! string(),
        'isPartOf': f:as-collection() })"/>
  </xsl:function>

  <!-- The edition. -->
  <xsl:function name="f:as-collection" as="map(*)">
    <xsl:sequence select="f:said(map {
        '@type': 'Collection', 'name': $edition-title, 'url': f:address('index.html'),
        'editor': array { $edition/s:editor ! map { '@type': 'Person', 'name': string() } },
        'publisher': $edition/@publisher ! map { '@type': 'Organization', 'name': string() },
        'datePublished': $edition/@date ! string(), 'license': $edition/@licence ! string() })"/>
  </xsl:function>

  <xsl:function name="f:as-agent" as="map(*)">
    <xsl:param name="name" as="element()"/>
    <xsl:variable name="entry" as="element()?" select="$name/ancestor::document/entries/*[@xml:id = $name/@key]"/>
    <xsl:sequence select="f:said(map {
        '@type': if ($name/@type = 'organisations') then 'Organization' else 'Person',
        'name': string(($entry ! f:name(.), $name/@name, $name)[1]),
        'url': $name/@key ! f:address(f:entry-page($name/@type, .)) })"/>
  </xsl:function>

  <!-- Only what has a value. -->
  <xsl:function name="f:said" as="map(*)">
    <xsl:param name="properties" as="map(*)"/>
    <xsl:sequence select="
        map:merge(
          for $key in map:keys($properties)
          return let $value := $properties($key)
            return map { $key: $value }[f:is-said($value)])"/>
  </xsl:function>

  <xsl:function name="f:is-said" as="xs:boolean">
    <xsl:param name="value" as="item()*"/>
    <xsl:sequence select="
        exists($value) and (every $item in $value satisfies
          if ($item instance of array(*)) then exists($item?*) else not($item instance of xs:string and $item = ''))"/>
  </xsl:function>

  <xsl:function name="f:json-ld" as="element()">
    <xsl:param name="properties" as="map(*)"/>
    <script type="application/ld+json">{serialize($properties, map { 'method': 'json' })}</script>
  </xsl:function>

  <!-- ==== Pagefind ==== -->

  <!-- What a reader may filter by, and what a result shows beside its title. -->
  <xsl:function name="f:filters" as="element()*">
    <xsl:param name="document" as="element(document)"/>
    <xsl:if test="f:site-page('search')">
      <xsl:for-each select="$document/@kind">
        <meta name="tei-tools:kind" content="{f:kind(.)}" data-pagefind-filter="kind[content]" data-pagefind-meta="kind[content]"/>
      </xsl:for-each>
      <xsl:for-each select="$document/@when">
        <meta name="tei-tools:year" content="{substring(., 1, 4)}" data-pagefind-filter="year[content]"/>
      </xsl:for-each>
      <meta name="tei-tools:title" content="{string-join(($document/@n, $document/title), '. ')}" data-pagefind-meta="title[content]"/>
      <xsl:for-each select="$document/date">
        <meta name="tei-tools:date" content="{.}" data-pagefind-meta="date[content]"/>
      </xsl:for-each>
      <xsl:for-each select="distinct-values($document/(named | sender | addressee | participant)[@type = 'persons']/@key)">
        <xsl:variable name="entry" as="element()?" select="$document/entries/*[@xml:id = current()]"/>
        <meta name="tei-tools:person" content="{f:plain($entry/tei:persName[1])}" data-pagefind-filter="person[content]"/>
      </xsl:for-each>
    </xsl:if>
  </xsl:function>

</xsl:stylesheet>
