"""Bytes to text: UTF-8, UTF-16 and Windows-1256 are told apart by their bytes alone."""

from __future__ import annotations

import codecs
import re

from consistency.errors import InputError

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_NAMES = {"utf-8-sig": "UTF-8"}
_PDF = b"%PDF-"
ALLOWED = "text in UTF-8, UTF-16 or Windows-1256"
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_EXPECTED = re.compile("[\u060c\u061b\u061f-\u0652A-Za-z\u00e0-\u00ff\u00ab\u00bb\u2013-\u2026\\s]")
_MIXED = re.compile("[\u0621-\u064a][\u00e0-\u00ff]|[\u00e0-\u00ff][\u0621-\u064a]")
"""Arabic and Latin letters inside one word: another code page (ISO 8859-6, say) read as Windows-1256."""
_MOST_MIXED = 0.02


def decode(data: bytes, where: str) -> str:
    """The text of ``data`` without a byte order mark, otherwise to the letter; raises InputError."""
    if data.startswith(_PDF):
        raise InputError(f"{where}: a PDF, whatever its name says; save its text as .txt, .md or .docx")
    encoding = next((name for mark, name in _MARKS if data.startswith(mark)), None) or _utf_16_without_mark(data)
    return _without_control(_strict(data, encoding, where) if encoding else _utf_8_or_1256(data, where), where)


_DECLARATION = re.compile(rb"""(?:encoding|charset)\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
_DECLARED_WITHIN = 4096
_CODE_PAGES = ("iso8859-", "cp", "mac-")
_UNASKED = ("iso8859-1", "cp1252")
"""What servers declare unasked: it says nothing of a page that is no UTF-8."""


def decode_markup(data: bytes, where: str, declared: str = "") -> str:
    """The text of a page or an XML file: UTF-8 wherever it is that, else as declared, else as ``decode`` tells it."""
    found = _DECLARATION.search(data[:_DECLARED_WITHIN])
    for name in (declared, found[1].decode("ascii", "replace") if found else ""):
        codec = _codec(name)
        if codec and not _is_utf(data):
            return _without_control(_strict(data, codec, where), where)
    return decode(data, where)


def _codec(name: str) -> str | None:
    """The code page of a declared encoding, where it is one and tells something."""
    try:
        codec = codecs.lookup(name).name
    except (LookupError, ValueError):
        return None
    return codec if codec.startswith(_CODE_PAGES) and codec not in _UNASKED else None


def _is_utf(data: bytes) -> bool:
    if data.startswith(tuple(mark for mark, _ in _MARKS)) or _utf_16_without_mark(data):
        return True
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _without_control(text: str, where: str) -> str:
    control = _CONTROL.search(text)
    if control:
        raise InputError(f"{where}: binary data (character U+{ord(control.group()):04X}); allowed is {ALLOWED}")
    return text


def _strict(data: bytes, encoding: str, where: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        found = f"byte {error.start} is not {_NAMES.get(encoding, encoding.upper())}, as its start says"
        raise InputError(f"{where}: {found}; allowed is {ALLOWED}") from None


def _utf_16_without_mark(data: bytes) -> str | None:
    """UTF-16 is told by its high bytes: nearly all are 0 (Latin) or 6 (Arabic) on one side."""
    if b"\x00" not in data[:4096]:
        return None
    for first, name in ((0, "utf-16-be"), (1, "utf-16-le")):
        high = data[first:4096:2]
        if high.count(0) + high.count(6) > 0.7 * len(high):
            return name
    return None


def _utf_8_or_1256(data: bytes, where: str) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        place = error.start
    text = data.decode("cp1256")
    if _CONTROL.search(text):
        return text
    high = [character for byte, character in zip(data, text, strict=True) if byte >= 0x80]
    strange = sum(1 for character in high if not _EXPECTED.match(character))
    if strange > 0.1 * len(high) or len(_MIXED.findall(text)) > _MOST_MIXED * len(high):
        line = data.count(b"\n", 0, place) + 1
        raise InputError(f"{where}:{line}: byte {place} is neither UTF-8 nor Windows-1256; allowed is {ALLOWED}")
    return text
