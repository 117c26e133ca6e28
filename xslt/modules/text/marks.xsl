<?xml version="1.0" encoding="UTF-8"?>
<!-- How the marks of a plain text are written: page markers, note calls, labels of notes, bullets, edges of blocks.

  With `proof` they are written between U+FDD0 and U+FDD1, two code points that no text has, so that a comparison with
  the source can tell marks from text:
    <pb n="623" break="no"/>  →  «pb 623 no»        a note's call  →  «call 2»       its label in the list  →  «note»
    an edge of a block        →  «»                 an item of a list in a list  →  «item 2»
-->
<xsl:stylesheet version="3.0" expand-text="yes" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:tei-tools:functions" exclude-result-prefixes="#all">

  <!-- Write marks for the conservation proof instead of those that a reader expects. -->
  <xsl:param name="proof" as="xs:boolean" select="false()"/>
  <!-- How the source prints a page marker; {n} is the number. -->
  <xsl:param name="page-form" as="xs:string" select="'[Page {n}]'"/>

  <xsl:function name="f:mark" as="text()">
    <xsl:param name="words" as="xs:string"/>
    <xsl:value-of select="'&#xFDD0;' || $words || '&#xFDD1;'"/>
  </xsl:function>

  <xsl:function name="f:page-mark" as="text()">
    <xsl:param name="page" as="element(pb)"/>
    <xsl:sequence select="
        if ($proof) then f:mark(string-join(('pb', $page/@n, $page/@break), ' '))
        else f:plain-text(replace($page-form, '{n}', string($page/@n), 'q'))"/>
  </xsl:function>

  <xsl:function name="f:call-mark" as="text()">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="if ($proof) then f:mark('call ' || $note/@n) else f:plain-text(string($note/@n))"/>
  </xsl:function>

  <!-- "  1. ", "  * ": numbers and letters have a full stop, symbols have none. -->
  <xsl:function name="f:label-mark" as="text()">
    <xsl:param name="note" as="element(note)"/>
    <xsl:variable name="stop" as="xs:string" select="if (matches($note/@n, '^[a-z0-9]+$')) then '.' else ''"/>
    <xsl:sequence select="if ($proof) then f:mark('note') else f:plain-text('  ' || $note/@n || $stop || ' ')"/>
  </xsl:function>

  <xsl:function name="f:item-mark" as="text()">
    <xsl:param name="item" as="element()"/>
    <xsl:variable name="level" as="xs:integer" select="
        max((1, count($item/ancestor::list except $item/ancestor::note[1]/ancestor::list)))"/>
    <xsl:sequence select="
        if ($proof) then f:mark('item ' || $level)
        else f:plain-text(string-join((1 to $level) ! '  ') || '• ')"/>
  </xsl:function>

  <!-- An edge of a block: a new line (U+FDD3), or a blank one (U+FDD4) as before and after a paragraph. Of edges that
    meet the larger one counts; transform/text.py lays them out. -->
  <xsl:function name="f:edge" as="text()">
    <xsl:param name="lines" as="xs:integer"/>
    <xsl:sequence select="if ($proof) then f:mark('') else f:plain-text(if ($lines = 1) then '&#xFDD3;' else '&#xFDD4;')"/>
  </xsl:function>

  <xsl:function name="f:plain-text" as="text()">
    <xsl:param name="text" as="xs:string"/>
    <xsl:value-of select="$text"/>
  </xsl:function>
</xsl:stylesheet>
