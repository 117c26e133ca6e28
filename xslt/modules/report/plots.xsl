<?xml version="1.0" encoding="UTF-8"?>
<!-- Plots, as SVG: along the edition, a bar for each document or, in a large edition, for some that stand together. What
     they show is in the tables too. -->
<xsl:stylesheet version="3.0" expand-text="yes" xmlns="http://www.w3.org/1999/xhtml" xmlns:svg="http://www.w3.org/2000/svg"
  xpath-default-namespace="urn:tei-tools:report" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:tei-tools:functions"
  xmlns:array="http://www.w3.org/2005/xpath-functions/array" exclude-result-prefixes="#all">

  <!-- So many bars stand in a plot, at most. -->
  <xsl:variable name="bars" as="xs:integer" select="120"/>

  <xsl:function name="f:plots" as="element()?">
    <xsl:param name="report" as="element(report)"/>
    <xsl:if test="count($report/document) gt 1">
      <section aria-labelledby="along">
        <h2 id="along">{f:say('along')}</h2>
        <xsl:variable name="size" as="xs:integer" select="f:together($report)"/>
        <xsl:if test="$size gt 1"><p class="quiet">{f:say('bar-is')} {f:many($size, 'document')}.</p></xsl:if>
        <xsl:sequence select="f:plot($report, 'doubts', $severities)"/>
        <xsl:for-each select="$counted"><xsl:sequence select="f:plot($report, ., .)"/></xsl:for-each>
        <xsl:if test="$report/@timed"><xsl:sequence select="f:plot($report, 'seconds', 'seconds')"/></xsl:if>
      </section>
    </xsl:if>
  </xsl:function>

  <!-- How many documents share a bar. -->
  <xsl:function name="f:together" as="xs:integer">
    <xsl:param name="report" as="element(report)"/>
    <xsl:sequence select="xs:integer(ceiling(count($report/document) div $bars))"/>
  </xsl:function>

  <!-- One plot: the values of attributes of documents, on each other where there are several. -->
  <xsl:function name="f:plot" as="element()">
    <xsl:param name="report" as="element(report)"/>
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="attributes" as="xs:string+"/>
    <xsl:variable name="size" as="xs:integer" select="f:together($report)"/>
    <xsl:variable name="groups" as="array(element(document)+)*">
      <xsl:for-each-group select="$report/document" group-adjacent="(position() - 1) idiv $size">
        <xsl:sequence select="[ current-group() ]"/>
      </xsl:for-each-group>
    </xsl:variable>
    <xsl:variable name="values" as="array(xs:double)*" select="
        for $group in $groups return array { for $name in $attributes return xs:double(sum($group(1)/@*[local-name() eq $name] ! xs:double(.))) }"/>
    <xsl:variable name="heights" as="xs:double*" select="$values ! sum(?*)"/>
    <xsl:variable name="most" as="xs:double" select="max($heights)"/>
    <figure class="plot">
      <figcaption>{f:say('plot.' || $name)} <xsl:if test="count($attributes) gt 1"><xsl:sequence select="f:legend($attributes)"/></xsl:if></figcaption>
      <div class="frame">
        <span class="most">{f:value($most)}</span>
        <svg:svg viewBox="0 0 {10 * count($groups)} 100" preserveAspectRatio="none" role="img"
          aria-label="{f:say('plot.' || $name)}: {f:say('most')} {f:value($most)}, {$groups[index-of($heights, $most)[1]](1)[1]/@id}">
          <xsl:for-each select="1 to count($groups)">
            <xsl:variable name="at" as="xs:integer" select="."/>
            <xsl:if test="$heights[$at] gt 0">
              <xsl:sequence select="f:stack($at, $values[$at], $most, $attributes, $groups[$at](1))"/>
            </xsl:if>
          </xsl:for-each>
        </svg:svg>
      </div>
      <p class="axis"><span>{$report/document[1]/@id}</span> <span>{$report/document[last()]/@id}</span></p>
    </figure>
  </xsl:function>

  <!-- The bars of one place, on each other; what the mouse is told is which documents they are. -->
  <xsl:function name="f:stack" as="element()">
    <xsl:param name="at" as="xs:integer"/>
    <xsl:param name="values" as="array(xs:double)"/>
    <xsl:param name="most" as="xs:double"/>
    <xsl:param name="attributes" as="xs:string+"/>
    <xsl:param name="documents" as="element(document)+"/>
    <svg:g>
      <svg:title>{string-join(distinct-values(($documents[1]/@id, $documents[last()]/@id)), ' – ')}: {string-join(
        for $i in 1 to count($attributes) return f:value($values($i)), ' + ')}</svg:title>
      <xsl:for-each select="1 to count($attributes)">
        <xsl:variable name="i" as="xs:integer" select="."/>
        <xsl:variable name="below" as="xs:double" select="sum($values?*[position() gt $i])"/>
        <xsl:if test="$values($i) gt 0">
          <svg:rect class="{$attributes[$i]}" x="{10 * $at - 9}" width="8" y="{f:coordinate(100 - 100 * ($below + $values($i)) div $most)}"
            height="{f:coordinate(100 * $values($i) div $most)}"/>
        </xsl:if>
      </xsl:for-each>
    </svg:g>
  </xsl:function>

  <xsl:function name="f:legend" as="element()">
    <xsl:param name="attributes" as="xs:string+"/>
    <span class="legend">
      <xsl:for-each select="$attributes"><span class="severity {.}">{f:say('severity.' || .)}</span>{' '}</xsl:for-each>
    </span>
  </xsl:function>

  <!-- A bar in a row of a table. -->
  <xsl:function name="f:bar" as="element()">
    <xsl:param name="value" as="xs:double"/>
    <xsl:param name="most" as="xs:double"/>
    <xsl:param name="class" as="xs:string"/>
    <svg:svg viewBox="0 0 100 10" preserveAspectRatio="none">
      <svg:rect class="{$class}" width="{if ($most gt 0) then f:coordinate(100 * $value div $most) else 0}" height="10"/>
    </svg:svg>
  </xsl:function>

  <xsl:function name="f:coordinate" as="xs:string">
    <xsl:param name="value" as="xs:double"/>
    <xsl:sequence select="format-number($value, '0.##')"/>
  </xsl:function>

  <xsl:function name="f:value" as="xs:string">
    <xsl:param name="value" as="xs:double"/>
    <xsl:sequence select="if ($value eq floor($value)) then f:number(xs:integer($value)) else f:seconds($value)"/>
  </xsl:function>

</xsl:stylesheet>
