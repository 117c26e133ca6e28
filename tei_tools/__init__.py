"""Plain text of documentary editions to validated TEI P5, and TEI to web and print editions."""

__version__ = "0.1.0"
