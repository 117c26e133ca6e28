<?xml version="1.0" encoding="UTF-8"?>
<!-- Tables and pictures. -->
<xsl:stylesheet version="3.0" expand-text="yes" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:f="urn:tei-tools:functions" xmlns:m="urn:tei-tools:modes" exclude-result-prefixes="#all">

  <!-- #tabular(((12, 7), …), rows: 9, head: […], heads: 1, header: (cell[…], …), cell[…], …); heads repeat where the page turns. -->
  <xsl:template match="table" mode="m:typst">
    <xsl:variable name="first-data" as="element(row)?" select="row[not(@role = 'label')][1]"/>
    <xsl:variable name="heads" as="element(row)*" select="if ($first-data) then row[. &lt;&lt; $first-data] else ()"/>
    <xsl:variable name="places" as="map(xs:string, map(*))" select="f:places(row, count($heads))"/>
    <xsl:text>#tabular({f:measures(row, $places)}, rows: {count(row)}, </xsl:text>
    <xsl:if test="head">
      <xsl:text>head: [</xsl:text>
      <xsl:apply-templates select="head/node()" mode="m:typst"/>
      <xsl:text>], </xsl:text>
    </xsl:if>
    <xsl:variable name="rows" as="text()*">
      <xsl:for-each-group select="* except head"
          group-starting-with="*[preceding-sibling::*[1][self::row]][self::row or following-sibling::row]">
        <xsl:apply-templates select="current-group()[self::row]" mode="m:typst">
          <xsl:with-param name="places" select="$places" tunnel="yes"/>
          <xsl:with-param name="first-data" select="$first-data" tunnel="yes"/>
          <xsl:with-param name="between" select="current-group()[not(self::row)]" tunnel="yes"/>
        </xsl:apply-templates>
      </xsl:for-each-group>
    </xsl:variable>
    <xsl:text>heads: {count($heads)}, header: ({subsequence($rows, 1, count($heads))}), {subsequence($rows, count($heads) + 1)});&#10;</xsl:text>
  </xsl:template>

  <!-- Of each column the longest cell and the longest word, in letters: ((34, 12), (5, 4), ). The page gives widths by them. -->
  <xsl:function name="f:measures" as="xs:string">
    <xsl:param name="rows" as="element(row)*"/>
    <xsl:param name="places" as="map(xs:string, map(*))"/>
    <xsl:variable name="measured" as="map(xs:integer, xs:string)">
      <xsl:map>
        <xsl:for-each-group select="$rows/cell[$places(generate-id())?cols = 1]" group-by="xs:integer($places(generate-id())?x)">
          <xsl:variable name="words" as="xs:string*" select="current-group() ! f:plain(.)"/>
          <xsl:map-entry key="current-grouping-key()" select="
              max($words ! string-length(.)) || ', ' || max((0, ($words ! tokenize(., '[\s–—-]+')) ! string-length(.)))"/>
        </xsl:for-each-group>
      </xsl:map>
    </xsl:variable>
    <xsl:sequence select="'(' || string-join((0 to f:columns($places) - 1) ! ('(' || ($measured(.), '0, 0')[1] || '), ')) || ')'"/>
  </xsl:function>

  <!-- More columns than the page has room for: a page on its side. -->
  <xsl:template match="div/table[row[count(cell) gt 8]]" mode="m:typst" priority="1">
    <xsl:text>#sideways[</xsl:text>
    <xsl:next-match/>
    <xsl:text>];&#10;</xsl:text>
  </xsl:template>

  <!-- One text per row; what stands between rows goes into its first cell. -->
  <xsl:template match="row" mode="m:typst" as="text()">
    <xsl:variable name="cells" as="text()*">
      <xsl:apply-templates select="cell" mode="m:typst"/>
    </xsl:variable>
    <xsl:value-of select="string-join($cells)"/>
  </xsl:template>

  <xsl:template match="cell" mode="m:typst">
    <xsl:param name="between" as="element()*" tunnel="yes"/>
    <xsl:param name="places" as="map(xs:string, map(*))" tunnel="yes"/>
    <xsl:param name="first-data" as="element(row)?" tunnel="yes"/>
    <xsl:variable name="place" as="xs:integer" select="position()"/>
    <xsl:variable name="head" as="xs:boolean" select="../@role = 'label'"/>
    <xsl:variable name="sample" as="element(cell)?" select="if ($head) then $first-data/cell[$place] else ."/>
    <xsl:variable name="at" as="map(*)" select="$places(generate-id())"/>
    <xsl:variable name="settings" as="xs:string*" select="
        'x: ' || $at?x, 'y: ' || $at?y,
        ('colspan: ' || $at?cols)[$at?cols gt 1],
        ('rowspan: ' || $at?rows)[$at?rows gt 1],
        'align: right'[f:numeric($sample)]"/>
    <xsl:variable name="words" as="text()*">
      <xsl:if test="not(preceding-sibling::cell)">
        <xsl:apply-templates select="$between" mode="m:typst"/>
      </xsl:if>
      <xsl:sequence select="f:anchor(.)"/>
      <xsl:apply-templates mode="m:typst"/>
    </xsl:variable>
    <xsl:text>table.cell({string-join($settings, ', ')})[</xsl:text>
    <xsl:value-of select="if ($head) then f:once(., string-join($words)) else string-join($words)"/>
    <xsl:text>], </xsl:text>
  </xsl:template>

  <!-- Where a head is repeated, its notes, links and page marks are not: only the numbers of the notes are. -->
  <xsl:function name="f:once" as="xs:string">
    <xsl:param name="cell" as="element(cell)"/>
    <xsl:param name="words" as="xs:string"/>
    <xsl:variable name="again" as="xs:string" select="
        '#emph[' || f:text(f:plain($cell)) || '];' || string-join($cell//note/@n ! ('#super[' || f:text(.) || '];'))"/>
    <xsl:sequence select="
        if (matches($words, '#(note|to-url|to-id|pb|anchor)')) then
          '#once(' || f:literal(f:path($cell)) || ')[' || $words || '][' || $again || '];'
        else $words"/>
  </xsl:function>

  <xsl:template match="cell[@role = 'label']/text() | row[@role = ('label', 'total', 'sum')]/cell/text()" mode="m:typst" priority="1">
    <xsl:text>#emph[{f:text(.)}];</xsl:text>
  </xsl:template>

  <!-- A picture is shown by its words: files of pictures are not part of a document. -->
  <xsl:template match="figure" mode="m:typst">
    <xsl:text>#picture[</xsl:text>
    <xsl:apply-templates mode="m:typst"/>
    <xsl:text>];&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="graphic" mode="m:typst"/>

  <xsl:template match="figDesc" mode="m:typst">
    <xsl:text>#own-line[</xsl:text>
    <xsl:apply-templates mode="m:typst"/>
    <xsl:text>];&#10;</xsl:text>
  </xsl:template>

</xsl:stylesheet>
