<?xml version="1.0" encoding="UTF-8"?>
<!-- What every format asks of a document: wording, titles, dates, names, keys. -->
<xsl:stylesheet version="3.0" expand-text="yes" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:w="urn:tei-tools:locale" xmlns:s="urn:tei-tools:site"
  xmlns:f="urn:tei-tools:functions" exclude-result-prefixes="#all">

  <xsl:key name="by-id" match="*[@xml:id]" use="string(@xml:id)"/>
  <!-- What points at an entry of the file. -->
  <xsl:key name="pointing" match="*[@ref]" use="f:id(@ref)"/>
  <xsl:key name="pointing" match="text//*[@key][@xml:id][not(@ref)]" use="string(@key)"/>

  <!-- ==== wording ==== -->

  <xsl:variable name="wording" as="map(xs:string, xs:string)" select="
      map:merge(($site/*/s:s, $locale/*/w:s) ! map { string(@key): string() }, map { 'duplicates': 'use-first' })"/>

  <!-- say('notes') → 'Notes' -->
  <xsl:function name="f:say" as="xs:string">
    <xsl:param name="key" as="xs:string"/>
    <xsl:sequence select="
        if (f:says($key)) then $wording($key)
        else (f:report($locale, 'transform.wording-missing', $key), $key)"/>
  </xsl:function>

  <!-- say('page', map { 'n': '7' }) → 'Page 7': the first {n} in the wording is replaced. -->
  <xsl:function name="f:say" as="xs:string">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="values" as="map(xs:string, xs:string)"/>
    <xsl:iterate select="map:keys($values)">
      <xsl:param name="text" as="xs:string" select="f:say($key)"/>
      <xsl:on-completion select="$text"/>
      <xsl:variable name="slot" as="xs:string" select="'{' || . || '}'"/>
      <xsl:next-iteration>
        <xsl:with-param name="text" select="
            if (contains($text, $slot)) then substring-before($text, $slot) || $values(.) || substring-after($text, $slot)
            else $text"/>
      </xsl:next-iteration>
    </xsl:iterate>
  </xsl:function>

  <xsl:function name="f:says" as="xs:boolean">
    <xsl:param name="key" as="xs:string"/>
    <xsl:sequence select="map:contains($wording, $key)"/>
  </xsl:function>

  <!-- ==== text ==== -->

  <!-- The text of a head or title without its notes, on one line. -->
  <xsl:function name="f:plain" as="xs:string">
    <xsl:param name="nodes" as="node()*"/>
    <xsl:sequence select="normalize-space(string-join(
        for $node in $nodes
        return
          if (empty($node/descendant-or-self::*[self::note or self::lb])) then string($node)
          else $node/descendant-or-self::node()[self::text() or self::lb]
            [empty(ancestor::note intersect $node/descendant-or-self::note)] ! string((self::lb ! ' ', .)[1])))"/>
  </xsl:function>

  <!-- The language of a node, from the nearest xml:lang. -->
  <xsl:function name="f:language" as="xs:string">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="string(($node/ancestor-or-self::*[@xml:lang][1]/@xml:lang, $locale/*/@xml:lang)[1])"/>
  </xsl:function>

  <!-- '#p_RR1' → 'p_RR1', '' for pointers that leave the file; the first one of several. -->
  <xsl:function name="f:id" as="xs:string">
    <xsl:param name="pointer" as="xs:string?"/>
    <xsl:sequence select="
        substring(string(if (contains($pointer, ' ')) then tokenize($pointer)[starts-with(., '#')][1] else $pointer[starts-with(., '#')]), 2)"/>
  </xsl:function>

  <!-- The entry of standOff that a name or term points at. -->
  <xsl:function name="f:entry" as="element()?">
    <xsl:param name="name" as="element()"/>
    <xsl:sequence select="key('by-id', (f:id($name/@ref)[.], string($name/@key))[1], root($name))[ancestor::standOff][1]"/>
  </xsl:function>

  <!-- The number of a document as printed, '' where it has none. -->
  <xsl:function name="f:number" as="xs:string">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:sequence select="string($tei/text/body/div[1]/@n)"/>
  </xsl:function>

  <!-- The title of a document: that of its header, else its first head, else its id. -->
  <xsl:function name="f:title" as="xs:string">
    <xsl:param name="tei" as="element(TEI)"/>
    <xsl:variable name="titles" as="xs:string*" select="
        ($tei/teiHeader/fileDesc/titleStmt/title[not(@type = 'sub')], $tei/text/body//head) ! f:plain(.)"/>
    <xsl:sequence select="string(($titles[.], $tei/@xml:id)[1])"/>
  </xsl:function>

  <!-- ('A', 'B', 'C') → 'A, B and C' -->
  <xsl:function name="f:enumeration" as="xs:string">
    <xsl:param name="names" as="xs:string*"/>
    <xsl:sequence select="
        string-join((string-join($names[position() lt last()], ', '), $names[last()])[.], f:say('and'))"/>
  </xsl:function>

  <!-- ==== dates ==== -->

  <!-- '1984-02-14' → 'February 14, 1984', '1984-02' → 'February 1984'; what is no date stays as it is. -->
  <xsl:function name="f:date" as="xs:string">
    <xsl:param name="iso" as="xs:string"/>
    <xsl:variable name="parts" as="xs:string*" select="tokenize(replace($iso, 'T.*$', ''), '-')"/>
    <xsl:choose>
      <xsl:when test="not(matches($iso, '^\d{4}(-(0[1-9]|1[0-2])(-\d\d)?)?(T.*)?$'))">{$iso}</xsl:when>
      <xsl:when test="count($parts) = 1">{$parts[1]}</xsl:when>
      <xsl:otherwise>
        <xsl:variable name="values" as="map(xs:string, xs:string)" select="
            map { 'year': $parts[1], 'month': f:say('month.' || $parts[2]), 'day': string(number(($parts[3], '0')[1])) }"/>
        <xsl:sequence select="f:say(if (exists($parts[3])) then 'date.day' else 'date.month', $values)"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- What the attributes of a date, state or occupation say: a day, a range, a bound, or ''. -->
  <xsl:function name="f:dates" as="xs:string">
    <xsl:param name="dated" as="element()"/>
    <xsl:variable name="from" as="xs:string?" select="($dated/@from, $dated/@notBefore)[1]"/>
    <xsl:variable name="to" as="xs:string?" select="($dated/@to, $dated/@notAfter)[1]"/>
    <xsl:sequence select="
        if ($dated/@when) then f:date($dated/@when)
        else f:range($from ! f:date(.), $to ! f:date(.))"/>
  </xsl:function>

  <!-- The same by years: '1981–1989'. -->
  <xsl:function name="f:years" as="xs:string">
    <xsl:param name="dated" as="element()"/>
    <xsl:variable name="from" as="xs:string?" select="($dated/@from, $dated/@notBefore)[1]"/>
    <xsl:variable name="to" as="xs:string?" select="($dated/@to, $dated/@notAfter)[1]"/>
    <xsl:sequence select="
        if ($dated/@when) then substring($dated/@when, 1, 4)
        else f:range($from ! substring(., 1, 4), $to ! substring(., 1, 4))"/>
  </xsl:function>

  <xsl:function name="f:range" as="xs:string">
    <xsl:param name="from" as="xs:string?"/>
    <xsl:param name="to" as="xs:string?"/>
    <xsl:sequence select="
        if (empty(($from, $to))) then ''
        else if ($from = $to) then $from
        else if (empty($to)) then f:say('date.from', map { 'from': $from })
        else if (empty($from)) then f:say('date.to', map { 'to': $to })
        else $from || '–' || $to"/>
  </xsl:function>

  <!-- ==== names ==== -->

  <!-- 'Ronald W. Reagan', of an entry that has 'Reagan, Ronald W.' in parts; else the name as it is. -->
  <xsl:function name="f:name" as="xs:string">
    <xsl:param name="entry" as="element()"/>
    <xsl:variable name="name" as="element()?" select="$entry/(persName | orgName | placeName | term)[1]"/>
    <xsl:variable name="parts" as="element()*" select="$name ! (forename, nameLink, surname, genName)"/>
    <xsl:sequence select="
        if ($name/forename and $name/surname) then normalize-space(string-join($parts, ' '))
        else f:plain($name)"/>
  </xsl:function>

  <!-- 'reagan ronald w.': what a list of names is sorted by. -->
  <xsl:function name="f:sort-name" as="xs:string">
    <xsl:param name="entry" as="element()"/>
    <xsl:sequence select="lower-case(translate(f:plain($entry/(persName | orgName | placeName | term)[1]), ',’''', ''))"/>
  </xsl:function>

</xsl:stylesheet>
