<?xml version="1.0" encoding="UTF-8"?>
<!-- Points in time: an hour has a numeric offset, never Z. -->
<xsl:stylesheet version="3.0" expand-text="yes" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  xmlns="http://www.tei-c.org/ns/1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:frus="http://history.state.gov/frus/ns/1.0"
  xmlns:f="urn:tei-tools:functions" xmlns:m="urn:tei-tools:modes" xmlns:t="urn:tei-tools:templates" exclude-result-prefixes="xs f m t">

  <!-- The offset of an hour of which the text does not say where it was: Washington, standard time. -->
  <xsl:param name="offset" as="xs:string" select="'-05:00'"/>

  <!-- 1962-12-08T14:02:00 → 1962-12-08T14:02:00-05:00; 15:30:00Z → 15:30:00+00:00; 1962-12-08 stays. -->
  <xsl:function name="f:zoned" as="xs:string">
    <xsl:param name="value" as="xs:string"/>
    <xsl:sequence select="
        if (not(contains($value, ':'))) then $value
        else if (ends-with($value, 'Z')) then replace($value, 'Z$', '+00:00')
        else if (matches($value, '[+-][0-9]{2}:[0-9]{2}$')) then $value
        else $value || $offset"/>
  </xsl:function>

  <!-- The first or the last second of a point in time, as xs:dateTime with an offset. -->
  <xsl:function name="f:second" as="xs:string?">
    <xsl:param name="value" as="xs:string"/>
    <xsl:param name="last" as="xs:boolean"/>
    <xsl:variable name="day" as="xs:string?" select="
        if (matches($value, '^[0-9]{4}-[0-9]{2}-[0-9]{2}')) then substring($value, 1, 10)
        else if (matches($value, '^[0-9]{4}-[0-9]{2}$')) then
          string(if ($last) then xs:date($value || '-01') + xs:yearMonthDuration('P1M') - xs:dayTimeDuration('P1D') else $value || '-01')
        else if (matches($value, '^[0-9]{4}$')) then $value || (if ($last) then '-12-31' else '-01-01')
        else ()"/>
    <xsl:sequence select="
        if (empty($day)) then ()
        else if (contains($value, 'T')) then f:zoned(if ($last) then replace($value, ':00(Z|[+-][0-9:]+)?$', ':59$1') else $value)
        else $day || (if ($last) then 'T23:59:59' else 'T00:00:00') || $offset"/>
  </xsl:function>

  <xsl:template match="@when | @from | @to | @notBefore | @notAfter" mode="m:frus" as="attribute()">
    <xsl:attribute name="{local-name()}" select="f:zoned(.)"/>
  </xsl:template>

  <!-- The dates of a document: those of its first dateline. -->
  <xsl:template name="t:doc-dates" as="attribute()*">
    <xsl:variable name="dateline" as="element()?" select="f:dateline(.)"/>
    <xsl:variable name="dates" as="element(date)*" select="
        let $printed := $dateline//date[@when or @from or @to or @notBefore or @notAfter]
        return if (exists($printed)) then $printed else root()/TEI[not($is-volume)]/teiHeader/profileDesc/creation/date"/>
    <xsl:variable name="min" as="xs:string?" select="$dates[1]/(@when, @from, @notBefore, @to, @notAfter)[1] ! f:second(., false())"/>
    <xsl:variable name="max" as="xs:string?" select="$dates[last()]/(@when, @to, @notAfter, @from, @notBefore)[1] ! f:second(., true())"/>
    <xsl:if test="exists($min) and exists($max)">
      <xsl:attribute name="frus:doc-dateTime-min" select="$min"/>
      <xsl:attribute name="frus:doc-dateTime-max" select="$max"/>
    </xsl:if>
  </xsl:template>

  <xsl:function name="f:dateline" as="element()?">
    <xsl:param name="div" as="element(div)"/>
    <xsl:sequence select="($div/(. | ./div[@type = 'main'])/(opener/dateline | p[tokenize(@rend) = 'dateline']))[1]"/>
  </xsl:function>

  <!-- <date calendar="gregorian" when="…">; limits of what is known say what they rest on. -->
  <xsl:template match="dateline//date[@when or @from or @to or @notBefore or @notAfter] | p[tokenize(@rend) = 'dateline']//date[@when or @from or @to or @notBefore or @notAfter]" mode="m:frus" as="element(date)" priority="2">
    <date calendar="gregorian">
      <xsl:apply-templates select="@when, @from, @to, @notBefore, @notAfter" mode="m:frus"/>
      <xsl:if test="@notBefore or @notAfter">
        <xsl:attribute name="ana" select="if (@cert) then '#date_inferred-from-document-content' else '#date_undated-inferred-from-date-ranges'"/>
      </xsl:if>
      <xsl:apply-templates mode="m:frus"/>
    </date>
  </xsl:template>
</xsl:stylesheet>
