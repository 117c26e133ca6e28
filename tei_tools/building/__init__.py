"""The parts of a build: the documents of an edition, and each kind of format; what stands already is not made again.

documents   sources → TEI, for those of which something changed
look        what the other parts want to know of a TEI document, and what is wrong with it
paper       text, PDF and EPUB
web         the site
volume      all documents in one
"""
