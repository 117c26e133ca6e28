<?xml version="1.0" encoding="UTF-8"?>
<!-- The modes of the HTML format, and what all its rules share. -->
<xsl:stylesheet version="3.0" expand-text="yes" xmlns="http://www.w3.org/1999/xhtml"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:f="urn:tei-tools:functions" xmlns:m="urn:tei-tools:modes" xmlns:t="urn:tei-tools:templates"
  exclude-result-prefixes="#all">

  <!-- m:html: an element of the text as HTML. Whatever has no rule stops the run. -->
  <xsl:mode name="m:html" on-no-match="fail" on-multiple-match="fail"/>
  <!-- m:entry: a note, person, place, body or term in the list that ends the page. -->
  <xsl:mode name="m:entry" on-no-match="fail" on-multiple-match="fail"/>
  <!-- m:row: a document in the index. -->
  <xsl:mode name="m:row" on-no-match="fail" on-multiple-match="fail"/>
  <xsl:mode on-no-match="fail" on-multiple-match="fail" use-accumulators="mentions notes pages parts"/>

  <xsl:template match="text()" mode="m:html" as="text()">
    <xsl:copy/>
  </xsl:template>

  <xsl:template match="comment() | processing-instruction()" mode="m:html" as="empty-sequence()"/>

  <!-- The language of what stands in `language`, where it is not that of the page, which is the interface's. -->
  <xsl:function name="f:tongue" as="attribute(lang)?">
    <xsl:param name="language" as="xs:string"/>
    <xsl:if test="$language ne $locale/*/@xml:lang"><xsl:attribute name="lang" select="$language"/></xsl:if>
  </xsl:function>

  <!-- The language of the page, within something that is in another one. -->
  <xsl:function name="f:own-tongue" as="attribute(lang)?">
    <xsl:param name="language" as="xs:string"/>
    <xsl:if test="$language ne $locale/*/@xml:lang"><xsl:attribute name="lang" select="$locale/*/@xml:lang"/></xsl:if>
  </xsl:function>

  <!-- id, lang, class and doubt of the HTML element that stands for `node`. Classes are `class`, and one for each word
       of @rend: <hi rend="center"> gives class="r-center". -->
  <xsl:function name="f:common" as="attribute()*">
    <xsl:param name="node" as="element()"/>
    <xsl:param name="class" as="xs:string*"/>
    <xsl:variable name="doubt" as="xs:string?" select="$node/@cert[. = ('low', 'medium')][$node/ancestor::text]"/>
    <xsl:variable name="classes" as="xs:string*"
      select="$class, $node/@rend ! tokenize(.) ! ('r-' || lower-case(.)), $doubt ! ('doubt-' || .)"/>
    <xsl:for-each select="$node/@xml:id">
      <xsl:attribute name="id" select="."/>
    </xsl:for-each>
    <xsl:for-each select="$node/@xml:lang">
      <xsl:attribute name="lang" select="."/>
    </xsl:for-each>
    <xsl:if test="exists($classes)">
      <xsl:attribute name="class" select="$classes"/>
    </xsl:if>
    <xsl:if test="$doubt">
      <xsl:attribute name="aria-describedby" select="'doubt'"/>
    </xsl:if>
  </xsl:function>

  <!-- Does it lie in something that becomes a link? HTML allows no link in a link. -->
  <xsl:function name="f:in-link" as="xs:boolean">
    <xsl:param name="node" as="element()"/>
    <xsl:sequence select="exists($node/(ancestor::ref | ancestor::*[@ref][ancestor::text]))"/>
  </xsl:function>

  <!-- Does it hold, at any depth but not in its notes, what HTML allows neither in a p nor in a span? -->
  <xsl:function name="f:holds-blocks" as="xs:boolean">
    <xsl:param name="node" as="element()"/>
    <xsl:sequence select="
        some $block in $node//(p | lg | list | table | figure | quote)
        satisfies not($block[self::quote][not(f:is-block-quote(.))])
          and empty($block/ancestor::note[not(f:is-inline(.))][ancestor::* intersect $node])"/>
  </xsl:function>

  <!-- An element as the HTML element `name`, or as a div if it holds blocks and `name` may not. -->
  <xsl:template name="t:wrap" as="element()">
    <xsl:param name="name" as="xs:string" select="'span'"/>
    <xsl:param name="class" as="xs:string*" select="local-name()"/>
    <xsl:variable name="roomy" as="xs:boolean" select="
        empty(*) or $name = ('div', 'blockquote', 'li', 'dd', 'tr', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6') or not(f:holds-blocks(.))"/>
    <xsl:element name="{if ($roomy) then $name else 'div'}" namespace="http://www.w3.org/1999/xhtml">
      <xsl:sequence select="f:common(., $class)"/>
      <xsl:apply-templates mode="m:html"/>
    </xsl:element>
  </xsl:template>

</xsl:stylesheet>
