<?xml version="1.0" encoding="UTF-8"?>
<!-- The whole: one document, or a volume with lists of persons and terms, and its compilations and chapters. -->
<xsl:stylesheet version="3.0" expand-text="yes" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  xmlns="http://www.tei-c.org/ns/1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:frus="http://history.state.gov/frus/ns/1.0"
  xmlns:f="urn:tei-tools:functions" xmlns:m="urn:tei-tools:modes" xmlns:t="urn:tei-tools:templates" exclude-result-prefixes="xs f m t">

  <!-- The name of the file without its ending: the id of its TEI element. -->
  <xsl:param name="name" as="xs:string" select="''"/>
  <!-- <divs><div id="ch1" type="chapter" in="comp1"><title>…</title><document>d1</document>…</div>…</divs> -->
  <xsl:param name="divs" as="document-node()?" select="()"/>

  <xsl:variable name="is-volume" as="xs:boolean" select="exists($divs) or count(/TEI/text/body/div) gt 1"/>

  <xsl:mode name="m:volume" on-no-match="fail"/>

  <xsl:template match="TEI" mode="m:volume" as="element(TEI)">
    <xsl:variable name="text" as="element(text)">
      <text>
        <xsl:if test="$is-volume and standOff">
          <front>
            <xsl:apply-templates select="standOff/listPerson[person], standOff/list" mode="m:list"/>
          </front>
        </xsl:if>
        <body>
          <xsl:choose>
            <xsl:when test="$divs/*:divs/*:div">
              <xsl:variable name="root" as="document-node()" select="root()"/>
              <xsl:apply-templates select="text/body/*[not(@xml:id = $divs//*:document)]" mode="m:frus"/>
              <xsl:apply-templates select="$divs/*:divs/*:div[not(@in)]" mode="m:group">
                <xsl:with-param name="root" select="$root" tunnel="yes"/>
              </xsl:apply-templates>
            </xsl:when>
            <xsl:otherwise>
              <xsl:apply-templates select="text/body/*" mode="m:frus"/>
            </xsl:otherwise>
          </xsl:choose>
        </body>
      </text>
    </xsl:variable>
    <TEI xml:id="{if (not($name)) then $volume else if (exists(key('id', $name) except /TEI)) then $volume || '.' || $name else $name}">
      <xsl:namespace name="frus" select="'http://history.state.gov/frus/ns/1.0'"/>
      <xsl:call-template name="t:header"><xsl:with-param name="text" select="$text"/></xsl:call-template>
      <xsl:sequence select="$text"/>
    </TEI>
  </xsl:template>

  <!-- A chapter: its title, its documents, the chapters in it. -->
  <xsl:mode name="m:group" on-no-match="fail"/>

  <xsl:template match="div" mode="m:group" as="element(Q{http://www.tei-c.org/ns/1.0}div)*" xpath-default-namespace="">
    <xsl:param name="root" as="document-node()" tunnel="yes"/>
    <div type="{@type}" xml:id="{@id}">
      <head>{title}</head>
      <xsl:apply-templates select="document ! key('id', ., $root)" mode="m:frus"/>
      <xsl:apply-templates select="../div[@in = current()/@id]" mode="m:group"/>
    </div>
  </xsl:template>

  <xsl:mode name="m:list" on-no-match="fail"/>

  <xsl:template match="listPerson" mode="m:list" as="element(div)">
    <div type="section" xml:id="persons">
      <head>Persons</head>
      <list type="names">
        <xsl:for-each select="person">
          <xsl:variable name="name" as="xs:string" select="normalize-space(persName[1])"/>
          <xsl:variable name="line" as="xs:string" select="normalize-space(string((note[not(@type)], string-join(($name, string-join(occupation, '; ')[.]), ', '))[1]))"/>
          <xsl:sequence select="f:entry-item('persName', @xml:id, $name, $line)"/>
        </xsl:for-each>
      </list>
    </div>
  </xsl:template>

  <xsl:template match="list" mode="m:list" as="element(div)">
    <div type="section" xml:id="terms">
      <head>Abbreviations and Terms</head>
      <list type="terms">
        <xsl:for-each select="label">
          <xsl:sequence select="f:entry-item('term', term/@xml:id, normalize-space(.), normalize-space(following-sibling::item[1]))"/>
        </xsl:for-each>
      </list>
    </div>
  </xsl:template>

  <!-- <item><hi rend="strong"><persName xml:id="p_SGP1">Shultz, George P.</persName></hi>, Secretary of State</item> -->
  <xsl:function name="f:entry-item" as="element(item)">
    <xsl:param name="element" as="xs:string"/>
    <xsl:param name="id" as="xs:string"/>
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="line" as="xs:string"/>
    <xsl:variable name="rest" as="xs:string" select="if (starts-with($line, $name)) then substring-after($line, $name) else if ($line) then ', ' || $line else ''"/>
    <item>
      <hi rend="strong">
        <xsl:element name="{$element}">
          <xsl:attribute name="xml:id" select="$id"/>
          <xsl:text>{$name}</xsl:text>
        </xsl:element>
      </hi>
      <xsl:text>{$rest}</xsl:text>
    </item>
  </xsl:function>
</xsl:stylesheet>
