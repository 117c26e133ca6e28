<?xml version="1.0" encoding="UTF-8"?>
<!-- The report of a run (urn:tei-tools:report, which tei_tools/building/report.py writes) to one page of HTML. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

  <xsl:import href="modules/report/page.xsl"/>

  <xsl:output method="html" html-version="5" encoding="UTF-8" indent="no" include-content-type="no"/>

</xsl:stylesheet>
