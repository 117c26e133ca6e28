<?xml version="1.0" encoding="UTF-8"?>
<!-- The index of the edition and its list of persons, from a teiCorpus of the documents' headers and standOff. -->
<xsl:stylesheet version="3.0" expand-text="yes" xmlns="http://www.w3.org/1999/xhtml"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:f="urn:tei-tools:functions" xmlns:m="urn:tei-tools:modes" xmlns:t="urn:tei-tools:templates"
  exclude-result-prefixes="#all">

  <xsl:template match="teiCorpus" mode="m:page" as="element()">
    <xsl:call-template name="t:page">
      <xsl:with-param name="title" select="if ($view = 'persons') then f:say('persons') else $edition-title"/>
      <xsl:with-param name="kind" select="$view"/>
      <xsl:with-param name="sheets" select="'edition'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="teiCorpus[$view = 'index']" mode="m:main" as="element()+">
    <xsl:call-template name="t:title-page"/>
    <xsl:call-template name="t:documents"/>
  </xsl:template>

  <xsl:template name="t:title-page" as="element()">
    <xsl:variable name="file" as="element()" select="teiHeader/fileDesc"/>
    <xsl:variable name="editors" as="xs:string*" select="$file/titleStmt/editor ! f:plain(.)"/>
    <header class="title-page">
      <h1>{$edition-title}</h1>
      <xsl:if test="exists($editors)">
        <p class="editors">{f:say('index.edited', map { 'names': f:enumeration($editors) })}</p>
      </xsl:if>
      <p class="quiet">
        <xsl:text>{if (count(TEI) = 1) then f:say('index.count-one')
                   else f:say('index.count', map { 'n': string(count(TEI)) })}</xsl:text>
        <xsl:for-each select="$file/publicationStmt/availability/licence">
          <xsl:text> · </xsl:text>
          <xsl:apply-templates select="." mode="m:html"/>
        </xsl:for-each>
      </p>
    </header>
  </xsl:template>

  <xsl:template name="t:documents" as="element()">
    <xsl:choose>
      <xsl:when test="TEI">
        <section aria-labelledby="documents">
          <h2 id="documents" class="quiet">{f:say('documents')}</h2>
          <ol class="documents">
            <xsl:apply-templates select="TEI" mode="m:row"/>
          </ol>
        </section>
      </xsl:when>
      <xsl:otherwise>
        <p>{f:say('index.empty')}</p>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Number, title, and the line of facts. -->
  <xsl:template match="TEI" mode="m:row" as="element()">
    <li>
      <span class="number">{f:number(.)}</span>
      <div>
        <p class="title"><a href="{f:here(@xml:id || '.html')}">{f:title(.)}</a></p>
        <xsl:apply-templates select="teiHeader/profileDesc" mode="m:facts"/>
      </div>
    </li>
  </xsl:template>

  <!-- ==== persons of the edition ==== -->

  <xsl:template match="teiCorpus[$view = 'persons']" mode="m:main" as="element()+">
    <header class="title-page"><h1>{f:say('persons')}</h1></header>
    <xsl:choose>
      <xsl:when test="TEI/standOff//person">
        <ul class="entries">
          <xsl:for-each-group select="TEI/standOff//person" group-by="@xml:id">
            <xsl:sort select="f:sort-name(.)"/>
            <xsl:call-template name="t:person-of-edition">
              <xsl:with-param name="documents" select="current-group()/ancestor::TEI"/>
            </xsl:call-template>
          </xsl:for-each-group>
        </ul>
      </xsl:when>
      <xsl:otherwise>
        <p>{f:say('persons.empty')}</p>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The context item is the person's entry in the first of its documents. -->
  <xsl:template name="t:person-of-edition" as="element()">
    <xsl:param name="documents" as="element(TEI)+"/>
    <xsl:variable name="id" as="xs:string" select="@xml:id"/>
    <li>
      <xsl:sequence select="f:common(., 'entry')"/>
      <p class="entry-name"><xsl:apply-templates select="persName[1]/node()" mode="m:html"/></p>
      <xsl:apply-templates select="* except persName[1]" mode="m:html"/>
      <p class="mentions">
        <xsl:text>{f:say('documents')} </xsl:text>
        <xsl:for-each select="$documents">
          <a href="{f:here(@xml:id || '.html#' || $id)}" title="{f:title(.)}">{(f:number(.)[.], string(@xml:id))[1]}</a>
          <xsl:text> </xsl:text>
        </xsl:for-each>
      </p>
    </li>
  </xsl:template>

</xsl:stylesheet>
