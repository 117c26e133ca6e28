<?xml version="1.0" encoding="UTF-8"?>
<!-- TEI module header: what a page says about its document, its edition and its encoding. -->
<xsl:stylesheet version="3.0" expand-text="yes" xmlns="http://www.w3.org/1999/xhtml"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:s="urn:tei-tools:site" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:f="urn:tei-tools:functions" xmlns:m="urn:tei-tools:modes" xmlns:t="urn:tei-tools:templates"
  exclude-result-prefixes="#all">

  <!-- How to cite it and where to get it, then what the header says: of this document, and where no page of the site is
       about the edition, of edition and encoding too. -->
  <xsl:template match="teiHeader" mode="m:html" as="element()+">
    <xsl:variable name="about" as="xs:string?" select="f:site-page('about') ! f:here(@href)"/>
    <xsl:variable name="of-edition" as="element()*" select="
        fileDesc/(titleStmt, publicationStmt, editionStmt, seriesStmt), encodingDesc, revisionDesc"/>
    <xsl:for-each select="..">
      <xsl:call-template name="t:cite"/>
      <xsl:call-template name="t:downloads"/>
    </xsl:for-each>
    <section>
      <xsl:call-template name="t:section-start">
        <xsl:with-param name="id" select="'about'"/>
      </xsl:call-template>
      <dl><xsl:apply-templates select="fileDesc/* except $of-edition, profileDesc" mode="m:html"/></dl>
      <xsl:choose>
        <xsl:when test="$about">
          <p><a href="{$about}">{f:say('encoding')}</a></p>
        </xsl:when>
        <xsl:when test="exists($of-edition)">
          <details>
            <summary>{f:say('encoding')}</summary>
            <dl><xsl:apply-templates select="$of-edition" mode="m:html"/></dl>
          </details>
        </xsl:when>
      </xsl:choose>
    </section>
  </xsl:template>

  <!-- What only groups other things. -->
  <xsl:template match="fileDesc | titleStmt | publicationStmt | encodingDesc | editorialDecl | appInfo | profileDesc | textClass | editionStmt"
    mode="m:html" as="node()*">
    <xsl:apply-templates select="*" mode="m:html"/>
  </xsl:template>

  <!-- What has its place elsewhere: in the citation and in the line of facts. -->
  <xsl:template match="titleStmt/title | titleStmt/author | titleStmt/editor | langUsage | language | creation" mode="m:html" as="empty-sequence()" priority="2"/>

  <!-- One name, one value: <dt>Publisher</dt><dd>…</dd>. -->
  <xsl:template name="t:fact" as="element()+">
    <xsl:param name="key" as="xs:string" select="local-name()"/>
    <xsl:param name="values" as="element()+" select="."/>
    <dt>{f:say($key)}</dt>
    <xsl:for-each select="$values">
      <dd>
        <xsl:sequence select="f:tongue(f:language(.))"/>
        <xsl:apply-templates select="node()" mode="m:html"/>
      </dd>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="respStmt" mode="m:html" as="element()+">
    <dt><xsl:apply-templates select="resp" mode="m:html"/></dt>
    <xsl:for-each select="* except resp">
      <dd><xsl:apply-templates select="." mode="m:html"/></dd>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="resp | extent[not(parent::fileDesc)] | edition[not(parent::editionStmt)] | locale | activity | desc"
    mode="m:html" as="element()">
    <xsl:call-template name="t:wrap"/>
  </xsl:template>

  <xsl:template match="publicationStmt/publisher | publicationStmt/authority | publicationStmt/distributor" mode="m:html" as="element()+">
    <dt>{f:say('publisher')}</dt>
    <dd>{string-join((f:plain(.), ../pubPlace[current() is ../*[1]] ! f:plain(.), ../date[current() is ../*[1]] ! f:plain(.)), ', ')}</dd>
  </xsl:template>

  <xsl:template match="publicationStmt/pubPlace | publicationStmt/date" mode="m:html" as="empty-sequence()" priority="2"/>

  <xsl:template match="publisher | authority | distributor | pubPlace | editor" mode="m:html" as="element()">
    <xsl:call-template name="t:wrap"/>
  </xsl:template>

  <xsl:template match="publicationStmt/idno" mode="m:html" as="element()+" priority="2">
    <dt>{f:say('identifier')}</dt>
    <dd>{.}</dd>
  </xsl:template>

  <xsl:template match="idno" mode="m:html" as="element()">
    <xsl:call-template name="t:wrap">
      <xsl:with-param name="class" select="'idno', string(@type)[.]"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="availability" mode="m:html" as="element()+">
    <dt>{f:say('licence')}</dt>
    <xsl:for-each select="licence | p">
      <dd><xsl:apply-templates select="." mode="m:html"/></dd>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="licence[matches(@target, '^https?:')][not(f:holds-blocks(.))]" mode="m:html" as="element()">
    <a rel="license external" href="{tokenize(@target)[1]}"><xsl:apply-templates mode="m:html"/></a>
  </xsl:template>

  <xsl:template match="licence[not(matches(@target, '^https?:')) or f:holds-blocks(.)]" mode="m:html" as="element()">
    <xsl:call-template name="t:wrap">
      <xsl:with-param name="name" select="'div'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="seriesStmt" mode="m:html" as="element()+">
    <dt>{f:say('series')}</dt>
    <dd>{string-join((title, biblScope, idno) ! f:plain(.), ', ')}</dd>
  </xsl:template>

  <xsl:template match="sourceDesc" mode="m:html" as="element()*">
    <dt>{f:say('source')}</dt>
    <xsl:for-each select="bibl | listBibl | p">
      <dd><xsl:apply-templates select="." mode="m:html"/></dd>
    </xsl:for-each>
  </xsl:template>

  <!-- A description without punctuation of its own gets commas: Title, Document 310, page 620. -->
  <xsl:template match="sourceDesc//bibl[not(text()[normalize-space()])]" mode="m:html" as="element()" priority="2">
    <span>
      <xsl:sequence select="f:common(., 'bibl')"/>
      <xsl:for-each select="* except idno[@type = 'sha256']">
        <xsl:if test="position() gt 1">, </xsl:if>
        <xsl:apply-templates select="." mode="m:html"/>
      </xsl:for-each>
    </span>
  </xsl:template>

  <!-- <biblScope unit="page">620</biblScope> → page 620; where the words say what it is, they are enough. -->
  <xsl:template match="teiHeader//biblScope[f:says('unit.' || @unit)][matches(., '^[\divxlc–-]+$')]" mode="m:html" as="element()" priority="2">
    <span>{f:say('unit.' || @unit)} <xsl:apply-templates mode="m:html"/></span>
  </xsl:template>

  <xsl:template match="editionStmt/p | editorialDecl/p" mode="m:html" as="element()+" priority="2">
    <xsl:if test="empty(preceding-sibling::p)">
      <dt>{f:say(if (parent::editionStmt) then 'edition' else 'editorial')}</dt>
    </xsl:if>
    <dd><xsl:apply-templates mode="m:html"/></dd>
  </xsl:template>

  <xsl:template match="projectDesc" mode="m:html" as="element()+">
    <xsl:call-template name="t:fact">
      <xsl:with-param name="key" select="'project'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="correction | normalization | punctuation | quotation | hyphenation | interpretation | segmentation
      | abstract | editionStmt/edition | fileDesc/extent" mode="m:html" as="element()+">
    <xsl:call-template name="t:fact"/>
  </xsl:template>

  <xsl:template match="application" mode="m:html" as="element()*">
    <xsl:if test="empty(preceding-sibling::application)">
      <dt>{f:say('software')}</dt>
    </xsl:if>
    <dd>
      <xsl:apply-templates select="label/node()" mode="m:html"/>
      <xsl:text> {@version}</xsl:text>
      <xsl:for-each select="desc">
        <xsl:text>, </xsl:text>
        <xsl:apply-templates select="." mode="m:html"/>
      </xsl:for-each>
      <xsl:apply-templates select="p | ref | ptr" mode="m:html"/>
    </dd>
  </xsl:template>

  <xsl:template match="label[not(parent::list)]" mode="m:html" as="element()">
    <xsl:call-template name="t:wrap"/>
  </xsl:template>

  <xsl:template match="keywords[term[not(@type = 'kind')]]" mode="m:html" as="element()+">
    <dt>{f:say('keywords')}</dt>
    <dd>{string-join(term[not(@type = 'kind')] ! f:plain(.), ', ')}</dd>
  </xsl:template>

  <xsl:template match="keywords[not(term[not(@type = 'kind')])]" mode="m:html" as="empty-sequence()"/>

  <!-- Who and when is in the line of facts; what an inference rests on is here. -->
  <xsl:template match="correspDesc" mode="m:html" as="element()*">
    <xsl:apply-templates select="correspAction/note | correspContext | note" mode="m:html"/>
  </xsl:template>

  <xsl:template match="correspAction" mode="m:html" as="element()*">
    <xsl:apply-templates select="note" mode="m:html"/>
  </xsl:template>

  <xsl:template match="correspDesc//note" mode="m:html" as="element()+" priority="2">
    <dt>{f:say(if (f:says(string(../@type))) then string(../@type) else 'context')}</dt>
    <dd>{if (@type = 'evidence') then f:say('evidence', map { 'text': f:plain(node()) }) else string(.)}</dd>
  </xsl:template>

  <xsl:template match="correspContext" mode="m:html" as="element()+">
    <xsl:call-template name="t:fact">
      <xsl:with-param name="key" select="'context'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="particDesc" mode="m:html" as="element()+">
    <xsl:call-template name="t:fact">
      <xsl:with-param name="key" select="'participants'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="settingDesc" mode="m:html" as="element()+">
    <xsl:call-template name="t:fact">
      <xsl:with-param name="key" select="'setting'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="setting" mode="m:html" as="node()+">
    <xsl:for-each select="*">
      <xsl:if test="position() gt 1">, </xsl:if>
      <xsl:apply-templates select="." mode="m:html"/>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="revisionDesc" mode="m:html" as="element()+">
    <dt>{f:say('changes')}</dt>
    <xsl:apply-templates select="change" mode="m:html"/>
  </xsl:template>

  <xsl:template match="change" mode="m:html" as="element()">
    <dd>
      <xsl:if test="@when"><time datetime="{@when}">{f:date(@when)}</time>: </xsl:if>
      <xsl:apply-templates mode="m:html"/>
    </dd>
  </xsl:template>

</xsl:stylesheet>
