<?xml version="1.0" encoding="UTF-8"?>
<!-- TEI module namesdates: names that say who is meant, and the lists of persons, places, bodies and terms. -->
<xsl:stylesheet version="3.0" expand-text="yes" xmlns="http://www.w3.org/1999/xhtml"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:f="urn:tei-tools:functions" xmlns:m="urn:tei-tools:modes" xmlns:t="urn:tei-tools:templates"
  exclude-result-prefixes="#all">

  <!-- ==== in the text ==== -->

  <!-- A name or term that the file has an entry for leads to it (pass 10 took @ref from the others). -->
  <xsl:template match="persName[@ref] | orgName[@ref] | placeName[@ref] | rs[@ref] | term[@ref] | country[@ref] | region[@ref]
      | settlement[@ref]" mode="m:html" as="element()">
    <a href="#{f:id(@ref)}">
      <xsl:sequence select="f:common(., ('name', local-name()))"/>
      <xsl:apply-templates mode="m:html"/>
    </a>
  </xsl:template>

  <xsl:template match="persName | orgName | placeName | rs | term | country | region | settlement" mode="m:html" as="element()">
    <xsl:call-template name="t:wrap"/>
  </xsl:template>

  <xsl:template match="surname | forename | genName | addName | roleName | nameLink | geo" mode="m:html" as="element()">
    <xsl:call-template name="t:wrap"/>
  </xsl:template>

  <xsl:template match="date | time" mode="m:html" as="element()">
    <xsl:variable name="moment" as="xs:string?"
      select="@when[matches(., '^(\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d)?)?)?)?|\d\d:\d\d(:\d\d)?|--\d\d-\d\d)(Z|[+-]\d\d:\d\d)?$')]"/>
    <xsl:element name="{if ($moment) then 'time' else 'span'}" namespace="http://www.w3.org/1999/xhtml">
      <xsl:sequence select="f:common(., local-name())"/>
      <xsl:if test="$moment">
        <xsl:attribute name="datetime" select="replace($moment, '^--', '')"/>
      </xsl:if>
      <xsl:apply-templates mode="m:html"/>
    </xsl:element>
  </xsl:template>

  <!-- ==== the lists ==== -->

  <!-- Persons, places, bodies, terms: a section each, whatever the order and number of lists. -->
  <xsl:template match="standOff" mode="m:html" as="element()*">
    <xsl:call-template name="t:entries">
      <xsl:with-param name="id" select="'persons'"/>
      <xsl:with-param name="entries" select=".//person"/>
    </xsl:call-template>
    <xsl:call-template name="t:entries">
      <xsl:with-param name="id" select="'places'"/>
      <xsl:with-param name="entries" select=".//place"/>
    </xsl:call-template>
    <xsl:call-template name="t:entries">
      <xsl:with-param name="id" select="'organisations'"/>
      <xsl:with-param name="entries" select=".//org"/>
    </xsl:call-template>
    <xsl:call-template name="t:entries">
      <xsl:with-param name="id" select="'terms'"/>
      <xsl:with-param name="entries" select="list[@type = 'gloss']/label"/>
    </xsl:call-template>
    <xsl:apply-templates select="listBibl" mode="m:html"/>
  </xsl:template>

  <xsl:template name="t:entries" as="element()?">
    <xsl:param name="id" as="xs:string"/>
    <xsl:param name="entries" as="element()*"/>
    <xsl:if test="exists($entries)">
      <section>
        <xsl:call-template name="t:section-start">
          <xsl:with-param name="id" select="$id"/>
        </xsl:call-template>
        <ul class="entries">
          <xsl:sequence select="f:tongue(f:language(.))"/>
          <xsl:apply-templates select="$entries" mode="m:entry">
            <xsl:sort select="f:sort-name(.)"/>
          </xsl:apply-templates>
        </ul>
      </section>
    </xsl:if>
  </xsl:template>

  <!-- The note without a type is the printed line, which the offices repeat: it stands where there are none, and where it
       says more than the names do. -->
  <xsl:template match="person | place | org" mode="m:entry" as="element()">
    <li>
      <xsl:sequence select="f:common(., 'entry')"/>
      <xsl:call-template name="t:entry-name">
        <xsl:with-param name="name" select="(persName | placeName | orgName)[1]"/>
      </xsl:call-template>
      <xsl:apply-templates select="* except ((persName | placeName | orgName)[1], note[f:is-repeated(.)])" mode="m:html"/>
      <xsl:sequence select="f:mentions(., string(@xml:id))"/>
    </li>
  </xsl:template>

  <xsl:function name="f:is-repeated" as="xs:boolean">
    <xsl:param name="note" as="element(note)"/>
    <xsl:variable name="names" as="xs:string*" select="$note/../(persName | placeName | orgName) ! tokenize(f:plain(.), '\W+')"/>
    <xsl:sequence select="
        empty($note/@type) and (exists($note/../occupation) or (every $word in tokenize(f:plain($note), '\W+') satisfies $word = ($names, '')))"/>
  </xsl:function>

  <!-- <term>NATO</term> … <item>NATO, North Atlantic …</item>: where the printed line repeats the term, it is left out. -->
  <xsl:template match="label" mode="m:entry" as="element()">
    <li>
      <xsl:sequence select="f:common(term, 'entry')"/>
      <xsl:call-template name="t:entry-name">
        <xsl:with-param name="name" select="term"/>
      </xsl:call-template>
      <div class="fact">
        <xsl:variable name="printed" as="xs:string" select="f:plain(term) || ', '"/>
        <xsl:variable name="item" as="element(item)?" select="following-sibling::item[1]"/>
        <xsl:variable name="first" as="text()?" select="$item/node()[1]/self::text()[starts-with(., $printed)]"/>
        <xsl:text>{substring-after($first, $printed)}</xsl:text>
        <xsl:apply-templates select="$item/node() except $first" mode="m:html"/>
      </div>
      <xsl:sequence select="f:mentions(., string(term/@xml:id))"/>
    </li>
  </xsl:template>

  <!-- The register of the edition that an entry stands in: the name of a page of the site, and of the folder below it. -->
  <xsl:function name="f:register-of" as="xs:string">
    <xsl:param name="entry" as="element()"/>
    <xsl:sequence select="map { 'person': 'persons', 'place': 'places', 'org': 'organisations', 'label': 'terms' }(local-name($entry))"/>
  </xsl:function>

  <!-- The name leads to the page of the entry, where all mentions of the edition are. -->
  <xsl:template name="t:entry-name" as="element()">
    <xsl:param name="name" as="element()"/>
    <xsl:variable name="id" as="xs:string?" select="($name/@xml:id, @xml:id)[1]"/>
    <xsl:variable name="register" as="xs:string" select="f:register-of(.)"/>
    <p class="entry-name">
      <xsl:choose>
        <xsl:when test="$id and f:site-page($register)">
          <a href="{f:here(f:entry-page($register, $id))}"><xsl:apply-templates select="$name/node()" mode="m:html"/></a>
        </xsl:when>
        <xsl:otherwise><xsl:apply-templates select="$name/node()" mode="m:html"/></xsl:otherwise>
      </xsl:choose>
    </p>
  </xsl:template>

  <!-- Where the text names it: as many links as mentions. -->
  <xsl:function name="f:mentions" as="element()?">
    <xsl:param name="entry" as="element()"/>
    <xsl:param name="id" as="xs:string"/>
    <xsl:variable name="mentions" as="element()*" select="key('pointing', $id, root($entry))[starts-with(@xml:id, 'm_')]"/>
    <xsl:if test="exists($mentions)">
      <p class="mentions">
        <xsl:sequence select="f:own-tongue(f:language($entry))"/>
        <xsl:text>{f:say('mentions')} </xsl:text>
        <xsl:for-each select="$mentions">
          <a href="#{@xml:id}">{position()}</a>
          <xsl:text> </xsl:text>
        </xsl:for-each>
      </p>
    </xsl:if>
  </xsl:function>

  <!-- What an entry says: one line each, with its years unless they are in its words. -->
  <xsl:template match="occupation | state | affiliation | nationality | birth | death | location" mode="m:html" as="element()">
    <xsl:variable name="said" as="xs:boolean"
      select="every $year in (@when, @from, @to, @notBefore, @notAfter) ! substring(., 1, 4) satisfies contains(., $year)"/>
    <div>
      <xsl:sequence select="f:common(., ('fact', local-name()))"/>
      <xsl:apply-templates mode="m:html"/>
      <xsl:if test="not($said)">
        <xsl:text> </xsl:text>
        <span class="years">{f:years(.)}</span>
      </xsl:if>
    </div>
  </xsl:template>

  <xsl:template match="person/persName | person/idno | person/desc | person/note | place/placeName | place/idno | place/desc
      | place/note | org/orgName | org/idno | org/desc | org/note" mode="m:html" as="element()" priority="2">
    <div>
      <xsl:sequence select="f:common(., ('fact', local-name(), string(@type)[.]))"/>
      <xsl:apply-templates mode="m:html"/>
    </div>
  </xsl:template>

  <!-- Reached through their entries and sections, or through the header: standing alone they are lists. -->
  <xsl:template match="listPerson | listPlace | listOrg" mode="m:html" as="element()">
    <ul class="entries">
      <xsl:apply-templates select="person | place | org" mode="m:entry"/>
      <xsl:for-each select="listPerson | listPlace | listOrg">
        <li>
          <xsl:apply-templates select="head, ." mode="m:html"/>
        </li>
      </xsl:for-each>
    </ul>
  </xsl:template>

  <xsl:template match="person | place | org" mode="m:html" as="element()">
    <xsl:apply-templates select="." mode="m:entry"/>
  </xsl:template>

  <xsl:template match="listBibl" mode="m:html" as="element()">
    <ul class="entries">
      <xsl:for-each select="bibl">
        <li><xsl:apply-templates select="." mode="m:html"/></li>
      </xsl:for-each>
    </ul>
  </xsl:template>

</xsl:stylesheet>
