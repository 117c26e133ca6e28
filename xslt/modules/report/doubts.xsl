<?xml version="1.0" encoding="UTF-8"?>
<!-- Doubts by kind: a table of the kinds, and for each kind its places. The first are shown with their line of the source;
     of many the others by document, a number for each line, so that a large edition has them all and stays readable. -->
<xsl:stylesheet version="3.0" expand-text="yes" xmlns="http://www.w3.org/1999/xhtml"
  xpath-default-namespace="urn:tei-tools:report" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:tei-tools:functions" xmlns:m="urn:tei-tools:modes"
  exclude-result-prefixes="#all">

  <!-- So many places of a kind are shown with their line. -->
  <xsl:variable name="shown" as="xs:integer" select="50"/>

  <xsl:key name="of-kind" match="doubt" use="@code"/>

  <xsl:function name="f:kinds" as="element()">
    <xsl:param name="report" as="element(report)"/>
    <xsl:variable name="most" as="xs:integer" select="max((0, $report/kind/@count ! xs:integer(.)))"/>
    <section aria-labelledby="doubts">
      <h2 id="doubts">{f:say('doubts')}</h2>
      <xsl:choose>
        <xsl:when test="$report/kind">
          <div class="scroll" tabindex="0" role="group" aria-labelledby="doubts">
            <table class="kinds">
              <thead>
                <tr>
                  <xsl:for-each select="'kind', 'count', 'severity', 'documents'">
                    <th scope="col" class="{'number'[current() = ('count', 'documents')]}">{f:say('column.' || .)}</th>
                  </xsl:for-each>
                  <td></td>
                </tr>
              </thead>
              <tbody>
                <xsl:for-each select="$report/kind">
                  <tr>
                    <th scope="row"><a href="#{f:kind(@code)}"><code>{@code}</code></a>
                      <span class="meaning">{@meaning}</span></th>
                    <td class="number">{f:number(@count)}</td>
                    <td><span class="severity {@severity}">{f:say('severity.' || @severity)}</span></td>
                    <td class="number">{f:number(@documents)}</td>
                    <td class="bar" aria-hidden="true"><xsl:sequence select="f:bar(@count, $most, @severity)"/></td>
                  </tr>
                </xsl:for-each>
              </tbody>
            </table>
          </div>
          <xsl:apply-templates select="$report/kind" mode="m:report"/>
        </xsl:when>
        <xsl:otherwise><p>{f:say('no-doubt')}</p></xsl:otherwise>
      </xsl:choose>
    </section>
  </xsl:function>

  <xsl:template match="kind" mode="m:report" as="element()">
    <xsl:variable name="doubts" as="element(doubt)+" select="key('of-kind', @code)"/>
    <xsl:variable name="hints" as="xs:string*" select="distinct-values($doubts/@hint)"/>
    <details id="{f:kind(@code)}">
      <xsl:if test="count($doubts) le $shown"><xsl:attribute name="open"/></xsl:if>
      <summary>
        <h3><code>{@code}</code></h3>{' '}<span class="severity {@severity}">{f:many(@count, @severity)}</span>
      </summary>
      <p>{@meaning}</p>
      <xsl:for-each select="$hints[position() le 3]"><p class="hint">{.}</p></xsl:for-each>
      <ol class="places"><xsl:apply-templates select="$doubts[position() le $shown]" mode="m:report"/></ol>
      <xsl:if test="count($doubts) gt $shown">
        <h4>{f:say('others')}</h4>
        <ul class="others">
          <xsl:for-each-group select="$doubts[position() gt $shown]" group-by="string((@document, @file)[1])">
            <li>
              <span class="whose">{current-grouping-key()}</span>
              <xsl:for-each select="current-group()">{' '}<xsl:sequence select="f:place(., (@line/string(), f:say('whole'))[1])"/></xsl:for-each>
            </li>
          </xsl:for-each-group>
        </ul>
      </xsl:if>
    </details>
  </xsl:template>

  <xsl:template match="doubt" mode="m:report" as="element()">
    <li>
      <div class="where">
        <xsl:sequence select="f:place(., (@document/string(), f:where(.)[.], f:say('edition'))[1])"/>
        <xsl:if test="@file and @document">{' '}<code>{f:where(.)}</code></xsl:if>
      </div>
      <span class="said">{@message}</span>
      <xsl:if test="@word | @before | @after">
        <q class="line">{@before}<mark>{@word}</mark>{@after}</q>
      </xsl:if>
    </li>
  </xsl:template>

  <!-- A place in words, which lead to the page where there is one. -->
  <xsl:function name="f:place" as="element()">
    <xsl:param name="doubt" as="element(doubt)"/>
    <xsl:param name="words" as="xs:string"/>
    <xsl:choose>
      <xsl:when test="$doubt/@href"><a class="place" href="{$doubt/@href}">{$words}</a></xsl:when>
      <xsl:otherwise><span class="place">{$words}</span></xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- where(…) → 'texts/d178.txt:12:4', as editors of text take it. -->
  <xsl:function name="f:where" as="xs:string">
    <xsl:param name="doubt" as="element(doubt)"/>
    <xsl:sequence select="string-join(($doubt/@file, $doubt/@line, $doubt/@column), ':')"/>
  </xsl:function>

</xsl:stylesheet>
