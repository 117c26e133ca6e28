<?xml version="1.0" encoding="UTF-8"?>
<!-- What is wrong with a schema whose files are together, as s:problem elements; the other passes rely on there being
     none. Several rules may say something of one element: each goes on to the next. -->
<xsl:stylesheet version="3.0" expand-text="yes" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:m="urn:tei-tools:modes" xmlns:f="urn:tei-tools:functions" xmlns:s="urn:tei-tools:schematron"
  xmlns:sch="http://purl.oclc.org/dsdl/schematron" exclude-result-prefixes="#all">

  <xsl:mode name="m:check" on-no-match="shallow-skip"/>

  <xsl:key name="pattern" match="sch:pattern" use="@id"/>
  <xsl:key name="abstract-rule" match="sch:rule[@abstract = 'true']" use="@id"/>
  <xsl:key name="phase" match="sch:phase" use="@id"/>
  <xsl:key name="diagnostic" match="sch:diagnostic" use="@id"/>
  <xsl:key name="property" match="sch:property" use="@id"/>

  <!-- The elements of Schematron: in what they may stand, and which attributes they need. -->
  <xsl:variable name="elements" as="map(xs:string, map(xs:string, xs:string*))" select="
      let $message := ('assert', 'report', 'diagnostic', 'property', 'p', 'title', 'emph', 'span', 'dir')
      return map {
        'schema': map { 'in': '' },
        'ns': map { 'in': 'schema', 'needs': ('prefix', 'uri') },
        'let': map { 'in': ('schema', 'phase', 'pattern', 'rule'), 'needs': 'name' },
        'title': map { 'in': ('schema', 'pattern') },
        'p': map { 'in': ('schema', 'phase', 'pattern') },
        'phase': map { 'in': 'schema', 'needs': 'id' },
        'active': map { 'in': 'phase', 'needs': 'pattern' },
        'pattern': map { 'in': 'schema' },
        'param': map { 'in': 'pattern', 'needs': ('name', 'value') },
        'rule': map { 'in': 'pattern' },
        'extends': map { 'in': 'rule', 'needs': 'rule' },
        'assert': map { 'in': 'rule', 'needs': 'test' },
        'report': map { 'in': 'rule', 'needs': 'test' },
        'diagnostics': map { 'in': 'schema' },
        'diagnostic': map { 'in': 'diagnostics', 'needs': 'id' },
        'properties': map { 'in': 'schema' },
        'property': map { 'in': 'properties', 'needs': 'id' },
        'value-of': map { 'in': $message, 'needs': 'select' },
        'name': map { 'in': $message },
        'emph': map { 'in': $message }, 'span': map { 'in': $message }, 'dir': map { 'in': $message }
      }"/>
  <xsl:variable name="bindings" as="xs:string+" select="'xslt', 'xslt2', 'xslt3', 'xpath', 'xpath2', 'xpath3', 'xpath31'"/>

  <xsl:template match="s:problem" mode="m:check" as="empty-sequence()" priority="9"/>

  <xsl:template match="/*[not(self::sch:schema)]" mode="m:check" as="element(s:problem)" priority="8">
    <xsl:sequence select="f:problem(., 'the root must be schema, in the namespace http://purl.oclc.org/dsdl/schematron')"/>
  </xsl:template>

  <xsl:template match="sch:*" mode="m:check" as="element(s:problem)*" priority="2">
    <xsl:variable name="known" as="map(xs:string, xs:string*)?" select="$elements(local-name())"/>
    <xsl:variable name="parent" as="xs:string" select="string(parent::sch:*/local-name())"/>
    <xsl:variable name="here" as="element()" select="."/>
    <xsl:choose>
      <xsl:when test="empty($known)">
        <xsl:sequence select="f:problem(., 'there is no such element in Schematron that is known here')"/>
      </xsl:when>
      <xsl:when test="not($parent = $known?in) and not(parent::xsl:* and $known?in = 'assert')">
        <xsl:sequence select="f:problem(., 'it may stand in ' || string-join($known?in, ', ') || ' only')"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="
            $known?needs[not(. = $here/@*/name())] ! f:problem($here, 'the attribute ' || . || ' is missing')"/>
      </xsl:otherwise>
    </xsl:choose>
    <xsl:next-match/>
  </xsl:template>

  <xsl:template match="sch:schema" mode="m:check" as="element(s:problem)*" priority="1">
    <xsl:if test="@queryBinding and not(lower-case(@queryBinding) = $bindings)">
      <xsl:sequence select="f:problem(., 'the queryBinding ' || @queryBinding || ' is not known here; xslt3 is, and xslt, xslt2')"/>
    </xsl:if>
    <xsl:if test="@defaultPhase[not(. = '#ALL')] and empty(key('phase', @defaultPhase))">
      <xsl:sequence select="f:problem(., 'there is no phase ' || @defaultPhase)"/>
    </xsl:if>
    <xsl:for-each-group select="sch:ns[@uri]" group-by="string(@prefix)">
      <xsl:if test="
          count(distinct-values(current-group()/@uri)) gt 1
          or current-grouping-key() = 'xsl' and not(@uri = 'http://www.w3.org/1999/XSL/Transform')
          or current-grouping-key() = 'teitools' and not(@uri = 'urn:tei-tools:schematron')
          or current-grouping-key() = 'svrl' and not(@uri = 'http://purl.oclc.org/dsdl/svrl')">
        <xsl:sequence select="f:problem(current-group()[last()], 'the prefix ' || @prefix || ' means something else already')"/>
      </xsl:if>
    </xsl:for-each-group>
    <xsl:next-match/>
  </xsl:template>

  <xsl:template match="sch:pattern[@documents]" mode="m:check" as="element(s:problem)*" priority="1.5">
    <xsl:sequence select="f:problem(., 'other documents are not read: leave out the attribute documents')"/>
    <xsl:next-match/>
  </xsl:template>

  <xsl:template match="sch:pattern[@is-a]" mode="m:check" as="element(s:problem)*" priority="1">
    <xsl:variable name="abstract" as="element()*" select="key('pattern', @is-a)[@abstract = 'true']"/>
    <xsl:choose>
      <xsl:when test="empty($abstract)">
        <xsl:sequence select="f:problem(., 'there is no abstract pattern ' || @is-a)"/>
      </xsl:when>
      <xsl:when test="$abstract/@is-a">
        <xsl:sequence select="f:problem(., 'the abstract pattern ' || @is-a || ' is itself made of another one')"/>
      </xsl:when>
    </xsl:choose>
    <xsl:next-match/>
  </xsl:template>

  <xsl:template match="sch:rule[not(@context)][not(@abstract = 'true')]" mode="m:check" as="element(s:problem)*" priority="1">
    <xsl:sequence select="f:problem(., 'the attribute context is missing')"/>
    <xsl:next-match/>
  </xsl:template>

  <xsl:template match="sch:extends[@rule]" mode="m:check" as="element(s:problem)*" priority="1">
    <xsl:choose>
      <xsl:when test="empty(key('abstract-rule', @rule))">
        <xsl:sequence select="f:problem(., 'there is no abstract rule ' || @rule)"/>
      </xsl:when>
      <xsl:when test="f:extends-itself(., ())">
        <xsl:sequence select="f:problem(., 'the rule ' || @rule || ' extends itself')"/>
      </xsl:when>
    </xsl:choose>
    <xsl:next-match/>
  </xsl:template>

  <xsl:template match="sch:active" mode="m:check" as="element(s:problem)*" priority="1">
    <xsl:if test="empty(key('pattern', @pattern)[not(@abstract = 'true')])">
      <xsl:sequence select="f:problem(., 'there is no pattern ' || @pattern || ' that could be active')"/>
    </xsl:if>
    <xsl:next-match/>
  </xsl:template>

  <xsl:template match="sch:assert | sch:report" mode="m:check" as="element(s:problem)*" priority="1">
    <xsl:variable name="here" as="element()" select="."/>
    <xsl:sequence select="
        tokenize(@diagnostics)[empty(key('diagnostic', ., root($here)))] ! f:problem($here, 'there is no diagnostic ' || .),
        tokenize(@properties)[empty(key('property', ., root($here)))] ! f:problem($here, 'there is no property ' || .)"/>
    <xsl:next-match/>
  </xsl:template>

  <xsl:template match="sch:let[not(@value)][not(* | text()[normalize-space()])]" mode="m:check" as="element(s:problem)*" priority="1">
    <xsl:sequence select="f:problem(., 'it needs the attribute value, or content')"/>
    <xsl:next-match/>
  </xsl:template>

  <xsl:template match="sch:rule/xsl:*[not(self::xsl:variable)]" mode="m:check" as="element(s:problem)">
    <xsl:sequence select="f:problem(., 'of XSLT, a rule may hold xsl:variable only')"/>
  </xsl:template>

  <xsl:template match="sch:schema/*[namespace-uri() = '']" mode="m:check" as="element(s:problem)">
    <xsl:sequence select="f:problem(., 'it is in no namespace; is it meant to be an element of Schematron?')"/>
  </xsl:template>

  <!-- The abstract rule that an extends means: the one of its own pattern before others of that id. -->
  <xsl:function name="f:abstract-rule" as="element(sch:rule)?">
    <xsl:param name="extends" as="element(sch:extends)"/>
    <xsl:variable name="rules" as="element(sch:rule)*" select="key('abstract-rule', $extends/@rule, root($extends))"/>
    <xsl:sequence select="($rules[.. is $extends/ancestor::sch:pattern], $rules)[1]"/>
  </xsl:function>

  <xsl:function name="f:extends-itself" as="xs:boolean">
    <xsl:param name="extends" as="element(sch:extends)"/>
    <xsl:param name="open" as="element(sch:rule)*"/>
    <xsl:variable name="rule" as="element(sch:rule)?" select="f:abstract-rule($extends)"/>
    <xsl:sequence select="
        exists($rule intersect $open)
        or (some $next in $rule/sch:extends[@rule] satisfies f:extends-itself($next, ($open, $rule)))"/>
  </xsl:function>

</xsl:stylesheet>
