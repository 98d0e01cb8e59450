"""Prints what a batch costs on a store of a million facts beside an empty one, and what databases do with so many rows.

``bench/store.py [FACTS] [POSTGRES-URL]``; the store is made in a temporary folder. The articles of the store are those of a check
told again of other forces in other countries, on other days, by other people; one in ``PAIRS`` is of the force and country of the
new batches.
"""

from __future__ import annotations

import datetime as dt
import gc
import random
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from bench.compose import compose, templates
from consistency import Article, Checker, read_articles
from consistency.attribution.clusters import Cluster
from consistency.attribution.identity import name_reader
from consistency.attribution.knowledge import knowledge
from consistency.attribution.profiles import piece
from consistency.attribution.voices import Voice
from consistency.compare import kept
from consistency.model import Fact, Report, Statement, Subject
from consistency.recall import Passage, Profile
from consistency.remembering import check_with
from consistency.rulepack import Packs
from consistency.store import Addition, Keeping, Place, Stored, listing, open_place

ROOT = Path(__file__).resolve().parents[1]
FACTS, CHUNK, ROUNDS, BATCH = 1_000_000, 4_000, 7, 100
PAIRS, PEOPLE, DAYS = 2_000, 20_000, 3_650
MOST_TIMES = 1.3
_SYLLABLES = [c + v for c in "bdfghklmnprstz" for v in ("a", "i", "o", "u")]


@dataclass(frozen=True)
class Pattern:
    """An article that was checked, with all that it said."""

    article: Article
    report: Report


def patterns(checker: Checker) -> list[Pattern]:
    """The shipped examples, each checked by itself."""
    batch = read_articles((ROOT / "examples",)).articles
    return [Pattern(article, checker.check([article])) for article in batch]


@dataclass(frozen=True)
class World:
    """The forces, countries and people of the made-up articles."""

    packs: Packs
    pairs: Sequence[tuple[str, str]]
    people: Sequence[str]

    def profile(self, person: int, article: str, day: dt.date) -> Profile:
        """What an article tells of somebody."""
        reader, known = name_reader(self.packs), knowledge(self.packs)
        name = self.people[person]
        voice = Voice("person", article, day, reader.read(name), forms=[name], statements=[0])
        made = piece(voice, Cluster("person"), reader, known)
        return replace(made, base=f"person.{name.lower().replace(' ', '-')}")


def world(packs: Packs) -> World:
    """Pairs of a force and a country in which it is, the first of them Spain's in Jordan, and people."""
    chance = random.Random(1)
    forces = sorted(i for i in packs.entities if packs.entities.kind(i) == "force" and packs.entities.country(i))
    places = sorted(packs.entities.countries)
    pairs = [("org.spanish-forces", "place.jo")]
    pairs += [(chance.choice(forces), chance.choice(places)) for _ in range(PAIRS - 1)]
    people = {f"{_word(chance)} {_word(chance)}" for _ in range(PEOPLE)}
    return World(packs, pairs, sorted(people))


def _word(chance: random.Random) -> str:
    return "".join(chance.choice(_SYLLABLES) for _ in range(chance.randint(2, 4))).capitalize()


def articles(made: Sequence[Pattern], around: World) -> Iterator[Addition]:
    """Made-up articles without end, each as it is kept."""
    chance, number = random.Random(2), 0
    while True:
        pattern = made[number % len(made)]
        yield _told_again(pattern, around, f"m{number:07}", chance)
        number += 1


def _told_again(pattern: Pattern, around: World, id_: str, chance: random.Random) -> Addition:
    force, place = around.pairs[chance.randrange(len(around.pairs))]
    day = dt.date(2016, 1, 1) + dt.timedelta(days=chance.randrange(DAYS))
    report, old = pattern.report, pattern.article.id
    people = {s.id: around.profile(chance.randrange(len(around.people)), id_, day) for s in report.speakers}
    statements = [_statement(s, s.id.replace(old, id_), id_, people[s.speaker].id) for s in report.statements]
    facts = [_fact(f, old, id_, (force, place, day)) for f in report.facts]
    held = kept(facts, statements, [p.speaker() for p in people.values()], around.packs)
    listed = report.articles[0]
    stored = Stored(replace(listed, id=id_, published=day), id_, "made", f"{id_}.txt:1", 1)
    return Addition([stored], statements, held, _passages(statements), [(id_, p) for p in people.values()])


def _statement(statement: Statement, id_: str, article: str, speaker: str) -> Statement:
    return replace(
        statement, id=id_, article=article, speaker=speaker, copy_of=None, text=f"{article} {statement.text}"
    )


def _fact(fact: Fact, old: str, id_: str, about: tuple[str, str, dt.date]) -> Fact:
    force, place, day = about
    return replace(
        fact,
        id=fact.id.replace(old, id_),
        statement=fact.statement.replace(old, id_),
        subject=Subject(party=force, component=fact.subject.component),
        place=place if fact.place else None,
        said_on=day,
    )


def _passages(statements: Sequence[Statement]) -> list[Passage]:
    return list({s.span[0]: Passage(s.article, s.span, s.text) for s in statements}.values())


def fill(place: Place, source: Iterator[Addition], number: int) -> float:
    """Adds made-up articles with at least so many facts, in chunks; the seconds it took."""
    started, facts = time.perf_counter(), 0
    while facts < number:
        some: list[Addition] = []
        while len(some) < CHUNK and facts < number:
            some.append(next(source))
            facts += len(some[-1].facts)
        with place.writing() as connection:
            Keeping(connection).add(_joined(some))
    return time.perf_counter() - started


def _joined(some: Sequence[Addition]) -> Addition:
    return Addition(
        [x for a in some for x in a.articles],
        [x for a in some for x in a.statements],
        [x for a in some for x in a.facts],
        [x for a in some for x in a.passages],
        [x for a in some for x in a.pieces],
    )


def cost(checker: Checker, places: Iterable[Place]) -> tuple[float, float]:
    """CPU and wall seconds that a new batch takes on each of the places, the medians without the first, which warms up."""
    made = templates(read_articles((ROOT / "examples",)).articles, checker.packs)
    cpu, wall = [], []
    for seed, place in enumerate(places):
        batch = compose(made, BATCH, seed)
        gc.collect()
        before, clock = time.process_time(), time.perf_counter()
        check_with(checker, place, batch, {}, None)
        cpu.append(time.process_time() - before)
        wall.append(time.perf_counter() - clock)
        with place.writing() as connection:
            Keeping(connection).remove(article.id for article in batch)
    return median(cpu[1:]), median(wall[1:])


def main(arguments: Sequence[str]) -> None:
    """Makes the stores, and measures on them."""
    number = int(arguments[0]) if arguments else FACTS
    checker = Checker()
    with TemporaryDirectory() as folder:
        measure(checker, "SQLite", f"{folder}/", number)
    if len(arguments) > 1:
        measure(checker, "PostgreSQL", f"{arguments[1]}/", number)


def measure(checker: Checker, name: str, where: str, number: int) -> None:
    """Prints the figures of one database."""
    empty, full = (open_place(f"{where}{which}", new=True) for which in ("empty", "full"))
    seconds = fill(full, articles(patterns(checker), world(checker.packs)), number)
    with full.reading() as connection:
        held = listing.status(connection)
    print(
        f"{name}: {held.facts:,} facts of {held.articles:,} articles, {held.speakers:,} speakers, {full.size() / 1e6:,.0f} MB"
    )
    print(f"  appended in batches of {CHUNK:,} articles: {held.facts / seconds:,.0f} facts/s", flush=True)
    few, many = cost(checker, [empty] * ROUNDS), cost(checker, [full] * ROUNDS)
    print(f"  {BATCH} articles on an empty store: {few[0]:.2f} s CPU, {few[1]:.2f} s in all")
    print(f"  {BATCH} articles on this store:     {many[0]:.2f} s CPU, {many[1]:.2f} s in all")
    ratio = many[0] / few[0]
    met = "met    " if ratio <= MOST_TIMES else "NOT MET"
    print(
        f"  {met}  CPU time as a multiple of that on an empty store: {ratio:.2f} (aim: at most {MOST_TIMES})",
        flush=True,
    )


if __name__ == "__main__":
    main(sys.argv[1:])
