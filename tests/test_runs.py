"""The prints of texts: much the same words have one in common, other words have none, and they never change."""

from __future__ import annotations

import random

from consistency.runs import PRINTS, claim_prints, prints_of

WORDS = [f"word{n}" for n in range(500)]


def shared(one: str, other: str) -> int:
    """How many prints two texts have in common."""
    return sum(a == b for a, b in zip(prints_of(one) or (), prints_of(other) or (), strict=True))


def test_texts_with_a_word_changed_have_prints_in_common_and_other_texts_none() -> None:
    chance = random.Random(7)
    alike = apart = 0
    for _ in range(200):
        words = chance.sample(WORDS, 24)
        changed = [*words[:9], "another", *words[10:]]
        alike += shared(" ".join(words), " ".join(changed)) > 0
        apart += shared(" ".join(words), " ".join(chance.sample(WORDS, 24))) > 0
    assert (alike, apart) == (200, 0)


def test_the_way_of_writing_does_not_change_prints() -> None:
    assert prints_of("أعلنت الوزارة إنهاء المهمّة") == prints_of("اعلنت الوزاره انهاء المهمة") is not None


def test_prints_stay_the_same_from_version_to_version() -> None:
    assert prints_of("the last soldiers left the base") == (
        308040329,
        112090565,
        263462159,
        1211084604,
        203888809,
        791993377,
    )


def test_a_text_of_two_words_has_no_prints() -> None:
    assert prints_of("they left") is None
    assert len(prints_of("they left early") or ()) == PRINTS


def test_prints_of_claims_are_shared_by_the_same_words_in_the_same_position_alone() -> None:
    words = "the last soldiers left the base"
    assert claim_prints(words, "left") == claim_prints(words.upper(), "left")
    assert set(claim_prints(words, "left")).isdisjoint(claim_prints(words, "stayed"))
    assert all(0 <= each < 2**63 for each in claim_prints(words, "left"))
    assert claim_prints("they left", "left") == []
