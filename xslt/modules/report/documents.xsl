<?xml version="1.0" encoding="UTF-8"?>
<!-- The documents: what each holds, and how many doubts it has. In a large edition a hundred stand together. -->
<xsl:stylesheet version="3.0" expand-text="yes" xmlns="http://www.w3.org/1999/xhtml"
  xpath-default-namespace="urn:tei-tools:report" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:tei-tools:functions" xmlns:m="urn:tei-tools:modes"
  exclude-result-prefixes="#all">

  <!-- So many documents are a table. -->
  <xsl:variable name="rows" as="xs:integer" select="100"/>

  <xsl:function name="f:documents" as="element()">
    <xsl:param name="report" as="element(report)"/>
    <section aria-labelledby="documents">
      <h2 id="documents">{f:say('documents')}</h2>
      <xsl:choose>
        <xsl:when test="count($report/document) le $rows">
          <xsl:sequence select="f:table($report/document, 'documents')"/>
        </xsl:when>
        <xsl:otherwise>
          <xsl:for-each-group select="$report/document" group-adjacent="(position() - 1) idiv $rows">
            <xsl:variable name="id" as="xs:string" select="'documents-' || position()"/>
            <details>
              <summary>
                <h3 id="{$id}">{current-group()[1]/@id} – {current-group()[last()]/@id}</h3>
                <xsl:for-each select="$severities">
                  <xsl:variable name="count" as="xs:integer" select="xs:integer(sum(current-group()/@*[local-name() eq current()]))"/>
                  <xsl:if test="$count gt 0">{' '}<span class="severity {.}">{f:many($count, .)}</span></xsl:if>
                </xsl:for-each>
              </summary>
              <xsl:sequence select="f:table(current-group(), $id)"/>
            </details>
          </xsl:for-each-group>
        </xsl:otherwise>
      </xsl:choose>
    </section>
  </xsl:function>

  <xsl:function name="f:table" as="element()">
    <xsl:param name="documents" as="element(document)*"/>
    <xsl:param name="heading" as="xs:string"/>
    <xsl:variable name="columns" as="xs:string+" select="$counted, $severities, 'seconds'[$documents/../@timed]"/>
    <div class="scroll" tabindex="0" role="group" aria-labelledby="{$heading}">
      <table class="documents">
        <thead>
          <tr>
            <th scope="col">{f:say('column.document')}</th>
            <th scope="col">{f:say('column.source')}</th>
            <xsl:for-each select="$columns"><th scope="col" class="number">{f:say('column.' || .)}</th></xsl:for-each>
          </tr>
        </thead>
        <tbody>
          <xsl:for-each select="$documents">
            <xsl:variable name="document" as="element(document)" select="."/>
            <tr>
              <th scope="row">
                <xsl:choose>
                  <xsl:when test="@href"><a href="{@href}">{@label}</a></xsl:when>
                  <xsl:otherwise>{@label}</xsl:otherwise>
                </xsl:choose>
                <xsl:if test="@failed">{' '}<span class="severity error">{f:say('not-made')}</span></xsl:if>
              </th>
              <td><code>{@source}</code></td>
              <xsl:for-each select="$columns">
                <xsl:variable name="value" as="xs:string" select="string($document/@*[local-name() eq current()])"/>
                <td class="{string-join(('number', .[not($value = ('', '0'))]), ' ')}">{
                  if ($value = ('', '0')) then '·' else if (. eq 'seconds') then f:seconds(xs:double($value)) else f:number(xs:integer($value))}</td>
              </xsl:for-each>
            </tr>
          </xsl:for-each>
        </tbody>
      </table>
    </div>
  </xsl:function>

</xsl:stylesheet>
