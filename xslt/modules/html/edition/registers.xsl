<?xml version="1.0" encoding="UTF-8"?>
<!-- Views persons, organisations, places, terms: the registers of the edition. View entries: a page for each entry, with
     all the documents that it plays a part in, and the pages on which they name it. -->
<xsl:stylesheet version="3.0" expand-text="yes" xmlns="http://www.w3.org/1999/xhtml"
  xpath-default-namespace="urn:tei-tools:summary" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:s="urn:tei-tools:site" xmlns:tei="http://www.tei-c.org/ns/1.0"
  xmlns:f="urn:tei-tools:functions" xmlns:m="urn:tei-tools:modes" xmlns:t="urn:tei-tools:templates"
  exclude-result-prefixes="#all">

  <xsl:variable name="registers" as="xs:string+" select="'persons', 'organisations', 'places', 'terms'"/>
  <!-- In so many documents an entry of the list names them all; its page does in any case. -->
  <xsl:variable name="few" as="xs:integer" select="6"/>

  <xsl:key name="acting" match="sender | addressee | participant | place" use="(@type, 'places')[1] || ' ' || @key"/>

  <!-- The documents that name an entry, or that it wrote, received, took part in, or where they were written. -->
  <xsl:function name="f:documents-of" as="element(document)*">
    <xsl:param name="summaries" as="element(summaries)"/>
    <xsl:param name="type" as="xs:string"/>
    <xsl:param name="key" as="xs:string"/>
    <xsl:variable name="use" as="xs:string" select="$type || ' ' || $key"/>
    <xsl:sequence select="f:by-date((key('named', $use, root($summaries)) | key('acting', $use, root($summaries)))/..)"/>
  </xsl:function>

  <!-- What a register holds: for each key the element that first has it. -->
  <xsl:function name="f:held" as="element()*">
    <xsl:param name="summaries" as="element(summaries)"/>
    <xsl:param name="type" as="xs:string"/>
    <xsl:for-each-group select="$summaries/document/(named | sender | addressee | participant | place)[@key][(@type, 'places')[1] = $type]" group-by="@key">
      <xsl:sort select="f:sorting(f:listed(.))"/>
      <xsl:sequence select="."/>
    </xsl:for-each-group>
  </xsl:function>

  <!-- ==== the lists ==== -->

  <xsl:template match="summaries[$view = $registers]" mode="m:main" as="element()+">
    <xsl:variable name="summaries" as="element()" select="."/>
    <xsl:variable name="held" as="element()*" select="f:held(., $view)"/>
    <header class="title-page">
      <h1>{f:say('page.' || $view)}</h1>
      <p class="quiet">{f:count('count.' || $view, count($held))}</p>
    </header>
    <div class="register">
      <xsl:for-each-group select="$held" group-adjacent="f:initial(.)">
        <section aria-labelledby="letter-{position()}">
          <h2 class="letter" id="letter-{position()}">{current-grouping-key()}</h2>
          <ul class="entries">
            <xsl:for-each select="current-group()">
              <xsl:variable name="documents" as="element(document)*" select="f:documents-of($summaries, $view, @key)"/>
              <li class="entry" id="{@key}">
                <p class="entry-name"><a href="{f:here(f:entry-page($view, @key))}">{f:listed(.)}</a></p>
                <xsl:where-populated><p class="fact">{string-join(f:said-of(.), '; ')}</p></xsl:where-populated>
                <p class="mentions"><xsl:sequence select="f:briefly($documents, $view, @key)"/></p>
              </li>
            </xsl:for-each>
          </ul>
        </section>
      </xsl:for-each-group>
    </div>
  </xsl:template>

  <xsl:function name="f:initial" as="xs:string">
    <xsl:param name="name" as="element()"/>
    <xsl:variable name="letter" as="xs:string" select="upper-case(substring(f:sorting(f:listed($name)), 1, 1))"/>
    <xsl:sequence select="if (matches($letter, '\p{L}')) then $letter else '#'"/>
  </xsl:function>

  <!-- What an entry says of a person or body, or what a term means. A list that was printed has it whole in one note
       ("Ball, George W., Under Secretary of State until 1966"): then that, without the name. -->
  <xsl:function name="f:said-of" as="xs:string*">
    <xsl:param name="name" as="element()"/>
    <xsl:variable name="entry" as="element()?" select="key('entry', $name/@key, root($name))[1]"/>
    <xsl:variable name="listed" as="xs:string" select="f:listed($name)"/>
    <xsl:variable name="whole" as="xs:string*" select="
        ($entry/tei:note, $entry/self::tei:label/following-sibling::tei:item[1]) ! normalize-space()[starts-with(., $listed)]
        ! replace(substring(., string-length($listed) + 1), '^[\s,:–—]+', '')"/>
    <xsl:variable name="parts" as="xs:string*" select="
        ($entry/(tei:occupation | tei:note | tei:desc), $entry/self::tei:label/following-sibling::tei:item[1]) ! normalize-space()"/>
    <xsl:sequence select="if (exists($whole)) then $whole[.] else $parts"/>
  </xsl:function>

  <!-- 'Document 178: 621, 623; Document 310', or '214 documents'. -->
  <xsl:function name="f:briefly" as="node()*">
    <xsl:param name="documents" as="element(document)*"/>
    <xsl:param name="type" as="xs:string"/>
    <xsl:param name="key" as="xs:string"/>
    <xsl:choose>
      <xsl:when test="count($documents) gt $few">
        <xsl:text>{f:count('index.count', count($documents))}</xsl:text>
      </xsl:when>
      <xsl:otherwise>
        <xsl:for-each select="$documents">
          <span class="document">
            <a href="{f:here(@id || '.html')}">{if (@n) then f:say('document', map { 'n': string(@n) }) else title}</a>
            <xsl:for-each select="named[@type = $type][@key = $key][at/@page]">
              <xsl:text>: </xsl:text>
              <xsl:apply-templates select="." mode="m:row"/>
            </xsl:for-each>
            <xsl:if test="position() != last()"><xsl:text>;</xsl:text></xsl:if>
          </span>
          <xsl:text> </xsl:text>
        </xsl:for-each>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- ==== the pages ==== -->

  <xsl:template match="summaries[$view = 'entries']" mode="m:page" as="empty-sequence()">
    <xsl:variable name="summaries" as="element()" select="."/>
    <xsl:for-each select="$registers">
      <xsl:variable name="type" as="xs:string" select="."/>
      <xsl:for-each select="f:held($summaries, $type)">
        <xsl:variable name="content" as="element()">
          <xsl:call-template name="t:entry-page">
            <xsl:with-param name="type" select="$type" tunnel="yes"/>
            <xsl:with-param name="documents" select="f:documents-of($summaries, $type, @key)" tunnel="yes"/>
          </xsl:call-template>
        </xsl:variable>
        <xsl:call-template name="t:file">
          <xsl:with-param name="path" select="f:entry-page($type, @key)"/>
          <xsl:with-param name="content" select="$content"/>
        </xsl:call-template>
      </xsl:for-each>
    </xsl:for-each>
  </xsl:template>

  <!-- The context item is what first has the key. -->
  <xsl:template name="t:entry-page" as="element()">
    <xsl:param name="type" as="xs:string" tunnel="yes"/>
    <xsl:param name="documents" as="element(document)*" tunnel="yes"/>
    <xsl:call-template name="t:edition-page">
      <xsl:with-param name="title" select="f:listed(.)"/>
      <xsl:with-param name="path" select="f:entry-page($type, @key)"/>
      <xsl:with-param name="kind" select="'entry-page'"/>
      <xsl:with-param name="scripts" select="'documents'[count($documents) gt 1]"/>
      <xsl:with-param name="metadata" select="f:metadata-of-entry(., $type, f:said-of(($documents/named[@key = current()/@key], .)[1]))"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="named | sender | addressee | participant | place" mode="m:main" as="element()+">
    <xsl:param name="type" as="xs:string" tunnel="yes"/>
    <xsl:param name="documents" as="element(document)*" tunnel="yes"/>
    <xsl:variable name="key" as="xs:string" select="@key"/>
    <xsl:variable name="entry" as="element()?" select="key('entry', @key)[1]"/>
    <header class="title-page">
      <p class="quiet"><a href="{f:here($type || '.html#' || $key)}">{f:say('page.' || $type)}</a></p>
      <h1>{f:listed(.)}</h1>
      <div class="entry">
        <xsl:for-each select="f:said-of(($documents/named[@key = $key], .)[1])"><p class="fact">{.}</p></xsl:for-each>
        <xsl:apply-templates select="$entry/(self::tei:person | self::tei:org | self::tei:place)/(tei:birth | tei:death | tei:nationality | tei:affiliation | tei:location | tei:state | tei:idno)" mode="m:html"/>
      </div>
    </header>
    <section aria-labelledby="documents">
      <h2 id="documents">{f:count('index.count', count($documents))}</h2>
      <table class="documents" aria-labelledby="documents">
        <thead>
          <tr>
            <xsl:for-each select="'number', 'title', 'date', 'part', 'pages'">
              <th scope="col" class="{.}">{f:say('column.' || .)}</th>
            </xsl:for-each>
          </tr>
        </thead>
        <tbody>
          <xsl:for-each select="$documents">
            <tr>
              <td class="number">{@n}</td>
              <th scope="row" class="title"><a href="{f:here(@id || '.html')}"><xsl:sequence select="f:tongue(@lang)"/>{title}</a></th>
              <td class="date"><xsl:apply-templates select="date" mode="m:row"/></td>
              <td class="part">{f:part(., $type, $key)}</td>
              <td class="pages"><xsl:apply-templates select="named[@type = $type][@key = $key]" mode="m:row"/></td>
            </tr>
          </xsl:for-each>
        </tbody>
      </table>
    </section>
  </xsl:template>

  <!-- What somebody has to do with a document: 'from', 'to', 'took part', 'written here'; else it is mentioned. -->
  <xsl:function name="f:part" as="xs:string">
    <xsl:param name="document" as="element(document)"/>
    <xsl:param name="type" as="xs:string"/>
    <xsl:param name="key" as="xs:string"/>
    <xsl:variable name="parts" as="xs:string*" select="
        $document/(sender | addressee | participant | place)[@key = $key][(@type, 'places')[1] = $type] ! local-name()"/>
    <xsl:sequence select="string-join((distinct-values($parts), 'named'[empty($parts)]) ! f:say('part.' || .), ', ')"/>
  </xsl:function>

</xsl:stylesheet>
