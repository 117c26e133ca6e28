<?xml version="1.0" encoding="UTF-8"?>
<!-- A page that an editor wrote in Markdown: an article of XHTML (publish/html/prose.py makes it) in the frame of the site.

       <article xmlns="http://www.w3.org/1999/xhtml"><h1>Our method</h1><p>See <a href="d178.html">…</a></p></article>   -->
<xsl:stylesheet version="3.0" expand-text="yes" xmlns="http://www.w3.org/1999/xhtml"
  xpath-default-namespace="http://www.w3.org/1999/xhtml" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:tei-tools:functions" xmlns:m="urn:tei-tools:modes" xmlns:t="urn:tei-tools:templates"
  exclude-result-prefixes="#all">

  <!-- m:prose: an element of the article. -->
  <xsl:mode name="m:prose" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="document-node(element(article))" as="node()*">
    <xsl:apply-templates select="article" mode="m:page"/>
  </xsl:template>

  <xsl:template match="article" mode="m:page" as="element()">
    <xsl:call-template name="t:edition-page">
      <xsl:with-param name="title" select="normalize-space(h1[1])"/>
      <xsl:with-param name="kind" select="'prose'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="article" mode="m:main" as="element()">
    <article>
      <xsl:apply-templates mode="m:prose"/>
    </article>
  </xsl:template>

  <xsl:template match="*" mode="m:prose" as="element()">
    <xsl:element name="{local-name()}" namespace="http://www.w3.org/1999/xhtml">
      <xsl:copy-of select="@*"/>
      <xsl:apply-templates mode="m:prose"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="text()" mode="m:prose" as="text()">
    <xsl:copy/>
  </xsl:template>

  <!-- A page that the site has not. -->
  <xsl:template match="a[replace(@href, '#.*$', '') = tokenize($missing)]" mode="m:prose" as="element()" priority="1">
    <span class="nowhere"><xsl:apply-templates mode="m:prose"/></span>
  </xsl:template>

  <!-- A table scrolls in its box, and the keyboard can reach it. -->
  <xsl:template match="table" mode="m:prose" as="element()" priority="1">
    <div class="table-box" role="region" tabindex="0" aria-label="{f:say('scroll-table')}">
      <table><xsl:apply-templates mode="m:prose"/></table>
    </div>
  </xsl:template>

  <!-- Headings can be cited: <h2 id="sources-and-selection">. -->
  <xsl:template match="h2 | h3 | h4" mode="m:prose" as="element()" priority="1">
    <xsl:variable name="id" as="xs:string" select="f:key(string(.))"/>
    <xsl:variable name="before" as="xs:integer" select="
        count((preceding-sibling::*[self::h2 | self::h3 | self::h4][f:key(string(.)) = $id], .[$id = 'main']))"/>
    <xsl:element name="{local-name()}" namespace="http://www.w3.org/1999/xhtml">
      <xsl:attribute name="id" select="string-join(($id, $before[. gt 0]), '-')"/>
      <xsl:apply-templates mode="m:prose"/>
    </xsl:element>
  </xsl:template>

</xsl:stylesheet>
