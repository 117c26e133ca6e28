<?xml version="1.0" encoding="UTF-8"?>
<!-- Paragraphs, lists, tables, openers, closers. -->
<xsl:stylesheet version="3.0" expand-text="yes" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  xmlns="http://www.tei-c.org/ns/1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:frus="http://history.state.gov/frus/ns/1.0"
  xmlns:f="urn:tei-tools:functions" xmlns:m="urn:tei-tools:modes" xmlns:t="urn:tei-tools:templates" exclude-result-prefixes="xs f m t">

  <xsl:variable name="looks" as="xs:string+" select="'flushleft', 'strong', 'italic', 'sectiontitleital', 'center', 'right'"/>

  <xsl:template match="p" mode="m:frus" as="element(p)?">
    <xsl:if test="node()">
      <p>
        <xsl:copy-of select="@xml:id"/>
        <xsl:for-each select="(tokenize(@rend)[. = $looks], tokenize(@rend)[. = 'heading'] ! 'center')[1]">
          <xsl:attribute name="rend" select="."/>
        </xsl:for-each>
        <xsl:apply-templates mode="m:frus"/>
      </p>
    </xsl:if>
  </xsl:template>

  <!-- What is a paragraph in our TEI because text stands before or behind it. -->
  <xsl:template match="p[tokenize(@rend) = 'dateline']" mode="m:frus" as="element(opener)" priority="2">
    <opener>
      <dateline rendition="#right">
        <xsl:apply-templates mode="m:frus"/>
      </dateline>
    </opener>
  </xsl:template>

  <xsl:template match="p[tokenize(@rend) = 'seg']" mode="m:frus" as="element(opener)" priority="2">
    <opener>
      <seg>
        <xsl:for-each select="string-join(tokenize(@rend)[. ne 'seg'] ! ('#' || .), ' ')[.]">
          <xsl:attribute name="rendition" select="."/>
        </xsl:for-each>
        <xsl:apply-templates mode="m:frus"/>
      </seg>
    </opener>
  </xsl:template>

  <xsl:template match="p[tokenize(@rend) = 'signature']" mode="m:frus" as="element(closer)" priority="2">
    <closer>
      <signed>
        <xsl:apply-templates select="@corresp" mode="m:frus"/>
        <xsl:apply-templates mode="m:frus"/>
      </signed>
    </closer>
  </xsl:template>

  <xsl:template match="p[tokenize(@rend) = 'salute']" mode="m:frus" as="element(closer)" priority="2">
    <closer>
      <salute>
        <xsl:apply-templates mode="m:frus"/>
      </salute>
    </closer>
  </xsl:template>

  <xsl:template match="list" mode="m:frus" as="element(list)">
    <list>
      <xsl:apply-templates select="@type, @xml:id, node()" mode="m:frus"/>
    </list>
  </xsl:template>

  <xsl:template match="list[@type = 'gloss']/@type" mode="m:frus" as="attribute()" priority="2">
    <xsl:attribute name="type" select="'terms'"/>
  </xsl:template>

  <xsl:template match="item | label | quote | postscript | opener | lg | l | trailer | row" mode="m:frus" as="element()">
    <xsl:element name="{local-name()}">
      <xsl:apply-templates select="@xml:id, @role" mode="m:frus"/>
      <xsl:apply-templates select="@rend[. = 'blockquote'], @type[parent::quote]" mode="m:frus"/>
      <xsl:apply-templates mode="m:frus"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="item[@rend = 'label']" mode="m:frus" as="element(label)" priority="2">
    <label>
      <xsl:apply-templates mode="m:frus"/>
    </label>
  </xsl:template>

  <!-- A paragraph in an item: the dialect has none, its words are a line of the item. -->
  <xsl:template match="item/p" mode="m:frus" as="node()*" priority="3">
    <xsl:if test="preceding-sibling::node()[self::* or normalize-space()]">
      <lb/>
    </xsl:if>
    <xsl:apply-templates mode="m:frus"/>
  </xsl:template>

  <xsl:template match="item/table" mode="m:frus" as="element(list)" priority="2">
    <list type="simple">
      <xsl:for-each select="row">
        <item>
          <xsl:for-each select="cell">
            <xsl:if test="position() != 1"><xsl:text> </xsl:text></xsl:if>
            <xsl:apply-templates mode="m:frus"/>
          </xsl:for-each>
        </item>
      </xsl:for-each>
    </list>
  </xsl:template>

  <xsl:template match="table" mode="m:frus" as="element(table)">
    <table rows="{count(row)}" cols="{(max(row/sum(cell/(@cols ! xs:integer(.), 1)[1])), 1)[1]}">
      <xsl:apply-templates mode="m:frus"/>
    </table>
  </xsl:template>

  <!-- rend="border-right role-num" → rendition="#border-right" role="num" -->
  <xsl:template match="cell" mode="m:frus" as="element(cell)">
    <xsl:variable name="look" as="xs:string*" select="tokenize(@rend)"/>
    <cell>
      <xsl:copy-of select="@role, @rows, @cols"/>
      <xsl:if test="exists($look[starts-with(., 'role-')])">
        <xsl:attribute name="role" select="$look[starts-with(., 'role-')] ! substring-after(., 'role-')"/>
      </xsl:if>
      <xsl:if test="exists($look[not(starts-with(., 'role-'))])">
        <xsl:attribute name="rendition" select="$look[not(starts-with(., 'role-'))] ! ('#' || .)"/>
      </xsl:if>
      <xsl:apply-templates mode="m:frus"/>
    </cell>
  </xsl:template>

  <xsl:template match="dateline" mode="m:frus" as="element(dateline)">
    <dateline rendition="#right">
      <xsl:apply-templates mode="m:frus"/>
    </dateline>
  </xsl:template>

  <xsl:template match="salute" mode="m:frus" as="element(salute)">
    <salute>
      <xsl:apply-templates mode="m:frus"/>
    </salute>
  </xsl:template>

  <!-- Several signers are a list. -->
  <xsl:template match="closer" mode="m:frus" as="element(closer)">
    <closer>
      <xsl:for-each-group select="node()" group-adjacent="exists(self::signed[@rend = 'item'])">
        <xsl:choose>
          <xsl:when test="current-grouping-key()">
            <signed>
              <list>
                <xsl:for-each select="current-group()">
                  <item><xsl:apply-templates mode="m:frus"/></item>
                </xsl:for-each>
              </list>
            </signed>
          </xsl:when>
          <xsl:otherwise>
            <xsl:apply-templates select="current-group()" mode="m:frus"/>
          </xsl:otherwise>
        </xsl:choose>
      </xsl:for-each-group>
    </closer>
  </xsl:template>

  <xsl:template match="signed" mode="m:frus" as="element(signed)">
    <signed>
      <xsl:apply-templates select="@corresp" mode="m:frus"/>
      <xsl:apply-templates mode="m:frus"/>
    </signed>
  </xsl:template>

  <!-- The name of a signer is strong, what stands on the lines below it italic. -->
  <xsl:template match="signed//persName[empty(.//hi)][empty(ancestor::hi)][empty(ancestor::note)]/text() | p[tokenize(@rend) = 'signature']//persName[empty(.//hi)][empty(ancestor::hi)][empty(ancestor::note)]/text()" mode="m:frus" as="element(hi)" priority="2">
    <hi rend="strong">{.}</hi>
  </xsl:template>

  <xsl:template match="signed/text()[normalize-space()][preceding-sibling::lb] | p[tokenize(@rend) = 'signature']/text()[normalize-space()][preceding-sibling::lb]" mode="m:frus" as="element(hi)" priority="2">
    <hi rend="italic">{.}</hi>
  </xsl:template>

  <xsl:template match="figure" mode="m:frus" as="element(figure)">
    <figure>
      <xsl:apply-templates mode="m:frus"/>
    </figure>
  </xsl:template>

  <xsl:template match="graphic" mode="m:frus" as="element(graphic)">
    <graphic url="{@url}"/>
  </xsl:template>

  <!-- What the dialect does not have: an address is lines, a list of works is a list. -->
  <xsl:template match="address" mode="m:frus" as="element()*">
    <xsl:for-each select="addrLine">
      <seg><xsl:apply-templates mode="m:frus"/></seg>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="listBibl" mode="m:frus" as="element(list)">
    <list type="references">
      <xsl:for-each select="head | bibl">
        <xsl:element name="{if (self::head) then 'head' else 'item'}">
          <xsl:apply-templates mode="m:frus"/>
        </xsl:element>
      </xsl:for-each>
    </list>
  </xsl:template>

  <xsl:template match="cit" mode="m:frus" as="node()*">
    <xsl:apply-templates mode="m:frus"/>
  </xsl:template>
</xsl:stylesheet>
