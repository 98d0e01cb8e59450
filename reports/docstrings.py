"""What stands under the fields of a class: Python keeps no docstring of a field, so that it is read from the source."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Iterator
from itertools import pairwise


def field_docs(owner: type) -> dict[str, str]:
    """The docstring of each field of the class and of those that it is made from, by name; one line each."""
    classes = [cls for cls in reversed(owner.__mro__) if cls.__module__.startswith("consistency")]
    return {name: text for cls in classes for name, text in _own(cls)}


def _own(cls: type) -> Iterator[tuple[str, str]]:
    (defined,) = ast.parse(inspect.getsource(cls)).body
    assert isinstance(defined, ast.ClassDef)
    for pair in pairwise(defined.body):
        match pair:
            case ast.AnnAssign(target=ast.Name(id=name)), ast.Expr(value=ast.Constant(value=str(text))):
                yield name, " ".join(text.split())
