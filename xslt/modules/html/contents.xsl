<?xml version="1.0" encoding="UTF-8"?>
<!-- What a document holds: its parts, where it has any, and the printed pages that it stands on. -->
<xsl:stylesheet version="3.0" expand-text="yes" xmlns="http://www.w3.org/1999/xhtml"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:tei-tools:functions" xmlns:m="urn:tei-tools:modes" xmlns:t="urn:tei-tools:templates"
  exclude-result-prefixes="#all">

  <!-- m:contents: a part of a document in its table of contents. -->
  <xsl:mode name="m:contents" on-no-match="fail" on-multiple-match="fail"/>

  <!-- The parts of a division that have a heading, at any depth of divisions without one. -->
  <xsl:function name="f:parts" as="element(div)*">
    <xsl:param name="div" as="element()"/>
    <xsl:sequence select="$div/div ! (if (head) then . else f:parts(.))"/>
  </xsl:function>

  <!-- One part is no contents: only where there are attachments, or several parts. -->
  <xsl:template name="t:contents" as="element(*)?">
    <xsl:variable name="parts" as="element(div)*" select="f:parts(.)"/>
    <xsl:if test="$parts[@type = 'attachment'] or count($parts) gt 1">
      <nav class="contents" aria-label="{f:say('contents')}">
        <ol>
          <xsl:apply-templates select="$parts" mode="m:contents"/>
        </ol>
      </nav>
    </xsl:if>
  </xsl:template>

  <!-- The last head is the title, those before it are its label: Attachment: Letter From … An attachment that has none is
       called one. -->
  <xsl:template match="div" mode="m:contents" as="element()">
    <li>
      <a href="#{@xml:id}">
        <xsl:for-each select="head[position() lt last()]">
          <span class="head-label">{f:plain(.)}</span>
          <xsl:text> </xsl:text>
        </xsl:for-each>
        <xsl:if test="@type = 'attachment' and not(head[2])">
          <span class="head-label">{f:say('attachment')}</span>
          <xsl:text> </xsl:text>
        </xsl:if>
        <xsl:text>{f:plain(head[last()])}</xsl:text>
      </a>
      <xsl:if test="f:parts(.)">
        <ol><xsl:apply-templates select="f:parts(.)" mode="m:contents"/></ol>
      </xsl:if>
    </li>
  </xsl:template>

  <!-- ==== the printed pages ==== -->

  <!-- The page on which a document begins stands in its header: it has no break in the text. -->
  <xsl:function name="f:first-page" as="xs:string?">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:sequence select="$tei/teiHeader/fileDesc/sourceDesc/bibl/biblScope[@unit = 'page'][@from][1] ! string(@from)"/>
  </xsl:function>

  <xsl:function name="f:page-breaks" as="element(pb)*">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:sequence select="$tei/text//pb[@n][empty(ancestor::note)]"/>
  </xsl:function>

  <!-- '620–624', '' where no page is known. -->
  <xsl:function name="f:page-range" as="xs:string">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:variable name="pages" as="xs:string*" select="f:first-page($tei), f:page-breaks($tei) ! string(@n)"/>
    <xsl:sequence select="string-join(distinct-values(($pages[1], $pages[last()])), '–')"/>
  </xsl:function>

  <xsl:template name="t:pages" as="element(*)?">
    <xsl:variable name="breaks" as="element(pb)*" select="f:page-breaks(.)"/>
    <xsl:if test="exists($breaks)">
      <section>
        <xsl:call-template name="t:section-start">
          <xsl:with-param name="id" select="'pages'"/>
        </xsl:call-template>
        <ol class="plain">
          <xsl:for-each select="f:first-page(.)">
            <li><a href="#main">{.}</a></li>
          </xsl:for-each>
          <xsl:for-each select="$breaks">
            <li><a href="#{@xml:id}">{@n}</a></li>
          </xsl:for-each>
        </ol>
      </section>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
