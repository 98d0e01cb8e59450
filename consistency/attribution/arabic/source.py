"""Who speaks, as the words around an Arabic reporting verb name him."""

from __future__ import annotations

from dataclasses import replace

from consistency.attribution.arabic.phrase import (
    BODY,
    HEADS,
    NAME_PIECES,
    PEOPLE,
    bears_surname,
    has_article,
    is_certain,
    is_name,
    phrase_end,
)
from consistency.attribution.line import BODIES, Found, Line
from consistency.attribution.saying import Source
from consistency.dictionary import is_dictionary_word
from consistency.model import Span

_MAX_UNKNOWN, _MAX_SOMEBODY, _SMALL_WORDS, _NAME_MAX = 5, 9, 3, 4
_NAME_MIN = 2
_TO_THE, _ARTICLE = "لل", "ال"
_PLURALS = ("ون", "ين", "ات", "ان")
_INSTITUTIONS = ("body_word", "institution", "body", "government", "document")


def read_source(line: Line, a: int, b: int, *, whoever: bool = False) -> Source | None:
    """The speaker that the items ``[a, b)`` name, adjuncts around him left out; None when they name nobody.

    ``whoever`` says that only a speaker can stand there, so that any noun is one.
    """
    a = past_adverbs(line, a, b)
    if a >= b or to_somebody(line, a) or line.starting(a, "cue"):
        return None
    if line.starting(a, "saying") and not line.starting(a, *HEADS):
        return None
    if line.isa(a, "pronouns") and b - a <= 2:
        return Source("pronoun", _span(line, a, a + 1), head=line.items[a].norm)
    if line.items[a].quote is not None and b == a + 1 and whoever and is_name(line, a):
        return quoted_name(line, a)
    end = phrase_end(line, a, b, open_=True)
    if end == a:
        return _later(line, a, b) if whoever else None
    source = _source(line, a, end)
    if source is not None and (name := _apposed_name(line, end, b)) is not None:
        named = source.kind == "person" and source.name is None
        return replace(source, name=name, anonymous=False, definite=False) if named else source
    return source or _bare_name(line, a, end) or (_somebody(line, a, end) if whoever else None)


def _apposed_name(line: Line, at: int, b: int) -> str | None:
    """The unknown name after the comma that follows a title («مراسلة بي بي سي في كابول، كارولين وايت، »)."""
    last = b - 1 if b > at and line.items[b - 1].comma else b
    words = range(at + 1, last)
    if at >= b or not line.items[at].comma or not 1 < len(words) <= _NAME_MAX or line.isa(at + 1, "prepositions"):
        return None
    unknown = all(line.items[i].word and not line.at(i) and not has_article(line.items[at + 1].norm) for i in words)
    return line.text(at + 1, last) if unknown else None


def _later(line: Line, a: int, b: int) -> Source | None:
    """The speaker whose name begins with small words («الآن لو روا، مسؤول عمليات الحفظ»): all up to a title or the end."""
    start = next((i for i in range(a, max(-1, a - _SMALL_WORDS), -1) if line.starting(i - 1, "cue")), a)
    title = next((i for i in range(a + 1, b) if line.starting(i, *PEOPLE)), b)
    plain = all(line.items[i].word and not line.isa(i, "prepositions", "adjunct") for i in range(start, title))
    if not plain or not 1 < title - start <= _MAX_UNKNOWN:
        return None
    role = _text(line, title, b) if title < b else None
    return Source("person", _span(line, start, b), name=line.text(start, title), title=role,
                  affiliation=_affiliation(line, title, b))  # fmt: skip


def grow_source(line: Line, a: int, b: int, *, led: bool = False) -> tuple[Source, int] | None:
    """The speaker whose name begins at item ``a``, and the item after it; unknown words never begin one.

    ``led`` says that a preposition may be glued to the first word («وفقا لقائد القوات»).
    """
    a = past_adverbs(line, a, b)
    if a >= b or not (line.starting(a, *HEADS) or _counted(line, a) or _side(line, a)):
        return None
    start = _counted(line, a) or _side(line, a)
    end = phrase_end(line, start if start else a, b, led=led)
    source = _source(line, a, end) if end > a else None
    return (source, end) if source else None


def unlisted_person(line: Line, a: int, b: int) -> tuple[Source, int] | None:
    """A person whose name nothing explains, by the title behind it («سامي حداد، المتحدث باسم الوزارة، »), comma or none."""
    a = past_adverbs(line, a, b)
    end = plain_name(line, a, b)
    title = end + 1 if end < b and line.items[end].comma else end
    head = line.starting(title, *PEOPLE) if end - a >= _NAME_MIN and title < b else None
    if head is None or (title == end and not (has_article(line.items[title].norm) or head.mention.type == "office")):
        return None
    stop = phrase_end(line, title, b)
    return Source("person", _span(line, a, stop), name=line.text(a, end), title=_text(line, title, stop),
                  affiliation=_affiliation(line, title, stop)), stop  # fmt: skip


def plain_name(line: Line, a: int, b: int) -> int:
    """The end of the words from ``a`` that can be nothing but pieces of a name; ``a`` where the first cannot."""
    end = a
    while end < min(b, a + _NAME_MAX) and _is_piece(line, end) and not (end == a and has_article(line.items[a].norm)):
        end += 1
    return end


def _is_piece(line: Line, i: int) -> bool:
    known = {f.mention.type for f in line.at(i)}
    if "given_name" in known and bears_surname(line, i):
        return True
    return line.items[i].word and known <= NAME_PIECES and not line.isa(i, "prepositions", "in", "about", "upon")


def quoted_name(line: Line, at: int) -> Source | None:
    """A body whose name stands in quotation marks."""
    quote = line.items[at].quote
    if quote is None:
        return None
    known = [m.id for m in line.document.mentions_in(quote.content, *BODIES) if m.id]
    return Source("body", quote.content, title=line.document.slice(quote.content), body=known[0] if known else None)


def to_somebody(line: Line, i: int) -> bool:
    """Whether a word says to whom something was said («لوكالة الأنباء»، «للصحفيين»); none does beyond the end."""
    if i >= len(line.items):
        return False
    found = line.starting(i, "media", "source", "body_word", "body", "title", "institution", "unit")
    if found is not None:
        return "ل" in found.mention.proclitics
    return line.items[i].norm.startswith("لل") or line.isa(i, "to_him")


def _span(line: Line, a: int, b: int) -> Span:
    """The words of a speaker, without the conjunction or preposition glued to the first."""
    glued = [f.mention.start for f in line.at(a) if f.mention.type in HEADS and f.mention.proclitics]
    return max(glued, default=line.items[a].start), line.items[b - 1].end


def _text(line: Line, a: int, b: int) -> str:
    text = line.document.slice(_span(line, a, b))
    return _ARTICLE + text[1:] if line.items[a].text.startswith(_TO_THE) and not text.startswith(_TO_THE) else text


def past_adverbs(line: Line, a: int, b: int) -> int:
    """The first item that is no date, comma or adverb («أمس»، «اليوم الخميس»)."""
    while a < b:
        date = line.starting(a, "date", "adverb", "linker")
        if date:
            a = date.last
        elif line.items[a].comma or line.isa(a, "auxiliaries", "adverbs"):
            a += 1
        elif line.isa(a, "manners"):
            a += 2
        else:
            break
    return a


# --- what the phrase names -----------------------------------------------------------------


def _source(line: Line, a: int, b: int) -> Source | None:
    while b > a and not line.items[b - 1].word and line.items[b - 1].quote is None and line.items[b - 1].norm != ")":
        b -= 1
    if a >= b:
        return None
    document = line.starting(a, "document")
    if document and document.mention.features.get("kind") == "document":
        return _of_document(line, a, b)
    if _side(line, a):
        nation = line.starting(a + 1, "nationality")
        return Source("body", _span(line, a, b), title=_text(line, a, b), body=nation.mention.id if nation else None)
    return _person(line, a, b) or _counted_source(line, a, b) or _body(line, a, b) or _titled(line, a, b)


def _of_document(line: Line, a: int, b: int) -> Source:
    """A statement or report: the body that issued it, or else whom «البيان» goes on with."""
    owner = next(
        (
            s
            for i in range(a + 1, b)
            if line.starting(i, *HEADS) and (s := _source(line, i, b)) and s.kind != "document"
        ),
        None,
    )
    span, text = _span(line, a, b), _text(line, a, b)
    if owner is not None:
        return owner
    head = line.starting(a, "document")
    if head is not None and head.mention.enclitic:  # «وجاء في بيانها»
        return Source("pronoun", span, head=line.items[a].norm)
    return Source("document", span, title=text, definite=has_article(line.items[a].norm), head=line.items[a].norm)


def _person(line: Line, a: int, b: int) -> Source | None:
    for found in line.within(a, b, "person"):
        if not _governed(line, a, found):
            title = line.text(a, _before_rank(line, a, found.first)).strip("،, ") or _apposed(line, found.last, b)
            known = found.mention.id or None
            return Source("person", _span(line, a, b), name=line.text(found.first, found.last)[len(found.mention.proclitics):],
                          title=title or None, body=known, affiliation=_affiliation(line, a, b))  # fmt: skip
    return None


def _before_rank(line: Line, a: int, end: int) -> int:
    """Where the office of somebody ends, whose rank stands behind it («قائد القوات في الجنوب العميد فلان»)."""
    rank = line.ending(end, "rank")
    return rank.first if rank and rank.first > a else end


def _governed(line: Line, a: int, found: Found) -> bool:
    """Whether the name belongs to somebody whom the speaker only works for («مكتب رئيس الوزراء حيدر العبادي»)."""
    head = line.starting(a, *HEADS)
    if head is None or found.first == a or line.isa(found.first - 1, "called"):
        return False
    if line.starting(a, "title", "rank", "courtesy", "office"):
        return "ل" in found.mention.proclitics or _is_served(line, a, found)
    return head.mention.type in ("source", *_INSTITUTIONS) or "ل" in found.mention.proclitics


def _is_served(line: Line, a: int, found: Found) -> bool:
    """Whether a name goes with the office that somebody serves and its bearer holds («مستشار رئيس الوزراء نوري المالكي»)."""
    nation = line.ending(found.first, "nationality")
    inner = line.ending(found.first, "office") or line.ending(nation.first if nation else found.first, "title")
    head = line.starting(a, "title", "source")
    if inner is None or head is None or inner.first < head.last or not line.isa(a, "serving"):
        return False
    held = found.mention.features.get("held", "").split()
    return any(office == inner.mention.id or office.endswith(f"-{inner.mention.id}") for office in held)


def _apposed(line: Line, i: int, b: int) -> str:
    return line.text(i + 1, b) if i + 1 < b and line.items[i].comma else ""


def _affiliation(line: Line, a: int, b: int) -> str | None:
    bodies = [f for f in line.within(a, b, *BODIES) if f.mention.id]
    if bodies:
        return bodies[0].mention.id
    nation = next(iter(line.within(a, b, "nationality", "place")), None)
    return nation.mention.id if nation else None


# --- people without a name -----------------------------------------------------------------


def _counted(line: Line, a: int) -> int | None:
    """The item of the noun in «أحد المسؤولين»، «ثلاثة ضباط»، «عدد من النواب»; None where nothing counts."""
    if not line.isa(a, "one_of", "numerals") and not line.starting(a, "number"):
        return None
    number = line.starting(a, "number")
    at = number.last if number else a + 1
    at += line.isa(at, "from")
    return at if line.starting(at, "source", "title", "rank") else None


def _side(line: Line, a: int) -> int | None:
    """The item of the nationality in «الجانب الأمريكي»; None where there is none."""
    return a + 1 if line.isa(a, "side") and line.starting(a + 1, "nationality") else None


def _counted_source(line: Line, a: int, b: int) -> Source | None:
    at = _counted(line, a)
    head = line.starting(at, "source", "title", "rank") if at is not None and at < b else None
    if head is None:
        return None
    number = "one" if line.isa(a, "one") else "many"
    return Source("person", _span(line, a, b), title=_text(line, a, b), affiliation=_affiliation(line, a, b),
                  anonymous=not line.isa(a, "another"), head=f"{head.mention.id}:{number}")  # fmt: skip


def _titled(line: Line, a: int, b: int) -> Source | None:
    """Somebody by his title or as a source: anonymous unless something makes him a certain one («وزير الدفاع»، «المصدر»)."""
    head = line.starting(a, "title", "office", "rank", "source", "courtesy")
    if head is None:
        return None
    bare = has_article(line.items[a].norm) and b - a <= 2
    other = any(line.isa(i, "another") for i in range(a, b))
    return Source("person", _span(line, a, b), title=_text(line, a, b), affiliation=_affiliation(line, a, b),
                  anonymous=other or not is_certain(line, head, b), definite=bare and not other, head=_head(line, a))  # fmt: skip


def _head(line: Line, a: int) -> str:
    """The noun of a source with its number, so that «المسؤولان» is not «أحد المسؤولين»."""
    head = line.starting(a, "source") or line.starting(a, "title", "office", "rank", "courtesy")
    if head is None:
        return line.items[a].norm
    norm = line.items[head.first].norm
    many = norm.endswith(("ان", "ون", "ين")) or head.mention.features.get("number") in ("p", "d")
    return f"{head.mention.id}:{'many' if many else 'one'}"


# --- bodies --------------------------------------------------------------------------------


def _body(line: Line, a: int, b: int) -> Source | None:
    head = line.starting(a, *BODY)
    if head is None or line.starting(a, "title", "office", "rank"):
        return None
    if (
        head.mention.type == "body_word"
        and b == a + 1
        and not has_article(line.items[a].norm)
        and not line.starting(a, *BODIES)
    ):
        return None  # «لم يستبعد تنظيم مظاهرات»
    known = [f for f in line.at(a) if f.mention.type in (*BODIES, "place", "group") and f.mention.id]
    wide = max(known, key=lambda f: (f.last, f.mention.type != "place"), default=None)
    if wide is None and head.mention.type == "unit":
        wide = next((f for f in line.within(a, b, *BODIES)), None)
    plain = wide is None and head.mention.type in ("unit", "body_word")
    nation = next((f.mention.id for f in line.within(a, b, "nationality")), None)
    affiliation = nation if plain or head.mention.type == "unit" else _affiliation(line, a, b)
    bare = wide is None and b == a + 1 and has_article(line.items[a].norm)
    return Source("body", _span(line, a, b), title=_text(line, a, b), body=wide.mention.id if wide else None,
                  affiliation=affiliation, head=head.mention.id, definite=bare)  # fmt: skip


def _bare_name(line: Line, a: int, b: int) -> Source | None:
    """Words that nothing knows between a verb and what was said: a name."""
    words = [i for i in range(a, b) if line.items[i].word]
    led = (i for i in words if line.isa(i, "prepositions") and not (i == a and bears_surname(line, i)))
    if not 1 <= len(words) <= _MAX_UNKNOWN or any(led):
        return None
    definite = line.items[a].norm.startswith(_ARTICLE)
    if (definite and not _can_be_of_a_place(line, a, b)) or line.isa(a, "rumours"):
        return None
    if all(is_dictionary_word(line.items[i].text) for i in words) and not _can_be_surname(line, a, b):
        return None
    return Source("person", _span(line, a, b), name=line.text(a, b))


def _can_be_of_a_place(line: Line, a: int, b: int) -> bool:
    """Whether a word alone has the form of a surname with the article and is no everyday word («قال الجبوري إن»)."""
    return (
        b - a == 1
        and not line.at(a)
        and line.items[a].norm.endswith("ي")
        and not is_dictionary_word(line.items[a].text)
    )


def _can_be_surname(line: Line, a: int, b: int) -> bool:
    """Whether an everyday word, alone and in the singular, is rather a surname («قال كروغ إن»)."""
    return b - a == 1 and not line.at(a) and not line.items[a].norm.endswith(_PLURALS)


def _somebody(line: Line, a: int, b: int) -> Source | None:
    """A noun that nothing knows where only a speaker can stand («القرويون»، «عائلات الضحايا»)."""
    words = [i for i in range(a, b) if line.items[i].word]
    if (
        not 1 <= len(words) <= _MAX_SOMEBODY
        or len(line.items[a].norm) == 1
        or line.isa(a, "prepositions", "adjunct", "auxiliaries", "pronouns", "what", "rumours")
        or (line.isa(a, "quantities") and not line.isa(a + 1, "from"))
    ):
        return None
    known = line.starting(a, "that", "preposition", "boundary", "event", "date", "number")
    if known or line.items[a].quote is not None:
        return None
    definite = has_article(line.items[a].norm)
    return Source("person", _span(line, a, b), title=_text(line, a, b), affiliation=_affiliation(line, a, b),
                  anonymous=not definite, definite=definite and b - a == 1, head=line.items[a].norm)  # fmt: skip
