"""What other installed packages add: comparators, readers, renderers and languages, found by their entry points."""

from __future__ import annotations

from importlib.metadata import EntryPoint, entry_points
from typing import Literal, TypeVar

from consistency.errors import PluginError

Group = Literal["comparators", "readers", "renderers", "languages"]
T = TypeVar("T")


def plugins(group: Group, kind: type[T]) -> dict[str, T]:
    """The plug-ins of the group ``consistency.GROUP`` by name.

    Raises PluginError for one that cannot be loaded, is not of the kind, or has the name of another.
    """
    found: dict[str, T] = {}
    for point in sorted(entry_points(group=f"consistency.{group}"), key=lambda p: (p.name, p.value)):
        if point.name in found:
            raise PluginError(f"{_told(point)}: the name is taken by another plug-in; a name is given once")
        found[point.name] = _loaded(point, kind)
    return found


def plugin_names(group: Group) -> list[str]:
    """The names of the plug-ins of a group; none of them is loaded."""
    return sorted({point.name for point in entry_points(group=f"consistency.{group}")})


def _loaded(point: EntryPoint, kind: type[T]) -> T:
    try:
        made = point.load()
    except (ImportError, AttributeError) as error:
        raise PluginError(f"{_told(point)}: cannot be loaded: {error}") from None
    if not isinstance(made, kind):
        raise PluginError(f"{_told(point)}: is a {type(made).__name__}; allowed is a {kind.__name__}")
    return made


def _told(point: EntryPoint) -> str:
    origin = f" of {point.dist.name}" if point.dist else ""
    return f"plug-in {point.name!r} = {point.value!r}{origin} in {point.group}"
