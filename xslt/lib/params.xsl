<?xml version="1.0" encoding="UTF-8"?>
<!-- What comes from outside. Every format may use these; an empty string means "there is none". -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema">

  <!-- The wording of the interface: the document node of lib/locale/<language>.xml. -->
  <xsl:param name="locale" as="document-node()" required="yes"/>

  <!-- The edition that the page belongs to, as lib/site.xsl describes it; a document on its own has none. -->
  <xsl:param name="site" as="document-node()">
    <xsl:document><site xmlns="urn:tei-tools:site"/></xsl:document>
  </xsl:param>

  <!-- The path of this page in the site, 'd178.html' or 'persons/p_RR1.html': every link is relative to it. -->
  <xsl:param name="page" as="xs:string" select="''"/>

  <!-- The documents before and after this one: their pages, as paths in the site, and their titles. -->
  <xsl:param name="previous-href" as="xs:string" select="''"/>
  <xsl:param name="previous-title" as="xs:string" select="''"/>
  <xsl:param name="next-href" as="xs:string" select="''"/>
  <xsl:param name="next-title" as="xs:string" select="''"/>

  <!-- The downloads of the site that this document is there in, by their keys, separated by blanks. -->
  <xsl:param name="formats" as="xs:string" select="''"/>

  <!-- Which page of a teiCorpus: index or persons. -->
  <xsl:param name="view" as="xs:string" select="'index'"/>

  <!-- Files that the document points at and that the edition has not, separated by blanks: they get no link. -->
  <xsl:param name="missing" as="xs:string" select="''"/>

</xsl:stylesheet>
