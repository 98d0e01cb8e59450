"""The report as JSON-LD: statements as schema.org claims, quotations as W3C web annotations.

The context stands in the file, so that nothing has to be fetched to read it. A statement is a ``Claim`` whose ``appearance``
is its article; an ``Annotation`` ties it to the words by two selectors, of the words and of their place. A finding is an
``Annotation`` that links its positions.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import quote

from consistency.model import NARRATOR, Finding, Position, Report, ReportedArticle, Speaker, Statement
from consistency.report.addresses import is_address
from consistency.report.index import Index
from consistency.report.page import Page

_AROUND = 32
"""How many characters before and after the words a selector gives."""
_URN = "urn:consistency:"
_TYPES = {"person": "Person", "org": "Organization", "place": "Place"}
CONTEXT: dict[str, Any] = {
    "@version": 1.1,
    "schema": "https://schema.org/",
    "oa": "http://www.w3.org/ns/oa#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "own": f"{_URN}term:",
    "id": "@id",
    "type": "@type",
    "graph": "@graph",
    **{name: f"schema:{name}" for name in ("Claim", "NewsArticle", "Organization", "Person", "Place", "Thing")},
    **{name: f"schema:{name}" for name in ("name", "alternateName", "headline", "inLanguage", "jobTitle", "text")},
    **{
        name: {"@id": f"schema:{name}", "@type": "@id"}
        for name in ("appearance", "author", "affiliation", "sameAs", "url")
    },
    **{name: {"@id": f"schema:{name}", "@type": "xsd:date"} for name in ("datePublished", "dateCreated")},
    "publisher": "schema:publisher",
    **{name: f"oa:{name}" for name in ("Annotation", "TextualBody", "TextQuoteSelector", "TextPositionSelector")},
    **{name: f"oa:{name}" for name in ("exact", "prefix", "suffix")},
    **{name: {"@id": f"oa:{name}", "@type": "xsd:nonNegativeInteger"} for name in ("start", "end")},
    "motivation": {"@id": "oa:motivatedBy", "@type": "@vocab"},
    **{name: f"oa:{name}" for name in ("identifying", "linking")},
    "body": {"@id": "oa:hasBody", "@type": "@id"},
    "target": {"@id": "oa:hasTarget", "@type": "@id"},
    "source": {"@id": "oa:hasSource", "@type": "@id"},
    "selector": {"@id": "oa:hasSelector", "@type": "@id"},
    "value": "rdf:value",
    "language": "dc:language",
    "format": "dc:format",
    "Position": "own:Position",
    "claims": {"@id": "own:claim", "@type": "@id"},
    **{name: f"own:{name}" for name in ("rule", "verdict", "scope", "severity", "fingerprint", "dismissedBecause")},
    "confidence": {"@id": "own:confidence", "@type": "xsd:double"},
}
Node = dict[str, Any]


def as_jsonld(report: Report, page: Page) -> str:
    """One object with its context; the same report and page give the same bytes."""
    index = Index(report)
    graph = [
        *(_article(article) for article in report.articles),
        *(_speaker(speaker) for speaker in report.speakers),
        *(node for statement in report.statements for node in _statement(index, page, statement)),
        *(_finding(index, finding) for finding in report.findings),
        *(_finding(index, d.finding) | {"dismissedBecause": d.reason} for d in report.dismissed),
    ]
    text = json.dumps({"@context": CONTEXT, "graph": graph}, ensure_ascii=False, indent=2)
    return text.encode("utf-8", "replace").decode("utf-8") + "\n"


def _article(article: ReportedArticle) -> Node:
    return _known(
        id=_article_id(article),
        type="NewsArticle",
        headline=article.title,
        inLanguage=article.language,
        url=article.url if is_address(article.url) else None,
        datePublished=article.published.isoformat() if article.published else None,
        publisher={"type": "Organization", "name": article.outlet} if article.outlet else None,
    )


def _speaker(speaker: Speaker) -> Node:
    return _known(
        id=_urn("speaker", speaker.id),
        type=_TYPES.get(speaker.id.partition(".")[0], "Thing"),
        name=speaker.name,
        alternateName=[name for name in speaker.names if name != speaker.name] or None,
        jobTitle=speaker.role,
        affiliation=_urn("speaker", speaker.affiliation) if speaker.affiliation else None,
        sameAs=f"http://www.wikidata.org/entity/{speaker.wikidata}" if speaker.wikidata else None,
    )


def _statement(index: Index, page: Page, statement: Statement) -> Iterator[Node]:
    article = index.articles[statement.article]
    yield _known(
        id=_urn("claim", statement.id),
        type="Claim",
        text=statement.text,
        inLanguage=article.language,
        author=_urn("speaker", statement.speaker) if statement.speaker != NARRATOR else None,
        dateCreated=statement.said_on.isoformat() if statement.said_on else None,
        appearance=_article_id(article),
    )
    yield {
        "id": _urn("quotation", statement.id),
        "type": "Annotation",
        "motivation": "identifying",
        "body": _urn("claim", statement.id),
        "target": {"source": _article_id(article), "selector": _selectors(page, statement)},
    }


def _selectors(page: Page, statement: Statement) -> list[Node]:
    """By the words, with what stands around them where the text is at hand; and by their place, in code points."""
    (start, end), text = statement.span, page.place(statement.article).text
    around = {"prefix": text[max(0, start - _AROUND) : start], "suffix": text[end : end + _AROUND]} if text else {}
    return [
        {"type": "TextQuoteSelector", "exact": statement.text, **around},
        {"type": "TextPositionSelector", "start": start, "end": end},
    ]


def _finding(index: Index, finding: Finding) -> Node:
    told = (("en", finding.explanation), ("ar", finding.explanation_ar))
    return {
        "id": _urn("finding", finding.id),
        "type": "Annotation",
        "motivation": "linking",
        "body": [_body(language, text) for language, text in told if text],
        "target": [_position(index, finding, n, position) for n, position in enumerate(finding.positions, 1)],
        "rule": f"{finding.pack}/{finding.rule}",
        "verdict": finding.verdict,
        "scope": finding.scope,
        "severity": finding.severity,
        "confidence": finding.confidence,
        "fingerprint": finding.fingerprint,
    }


def _body(language: str, text: str) -> Node:
    return {"type": "TextualBody", "value": text, "language": language, "format": "text/plain"}


def _position(index: Index, finding: Finding, number: int, position: Position) -> Node:
    facts = (index.facts[id_] for id_ in position.facts if id_ in index.facts)
    return {
        "id": _urn("finding", f"{finding.id}/{number}"),
        "type": "Position",
        "name": position.summary,
        "claims": _once(_urn("claim", fact.statement) for fact in facts),
    }


def _article_id(article: ReportedArticle) -> str:
    return article.url if article.url and is_address(article.url) else _urn("article", article.id)


def _urn(kind: str, id_: str) -> str:
    return f"{_URN}{kind}:{quote(id_.encode('utf-8', 'replace'))}"


def _known(**fields: Any) -> Node:
    return {name: value for name, value in fields.items() if value is not None}


def _once(ids: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(ids))
