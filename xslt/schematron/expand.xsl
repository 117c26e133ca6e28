<?xml version="1.0" encoding="UTF-8"?>
<!-- Second pass, Schematron to Schematron: nothing is abstract any more.

       <pattern abstract="true" id="a"><rule context="$e">…</rule></pattern>
       <pattern is-a="a" id="b"><param name="e" value="p"/></pattern>       becomes  <pattern id="b"><rule context="p">…

       <extends rule="r"/>             becomes the content of the rule r
       <assert diagnostics="d">        becomes  <assert>…<diagnostic id="d">…</diagnostic></assert>, properties likewise
       a variable of a pattern whose name others use too gets a name of its own: $x becomes $x-3 in the third pattern
       (s:test and s:context keep what the author wrote)                                                             -->
<xsl:stylesheet version="3.0" expand-text="yes" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:m="urn:tei-tools:modes" xmlns:f="urn:tei-tools:functions" xmlns:s="urn:tei-tools:schematron"
  xmlns:sch="http://purl.oclc.org/dsdl/schematron" exclude-result-prefixes="#all">

  <xsl:mode name="m:expand" on-no-match="shallow-copy"/>
  <xsl:mode name="m:fill" on-no-match="shallow-copy"/>
  <xsl:mode name="m:rename" on-no-match="shallow-copy"/>

  <!-- A name behind "$": group 1 holds it. The other alternatives are what holds no variable: strings and comments. -->
  <xsl:variable name="parameter" as="xs:string" select="'\$([\i-[:]][\c-[:]]*)'"/>
  <xsl:variable name="variable" as="xs:string" select="'&quot;[^&quot;]*&quot;|''[^'']*''|\(:.*?:\)|\$\s*([\i-[:]]\c*)'"/>

  <xsl:template match="sch:schema" mode="m:expand" as="element(sch:schema)">
    <xsl:copy>
      <xsl:copy-of select="@*"/>
      <xsl:apply-templates mode="m:expand" select="* except (sch:pattern, sch:diagnostics, sch:properties)"/>
      <xsl:variable name="patterns" as="element(sch:pattern)*">
        <xsl:apply-templates select="sch:pattern[not(@abstract = 'true')]" mode="m:expand"/>
      </xsl:variable>
      <xsl:variable name="names" as="xs:string*" select="
          ((., sch:phase)/(sch:let | xsl:variable | xsl:param), $patterns/(sch:let | xsl:variable))/string(@name)"/>
      <xsl:for-each select="$patterns">
        <xsl:apply-templates select="." mode="m:rename">
          <xsl:with-param name="names" tunnel="yes" select="
              (sch:let | xsl:variable)/string(@name)[count(index-of($names, .)) gt 1]"/>
          <xsl:with-param name="suffix" select="'-' || position()" tunnel="yes"/>
        </xsl:apply-templates>
      </xsl:for-each>
    </xsl:copy>
  </xsl:template>

  <xsl:template match="sch:rule[@abstract = 'true']" mode="m:expand" as="empty-sequence()"/>

  <xsl:template match="sch:extends" mode="m:expand" as="node()*">
    <xsl:apply-templates select="f:abstract-rule(.)/node()" mode="m:expand"/>
  </xsl:template>

  <xsl:template match="sch:assert | sch:report" mode="m:expand" as="element()">
    <xsl:copy>
      <xsl:copy-of select="@*"/>
      <xsl:apply-templates mode="m:expand"/>
      <xsl:variable name="here" as="document-node()" select="root()"/>
      <xsl:copy-of select="tokenize(@diagnostics) ! key('diagnostic', ., $here), tokenize(@properties) ! key('property', ., $here)"/>
    </xsl:copy>
  </xsl:template>

  <!-- ==== patterns that are made of abstract ones ==== -->

  <xsl:template match="sch:pattern[@is-a]" mode="m:expand" as="element(sch:pattern)">
    <xsl:variable name="abstract" as="element(sch:pattern)" select="key('pattern', @is-a)[@abstract = 'true'][1]"/>
    <xsl:variable name="content" as="node()*">
      <xsl:apply-templates select="$abstract/(node() except sch:param)" mode="m:expand"/>
    </xsl:variable>
    <xsl:copy>
      <xsl:copy-of select="$abstract/(@* except (@abstract, @id)), @* except @is-a"/>
      <xsl:apply-templates select="$content" mode="m:fill">
        <xsl:with-param name="values" tunnel="yes" as="map(xs:string, xs:string)" select="
            map:merge(($abstract/sch:param, sch:param) ! map { string(@name): string(@value) }, map { 'duplicates': 'use-last' })"/>
      </xsl:apply-templates>
      <xsl:apply-templates select="node() except sch:param" mode="m:expand"/>
    </xsl:copy>
  </xsl:template>

  <xsl:template match="@*[contains(., '$')]" mode="m:fill" as="attribute()">
    <xsl:param name="values" as="map(xs:string, xs:string)" tunnel="yes"/>
    <xsl:attribute name="{name()}" namespace="{namespace-uri()}">
      <xsl:analyze-string select="." regex="{$parameter}">
        <xsl:matching-substring>{($values(regex-group(1)), .)[1]}</xsl:matching-substring>
        <xsl:non-matching-substring>{.}</xsl:non-matching-substring>
      </xsl:analyze-string>
    </xsl:attribute>
  </xsl:template>

  <!-- ==== variables of one name in several patterns ==== -->

  <xsl:template match="@*[contains(., '$')]" mode="m:rename" as="attribute()+">
    <xsl:param name="names" as="xs:string*" tunnel="yes"/>
    <xsl:param name="suffix" as="xs:string" tunnel="yes"/>
    <xsl:attribute name="{name()}" namespace="{namespace-uri()}">
      <xsl:analyze-string select="." regex="{$variable}" flags="s">
        <xsl:matching-substring>{.}{$suffix[regex-group(1) = $names]}</xsl:matching-substring>
        <xsl:non-matching-substring>{.}</xsl:non-matching-substring>
      </xsl:analyze-string>
    </xsl:attribute>
    <xsl:if test="name() = ('test', 'context')">
      <xsl:attribute name="s:{name()}" select="."/>
    </xsl:if>
  </xsl:template>

  <xsl:template match="(sch:let | xsl:variable)/@name" mode="m:rename" as="attribute()">
    <xsl:param name="names" as="xs:string*" tunnel="yes"/>
    <xsl:param name="suffix" as="xs:string" tunnel="yes"/>
    <xsl:attribute name="name">{.}{$suffix[current() = $names]}</xsl:attribute>
  </xsl:template>

</xsl:stylesheet>
