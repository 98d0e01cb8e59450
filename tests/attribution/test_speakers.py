"""Speakers joined across articles and languages, and those that must stay apart."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from consistency.attribution import resolve
from consistency.attribution.identity import alike, name_reader
from consistency.language import Reader
from consistency.model import Article, Attribution, Document, Language, Speaker, Statement, Story, Warning
from consistency.orthography import is_arabic
from consistency.rulepack import load_packs

PACKS = load_packs()
READER = Reader(PACKS)
Said = tuple[Document, list[Attribution]]


def said(article: str, day: str | None, *sayings: dict[str, object]) -> Said:
    """A document of one sentence a saying, each "SOURCE: content" with the attribution it is given."""
    parts, attributions, at = [], [], 0
    for saying in sayings:
        source = str(
            saying.get("source") or " ".join(str(saying[k]) for k in ("title", "name") if saying.get(k)) or "it"
        )
        text = f"{source} — content {len(parts)}.\n"
        details = {k: v for k, v in saying.items() if k != "source"}
        start = at + len(source) + 3
        attributions.append(
            Attribution(span=(start, at + len(text) - 2), mode="indirect", source=(at, at + len(source)), **details)
        )  # type: ignore[arg-type]
        parts.append(text)
        at += len(text)
    text = "".join(parts)
    language: Language = "ar" if is_arabic(text) else "en"
    published = dt.date.fromisoformat(day) if day else None
    story = Story(id=article, span=(0, len(text)))
    (document,) = READER.read(
        [Article(id=article, text=text, language=language, published=published, stories=(story,))]
    )
    return document, attributions


def resolved(*heard: Said) -> tuple[dict[str, str], dict[str, Speaker], list[Warning]]:
    """Speaker id by statement id, speakers by id, warnings."""
    speakers, statements, warnings = resolve([d for d, _ in heard], {d.article.id: a for d, a in heard}, PACKS)
    return {s.id: s.speaker for s in statements}, {s.id: s for s in speakers}, warnings


def of(*heard: Said) -> list[str]:
    """The speaker ids of all statements, in the order of the articles given."""
    by_statement, _, _ = resolved(*heard)
    return [by_statement[f"{d.article.id}#s{n + 1}"] for d, a in heard for n in range(len(a))]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ريموند أوديرنو", "ريموند أدويرنو"),
        ("ريموند أوديرنو", "Raymond Odierno"),
        ("مصطفى الكاظمي", "Mustafa al-Kadhimi"),
        ("جويل هاربر", "Joel B. Harper"),
        ("عبدالغني إبراهيم", "عبد الغني ابراهيم"),
        ("Adil Abdul-Mahdi", "عادل عبد المهدي"),
        ("محمد شياع السوداني", "Mohammed al-Sudani"),
    ],
)
def test_spellings_of_one_name_are_alike(one: str, other: str) -> None:
    read = name_reader(PACKS).read
    assert alike(read(one), read(other)) == "same"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("حسن الساعدي", "حسين الساعدي"),
        ("محمد الجبوري", "محمود الجبوري"),
        ("نيجيرفان بارزاني", "مسرور بارزاني"),
        ("Hassan al-Saadi", "Hussein al-Saadi"),
        ("تحسين الخفاجي", "Hassan al-Khafaji"),
        ("George Bush", "Jeb Bush"),
    ],
)
def test_two_persons_of_one_surname_are_not_alike(one: str, other: str) -> None:
    read = name_reader(PACKS).read
    assert alike(read(one), read(other)) == "no"


def test_surname_after_a_full_name_is_the_same_person() -> None:
    article = said("a", "2020-03-01", {"name": "Tom Winfield", "title": "Pentagon spokesman"}, {"name": "Winfield"})
    assert of(article) == ["person.tom-winfield"] * 2


def test_headline_surname_is_the_person_whom_the_text_names_in_full() -> None:
    article = said("a", None, {"name": "الزيدي"}, {"name": "كرار الزيدي", "title": "النائب"})
    assert len(set(of(article))) == 1


def test_surname_that_two_persons_of_the_article_bear_is_neither_and_warns() -> None:
    article = said("a", None, {"name": "سعد العامري"}, {"name": "هادي العامري"}, {"name": "العامري"})
    ids, _, warnings = resolved(article)
    assert len(set(ids.values())) == 3
    assert [w.code for w in warnings] == ["unresolved-speaker"]


def test_one_person_in_both_languages_is_one_speaker_with_a_latin_id() -> None:
    english = said("en", "2021-05-02", {"name": "Walid Sharqawi", "title": "the army's chief"})
    arabic = said("ar", "2021-05-01", {"name": "وليد الشرقاوي"}, {"name": "الشرقاوي"})
    ids, speakers, _ = resolved(english, arabic)
    assert set(ids.values()) == {"person.walid-sharqawi"}
    assert speakers["person.walid-sharqawi"].names == ("وليد الشرقاوي", "الشرقاوي", "Walid Sharqawi")


@pytest.mark.parametrize("spelling", ["روبرت غيتس", "روبرت جيتس", "Robert M. Gates", "Bob Gates"])
def test_known_person_has_the_id_of_the_packs_in_every_spelling(spelling: str) -> None:
    assert of(said("a", "2009-06-01", {"name": spelling})) == ["person.robert-gates"]


def test_surname_alone_is_the_office_holder_only_when_his_office_is_named_or_held() -> None:
    then = said("a", "2009-06-01", {"name": "غيتس", "title": "وزير الدفاع الأمريكي"})
    long_before = said("b", "1995-06-01", {"name": "غيتس"})
    assert of(then) == ["person.robert-gates"]
    assert of(long_before) != ["person.robert-gates"]


def test_same_surname_under_two_given_names_stays_two_across_articles() -> None:
    first = said("a", "2021-01-01", {"name": "قيس الكعبي", "title": "النائب"})
    second = said("b", "2021-01-02", {"name": "نصير الكعبي", "title": "النائب"})
    assert len(set(of(first, second))) == 2


def test_same_full_name_in_another_office_of_another_country_stays_two() -> None:
    first = said("a", "2021-01-01", {"name": "Ali Hassan", "title": "Iraqi Foreign Minister"})
    second = said("b", "2021-01-02", {"name": "Ali Hassan", "title": "Turkish President"})
    assert len(set(of(first, second))) == 2


def test_surname_in_another_article_joins_the_only_bearer_and_no_distant_one() -> None:
    full = said("a", "2021-01-01", {"name": "Peter Lowell"})
    near = said("b", "2021-02-01", {"name": "Lowell"})
    far = said("c", "2012-02-01", {"name": "Lowell"})
    assert len(set(of(full, near))) == 1
    assert len(set(of(full, far))) == 2


@pytest.mark.parametrize(
    ("day", "title", "speaker"),
    [
        ("2009-03-01", "الرئيس الأمريكي", "person.barack-obama"),
        ("2008-12-20", "الرئيس الأميركي", "person.george-w-bush"),
        ("2021-12-09", "US President", "person.joe-biden"),
        ("2021-12-09", "رئيس الوزراء العراقي", "person.mustafa-al-kadhimi"),
        ("2020-08-03", "Germany's defense minister", "person.annegret-kramp-karrenbauer"),
        ("2018-02-11", "Iraq PM", "person.haider-al-abadi"),
    ],
)
def test_office_without_a_name_is_its_holder_on_the_day(day: str, title: str, speaker: str) -> None:
    assert of(said("a", day, {"title": title})) == [speaker]


def test_commander_of_troops_abroad_is_no_holder_of_another_command() -> None:
    ids, _, _ = resolved(said("a", "2024-07-04", {"title": "U.S. commander in Chad"}))
    assert not any(speaker.startswith("person.") for speaker in ids.values())


def test_office_without_a_name_and_a_day_is_a_speaker_of_its_own() -> None:
    ids, _, warnings = resolved(said("a", None, {"title": "الرئيس الأمريكي"}))
    assert list(ids.values()) == ["office.us-president"]
    assert [w.code for w in warnings] == ["unresolved-speaker"]


def test_bare_title_is_the_one_person_of_the_article_who_bears_it() -> None:
    article = said("a", None, {"name": "نزار الحيالي", "title": "المتحدث باسم القيادة"}, {"title": "المتحدث"})
    assert len(set(of(article))) == 1


def test_bare_title_that_two_persons_bear_is_neither() -> None:
    spokesmen = (
        {"name": "نزار الحيالي", "title": "المتحدث باسم القيادة"},
        {"name": "سرمد العاني", "title": "المتحدث باسم الوزارة"},
    )
    assert len(set(of(said("a", None, *spokesmen, {"title": "المتحدث"})))) == 3


def test_anonymous_sources_are_merged_only_by_a_chain() -> None:
    official = {"title": "senior official", "anonymous": True}
    first = said("a", "2021-01-01", official, {"same_as": 0}, official)
    second = said("b", "2021-01-02", official)
    assert of(first, second) == ["anon.a.1", "anon.a.1", "anon.a.2", "anon.b.1"]


def test_bodies_speak_under_their_entity_and_unknown_ones_under_their_name() -> None:
    known = said("a", None, {"body": "org.coalition", "title": "the coalition"})
    first = said("b", None, {"title": "وزارة الموارد المائية"})
    second = said("c", None, {"title": "وزارة الموارد المائية"})
    ids = of(known, first, second)
    assert ids[0] == "org.coalition"
    assert ids[1] == ids[2] != ids[0]
    assert ids[1].startswith("org.")


def test_spokesman_keeps_his_name_and_has_his_body_as_affiliation() -> None:
    ids, speakers, _ = resolved(
        said("a", None, {"name": "Dana Cole", "title": "coalition spokeswoman", "affiliation": "org.coalition"})
    )
    assert speakers[ids["a#s1"]] == Speaker(
        id="person.dana-cole",
        name="Dana Cole",
        names=("Dana Cole",),
        role="coalition spokeswoman",
        affiliation="org.coalition",
        speaks_for="org.coalition",
    )


def test_order_of_articles_changes_nothing() -> None:
    heard = [
        said("a", "2021-03-01", {"name": "الدليمي"}, {"title": "الرئيس الأمريكي"}),
        said("b", "2021-03-03", {"name": "عمر الدليمي", "title": "النائب"}),
        said("c", None, {"name": "Omar al-Dulaimi"}, {"title": "an official", "anonymous": True}),
    ]
    attributions = {d.article.id: a for d, a in heard}
    forward = resolve([d for d, _ in heard], attributions, PACKS)
    backward = resolve([d for d, _ in reversed(heard)], dict(reversed(attributions.items())), PACKS)
    assert forward == backward


def test_statement_carries_what_the_attribution_says() -> None:
    document, (attribution,) = said("a", "2021-03-01", {"name": "Ann Reed"})
    day = dt.date(2021, 2, 28)
    _, statements, _ = resolve([document], {"a": [replace(attribution, said_on=day, via="Reuters")]}, PACKS)
    expected = Statement(
        id="a#s1", article="a", story="a", speaker="person.ann-reed", speaker_span=attribution.source, mode="indirect",
        span=attribution.span, text=document.slice(attribution.span), said_on=day, via="Reuters",
    )  # fmt: skip
    assert statements == [expected]
