<?xml version="1.0" encoding="UTF-8"?>
<!-- Paragraphs, quotations, verse, notes, page beginnings. -->
<xsl:stylesheet version="3.0" expand-text="yes" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:b="urn:tei-tools:flow"
    xmlns:f="urn:tei-tools:functions" xmlns:m="urn:tei-tools:modes" exclude-result-prefixes="#all">

  <xsl:template match="p" mode="m:flow">
    <xsl:call-template name="blocks"/>
  </xsl:template>

  <xsl:template match="p[f:rend(., ('center', 'centre', 'right', 'flushright'))]" mode="m:flow" priority="1">
    <xsl:variable name="align" as="attribute()">
      <xsl:attribute name="align" select="if (f:rend(., ('center', 'centre'))) then 'center' else 'right'"/>
    </xsl:variable>
    <xsl:call-template name="blocks">
      <xsl:with-param name="settings" select="$align"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="p[f:rend(., 'dateline')]" mode="m:flow" priority="2">
    <xsl:call-template name="blocks">
      <xsl:with-param name="style" select="'dateline'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="p[f:rend(., 'signature')]" mode="m:flow" priority="3">
    <xsl:call-template name="blocks">
      <xsl:with-param name="style" select="'signed'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="p[f:rend(., ('heading', 'sectiontitle', 'sectiontitleital', 'sectiontitlebold'))]" mode="m:flow" priority="4">
    <xsl:call-template name="blocks">
      <xsl:with-param name="style" select="'subhead'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="quote | q" mode="m:flow">
    <xsl:apply-templates mode="m:flow"/>
  </xsl:template>

  <xsl:template match="quote[p | lg | list | table] | (div | postscript | cit[parent::div or parent::postscript])/quote" mode="m:flow" priority="1">
    <b:quote>
      <xsl:call-template name="blocks"/>
    </b:quote>
  </xsl:template>

  <xsl:template match="lg" mode="m:flow">
    <xsl:call-template name="blocks">
      <xsl:with-param name="style" select="'verse'"/>
    </xsl:call-template>
  </xsl:template>

  <!-- The lines of a stanza are one paragraph. -->
  <xsl:template match="l" mode="m:flow">
    <xsl:apply-templates mode="m:flow"/>
    <b:lb/>
  </xsl:template>

  <xsl:template match="note" mode="m:flow">
    <xsl:sequence select="f:place(.)"/>
    <b:note n="{(@n[matches(., '[^\p{C}\p{Z}\s]')], '*')[1]}">
      <xsl:call-template name="blocks">
        <xsl:with-param name="style" select="'note'"/>
        <xsl:with-param name="look" select="()" tunnel="yes"/>
        <xsl:with-param name="href" select="()" tunnel="yes"/>
        <xsl:with-param name="phrase" select="()" tunnel="yes"/>
      </xsl:call-template>
    </b:note>
  </xsl:template>

  <!-- A note without a number stands where the source has it; one in a note too, under its number: nothing has notes to notes. -->
  <xsl:template match="note[@place = 'inline' or ancestor::note]" mode="m:flow" priority="1">
    <xsl:variable name="words" as="element()*">
      <xsl:apply-templates mode="m:flow"/>
    </xsl:variable>
    <xsl:sequence select="f:supplied(' [' || string-join((@n[current()/ancestor::note], ': '[current()[ancestor::note]/@n])))"/>
    <xsl:sequence select="$words, f:supplied('] ')"/>
  </xsl:template>

  <xsl:template match="(text | front | body | back | div | postscript)/note[not(@n)]" mode="m:flow" priority="2">
    <xsl:call-template name="blocks">
      <xsl:with-param name="style" select="'note'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="pb" mode="m:flow">
    <xsl:sequence select="f:place(.)"/>
    <b:pb n="{@n}"/>
  </xsl:template>

  <xsl:template match="lb" mode="m:flow">
    <b:lb/>
  </xsl:template>

  <!-- Columns and other divisions of the source have no place here. -->
  <xsl:template match="cb | milestone" mode="m:flow"/>

</xsl:stylesheet>
