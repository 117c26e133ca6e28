<?xml version="1.0" encoding="UTF-8"?>
<!-- TEI module core, notes: the call in the text, the note in the list, and the way there and back. -->
<xsl:stylesheet version="3.0" expand-text="yes" xmlns="http://www.w3.org/1999/xhtml"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:f="urn:tei-tools:functions" xmlns:m="urn:tei-tools:modes" xmlns:t="urn:tei-tools:templates"
  exclude-result-prefixes="#all">

  <!-- Notes that stand where they are: those of the source that are no footnotes. -->
  <xsl:function name="f:is-inline" as="xs:boolean">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="tokenize($note/@place) = 'inline' or tokenize($note/@rend) = 'inline' or empty($note/ancestor::text)"/>
  </xsl:function>

  <xsl:template match="note[not(f:is-inline(.))]" mode="m:html" as="element()">
    <sup class="call">
      <xsl:choose>
        <xsl:when test="f:in-link(.)"><span id="{@xml:id}-call">{@n}</span></xsl:when>
        <xsl:otherwise>
          <a id="{@xml:id}-call" href="#{@xml:id}" role="doc-noteref" aria-label="{f:say('note-call', map { 'n': string(@n) })}">{@n}</a>
        </xsl:otherwise>
      </xsl:choose>
    </sup>
  </xsl:template>

  <xsl:template match="note[f:is-inline(.)]" mode="m:html" as="element()">
    <xsl:call-template name="t:wrap">
      <xsl:with-param name="name" select="if (f:holds-blocks(.)) then 'div' else if (parent::div) then 'p' else 'span'"/>
      <xsl:with-param name="class" select="'note-inline', string(@type)[.]"/>
    </xsl:call-template>
  </xsl:template>

  <!-- All notes of the text, in order. -->
  <xsl:template name="t:notes" as="element()?">
    <xsl:variable name="notes" as="element(note)*" select="text//note[not(f:is-inline(.))]"/>
    <xsl:if test="exists($notes)">
      <section>
        <xsl:call-template name="t:section-start">
          <xsl:with-param name="id" select="'notes'"/>
        </xsl:call-template>
        <ol class="plain">
          <xsl:sequence select="f:tongue(f:language(.))"/>
          <xsl:apply-templates select="$notes" mode="m:entry"/>
        </ol>
      </section>
    </xsl:if>
  </xsl:template>

  <!-- The number leads back. -->
  <xsl:template match="note" mode="m:entry" as="element()">
    <li>
      <xsl:sequence select="f:common(., ('note', string(@type)[.]))"/>
      <a class="back" href="#{@xml:id}-call" role="doc-backlink" aria-label="{f:say('note-back', map { 'n': string(@n) })}">{@n}</a>
      <div class="body">
        <xsl:apply-templates mode="m:html"/>
      </div>
    </li>
  </xsl:template>

</xsl:stylesheet>
