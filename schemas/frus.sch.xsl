<xsl:transform xmlns:frus="http://history.state.gov/frus/ns/1.0" xmlns:svrl="http://purl.oclc.org/dsdl/svrl" xmlns:tei="http://www.tei-c.org/ns/1.0" xmlns:teitools="urn:tei-tools:schematron" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" version="3.0" exclude-result-prefixes="#all" default-mode="Q{urn:tei-tools:schematron}start" teitools:phases=""
><xsl:output method="xml" encoding="UTF-8" indent="no"
/><xsl:param name="Q{urn:tei-tools:schematron}fired" static="yes" select="'yes'"
/><xsl:param name="Q{urn:tei-tools:schematron}phase" static="yes" select="'#ALL'"
/><xsl:mode name="Q{urn:tei-tools:schematron}start"
/><xsl:mode name="Q{urn:tei-tools:schematron}walk" on-no-match="shallow-skip"
/><xsl:key xmlns="http://purl.oclc.org/dsdl/schematron" default-mode="#unnamed" name="id" match="*[@xml:id]" use="@xml:id" teitools:at="frus.sch:11" teitools:what="key id"
/><xsl:template match="/"
><xsl:variable name="Q{urn:tei-tools:schematron}found" as="element()*"
><xsl:apply-templates select="." mode="Q{urn:tei-tools:schematron}walk"
/></xsl:variable><svrl:schematron-output title="The dialect of the Office of the Historian" schemaVersion="0.1.0" phase="{$Q{urn:tei-tools:schematron}phase}"
><svrl:ns-prefix-in-attribute-values prefix="tei" uri="http://www.tei-c.org/ns/1.0"
/><svrl:ns-prefix-in-attribute-values prefix="frus" uri="http://history.state.gov/frus/ns/1.0"
/><svrl:ns-prefix-in-attribute-values prefix="xs" uri="http://www.w3.org/2001/XMLSchema"
/><svrl:active-pattern xsl:use-when="$Q{urn:tei-tools:schematron}phase = ('#ALL')" id="file"
/><xsl:for-each select="$Q{urn:tei-tools:schematron}found[@Q{urn:tei-tools:schematron}pattern = '1']"
><xsl:copy copy-namespaces="no"
><xsl:copy-of copy-namespaces="no" select="@* except @Q{urn:tei-tools:schematron}pattern, node()"
/></xsl:copy></xsl:for-each><svrl:active-pattern xsl:use-when="$Q{urn:tei-tools:schematron}phase = ('#ALL')" id="divs"
/><xsl:for-each select="$Q{urn:tei-tools:schematron}found[@Q{urn:tei-tools:schematron}pattern = '2']"
><xsl:copy copy-namespaces="no"
><xsl:copy-of copy-namespaces="no" select="@* except @Q{urn:tei-tools:schematron}pattern, node()"
/></xsl:copy></xsl:for-each><svrl:active-pattern xsl:use-when="$Q{urn:tei-tools:schematron}phase = ('#ALL')" id="documents"
/><xsl:for-each select="$Q{urn:tei-tools:schematron}found[@Q{urn:tei-tools:schematron}pattern = '3']"
><xsl:copy copy-namespaces="no"
><xsl:copy-of copy-namespaces="no" select="@* except @Q{urn:tei-tools:schematron}pattern, node()"
/></xsl:copy></xsl:for-each><svrl:active-pattern xsl:use-when="$Q{urn:tei-tools:schematron}phase = ('#ALL')" id="document-times"
/><xsl:for-each select="$Q{urn:tei-tools:schematron}found[@Q{urn:tei-tools:schematron}pattern = '4']"
><xsl:copy copy-namespaces="no"
><xsl:copy-of copy-namespaces="no" select="@* except @Q{urn:tei-tools:schematron}pattern, node()"
/></xsl:copy></xsl:for-each><svrl:active-pattern xsl:use-when="$Q{urn:tei-tools:schematron}phase = ('#ALL')" id="groups"
/><xsl:for-each select="$Q{urn:tei-tools:schematron}found[@Q{urn:tei-tools:schematron}pattern = '5']"
><xsl:copy copy-namespaces="no"
><xsl:copy-of copy-namespaces="no" select="@* except @Q{urn:tei-tools:schematron}pattern, node()"
/></xsl:copy></xsl:for-each><svrl:active-pattern xsl:use-when="$Q{urn:tei-tools:schematron}phase = ('#ALL')" id="attachments"
/><xsl:for-each select="$Q{urn:tei-tools:schematron}found[@Q{urn:tei-tools:schematron}pattern = '6']"
><xsl:copy copy-namespaces="no"
><xsl:copy-of copy-namespaces="no" select="@* except @Q{urn:tei-tools:schematron}pattern, node()"
/></xsl:copy></xsl:for-each><svrl:active-pattern xsl:use-when="$Q{urn:tei-tools:schematron}phase = ('#ALL')" id="ids"
/><xsl:for-each select="$Q{urn:tei-tools:schematron}found[@Q{urn:tei-tools:schematron}pattern = '7']"
><xsl:copy copy-namespaces="no"
><xsl:copy-of copy-namespaces="no" select="@* except @Q{urn:tei-tools:schematron}pattern, node()"
/></xsl:copy></xsl:for-each><svrl:active-pattern xsl:use-when="$Q{urn:tei-tools:schematron}phase = ('#ALL')" id="listed"
/><xsl:for-each select="$Q{urn:tei-tools:schematron}found[@Q{urn:tei-tools:schematron}pattern = '8']"
><xsl:copy copy-namespaces="no"
><xsl:copy-of copy-namespaces="no" select="@* except @Q{urn:tei-tools:schematron}pattern, node()"
/></xsl:copy></xsl:for-each><svrl:active-pattern xsl:use-when="$Q{urn:tei-tools:schematron}phase = ('#ALL')" id="pointers"
/><xsl:for-each select="$Q{urn:tei-tools:schematron}found[@Q{urn:tei-tools:schematron}pattern = '9']"
><xsl:copy copy-namespaces="no"
><xsl:copy-of copy-namespaces="no" select="@* except @Q{urn:tei-tools:schematron}pattern, node()"
/></xsl:copy></xsl:for-each><svrl:active-pattern xsl:use-when="$Q{urn:tei-tools:schematron}phase = ('#ALL')" id="targets"
/><xsl:for-each select="$Q{urn:tei-tools:schematron}found[@Q{urn:tei-tools:schematron}pattern = '10']"
><xsl:copy copy-namespaces="no"
><xsl:copy-of copy-namespaces="no" select="@* except @Q{urn:tei-tools:schematron}pattern, node()"
/></xsl:copy></xsl:for-each><svrl:active-pattern xsl:use-when="$Q{urn:tei-tools:schematron}phase = ('#ALL')" id="notes"
/><xsl:for-each select="$Q{urn:tei-tools:schematron}found[@Q{urn:tei-tools:schematron}pattern = '11']"
><xsl:copy copy-namespaces="no"
><xsl:copy-of copy-namespaces="no" select="@* except @Q{urn:tei-tools:schematron}pattern, node()"
/></xsl:copy></xsl:for-each><svrl:active-pattern xsl:use-when="$Q{urn:tei-tools:schematron}phase = ('#ALL')" id="note-order"
/><xsl:for-each select="$Q{urn:tei-tools:schematron}found[@Q{urn:tei-tools:schematron}pattern = '12']"
><xsl:copy copy-namespaces="no"
><xsl:copy-of copy-namespaces="no" select="@* except @Q{urn:tei-tools:schematron}pattern, node()"
/></xsl:copy></xsl:for-each><svrl:active-pattern xsl:use-when="$Q{urn:tei-tools:schematron}phase = ('#ALL')" id="source-notes"
/><xsl:for-each select="$Q{urn:tei-tools:schematron}found[@Q{urn:tei-tools:schematron}pattern = '13']"
><xsl:copy copy-namespaces="no"
><xsl:copy-of copy-namespaces="no" select="@* except @Q{urn:tei-tools:schematron}pattern, node()"
/></xsl:copy></xsl:for-each><svrl:active-pattern xsl:use-when="$Q{urn:tei-tools:schematron}phase = ('#ALL')" id="pages"
/><xsl:for-each select="$Q{urn:tei-tools:schematron}found[@Q{urn:tei-tools:schematron}pattern = '14']"
><xsl:copy copy-namespaces="no"
><xsl:copy-of copy-namespaces="no" select="@* except @Q{urn:tei-tools:schematron}pattern, node()"
/></xsl:copy></xsl:for-each><svrl:active-pattern xsl:use-when="$Q{urn:tei-tools:schematron}phase = ('#ALL')" id="datelines"
/><xsl:for-each select="$Q{urn:tei-tools:schematron}found[@Q{urn:tei-tools:schematron}pattern = '15']"
><xsl:copy copy-namespaces="no"
><xsl:copy-of copy-namespaces="no" select="@* except @Q{urn:tei-tools:schematron}pattern, node()"
/></xsl:copy></xsl:for-each><svrl:active-pattern xsl:use-when="$Q{urn:tei-tools:schematron}phase = ('#ALL')" id="times"
/><xsl:for-each select="$Q{urn:tei-tools:schematron}found[@Q{urn:tei-tools:schematron}pattern = '16']"
><xsl:copy copy-namespaces="no"
><xsl:copy-of copy-namespaces="no" select="@* except @Q{urn:tei-tools:schematron}pattern, node()"
/></xsl:copy></xsl:for-each><svrl:active-pattern xsl:use-when="$Q{urn:tei-tools:schematron}phase = ('#ALL')" id="periods"
/><xsl:for-each select="$Q{urn:tei-tools:schematron}found[@Q{urn:tei-tools:schematron}pattern = '17']"
><xsl:copy copy-namespaces="no"
><xsl:copy-of copy-namespaces="no" select="@* except @Q{urn:tei-tools:schematron}pattern, node()"
/></xsl:copy></xsl:for-each><svrl:active-pattern xsl:use-when="$Q{urn:tei-tools:schematron}phase = ('#ALL')" id="renditions"
/><xsl:for-each select="$Q{urn:tei-tools:schematron}found[@Q{urn:tei-tools:schematron}pattern = '18']"
><xsl:copy copy-namespaces="no"
><xsl:copy-of copy-namespaces="no" select="@* except @Q{urn:tei-tools:schematron}pattern, node()"
/></xsl:copy></xsl:for-each><svrl:active-pattern xsl:use-when="$Q{urn:tei-tools:schematron}phase = ('#ALL')" id="closers"
/><xsl:for-each select="$Q{urn:tei-tools:schematron}found[@Q{urn:tei-tools:schematron}pattern = '19']"
><xsl:copy copy-namespaces="no"
><xsl:copy-of copy-namespaces="no" select="@* except @Q{urn:tei-tools:schematron}pattern, node()"
/></xsl:copy></xsl:for-each><svrl:active-pattern xsl:use-when="$Q{urn:tei-tools:schematron}phase = ('#ALL')" id="lists"
/><xsl:for-each select="$Q{urn:tei-tools:schematron}found[@Q{urn:tei-tools:schematron}pattern = '20']"
><xsl:copy copy-namespaces="no"
><xsl:copy-of copy-namespaces="no" select="@* except @Q{urn:tei-tools:schematron}pattern, node()"
/></xsl:copy></xsl:for-each><svrl:active-pattern xsl:use-when="$Q{urn:tei-tools:schematron}phase = ('#ALL')" id="looks"
/><xsl:for-each select="$Q{urn:tei-tools:schematron}found[@Q{urn:tei-tools:schematron}pattern = '21']"
><xsl:copy copy-namespaces="no"
><xsl:copy-of copy-namespaces="no" select="@* except @Q{urn:tei-tools:schematron}pattern, node()"
/></xsl:copy></xsl:for-each><svrl:active-pattern xsl:use-when="$Q{urn:tei-tools:schematron}phase = ('#ALL')" id="empty"
/><xsl:for-each select="$Q{urn:tei-tools:schematron}found[@Q{urn:tei-tools:schematron}pattern = '22']"
><xsl:copy copy-namespaces="no"
><xsl:copy-of copy-namespaces="no" select="@* except @Q{urn:tei-tools:schematron}pattern, node()"
/></xsl:copy></xsl:for-each><svrl:active-pattern xsl:use-when="$Q{urn:tei-tools:schematron}phase = ('#ALL')" id="punctuation"
/><xsl:for-each select="$Q{urn:tei-tools:schematron}found[@Q{urn:tei-tools:schematron}pattern = '23']"
><xsl:copy copy-namespaces="no"
><xsl:copy-of copy-namespaces="no" select="@* except @Q{urn:tei-tools:schematron}pattern, node()"
/></xsl:copy></xsl:for-each></svrl:schematron-output></xsl:template><xsl:template match="/" mode="Q{urn:tei-tools:schematron}walk" priority="41" use-when="$Q{urn:tei-tools:schematron}phase = ('#ALL')" teitools:at="frus.sch:16" teitools:what="rule /"
><xsl:param name="Q{urn:tei-tools:schematron}done" select="()"
/><svrl:fired-rule xsl:use-when="$Q{urn:tei-tools:schematron}fired = 'yes'" teitools:pattern="1" context="/"
/><xsl:try teitools:at="frus.sch:17" teitools:what="assert frus-root"
><xsl:choose
><xsl:when test="tei:TEI/@xml:id"
/><xsl:otherwise
><svrl:failed-assert location="{path(.)}" teitools:pattern="1" id="frus-root" test="tei:TEI/@xml:id"
><xsl:attribute name="at" namespace="urn:tei-tools:schematron" use-when="$Q{urn:tei-tools:schematron}fired = 'no'"
>frus.sch:17</xsl:attribute><svrl:text
><xsl:text
>the TEI element has no xml:id; it is the name of the file</xsl:text></svrl:text></svrl:failed-assert></xsl:otherwise></xsl:choose><xsl:catch errors="*"
><teitools:failed at="frus.sch:17" what="assert frus-root" location="{path(.)}" teitools:pattern="1"
><xsl:value-of select="local-name-from-QName($Q{http://www.w3.org/2005/xqt-errors}code) || ': ' || $Q{http://www.w3.org/2005/xqt-errors}description"
/></teitools:failed></xsl:catch></xsl:try><xsl:next-match
><xsl:with-param name="Q{urn:tei-tools:schematron}done" select="$Q{urn:tei-tools:schematron}done, 1"
/></xsl:next-match></xsl:template><xsl:template match="tei:fileDesc" mode="Q{urn:tei-tools:schematron}walk" priority="40" use-when="$Q{urn:tei-tools:schematron}phase = ('#ALL')" teitools:at="frus.sch:19" teitools:what="rule tei:fileDesc"
><xsl:param name="Q{urn:tei-tools:schematron}done" select="()"
/><xsl:if test="not($Q{urn:tei-tools:schematron}done = 1)"
><svrl:fired-rule xsl:use-when="$Q{urn:tei-tools:schematron}fired = 'yes'" teitools:pattern="1" context="tei:fileDesc"
/><xsl:try teitools:at="frus.sch:21" teitools:what="assert frus-file-description"
><xsl:choose
><xsl:when test="every $name in ('titleStmt', 'publicationStmt', 'notesStmt', 'sourceDesc') satisfies count(*[local-name() = $name]) = 1"
/><xsl:otherwise
><svrl:failed-assert location="{path(.)}" teitools:pattern="1" id="frus-file-description" test="every $name in ('titleStmt', 'publicationStmt', 'notesStmt', 'sourceDesc') satisfies count(*[local-name() = $name]) = 1"
><xsl:attribute name="at" namespace="urn:tei-tools:schematron" use-when="$Q{urn:tei-tools:schematron}fired = 'no'"
>frus.sch:21</xsl:attribute><svrl:text
><xsl:text
>fileDesc has titleStmt, publicationStmt, notesStmt and sourceDesc, each once</xsl:text></svrl:text></svrl:failed-assert></xsl:otherwise></xsl:choose><xsl:catch errors="*"
><teitools:failed at="frus.sch:21" what="assert frus-file-description" location="{path(.)}" teitools:pattern="1"
><xsl:value-of select="local-name-from-QName($Q{http://www.w3.org/2005/xqt-errors}code) || ': ' || $Q{http://www.w3.org/2005/xqt-errors}description"
/></teitools:failed></xsl:catch></xsl:try></xsl:if><xsl:next-match
><xsl:with-param name="Q{urn:tei-tools:schematron}done" select="$Q{urn:tei-tools:schematron}done, 1"
/></xsl:next-match></xsl:template><xsl:template match="tei:titleStmt" mode="Q{urn:tei-tools:schematron}walk" priority="39" use-when="$Q{urn:tei-tools:schematron}phase = ('#ALL')" teitools:at="frus.sch:23" teitools:what="rule tei:titleStmt"
><xsl:param name="Q{urn:tei-tools:schematron}done" select="()"
/><xsl:if test="not($Q{urn:tei-tools:schematron}done = 1)"
><svrl:fired-rule xsl:use-when="$Q{urn:tei-tools:schematron}fired = 'yes'" teitools:pattern="1" context="tei:titleStmt"
/><xsl:variable name="kinds" teitools:at="frus.sch:24" teitools:what="let kinds" select="('complete', 'series', 'sub-series', 'volume-number', 'volume')"
/><xsl:try teitools:at="frus.sch:25" teitools:what="assert frus-titles"
><xsl:choose
><xsl:when test="every $kind in $kinds satisfies count(tei:title[@type = $kind]) = 1"
/><xsl:otherwise
><svrl:failed-assert location="{path(.)}" teitools:pattern="1" id="frus-titles" test="every $kind in $kinds satisfies count(tei:title[@type = $kind]) = 1"
><xsl:attribute name="at" namespace="urn:tei-tools:schematron" use-when="$Q{urn:tei-tools:schematron}fired = 'no'"
>frus.sch:25</xsl:attribute><svrl:text
><xsl:text
>titleStmt has one title of each type: </xsl:text><xsl:value-of select="string-join($kinds, ', ')" teitools:at="frus.sch:25" teitools:what="value-of"
/></svrl:text></svrl:failed-assert></xsl:otherwise></xsl:choose><xsl:catch errors="*"
><teitools:failed at="frus.sch:25" what="assert frus-titles" location="{path(.)}" teitools:pattern="1"
><xsl:value-of select="local-name-from-QName($Q{http://www.w3.org/2005/xqt-errors}code) || ': ' || $Q{http://www.w3.org/2005/xqt-errors}description"
/></teitools:failed></xsl:catch></xsl:try></xsl:if><xsl:next-match
><xsl:with-param name="Q{urn:tei-tools:schematron}done" select="$Q{urn:tei-tools:schematron}done, 1"
/></xsl:next-match></xsl:template><xsl:template match="tei:titleStmt/tei:title" mode="Q{urn:tei-tools:schematron}walk" priority="38" use-when="$Q{urn:tei-tools:schematron}phase = ('#ALL')" teitools:at="frus.sch:27" teitools:what="rule tei:titleStmt/tei:title"
><xsl:param name="Q{urn:tei-tools:schematron}done" select="()"
/><xsl:if test="not($Q{urn:tei-tools:schematron}done = 1)"
><svrl:fired-rule xsl:use-when="$Q{urn:tei-tools:schematron}fired = 'yes'" teitools:pattern="1" context="tei:titleStmt/tei:title"
/><xsl:try teitools:at="frus.sch:28" teitools:what="report frus-title-text"
><xsl:choose
><xsl:when test="*"
><svrl:successful-report location="{path(.)}" teitools:pattern="1" id="frus-title-text" test="*"
><xsl:attribute name="at" namespace="urn:tei-tools:schematron" use-when="$Q{urn:tei-tools:schematron}fired = 'no'"
>frus.sch:28</xsl:attribute><svrl:text
><xsl:text
>the title has an element in it; it is text only</xsl:text></svrl:text></svrl:successful-report></xsl:when><xsl:otherwise
/></xsl:choose><xsl:catch errors="*"
><teitools:failed at="frus.sch:28" what="report frus-title-text" location="{path(.)}" teitools:pattern="1"
><xsl:value-of select="local-name-from-QName($Q{http://www.w3.org/2005/xqt-errors}code) || ': ' || $Q{http://www.w3.org/2005/xqt-errors}description"
/></teitools:failed></xsl:catch></xsl:try></xsl:if><xsl:next-match
><xsl:with-param name="Q{urn:tei-tools:schematron}done" select="$Q{urn:tei-tools:schematron}done, 1"
/></xsl:next-match></xsl:template><xsl:template match="tei:titleStmt/tei:editor" mode="Q{urn:tei-tools:schematron}walk" priority="37" use-when="$Q{urn:tei-tools:schematron}phase = ('#ALL')" teitools:at="frus.sch:30" teitools:what="rule tei:titleStmt/tei:editor"
><xsl:param name="Q{urn:tei-tools:schematron}done" select="()"
/><xsl:if test="not($Q{urn:tei-tools:schematron}done = 1)"
><svrl:fired-rule xsl:use-when="$Q{urn:tei-tools:schematron}fired = 'yes'" teitools:pattern="1" context="tei:titleStmt/tei:editor"
/><xsl:try teitools:at="frus.sch:31" teitools:what="assert frus-editor"
><xsl:choose
><xsl:when test="@role = ('primary', 'general')"
/><xsl:otherwise
><svrl:failed-assert location="{path(.)}" teitools:pattern="1" id="frus-editor" test="@role = ('primary', 'general')"
><xsl:attribute name="at" namespace="urn:tei-tools:schematron" use-when="$Q{urn:tei-tools:schematron}fired = 'no'"
>frus.sch:31</xsl:attribute><svrl:text
><xsl:text
>an editor has the role primary or general</xsl:text></svrl:text></svrl:failed-assert></xsl:otherwise></xsl:choose><xsl:catch errors="*"
><teitools:failed at="frus.sch:31" what="assert frus-editor" location="{path(.)}" teitools:pattern="1"
><xsl:value-of select="local-name-from-QName($Q{http://www.w3.org/2005/xqt-errors}code) || ': ' || $Q{http://www.w3.org/2005/xqt-errors}description"
/></teitools:failed></xsl:catch></xsl:try></xsl:if><xsl:next-match
><xsl:with-param name="Q{urn:tei-tools:schematron}done" select="$Q{urn:tei-tools:schematron}done, 1"
/></xsl:next-match></xsl:template><xsl:template match="tei:publicationStmt" mode="Q{urn:tei-tools:schematron}walk" priority="36" use-when="$Q{urn:tei-tools:schematron}phase = ('#ALL')" teitools:at="frus.sch:33" teitools:what="rule tei:publicationStmt"
><xsl:param name="Q{urn:tei-tools:schematron}done" select="()"
/><xsl:if test="not($Q{urn:tei-tools:schematron}done = 1)"
><svrl:fired-rule xsl:use-when="$Q{urn:tei-tools:schematron}fired = 'yes'" teitools:pattern="1" context="tei:publicationStmt"
/><xsl:try teitools:at="frus.sch:34" teitools:what="assert frus-publisher"
><xsl:choose
><xsl:when test="count(tei:publisher) = 1 and count(tei:pubPlace) = 1"
/><xsl:otherwise
><svrl:failed-assert location="{path(.)}" teitools:pattern="1" id="frus-publisher" test="count(tei:publisher) = 1 and count(tei:pubPlace) = 1"
><xsl:attribute name="at" namespace="urn:tei-tools:schematron" use-when="$Q{urn:tei-tools:schematron}fired = 'no'"
>frus.sch:34</xsl:attribute><svrl:text
><xsl:text
>publicationStmt has one publisher and one pubPlace</xsl:text></svrl:text></svrl:failed-assert></xsl:otherwise></xsl:choose><xsl:catch errors="*"
><teitools:failed at="frus.sch:34" what="assert frus-publisher" location="{path(.)}" teitools:pattern="1"
><xsl:value-of select="local-name-from-QName($Q{http://www.w3.org/2005/xqt-errors}code) || ': ' || $Q{http://www.w3.org/2005/xqt-errors}description"
/></teitools:failed></xsl:catch></xsl:try><xsl:try teitools:at="frus.sch:36" teitools:what="assert frus-publication-dates"
><xsl:choose
><xsl:when test="count(tei:date[@type = 'publication-date']) = 1 and count(tei:date[@type = 'content-date']) = 1 and count(tei:date) = 2"
/><xsl:otherwise
><svrl:failed-assert location="{path(.)}" teitools:pattern="1" id="frus-publication-dates" test="count(tei:date[@type = 'publication-date']) = 1 and count(tei:date[@type = 'content-date']) = 1 and count(tei:date) = 2"
><xsl:attribute name="at" namespace="urn:tei-tools:schematron" use-when="$Q{urn:tei-tools:schematron}fired = 'no'"
>frus.sch:36</xsl:attribute><svrl:text
><xsl:text
>publicationStmt has two dates: publication-date and content-date</xsl:text></svrl:text></svrl:failed-assert></xsl:otherwise></xsl:choose><xsl:catch errors="*"
><teitools:failed at="frus.sch:36" what="assert frus-publication-dates" location="{path(.)}" teitools:pattern="1"
><xsl:value-of select="local-name-from-QName($Q{http://www.w3.org/2005/xqt-errors}code) || ': ' || $Q{http://www.w3.org/2005/xqt-errors}description"
/></teitools:failed></xsl:catch></xsl:try><xsl:try teitools:at="frus.sch:37" teitools:what="assert frus-idno"
><xsl:choose
><xsl:when test="tei:idno[@type = 'frus'][normalize-space()]"
/><xsl:otherwise
><svrl:failed-assert location="{path(.)}" teitools:pattern="1" id="frus-idno" test="tei:idno[@type = 'frus'][normalize-space()]"
><xsl:attribute name="at" namespace="urn:tei-tools:schematron" use-when="$Q{urn:tei-tools:schematron}fired = 'no'"
>frus.sch:37</xsl:attribute><svrl:text
><xsl:text
>publicationStmt has no idno of the type frus</xsl:text></svrl:text></svrl:failed-assert></xsl:otherwise></xsl:choose><xsl:catch errors="*"
><teitools:failed at="frus.sch:37" what="assert frus-idno" location="{path(.)}" teitools:pattern="1"
><xsl:value-of select="local-name-from-QName($Q{http://www.w3.org/2005/xqt-errors}code) || ': ' || $Q{http://www.w3.org/2005/xqt-errors}description"
/></teitools:failed></xsl:catch></xsl:try></xsl:if><xsl:next-match
><xsl:with-param name="Q{urn:tei-tools:schematron}done" select="$Q{urn:tei-tools:schematron}done, 1"
/></xsl:next-match></xsl:template><xsl:template match="tei:profileDesc | tei:correspDesc | tei:standOff | tei:listPerson | tei:person | tei:supplied | tei:choice" mode="Q{urn:tei-tools:schematron}walk" priority="35" use-when="$Q{urn:tei-tools:schematron}phase = ('#ALL')" teitools:at="frus.sch:39" teitools:what="rule tei:profileDesc | tei:correspDesc | tei:standOff | tei:listP"
><xsl:param name="Q{urn:tei-tools:schematron}done" select="()"
/><xsl:if test="not($Q{urn:tei-tools:schematron}done = 1)"
><svrl:fired-rule xsl:use-when="$Q{urn:tei-tools:schematron}fired = 'yes'" teitools:pattern="1" context="tei:profileDesc | tei:correspDesc | tei:standOff | tei:listPerson | tei:person | tei:supplied | tei:choice"
/><xsl:try teitools:at="frus.sch:40" teitools:what="report frus-element"
><xsl:choose
><xsl:when test="true()"
><svrl:successful-report location="{path(.)}" teitools:pattern="1" id="frus-element" test="true()"
><xsl:attribute name="at" namespace="urn:tei-tools:schematron" use-when="$Q{urn:tei-tools:schematron}fired = 'no'"
>frus.sch:40</xsl:attribute><svrl:text
><xsl:value-of select="name()" teitools:at="frus.sch:40" teitools:what="name"
/><xsl:text
> is not allowed</xsl:text></svrl:text></svrl:successful-report></xsl:when><xsl:otherwise
/></xsl:choose><xsl:catch errors="*"
><teitools:failed at="frus.sch:40" what="report frus-element" location="{path(.)}" teitools:pattern="1"
><xsl:value-of select="local-name-from-QName($Q{http://www.w3.org/2005/xqt-errors}code) || ': ' || $Q{http://www.w3.org/2005/xqt-errors}description"
/></teitools:failed></xsl:catch></xsl:try></xsl:if><xsl:next-match
><xsl:with-param name="Q{urn:tei-tools:schematron}done" select="$Q{urn:tei-tools:schematron}done, 1"
/></xsl:next-match></xsl:template><xsl:template match="tei:div" mode="Q{urn:tei-tools:schematron}walk" priority="34" use-when="$Q{urn:tei-tools:schematron}phase = ('#ALL')" teitools:at="frus.sch:47" teitools:what="rule tei:div"
><xsl:param name="Q{urn:tei-tools:schematron}done" select="()"
/><svrl:fired-rule xsl:use-when="$Q{urn:tei-tools:schematron}fired = 'yes'" teitools:pattern="2" context="tei:div"
/><xsl:try teitools:at="frus.sch:48" teitools:what="assert frus-div-id"
><xsl:choose
><xsl:when test="@xml:id"
/><xsl:otherwise
><svrl:failed-assert location="{path(.)}" teitools:pattern="2" id="frus-div-id" test="@xml:id"
><xsl:attribute name="at" namespace="urn:tei-tools:schematron" use-when="$Q{urn:tei-tools:schematron}fired = 'no'"
>frus.sch:48</xsl:attribute><svrl:text
><xsl:text
>a div has no xml:id</xsl:text></svrl:text></svrl:failed-assert></xsl:otherwise></xsl:choose><xsl:catch errors="*"
><teitools:failed at="frus.sch:48" what="assert frus-div-id" location="{path(.)}" teitools:pattern="2"
><xsl:value-of select="local-name-from-QName($Q{http://www.w3.org/2005/xqt-errors}code) || ': ' || $Q{http://www.w3.org/2005/xqt-errors}description"
/></teitools:failed></xsl:catch></xsl:try><xsl:try teitools:at="frus.sch:49" teitools:what="assert frus-div-type"
><xsl:choose
><xsl:when test="@type = ('document', 'document-pending', 'section', 'compilation', 'chapter', 'subchapter', 'toc')"
/><xsl:otherwise
><svrl:failed-assert location="{path(.)}" teitools:pattern="2" id="frus-div-type" test="@type = ('document', 'document-pending', 'section', 'compilation', 'chapter', 'subchapter', 'toc')"
><xsl:attribute name="at" namespace="urn:tei-tools:schematron" use-when="$Q{urn:tei-tools:schematron}fired = 'no'"
>frus.sch:49</xsl:attribute><svrl:text
><xsl:text
>a div has the type </xsl:text><xsl:value-of select="@type" teitools:at="frus.sch:49" teitools:what="value-of"
/></svrl:text></svrl:failed-assert></xsl:otherwise></xsl:choose><xsl:catch errors="*"
><teitools:failed at="frus.sch:49" what="assert frus-div-type" location="{path(.)}" teitools:pattern="2"
><xsl:value-of select="local-name-from-QName($Q{http://www.w3.org/2005/xqt-errors}code) || ': ' || $Q{http://www.w3.org/2005/xqt-errors}description"
/></teitools:failed></xsl:catch></xsl:try><xsl:try teitools:at="frus.sch:50" teitools:what="assert frus-div-head"
><xsl:choose
><xsl:when test="count(tei:head) = 1"
/><xsl:otherwise
><svrl:failed-assert location="{path(.)}" teitools:pattern="2" id="frus-div-head" test="count(tei:head) = 1"
><xsl:attribute name="at" namespace="urn:tei-tools:schematron" use-when="$Q{urn:tei-tools:schematron}fired = 'no'"
>frus.sch:50</xsl:attribute><svrl:text
><xsl:text
>a div has </xsl:text><xsl:value-of select="count(tei:head)" teitools:at="frus.sch:50" teitools:what="value-of"
/><xsl:text
> headings; it has one</xsl:text></svrl:text></svrl:failed-assert></xsl:otherwise></xsl:choose><xsl:catch errors="*"
><teitools:failed at="frus.sch:50" what="assert frus-div-head" location="{path(.)}" teitools:pattern="2"
><xsl:value-of select="local-name-from-QName($Q{http://www.w3.org/2005/xqt-errors}code) || ': ' || $Q{http://www.w3.org/2005/xqt-errors}description"
/></teitools:failed></xsl:catch></xsl:try><xsl:try teitools:at="frus.sch:51" teitools:what="assert frus-div-empty"
><xsl:choose
><xsl:when test="*[not(self::tei:head or self::tei:pb)] or @type = 'document-pending'"
/><xsl:otherwise
><svrl:failed-assert location="{path(.)}" teitools:pattern="2" id="frus-div-empty" test="*[not(self::tei:head or self::tei:pb)] or @type = 'document-pending'" role="warning"
><xsl:attribute name="at" namespace="urn:tei-tools:schematron" use-when="$Q{urn:tei-tools:schematron}fired = 'no'"
>frus.sch:51</xsl:attribute><svrl:text
><xsl:text
>a div holds nothing but its heading</xsl:text></svrl:text></svrl:failed-assert></xsl:otherwise></xsl:choose><xsl:catch errors="*"
><teitools:failed at="frus.sch:51" what="assert frus-div-empty" location="{path(.)}" teitools:pattern="2"
><xsl:value-of select="local-name-from-QName($Q{http://www.w3.org/2005/xqt-errors}code) || ': ' || $Q{http://www.w3.org/2005/xqt-errors}description"
/></teitools:failed></xsl:catch></xsl:try><xsl:next-match
><xsl:with-param name="Q{urn:tei-tools:schematron}done" select="$Q{urn:tei-tools:schematron}done, 2"
/></xsl:next-match></xsl:template><xsl:template match="tei:div[@type = 'document']" mode="Q{urn:tei-tools:schematron}walk" priority="33" use-when="$Q{urn:tei-tools:schematron}phase = ('#ALL')" teitools:at="frus.sch:56" teitools:what="rule tei:div[@type = 'document']"
><xsl:param name="Q{urn:tei-tools:schematron}done" select="()"
/><svrl:fired-rule xsl:use-when="$Q{urn:tei-tools:schematron}fired = 'yes'" teitools:pattern="3" context="tei:div[@type = 'document']"
/><xsl:variable name="before" teitools:at="frus.sch:57" teitools:what="let before" select="preceding::tei:div[@type = 'document'][1]/@n"
/><xsl:try teitools:at="frus.sch:58" teitools:what="assert frus-document-number"
><xsl:choose
><xsl:when test="@n castable as xs:integer"
/><xsl:otherwise
><svrl:failed-assert location="{path(.)}" teitools:pattern="3" id="frus-document-number" test="@n castable as xs:integer"
><xsl:attribute name="at" namespace="urn:tei-tools:schematron" use-when="$Q{urn:tei-tools:schematron}fired = 'no'"
>frus.sch:58</xsl:attribute><svrl:text
><xsl:text
>a document has a number</xsl:text></svrl:text></svrl:failed-assert></xsl:otherwise></xsl:choose><xsl:catch errors="*"
><teitools:failed at="frus.sch:58" what="assert frus-document-number" location="{path(.)}" teitools:pattern="3"
><xsl:value-of select="local-name-from-QName($Q{http://www.w3.org/2005/xqt-errors}code) || ': ' || $Q{http://www.w3.org/2005/xqt-errors}description"
/></teitools:failed></xsl:catch></xsl:try><xsl:try teitools:at="frus.sch:60" teitools:what="assert frus-document-order"
><xsl:choose
><xsl:when test="not(@n castable as xs:integer and $before castable as xs:integer) or xs:integer(@n) = xs:integer($before) + 1"
/><xsl:otherwise
><svrl:failed-assert location="{path(.)}" teitools:pattern="3" id="frus-document-order" test="not(@n castable as xs:integer and $before castable as xs:integer) or xs:integer(@n) = xs:integer($before) + 1"
><xsl:attribute name="at" namespace="urn:tei-tools:schematron" use-when="$Q{urn:tei-tools:schematron}fired = 'no'"
>frus.sch:60</xsl:attribute><svrl:text
><xsl:text
>document </xsl:text><xsl:value-of select="@n" teitools:at="frus.sch:60" teitools:what="value-of"
/><xsl:text
> follows document </xsl:text><xsl:value-of select="$before" teitools:at="frus.sch:60" teitools:what="value-of"
/></svrl:text></svrl:failed-assert></xsl:otherwise></xsl:choose><xsl:catch errors="*"
><teitools:failed at="frus.sch:60" what="assert frus-document-order" location="{path(.)}" teitools:pattern="3"
><xsl:value-of select="local-name-from-QName($Q{http://www.w3.org/2005/xqt-errors}code) || ': ' || $Q{http://www.w3.org/2005/xqt-errors}description"
/></teitools:failed></xsl:catch></xsl:try><xsl:try teitools:at="frus.sch:61" teitools:what="assert frus-document-id"
><xsl:choose
><xsl:when test="@xml:id = 'd' || @n"
/><xsl:otherwise
><svrl:failed-assert location="{path(.)}" teitools:pattern="3" id="frus-document-id" test="@xml:id = 'd' || @n"
><xsl:attribute name="at" namespace="urn:tei-tools:schematron" use-when="$Q{urn:tei-tools:schematron}fired = 'no'"
>frus.sch:61</xsl:attribute><svrl:text
><xsl:text
>document </xsl:text><xsl:value-of select="@n" teitools:at="frus.sch:61" teitools:what="value-of"
/><xsl:text
> has the id </xsl:text><xsl:value-of select="@xml:id" teitools:at="frus.sch:61" teitools:what="value-of"
/></svrl:text></svrl:failed-assert></xsl:otherwise></xsl:choose><xsl:catch errors="*"
><teitools:failed at="frus.sch:61" what="assert frus-document-id" location="{path(.)}" teitools:pattern="3"
><xsl:value-of select="local-name-from-QName($Q{http://www.w3.org/2005/xqt-errors}code) || ': ' || $Q{http://www.w3.org/2005/xqt-errors}description"
/></teitools:failed></xsl:catch></xsl:try><xsl:try teitools:at="frus.sch:62" teitools:what="assert frus-document-kind"
><xsl:choose
><xsl:when test="@subtype = ('historical-document', 'editorial-note')"
/><xsl:otherwise
><svrl:failed-assert location="{path(.)}" teitools:pattern="3" id="frus-document-kind" test="@subtype = ('historical-document', 'editorial-note')"
><xsl:attribute name="at" namespace="urn:tei-tools:schematron" use-when="$Q{urn:tei-tools:schematron}fired = 'no'"
>frus.sch:62</xsl:attribute><svrl:text
><xsl:text
>a document has the subtype historical-document or editorial-note</xsl:text></svrl:text></svrl:failed-assert></xsl:otherwise></xsl:choose><xsl:catch errors="*"
><teitools:failed at="frus.sch:62" what="assert frus-document-kind" location="{path(.)}" teitools:pattern="3"
><xsl:value-of select="local-name-from-QName($Q{http://www.w3.org/2005/xqt-errors}code) || ': ' || $Q{http://www.w3.org/2005/xqt-errors}description"
/></teitools:failed></xsl:catch></xsl:try><xsl:try teitools:at="frus.sch:64" teitools:what="assert frus-document-dates"
><xsl:choose
><xsl:when test="(@frus:doc-dateTime-min and @frus:doc-dateTime-max) or empty(.//tei:dateline//tei:date[@when or @from or @notBefore])"
/><xsl:otherwise
><svrl:failed-assert location="{path(.)}" teitools:pattern="3" id="frus-document-dates" test="(@frus:doc-dateTime-min and @frus:doc-dateTime-max) or empty(.//tei:dateline//tei:date[@when or @from or @notBefore])" role="warning"
><xsl:attribute name="at" namespace="urn:tei-tools:schematron" use-when="$Q{urn:tei-tools:schematron}fired = 'no'"
>frus.sch:64</xsl:attribute><svrl:text
><xsl:text
>a dated document says frus:doc-dateTime-min and -max</xsl:text></svrl:text></svrl:failed-assert></xsl:otherwise></xsl:choose><xsl:catch errors="*"
><teitools:failed at="frus.sch:64" what="assert frus-document-dates" location="{path(.)}" teitools:pattern="3"
><xsl:value-of select="local-name-from-QName($Q{http://www.w3.org/2005/xqt-errors}code) || ': ' || $Q{http://www.w3.org/2005/xqt-errors}description"
/></teitools:failed></xsl:catch></xsl:try><xsl:next-match
><xsl:with-param name="Q{urn:tei-tools:schematron}done" select="$Q{urn:tei-tools:schematron}done, 3"
/></xsl:next-match></xsl:template><xsl:template match="tei:div" mode="Q{urn:tei-tools:schematron}walk" priority="32" use-when="$Q{urn:tei-tools:schematron}phase = ('#ALL')" teitools:at="frus.sch:66" teitools:what="rule tei:div"
><xsl:param name="Q{urn:tei-tools:schematron}done" select="()"
/><xsl:if test="not($Q{urn:tei-tools:schematron}done = 3)"
><svrl:fired-rule xsl:use-when="$Q{urn:tei-tools:schematron}fired = 'yes'" teitools:pattern="3" context="tei:div"
/><xsl:try teitools:at="frus.sch:67" teitools:what="report frus-document-time"
><xsl:choose
><xsl:when test="@frus:*"
><svrl:successful-report location="{path(.)}" teitools:pattern="3" id="frus-document-time" test="@frus:*"
><xsl:attribute name="at" namespace="urn:tei-tools:schematron" use-when="$Q{urn:tei-tools:schematron}fired = 'no'"
>frus.sch:67</xsl:attribute><svrl:text
><xsl:text
>only a document has frus:doc-dateTime-min and -max</xsl:text></svrl:text></svrl:successful-report></xsl:when><xsl:otherwise
/></xsl:choose><xsl:catch errors="*"
><teitools:failed at="frus.sch:67" what="report frus-document-time" location="{path(.)}" teitools:pattern="3"
><xsl:value-of select="local-name-from-QName($Q{http://www.w3.org/2005/xqt-errors}code) || ': ' || $Q{http://www.w3.org/2005/xqt-errors}description"
/></teitools:failed></xsl:catch></xsl:try></xsl:if><xsl:next-match
><xsl:with-param name="Q{urn:tei-tools:schematron}done" select="$Q{urn:tei-tools:schematron}done, 3"
/></xsl:next-match></xsl:template><xsl:template match="@frus:doc-dateTime-min | @frus:doc-dateTime-max" mode="Q{urn:tei-tools:schematron}walk" priority="31" use-when="$Q{urn:tei-tools:schematron}phase = ('#ALL')" teitools:at="frus.sch:72" teitools:what="rule @frus:doc-dateTime-min | @frus:doc-dateTime-max"
><xsl:param name="Q{urn:tei-tools:schematron}done" select="()"
/><svrl:fired-rule xsl:use-when="$Q{urn:tei-tools:schematron}fired = 'yes'" teitools:pattern="4" context="@frus:doc-dateTime-min | @frus:doc-dateTime-max"
/><xsl:try teitools:at="frus.sch:73" teitools:what="assert frus-time"
><xsl:choose
><xsl:when test=". castable as xs:dateTime and matches(., '[+-][0-9]{2}:[0-9]{2}$')"
/><xsl:otherwise
><svrl:failed-assert location="{path(.)}" teitools:pattern="4" id="frus-time" test=". castable as xs:dateTime and matches(., '[+-][0-9]{{2}}:[0-9]{{2}}$')"
><xsl:attribute name="at" namespace="urn:tei-tools:schematron" use-when="$Q{urn:tei-tools:schematron}fired = 'no'"
>frus.sch:73</xsl:attribute><svrl:text
><xsl:value-of select="name()" teitools:at="frus.sch:73" teitools:what="name"
/><xsl:text
> is no dateTime with a numeric offset: </xsl:text><xsl:value-of select="." teitools:at="frus.sch:73" teitools:what="value-of"
/></svrl:text></svrl:failed-assert></xsl:otherwise></xsl:choose><xsl:catch errors="*"
><teitools:failed at="frus.sch:73" what="assert frus-time" location="{path(.)}" teitools:pattern="4"
><xsl:value-of select="local-name-from-QName($Q{http://www.w3.org/2005/xqt-errors}code) || ': ' || $Q{http://www.w3.org/2005/xqt-errors}description"
/></teitools:failed></xsl:catch></xsl:try><xsl:try teitools:at="frus.sch:75" teitools:what="report frus-time-order"
><xsl:choose
><xsl:when test="../@frus:doc-dateTime-min castable as xs:dateTime and ../@frus:doc-dateTime-max castable as xs:dateTime         and xs:dateTime(../@frus:doc-dateTime-min) gt xs:dateTime(../@frus:doc-dateTime-max)"
><svrl:successful-report location="{path(.)}" teitools:pattern="4" id="frus-time-order" test="../@frus:doc-dateTime-min castable as xs:dateTime and ../@frus:doc-dateTime-max castable as xs:dateTime and xs:dateTime(../@frus:doc-dateTime-min) gt xs:dateTime(../@frus:doc-dateTime-max)"
><xsl:attribute name="at" namespace="urn:tei-tools:schematron" use-when="$Q{urn:tei-tools:schematron}fired = 'no'"
>frus.sch:75</xsl:attribute><svrl:text
><xsl:text
>the document ends before it begins</xsl:text></svrl:text></svrl:successful-report></xsl:when><xsl:otherwise
/></xsl:choose><xsl:catch errors="*"
><teitools:failed at="frus.sch:75" what="report frus-time-order" location="{path(.)}" teitools:pattern="4"
><xsl:value-of select="local-name-from-QName($Q{http://www.w3.org/2005/xqt-errors}code) || ': ' || $Q{http://www.w3.org/2005/xqt-errors}description"
/></teitools:failed></xsl:catch></xsl:try><xsl:next-match
><xsl:with-param name="Q{urn:tei-tools:schematron}done" select="$Q{urn:tei-tools:schematron}done, 4"
/></xsl:next-match></xsl:template><xsl:template match="tei:div[@type = 'compilation']" mode="Q{urn:tei-tools:schematron}walk" priority="30" use-when="$Q{urn:tei-tools:schematron}phase = ('#ALL')" teitools:at="frus.sch:80" teitools:what="rule tei:div[@type = 'compilation']"
><xsl:param name="Q{urn:tei-tools:schematron}done" select="()"
/><svrl:fired-rule xsl:use-when="$Q{urn:tei-tools:schematron}fired = 'yes'" teitools:pattern="5" context="tei:div[@type = 'compilation']"
/><xsl:try teitools:at="frus.sch:80" teitools:what="assert frus-compilation-id"
><xsl:choose
><xsl:when test="matches(@xml:id, '^comp[0-9]+$')"
/><xsl:otherwise
><svrl:failed-assert location="{path(.)}" teitools:pattern="5" id="frus-compilation-id" test="matches(@xml:id, '^comp[0-9]+$')" role="warning"
><xsl:attribute name="at" namespace="urn:tei-tools:schematron" use-when="$Q{urn:tei-tools:schematron}fired = 'no'"
>frus.sch:80</xsl:attribute><svrl:text
><xsl:text
>a compilation has an id such as comp1</xsl:text></svrl:text></svrl:failed-assert></xsl:otherwise></xsl:choose><xsl:catch errors="*"
><teitools:failed at="frus.sch:80" what="assert frus-compilation-id" location="{path(.)}" teitools:pattern="5"
><xsl:value-of select="local-name-from-QName($Q{http://www.w3.org/2005/xqt-errors}code) || ': ' || $Q{http://www.w3.org/2005/xqt-errors}description"
/></teitools:failed></xsl:catch></xsl:try><xsl:next-match
><xsl:with-param name="Q{urn:tei-tools:schematron}done" select="$Q{urn:tei-tools:schematron}done, 5"
/></xsl:next-match></xsl:template><xsl:template match="tei:div[@type = 'chapter']" mode="Q{urn:tei-tools:schematron}walk" priority="29" use-when="$Q{urn:tei-tools:schematron}phase = ('#ALL')" teitools:at="frus.sch:81" teitools:what="rule tei:div[@type = 'chapter']"
><xsl:param name="Q{urn:tei-tools:schematron}done" select="()"
/><xsl:if test="not($Q{urn:tei-tools:schematron}done = 5)"
><svrl:fired-rule xsl:use-when="$Q{urn:tei-tools:schematron}fired = 'yes'" teitools:pattern="5" context="tei:div[@type = 'chapter']"
/><xsl:try teitools:at="frus.sch:81" teitools:what="assert frus-chapter-id"
><xsl:choose
><xsl:when test="matches(@xml:id, '^(comp[0-9]+)?ch[0-9]+$')"
/><xsl:otherwise
><svrl:failed-assert location="{path(.)}" teitools:pattern="5" id="frus-chapter-id" test="matches(@xml:id, '^(comp[0-9]+)?ch[0-9]+$')" role="warning"
><xsl:attribute name="at" namespace="urn:tei-tools:schematron" use-when="$Q{urn:tei-tools:schematron}fired = 'no'"
>frus.sch:81</xsl:attribute><svrl:text
><xsl:text
>a chapter has an id such as ch1</xsl:text></svrl:text></svrl:failed-assert></xsl:otherwise></xsl:choose><xsl:catch errors="*"
><teitools:failed at="frus.sch:81" what="assert frus-chapter-id" location="{path(.)}" teitools:pattern="5"
><xsl:value-of select="local-name-from-QName($Q{http://www.w3.org/2005/xqt-errors}code) || ': ' || $Q{http://www.w3.org/2005/xqt-errors}description"
/></teitools:failed></xsl:catch></xsl:try></xsl:if><xsl:next-match
><xsl:with-param name="Q{urn:tei-tools:schematron}done" select="$Q{urn:tei-tools:schematron}done, 5"
/></xsl:next-match></xsl:template><xsl:template match="tei:div[@type = 'subchapter']" mode="Q{urn:tei-tools:schematron}walk" priority="28" use-when="$Q{urn:tei-tools:schematron}phase = ('#ALL')" teitools:at="frus.sch:82" teitools:what="rule tei:div[@type = 'subchapter']"
><xsl:param name="Q{urn:tei-tools:schematron}done" select="()"
/><xsl:if test="not($Q{urn:tei-tools:schematron}done = 5)"
><svrl:fired-rule xsl:use-when="$Q{urn:tei-tools:schematron}fired = 'yes'" teitools:pattern="5" context="tei:div[@type = 'subchapter']"
/><xsl:try teitools:at="frus.sch:82" teitools:what="assert frus-subchapter-id"
><xsl:choose
><xsl:when test="matches(@xml:id, '^(comp[0-9]+)?ch[0-9]+subch[0-9]+$')"
/><xsl:otherwise
><svrl:failed-assert location="{path(.)}" teitools:pattern="5" id="frus-subchapter-id" test="matches(@xml:id, '^(comp[0-9]+)?ch[0-9]+subch[0-9]+$')" role="warning"
><xsl:attribute name="at" namespace="urn:tei-tools:schematron" use-when="$Q{urn:tei-tools:schematron}fired = 'no'"
>frus.sch:82</xsl:attribute><svrl:text
><xsl:text
>a subchapter has an id such as ch3subch1</xsl:text></svrl:text></svrl:failed-assert></xsl:otherwise></xsl:choose><xsl:catch errors="*"
><teitools:failed at="frus.sch:82" what="assert frus-subchapter-id" location="{path(.)}" teitools:pattern="5"
><xsl:value-of select="local-name-from-QName($Q{http://www.w3.org/2005/xqt-errors}code) || ': ' || $Q{http://www.w3.org/2005/xqt-errors}description"
/></teitools:failed></xsl:catch></xsl:try></xsl:if><xsl:next-match
><xsl:with-param name="Q{urn:tei-tools:schematron}done" select="$Q{urn:tei-tools:schematron}done, 5"
/></xsl:next-match></xsl:template><xsl:template match="frus:attachment" mode="Q{urn:tei-tools:schematron}walk" priority="27" use-when="$Q{urn:tei-tools:schematron}phase = ('#ALL')" teitools:at="frus.sch:86" teitools:what="rule frus:attachment"
><xsl:param name="Q{urn:tei-tools:schematron}done" select="()"
/><svrl:fired-rule xsl:use-when="$Q{urn:tei-tools:schematron}fired = 'yes'" teitools:pattern="6" context="frus:attachment"
/><xsl:try teitools:at="frus.sch:87" teitools:what="report frus-attachment-div"
><xsl:choose
><xsl:when test=".//tei:div"
><svrl:successful-report location="{path(.)}" teitools:pattern="6" id="frus-attachment-div" test=".//tei:div"
><xsl:attribute name="at" namespace="urn:tei-tools:schematron" use-when="$Q{urn:tei-tools:schematron}fired = 'no'"
>frus.sch:87</xsl:attribute><svrl:text
><xsl:text
>an attachment holds a div</xsl:text></svrl:text></svrl:successful-report></xsl:when><xsl:otherwise
/></xsl:choose><xsl:catch errors="*"
><teitools:failed at="frus.sch:87" what="report frus-attachment-div" location="{path(.)}" teitools:pattern="6"
><xsl:value-of select="local-name-from-QName($Q{http://www.w3.org/2005/xqt-errors}code) || ': ' || $Q{http://www.w3.org/2005/xqt-errors}description"
/></teitools:failed></xsl:catch></xsl:try><xsl:try teitools:at="frus.sch:88" teitools:what="assert frus-attachment-last"
><xsl:choose
><xsl:when test="empty(following-sibling::*[not(self::frus:attachment or self::tei:pb or self::tei:note)])"
/><xsl:otherwise
><svrl:failed-assert location="{path(.)}" teitools:pattern="6" id="frus-attachment-last" test="empty(following-sibling::*[not(self::frus:attachment or self::tei:pb or self::tei:note)])"
><xsl:attribute name="at" namespace="urn:tei-tools:schematron" use-when="$Q{urn:tei-tools:schematron}fired = 'no'"
>frus.sch:88</xsl:attribute><svrl:text
><xsl:text
>something of the document follows its attachment</xsl:text></svrl:text></svrl:failed-assert></xsl:otherwise></xsl:choose><xsl:catch errors="*"
><teitools:failed at="frus.sch:88" what="assert frus-attachment-last" location="{path(.)}" teitools:pattern="6"
><xsl:value-of select="local-name-from-QName($Q{http://www.w3.org/2005/xqt-errors}code) || ': ' || $Q{http://www.w3.org/2005/xqt-errors}description"
/></teitools:failed></xsl:catch></xsl:try><xsl:next-match
><xsl:with-param name="Q{urn:tei-tools:schematron}done" select="$Q{urn:tei-tools:schematron}done, 6"
/></xsl:next-match></xsl:template><xsl:template match="@xml:id[matches(., '^p_')]" mode="Q{urn:tei-tools:schematron}walk" priority="26" use-when="$Q{urn:tei-tools:schematron}phase = ('#ALL')" teitools:at="frus.sch:95" teitools:what="rule @xml:id[matches(., '^p_')]"
><xsl:param name="Q{urn:tei-tools:schematron}done" select="()"
/><svrl:fired-rule xsl:use-when="$Q{urn:tei-tools:schematron}fired = 'yes'" teitools:pattern="7" context="@xml:id[matches(., '^p_')]"
/><xsl:try teitools:at="frus.sch:95" teitools:what="assert frus-person-place"
><xsl:choose
><xsl:when test="ancestor::tei:div/@xml:id = 'persons'"
/><xsl:otherwise
><svrl:failed-assert location="{path(.)}" teitools:pattern="7" id="frus-person-place" test="ancestor::tei:div/@xml:id = 'persons'"
><xsl:attribute name="at" namespace="urn:tei-tools:schematron" use-when="$Q{urn:tei-tools:schematron}fired = 'no'"
>frus.sch:95</xsl:attribute><svrl:text
><xsl:text
>the id of a person, </xsl:text><xsl:value-of select="." teitools:at="frus.sch:95" teitools:what="value-of"
/><xsl:text
>, stands outside of the list of persons</xsl:text></svrl:text></svrl:failed-assert></xsl:otherwise></xsl:choose><xsl:catch errors="*"
><teitools:failed at="frus.sch:95" what="assert frus-person-place" location="{path(.)}" teitools:pattern="7"
><xsl:value-of select="local-name-from-QName($Q{http://www.w3.org/2005/xqt-errors}code) || ': ' || $Q{http://www.w3.org/2005/xqt-errors}description"
/></teitools:failed></xsl:catch></xsl:try><xsl:next-match
><xsl:with-param name="Q{urn:tei-tools:schematron}done" select="$Q{urn:tei-tools:schematron}done, 7"
/></xsl:next-match></xsl:template><xsl:template match="@xml:id[matches(., '^t_')]" mode="Q{urn:tei-tools:schematron}walk" priority="25" use-when="$Q{urn:tei-tools:schematron}phase = ('#ALL')" teitools:at="frus.sch:96" teitools:what="rule @xml:id[matches(., '^t_')]"
><xsl:param name="Q{urn:tei-tools:schematron}done" select="()"
/><xsl:if test="not($Q{urn:tei-tools:schematron}done = 7)"
><svrl:fired-rule xsl:use-when="$Q{urn:tei-tools:schematron}fired = 'yes'" teitools:pattern="7" context="@xml:id[matches(., '^t_')]"
/><xsl:try teitools:at="frus.sch:96" teitools:what="assert frus-term-place"
><xsl:choose
><xsl:when test="ancestor::tei:div/@xml:id = 'terms'"
/><xsl:otherwise
><svrl:failed-assert location="{path(.)}" teitools:pattern="7" id="frus-term-place" test="ancestor::tei:div/@xml:id = 'terms'"
><xsl:attribute name="at" namespace="urn:tei-tools:schematron" use-when="$Q{urn:tei-tools:schematron}fired = 'no'"
>frus.sch:96</xsl:attribute><svrl:text
><xsl:text
>the id of a term, </xsl:text><xsl:value-of select="." teitools:at="frus.sch:96" teitools:what="value-of"
/><xsl:text
>, stands outside of the list of terms</xsl:text></svrl:text></svrl:failed-assert></xsl:otherwise></xsl:choose><xsl:catch errors="*"
><teitools:failed at="frus.sch:96" what="assert frus-term-place" location="{path(.)}" teitools:pattern="7"
><xsl:value-of select="local-name-from-QName($Q{http://www.w3.org/2005/xqt-errors}code) || ': ' || $Q{http://www.w3.org/2005/xqt-errors}description"
/></teitools:failed></xsl:catch></xsl:try></xsl:if><xsl:next-match
><xsl:with-param name="Q{urn:tei-tools:schematron}done" select="$Q{urn:tei-tools:schematron}done, 7"
/></xsl:next-match></xsl:template><xsl:template match="tei:pb/@xml:id" mode="Q{urn:tei-tools:schematron}walk" priority="24" use-when="$Q{urn:tei-tools:schematron}phase = ('#ALL')" teitools:at="frus.sch:97" teitools:what="rule tei:pb/@xml:id"
><xsl:param name="Q{urn:tei-tools:schematron}done" select="()"
/><xsl:if test="not($Q{urn:tei-tools:schematron}done = 7)"
><svrl:fired-rule xsl:use-when="$Q{urn:tei-tools:schematron}fired = 'yes'" teitools:pattern="7" context="tei:pb/@xml:id"
/><xsl:try teitools:at="frus.sch:97" teitools:what="assert frus-page-id"
><xsl:choose
><xsl:when test="starts-with(., 'pg_' || ../@n)"
/><xsl:otherwise
><svrl:failed-assert location="{path(.)}" teitools:pattern="7" id="frus-page-id" test="starts-with(., 'pg_' || ../@n)" role="warning"
><xsl:attribute name="at" namespace="urn:tei-tools:schematron" use-when="$Q{urn:tei-tools:schematron}fired = 'no'"
>frus.sch:97</xsl:attribute><svrl:text
><xsl:text
>page </xsl:text><xsl:value-of select="../@n" teitools:at="frus.sch:97" teitools:what="value-of"
/><xsl:text
> has the id </xsl:text><xsl:value-of select="." teitools:at="frus.sch:97" teitools:what="value-of"
/></svrl:text></svrl:failed-assert></xsl:otherwise></xsl:choose><xsl:catch errors="*"
><teitools:failed at="frus.sch:97" what="assert frus-page-id" location="{path(.)}" teitools:pattern="7"
><xsl:value-of select="local-name-from-QName($Q{http://www.w3.org/2005/xqt-errors}code) || ': ' || $Q{http://www.w3.org/2005/xqt-errors}description"
/></teitools:failed></xsl:catch></xsl:try></xsl:if><xsl:next-match
><xsl:with-param name="Q{urn:tei-tools:schematron}done" select="$Q{urn:tei-tools:schematron}done, 7"
/></xsl:next-match></xsl:template><xsl:template match="tei:note/@xml:id" mode="Q{urn:tei-tools:schematron}walk" priority="23" use-when="$Q{urn:tei-tools:schematron}phase = ('#ALL')" teitools:at="frus.sch:98" teitools:what="rule tei:note/@xml:id"
><xsl:param name="Q{urn:tei-tools:schematron}done" select="()"
/><xsl:if test="not($Q{urn:tei-tools:schematron}done = 7)"
><svrl:fired-rule xsl:use-when="$Q{urn:tei-tools:schematron}fired = 'yes'" teitools:pattern="7" context="tei:note/@xml:id"
/><xsl:try teitools:at="frus.sch:98" teitools:what="assert frus-note-id"
><xsl:choose
><xsl:when test="matches(., '^' || ancestor::tei:div[1]/@xml:id || 'fn')"
/><xsl:otherwise
><svrl:failed-assert location="{path(.)}" teitools:pattern="7" id="frus-note-id" test="matches(., '^' || ancestor::tei:div[1]/@xml:id || 'fn')" role="warning"
><xsl:attribute name="at" namespace="urn:tei-tools:schematron" use-when="$Q{urn:tei-tools:schematron}fired = 'no'"
>frus.sch:98</xsl:attribute><svrl:text
><xsl:text
>this note of </xsl:text><xsl:value-of select="ancestor::tei:div[1]/@xml:id" teitools:at="frus.sch:98" teitools:what="value-of"
/><xsl:text
> has the id </xsl:text><xsl:value-of select="." teitools:at="frus.sch:98" teitools:what="value-of"
/></svrl:text></svrl:failed-assert></xsl:otherwise></xsl:choose><xsl:catch errors="*"
><teitools:failed at="frus.sch:98" what="assert frus-note-id" location="{path(.)}" teitools:pattern="7"
><xsl:value-of select="local-name-from-QName($Q{http://www.w3.org/2005/xqt-errors}code) || ': ' || $Q{http://www.w3.org/2005/xqt-errors}description"
/></teitools:failed></xsl:catch></xsl:try></xsl:if><xsl:next-match
><xsl:with-param name="Q{urn:tei-tools:schematron}done" select="$Q{urn:tei-tools:schematron}done, 7"
/></xsl:next-match></xsl:template><xsl:template match="tei:div[@xml:id = ('persons', 'terms')]//tei:*[@xml:id][self::tei:persName or self::tei:term]" mode="Q{urn:tei-tools:schematron}walk" priority="22" use-when="$Q{urn:tei-tools:schematron}phase = ('#ALL')" teitools:at="frus.sch:102" teitools:what="rule tei:div[@xml:id = ('persons', 'terms')]//tei:*[@xml:id][self"
><xsl:param name="Q{urn:tei-tools:schematron}done" select="()"
/><svrl:fired-rule xsl:use-when="$Q{urn:tei-tools:schematron}fired = 'yes'" teitools:pattern="8" context="tei:div[@xml:id = ('persons', 'terms')]//tei:*[@xml:id][self::tei:persName or self::tei:term]"
/><xsl:try teitools:at="frus.sch:103" teitools:what="assert frus-listed-strong"
><xsl:choose
><xsl:when test="parent::tei:hi/@rend = 'strong'"
/><xsl:otherwise
><svrl:failed-assert location="{path(.)}" teitools:pattern="8" id="frus-listed-strong" test="parent::tei:hi/@rend = 'strong'"
><xsl:attribute name="at" namespace="urn:tei-tools:schematron" use-when="$Q{urn:tei-tools:schematron}fired = 'no'"
>frus.sch:103</xsl:attribute><svrl:text
><xsl:text
>an entry stands in hi rend="strong"</xsl:text></svrl:text></svrl:failed-assert></xsl:otherwise></xsl:choose><xsl:catch errors="*"
><teitools:failed at="frus.sch:103" what="assert frus-listed-strong" location="{path(.)}" teitools:pattern="8"
><xsl:value-of select="local-name-from-QName($Q{http://www.w3.org/2005/xqt-errors}code) || ': ' || $Q{http://www.w3.org/2005/xqt-errors}description"
/></teitools:failed></xsl:catch></xsl:try><xsl:try teitools:at="frus.sch:104" teitools:what="report frus-listed-comma"
><xsl:choose
><xsl:when test="matches(., ',\s*$')"
><svrl:successful-report location="{path(.)}" teitools:pattern="8" id="frus-listed-comma" test="matches(., ',\s*$')"
><xsl:attribute name="at" namespace="urn:tei-tools:schematron" use-when="$Q{urn:tei-tools:schematron}fired = 'no'"
>frus.sch:104</xsl:attribute><svrl:text
><xsl:text
>the comma behind </xsl:text><xsl:value-of select="." teitools:at="frus.sch:104" teitools:what="value-of"
/><xsl:text
> stands inside of it</xsl:text></svrl:text></svrl:successful-report></xsl:when><xsl:otherwise
/></xsl:choose><xsl:catch errors="*"
><teitools:failed at="frus.sch:104" what="report frus-listed-comma" location="{path(.)}" teitools:pattern="8"
><xsl:value-of select="local-name-from-QName($Q{http://www.w3.org/2005/xqt-errors}code) || ': ' || $Q{http://www.w3.org/2005/xqt-errors}description"
/></teitools:failed></xsl:catch></xsl:try><xsl:next-match
><xsl:with-param name="Q{urn:tei-tools:schematron}done" select="$Q{urn:tei-tools:schematron}done, 8"
/></xsl:next-match></xsl:template><xsl:template match="tei:ref" mode="Q{urn:tei-tools:schematron}walk" priority="21" use-when="$Q{urn:tei-tools:schematron}phase = ('#ALL')" teitools:at="frus.sch:109" teitools:what="rule tei:ref"
><xsl:param name="Q{urn:tei-tools:schematron}done" select="()"
/><svrl:fired-rule xsl:use-when="$Q{urn:tei-tools:schematron}fired = 'yes'" teitools:pattern="9" context="tei:ref"
/><xsl:try teitools:at="frus.sch:110" teitools:what="assert frus-ref-target"
><xsl:choose
><xsl:when test="@target"
/><xsl:otherwise
><svrl:failed-assert location="{path(.)}" teitools:pattern="9" id="frus-ref-target" test="@target"
><xsl:attribute name="at" namespace="urn:tei-tools:schematron" use-when="$Q{urn:tei-tools:schematron}fired = 'no'"
>frus.sch:110</xsl:attribute><svrl:text
><xsl:text
>a ref has no target</xsl:text></svrl:text></svrl:failed-assert></xsl:otherwise></xsl:choose><xsl:catch errors="*"
><teitools:failed at="frus.sch:110" what="assert frus-ref-target" location="{path(.)}" teitools:pattern="9"
><xsl:value-of select="local-name-from-QName($Q{http://www.w3.org/2005/xqt-errors}code) || ': ' || $Q{http://www.w3.org/2005/xqt-errors}description"
/></teitools:failed></xsl:catch></xsl:try><xsl:try teitools:at="frus.sch:111" teitools:what="assert frus-ref-form"
><xsl:choose
><xsl:when test="not(@target) or (every $one in tokenize(@target) satisfies matches($one, '^(#\S+|(https?|mailto):\S+|frus[A-Za-z0-9._-]+(#\S+)?)$'))"
/><xsl:otherwise
><svrl:failed-assert location="{path(.)}" teitools:pattern="9" id="frus-ref-form" test="not(@target) or (every $one in tokenize(@target) satisfies matches($one, '^(#\S+|(https?|mailto):\S+|frus[A-Za-z0-9._-]+(#\S+)?)$'))"
><xsl:attribute name="at" namespace="urn:tei-tools:schematron" use-when="$Q{urn:tei-tools:schematron}fired = 'no'"
>frus.sch:111</xsl:attribute><svrl:text
><xsl:text
>a target is #id, volume#id, http or mailto: </xsl:text><xsl:value-of select="@target" teitools:at="frus.sch:111" teitools:what="value-of"
/></svrl:text></svrl:failed-assert></xsl:otherwise></xsl:choose><xsl:catch errors="*"
><teitools:failed at="frus.sch:111" what="assert frus-ref-form" location="{path(.)}" teitools:pattern="9"
><xsl:value-of select="local-name-from-QName($Q{http://www.w3.org/2005/xqt-errors}code) || ': ' || $Q{http://www.w3.org/2005/xqt-errors}description"
/></teitools:failed></xsl:catch></xsl:try><xsl:next-match
><xsl:with-param name="Q{urn:tei-tools:schematron}done" select="$Q{urn:tei-tools:schematron}done, 9"
/></xsl:next-match></xsl:template><xsl:template match="tei:persName[@corresp]" mode="Q{urn:tei-tools:schematron}walk" priority="20" use-when="$Q{urn:tei-tools:schematron}phase = ('#ALL')" teitools:at="frus.sch:113" teitools:what="rule tei:persName[@corresp]"
><xsl:param name="Q{urn:tei-tools:schematron}done" select="()"
/><xsl:if test="not($Q{urn:tei-tools:schematron}done = 9)"
><svrl:fired-rule xsl:use-when="$Q{urn:tei-tools:schematron}fired = 'yes'" teitools:pattern="9" context="tei:persName[@corresp]"
/><xsl:try teitools:at="frus.sch:114" teitools:what="assert frus-person-form"
><xsl:choose
><xsl:when test="matches(@corresp, '^(frus[A-Za-z0-9._-]+)?#p_')"
/><xsl:otherwise
><svrl:failed-assert location="{path(.)}" teitools:pattern="9" id="frus-person-form" test="matches(@corresp, '^(frus[A-Za-z0-9._-]+)?#p_')"
><xsl:attribute name="at" namespace="urn:tei-tools:schematron" use-when="$Q{urn:tei-tools:schematron}fired = 'no'"
>frus.sch:114</xsl:attribute><svrl:text
><xsl:text
>corresp is #p_… or volume#p_…: </xsl:text><xsl:value-of select="@corresp" teitools:at="frus.sch:114" teitools:what="value-of"
/></svrl:text></svrl:failed-assert></xsl:otherwise></xsl:choose><xsl:catch errors="*"
><teitools:failed at="frus.sch:114" what="assert frus-person-form" location="{path(.)}" teitools:pattern="9"
><xsl:value-of select="local-name-from-QName($Q{http://www.w3.org/2005/xqt-errors}code) || ': ' || $Q{http://www.w3.org/2005/xqt-errors}description"
/></teitools:failed></xsl:catch></xsl:try></xsl:if><xsl:next-match
><xsl:with-param name="Q{urn:tei-tools:schematron}done" select="$Q{urn:tei-tools:schematron}done, 9"
/></xsl:next-match></xsl:template><xsl:template match="tei:gloss[@target]" mode="Q{urn:tei-tools:schematron}walk" priority="19" use-when="$Q{urn:tei-tools:schematron}phase = ('#ALL')" teitools:at="frus.sch:116" teitools:what="rule tei:gloss[@target]"
><xsl:param name="Q{urn:tei-tools:schematron}done" select="()"
/><xsl:if test="not($Q{urn:tei-tools:schematron}done = 9)"
><svrl:fired-rule xsl:use-when="$Q{urn:tei-tools:schematron}fired = 'yes'" teitools:pattern="9" context="tei:gloss[@target]"
/><xsl:try teitools:at="frus.sch:117" teitools:what="assert frus-term-form"
><xsl:choose
><xsl:when test="matches(@target, '^(frus[A-Za-z0-9._-]+)?#t_')"
/><xsl:otherwise
><svrl:failed-assert location="{path(.)}" teitools:pattern="9" id="frus-term-form" test="matches(@target, '^(frus[A-Za-z0-9._-]+)?#t_')"
><xsl:attribute name="at" namespace="urn:tei-tools:schematron" use-when="$Q{urn:tei-tools:schematron}fired = 'no'"
>frus.sch:117</xsl:attribute><svrl:text
><xsl:text
>the target of a gloss is #t_… or volume#t_…: </xsl:text><xsl:value-of select="@target" teitools:at="frus.sch:117" teitools:what="value-of"
/></svrl:text></svrl:failed-assert></xsl:otherwise></xsl:choose><xsl:catch errors="*"
><teitools:failed at="frus.sch:117" what="assert frus-term-form" location="{path(.)}" teitools:pattern="9"
><xsl:value-of select="local-name-from-QName($Q{http://www.w3.org/2005/xqt-errors}code) || ': ' || $Q{http://www.w3.org/2005/xqt-errors}description"
/></teitools:failed></xsl:catch></xsl:try></xsl:if><xsl:next-match
><xsl:with-param name="Q{urn:tei-tools:schematron}done" select="$Q{urn:tei-tools:schematron}done, 9"
/></xsl:next-match></xsl:template><xsl:template match="tei:*[@target or @corresp]" mode="Q{urn:tei-tools:schematron}walk" priority="18" use-when="$Q{urn:tei-tools:schematron}phase = ('#ALL')" teitools:at="frus.sch:122" teitools:what="rule tei:*[@target or @corresp]"
><xsl:param name="Q{urn:tei-tools:schematron}done" select="()"
/><svrl:fired-rule xsl:use-when="$Q{urn:tei-tools:schematron}fired = 'yes'" teitools:pattern="10" context="tei:*[@target or @corresp]"
/><xsl:try teitools:at="frus.sch:123" teitools:what="assert frus-target"
><xsl:choose
><xsl:when test="every $one in (@target, @corresp)/tokenize(.)[starts-with(., '#')] satisfies key('id', substring($one, 2))"
/><xsl:otherwise
><svrl:failed-assert location="{path(.)}" teitools:pattern="10" id="frus-target" test="every $one in (@target, @corresp)/tokenize(.)[starts-with(., '#')] satisfies key('id', substring($one, 2))"
><xsl:attribute name="at" namespace="urn:tei-tools:schematron" use-when="$Q{urn:tei-tools:schematron}fired = 'no'"
>frus.sch:123</xsl:attribute><svrl:text
><xsl:value-of select="(@target, @corresp)" teitools:at="frus.sch:123" teitools:what="value-of"
/><xsl:text
> leads to nothing in this file; elsewhere it is volume#id</xsl:text></svrl:text></svrl:failed-assert></xsl:otherwise></xsl:choose><xsl:catch errors="*"
><teitools:failed at="frus.sch:123" what="assert frus-target" location="{path(.)}" teitools:pattern="10"
><xsl:value-of select="local-name-from-QName($Q{http://www.w3.org/2005/xqt-errors}code) || ': ' || $Q{http://www.w3.org/2005/xqt-errors}description"
/></teitools:failed></xsl:catch></xsl:try><xsl:next-match
><xsl:with-param name="Q{urn:tei-tools:schematron}done" select="$Q{urn:tei-tools:schematron}done, 10"
/></xsl:next-match></xsl:template><xsl:template match="tei:text//tei:note" mode="Q{urn:tei-tools:schematron}walk" priority="17" use-when="$Q{urn:tei-tools:schematron}phase = ('#ALL')" teitools:at="frus.sch:130" teitools:what="rule tei:text//tei:note"
><xsl:param name="Q{urn:tei-tools:schematron}done" select="()"
/><svrl:fired-rule xsl:use-when="$Q{urn:tei-tools:schematron}fired = 'yes'" teitools:pattern="11" context="tei:text//tei:note"
/><xsl:try teitools:at="frus.sch:131" teitools:what="report frus-note-nested"
><xsl:choose
><xsl:when test="ancestor::tei:note"
><svrl:successful-report location="{path(.)}" teitools:pattern="11" id="frus-note-nested" test="ancestor::tei:note"
><xsl:attribute name="at" namespace="urn:tei-tools:schematron" use-when="$Q{urn:tei-tools:schematron}fired = 'no'"
>frus.sch:131</xsl:attribute><svrl:text
><xsl:text
>a note stands in a note</xsl:text></svrl:text></svrl:successful-report></xsl:when><xsl:otherwise
/></xsl:choose><xsl:catch errors="*"
><teitools:failed at="frus.sch:131" what="report frus-note-nested" location="{path(.)}" teitools:pattern="11"
><xsl:value-of select="local-name-from-QName($Q{http://www.w3.org/2005/xqt-errors}code) || ': ' || $Q{http://www.w3.org/2005/xqt-errors}description"
/></teitools:failed></xsl:catch></xsl:try><xsl:try teitools:at="frus.sch:132" teitools:what="assert frus-note-number"
><xsl:choose
><xsl:when test="@n or @rend = 'inline' or @target"
/><xsl:otherwise
><svrl:failed-assert location="{path(.)}" teitools:pattern="11" id="frus-note-number" test="@n or @rend = 'inline' or @target"
><xsl:attribute name="at" namespace="urn:tei-tools:schematron" use-when="$Q{urn:tei-tools:schematron}fired = 'no'"
>frus.sch:132</xsl:attribute><svrl:text
><xsl:text
>a note without number is rend="inline"</xsl:text></svrl:text></svrl:failed-assert></xsl:otherwise></xsl:choose><xsl:catch errors="*"
><teitools:failed at="frus.sch:132" what="assert frus-note-number" location="{path(.)}" teitools:pattern="11"
><xsl:value-of select="local-name-from-QName($Q{http://www.w3.org/2005/xqt-errors}code) || ': ' || $Q{http://www.w3.org/2005/xqt-errors}description"
/></teitools:failed></xsl:catch></xsl:try><xsl:try teitools:at="frus.sch:133" teitools:what="assert frus-note-type"
><xsl:choose
><xsl:when test="not(@type) or @type = ('source', 'summary')"
/><xsl:otherwise
><svrl:failed-assert location="{path(.)}" teitools:pattern="11" id="frus-note-type" test="not(@type) or @type = ('source', 'summary')"
><xsl:attribute name="at" namespace="urn:tei-tools:schematron" use-when="$Q{urn:tei-tools:schematron}fired = 'no'"
>frus.sch:133</xsl:attribute><svrl:text
><xsl:text
>a note has the type </xsl:text><xsl:value-of select="@type" teitools:at="frus.sch:133" teitools:what="value-of"
/></svrl:text></svrl:failed-assert></xsl:otherwise></xsl:choose><xsl:catch errors="*"
><teitools:failed at="frus.sch:133" what="assert frus-note-type" location="{path(.)}" teitools:pattern="11"
><xsl:value-of select="local-name-from-QName($Q{http://www.w3.org/2005/xqt-errors}code) || ': ' || $Q{http://www.w3.org/2005/xqt-errors}description"
/></teitools:failed></xsl:catch></xsl:try><xsl:try teitools:at="frus.sch:134" teitools:what="report frus-note-space"
><xsl:choose
><xsl:when test="@n and matches(preceding-sibling::node()[1][self::text()], '\s$') and normalize-space(preceding-sibling::node()[1])"
><svrl:successful-report location="{path(.)}" teitools:pattern="11" id="frus-note-space" test="@n and matches(preceding-sibling::node()[1][self::text()], '\s$') and normalize-space(preceding-sibling::node()[1])"
><xsl:attribute name="at" namespace="urn:tei-tools:schematron" use-when="$Q{urn:tei-tools:schematron}fired = 'no'"
>frus.sch:134</xsl:attribute><svrl:text
><xsl:text
>a blank stands before the call of note </xsl:text><xsl:value-of select="@n" teitools:at="frus.sch:134" teitools:what="value-of"
/></svrl:text></svrl:successful-report></xsl:when><xsl:otherwise
/></xsl:choose><xsl:catch errors="*"
><teitools:failed at="frus.sch:134" what="report frus-note-space" location="{path(.)}" teitools:pattern="11"
><xsl:value-of select="local-name-from-QName($Q{http://www.w3.org/2005/xqt-errors}code) || ': ' || $Q{http://www.w3.org/2005/xqt-errors}description"
/></teitools:failed></xsl:catch></xsl:try><xsl:next-match
><xsl:with-param name="Q{urn:tei-tools:schematron}done" select="$Q{urn:tei-tools:schematron}done, 11"
/></xsl:next-match></xsl:template><xsl:template match="tei:div[@type = 'document']//tei:note[@n castable as xs:integer]" mode="Q{urn:tei-tools:schematron}walk" priority="16" use-when="$Q{urn:tei-tools:schematron}phase = ('#ALL')" teitools:at="frus.sch:139" teitools:what="rule tei:div[@type = 'document']//tei:note[@n castable as xs:inte"
><xsl:param name="Q{urn:tei-tools:schematron}done" select="()"
/><svrl:fired-rule xsl:use-when="$Q{urn:tei-tools:schematron}fired = 'yes'" teitools:pattern="12" context="tei:div[@type = 'document']//tei:note[@n castable as xs:integer]"
/><xsl:variable name="before" teitools:at="frus.sch:140" teitools:what="let before" select="preceding::tei:note[@n][1][ancestor::tei:div[@type = 'document'][1] is current()/ancestor::tei:div[@type = 'document'][1]]/@n"
/><xsl:try teitools:at="frus.sch:141" teitools:what="assert frus-note-order"
><xsl:choose
><xsl:when test="not($before castable as xs:integer) or xs:integer(@n) = xs:integer($before) + 1"
/><xsl:otherwise
><svrl:failed-assert location="{path(.)}" teitools:pattern="12" id="frus-note-order" test="not($before castable as xs:integer) or xs:integer(@n) = xs:integer($before) + 1" role="warning"
><xsl:attribute name="at" namespace="urn:tei-tools:schematron" use-when="$Q{urn:tei-tools:schematron}fired = 'no'"
>frus.sch:141</xsl:attribute><svrl:text
><xsl:text
>note </xsl:text><xsl:value-of select="@n" teitools:at="frus.sch:141" teitools:what="value-of"
/><xsl:text
> follows note </xsl:text><xsl:value-of select="$before" teitools:at="frus.sch:141" teitools:what="value-of"
/></svrl:text></svrl:failed-assert></xsl:otherwise></xsl:choose><xsl:catch errors="*"
><teitools:failed at="frus.sch:141" what="assert frus-note-order" location="{path(.)}" teitools:pattern="12"
><xsl:value-of select="local-name-from-QName($Q{http://www.w3.org/2005/xqt-errors}code) || ': ' || $Q{http://www.w3.org/2005/xqt-errors}description"
/></teitools:failed></xsl:catch></xsl:try><xsl:next-match
><xsl:with-param name="Q{urn:tei-tools:schematron}done" select="$Q{urn:tei-tools:schematron}done, 12"
/></xsl:next-match></xsl:template><xsl:template match="tei:note[@type = 'source'][@n]" mode="Q{urn:tei-tools:schematron}walk" priority="15" use-when="$Q{urn:tei-tools:schematron}phase = ('#ALL')" teitools:at="frus.sch:146" teitools:what="rule tei:note[@type = 'source'][@n]"
><xsl:param name="Q{urn:tei-tools:schematron}done" select="()"
/><svrl:fired-rule xsl:use-when="$Q{urn:tei-tools:schematron}fired = 'yes'" teitools:pattern="13" context="tei:note[@type = 'source'][@n]"
/><xsl:try teitools:at="frus.sch:147" teitools:what="assert frus-source"
><xsl:choose
><xsl:when test="starts-with(normalize-space(), 'Source:')"
/><xsl:otherwise
><svrl:failed-assert location="{path(.)}" teitools:pattern="13" id="frus-source" test="starts-with(normalize-space(), 'Source:')" role="warning"
><xsl:attribute name="at" namespace="urn:tei-tools:schematron" use-when="$Q{urn:tei-tools:schematron}fired = 'no'"
>frus.sch:147</xsl:attribute><svrl:text
><xsl:text
>a source note begins with “Source:”</xsl:text></svrl:text></svrl:failed-assert></xsl:otherwise></xsl:choose><xsl:catch errors="*"
><teitools:failed at="frus.sch:147" what="assert frus-source" location="{path(.)}" teitools:pattern="13"
><xsl:value-of select="local-name-from-QName($Q{http://www.w3.org/2005/xqt-errors}code) || ': ' || $Q{http://www.w3.org/2005/xqt-errors}description"
/></teitools:failed></xsl:catch></xsl:try><xsl:next-match
><xsl:with-param name="Q{urn:tei-tools:schematron}done" select="$Q{urn:tei-tools:schematron}done, 13"
/></xsl:next-match></xsl:template><xsl:template match="tei:pb" mode="Q{urn:tei-tools:schematron}walk" priority="14" use-when="$Q{urn:tei-tools:schematron}phase = ('#ALL')" teitools:at="frus.sch:152" teitools:what="rule tei:pb"
><xsl:param name="Q{urn:tei-tools:schematron}done" select="()"
/><svrl:fired-rule xsl:use-when="$Q{urn:tei-tools:schematron}fired = 'yes'" teitools:pattern="14" context="tei:pb"
/><xsl:try teitools:at="frus.sch:153" teitools:what="assert frus-page-attributes"
><xsl:choose
><xsl:when test="@n and @xml:id"
/><xsl:otherwise
><svrl:failed-assert location="{path(.)}" teitools:pattern="14" id="frus-page-attributes" test="@n and @xml:id"
><xsl:attribute name="at" namespace="urn:tei-tools:schematron" use-when="$Q{urn:tei-tools:schematron}fired = 'no'"
>frus.sch:153</xsl:attribute><svrl:text
><xsl:text
>a pb has n and xml:id</xsl:text></svrl:text></svrl:failed-assert></xsl:otherwise></xsl:choose><xsl:catch errors="*"
><teitools:failed at="frus.sch:153" what="assert frus-page-attributes" location="{path(.)}" teitools:pattern="14"
><xsl:value-of select="local-name-from-QName($Q{http://www.w3.org/2005/xqt-errors}code) || ': ' || $Q{http://www.w3.org/2005/xqt-errors}description"
/></teitools:failed></xsl:catch></xsl:try><xsl:try teitools:at="frus.sch:154" teitools:what="report frus-page-break"
><xsl:choose
><xsl:when test="@break"
><svrl:successful-report location="{path(.)}" teitools:pattern="14" id="frus-page-break" test="@break"
><xsl:attribute name="at" namespace="urn:tei-tools:schematron" use-when="$Q{urn:tei-tools:schematron}fired = 'no'"
>frus.sch:154</xsl:attribute><svrl:text
><xsl:text
>a pb has no break</xsl:text></svrl:text></svrl:successful-report></xsl:when><xsl:otherwise
/></xsl:choose><xsl:catch errors="*"
><teitools:failed at="frus.sch:154" what="report frus-page-break" location="{path(.)}" teitools:pattern="14"
><xsl:value-of select="local-name-from-QName($Q{http://www.w3.org/2005/xqt-errors}code) || ': ' || $Q{http://www.w3.org/2005/xqt-errors}description"
/></teitools:failed></xsl:catch></xsl:try><xsl:try teitools:at="frus.sch:155" teitools:what="report frus-page-content"
><xsl:choose
><xsl:when test="node()"
><svrl:successful-report location="{path(.)}" teitools:pattern="14" id="frus-page-content" test="node()"
><xsl:attribute name="at" namespace="urn:tei-tools:schematron" use-when="$Q{urn:tei-tools:schematron}fired = 'no'"
>frus.sch:155</xsl:attribute><svrl:text
><xsl:text
>a pb is empty</xsl:text></svrl:text></svrl:successful-report></xsl:when><xsl:otherwise
/></xsl:choose><xsl:catch errors="*"
><teitools:failed at="frus.sch:155" what="report frus-page-content" location="{path(.)}" teitools:pattern="14"
><xsl:value-of select="local-name-from-QName($Q{http://www.w3.org/2005/xqt-errors}code) || ': ' || $Q{http://www.w3.org/2005/xqt-errors}description"
/></teitools:failed></xsl:catch></xsl:try><xsl:try teitools:at="frus.sch:156" teitools:what="report frus-page-note"
><xsl:choose
><xsl:when test="ancestor::tei:note"
><svrl:successful-report location="{path(.)}" teitools:pattern="14" id="frus-page-note" test="ancestor::tei:note" role="warning"
><xsl:attribute name="at" namespace="urn:tei-tools:schematron" use-when="$Q{urn:tei-tools:schematron}fired = 'no'"
>frus.sch:156</xsl:attribute><svrl:text
><xsl:text
>a page begins inside a note</xsl:text></svrl:text></svrl:successful-report></xsl:when><xsl:otherwise
/></xsl:choose><xsl:catch errors="*"
><teitools:failed at="frus.sch:156" what="report frus-page-note" location="{path(.)}" teitools:pattern="14"
><xsl:value-of select="local-name-from-QName($Q{http://www.w3.org/2005/xqt-errors}code) || ': ' || $Q{http://www.w3.org/2005/xqt-errors}description"
/></teitools:failed></xsl:catch></xsl:try><xsl:variable name="before" teitools:at="frus.sch:157" teitools:what="let before" select="preceding-sibling::node()[self::* or self::text()[normalize-space()]]"
/><xsl:variable name="after" teitools:at="frus.sch:158" teitools:what="let after" select="following-sibling::node()[self::* or self::text()[normalize-space()]]"
/><xsl:try teitools:at="frus.sch:159" teitools:what="assert frus-page-edge"
><xsl:choose
><xsl:when test="parent::tei:front or parent::tei:body or parent::tei:back or (exists($before) and exists($after))"
/><xsl:otherwise
><svrl:failed-assert location="{path(.)}" teitools:pattern="14" id="frus-page-edge" test="parent::tei:front or parent::tei:body or parent::tei:back or (exists($before) and exists($after))"
><xsl:attribute name="at" namespace="urn:tei-tools:schematron" use-when="$Q{urn:tei-tools:schematron}fired = 'no'"
>frus.sch:159</xsl:attribute><svrl:text
><xsl:text
>a page begins as the first or last thing of </xsl:text><xsl:value-of select="name(..)" teitools:at="frus.sch:159" teitools:what="name"
/></svrl:text></svrl:failed-assert></xsl:otherwise></xsl:choose><xsl:catch errors="*"
><teitools:failed at="frus.sch:159" what="assert frus-page-edge" location="{path(.)}" teitools:pattern="14"
><xsl:value-of select="local-name-from-QName($Q{http://www.w3.org/2005/xqt-errors}code) || ': ' || $Q{http://www.w3.org/2005/xqt-errors}description"
/></teitools:failed></xsl:catch></xsl:try><xsl:variable name="left" teitools:at="frus.sch:160" teitools:what="let left" select="preceding-sibling::node()[1][self::text()]"
/><xsl:variable name="right" teitools:at="frus.sch:161" teitools:what="let right" select="following-sibling::node()[1][self::text()]"
/><xsl:try teitools:at="frus.sch:162" teitools:what="assert frus-page-space"
><xsl:choose
><xsl:when test="empty($left) or empty($right) or (matches($left, '\s$') eq matches($right, '^\s'))"
/><xsl:otherwise
><svrl:failed-assert location="{path(.)}" teitools:pattern="14" id="frus-page-space" test="empty($left) or empty($right) or (matches($left, '\s$') eq matches($right, '^\s'))"
><xsl:attribute name="at" namespace="urn:tei-tools:schematron" use-when="$Q{urn:tei-tools:schematron}fired = 'no'"
>frus.sch:162</xsl:attribute><svrl:text
><xsl:text
>a page has blanks on both sides, or on neither</xsl:text></svrl:text></svrl:failed-assert></xsl:otherwise></xsl:choose><xsl:catch errors="*"
><teitools:failed at="frus.sch:162" what="assert frus-page-space" location="{path(.)}" teitools:pattern="14"
><xsl:value-of select="local-name-from-QName($Q{http://www.w3.org/2005/xqt-errors}code) || ': ' || $Q{http://www.w3.org/2005/xqt-errors}description"
/></teitools:failed></xsl:catch></xsl:try><xsl:next-match
><xsl:with-param name="Q{urn:tei-tools:schematron}done" select="$Q{urn:tei-tools:schematron}done, 14"
/></xsl:next-match></xsl:template><xsl:template match="tei:dateline" mode="Q{urn:tei-tools:schematron}walk" priority="13" use-when="$Q{urn:tei-tools:schematron}phase = ('#ALL')" teitools:at="frus.sch:169" teitools:what="rule tei:dateline"
><xsl:param name="Q{urn:tei-tools:schematron}done" select="()"
/><svrl:fired-rule xsl:use-when="$Q{urn:tei-tools:schematron}fired = 'yes'" teitools:pattern="15" context="tei:dateline"
/><xsl:try teitools:at="frus.sch:170" teitools:what="assert frus-dateline-place"
><xsl:choose
><xsl:when test="parent::tei:opener or parent::tei:closer"
/><xsl:otherwise
><svrl:failed-assert location="{path(.)}" teitools:pattern="15" id="frus-dateline-place" test="parent::tei:opener or parent::tei:closer"
><xsl:attribute name="at" namespace="urn:tei-tools:schematron" use-when="$Q{urn:tei-tools:schematron}fired = 'no'"
>frus.sch:170</xsl:attribute><svrl:text
><xsl:text
>a dateline stands in an opener</xsl:text></svrl:text></svrl:failed-assert></xsl:otherwise></xsl:choose><xsl:catch errors="*"
><teitools:failed at="frus.sch:170" what="assert frus-dateline-place" location="{path(.)}" teitools:pattern="15"
><xsl:value-of select="local-name-from-QName($Q{http://www.w3.org/2005/xqt-errors}code) || ': ' || $Q{http://www.w3.org/2005/xqt-errors}description"
/></teitools:failed></xsl:catch></xsl:try><xsl:try teitools:at="frus.sch:171" teitools:what="assert frus-dateline-right"
><xsl:choose
><xsl:when test="@rendition = '#right'"
/><xsl:otherwise
><svrl:failed-assert location="{path(.)}" teitools:pattern="15" id="frus-dateline-right" test="@rendition = '#right'"
><xsl:attribute name="at" namespace="urn:tei-tools:schematron" use-when="$Q{urn:tei-tools:schematron}fired = 'no'"
>frus.sch:171</xsl:attribute><svrl:text
><xsl:text
>a dateline has rendition="#right"</xsl:text></svrl:text></svrl:failed-assert></xsl:otherwise></xsl:choose><xsl:catch errors="*"
><teitools:failed at="frus.sch:171" what="assert frus-dateline-right" location="{path(.)}" teitools:pattern="15"
><xsl:value-of select="local-name-from-QName($Q{http://www.w3.org/2005/xqt-errors}code) || ': ' || $Q{http://www.w3.org/2005/xqt-errors}description"
/></teitools:failed></xsl:catch></xsl:try><xsl:next-match
><xsl:with-param name="Q{urn:tei-tools:schematron}done" select="$Q{urn:tei-tools:schematron}done, 15"
/></xsl:next-match></xsl:template><xsl:template match="tei:dateline//tei:date[@when or @from or @to or @notBefore or @notAfter]" mode="Q{urn:tei-tools:schematron}walk" priority="12" use-when="$Q{urn:tei-tools:schematron}phase = ('#ALL')" teitools:at="frus.sch:173" teitools:what="rule tei:dateline//tei:date[@when or @from or @to or @notBefore o"
><xsl:param name="Q{urn:tei-tools:schematron}done" select="()"
/><xsl:if test="not($Q{urn:tei-tools:schematron}done = 15)"
><svrl:fired-rule xsl:use-when="$Q{urn:tei-tools:schematron}fired = 'yes'" teitools:pattern="15" context="tei:dateline//tei:date[@when or @from or @to or @notBefore or @notAfter]"
/><xsl:try teitools:at="frus.sch:174" teitools:what="assert frus-date-calendar"
><xsl:choose
><xsl:when test="@calendar"
/><xsl:otherwise
><svrl:failed-assert location="{path(.)}" teitools:pattern="15" id="frus-date-calendar" test="@calendar"
><xsl:attribute name="at" namespace="urn:tei-tools:schematron" use-when="$Q{urn:tei-tools:schematron}fired = 'no'"
>frus.sch:174</xsl:attribute><svrl:text
><xsl:text
>a date of a dateline has a calendar</xsl:text></svrl:text></svrl:failed-assert></xsl:otherwise></xsl:choose><xsl:catch errors="*"
><teitools:failed at="frus.sch:174" what="assert frus-date-calendar" location="{path(.)}" teitools:pattern="15"
><xsl:value-of select="local-name-from-QName($Q{http://www.w3.org/2005/xqt-errors}code) || ': ' || $Q{http://www.w3.org/2005/xqt-errors}description"
/></teitools:failed></xsl:catch></xsl:try><xsl:try teitools:at="frus.sch:175" teitools:what="assert frus-date-limits"
><xsl:choose
><xsl:when test="not(@notBefore or @notAfter) or starts-with(@ana, '#date_')"
/><xsl:otherwise
><svrl:failed-assert location="{path(.)}" teitools:pattern="15" id="frus-date-limits" test="not(@notBefore or @notAfter) or starts-with(@ana, '#date_')"
><xsl:attribute name="at" namespace="urn:tei-tools:schematron" use-when="$Q{urn:tei-tools:schematron}fired = 'no'"
>frus.sch:175</xsl:attribute><svrl:text
><xsl:text
>limits of a date have ana="#date_…"</xsl:text></svrl:text></svrl:failed-assert></xsl:otherwise></xsl:choose><xsl:catch errors="*"
><teitools:failed at="frus.sch:175" what="assert frus-date-limits" location="{path(.)}" teitools:pattern="15"
><xsl:value-of select="local-name-from-QName($Q{http://www.w3.org/2005/xqt-errors}code) || ': ' || $Q{http://www.w3.org/2005/xqt-errors}description"
/></teitools:failed></xsl:catch></xsl:try></xsl:if><xsl:next-match
><xsl:with-param name="Q{urn:tei-tools:schematron}done" select="$Q{urn:tei-tools:schematron}done, 15"
/></xsl:next-match></xsl:template><xsl:template match="tei:date/(@when | @from | @to | @notBefore | @notAfter) | tei:time/(@when | @from | @to)" mode="Q{urn:tei-tools:schematron}walk" priority="11" use-when="$Q{urn:tei-tools:schematron}phase = ('#ALL')" teitools:at="frus.sch:180" teitools:what="rule tei:date/(@when | @from | @to | @notBefore | @notAfter) | te"
><xsl:param name="Q{urn:tei-tools:schematron}done" select="()"
/><svrl:fired-rule xsl:use-when="$Q{urn:tei-tools:schematron}fired = 'yes'" teitools:pattern="16" context="tei:date/(@when | @from | @to | @notBefore | @notAfter) | tei:time/(@when | @from | @to)"
/><xsl:try teitools:at="frus.sch:181" teitools:what="assert frus-offset"
><xsl:choose
><xsl:when test="not(contains(., ':')) or matches(., '[+-][0-9]{2}:[0-9]{2}$')"
/><xsl:otherwise
><svrl:failed-assert location="{path(.)}" teitools:pattern="16" id="frus-offset" test="not(contains(., ':')) or matches(., '[+-][0-9]{{2}}:[0-9]{{2}}$')"
><xsl:attribute name="at" namespace="urn:tei-tools:schematron" use-when="$Q{urn:tei-tools:schematron}fired = 'no'"
>frus.sch:181</xsl:attribute><svrl:text
><xsl:value-of select="." teitools:at="frus.sch:181" teitools:what="value-of"
/><xsl:text
> has no numeric offset</xsl:text></svrl:text></svrl:failed-assert></xsl:otherwise></xsl:choose><xsl:catch errors="*"
><teitools:failed at="frus.sch:181" what="assert frus-offset" location="{path(.)}" teitools:pattern="16"
><xsl:value-of select="local-name-from-QName($Q{http://www.w3.org/2005/xqt-errors}code) || ': ' || $Q{http://www.w3.org/2005/xqt-errors}description"
/></teitools:failed></xsl:catch></xsl:try><xsl:next-match
><xsl:with-param name="Q{urn:tei-tools:schematron}done" select="$Q{urn:tei-tools:schematron}done, 16"
/></xsl:next-match></xsl:template><xsl:template match="tei:date[@from and @to] | tei:time[@from and @to]" mode="Q{urn:tei-tools:schematron}walk" priority="10" use-when="$Q{urn:tei-tools:schematron}phase = ('#ALL')" teitools:at="frus.sch:186" teitools:what="rule tei:date[@from and @to] | tei:time[@from and @to]"
><xsl:param name="Q{urn:tei-tools:schematron}done" select="()"
/><svrl:fired-rule xsl:use-when="$Q{urn:tei-tools:schematron}fired = 'yes'" teitools:pattern="17" context="tei:date[@from and @to] | tei:time[@from and @to]"
/><xsl:try teitools:at="frus.sch:187" teitools:what="assert frus-period"
><xsl:choose
><xsl:when test="not(@from gt @to)"
/><xsl:otherwise
><svrl:failed-assert location="{path(.)}" teitools:pattern="17" id="frus-period" test="not(@from gt @to)"
><xsl:attribute name="at" namespace="urn:tei-tools:schematron" use-when="$Q{urn:tei-tools:schematron}fired = 'no'"
>frus.sch:187</xsl:attribute><svrl:text
><xsl:text
>this ends before it begins</xsl:text></svrl:text></svrl:failed-assert></xsl:otherwise></xsl:choose><xsl:catch errors="*"
><teitools:failed at="frus.sch:187" what="assert frus-period" location="{path(.)}" teitools:pattern="17"
><xsl:value-of select="local-name-from-QName($Q{http://www.w3.org/2005/xqt-errors}code) || ': ' || $Q{http://www.w3.org/2005/xqt-errors}description"
/></teitools:failed></xsl:catch></xsl:try><xsl:next-match
><xsl:with-param name="Q{urn:tei-tools:schematron}done" select="$Q{urn:tei-tools:schematron}done, 17"
/></xsl:next-match></xsl:template><xsl:template match="tei:text//@rendition" mode="Q{urn:tei-tools:schematron}walk" priority="9" use-when="$Q{urn:tei-tools:schematron}phase = ('#ALL')" teitools:at="frus.sch:192" teitools:what="rule tei:text//@rendition"
><xsl:param name="Q{urn:tei-tools:schematron}done" select="()"
/><svrl:fired-rule xsl:use-when="$Q{urn:tei-tools:schematron}fired = 'yes'" teitools:pattern="18" context="tei:text//@rendition"
/><xsl:try teitools:at="frus.sch:193" teitools:what="assert frus-rendition"
><xsl:choose
><xsl:when test="every $one in tokenize(.) satisfies key('id', substring($one, 2))/self::tei:rendition"
/><xsl:otherwise
><svrl:failed-assert location="{path(.)}" teitools:pattern="18" id="frus-rendition" test="every $one in tokenize(.) satisfies key('id', substring($one, 2))/self::tei:rendition"
><xsl:attribute name="at" namespace="urn:tei-tools:schematron" use-when="$Q{urn:tei-tools:schematron}fired = 'no'"
>frus.sch:193</xsl:attribute><svrl:text
><xsl:text
>the rendition </xsl:text><xsl:value-of select="." teitools:at="frus.sch:193" teitools:what="value-of"
/><xsl:text
> is not declared in tagsDecl</xsl:text></svrl:text></svrl:failed-assert></xsl:otherwise></xsl:choose><xsl:catch errors="*"
><teitools:failed at="frus.sch:193" what="assert frus-rendition" location="{path(.)}" teitools:pattern="18"
><xsl:value-of select="local-name-from-QName($Q{http://www.w3.org/2005/xqt-errors}code) || ': ' || $Q{http://www.w3.org/2005/xqt-errors}description"
/></teitools:failed></xsl:catch></xsl:try><xsl:next-match
><xsl:with-param name="Q{urn:tei-tools:schematron}done" select="$Q{urn:tei-tools:schematron}done, 18"
/></xsl:next-match></xsl:template><xsl:template match="tei:closer" mode="Q{urn:tei-tools:schematron}walk" priority="8" use-when="$Q{urn:tei-tools:schematron}phase = ('#ALL')" teitools:at="frus.sch:198" teitools:what="rule tei:closer"
><xsl:param name="Q{urn:tei-tools:schematron}done" select="()"
/><svrl:fired-rule xsl:use-when="$Q{urn:tei-tools:schematron}fired = 'yes'" teitools:pattern="19" context="tei:closer"
/><xsl:try teitools:at="frus.sch:199" teitools:what="assert frus-closer"
><xsl:choose
><xsl:when test="count(tei:signed) le 1"
/><xsl:otherwise
><svrl:failed-assert location="{path(.)}" teitools:pattern="19" id="frus-closer" test="count(tei:signed) le 1"
><xsl:attribute name="at" namespace="urn:tei-tools:schematron" use-when="$Q{urn:tei-tools:schematron}fired = 'no'"
>frus.sch:199</xsl:attribute><svrl:text
><xsl:text
>a closer has one signed in it</xsl:text></svrl:text></svrl:failed-assert></xsl:otherwise></xsl:choose><xsl:catch errors="*"
><teitools:failed at="frus.sch:199" what="assert frus-closer" location="{path(.)}" teitools:pattern="19"
><xsl:value-of select="local-name-from-QName($Q{http://www.w3.org/2005/xqt-errors}code) || ': ' || $Q{http://www.w3.org/2005/xqt-errors}description"
/></teitools:failed></xsl:catch></xsl:try><xsl:try teitools:at="frus.sch:200" teitools:what="report frus-closer-next"
><xsl:choose
><xsl:when test="following-sibling::*[1][self::tei:closer]"
><svrl:successful-report location="{path(.)}" teitools:pattern="19" id="frus-closer-next" test="following-sibling::*[1][self::tei:closer]" role="warning"
><xsl:attribute name="at" namespace="urn:tei-tools:schematron" use-when="$Q{urn:tei-tools:schematron}fired = 'no'"
>frus.sch:200</xsl:attribute><svrl:text
><xsl:text
>two closers stand in one place</xsl:text></svrl:text></svrl:successful-report></xsl:when><xsl:otherwise
/></xsl:choose><xsl:catch errors="*"
><teitools:failed at="frus.sch:200" what="report frus-closer-next" location="{path(.)}" teitools:pattern="19"
><xsl:value-of select="local-name-from-QName($Q{http://www.w3.org/2005/xqt-errors}code) || ': ' || $Q{http://www.w3.org/2005/xqt-errors}description"
/></teitools:failed></xsl:catch></xsl:try><xsl:next-match
><xsl:with-param name="Q{urn:tei-tools:schematron}done" select="$Q{urn:tei-tools:schematron}done, 19"
/></xsl:next-match></xsl:template><xsl:template match="tei:signed//tei:persName[not(ancestor::tei:note)]" mode="Q{urn:tei-tools:schematron}walk" priority="7" use-when="$Q{urn:tei-tools:schematron}phase = ('#ALL')" teitools:at="frus.sch:202" teitools:what="rule tei:signed//tei:persName[not(ancestor::tei:note)]"
><xsl:param name="Q{urn:tei-tools:schematron}done" select="()"
/><xsl:if test="not($Q{urn:tei-tools:schematron}done = 19)"
><svrl:fired-rule xsl:use-when="$Q{urn:tei-tools:schematron}fired = 'yes'" teitools:pattern="19" context="tei:signed//tei:persName[not(ancestor::tei:note)]"
/><xsl:try teitools:at="frus.sch:203" teitools:what="assert frus-signer"
><xsl:choose
><xsl:when test="tei:hi[@rend = 'strong'] or ancestor::tei:hi or .//tei:hi"
/><xsl:otherwise
><svrl:failed-assert location="{path(.)}" teitools:pattern="19" id="frus-signer" test="tei:hi[@rend = 'strong'] or ancestor::tei:hi or .//tei:hi"
><xsl:attribute name="at" namespace="urn:tei-tools:schematron" use-when="$Q{urn:tei-tools:schematron}fired = 'no'"
>frus.sch:203</xsl:attribute><svrl:text
><xsl:text
>the name of a signer is hi rend="strong"</xsl:text></svrl:text></svrl:failed-assert></xsl:otherwise></xsl:choose><xsl:catch errors="*"
><teitools:failed at="frus.sch:203" what="assert frus-signer" location="{path(.)}" teitools:pattern="19"
><xsl:value-of select="local-name-from-QName($Q{http://www.w3.org/2005/xqt-errors}code) || ': ' || $Q{http://www.w3.org/2005/xqt-errors}description"
/></teitools:failed></xsl:catch></xsl:try></xsl:if><xsl:next-match
><xsl:with-param name="Q{urn:tei-tools:schematron}done" select="$Q{urn:tei-tools:schematron}done, 19"
/></xsl:next-match></xsl:template><xsl:template match="tei:text//tei:list" mode="Q{urn:tei-tools:schematron}walk" priority="6" use-when="$Q{urn:tei-tools:schematron}phase = ('#ALL')" teitools:at="frus.sch:210" teitools:what="rule tei:text//tei:list"
><xsl:param name="Q{urn:tei-tools:schematron}done" select="()"
/><svrl:fired-rule xsl:use-when="$Q{urn:tei-tools:schematron}fired = 'yes'" teitools:pattern="20" context="tei:text//tei:list"
/><xsl:try teitools:at="frus.sch:211" teitools:what="assert frus-list-type"
><xsl:choose
><xsl:when test="not(@type) or @type = ('participants', 'subject', 'index', 'terms', 'names', 'toc', 'references', 'from', 'to', 'simple', 'sources')"
/><xsl:otherwise
><svrl:failed-assert location="{path(.)}" teitools:pattern="20" id="frus-list-type" test="not(@type) or @type = ('participants', 'subject', 'index', 'terms', 'names', 'toc', 'references', 'from', 'to', 'simple', 'sources')"
><xsl:attribute name="at" namespace="urn:tei-tools:schematron" use-when="$Q{urn:tei-tools:schematron}fired = 'no'"
>frus.sch:211</xsl:attribute><svrl:text
><xsl:text
>a list has the type </xsl:text><xsl:value-of select="@type" teitools:at="frus.sch:211" teitools:what="value-of"
/></svrl:text></svrl:failed-assert></xsl:otherwise></xsl:choose><xsl:catch errors="*"
><teitools:failed at="frus.sch:211" what="assert frus-list-type" location="{path(.)}" teitools:pattern="20"
><xsl:value-of select="local-name-from-QName($Q{http://www.w3.org/2005/xqt-errors}code) || ': ' || $Q{http://www.w3.org/2005/xqt-errors}description"
/></teitools:failed></xsl:catch></xsl:try><xsl:try teitools:at="frus.sch:212" teitools:what="report frus-list-content"
><xsl:choose
><xsl:when test="tei:item/(tei:p | tei:table)"
><svrl:successful-report location="{path(.)}" teitools:pattern="20" id="frus-list-content" test="tei:item/(tei:p | tei:table)"
><xsl:attribute name="at" namespace="urn:tei-tools:schematron" use-when="$Q{urn:tei-tools:schematron}fired = 'no'"
>frus.sch:212</xsl:attribute><svrl:text
><xsl:text
>an item of a list holds a paragraph or a table</xsl:text></svrl:text></svrl:successful-report></xsl:when><xsl:otherwise
/></xsl:choose><xsl:catch errors="*"
><teitools:failed at="frus.sch:212" what="report frus-list-content" location="{path(.)}" teitools:pattern="20"
><xsl:value-of select="local-name-from-QName($Q{http://www.w3.org/2005/xqt-errors}code) || ': ' || $Q{http://www.w3.org/2005/xqt-errors}description"
/></teitools:failed></xsl:catch></xsl:try><xsl:next-match
><xsl:with-param name="Q{urn:tei-tools:schematron}done" select="$Q{urn:tei-tools:schematron}done, 20"
/></xsl:next-match></xsl:template><xsl:template match="tei:table" mode="Q{urn:tei-tools:schematron}walk" priority="5" use-when="$Q{urn:tei-tools:schematron}phase = ('#ALL')" teitools:at="frus.sch:214" teitools:what="rule tei:table"
><xsl:param name="Q{urn:tei-tools:schematron}done" select="()"
/><xsl:if test="not($Q{urn:tei-tools:schematron}done = 20)"
><svrl:fired-rule xsl:use-when="$Q{urn:tei-tools:schematron}fired = 'yes'" teitools:pattern="20" context="tei:table"
/><xsl:try teitools:at="frus.sch:215" teitools:what="assert frus-table"
><xsl:choose
><xsl:when test="@rows = count(tei:row) and @cols"
/><xsl:otherwise
><svrl:failed-assert location="{path(.)}" teitools:pattern="20" id="frus-table" test="@rows = count(tei:row) and @cols"
><xsl:attribute name="at" namespace="urn:tei-tools:schematron" use-when="$Q{urn:tei-tools:schematron}fired = 'no'"
>frus.sch:215</xsl:attribute><svrl:text
><xsl:text
>a table has rows and cols; it has </xsl:text><xsl:value-of select="count(tei:row)" teitools:at="frus.sch:215" teitools:what="value-of"
/><xsl:text
> rows</xsl:text></svrl:text></svrl:failed-assert></xsl:otherwise></xsl:choose><xsl:catch errors="*"
><teitools:failed at="frus.sch:215" what="assert frus-table" location="{path(.)}" teitools:pattern="20"
><xsl:value-of select="local-name-from-QName($Q{http://www.w3.org/2005/xqt-errors}code) || ': ' || $Q{http://www.w3.org/2005/xqt-errors}description"
/></teitools:failed></xsl:catch></xsl:try></xsl:if><xsl:next-match
><xsl:with-param name="Q{urn:tei-tools:schematron}done" select="$Q{urn:tei-tools:schematron}done, 20"
/></xsl:next-match></xsl:template><xsl:template match="tei:text//tei:p[@rend]" mode="Q{urn:tei-tools:schematron}walk" priority="4" use-when="$Q{urn:tei-tools:schematron}phase = ('#ALL')" teitools:at="frus.sch:220" teitools:what="rule tei:text//tei:p[@rend]"
><xsl:param name="Q{urn:tei-tools:schematron}done" select="()"
/><svrl:fired-rule xsl:use-when="$Q{urn:tei-tools:schematron}fired = 'yes'" teitools:pattern="21" context="tei:text//tei:p[@rend]"
/><xsl:try teitools:at="frus.sch:220" teitools:what="assert frus-p-rend"
><xsl:choose
><xsl:when test="@rend = ('flushleft', 'strong', 'italic', 'sectiontitleital', 'center', 'right')"
/><xsl:otherwise
><svrl:failed-assert location="{path(.)}" teitools:pattern="21" id="frus-p-rend" test="@rend = ('flushleft', 'strong', 'italic', 'sectiontitleital', 'center', 'right')"
><xsl:attribute name="at" namespace="urn:tei-tools:schematron" use-when="$Q{urn:tei-tools:schematron}fired = 'no'"
>frus.sch:220</xsl:attribute><svrl:text
><xsl:text
>a paragraph has rend="</xsl:text><xsl:value-of select="@rend" teitools:at="frus.sch:220" teitools:what="value-of"
/><xsl:text
>"</xsl:text></svrl:text></svrl:failed-assert></xsl:otherwise></xsl:choose><xsl:catch errors="*"
><teitools:failed at="frus.sch:220" what="assert frus-p-rend" location="{path(.)}" teitools:pattern="21"
><xsl:value-of select="local-name-from-QName($Q{http://www.w3.org/2005/xqt-errors}code) || ': ' || $Q{http://www.w3.org/2005/xqt-errors}description"
/></teitools:failed></xsl:catch></xsl:try><xsl:next-match
><xsl:with-param name="Q{urn:tei-tools:schematron}done" select="$Q{urn:tei-tools:schematron}done, 21"
/></xsl:next-match></xsl:template><xsl:template match="tei:hi" mode="Q{urn:tei-tools:schematron}walk" priority="3" use-when="$Q{urn:tei-tools:schematron}phase = ('#ALL')" teitools:at="frus.sch:221" teitools:what="rule tei:hi"
><xsl:param name="Q{urn:tei-tools:schematron}done" select="()"
/><xsl:if test="not($Q{urn:tei-tools:schematron}done = 21)"
><svrl:fired-rule xsl:use-when="$Q{urn:tei-tools:schematron}fired = 'yes'" teitools:pattern="21" context="tei:hi"
/><xsl:try teitools:at="frus.sch:221" teitools:what="assert frus-hi-rend"
><xsl:choose
><xsl:when test="@rend = ('strong', 'italic', 'smallcaps', 'roman', 'underline', 'sub', 'superscript')"
/><xsl:otherwise
><svrl:failed-assert location="{path(.)}" teitools:pattern="21" id="frus-hi-rend" test="@rend = ('strong', 'italic', 'smallcaps', 'roman', 'underline', 'sub', 'superscript')"
><xsl:attribute name="at" namespace="urn:tei-tools:schematron" use-when="$Q{urn:tei-tools:schematron}fired = 'no'"
>frus.sch:221</xsl:attribute><svrl:text
><xsl:text
>hi has rend="</xsl:text><xsl:value-of select="@rend" teitools:at="frus.sch:221" teitools:what="value-of"
/><xsl:text
>"</xsl:text></svrl:text></svrl:failed-assert></xsl:otherwise></xsl:choose><xsl:catch errors="*"
><teitools:failed at="frus.sch:221" what="assert frus-hi-rend" location="{path(.)}" teitools:pattern="21"
><xsl:value-of select="local-name-from-QName($Q{http://www.w3.org/2005/xqt-errors}code) || ': ' || $Q{http://www.w3.org/2005/xqt-errors}description"
/></teitools:failed></xsl:catch></xsl:try></xsl:if><xsl:next-match
><xsl:with-param name="Q{urn:tei-tools:schematron}done" select="$Q{urn:tei-tools:schematron}done, 21"
/></xsl:next-match></xsl:template><xsl:template match="tei:text//(tei:p | tei:gloss | tei:persName | tei:placeName | tei:seg)" mode="Q{urn:tei-tools:schematron}walk" priority="2" use-when="$Q{urn:tei-tools:schematron}phase = ('#ALL')" teitools:at="frus.sch:225" teitools:what="rule tei:text//(tei:p | tei:gloss | tei:persName | tei:placeName"
><xsl:param name="Q{urn:tei-tools:schematron}done" select="()"
/><svrl:fired-rule xsl:use-when="$Q{urn:tei-tools:schematron}fired = 'yes'" teitools:pattern="22" context="tei:text//(tei:p | tei:gloss | tei:persName | tei:placeName | tei:seg)"
/><xsl:try teitools:at="frus.sch:226" teitools:what="assert frus-empty"
><xsl:choose
><xsl:when test="node()"
/><xsl:otherwise
><svrl:failed-assert location="{path(.)}" teitools:pattern="22" id="frus-empty" test="node()"
><xsl:attribute name="at" namespace="urn:tei-tools:schematron" use-when="$Q{urn:tei-tools:schematron}fired = 'no'"
>frus.sch:226</xsl:attribute><svrl:text
><xsl:value-of select="name()" teitools:at="frus.sch:226" teitools:what="name"
/><xsl:text
> is empty</xsl:text></svrl:text></svrl:failed-assert></xsl:otherwise></xsl:choose><xsl:catch errors="*"
><teitools:failed at="frus.sch:226" what="assert frus-empty" location="{path(.)}" teitools:pattern="22"
><xsl:value-of select="local-name-from-QName($Q{http://www.w3.org/2005/xqt-errors}code) || ': ' || $Q{http://www.w3.org/2005/xqt-errors}description"
/></teitools:failed></xsl:catch></xsl:try><xsl:next-match
><xsl:with-param name="Q{urn:tei-tools:schematron}done" select="$Q{urn:tei-tools:schematron}done, 22"
/></xsl:next-match></xsl:template><xsl:template match="tei:text//tei:*[self::tei:p or self::tei:head or self::tei:item]" mode="Q{urn:tei-tools:schematron}walk" priority="1" use-when="$Q{urn:tei-tools:schematron}phase = ('#ALL')" teitools:at="frus.sch:231" teitools:what="rule tei:text//tei:*[self::tei:p or self::tei:head or self::tei:i"
><xsl:param name="Q{urn:tei-tools:schematron}done" select="()"
/><svrl:fired-rule xsl:use-when="$Q{urn:tei-tools:schematron}fired = 'yes'" teitools:pattern="23" context="tei:text//tei:*[self::tei:p or self::tei:head or self::tei:item]"
/><xsl:variable name="words" teitools:at="frus.sch:232" teitools:what="let words" select="string-join(text())"
/><xsl:try teitools:at="frus.sch:233" teitools:what="report frus-quotes"
><xsl:choose
><xsl:when test="contains($words, '&quot;') and matches($words, '[“”]')"
><svrl:successful-report location="{path(.)}" teitools:pattern="23" id="frus-quotes" test="contains($words, '&quot;') and matches($words, '[“”]')" role="warning"
><xsl:attribute name="at" namespace="urn:tei-tools:schematron" use-when="$Q{urn:tei-tools:schematron}fired = 'no'"
>frus.sch:233</xsl:attribute><svrl:text
><xsl:text
>straight and curly quotation marks are mixed</xsl:text></svrl:text></svrl:successful-report></xsl:when><xsl:otherwise
/></xsl:choose><xsl:catch errors="*"
><teitools:failed at="frus.sch:233" what="report frus-quotes" location="{path(.)}" teitools:pattern="23"
><xsl:value-of select="local-name-from-QName($Q{http://www.w3.org/2005/xqt-errors}code) || ': ' || $Q{http://www.w3.org/2005/xqt-errors}description"
/></teitools:failed></xsl:catch></xsl:try><xsl:try teitools:at="frus.sch:234" teitools:what="report frus-blank"
><xsl:choose
><xsl:when test="exists(text()[matches(., '[A-Za-z] [,;]')])"
><svrl:successful-report location="{path(.)}" teitools:pattern="23" id="frus-blank" test="exists(text()[matches(., '[A-Za-z] [,;]')])" role="warning"
><xsl:attribute name="at" namespace="urn:tei-tools:schematron" use-when="$Q{urn:tei-tools:schematron}fired = 'no'"
>frus.sch:234</xsl:attribute><svrl:text
><xsl:text
>a blank stands before punctuation</xsl:text></svrl:text></svrl:successful-report></xsl:when><xsl:otherwise
/></xsl:choose><xsl:catch errors="*"
><teitools:failed at="frus.sch:234" what="report frus-blank" location="{path(.)}" teitools:pattern="23"
><xsl:value-of select="local-name-from-QName($Q{http://www.w3.org/2005/xqt-errors}code) || ': ' || $Q{http://www.w3.org/2005/xqt-errors}description"
/></teitools:failed></xsl:catch></xsl:try><xsl:next-match
><xsl:with-param name="Q{urn:tei-tools:schematron}done" select="$Q{urn:tei-tools:schematron}done, 23"
/></xsl:next-match></xsl:template><xsl:template match="/ | *" mode="Q{urn:tei-tools:schematron}walk" priority="0"
><xsl:apply-templates select="@* | node()" mode="Q{urn:tei-tools:schematron}walk"
/></xsl:template></xsl:transform>