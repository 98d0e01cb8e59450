"""Lexicon entries: inflection, clitics, phrases."""

from __future__ import annotations

import re

import pytest

from consistency.model import Language, Token
from consistency.orthography import fold
from consistency.rulepack.lexicon import Entry, Lexicon

ENTRIES = [
    Entry(id="leave", type="event", nouns=("انسحاب",), verbs=("انسحب/ينسحب", "غادر/يغادر")),
    Entry(id="end", type="aspect", verbs=("انتهى/ينتهي",), nouns=("نهاية",)),
    Entry(id="coalition", type="body", forms=("قوات التحالف", "التحالف الدولي")),
    Entry(id="forces", type="noun", forms=("قوات",)),
    Entry(id="combat", type="role", adjectives=("قتالي",), **{"not": ("غير قتالي", "غير قتالية")}),
]


def found(text: str, entries: list[Entry] = ENTRIES, language: Language = "ar") -> list[tuple[str, str, str]]:
    tokens = [Token(m.start(), m.end(), m.group(), fold(m.group())) for m in re.finditer(r"\S+", text)]
    return [(m.type, m.id, text[m.start : m.end]) for m in Lexicon(entries, language).match(tokens)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("وانسحابها", ("event", "leave", "انسحاب")),
        ("سينسحبون", ("event", "leave", "ينسحبون")),
        ("وغادرت", ("event", "leave", "غادرت")),
        ("لم تنته", ("aspect", "end", "تنته")),
        ("انتهت", ("aspect", "end", "انتهت")),
        ("نهايتها", ("aspect", "end", "نهايت")),
        ("القتالية", ("role", "combat", "القتالية")),
        ("مقاتلون قتاليون", ("role", "combat", "قتاليون")),
    ],
)
def test_one_entry_covers_the_forms_of_a_word(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in found(text)


@pytest.mark.parametrize(("text", "number"), [("قتيل", "s"), ("وقتيلين", "d"), ("قتيلان", "d"), ("القتلى", "p")])
def test_a_noun_with_a_plural_of_its_own_ends_like_a_dual_only_as_one(text: str, number: str) -> None:
    tokens = [Token(0, len(text), text, fold(text))]
    (mention,) = Lexicon([Entry(id="killed", type="unit", nouns=("قتيل/قتلى",))], "ar").match(tokens)
    assert mention.features["number"] == number


def test_a_future_prefix_makes_the_tense_future() -> None:
    tokens = [Token(0, 7, "وستغادر", fold("وستغادر"))]
    (mention,) = Lexicon(ENTRIES, "ar").match(tokens)
    assert mention.features["tense"] == "future"
    assert mention.proclitics == "وس"


def test_the_longest_phrase_of_a_type_wins_and_types_may_overlap() -> None:
    assert found("لقوات التحالف الدولي") == [("body", "coalition", "قوات التحالف"), ("noun", "forces", "قوات")]


def test_an_entry_is_silent_inside_its_negatives() -> None:
    assert found("مهمة غير قتالية") == []
    assert found("مهمة قتالية") == [("role", "combat", "قتالية")]


def test_a_negative_holds_to_the_letter_and_for_its_words_alone() -> None:
    assert found("المهمات غير القتالية") == [("role", "combat", "القتالية")]
    assert found("بغير قتالية") == [("role", "combat", "قتالية")]
    assert found("مهمة وغير قتالية") == []
    assert found("مهمة غير قتالية لقوة قتالية") == [("role", "combat", "قتالية")]


def test_a_negative_bars_its_own_entry_only() -> None:
    other = Entry(id="fighting", type="nature", adjectives=("قتالي",))
    assert found("مهمة غير قتالية", [*ENTRIES, other]) == [("nature", "fighting", "قتالية")]


def test_english_verbs_and_nouns_inflect() -> None:
    entries = [Entry(id="leave", type="event", verbs=("withdraw/withdrew/withdrawn", "pull out"), nouns=("pullout",))]
    texts = ["withdrew", "withdrawing", "pulled out", "pulling out", "pullouts", "Withdrawn"]
    assert [found(t, entries, "en")[0][2] for t in texts] == texts


def test_an_entry_of_phrases_only_keeps_them_from_every_entry_of_its_id() -> None:
    entries = [
        Entry(id="affirm", type="cue", verbs=("renew",)),
        Entry(id="affirm", type="cue", **{"not": ("renewed its sanctions",)}),
    ]
    assert found("It renewed its call", entries, "en") == [("cue", "affirm", "renewed")]
    assert found("It renewed its sanctions", entries, "en") == []


def test_an_entry_of_phrases_only_whose_id_no_other_has_keeps_its_type_silent() -> None:
    entries = [
        Entry(id="mali", type="nationality", adjectives=("مالي",)),
        Entry(id="syria", type="nationality", adjectives=("سوري",)),
        Entry(id="namesake", type="nationality", **{"not": ("وزير المالية",)}),
    ]
    assert found("وزير المالية السوري", entries) == [("nationality", "syria", "السوري")]
    assert found("القوات المالية", entries) == [("nationality", "mali", "المالية")]


def test_a_short_verb_doubles_its_last_letter_whatever_stands_before_its_vowel() -> None:
    entries = [Entry(id="end", type="event", verbs=("scrap", "stop", "open", "halt"))]
    assert [id_ for _, id_, _ in found("scrapped stopping opened halted", entries, "en")] == ["end"] * 4


def test_a_madda_is_no_hamza_but_in_words_often_misspelt() -> None:
    entries = [
        Entry(id="i", type="pronoun", forms=("أنا",)),
        Entry(id="anna", type="given_name", forms=("آنا",)),
        Entry(id="march", type="month", forms=("آذار",)),
    ]
    assert [i for _, i, _ in found("آنا أنا آذار أذار اذار", entries)] == ["anna", "i", "march", "march", "march"]


def test_no_particle_carries_the_article() -> None:
    entries = [Entry(id="on", type="preposition", forms=("على",))]
    assert found("العلي علي", entries) == [("preposition", "on", "علي")]


def test_a_noun_spelt_like_the_past_of_its_verb_says_so() -> None:
    entry = Entry(id="pull", type="event", nouns=("سحب",), verbs=("سحب/يسحب",))
    tokens = [Token(0, 3, "سحب", "سحب"), Token(4, 9, "السحب", "السحب")]
    told = [m.features.get("also") for m in Lexicon([entry], "ar").match(tokens)]
    assert told == ["past", "past"]
