"""Whom facts are about beside forces, how long something lasts, and at what time of day it happens."""

from __future__ import annotations

from functools import cache

import pytest

from consistency import Article, Checker
from consistency.model import Fact


@cache
def _checker() -> Checker:
    return Checker(packs=["ceasefire"])


def facts(text: str, kind: str) -> list[Fact]:
    """The facts of a kind in an article about a truce in Gaza."""
    article = Article(id="a", text=text, published="2023-11-20")  # type: ignore[arg-type]
    return [fact for fact in _checker().check([article]).facts if fact.kind == kind]


@pytest.mark.parametrize(
    ("text", "party", "stance"),
    [
        # who does it: beside the verb, before or behind it
        ("Egypt's foreign minister said that Hamas had accepted the truce in Gaza.", "org.hamas", "accepts"),
        ("قال وزير الخارجية المصري إن حماس وافقت على الهدنة في غزة.", "org.hamas", "accepts"),
        ("أعلن وزير الخارجية المصري أن الحكومة الإسرائيلية ترفض الهدنة في غزة.", "org.israeli-government", "refuses"),
        ("قال مبعوث الأمم المتحدة: لم توافق إسرائيل على الهدنة في غزة.", "org.israeli-government", "not_accepted"),
        # the speaker's own side: we, it, "the movement", its acceptance
        ('"We reject the truce in Gaza," Hamas said.', "org.hamas", "refuses"),
        ("Hamas said it had accepted the truce in Gaza.", "org.hamas", "accepts"),
        ("قال المتحدث باسم حماس فوزي سالم إن الحركة وافقت على الهدنة في غزة.", "org.hamas", "accepts"),
        ("أعلنت حماس قبولها بالهدنة في غزة.", "org.hamas", "accepts"),
        # the reporting word says it
        ("رفضت حماس الهدنة في غزة.", "org.hamas", "refuses"),
    ],
)
def test_a_stance_is_about_whoever_takes_it(text: str, party: str, stance: str) -> None:
    assert [(fact.subject.party, fact.value["is"]) for fact in facts(text, "stance")] == [(party, stance)]


@pytest.mark.parametrize(
    "text",
    [
        "Hamas rejected the claim that Israel had broken the ceasefire in Gaza.",
        "Egypt's foreign minister said that the factions had accepted the truce in Gaza.",
        "Hamas said that it would accept the truce in Gaza if the crossings opened.",
    ],
)
def test_no_stance_is_ascribed_to_somebody_else(text: str) -> None:
    assert [fact for fact in facts(text, "stance") if fact.certainty == "asserted"] == []


@pytest.mark.parametrize(
    ("text", "party", "polarity"),
    [
        ("Hamas accused Israel of violating the truce in Gaza.", "org.israeli-government", "affirmed"),
        ("اتهمت حماس إسرائيل بخرق الهدنة في غزة.", "org.israeli-government", "affirmed"),
        ("Hamas denied breaking the truce in Gaza.", "org.hamas", "denied"),
        ("نفت حماس خرق الهدنة في غزة.", "org.hamas", "denied"),
    ],
)
def test_a_breach_is_about_the_accused(text: str, party: str, polarity: str) -> None:
    assert {(fact.subject.party, fact.polarity) for fact in facts(text, "breach")} == {(party, polarity)}


@pytest.mark.parametrize(
    ("words", "hours"),
    [
        ("a three-day truce", 72),
        ("a 48-hour ceasefire", 48),
        ("a truce for two weeks", 336),
        ("هدنة لمدة 48 ساعة", 48),
        ("هدنة لثلاثة أيام", 72),
        ("وقف إطلاق النار لمدة أسبوعين", 336),
        ("هدنة مدتها ست ساعات", 6),
    ],
)
def test_lengths_are_hours(words: str, hours: int) -> None:
    text = f"أعلنت حماس {words} في غزة." if words[-1] > "z" else f"Hamas said there would be {words} in Gaza."
    assert [(fact.value["min"], fact.value["max"]) for fact in facts(text, "length")] == [(hours, hours)]


@pytest.mark.parametrize(
    "text",
    [
        "Hamas said the truce in Gaza would begin within 48 hours.",
        "قالت حماس إن الهدنة في غزة ستبدأ بعد 48 ساعة.",
        "قالت حماس إن الهدنة في غزة ستبدأ خلال 24 ساعة.",
    ],
)
def test_a_time_to_wait_is_no_length(text: str) -> None:
    assert facts(text, "length") == []


@pytest.mark.parametrize(
    ("words", "time"),
    [
        ("at noon", "12:00"),
        ("at 6 p.m.", "18:00"),
        ("at 23:59", "23:59"),
        ("ظهرا", "12:00"),
        ("الساعة الثامنة مساء", "20:00"),
        ("من الساعة 23:59", "23:59"),
        ("عند منتصف الليل", "00:00"),
    ],
)
def test_times_of_day_are_hours_and_minutes(words: str, time: str) -> None:
    arabic = words[-1] > "z" or "الساعة" in words
    text = (
        f"قالت حماس إن الهدنة في غزة تبدأ {words}." if arabic else f"Hamas said the truce in Gaza would begin {words}."
    )
    assert [fact.value["at"] for fact in facts(text, "start_hour")] == [time]


def test_a_truce_is_itself_what_its_length_is_about() -> None:
    (fact,) = facts("Hamas said there would be a three-day truce in Gaza.", "length")
    assert (fact.subject.party, fact.event) == ("event.ceasefire", "ceasefire")


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Qatar said that Israel and Hamas had agreed to a truce in Gaza.", {"org.israeli-government", "org.hamas"}),
        ("Both the Houthis and the Saudi-led coalition accepted the truce in Gaza, Qatar said.", {"org.houthis", "org.saudi-led-coalition"}),
        ("قالت قطر إن إسرائيل وحماس وافقتا على هدنة في غزة.", {"org.israeli-government", "org.hamas"}),
        ("قال وزير الخارجية المصري: وافقت إسرائيل وحماس على هدنة في غزة.", {"org.israeli-government", "org.hamas"}),
        ("قال وزير الخارجية المصري إن كلا من إسرائيل وحماس قبلت هدنة في غزة.", {"org.israeli-government", "org.hamas"}),
    ],
)  # fmt: skip
def test_of_several_that_act_together_each_takes_a_stance(text: str, parties: set[str]) -> None:
    assert {fact.subject.party for fact in facts(text, "stance")} == parties


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("قال الوزير التونسي الحبيب الطرابلسي: وافقت كتيبة درع الساحل على الهدنة في غزة.", "org.faction.dra-sahl-battalion"),
        ("قال الوزير التونسي الحبيب الطرابلسي إن الجبهة الجنوبية ترفض الهدنة في غزة.", "org.faction.jnubih-front"),
    ],
)  # fmt: skip
def test_what_a_group_that_no_pack_lists_does_is_done_by_it(text: str, party: str) -> None:
    assert {fact.subject.party for fact in facts(text, "stance")} == {party}


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("أعلنت حماس قبولها بالهدنة في بلدة الخرنوب.", {"place.al-khrnub"}),
        ("أعلنت حماس قبولها بالهدنة في بلدة الخرنوب السورية.", {"place.sy.al-khrnub"}),
        (
            "أعلنت حماس قبولها بالهدنة في بلدة الخرنوب. وقالت إسرائيل إنها قبلت الهدنة في سوريا.",
            {"place.sy.al-khrnub", "place.sy"},
        ),
    ],
)
def test_a_town_that_no_pack_lists_lies_where_words_beside_it_or_others_of_the_matter_say(
    text: str, places: set[str]
) -> None:
    assert {fact.place for fact in facts(text, "stance")} == places


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ('"Our forces have not violated the truce in Gaza," Israeli army spokesman Daniel Lev said.', "org.israeli-government"),
        ("قال المتحدث باسم الجيش الإسرائيلي دانيال ليف إن قواتنا لم تخرق الهدنة في غزة.", "org.israeli-government"),
        ("Hamas said that Israeli forces had violated the truce in Gaza.", "org.israeli-government"),
        ("قال القيادي في حماس فوزي سالم إن خروقات إسرائيل للهدنة في غزة مستمرة.", "org.israeli-government"),
    ],
)  # fmt: skip
def test_forces_stand_for_their_side(text: str, party: str) -> None:
    assert [fact.subject.party for fact in facts(text, "breach")] == [party]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The truce in Gaza will begin on Sunday, Qatar said.", "2023-11-26"),
        ("The truce in Gaza starts Thursday, Qatar said.", "2023-11-23"),
        ("Qatar said the truce in Gaza began on Sunday.", "2023-11-19"),
        ("قالت قطر إن الهدنة في غزة تبدأ الخميس.", "2023-11-23"),
        ("قالت قطر إن الهدنة في غزة بدأت الأحد.", "2023-11-19"),
    ],
)
def test_the_tense_of_the_verb_says_which_weekday_is_meant(text: str, day: str) -> None:
    assert [fact.value["by"]["end"] for fact in facts(text, "start")] == [day]


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("Qatar said the four-day truce in Gaza had been extended by two days.", 48),
        ("Qatar announced a two-week extension of the truce in Gaza.", 336),
        ("أعلنت قطر تمديد الهدنة في غزة يومين إضافيين.", 48),
        ("قالت قطر إن الهدنة في غزة مددت لمدة 72 ساعة.", 72),
    ],
)
def test_an_extension_has_a_length_of_its_own(text: str, hours: int) -> None:
    assert [fact.value["min"] for fact in facts(text, "extension_length")] == [hours]
    assert facts(text, "length") == []


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Negotiations are under way on a truce in Gaza, Qatar said.", "talks"),
        ("قال وزير الخارجية المصري إن المفاوضات بشأن الهدنة في غزة مستمرة.", "talks"),
        ("قال وزير الخارجية المصري إن الهدنة في غزة مستمرة.", "ceasefire"),
    ],
)
def test_what_talks_are_about_is_not_what_is_said_of_them(text: str, event: str) -> None:
    assert [fact.event for fact in facts(text, "course")] == [event]


@pytest.mark.parametrize(
    "text",
    [
        "If the truce in Gaza is extended until Monday, more lorries will cross, Qatar said.",
        "Nobody knows whether the truce in Gaza will be extended, Qatar said.",
        "Hamas asked for the truce in Gaza to be extended by four days, Qatar said.",
        "قالت قطر إنه إذا مددت الهدنة في غزة حتى الاثنين فستعبر شاحنات أخرى.",
    ],
)
def test_what_is_supposed_or_asked_for_is_no_extension(text: str) -> None:
    assert [fact for fact in facts(text, "extension") if fact.certainty == "asserted"] == []


@pytest.mark.parametrize(
    ("text", "stances"),
    [
        ("The Sunrise Brigade said it would abide by the ceasefire in Gaza.", ["accepts"]),
        ("The Sunrise Brigade said it would not observe any ceasefire in Gaza.", ["refuses"]),
        ("أعلن القيادي في حركة الجهاد الإسلامي خالد البطران أن الحركة ستلتزم بالهدنة في غزة إذا التزم بها الاحتلال.", ["would_if"]),
        ("قالت حماس: لن نلتزم بالهدنة في غزة إلا إذا رفع الحصار.", ["refuses_unless"]),
        # what another side will do is a guess
        ("Israel said it did not think Hamas would respect the truce in Gaza.", []),
        ("Israel said it doubted that Hamas would respect the truce in Gaza.", []),
        ("قالت إسرائيل إنها لا تعتقد أن حماس ستلتزم بالهدنة في غزة.", []),
        ("قالت إسرائيل إن على حماس أن تلتزم بالهدنة في غزة.", []),
    ],
)  # fmt: skip
def test_who_will_keep_a_truce_accepts_it(text: str, stances: list[str]) -> None:
    assert [fact.value["is"] for fact in facts(text, "stance")] == stances


def test_the_first_hours_of_a_truce_are_not_its_length() -> None:
    assert (
        facts(
            "The defence ministry said rebels broke the ceasefire in Gaza nine times in its first 24 hours.", "length"
        )
        == []
    )
