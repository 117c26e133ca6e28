<?xml version="1.0" encoding="UTF-8"?>
<!-- Text, divisions and their heads, what opens and closes a letter, title pages. -->
<xsl:stylesheet version="3.0" expand-text="yes" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:b="urn:tei-tools:flow"
    xmlns:f="urn:tei-tools:functions" xmlns:m="urn:tei-tools:modes" exclude-result-prefixes="#all">

  <!-- One document, or several in a corpus. -->
  <xsl:function name="f:flow" as="document-node()">
    <xsl:param name="document" as="document-node()"/>
    <xsl:document>
      <b:flow>
        <xsl:apply-templates select="$document/(TEI, teiCorpus/TEI)/text" mode="m:flow"/>
      </b:flow>
    </xsl:document>
  </xsl:function>

  <xsl:template match="text | front | body | back | div | titlePage" mode="m:flow">
    <xsl:call-template name="blocks"/>
  </xsl:template>

  <xsl:template match="div[@type = 'attachment']" mode="m:flow">
    <b:rule/>
    <xsl:call-template name="blocks"/>
  </xsl:template>

  <xsl:template match="head" mode="m:flow">
    <xsl:call-template name="blocks">
      <xsl:with-param name="style" select="'subhead'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="div/head" mode="m:flow">
    <xsl:variable name="level" as="attribute()">
      <xsl:attribute name="level" select="min((6, count(ancestor::div[head])))"/>
    </xsl:variable>
    <xsl:if test="not(preceding-sibling::head)">
      <xsl:sequence select="f:place(..)"/>
    </xsl:if>
    <xsl:call-template name="blocks">
      <xsl:with-param name="style" select="'head'"/>
      <xsl:with-param name="settings" select="$level"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="opener | postscript" mode="m:flow">
    <xsl:call-template name="blocks">
      <xsl:with-param name="style" select="local-name()"/>
    </xsl:call-template>
  </xsl:template>

  <!-- [<signed>Collins</signed>]: the brackets of a supplied signature stand on its line. -->
  <xsl:template match="closer" mode="m:flow">
    <xsl:call-template name="blocks">
      <xsl:with-param name="style" select="if (signed) then 'signed' else 'closer'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="closer[text()]/signed" mode="m:flow" priority="1">
    <xsl:apply-templates mode="m:flow"/>
  </xsl:template>

  <xsl:template match="dateline | salute | signed | docImprint | byline | docAuthor | docDate | docEdition | trailer | titlePart"
      mode="m:flow">
    <xsl:call-template name="blocks">
      <xsl:with-param name="style" select="
          if (self::dateline or self::salute or self::signed) then local-name() else if (self::titlePart) then 'title' else 'imprint'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="(opener | closer)/seg" mode="m:flow">
    <xsl:call-template name="blocks">
      <xsl:with-param name="style" select="local-name(..)"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="byline/docAuthor | docImprint/docDate" mode="m:flow" priority="1">
    <xsl:apply-templates mode="m:flow"/>
  </xsl:template>

  <xsl:template match="docTitle" mode="m:flow">
    <xsl:call-template name="blocks">
      <xsl:with-param name="style" select="'title'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="address | cit" mode="m:flow">
    <xsl:apply-templates mode="m:flow"/>
  </xsl:template>

  <xsl:template match="addrLine" mode="m:flow">
    <xsl:apply-templates mode="m:flow"/>
    <b:lb/>
  </xsl:template>

  <xsl:template match="(opener | closer | div | postscript)/address" mode="m:flow" priority="1">
    <xsl:call-template name="blocks">
      <xsl:with-param name="style" select="'address'"/>
    </xsl:call-template>
  </xsl:template>

  <!-- Among blocks the quotation is set off, and its reference follows. -->
  <xsl:template match="(div | postscript)/cit" mode="m:flow" priority="1">
    <xsl:call-template name="blocks"/>
  </xsl:template>

</xsl:stylesheet>
