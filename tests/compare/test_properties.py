"""What must hold of any articles: order changes nothing, an article agrees with itself, every span is the source to the letter."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from consistency import Article, Checker, Report, render

ARABIC_NAMES = ("العميد نبيل الحيدري", "الوزير سامر الخالدي", "المتحدث باسم التحالف الدولي رائد الجميلي", "مصدر أمني")
ENGLISH_NAMES = (
    "General Daniel Harper",
    "Defence Minister Laura Benson",
    "coalition spokesman Tom Reed",
    "a senior official",
)
ARABIC = (
    "قال {who} إن القوات الأمريكية ستغادر العراق بحلول {day} كانون الأول 2021.",
    "وأضاف أن {number} جندي أمريكي موجودون في العراق.",
    "نفى {who} انسحاب القوات الأمريكيّة من العراق.",
    "«القوات الأمريكية في العراق ليست قواتٍ قتالية»، هكذا تحدث {who}.",
    "أكد {who} لوكالة رويترز: &quot;بدأت القوات الأمريكية بالانسحاب من بغداد&quot;.",
    "وبحسب {who}، فإن مهمة القوات ستقتصر على التدريب والمشــورة.",
    "كان الطقس باردًا في العاصمة.",
)
ENGLISH = (
    "American forces will leave Iraq by {day} December 2021, {who} said.",
    "“There are {number} American soldiers in Iraq,” said {who}.",
    '"The role of our forces - in Iraq - will not change," {who} told reporters.',
    "According to {who}, American combat troops have begun to withdraw from Baghdad.",
    "He added that the withdrawal had not been completed.",
    "It was a cold day in the capital.",
)
GAPS = st.sampled_from([" ", "\n", "\n\n", "  ", "\u00a0"])


@st.composite
def texts(draw: st.DrawFn, most: int = 4, least: int = 1) -> str:
    """A headline and a few sentences of one language."""
    arabic = draw(st.booleans())
    sentences, names = (ARABIC, ARABIC_NAMES) if arabic else (ENGLISH, ENGLISH_NAMES)
    text = "يوم في العراق" if arabic else "A day in Iraq"
    for sentence in draw(st.lists(st.sampled_from(sentences), min_size=least, max_size=most)):
        day, number = draw(st.sampled_from([15, 20, 31])), draw(st.sampled_from([900, 2500]))
        words = sentence.format(who=draw(st.sampled_from(names)), day=day, number=number)
        text += ("\n" if "\n" not in text else draw(GAPS)) + words
    return text


DAYS = st.sampled_from([None, "2021-12-01", "2021-12-02", "2021-12-20"])


@st.composite
def batches(draw: st.DrawFn) -> list[Article]:
    """Up to four articles of several days and outlets."""
    rows = draw(st.lists(st.tuples(texts(), DAYS), min_size=1, max_size=4))
    return [
        Article(id=f"a{n}", text=text, published=day, outlet=f"outlet {n % 2}") for n, (text, day) in enumerate(rows)
    ]


@settings(max_examples=25)
@given(batches(), st.randoms(use_true_random=False))
def test_the_order_of_articles_changes_no_byte(checker: Checker, articles: list[Article], chance: object) -> None:
    shuffled = articles[:]
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert render(checker.check(shuffled), "json") == render(checker.check(articles), "json")


@settings(max_examples=60)
@given(texts(most=5), DAYS)
def test_an_article_beside_itself_gives_no_tension_between_speakers_that_it_has_not_alone(
    checker: Checker, text: str, day: str | None
) -> None:
    alone = checker.check([Article(id="a", text=text, published=day)])
    twice = checker.check([Article(id=i, text=text, published=day, outlet=i) for i in ("a", "b")])
    assert between(twice) <= between(alone)


def between(report: Report) -> set[tuple[str, frozenset[str]]]:
    """Rule and speakers (unnamed ones by their name) of each tension between speakers."""
    names = {s.id: s.name if s.id.startswith("anon.") else s.id for s in report.speakers}
    return {
        (f.rule, frozenset(names[i] for p in f.positions for i in p.speakers))
        for f in report.findings
        if f.verdict == "tension" and f.scope == "between_speakers"
    }


@settings(max_examples=60)
@given(st.lists(st.sampled_from(ARABIC[:-1] + ENGLISH), min_size=1, max_size=4))
def test_one_speaker_never_stands_against_another(checker: Checker, sentences: list[str]) -> None:
    arabic = [s.format(who=ARABIC_NAMES[0], day=31, number=2500) for s in sentences if s in ARABIC]
    articles = [Article(id=str(n), text="يوم في العراق\n" + " ".join(arabic)) for n in range(3)]
    assert not between(checker.check(articles))


@settings(max_examples=60)
@given(batches())
def test_every_span_is_the_exact_slice_of_its_source(checker: Checker, articles: list[Article]) -> None:
    report = checker.check(articles)
    source = {a.id: a.text for a in articles}
    statements = {s.id: s for s in report.statements}
    for s in report.statements:
        text = source[s.article]
        assert text[slice(*s.span)] == s.text != ""
        assert s.cue is None or s.cue_span is None or text[slice(*s.cue_span)] == s.cue
        assert s.speaker_span is None or text[slice(*s.speaker_span)].strip() != ""
    for f in report.facts:
        s = statements[f.statement]
        assert source[s.article][slice(*f.span)] == f.text != ""
        assert s.span[0] <= f.span[0] < f.span[1] <= s.span[1]
    for article in report.articles:
        for story in article.stories:
            assert 0 <= story.span[0] < story.span[1] <= len(source[article.id])


@settings(max_examples=40)
@given(batches())
def test_every_reference_leads_somewhere(checker: Checker, articles: list[Article]) -> None:
    report = checker.check(articles)
    speakers, statements = ({x.id for x in rows} for rows in (report.speakers, report.statements))
    facts = {f.id for f in report.facts}
    assert {s.speaker for s in report.statements} <= speakers | {"article"}
    assert {f.statement for f in report.facts} <= statements
    for finding in report.findings:
        held = {i for p in finding.positions for i in p.facts}
        said = {i for p in finding.positions for i in p.speakers}
        assert held <= facts
        assert said <= speakers
        assert len(finding.positions) >= (1 if finding.verdict == "agreement" else 2)
