<?xml version="1.0" encoding="UTF-8"?>
<!-- The index of a book: marks at the mentions in its documents, and the entries that collect them. -->
<xsl:stylesheet version="3.0" expand-text="yes" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:f="urn:tei-tools:functions" xmlns:m="urn:tei-tools:modes" exclude-result-prefixes="#all">

  <!-- How often each entry was named in this document, up to here: the first mention is a link. -->
  <xsl:accumulator name="named" as="map(xs:string, xs:integer)" initial-value="map { }">
    <xsl:accumulator-rule match="div[@type = 'document']" select="map { }"/>
    <xsl:accumulator-rule match="body//*[@ref][self::persName or self::placeName or self::orgName]" select="
        let $id := f:id(@ref) return map:put($value, $id, ($value($id), 0)[1] + 1)"/>
  </xsl:accumulator>

  <!-- Entries that send to another one: Diem, see Ngo Dinh Diem. -->
  <xsl:key name="sending" match="standOff//*[@sameAs][@xml:id]" use="f:id(@sameAs)"/>

  <!-- The entry that a name counts for: the one that its own sends to, where that exists. -->
  <xsl:function name="f:counted" as="xs:string">
    <xsl:param name="name" as="element()"/>
    <xsl:variable name="id" as="xs:string" select="f:id($name/@ref)"/>
    <xsl:variable name="other" as="xs:string?" select="f:entry($name)/@sameAs ! f:id(.)"/>
    <xsl:sequence select="if ($other and key('by-id', $other, root($name))[ancestor::standOff]) then $other else $id"/>
  </xsl:function>

  <!-- ==== in the text ==== -->

  <!-- Typst needs an eighth of a megabyte for a link. So a volume has links in the heads of its documents,
       and a smaller book at the first mention in each document. -->
  <xsl:variable name="is-small" as="xs:boolean" select="count(/TEI/text/body//*[@ref]) le 3000"/>

  <!-- <persName ref="#p_X" role="sender">X</persName> → #x("p_X", "sender");#to-index("p_X")[#"X";]; -->
  <xsl:template match="body//*[@ref][self::persName or self::placeName or self::orgName][$is-book][f:entry(.)]" mode="m:typst" priority="5">
    <xsl:variable name="id" as="xs:string" select="f:counted(.)"/>
    <xsl:text>#{if (ancestor::note) then 'xn' else 'x'}({string-join(($id, @role[f:says('index.' || .)]) ! f:literal(.), ', ')});</xsl:text>
    <xsl:choose>
      <xsl:when test="if ($is-small) then accumulator-before('named')(f:id(@ref)) = 1 else exists(ancestor::head)">
        <xsl:sequence select="f:indexed(.)"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:next-match/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- A name as a link to its entry, where there is something to see and no link around it. -->
  <xsl:function name="f:indexed" as="text()*">
    <xsl:param name="name" as="element()"/>
    <xsl:variable name="words" as="text()*">
      <xsl:apply-templates select="$name/node()" mode="m:typst"/>
    </xsl:variable>
    <xsl:variable name="leads" as="xs:boolean" select="
        f:visible($name) and empty($name/(ancestor::ref | descendant::note | descendant::ref)) and exists(f:mentions(f:counted($name), $name))"/>
    <xsl:value-of select="
        if ($leads) then '#to-index(' || f:literal(f:counted($name)) || ')[' || string-join($words) || '];' else string-join($words)"/>
  </xsl:function>

  <!-- What the documents say of an entry, under its own name or one that sends to it. -->
  <xsl:function name="f:mentions" as="element()*">
    <xsl:param name="id" as="xs:string"/>
    <xsl:param name="context" as="node()"/>
    <xsl:sequence select="key('pointing', ($id, key('sending', $id, root($context))/@xml:id), root($context))[self::persName or self::placeName or self::orgName][ancestor::body]"/>
  </xsl:function>

  <!-- ==== the indexes ==== -->

  <!-- 'persons', 'places', 'organisations': those that have an entry that the documents name. -->
  <xsl:function name="f:indexes" as="xs:string*">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:variable name="entries" as="element()*" select="$tei/standOff//(person | place | org)[f:mentions(string(@xml:id), .)]"/>
    <xsl:sequence select="'persons'[$entries/self::person], 'places'[$entries/self::place], 'organisations'[$entries/self::org]"/>
  </xsl:function>

  <xsl:template name="indexes">
    <xsl:variable name="tei" as="element(TEI)" select="."/>
    <xsl:for-each select="f:indexes(.)">
      <xsl:variable name="title" as="xs:string" select="f:say('index.' || .)"/>
      <xsl:variable name="kind" as="xs:string" select="."/>
      <xsl:text>#part(1, {f:literal($title)}, mark: {f:literal('index ' || .)})[{f:text($title)}];&#10;#index-entries(&#10;</xsl:text>
      <xsl:for-each select="$tei/standOff//(person[$kind = 'persons'] | place[$kind = 'places'] | org[$kind = 'organisations'])[@xml:id][f:mentions(string(@xml:id), .)]">
        <xsl:sort select="f:sort-name(.)"/>
        <xsl:call-template name="index-entry"/>
      </xsl:for-each>
      <xsl:text>);&#10;</xsl:text>
    </xsl:for-each>
  </xsl:template>

  <!-- ("p_X", "Name, First", "n", (("sender", "documents from"), ), ""), -->
  <xsl:template name="index-entry">
    <xsl:variable name="name" as="xs:string" select="f:plain((persName | placeName | orgName)[1])"/>
    <xsl:variable name="ways" as="xs:string*" select="distinct-values(f:mentions(string(@xml:id), .)/@role)[f:says('index.' || .)]"/>
    <xsl:text>({f:literal(@xml:id)}, {f:literal($name)}, {f:literal(substring(f:sort-name(.), 1, 1))}, (</xsl:text>
    <xsl:for-each select="('sender', 'addressee', 'participant')[. = $ways]">
      <xsl:text>({f:literal(.)}, {f:literal(f:say('index.' || .))}), </xsl:text>
    </xsl:for-each>
    <xsl:variable name="other" as="element()?" select="@sameAs ! key('by-id', f:id(.))[ancestor::standOff][1]"/>
    <xsl:variable name="see" as="xs:string?" select="
        $other ! f:say('index.see', map { 'name': f:plain((persName | placeName | orgName)[1]) })"/>
    <xsl:text>), {f:literal($see)}),&#10;</xsl:text>
  </xsl:template>

</xsl:stylesheet>
