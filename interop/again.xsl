<?xml version="1.0" encoding="UTF-8"?>
<!-- Runs stylesheets again, with the processor that runs this one. interop/saxon_he.py writes what it is given:

     <runs><run stylesheet="file:…/html.xsl" source="file:…/given1.xml" result="file:…/result1/">
       <static name="profile">frus</static>
       <parameter name="new-page" type="bool">true</parameter>  <parameter name="locale" href="file:…/given2.xml"/>
     </run></runs>

     The principal result is written as the stylesheet serialises it, the others as the trees that they are. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:f="urn:tei-tools:functions" exclude-result-prefixes="#all">

  <xsl:output method="text" encoding="UTF-8"/>

  <xsl:template match="/runs">
    <xsl:for-each select="run">
      <xsl:variable name="results" as="map(*)" select="f:run(., 'serialized')"/>
      <xsl:result-document href="{@result}principal" method="text">
        <xsl:sequence select="$results(string(@result))"/>
      </xsl:result-document>
      <xsl:variable name="others" as="map(*)" select="
          if (map:size($results) gt 1) then map:remove(f:run(., 'document'), string(@result)) else map {}"/>
      <xsl:for-each select="map:keys($others)">
        <xsl:result-document href="{.}" method="{if ($others(.)/*) then 'xml' else 'text'}" indent="no">
          <xsl:sequence select="$others(.)"/>
        </xsl:result-document>
      </xsl:for-each>
    </xsl:for-each>
  </xsl:template>

  <!-- address of a result → the result -->
  <xsl:function name="f:run" as="map(*)">
    <xsl:param name="run" as="element(run)"/>
    <xsl:param name="form" as="xs:string"/>
    <xsl:sequence select="
        transform(map {
          'stylesheet-location': string($run/@stylesheet), 'source-node': doc($run/@source),
          'delivery-format': $form, 'base-output-uri': string($run/@result),
          'static-params': map:merge($run/static ! f:given(.)),
          'stylesheet-params': map:merge($run/parameter ! f:given(.)) })"/>
  </xsl:function>

  <!-- A parameter; its name may be {namespace}name. -->
  <xsl:function name="f:given" as="map(xs:QName, item())">
    <xsl:param name="given" as="element()"/>
    <xsl:variable name="value" as="item()" select="
        if ($given/@href) then doc($given/@href)
        else if ($given/@type = 'bool') then xs:boolean($given)
        else if ($given/@type = 'int') then xs:integer($given) else string($given)"/>
    <xsl:variable name="name" as="xs:string" select="$given/@name"/>
    <xsl:sequence select="
        map { QName(substring-before(substring-after($name, '{'), '}'), tokenize($name, '\}')[last()]): $value }"/>
  </xsl:function>

</xsl:stylesheet>
