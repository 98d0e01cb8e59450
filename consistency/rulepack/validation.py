"""Values of YAML files as the models of the pack format; each fault with its place and what is allowed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from consistency.errors import Fault, RuleError
from consistency.nearest import allowed
from consistency.rulepack.yamlfile import Key, YamlFile

T = TypeVar("T", bound=BaseModel)
_OF_ANOTHER_SHAPE = ("model_type", "tuple_type", "string_type", "dict_type", "list_type", "none_required")


def validate(model: type[T], value: Any, file: YamlFile, key: Key = ()) -> T:
    """``value`` as ``model``; raises RuleError with one located fault for each thing wrong."""
    try:
        return model.model_validate(value)
    except ValidationError as error:
        found = [_fault(e, model, file, key) for e in _telling(error.errors(), file, key)]
        raise RuleError(list(dict.fromkeys(found))) from None


def validate_rows(model: type[T], files: Iterable[YamlFile]) -> list[T]:
    """The rows of files that are lists; raises RuleError with every fault of all of them."""
    return [row for _, row in rows_of(model, files)]


def rows_of(model: type[T], files: Iterable[YamlFile]) -> list[tuple[YamlFile, T]]:
    """The same, each row with its file."""
    found: list[tuple[YamlFile, T]] = []
    faults: list[Fault] = []
    for file in files:
        try:
            values = listed(file)
        except RuleError as error:
            faults += error.faults
            continue
        for i, value in enumerate(values):
            try:
                found.append((file, validate(model, value, file, (i,))))
            except RuleError as error:
                faults += error.faults
    if faults:
        raise RuleError(faults)
    return found


def listed(file: YamlFile) -> list[Any]:
    """The rows of a file that is a list; an empty file has none. Raises RuleError."""
    if file.value is None:
        return []
    if not isinstance(file.value, list):
        raise RuleError([file.fault((), "no list; allowed is a list of entries, each after a '- '")])
    return file.value


def _telling(errors: list[ErrorDetails], file: YamlFile, key: Key) -> Iterator[ErrorDetails]:
    """The errors without those of the shapes that a value was not meant to have."""
    placed = [(_placed((*key, *error["loc"]), file), error) for error in errors]
    for place, error in placed:
        others = [(p, e) for p, e in placed if e is not error and p[: len(place)] == place]
        alike = all(p == place and e["type"] in _OF_ANOTHER_SHAPE for p, e in others)
        if error["type"] not in _OF_ANOTHER_SHAPE or alike:
            yield error


def _placed(loc: Key, file: YamlFile) -> Key:
    """A location without the names that pydantic puts in for the alternatives of a union."""
    key: Key = ()
    for part in loc:
        if (*key, part) in file.places:
            key = (*key, part)
    return key


def _fault(error: ErrorDetails, model: type[BaseModel], file: YamlFile, key: Key) -> Fault:
    loc, kind, found = error["loc"], error["type"], error["input"]
    place = _placed((*key, *loc), file)
    shown = ".".join(map(str, place[len(key) :]))
    where = f"{shown}: " if shown else ""
    if kind == "extra_forbidden":
        name = str(loc[-1])
        return file.fault_of_key(place, f"unknown field {name!r}{allowed(name, _fields(model, loc[:-1]))}")
    if kind == "missing":
        return file.fault(place, f"{where}field {str(loc[-1])!r} is missing")
    if kind == "literal_error":
        options = [option.strip("'") for option in error["ctx"]["expected"].replace(" or ", ", ").split(", ")]
        return file.fault(place, f"{where}found {_short(found)}{allowed(str(found), options)}")
    if kind == "string_pattern_mismatch":
        return file.fault(place, f"{where}found {_short(found)}; allowed is what matches {error['ctx']['pattern']}")
    if kind == "value_error":
        return file.fault(place, where + error["msg"].removeprefix("Value error, "))
    wanted = _WANTED.get(kind) or error["msg"][:1].lower() + error["msg"][1:]
    return file.fault(place, f"{where}found {_short(found)}; allowed is {wanted.format(**error.get('ctx', {}))}")


_WANTED = {
    "string_type": "a text",
    "tuple_type": "a list",
    "list_type": "a list",
    "model_type": "a mapping of fields",
    "dict_type": "a mapping of fields",
    "bool_parsing": "true or false",
    "bool_type": "true or false",
    "int_parsing": "a whole number",
    "int_type": "a whole number",
    "float_parsing": "a number",
    "float_type": "a number",
    "date_from_datetime_parsing": "a date such as 2021-12-31",
    "date_from_datetime_inexact": "a date such as 2021-12-31",
    "date_parsing": "a date such as 2021-12-31",
    "date_type": "a date such as 2021-12-31",
    "too_short": "a list of {min_length} or more",
    "string_too_short": "a text of {min_length} characters or more",
    "string_too_long": "a text of {max_length} characters at most",
    "greater_than_equal": "{ge} or more",
    "less_than_equal": "{le} at most",
    "less_than": "less than {lt}",
}
"""What is allowed, by the type of pydantic's error."""
_SHOWN = 60


def _short(found: Any) -> str:
    if found is None:
        return "nothing"
    if isinstance(found, Mapping | list | tuple):
        return "a mapping" if isinstance(found, Mapping) else "a list"
    shown = repr(found)
    return shown if len(shown) <= _SHOWN else f"{shown[: _SHOWN - 1]}…"


def _fields(model: type[BaseModel], loc: Key) -> list[str]:
    """The fields of the model at a location inside ``model``."""
    here: type[BaseModel] = model
    for part in loc:
        info = here.model_fields.get(str(part)) or next(
            (f for f in here.model_fields.values() if f.alias == part), None
        )
        here = next(_models(info.annotation), here) if info else here
    return [info.alias or name for name, info in here.model_fields.items()]


def _models(annotation: Any) -> Iterator[type[BaseModel]]:
    """The models in an annotation, however deep."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in get_args(annotation):
        yield from _models(part)
