"""Articles that are one speaker's words as a whole: transcripts with labels, statements of an office.

In a transcript each paragraph of a turn is one statement; questions are none. In a statement of an
office every sentence that reports nobody else is the author's; a joint statement's author is the
first-named side, or the statement itself when the headline names none.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from consistency.attribution.english.pieces import pieces
from consistency.attribution.english.right import right_region
from consistency.attribution.english.source import read_source
from consistency.attribution.line import DOT, Line, is_title
from consistency.attribution.memory import Memory
from consistency.attribution.saying import Content, Source, Telling
from consistency.model import Document

_LABEL_MAX, _LONG_LABEL, _SENTENCE_MIN, _SHORT_MIN, _ANNOUNCED = 8, 16, 5, 3, 7
_HEADING_MAX = 8
_NOTES = {"(": ")", "[": "]"}


@dataclass
class Frame:
    """The author that the headline names, and whose turn it is in a transcript."""

    author: Source | None = None
    transcript: bool = False
    opening: Line | None = None
    """The line with whose label the words of one speaker begin, up to the end."""
    turn: str | None = None
    turns: dict[str, int] = field(default_factory=dict)


def read_frame(document: Document, lines: Sequence[Line]) -> Frame:
    """The frame that headline and labels set."""
    title = next((line for line in lines if is_title(line)), None)
    labels = [label for line in lines if (label := _label(line)) is not None]
    capitals = [label for label in labels if line_text(label).isupper()]
    repeated = len({line_text(label) for label in labels}) < len(labels)
    announced = title is not None and any(title.isa(i, "transcript_titles") for i in range(len(title.items)))
    transcript = len(capitals) > 1 or bool(capitals and announced) or bool(labels and announced and repeated)
    if not transcript and (title is None or _author(title) is None) and (opening := _opening(lines)):
        return Frame(opening=opening)
    return Frame(_author(title) if title else None, transcript)


def _opening(lines: Sequence[Line]) -> Line | None:
    """The line that begins "The Secretary of State for Defence (Mr. John Hutton):", in an article that announces a
    statement or a speech and has no other such line."""
    labelled = [line for line in lines if not is_title(line) and _speaker_label(line)]
    if len(labelled) != 1:
        return None
    before = lines[: lines.index(labelled[0])]
    announced = any(
        line.isa(i, "statement_titles", "transcript_titles") for line in before for i in range(len(line.items))
    )
    own = sum(any(line.isa(i, "first_person", "own_words") for i in range(len(line.items))) for line in lines)
    return labelled[0] if announced and own > 1 else None


def _speaker_label(line: Line) -> int | None:
    """The item of the colon after a person with a title at the beginning of a paragraph."""
    ahead = range(1, min(len(line.items), _LONG_LABEL))
    at = next((i for i in ahead if line.items[i].norm == ":"), None) if line.opens else None
    if at is None or not line.within(0, at, "person"):
        return None
    small = ("prepositions", "articles", "conjunctions", "courtesy")
    plain = all(line.capital(i) or not line.items[i].word or line.isa(i, *small) for i in range(at))
    return at if plain else None


def line_text(label: tuple[Line, int]) -> str:
    """The words of a label."""
    return label[0].text(0, label[1])


def _label(line: Line) -> tuple[Line, int] | None:
    """The line and the item of the colon (or after a lone Q) when the line opens a turn at the start of a paragraph."""
    if not line.opens:
        return None
    if line.isa(0, "question_labels") and line.items[0].text.isupper():
        return line, 1
    for at in range(1, min(len(line.items), _LABEL_MAX)):
        if line.items[at].norm == ":":
            return (
                (line, at)
                if all(line.capital(i) or not line.items[i].word or line.isa(i, "prepositions") for i in range(at))
                else None
            )
    return None


def _author(title: Line) -> Source | None:
    """Whose statement a headline announces: "Statement by X on …", "Joint Statement on …"."""
    ahead = range(min(_ANNOUNCED, len(title.items)))
    at = next((i for i in ahead if title.isa(i, "statement_titles", "transcript_titles")), None)
    if at is None:
        return None
    joint = any(title.isa(i, "joint") for i in range(at))
    source = _signatory(title, at, joint)
    if source or not joint:
        return source
    return Source("document", (title.items[0].start, title.items[at].end), title=title.text(0, at + 1), anonymous=True,
                  head=title.items[at].norm)  # fmt: skip


def _signatory(line: Line, at: int, joint: bool) -> Source | None:
    """Who is named after "statement by": one author, or all the sides of a joint statement."""
    ahead = range(at + 1, min(at + _ANNOUNCED, len(line.items)))
    by = (
        at + 1
        if joint and line.isa(at + 1, "joint_by")
        else next((i for i in ahead if line.isa(i, "statement_by")), None)
    )
    region = right_region(line, by + 1) if by is not None else None
    if region is None:
        return None
    if not joint:
        return read_source(line, *region)
    end = next(
        (i for i in range(region[0], len(line.items)) if line.isa(i, "joint_end") or line.items[i].stop), region[1]
    )
    span = (line.items[region[0]].start, line.items[end - 1].end)
    return (
        Source("document", span, title=line.text(region[0], end), anonymous=True, head="governments")
        if end > region[0]
        else None
    )


def label(line: Line, frame: Frame, memory: Memory) -> bool:
    """Records a line of a transcript or of an office's own statement; says whether it took the line."""
    if frame.transcript:
        return _turn(line, frame, memory)
    if frame.opening is line:
        return _begins(line, frame, memory)
    if (attributed := _attributable(line)) is not None:
        frame.author = attributed
        return True
    if frame.author is None:
        return False
    return _announced(line, frame) or _own_words(line, frame, memory)


def _begins(line: Line, frame: Frame, memory: Memory) -> bool:
    """Records what stands behind the label with which one speaker's words begin."""
    at = _speaker_label(line) or 0
    frame.author = read_source(line, 0, at)
    if frame.author is not None:
        _own(line, at + 1, frame, memory)
    return True


def _announced(line: Line, frame: Frame) -> bool:
    """Whether a line only says that the statement follows ("The text of the following statement was released by …")."""
    at = next((i for i in range(len(line.items)) if line.isa(i, "following")), None)
    if at is not None and line.items[-1].norm == ":" and at >= len(line.items) - 2:
        return True  # "We, the ministers …, declare the following:"
    if at is None or not any(line.isa(i, "statement_titles") for i in range(at, min(at + 3, len(line.items)))):
        return False
    if frame.author is not None and frame.author.anonymous:
        frame.author = _signatory(line, at, joint=True) or frame.author
    return True


def _turn(line: Line, frame: Frame, memory: Memory) -> bool:
    if not line.opens or closing(line):
        return frame.turn is not None
    found = _label(line)
    start = 0
    if found:
        frame.turn, start = (
            line_text(found).casefold(),
            found[1] + (line.items[found[1]].norm == ":" if found[1] < len(line.items) else 0),
        )
        if line.isa(0, "question_labels"):
            frame.turn = ""
    if frame.turn is None:
        return False
    if frame.turn and start < len(line.items):
        _record_turn(line, start, frame, memory)
    return True


def _past_note(text: str, start: int, end: int) -> int:
    """Where a turn begins that a note in brackets opens ("(As interpreted.) We thank …")."""
    close = text.find(_NOTES[text[start]], start, end) if text[start] in _NOTES else -1
    return close + 1 + len(text[close + 1 : end]) - len(text[close + 1 : end].lstrip()) if close >= 0 else start


def _record_turn(line: Line, start: int, frame: Frame, memory: Memory) -> None:
    end = next(b for a, b in line.document.paragraphs if a <= line.span[0] < b)
    begin = _past_note(line.document.text, line.items[start].start, end)
    content = Content((begin, _bare_end(line.document.text, end)), "direct")
    if content.span[1] - content.span[0] < _SENTENCE_MIN:
        return
    known = frame.turns.get(frame.turn or "")
    if known is not None:
        memory.follow(content, known, Telling())
        return
    source = _labelled(line, start)
    if source and source.name is None and frame.author and source.head in (frame.author.title or "").casefold().split():
        source = replace(frame.author, span=source.span)
    if source:
        frame.turns[frame.turn or ""] = memory.add(content, source, Telling())


def _bare_end(text: str, end: int) -> int:
    while end and (text[end - 1].isspace() or text[end - 1] in '."”'):
        end -= 1
    return end


def _labelled(line: Line, colon: int) -> Source | None:
    """The speaker of a label: "MR. KIRBY", "THE PRESIDENT", "SENIOR ADMINISTRATION OFFICIAL"."""
    end = colon - 1
    span = (line.items[0].start, line.items[end - 1].end)
    person = next(iter(line.within(0, end, "person")), None)
    if person or line.isa(end - 1, "humans"):
        return read_source(line, 0, end)
    titles = line.within(0, end, "title", "rank", "office")
    start = max((t.last for t in titles), default=0)
    start = max(
        [start, *(i + 1 for i in range(end) if line.items[i].norm in (".", DOT) or line.isa(i, "humans", "courtesy"))]
    )
    if start >= end:
        return read_source(line, 0, end)
    return Source(
        "person", span, name=line.text(start, end), title=line.text(0, start) or None, head=line.items[end - 1].norm
    )


def _attributable(line: Line) -> Source | None:
    """Whom a line makes the author: "The following is attributable to Press Secretary X:"."""
    at = next((i for i in range(len(line.items) - 2) if line.isa(i, "attributable")), None)
    region = right_region(line, at + 2) if at is not None else None
    return read_source(line, *region) if region else None


def _own_words(line: Line, frame: Frame, memory: Memory) -> bool:
    """Records a sentence in which the author speaks of himself."""
    if any(line.isa(i, "first_person") for i in range(len(line.items))):
        return own(line, frame, memory, "direct")
    return False


def own(line: Line, frame: Frame, memory: Memory, mode: str = "indirect") -> bool:
    """Records a sentence that nobody else is said to have said as the author's."""
    least = _SHORT_MIN if frame.opening and memory.last is not None else _SENTENCE_MIN
    if frame.author is None or sum(item.word for item in line.items) < least or closing(line):
        return False
    if (frame.transcript and frame.turn is None) or _heads(line):
        return False
    _own(line, _past_agreed(line), frame, memory, mode)
    return True


def _heads(line: Line) -> bool:
    """Whether a short paragraph without an end mark only heads what follows ("Office of the Press Secretary")."""
    words = sum(item.word for item in line.items)
    return line.opens and words <= _HEADING_MAX and bool(line.items) and bool(line.items[-1].word)


def closing(line: Line) -> bool:
    """Whether a line only tells when a transcript ends ("2:19 P.M. EDT", "-END-")."""
    dated = {i for f in line.within(0, len(line.items), "date", "number") for i in range(f.first, f.last)}
    return all(i in dated or not item.word or line.isa(i, "clock") or not item.norm[:1].isalpha()
               for i, item in enumerate(line.items))  # fmt: skip


def _own(line: Line, at: int, frame: Frame, memory: Memory, mode: str = "direct") -> None:
    """Records the words of a line from an item on as the author's."""
    if frame.author is None:
        return
    known = memory.index_of(frame.author)
    for content in pieces(line, at, len(line.items)):
        content = content if mode == "indirect" or content.mode != "indirect" else Content(content.span, "direct")
        if known is None:
            known = memory.add(content, frame.author, Telling())
        else:
            memory.follow(content, known, Telling())


def _past_agreed(line: Line) -> int:
    """The item after "It was also agreed that", which only leads in; else the first."""
    that = next((i for i in range(min(_ANNOUNCED, len(line.items))) if line.isa(i, "that")), None)
    passive = that is not None and line.isa(0, "it") and any(line.isa(i, "be") for i in range(1, that))
    return that + 1 if that is not None and passive else 0
