"""What stands under the fields of a class: Python keeps no docstring of a field, so that it is read from the source."""

from __future__ import annotations

import ast
import inspect


def field_docs(owner: type) -> dict[str, str]:
    """The docstring of each field of the class and of those that it is made from, by name; one line each."""
    found: dict[str, str] = {}
    for cls in reversed(owner.__mro__):
        if cls.__module__.startswith("consistency"):
            found |= _own(cls)
    return found


def _own(cls: type) -> dict[str, str]:
    (defined,) = ast.parse(inspect.getsource(cls)).body
    assert isinstance(defined, ast.ClassDef)
    pairs = zip(defined.body, defined.body[1:], strict=False)
    return {field.target.id: _line(told.value.value) for field, told in pairs if _documented(field, told)}


def _documented(field: ast.stmt, told: ast.stmt) -> bool:
    """Whether the first is a field and the second a text."""
    return (
        isinstance(field, ast.AnnAssign)
        and isinstance(field.target, ast.Name)
        and isinstance(told, ast.Expr)
        and isinstance(told.value, ast.Constant)
        and isinstance(told.value.value, str)
    )


def _line(text: str) -> str:
    return " ".join(text.split())
