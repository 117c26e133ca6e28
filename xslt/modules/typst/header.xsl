<?xml version="1.0" encoding="UTF-8"?>
<!-- The document as a whole: metadata, running heads, the line of facts under the heading. -->
<xsl:stylesheet version="3.0" expand-text="yes" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:tei-tools:functions" xmlns:m="urn:tei-tools:modes" exclude-result-prefixes="#all">

  <xsl:mode on-no-match="fail" on-multiple-match="fail" use-accumulators="named"/>
  <xsl:mode name="m:typst" on-no-match="fail" on-multiple-match="fail" use-accumulators="named"/>
  <!-- m:book: the parts of a book, from the file as a whole. -->
  <xsl:mode name="m:book" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="/">
    <xsl:apply-templates select="TEI" mode="m:typst"/>
  </xsl:template>

  <xsl:template match="TEI" mode="m:typst">
    <xsl:variable name="people" as="xs:string*" select="teiHeader/fileDesc/titleStmt/(author | editor) ! f:plain(.)"/>
    <xsl:variable name="settings" as="xs:string+" select="
        'title: ' || f:literal((f:title(.), string(@xml:id), name())[.][1]),
        'author: (' || string-join($people ! (f:literal(.) || ', ')) || ')',
        teiHeader/profileDesc/abstract ! ('description: ' || f:literal(f:plain(.))),
        ('keywords: (' || string-join(teiHeader/profileDesc/textClass/keywords/term ! (f:literal(f:plain(.)) || ', ')) || ')'),
        f:typst-language(f:language(.)),
        'paper: ' || f:literal($paper),
        'figures: ' || f:literal($figures)"/>
    <xsl:text>#import "/edition.typ": *&#10;#show: edition.with({string-join($settings, ', ')})&#10;</xsl:text>
    <xsl:apply-templates select="." mode="m:book"/>
  </xsl:template>

  <!-- [February 14, 1984]: brackets say that the date is inferred. -->
  <xsl:function name="f:dated" as="xs:string">
    <xsl:param name="date" as="element(date)"/>
    <xsl:variable name="words" as="xs:string" select="(f:dates($date)[.], f:plain($date))[1]"/>
    <xsl:sequence select="if ($date/@cert = ('medium', 'low')) then '[' || $words || ']' else $words"/>
  </xsl:function>

  <!-- What the header says of one document: of several in one file, each description names its own (corresp="#d12"). -->
  <xsl:function name="f:about" as="element()*">
    <xsl:param name="div" as="element(div)"/>
    <xsl:variable name="about" as="element()*" select="
        root($div)/TEI/teiHeader/profileDesc/(correspDesc, settingDesc/setting, creation)"/>
    <xsl:variable name="own" as="element()*" select="
        $about[tokenize(@corresp) = '#' || $div/@xml:id]"/>
    <xsl:sequence select="if (exists($about/@corresp)) then $own else $about[not($is-book)]"/>
  </xsl:function>

  <!-- The date of the document for the running head, '' where none is known. -->
  <xsl:function name="f:document-date" as="xs:string">
    <xsl:param name="div" as="element(div)"/>
    <xsl:variable name="about" as="element()*" select="f:about($div)"/>
    <xsl:sequence select="string(
        ($about/self::correspDesc/correspAction[@type = 'sent']/date, $about/self::setting/date, $about/self::creation/date,
         $div/(., child::div[@type = 'main'])/(opener/dateline, p[f:rend(., 'dateline')])//date)[1]
        ! f:dated(.))"/>
  </xsl:function>

  <!-- What the document itself does not say: place and date only where it has no dateline.
    #facts([#"Paris, February 14, 1984";], fact([#"From";], [#"Embassy in France";])); -->
  <xsl:function name="f:facts" as="xs:string?">
    <xsl:param name="div" as="element(div)"/>
    <xsl:variable name="about" as="element()*" select="f:about($div)"/>
    <xsl:variable name="sent" as="element()*" select="$about/self::correspDesc/correspAction[@type = 'sent']"/>
    <xsl:variable name="facts" as="xs:string*" select="
        ($sent, $about[not($sent)]/self::setting)[not(f:has-dateline($div))] ! f:place-and-date(.),
        f:parties($sent, 'fact.from'),
        f:parties($about/self::correspDesc/correspAction[@type = 'received'], 'fact.to')"/>
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
