<?xml version="1.0" encoding="UTF-8"?>
<!-- Where the cells of a table stand, and which of them hold figures. -->
<xsl:stylesheet version="3.0" expand-text="yes" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:f="urn:tei-tools:functions" exclude-result-prefixes="#all">

  <xsl:function name="f:columns" as="xs:integer">
    <xsl:param name="places" as="map(xs:string, map(*))"/>
    <xsl:sequence select="xs:integer(max((1, $places?* ! (?x + ?cols))))"/>
  </xsl:function>

  <!-- Column, row and spans of each cell, by its id. A span ends where another cell stands, or the heads or the table end. -->
  <xsl:function name="f:places" as="map(xs:string, map(*))">
    <xsl:param name="rows" as="element(row)*"/>
    <xsl:param name="heads" as="xs:integer"/>
    <xsl:iterate select="$rows">
      <xsl:param name="places" as="map(xs:string, map(*))" select="map {}"/>
      <!-- column → the first row in which it is free again -->
      <xsl:param name="free" as="map(xs:integer, xs:integer)" select="map {}"/>
      <xsl:on-completion select="$places"/>
      <xsl:variable name="y" as="xs:integer" select="position() - 1"/>
      <xsl:variable name="last" as="xs:integer" select="if ($y lt $heads) then $heads else count($rows)"/>
      <xsl:variable name="placed" as="map(*)">
        <xsl:iterate select="cell">
          <xsl:param name="places" as="map(xs:string, map(*))" select="$places"/>
          <xsl:param name="free" as="map(xs:integer, xs:integer)" select="$free"/>
          <xsl:param name="next" as="xs:integer" select="0"/>
          <xsl:on-completion select="map { 'places': $places, 'free': $free }"/>
          <xsl:variable name="x" as="xs:integer" select="($next to $next + map:size($free))[f:is-free($free, ., $y)][1]"/>
          <xsl:variable name="wish" as="xs:integer" select="f:span(@cols)"/>
          <xsl:variable name="taken" as="xs:integer?" select="($x to $x + $wish - 1)[not(f:is-free($free, ., $y))][1]"/>
          <xsl:variable name="cols" as="xs:integer" select="if (exists($taken)) then $taken - $x else $wish"/>
          <xsl:variable name="height" as="xs:integer" select="min((f:span(@rows), $last - $y))"/>
          <xsl:next-iteration>
            <xsl:with-param name="places" select="
                map:put($places, generate-id(), map { 'x': $x, 'y': $y, 'cols': $cols, 'rows': $height })"/>
            <xsl:with-param name="free" select="map:merge((($x to $x + $cols - 1) ! map { . : $y + $height }, $free))"/>
            <xsl:with-param name="next" select="$x + $cols"/>
          </xsl:next-iteration>
        </xsl:iterate>
      </xsl:variable>
      <xsl:next-iteration>
        <xsl:with-param name="places" select="$placed?places"/>
        <xsl:with-param name="free" select="$placed?free"/>
      </xsl:next-iteration>
    </xsl:iterate>
  </xsl:function>

  <!-- Whether no cell of a row above hangs down into that column. -->
  <xsl:function name="f:is-free" as="xs:boolean">
    <xsl:param name="free" as="map(xs:integer, xs:integer)"/>
    <xsl:param name="x" as="xs:integer"/>
    <xsl:param name="y" as="xs:integer"/>
    <xsl:sequence select="($free($x), 0)[1] le $y"/>
  </xsl:function>

  <xsl:function name="f:numeric" as="xs:boolean">
    <xsl:param name="cell" as="element(cell)?"/>
    <xsl:sequence select="exists($cell) and matches(f:plain($cell), '^[$£€(+−–-]*\s?\d[\d,.\s]*[)%+]*$')"/>
  </xsl:function>

  <xsl:function name="f:span" as="xs:integer">
    <xsl:param name="count" as="attribute()?"/>
    <xsl:sequence select="if ($count castable as xs:integer) then min((100, max((1, xs:integer($count))))) else 1"/>
  </xsl:function>

</xsl:stylesheet>
