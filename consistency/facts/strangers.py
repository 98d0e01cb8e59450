"""Whoever acts and is no force: somebody else who leaves («السياح غادروا»), whom no force that was spoken of stands for."""

from __future__ import annotations

from consistency.facts.passage import Passage
from consistency.facts.predicates import Node
from consistency.model import Mention
from consistency.orthography import analyses

_PEOPLE = frozenset({"source", "title", "given_name"})
"""What a noun that names no force may be known as."""
_BEHIND_NOUNS = frozenset({"nationality", "group", "attribute", "place", "adverb", "date"})
_BEFORE_VERBS = frozenset({"auxiliary", "modality", "negation", "adverb", "aspect"})
_MARKS = frozenset('"“”«»')
_SHORTEST = 4


def other_subject(passage: Passage, node: Node) -> bool:
    """Whether the subject of a verb is a noun that names no force."""
    if node.nominal or node.passive or "tense" not in node.features or node.features.get("person") == "1p":
        return False
    if passage.context.document.language == "en":
        return _english(passage, node)
    return something_else_stays(passage, node) or _before_arabic(passage, node) or _after_arabic(passage, node)


def sent_by_others(passage: Passage, node: Node) -> bool:
    """Whether an English participle only says more of people who are no force ("any delegation sent to Iraq")."""
    bare = node.features.get("tense") == "participle" and not node.governors
    return bare and passage.context.document.language == "en" and _is_civil(passage, node.mention.first - 1)


def _before_arabic(passage: Passage, node: Node) -> bool:
    """«إن الشركات الفرنسية تغادر»: the clause begins with a noun that has the article, with nothing but adjectives behind it."""
    i = passage.clauses[node.clause].first
    tokens = passage.context.document.tokens
    while i < node.mention.first and (tokens[i].text in _MARKS or _leads_in(passage, i)):
        i += 1
    verb = min([node.mention.first, *(g.mention.first for g in node.above())])
    if i >= verb or not _is_stranger(passage, i) or not (_has_article(passage, i) or _is_civil(passage, i)):
        return False
    between = [m for k in range(i + 1, verb) for m in passage.at.get(k, ())]
    return all(m.type in _BEHIND_NOUNS | _BEFORE_VERBS for m in between) and verb - i <= _SHORTEST


def _after_arabic(passage: Passage, node: Node) -> bool:
    """«غادر الدبلوماسيون الأمريكيون»: a noun for people stands behind the verb."""
    i = node.mention.last
    source = any(m.type == "source" for m in passage.at.get(i, ()))
    return _is_civil(passage, i) or (source and _is_stranger(passage, i))


def something_else_stays(passage: Passage, node: Node) -> bool:
    """«ما زال العنف في أدنى مستوياته»: a noun with the article behind a verb of staying that is no word of the packs."""
    i, tensed = node.mention.last, "tense" in node.features
    if not tensed or not ("copula" in node.features or "bare" in node.features) or i >= passage.last:
        return False
    arabic = passage.context.document.language == "ar" and not passage.at.get(i)
    return arabic and i not in passage.covered and _has_article(passage, i)


def _english(passage: Passage, node: Node) -> bool:
    """ "French companies have withdrawn": a plural, or a noun behind an article or nationality, before the verb."""
    first = passage.clauses[node.clause].first
    i = node.mention.first - 1
    while i >= first and any(_stands_before(m) for m in passage.at.get(i, ())):
        i -= 1
    tokens = passage.context.document.tokens
    if i < first or not _is_stranger(passage, i) or not tokens[i].text.islower() or not tokens[i].norm.isalpha():
        return False
    led = i > first and (
        tokens[i - 1].norm in passage.frames.articles
        or any(m.type == "nationality" for m in passage.context.until.get(i, ()))
    )
    return len(tokens[i].norm) >= _SHORTEST and (led or _is_plural(tokens[i].norm) or _is_civil(passage, i))


def _stands_before(m: Mention) -> bool:
    """Whether a word may stand between a subject and its verb; before "to" stands another verb."""
    return m.type in _BEFORE_VERBS and m.features.get("tense") != "infinitive"


def _is_plural(word: str) -> bool:
    return word.endswith("s") and not word.endswith(("ss", "is", "us"))


def _is_stranger(passage: Passage, i: int) -> bool:
    """Whether nothing is known of a word but that it may be a noun for people, and no force's noun phrase holds it."""
    known = passage.at.get(i, ())
    return i not in passage.covered and (_is_civil(passage, i) or all(m.type in _PEOPLE for m in known))


def _is_civil(passage: Passage, i: int) -> bool:
    """Whether a word names people or things that leave or stay and are no force (a company, tourists)."""
    return any(m.type == "civil" for m in passage.at.get(i, ()))


def _leads_in(passage: Passage, i: int) -> bool:
    return any(m.type in ("that", "boundary") for m in passage.at.get(i, ()))


def _has_article(passage: Passage, i: int) -> bool:
    """Whether an Arabic word has the article, with "and" before it at most."""
    norm, joining = passage.context.document.tokens[i].norm, passage.frames.proclitics
    splits = (a.proclitics for a in analyses(norm) if a.article)
    return len(norm) > _SHORTEST and any(not p or joining.get(p) == "and" for p in splits)
