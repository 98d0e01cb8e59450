"""Titles alone that mean a person whom the narration has named, and those that must not."""

from __future__ import annotations

import pytest

from consistency.attribution import attribute, resolve
from consistency.model import Language
from consistency.orthography import is_arabic
from tests.attribution.spoken import PACKS, read


def speakers(text: str) -> list[str]:
    """The names of the speakers of an article's statements, as the report has them."""
    language: Language = "ar" if is_arabic(text) else "en"
    document = read(text, language)
    found, statements, _ = resolve([document], {document.article.id: attribute(document, PACKS)}, PACKS)
    names = {speaker.id: speaker.name for speaker in found}
    return [names[statement.speaker] for statement in statements]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "وصل قائد القوات الأمريكية الجنرال بيتر هولم إلى بغداد.\nوقال القائد الأمريكي إن القوات ستغادر.\nوأضاف الجنرال أن العدد قليل.",
            ["بيتر هولم", "بيتر هولم"],
        ),
        (
            "The top U.S. commander in Niger, Gen. Mark Ellison, landed on Monday.\nThe commander said the troops would leave.",
            ["Mark Ellison"],
        ),
        (
            "Anders Holt, the defense minister, met the families.\nThe minister said the battalion would be home by June.",
            ["Anders Holt"],
        ),
        (
            "واستقبل المحافظ وزير النقل الأردني سامر الرواشدة في المعبر. وأكد الوزير أن الطريق سيفتح قريباً.",
            ["سامر الرواشدة"],
        ),
    ],
)
def test_a_title_alone_is_the_one_person_named_with_it(text: str, names: list[str]) -> None:
    assert speakers(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "التقى الوزير سامي الرواشدة الوزير ناصر الدغيم. وأكد الوزير أن الطريق آمن.",
        "استقبلت بغداد وزير الدفاع التركي أورهان تشيليك. وأكد وزير الدفاع أن الطريق آمن.",
        "The French president, Luc Moreau, met the Chadian president, Idris Saleh. The president said the bases would close.",
        "The general said the bases would close. Gen. Mark Ellison arrived later.",
    ],
)
def test_a_title_that_two_or_foreigners_or_later_persons_bear_stays_open(text: str) -> None:
    (name,) = speakers(text)
    assert not {"سامي", "ناصر", "أورهان", "Luc", "Idris", "Mark"} & set(name.split())
