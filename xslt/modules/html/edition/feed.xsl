<?xml version="1.0" encoding="UTF-8"?>
<!-- View feed: the documents as an Atom feed (RFC 4287), for an edition that says its address and its date. -->
<xsl:stylesheet version="3.0" expand-text="yes" xmlns="http://www.w3.org/1999/xhtml"
  xpath-default-namespace="urn:tei-tools:summary" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:s="urn:tei-tools:site" xmlns:tei="http://www.tei-c.org/ns/1.0"
  xmlns:f="urn:tei-tools:functions" xmlns:m="urn:tei-tools:modes" xmlns:t="urn:tei-tools:templates"
  exclude-result-prefixes="#all">

  <!-- A feed tells what is new; a reader of feeds wants no whole edition. -->
  <xsl:variable name="told" as="xs:integer" select="100"/>

  <xsl:template match="summaries[$view = 'feed']" mode="m:page" as="empty-sequence()">
    <xsl:variable name="date" as="xs:string" select="($edition/@date || '-01-01') ! substring(., 1, 10) || 'T00:00:00Z'"/>
    <xsl:result-document href="feed.xml" method="xml" indent="no">
      <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{$locale/*/@xml:lang}">
        <title>{$edition-title}</title>
        <id>{$edition/@url}</id>
        <updated>{$date}</updated>
        <link rel="self" href="{$edition/@url}feed.xml"/>
        <link rel="alternate" href="{$edition/@url}"/>
        <xsl:for-each select="($edition/s:editor, $edition/@publisher, $edition-title)[1]">
          <author><name>{.}</name></author>
        </xsl:for-each>
        <xsl:for-each select="subsequence(reverse(f:by-date(document)), 1, $told)">
          <entry>
            <title>{string-join((@n, title), '. ')}</title>
            <id>{f:address(@id || '.html')}</id>
            <link rel="alternate" href="{f:address(@id || '.html')}"/>
            <updated>{$date}</updated>
            <summary>{string-join((date, snippet)[string()], ' – ')}</summary>
          </entry>
        </xsl:for-each>
      </feed>
    </xsl:result-document>
  </xsl:template>

</xsl:stylesheet>
