xquery version "3.1";
(:~
 : Questions to an edition in an XML database: plain XQuery 3.1, for BaseX, eXist-db, and Saxon.
 :
 : Every function takes the files of the edition, in BaseX: db:open("edition"), in eXist-db: collection("/db/apps/ID/data").
 : What it says is what `tei_tools.corpus` says in Python.
 :)
module namespace edition = "urn:tei-tools:edition";

declare namespace tei = "http://www.tei-c.org/ns/1.0";

(:~ The documents, each once: a file of its own comes before a volume that has it too. A file without is one document. :)
declare function edition:documents($files as node()*) as element()* {
  let $alone := $files ! root()[count(.//tei:text//tei:div[@type = "document"]) < 2]
  let $known := $alone ! edition:divs(.)
  let $ids := $known ! edition:id(.)
  let $volumes := $files ! root() except $alone
  return ($known, $volumes ! edition:divs(.)[not(edition:id(.) = $ids)])
};

declare %private function edition:divs($file as node()) as element()* {
  let $divs := $file//tei:text//tei:div[@type = "document"]
  return if ($divs) then $divs else $file//tei:TEI/tei:text
};

declare function edition:id($document as element()) as xs:string {
  string(($document/@xml:id, $document/ancestor::tei:TEI[1]/@xml:id)[1])
};

(:~ Its header, where the file holds this document only; the header of a volume is not that of a document. :)
declare %private function edition:header($document as element()) as element()? {
  $document/ancestor::tei:TEI[1][count(.//tei:text//tei:div[@type = "document"]) < 2]/tei:teiHeader
};

(:~ The first and the last day on which it may have been written: YYYY, YYYY-MM or YYYY-MM-DD; () where nobody says. :)
declare function edition:date($document as element()) as xs:string* {
  let $sent := $document/ancestor::tei:TEI[1]//tei:correspDesc[
      @corresp = "#" || edition:id($document) or (not(@corresp) and exists(edition:header($document)))
    ][1]/tei:correspAction[@type = "sent"]
  let $date := (edition:header($document)//tei:creation/tei:date, $sent/tei:date)[1]
  let $first := ($date/@when, $date/@from, $date/@notBefore)[. != ""][1]
  let $last := ($date/@when, $date/@to, $date/@notAfter)[. != ""][1]
  return (($first, $last)[1], ($last, $first)[1]) ! substring(., 1, 10)
};

(:~ Documents that may have been written on a day of this stretch, its ends included: "1984", "1984-11", "1984-11-17". :)
declare function edition:between($files as node()*, $from as xs:string, $to as xs:string) as element()* {
  for $document in edition:documents($files)
  let $date := edition:date($document)
  where exists($date) and $date[1] le $to || "-99-99" and $date[2] || "-99-99" ge $from
  return $document
};

(:~ Every name and term of the text that leads to an entry of the lists, such as "p_RR1". :)
declare function edition:mentions($files as node()*, $entry as xs:string) as element()* {
  edition:documents($files)//(tei:persName | tei:placeName | tei:orgName | tei:term)
    [substring-after(tokenize(@ref)[1], "#") = $entry][edition:words(.) != ""]
};

(:~ The documents that mention a person, an organisation, a place or a term. :)
declare function edition:by-person($files as node()*, $entry as xs:string) as element()* {
  edition:documents($files)[.//@ref[substring-after(tokenize(.)[1], "#") = $entry]
    /parent::*[self::tei:persName or self::tei:placeName or self::tei:orgName or self::tei:term]]
};

(:~ The notes that have these words, in any case. :)
declare function edition:notes($files as node()*, $words as xs:string) as element(tei:note)* {
  edition:documents($files)//tei:note[contains(lower-case(edition:words(.)), lower-case(normalize-space($words)))]
};

(:~ The documents that have text on a page of the printed original. :)
declare function edition:page($files as node()*, $page as xs:string) as element()* {
  edition:documents($files)[.//tei:pb/@n = $page
    or edition:header(.)//tei:sourceDesc//tei:biblScope[@unit = "page"]/@from = $page]
};

(:~ The words of an element as the source has them: of two readings the first hand's, without its notes. :)
declare function edition:words($element as element()) as xs:string {
  normalize-space(string-join($element/node() ! edition:part(.)))
};

declare %private function edition:part($node as node()) as xs:string {
  typeswitch ($node)
    case text() return string($node)
    case element(tei:note) return if ($node/@rend = "inline") then string-join($node/node() ! edition:part(.)) else ""
    case element(tei:corr) | element(tei:reg) | element(tei:expan) return
      if ($node/parent::tei:choice) then "" else string-join($node/node() ! edition:part(.))
    case element(tei:lb) | element(tei:cb) return " "
    case element(tei:p) | element(tei:item) | element(tei:list) | element(tei:cell) | element(tei:head)
       | element(tei:row) | element(tei:table) | element(tei:quote) | element(tei:l) return
      " " || string-join($node/node() ! edition:part(.)) || " "
    case element() return string-join($node/node() ! edition:part(.))
    default return ""
};
