<?xml version="1.0" encoding="UTF-8"?>
<!-- What the run took, by stage, and by stage and document for the slowest; only where somebody asked for it. -->
<xsl:stylesheet version="3.0" expand-text="yes" xmlns="http://www.w3.org/1999/xhtml"
  xpath-default-namespace="urn:tei-tools:report" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:f="urn:tei-tools:functions" xmlns:m="urn:tei-tools:modes"
  exclude-result-prefixes="#all">

  <!-- So many documents are told by stage. -->
  <xsl:variable name="slowest" as="xs:integer" select="50"/>

  <xsl:function name="f:times" as="element()">
    <xsl:param name="report" as="element(report)"/>
    <section aria-labelledby="times">
      <h2 id="times">{f:say('times')}</h2>
      <xsl:choose>
        <xsl:when test="$report/@timed">
          <p>{f:say('cpu')} {f:seconds($report/@cpu)}; {f:say('elapsed')} {f:seconds($report/@elapsed)}.</p>
          <xsl:sequence select="f:stages($report), f:slowest($report)"/>
        </xsl:when>
        <xsl:otherwise><p>{f:say('no-times')} <code>tei-tools build … --report FILE</code>.</p></xsl:otherwise>
      </xsl:choose>
    </section>
  </xsl:function>

  <xsl:function name="f:stages" as="element()">
    <xsl:param name="report" as="element(report)"/>
    <xsl:variable name="most" as="xs:double" select="max((0, $report/stage/@seconds ! xs:double(.)))"/>
    <table class="stages">
      <thead>
        <tr>
          <th scope="col">{f:say('column.stage')}</th><th scope="col" class="number">{f:say('column.seconds')}</th><td></td>
        </tr>
      </thead>
      <tbody>
        <xsl:for-each select="$report/stage">
          <tr>
            <th scope="row">{@name}</th>
            <td class="number">{f:seconds(@seconds)}</td>
            <td class="bar" aria-hidden="true"><xsl:sequence select="f:bar(@seconds, $most, 'seconds')"/></td>
          </tr>
        </xsl:for-each>
      </tbody>
    </table>
  </xsl:function>

  <xsl:function name="f:slowest" as="element()*">
    <xsl:param name="report" as="element(report)"/>
    <xsl:variable name="made" as="element(document)*">
      <xsl:perform-sort select="$report/document[spent]">
        <xsl:sort select="xs:double(@seconds)" order="descending"/>
      </xsl:perform-sort>
    </xsl:variable>
    <xsl:variable name="stages" as="xs:string*" select="$report/stage[@name = $made/spent/@stage]/@name"/>
    <xsl:if test="exists($made)">
      <h3 id="slowest">{f:say(if (count($made) gt $slowest) then 'slowest' else 'by-document')}</h3>
      <div class="scroll" tabindex="0" role="group" aria-labelledby="slowest">
        <table class="slowest">
          <thead>
            <tr>
              <th scope="col">{f:say('column.document')}</th>
              <xsl:for-each select="$stages, f:say('column.together')"><th scope="col" class="number">{.}</th></xsl:for-each>
            </tr>
          </thead>
          <tbody>
            <xsl:for-each select="$made[position() le $slowest]">
              <xsl:variable name="document" as="element(document)" select="."/>
              <tr>
                <th scope="row">{@id}</th>
                <xsl:for-each select="$stages">
                  <td class="number">{($document/spent[@stage eq current()]/@seconds ! f:seconds(.), '·')[1]}</td>
                </xsl:for-each>
                <td class="number">{f:seconds(@seconds)}</td>
              </tr>
            </xsl:for-each>
          </tbody>
        </table>
      </div>
    </xsl:if>
  </xsl:function>

</xsl:stylesheet>
