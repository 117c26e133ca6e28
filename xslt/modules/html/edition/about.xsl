<?xml version="1.0" encoding="UTF-8"?>
<!-- View about: who made the edition, how it was encoded, what was recognised by what, and what is not sure, from the
     headers of the documents. View not-found: the page for an address that leads nowhere. -->
<xsl:stylesheet version="3.0" expand-text="yes" xmlns="http://www.w3.org/1999/xhtml"
  xpath-default-namespace="urn:tei-tools:summary" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:s="urn:tei-tools:site" xmlns:tei="http://www.tei-c.org/ns/1.0"
  xmlns:f="urn:tei-tools:functions" xmlns:m="urn:tei-tools:modes" xmlns:t="urn:tei-tools:templates"
  exclude-result-prefixes="#all">

  <xsl:template match="summaries[$view = 'about']" mode="m:main" as="element()+">
    <header class="title-page"><h1>{f:say('page.about')}</h1></header>
    <dl class="about">
      <xsl:sequence select="
          f:item('edition', $edition-title), f:item('editor', $edition/s:editor), f:item('publisher', $edition/@publisher),
          f:item('date', $edition/@date ! f:date(.)), f:item('extent', f:extent(.))"/>
      <xsl:for-each select="$edition/@licence">
        <dt>{f:say('licence')}</dt>
        <dd><a rel="license" href="{.}">{($edition/@licence-text, .)[1]}</a></dd>
      </xsl:for-each>
    </dl>
    <xsl:where-populated>
      <section aria-labelledby="encoding">
        <xsl:if test="encoding/*">
          <h2 id="encoding">{f:say('encoding')}</h2>
          <dl class="about"><xsl:apply-templates select="encoding/(tei:projectDesc, tei:editorialDecl)" mode="m:html"/></dl>
        </xsl:if>
      </section>
    </xsl:where-populated>
    <xsl:if test="encoding/tei:application[tei:desc]">
      <section aria-labelledby="recognised">
        <h2 id="recognised">{f:say('about.recognised')}</h2>
        <p>{f:say('about.how')}</p>
        <table>
          <thead>
            <tr><th scope="col">{f:say('about.what')}</th><th scope="col">{f:say('about.by')}</th></tr>
          </thead>
          <tbody>
            <xsl:for-each select="encoding/tei:application[tei:desc]">
              <tr><th scope="row"><xsl:sequence select="f:tongue(f:language(.))"/>{f:plain(tei:desc)}</th><td><code>{@ident} {@version}</code></td></tr>
            </xsl:for-each>
          </tbody>
        </table>
      </section>
    </xsl:if>
    <section aria-labelledby="doubts">
      <h2 id="doubts">{f:say('about.doubts')}</h2>
      <xsl:sequence select="f:doubts(.)"/>
    </section>
  </xsl:template>

  <xsl:function name="f:item" as="element()*">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="values" as="item()*"/>
    <xsl:if test="exists($values)">
      <dt>{f:say($key)}</dt>
      <xsl:for-each select="$values"><dd>{.}</dd></xsl:for-each>
    </xsl:if>
  </xsl:function>

  <xsl:function name="f:extent" as="xs:string">
    <xsl:param name="summaries" as="element(summaries)"/>
    <xsl:variable name="pages" as="xs:integer" select="count(distinct-values($summaries/document/page/@n))"/>
    <xsl:sequence select="string-join((f:count('index.count', count($summaries/document)), f:count('count.pages', $pages)[$pages gt 0]), ', ')"/>
  </xsl:function>

  <!-- What is not sure, and in which documents. -->
  <xsl:function name="f:doubts" as="element()+">
    <xsl:param name="summaries" as="element(summaries)"/>
    <xsl:variable name="dated" as="element(document)*" select="$summaries/document[@cert]"/>
    <xsl:choose>
      <xsl:when test="$summaries/document/doubt or $dated">
        <p>{f:say('about.doubts-how')}</p>
        <table>
          <thead>
            <tr>
              <th scope="col">{f:say('about.what')}</th>
              <th scope="col" class="n">{f:say('column.count')}</th>
              <th scope="col">{f:say('documents')}</th>
            </tr>
          </thead>
          <tbody>
            <xsl:if test="$dated">
              <xsl:sequence select="f:doubt(f:say('about.inferred-dates'), count($dated), $dated)"/>
            </xsl:if>
            <xsl:for-each-group select="$summaries/document/doubt" group-by="@type">
              <xsl:sort select="-sum(current-group()/@n)"/>
              <xsl:variable name="key" as="xs:string" select="'element.' || current-grouping-key()"/>
              <xsl:sequence select="f:doubt(if (f:says($key)) then f:say($key) else current-grouping-key(), xs:integer(sum(current-group()/@n)), current-group()/..)"/>
            </xsl:for-each-group>
          </tbody>
        </table>
      </xsl:when>
      <xsl:otherwise>
        <p>{f:say('about.no-doubts')}</p>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <xsl:function name="f:doubt" as="element()">
    <xsl:param name="what" as="xs:string"/>
    <xsl:param name="count" as="xs:integer"/>
    <xsl:param name="documents" as="element(document)+"/>
    <tr>
      <th scope="row">{$what}</th>
      <td class="n">{format-integer($count, '#,##0')}</td>
      <td>
        <details>
          <summary>{f:count('index.count', count($documents))}</summary>
          <p><xsl:sequence select="f:links($documents)"/></p>
        </details>
      </td>
    </tr>
  </xsl:function>

  <!-- ==== the page for what is not there ==== -->

  <xsl:template match="summaries[$view = 'not-found']" mode="m:main" as="element()+">
    <header class="title-page">
      <h1>{f:say('page.not-found')}</h1>
      <p>{f:say('not-found.what')}</p>
    </header>
    <ul class="ways">
      <xsl:for-each select="$edition/s:page[@key]">
        <li><a href="{f:here(@href)}">{f:say('page.' || @key)}</a></li>
      </xsl:for-each>
    </ul>
    <xsl:for-each select="f:site-page('search')">
      <xsl:call-template name="t:search-form"/>
    </xsl:for-each>
  </xsl:template>

</xsl:stylesheet>
