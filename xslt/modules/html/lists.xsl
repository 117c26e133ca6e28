<?xml version="1.0" encoding="UTF-8"?>
<!-- TEI module core, lists: memorandum lines as tables of terms, lists with labels, plain lists. -->
<xsl:stylesheet version="3.0" expand-text="yes" xmlns="http://www.w3.org/1999/xhtml"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:f="urn:tei-tools:functions" xmlns:m="urn:tei-tools:modes" xmlns:t="urn:tei-tools:templates"
  exclude-result-prefixes="#all">

  <!-- SUBJECT, PARTICIPANTS, TO, FROM … are aligned terms: they are typed, and have a head or a name in the locale. -->
  <xsl:function name="f:is-memo" as="xs:boolean">
    <xsl:param name="list" as="element(list)"/>
    <xsl:sequence select="
        $list/@type and f:says('list.' || $list/@type) and empty($list/ancestor::list) and empty($list/label)"/>
  </xsl:function>

  <!-- A memo list without a head (the copy lost it) gets the name of its type, marked as supplied. -->
  <xsl:template match="list[f:is-memo(.)]" mode="m:html" as="element()">
    <dl>
      <xsl:sequence select="f:common(., ('memo', string(@type)))"/>
      <xsl:if test="empty(head)">
        <dt class="supplied">{f:say('list.' || @type)}</dt>
      </xsl:if>
      <xsl:apply-templates mode="m:html"/>
    </dl>
  </xsl:template>

  <xsl:template match="list[label][not(f:is-memo(.))]" mode="m:html" as="element()+">
    <xsl:apply-templates select="head" mode="m:html"/>
    <dl>
      <xsl:sequence select="f:common(., 'labelled')"/>
      <xsl:apply-templates select="node() except head" mode="m:html"/>
    </dl>
  </xsl:template>

  <xsl:template match="list[not(label)][not(f:is-memo(.))]" mode="m:html" as="element()+">
    <xsl:apply-templates select="head" mode="m:html"/>
    <xsl:element name="{if (@type = ('ordered', 'numbered')) then 'ol' else 'ul'}" namespace="http://www.w3.org/1999/xhtml">
      <xsl:sequence select="f:common(., string(@type)[.])"/>
      <xsl:apply-templates select="node() except head" mode="m:html"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="list[f:is-memo(.)]/head | list/label" mode="m:html" as="element()">
    <xsl:call-template name="t:wrap">
      <xsl:with-param name="name" select="'dt'"/>
      <xsl:with-param name="class" select="()"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="list[not(f:is-memo(.))]/head" mode="m:html" as="element()">
    <xsl:call-template name="t:wrap">
      <xsl:with-param name="name" select="'p'"/>
      <xsl:with-param name="class" select="'list-head'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="item" mode="m:html" as="element()">
    <xsl:call-template name="t:wrap">
      <xsl:with-param name="name" select="if (parent::list[label or f:is-memo(.)]) then 'dd' else 'li'"/>
      <xsl:with-param name="class" select="()"/>
    </xsl:call-template>
  </xsl:template>

</xsl:stylesheet>
