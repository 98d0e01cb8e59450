"""The page ``docs/rules/words.md``: the words and values that the files of a rule pack may name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import get_args

from consistency.compare.guards import FACT_FIELDS, FUNCTIONS
from consistency.compare.registry import COMPARATORS
from consistency.lint.phrases import GENERAL
from consistency.lint.rules import FIELDS, PRESENCE
from consistency.model import Certainty, Language, Phase, Polarity
from consistency.rulepack import Packs, Rule, load_packs
from consistency.rulepack.frames import FINDERS, Whom
from consistency.rulepack.rules import FIELDS as MESSAGE
from consistency.rulepack.rules import Relation, Same, When

PATH = "docs/rules/words.md"
_SHOWN = 8
_TYPES = {
    "topic": "what is spoken of; the verb beside it has the doer, the day and the place",
    "event": "what is done or happens: verbs and their nouns",
    "state": "what lasts; it takes dates and places for itself",
    "aspect": "how far something has come, as `under.ID` asks for it",
    "modality": "whether it is planned, wanted, expected, possible",
    "negation": "that it is not so",
    "preposition": "what leads in a date, a place, a party, as slots name it",
    "cue": "reporting words; their class is the facet `cue`",
    "own": "words that mean the speaker's own side (“the movement”)",
    "share": "all, most, some, the rest",
}


def page() -> str:
    """The whole page."""
    packs = load_packs(names=("base",))
    parts = [
        "# Words and values",
        "Written by `make reports` from the packs and the schemas; changes belong there. "
        "What they are for: [rule packs](../../rules/README.md).",
        "## Prepositions",
        "`{date: [until]}` means: a date that one of these words leads in. "
        '`""` stands for none, `object` for a place right behind a verb.',
        _table(("id", "English", "Arabic"), _words(packs, "preposition")),
        "## Words above a predicate",
        '`under.ID` is "yes" where such a word governs the trigger (“began to lift”, «بدأ رفع»).',
        _table(
            ("id", "English", "Arabic"),
            (row for kind in ("aspect", "modality", "negation") for row in _words(packs, kind)),
        ),
        "## Types of words",
        "A type that no frame and no shipped pack names is a slip, says `rules lint`; a type of your own is one that "
        "a frame of yours is `on`, or that a slot names as `{mention: TYPE}`.",
        _table(("type", "what it is"), ((f"`{name}`", what) for name, what in _TYPES.items())),
        "## Values",
        _table(("field", "allowed"), _values()),
    ]
    return "\n\n".join(parts) + "\n"


def _words(packs: Packs, kind: str) -> Iterator[tuple[str, str, str]]:
    languages: tuple[Language, ...] = ("en", "ar")
    found: dict[str, dict[str, list[str]]] = {}
    for language in languages:
        for entries in packs.written(language).values():
            for entry in (e for e in entries if e.type == kind):
                words = [
                    *entry.forms,
                    *(verb.partition("/")[0] for verb in entry.verbs),
                    *entry.nouns,
                    *entry.adjectives,
                ]
                found.setdefault(entry.id, {}).setdefault(language, []).extend(words)
    for id_, by_language in found.items():
        yield f"`{id_}`", *(_some(by_language.get(language, ())) for language in languages)


def _some(words: Sequence[str]) -> str:
    return ", ".join(words[:_SHOWN]) + (", …" if len(words) > _SHOWN else "")


def _values() -> Iterator[tuple[str, str]]:
    same, when = Same.model_fields, When.model_fields
    yield "`phase`", _listed([*get_args(Phase), "scheduled"])
    yield "`polarity`", _listed(get_args(Polarity))
    yield "`certainty`", _listed(get_args(Certainty))
    yield "`subject`", _listed(get_args(Whom))
    yield "`{party: […]}`", f"prepositions, and {_listed(FINDERS)}"
    yield "`verdict`", _listed(get_args(Rule.model_fields["verdict"].annotation))
    yield "`severity`", _listed(get_args(Rule.model_fields["severity"].annotation))
    for name in ("party", "component", "place", "event"):
        yield f"`same: {{{name}}}`", _listed(get_args(same[name].annotation))
    yield "`when: {order}`", _listed(get_args(when["order"].annotation))
    yield "`where`", f"{_listed(FIELDS)}, `value.NAME`; beside words {_listed(PRESENCE)}"
    yield "`comparator`", _listed(sorted(COMPARATORS))
    yield "`relation`", _listed(get_args(Relation))
    yield "braces in `message`", _listed(MESSAGE)
    yield "braces in `sayings`, `topics`", f"{_listed(GENERAL)}, and the slots of the fact's value"
    yield "`guard`", f"fields {_listed(FACT_FIELDS)}, `value.NAME`; functions {_listed(FUNCTIONS)}, `has`"


def _listed(words: Sequence[str]) -> str:
    return ", ".join(f"`{word}`" for word in words)


def _table(head: Sequence[str], rows: Iterator[tuple[str, ...]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)
