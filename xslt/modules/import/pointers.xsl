<?xml version="1.0" encoding="UTF-8"?>
<!-- Where pointers of a volume lead when each of its documents is a file. -->
<xsl:stylesheet version="3.0" expand-text="yes" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:tei-tools:functions" exclude-result-prefixes="#all">

  <!-- <ids><id xml:id="d175fn2" in="d175"/>…</ids>: each id of the volume; `in` is its document, or empty. -->
  <xsl:param name="ids" as="document-node()" required="yes"/>
  <!-- The id of the volume, frus1964-68v07. -->
  <xsl:param name="volume" as="xs:string" required="yes"/>
  <!-- The address of a document or another part of a volume; {volume} and {id} stand for these. -->
  <xsl:param name="address" as="xs:string" required="yes"/>
  <!-- The lists of persons and terms: an authority file. -->
  <xsl:param name="authority" as="document-node()" required="yes"/>

  <xsl:key name="id" match="*[@xml:id]" use="@xml:id"/>

  <!-- What a pointer to a place of a text becomes; nothing where that place is not there. -->
  <xsl:function name="f:target" as="xs:string?">
    <xsl:param name="pointer" as="xs:string"/>
    <xsl:param name="node" as="node()"/>
    <xsl:variable name="id" as="xs:string" select="substring-after($pointer, '#')"/>
    <xsl:variable name="of" as="xs:string" select="substring-before($pointer, '#')"/>
    <xsl:choose>
      <xsl:when test="matches($pointer, '^(https?|mailto):')">
        <xsl:sequence select="$pointer"/>
      </xsl:when>
      <xsl:when test="$of = ('', $volume) and $id">
        <xsl:variable name="known" as="element()?" select="key('id', $id, $ids)"/>
        <xsl:variable name="here" as="xs:string" select="string($node/ancestor-or-self::div[last()]/@xml:id)"/>
        <xsl:sequence select="
            if (empty($known)) then ()
            else if ($known/@in = $here) then '#' || $id
            else if ($known/@in = $id) then $id || '.xml'
            else if ($known/@in != '') then $known/@in || '.xml#' || $id
            else f:address($volume, $id)"/>
      </xsl:when>
      <xsl:when test="matches($pointer, '^[A-Za-z][A-Za-z0-9.-]*(#[A-Za-z_][A-Za-z0-9_.-]*)?$')">
        <xsl:sequence select="f:address(tokenize($pointer, '#')[1], $id)"/>
      </xsl:when>
    </xsl:choose>
  </xsl:function>

  <xsl:function name="f:address" as="xs:string">
    <xsl:param name="of" as="xs:string"/>
    <xsl:param name="id" as="xs:string"/>
    <xsl:variable name="path" as="xs:string" select="replace($address, '\{volume\}', $of)"/>
    <xsl:sequence select="if ($id) then replace($path, '\{id\}', $id) else replace($path, '/\{id\}$', '')"/>
  </xsl:function>

  <!-- Whether the lists have the entry that a pointer names. -->
  <xsl:function name="f:listed" as="xs:boolean">
    <xsl:param name="pointer" as="xs:string"/>
    <xsl:param name="kind" as="xs:string"/>
    <xsl:sequence select="exists(key('id', substring-after($pointer, '#'), $authority)[local-name() = $kind])
      and substring-before($pointer, '#') = ('', $volume)"/>
  </xsl:function>
</xsl:stylesheet>
