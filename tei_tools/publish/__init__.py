"""The last stage: results to files. One deliverable per file; `folder` writes, `manifest` knows what was made of what."""
