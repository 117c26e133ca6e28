<?xml version="1.0" encoding="UTF-8"?>
<!-- Notes stand at the foot of the page, under the number that the source prints. -->
<xsl:stylesheet version="3.0" expand-text="yes" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:tei-tools:functions" xmlns:m="urn:tei-tools:modes" exclude-result-prefixes="#all">

  <xsl:template match="note" mode="m:typst">
    <xsl:text>#note({f:literal((@n[f:visible(.)], '*')[1])})[</xsl:text>
    <xsl:apply-templates mode="m:typst"/>
    <xsl:text>];</xsl:text>
  </xsl:template>

  <!-- The first paragraph begins beside the number. -->
  <xsl:template match="note/p[1][not(preceding-sibling::*)]" mode="m:typst" priority="9">
    <xsl:apply-templates mode="m:typst"/>
    <xsl:text>#parbreak();</xsl:text>
  </xsl:template>

  <!-- A note without a number stands where the source has it. -->
  <xsl:template match="note[@place = 'inline']" mode="m:typst" priority="1">
    <xsl:text> #"[";</xsl:text>
    <xsl:apply-templates mode="m:typst"/>
    <xsl:text>#"]"; </xsl:text>
  </xsl:template>

  <xsl:template match="(text | front | body | back | div | postscript)/note[not(@n)]" mode="m:typst" priority="2">
    <xsl:text>#apart[</xsl:text>
    <xsl:apply-templates mode="m:typst"/>
    <xsl:text>];&#10;</xsl:text>
  </xsl:template>

</xsl:stylesheet>
