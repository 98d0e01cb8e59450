"""The project's settings: ``[tool.consistency]`` of a pyproject.toml, or a TOML file of the same keys.

Everything that is wrong with a file is told at once, each at ``file:line``. Paths in it are seen from its own folder.
"""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from argparse import Namespace
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError, field_validator, model_validator

from consistency.dismissals import FILE
from consistency.errors import InputError
from consistency.failing import FailOn, fail_on
from consistency.languages import language_named
from consistency.nearest import allowed
from consistency.outputs import STDOUT, Output, outputs
from consistency.readers import chosen_columns
from consistency.report.formats import format_named, known_formats

PROJECT, TABLE, _KEY = "pyproject.toml", "tool.consistency", "consistency"
_AT = re.compile(r"(?P<told>.*) \(at (?:line (?P<line>\d+), column (?P<column>\d+)|end of document)\)", re.DOTALL)
_DEFAULT_FAIL_ON = "low"
_MOST_WORKERS = 64
_ALLOWED = {
    "int_type": "allowed is a whole number, without quotation marks",
    "string_type": "allowed is a text in quotation marks",
    "list_type": 'allowed is a list of texts, such as ["a", "b"]',
    "date_type": "allowed is a date such as 2021-12-31",
}
"""What is said of values of another type."""
Value = TypeVar("Value")


class Options(BaseModel):
    """The keys of the table; each is an option of ``consistency check``, which goes before it."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    rules: list[str] = []
    """Folders of further rule packs, seen from the file."""
    packs: list[str] = []
    """The only packs to use, beside those that they build on."""
    published: dt.date | None = None
    """The day of publication of articles that give none."""
    format: str | None = None
    """The format on standard output; with `outputs`, only where that has a single entry."""
    outputs: list[str] = []
    """Where reports are written, each as `FILE` or `FORMAT:FILE`, seen from the file."""
    fail_on: str | None = None
    """The findings at which a run exits with 1, as of `--fail-on`; unless given, `low`."""
    dismissals: str | None = None
    """The file of decisions, seen from the file; unless given, `.consistency-dismissed` beside it."""
    columns: str | None = None
    """Which columns of tables hold what, as of `--columns`."""
    workers: int | None = None
    """How many processes read articles, 1 to 64; unless given, 1."""
    store: str | None = None
    """What runs of `check` remember: a file, seen from the file of settings, or `postgresql://…`."""
    language: str | None = None
    """The language of the reports for people, `ar` or `en`; unless given, HTML is in that of most articles, and
    Markdown in English."""

    @field_validator("published", mode="before")
    @classmethod
    def _day(cls, value: Any) -> Any:
        if not isinstance(value, str):
            return value
        try:
            return dt.date.fromisoformat(value)
        except ValueError:
            raise ValueError("allowed is a date such as 2021-12-31") from None

    @field_validator("fail_on")
    @classmethod
    def _known_fail_on(cls, value: str | None) -> str | None:
        return _fits(value, fail_on)

    @field_validator("format")
    @classmethod
    def _known_format(cls, value: str | None) -> str | None:
        return _fits(value, format_named)

    @field_validator("language")
    @classmethod
    def _known_language(cls, value: str | None) -> str | None:
        return _fits(value, language_named)

    @field_validator("outputs")
    @classmethod
    def _known_outputs(cls, value: list[str]) -> list[str]:
        return _fits(value, outputs)

    @field_validator("columns")
    @classmethod
    def _known_columns(cls, value: str | None) -> str | None:
        return _fits(value, chosen_columns)

    @field_validator("workers")
    @classmethod
    def _few_workers(cls, value: int | None) -> int | None:
        if value is not None and not 1 <= value <= _MOST_WORKERS:
            raise ValueError(f"allowed is 1 to {_MOST_WORKERS}")
        return value

    @model_validator(mode="after")
    def _one_format(self) -> Options:
        _fits(self.outputs, lambda given: outputs(given, self.format))
        return self


def _fits(value: Value, check: Callable[[Any], object]) -> Value:
    """The value, if the check raises no InputError of it; None is not checked."""
    try:
        if value is not None:
            check(value)
    except InputError as error:
        raise ValueError(str(error)) from None
    return value


@dataclass(frozen=True, slots=True)
class Settings:
    """What a run goes by: the options given, else those of the project, else the defaults."""

    rules: tuple[Path, ...]
    packs: tuple[str, ...]
    published: dt.date | None
    outputs: tuple[Output, ...]
    fail_on: FailOn
    dismissals: Path
    dismissals_required: bool
    columns: Mapping[str, str]
    workers: int
    store: str | None
    language: str | None


def settle(arguments: Namespace) -> Settings:
    """The settings of a command; an option that it does not have counts as not given. Raises InputError."""
    given = vars(arguments)
    options, folder = _project(given.get("config"))
    wanted, form = given.get("output") or [], given.get("format")
    if not wanted and form is None:
        wanted, form = [_inside(folder, output) for output in options.outputs], options.format
    named = given.get("dismissals") or (folder / options.dismissals if options.dismissals else None)
    rules, packs = _packs(given, options, folder)
    return Settings(
        rules=rules,
        packs=packs,
        published=given.get("published") or options.published,
        outputs=outputs(wanted, form),
        fail_on=given.get("fail_on") or fail_on(options.fail_on or _DEFAULT_FAIL_ON),
        dismissals=named or folder / FILE,
        dismissals_required=named is not None,
        columns=_columns(given, options),
        workers=given.get("workers") or options.workers or 1,
        store=_store(given, options, folder),
        language=given.get("language") or options.language,
    )


def chosen_packs(arguments: Namespace) -> tuple[tuple[Path, ...], tuple[str, ...]]:
    """The folders of further rule packs, and the names of the packs to use (none: all but those on request).

    Raises InputError.
    """
    given = vars(arguments)
    return _packs(given, *_project(given.get("config")))


def table_columns(arguments: Namespace) -> dict[str, str]:
    """The columns of tables by field. Raises InputError."""
    given = vars(arguments)
    return _columns(given, _project(given.get("config"))[0])


def chosen_store(arguments: Namespace) -> str:
    """The store that a command works on. Raises InputError where none is named."""
    given = vars(arguments)
    found = _store(given, *_project(given.get("config")))
    if found is None:
        raise InputError(f'no store; name one with --store, or as store = "FILE" in [{TABLE}]')
    return found


def _store(given: Mapping[str, Any], options: Options, folder: Path) -> str | None:
    """A store as it is named; a file of the table is seen from the folder of the table."""
    named = options.store if options.store is None or "://" in options.store else str(folder / options.store)
    return given.get("store") or named


def _columns(given: Mapping[str, Any], options: Options) -> dict[str, str]:
    columns = given.get("columns") or options.columns
    return chosen_columns(columns) if columns else {}


def _packs(given: Mapping[str, Any], options: Options, folder: Path) -> tuple[tuple[Path, ...], tuple[str, ...]]:
    rules = (*(folder / rule for rule in options.rules), *(given.get("rules") or ()))
    return rules, tuple(given.get("packs") or options.packs)


def _inside(folder: Path, output: str) -> str:
    """An output of the table, seen from the folder of its file."""
    named, colon, file = output.partition(":")
    form = f"{named}:" if colon and named in known_formats() else ""
    file = file if form else output
    return output if file == STDOUT else f"{form}{folder / file}"


def _project(file: Path | None) -> tuple[Options, Path]:
    """The options of a file, or of the nearest pyproject.toml with the table, and the folder of it."""
    if file is not None:
        return _options(_table(file, _text(file), named=True) or {}, file), file.parent
    for folder in (Path(), *Path.cwd().parents):
        file = folder / PROJECT
        text = _text(file) if file.is_file() else ""
        if _KEY in text and (table := _table(file, text, named=False)) is not None:
            return _options(table, file), folder
    return Options(), Path()


def _text(file: Path) -> str:
    try:
        return file.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{file}: cannot be read: {getattr(error, 'strerror', None) or 'not UTF-8'}") from None


def _table(file: Path, text: str, *, named: bool) -> Mapping[str, Any] | None:
    """The table of a file; None where there is none. A file that is ``named`` and no pyproject.toml may hold the keys bare."""
    try:
        whole = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        place, told = _place(str(error), text)
        raise InputError(f"{file}:{place}: not TOML: {told}") from None
    tool = whole.get("tool")
    table = tool.get(_KEY) if isinstance(tool, dict) else None
    if table is None and named:
        if file.name == PROJECT:
            raise InputError(f"{file}: no table [tool.{_KEY}]; it holds the options of this program")
        return whole
    if table is not None and not isinstance(table, dict):
        raise InputError(f"{file}:{_line(text, 'tool', _KEY)}: tool.{_KEY} is {table!r}; allowed is a table of options")
    return table


def _place(told: str, text: str) -> tuple[str, str]:
    """The line and column at which a file is no TOML, and what is wrong there; the parser tells both in one message."""
    found = _AT.fullmatch(told)
    if found is None:
        return "1", told
    end = text.rstrip().count("\n") + 1
    return (f"{found['line']}:{found['column']}" if found["line"] else str(end)), found["told"]


def _options(table: Mapping[str, Any], file: Path) -> Options:
    """The checked options; raises InputError with a line for each fault."""
    try:
        return Options.model_validate(table)
    except ValidationError as error:
        text = _text(file)
        faults = sorted((_line(text, *map(str, e["loc"][:1])), _message(e)) for e in error.errors())
        raise InputError("\n".join(f"{file}:{line}: {message}" for line, message in faults)) from None


def _message(fault: Any) -> str:
    """What was found, what is allowed, and the nearest."""
    path = ".".join(map(str, fault["loc"]))
    if fault["type"] == "extra_forbidden":
        return f"no option {path!r}{allowed(path, Options.model_fields)}"
    told = _ALLOWED.get(fault["type"]) or fault["msg"].removeprefix("Value error, ")
    return f"{path}: found {fault['input']!r}: {told}" if path else told


def _line(text: str, *keys: str) -> int:
    """The line on which the last of the keys is set, in the table if it stands under a heading; else the heading's, else 1."""
    line = 1
    inside = f"[{TABLE}]" not in text
    for number, written in enumerate(text.splitlines(), 1):
        if written.strip().startswith("["):
            inside = written.strip().startswith(f"[{TABLE}")
            line = number if inside and line == 1 else line
        elif keys and inside and re.match(rf"""\s*["']?{re.escape(keys[-1])}["']?\s*[=.]""", written):
            return number
    return line
