<?xml version="1.0" encoding="UTF-8"?>
<!-- The header: titles of each type, publication, notes, source, and what renditions the text uses. -->
<xsl:stylesheet version="3.0" expand-text="yes" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  xmlns="http://www.tei-c.org/ns/1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:frus="http://history.state.gov/frus/ns/1.0"
  xmlns:f="urn:tei-tools:functions" xmlns:m="urn:tei-tools:modes" xmlns:t="urn:tei-tools:templates" exclude-result-prefixes="xs f m t">

  <xsl:template name="t:header" as="element(teiHeader)">
    <xsl:param name="text" as="element(text)"/>
    <xsl:variable name="file" as="element(fileDesc)" select="teiHeader/fileDesc"/>
    <xsl:variable name="series" as="xs:string" select="string(($file/seriesStmt/title[@level = 's'])[1])"/>
    <xsl:variable name="title" as="xs:string" select="string(($file/seriesStmt/title[@level = 'm'], $file/titleStmt/title)[1])"/>
    <!-- "1964–1968, Volume VII, Vietnam, September 1968–January 1969" -->
    <xsl:variable name="parts" as="xs:string" select="'^([^,]+), (Volume [^,]+(, Part [^,]+)?), (.+)$'"/>
    <xsl:variable name="known" as="xs:boolean" select="matches($title, $parts)"/>
    <teiHeader>
      <fileDesc>
        <titleStmt>
          <title type="complete">{string-join(($series, $title)[. ne ''], ', ')}</title>
          <title type="series">{$series}</title>
          <title type="sub-series">{if ($known) then replace($title, $parts, '$1') else ''}</title>
          <title type="volume-number">{if ($known) then replace($title, $parts, '$2') else ''}</title>
          <title type="volume">{if ($known) then replace($title, $parts, '$4') else $title}</title>
          <xsl:for-each select="$file/titleStmt/editor">
            <editor role="{if (@role = 'general') then 'general' else 'primary'}">{normalize-space()}</editor>
          </xsl:for-each>
        </titleStmt>
        <publicationStmt>
          <publisher>{normalize-space($file/publicationStmt/publisher[1])}</publisher>
          <pubPlace>{normalize-space(($file/publicationStmt/pubPlace, 'Washington')[1])}</pubPlace>
          <date type="publication-date">{normalize-space($file/publicationStmt/date[1])}</date>
          <xsl:variable name="min" as="xs:string*" select="sort($text//@frus:doc-dateTime-min ! string())"/>
          <xsl:variable name="max" as="xs:string*" select="sort($text//@frus:doc-dateTime-max ! string())"/>
          <date type="content-date">
            <xsl:if test="exists($min)">
              <xsl:attribute name="notBefore" select="$min[1]"/>
              <xsl:attribute name="notAfter" select="$max[last()]"/>
              <xsl:text>{distinct-values((substring($min[1], 1, 4), substring($max[last()], 1, 4))) => string-join('–')}</xsl:text>
            </xsl:if>
          </date>
          <idno type="frus">{$volume}</idno>
        </publicationStmt>
        <notesStmt>
          <note>Made from TEI by tei-tools.</note>
        </notesStmt>
        <sourceDesc>
          <p>{normalize-space(($file/sourceDesc/bibl[@type = 'printed'], $file/sourceDesc/bibl, $file/sourceDesc)[1])}</p>
        </sourceDesc>
      </fileDesc>
      <xsl:variable name="renditions" as="xs:string*" select="distinct-values($text//@rendition/tokenize(.) ! substring-after(., '#')) => sort()"/>
      <xsl:if test="exists($renditions)">
        <encodingDesc>
          <tagsDecl>
            <xsl:for-each select="$renditions">
              <rendition xml:id="{.}" scheme="css">{map{'left': 'text-align: left;', 'right': 'text-align: right;', 'center': 'text-align: center;', 'top': 'vertical-align: top;',
                'nowrap': 'white-space: nowrap;', 'hanging': 'padding-left: 1em; text-indent: -1em;', 'border-bottom': 'border-bottom: 1pt solid black;', 'border-top': 'border-top: 1pt solid black;',
                'border-right': 'border-right: 1pt solid black;', 'border-left': 'border-left: 1pt solid black;'}(.)}</rendition>
            </xsl:for-each>
          </tagsDecl>
        </encodingDesc>
      </xsl:if>
      <revisionDesc>
        <change>Made from TEI by tei-tools.</change>
      </revisionDesc>
    </teiHeader>
  </xsl:template>
</xsl:stylesheet>
