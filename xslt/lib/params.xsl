<?xml version="1.0" encoding="UTF-8"?>
<!-- What comes from outside. Every format may use these; an empty string means "there is none". -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema">

  <!-- The wording of the interface: the document node of lib/locale/<language>.xml. -->
  <xsl:param name="locale" as="document-node()" required="yes"/>

  <!-- The edition that the document belongs to. -->
  <xsl:param name="edition-title" as="xs:string" select="''"/>

  <!-- Where the page leads: neighbours, index, list of persons, TEI file, and the folder of the style sheet. -->
  <xsl:param name="previous-href" as="xs:string" select="''"/>
  <xsl:param name="previous-title" as="xs:string" select="''"/>
  <xsl:param name="next-href" as="xs:string" select="''"/>
  <xsl:param name="next-title" as="xs:string" select="''"/>
  <xsl:param name="index-href" as="xs:string" select="''"/>
  <xsl:param name="persons-href" as="xs:string" select="''"/>
  <xsl:param name="tei-href" as="xs:string" select="''"/>
  <xsl:param name="assets" as="xs:string" select="'assets/'"/>

  <!-- Which page of a teiCorpus: index or persons. -->
  <xsl:param name="view" as="xs:string" select="'index'"/>

  <!-- The public address of this page, for citations. -->
  <xsl:param name="url" as="xs:string" select="''"/>

  <!-- Files that the document points at and that the edition has not, separated by blanks: they get no link. -->
  <xsl:param name="missing" as="xs:string" select="''"/>

</xsl:stylesheet>
