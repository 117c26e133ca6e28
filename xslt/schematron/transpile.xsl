<?xml version="1.0" encoding="UTF-8"?>
<!-- Third pass, Schematron to XSLT 3.0. A rule becomes a template of one mode, which walks once over the document:

       <rule context="p">                 <xsl:template match="p" mode="walk" priority="7">
         <assert test="t">m</assert>        <xsl:if test="not($done = 2)">           (an earlier rule of its pattern matched)
       </rule>                                <xsl:choose><xsl:when test="t"/><xsl:otherwise><svrl:failed-assert>m …
                                            <xsl:next-match> with $done = ($done, 2)

     Earlier rules have higher priorities, so the first that matches counts in each pattern. What a test throws becomes
     teitools:failed. Static parameters choose the phase, and with teitools:fired = "no" what was fine leaves no trace in the result.
     Our own names are written Q{…}name, or with a prefix that no author of a schema needs. -->
<xsl:stylesheet version="3.0" expand-text="yes" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:out="urn:tei-tools:output" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:m="urn:tei-tools:modes"
  xmlns:f="urn:tei-tools:functions" xmlns:teitools="urn:tei-tools:schematron" xmlns:svrl="http://purl.oclc.org/dsdl/svrl"
  xmlns:sch="http://purl.oclc.org/dsdl/schematron" exclude-result-prefixes="xs m f sch out">

  <xsl:namespace-alias stylesheet-prefix="out" result-prefix="xsl"/>
  <xsl:mode name="m:transpile" on-no-match="fail"/>
  <xsl:mode name="m:foreign" on-no-match="shallow-copy"/>
  <xsl:mode name="m:words" on-no-match="fail"/>

  <xsl:variable name="own" as="xs:string" select="'Q{urn:tei-tools:schematron}'"/>
  <xsl:variable name="err" as="xs:string" select="'Q{http://www.w3.org/2005/xqt-errors}'"/>

  <xsl:template match="sch:schema" mode="m:transpile" as="element()">
    <out:transform version="3.0" exclude-result-prefixes="#all" default-mode="{$own}start" teitools:phases="{sch:phase/@id}">
      <xsl:for-each select="sch:ns"><xsl:namespace name="{@prefix}" select="string(@uri)"/></xsl:for-each>
      <out:output method="xml" encoding="UTF-8" indent="no"/>
      <out:param name="{$own}fired" static="yes" select="'yes'"/>
      <out:param name="{$own}phase" static="yes" select="'{(@defaultPhase, '#ALL')[1]}'"/>
      <out:mode name="{$own}start"/>
      <out:mode name="{$own}walk" on-no-match="shallow-skip"/>
      <xsl:apply-templates mode="m:foreign" select="(., sch:pattern)/(* except sch:* except (xsl:output, xsl:variable, xsl:param))"/>
      <xsl:apply-templates mode="m:foreign" select="(., sch:pattern)/(xsl:variable, xsl:param)"/>
      <xsl:apply-templates mode="m:transpile" select="(., sch:phase, sch:pattern)/sch:let"/>
      <out:template match="/">
        <out:variable name="{$own}found" as="element()*">
          <out:apply-templates select="." mode="{$own}walk"/>
        </out:variable>
        <svrl:schematron-output>
          <xsl:sequence select="f:say('title', sch:title), f:say('schemaVersion', @schemaVersion)"/>
          <xsl:attribute name="phase" select="'{$' || $own || 'phase}'"/>
          <xsl:for-each select="sch:p"><svrl:text><xsl:apply-templates mode="m:words"/></svrl:text></xsl:for-each>
          <xsl:for-each select="sch:ns">
            <svrl:ns-prefix-in-attribute-values prefix="{f:literal(@prefix)}" uri="{f:literal(@uri)}"/>
          </xsl:for-each>
          <xsl:apply-templates select="sch:pattern" mode="m:transpile"/>
        </svrl:schematron-output>
      </out:template>
      <xsl:variable name="rules" as="element(sch:rule)*" select="sch:pattern/sch:rule"/>
      <xsl:for-each select="$rules">
        <xsl:apply-templates select="." mode="m:transpile">
          <xsl:with-param name="priority" select="1 + count($rules) - position()"/>
        </xsl:apply-templates>
      </xsl:for-each>
      <out:template match="/ | *" mode="{$own}walk" priority="0">
        <out:apply-templates select="{if (every $rule in $rules satisfies f:of-elements($rule)) then '*' else '@* | node()'}" mode="{$own}walk"/>
      </out:template>
    </out:transform>
  </xsl:template>

  <!-- What was found in a pattern, behind its announcement. -->
  <xsl:template match="sch:pattern" mode="m:transpile" as="element()+">
    <svrl:active-pattern out:use-when="{f:active(.)}">
      <xsl:sequence select="f:copy(., ('id', 'role')), f:say('name', sch:title)"/>
    </svrl:active-pattern>
    <out:for-each select="${$own}found[@{$own}pattern = '{f:number(.)}']">
      <out:copy copy-namespaces="no">
        <out:copy-of copy-namespaces="no" select="@* except @{$own}pattern, node()"/>
      </out:copy>
    </out:for-each>
  </xsl:template>

  <xsl:template match="sch:rule" mode="m:transpile" as="element()">
    <xsl:param name="priority" as="xs:integer"/>
    <xsl:variable name="number" as="xs:string" select="f:number(..)"/>
    <out:template match="{@context}" mode="{$own}walk" priority="{$priority}" use-when="{f:active(..)}">
      <xsl:copy-of select="@teitools:at, @teitools:what, f:version(.)"/>
      <out:param name="{$own}done" select="()"/>
      <xsl:variable name="body" as="element()*">
        <svrl:fired-rule out:use-when="${$own}fired = 'yes'" teitools:pattern="{$number}">
          <xsl:sequence select="f:copy(., ('id', 'name', 'context', 'role', 'flag', 'severity'))"/>
        </svrl:fired-rule>
        <xsl:apply-templates select="sch:* | xsl:*" mode="m:transpile"/>
      </xsl:variable>
      <xsl:choose>
        <xsl:when test="preceding-sibling::sch:rule">
          <out:if test="not(${$own}done = {$number})"><xsl:sequence select="$body"/></out:if>
        </xsl:when>
        <xsl:otherwise><xsl:sequence select="$body"/></xsl:otherwise>
      </xsl:choose>
      <out:next-match>
        <out:with-param name="{$own}done" select="${$own}done, {$number}"/>
      </out:next-match>
    </out:template>
  </xsl:template>

  <xsl:template match="sch:assert" mode="m:transpile" as="element()">
    <xsl:variable name="failed" as="element()">
      <svrl:failed-assert><xsl:call-template name="finding"/></svrl:failed-assert>
    </xsl:variable>
    <xsl:sequence select="f:attempt(., $failed)"/>
  </xsl:template>

  <xsl:template match="sch:report" mode="m:transpile" as="element()">
    <xsl:variable name="successful" as="element()">
      <svrl:successful-report><xsl:call-template name="finding"/></svrl:successful-report>
    </xsl:variable>
    <xsl:sequence select="f:attempt(., $successful)"/>
  </xsl:template>

  <!-- An assert says something where its test is false, a report where it is true; teitools:failed, where there is no telling. -->
  <xsl:function name="f:attempt" as="element()">
    <xsl:param name="check" as="element()"/>
    <xsl:param name="said" as="element()"/>
    <out:try>
      <xsl:copy-of select="$check/(@teitools:at, @teitools:what)"/>
      <out:choose>
        <out:when test="{$check/@test}">
          <xsl:copy-of select="$said[$check/self::sch:report]"/>
        </out:when>
        <out:otherwise><xsl:copy-of select="$said[$check/self::sch:assert]"/></out:otherwise>
      </out:choose>
      <out:catch errors="*">
        <teitools:failed at="{f:literal($check/@teitools:at)}" what="{f:literal($check/@teitools:what)}" location="{{path(.)}}" teitools:pattern="{f:number($check/ancestor::sch:pattern)}">
          <out:value-of select="local-name-from-QName(${$err}code) || ': ' || ${$err}description"/>
        </teitools:failed>
      </out:catch>
    </out:try>
  </xsl:function>

  <!-- Attributes and content of what is said; the context node is the assert or report. -->
  <xsl:template name="finding" as="item()*">
    <xsl:variable name="subject" as="attribute()?" select="(@subject, ../@subject)[1]"/>
    <xsl:attribute name="location" select="if ($subject) then '{path((' || $subject || ', .)[1])}' else '{path(.)}'"/>
    <xsl:attribute name="teitools:pattern" select="f:number(ancestor::sch:pattern)"/>
    <xsl:sequence select="f:copy(.., ('role', 'flag', 'severity', 'see', 'icon', 'fpi'))"/>
    <xsl:sequence select="f:copy(., ('id', 'test', 'role', 'flag', 'severity', 'see', 'icon', 'fpi')), @xml:*"/>
    <out:attribute name="at" namespace="urn:tei-tools:schematron" use-when="${$own}fired = 'no'">{@teitools:at}</out:attribute>
    <xsl:for-each select="sch:diagnostic">
      <svrl:diagnostic-reference diagnostic="{f:literal(@id)}">
        <xsl:copy-of select="@xml:*"/>
        <svrl:text><xsl:apply-templates mode="m:words"/></svrl:text>
      </svrl:diagnostic-reference>
    </xsl:for-each>
    <xsl:for-each select="sch:property">
      <svrl:property-reference property="{f:literal(@id)}">
        <xsl:sequence select="f:copy(., ('role', 'scheme')), @xml:*"/>
        <svrl:text><xsl:apply-templates mode="m:words"/></svrl:text>
      </svrl:property-reference>
    </xsl:for-each>
    <svrl:text><xsl:apply-templates select="node() except (sch:diagnostic, sch:property)" mode="m:words"/></svrl:text>
  </xsl:template>

  <xsl:template match="sch:let" mode="m:transpile" as="element()">
    <out:variable name="{@name}">
      <xsl:copy-of select="@teitools:at, @teitools:what, @as, f:version(.)"/>
      <xsl:if test="parent::sch:phase"><xsl:attribute name="use-when" select="'$' || $own || 'phase = ''' || ../@id || ''''"/></xsl:if>
      <xsl:choose>
        <xsl:when test="@value"><xsl:attribute name="select" select="@value"/></xsl:when>
        <xsl:otherwise><xsl:apply-templates select="node()" mode="m:foreign"/></xsl:otherwise>
      </xsl:choose>
    </out:variable>
  </xsl:template>

  <xsl:template match="sch:rule/xsl:variable" mode="m:transpile" as="element()">
    <xsl:apply-templates select="." mode="m:foreign"/>
  </xsl:template>

  <xsl:template match="sch:p | sch:title | sch:param" mode="m:transpile" as="empty-sequence()"/>

  <!-- ==== messages ==== -->

  <xsl:template match="text()" mode="m:words" as="element()">
    <out:text>{.}</out:text>
  </xsl:template>

  <xsl:template match="xsl:text/text()" mode="m:words" as="text()" priority="1">
    <xsl:copy/>
  </xsl:template>

  <xsl:template match="sch:value-of" mode="m:words" as="element()">
    <out:value-of select="{@select}"><xsl:copy-of select="@teitools:at, @teitools:what"/></out:value-of>
  </xsl:template>

  <xsl:template match="sch:name" mode="m:words" as="element()">
    <out:value-of select="name({@path})"><xsl:copy-of select="@teitools:at, @teitools:what"/></out:value-of>
  </xsl:template>

  <xsl:template match="sch:emph | sch:dir | sch:span" mode="m:words" as="element()">
    <xsl:element name="svrl:{local-name()}">
      <xsl:sequence select="f:copy(., ('class', 'value'))"/>
      <xsl:apply-templates mode="m:words"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="*" mode="m:words" as="element()">
    <xsl:copy>
      <xsl:copy-of select="@*"/>
      <xsl:apply-templates mode="m:words"/>
    </xsl:copy>
  </xsl:template>

  <!-- ==== XSLT and elements of others: as they are ==== -->

  <!-- Our mode is the default of the stylesheet; theirs goes without a name. -->
  <xsl:template match="sch:*/xsl:*" mode="m:foreign" as="element()">
    <xsl:copy>
      <xsl:attribute name="default-mode" select="'#unnamed'"/>
      <xsl:apply-templates select="@*, node()" mode="m:foreign"/>
    </xsl:copy>
  </xsl:template>

  <!-- ==== small things ==== -->

  <!-- Attributes as they are, for an element that XSLT would read as a template of values. -->
  <xsl:function name="f:copy" as="attribute()*">
    <xsl:param name="element" as="element()"/>
    <xsl:param name="names" as="xs:string+"/>
    <xsl:sequence select="
        for $name in $names return f:say($name, ($element/@teitools:*[local-name() = $name], $element/@*[name() = $name])[1])"/>
  </xsl:function>

  <xsl:function name="f:say" as="attribute()?">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="value" as="node()?"/>
    <xsl:if test="$value"><xsl:attribute name="{$name}" select="f:literal(normalize-space($value))"/></xsl:if>
  </xsl:function>

  <xsl:function name="f:literal" as="xs:string">
    <xsl:param name="text" as="xs:string?"/>
    <xsl:sequence select="replace($text, '[{}]', '$0$0')"/>
  </xsl:function>

  <xsl:function name="f:number" as="xs:string">
    <xsl:param name="pattern" as="element(sch:pattern)"/>
    <xsl:sequence select="string(1 + count($pattern/preceding-sibling::sch:pattern))"/>
  </xsl:function>

  <!-- Whether a rule is surely of elements alone: each step of its context is a name, apart from conditions. -->
  <xsl:function name="f:of-elements" as="xs:boolean">
    <xsl:param name="rule" as="element(sch:rule)"/>
    <xsl:variable name="steps" as="xs:string" select="f:bare(replace($rule/@context, '&quot;[^&quot;]*&quot;|''[^'']*''', ''))"/>
    <xsl:sequence select="matches($steps, '^[\p{L}\p{N}_.:*/|\s\-]+$') and not(contains($steps, '::'))"/>
  </xsl:function>

  <!-- A path without its conditions, the inner ones first. -->
  <xsl:function name="f:bare" as="xs:string">
    <xsl:param name="path" as="xs:string"/>
    <xsl:variable name="less" as="xs:string" select="replace($path, '\[[^\[\]]*\]', '')"/>
    <xsl:sequence select="if ($less eq $path) then $path else f:bare($less)"/>
  </xsl:function>

  <!-- Whether a pattern is active, as a condition on the phase. -->
  <xsl:function name="f:active" as="xs:string">
    <xsl:param name="pattern" as="element(sch:pattern)"/>
    <xsl:variable name="phases" as="xs:string*" select="$pattern/../sch:phase[sch:active/@pattern = $pattern/@id]/@id"/>
    <xsl:sequence select="'$' || $own || 'phase = (' || string-join(('#ALL', $phases) ! ('''' || . || ''''), ', ') || ')'"/>
  </xsl:function>

  <!-- In a schema for XSLT 1.0, comparisons and strings of several nodes are what they were there. -->
  <xsl:function name="f:version" as="attribute()?">
    <xsl:param name="element" as="element()"/>
    <xsl:if test="lower-case(($element/ancestor::sch:schema/@queryBinding, 'xslt')[1]) = ('xslt', 'xpath')">
      <xsl:attribute name="version" select="'1.0'"/>
    </xsl:if>
  </xsl:function>

</xsl:stylesheet>
