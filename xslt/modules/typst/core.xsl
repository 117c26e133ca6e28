<?xml version="1.0" encoding="UTF-8"?>
<!-- Paragraphs, quotations, verse, page beginnings. -->
<xsl:stylesheet version="3.0" expand-text="yes" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:f="urn:tei-tools:functions" xmlns:m="urn:tei-tools:modes" exclude-result-prefixes="#all">

  <xsl:template match="text()" mode="m:typst">
    <xsl:value-of select="f:text(.)"/>
  </xsl:template>

  <xsl:template match="comment() | processing-instruction()" mode="m:typst"/>

  <xsl:template match="p" mode="m:typst">
    <xsl:call-template name="paragraph"/>
  </xsl:template>

  <xsl:template match="p[f:rend(., ('flush', 'noindent', 'flushleft', 'left'))]" mode="m:typst">
    <xsl:call-template name="paragraph">
      <xsl:with-param name="call" select="'flush'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="p[f:rend(., ('center', 'centre'))]" mode="m:typst" priority="1">
    <xsl:call-template name="paragraph">
      <xsl:with-param name="call" select="'centred'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="p[f:rend(., ('dateline', 'right', 'flushright'))]" mode="m:typst" priority="2">
    <xsl:call-template name="paragraph">
      <xsl:with-param name="call" select="'side'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="p[f:rend(., 'signature')]" mode="m:typst" priority="3">
    <xsl:call-template name="paragraph">
      <xsl:with-param name="call" select="'closer'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="p[f:rend(., ('heading', 'sectiontitle', 'sectiontitleital', 'sectiontitlebold'))]" mode="m:typst" priority="4">
    <xsl:call-template name="paragraph">
      <xsl:with-param name="call" select="'subhead'"/>
    </xsl:call-template>
  </xsl:template>

  <!-- A line in bold and nothing else ("[Enclosure]") heads what follows. -->
  <xsl:template match="div/p[empty(@rend)][hi[f:rend(., ('bold', 'strong', 'b'))]][string-length() lt 100][following-sibling::*]
      [empty(node()[not(self::hi[f:rend(., ('bold', 'strong', 'b'))] or self::note or self::pb or self::text()[not(f:visible(.))])])]"
      mode="m:typst" priority="0.8">
    <xsl:call-template name="paragraph">
      <xsl:with-param name="call" select="'label-line'"/>
    </xsl:call-template>
  </xsl:template>

  <!-- What a paragraph follows: after a head it stands flush, after all else it is indented. -->
  <xsl:function name="f:before" as="element()?">
    <xsl:param name="paragraph" as="element()"/>
    <xsl:sequence select="$paragraph/preceding-sibling::*[not(self::pb)][1]"/>
  </xsl:function>

  <xsl:template match="p[empty(@rend)][f:before(.)[self::table or self::quote or self::cit or self::lg or self::figure
      or self::list[not(@type) or label] or self::opener[*[last()][self::salute]]]][not(ancestor::note)]" mode="m:typst" priority="0.6">
    <xsl:call-template name="paragraph">
      <xsl:with-param name="call" select="'indented'"/>
    </xsl:call-template>
  </xsl:template>

  <!-- A signature never stands alone on a page: a short last paragraph goes with it. -->
  <xsl:template match="p[following-sibling::*[not(self::pb)][1][self::closer or self::p[f:rend(., 'signature')]]][empty(@rend)]
      [string-length() lt 300]" mode="m:typst" priority="0.7">
    <xsl:text>#kept(indent: {exists(f:before(.)[not(self::head or self::p[@rend] or self::opener[not(salute)] or self::list[@type])])})[</xsl:text>
    <xsl:apply-templates mode="m:typst"/>
    <xsl:text>];&#10;</xsl:text>
  </xsl:template>

  <xsl:template name="paragraph">
    <xsl:param name="call" as="xs:string" select="'p'"/>
    <xsl:text>#{$call}[</xsl:text>
    <xsl:apply-templates mode="m:typst"/>
    <xsl:text>];&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="quote | q" mode="m:typst">
    <xsl:apply-templates mode="m:typst"/>
  </xsl:template>

  <xsl:template match="quote[p | lg | list | table] | div/quote | postscript/quote" mode="m:typst" priority="1">
    <xsl:text>#quotation[</xsl:text>
    <xsl:apply-templates mode="m:typst"/>
    <xsl:text>];&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="lg" mode="m:typst">
    <xsl:text>#verse[</xsl:text>
    <xsl:apply-templates mode="m:typst"/>
    <xsl:text>];&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="lg/lg" mode="m:typst" priority="1">
    <xsl:text>#stanza[</xsl:text>
    <xsl:apply-templates mode="m:typst"/>
    <xsl:text>];&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="l" mode="m:typst">
    <xsl:text>#hanging[</xsl:text>
    <xsl:apply-templates mode="m:typst"/>
    <xsl:text>];&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="pb" mode="m:typst">
    <xsl:text>#pb({f:literal(@n)}{f:pb-scale(.)});</xsl:text>
  </xsl:template>

  <xsl:template match="pb[preceding-sibling::node()[1][self::text()][matches(., '\s$')]]" mode="m:typst" priority="0.6">
    <xsl:text>#pb-spaced({f:literal(@n)}{f:pb-scale(.)});</xsl:text>
  </xsl:template>

  <!-- Between blocks (items, rows) the mark belongs to the line that follows. -->
  <xsl:template match="(text | front | body | back | div | postscript | list | table | lg | opener | closer)/pb |
      (note | item | cell | quote | q)[p]/pb" mode="m:typst" priority="1">
    <xsl:variable name="next" as="element()?" select="following-sibling::*[not(self::pb)][1][self::p][empty(@rend)]"/>
    <xsl:variable name="indented" as="xs:boolean" select="
        exists($next ! f:before(.)[self::p[empty(@rend)] or self::table or self::quote or self::lg or self::list[not(@type) or label]])"/>
    <xsl:text>#pb-between({f:literal(@n)}{f:pb-scale(.)}{', indent: 1.3'[$indented]});&#10;</xsl:text>
  </xsl:template>

  <!-- How small the text around it is set: in notes and tables. -->
  <xsl:function name="f:pb-scale" as="xs:string?">
    <xsl:param name="pb" as="element(pb)"/>
    <xsl:sequence select="if ($pb/ancestor::note) then ', scale: .78' else ', scale: .88'[$pb/ancestor::table]"/>
  </xsl:function>

  <xsl:template match="lb" mode="m:typst">
    <xsl:text>#lb;</xsl:text>
  </xsl:template>

  <!-- Columns and other divisions of the source have no place on this page. -->
  <xsl:template match="cb | milestone" mode="m:typst"/>

</xsl:stylesheet>
