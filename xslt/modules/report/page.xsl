<?xml version="1.0" encoding="UTF-8"?>
<!-- The page of the report: what an editor has to know first, then failures, doubts, plots, documents, times. -->
<xsl:stylesheet version="3.0" expand-text="yes" xmlns="http://www.w3.org/1999/xhtml"
  xpath-default-namespace="urn:tei-tools:report" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:tei-tools:functions" xmlns:m="urn:tei-tools:modes"
  exclude-result-prefixes="#all">

  <xsl:import href="words.xsl"/>
  <xsl:import href="doubts.xsl"/>
  <xsl:import href="documents.xsl"/>
  <xsl:import href="plots.xsl"/>
  <xsl:import href="times.xsl"/>

  <xsl:mode name="m:report" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="/" as="element()">
    <xsl:apply-templates select="report" mode="m:report"/>
  </xsl:template>

  <xsl:template match="report" mode="m:report" as="element()">
    <html lang="en">
      <head>
        <meta charset="utf-8"/>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <meta name="robots" content="noindex"/>
        <title>{f:say('report')}: {@title}</title>
        <style>{$css}</style>
      </head>
      <body>
        <a class="skip" href="#main">{f:say('skip')}</a>
        <xsl:sequence select="f:top(.)"/>
        <main id="main" tabindex="-1">
          <xsl:sequence select="f:failures(.), f:kinds(.), f:plots(.), f:documents(.), f:times(.)"/>
        </main>
        <footer><p>{f:say('made-by')}</p></footer>
      </body>
    </html>
  </xsl:template>

  <!-- The title, the verdict, and the figures behind it; each leads to its part. -->
  <xsl:function name="f:top" as="element()">
    <xsl:param name="report" as="element(report)"/>
    <xsl:variable name="failures" as="xs:integer" select="count($report/failure)"/>
    <xsl:variable name="errors" as="xs:integer" select="count($report/doubt[@severity eq 'error'])"/>
    <xsl:variable name="verdict" as="xs:string" select="
        if ($failures + $errors gt 0) then 'stop' else if ($report/doubt[@severity eq 'warning']) then 'look' else 'go'"/>
    <header>
      <p class="over">{f:say('report')}</p>
      <h1>{$report/@title}</h1>
      <p class="verdict {$verdict}">{f:say('verdict.' || $verdict)}</p>
      <ul class="figures">
        <li><a href="#documents">{f:many(count($report/document), 'document')}</a></li>
        <li class="{'bad'[$failures gt 0]}"><a href="#failures">{f:many($failures, 'failure')}</a></li>
        <xsl:for-each select="$severities">
          <xsl:variable name="count" as="xs:integer" select="count($report/doubt[@severity eq current()])"/>
          <li class="{if (. eq 'error' and $count gt 0) then 'bad' else ''}"><a href="#doubts">{f:many($count, .)}</a></li>
        </xsl:for-each>
      </ul>
      <p class="quiet">{f:say('formats')} {string-join(tokenize($report/@formats), ', ')}. {f:say('severities')}</p>
    </header>
  </xsl:function>

  <xsl:function name="f:failures" as="element()">
    <xsl:param name="report" as="element(report)"/>
    <section aria-labelledby="failures">
      <h2 id="failures">{f:say('failures')}</h2>
      <xsl:choose>
        <xsl:when test="$report/failure">
          <ol class="failures"><xsl:apply-templates select="$report/failure" mode="m:report"/></ol>
        </xsl:when>
        <xsl:otherwise><p>{f:say('no-failure')}</p></xsl:otherwise>
      </xsl:choose>
    </section>
  </xsl:function>

  <xsl:template match="failure" mode="m:report" as="element()">
    <li>
      <p><xsl:if test="@place"><code>{@place}</code>{': '}</xsl:if>{@message}</p>
      <xsl:if test="@remedy"><p class="hint">{@remedy}</p></xsl:if>
    </li>
  </xsl:template>

</xsl:stylesheet>
