xquery version "3.1";
(: eXist-db runs this before it stores the edition: an index is made while files are stored, not later. :)
declare variable $dir external;
declare variable $target external;

let $config := fold-left(tokenize($target, "/")[. != ""], "/db/system/config", function($parent, $name) {
  xmldb:create-collection($parent, $name)
})
return xmldb:store-files-from-pattern($config, $dir, "collection.xconf")
