<?xml version="1.0" encoding="UTF-8"?>
<!-- A whole edition as a book: titles and imprint from the header, contents, lists, documents, index, colophon. -->
<xsl:stylesheet version="3.0" expand-text="yes" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:tei-tools:functions" xmlns:m="urn:tei-tools:modes" exclude-result-prefixes="#all">

  <!-- Does the file become a book? By itself it does if it holds several documents, or lists before them. -->
  <xsl:variable name="is-book" as="xs:boolean" select="
      if ($book = 'auto') then exists((/TEI/text/body/div[2], /TEI/text/body/div/div[@type = 'document'], /TEI/text/front))
      else $book = 'yes'"/>

  <xsl:template match="TEI[$is-book]" mode="m:book">
    <xsl:text>#front-matter[&#10;</xsl:text>
    <xsl:apply-templates select="teiHeader" mode="m:book"/>
    <xsl:call-template name="contents"/>
    <xsl:apply-templates select="text/front" mode="m:typst"/>
    <xsl:apply-templates select="standOff/(listPerson, list[@type = 'gloss'])[not(f:is-printed(.))]" mode="m:book"/>
    <xsl:text>];&#10;#show: main-matter&#10;</xsl:text>
    <xsl:apply-templates select="text/(body | group | back)" mode="m:typst"/>
    <xsl:call-template name="indexes"/>
    <xsl:call-template name="colophon"/>
  </xsl:template>

  <xsl:template match="TEI[not($is-book)]" mode="m:book">
    <xsl:apply-templates select="text" mode="m:typst"/>
  </xsl:template>

  <!-- ==== titles and imprint ==== -->

  <!-- Title pages of its own have the first word; else the header gives them. -->
  <xsl:template match="teiHeader[../text/front/titlePage]" mode="m:book">
    <xsl:call-template name="imprint"/>
  </xsl:template>

  <xsl:template match="teiHeader[not(../text/front/titlePage)]" mode="m:book">
    <xsl:variable name="titles" as="element(title)*" select="fileDesc/titleStmt/title"/>
    <xsl:variable name="series" as="element()*" select="(fileDesc/seriesStmt/title[@level = 's'], $titles[@type = 'sub'])[1]"/>
    <xsl:variable name="title" as="xs:string" select="f:title(..)"/>
    <xsl:variable name="subtitle" as="element()*" select="$titles[@type = 'sub'][f:plain(.) ne f:plain($series)]"/>
    <xsl:variable name="editors" as="xs:string*" select="fileDesc/titleStmt/(editor, author[not(../editor)]) ! f:plain(.)"/>
    <xsl:variable name="edited" as="xs:string" select="
        if (exists($editors)) then f:say('index.edited', map { 'names': f:enumeration($editors) }) else ''"/>
    <xsl:variable name="publisher" as="xs:string" select="
        string-join(fileDesc/publicationStmt/((publisher, authority)[1], pubPlace) ! f:plain(.), ', ')"/>
    <xsl:text>#half-title({f:literal($title)});&#10;#page({{}}, header: none, footer: none);&#10;#title-page({
      string-join((f:plain($series), $title, f:plain($subtitle), $edited, $publisher) ! f:literal(.), ', ')});&#10;</xsl:text>
    <xsl:call-template name="imprint"/>
  </xsl:template>

  <!-- What the header says of this publication, a line each. -->
  <xsl:template name="imprint">
    <xsl:variable name="file" as="element(fileDesc)" select="(ancestor-or-self::teiHeader)/fileDesc"/>
    <xsl:variable name="publication" as="element(publicationStmt)" select="$file/publicationStmt"/>
    <xsl:variable name="date" as="xs:string*" select="
        ($publication/date ! f:plain(.), ../teiHeader/revisionDesc/change[last()]/@when ! f:date(.))[1]"/>
    <xsl:variable name="lines" as="xs:string*" select="
        $file/editionStmt ! f:plain(.),
        string-join((($publication/(publisher | authority | distributor), $publication/pubPlace) ! f:plain(.), $date), ', '),
        $publication/availability/(licence, p) ! string-join((f:plain(.), @target), ', '),
        $publication/idno[not(@type = 'document')] ! string-join((@type, f:plain(.)), ' '),
        $file/sourceDesc/(bibl[not(@type = 'digital')], p) ! (f:say('source') || ': ' || string-join((
          self::bibl[@type = 'printed'][not(title[@level = 's'])] ! $file/seriesStmt/title[@level = 's'][1] ! f:plain(.), f:plain(.)), ', ')),
        $file/titleStmt/respStmt ! string-join(* ! f:plain(.), ' ')"/>
    <xsl:text>#imprint({string-join($lines[f:visible(.)] ! ('[' || f:text(.) || '], '))});&#10;</xsl:text>
  </xsl:template>

  <!-- ==== contents ==== -->

  <!-- The divisions that the contents name: documents, what holds documents, and the parts before and after them. -->
  <xsl:function name="f:is-part" as="xs:boolean">
    <xsl:param name="div" as="element(div)"/>
    <xsl:sequence select="
        $div/head and not($div/@type = 'document') and exists($div[parent::front | parent::body | parent::back | descendant::div[@type = 'document']])"/>
  </xsl:function>

  <!-- The label of a division's head. -->
  <xsl:function name="f:mark" as="xs:string">
    <xsl:param name="div" as="element(div)"/>
    <xsl:sequence select="'head ' || ($div/@xml:id, f:path($div))[1]"/>
  </xsl:function>

  <xsl:template name="contents">
    <xsl:variable name="divisions" as="element(div)*" select="text//div[head][@type = 'document' or f:is-part(.)]"/>
    <xsl:text>#part(1, {f:literal(f:say('book.contents'))})[{f:text(f:say('book.contents'))}];&#10;#contents(&#10;</xsl:text>
    <xsl:for-each select="$divisions">
      <xsl:variable name="number" as="xs:string" select="f:head-number(.)"/>
      <xsl:variable name="title" as="xs:string" select="f:unnumbered(string-join(head ! f:plain(.), ' '), $number)"/>
      <xsl:text>({count(ancestor-or-self::div[head])}, {f:literal($number)}, {f:literal($title)}, {f:literal(f:mark(.))}),&#10;</xsl:text>
    </xsl:for-each>
    <xsl:for-each select="f:indexes(.)">
      <xsl:text>(1, "", {f:literal(f:say('index.' || .))}, {f:literal('index ' || .)}),&#10;</xsl:text>
    </xsl:for-each>
    <xsl:text>);&#10;</xsl:text>
  </xsl:template>

  <!-- '310' where the head begins with "310. ", else ''. -->
  <xsl:function name="f:head-number" as="xs:string">
    <xsl:param name="div" as="element(div)"/>
    <xsl:sequence select="string($div[@type = 'document']/@n[starts-with(f:plain($div/head[1]), . || '. ')])"/>
  </xsl:function>

  <!-- ==== parts, and the lists of persons and terms ==== -->

  <xsl:template match="div[$is-book][f:is-part(.)]" mode="m:typst" priority="1">
    <xsl:variable name="title" as="xs:string" select="string-join(head ! f:plain(.), ' ')"/>
    <xsl:text>#part({count(ancestor-or-self::div[head])}, {f:literal(($title[f:visible(.)], '–')[1])}, mark: {f:literal(f:mark(.))})[</xsl:text>
    <xsl:for-each select="head">
      <xsl:if test="position() gt 1">#lb;</xsl:if>
      <xsl:apply-templates mode="m:typst"/>
    </xsl:for-each>
    <xsl:text>];&#10;</xsl:text>
    <xsl:apply-templates select="node() except head" mode="m:typst"/>
  </xsl:template>

  <xsl:template match="front//list[@type = ('persons', 'terms')][not(label)]" mode="m:typst" priority="5">
    <xsl:text>#entries(</xsl:text>
    <xsl:call-template name="items"/>
    <xsl:text>);&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="front//list[@type = ('persons', 'terms')]/item[not(list)]" mode="m:typst" priority="2">
    <xsl:sequence select="f:anchor(.)"/>
    <xsl:apply-templates mode="m:typst"/>
  </xsl:template>

  <xsl:template match="front//list[@type = ('persons', 'terms')]/item/*[1][self::persName | self::term][not(preceding-sibling::text()[normalize-space()])]"
      mode="m:typst" priority="8">
    <xsl:text>#entry-name[</xsl:text>
    <xsl:sequence select="f:indexed(.)"/>
    <xsl:text>];</xsl:text>
  </xsl:template>

  <!-- Entries of the file that no list before the documents prints. -->
  <xsl:function name="f:is-printed" as="xs:boolean">
    <xsl:param name="entries" as="element()"/>
    <xsl:variable name="ids" as="attribute()*" select="$entries/(person | label/term)/@xml:id"/>
    <xsl:sequence select="exists(root($entries)/TEI/text/front//*[substring(@ref, 2) = $ids])"/>
  </xsl:function>

  <xsl:template match="listPerson | list" mode="m:book">
    <xsl:variable name="title" as="xs:string" select="f:say(if (self::list) then 'terms' else 'persons')"/>
    <xsl:text>#part(1, {f:literal($title)})[{f:text($title)}];&#10;#entries(</xsl:text>
    <xsl:for-each select="person">
      <xsl:text>[#entry-name[{f:text(f:plain(persName[1]))}];{f:text(f:known(.)[.] ! (', ' || .))}], </xsl:text>
    </xsl:for-each>
    <xsl:for-each select="label">
      <xsl:text>[#entry-name[{f:text(f:plain(.))}];{f:text(', ' || f:plain(following-sibling::item[1]))}], </xsl:text>
    </xsl:for-each>
    <xsl:text>);&#10;</xsl:text>
  </xsl:template>

  <!-- Offices of a person; of one that sends to another, where the list of the volume says so: 'see Ngo Dinh Diem'. -->
  <xsl:function name="f:known" as="xs:string">
    <xsl:param name="person" as="element(person)"/>
    <xsl:variable name="other" as="element()?" select="$person/@sameAs ! key('by-id', f:id(.), root($person))[1]"/>
    <xsl:sequence select="string-join(($person/occupation ! f:plain(.),
        $other/persName[1] ! f:say('index.see', map { 'name': f:plain(.) })), '; ')"/>
  </xsl:function>

  <!-- ==== the last page ==== -->

  <xsl:template name="colophon">
    <xsl:variable name="fixed" as="xs:string*" select="
        f:say('colophon.set', map { 'tool': $tool }), f:say('colophon.marks')[exists(current()/text//pb)]"/>
    <xsl:variable name="digests" as="xs:string*" select="
        for $line in tokenize($digests, '\n')[.] return
          '[' || f:text(substring-before($line, '&#9;') || ', SHA-256 ') || '#digest(' || f:literal(substring-after($line, '&#9;')) || ');], '"/>
    <xsl:text>#colophon({string-join($fixed ! ('[' || f:text(.) || '], '))}{string-join($digests)});&#10;</xsl:text>
  </xsl:template>

</xsl:stylesheet>
