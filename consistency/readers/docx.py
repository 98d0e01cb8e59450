"""A Word document: its paragraphs in order, with what was put in under tracked changes and without what was struck out."""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterator
from lzma import LZMAError
from typing import Any
from xml.etree.ElementTree import Element, ParseError
from zipfile import BadZipFile, ZipFile

from consistency.errors import InputError
from consistency.readers.batch import Batch, Row, Source
from consistency.readers.files import File

_STORY, _ABOUT = "word/document.xml", "docProps/core.xml"
_MOST = 32 << 20
"""Bytes of an unpacked part: a small file can unpack to any size."""
_BROKEN = (BadZipFile, EOFError, NotImplementedError, RuntimeError, OSError, LZMAError, zlib.error)
"""What zipfile raises for packages that are cut, damaged, locked or packed in an unknown way."""
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DUBLIN = "{http://purl.org/dc/elements/1.1/}"
_OLD = b"\xd0\xcf\x11\xe0"
_BREAKS = {f"{_WORD}tab": "\t", f"{_WORD}br": "\n", f"{_WORD}cr": "\n", f"{_WORD}noBreakHyphen": "-"}
_TWICE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
"""What stands beside a text box for programs that cannot show it: the same words again."""


def rows(file: File, batch: Batch) -> Iterator[Row]:
    """The article of a document; raises InputError. Its own dates are those of the file, and no day of publication."""
    path = str(file.path)
    data = file.read()
    if data.startswith(_OLD):
        raise InputError(f"{path}: locked with a password, or of the old Word format; allowed are plain .docx files")
    try:
        with ZipFile(io.BytesIO(data)) as package:
            story, about = _part(package, _STORY, path), _part(package, _ABOUT, path)
    except _BROKEN as error:
        raise InputError(f"{path}: no whole Word document: {error}; allowed are .docx files") from None
    if story is None:
        raise InputError(f"{path}: no Word document: it holds no {_STORY}; allowed are .docx files")
    text = "\n".join(_paragraphs(story)).strip()
    if not text:
        raise InputError(f"{path}: a document without words; allowed is one with an article")
    author = _about(about, "creator")
    fields: dict[str, Any] = {"id": file.path.stem, "text": text, **({"author": author} if author else {})}
    yield Row(fields, Source(path, part="extracted text"), "docx")


def _part(package: ZipFile, name: str, path: str) -> Element | None:
    """A part of the package, never unpacked further than the limit; None where it is not there."""
    from defusedxml.common import DefusedXmlException
    from defusedxml.ElementTree import fromstring

    if name not in package.namelist():
        return None
    with package.open(name) as stream:
        data = stream.read(_MOST + 1)
    if len(data) > _MOST:
        raise InputError(f"{path}: {name} unpacks to more than {_MOST:,} bytes; allowed are smaller documents")
    try:
        return fromstring(data, forbid_dtd=True)
    except (ParseError, DefusedXmlException) as error:
        raise InputError(
            f"{path}: {name} is no plain XML: {error or type(error).__name__}; allowed are whole files"
        ) from None


def _paragraphs(story: Element) -> Iterator[str]:
    """The text of each paragraph; one inside another, as in a text box, comes before the rest of the outer one."""
    waiting: list[tuple[Element, list[str], bool]] = [(story, [], False)]
    while waiting:
        element, words, done = waiting.pop()
        if done:
            yield "".join(words).strip()
        elif element.tag == f"{_WORD}t":
            words.append(element.text or "")
        elif element.tag in _BREAKS:
            words.append(_BREAKS[element.tag])
        elif element.tag not in (f"{_WORD}del", f"{_WORD}moveFrom", _TWICE):
            if element.tag == f"{_WORD}p":
                words = []
                waiting.append((element, words, True))
            waiting += [(child, words, False) for child in reversed(element)]


def _about(about: Element | None, name: str) -> str:
    element = about.find(f"{_DUBLIN}{name}") if about is not None else None
    return (element.text or "").strip() if element is not None else ""
