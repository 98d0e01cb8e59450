"""The package is whole wherever it is unpacked: from a wheel and from a source archive alike."""

from __future__ import annotations

import os
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from pathlib import Path

import pytest

from consistency import __version__

ROOT = Path(__file__).resolve().parents[1]
TEXT = "قال وزير الدفاع سامي حداد إن القوات الإسبانية ستنسحب من الأردن بحلول 31 مارس 2024."


def build(kind: str, source: Path, folder: Path) -> Path:
    """The built archive; nothing is fetched."""
    command = [sys.executable, "-m", "hatchling", "build", "--target", kind, "--directory", str(folder)]
    subprocess.run(command, cwd=source, capture_output=True, check=True)
    (archive,) = folder.iterdir()
    return archive


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The source archive, unpacked."""
    folder = tmp_path_factory.mktemp("sdist")
    with tarfile.open(build("sdist", ROOT, folder / "built")) as archive:
        archive.extractall(folder / "unpacked", filter="data")
    return folder / "unpacked" / f"consistency-{__version__}"


@pytest.fixture(scope="module")
def installed(source: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel that is built from the source archive, unpacked."""
    folder = tmp_path_factory.mktemp("wheel")
    with zipfile.ZipFile(build("wheel", source, folder / "built")) as archive:
        archive.extractall(folder / "unpacked")
    return folder / "unpacked"


def checked(package: Path, folder: Path) -> bytes:
    """The report that the package at this place prints."""
    code = f"import consistency, sys; assert consistency.__file__.startswith({str(package)!r}); from consistency.cli import main; sys.exit(main())"
    arguments = ["check", "-", "--published", "2023-11-08", "--format", "json"]
    env = {**os.environ, "PYTHONPATH": str(package)}
    command = [sys.executable, "-c", code, *arguments]
    return subprocess.run(command, cwd=folder, env=env, input=TEXT.encode(), capture_output=True, check=True).stdout


def files(folder: Path, ending: str) -> set[str]:
    return {p.relative_to(folder).as_posix() for p in folder.rglob(f"*{ending}")}


def test_the_wheel_holds_the_rules_the_types_and_the_licence(installed: Path) -> None:
    package = installed / "consistency"
    assert files(package / "rules", ".yaml") == files(ROOT / "rules", ".yaml")
    for ending in (".py", ".jinja", ".css", ".js"):
        assert files(package, ending) == files(ROOT / "consistency", ending)
    assert (package / "py.typed").is_file()
    assert list(installed.glob("*.dist-info/licenses/LICENSE"))
    assert "consistency = consistency.cli:main" in next(installed.glob("*.dist-info/entry_points.txt")).read_text()


def test_the_source_archive_holds_what_its_own_tests_and_demo_need(source: Path) -> None:
    for name in ("Makefile", "README.md", "requirements.lock", "examples", "reports", "docs", "tests", "rules"):
        assert (source / name).exists(), name


def test_checkout_source_archive_and_wheel_print_the_same(source: Path, installed: Path, tmp_path: Path) -> None:
    report = checked(ROOT, tmp_path)
    assert b'"place": "place.jo"' in report
    assert checked(source, tmp_path) == report
    assert checked(installed, tmp_path) == report


def test_the_lock_has_hashes_no_addresses_and_every_dependency() -> None:
    lock = (ROOT / "requirements.lock").read_text("utf-8")
    assert "://" not in lock
    assert "--index-url" not in lock
    blocks = lock.replace("\\\n", " ").splitlines()
    assert all("==" in line and "--hash=sha256:" in line for line in blocks)
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    wanted = [*project["dependencies"], *project["optional-dependencies"]["dev"]]
    locked = {line.split("==")[0] for line in blocks}
    names = {_name(requirement) for requirement in wanted}
    assert names <= locked, f"missing: {sorted(names - locked)}; run: make lock"


def _name(requirement: str) -> str:
    return "".join(c if c.isalnum() else "-" for c in requirement.split(">")[0].split("=")[0].strip()).lower()
