<?xml version="1.0" encoding="UTF-8"?>
<!-- Addresses, and quotations with their reference. -->
<xsl:stylesheet version="3.0" expand-text="yes" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:tei-tools:functions" xmlns:m="urn:tei-tools:modes" exclude-result-prefixes="#all">

  <xsl:template match="address | cit" mode="m:typst">
    <xsl:apply-templates mode="m:typst"/>
  </xsl:template>

  <xsl:template match="addrLine" mode="m:typst">
    <xsl:apply-templates mode="m:typst"/>
    <xsl:if test="following-sibling::addrLine">
      <xsl:text>#lb;</xsl:text>
    </xsl:if>
  </xsl:template>

  <!-- An address that opens or closes a letter is a line of its own. -->
  <xsl:template match="opener/address | closer/address" mode="m:typst" priority="1">
    <xsl:text>#flush[</xsl:text>
    <xsl:apply-templates mode="m:typst"/>
    <xsl:text>];&#10;</xsl:text>
  </xsl:template>

  <!-- Among blocks the quotation is set off, and its reference follows. -->
  <xsl:template match="div/cit/quote | postscript/cit/quote" mode="m:typst" priority="2">
    <xsl:text>#quotation[</xsl:text>
    <xsl:apply-templates mode="m:typst"/>
    <xsl:text>];&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="div/cit/*[self::bibl or self::ref or self::ptr] | postscript/cit/*[self::bibl or self::ref or self::ptr]" mode="m:typst" priority="2">
    <xsl:text>#flush[</xsl:text>
    <xsl:next-match/>
    <xsl:text>];&#10;</xsl:text>
  </xsl:template>

</xsl:stylesheet>
