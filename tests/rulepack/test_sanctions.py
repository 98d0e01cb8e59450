"""A pack that a newsroom could write, on no force: without faults, and read the same with the pack of forces as without."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from consistency import Article, Checker
from consistency.examples import run
from consistency.lint import lint
from consistency.model import Fact
from consistency.rulepack import load_packs
from consistency.rulepack.exampleset import RuleExample, load_examples

PACK = Path(__file__).parent / "sanctions"
ALONE, TOGETHER = ("sanctions",), ()


@cache
def checker(packs: tuple[str, ...]) -> Checker:
    return Checker([PACK], packs=packs)


def examples() -> list[RuleExample]:
    return load_examples(load_packs([PACK], ALONE))


def measures(text: str) -> list[Fact]:
    """What an article says of sanctions."""
    article = Article(id="a", text=text, published="2024-07-02")  # type: ignore[arg-type]
    return [fact for fact in checker(ALONE).check([article]).facts if fact.kind == "measure"]


@pytest.mark.parametrize("packs", [ALONE, TOGETHER], ids=["alone", "with the others"])
def test_the_pack_has_no_fault(packs: tuple[str, ...]) -> None:
    assert [str(fault) for fault in lint([PACK], packs, only=[PACK])] == []


@pytest.mark.parametrize("packs", [ALONE, TOGETHER], ids=["alone", "with the others"])
@pytest.mark.parametrize("item", examples(), ids=lambda item: item.id)
def test_examples(item: RuleExample, packs: tuple[str, ...]) -> None:
    outcome = run(item, checker(packs))
    assert outcome.good, outcome.text()


@pytest.mark.parametrize(
    ("text", "party", "target"),
    [
        # who does it
        ("Kemal Aydin said that the United States had imposed sanctions on Turkey.", "us", "turkish"),
        ("Kemal Aydin said that the sanctions on Iran had been lifted by Washington.", "us", "iranian"),
        ("قال كمال أيدن إن عقوبات فرضت على تركيا من قبل فرنسا.", "french", "turkish"),
        ("قال كمال أيدن إن العقوبات على تركيا رُفعت من جانب واشنطن.", "us", "turkish"),
        # whose it is: an adjective, a genitive, a possessive
        ("Kemal Aydin said that US sanctions were imposed on the Turkish government.", "us", "turkish"),
        ("Kemal Aydin said American economic sanctions on Ankara are still in force.", "us", "turkish"),
        ("Kemal Aydin said the sanctions of the United States on Cuba remain in effect.", "us", "cuban"),
        ("Kemal Aydin said Britain's new sanctions against Myanmar are in place.", "uk", "burmese"),
        ("قال كمال أيدن إن العقوبات الأمريكية ضد سوريا رفعت.", "us", "syrian"),
        ("قال كمال أيدن إن العقوبات الاقتصادية الفرنسية المفروضة على إيران لم تعد سارية.", "french", "iranian"),
        ("قال كمال أيدن إن عقوبات الولايات المتحدة على روسيا ما زالت سارية.", "us", "russian"),
        ("قال كمال أيدن إن واشنطن لم ترفع عقوباتها عن إيران.", "us", "iranian"),
    ],
)
def test_whose_sanctions_and_on_whom(text: str, party: str, target: str) -> None:
    found = [(fact.subject.party, fact.value["target"]) for fact in measures(text)]
    assert found == [(f"org.{party}-government", f"org.{target}-government")]


@pytest.mark.parametrize(
    "text",
    [
        "Syrian minister Nabil Haddad said that the sanctions on Syria had been lifted.",
        "قال وزير الاقتصاد السوري نبيل حداد إن العقوبات على سوريا رُفعت.",
        "قال وزير الاقتصاد السوري نبيل حداد إن العقوبات على سوريا رفعت.",
        "قال وزير الاقتصاد السوري نبيل حداد إنه تم رفع العقوبات عن سوريا.",
    ],
)
def test_whoever_says_that_something_was_done_did_not_do_it(text: str) -> None:
    assert [fact.subject.party for fact in measures(text)] == []


def test_a_masdar_is_told_from_its_verb() -> None:
    (done,) = measures("قال كمال أيدن إنه تم رفع العقوبات الأمريكية عن سوريا.")
    (did,) = measures("قال كمال أيدن إن الاتحاد الأوروبي رفع العقوبات عن سوريا.")
    assert (done.subject.party, done.value["is"]) == ("org.us-government", "lifted")
    assert (did.subject.party, did.value["is"]) == ("org.european-union", "lifted")
