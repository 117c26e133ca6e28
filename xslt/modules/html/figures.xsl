<?xml version="1.0" encoding="UTF-8"?>
<!-- TEI module figures: tables and pictures. -->
<xsl:stylesheet version="3.0" expand-text="yes" xmlns="http://www.w3.org/1999/xhtml"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:f="urn:tei-tools:functions" xmlns:m="urn:tei-tools:modes" xmlns:t="urn:tei-tools:templates"
  exclude-result-prefixes="#all">

  <!-- A table scrolls in its own box, so that a narrow page does not. -->
  <xsl:template match="table" mode="m:html" as="element()">
    <div class="scroll" role="group" tabindex="0" aria-label="{(head ! f:plain(.), f:say('scroll-table'))[1]}">
      <table>
        <xsl:sequence select="f:common(., ())"/>
        <xsl:apply-templates select="head" mode="m:html"/>
        <xsl:variable name="labels" as="element(row)*" select="row[@role = 'label'][empty(preceding-sibling::row[not(@role = 'label')])]"/>
        <xsl:if test="exists($labels)">
          <thead><xsl:apply-templates select="$labels" mode="m:html"/></thead>
        </xsl:if>
        <tbody><xsl:apply-templates select="row except $labels" mode="m:html"/></tbody>
      </table>
    </div>
  </xsl:template>

  <xsl:template match="table/head" mode="m:html" as="element()">
    <caption>
      <xsl:sequence select="f:common(., ())"/>
      <span><xsl:apply-templates mode="m:html"/></span>
    </caption>
  </xsl:template>

  <xsl:template match="row" mode="m:html" as="element()">
    <xsl:call-template name="t:wrap">
      <xsl:with-param name="name" select="'tr'"/>
      <xsl:with-param name="class" select="string(@role)[.]"/>
    </xsl:call-template>
  </xsl:template>

  <!-- Figures stand right, and so does the label of a column of figures. -->
  <xsl:function name="f:is-figure" as="xs:boolean">
    <xsl:param name="cell" as="element(cell)"/>
    <xsl:variable name="column" as="xs:integer" select="count($cell/preceding-sibling::cell) + 1"/>
    <xsl:variable name="cells" as="element(cell)*"
      select="if ($cell/../@role = 'label') then $cell/../../row[not(@role = 'label')][1]/cell[$column] else $cell"/>
    <xsl:sequence select="$cells ! f:numeric(.) = true()"/>
  </xsl:function>

  <xsl:template match="cell" mode="m:html" as="element()">
    <xsl:variable name="label" as="xs:boolean" select="(@role, ../@role)[1] = 'label' and f:plain(.) ne ''"/>
    <xsl:element name="{if ($label) then 'th' else 'td'}" namespace="http://www.w3.org/1999/xhtml">
      <xsl:sequence select="f:common(., (string(@role)[.], 'figure'[f:is-figure(current())]))"/>
      <xsl:if test="$label">
        <xsl:attribute name="scope" select="if (../@role = 'label') then 'col' else 'row'"/>
      </xsl:if>
      <xsl:if test="@cols &gt; 1">
        <xsl:attribute name="colspan" select="@cols"/>
      </xsl:if>
      <xsl:if test="@rows &gt; 1">
        <xsl:attribute name="rowspan" select="@rows"/>
      </xsl:if>
      <xsl:apply-templates mode="m:html"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="figure" mode="m:html" as="element()">
    <figure>
      <xsl:sequence select="f:common(., string(@type)[.])"/>
      <xsl:apply-templates select="graphic" mode="m:html"/>
      <xsl:if test="head | p | figDesc[not(../graphic)]">
        <figcaption><xsl:apply-templates select="head, p, figDesc[not(../graphic)]" mode="m:html"/></figcaption>
      </xsl:if>
    </figure>
  </xsl:template>

  <xsl:template match="figure/head | figDesc" mode="m:html" as="element()">
    <xsl:call-template name="t:wrap">
      <xsl:with-param name="name" select="'p'"/>
    </xsl:call-template>
  </xsl:template>

  <!-- A picture of the edition's own folder; others would be a request to another host. -->
  <xsl:template match="graphic[not(contains(@url, ':') or starts-with(@url, '/'))]" mode="m:html" as="element()">
    <img src="{@url}" alt="{(../(figDesc, head) ! f:plain(.), f:say('figure'))[1]}" loading="lazy"/>
  </xsl:template>

  <xsl:template match="graphic[contains(@url, ':') or starts-with(@url, '/')]" mode="m:html" as="element()">
    <a class="external" rel="external" href="{@url[matches(., '^https?:')]}">{(../(figDesc, head) ! f:plain(.), f:say('figure'))[1]}</a>
  </xsl:template>

</xsl:stylesheet>
