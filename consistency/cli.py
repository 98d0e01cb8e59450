"""The command line: arguments in, exit code out."""

from __future__ import annotations

import argparse
import datetime as dt
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from consistency import __version__

BAD, INTERRUPTED = 2, 130
LEVELS = ("low", "medium", "high", "never")
_EXIT_CODES = """exit codes:
  0  no tension at or above the level of --fail-on
  1  a tension at or above it
  2  wrong usage, or an input that was unreadable or skipped (the others are reported on all the same)
"""


def main(argv: Sequence[str] | None = None) -> int:
    """Runs one command and returns its exit code."""
    arguments = _parser().parse_args(argv)
    from consistency import commands
    from consistency.errors import ConsistencyError

    try:
        return int(getattr(commands, arguments.command)(arguments))
    except ConsistencyError as error:
        commands.complain(str(error).splitlines())
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except KeyboardInterrupt:
        return INTERRUPTED
    return BAD


def _parser() -> argparse.ArgumentParser:
    about = "Finds who said what in news articles, and where claims agree, conflict or change."
    parser = _formatted(argparse.ArgumentParser(prog="consistency", description=about))
    parser.add_argument("--version", action="version", version=f"consistency {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)

    check = _formatted(commands.add_parser("check", help="check articles against each other and print the report"))
    _add_input(check)
    check.add_argument("--format", choices=("markdown", "json"), default="markdown", help="default: markdown")
    check.add_argument("-o", "--output", type=Path, metavar="FILE", help="write the report there")
    check.add_argument("--fail-on", choices=LEVELS, default="low", help="exit with 1 at such a tension (default: low)")
    check.add_argument("--workers", type=_count, default=1, metavar="N", help="processes that read (default: 1)")

    annotate = commands.add_parser("annotate", help="print the dates, numbers, names and words recognised")
    _add_input(annotate)
    annotate.add_argument("--format", choices=("jsonl",), default="jsonl", help="one JSON row an article")

    evaluate = commands.add_parser("evaluate", help="score the checker on articles with gold annotations")
    evaluate.add_argument("gold", nargs="+", type=Path, metavar="GOLD", help="a gold file, or a folder of them")
    what = "the annotated articles (default: the folder of the gold, or 'articles' beside it)"
    evaluate.add_argument("--articles", action="append", default=[], metavar="PATH", help=what)
    evaluate.add_argument("--list", action="store_true", help="print every miss and false alarm too")
    _add_rules(evaluate)

    explain = commands.add_parser("explain", help="print what a rule compares, why, and its examples")
    explain.add_argument("rule", metavar="RULE", help="the rule's id, as reports show it")
    _add_rules(explain)

    rules = commands.add_parser("rules", help="work on rule packs").add_subparsers(metavar="ACTION", required=True)
    test = rules.add_parser(
        "test", help="run the examples of the rules; exit with 1 if one does not go as its author says"
    )
    test.set_defaults(command="rules_test")
    test.add_argument("rule", nargs="?", metavar="RULE", help="the examples of this rule only")
    _add_rules(test)

    commands.add_parser("schema", help="print the JSON Schema of the JSON report")
    return parser


def _formatted(parser: argparse.ArgumentParser) -> argparse.ArgumentParser:
    parser.epilog, parser.formatter_class = _EXIT_CODES, argparse.RawDescriptionHelpFormatter
    return parser


def _add_input(parser: argparse.ArgumentParser) -> None:
    what = "a file (.txt, .md, .jsonl, .html, .csv, …; see the README), a folder, or - for standard input"
    parser.add_argument("paths", nargs="+", metavar="PATH", help=what)
    what = "columns of tables, as text=body,published=date; the others go by their names"
    parser.add_argument("--columns", metavar="MAP", help=what)
    parser.add_argument("--published", type=_day, metavar="DATE", help="publication day where an article has none")
    _add_rules(parser)


def _add_rules(parser: argparse.ArgumentParser) -> None:
    what = "a further rule pack; may be repeated"
    parser.add_argument("--rules", type=Path, action="append", default=[], metavar="DIR", help=what)


def _day(text: str) -> dt.date:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no date; allowed is one such as 2021-12-31") from None


def _count(text: str) -> int:
    if text.isdecimal() and 1 <= int(text) <= 64:
        return int(text)
    raise argparse.ArgumentTypeError(f"{text!r} is no number of processes; allowed is 1 to 64")
