"""The published JSON Schemas: up to date, valid, and what editors check the shipped packs against."""

from __future__ import annotations

from pathlib import Path

import jsonschema
import pytest
import yaml

from consistency.cli import SCHEMAS
from consistency.rulepack.parts import PARTS, part_of
from consistency.rulepack.schema import part_schema

RULES = Path(__file__).resolve().parents[2] / "rules"
FILES = [
    pytest.param(path, id=str(path.relative_to(RULES)))
    for pack in sorted(RULES.glob("*/pack.yaml"))
    for path in sorted(pack.parent.rglob("*.yaml"))
]


class AsEditorsRead(yaml.CSafeLoader):
    """YAML 1.2 as editors read it: days stay texts."""


AsEditorsRead.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in found if tag != "tag:yaml.org,2002:timestamp" and first not in "yYnNoO"]
    for first, found in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}


@pytest.fixture(scope="module")
def validators() -> dict[str, jsonschema.Draft202012Validator]:
    made = {name: jsonschema.Draft202012Validator(part_schema(name)) for name in PARTS}
    for validator in made.values():
        validator.check_schema(validator.schema)
    return made


@pytest.mark.parametrize("path", FILES)
def test_a_shipped_file_fits_its_schema(path: Path, validators: dict[str, jsonschema.Draft202012Validator]) -> None:
    inside = path.relative_to(next(p for p in path.parents if (p / "pack.yaml").is_file()))
    part = part_of(inside)
    assert part is not None
    errors = validators[part].iter_errors(yaml.load(path.read_text("utf-8"), Loader=AsEditorsRead))
    assert [f"{list(e.absolute_path)}: {e.message}" for e in errors][:5] == []


def test_the_command_prints_the_schema_of_every_part() -> None:
    assert ("report", *PARTS) == SCHEMAS
