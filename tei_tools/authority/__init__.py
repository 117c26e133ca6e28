"""Authority files: who the persons and what the terms of an edition are, and how their names look in a text."""

from tei_tools.authority.model import Authority, Person, Role, Term
from tei_tools.authority.read import load, loads
from tei_tools.authority.write import person_tree, term_tree, to_tei

__all__ = ["Authority", "Person", "Role", "Term", "load", "loads", "person_tree", "term_tree", "to_tei"]
