"""A rule as a page that its readers understand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from consistency.report.layout import bullets, many
from consistency.rulepack import Rule, RuleExample
from consistency.rulepack.rules import Allowed, Selector, When

_SHOWN = 2
"""How many examples of a sort the page shows in each language; the others stand beside the rule."""
_PARTY = {
    "same": "the same party",
    "overlapping": "the same party, or one that is part of the other",
    "any": "any party",
}
_COMPONENT = {
    "same": "the same part of it",
    "overlapping": "the same part of it, or all of it on one side",
    "any": "any part of it",
}
_PLACE = {
    "same": "the same place",
    "overlapping": "the same place, or one inside the other",
    "country": "any place of a country",
    "any": "any place",
}
_ORDER = {"any": "", "left-first": ", the first side earlier", "left-not-after": ", the first side not later"}


def rule_page(rule: Rule, pack: str, file: str, examples: Sequence[RuleExample]) -> str:
    """What the rule compares, what it says, what it mistakes, and some of its examples, as Markdown."""
    parts = [
        f"# {rule.id}",
        *([rule.what] if rule.what else []),
        f"{rule.verdict.capitalize()} of {rule.severity} severity, in the pack {pack}: {file}",
        f"Why it matters: {rule.why}",
        "## What it compares",
        bullets(_compared(rule)),
        "## What it says",
        bullets([rule.message.en, rule.message.ar]),
        *_listed("Known false alarms", rule.false_alarms),
        *_listed("References", rule.references),
        *_examples(examples),
    ]
    return "\n\n".join(parts) + "\n"


def _listed(heading: str, lines: Sequence[str]) -> Iterator[str]:
    if lines:
        yield f"## {heading}"
        yield bullets(lines)


def _compared(rule: Rule) -> Iterator[str]:
    yield f"{'One side' if rule.rights else 'Both sides'}: {'; or '.join(map(_selected, rule.lefts))}"
    if rule.rights:
        yield f"The other side: {'; or '.join(map(_selected, rule.rights))}"
    scope = [_PARTY[rule.same.party], _COMPONENT[rule.same.component], _PLACE[rule.same.place], _events(rule)]
    yield f"About {'; '.join(scope)}"
    yield _times(rule.when) if rule.verdict != "agreement" else _run(rule.when)
    parameters = "".join(f", {name} {_parameter(value)}" for name, value in rule.parameters.items())
    yield f"Compared by {rule.comparator}{parameters}; a finding where it says: {' or '.join(rule.relation)}"
    if rule.guard:
        yield f"Only where `{' '.join(rule.guard.split())}`"
    yield f"Only where the reading is sure to {rule.confidence:.2f} at least"


def _parameter(value: Any) -> str:
    """A parameter as its author wrote it; of lists of words each as a whole («holds and over»)."""
    if not isinstance(value, list | tuple):
        return str(value)
    return ", ".join(" and ".join(map(str, one)) if isinstance(one, list | tuple) else str(one) for one in value)


def _selected(selector: Selector) -> str:
    conditions = [f"{name} {_options(allowed)}" for name, allowed in selector.where.items()]
    return _options(selector.kind) + (f" with {', '.join(conditions)}" if conditions else "")


def _options(allowed: Allowed) -> str:
    return " or ".join([allowed] if isinstance(allowed, str) else allowed)


def _named(same: str, noun: str) -> str:
    return f"any {noun}" if same == "any" else f"the same {noun}"


def _events(rule: Rule) -> str:
    groups = "".join(f" ({' and '.join(group)} count as one)" for group in rule.same.events)
    return _named(rule.same.event, "event") + groups


def _times(when: When) -> str:
    order = _ORDER[when.order]
    others = _apart(when.days) if when.days is not None or when.own_days is None else "not compared"
    own = "not compared" if when.own_days is None else _apart(when.own_days)
    return f"Said by different speakers: {others}; by one speaker: {own}{order}"


def _run(when: When) -> str:
    next_one = "" if when.days is None else " from one to the next"
    return f"Said by different speakers, {_apart(when.days)}{next_one}"


def _apart(days: int | None) -> str:
    if days is None:
        return "on any days"
    return f"at most {many(days, 'day')} apart" if days else "on one day"


def _examples(examples: Sequence[RuleExample]) -> Iterator[str]:
    if examples:
        yield "## Examples"
        yield "Some of them; all stand beside the rule. Near misses are no findings."
    for item in _some(examples):
        yield f"### {item.example.name} ({item.example.language})"
        for article in item.example.articles:
            about = ", ".join(str(part) for part in (article.outlet, article.published) if part)
            yield "\n".join(
                f"> {line}" for line in [f"{article.id} ({about})" if about else article.id, "", *_lines(article.text)]
            )
        yield from _expected(item)


def _some(examples: Sequence[RuleExample]) -> Iterator[RuleExample]:
    """The first few of each language that the rule finds, and the first few that it must not; no gaps."""
    seen: dict[tuple[str, bool], int] = {}
    for item in examples:
        sort = (item.example.language, bool(item.example.expect))
        if item.example.gap is None and seen.get(sort, 0) < _SHOWN:
            seen[sort] = seen.get(sort, 0) + 1
            yield item


def _lines(text: str) -> Iterable[str]:
    return text.strip().splitlines()


def _expected(item: RuleExample) -> Iterator[str]:
    if not item.example.expect:
        yield f"Nothing is found: {item.example.harmless}."
    for finding in item.example.expect:
        yield "Found: " + " against ".join(
            f"{' and '.join(side.speakers)} ({', '.join(side.words)})" for side in finding.sides
        )
