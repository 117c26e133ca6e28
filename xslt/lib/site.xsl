<?xml version="1.0" encoding="UTF-8"?>
<!-- The site that a page stands in, and how a page leads to another. Links name files, never folders, and are relative:
     a site opens from a sub-folder and from the disk.

     <site xmlns="urn:tei-tools:site" title="An edition" url="https://example.org/e/" publisher="…" date="2026"
         licence="https://…" licence-text="CC0" logo="assets/logo.svg">
       <editor>A. Editor</editor>
       <page key="index" href="index.html"/>               what the navigation leads to: a name of the locale
       <page href="pages/method.html">Our method</page>    or a title of its own
       <download key="tei" folder="../tei/" ending=".xml" type="application/tei+xml"/>
       <sheet href="assets/site/own.css"/>                  style sheets of the edition, after those of the tool
       <s key="persons">People</s>                          wording of the edition, before that of the locale
     </site>                                                                                                    -->
<xsl:stylesheet version="3.0" expand-text="yes" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:s="urn:tei-tools:site" xmlns:f="urn:tei-tools:functions"
  exclude-result-prefixes="#all">

  <xsl:variable name="edition" as="element(s:site)" select="$site/s:site"/>
  <xsl:variable name="edition-title" as="xs:string" select="string($edition/@title)"/>

  <!-- The way from this page to the top of the site: '' or '../'. A server shows the page for what is not there at any
       address: where the edition's own is known, its links begin at the top of the server, '/e/'. -->
  <xsl:variable name="root" as="xs:string" select="
      if ($page = '404.html' and $edition/@url) then replace($edition/@url, '^https?://[^/]*', '')
      else string-join(tokenize($page, '/')[position() gt 1] ! '../')"/>

  <!-- f:here('d178.html') on the page persons/p_RR1.html → '../d178.html' -->
  <xsl:function name="f:here" as="xs:string">
    <xsl:param name="path" as="xs:string"/>
    <xsl:sequence select="$root || $path"/>
  </xsl:function>

  <!-- The public address of a page, '' where the edition has none. -->
  <xsl:function name="f:address" as="xs:string">
    <xsl:param name="path" as="xs:string"/>
    <xsl:sequence select="if ($edition/@url) then $edition/@url || replace($path, '^index\.html$', '') else ''"/>
  </xsl:function>

  <!-- The page of the navigation with that name. -->
  <xsl:function name="f:site-page" as="element(s:page)?">
    <xsl:param name="key" as="xs:string"/>
    <xsl:sequence select="$edition/s:page[@key = $key]"/>
  </xsl:function>

</xsl:stylesheet>
