"""What the commands on a store do; each returns the exit code."""

from __future__ import annotations

import json
from argparse import Namespace
from collections.abc import Iterable, Iterator

from pydantic import TypeAdapter
from sqlalchemy import Connection

from consistency.config import chosen_store
from consistency.errors import InputError
from consistency.model import Fact, ReportedArticle, Speaker, Statement
from consistency.nearest import near
from consistency.recall import Profile
from consistency.store import Keeping, Place, listing, open_place
from consistency.store.tables import articles, facts, speakers, statements

OK = 0
_FEW = 1_000
"""Ids among which a forgotten one's nearest is looked for."""


def run(arguments: Namespace) -> Iterator[str]:
    """What an action on a store prints, piece by piece. Raises InputError."""
    place = open_place(chosen_store(arguments), new=False)
    return _ACTIONS[arguments.action](place, arguments)


def _status(place: Place, _: Namespace) -> Iterator[str]:
    with place.reading() as connection:
        found = listing.status(connection)
    days = f", {found.first} to {found.last}" if found.first else ""
    yield f"store       {place.shown} (schema {found.schema})\n"
    yield f"batches     {found.batches:,}\narticles    {found.articles:,}{days}\nspeakers    {found.speakers:,}\n"
    yield f"statements  {found.statements:,}\nfacts       {found.facts:,}\n"
    if found.rules > 1:
        yield f"read by {found.rules} versions of the rules; articles that are given again are read by the present ones\n"


def _articles(place: Place, _: Namespace) -> Iterator[str]:
    yield _row("ARTICLE", "PUBLISHED", "OUTLET", "BATCH", "STATEMENTS", "SOURCE")
    with place.reading() as connection:
        for one in listing.list_articles(connection):
            article = one.article
            day, outlet = str(article.published or ""), article.outlet or ""
            yield _row(article.id, day, outlet, str(one.batch), str(one.statements), one.source)


def _speakers(place: Place, _: Namespace) -> Iterator[str]:
    yield _row("SPEAKER", "NAME", "ROLE", "STATEMENTS", "ARTICLES")
    with place.reading() as connection:
        for profile, said, heard in listing.list_speakers(connection):
            speaker = profile.speaker()
            yield _row(speaker.id, speaker.name, speaker.role or "", str(said), str(heard))


def _row(*cells: str) -> str:
    """A row with tabs between its cells."""
    return "\t".join(" ".join("".join(c if c.isprintable() else " " for c in cell).split()) for cell in cells) + "\n"


def _forget(place: Place, arguments: Namespace) -> Iterator[str]:
    with place.writing() as connection:
        keeping = Keeping(connection)
        held = keeping.articles(arguments.articles)
        missing = [id_ for id_ in arguments.articles if id_ not in held]
        if missing:
            raise InputError(_missing(missing[0], connection, place))
        number = len(keeping.facts_in(held))
        keeping.remove(held)
    counted = "1 article" if len(held) == 1 else f"{len(held)} articles"
    yield f"forgot {counted} with {number} {'fact' if number == 1 else 'facts'}\n"


def _missing(id_: str, connection: Connection, place: Place) -> str:
    known = [one.article.id for one, _ in zip(listing.list_articles(connection), range(_FEW), strict=False)]
    return f"{place.shown}: no article {id_!r}{near(id_, known)}; `consistency store articles` lists them; nothing is forgotten"


def _export(place: Place, _: Namespace) -> Iterator[str]:
    with place.reading() as connection:
        yield from _lines("article", ReportedArticle, listing.bodies(connection, articles))
        profiles = (TypeAdapter(Profile).validate_json(body) for body in listing.bodies(connection, speakers))
        yield from (_line("speaker", Speaker, profile.speaker()) for profile in profiles)
        yield from _lines("statement", Statement, listing.bodies(connection, statements))
        yield from _lines("fact", Fact, listing.bodies(connection, facts))


def _lines(name: str, noun: type, bodies: Iterable[str]) -> Iterator[str]:
    adapter: TypeAdapter[object] = TypeAdapter(noun)
    return (_line(name, noun, adapter.validate_json(body)) for body in bodies)


def _line(name: str, noun: type, value: object) -> str:
    adapter: TypeAdapter[object] = TypeAdapter(noun)
    return json.dumps({name: adapter.dump_python(value, mode="json")}, ensure_ascii=False) + "\n"


def _vacuum(place: Place, _: Namespace) -> Iterator[str]:
    before = place.size()
    place.vacuum()
    after = place.size()
    yield f"{before:,} bytes before, {after:,} bytes now\n"


_ACTIONS = {
    "status": _status,
    "articles": _articles,
    "speakers": _speakers,
    "forget": _forget,
    "export": _export,
    "vacuum": _vacuum,
}
