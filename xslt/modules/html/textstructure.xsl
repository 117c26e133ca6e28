<?xml version="1.0" encoding="UTF-8"?>
<!-- TEI module textstructure: text, divisions, heads, and what makes a letter look like a letter. -->
<xsl:stylesheet version="3.0" expand-text="yes" xmlns="http://www.w3.org/1999/xhtml"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:f="urn:tei-tools:functions" xmlns:m="urn:tei-tools:modes" xmlns:t="urn:tei-tools:templates"
  exclude-result-prefixes="#all">

  <xsl:template match="text | body" mode="m:html" as="node()*">
    <xsl:apply-templates mode="m:html"/>
  </xsl:template>

  <xsl:template match="front | back | titlePage" mode="m:html" as="element()">
    <xsl:call-template name="t:wrap">
      <xsl:with-param name="name" select="'div'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="docTitle | titlePart | byline | docAuthor | docEdition | docImprint | docDate" mode="m:html" as="element()">
    <xsl:call-template name="t:wrap">
      <xsl:with-param name="name" select="
          if (self::docTitle) then 'div' else if (parent::titlePage | parent::docTitle) then 'p' else 'span'"/>
    </xsl:call-template>
  </xsl:template>

  <!-- ==== divisions ==== -->

  <!-- A document: its heads, then one quiet line of facts, then the rest. -->
  <xsl:template match="div[@type = 'document']" mode="m:html" as="element()">
    <xsl:variable name="heads" as="node()*" select="node()[. &lt;&lt; (current()/head)[last()]], head[last()]"/>
    <div>
      <xsl:sequence select="f:common(., ('document', string(@subtype)[.]))"/>
      <header class="opening">
        <xsl:apply-templates select="$heads" mode="m:html"/>
        <xsl:if test="empty(preceding-sibling::div)">
          <xsl:apply-templates select="ancestor::TEI/teiHeader/profileDesc" mode="m:facts"/>
        </xsl:if>
        <xsl:call-template name="t:contents"/>
      </header>
      <xsl:apply-templates select="node() except $heads" mode="m:html"/>
    </div>
  </xsl:template>

  <xsl:template match="div[not(@type = 'document')]" mode="m:html" as="element()">
    <xsl:element name="{if (head) then 'section' else 'div'}" namespace="http://www.w3.org/1999/xhtml">
      <xsl:sequence select="f:common(., (string(@type)[.], string(@subtype)[.]))"/>
      <xsl:apply-templates mode="m:html"/>
    </xsl:element>
  </xsl:template>

  <!-- ==== heads ==== -->

  <!-- The level of a heading: how many divisions with a head it lies in. -->
  <xsl:function name="f:level" as="xs:integer">
    <xsl:param name="node" as="element()"/>
    <xsl:sequence select="min((max((count($node/ancestor-or-self::div[head]), 1)), 6))"/>
  </xsl:function>

  <!-- The last head of a division is its heading; those before it are labels ("Attachment", "Tab A"). -->
  <xsl:template match="div/head[following-sibling::head]" mode="m:html" as="element()">
    <xsl:call-template name="t:wrap">
      <xsl:with-param name="name" select="'p'"/>
      <xsl:with-param name="class" select="'head-label'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="div/head[not(following-sibling::head)]" mode="m:html" as="element()">
    <xsl:element name="h{f:level(.)}" namespace="http://www.w3.org/1999/xhtml">
      <xsl:sequence select="f:common(., 'head')"/>
      <xsl:apply-templates mode="m:html"/>
    </xsl:element>
  </xsl:template>

  <!-- The number that a document's head begins with stands apart: "310. Memorandum From …". -->
  <xsl:template match="div[@type = 'document'][@n]/head[not(following-sibling::head)][starts-with(text()[1], ../@n || '. ')]"
    mode="m:html" as="element()" priority="1">
    <xsl:variable name="number" as="xs:string" select="../@n || '.'"/>
    <h1>
      <xsl:sequence select="f:common(., 'head')"/>
      <span class="number">{$number}</span>
      <xsl:text>{substring-after(text()[1], $number)}</xsl:text>
      <xsl:apply-templates select="node() except text()[1]" mode="m:html"/>
    </h1>
  </xsl:template>

  <!-- Heads of lists, tables, pictures, poems and postscripts are no headings of the page. -->
  <xsl:template match="head[not(parent::div | parent::list | parent::table | parent::figure)]" mode="m:html" as="element()">
    <xsl:call-template name="t:wrap">
      <xsl:with-param name="name" select="'p'"/>
      <xsl:with-param name="class" select="'block-head'"/>
    </xsl:call-template>
  </xsl:template>

  <!-- ==== openers and closers ==== -->

  <xsl:template match="opener | closer | postscript" mode="m:html" as="element()">
    <xsl:call-template name="t:wrap">
      <xsl:with-param name="name" select="'div'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="dateline | salute | signed | trailer" mode="m:html" as="element()">
    <xsl:call-template name="t:wrap">
      <xsl:with-param name="name" select="'p'"/>
    </xsl:call-template>
  </xsl:template>

  <!-- [<signed>Collins</signed>]: the brackets of a supplied signature stand on its line. -->
  <xsl:template match="closer[text()[normalize-space()]]" mode="m:html" as="element()" priority="1">
    <div>
      <xsl:sequence select="f:common(., 'closer')"/>
      <xsl:for-each-group select="node()" group-adjacent="exists((self::salute, self::dateline, self::address, self::seg))">
        <xsl:choose>
          <xsl:when test="current-grouping-key()">
            <xsl:apply-templates select="current-group()" mode="m:html"/>
          </xsl:when>
          <xsl:otherwise>
            <p class="signed">
              <xsl:apply-templates select="current-group()" mode="m:html"/>
            </p>
          </xsl:otherwise>
        </xsl:choose>
      </xsl:for-each-group>
    </div>
  </xsl:template>

  <xsl:template match="closer[text()[normalize-space()]]/signed" mode="m:html" as="element()" priority="1">
    <xsl:call-template name="t:wrap">
      <xsl:with-param name="class" select="'signature'"/>
    </xsl:call-template>
  </xsl:template>

</xsl:stylesheet>
