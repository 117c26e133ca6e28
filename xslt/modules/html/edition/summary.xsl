<?xml version="1.0" encoding="UTF-8"?>
<!-- What the other pages of a site need of one document: its summary, made while its page is made. The pages of the
     edition are made of the summaries of all documents and of nothing else (publish/html/summaries.py puts them together).

     <document xmlns="urn:tei-tools:summary" id="d310" n="310" lang="en" kind="memorandum" when="1984-11-17" cert="low">
       <title>Memorandum From Secretary of State Shultz to President Reagan</title>
       <date>November 17, 1984</date>
       <place key="washington">Washington</place>
       <sender type="persons" key="p_SGP1">George P. Shultz</sender>
       <addressee type="organisations" key="embassy-in-germany">Embassy in Germany</addressee>
       <participant type="persons" key="p_GAA1">Andrei Andreevich Gromyko</participant>
       <page n="1116"/>  <page n="1117" to="pg_1117"/>                      the printed pages that it stands on
       <named type="persons" key="p_CKU1" name="…"><at page="1116" to="m_p_CKU1_1" cert="medium"/> …</named>
       <doubt type="persName" n="3"/>                                       what is not sure, counted by element
       <snippet>In a major move in our relations with the Soviet Union …</snippet>
       <entries><person xml:id="p_CKU1" xmlns="http://www.tei-c.org/ns/1.0">…</person> …</entries>
       <encoding><application …/> … <editorialDecl>…</editorialDecl></encoding>
     </document>

     A key is the id of an entry, else made of the name: then nobody says who or what is meant, but it is one of that name. -->
<xsl:stylesheet version="3.0" expand-text="yes" xmlns="urn:tei-tools:summary"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:f="urn:tei-tools:functions" xmlns:m="urn:tei-tools:modes" exclude-result-prefixes="#all">

  <!-- m:summary: a name in the header as a part of the summary. -->
  <xsl:mode name="m:summary" on-no-match="fail" on-multiple-match="fail"/>

  <!-- The printed page that a place of the text stands on, '' before the first that is known. -->
  <xsl:accumulator name="page" as="xs:string" initial-value="''">
    <xsl:accumulator-rule match="sourceDesc/bibl/biblScope[@unit = 'page']" select="($value[.], string(@from))[1]"/>
    <xsl:accumulator-rule match="text//pb[@n][not(ancestor::note)]" select="string(@n)"/>
  </xsl:accumulator>

  <xsl:function name="f:summary" as="element()">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:variable name="facts" as="map(xs:string, element()*)" select="f:facts($tei/teiHeader/profileDesc)"/>
    <xsl:variable name="date" as="element()?" select="$facts?date"/>
    <document id="{replace($page, '\.html$', '')}" lang="{f:language($tei)}">
      <xsl:for-each select="f:number($tei)[.]"><xsl:attribute name="n" select="."/></xsl:for-each>
      <xsl:for-each select="$facts?kind[1]"><xsl:attribute name="kind" select="."/></xsl:for-each>
      <xsl:for-each select="$date/(@when, @from, @notBefore, @to, @notAfter)[matches(., '^\d{4}')][1]">
        <xsl:attribute name="when" select="replace(., 'T.*$', '')"/>
      </xsl:for-each>
      <xsl:copy-of select="$date/@cert[. = ('low', 'medium')]"/>
      <title>{f:title($tei)}</title>
      <xsl:for-each select="($date ! (f:dates(.), f:plain(.))[.])[1]"><date>{.}</date></xsl:for-each>
      <xsl:apply-templates select="$facts?place, $facts?from, $facts?to, $facts?participants" mode="m:summary"/>
      <xsl:sequence select="f:pages-of($tei), f:named-in($tei), f:doubts-in($tei)"/>
      <snippet>{f:snippet($tei)}</snippet>
      <entries>
        <xsl:copy-of select="$tei/standOff/(.//person | .//place | .//org | list[@type = 'gloss']/*)" copy-namespaces="no"/>
      </entries>
      <encoding>
        <xsl:for-each select="$tei/teiHeader/encodingDesc/(projectDesc | editorialDecl | appInfo/application)">
          <xsl:copy copy-namespaces="no">
            <xsl:attribute name="xml:lang" select="f:language(.)"/>
            <xsl:copy-of select="@*, node()" copy-namespaces="no"/>
          </xsl:copy>
        </xsl:for-each>
      </encoding>
    </document>
  </xsl:function>

  <!-- ==== names ==== -->

  <!-- 'Embassy in Germany' → 'embassy-in-germany': of a name, what can name a file. -->
  <xsl:function name="f:key" as="xs:string">
    <xsl:param name="name" as="xs:string"/>
    <xsl:variable name="plain" as="xs:string" select="lower-case(replace(normalize-unicode($name, 'NFKD'), '\p{M}', ''))"/>
    <xsl:variable name="parts" as="xs:string*" select="
        analyze-string($plain, '[a-z0-9]+|[\p{L}\p{N}]')/* !
        (if (matches(., '^[a-z0-9]+$')) then string()
         else if (matches(., '^[\p{L}\p{N}]$')) then 'u' || string-to-codepoints(.)
         else '-')"/>
    <xsl:sequence select="replace(replace(string-join($parts), '-+', '-'), '^-|-$', '')"/>
  </xsl:function>

  <!-- The register that a name belongs to, of the locale's words: persons, organisations, places, terms. -->
  <xsl:function name="f:register" as="xs:string?">
    <xsl:param name="name" as="element()"/>
    <xsl:sequence select="
        map { 'persName': 'persons', 'orgName': 'organisations', 'placeName': 'places', 'term': 'terms' }(local-name($name))"/>
  </xsl:function>

  <!-- Offices and places are told by their names where they have no entry; persons of one name may be two, and what is
       all in brackets ("[place not declassified]") is no name. -->
  <xsl:function name="f:key-of" as="xs:string?">
    <xsl:param name="name" as="element()"/>
    <xsl:sequence select="
        (f:entry($name) ! string(@xml:id),
         $name[self::orgName | self::placeName] ! f:plain(.)[not(matches(., '^\[.*\]$'))] ! f:key(.)[.])[1]"/>
  </xsl:function>

  <xsl:template match="persName | orgName | placeName | name" mode="m:summary" as="element()">
    <xsl:variable name="action" as="element()?" select="ancestor::correspAction"/>
    <xsl:element name="{if (self::placeName) then 'place' else if ($action/@type = 'sent') then 'sender'
        else if ($action) then 'addressee' else 'participant'}" namespace="urn:tei-tools:summary">
      <xsl:variable name="key" as="xs:string?" select="f:key-of(.)"/>
      <xsl:if test="$key">
        <xsl:attribute name="type" select="f:register(.)"/>
        <xsl:attribute name="key" select="$key"/>
      </xsl:if>
      <xsl:value-of select="(f:entry(.) ! f:name(.), f:plain(.))[1]"/>
    </xsl:element>
  </xsl:template>

  <!-- ==== pages and mentions ==== -->

  <xsl:function name="f:pages-of" as="element()*">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:for-each select="($tei/teiHeader/fileDesc/sourceDesc/bibl/biblScope[@unit = 'page']/@from)[1]">
      <page n="{.}"/>
    </xsl:for-each>
    <xsl:for-each select="$tei/text//pb[@n][not(ancestor::note)]">
      <page n="{@n}" to="{@xml:id}"/>
    </xsl:for-each>
  </xsl:function>

  <!-- What is named in the text, by register and key; a mention that nothing can lead to has the anchor of its page. -->
  <xsl:function name="f:named-in" as="element()*">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:for-each-group select="$tei/text//(persName | orgName | placeName | term)[f:key-of(.)]"
      composite="yes" group-by="f:register(.), f:key-of(.)">
      <named type="{current-grouping-key()[1]}" key="{current-grouping-key()[2]}">
        <xsl:if test="empty(f:entry(.))"><xsl:attribute name="name" select="f:plain(.)"/></xsl:if>
        <xsl:for-each select="current-group()">
          <at>
            <xsl:for-each select="accumulator-before('page')[.]"><xsl:attribute name="page" select="."/></xsl:for-each>
            <xsl:for-each select="@xml:id"><xsl:attribute name="to" select="."/></xsl:for-each>
            <xsl:copy-of select="@cert[. = ('low', 'medium')]"/>
          </at>
        </xsl:for-each>
      </named>
    </xsl:for-each-group>
  </xsl:function>

  <xsl:function name="f:doubts-in" as="element()*">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:for-each-group select="$tei/text//*[@cert = ('low', 'medium')]" group-by="local-name()">
      <doubt type="{current-grouping-key()}" n="{count(current-group())}"/>
    </xsl:for-each-group>
  </xsl:function>

  <!-- ==== the first words ==== -->

  <!-- The first 200 characters or so of the text, without heads, notes and datelines, ended at a blank. -->
  <xsl:function name="f:snippet" as="xs:string">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:variable name="paragraphs" as="element()*"
      select="$tei/text/body//(p[not(@rend = ('dateline', 'heading', 'signature'))] | l)[not(ancestor::note)]"/>
    <xsl:variable name="text" as="xs:string" select="string-join(subsequence($paragraphs, 1, 4) ! f:plain(.), ' ')"/>
    <xsl:sequence select="
        if (string-length($text) le 220) then $text
        else replace(substring($text, 1, 200), '[\s,;:–—-]+\S*$', '') || ' …'"/>
  </xsl:function>

</xsl:stylesheet>
