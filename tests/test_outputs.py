"""Where reports go, and in which format."""

from __future__ import annotations

from pathlib import Path

import pytest

from consistency.errors import InputError
from consistency.outputs import Output, outputs
from consistency.report import FORMATS


@pytest.mark.parametrize(
    ("given", "format", "found"),
    [
        ([], None, [("markdown", None)]),
        ([], "json", [("json", None)]),
        (["r.md"], None, [("markdown", "r.md")]),
        (["r.md"], "json", [("json", "r.md")]),
        (["r"], None, [("markdown", "r")]),
        (["out.d/r"], None, [("markdown", "out.d/r")]),
        (["-"], None, [("markdown", None)]),
        (["r.SARIF"], None, [("sarif", "r.SARIF")]),
        (["r.sarif.json"], None, [("sarif", "r.sarif.json")]),
        (["r.csv", "r.facts.csv"], None, [("csv", "r.csv"), ("facts-csv", "r.facts.csv")]),
        (["github:-", "r.jsonld", "r.xml"], None, [("github", None), ("jsonld", "r.jsonld"), ("junit", "r.xml")]),
        (["json:r.txt"], None, [("json", "r.txt")]),
        (["json:r.txt"], "csv", [("json", "r.txt")]),
        (["2024: r.md"], None, [("markdown", "2024: r.md")]),
    ],
)
def test_endings_prefixes_and_the_format_tell(
    given: list[str], format: str | None, found: list[tuple[str, str | None]]
) -> None:
    assert outputs(given, format) == tuple(Output(name, Path(path) if path else None) for name, path in found)


@pytest.mark.parametrize(
    ("given", "format", "complaint"),
    [
        ([], "jsno", "no format 'jsno'; did you mean 'json'?; allowed are markdown"),
        (["r.docx"], None, "r.docx: no format ends in '.docx'"),
        (["r.sarf"], None, "did you mean '.sarif'?"),
        (["sarrif:r.json"], None, "no format 'sarrif'; did you mean 'sarif'?"),
        (["json:"], None, "no file"),
        ([""], None, "no file"),
        (["a.md", "b.md"], "json", "'json' is given for 2 outputs"),
        (["a.md", "json:a.md"], None, "a.md: two reports would go there"),
        (["-", "json:-"], None, "standard output: two reports would go there"),
    ],
)
def test_what_cannot_be_is_explained(given: list[str], format: str | None, complaint: str) -> None:
    with pytest.raises(InputError) as caught:
        outputs(given, format)
    assert complaint in str(caught.value)


def test_no_ending_tells_two_formats_and_every_renderer_is_there() -> None:
    endings = [ending for format in FORMATS.values() for ending in format.endings]
    assert len(endings) == len(set(endings))
    assert all(callable(format.renderer()) for format in FORMATS.values())
