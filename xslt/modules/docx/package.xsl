<?xml version="1.0" encoding="UTF-8"?>
<!-- The parts of the file, in one document (the "flat" form of the format): publish/docx.py packs them. -->
<xsl:stylesheet version="3.0" expand-text="yes" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage" xmlns:t="http://www.tei-c.org/ns/1.0" xmlns:b="urn:tei-tools:flow" xmlns:f="urn:tei-tools:functions" xmlns:m="urn:tei-tools:modes"
    xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    xpath-default-namespace="urn:tei-tools:flow" exclude-result-prefixes="xs b f m pkg t">

  <xsl:mode on-no-match="fail" on-multiple-match="fail"/>
  <xsl:mode name="m:docx" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:variable name="office" as="xs:string" select="'http://schemas.openxmlformats.org/officeDocument/2006/relationships/'"/>
  <xsl:variable name="word" as="xs:string" select="'application/vnd.openxmlformats-officedocument.wordprocessingml.'"/>

  <xsl:template match="/" as="element(pkg:package)">
    <xsl:variable name="flow" as="document-node()" select="f:flow(.)"/>
    <xsl:variable name="links" as="xs:string*" select="distinct-values($flow//r/@href[not(starts-with(., '#'))])"/>
    <xsl:variable name="in-notes" as="xs:string*" select="distinct-values($flow//note//r/@href[not(starts-with(., '#'))])"/>
    <xsl:variable name="parts" as="element()+">
      <xsl:sequence select="f:properties(.), f:styles(f:language(./*)), f:numbering(), f:settings()"/>
      <w:document>
        <w:body>
          <xsl:apply-templates select="$flow/flow/*" mode="m:docx">
            <xsl:with-param name="links" select="$links" tunnel="yes"/>
          </xsl:apply-templates>
          <xsl:sequence select="f:section()"/>
        </w:body>
      </w:document>
      <w:footnotes>
        <xsl:sequence select="f:separators()"/>
        <xsl:apply-templates select="$flow//note" mode="m:footnote">
          <xsl:with-param name="links" select="$in-notes" tunnel="yes"/>
        </xsl:apply-templates>
      </w:footnotes>
    </xsl:variable>
    <pkg:package>
      <xsl:sequence select="
          f:part('/_rels/.rels', 'application/vnd.openxmlformats-package.relationships+xml', f:top())"/>
      <xsl:sequence select="f:part('/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml', $parts[1])"/>
      <xsl:for-each select="'styles', 'numbering', 'settings', 'document', 'footnotes'">
        <xsl:variable name="name" as="xs:string" select="."/>
        <xsl:sequence select="
            f:part('/word/' || . || '.xml', $word || (if (. = 'document') then 'document.main' else .) || '+xml',
              $parts[local-name() = $name])"/>
      </xsl:for-each>
      <xsl:sequence select="f:relations('document', $links, ('styles', 'numbering', 'settings', 'footnotes'))"/>
      <xsl:sequence select="f:relations('footnotes', $in-notes, ())"/>
    </pkg:package>
  </xsl:template>

  <xsl:function name="f:part" as="element(pkg:part)">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="type" as="xs:string"/>
    <xsl:param name="content" as="element()"/>
    <pkg:part pkg:name="{$name}" pkg:contentType="{$type}">
      <pkg:xmlData>
        <xsl:sequence select="$content"/>
      </pkg:xmlData>
    </pkg:part>
  </xsl:function>

  <xsl:function name="f:top" as="element()">
    <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
      <Relationship Id="rId1" Type="{$office}officeDocument" Target="word/document.xml"/>
      <Relationship Id="rId2" Target="docProps/core.xml"
        Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"/>
    </Relationships>
  </xsl:function>

  <!-- What a part refers to: addresses outside, and other parts. -->
  <xsl:function name="f:relations" as="element(pkg:part)">
    <xsl:param name="part" as="xs:string"/>
    <xsl:param name="links" as="xs:string*"/>
    <xsl:param name="others" as="xs:string*"/>
    <xsl:variable name="content" as="element()">
      <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
        <xsl:for-each select="$others">
          <Relationship Id="{.}" Type="{$office}{.}" Target="{.}.xml"/>
        </xsl:for-each>
        <xsl:for-each select="$links">
          <Relationship Id="link{position()}" Type="{$office}hyperlink" Target="{.}" TargetMode="External"/>
        </xsl:for-each>
      </Relationships>
    </xsl:variable>
    <xsl:sequence select="f:part('/word/_rels/' || $part || '.xml.rels', 'application/vnd.openxmlformats-package.relationships+xml', $content)"/>
  </xsl:function>

  <!-- Title, authors, language: what the header says, and no clock. -->
  <xsl:function name="f:properties" as="element()">
    <xsl:param name="document" as="document-node()"/>
    <xsl:variable name="header" as="element()?" select="$document/*/t:teiHeader"/>
    <cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
        xmlns:dc="http://purl.org/dc/elements/1.1/">
      <dc:title>{($document/t:TEI ! f:title(.), $header/t:fileDesc/t:titleStmt/t:title[1] ! f:plain(.))[1]}</dc:title>
      <xsl:for-each select="string-join($header/t:fileDesc/t:titleStmt/(t:author | t:editor) ! f:plain(.), '; ')[.]">
        <dc:creator>{.}</dc:creator>
      </xsl:for-each>
      <xsl:for-each select="$header/t:profileDesc/t:abstract">
        <dc:description>{f:plain(.)}</dc:description>
      </xsl:for-each>
      <xsl:for-each select="string-join($header/t:profileDesc/t:textClass/t:keywords/t:term ! f:plain(.), '; ')[.]">
        <cp:keywords>{.}</cp:keywords>
      </xsl:for-each>
      <dc:language>{f:language($document/*)}</dc:language>
    </cp:coreProperties>
  </xsl:function>

  <xsl:function name="f:section" as="element()">
    <w:sectPr>
      <w:pgSz w:w="11906" w:h="16838"/>
      <w:pgMar w:top="1417" w:right="1417" w:bottom="1417" w:left="1417" w:header="708" w:footer="708" w:gutter="0"/>
    </w:sectPr>
  </xsl:function>

  <xsl:function name="f:settings" as="element()">
    <w:settings>
      <w:footnotePr>
        <w:footnote w:id="-1"/>
        <w:footnote w:id="0"/>
      </w:footnotePr>
      <w:compat>
        <w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>
      </w:compat>
    </w:settings>
  </xsl:function>

  <!-- The line above the notes of a page. -->
  <xsl:function name="f:separators" as="element()+">
    <w:footnote w:type="separator" w:id="-1">
      <w:p><w:r><w:separator/></w:r></w:p>
    </w:footnote>
    <w:footnote w:type="continuationSeparator" w:id="0">
      <w:p><w:r><w:continuationSeparator/></w:r></w:p>
    </w:footnote>
  </xsl:function>

</xsl:stylesheet>
