"""Articles to documents and their attributions, one article at a time, in one process or several."""

from __future__ import annotations

import multiprocessing
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import lru_cache
from itertools import islice
from pathlib import Path

from consistency.attribution import attribute
from consistency.collector import look_less_often
from consistency.language import Reader
from consistency.model import Article, Attribution, Document
from consistency.readers import date_stories
from consistency.rulepack import Packs, packs_at

Reading = tuple[Document, list[Attribution]]
_CHUNK = 32


class ArticleReader:
    """Reads articles with the pipelines of the given rule packs; reuse it."""

    def __init__(self, packs: Packs) -> None:
        self._packs = packs
        self._reader = Reader(packs)

    def read(self, articles: Iterable[Article]) -> Iterator[Reading]:
        """The document and attributions of each article, in the same order."""
        for document in self._reader.read(articles):
            dated = date_stories(document, self._packs)
            yield dated, attribute(dated, self._packs)


def read_in_workers(articles: Sequence[Article], packs: Packs, workers: int) -> Iterator[Reading]:
    """The same as ``ArticleReader.read``, by ``workers`` processes that load the packs once each."""
    folders = tuple(map(str, packs.folders))
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(max_workers=workers, mp_context=context) as pool:
        for readings in pool.map(_read_chunk, *zip(*((folders, chunk) for chunk in _chunks(articles)), strict=True)):
            yield from readings


def _read_chunk(folders: tuple[str, ...], articles: Sequence[Article]) -> list[Reading]:
    return list(_reader(folders).read(articles))


@lru_cache(maxsize=1)
def _reader(folders: tuple[str, ...]) -> ArticleReader:
    look_less_often()
    return ArticleReader(packs_at(map(Path, folders)))


def _chunks(articles: Sequence[Article]) -> Iterator[list[Article]]:
    remaining = iter(articles)
    while chunk := list(islice(remaining, _CHUNK)):
        yield chunk
