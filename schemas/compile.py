"""Compile tei_tools.sch to tei_tools.sch.xsl, the stylesheet that is run (by xslt/schematron.xsl; needs no java).

python schemas/compile.py            write the compiled file
python schemas/compile.py --check    write nothing; exit 1 if it is stale
"""

from __future__ import annotations

import sys
from pathlib import Path

from tei_tools.validate.schematron_compiler import executable, transpiled
from tei_tools.validate.schematron_files import gather

HERE = Path(__file__).parent
RULES = HERE / "tei_tools.sch"
COMPILED = HERE / "tei_tools.sch.xsl"


def compiled() -> bytes:
    """The stylesheet. Raises SchemaError where the schema is wrong."""
    text = transpiled(gather(RULES), RULES)
    executable(text, RULES)
    return text.encode()


def main(arguments: list[str]) -> int:
    if arguments == ["--check"]:
        fresh = COMPILED.is_file() and COMPILED.read_bytes() == compiled()
        if not fresh:
            sys.stderr.write(f"stale: {COMPILED.name}; run `make schemas`\n")
        return 0 if fresh else 1
    COMPILED.write_bytes(compiled())
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
