"""The archives that e-books and packages are; they have no times, so the same files give the same bytes."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable


def archived(files: Iterable[tuple[str, bytes]]) -> bytes:
    """The archive of these (path, content), in their order."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, content in files:
            archive.writestr(_entry(name), content, zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def packed(files: Iterable[tuple[str, bytes]]) -> bytes:
    """An e-book: its kind first and uncompressed, as the standard asks, everything with one time."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr(_entry("mimetype"), b"application/epub+zip", zipfile.ZIP_STORED)
        for name, content in files:
            archive.writestr(_entry(name), content, zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
    entry.create_system = 3
    entry.external_attr = 0o644 << 16
    return entry
