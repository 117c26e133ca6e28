<?xml version="1.0" encoding="UTF-8"?>
<!-- The document as a whole: metadata, running heads, the line of facts under the heading. -->
<xsl:stylesheet version="3.0" expand-text="yes" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:tei-tools:functions" xmlns:m="urn:tei-tools:modes" exclude-result-prefixes="#all">

  <xsl:mode on-no-match="fail" on-multiple-match="fail"/>
  <xsl:mode name="m:typst" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="/">
    <xsl:apply-templates select="TEI" mode="m:typst"/>
  </xsl:template>

  <xsl:template match="TEI" mode="m:typst">
    <xsl:variable name="people" as="xs:string*" select="teiHeader/fileDesc/titleStmt/(author | editor) ! f:plain(.)"/>
    <xsl:variable name="settings" as="xs:string+" select="
        'title: ' || f:literal((f:title(.), string(@xml:id), name())[.][1]),
        'author: (' || string-join($people ! (f:literal(.) || ', ')) || ')',
        f:typst-language(f:language(.)),
        'paper: ' || f:literal($paper)"/>
    <xsl:text>#import "/edition.typ": *&#10;#show: edition.with({string-join($settings, ', ')})&#10;</xsl:text>
    <xsl:apply-templates select="teiHeader | standOff | text" mode="m:typst"/>
  </xsl:template>

  <!-- What the header and the authority entries say is set where the text needs it. -->
  <xsl:template match="teiHeader | standOff" mode="m:typst"/>

  <!-- [February 14, 1984]: brackets say that the date is inferred. -->
  <xsl:function name="f:dated" as="xs:string">
    <xsl:param name="date" as="element(date)"/>
    <xsl:variable name="words" as="xs:string" select="(f:dates($date)[.], f:plain($date))[1]"/>
    <xsl:sequence select="if ($date/@cert = ('medium', 'low')) then '[' || $words || ']' else $words"/>
  </xsl:function>

  <!-- The date of the document for the running head, '' where none is known. -->
  <xsl:function name="f:document-date" as="xs:string">
    <xsl:param name="about" as="element(profileDesc)?"/>
    <xsl:sequence select="string(
        ($about/correspDesc/correspAction[@type = 'sent']/date, $about/settingDesc/setting/date, $about/creation/date)[1]
        ! f:dated(.))"/>
  </xsl:function>

  <!-- What the document itself does not say: place and date only where it has no dateline.
    #facts([#"Paris, February 14, 1984";], fact([#"From";], [#"Embassy in France";])); -->
  <xsl:function name="f:facts" as="xs:string?">
    <xsl:param name="about" as="element(profileDesc)?"/>
    <xsl:param name="dated" as="xs:boolean"/>
    <xsl:variable name="facts" as="xs:string*" select="
        ($about/correspDesc/correspAction[@type = 'sent'], $about[not(correspDesc)]/settingDesc/setting)[not($dated)]
          ! f:place-and-date(.),
        f:parties($about/correspDesc/correspAction[@type = 'sent'], 'fact.from'),
        f:parties($about/correspDesc/correspAction[@type = 'received'], 'fact.to')"/>
    <xsl:sequence select="('#facts(' || string-join($facts, ', ') || ');&#10;')[exists($facts)]"/>
  </xsl:function>

  <xsl:function name="f:place-and-date" as="xs:string?">
    <xsl:param name="holder" as="element()"/>
    <xsl:variable name="parts" as="xs:string*" select="$holder/placeName ! f:plain(.), $holder/date ! f:dated(.)"/>
    <xsl:sequence select="('[' || f:text(string-join($parts, ', ')) || ']')[exists($parts)]"/>
  </xsl:function>

  <xsl:function name="f:parties" as="xs:string?">
    <xsl:param name="actions" as="element(correspAction)*"/>
    <xsl:param name="label" as="xs:string"/>
    <xsl:variable name="names" as="xs:string*" select="$actions/(persName | orgName | name) ! f:plain(.)"/>
    <xsl:sequence select="
        ('fact([' || f:text(f:say($label)) || '], [' || f:text(string-join($names, '; ')) || '])')[exists($names)]"/>
  </xsl:function>

</xsl:stylesheet>
