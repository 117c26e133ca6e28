"""What editors decided, in a table beside the sources: read, found again in a text, and obeyed by every later run."""

from tei_tools.decisions.rows import Decisions, Row, load, loads
from tei_tools.decisions.table import COLUMNS, Table, read_table, write_table

__all__ = ["COLUMNS", "Decisions", "Row", "Table", "load", "loads", "read_table", "write_table"]
