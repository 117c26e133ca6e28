"""Recognise: what stands in the text, as annotations that point into it. One TEI element per file.

Each recogniser yields annotations, and diagnostics for what it could not decide; none changes the text or the blocks.
"""
