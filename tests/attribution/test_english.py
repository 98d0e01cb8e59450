"""Who said what in English prose, headlines, transcripts and statements."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from consistency.attribution.english import attribute_english
from consistency.model import Attribution, Document
from tests.attribution import spoken
from tests.attribution.spoken import PACKS, corpus, unmark

CORPUS = corpus("en")
PATTERNS = {
    "speaker before", "speaker after", "speaker inside", "according to", "told somebody", "statement interview tweet", "he added",
    "joint statement", "demands", "stance", "called and likened", "participles", "passive and hearsay", "chains",
    "anonymous sources", "dateline", "headline says", "colons and dashes", "multi-paragraph quotations",
    "entities and odd marks", "narration",
}  # fmt: skip
"""What newspapers do, by the names of the corpus."""


def test_no_pattern_is_missing() -> None:
    assert CORPUS.keys() >= PATTERNS


@pytest.mark.parametrize(
    "row", [pytest.param(row, id=f"{name}-{n}") for name, rows in CORPUS.items() for n, row in enumerate(rows)]
)
def test_the_corpus(row: list[str]) -> None:
    marked = unmark(*row)
    assert spoken.heard(marked, "en") == marked.wanted()


def read(text: str, headline: str = "") -> Document:
    """A document of one story, with its headline if there is one."""
    return spoken.read(f"{headline}\n{text}" if headline else text, "en", len(headline))


def who(document: Document, found: list[Attribution], at: int) -> str:
    """The speaker of an attribution as named: at the end of its ``same_as`` chain, the name, else the words."""
    attribution = found[at]
    while attribution.same_as is not None:
        attribution = found[attribution.same_as]
    return attribution.name or attribution.title or (document.slice(attribution.source) if attribution.source else "")


def heard(text: str, headline: str = "") -> list[tuple[str, str]]:
    """(speaker, content) of each statement, white space made single."""
    document = read(text, headline)
    found = attribute_english(document, PACKS)
    return [(who(document, found, i), " ".join(document.slice(a.span).split())) for i, a in enumerate(found)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Lloyd Austin said the brigade would come home in October.",
            [("Lloyd Austin", "the brigade would come home in October")],
        ),
        (
            "Lloyd Austin told reporters that no date had been fixed.",
            [("Lloyd Austin", "no date had been fixed")],
        ),
        (
            "Lloyd Austin said in a statement that the bases were being closed.",
            [("Lloyd Austin", "the bases were being closed")],
        ),
        (
            "The bases will be handed over next week, Lloyd Austin said.",
            [("Lloyd Austin", "The bases will be handed over next week")],
        ),
        (
            "The bases will be handed over next week, according to Lloyd Austin.",
            [("Lloyd Austin", "The bases will be handed over next week")],
        ),
        (
            "According to Lloyd Austin, the bases will be handed over next week.",
            [("Lloyd Austin", "the bases will be handed over next week")],
        ),
        (
            "“We are on schedule,” said Lloyd Austin.",
            [("Lloyd Austin", "We are on schedule")],
        ),
        (
            "“We are on schedule,” Lloyd Austin said, “but the roads are bad.”",
            [("Lloyd Austin", "We are on schedule"), ("Lloyd Austin", "but the roads are bad")],
        ),
        (
            'Lloyd Austin said: "Nobody will be left behind."',
            [("Lloyd Austin", "Nobody will be left behind")],
        ),
        (
            "As Lloyd Austin has said, the mission goes on until May.",
            [("Lloyd Austin", "the mission goes on until May")],
        ),
        (
            "The last convoy, Lloyd Austin said, will cross the border at dawn.",
            [("Lloyd Austin", "The last convoy, Lloyd Austin said, will cross the border at dawn")],
        ),
    ],
)
def test_speaker_before_after_and_inside(text: str, expected: list[tuple[str, str]]) -> None:
    assert heard(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lloyd Austin denied that the base would close.", "the base would close"),
        ("Lloyd Austin denied reports that the base would close.", "the base would close"),
        ("Lloyd Austin ruled out a longer stay.", "a longer stay"),
        ("Lloyd Austin dismissed talk of a longer stay.", "talk of a longer stay"),
        ("Lloyd Austin warned of new attacks.", "new attacks"),
        ("Lloyd Austin warned against a hasty exit.", "a hasty exit"),
        ("Lloyd Austin vowed to bring every soldier home.", "bring every soldier home"),
        ("Lloyd Austin pledged to bring every soldier home.", "bring every soldier home"),
        ("Lloyd Austin acknowledged that mistakes were made.", "mistakes were made"),
        ("Lloyd Austin insisted the plan was sound.", "the plan was sound"),
        ("Lloyd Austin hinted that more units could follow.", "more units could follow"),
        ("Lloyd Austin rejected calls for a new mandate.", "calls for a new mandate"),
        ("Lloyd Austin claimed that the enemy was beaten.", "the enemy was beaten"),
        ("Lloyd Austin called for a new mandate.", "a new mandate"),
        ("Lloyd Austin announced the departure of two brigades.", "the departure of two brigades"),
    ],
)
def test_verbs_of_denial_and_stance(text: str, expected: str) -> None:
    assert heard(text) == [("Lloyd Austin", expected)]


def test_participles_go_on_with_the_speaker() -> None:
    text = "Lloyd Austin confirmed the pledge to Baghdad, underscoring that the fight goes on, and adding that advisers will stay."
    assert heard(text) == [
        ("Lloyd Austin", "the pledge to Baghdad"),
        ("Lloyd Austin", "the fight goes on"),
        ("Lloyd Austin", "advisers will stay"),
    ]


def test_participle_after_a_verb_that_reports_nothing_has_the_subject_as_speaker() -> None:
    assert heard("Lloyd Austin met the new cabinet, saying that the army was ready.") == [
        ("Lloyd Austin", "the army was ready")
    ]


def test_second_verb_shares_the_subject() -> None:
    assert heard("Lloyd Austin ruled out a longer stay and warned of new attacks.") == [
        ("Lloyd Austin", "a longer stay"),
        ("Lloyd Austin", "new attacks"),
    ]


def test_pronouns_go_on_with_the_last_person_and_it_with_the_last_body() -> None:
    text = "Lloyd Austin said the camp was empty. He added that the gates were locked. “We have the keys,” he said."
    assert heard(text) == [
        ("Lloyd Austin", "the camp was empty"),
        ("Lloyd Austin", "the gates were locked"),
        ("Lloyd Austin", "We have the keys"),
    ]


def test_pronoun_means_the_subject_of_a_sentence_in_between() -> None:
    text = "Lloyd Austin said the camp was empty. Then Robert Gates arrived in the capital. He said the camp was full."
    assert heard(text)[1] == ("Robert Gates", "the camp was full")


def test_apposition_stands_between_name_and_verb() -> None:
    text = "Lloyd Austin, the defense secretary, said the last plane had left."
    assert heard(text) == [("Lloyd Austin", "the last plane had left")]


def test_relative_clause_ends_at_its_comma() -> None:
    text = "Lloyd Austin, who has said the camp will close, flew home on Friday."
    assert heard(text) == [("Lloyd Austin", "the camp will close")]


def test_quotation_alone_goes_on_with_the_speaker_before() -> None:
    text = "“The camp is closed,” Lloyd Austin said.\n“There is nobody left in it to guard.”"
    assert heard(text) == [
        ("Lloyd Austin", "The camp is closed"),
        ("Lloyd Austin", "There is nobody left in it to guard"),
    ]


@pytest.mark.parametrize(
    ("text", "expected", "via"),
    [
        (
            "Lloyd Austin said that the gates were shut, state television reported.",
            "the gates were shut",
            "state television",
        ),
        (
            "“The gates are shut,” the White House quoted Lloyd Austin as saying.",
            "The gates are shut",
            "the White House",
        ),
        (
            "Lloyd Austin was quoted by the White House as saying that the gates were shut.",
            "the gates were shut",
            "the White House",
        ),
        (
            "State television reported that Lloyd Austin had announced the closing of the gates.",
            "the closing of the gates",
            "State television",
        ),
        ("Lloyd Austin said on Twitter that the gates were shut.", "the gates were shut", "Twitter"),
    ],
)
def test_carriers_are_no_speakers(text: str, expected: str, via: str) -> None:
    document = read(text)
    (found,) = attribute_english(document, PACKS)
    assert (found.name, document.slice(found.span), found.via) == ("Lloyd Austin", expected, via)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Lloyd Austin, speaking to troops in the north, said he believed the gates would hold.",
            "he believed the gates would hold",
        ),
        ("Lloyd Austin told a crowd of students that the gates would hold.", "the gates would hold"),
        ("The gates will hold, Lloyd Austin told reporters in a telephone interview.", "The gates will hold"),
        ("Asked about reports of a delay, Lloyd Austin said the gates would hold.", "the gates would hold"),
        ("Lloyd Austin acknowledged that the work was “slower than planned”.", "the work was “slower than planned"),
        ("After a long silence, Lloyd Austin said that they would.", "they would"),
    ],
)
def test_what_surrounds_the_verb_is_no_content(text: str, expected: str) -> None:
    assert heard(text) == [("Lloyd Austin", expected)]


def test_verb_after_but_goes_on_with_the_speaker() -> None:
    assert heard("Lloyd Austin acknowledged that the work was slow but stressed the gates would hold.") == [
        ("Lloyd Austin", "the work was slow"),
        ("Lloyd Austin", "the gates would hold"),
    ]


def test_unnamed_source_keeps_its_condition_out_of_what_it_says() -> None:
    document = read(
        "Five guards were hurt at the gates, a source in the ministry told journalists on condition of anonymity."
    )
    (found,) = attribute_english(document, PACKS)
    assert found.anonymous
    assert document.slice(found.span) == "Five guards were hurt at the gates"


def test_partial_quotation_is_mixed() -> None:
    document = read("Lloyd Austin said the exit was “orderly and safe” in every town.")
    (found,) = attribute_english(document, PACKS)
    assert (found.mode, document.slice(found.span)) == ("mixed", "the exit was “orderly and safe” in every town")


def test_anonymous_official_is_taken_up_by_the_official_but_not_by_another() -> None:
    text = "A senior official said the order was signed. The official said it was secret. Another official said it was not."
    found = attribute_english(read(text), PACKS)
    assert [(a.anonymous, a.same_as) for a in found] == [(True, None), (False, 0), (True, None)]


def test_joint_statement_is_the_first_side_s() -> None:
    document = read("The Pentagon and the White House said in a joint statement that the mission was over.")
    (found,) = attribute_english(document, PACKS)
    assert document.slice(found.span) == "the mission was over"
    assert found.source is not None
    assert document.slice(found.source).startswith("The Pentagon")


@pytest.mark.parametrize(
    "text",
    [
        "The camp is reportedly being closed.",
        "It is noted that the camp was built in 2005.",
        "It was announced on Friday that the camp would close.",
        "Lloyd Austin did not say when the camp would close.",
        "Lloyd Austin declined to say when the camp would close.",
        "Lloyd Austin is expected to announce the closure of the camp.",
        "Lloyd Austin was told that the camp would close.",
        "The plan announced by Lloyd Austin will cost millions.",
        "The camp was called “the oven” by the soldiers.",
    ],
)
def test_narration_and_what_was_not_said_are_no_statements(text: str) -> None:
    assert heard(text) == []


@pytest.mark.parametrize(
    ("headline", "expected"),
    [
        ("Robert Gates: all camps to close by May", [("Robert Gates", "all camps to close by May")]),
        ("All camps to close by May: Robert Gates", [("Robert Gates", "All camps to close by May")]),
        ("Robert Gates says all camps will close", [("Robert Gates", "all camps will close")]),
        ("All camps to close by May, Robert Gates says", [("Robert Gates", "All camps to close by May")]),
        ("Robert Gates vows to close all camps", [("Robert Gates", "close all camps")]),
        ("Robert Gates to announce closure of camps", []),
        ("Iraq: soldiers leave the last camp", []),
    ],
)
def test_headlines(headline: str, expected: list[tuple[str, str]]) -> None:
    assert heard("The weather was fine.", headline) == expected


def test_headline_statements_have_their_mode() -> None:
    found = attribute_english(read("The weather was fine.", "Robert Gates says all camps will close"), PACKS)
    assert [a.mode for a in found] == ["headline"]


def test_transcript_turns_are_statements_by_paragraph_and_questions_are_none() -> None:
    text = (
        "THE PRESIDENT: Thank you. The last convoy leaves on Friday.\n"
        "A small guard will stay at the embassy.\n"
        "(Applause.)\n"
        "Q Mr. President, will they all be home by then?\n"
        "THE PRESIDENT: Every one of them.\n"
        "MS. CARVER: I have nothing to add to that."
    )
    assert heard(text, "Remarks by President Barack Obama on the End of the Mission") == [
        ("Barack Obama", "Thank you. The last convoy leaves on Friday"),
        ("Barack Obama", "A small guard will stay at the embassy"),
        ("Barack Obama", "Every one of them"),
        ("CARVER", "I have nothing to add to that"),
    ]


def test_statement_of_an_office_is_its_author_s_where_it_reports_nobody_else() -> None:
    text = "Robert Gates toured the camps in the north. Robert Gates confirmed that the guards were paid. The camps will be closed in spring."
    assert heard(text, "Statement by Spokesperson Hillary Clinton on the Camps") == [
        ("Hillary Clinton", "Robert Gates toured the camps in the north"),
        ("Robert Gates", "the guards were paid"),
        ("Hillary Clinton", "The camps will be closed in spring"),
    ]


def test_both_sides_of_a_joint_statement_are_its_author() -> None:
    text = "The delegations met for two days. The two governments reaffirmed that the guards would leave."
    found = attribute_english(read(text, "Joint Statement on the Future of the Camps"), PACKS)
    assert [a.same_as for a in found] == [None, 0]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                '"',
                "“",
                "”",
                "said",
                "He",
                "Gates",
                ",",
                ".",
                ":",
                "that",
                "the",
                "camp",
                "\n",
                "according to",
                "Q",
                "and",
                "adding",
            ]
        ),
        max_size=30,
    )
)
def test_any_jumble_gives_spans_inside_the_text_and_backward_references(words: list[str]) -> None:
    text = "Camps " + " ".join(words) + " end"
    found = attribute_english(read(text), PACKS)
    for number, attribution in enumerate(found):
        assert 0 <= attribution.span[0] < attribution.span[1] <= len(text)
        assert attribution.same_as is None or attribution.same_as < len(found)
        assert attribution.same_as != number
