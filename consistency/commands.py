"""What the commands of the command line do; each returns the exit code."""

from __future__ import annotations

import json
import os
import sys
from argparse import Namespace
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from consistency.config import Settings, chosen_packs, settle, table_columns
from consistency.dismissals import DISMISS, checked_fingerprint, checked_reason, decide, read_decisions, set_aside
from consistency.errors import InputError
from consistency.model import Report, Warning
from consistency.nearest import near
from consistency.outputs import Output
from consistency.readers import IGNORED, SKIPPED, STDIN, Batch, read_articles, with_published
from consistency.report import Page, Place, many, mention_row, render, report_schema, rule_list, rule_page
from consistency.summary import nothing_new, summary

if TYPE_CHECKING:
    from consistency.rulepack import Rule

OK, FOUND, BAD = 0, 1, 2


def check(arguments: Namespace) -> int:
    """Checks articles against each other and writes the reports."""
    settings = settle(arguments)
    _complain_of_packs(settings)
    if arguments.all and settings.store is None:
        raise InputError(
            "--all goes with a store: it reports on everything that the store holds; name one with --store"
        )
    decisions = read_decisions(settings.dismissals, required=settings.dismissals_required)
    batch = read_articles(arguments.paths, settings.columns)
    report, page = (
        _remembered(batch, settings, everything=arguments.all) if settings.store else _checked(batch, settings)
    )
    report = set_aside(report, decisions, stale=settings.store is None or arguments.all)
    left = [output for output in settings.outputs if nothing_new(report) and _is_written(output)]
    unwritten = _write_all(report, page, [output for output in settings.outputs if output not in left])
    complain(unwritten)
    skipped = _complain_of(report.warnings)
    _note("; ".join([summary(report, settings.fail_on, everything=arguments.all), *_left_as_they_are(left)]))
    failed = any(map(settings.fail_on.fails, report.findings))
    return BAD if skipped or unwritten else FOUND if failed else OK


def _is_written(output: Output) -> bool:
    return output.path is not None and output.path.is_file()


def _left_as_they_are(outputs: Sequence[Output]) -> Iterator[str]:
    """That reports of an earlier run stay, where there is nothing new to put in their place."""
    if outputs:
        files = ", ".join(str(output.path) for output in outputs)
        yield f"left as {'it is' if len(outputs) == 1 else 'they are'}: {files}"


def review(arguments: Namespace) -> int:
    """Walks through the findings that nobody has decided about, and writes down what is decided.

    With a store these are the findings in which the articles take part, among all that it holds; it stays as it is.
    """
    from consistency.review import Terminal, review

    if "-" in arguments.paths:
        raise InputError("standard input cannot hold the articles here: the answers are read from it")
    settings = settle(arguments)
    decisions = read_decisions(settings.dismissals, required=False)
    batch = read_articles(arguments.paths, settings.columns)
    report, page = _looked_up(batch, settings) if settings.store else _checked(batch, settings)
    open_ = set_aside(report, decisions)
    findings = tuple(f for f in open_.findings if f.fingerprint not in decisions.accepted)
    skipped = _complain_of(report.warnings)
    terminal = Terminal(sys.stdout, sys.stdin)
    made = review(open_.model_copy(update={"findings": findings}), page, terminal, settings.dismissals)
    _note(f"{made} of {len(findings)} open findings decided, in {settings.dismissals}")
    return BAD if skipped else OK


def dismiss(arguments: Namespace) -> int:
    """Sets a finding aside in every later run."""
    settings = settle(arguments)
    fingerprint, reason = checked_fingerprint(arguments.fingerprint), checked_reason(arguments.reason)
    known = read_decisions(settings.dismissals, required=False).dismissed.get(fingerprint)
    if known and known.reason == reason:
        _note(f"{fingerprint} is dismissed already: {settings.dismissals}:{known.line}")
        return OK
    about, skipped = _dismissed(arguments.articles, settings, fingerprint) if arguments.articles else ("", False)
    decide(settings.dismissals, DISMISS, fingerprint, reason, about)
    _note(f"{fingerprint} is dismissed in {settings.dismissals}{f': {about}' if about else ''}")
    return BAD if skipped else OK


def _dismissed(paths: Sequence[str], settings: Settings, fingerprint: str) -> tuple[str, bool]:
    """What a finding of the articles is about, and whether any was skipped; raises InputError for no finding of theirs."""
    from consistency.report.index import Index
    from consistency.review import about

    batch = read_articles(paths, settings.columns)
    report, page = _looked_up(batch, settings) if settings.store else _checked(batch, settings)
    skipped = _complain_of(report.warnings)
    found = {finding.fingerprint: finding for finding in report.findings}
    if fingerprint not in found:
        raise InputError(f"{fingerprint}: no finding of these articles; there are: {_some(found)}")
    return about(Index(report), page, found[fingerprint]), skipped


def _checked(batch: Batch, settings: Settings) -> tuple[Report, Page]:
    """The report on what was read, and the page for its readers."""
    from consistency.check import Checker

    checker = Checker(settings.rules, packs=settings.packs, workers=settings.workers)
    report = checker.check(with_published(batch.articles, settings.published), _progress())
    page = checker.page(_sources(batch))
    page = replace(page, places=dict(_places(batch)), fails=settings.fail_on.fails, language=settings.language)
    return report.model_copy(update={"warnings": (*batch.warnings, *report.warnings)}), page


def _remembered(batch: Batch, settings: Settings, *, everything: bool) -> tuple[Report, Page]:
    """The same, compared with what the store holds; the store holds the batch afterwards."""
    from consistency.check import Checker
    from consistency.remembering import check_everything, check_with
    from consistency.store import open_place

    place = open_place(settings.store or "", new=True)
    checker = Checker(settings.rules, packs=settings.packs, workers=settings.workers)
    articles = list(with_published(batch.articles, settings.published))
    known = check_with(checker, place, articles, _sources(batch), _progress())
    if everything:
        known = check_everything(checker, place, known)
    page = checker.page({**known.sources, **_sources(batch)})
    page = replace(page, places=dict(_places(batch)), fails=settings.fail_on.fails, language=settings.language)
    return known.report.model_copy(update={"warnings": (*batch.warnings, *known.report.warnings)}), page


def _looked_up(batch: Batch, settings: Settings) -> tuple[Report, Page]:
    """The report on the findings in which the batch takes part, among all that the store holds."""
    from consistency.check import Checker
    from consistency.remembering import look_with
    from consistency.store import open_place

    place = open_place(settings.store or "", new=False)
    checker = Checker(settings.rules, packs=settings.packs, workers=settings.workers)
    articles = list(with_published(batch.articles, settings.published))
    known = look_with(checker, place, articles, _sources(batch), _progress())
    page = checker.page({**known.sources, **_sources(batch)})
    return known.report.model_copy(update={"warnings": (*batch.warnings, *known.report.warnings)}), page


def store(arguments: Namespace) -> int:
    """Looks into a store, or takes articles back."""
    from consistency.storecommands import run

    for piece in run(arguments):
        _write(piece, None)
    return OK


def _sources(batch: Batch) -> dict[str, str]:
    return {id_: str(source) for id_, source in batch.sources.items()}


def _progress() -> Callable[[int, int], None] | None:
    return _show_progress if sys.stderr.isatty() else None


def _places(batch: Batch) -> Iterator[tuple[str, Place]]:
    for article in batch.articles:
        source = batch.sources[article.id]
        path = None if source.path == STDIN else source.path
        line = None if source.part else source.line
        yield article.id, Place(path, line, source.column, source.offset, article.text)


def _write_all(report: Report, page: Page, outputs: Sequence[Output]) -> list[str]:
    """Writes every output; what was wrong with those that could not be written."""
    wrong = []
    for output in outputs:
        try:
            _write(render(report, output.format, page), output.path)
        except InputError as error:
            wrong.append(str(error))
    return wrong


def annotate(arguments: Namespace) -> int:
    """Prints the mentions of each article as a JSON row."""
    from consistency.language import Reader
    from consistency.readers import date_stories, prepare
    from consistency.rulepack import load_packs

    packs = load_packs(*chosen_packs(arguments))
    batch = read_articles(arguments.paths, table_columns(arguments))
    articles, warnings = prepare(with_published(batch.articles, arguments.published), packs)
    for document in Reader(packs).read(articles):
        _write(json.dumps(mention_row(date_stories(document, packs)), ensure_ascii=False) + "\n", None)
    return BAD if _complain_of([*batch.warnings, *warnings]) else OK


def evaluate(arguments: Namespace) -> int:
    """Scores the checker on articles with gold annotations, batch by batch, and prints the rates."""
    from consistency.check import Checker
    from consistency.evaluation import Scores, articles_beside, listing, load_gold, measure

    gold = load_gold(arguments.gold)
    batch = read_articles(arguments.articles or articles_beside(arguments.gold))
    known = {article.id: article for article in batch.articles}
    rules, packs = chosen_packs(arguments)
    checker, scores = Checker(rules, packs=packs), Scores()
    missing = sorted(id_ for id_ in gold.articles if id_ not in known)
    for _, ids in gold.batches():
        scores.add(measure(checker.check([known[id_] for id_ in ids if id_ in known]), gold))
    _write(listing(scores, misses=arguments.list), None)
    complain(f"{id_}: gold without an article of that id; allowed are {_some(known)}" for id_ in missing)
    return BAD if missing or _complain_of(batch.warnings) else OK


def explain(arguments: Namespace) -> int:
    """Prints a rule's page."""
    from consistency.rulepack import load_examples, load_sets

    sets = load_sets(*chosen_packs(arguments))
    rules = {rule.id: (rule, pack, packs) for _, packs in reversed(sets) for pack, rule in packs.rules()}
    _require_rule(arguments.rule, rules)
    rule, pack, packs = rules[arguments.rule]
    _write(rule_page(rule, pack, packs.rule_file(rule.id).name, load_examples(packs, rule.id)), None)
    return OK


def rules_test(arguments: Namespace) -> int:
    """Runs the examples of some rules or packs, and prints how each went, those that failed once more at the end."""
    from consistency.check import Checker
    from consistency.examples import Outcome, run, summary
    from consistency.rulepack import load_examples, load_sets

    rules, names = chosen_packs(arguments)
    sets = load_sets(rules, names)
    wanted = _wanted_rules(arguments, [found for _, packs in sets for found in packs.rules()])
    outcomes: dict[str, Outcome] = {}
    for chosen, packs in sets:
        items = [item for item in load_examples(packs) if item.rule.id in wanted and item.id not in outcomes]
        if not items:
            continue
        checker = Checker(rules, packs=chosen)
        for item in items:
            outcomes[item.id] = run(item, checker)
            _write(outcomes[item.id].text() + "\n", None)
    failed = [outcome for outcome in outcomes.values() if not outcome.good]
    again = [f"{outcome.state}: {outcome.item.id} at {outcome.item.place}\n" for outcome in failed]
    _write("".join(again) + summary(list(outcomes.values())) + "\n", None)
    return FOUND if failed else OK


def _wanted_rules(arguments: Namespace, known: Sequence[tuple[str, Rule]]) -> set[str]:
    """The rules whose examples are run: the one named (also PACK/RULE), a pack's, those of the packs of ``--rules``, else all."""
    from consistency.rulepack import pack_ids

    by_pack = {pack: {rule.id for owner, rule in known if owner == pack} for pack, _ in known}
    everything = {rule.id for _, rule in known}
    if arguments.rule is None:
        own = [rule for pack in pack_ids(arguments.rules) for rule in by_pack.get(pack, ())]
        return set(own) if arguments.rules else everything
    name = str(arguments.rule)
    if name in by_pack and name not in everything:
        return by_pack[name]
    pack, _, rule = name.rpartition("/")
    if rule in by_pack.get(pack, ()):
        return {rule}
    _require_rule(name, {*everything, *by_pack})
    return {name}


def rules_why(arguments: Namespace) -> int:
    """Prints what is read of a text, the facts that it gives, and why no others."""
    from consistency.check import Checker
    from consistency.model import Article
    from consistency.rulepack import pack_ids
    from consistency.why import why

    rules, names = chosen_packs(arguments)
    text = sys.stdin.read() if arguments.text == "-" else arguments.text
    article = Article(id="text", text=text, published=arguments.published)
    for line in why(article, Checker(rules, packs=names), pack_ids(arguments.rules)):
        _write(line + "\n", None)
    return OK


def rules_lint(arguments: Namespace) -> int:
    """Prints every fault of the packs, or of those in some folders."""
    from consistency.lint import lint
    from consistency.rulepack import pack_ids, shipped_rules

    rules, names = chosen_packs(arguments)
    faults = lint(rules, names, arguments.folders)
    _write("".join(f"{fault}\n" for fault in faults), None)
    if faults:
        complain([f"{many(len(faults), 'fault')} found"])
        return FOUND
    checked = pack_ids(arguments.folders or (shipped_rules(), *rules))
    _write(f"no faults in {many(len(checked), 'pack')}: {', '.join(checked)}\n", None)
    return OK


def rules_list(arguments: Namespace) -> int:
    """Prints the rules of the packs."""
    from consistency.rulepack import load_examples, load_sets

    sets = load_sets(*chosen_packs(arguments))
    rules = {rule.id: (pack, rule) for _, packs in sets for pack, rule in packs.rules()}
    _write(rule_list(rules.values(), [item for _, packs in sets for item in load_examples(packs)]), None)
    return OK


def rules_new(arguments: Namespace) -> int:
    """Writes a new rule with its examples, and says what to do next."""
    from consistency.rulepack import write_new

    written = write_new(arguments.rule, arguments.like)
    _write("".join(f"wrote {path}\n" for path in written), None)
    pack, rule = arguments.rule.parent, arguments.rule.name
    _write(f"Next: consistency rules lint {pack}; consistency rules test {rule} --rules {pack}\n", None)
    return OK


def schema(arguments: Namespace) -> int:
    """Prints the JSON Schema of the JSON report, or of a part of a rule pack."""
    from consistency.rulepack import part_schema

    found = report_schema() if arguments.of == "report" else part_schema(arguments.of)
    _write(json.dumps(found, ensure_ascii=False, indent=2) + "\n", None)
    return OK


def complain(lines: Iterable[str]) -> None:
    """Prints each line on stderr as an error, in red where that is wanted."""
    red, plain = ("\x1b[31m", "\x1b[0m") if sys.stderr.isatty() and not os.environ.get("NO_COLOR") else ("", "")
    for line in lines:
        print(f"{red}consistency:{plain} {_printable(line)}", file=sys.stderr)


def _note(line: str) -> None:
    """Prints a line on stderr that is no error."""
    print(f"consistency: {_printable(line)}", file=sys.stderr)


def _require_rule(rule: str, rules: Collection[str]) -> None:
    if rule not in rules:
        known = near(rule, rules) or f"; there are: {', '.join(sorted(rules))}"
        raise InputError(f"no rule {rule!r}{known}; those of packs of your own with --rules FOLDER")


def _some(ids: Iterable[str]) -> str:
    """The first few ids."""
    listed = sorted(ids)
    return ", ".join(listed[:3]) + (", …" if len(listed) > 3 else "") or "none"


def _complain_of(warnings: Iterable[Warning]) -> bool:
    """Prints the inputs that gave nothing; whether any was skipped."""
    listed = [warning for warning in warnings if warning.code in (SKIPPED, IGNORED)]
    complain(warning.message for warning in listed)
    return any(warning.code == SKIPPED for warning in listed)


def _write(text: str, path: Path | None) -> None:
    """Writes UTF-8 with line ends as they are, whatever the terminal's encoding; makes the folder of a file."""
    if path is None:
        sys.stdout.flush()
        sys.stdout.buffer.write(text.encode("utf-8"))
        sys.stdout.buffer.flush()
        return
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode("utf-8"))
    except OSError as error:
        raise InputError(f"{path}: cannot be written: {error.strerror}") from None


def _complain_of_packs(settings: Settings) -> None:
    """Says which packs of the user have faults that do not keep them from being used."""
    if not settings.rules:
        return
    from consistency.lint import lint_used
    from consistency.rulepack import load_packs

    faults = lint_used(load_packs(settings.rules, settings.packs), settings.rules)
    if faults:
        folders = " ".join(map(str, settings.rules))
        complain([f"{many(len(faults), 'fault')} in the rule packs; see: consistency rules lint {folders}"])


def _show_progress(number: int, total: int) -> None:
    end = "\r" if number < total else "\r\x1b[K"
    print(f"reading article {number} of {total}", end=end, file=sys.stderr, flush=True)


def _printable(line: str) -> str:
    return "".join(c if c.isprintable() else "\ufffd" for c in line)
