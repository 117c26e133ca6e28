"""Authority files: who the persons and what the terms of an edition are, and how their names look in a text."""

from tei_tools.authority.entities import entity_tree
from tei_tools.authority.model import Authority, Entity, Person, Role, Term
from tei_tools.authority.read import load, loads
from tei_tools.authority.write import person_tree, term_tree, to_tei

__all__ = [
    "Authority",
    "Entity",
    "Person",
    "Role",
    "Term",
    "entity_tree",
    "load",
    "loads",
    "person_tree",
    "term_tree",
    "to_tei",
]
