"""Pairing of quotation marks, with repair of marks that are missing or the wrong way round."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from consistency.model import Quotation, Span, Token

_CURLY, _GUILLEMET, _STRAIGHT, _SINGLE, _TICK = "curly", "guillemet", "straight", "single", "tick"
_SINGLES = (_SINGLE, _TICK)
_MARKS = {
    "“": (_CURLY, 1), "”": (_CURLY, -1), "„": (_CURLY, 1), "‟": (_CURLY, 1), "″": (_CURLY, -1),
    "&ldquo;": (_CURLY, 1), "&rdquo;": (_CURLY, -1), "&#8220;": (_CURLY, 1), "&#8221;": (_CURLY, -1),
    "«": (_GUILLEMET, 1), "»": (_GUILLEMET, -1), "&laquo;": (_GUILLEMET, 1), "&raquo;": (_GUILLEMET, -1),
    "&#171;": (_GUILLEMET, 1), "&#187;": (_GUILLEMET, -1),
    '"': (_STRAIGHT, 0), "&quot;": (_STRAIGHT, 0), "&#34;": (_STRAIGHT, 0), "＂": (_STRAIGHT, 0),
    "‘": (_SINGLE, 1), "’": (_SINGLE, -1), "'": (_TICK, 0), "``": (_CURLY, 1), "''": (_CURLY, -1),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Mark:
    """One quotation mark: what its shape says (1 opens, -1 closes, 0 either) and what its place says."""

    start: int
    end: int
    family: str
    shape: int
    place: int


def pair_quotations(text: str, tokens: Sequence[Token], paragraphs: Sequence[Span]) -> list[Quotation]:
    """The outermost quotations of each paragraph, in text order.

    Newspapers open with a closing mark, close with an opening one, or leave one out; what stands
    on either side of a mark decides then. An opening mark with no partner runs to the end of its paragraph.
    """
    marks = [_mark(text, t) for t in tokens if t.text in _MARKS]
    found: list[Quotation] = []
    at = 0
    for start, end in paragraphs:
        here = []
        while at < len(marks) and marks[at].start < end:
            if marks[at].start >= start:
                here.append(marks[at])
            at += 1
        if here:
            found += _pair(text, here, end)
    return found


def _mark(text: str, token: Token) -> _Mark:
    family, shape = _MARKS[token.text]
    before, after = text[token.start - 1 : token.start], text[token.end : token.end + 1]
    left_open = not before or before.isspace() or before in "([{-–—/"
    right_open = not after or after.isspace() or after in ".,،؛;:!?؟)]}-–—/…"
    if before == ":" and after and not after.isspace():
        left_open = True
    return _Mark(token.start, token.end, family, shape, int(left_open) - int(right_open))


def _pair(text: str, marks: Sequence[_Mark], limit: int) -> list[Quotation]:
    found = []
    i = 0
    while i < len(marks):
        mark = marks[i]
        if not _opens(mark):
            i += 1
            continue
        close = _closing(marks, i) if mark.family not in _SINGLES else _closing_single(text, marks, i)
        if close is None:
            if mark.family not in _SINGLES:
                nearest = next((k for k in range(i + 1, len(marks)) if _closes_anyhow(marks[k])), None)
                end = marks[nearest] if nearest is not None else None
                found.append(
                    _quotation(text, mark.start, mark.end, end.start if end else limit, end.end if end else limit, True)
                )
                i = nearest if nearest is not None else len(marks)
            i += 1
            continue
        end = marks[close]
        found.append(_quotation(text, mark.start, mark.end, end.start, end.end, mark.shape == -1 or end.shape == 1))
        i = close + 1
    return [q for q in found if q.content[0] < q.content[1]]


def _quotation(text: str, outer_start: int, start: int, end: int, outer_end: int, repaired: bool) -> Quotation:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Quotation((start, end), (outer_start, outer_end), repaired)


def _opens(mark: _Mark) -> bool:
    if mark.family in _SINGLES:
        return mark.shape >= 0 and mark.place > 0
    if mark.shape == -1:
        return mark.place >= 0  # a closer glued to, or standing before, what follows it («على”رفض»)
    return mark.place >= 0 if mark.shape == 0 else True


def _closes_anyhow(mark: _Mark) -> bool:
    return mark.place < 0 and mark.shape <= 0 and mark.family not in _SINGLES


def _closing(marks: Sequence[_Mark], opener: int) -> int | None:
    """The index of the mark that closes ``opener``, nested pairs of its family skipped."""
    family, depth = marks[opener].family, 1
    for i in range(opener + 1, len(marks)):
        mark = marks[i]
        if mark.family != family:
            if _other_closer(family, mark, marks[opener + 1 : i]):
                return i
            continue
        if mark.shape == -1 or mark.place < 0:
            depth -= 1
        elif mark.shape == 1 and mark.place > 0:
            depth += 1
        else:
            depth -= 1 if mark.shape == 0 else 0
        if depth == 0:
            return i
    return _last_close(marks, opener) if depth > 1 else None


def _other_closer(family: str, mark: _Mark, between: Sequence[_Mark]) -> bool:
    """Whether a curly mark closes a straight one («"No,” he said»): it can close nothing, and none opened in between."""
    closes = family == _STRAIGHT and mark.family == _CURLY and mark.shape == -1 and mark.place < 0
    return closes and not any(m.family == _CURLY for m in between)


def _closing_single(text: str, marks: Sequence[_Mark], opener: int) -> int | None:
    """The index of the mark that closes a single one: after a full stop or comma rather than after "soldiers'"."""
    found = []
    for i in range(opener + 1, len(marks)):
        if marks[i].family != marks[opener].family or marks[i].shape > 0:
            continue
        if marks[i].place > 0:
            break
        found.append(i)
    stopped = (i for i in found if text[marks[i].start - 1] in ".,!?…")
    return next(stopped, found[0] if found else None)


def _last_close(marks: Sequence[_Mark], opener: int) -> int | None:
    """The last closing mark when a nested opener has no partner of its own."""
    closers = [
        i for i in range(opener + 1, len(marks)) if marks[i].family == marks[opener].family and marks[i].shape <= 0
    ]
    return closers[-1] if closers else None
