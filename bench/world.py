"""Made-up news of ten years for stores to be filled with: what the shipped examples say, told again of other countries.

Theirs is a world of conflicts, in each of which the forces of some foreign countries are; a theme is one force in one country.
Days, numbers, dates and speakers vary with the article; its words are mixed, so that no article is a wire copy of another.
"""

from __future__ import annotations

import datetime as dt
import random
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from pathlib import Path
from typing import Any

from bench.compose import Template, compose, templates
from consistency import Article, Checker
from consistency.attribution.clusters import Cluster
from consistency.attribution.identity import name_reader
from consistency.attribution.knowledge import knowledge
from consistency.attribution.profiles import piece
from consistency.attribution.voices import Voice
from consistency.compare import kept
from consistency.model import Fact, Report, Statement, Subject
from consistency.recall import Passage, Profile
from consistency.rulepack import Packs
from consistency.rulepack.entities import Country
from consistency.rulepack.yamlfile import read_yaml
from consistency.store import Addition, Stored

GUEST, HOST = "place.es", "place.jo"
"""Whose forces are where in the examples."""
LAST, DAYS = dt.date(2023, 12, 31), 3_650
PEOPLE, SPEAKERS, SEASON = 20_000, 40, 120
"""How many speakers there are, how many of them speak of a theme, and for how many days most give one number."""
BACKGROUND, LENGTH = Path(__file__).with_name("background.yaml"), 2_000
"""The articles that come in are at least as long as this, which is what newspapers print; a last paragraph makes them longer."""
_SYLLABLES = [c + v for c in "bdfghklmnprstz" for v in ("a", "i", "o", "u")]
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True)
class Pattern:
    """An article that was checked, with all that it said."""

    article: Article
    report: Report


@dataclass(frozen=True)
class Theme:
    """The forces of one country in another, by their numbers among the themes; ``weight`` is their share in the news."""

    number: int
    guest: Country
    host: Country
    weight: float

    def moved(self, text: str) -> str:
        """An id of the examples as one of the theme."""
        for old, new in ((GUEST, self.guest), (HOST, self.host)):
            text = text.replace(old, new.id).replace(f"org.{_SLUGS[old]}-", f"org.{new.slug}-")
        return text


_SLUGS = {GUEST: "spanish", HOST: "jordanian"}


@dataclass(frozen=True)
class World:
    """The themes, with their weights summed up, and the people who speak."""

    packs: Packs
    themes: Sequence[Theme]
    sums: Sequence[float]
    people: Sequence[str]

    def alone(self) -> World:
        """The same world when all news is of one theme."""
        return replace(self, themes=self.themes[:1], sums=self.sums[:1])

    def unheard(self) -> World:
        """The same world when all news is of a theme of which nothing was told before."""
        known = {(theme.guest.id, theme.host.id) for theme in self.themes}
        armies = {theme.guest.id: theme.guest for theme in self.themes}
        hosts = {theme.host.id: theme.host for theme in self.themes}
        guest, host = next((g, h) for g in sorted(armies) for h in sorted(hosts) if g != h and (g, h) not in known)
        return replace(self, themes=[Theme(len(self.themes), armies[guest], hosts[host], 1.0)], sums=[1.0])

    def theme(self, chance: random.Random) -> Theme:
        """A theme, as likely as its share in the news."""
        return chance.choices(self.themes, cum_weights=self.sums)[0]

    def profile(self, name: str, article: str, day: dt.date) -> Profile:
        """What an article tells of somebody."""
        reader, known = name_reader(self.packs), knowledge(self.packs)
        voice = Voice("person", article, day, reader.read(name), forms=[name], statements=[0])
        made = piece(voice, Cluster("person"), reader, known)
        return replace(made, base=f"person.{name.lower().replace(' ', '-')}")


def world(packs: Packs, conflicts: int, guests: int, *, uneven: bool) -> World:
    """So many conflicts with so many foreign forces each; of uneven ones the second has half the first one's news, and so on."""
    chance = random.Random(1)
    countries = [
        c for _, c in sorted(packs.entities.countries.items()) if len(c.ar[0].split()) == 1 and c.adjectives_ar
    ]
    armies = [c for c in countries if c.people_ar]
    hosts = chance.sample(countries, conflicts)
    pairs = [(host, guest) for host in hosts for guest in chance.sample([a for a in armies if a != host], guests)]
    shares = [1 / (1 + n // guests) / (1 + n % guests) if uneven else 1.0 for n in range(len(pairs))]
    themes = [Theme(n, guest, host, shares[n]) for n, (host, guest) in enumerate(pairs)]
    people = sorted({f"{_word(chance)} {_word(chance)}" for _ in range(PEOPLE)})
    return World(packs, themes, list(accumulate(shares)), people)


def _word(chance: random.Random) -> str:
    return "".join(chance.choice(_SYLLABLES) for _ in range(chance.randint(2, 4))).capitalize()


# --- what a store holds ----------------------------------------------------------------------


def additions(made: Sequence[Pattern], around: World) -> Iterator[Addition]:
    """Made-up articles without end, each as it is kept."""
    chance, number = random.Random(2), 0
    while True:
        yield _told_again(made[number % len(made)], around, f"m{number:07}", chance)
        number += 1


def _told_again(pattern: Pattern, around: World, id_: str, chance: random.Random) -> Addition:
    theme, day = around.theme(chance), LAST - dt.timedelta(days=chance.randrange(DAYS))
    report, old = pattern.report, pattern.article.id
    speaking = {s.id: _speaker(theme, around, chance) for s in report.speakers}
    people = {id_of: around.profile(name, id_, day) for id_of, name in speaking.items()}
    statements = [_statement(s, s.id.replace(old, id_), id_, people[s.speaker].id, chance) for s in report.statements]
    telling = _Telling(theme, day - (pattern.article.published or day), day, chance)
    facts = [telling.fact(f, f.id.replace(old, id_), f.statement.replace(old, id_)) for f in report.facts]
    held = kept(facts, statements, [p.speaker() for p in people.values()], around.packs)
    stored = Stored(replace(report.articles[0], id=id_, published=day), id_, "made", f"{id_}.txt:1", 1)
    passages = list({s.span[0]: Passage(s.article, s.span, s.text) for s in statements}.values())
    return Addition([stored], statements, held, passages, [(id_, p) for p in people.values()])


def _speaker(theme: Theme, around: World, chance: random.Random) -> str:
    return around.people[(theme.number * 7 + chance.randrange(SPEAKERS)) % len(around.people)]


def _statement(statement: Statement, id_: str, article: str, speaker: str, chance: random.Random) -> Statement:
    words = statement.text.split()
    text = " ".join(chance.sample(words, len(words)))
    return replace(statement, id=id_, article=article, speaker=speaker, copy_of=None, text=text)


@dataclass(frozen=True)
class _Telling:
    """How facts are told again: of which theme, how much later, on which day."""

    theme: Theme
    later: dt.timedelta
    day: dt.date
    chance: random.Random

    def fact(self, fact: Fact, id_: str, statement: str) -> Fact:
        """A fact of the examples as one of the theme."""
        value = {name: self._value(name, part) for name, part in fact.value.items()}
        if "min" in value and "max" in value:
            value["min"] = value["max"] = self._number()
        return replace(
            fact,
            id=id_,
            statement=statement,
            subject=Subject(party=self.theme.moved(fact.subject.party), component=fact.subject.component),
            place=self.theme.moved(fact.place) if fact.place else None,
            value=value,
            said_on=fact.said_on + self.later if fact.said_on else self.day,
        )

    def _value(self, name: str, part: Any) -> Any:
        if isinstance(part, Mapping):
            return {inner: self._value(inner, value) for inner, value in part.items()}
        if isinstance(part, str) and _DAY.fullmatch(part):
            return (dt.date.fromisoformat(part) + self.later).isoformat()
        return self.theme.moved(part) if isinstance(part, str) else part

    def _number(self) -> float:
        """The number of the season; one in three gives another."""
        season = random.Random(self.theme.number * 1_000 + self.day.toordinal() // SEASON).randrange(100, 9_000, 100)
        return float(season if self.chance.random() < 2 / 3 else season + self.chance.randrange(100, 900, 100))


# --- what comes in anew ----------------------------------------------------------------------


def batch(made: Sequence[Article], around: World, number: int, seed: int) -> list[Article]:
    """New articles, of themes as the store has them, on the days of the examples that they are made of."""
    chance = random.Random(seed)
    told: dict[int, list[Template]] = {}
    found: list[Article] = []
    further = _background(around.packs)
    for n in range(number):
        theme = around.theme(chance)
        if theme.number not in told:
            told[theme.number] = templates([_of_theme(a, theme, around.packs) for a in made], around.packs)
        pattern = told[theme.number][n % len(made)]
        (article,) = compose([pattern], 1, seed * number + n)
        text = _filled_up(article, further[article.language or "ar"], chance)
        found.append(article.model_copy(update={"published": pattern.article.published, "text": text}))
    return found


def _background(packs: Packs) -> dict[str, list[Template]]:
    """Paragraphs that say nothing of forces, by language."""
    written = read_yaml(BACKGROUND, BACKGROUND.name).value
    return {
        language: templates(
            [Article(id=f"{language}-{n}", text=text, language=language) for n, text in enumerate(texts)], packs
        )
        for language, texts in written.items()
    }


def _filled_up(article: Article, further: Sequence[Template], chance: random.Random) -> str:
    """The text with further paragraphs, each told in its own way, until it is as long as articles are."""
    text = article.text
    for pattern in chance.sample(further, len(further)):
        if len(text) < LENGTH:
            text += "\n" + compose([pattern], 1, chance.randrange(1_000_000))[0].text
    return text


def _of_theme(article: Article, theme: Theme, packs: Packs) -> Article:
    """An article of the examples about the countries of a theme."""
    text = article.text
    for old, new in ((GUEST, theme.guest), (HOST, theme.host)):
        for word, other in _words(packs.entities.countries[old], new):
            text = re.sub(rf"(?<![^\W_]){word}(?![^\W_])", other, text)
    return article.model_copy(update={"text": text, "stories": (), "title": None})


def _words(old: Country, new: Country) -> Iterator[tuple[str, str]]:
    """The words for a country and what is its own, each with that of another country."""
    for here, there in ((old.adjectives_ar[0], new.adjectives_ar[0]),):
        yield from ((f"{front}{here}{end}", f"{front}{there}{end}") for front in ("ال", "") for end in ("ة", ""))
    people = (new.people_ar or new.adjectives_ar)[0]
    yield from ((f"{front}{form}", f"{front}{people}") for front in ("ال", "") for form in old.people_ar)
    yield from ((old.ar[0], new.ar[0]), (old.adjectives_en[0], new.adjectives_en[0]), (old.en[0], new.en[0]))


def patterns(checker: Checker, made: Sequence[Article]) -> list[Pattern]:
    """Articles, each checked by itself."""
    return [Pattern(article, checker.check([article])) for article in made]
