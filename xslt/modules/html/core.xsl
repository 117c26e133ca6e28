<?xml version="1.0" encoding="UTF-8"?>
<!-- TEI module core: paragraphs, highlights, editorial readings, breaks. Lists and notes have modules of their own. -->
<xsl:stylesheet version="3.0" expand-text="yes" xmlns="http://www.w3.org/1999/xhtml"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:f="urn:tei-tools:functions" xmlns:m="urn:tei-tools:modes" xmlns:t="urn:tei-tools:templates"
  exclude-result-prefixes="#all">

  <!-- ==== paragraphs and quotations ==== -->

  <xsl:template match="p[not(tokenize(@rend) = 'heading')]" mode="m:html" as="element()">
    <xsl:call-template name="t:wrap">
      <xsl:with-param name="name" select="'p'"/>
      <xsl:with-param name="class" select="'p'[f:holds-blocks(current())]"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="p[tokenize(@rend) = 'heading']" mode="m:html" as="element()">
    <xsl:call-template name="t:wrap">
      <xsl:with-param name="name" select="'h' || min((f:level(.) + 1, 6))"/>
      <xsl:with-param name="class" select="()"/>
    </xsl:call-template>
  </xsl:template>

  <!-- A quotation among blocks is set off; within a line its marks are in the text. -->
  <xsl:function name="f:is-block-quote" as="xs:boolean">
    <xsl:param name="node" as="element()"/>
    <xsl:sequence select="
        exists($node/self::quote) and (exists($node/(. | parent::cit)/(parent::div | parent::postscript | parent::note)) or f:holds-blocks($node))"/>
  </xsl:function>

  <xsl:template match="quote[f:is-block-quote(.)]" mode="m:html" as="element()">
    <xsl:call-template name="t:wrap">
      <xsl:with-param name="name" select="'blockquote'"/>
      <xsl:with-param name="class" select="()"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="quote[not(f:is-block-quote(.))] | q[not(f:holds-blocks(.))]" mode="m:html" as="element()">
    <xsl:call-template name="t:wrap">
      <xsl:with-param name="name" select="'q'"/>
      <xsl:with-param name="class" select="()"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="q[f:holds-blocks(.)] | lg" mode="m:html" as="element()">
    <xsl:call-template name="t:wrap">
      <xsl:with-param name="name" select="'div'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="l" mode="m:html" as="element()">
    <xsl:call-template name="t:wrap">
      <xsl:with-param name="name" select="'p'"/>
    </xsl:call-template>
  </xsl:template>

  <!-- ==== highlights ==== -->

  <xsl:template match="hi" mode="m:html" as="element()">
    <xsl:variable name="rend" as="xs:string*" select="tokenize(@rend)"/>
    <xsl:call-template name="t:wrap">
      <xsl:with-param name="name" select="
          if ($rend = ('italic', 'italics')) then 'i'
          else if ($rend = ('strong', 'bold')) then 'b'
          else if ($rend = ('superscript', 'sup')) then 'sup'
          else if ($rend = ('subscript', 'sub')) then 'sub'
          else if ($rend = 'underline') then 'u'
          else 'span'"/>
      <xsl:with-param name="class" select="()"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="emph" mode="m:html" as="element()">
    <xsl:call-template name="t:wrap">
      <xsl:with-param name="name" select="'em'"/>
      <xsl:with-param name="class" select="()"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="foreign" mode="m:html" as="element()">
    <xsl:call-template name="t:wrap">
      <xsl:with-param name="name" select="'i'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="title[@level = ('m', 'j', 's')]" mode="m:html" as="element()">
    <xsl:call-template name="t:wrap">
      <xsl:with-param name="name" select="'cite'"/>
      <xsl:with-param name="class" select="()"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="title[not(@level = ('m', 'j', 's'))] | bibl | name | num | measure | author | biblScope"
    mode="m:html" as="element()">
    <xsl:call-template name="t:wrap"/>
  </xsl:template>

  <xsl:template match="code | ident" mode="m:html" as="element()">
    <xsl:call-template name="t:wrap">
      <xsl:with-param name="name" select="'code'"/>
    </xsl:call-template>
  </xsl:template>

  <!-- ==== editorial readings: both are there, the source's first ==== -->

  <xsl:template match="choice | sic | orig | unclear" mode="m:html" as="element()">
    <xsl:call-template name="t:wrap"/>
  </xsl:template>

  <!-- <choice><sic>a</sic><corr>b</corr></choice> reads: a [b] -->
  <xsl:template match="choice/corr | choice/reg | choice/expan" mode="m:html" as="node()+">
    <xsl:text> [</xsl:text>
    <xsl:call-template name="t:wrap">
      <xsl:with-param name="name" select="'ins'"/>
    </xsl:call-template>
    <xsl:text>]</xsl:text>
  </xsl:template>

  <xsl:template match="corr | reg | expan" mode="m:html" as="element()">
    <xsl:call-template name="t:wrap"/>
  </xsl:template>

  <xsl:template match="abbr" mode="m:html" as="element()">
    <abbr>
      <xsl:sequence select="f:common(., ())"/>
      <xsl:if test="../expan">
        <xsl:attribute name="title" select="f:plain(../expan[1])"/>
      </xsl:if>
      <xsl:apply-templates mode="m:html"/>
    </abbr>
  </xsl:template>

  <xsl:template match="add" mode="m:html" as="element()">
    <xsl:call-template name="t:wrap">
      <xsl:with-param name="name" select="'ins'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="del" mode="m:html" as="element()">
    <xsl:call-template name="t:wrap">
      <xsl:with-param name="name" select="'del'"/>
    </xsl:call-template>
  </xsl:template>

  <!-- A gap is shown by the bracket that follows it in the text; where there is none, the edition supplies one. -->
  <xsl:template match="gap[f:bracket-follows(.)]" mode="m:html" as="empty-sequence()"/>

  <xsl:template match="gap[not(f:bracket-follows(.))]" mode="m:html" as="element()">
    <span>
      <xsl:sequence select="f:common(., 'gap')"/>
      <xsl:text>{f:say('gap')}</xsl:text>
    </span>
  </xsl:template>

  <xsl:function name="f:bracket-follows" as="xs:boolean">
    <xsl:param name="gap" as="element(gap)"/>
    <xsl:sequence select="matches(string($gap/following-sibling::node()[1]), '^\s*\[')"/>
  </xsl:function>

  <!-- ==== breaks ==== -->

  <!-- A page mark is an empty link: the style sheet draws its number from data-n, so copied text, find in page and any
       reader of the markup see the word whole. -->
  <xsl:template match="pb[@n]" mode="m:html" as="element()">
    <xsl:choose>
      <xsl:when test="parent::div | parent::body | parent::text | parent::postscript | parent::closer | parent::opener">
        <div class="pb-line"><xsl:call-template name="t:page-mark"/></div>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="t:page-mark"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="t:page-mark" as="element()">
    <xsl:variable name="linked" as="xs:boolean" select="not(f:in-link(.))"/>
    <xsl:element name="{if ($linked) then 'a' else 'span'}" namespace="http://www.w3.org/1999/xhtml">
      <xsl:if test="$linked">
        <xsl:attribute name="href" select="'#' || @xml:id"/>
        <xsl:attribute name="aria-label" select="f:say('page', map { 'n': string(@n) })"/>
      </xsl:if>
      <xsl:attribute name="data-n" select="@n"/>
      <xsl:sequence select="f:common(., ('pb', 'inside'[current()/@break = 'no']))"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="pb[not(@n)] | cb" mode="m:html" as="element()?">
    <xsl:if test="@xml:id">
      <a id="{@xml:id}"/>
    </xsl:if>
  </xsl:template>

  <xsl:template match="lb[not(@break = 'no')]" mode="m:html" as="element()?">
    <xsl:if test="not(parent::opener | parent::closer)">
      <br/>
    </xsl:if>
  </xsl:template>

  <xsl:template match="lb[@break = 'no']" mode="m:html" as="element()">
    <wbr/>
  </xsl:template>

  <xsl:template match="milestone" mode="m:html" as="element()">
    <xsl:call-template name="t:wrap"/>
  </xsl:template>

</xsl:stylesheet>
