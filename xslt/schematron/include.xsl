<?xml version="1.0" encoding="UTF-8"?>
<!-- First pass, Schematron to Schematron: what is in other files comes in. They were read before, and each include says
     in s:file which one it means:

       <s:files>
         <s:file name="house.sch"><schema s:at="house.sch:1"><include href="n.sch#p" s:file="n.sch"/></schema></s:file>
         <s:file name="n.sch"><patterns><pattern id="p" s:at="n.sch:2"/></patterns></s:file>
       </s:files>                                    becomes  <schema s:at="house.sch:1"><pattern id="p" s:at="n.sch:2"/></schema>

     An extends with a file becomes the content of the element it names, an xsl:include that of the stylesheet. -->
<xsl:stylesheet version="3.0" expand-text="yes" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:m="urn:tei-tools:modes" xmlns:f="urn:tei-tools:functions"
  xmlns:s="urn:tei-tools:schematron" xmlns:sch="http://purl.oclc.org/dsdl/schematron" exclude-result-prefixes="#all">

  <xsl:mode name="m:include" on-no-match="shallow-copy" on-multiple-match="fail"/>

  <xsl:key name="file" match="s:file" use="@name"/>

  <xsl:template match="comment() | processing-instruction()" mode="m:include" as="empty-sequence()"/>

  <xsl:template match="sch:include[@s:file]" mode="m:include" as="node()*">
    <xsl:param name="open" as="xs:string*" tunnel="yes"/>
    <xsl:variable name="target" as="element()?" select="f:target(.)"/>
    <xsl:choose>
      <xsl:when test="@href = $open or empty($target)"><xsl:sequence select="f:no-target(., $open)"/></xsl:when>
      <xsl:when test="$target/self::sch:schema">
        <xsl:sequence select="f:problem(., 'the file holds a whole schema: write extends instead of include, or name a part of it with #id')"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:apply-templates select="$target" mode="m:include">
          <xsl:with-param name="open" select="$open, @href" tunnel="yes"/>
        </xsl:apply-templates>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="sch:extends[@s:file]" mode="m:include" as="node()*">
    <xsl:param name="open" as="xs:string*" tunnel="yes"/>
    <xsl:variable name="target" as="element()?" select="f:target(.)"/>
    <xsl:choose>
      <xsl:when test="@href = $open or empty($target)"><xsl:sequence select="f:no-target(., $open)"/></xsl:when>
      <xsl:otherwise>
        <xsl:apply-templates select="$target/node()" mode="m:include">
          <xsl:with-param name="open" select="$open, @href" tunnel="yes"/>
        </xsl:apply-templates>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- What the root of the stylesheet says of all its content, each declaration then says itself. -->
  <xsl:template match="xsl:include[@s:file] | xsl:import[@s:file]" mode="m:include" as="node()*" priority="2">
    <xsl:param name="open" as="xs:string*" tunnel="yes"/>
    <xsl:choose>
      <xsl:when test="@href = $open"><xsl:sequence select="f:no-target(., $open)"/></xsl:when>
      <xsl:otherwise>
        <xsl:apply-templates select="f:target(.)/node()" mode="m:include">
          <xsl:with-param name="open" select="$open, @href" tunnel="yes"/>
        </xsl:apply-templates>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="xsl:stylesheet/xsl:* | xsl:transform/xsl:*" mode="m:include" as="node()*" priority="1">
    <xsl:copy>
      <xsl:copy-of select="../(@version, @xpath-default-namespace, @expand-text, @default-collation), @*"/>
      <xsl:apply-templates mode="m:include"/>
    </xsl:copy>
  </xsl:template>

  <!-- The element that href names: the root of the file, or the one with the id behind "#". -->
  <xsl:function name="f:target" as="element()?">
    <xsl:param name="reference" as="element()"/>
    <xsl:variable name="file" as="element(s:file)?" select="key('file', $reference/@s:file, root($reference))"/>
    <xsl:variable name="id" as="xs:string" select="substring-after($reference/@href, '#')"/>
    <xsl:sequence select="if ($id) then $file//*[(@id, @xml:id) = $id][1] else $file/*"/>
  </xsl:function>

  <xsl:function name="f:no-target" as="element(s:problem)">
    <xsl:param name="reference" as="element()"/>
    <xsl:param name="open" as="xs:string*"/>
    <xsl:sequence select="
        f:problem($reference, if ($reference/@href = $open) then 'the file includes itself'
          else 'the file has no element with the id ' || substring-after($reference/@href, '#'))"/>
  </xsl:function>

  <xsl:function name="f:problem" as="element(s:problem)">
    <xsl:param name="element" as="element()"/>
    <xsl:param name="text" as="xs:string"/>
    <s:problem at="{$element/ancestor-or-self::*[@s:at][1]/@s:at}">{($element/@s:what, local-name($element))[1]}: {$text}</s:problem>
  </xsl:function>

</xsl:stylesheet>
