<?xml version="1.0" encoding="UTF-8"?>
<!-- TEI module header, the line of facts below the title: kind, date, place, who wrote to whom. -->
<xsl:stylesheet version="3.0" expand-text="yes" xmlns="http://www.w3.org/1999/xhtml"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:s="urn:tei-tools:site" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:f="urn:tei-tools:functions" xmlns:m="urn:tei-tools:modes" xmlns:t="urn:tei-tools:templates"
  exclude-result-prefixes="#all">

  <!-- m:facts: profileDesc as the line of facts. -->
  <xsl:mode name="m:facts" on-no-match="fail" on-multiple-match="fail"/>

  <!-- What the header knows of a document: its kind, date, place, who wrote to whom, who took part. -->
  <xsl:function name="f:facts" as="map(xs:string, element()*)">
    <xsl:param name="description" as="element(profileDesc)?"/>
    <xsl:variable name="sent" as="element()*" select="$description/correspDesc/correspAction[@type = 'sent']"/>
    <xsl:variable name="setting" as="element()*" select="$description/settingDesc/setting"/>
    <xsl:variable name="created" as="element()*" select="$description/creation[@when | @from | @notBefore | @notAfter], $description/creation/date"/>
    <xsl:sequence select="map {
        'kind': $description/textClass/keywords/term[@type = 'kind'],
        'date': ($sent/date, $setting/date, $created)[1],
        'place': ($sent/placeName, $setting/placeName)[1],
        'from': $sent/(persName | orgName | name),
        'to': $description/correspDesc/correspAction[@type = 'received']/(persName | orgName | name),
        'participants': $description/particDesc//person/persName }"/>
  </xsl:function>

  <xsl:template match="profileDesc" mode="m:facts" as="element()?">
    <xsl:variable name="facts" as="map(xs:string, element()*)" select="f:facts(.)"/>
    <xsl:variable name="title" as="xs:string" select="lower-case(f:title(ancestor::TEI))"/>
    <!-- "Editorial Note" need not be said to be an editorial note. -->
    <xsl:variable name="shown" as="xs:string*"
      select="'kind'[not($facts?kind ! translate(., '-', ' ') = $title)], 'date', 'place', 'from', 'to'"/>
    <xsl:if test="exists($shown ! $facts(.))">
      <dl class="facts">
        <xsl:for-each select="$shown[exists($facts(.))]">
          <div class="fact-{.}">
            <dt>{f:say('fact.' || .)}</dt>
            <xsl:for-each select="$facts(.)">
              <dd>
                <xsl:apply-templates select="." mode="m:facts"/>
                <xsl:if test="@cert[. = ('low', 'medium')] and (self::date or self::creation)">
                  <xsl:text> </xsl:text>
                  <span class="inferred">{f:say('inferred')}</span>
                </xsl:if>
              </dd>
            </xsl:for-each>
          </div>
        </xsl:for-each>
      </dl>
    </xsl:if>
  </xsl:template>

  <xsl:template match="term" mode="m:facts" as="text()">
    <xsl:text>{f:kind(string())}</xsl:text>
  </xsl:template>

  <!-- As the edition writes dates, and with the year, which the words that a date was inferred from may lack. -->
  <xsl:template match="date | creation" mode="m:facts" as="node()*">
    <xsl:variable name="written" as="xs:string" select="string((f:dates(.)[.], f:plain(.))[1])"/>
    <xsl:choose>
      <xsl:when test="matches(@when, '^\d{4}')">
        <time datetime="{@when}">{$written}</time>
      </xsl:when>
      <xsl:otherwise>{$written}</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- A person that the file knows, by the full name; the index has no entry to lead to. -->
  <xsl:template match="persName | orgName | placeName | name" mode="m:facts" as="node()*">
    <xsl:variable name="entry" as="element()?" select="let $id := f:id(@ref) return ancestor::TEI/standOff//(person | org | place)[@xml:id = $id][1]"/>
    <xsl:choose>
      <xsl:when test="$entry and ancestor::teiCorpus">{f:name($entry)}</xsl:when>
      <xsl:when test="$entry">
        <a class="name" href="#{$entry/@xml:id}">{f:name($entry)}</a>
      </xsl:when>
      <xsl:otherwise>{f:plain(.)}</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

</xsl:stylesheet>
