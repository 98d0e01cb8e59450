"""Guards: conditions of rules on two facts in CEL, compiled once and type-checked against the fields of the facts.

CEL reads nothing, has no loops but bounded ones (an iteration budget ends them), and its regular expressions are RE2's,
which take time in proportion to the text.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from consistency.errors import Fault
from consistency.model import Fact
from consistency.nearest import allowed
from consistency.rulepack import Registry, Rule
from consistency.rulepack.kinds import FieldType, Kind
from consistency.rulepack.rules import Selector
from consistency.rulepack.yamlfile import YamlFile

FACT_FIELDS = ("kind", "event", "place", "party", "component", "phase", "polarity", "certainty")
"""What is the same for all facts of a position beside the value; days belong to the claims, and to ``when``."""
DATE_FIELDS = ("start", "end", "precision", "words")
FUNCTIONS = ("days_between", "part_of", "country", "alike")
_PACKAGE = "consistency"
_PATH = re.compile(r"\b(left|right)((?:\.\w+)+)")
_TEXT = re.compile(r"\"[^\"]*\"|'[^']*'")
_ASKED = re.compile(r"has\(\s*[\w.]+\s*\)|alike\([^()]*\)|[\w.]+\s*[!=]=\s*''|''\s*[!=]=\s*[\w.]+")
"""Where a guard may name what is not there: it asks whether it is."""
_ERROR = re.compile(r"<input>:(\d+):(\d+): (.*)")
_FOLLOWS = "'*error*'"
"""Stands in what follows from an error before it."""
_NO_FIELD = re.compile(r"undefined field '(\w*)' not found in struct 'consistency\.(\w+)'")
_NO_NAME = re.compile(r"undeclared reference to '(\w*)[\w.]*'")
_SHOWN = {"LeftFact": "left", "RightFact": "right", "LeftValue": "left.value", "RightValue": "right.value"}


class Guard:
    """A compiled guard; where it reads what is not there (a date, say) without asking for it, it does not hold."""

    def __init__(self, expression: Any, left: Any, right: Any, text: str = "") -> None:
        self._expression, self._left, self._right = expression, left, right
        self._reads = tuple(_reads(text))

    def holds(self, left: Fact, right: Fact) -> bool:
        """Whether the condition is true of the two facts."""
        data = {"left": _message(left, self._left), "right": _message(right, self._right)}
        if not all(_is_there(data[side], path) for side, path in self._reads):
            return False
        try:
            return self._expression.eval(data=data).value() is True
        except RuntimeError:  # the iteration budget
            return False


def compile_guard(
    rule: Rule, file: YamlFile, kinds: Mapping[str, Kind], registry: Registry
) -> tuple[Guard | None, list[Fault]]:
    """The guard of a rule (None if it has none, or none that can be compiled), and what is wrong with it."""
    if rule.guard is None:
        return None, []
    try:
        from cel_expr_python import cel
    except ImportError as error:
        return None, [file.fault(("guard",), f"guard: cannot be used here: {error}; guards need cel-expr-python")]
    fields = {"Left": value_fields(rule.lefts, kinds), "Right": value_fields(rule.rights or rule.lefts, kinds)}
    pool, messages = _types(fields)
    env = cel.NewEnv(
        pool,
        variables={side.lower(): cel.Type(f"{_PACKAGE}.{side}Fact") for side in fields},
        functions=_functions(registry),
    )
    try:
        expression = env.compile(rule.guard)
    except RuntimeError as error:
        return None, [file.fault(("guard",), f"guard: {message}") for message in _told(str(error), fields)]
    if expression.return_type() != cel.Type.BOOL:
        found = expression.return_type().name()
        return None, [file.fault(("guard",), f"guard: gives {found}; allowed is a condition, true or false")]
    return Guard(expression, messages["Left"], messages["Right"], rule.guard), []


def _reads(text: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The side and path of each field that a guard reads and nowhere asks for."""
    text = _TEXT.sub(lambda found: "''" if len(found.group()) == 2 else "'x'", text)
    asked = {path for part in _ASKED.findall(text) for path in _PATH.findall(part)}
    for side, path in dict.fromkeys(_PATH.findall(_ASKED.sub(" ", text))):
        if not any(side == other and f"{path}.".startswith(f"{known}.") for other, known in asked):
            yield side, tuple(path.split(".")[1:])


def _is_there(message: Any, path: Sequence[str]) -> bool:
    """Whether every field of a path is set; a list always is, and what follows the last field is a function's name."""
    for name in path:
        field = message.DESCRIPTOR.fields_by_name.get(name)
        if field is None or field.is_repeated:
            return True
        if not message.HasField(name):
            return False
        if field.message_type is None:
            return True
        message = getattr(message, name)
    return True


def value_fields(selectors: Sequence[Selector], kinds: Mapping[str, Kind]) -> dict[str, FieldType]:
    """The fields of the values that a side of a rule takes, with their types."""
    found: dict[str, FieldType] = {}
    for selector in selectors:
        for kind in selector.kinds:
            for name, type_ in kinds[kind].fields.items() if kind in kinds else ():
                found.setdefault(name, type_)
    return found


# --- types -----------------------------------------------------------------------------------


def _types(sides: Mapping[str, Mapping[str, FieldType]]) -> tuple[Any, dict[str, Any]]:
    """A pool with the types of both sides, and the class of each side's fact."""
    from google.protobuf import descriptor_pb2, descriptor_pool, message_factory

    file = descriptor_pb2.FileDescriptorProto(name="guard.proto", package=_PACKAGE, syntax="proto2")
    _add(file, "Date", dict.fromkeys(DATE_FIELDS, "text"))
    for side, fields in sides.items():
        _add(file, f"{side}Value", dict(fields))
        _add(file, f"{side}Fact", {**dict.fromkeys(FACT_FIELDS, "text"), "value": f"{side}Value"})
    pool = descriptor_pool.DescriptorPool()
    pool.Add(file)
    names = {side: pool.FindMessageTypeByName(f"{_PACKAGE}.{side}Fact") for side in sides}
    return pool, {side: message_factory.GetMessageClass(name) for side, name in names.items()}


def _add(file: Any, name: str, fields: Mapping[str, str]) -> None:
    """Adds a message whose fields all may be missing."""
    from google.protobuf.descriptor_pb2 import FieldDescriptorProto as Field

    plain = {"text": Field.TYPE_STRING, "list": Field.TYPE_STRING, "number": Field.TYPE_DOUBLE, "flag": Field.TYPE_BOOL}
    message = file.message_type.add(name=name)
    for number, (field, type_) in enumerate(sorted(fields.items()), 1):
        label = Field.LABEL_REPEATED if type_ == "list" else Field.LABEL_OPTIONAL
        if type_ in plain:
            message.field.add(name=field, number=number, label=label, type=plain[type_])
        else:
            target = f".{_PACKAGE}.{'Date' if type_ == 'date' else type_}"
            message.field.add(name=field, number=number, label=label, type=Field.TYPE_MESSAGE, type_name=target)


def _message(fact: Fact, made: Any) -> Any:
    """A fact as a message of its side."""
    message = made(
        kind=fact.kind,
        event=fact.event,
        place=fact.place,
        party=fact.subject.party,
        component=fact.subject.component,
        phase=fact.phase,
        polarity=fact.polarity,
        certainty=fact.certainty,
    )
    known = message.value.DESCRIPTOR.fields_by_name
    value = {name: part for name, part in fact.value.items() if name in known and part is not None}
    message.value.CopyFrom(type(message.value)(**{name: _plain(part) for name, part in value.items()}))
    return message


def _plain(part: Any) -> Any:
    if isinstance(part, Mapping):
        return {name: part[name] for name in DATE_FIELDS if part.get(name) is not None}
    return part


# --- functions -------------------------------------------------------------------------------


def _functions(registry: Registry) -> list[Any]:
    from cel_expr_python.cel import FunctionDecl, Overload, Type

    text = [Type.STRING, Type.STRING]
    return [
        FunctionDecl("days_between", [Overload("days_between_dates", Type.INT, text, False, _days_between)]),
        FunctionDecl("part_of", [Overload("part_of_entities", Type.BOOL, text, False, registry.part_of)]),
        FunctionDecl("alike", [Overload("alike_texts", Type.BOOL, text, False, lambda a, b: a == b)]),
        FunctionDecl(
            "country", [Overload("country_of", Type.STRING, text[:1], False, lambda e: registry.country(e) or "")]
        ),
    ]


def _days_between(first: str, second: str) -> int:
    """How many days the second lies after the first; raises ValueError for what is no date."""
    return (dt.date.fromisoformat(second) - dt.date.fromisoformat(first)).days


# --- messages --------------------------------------------------------------------------------


def _told(error: str, fields: Mapping[str, Mapping[str, FieldType]]) -> Iterator[str]:
    """What CEL complains of, each with its column and what is allowed."""
    for line, column, message in _ERROR.findall(error) or [("1", "1", error)]:
        if _FOLLOWS in message:
            continue
        at = f"at column {column}" if line == "1" else f"at line {line}, column {column}"
        unknown, unnamed = _NO_FIELD.search(message), _NO_NAME.search(message)
        if unknown:
            name, struct = unknown.groups()
            yield f"{at}: {_SHOWN.get(struct, 'a date')} has no field {name!r}{allowed(name, _allowed(struct, fields))}"
        elif unnamed:
            yield f"{at}: no name {unnamed.group(1)!r}{allowed(unnamed.group(1), ('left', 'right', *FUNCTIONS))}"
        elif "no matching overload" in message and "double" in message and "int" in message:
            yield f"{at}: {message}; numbers of facts are written with a point, as in 3.0"
        else:
            yield f"{at}: {message}"


def _allowed(struct: str, fields: Mapping[str, Mapping[str, FieldType]]) -> Sequence[str]:
    if struct.endswith("Fact"):
        return (*FACT_FIELDS, "value")
    return list(fields[struct.removesuffix("Value")]) if struct.endswith("Value") else DATE_FIELDS
