<xsl:transform xmlns:f="urn:tei-tools:functions" xmlns:svrl="http://purl.oclc.org/dsdl/svrl" xmlns:tei="http://www.tei-c.org/ns/1.0" xmlns:teitools="urn:tei-tools:schematron" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" version="3.0" exclude-result-prefixes="#all" default-mode="Q{urn:tei-tools:schematron}start" teitools:phases="convert"
><xsl:output method="xml" encoding="UTF-8" indent="no"
/><xsl:param name="Q{urn:tei-tools:schematron}fired" static="yes" select="'yes'"
/><xsl:param name="Q{urn:tei-tools:schematron}phase" static="yes" select="'#ALL'"
/><xsl:mode name="Q{urn:tei-tools:schematron}start"
/><xsl:mode name="Q{urn:tei-tools:schematron}walk" on-no-match="shallow-skip"
/><xsl:key xmlns="http://purl.oclc.org/dsdl/schematron" default-mode="#unnamed" name="id" match="*[@xml:id]" use="@xml:id" teitools:at="tei_tools.sch:32" teitools:what="key id"
/><xsl:key xmlns="http://purl.oclc.org/dsdl/schematron" default-mode="#unnamed" name="note" match="tei:note[@n]" use="f:document(.)/@xml:id || ' ' || @n" teitools:at="tei_tools.sch:34" teitools:what="key note"
/><xsl:key xmlns="http://purl.oclc.org/dsdl/schematron" default-mode="#unnamed" name="block" match="tei:p | tei:list | tei:table | tei:lg | tei:quote" use="generate-id(..)" teitools:at="tei_tools.sch:36" teitools:what="key block"
/><xsl:key xmlns="http://purl.oclc.org/dsdl/schematron" default-mode="#unnamed" name="page" match="tei:pb[@n]" use="@ed || ' ' || @n" teitools:at="tei_tools.sch:38" teitools:what="key page"
/><xsl:key xmlns="http://purl.oclc.org/dsdl/schematron" default-mode="#unnamed" name="named" match="tei:text//tei:*[@ref]" use="tokenize(@ref)" teitools:at="tei_tools.sch:40" teitools:what="key named"
/><xsl:function xmlns="http://purl.oclc.org/dsdl/schematron" default-mode="#unnamed" name="f:document" as="element()?" teitools:at="tei_tools.sch:43" teitools:what="function f:document"
>
    <xsl:param name="node" as="node()" teitools:at="tei_tools.sch:44" teitools:what="param node"
/>
    <xsl:sequence select="$node/ancestor::tei:div[@type = 'document'][1]" teitools:at="tei_tools.sch:45" teitools:what="sequence"
/>
  </xsl:function><xsl:function xmlns="http://purl.oclc.org/dsdl/schematron" default-mode="#unnamed" name="f:targets" as="element()*" teitools:at="tei_tools.sch:49" teitools:what="function f:targets"
>
    <xsl:param name="pointers" as="attribute()" teitools:at="tei_tools.sch:50" teitools:what="param pointers"
/>
    <xsl:sequence select="tokenize($pointers)[starts-with(., '#')] ! key('id', substring(., 2), root($pointers))" teitools:at="tei_tools.sch:51" teitools:what="sequence"
/>
  </xsl:function><xsl:function xmlns="http://purl.oclc.org/dsdl/schematron" default-mode="#unnamed" name="f:after" as="xs:boolean" teitools:at="tei_tools.sch:55" teitools:what="function f:after"
>
    <xsl:param name="one" as="xs:string" teitools:at="tei_tools.sch:56" teitools:what="param one"
/>
    <xsl:param name="other" as="xs:string" teitools:at="tei_tools.sch:57" teitools:what="param other"
/>
    <xsl:variable name="length" as="xs:integer" select="min((string-length($one), string-length($other)))" teitools:at="tei_tools.sch:58" teitools:what="variable length"
/>
    <xsl:sequence select="         if ($one castable as xs:dateTime and $other castable as xs:dateTime)         then xs:dateTime($one) gt xs:dateTime($other)         else           translate($one, '0123456789', '9999999999') =&gt; substring(1, $length)             = translate($other, '0123456789', '9999999999') =&gt; substring(1, $length)           and compare(substring($one, 1, $length), substring($other, 1, $length), 'http://www.w3.org/2005/xpath-functions/collation/codepoint') gt 0" teitools:at="tei_tools.sch:65" teitools:what="sequence"
/>
  </xsl:function><xsl:function xmlns="http://purl.oclc.org/dsdl/schematron" default-mode="#unnamed" name="f:last" as="xs:string" teitools:at="tei_tools.sch:69" teitools:what="function f:last"
>
    <xsl:param name="text" as="text()?" teitools:at="tei_tools.sch:70" teitools:what="param text"
/>
    <xsl:sequence select="substring($text, string-length($text))" teitools:at="tei_tools.sch:71" teitools:what="sequence"
/>
  </xsl:function><xsl:function xmlns="http://purl.oclc.org/dsdl/schematron" default-mode="#unnamed" name="f:first" as="xs:string" teitools:at="tei_tools.sch:74" teitools:what="function f:first"
>
    <xsl:param name="text" as="text()?" teitools:at="tei_tools.sch:75" teitools:what="param text"
/>
    <xsl:sequence select="substring($text, 1, 1)" teitools:at="tei_tools.sch:76" teitools:what="sequence"
/>
  </xsl:function><xsl:variable name="documents" teitools:at="tei_tools.sch:80" teitools:what="let documents" select="/tei:TEI/tei:text/tei:body/tei:div[@type = 'document']"
/><xsl:variable name="dated" teitools:at="tei_tools.sch:82" teitools:what="let dated" select="($documents[count($documents) = 1]//(tei:dateline | tei:p[@rend = 'dateline'])     [empty(ancestor::tei:div[@type = 'attachment'])])[1]//tei:date[@when]"
/><xsl:variable name="languages" teitools:at="tei_tools.sch:83" teitools:what="let languages" select="/tei:TEI/tei:teiHeader/tei:profileDesc/tei:langUsage/tei:language/@ident"
/><xsl:template match="/"
><xsl:variable name="Q{urn:tei-tools:schematron}found" as="element()*"
><xsl:apply-templates select="." mode="Q{urn:tei-tools:schematron}walk"
/></xsl:variable><svrl:schematron-output title="Rules of an edition of tei_tools" schemaVersion="0.1.0" phase="{$Q{urn:tei-tools:schematron}phase}"
><svrl:text
><xsl:text
>What a conversion checks: all that its recognisers do not say themselves, with places in the source.</xsl:text></svrl:text><svrl:ns-prefix-in-attribute-values prefix="tei" uri="http://www.tei-c.org/ns/1.0"
/><svrl:ns-prefix-in-attribute-values prefix="xs" uri="http://www.w3.org/2001/XMLSchema"
/><svrl:ns-prefix-in-attribute-values prefix="f" uri="urn:tei-tools:functions"
/><svrl:active-pattern xsl:use-when="$Q{urn:tei-tools:schematron}phase = ('#ALL', 'convert')" id="ids" name="Ids of a series"
/><xsl:for-each select="$Q{urn:tei-tools:schematron}found[@Q{urn:tei-tools:schematron}pattern = '1']"
><xsl:copy copy-namespaces="no"
><xsl:copy-of copy-namespaces="no" select="@* except @Q{urn:tei-tools:schematron}pattern, node()"
/></xsl:copy></xsl:for-each><svrl:active-pattern xsl:use-when="$Q{urn:tei-tools:schematron}phase = ('#ALL')" id="numbers-of-pages" name="The count of the pages"
/><xsl:for-each select="$Q{urn:tei-tools:schematron}found[@Q{urn:tei-tools:schematron}pattern = '2']"
><xsl:copy copy-namespaces="no"
><xsl:copy-of copy-namespaces="no" select="@* except @Q{urn:tei-tools:schematron}pattern, node()"
/></xsl:copy></xsl:for-each><svrl:active-pattern xsl:use-when="$Q{urn:tei-tools:schematron}phase = ('#ALL', 'convert')" id="places-of-pages" name="Where pages break"
/><xsl:for-each select="$Q{urn:tei-tools:schematron}found[@Q{urn:tei-tools:schematron}pattern = '3']"
><xsl:copy copy-namespaces="no"
><xsl:copy-of copy-namespaces="no" select="@* except @Q{urn:tei-tools:schematron}pattern, node()"
/></xsl:copy></xsl:for-each><svrl:active-pattern xsl:use-when="$Q{urn:tei-tools:schematron}phase = ('#ALL')" id="calls-of-notes" name="Calls of notes"
/><xsl:for-each select="$Q{urn:tei-tools:schematron}found[@Q{urn:tei-tools:schematron}pattern = '4']"
><xsl:copy copy-namespaces="no"
><xsl:copy-of copy-namespaces="no" select="@* except @Q{urn:tei-tools:schematron}pattern, node()"
/></xsl:copy></xsl:for-each><svrl:active-pattern xsl:use-when="$Q{urn:tei-tools:schematron}phase = ('#ALL', 'convert')" id="texts-of-notes" name="What notes hold"
/><xsl:for-each select="$Q{urn:tei-tools:schematron}found[@Q{urn:tei-tools:schematron}pattern = '5']"
><xsl:copy copy-namespaces="no"
><xsl:copy-of copy-namespaces="no" select="@* except @Q{urn:tei-tools:schematron}pattern, node()"
/></xsl:copy></xsl:for-each><svrl:active-pattern xsl:use-when="$Q{urn:tei-tools:schematron}phase = ('#ALL', 'convert')" id="content" name="What must hold something"
/><xsl:for-each select="$Q{urn:tei-tools:schematron}found[@Q{urn:tei-tools:schematron}pattern = '6']"
><xsl:copy copy-namespaces="no"
><xsl:copy-of copy-namespaces="no" select="@* except @Q{urn:tei-tools:schematron}pattern, node()"
/></xsl:copy></xsl:for-each><svrl:active-pattern xsl:use-when="$Q{urn:tei-tools:schematron}phase = ('#ALL', 'convert')" id="nesting" name="What may not hold its like"
/><xsl:for-each select="$Q{urn:tei-tools:schematron}found[@Q{urn:tei-tools:schematron}pattern = '7']"
><xsl:copy copy-namespaces="no"
><xsl:copy-of copy-namespaces="no" select="@* except @Q{urn:tei-tools:schematron}pattern, node()"
/></xsl:copy></xsl:for-each><svrl:active-pattern xsl:use-when="$Q{urn:tei-tools:schematron}phase = ('#ALL', 'convert')" id="persons"
/><xsl:for-each select="$Q{urn:tei-tools:schematron}found[@Q{urn:tei-tools:schematron}pattern = '8']"
><xsl:copy copy-namespaces="no"
><xsl:copy-of copy-namespaces="no" select="@* except @Q{urn:tei-tools:schematron}pattern, node()"
/></xsl:copy></xsl:for-each><svrl:active-pattern xsl:use-when="$Q{urn:tei-tools:schematron}phase = ('#ALL', 'convert')" id="organisations"
/><xsl:for-each select="$Q{urn:tei-tools:schematron}found[@Q{urn:tei-tools:schematron}pattern = '9']"
><xsl:copy copy-namespaces="no"
><xsl:copy-of copy-namespaces="no" select="@* except @Q{urn:tei-tools:schematron}pattern, node()"
/></xsl:copy></xsl:for-each><svrl:active-pattern xsl:use-when="$Q{urn:tei-tools:schematron}phase = ('#ALL', 'convert')" id="places"
/><xsl:for-each select="$Q{urn:tei-tools:schematron}found[@Q{urn:tei-tools:schematron}pattern = '10']"
><xsl:copy copy-namespaces="no"
><xsl:copy-of copy-namespaces="no" select="@* except @Q{urn:tei-tools:schematron}pattern, node()"
/></xsl:copy></xsl:for-each><svrl:active-pattern xsl:use-when="$Q{urn:tei-tools:schematron}phase = ('#ALL', 'convert')" id="terms"
/><xsl:for-each select="$Q{urn:tei-tools:schematron}found[@Q{urn:tei-tools:schematron}pattern = '11']"
><xsl:copy copy-namespaces="no"
><xsl:copy-of copy-namespaces="no" select="@* except @Q{urn:tei-tools:schematron}pattern, node()"
/></xsl:copy></xsl:for-each><svrl:active-pattern xsl:use-when="$Q{urn:tei-tools:schematron}phase = ('#ALL', 'convert')" id="responsibility"
/><xsl:for-each select="$Q{urn:tei-tools:schematron}found[@Q{urn:tei-tools:schematron}pattern = '12']"
><xsl:copy copy-namespaces="no"
><xsl:copy-of copy-namespaces="no" select="@* except @Q{urn:tei-tools:schematron}pattern, node()"
/></xsl:copy></xsl:for-each><svrl:active-pattern xsl:use-when="$Q{urn:tei-tools:schematron}phase = ('#ALL', 'convert')" id="dates" name="Points in time"
/><xsl:for-each select="$Q{urn:tei-tools:schematron}found[@Q{urn:tei-tools:schematron}pattern = '13']"
><xsl:copy copy-namespaces="no"
><xsl:copy-of copy-namespaces="no" select="@* except @Q{urn:tei-tools:schematron}pattern, node()"
/></xsl:copy></xsl:for-each><svrl:active-pattern xsl:use-when="$Q{urn:tei-tools:schematron}phase = ('#ALL', 'convert')" id="parts" name="Documents and their parts"
/><xsl:for-each select="$Q{urn:tei-tools:schematron}found[@Q{urn:tei-tools:schematron}pattern = '14']"
><xsl:copy copy-namespaces="no"
><xsl:copy-of copy-namespaces="no" select="@* except @Q{urn:tei-tools:schematron}pattern, node()"
/></xsl:copy></xsl:for-each><svrl:active-pattern xsl:use-when="$Q{urn:tei-tools:schematron}phase = ('#ALL', 'convert')" id="header" name="What the header says of the text"
/><xsl:for-each select="$Q{urn:tei-tools:schematron}found[@Q{urn:tei-tools:schematron}pattern = '15']"
><xsl:copy copy-namespaces="no"
><xsl:copy-of copy-namespaces="no" select="@* except @Q{urn:tei-tools:schematron}pattern, node()"
/></xsl:copy></xsl:for-each></svrl:schematron-output></xsl:template><xsl:template match="tei:div[@type = 'document'][@n][@xml:id]" mode="Q{urn:tei-tools:schematron}walk" priority="28" use-when="$Q{urn:tei-tools:schematron}phase = ('#ALL', 'convert')" teitools:at="tei_tools.sch:89" teitools:what="rule tei:div[@type = 'document'][@n][@xml:id]"
><xsl:param name="Q{urn:tei-tools:schematron}done" select="()"
/><svrl:fired-rule xsl:use-when="$Q{urn:tei-tools:schematron}fired = 'yes'" teitools:pattern="1" context="tei:div[@type = 'document'][@n][@xml:id]"
/><xsl:try teitools:at="tei_tools.sch:91" teitools:what="assert document-id"
><xsl:choose
><xsl:when test="@xml:id = 'd' || @n or starts-with(@xml:id, 'd' || @n || '_')"
/><xsl:otherwise
><svrl:failed-assert location="{path((@xml:id, .)[1])}" teitools:pattern="1" id="document-id" test="@xml:id = 'd' || @n or starts-with(@xml:id, 'd' || @n || '_')" role="warning"
><xsl:attribute name="at" namespace="urn:tei-tools:schematron" use-when="$Q{urn:tei-tools:schematron}fired = 'no'"
>tei_tools.sch:91</xsl:attribute><svrl:diagnostic-reference diagnostic="rename"
><svrl:text
><xsl:text
>rename it, and the pointers that mean it</xsl:text></svrl:text></svrl:diagnostic-reference><svrl:text
><xsl:text
>document </xsl:text><xsl:value-of select="@n" teitools:at="tei_tools.sch:91" teitools:what="value-of"
/><xsl:text
> has the id </xsl:text><xsl:value-of select="@xml:id" teitools:at="tei_tools.sch:91" teitools:what="value-of"
/><xsl:text
>; by its number it would be d</xsl:text><xsl:value-of select="@n" teitools:at="tei_tools.sch:91" teitools:what="value-of"
/></svrl:text></svrl:failed-assert></xsl:otherwise></xsl:choose><xsl:catch errors="*"
><teitools:failed at="tei_tools.sch:91" what="assert document-id" location="{path(.)}" teitools:pattern="1"
><xsl:value-of select="local-name-from-QName($Q{http://www.w3.org/2005/xqt-errors}code) || ': ' || $Q{http://www.w3.org/2005/xqt-errors}description"
/></teitools:failed></xsl:catch></xsl:try><xsl:next-match
><xsl:with-param name="Q{urn:tei-tools:schematron}done" select="$Q{urn:tei-tools:schematron}done, 1"
/></xsl:next-match></xsl:template><xsl:template match="tei:note[@n][@xml:id][ancestor::tei:div[@type = 'document']/@xml:id]" mode="Q{urn:tei-tools:schematron}walk" priority="27" use-when="$Q{urn:tei-tools:schematron}phase = ('#ALL', 'convert')" teitools:at="tei_tools.sch:93" teitools:what="rule tei:note[@n][@xml:id][ancestor::tei:div[@type = 'document']/"
><xsl:param name="Q{urn:tei-tools:schematron}done" select="()"
/><xsl:if test="not($Q{urn:tei-tools:schematron}done = 1)"
><svrl:fired-rule xsl:use-when="$Q{urn:tei-tools:schematron}fired = 'yes'" teitools:pattern="1" context="tei:note[@n][@xml:id][ancestor::tei:div[@type = 'document']/@xml:id]"
/><xsl:try teitools:at="tei_tools.sch:95" teitools:what="assert note-id"
><xsl:choose
><xsl:when test="starts-with(@xml:id, f:document(.)/@xml:id || 'fn')"
/><xsl:otherwise
><svrl:failed-assert location="{path((@xml:id, .)[1])}" teitools:pattern="1" id="note-id" test="starts-with(@xml:id, f:document(.)/@xml:id || 'fn')" role="warning"
><xsl:attribute name="at" namespace="urn:tei-tools:schematron" use-when="$Q{urn:tei-tools:schematron}fired = 'no'"
>tei_tools.sch:95</xsl:attribute><svrl:diagnostic-reference diagnostic="rename"
><svrl:text
><xsl:text
>rename it, and the pointers that mean it</xsl:text></svrl:text></svrl:diagnostic-reference><svrl:text
><xsl:text
>note </xsl:text><xsl:value-of select="@n" teitools:at="tei_tools.sch:95" teitools:what="value-of"
/><xsl:text
> has the id </xsl:text><xsl:value-of select="@xml:id" teitools:at="tei_tools.sch:95" teitools:what="value-of"
/><xsl:text
>; in document </xsl:text><xsl:value-of select="f:document(.)/@xml:id" teitools:at="tei_tools.sch:95" teitools:what="value-of"
/><xsl:text
> it would be </xsl:text><xsl:value-of select="f:document(.)/@xml:id" teitools:at="tei_tools.sch:95" teitools:what="value-of"
/><xsl:text
>fn</xsl:text><xsl:value-of select="@n" teitools:at="tei_tools.sch:95" teitools:what="value-of"
/></svrl:text></svrl:failed-assert></xsl:otherwise></xsl:choose><xsl:catch errors="*"
><teitools:failed at="tei_tools.sch:95" what="assert note-id" location="{path(.)}" teitools:pattern="1"
><xsl:value-of select="local-name-from-QName($Q{http://www.w3.org/2005/xqt-errors}code) || ': ' || $Q{http://www.w3.org/2005/xqt-errors}description"
/></teitools:failed></xsl:catch></xsl:try></xsl:if><xsl:next-match
><xsl:with-param name="Q{urn:tei-tools:schematron}done" select="$Q{urn:tei-tools:schematron}done, 1"
/></xsl:next-match></xsl:template><xsl:template match="tei:pb[@n][@xml:id]" mode="Q{urn:tei-tools:schematron}walk" priority="26" use-when="$Q{urn:tei-tools:schematron}phase = ('#ALL', 'convert')" teitools:at="tei_tools.sch:97" teitools:what="rule tei:pb[@n][@xml:id]"
><xsl:param name="Q{urn:tei-tools:schematron}done" select="()"
/><xsl:if test="not($Q{urn:tei-tools:schematron}done = 1)"
><svrl:fired-rule xsl:use-when="$Q{urn:tei-tools:schematron}fired = 'yes'" teitools:pattern="1" context="tei:pb[@n][@xml:id]"
/><xsl:try teitools:at="tei_tools.sch:99" teitools:what="assert page-id"
><xsl:choose
><xsl:when test="@xml:id = 'pg_' || @n or starts-with(@xml:id, 'pg_' || @n || '_')"
/><xsl:otherwise
><svrl:failed-assert location="{path((@xml:id, .)[1])}" teitools:pattern="1" id="page-id" test="@xml:id = 'pg_' || @n or starts-with(@xml:id, 'pg_' || @n || '_')" role="warning"
><xsl:attribute name="at" namespace="urn:tei-tools:schematron" use-when="$Q{urn:tei-tools:schematron}fired = 'no'"
>tei_tools.sch:99</xsl:attribute><svrl:diagnostic-reference diagnostic="rename"
><svrl:text
><xsl:text
>rename it, and the pointers that mean it</xsl:text></svrl:text></svrl:diagnostic-reference><svrl:text
><xsl:text
>page </xsl:text><xsl:value-of select="@n" teitools:at="tei_tools.sch:99" teitools:what="value-of"
/><xsl:text
> has the id </xsl:text><xsl:value-of select="@xml:id" teitools:at="tei_tools.sch:99" teitools:what="value-of"
/><xsl:text
>; by its number it would be pg_</xsl:text><xsl:value-of select="@n" teitools:at="tei_tools.sch:99" teitools:what="value-of"
/></svrl:text></svrl:failed-assert></xsl:otherwise></xsl:choose><xsl:catch errors="*"
><teitools:failed at="tei_tools.sch:99" what="assert page-id" location="{path(.)}" teitools:pattern="1"
><xsl:value-of select="local-name-from-QName($Q{http://www.w3.org/2005/xqt-errors}code) || ': ' || $Q{http://www.w3.org/2005/xqt-errors}description"
/></teitools:failed></xsl:catch></xsl:try></xsl:if><xsl:next-match
><xsl:with-param name="Q{urn:tei-tools:schematron}done" select="$Q{urn:tei-tools:schematron}done, 1"
/></xsl:next-match></xsl:template><xsl:template match="tei:div[@type = 'attachment'][@xml:id]" mode="Q{urn:tei-tools:schematron}walk" priority="25" use-when="$Q{urn:tei-tools:schematron}phase = ('#ALL', 'convert')" teitools:at="tei_tools.sch:101" teitools:what="rule tei:div[@type = 'attachment'][@xml:id]"
><xsl:param name="Q{urn:tei-tools:schematron}done" select="()"
/><xsl:if test="not($Q{urn:tei-tools:schematron}done = 1)"
><svrl:fired-rule xsl:use-when="$Q{urn:tei-tools:schematron}fired = 'yes'" teitools:pattern="1" context="tei:div[@type = 'attachment'][@xml:id]"
/><xsl:try teitools:at="tei_tools.sch:103" teitools:what="assert attachment-id"
><xsl:choose
><xsl:when test="starts-with(@xml:id, f:document(.)/@xml:id || 'a')"
/><xsl:otherwise
><svrl:failed-assert location="{path((@xml:id, .)[1])}" teitools:pattern="1" id="attachment-id" test="starts-with(@xml:id, f:document(.)/@xml:id || 'a')" role="warning"
><xsl:attribute name="at" namespace="urn:tei-tools:schematron" use-when="$Q{urn:tei-tools:schematron}fired = 'no'"
>tei_tools.sch:103</xsl:attribute><svrl:diagnostic-reference diagnostic="rename"
><svrl:text
><xsl:text
>rename it, and the pointers that mean it</xsl:text></svrl:text></svrl:diagnostic-reference><svrl:text
><xsl:text
>this attachment has the id </xsl:text><xsl:value-of select="@xml:id" teitools:at="tei_tools.sch:103" teitools:what="value-of"
/><xsl:text
>; in document </xsl:text><xsl:value-of select="f:document(.)/@xml:id" teitools:at="tei_tools.sch:103" teitools:what="value-of"
/><xsl:text
> it would begin with </xsl:text><xsl:value-of select="f:document(.)/@xml:id" teitools:at="tei_tools.sch:103" teitools:what="value-of"
/><xsl:text
>a</xsl:text></svrl:text></svrl:failed-assert></xsl:otherwise></xsl:choose><xsl:catch errors="*"
><teitools:failed at="tei_tools.sch:103" what="assert attachment-id" location="{path(.)}" teitools:pattern="1"
><xsl:value-of select="local-name-from-QName($Q{http://www.w3.org/2005/xqt-errors}code) || ': ' || $Q{http://www.w3.org/2005/xqt-errors}description"
/></teitools:failed></xsl:catch></xsl:try></xsl:if><xsl:next-match
><xsl:with-param name="Q{urn:tei-tools:schematron}done" select="$Q{urn:tei-tools:schematron}done, 1"
/></xsl:next-match></xsl:template><xsl:template match="tei:pb[@n]" mode="Q{urn:tei-tools:schematron}walk" priority="24" use-when="$Q{urn:tei-tools:schematron}phase = ('#ALL')" teitools:at="tei_tools.sch:111" teitools:what="rule tei:pb[@n]"
><xsl:param name="Q{urn:tei-tools:schematron}done" select="()"
/><svrl:fired-rule xsl:use-when="$Q{urn:tei-tools:schematron}fired = 'yes'" teitools:pattern="2" context="tei:pb[@n]"
/><xsl:variable name="first" teitools:at="tei_tools.sch:112" teitools:what="let first" select="key('page', @ed || ' ' || @n)[1]"
/><xsl:variable name="before" teitools:at="tei_tools.sch:113" teitools:what="let before" select="preceding::tei:pb[1][string(@ed) = string(current()/@ed)]"
/><xsl:try teitools:at="tei_tools.sch:115" teitools:what="assert page-repeated"
><xsl:choose
><xsl:when test="$first is ."
/><xsl:otherwise
><svrl:failed-assert location="{path((@n, .)[1])}" teitools:pattern="2" id="page-repeated" test="$first is ." role="warning"
><xsl:attribute name="at" namespace="urn:tei-tools:schematron" use-when="$Q{urn:tei-tools:schematron}fired = 'no'"
>tei_tools.sch:115</xsl:attribute><svrl:diagnostic-reference diagnostic="as-printed"
><svrl:text
><xsl:text
>check it against the source; where the print has it so, all is well</xsl:text></svrl:text></svrl:diagnostic-reference><svrl:text
><xsl:text
>page </xsl:text><xsl:value-of select="@n" teitools:at="tei_tools.sch:115" teitools:what="value-of"
/><xsl:text
> began before,</xsl:text><svrl:span class="line"
><xsl:value-of select="path($first)" teitools:at="tei_tools.sch:115" teitools:what="value-of"
/></svrl:span></svrl:text></svrl:failed-assert></xsl:otherwise></xsl:choose><xsl:catch errors="*"
><teitools:failed at="tei_tools.sch:115" what="assert page-repeated" location="{path(.)}" teitools:pattern="2"
><xsl:value-of select="local-name-from-QName($Q{http://www.w3.org/2005/xqt-errors}code) || ': ' || $Q{http://www.w3.org/2005/xqt-errors}description"
/></teitools:failed></xsl:catch></xsl:try><xsl:try teitools:at="tei_tools.sch:118" teitools:what="assert page-order"
><xsl:choose
><xsl:when test="           not($first is .) or not(matches(@n, '^[0-9]+$') and matches($before/@n, '^[0-9]+$'))           or xs:integer(@n) gt xs:integer($before/@n)"
/><xsl:otherwise
><svrl:failed-assert location="{path((@n, .)[1])}" teitools:pattern="2" id="page-order" test="not($first is .) or not(matches(@n, '^[0-9]+$') and matches($before/@n, '^[0-9]+$')) or xs:integer(@n) gt xs:integer($before/@n)" role="warning"
><xsl:attribute name="at" namespace="urn:tei-tools:schematron" use-when="$Q{urn:tei-tools:schematron}fired = 'no'"
>tei_tools.sch:118</xsl:attribute><svrl:diagnostic-reference diagnostic="as-printed"
><svrl:text
><xsl:text
>check it against the source; where the print has it so, all is well</xsl:text></svrl:text></svrl:diagnostic-reference><svrl:text
><xsl:text
>page </xsl:text><xsl:value-of select="@n" teitools:at="tei_tools.sch:118" teitools:what="value-of"
/><xsl:text
> comes after page </xsl:text><xsl:value-of select="$before/@n" teitools:at="tei_tools.sch:118" teitools:what="value-of"
/></svrl:text></svrl:failed-assert></xsl:otherwise></xsl:choose><xsl:catch errors="*"
><teitools:failed at="tei_tools.sch:118" what="assert page-order" location="{path(.)}" teitools:pattern="2"
><xsl:value-of select="local-name-from-QName($Q{http://www.w3.org/2005/xqt-errors}code) || ': ' || $Q{http://www.w3.org/2005/xqt-errors}description"
/></teitools:failed></xsl:catch></xsl:try><xsl:next-match
><xsl:with-param name="Q{urn:tei-tools:schematron}done" select="$Q{urn:tei-tools:schematron}done, 2"
/></xsl:next-match></xsl:template><xsl:template match="tei:pb" mode="Q{urn:tei-tools:schematron}walk" priority="23" use-when="$Q{urn:tei-tools:schematron}phase = ('#ALL', 'convert')" teitools:at="tei_tools.sch:124" teitools:what="rule tei:pb"
><xsl:param name="Q{urn:tei-tools:schematron}done" select="()"
/><svrl:fired-rule xsl:use-when="$Q{urn:tei-tools:schematron}fired = 'yes'" teitools:pattern="3" context="tei:pb"
/><xsl:variable name="block" teitools:at="tei_tools.sch:126" teitools:what="let block" select="ancestor::tei:*[self::tei:p or self::tei:head or self::tei:salute or self::tei:signed or self::tei:dateline         or self::tei:l or self::tei:trailer or self::tei:item or self::tei:label or self::tei:note][1][empty(key('block', generate-id()))]"
/><xsl:variable name="left" teitools:at="tei_tools.sch:127" teitools:what="let left" select="preceding-sibling::node()[not(self::comment() or self::processing-instruction())][1][self::text()]"
/><xsl:variable name="right" teitools:at="tei_tools.sch:128" teitools:what="let right" select="following-sibling::node()[not(self::comment() or self::processing-instruction())][1][self::text()]"
/><xsl:try teitools:at="tei_tools.sch:130" teitools:what="assert page-first"
><xsl:choose
><xsl:when test="normalize-space($left) or empty($block) or exists($block//(text()[normalize-space()], tei:gap, tei:figure, tei:ptr)[. &lt;&lt; current()])"
/><xsl:otherwise
><svrl:failed-assert location="{path(.)}" teitools:pattern="3" id="page-first" test="normalize-space($left) or empty($block) or exists($block//(text()[normalize-space()], tei:gap, tei:figure, tei:ptr)[. &lt;&lt; current()])" role="error"
><xsl:attribute name="at" namespace="urn:tei-tools:schematron" use-when="$Q{urn:tei-tools:schematron}fired = 'no'"
>tei_tools.sch:130</xsl:attribute><svrl:diagnostic-reference diagnostic="page-out"
><svrl:text
><xsl:text
>move it out, before the element or after it</xsl:text></svrl:text></svrl:diagnostic-reference><svrl:text
><xsl:text
>page </xsl:text><xsl:value-of select="@n" teitools:at="tei_tools.sch:130" teitools:what="value-of"
/><xsl:text
> begins as the first thing in &lt;</xsl:text><xsl:value-of select="name($block)" teitools:at="tei_tools.sch:130" teitools:what="name"
/><xsl:text
>&gt;</xsl:text></svrl:text></svrl:failed-assert></xsl:otherwise></xsl:choose><xsl:catch errors="*"
><teitools:failed at="tei_tools.sch:130" what="assert page-first" location="{path(.)}" teitools:pattern="3"
><xsl:value-of select="local-name-from-QName($Q{http://www.w3.org/2005/xqt-errors}code) || ': ' || $Q{http://www.w3.org/2005/xqt-errors}description"
/></teitools:failed></xsl:catch></xsl:try><xsl:try teitools:at="tei_tools.sch:132" teitools:what="assert page-last"
><xsl:choose
><xsl:when test="normalize-space($right) or empty($block) or exists($block//(text()[normalize-space()], tei:gap, tei:figure, tei:ptr)[. &gt;&gt; current()])"
/><xsl:otherwise
><svrl:failed-assert location="{path(.)}" teitools:pattern="3" id="page-last" test="normalize-space($right) or empty($block) or exists($block//(text()[normalize-space()], tei:gap, tei:figure, tei:ptr)[. &gt;&gt; current()])" role="error"
><xsl:attribute name="at" namespace="urn:tei-tools:schematron" use-when="$Q{urn:tei-tools:schematron}fired = 'no'"
>tei_tools.sch:132</xsl:attribute><svrl:diagnostic-reference diagnostic="page-out"
><svrl:text
><xsl:text
>move it out, before the element or after it</xsl:text></svrl:text></svrl:diagnostic-reference><svrl:text
><xsl:text
>page </xsl:text><xsl:value-of select="@n" teitools:at="tei_tools.sch:132" teitools:what="value-of"
/><xsl:text
> begins as the last thing in &lt;</xsl:text><xsl:value-of select="name($block)" teitools:at="tei_tools.sch:132" teitools:what="name"
/><xsl:text
>&gt;</xsl:text></svrl:text></svrl:failed-assert></xsl:otherwise></xsl:choose><xsl:catch errors="*"
><teitools:failed at="tei_tools.sch:132" what="assert page-last" location="{path(.)}" teitools:pattern="3"
><xsl:value-of select="local-name-from-QName($Q{http://www.w3.org/2005/xqt-errors}code) || ': ' || $Q{http://www.w3.org/2005/xqt-errors}description"
/></teitools:failed></xsl:catch></xsl:try><xsl:try teitools:at="tei_tools.sch:134" teitools:what="assert page-in-word"
><xsl:choose
><xsl:when test="@break or not(matches(f:last($left), '[\p{L}\p{N}]') and matches(f:first($right), '[\p{L}\p{N}]'))"
/><xsl:otherwise
><svrl:failed-assert location="{path(.)}" teitools:pattern="3" id="page-in-word" test="@break or not(matches(f:last($left), '[\p{{L}}\p{{N}}]') and matches(f:first($right), '[\p{{L}}\p{{N}}]'))" role="error"
><xsl:attribute name="at" namespace="urn:tei-tools:schematron" use-when="$Q{urn:tei-tools:schematron}fired = 'no'"
>tei_tools.sch:134</xsl:attribute><svrl:diagnostic-reference diagnostic="page-in-word-hint"
><svrl:text
><xsl:text
>add break="no"</xsl:text></svrl:text></svrl:diagnostic-reference><svrl:text
><xsl:text
>page </xsl:text><xsl:value-of select="@n" teitools:at="tei_tools.sch:134" teitools:what="value-of"
/><xsl:text
> begins inside the word “</xsl:text><xsl:value-of select="tokenize($left, '\s')[last()] || tokenize($right, '\s')[1]" teitools:at="tei_tools.sch:134" teitools:what="value-of"
/><xsl:text
>”, and does not say so</xsl:text></svrl:text></svrl:failed-assert></xsl:otherwise></xsl:choose><xsl:catch errors="*"
><teitools:failed at="tei_tools.sch:134" what="assert page-in-word" location="{path(.)}" teitools:pattern="3"
><xsl:value-of select="local-name-from-QName($Q{http://www.w3.org/2005/xqt-errors}code) || ': ' || $Q{http://www.w3.org/2005/xqt-errors}description"
/></teitools:failed></xsl:catch></xsl:try><xsl:try teitools:at="tei_tools.sch:136" teitools:what="assert page-between-words"
><xsl:choose
><xsl:when test="not(@break = 'no') or not(matches(f:last($left), '\s') or matches(f:first($right), '\s'))"
/><xsl:otherwise
><svrl:failed-assert location="{path((@break, .)[1])}" teitools:pattern="3" id="page-between-words" test="not(@break = 'no') or not(matches(f:last($left), '\s') or matches(f:first($right), '\s'))" role="error"
><xsl:attribute name="at" namespace="urn:tei-tools:schematron" use-when="$Q{urn:tei-tools:schematron}fired = 'no'"
>tei_tools.sch:136</xsl:attribute><svrl:diagnostic-reference diagnostic="page-between-words-hint"
><svrl:text
><xsl:text
>take the blank away; or break="no", where two words meet</xsl:text></svrl:text></svrl:diagnostic-reference><svrl:text
><xsl:text
>page </xsl:text><xsl:value-of select="@n" teitools:at="tei_tools.sch:136" teitools:what="value-of"
/><xsl:text
> has break="no", but a blank stands beside it</xsl:text></svrl:text></svrl:failed-assert></xsl:otherwise></xsl:choose><xsl:catch errors="*"
><teitools:failed at="tei_tools.sch:136" what="assert page-between-words" location="{path(.)}" teitools:pattern="3"
><xsl:value-of select="local-name-from-QName($Q{http://www.w3.org/2005/xqt-errors}code) || ': ' || $Q{http://www.w3.org/2005/xqt-errors}description"
/></teitools:failed></xsl:catch></xsl:try><xsl:next-match
><xsl:with-param name="Q{urn:tei-tools:schematron}done" select="$Q{urn:tei-tools:schematron}done, 3"
/></xsl:next-match></xsl:template><xsl:template match="tei:text//tei:note[@n]" mode="Q{urn:tei-tools:schematron}walk" priority="22" use-when="$Q{urn:tei-tools:schematron}phase = ('#ALL')" teitools:at="tei_tools.sch:144" teitools:what="rule tei:text//tei:note[@n]"
><xsl:param name="Q{urn:tei-tools:schematron}done" select="()"
/><svrl:fired-rule xsl:use-when="$Q{urn:tei-tools:schematron}fired = 'yes'" teitools:pattern="4" context="tei:text//tei:note[@n]"
/><xsl:variable name="document" teitools:at="tei_tools.sch:145" teitools:what="let document" select="f:document(.)"
/><xsl:variable name="first" teitools:at="tei_tools.sch:146" teitools:what="let first" select="key('note', $document/@xml:id || ' ' || @n)[1]"
/><xsl:variable name="before" teitools:at="tei_tools.sch:147" teitools:what="let before" select="preceding::tei:note[@n][1][f:document(.) is $document]"
/><xsl:try teitools:at="tei_tools.sch:149" teitools:what="assert note-repeated"
><xsl:choose
><xsl:when test="empty($first) or $first is ."
/><xsl:otherwise
><svrl:failed-assert location="{path((@n, .)[1])}" teitools:pattern="4" id="note-repeated" test="empty($first) or $first is ." role="warning"
><xsl:attribute name="at" namespace="urn:tei-tools:schematron" use-when="$Q{urn:tei-tools:schematron}fired = 'no'"
>tei_tools.sch:149</xsl:attribute><svrl:diagnostic-reference diagnostic="note-repeated-hint"
><svrl:text
><xsl:text
>a second call of one note is a ref; where the print repeats the sign, all is well</xsl:text></svrl:text></svrl:diagnostic-reference><svrl:text
><xsl:text
>note </xsl:text><xsl:value-of select="@n" teitools:at="tei_tools.sch:149" teitools:what="value-of"
/><xsl:text
> is called twice: here and</xsl:text><svrl:span class="line"
><xsl:value-of select="path($first)" teitools:at="tei_tools.sch:149" teitools:what="value-of"
/></svrl:span></svrl:text></svrl:failed-assert></xsl:otherwise></xsl:choose><xsl:catch errors="*"
><teitools:failed at="tei_tools.sch:149" what="assert note-repeated" location="{path(.)}" teitools:pattern="4"
><xsl:value-of select="local-name-from-QName($Q{http://www.w3.org/2005/xqt-errors}code) || ': ' || $Q{http://www.w3.org/2005/xqt-errors}description"
/></teitools:failed></xsl:catch></xsl:try><xsl:try teitools:at="tei_tools.sch:152" teitools:what="assert note-order"
><xsl:choose
><xsl:when test="           not($first is .) or not(matches(@n, '^[0-9]+$') and matches($before/@n, '^[0-9]+$'))           or xs:integer(@n) = xs:integer($before/@n) + 1"
/><xsl:otherwise
><svrl:failed-assert location="{path((@n, .)[1])}" teitools:pattern="4" id="note-order" test="not($first is .) or not(matches(@n, '^[0-9]+$') and matches($before/@n, '^[0-9]+$')) or xs:integer(@n) = xs:integer($before/@n) + 1" role="warning"
><xsl:attribute name="at" namespace="urn:tei-tools:schematron" use-when="$Q{urn:tei-tools:schematron}fired = 'no'"
>tei_tools.sch:152</xsl:attribute><svrl:diagnostic-reference diagnostic="as-printed"
><svrl:text
><xsl:text
>check it against the source; where the print has it so, all is well</xsl:text></svrl:text></svrl:diagnostic-reference><svrl:text
><xsl:text
>note </xsl:text><xsl:value-of select="@n" teitools:at="tei_tools.sch:152" teitools:what="value-of"
/><xsl:text
> comes after note </xsl:text><xsl:value-of select="$before/@n" teitools:at="tei_tools.sch:152" teitools:what="value-of"
/></svrl:text></svrl:failed-assert></xsl:otherwise></xsl:choose><xsl:catch errors="*"
><teitools:failed at="tei_tools.sch:152" what="assert note-order" location="{path(.)}" teitools:pattern="4"
><xsl:value-of select="local-name-from-QName($Q{http://www.w3.org/2005/xqt-errors}code) || ': ' || $Q{http://www.w3.org/2005/xqt-errors}description"
/></teitools:failed></xsl:catch></xsl:try><xsl:try teitools:at="tei_tools.sch:155" teitools:what="assert note-space"
><xsl:choose
><xsl:when test="           parent::tei:div or parent::tei:body or parent::tei:list or parent::tei:table or parent::tei:opener or parent::tei:closer           or not(matches(f:last(preceding-sibling::node()[1][self::text()]), '\s'))"
/><xsl:otherwise
><svrl:failed-assert location="{path(.)}" teitools:pattern="4" id="note-space" test="parent::tei:div or parent::tei:body or parent::tei:list or parent::tei:table or parent::tei:opener or parent::tei:closer or not(matches(f:last(preceding-sibling::node()[1][self::text()]), '\s'))" role="warning"
><xsl:attribute name="at" namespace="urn:tei-tools:schematron" use-when="$Q{urn:tei-tools:schematron}fired = 'no'"
>tei_tools.sch:155</xsl:attribute><svrl:diagnostic-reference diagnostic="note-space-hint"
><svrl:text
><xsl:text
>a call follows its word directly; take the blank away unless the source has it</xsl:text></svrl:text></svrl:diagnostic-reference><svrl:text
><xsl:text
>a blank stands before the call of note </xsl:text><xsl:value-of select="@n" teitools:at="tei_tools.sch:155" teitools:what="value-of"
/></svrl:text></svrl:failed-assert></xsl:otherwise></xsl:choose><xsl:catch errors="*"
><teitools:failed at="tei_tools.sch:155" what="assert note-space" location="{path(.)}" teitools:pattern="4"
><xsl:value-of select="local-name-from-QName($Q{http://www.w3.org/2005/xqt-errors}code) || ': ' || $Q{http://www.w3.org/2005/xqt-errors}description"
/></teitools:failed></xsl:catch></xsl:try><xsl:next-match
><xsl:with-param name="Q{urn:tei-tools:schematron}done" select="$Q{urn:tei-tools:schematron}done, 4"
/></xsl:next-match></xsl:template><xsl:template match="tei:text//tei:note[@place = 'bottom']" mode="Q{urn:tei-tools:schematron}walk" priority="21" use-when="$Q{urn:tei-tools:schematron}phase = ('#ALL')" teitools:at="tei_tools.sch:157" teitools:what="rule tei:text//tei:note[@place = 'bottom']"
><xsl:param name="Q{urn:tei-tools:schematron}done" select="()"
/><xsl:if test="not($Q{urn:tei-tools:schematron}done = 4)"
><svrl:fired-rule xsl:use-when="$Q{urn:tei-tools:schematron}fired = 'yes'" teitools:pattern="4" context="tei:text//tei:note[@place = 'bottom']"
/><xsl:try teitools:at="tei_tools.sch:159" teitools:what="assert note-unnumbered"
><xsl:choose
><xsl:when test="@n"
/><xsl:otherwise
><svrl:failed-assert location="{path(.)}" teitools:pattern="4" id="note-unnumbered" test="@n" role="error"
><xsl:attribute name="at" namespace="urn:tei-tools:schematron" use-when="$Q{urn:tei-tools:schematron}fired = 'no'"
>tei_tools.sch:159</xsl:attribute><svrl:diagnostic-reference diagnostic="note-unnumbered-hint"
><svrl:text
><xsl:text
>add the number of its call as n</xsl:text></svrl:text></svrl:diagnostic-reference><svrl:text
><xsl:text
>this note stands at the foot of the page and has no number to call it by</xsl:text></svrl:text></svrl:failed-assert></xsl:otherwise></xsl:choose><xsl:catch errors="*"
><teitools:failed at="tei_tools.sch:159" what="assert note-unnumbered" location="{path(.)}" teitools:pattern="4"
><xsl:value-of select="local-name-from-QName($Q{http://www.w3.org/2005/xqt-errors}code) || ': ' || $Q{http://www.w3.org/2005/xqt-errors}description"
/></teitools:failed></xsl:catch></xsl:try></xsl:if><xsl:next-match
><xsl:with-param name="Q{urn:tei-tools:schematron}done" select="$Q{urn:tei-tools:schematron}done, 4"
/></xsl:next-match></xsl:template><xsl:template match="tei:text//tei:note" mode="Q{urn:tei-tools:schematron}walk" priority="20" use-when="$Q{urn:tei-tools:schematron}phase = ('#ALL', 'convert')" teitools:at="tei_tools.sch:165" teitools:what="rule tei:text//tei:note"
><xsl:param name="Q{urn:tei-tools:schematron}done" select="()"
/><svrl:fired-rule xsl:use-when="$Q{urn:tei-tools:schematron}fired = 'yes'" teitools:pattern="5" context="tei:text//tei:note"
/><xsl:try teitools:at="tei_tools.sch:167" teitools:what="assert note-empty"
><xsl:choose
><xsl:when test="normalize-space() or .//tei:*[not(self::tei:p or self::tei:pb or self::tei:lb)]"
/><xsl:otherwise
><svrl:failed-assert location="{path(.)}" teitools:pattern="5" id="note-empty" test="normalize-space() or .//tei:*[not(self::tei:p or self::tei:pb or self::tei:lb)]" role="warning"
><xsl:attribute name="at" namespace="urn:tei-tools:schematron" use-when="$Q{urn:tei-tools:schematron}fired = 'no'"
>tei_tools.sch:167</xsl:attribute><svrl:diagnostic-reference diagnostic="note-empty-hint"
><svrl:text
><xsl:text
>give it its words, or take it away with its call</xsl:text></svrl:text></svrl:diagnostic-reference><svrl:text
><xsl:text
>note </xsl:text><xsl:value-of select="@n" teitools:at="tei_tools.sch:167" teitools:what="value-of"
/><xsl:text
> is empty</xsl:text></svrl:text></svrl:failed-assert></xsl:otherwise></xsl:choose><xsl:catch errors="*"
><teitools:failed at="tei_tools.sch:167" what="assert note-empty" location="{path(.)}" teitools:pattern="5"
><xsl:value-of select="local-name-from-QName($Q{http://www.w3.org/2005/xqt-errors}code) || ': ' || $Q{http://www.w3.org/2005/xqt-errors}description"
/></teitools:failed></xsl:catch></xsl:try><xsl:next-match
><xsl:with-param name="Q{urn:tei-tools:schematron}done" select="$Q{urn:tei-tools:schematron}done, 5"
/></xsl:next-match></xsl:template><xsl:template match="tei:head" mode="Q{urn:tei-tools:schematron}walk" priority="19" use-when="$Q{urn:tei-tools:schematron}phase = ('#ALL', 'convert')" teitools:at="tei_tools.sch:175" teitools:what="rule tei:head"
><xsl:param name="Q{urn:tei-tools:schematron}done" select="()"
/><svrl:fired-rule xsl:use-when="$Q{urn:tei-tools:schematron}fired = 'yes'" teitools:pattern="6" context="tei:head"
/><xsl:try teitools:at="tei_tools.sch:177" teitools:what="assert head-empty"
><xsl:choose
><xsl:when test=".//text()[normalize-space()][empty(ancestor::tei:note intersect current()//tei:note)] or tei:figure or tei:gap"
/><xsl:otherwise
><svrl:failed-assert location="{path(.)}" teitools:pattern="6" id="head-empty" test=".//text()[normalize-space()][empty(ancestor::tei:note intersect current()//tei:note)] or tei:figure or tei:gap" role="warning"
><xsl:attribute name="at" namespace="urn:tei-tools:schematron" use-when="$Q{urn:tei-tools:schematron}fired = 'no'"
>tei_tools.sch:177</xsl:attribute><svrl:diagnostic-reference diagnostic="head-empty-hint"
><svrl:text
><xsl:text
>give it words, or take it away</xsl:text></svrl:text></svrl:diagnostic-reference><svrl:text
><xsl:text
>this heading has no words</xsl:text></svrl:text></svrl:failed-assert></xsl:otherwise></xsl:choose><xsl:catch errors="*"
><teitools:failed at="tei_tools.sch:177" what="assert head-empty" location="{path(.)}" teitools:pattern="6"
><xsl:value-of select="local-name-from-QName($Q{http://www.w3.org/2005/xqt-errors}code) || ': ' || $Q{http://www.w3.org/2005/xqt-errors}description"
/></teitools:failed></xsl:catch></xsl:try><xsl:next-match
><xsl:with-param name="Q{urn:tei-tools:schematron}done" select="$Q{urn:tei-tools:schematron}done, 6"
/></xsl:next-match></xsl:template><xsl:template match="tei:text//tei:p" mode="Q{urn:tei-tools:schematron}walk" priority="18" use-when="$Q{urn:tei-tools:schematron}phase = ('#ALL', 'convert')" teitools:at="tei_tools.sch:179" teitools:what="rule tei:text//tei:p"
><xsl:param name="Q{urn:tei-tools:schematron}done" select="()"
/><xsl:if test="not($Q{urn:tei-tools:schematron}done = 6)"
><svrl:fired-rule xsl:use-when="$Q{urn:tei-tools:schematron}fired = 'yes'" teitools:pattern="6" context="tei:text//tei:p"
/><xsl:try teitools:at="tei_tools.sch:181" teitools:what="assert paragraph-empty"
><xsl:choose
><xsl:when test="tei:*[not(self::tei:pb or self::tei:lb or self::tei:cb)] or normalize-space()"
/><xsl:otherwise
><svrl:failed-assert location="{path(.)}" teitools:pattern="6" id="paragraph-empty" test="tei:*[not(self::tei:pb or self::tei:lb or self::tei:cb)] or normalize-space()" role="warning"
><xsl:attribute name="at" namespace="urn:tei-tools:schematron" use-when="$Q{urn:tei-tools:schematron}fired = 'no'"
>tei_tools.sch:181</xsl:attribute><svrl:diagnostic-reference diagnostic="paragraph-empty-hint"
><svrl:text
><xsl:text
>give it words, or take it away</xsl:text></svrl:text></svrl:diagnostic-reference><svrl:text
><xsl:text
>this paragraph is empty</xsl:text></svrl:text></svrl:failed-assert></xsl:otherwise></xsl:choose><xsl:catch errors="*"
><teitools:failed at="tei_tools.sch:181" what="assert paragraph-empty" location="{path(.)}" teitools:pattern="6"
><xsl:value-of select="local-name-from-QName($Q{http://www.w3.org/2005/xqt-errors}code) || ': ' || $Q{http://www.w3.org/2005/xqt-errors}description"
/></teitools:failed></xsl:catch></xsl:try></xsl:if><xsl:next-match
><xsl:with-param name="Q{urn:tei-tools:schematron}done" select="$Q{urn:tei-tools:schematron}done, 6"
/></xsl:next-match></xsl:template><xsl:template match="tei:text//tei:gap[@reason = ('declassified', 'omitted')]" mode="Q{urn:tei-tools:schematron}walk" priority="17" use-when="$Q{urn:tei-tools:schematron}phase = ('#ALL', 'convert')" teitools:at="tei_tools.sch:183" teitools:what="rule tei:text//tei:gap[@reason = ('declassified', 'omitted')]"
><xsl:param name="Q{urn:tei-tools:schematron}done" select="()"
/><xsl:if test="not($Q{urn:tei-tools:schematron}done = 6)"
><svrl:fired-rule xsl:use-when="$Q{urn:tei-tools:schematron}fired = 'yes'" teitools:pattern="6" context="tei:text//tei:gap[@reason = ('declassified', 'omitted')]"
/><xsl:try teitools:at="tei_tools.sch:185" teitools:what="assert gap-bracket"
><xsl:choose
><xsl:when test="matches(f:first(following-sibling::node()[1][self::text()]), '[\[(.…]')"
/><xsl:otherwise
><svrl:failed-assert location="{path(.)}" teitools:pattern="6" id="gap-bracket" test="matches(f:first(following-sibling::node()[1][self::text()]), '[\[(.…]')" role="warning"
><xsl:attribute name="at" namespace="urn:tei-tools:schematron" use-when="$Q{urn:tei-tools:schematron}fired = 'no'"
>tei_tools.sch:185</xsl:attribute><svrl:diagnostic-reference diagnostic="gap-bracket-hint"
><svrl:text
><xsl:text
>put it directly before the bracket, which stays text</xsl:text></svrl:text></svrl:diagnostic-reference><svrl:text
><xsl:text
>the gap does not stand before the bracket that says what was left out</xsl:text></svrl:text></svrl:failed-assert></xsl:otherwise></xsl:choose><xsl:catch errors="*"
><teitools:failed at="tei_tools.sch:185" what="assert gap-bracket" location="{path(.)}" teitools:pattern="6"
><xsl:value-of select="local-name-from-QName($Q{http://www.w3.org/2005/xqt-errors}code) || ': ' || $Q{http://www.w3.org/2005/xqt-errors}description"
/></teitools:failed></xsl:catch></xsl:try></xsl:if><xsl:next-match
><xsl:with-param name="Q{urn:tei-tools:schematron}done" select="$Q{urn:tei-tools:schematron}done, 6"
/></xsl:next-match></xsl:template><xsl:template match="tei:row[../@cols castable as xs:integer]" mode="Q{urn:tei-tools:schematron}walk" priority="16" use-when="$Q{urn:tei-tools:schematron}phase = ('#ALL', 'convert')" teitools:at="tei_tools.sch:187" teitools:what="rule tei:row[../@cols castable as xs:integer]"
><xsl:param name="Q{urn:tei-tools:schematron}done" select="()"
/><xsl:if test="not($Q{urn:tei-tools:schematron}done = 6)"
><svrl:fired-rule xsl:use-when="$Q{urn:tei-tools:schematron}fired = 'yes'" teitools:pattern="6" context="tei:row[../@cols castable as xs:integer]"
/><xsl:try teitools:at="tei_tools.sch:189" teitools:what="assert table-columns"
><xsl:choose
><xsl:when test="sum(tei:cell/(if (@cols castable as xs:integer) then xs:integer(@cols) else 1)) le xs:integer(../@cols)"
/><xsl:otherwise
><svrl:failed-assert location="{path(.)}" teitools:pattern="6" id="table-columns" test="sum(tei:cell/(if (@cols castable as xs:integer) then xs:integer(@cols) else 1)) le xs:integer(../@cols)" role="warning"
><xsl:attribute name="at" namespace="urn:tei-tools:schematron" use-when="$Q{urn:tei-tools:schematron}fired = 'no'"
>tei_tools.sch:189</xsl:attribute><svrl:diagnostic-reference diagnostic="table-columns-hint"
><svrl:text
><xsl:text
>correct cols of the table, or join the cells</xsl:text></svrl:text></svrl:diagnostic-reference><svrl:text
><xsl:text
>this row has more cells than the </xsl:text><xsl:value-of select="../@cols" teitools:at="tei_tools.sch:189" teitools:what="value-of"
/><xsl:text
> columns of its table</xsl:text></svrl:text></svrl:failed-assert></xsl:otherwise></xsl:choose><xsl:catch errors="*"
><teitools:failed at="tei_tools.sch:189" what="assert table-columns" location="{path(.)}" teitools:pattern="6"
><xsl:value-of select="local-name-from-QName($Q{http://www.w3.org/2005/xqt-errors}code) || ': ' || $Q{http://www.w3.org/2005/xqt-errors}description"
/></teitools:failed></xsl:catch></xsl:try></xsl:if><xsl:next-match
><xsl:with-param name="Q{urn:tei-tools:schematron}done" select="$Q{urn:tei-tools:schematron}done, 6"
/></xsl:next-match></xsl:template><xsl:template match="tei:persName[ancestor::tei:persName]" mode="Q{urn:tei-tools:schematron}walk" priority="15" use-when="$Q{urn:tei-tools:schematron}phase = ('#ALL', 'convert')" teitools:at="tei_tools.sch:195" teitools:what="rule tei:persName[ancestor::tei:persName]"
><xsl:param name="Q{urn:tei-tools:schematron}done" select="()"
/><svrl:fired-rule xsl:use-when="$Q{urn:tei-tools:schematron}fired = 'yes'" teitools:pattern="7" context="tei:persName[ancestor::tei:persName]"
/><xsl:try teitools:at="tei_tools.sch:197" teitools:what="report name-nested"
><xsl:choose
><xsl:when test="empty(ancestor::tei:note intersect ancestor::tei:persName[1]//tei:note)"
><svrl:successful-report location="{path(.)}" teitools:pattern="7" id="name-nested" test="empty(ancestor::tei:note intersect ancestor::tei:persName[1]//tei:note)" role="error"
><xsl:attribute name="at" namespace="urn:tei-tools:schematron" use-when="$Q{urn:tei-tools:schematron}fired = 'no'"
>tei_tools.sch:197</xsl:attribute><svrl:diagnostic-reference diagnostic="nested-hint"
><svrl:text
><xsl:text
>take one of the two away</xsl:text></svrl:text></svrl:diagnostic-reference><svrl:text
><xsl:text
>a personal name stands inside another one</xsl:text></svrl:text></svrl:successful-report></xsl:when><xsl:otherwise
/></xsl:choose><xsl:catch errors="*"
><teitools:failed at="tei_tools.sch:197" what="report name-nested" location="{path(.)}" teitools:pattern="7"
><xsl:value-of select="local-name-from-QName($Q{http://www.w3.org/2005/xqt-errors}code) || ': ' || $Q{http://www.w3.org/2005/xqt-errors}description"
/></teitools:failed></xsl:catch></xsl:try><xsl:next-match
><xsl:with-param name="Q{urn:tei-tools:schematron}done" select="$Q{urn:tei-tools:schematron}done, 7"
/></xsl:next-match></xsl:template><xsl:template match="tei:ref[ancestor::tei:ref]" mode="Q{urn:tei-tools:schematron}walk" priority="14" use-when="$Q{urn:tei-tools:schematron}phase = ('#ALL', 'convert')" teitools:at="tei_tools.sch:199" teitools:what="rule tei:ref[ancestor::tei:ref]"
><xsl:param name="Q{urn:tei-tools:schematron}done" select="()"
/><xsl:if test="not($Q{urn:tei-tools:schematron}done = 7)"
><svrl:fired-rule xsl:use-when="$Q{urn:tei-tools:schematron}fired = 'yes'" teitools:pattern="7" context="tei:ref[ancestor::tei:ref]"
/><xsl:try teitools:at="tei_tools.sch:201" teitools:what="report reference-nested"
><xsl:choose
><xsl:when test="empty(ancestor::tei:note intersect ancestor::tei:ref[1]//tei:note)"
><svrl:successful-report location="{path(.)}" teitools:pattern="7" id="reference-nested" test="empty(ancestor::tei:note intersect ancestor::tei:ref[1]//tei:note)" role="error"
><xsl:attribute name="at" namespace="urn:tei-tools:schematron" use-when="$Q{urn:tei-tools:schematron}fired = 'no'"
>tei_tools.sch:201</xsl:attribute><svrl:diagnostic-reference diagnostic="nested-hint"
><svrl:text
><xsl:text
>take one of the two away</xsl:text></svrl:text></svrl:diagnostic-reference><svrl:text
><xsl:text
>a reference stands inside another one</xsl:text></svrl:text></svrl:successful-report></xsl:when><xsl:otherwise
/></xsl:choose><xsl:catch errors="*"
><teitools:failed at="tei_tools.sch:201" what="report reference-nested" location="{path(.)}" teitools:pattern="7"
><xsl:value-of select="local-name-from-QName($Q{http://www.w3.org/2005/xqt-errors}code) || ': ' || $Q{http://www.w3.org/2005/xqt-errors}description"
/></teitools:failed></xsl:catch></xsl:try></xsl:if><xsl:next-match
><xsl:with-param name="Q{urn:tei-tools:schematron}done" select="$Q{urn:tei-tools:schematron}done, 7"
/></xsl:next-match></xsl:template><xsl:template match="tei:note[not(@rend = 'inline')]//tei:note" mode="Q{urn:tei-tools:schematron}walk" priority="13" use-when="$Q{urn:tei-tools:schematron}phase = ('#ALL', 'convert')" teitools:at="tei_tools.sch:203" teitools:what="rule tei:note[not(@rend = 'inline')]//tei:note"
><xsl:param name="Q{urn:tei-tools:schematron}done" select="()"
/><xsl:if test="not($Q{urn:tei-tools:schematron}done = 7)"
><svrl:fired-rule xsl:use-when="$Q{urn:tei-tools:schematron}fired = 'yes'" teitools:pattern="7" context="tei:note[not(@rend = 'inline')]//tei:note"
/><xsl:try teitools:at="tei_tools.sch:204" teitools:what="report note-nested"
><xsl:choose
><xsl:when test="true()"
><svrl:successful-report location="{path(.)}" teitools:pattern="7" id="note-nested" test="true()" role="error"
><xsl:attribute name="at" namespace="urn:tei-tools:schematron" use-when="$Q{urn:tei-tools:schematron}fired = 'no'"
>tei_tools.sch:204</xsl:attribute><svrl:diagnostic-reference diagnostic="note-nested-hint"
><svrl:text
><xsl:text
>put it behind the outer one, or its words into it</xsl:text></svrl:text></svrl:diagnostic-reference><svrl:text
><xsl:text
>a note stands inside another note</xsl:text></svrl:text></svrl:successful-report></xsl:when><xsl:otherwise
/></xsl:choose><xsl:catch errors="*"
><teitools:failed at="tei_tools.sch:204" what="report note-nested" location="{path(.)}" teitools:pattern="7"
><xsl:value-of select="local-name-from-QName($Q{http://www.w3.org/2005/xqt-errors}code) || ': ' || $Q{http://www.w3.org/2005/xqt-errors}description"
/></teitools:failed></xsl:catch></xsl:try></xsl:if><xsl:next-match
><xsl:with-param name="Q{urn:tei-tools:schematron}done" select="$Q{urn:tei-tools:schematron}done, 7"
/></xsl:next-match></xsl:template><xsl:template match="tei:persName[@ref]" mode="Q{urn:tei-tools:schematron}walk" priority="12" use-when="$Q{urn:tei-tools:schematron}phase = ('#ALL', 'convert')" teitools:at="tei_tools.sch:212" teitools:what="rule tei:persName[@ref]"
><xsl:param name="Q{urn:tei-tools:schematron}done" select="()"
/><svrl:fired-rule xsl:use-when="$Q{urn:tei-tools:schematron}fired = 'yes'" teitools:pattern="8" context="tei:persName[@ref]"
/><xsl:variable name="wrong" teitools:at="tei_tools.sch:213" teitools:what="let wrong" select="f:targets(@ref)[not(self::tei:person)][1]"
/><xsl:try teitools:at="tei_tools.sch:214" teitools:what="assert person-entry"
><xsl:choose
><xsl:when test="empty($wrong)"
/><xsl:otherwise
><svrl:failed-assert location="{path((@ref, .)[1])}" teitools:pattern="8" id="person-entry" test="empty($wrong)" role="error"
><xsl:attribute name="at" namespace="urn:tei-tools:schematron" use-when="$Q{urn:tei-tools:schematron}fired = 'no'"
>tei_tools.sch:214</xsl:attribute><svrl:diagnostic-reference diagnostic="entry"
><svrl:text
><xsl:text
>it must point at </xsl:text><xsl:value-of select="'a person'" teitools:at="tei_tools.sch:328" teitools:what="value-of"
/></svrl:text></svrl:diagnostic-reference><svrl:text
><xsl:text
>this points at &lt;</xsl:text><xsl:value-of select="name($wrong)" teitools:at="tei_tools.sch:214" teitools:what="name"
/><xsl:text
>&gt;</xsl:text><svrl:span class="line"
><xsl:value-of select="path($wrong)" teitools:at="tei_tools.sch:214" teitools:what="value-of"
/></svrl:span></svrl:text></svrl:failed-assert></xsl:otherwise></xsl:choose><xsl:catch errors="*"
><teitools:failed at="tei_tools.sch:214" what="assert person-entry" location="{path(.)}" teitools:pattern="8"
><xsl:value-of select="local-name-from-QName($Q{http://www.w3.org/2005/xqt-errors}code) || ': ' || $Q{http://www.w3.org/2005/xqt-errors}description"
/></teitools:failed></xsl:catch></xsl:try><xsl:next-match
><xsl:with-param name="Q{urn:tei-tools:schematron}done" select="$Q{urn:tei-tools:schematron}done, 8"
/></xsl:next-match></xsl:template><xsl:template match="tei:orgName[@ref]" mode="Q{urn:tei-tools:schematron}walk" priority="11" use-when="$Q{urn:tei-tools:schematron}phase = ('#ALL', 'convert')" teitools:at="tei_tools.sch:212" teitools:what="rule tei:orgName[@ref]"
><xsl:param name="Q{urn:tei-tools:schematron}done" select="()"
/><svrl:fired-rule xsl:use-when="$Q{urn:tei-tools:schematron}fired = 'yes'" teitools:pattern="9" context="tei:orgName[@ref]"
/><xsl:variable name="wrong" teitools:at="tei_tools.sch:213" teitools:what="let wrong" select="f:targets(@ref)[not(self::tei:org)][1]"
/><xsl:try teitools:at="tei_tools.sch:214" teitools:what="assert organisation-entry"
><xsl:choose
><xsl:when test="empty($wrong)"
/><xsl:otherwise
><svrl:failed-assert location="{path((@ref, .)[1])}" teitools:pattern="9" id="organisation-entry" test="empty($wrong)" role="error"
><xsl:attribute name="at" namespace="urn:tei-tools:schematron" use-when="$Q{urn:tei-tools:schematron}fired = 'no'"
>tei_tools.sch:214</xsl:attribute><svrl:diagnostic-reference diagnostic="entry"
><svrl:text
><xsl:text
>it must point at </xsl:text><xsl:value-of select="'an organisation'" teitools:at="tei_tools.sch:328" teitools:what="value-of"
/></svrl:text></svrl:diagnostic-reference><svrl:text
><xsl:text
>this points at &lt;</xsl:text><xsl:value-of select="name($wrong)" teitools:at="tei_tools.sch:214" teitools:what="name"
/><xsl:text
>&gt;</xsl:text><svrl:span class="line"
><xsl:value-of select="path($wrong)" teitools:at="tei_tools.sch:214" teitools:what="value-of"
/></svrl:span></svrl:text></svrl:failed-assert></xsl:otherwise></xsl:choose><xsl:catch errors="*"
><teitools:failed at="tei_tools.sch:214" what="assert organisation-entry" location="{path(.)}" teitools:pattern="9"
><xsl:value-of select="local-name-from-QName($Q{http://www.w3.org/2005/xqt-errors}code) || ': ' || $Q{http://www.w3.org/2005/xqt-errors}description"
/></teitools:failed></xsl:catch></xsl:try><xsl:next-match
><xsl:with-param name="Q{urn:tei-tools:schematron}done" select="$Q{urn:tei-tools:schematron}done, 9"
/></xsl:next-match></xsl:template><xsl:template match="tei:placeName[@ref]" mode="Q{urn:tei-tools:schematron}walk" priority="10" use-when="$Q{urn:tei-tools:schematron}phase = ('#ALL', 'convert')" teitools:at="tei_tools.sch:212" teitools:what="rule tei:placeName[@ref]"
><xsl:param name="Q{urn:tei-tools:schematron}done" select="()"
/><svrl:fired-rule xsl:use-when="$Q{urn:tei-tools:schematron}fired = 'yes'" teitools:pattern="10" context="tei:placeName[@ref]"
/><xsl:variable name="wrong" teitools:at="tei_tools.sch:213" teitools:what="let wrong" select="f:targets(@ref)[not(self::tei:place)][1]"
/><xsl:try teitools:at="tei_tools.sch:214" teitools:what="assert place-entry"
><xsl:choose
><xsl:when test="empty($wrong)"
/><xsl:otherwise
><svrl:failed-assert location="{path((@ref, .)[1])}" teitools:pattern="10" id="place-entry" test="empty($wrong)" role="error"
><xsl:attribute name="at" namespace="urn:tei-tools:schematron" use-when="$Q{urn:tei-tools:schematron}fired = 'no'"
>tei_tools.sch:214</xsl:attribute><svrl:diagnostic-reference diagnostic="entry"
><svrl:text
><xsl:text
>it must point at </xsl:text><xsl:value-of select="'a place'" teitools:at="tei_tools.sch:328" teitools:what="value-of"
/></svrl:text></svrl:diagnostic-reference><svrl:text
><xsl:text
>this points at &lt;</xsl:text><xsl:value-of select="name($wrong)" teitools:at="tei_tools.sch:214" teitools:what="name"
/><xsl:text
>&gt;</xsl:text><svrl:span class="line"
><xsl:value-of select="path($wrong)" teitools:at="tei_tools.sch:214" teitools:what="value-of"
/></svrl:span></svrl:text></svrl:failed-assert></xsl:otherwise></xsl:choose><xsl:catch errors="*"
><teitools:failed at="tei_tools.sch:214" what="assert place-entry" location="{path(.)}" teitools:pattern="10"
><xsl:value-of select="local-name-from-QName($Q{http://www.w3.org/2005/xqt-errors}code) || ': ' || $Q{http://www.w3.org/2005/xqt-errors}description"
/></teitools:failed></xsl:catch></xsl:try><xsl:next-match
><xsl:with-param name="Q{urn:tei-tools:schematron}done" select="$Q{urn:tei-tools:schematron}done, 10"
/></xsl:next-match></xsl:template><xsl:template match="tei:term[@ref]" mode="Q{urn:tei-tools:schematron}walk" priority="9" use-when="$Q{urn:tei-tools:schematron}phase = ('#ALL', 'convert')" teitools:at="tei_tools.sch:212" teitools:what="rule tei:term[@ref]"
><xsl:param name="Q{urn:tei-tools:schematron}done" select="()"
/><svrl:fired-rule xsl:use-when="$Q{urn:tei-tools:schematron}fired = 'yes'" teitools:pattern="11" context="tei:term[@ref]"
/><xsl:variable name="wrong" teitools:at="tei_tools.sch:213" teitools:what="let wrong" select="f:targets(@ref)[not(self::tei:term)][1]"
/><xsl:try teitools:at="tei_tools.sch:214" teitools:what="assert term-entry"
><xsl:choose
><xsl:when test="empty($wrong)"
/><xsl:otherwise
><svrl:failed-assert location="{path((@ref, .)[1])}" teitools:pattern="11" id="term-entry" test="empty($wrong)" role="error"
><xsl:attribute name="at" namespace="urn:tei-tools:schematron" use-when="$Q{urn:tei-tools:schematron}fired = 'no'"
>tei_tools.sch:214</xsl:attribute><svrl:diagnostic-reference diagnostic="entry"
><svrl:text
><xsl:text
>it must point at </xsl:text><xsl:value-of select="'a term of the list of terms'" teitools:at="tei_tools.sch:328" teitools:what="value-of"
/></svrl:text></svrl:diagnostic-reference><svrl:text
><xsl:text
>this points at &lt;</xsl:text><xsl:value-of select="name($wrong)" teitools:at="tei_tools.sch:214" teitools:what="name"
/><xsl:text
>&gt;</xsl:text><svrl:span class="line"
><xsl:value-of select="path($wrong)" teitools:at="tei_tools.sch:214" teitools:what="value-of"
/></svrl:span></svrl:text></svrl:failed-assert></xsl:otherwise></xsl:choose><xsl:catch errors="*"
><teitools:failed at="tei_tools.sch:214" what="assert term-entry" location="{path(.)}" teitools:pattern="11"
><xsl:value-of select="local-name-from-QName($Q{http://www.w3.org/2005/xqt-errors}code) || ': ' || $Q{http://www.w3.org/2005/xqt-errors}description"
/></teitools:failed></xsl:catch></xsl:try><xsl:next-match
><xsl:with-param name="Q{urn:tei-tools:schematron}done" select="$Q{urn:tei-tools:schematron}done, 11"
/></xsl:next-match></xsl:template><xsl:template match="tei:*[@resp]" mode="Q{urn:tei-tools:schematron}walk" priority="8" use-when="$Q{urn:tei-tools:schematron}phase = ('#ALL', 'convert')" teitools:at="tei_tools.sch:212" teitools:what="rule tei:*[@resp]"
><xsl:param name="Q{urn:tei-tools:schematron}done" select="()"
/><svrl:fired-rule xsl:use-when="$Q{urn:tei-tools:schematron}fired = 'yes'" teitools:pattern="12" context="tei:*[@resp]"
/><xsl:variable name="wrong" teitools:at="tei_tools.sch:213" teitools:what="let wrong" select="f:targets(@resp)[not(self::tei:application or self::tei:person or self::tei:org or self::tei:editor or self::tei:author       or self::tei:respStmt or self::tei:resp or self::tei:name or self::tei:persName or self::tei:orgName)][1]"
/><xsl:try teitools:at="tei_tools.sch:214" teitools:what="assert responsibility-entry"
><xsl:choose
><xsl:when test="empty($wrong)"
/><xsl:otherwise
><svrl:failed-assert location="{path((@resp, .)[1])}" teitools:pattern="12" id="responsibility-entry" test="empty($wrong)" role="error"
><xsl:attribute name="at" namespace="urn:tei-tools:schematron" use-when="$Q{urn:tei-tools:schematron}fired = 'no'"
>tei_tools.sch:214</xsl:attribute><svrl:diagnostic-reference diagnostic="entry"
><svrl:text
><xsl:text
>it must point at </xsl:text><xsl:value-of select="'an application, a person or an organisation'" teitools:at="tei_tools.sch:328" teitools:what="value-of"
/></svrl:text></svrl:diagnostic-reference><svrl:text
><xsl:text
>this points at &lt;</xsl:text><xsl:value-of select="name($wrong)" teitools:at="tei_tools.sch:214" teitools:what="name"
/><xsl:text
>&gt;</xsl:text><svrl:span class="line"
><xsl:value-of select="path($wrong)" teitools:at="tei_tools.sch:214" teitools:what="value-of"
/></svrl:span></svrl:text></svrl:failed-assert></xsl:otherwise></xsl:choose><xsl:catch errors="*"
><teitools:failed at="tei_tools.sch:214" what="assert responsibility-entry" location="{path(.)}" teitools:pattern="12"
><xsl:value-of select="local-name-from-QName($Q{http://www.w3.org/2005/xqt-errors}code) || ': ' || $Q{http://www.w3.org/2005/xqt-errors}description"
/></teitools:failed></xsl:catch></xsl:try><xsl:next-match
><xsl:with-param name="Q{urn:tei-tools:schematron}done" select="$Q{urn:tei-tools:schematron}done, 12"
/></xsl:next-match></xsl:template><xsl:template match="tei:*[@when or @from or @to or @notBefore or @notAfter][not(self::tei:biblScope)]" mode="Q{urn:tei-tools:schematron}walk" priority="7" use-when="$Q{urn:tei-tools:schematron}phase = ('#ALL', 'convert')" teitools:at="tei_tools.sch:255" teitools:what="rule tei:*[@when or @from or @to or @notBefore or @notAfter][not("
><xsl:param name="Q{urn:tei-tools:schematron}done" select="()"
/><svrl:fired-rule xsl:use-when="$Q{urn:tei-tools:schematron}fired = 'yes'" teitools:pattern="13" context="tei:*[@when or @from or @to or @notBefore or @notAfter][not(self::tei:biblScope)]"
/><xsl:try teitools:at="tei_tools.sch:257" teitools:what="assert date-conflict"
><xsl:choose
><xsl:when test="           not(@when and (@from, @to, @notBefore, @notAfter)) and not(@from and @notBefore) and not(@to and @notAfter)"
/><xsl:otherwise
><svrl:failed-assert location="{path(.)}" teitools:pattern="13" id="date-conflict" test="not(@when and (@from, @to, @notBefore, @notAfter)) and not(@from and @notBefore) and not(@to and @notAfter)" role="error"
><xsl:attribute name="at" namespace="urn:tei-tools:schematron" use-when="$Q{urn:tei-tools:schematron}fired = 'no'"
>tei_tools.sch:257</xsl:attribute><svrl:diagnostic-reference diagnostic="date-conflict-hint"
><svrl:text
><xsl:text
>use when for a point in time, from and to for a duration, notBefore and notAfter for what is known of it</xsl:text></svrl:text></svrl:diagnostic-reference><svrl:text
><xsl:text
>this says of one time two things: </xsl:text><xsl:value-of select="(@when, @from, @to, @notBefore, @notAfter) ! (name() || '=&quot;' || . || '&quot;')" teitools:at="tei_tools.sch:258" teitools:what="value-of"
/></svrl:text></svrl:failed-assert></xsl:otherwise></xsl:choose><xsl:catch errors="*"
><teitools:failed at="tei_tools.sch:257" what="assert date-conflict" location="{path(.)}" teitools:pattern="13"
><xsl:value-of select="local-name-from-QName($Q{http://www.w3.org/2005/xqt-errors}code) || ': ' || $Q{http://www.w3.org/2005/xqt-errors}description"
/></teitools:failed></xsl:catch></xsl:try><xsl:try teitools:at="tei_tools.sch:261" teitools:what="assert date-order"
><xsl:choose
><xsl:when test="           not(some $one in (@from, @notBefore), $other in (@to, @notAfter) satisfies f:after($one, $other))"
/><xsl:otherwise
><svrl:failed-assert location="{path(((@to, @notAfter)[1], .)[1])}" teitools:pattern="13" id="date-order" test="not(some $one in (@from, @notBefore), $other in (@to, @notAfter) satisfies f:after($one, $other))" role="error"
><xsl:attribute name="at" namespace="urn:tei-tools:schematron" use-when="$Q{urn:tei-tools:schematron}fired = 'no'"
>tei_tools.sch:261</xsl:attribute><svrl:diagnostic-reference diagnostic="date-order-hint"
><svrl:text
><xsl:text
>correct one of the two, or change them over</xsl:text></svrl:text></svrl:diagnostic-reference><svrl:text
><xsl:text
>this ends on </xsl:text><xsl:value-of select="(@to, @notAfter)[1]" teitools:at="tei_tools.sch:261" teitools:what="value-of"
/><xsl:text
>, before it begins on </xsl:text><xsl:value-of select="(@from, @notBefore)[1]" teitools:at="tei_tools.sch:261" teitools:what="value-of"
/></svrl:text></svrl:failed-assert></xsl:otherwise></xsl:choose><xsl:catch errors="*"
><teitools:failed at="tei_tools.sch:261" what="assert date-order" location="{path(.)}" teitools:pattern="13"
><xsl:value-of select="local-name-from-QName($Q{http://www.w3.org/2005/xqt-errors}code) || ': ' || $Q{http://www.w3.org/2005/xqt-errors}description"
/></teitools:failed></xsl:catch></xsl:try><xsl:variable name="printed" teitools:at="tei_tools.sch:262" teitools:what="let printed" select="tokenize(.[self::tei:date], '\D+')[matches(., '^(1[5-9]|20)\d\d$')]"
/><xsl:variable name="said" teitools:at="tei_tools.sch:263" teitools:what="let said" select="(@when, @from, @to, @notBefore, @notAfter)[matches(., '^\d{4}')] ! substring(., 1, 4)"
/><xsl:try teitools:at="tei_tools.sch:265" teitools:what="assert date-year"
><xsl:choose
><xsl:when test="empty($printed) or empty($said) or $printed = $said"
/><xsl:otherwise
><svrl:failed-assert location="{path(.)}" teitools:pattern="13" id="date-year" test="empty($printed) or empty($said) or $printed = $said" role="warning"
><xsl:attribute name="at" namespace="urn:tei-tools:schematron" use-when="$Q{urn:tei-tools:schematron}fired = 'no'"
>tei_tools.sch:265</xsl:attribute><svrl:diagnostic-reference diagnostic="date-year-hint"
><svrl:text
><xsl:text
>correct the attribute; the text stays as printed</xsl:text></svrl:text></svrl:diagnostic-reference><svrl:text
><xsl:text
>the text says </xsl:text><xsl:value-of select="$printed" teitools:at="tei_tools.sch:265" teitools:what="value-of"
/><xsl:text
>, the attribute says </xsl:text><xsl:value-of select="$said" teitools:at="tei_tools.sch:265" teitools:what="value-of"
/></svrl:text></svrl:failed-assert></xsl:otherwise></xsl:choose><xsl:catch errors="*"
><teitools:failed at="tei_tools.sch:265" what="assert date-year" location="{path(.)}" teitools:pattern="13"
><xsl:value-of select="local-name-from-QName($Q{http://www.w3.org/2005/xqt-errors}code) || ': ' || $Q{http://www.w3.org/2005/xqt-errors}description"
/></teitools:failed></xsl:catch></xsl:try><xsl:next-match
><xsl:with-param name="Q{urn:tei-tools:schematron}done" select="$Q{urn:tei-tools:schematron}done, 13"
/></xsl:next-match></xsl:template><xsl:template match="tei:div[@type = 'main']" mode="Q{urn:tei-tools:schematron}walk" priority="6" use-when="$Q{urn:tei-tools:schematron}phase = ('#ALL', 'convert')" teitools:at="tei_tools.sch:273" teitools:what="rule tei:div[@type = 'main']"
><xsl:param name="Q{urn:tei-tools:schematron}done" select="()"
/><svrl:fired-rule xsl:use-when="$Q{urn:tei-tools:schematron}fired = 'yes'" teitools:pattern="14" context="tei:div[@type = 'main']"
/><xsl:try teitools:at="tei_tools.sch:275" teitools:what="assert part-main"
><xsl:choose
><xsl:when test="empty(preceding-sibling::tei:div) and following-sibling::tei:div[@type = ('attachment', 'continuation')]"
/><xsl:otherwise
><svrl:failed-assert location="{path(.)}" teitools:pattern="14" id="part-main" test="empty(preceding-sibling::tei:div) and following-sibling::tei:div[@type = ('attachment', 'continuation')]" role="warning"
><xsl:attribute name="at" namespace="urn:tei-tools:schematron" use-when="$Q{urn:tei-tools:schematron}fired = 'no'"
>tei_tools.sch:275</xsl:attribute><svrl:diagnostic-reference diagnostic="part-main-hint"
><svrl:text
><xsl:text
>main is the first part of a document with attachments; one without has no parts</xsl:text></svrl:text></svrl:diagnostic-reference><svrl:text
><xsl:text
>this main part </xsl:text><xsl:value-of select="if (preceding-sibling::tei:div) then 'comes after another part' else 'has no attachment beside it'" teitools:at="tei_tools.sch:275" teitools:what="value-of"
/></svrl:text></svrl:failed-assert></xsl:otherwise></xsl:choose><xsl:catch errors="*"
><teitools:failed at="tei_tools.sch:275" what="assert part-main" location="{path(.)}" teitools:pattern="14"
><xsl:value-of select="local-name-from-QName($Q{http://www.w3.org/2005/xqt-errors}code) || ': ' || $Q{http://www.w3.org/2005/xqt-errors}description"
/></teitools:failed></xsl:catch></xsl:try><xsl:next-match
><xsl:with-param name="Q{urn:tei-tools:schematron}done" select="$Q{urn:tei-tools:schematron}done, 14"
/></xsl:next-match></xsl:template><xsl:template match="tei:div[@type = 'document'][@n]/tei:head[1]" mode="Q{urn:tei-tools:schematron}walk" priority="5" use-when="$Q{urn:tei-tools:schematron}phase = ('#ALL', 'convert')" teitools:at="tei_tools.sch:277" teitools:what="rule tei:div[@type = 'document'][@n]/tei:head[1]"
><xsl:param name="Q{urn:tei-tools:schematron}done" select="()"
/><xsl:if test="not($Q{urn:tei-tools:schematron}done = 14)"
><svrl:fired-rule xsl:use-when="$Q{urn:tei-tools:schematron}fired = 'yes'" teitools:pattern="14" context="tei:div[@type = 'document'][@n]/tei:head[1]"
/><xsl:variable name="first" teitools:at="tei_tools.sch:278" teitools:what="let first" select="normalize-space((.//text()[normalize-space()])[1]) || ' '"
/><xsl:variable name="printed" teitools:at="tei_tools.sch:279" teitools:what="let printed" select="replace($first, '^(No\. ?)?([0-9]+)\. .*$|^No\. ?([0-9]+) $', '$2$3')[. ne $first]"
/><xsl:try teitools:at="tei_tools.sch:281" teitools:what="assert document-number"
><xsl:choose
><xsl:when test="empty($printed) or $printed = ../@n"
/><xsl:otherwise
><svrl:failed-assert location="{path((../@n, .)[1])}" teitools:pattern="14" id="document-number" test="empty($printed) or $printed = ../@n" role="warning"
><xsl:attribute name="at" namespace="urn:tei-tools:schematron" use-when="$Q{urn:tei-tools:schematron}fired = 'no'"
>tei_tools.sch:281</xsl:attribute><svrl:diagnostic-reference diagnostic="document-number-hint"
><svrl:text
><xsl:text
>correct n; the heading stays as printed</xsl:text></svrl:text></svrl:diagnostic-reference><svrl:text
><xsl:text
>the heading says document </xsl:text><xsl:value-of select="$printed" teitools:at="tei_tools.sch:281" teitools:what="value-of"
/><xsl:text
>, the number of the division is </xsl:text><xsl:value-of select="../@n" teitools:at="tei_tools.sch:281" teitools:what="value-of"
/></svrl:text></svrl:failed-assert></xsl:otherwise></xsl:choose><xsl:catch errors="*"
><teitools:failed at="tei_tools.sch:281" what="assert document-number" location="{path(.)}" teitools:pattern="14"
><xsl:value-of select="local-name-from-QName($Q{http://www.w3.org/2005/xqt-errors}code) || ': ' || $Q{http://www.w3.org/2005/xqt-errors}description"
/></teitools:failed></xsl:catch></xsl:try></xsl:if><xsl:next-match
><xsl:with-param name="Q{urn:tei-tools:schematron}done" select="$Q{urn:tei-tools:schematron}done, 14"
/></xsl:next-match></xsl:template><xsl:template match="tei:text//tei:*[@xml:lang]" mode="Q{urn:tei-tools:schematron}walk" priority="4" use-when="$Q{urn:tei-tools:schematron}phase = ('#ALL', 'convert')" teitools:at="tei_tools.sch:283" teitools:what="rule tei:text//tei:*[@xml:lang]"
><xsl:param name="Q{urn:tei-tools:schematron}done" select="()"
/><xsl:if test="not($Q{urn:tei-tools:schematron}done = 14)"
><svrl:fired-rule xsl:use-when="$Q{urn:tei-tools:schematron}fired = 'yes'" teitools:pattern="14" context="tei:text//tei:*[@xml:lang]"
/><xsl:try teitools:at="tei_tools.sch:285" teitools:what="assert language-undeclared"
><xsl:choose
><xsl:when test="empty($languages) or $languages ! tokenize(., '-')[1] = (tokenize(@xml:lang, '-')[1], 'und')"
/><xsl:otherwise
><svrl:failed-assert location="{path((@xml:lang, .)[1])}" teitools:pattern="14" id="language-undeclared" test="empty($languages) or $languages ! tokenize(., '-')[1] = (tokenize(@xml:lang, '-')[1], 'und')" role="warning"
><xsl:attribute name="at" namespace="urn:tei-tools:schematron" use-when="$Q{urn:tei-tools:schematron}fired = 'no'"
>tei_tools.sch:285</xsl:attribute><svrl:diagnostic-reference diagnostic="language-undeclared-hint"
><svrl:text
><xsl:text
>add a language to langUsage, or correct xml:lang</xsl:text></svrl:text></svrl:diagnostic-reference><svrl:text
><xsl:text
>the language </xsl:text><xsl:value-of select="@xml:lang" teitools:at="tei_tools.sch:285" teitools:what="value-of"
/><xsl:text
> is not among those that the header declares</xsl:text></svrl:text></svrl:failed-assert></xsl:otherwise></xsl:choose><xsl:catch errors="*"
><teitools:failed at="tei_tools.sch:285" what="assert language-undeclared" location="{path(.)}" teitools:pattern="14"
><xsl:value-of select="local-name-from-QName($Q{http://www.w3.org/2005/xqt-errors}code) || ': ' || $Q{http://www.w3.org/2005/xqt-errors}description"
/></teitools:failed></xsl:catch></xsl:try></xsl:if><xsl:next-match
><xsl:with-param name="Q{urn:tei-tools:schematron}done" select="$Q{urn:tei-tools:schematron}done, 14"
/></xsl:next-match></xsl:template><xsl:template match="tei:creation/tei:date[@when] | tei:setting/tei:date[@when] | tei:correspAction[@type = 'sent']/tei:date[@when]" mode="Q{urn:tei-tools:schematron}walk" priority="3" use-when="$Q{urn:tei-tools:schematron}phase = ('#ALL', 'convert')" teitools:at="tei_tools.sch:293" teitools:what="rule tei:creation/tei:date[@when] | tei:setting/tei:date[@when] |"
><xsl:param name="Q{urn:tei-tools:schematron}done" select="()"
/><svrl:fired-rule xsl:use-when="$Q{urn:tei-tools:schematron}fired = 'yes'" teitools:pattern="15" context="tei:creation/tei:date[@when] | tei:setting/tei:date[@when] | tei:correspAction[@type = 'sent']/tei:date[@when]"
/><xsl:try teitools:at="tei_tools.sch:296" teitools:what="assert header-date"
><xsl:choose
><xsl:when test="           empty($dated) or (some $day in $dated/substring(@when, 1, 10), $here in substring(@when, 1, 10)             satisfies starts-with($day, $here) or starts-with($here, $day))"
/><xsl:otherwise
><svrl:failed-assert location="{path((@when, .)[1])}" teitools:pattern="15" id="header-date" test="empty($dated) or (some $day in $dated/substring(@when, 1, 10), $here in substring(@when, 1, 10) satisfies starts-with($day, $here) or starts-with($here, $day))" role="warning"
><xsl:attribute name="at" namespace="urn:tei-tools:schematron" use-when="$Q{urn:tei-tools:schematron}fired = 'no'"
>tei_tools.sch:296</xsl:attribute><svrl:diagnostic-reference diagnostic="header-hint"
><svrl:text
><xsl:text
>make the two agree</xsl:text></svrl:text></svrl:diagnostic-reference><svrl:text
><xsl:text
>the header says </xsl:text><xsl:value-of select="@when" teitools:at="tei_tools.sch:296" teitools:what="value-of"
/><xsl:text
>, the dateline says </xsl:text><xsl:value-of select="$dated[1]/@when" teitools:at="tei_tools.sch:296" teitools:what="value-of"
/><svrl:span class="line"
><xsl:value-of select="path($dated[1])" teitools:at="tei_tools.sch:297" teitools:what="value-of"
/></svrl:span></svrl:text></svrl:failed-assert></xsl:otherwise></xsl:choose><xsl:catch errors="*"
><teitools:failed at="tei_tools.sch:296" what="assert header-date" location="{path(.)}" teitools:pattern="15"
><xsl:value-of select="local-name-from-QName($Q{http://www.w3.org/2005/xqt-errors}code) || ': ' || $Q{http://www.w3.org/2005/xqt-errors}description"
/></teitools:failed></xsl:catch></xsl:try><xsl:next-match
><xsl:with-param name="Q{urn:tei-tools:schematron}done" select="$Q{urn:tei-tools:schematron}done, 15"
/></xsl:next-match></xsl:template><xsl:template match="tei:correspAction/tei:persName[@ref] | tei:particDesc//tei:persName[@ref]" mode="Q{urn:tei-tools:schematron}walk" priority="2" use-when="$Q{urn:tei-tools:schematron}phase = ('#ALL', 'convert')" teitools:at="tei_tools.sch:299" teitools:what="rule tei:correspAction/tei:persName[@ref] | tei:particDesc//tei:p"
><xsl:param name="Q{urn:tei-tools:schematron}done" select="()"
/><xsl:if test="not($Q{urn:tei-tools:schematron}done = 15)"
><svrl:fired-rule xsl:use-when="$Q{urn:tei-tools:schematron}fired = 'yes'" teitools:pattern="15" context="tei:correspAction/tei:persName[@ref] | tei:particDesc//tei:persName[@ref]"
/><xsl:try teitools:at="tei_tools.sch:301" teitools:what="assert header-person"
><xsl:choose
><xsl:when test="empty($documents) or key('named', tokenize(@ref))"
/><xsl:otherwise
><svrl:failed-assert location="{path((@ref, .)[1])}" teitools:pattern="15" id="header-person" test="empty($documents) or key('named', tokenize(@ref))" role="warning"
><xsl:attribute name="at" namespace="urn:tei-tools:schematron" use-when="$Q{urn:tei-tools:schematron}fired = 'no'"
>tei_tools.sch:301</xsl:attribute><svrl:diagnostic-reference diagnostic="header-hint"
><svrl:text
><xsl:text
>make the two agree</xsl:text></svrl:text></svrl:diagnostic-reference><svrl:text
><xsl:text
>the header names </xsl:text><xsl:value-of select="." teitools:at="tei_tools.sch:301" teitools:what="value-of"
/><xsl:text
>, but no name in the text points at </xsl:text><xsl:value-of select="@ref" teitools:at="tei_tools.sch:301" teitools:what="value-of"
/></svrl:text></svrl:failed-assert></xsl:otherwise></xsl:choose><xsl:catch errors="*"
><teitools:failed at="tei_tools.sch:301" what="assert header-person" location="{path(.)}" teitools:pattern="15"
><xsl:value-of select="local-name-from-QName($Q{http://www.w3.org/2005/xqt-errors}code) || ': ' || $Q{http://www.w3.org/2005/xqt-errors}description"
/></teitools:failed></xsl:catch></xsl:try></xsl:if><xsl:next-match
><xsl:with-param name="Q{urn:tei-tools:schematron}done" select="$Q{urn:tei-tools:schematron}done, 15"
/></xsl:next-match></xsl:template><xsl:template match="tei:text//tei:persName[@ref][tokenize(@role) = ('sender', 'addressee')] | tei:text//tei:orgName[@ref][tokenize(@role) = ('sender', 'addressee')]" mode="Q{urn:tei-tools:schematron}walk" priority="1" use-when="$Q{urn:tei-tools:schematron}phase = ('#ALL', 'convert')" teitools:at="tei_tools.sch:303" teitools:what="rule tei:text//tei:persName[@ref][tokenize(@role) = ('sender', 'a"
><xsl:param name="Q{urn:tei-tools:schematron}done" select="()"
/><xsl:if test="not($Q{urn:tei-tools:schematron}done = 15)"
><svrl:fired-rule xsl:use-when="$Q{urn:tei-tools:schematron}fired = 'yes'" teitools:pattern="15" context="tei:text//tei:persName[@ref][tokenize(@role) = ('sender', 'addressee')] | tei:text//tei:orgName[@ref][tokenize(@role) = ('sender', 'addressee')]"
/><xsl:variable name="action" teitools:at="tei_tools.sch:304" teitools:what="let action" select="/tei:TEI/tei:teiHeader/tei:profileDesc/tei:correspDesc/tei:correspAction[@type = (if (tokenize(current()/@role) = 'sender') then 'sent' else 'received')]"
/><xsl:try teitools:at="tei_tools.sch:306" teitools:what="assert header-role"
><xsl:choose
><xsl:when test="           count($documents) ne 1 or empty($action) or $action/tei:*/tokenize(@ref) = tokenize(@ref)"
/><xsl:otherwise
><svrl:failed-assert location="{path(.)}" teitools:pattern="15" id="header-role" test="count($documents) ne 1 or empty($action) or $action/tei:*/tokenize(@ref) = tokenize(@ref)" role="warning"
><xsl:attribute name="at" namespace="urn:tei-tools:schematron" use-when="$Q{urn:tei-tools:schematron}fired = 'no'"
>tei_tools.sch:306</xsl:attribute><svrl:diagnostic-reference diagnostic="header-hint"
><svrl:text
><xsl:text
>make the two agree</xsl:text></svrl:text></svrl:diagnostic-reference><svrl:text
><xsl:text
>the text has </xsl:text><xsl:value-of select="." teitools:at="tei_tools.sch:306" teitools:what="value-of"
/><xsl:text
> as </xsl:text><xsl:value-of select="@role" teitools:at="tei_tools.sch:306" teitools:what="value-of"
/><xsl:text
>, but the header does not</xsl:text></svrl:text></svrl:failed-assert></xsl:otherwise></xsl:choose><xsl:catch errors="*"
><teitools:failed at="tei_tools.sch:306" what="assert header-role" location="{path(.)}" teitools:pattern="15"
><xsl:value-of select="local-name-from-QName($Q{http://www.w3.org/2005/xqt-errors}code) || ': ' || $Q{http://www.w3.org/2005/xqt-errors}description"
/></teitools:failed></xsl:catch></xsl:try></xsl:if><xsl:next-match
><xsl:with-param name="Q{urn:tei-tools:schematron}done" select="$Q{urn:tei-tools:schematron}done, 15"
/></xsl:next-match></xsl:template><xsl:template match="/ | *" mode="Q{urn:tei-tools:schematron}walk" priority="0"
><xsl:apply-templates select="*" mode="Q{urn:tei-tools:schematron}walk"
/></xsl:template></xsl:transform>