<?xml version="1.0" encoding="UTF-8"?>
<!-- Pass 10, TEI to TEI: what a page links to gets an id, notes get a number, and what stands between the items of a
     list or the rows of a table (a page break, mostly) goes to the beginning of the next one: HTML allows nothing there.
     A name that the file has no entry for loses its @ref: what keeps one can be followed. One that has an entry, and lies
     in or around another link, has it as @key: it is a mention, and no link.

       <persName ref="#p_X">     becomes  <persName ref="#p_X" xml:id="m_p_X_2">   (the second mention)
       <note>                    becomes  <note n="3" xml:id="n_3">                (the third note)
       <pb n="7"/>               becomes  <pb n="7" xml:id="pg_7"/>
       <div><head>x</head></div> becomes  <div xml:id="part_2"><head>x</head></div>
       <pb n="7"/><item>x</item> becomes  <item><pb n="7"/>x</item>                                            -->
<xsl:stylesheet version="3.0" expand-text="yes" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:f="urn:tei-tools:functions"
  xmlns:m="urn:tei-tools:modes" exclude-result-prefixes="#all">

  <xsl:mode name="m:identify" on-no-match="shallow-copy" on-multiple-match="fail" use-accumulators="mentions notes pages parts"/>

  <!-- How often each entry was pointed at, up to here. -->
  <xsl:accumulator name="mentions" as="map(xs:string, xs:integer)" initial-value="map { }">
    <xsl:accumulator-rule match="text//*[@ref]"
      select="let $id := f:id(@ref) return map:put($value, $id, ($value($id), 0)[1] + 1)"/>
  </xsl:accumulator>

  <xsl:accumulator name="notes" as="xs:integer" initial-value="0">
    <xsl:accumulator-rule match="text//note" select="$value + 1"/>
  </xsl:accumulator>

  <!-- How often each page number came without an id. -->
  <xsl:accumulator name="pages" as="map(xs:string, xs:integer)" initial-value="map { }">
    <xsl:accumulator-rule match="pb[@n][not(@xml:id)]" select="map:put($value, string(@n), ($value(string(@n)), 0)[1] + 1)"/>
  </xsl:accumulator>

  <xsl:accumulator name="parts" as="xs:integer" initial-value="0">
    <xsl:accumulator-rule match="text//div[head]" select="$value + 1"/>
  </xsl:accumulator>

  <xsl:function name="f:identified" as="document-node()">
    <xsl:param name="document" as="document-node()"/>
    <xsl:document>
      <xsl:apply-templates select="$document/node()" mode="m:identify">
        <xsl:with-param name="entries" tunnel="yes" select="map:merge($document//standOff//*/@xml:id ! map { string(): true() })"/>
      </xsl:apply-templates>
    </xsl:document>
  </xsl:function>

  <!-- Nothing to be done in these: copied at once. -->
  <xsl:template match="teiHeader | standOff" mode="m:identify" as="element()">
    <xsl:copy-of select="."/>
  </xsl:template>

  <xsl:template match="*[@ref]" mode="m:identify" as="element()">
    <xsl:param name="entries" as="map(xs:string, xs:boolean)" tunnel="yes"/>
    <xsl:variable name="id" as="xs:string" select="f:id(@ref)"/>
    <xsl:variable name="meant" as="xs:boolean" select="map:contains($entries, $id)"/>
    <xsl:variable name="leads" as="xs:boolean" select="
        $meant and empty(ancestor::*[self::ref or @ref]) and (empty(*) or empty(descendant::ref | descendant::note))"/>
    <xsl:copy>
      <xsl:if test="$meant and not($leads)">
        <xsl:attribute name="key" select="$id"/>
      </xsl:if>
      <xsl:if test="$meant">
        <xsl:attribute name="xml:id" select="'m_' || $id || '_' || accumulator-before('mentions')($id)"/>
      </xsl:if>
      <xsl:copy-of select="if ($leads) then @* else if ($meant) then @* except (@ref, @key) else @* except @ref"/>
      <xsl:apply-templates select="node()" mode="m:identify"/>
    </xsl:copy>
  </xsl:template>

  <xsl:template match="note[not(@n and @xml:id)]" mode="m:identify" as="element(note)">
    <xsl:copy>
      <xsl:attribute name="n" select="accumulator-before('notes')"/>
      <xsl:attribute name="xml:id" select="'n_' || accumulator-before('notes')"/>
      <xsl:apply-templates select="@*, node()" mode="m:identify"/>
    </xsl:copy>
  </xsl:template>

  <xsl:template match="pb[@n][not(@xml:id)]" mode="m:identify" as="element(pb)">
    <xsl:variable name="times" as="xs:integer" select="accumulator-before('pages')(string(@n))"/>
    <xsl:copy>
      <xsl:attribute name="xml:id" select="string-join(('pg', replace(@n, '[^\w.-]', '_'), $times[. gt 1]), '_')"/>
      <xsl:copy-of select="@*"/>
    </xsl:copy>
  </xsl:template>

  <xsl:template match="div[head][not(@xml:id)]" mode="m:identify" as="element(div)">
    <xsl:copy>
      <xsl:attribute name="xml:id" select="'part_' || accumulator-before('parts')"/>
      <xsl:apply-templates select="@*, node()" mode="m:identify"/>
    </xsl:copy>
  </xsl:template>

  <!-- Between items and rows: out here, in there. -->
  <xsl:template match="list[f:between(.)] | table[f:between(.)]" mode="m:identify" as="element()">
    <xsl:copy>
      <xsl:apply-templates select="@*, * except f:between(.)" mode="m:identify"/>
    </xsl:copy>
  </xsl:template>

  <xsl:function name="f:between" as="element()*">
    <xsl:param name="block" as="element()"/>
    <xsl:sequence select="$block/(* except (head, item, label, row))"/>
  </xsl:function>

  <xsl:template match="list[f:between(.)]/item | list[f:between(.)]/label | list[f:between(.)]/head | table[f:between(.)]/head
      | table[f:between(.)]/row/cell[1]" mode="m:identify" as="element()">
    <xsl:variable name="outer" as="element()" select="if (self::cell) then .. else ."/>
    <xsl:variable name="between" as="element()*" select="f:between($outer/..)"/>
    <xsl:variable name="parts" as="element()*" select="$outer/../* except $between"/>
    <xsl:variable name="previous" as="element()?" select="$outer/preceding-sibling::*[. intersect $parts][1]"/>
    <xsl:copy>
      <xsl:apply-templates select="@*" mode="m:identify"/>
      <xsl:apply-templates select="$between[. &lt;&lt; $outer][empty($previous) or . >> $previous]" mode="m:identify"/>
      <xsl:apply-templates select="node()" mode="m:identify"/>
      <xsl:if test="$outer is $parts[last()]">
        <xsl:apply-templates select="$between[. >> $outer]" mode="m:identify"/>
      </xsl:if>
    </xsl:copy>
  </xsl:template>

</xsl:stylesheet>
