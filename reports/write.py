"""Writes the sample reports of the shipped examples, one a format, the schemas, the pages of the rules and of the
reference, and the excerpt in the README anew.

With ``--check`` it writes nothing, and exits with 1 when something is out of date.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import redirect_stdout
from io import BytesIO, TextIOWrapper
from pathlib import Path
from tempfile import TemporaryDirectory

from consistency.cli import main as consistency
from consistency.report import FORMATS
from consistency.rulepack.parts import PARTS
from reports import referencepages, rulepages

ROOT = Path(__file__).resolve().parents[1]
MARKS = ("<!-- excerpt of reports/examples.md -->\n", "<!-- end of the excerpt -->\n")
_READ = (".md", ".html")
"""The samples that people read are there in Arabic too."""
SHOWN = "/done-or-not`"


def printed(*arguments: str) -> str:
    """What the command prints."""
    out = TextIOWrapper(BytesIO(), "utf-8")
    with redirect_stdout(out):
        consistency(list(arguments))
    out.seek(0)
    return out.read()


def current() -> Iterator[tuple[str, str]]:
    """Each file by its path from the root, and what belongs in it."""
    written = dict(samples())
    for name, text in written.items():
        yield f"reports/{name}", text
    yield from ((f"reports/{name}", text) for name, text in days())
    yield "reports/report.schema.json", printed("schema")
    yield from ((f"rules/schema/{part}.schema.json", printed("schema", "--of", part)) for part in PARTS)
    yield from rulepages.pages()
    yield from referencepages.reference_pages({name: [file, *_arabic([file])] for name, file in sample_names().items()})
    yield "README.md", with_excerpt(Path("README.md").read_text("utf-8"), written["examples.md"])


def sample_names() -> dict[str, str]:
    """The file of the sample report in each format."""
    return {
        form.name: f"examples{form.endings[0] if form.endings else f'.{form.name}.txt'}" for form in FORMATS.values()
    }


def _arabic(names: Iterable[str]) -> list[str]:
    """The samples in Arabic beside some of these."""
    return [name.replace("examples", "examples.ar") for name in names if name.endswith(_READ)]


def samples() -> Iterator[tuple[str, str]]:
    """The report on the examples in every format, by the name of its file, in English, and for people in Arabic."""
    names = sample_names()
    with TemporaryDirectory() as folder:
        options = [option for form, name in names.items() for option in ("-o", f"{form}:{folder}/{name}")]
        consistency(["check", "examples", "--fail-on", "never", "--language", "en", *options])
        arabic = _arabic(names.values())
        options = [option for name in arabic for option in ("-o", f"{folder}/{name}")]
        consistency(["check", "examples", "--fail-on", "never", "--language", "ar", *options])
        for name in (*names.values(), *arabic):
            yield name, Path(folder, name).read_bytes().decode("utf-8")


def days() -> Iterator[tuple[str, str]]:
    """The reports on three days of articles, each compared with the days before."""
    with TemporaryDirectory() as folder:
        for day in (1, 2, 3):
            file = Path(folder, f"days-{day}.md")
            consistency(
                ["check", f"days/{day}", "--store", f"{folder}/memory.db", "--fail-on", "never", "-o", str(file)]
            )
            yield file.name, file.read_text("utf-8")


def with_excerpt(readme: str, report: str) -> str:
    """The README with one of the report's tensions between the marks."""
    before, rest = readme.split(MARKS[0])
    after = rest.split(MARKS[1])[1]
    return f"{before}{MARKS[0]}\n{excerpt(report)}\n\n{MARKS[1]}{after}"


def excerpt(report: str) -> str:
    """A tension that shows most in few lines, else the first one."""
    found = re.findall(r"^#### [0-9]+\. .*?(?=\n#)", report, re.DOTALL | re.MULTILINE)
    shown = [tension for tension in found if SHOWN in tension] + found
    return shown[0].strip() if shown else "No tension was found in the examples."


def main(*, check: bool) -> int:
    """Writes or compares; whether something was out of date."""
    os.chdir(ROOT)
    files = dict(current())
    stale = int(_left_over(files, check=check))
    for name, text in files.items():
        path = Path(name)
        if path.exists() and path.read_bytes() == text.encode("utf-8"):
            continue
        if check:
            stale = 1
            print(f"{name} is not what the examples give now; run: make reports")
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode("utf-8"))
    return stale


def _left_over(files: Mapping[str, str], *, check: bool) -> bool:
    """Removes or names the written pages that are no more; whether it only named one."""
    folders = (Path(rulepages.FOLDER), Path(referencepages.FOLDER))
    gone = [path for folder in folders for path in folder.glob("*.md") if path.as_posix() not in files]
    for path in gone:
        if check:
            print(f"{path} is a page of nothing that there is; run: make reports")
        else:
            path.unlink()
    return check and bool(gone)


if __name__ == "__main__":
    sys.exit(main(check="--check" in sys.argv[1:]))
