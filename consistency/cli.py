"""The command line: arguments in, exit code out."""

from __future__ import annotations

import argparse
import datetime as dt
import os
import sys
import textwrap
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from consistency import __version__

if TYPE_CHECKING:
    from consistency.failing import FailOn

BAD, INTERRUPTED = 2, 130
SCHEMAS = (
    "report", "pack", "rule", "examples", "lexicon", "entities", "countries", "institutions", "facts", "phrases", "labels",
    "attribution", "digest", "columns", "datelines",
)  # fmt: skip
"""The report, and the parts of a rule pack."""
_FIRST = """to begin with, on a folder of articles, and then in a browser:
  consistency check FOLDER --fail-on never -o report.html
"""
_EXIT_CODES = """exit codes:
  0  no finding that --fail-on names (a tension of any severity, if it is not given)
  1  such a finding
  2  wrong usage, or an input that was unreadable or skipped (the others are reported on all the same)
"""


def main(argv: Sequence[str] | None = None) -> int:
    """Runs one command and returns its exit code."""
    arguments = _parser().parse_args(argv)
    from consistency import collector, commands
    from consistency.errors import ConsistencyError

    collector.look_less_often()
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
    parser = argparse.ArgumentParser(prog="consistency", description=about)
    parser.add_argument("--version", action="version", version=f"consistency {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)

    check = _formatted(commands.add_parser("check", help="check articles against each other and print the report"))
    _add_input(check)
    _add_outputs(check)
    what = "exit with 1 at such findings: a level, VERDICT, VERDICT:LEVEL, several with commas, or never (default: low)"
    check.add_argument("--fail-on", type=_failing, metavar="WHAT", help=what)
    _add_decisions(check)
    check.add_argument("--workers", type=_count, metavar="N", help="processes that read (default: 1)")
    what = "compare with what earlier runs kept there, report what is new, and keep the articles: a file, or postgresql://…"
    check.add_argument("--store", metavar="STORE", help=what)
    check.add_argument(
        "--all", action="store_true", help="with a store: report on everything in it, not only on what is new"
    )
    _add_store_commands(commands)

    _add_deciding(commands)

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
    what = "the examples of this rule or pack only (default: of the packs of --rules, else of all)"
    test.add_argument("rule", nargs="?", metavar="RULE, PACK or PACK/RULE", help=what)
    _add_rules(test)

    _add_pack_commands(rules)
    _add_why(rules)

    schema = commands.add_parser("schema", help="print the JSON Schema of the JSON report, or of a file of a rule pack")
    schema.add_argument("--of", choices=SCHEMAS, default="report", help="what is described (default: report)")
    for each in (parser, *commands.choices.values()):
        each.formatter_class = _Help
    parser.epilog = f"{_FIRST}\n{_EXIT_CODES}"
    return parser


def _add_outputs(parser: argparse.ArgumentParser) -> None:
    from consistency.report.formats import DEFAULT, FORMATS

    parser.add_argument("--format", metavar="FORMAT", help=f"one of {', '.join(FORMATS)} (default: {DEFAULT})")
    what = "write a report there, in the format that the ending tells or that FORMAT:FILE names; may be repeated"
    parser.add_argument("-o", "--output", action="append", metavar="FILE", help=what)
    what = "language of the reports for people, ar or en (default: html that of most articles, markdown English)"
    parser.add_argument("--language", type=_language, metavar="LANGUAGE", help=what)


def _add_deciding(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """The commands by which people decide about findings."""
    review = commands.add_parser("review", help="walk through the findings and accept or dismiss each")
    _add_input(review)
    _add_decisions(review)
    what = "show what the articles take part in among all that is kept there: a file, or postgresql://… (it stays as it is)"
    review.add_argument("--store", metavar="STORE", help=what)
    review.add_argument("--workers", type=_count, metavar="N", help="processes that read (default: 1)")
    dismiss = commands.add_parser("dismiss", help="set a finding aside in every later run")
    dismiss.add_argument("fingerprint", metavar="FINGERPRINT", help="the finding's fingerprint, as reports show it")
    dismiss.add_argument("--reason", required=True, metavar="TEXT", help="why, for whoever reads it later")
    what = "the articles of the finding; a comment then says what was dismissed; may be repeated"
    dismiss.add_argument("--articles", action="append", default=[], metavar="PATH", help=what)
    dismiss.add_argument("--published", type=_day, metavar="DATE", help="publication day where an article has none")
    _add_rules(dismiss)
    _add_decisions(dismiss)


def _add_decisions(parser: argparse.ArgumentParser) -> None:
    what = "the file of dismissals (default: .consistency-dismissed, beside the project's configuration if it has one)"
    parser.add_argument("--dismissals", type=Path, metavar="FILE", help=what)
    what = "a TOML file of options (default: [tool.consistency] of the nearest pyproject.toml)"
    parser.add_argument("--config", type=Path, metavar="FILE", help=what)


def _add_store_commands(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """The commands on the memory of earlier runs."""
    actions = commands.add_parser("store", help="look into a store of earlier runs, or take articles back")
    found = actions.add_subparsers(metavar="ACTION", required=True, dest="action")
    for action, what in (
        ("status", "how much it holds"),
        ("articles", "list the articles, tabs between the columns"),
        ("speakers", "list the speakers, tabs between the columns"),
        ("forget", "take articles back, with all that they said"),
        ("export", "print everything as JSON lines: articles, speakers, statements, facts"),
        ("vacuum", "give the room of what was taken back to the disk"),
    ):
        parser = found.add_parser(action, help=what)
        if action == "forget":
            parser.add_argument("articles", nargs="+", metavar="ARTICLE", help="the id of an article")
        parser.add_argument(
            "--store", metavar="STORE", help="a file, or postgresql://… (default: that of the settings)"
        )
        what = "a TOML file of options (default: [tool.consistency] of the nearest pyproject.toml)"
        parser.add_argument("--config", type=Path, metavar="FILE", help=what)


def _add_pack_commands(rules: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    lint = rules.add_parser("lint", help="find every fault of the rule packs; exit with 1 if there is one")
    lint.set_defaults(command="rules_lint")
    lint.add_argument(
        "folders", nargs="*", type=Path, metavar="DIR", help="only the faults of this pack or folder of packs"
    )
    _add_rules(lint)

    listing = rules.add_parser("list", help="list the rules of all packs, what each finds and its examples")
    listing.set_defaults(command="rules_list")
    _add_rules(listing)

    new = rules.add_parser("new", help="write a new rule with examples, and a new pack around it if there is none")
    new.set_defaults(command="rules_new")
    new.add_argument("rule", type=Path, metavar="PACK/RULE", help="the folder of the pack, and the name of the rule")
    what = "a rule to begin with, of this pack or as PACK/RULE of a shipped one (default: the template, on embassies)"
    new.add_argument("--like", metavar="RULE", help=what)


def _add_why(rules: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    why = rules.add_parser("why", help="show what is read of a text, the facts that it gives, and why no others")
    why.set_defaults(command="rules_why")
    why.add_argument("text", metavar="TEXT", help="a sentence or more in quotation marks, or - for standard input")
    why.add_argument("--published", type=_day, metavar="DATE", help="the day of publication")
    _add_rules(why)


def _formatted(parser: argparse.ArgumentParser) -> argparse.ArgumentParser:
    parser.epilog = _EXIT_CODES
    return parser


class _Help(argparse.RawDescriptionHelpFormatter):
    """Help in which names with hyphens, such as those of files, are not broken."""

    def _split_lines(self, text: str, width: int) -> list[str]:
        return textwrap.wrap(" ".join(text.split()), width, break_on_hyphens=False)


def _add_input(parser: argparse.ArgumentParser) -> None:
    what = "a file (.txt, .md, .jsonl, .html, .csv, .docx, …), a folder, or - for standard input"
    parser.add_argument("paths", nargs="+", metavar="PATH", help=what)
    what = "columns of tables, as text=body,published=date; the others go by their names"
    parser.add_argument("--columns", metavar="MAP", help=what)
    parser.add_argument("--published", type=_day, metavar="DATE", help="publication day where an article has none")
    _add_rules(parser)


def _add_rules(parser: argparse.ArgumentParser) -> None:
    what = "a further rule pack, or a folder of them; may be repeated"
    parser.add_argument("--rules", type=Path, action="append", default=[], metavar="DIR", help=what)
    what = "use these packs only, and those that they build on, as in base,deployment"
    parser.add_argument("--packs", type=_names, default=[], metavar="NAMES", help=what)


def _names(text: str) -> list[str]:
    return [name.strip() for name in text.split(",") if name.strip()]


def _day(text: str) -> dt.date:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no date; allowed is one such as 2021-12-31") from None


def _language(text: str) -> str:
    from consistency.errors import InputError
    from consistency.languages import language_named

    try:
        return language_named(text)
    except InputError as error:
        raise argparse.ArgumentTypeError(str(error)) from None


def _failing(text: str) -> FailOn:
    from consistency.errors import InputError
    from consistency.failing import fail_on

    try:
        return fail_on(text)
    except InputError as error:
        raise argparse.ArgumentTypeError(str(error)) from None


def _count(text: str) -> int:
    if text.isdecimal() and 1 <= int(text) <= 64:
        return int(text)
    raise argparse.ArgumentTypeError(f"{text!r} is no number of processes; allowed is 1 to 64")
