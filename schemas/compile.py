"""Compile our Schematrons to the stylesheets that are run (by xslt/schematron.xsl; needs no java).

python schemas/compile.py            write tei_tools.sch.xsl and frus.sch.xsl
python schemas/compile.py --check    write nothing; exit 1 if one is stale
"""

from __future__ import annotations

import sys
from pathlib import Path

from tei_tools.validate.schematron_compiler import executable, transpiled
from tei_tools.validate.schematron_files import gather

HERE = Path(__file__).parent
RULES = (HERE / "tei_tools.sch", HERE / "frus.sch")


def compiled(rules: Path = RULES[0]) -> bytes:
    """The stylesheet. Raises SchemaError where the schema is wrong."""
    text = transpiled(gather(rules), rules)
    executable(text, rules)
    return text.encode()


def main(arguments: list[str]) -> int:
    stale = 0
    for rules in RULES:
        target = rules.with_suffix(".sch.xsl")
        if arguments != ["--check"]:
            target.write_bytes(compiled(rules))
        elif not target.is_file() or target.read_bytes() != compiled(rules):
            sys.stderr.write(f"stale: {target.name}; run `make schemas`\n")
            stale = 1
    return stale


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
