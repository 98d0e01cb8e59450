"""The page of the commands: each with what it takes, from the parser of the command line."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence

from consistency.cli import _EXIT_CODES, _parser
from reports.tables import HEAD, cell, table

_NO_HELP = ("-h", "--help")


def command_page() -> str:
    """Every command with its arguments and options."""
    parts = ["# Commands", HEAD]
    for names, about, parser in _commands(_parser(), ("consistency",)):
        parts += [
            f"## {' '.join(names)}",
            f"{about[:1].upper()}{about[1:]}.",
            f"`{_usage(names, parser)}`",
            *_arguments(parser),
        ]
    parts += ["## Exit codes", table(("code", "meaning"), _exit_codes())]
    return "\n\n".join(parts) + "\n"


def _commands(
    parser: argparse.ArgumentParser, names: Sequence[str]
) -> Iterator[tuple[Sequence[str], str, argparse.ArgumentParser]]:
    """The commands below a parser: their words, what they do, and their own parsers."""
    for action in parser._actions:
        if not isinstance(action, argparse._SubParsersAction):
            continue
        told = {choice.dest: choice.help or "" for choice in action._choices_actions}
        for name, below in action.choices.items():
            if any(isinstance(inner, argparse._SubParsersAction) for inner in below._actions):
                yield from _commands(below, (*names, name))
            else:
                yield (*names, name), told[name], below


def _usage(names: Sequence[str], parser: argparse.ArgumentParser) -> str:
    """The command with what it takes; what may be left out stands in brackets, and one that may be repeated has dots."""
    return " ".join([*names, *(_taken(action) for action in _told(parser))])


def _told(parser: argparse.ArgumentParser) -> list[argparse.Action]:
    """The options before the arguments, as they may be typed."""
    shown = [action for action in parser._actions if not set(_NO_HELP) & set(action.option_strings)]
    return sorted(shown, key=lambda action: not action.option_strings)


def _taken(action: argparse.Action) -> str:
    if action.option_strings:
        word = _option(action)
        return word if action.required else f"[{word}]{'…' if isinstance(action, argparse._AppendAction) else ''}"
    name = str(action.metavar or action.dest)
    return {"?": f"[{name}]", "*": f"[{name}…]", "+": f"{name}…"}.get(str(action.nargs), name)


def _option(action: argparse.Action) -> str:
    return f"{action.option_strings[-1]} {_value(action)}".rstrip()


def _value(action: argparse.Action) -> str:
    """What stands behind an option: nothing behind a switch."""
    if action.nargs == 0:
        return ""
    return str(action.metavar or "|".join(map(str, action.choices or ())) or action.dest.upper())


def _arguments(parser: argparse.ArgumentParser) -> Iterator[str]:
    rows = [(f"`{_named(action)}`", cell(action.help or "")) for action in _told(parser)]
    if rows:
        yield table(("argument", "meaning"), rows)


def _named(action: argparse.Action) -> str:
    """An argument as a table names it; long lists of choices stand in the usage above."""
    if not action.option_strings:
        return str(action.metavar or action.dest)
    value = _value(action) if not action.choices else action.dest.upper()
    return f"{', '.join(action.option_strings)} {value}".rstrip()


def _exit_codes() -> Iterator[tuple[str, str]]:
    for line in _EXIT_CODES.splitlines()[1:]:
        code, _, meaning = line.strip().partition("  ")
        yield code, cell(meaning)
