<?xml version="1.0" encoding="UTF-8"?>
<!-- Foreign Relations of the United States: only what differs from the general rules. At present nothing does:
     its document numbers, source notes and memorandum lists are what the general rules were made for. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"/>
