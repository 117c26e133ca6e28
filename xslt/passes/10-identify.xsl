<?xml version="1.0" encoding="UTF-8"?>
<!-- Pass 10, TEI to TEI: what a page links to gets an id, notes get a number, and page breaks between the items of a
     list or the rows of a table go to the beginning of the next one (HTML allows nothing between them). A name that
     the file has no entry for, or that lies in another link, loses its @ref: what keeps one can be followed.

       <persName ref="#p_X">     becomes  <persName ref="#p_X" xml:id="m_p_X_2">   (the second mention)
       <note>                    becomes  <note n="3" xml:id="n_3">                (the third note)
       <pb n="7"/>               becomes  <pb n="7" xml:id="pg_7"/>
       <pb n="7"/><item>x</item> becomes  <item><pb n="7"/>x</item>                                            -->
<xsl:stylesheet version="3.0" expand-text="yes" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:f="urn:tei-tools:functions"
  xmlns:m="urn:tei-tools:modes" exclude-result-prefixes="#all">

  <xsl:mode name="m:identify" on-no-match="shallow-copy" on-multiple-match="fail" use-accumulators="mentions notes"/>

  <!-- How often each entry was pointed at, up to here. -->
  <xsl:accumulator name="mentions" as="map(xs:string, xs:integer)" initial-value="map { }">
    <xsl:accumulator-rule match="text//*[@ref]"
      select="let $id := f:id(@ref) return map:put($value, $id, ($value($id), 0)[1] + 1)"/>
  </xsl:accumulator>

  <xsl:accumulator name="notes" as="xs:integer" initial-value="0">
    <xsl:accumulator-rule match="text//note" select="$value + 1"/>
  </xsl:accumulator>

  <xsl:function name="f:identified" as="document-node()">
    <xsl:param name="document" as="document-node()"/>
    <xsl:document>
      <xsl:apply-templates select="$document/node()" mode="m:identify"/>
    </xsl:document>
  </xsl:function>

  <xsl:template match="text//*[@ref]" mode="m:identify" as="element()">
    <xsl:variable name="id" as="xs:string" select="f:id(@ref)"/>
    <xsl:variable name="leads" as="xs:boolean" select="exists(f:entry(.)) and empty(ancestor::ref | ancestor::*[@ref])"/>
    <xsl:copy>
      <xsl:if test="$leads">
        <xsl:attribute name="xml:id" select="'m_' || $id || '_' || accumulator-before('mentions')($id)"/>
      </xsl:if>
      <xsl:copy-of select="if ($leads) then @* else @* except @ref"/>
      <xsl:apply-templates select="node()" mode="m:identify"/>
    </xsl:copy>
  </xsl:template>

  <xsl:template match="text//note[not(@n and @xml:id)]" mode="m:identify" as="element(note)">
    <xsl:copy>
      <xsl:attribute name="n" select="accumulator-before('notes')"/>
      <xsl:attribute name="xml:id" select="'n_' || accumulator-before('notes')"/>
      <xsl:apply-templates select="@*, node()" mode="m:identify"/>
    </xsl:copy>
  </xsl:template>

  <xsl:template match="pb[@n][not(@xml:id)][not(parent::list | parent::table)]" mode="m:identify" as="element(pb)">
    <xsl:copy>
      <xsl:attribute name="xml:id" select="'pg_' || replace(@n, '[^\w.-]', '_')"/>
      <xsl:copy-of select="@*"/>
    </xsl:copy>
  </xsl:template>

  <!-- Between items and rows: out here, in there. -->
  <xsl:template match="list/pb | table/pb" mode="m:identify" as="empty-sequence()"/>

  <xsl:template match="list[pb]/(item | label | head) | table[pb]/row/cell[1]" mode="m:identify" as="element()">
    <xsl:variable name="outer" as="element()" select="(parent::row, .)[1]"/>
    <xsl:variable name="before" as="element(pb)*"
      select="$outer/preceding-sibling::pb[(following-sibling::* except following-sibling::pb)[1] is $outer]"/>
    <xsl:variable name="last" as="element(pb)*"
      select="$outer[empty(following-sibling::* except following-sibling::pb)]/following-sibling::pb"/>
    <xsl:copy>
      <xsl:apply-templates select="@*" mode="m:identify"/>
      <xsl:copy-of select="$before"/>
      <xsl:apply-templates select="node()" mode="m:identify"/>
      <xsl:copy-of select="$last"/>
    </xsl:copy>
  </xsl:template>

</xsl:stylesheet>
