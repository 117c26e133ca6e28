<?xml version="1.0" encoding="UTF-8"?>
<!-- The pages of the edition as a whole, made of the summaries of its documents (summary.xsl). $view says which: each
     view has a rule in mode m:main and a file of its own. -->
<xsl:stylesheet version="3.0" expand-text="yes" xmlns="http://www.w3.org/1999/xhtml"
  xpath-default-namespace="urn:tei-tools:summary" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:s="urn:tei-tools:site" xmlns:tei="http://www.tei-c.org/ns/1.0"
  xmlns:f="urn:tei-tools:functions" xmlns:m="urn:tei-tools:modes" xmlns:t="urn:tei-tools:templates"
  exclude-result-prefixes="#all">

  <xsl:key name="entry" match="entries/tei:*" use="string((@xml:id, tei:term/@xml:id)[1])"/>
  <xsl:key name="named" match="named" use="@type || ' ' || @key"/>

  <xsl:template match="document-node(element(summaries))" as="node()*">
    <xsl:apply-templates select="summaries" mode="m:page"/>
  </xsl:template>

  <xsl:template match="summaries" mode="m:page" as="element()">
    <xsl:call-template name="t:edition-page">
      <xsl:with-param name="title" select="f:say('page.' || $view)"/>
    </xsl:call-template>
  </xsl:template>

  <!-- A page about the edition: all of them share two sheets. -->
  <xsl:template name="t:edition-page" as="element()">
    <xsl:param name="title" as="xs:string"/>
    <xsl:param name="path" as="xs:string" select="$page"/>
    <xsl:param name="kind" as="xs:string" select="$view"/>
    <xsl:param name="sheets" as="xs:string*" select="'edition', 'tables', 'pictures'[$view = ('timeline', 'correspondence')]"/>
    <xsl:param name="scripts" as="xs:string*"/>
    <xsl:param name="metadata" as="element()*"/>
    <xsl:call-template name="t:page">
      <xsl:with-param name="title" select="$title"/>
      <xsl:with-param name="path" select="$path"/>
      <xsl:with-param name="kind" select="$kind"/>
      <xsl:with-param name="sheets" select="$sheets"/>
      <xsl:with-param name="scripts" select="$scripts"/>
      <xsl:with-param name="metadata" select="$metadata"/>
    </xsl:call-template>
  </xsl:template>

  <!-- A further page of the same run, beside $page. -->
  <xsl:template name="t:file" as="empty-sequence()">
    <xsl:param name="path" as="xs:string"/>
    <xsl:param name="content" as="element()"/>
    <xsl:result-document href="{$path}" method="text">
      <xsl:sequence select="serialize($content, $html)"/>
    </xsl:result-document>
  </xsl:template>

  <xsl:variable name="html" as="map(xs:string, item())"
    select="map { 'method': 'html', 'html-version': 5.0, 'indent': false(), 'include-content-type': false() }"/>

  <!-- ==== what the views share ==== -->

  <!-- The documents in the order of their dates, those without after the others; of one day in the order of the edition. -->
  <xsl:function name="f:by-date" as="element(document)*">
    <xsl:param name="documents" as="element(document)*"/>
    <xsl:perform-sort select="$documents">
      <xsl:sort select="exists(@when)" order="descending"/>
      <xsl:sort select="string(@when)"/>
    </xsl:perform-sort>
  </xsl:function>

  <!-- 'editorial-note' → 'Editorial note'; a kind that the locale has a word for is that word. -->
  <xsl:function name="f:kind" as="xs:string">
    <xsl:param name="kind" as="xs:string"/>
    <xsl:variable name="plain" as="xs:string" select="translate($kind, '-', ' ')"/>
    <xsl:sequence select="
        if (f:says('kind.' || $kind)) then f:say('kind.' || $kind)
        else upper-case(substring($plain, 1, 1)) || substring($plain, 2)"/>
  </xsl:function>

  <!-- 'count.documents' and 12 → '12 documents', and 1 → '1 document' by 'count.documents-one'. -->
  <xsl:function name="f:count" as="xs:string">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="number" as="xs:integer"/>
    <xsl:sequence select="
        if ($number = 1) then f:say($key || '-one')
        else f:say($key, map { 'n': format-integer($number, '#,##0') })"/>
  </xsl:function>

  <!-- The short name of a document: its number as printed, else its title. -->
  <xsl:function name="f:short" as="xs:string">
    <xsl:param name="document" as="element(document)"/>
    <xsl:sequence select="string(($document/@n, $document/title)[1])"/>
  </xsl:function>

  <!-- A name as its register has it, 'Reagan, Ronald W.': of its entry, else as the first document that has it writes it. -->
  <xsl:function name="f:listed" as="xs:string">
    <xsl:param name="name" as="element()"/>
    <xsl:variable name="entry" as="element()?" select="key('entry', $name/@key, root($name))[1]"/>
    <xsl:sequence select="($entry/(tei:persName | tei:orgName | tei:placeName | tei:term)[1] ! f:plain(.), string(($name/@name, $name)[1]))[1]"/>
  </xsl:function>

  <!-- What names are sorted by: without case and marks. -->
  <xsl:function name="f:sorting" as="xs:string">
    <xsl:param name="name" as="xs:string"/>
    <xsl:sequence select="lower-case(replace(normalize-unicode($name, 'NFKD'), '[\p{M}\p{P}]', ''))"/>
  </xsl:function>

  <!-- The page of an entry: persons/p_RR1.html. An id may have letters that an address should not have. -->
  <xsl:function name="f:entry-page" as="xs:string">
    <xsl:param name="type" as="xs:string"/>
    <xsl:param name="key" as="xs:string"/>
    <xsl:sequence select="$type || '/' || (if (matches($key, '^[A-Za-z0-9_.-]+$')) then $key else f:key($key)) || '.html'"/>
  </xsl:function>

  <!-- Sender, addressee, participant, place: a link to its page, where it has one. -->
  <xsl:template match="sender | addressee | participant | place" mode="m:row" as="node()">
    <xsl:choose>
      <xsl:when test="@key">
        <a href="{f:here(f:entry-page((@type, 'places')[1], @key))}">{.}</a>
      </xsl:when>
      <xsl:otherwise><xsl:text>{.}</xsl:text></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The date of a document, as the edition writes dates. -->
  <xsl:template match="date" mode="m:row" as="node()+">
    <xsl:variable name="when" as="xs:string?" select="../@when[matches(., '^\d{4}(-\d\d(-\d\d)?)?$')]"/>
    <xsl:choose>
      <xsl:when test="$when"><time datetime="{$when}">{.}</time></xsl:when>
      <xsl:otherwise><span>{.}</span></xsl:otherwise>
    </xsl:choose>
    <xsl:if test="../@cert"><xsl:text> </xsl:text><span class="inferred">{f:say('inferred')}</span></xsl:if>
  </xsl:template>

  <!-- Where a document names something: a link for each page, or for each mention where pages are not known. -->
  <xsl:template match="named" mode="m:row" as="node()*">
    <xsl:variable name="document" as="element(document)" select=".."/>
    <xsl:for-each-group select="at" group-by="string(@page)">
      <xsl:variable name="target" as="xs:string?" select="(current-group()/@to, $document/page[@n = current-grouping-key()]/@to)[1]"/>
      <xsl:if test="position() gt 1"><xsl:text>, </xsl:text></xsl:if>
      <a href="{f:here($document/@id || '.html' || $target ! ('#' || .))}">
        <xsl:text>{(current-grouping-key()[.], f:say('mention'))[1]}</xsl:text>
      </a>
      <xsl:if test="count(current-group()) gt 1"><xsl:text>&#160;({count(current-group())})</xsl:text></xsl:if>
    </xsl:for-each-group>
  </xsl:template>

</xsl:stylesheet>
