<?xml version="1.0" encoding="UTF-8"?>
<!-- The file of one document: header (with who wrote to whom, read off the heading), entries that the text names, text. -->
<xsl:stylesheet version="3.0" expand-text="yes" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  xmlns="http://www.tei-c.org/ns/1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:tei-tools:functions" xmlns:m="urn:tei-tools:modes" exclude-result-prefixes="#all">

  <xsl:param name="title" as="xs:string" required="yes"/>
  <xsl:param name="series" as="xs:string" required="yes"/>
  <!-- One name a line. -->
  <xsl:param name="editors" as="xs:string" required="yes"/>
  <xsl:param name="publisher" as="xs:string" required="yes"/>
  <xsl:param name="source" as="xs:string" required="yes"/>
  <xsl:param name="sha256" as="xs:string" required="yes"/>
  <xsl:param name="version" as="xs:string" required="yes"/>

  <xsl:mode name="m:file" on-no-match="fail"/>

  <xsl:template match="div" mode="m:file" as="element(TEI)">
    <xsl:variable name="document" as="element(div)">
      <xsl:apply-templates select="." mode="m:document"/>
    </xsl:variable>
    <xsl:variable name="named" as="xs:string*" select="distinct-values($document//(@ref, @corresp)/tokenize(.) ! substring-after(., '#')[. ne ''])"/>
    <xsl:variable name="seen" as="xs:string*" select="$authority//person[@xml:id = $named]/@sameAs ! substring-after(., '#')"/>
    <xsl:variable name="persons" as="element(person)*" select="$authority//person[@xml:id = ($named, $seen)]"/>
    <xsl:variable name="terms" as="element(label)*" select="$authority//list/label[term/@xml:id = $named]"/>
    <TEI xml:id="{$volume}.{@xml:id}" xml:lang="en">
      <teiHeader>
        <xsl:call-template name="file-description"/>
        <xsl:call-template name="encoding-description"/>
        <xsl:call-template name="profile-description">
          <xsl:with-param name="document" select="$document"/>
        </xsl:call-template>
        <revisionDesc>
          <change>Read from the volume {$volume} by tei-tools {$version}.</change>
        </revisionDesc>
      </teiHeader>
      <xsl:if test="exists(($persons, $terms))">
        <standOff>
          <xsl:if test="exists($persons)">
            <listPerson>
              <xsl:sequence select="$persons"/>
            </listPerson>
          </xsl:if>
          <xsl:if test="exists($terms)">
            <list type="gloss">
              <xsl:sequence select="$terms ! (., following-sibling::item[1])"/>
            </list>
          </xsl:if>
        </standOff>
      </xsl:if>
      <text>
        <body>
          <xsl:sequence select="$document"/>
        </body>
      </text>
    </TEI>
  </xsl:template>

  <!-- The words of a heading without its number. -->
  <xsl:function name="f:title" as="xs:string">
    <xsl:param name="document" as="element(div)"/>
    <xsl:variable name="words" as="xs:string" select="replace(f:words($document/head[1]), '^(No\. ?)?[0-9]+\.? *', '')"/>
    <xsl:sequence select="if ($words) then $words else string($document/@xml:id)"/>
  </xsl:function>

  <xsl:template name="file-description" as="element(fileDesc)">
    <fileDesc>
      <titleStmt>
        <title type="main">{f:title(.)}</title>
        <title type="sub">{string-join(($series, $title, @n ! ('Document ' || .)), ', ')}</title>
        <xsl:for-each select="tokenize($editors, '\n')">
          <editor>{.}</editor>
        </xsl:for-each>
        <respStmt>
          <resp>Read from the TEI of the volume by</resp>
          <name>tei-tools {$version}</name>
        </respStmt>
      </titleStmt>
      <publicationStmt>
        <publisher>{$publisher}</publisher>
        <idno type="document">{@xml:id}</idno>
        <availability status="free">
          <licence target="https://creativecommons.org/publicdomain/zero/1.0/">Public domain (CC0 1.0 Universal)</licence>
        </availability>
      </publicationStmt>
      <seriesStmt>
        <title level="s">{$series}</title>
        <title level="m">{$title}</title>
        <idno type="volume">{$volume}</idno>
      </seriesStmt>
      <sourceDesc>
        <bibl type="printed"><title level="m">{$title}</title><xsl:if test="@n">, <biblScope unit="document">Document {@n}</biblScope></xsl:if></bibl>
        <bibl type="digital"><title>TEI file </title><idno type="file">{$source}</idno>, SHA-256 <idno type="sha256">{$sha256}</idno></bibl>
      </sourceDesc>
    </fileDesc>
  </xsl:template>

  <xsl:template name="encoding-description" as="element(encodingDesc)">
    <encodingDesc>
      <projectDesc>
        <p>The text is that of the TEI of the volume; a check at the time of reading proved it.</p>
      </projectDesc>
      <appInfo>
        <application xml:id="tei-tools" ident="tei-tools" version="{$version}">
          <label>tei-tools</label>
          <desc>TEI of a volume to TEI of its documents</desc>
        </application>
      </appInfo>
    </encodingDesc>
  </xsl:template>

  <!-- Who wrote to whom, when and where: as far as the heading and the first dateline say. -->
  <xsl:template name="profile-description" as="element(profileDesc)">
    <xsl:param name="document" as="element(div)"/>
    <xsl:variable name="head" as="element(head)*" select="$document/head"/>
    <xsl:variable name="dateline" as="element()?" select="($document/(. | child::div[@type = 'main'])/(opener/dateline | p[@rend = 'dateline']))[1]"/>
    <xsl:variable name="date" as="element(date)?" select="($dateline//date[@when or @from or @notBefore])[1]"/>
    <xsl:variable name="sides" as="element()*" select="$head//(persName | orgName)[@role][empty(ancestor::note)]"/>
    <profileDesc>
      <xsl:if test="$date">
        <creation><xsl:sequence select="f:plain($date)"/></creation>
      </xsl:if>
      <langUsage>
        <language ident="en">English</language>
      </langUsage>
      <xsl:if test="exists($sides)">
        <correspDesc>
          <xsl:for-each-group select="$sides" group-by="string(@role)">
            <xsl:sort select="current-grouping-key()" order="descending"/>
            <correspAction type="{if (current-grouping-key() = 'sender') then 'sent' else 'received'}">
              <xsl:sequence select="current-group() ! f:plain(.)"/>
              <xsl:if test="current-grouping-key() = 'sender'">
                <xsl:sequence select="$dateline//placeName[normalize-space()][1] ! f:plain(.), $date ! f:plain(.)"/>
              </xsl:if>
            </correspAction>
          </xsl:for-each-group>
        </correspDesc>
      </xsl:if>
    </profileDesc>
  </xsl:template>

  <!-- A name or date with its words only. -->
  <xsl:function name="f:plain" as="element()">
    <xsl:param name="name" as="element()"/>
    <xsl:element name="{local-name($name)}">
      <xsl:copy-of select="$name/(@ref, @key, @when, @from, @to, @notBefore, @notAfter)"/>
      <xsl:text>{normalize-space(string-join($name//text()[empty(ancestor::note)]))}</xsl:text>
    </xsl:element>
  </xsl:function>
</xsl:stylesheet>
