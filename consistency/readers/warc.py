"""A web archive (WARC): one article a saved page. Records are read one at a time, and none further than a page may be long."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING, Any

from consistency.errors import InputError
from consistency.readers.batch import IGNORED, Batch, Row, Source
from consistency.readers.decoding import decode_markup
from consistency.readers.files import File
from consistency.readers.webpage import page_fields

if TYPE_CHECKING:
    from fastwarc.warc import WarcRecord

_MOST = 16 << 20
_HTML = ("text/html", "application/xhtml+xml")
_HTTP, _OK = "application/http", 200
_ALONE = (
    "WARC/1.1\r\nWARC-Type: response\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: {}\r\n\r\n"
)
_NAMED = 4


@dataclass(frozen=True, slots=True)
class _Found:
    """The HTML of a record, or what it is where it holds no page."""

    html: str = ""
    other: str = ""


def rows(file: File, batch: Batch) -> Iterator[Row]:
    """The articles of an archive; a page that gives none becomes a warning. Raises InputError where the archive breaks off."""
    path, others = str(file.path), Counter[str]()
    try:
        with io.BytesIO(file.data) if file.data is not None else file.path.open("rb") as stream:
            yield from _pages(stream, path, batch, others)
    except OSError as error:
        raise InputError(
            f"{path}: not a whole WARC file: {error.strerror or error}; what was read before this stays"
        ) from None
    if others:
        counted = ", ".join(f"{many} {what}" for what, many in others.most_common(_NAMED))
        more = ", …" if len(others) > _NAMED else ""
        batch.warn(IGNORED, f"{path}: records without a page left alone: {counted}{more}")


def _pages(stream: IO[bytes], path: str, batch: Batch, others: Counter[str]) -> Iterator[Row]:
    from fastwarc.warc import ArchiveIterator

    number = 0
    for number, record in enumerate(ArchiveIterator(stream, parse_http=False), 1):
        with batch.going_on():
            address = (record.headers.get("WARC-Target-URI") or "").strip("<>")
            where = f"{path}, record {number} ({address or 'without an address'})"
            page = _found(record, where)
            if page.other:
                others[page.other] += 1
            else:
                fields = {"url": address, **page_fields(page.html, where), "id": address or f"{path}-{number}"}
                yield Row(fields, Source(path, part=f"record {number}, extracted text"), "warc")
    if not number:
        raise InputError(
            f"{path}: no WARC records in it; allowed are WARC files, plain or packed by gzip record by record"
        )


def _found(record: WarcRecord, where: str) -> _Found:
    """The page of a record; raises InputError for a broken one."""
    kind = str(record.record_type)
    media = (record.headers.get("Content-Type") or "").partition(";")[0].strip().lower()
    if kind not in ("response", "resource"):
        return _Found(other=kind)
    if media in _HTML:
        return _Found(decode_markup(_content(record, where), where))
    return _answered(_content(record, where), where) if media == _HTTP else _Found(other=media or kind)


def _answered(data: bytes, where: str) -> _Found:
    """The page that a server answered with, its headers in front."""
    answer = _alone(data, where)
    status = answer.http_headers.status_code if answer.http_headers else None
    media = (answer.http_content_type or "of no type").lower()
    if status != _OK:
        return _Found(other=f"status {status}")
    if media not in _HTML:
        return _Found(other=media)
    return _Found(decode_markup(_unpacked(answer, where), where, answer.http_charset or ""))


def _content(record: WarcRecord, where: str) -> bytes:
    """The bytes of a record, all of them; raises InputError where it is too long or was cut."""
    cut = record.headers.get("WARC-Truncated")
    if cut:
        raise InputError(f"{where}: cut short when it was saved ({cut}); allowed are whole pages")
    if record.content_length > _MOST:
        raise InputError(f"{where}: {record.content_length:,} bytes; allowed are {_MOST:,}")
    data = record.reader.read(record.content_length)
    if len(data) < record.content_length:
        raise InputError(
            f"{where}: breaks off after {len(data):,} of {record.content_length:,} bytes; allowed are whole records"
        )
    return data


def _alone(data: bytes, where: str) -> WarcRecord:
    """A record of its own, for one that cannot be unpacked breaks the archive that it is read from."""
    from fastwarc.warc import ArchiveIterator

    try:
        framed = io.BytesIO(_ALONE.format(len(data)).encode("ascii") + data)
        return next(iter(ArchiveIterator(framed, auto_decode="all", stream_detect=False)))
    except (OSError, StopIteration) as error:
        raise InputError(f"{where}: no HTTP answer in it: {error or 'nothing'}; allowed are whole records") from None


def _unpacked(answer: WarcRecord, where: str) -> bytes:
    try:
        data: Any = answer.reader.read(_MOST + 1)
    except OSError as error:
        raise InputError(f"{where}: cannot be unpacked: {error}; allowed are whole pages") from None
    if len(data) > _MOST:
        raise InputError(f"{where}: unpacks to more than {_MOST:,} bytes; allowed are smaller pages")
    return bytes(data)
