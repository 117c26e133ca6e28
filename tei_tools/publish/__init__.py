"""The last stage: results to files, one deliverable per file.

`folder` writes whole files or none, `manifest` knows what was made of what.
"""
