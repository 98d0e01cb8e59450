"""The reports that the project shows are the ones that its examples give."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import jsonschema

ROOT = Path(__file__).resolve().parents[2]


def test_the_sample_reports_and_the_excerpt_of_the_readme_are_current() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "reports.write", "--check"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, f"{done.stdout}{done.stderr}"


def test_the_sample_is_valid_by_the_published_schema() -> None:
    schema = json.loads((ROOT / "reports" / "report.schema.json").read_text("utf-8"))
    jsonschema.validate(json.loads((ROOT / "reports" / "examples.json").read_text("utf-8")), schema)
