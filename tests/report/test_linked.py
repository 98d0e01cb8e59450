"""JSON-LD that a processor reads offline, with selectors that lead to the words."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyld import jsonld

from consistency.model import Report
from consistency.report import Page, render
from consistency.report.linked import CONTEXT
from tests.report.checked import checked
from tests.report.sample import sample_report

SCHEMA, OA = "https://schema.org/", "http://www.w3.org/ns/oa#"
TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"


def _fetch(url: str, options: object) -> Any:
    raise AssertionError(f"{url} would be fetched")


def expanded(text: str) -> list[dict[str, Any]]:
    nodes: list[dict[str, Any]] = jsonld.expand(json.loads(text), {"documentLoader": _fetch})
    return nodes


def triples(report: Report, page: Page | None = None) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = jsonld.to_rdf(json.loads(render(report, "jsonld", page)), {"documentLoader": _fetch})[
        "@default"
    ]
    return found


@given(st.text(st.characters(codec="utf-8"), min_size=1))
def test_any_words_can_be_expanded(text: str) -> None:
    assert expanded(render(sample_report(text), "jsonld"))


def test_no_term_is_lost_when_it_is_expanded() -> None:
    report, page = checked()
    document = json.loads(render(report, "jsonld", page))

    def terms(node: Any) -> set[str]:
        if isinstance(node, list):
            return {term for item in node for term in terms(item)}
        return {*node, *(t for value in node.values() for t in terms(value))} if isinstance(node, dict) else set()

    assert terms(document["graph"]) <= CONTEXT.keys()
    assert terms(jsonld.compact(document, CONTEXT, {"documentLoader": _fetch})) >= terms(document["graph"]) - {"graph"}


def test_statements_are_claims_that_appear_in_their_articles() -> None:
    report, page = checked()
    found = triples(report, page)
    claims = {
        t["subject"]["value"]
        for t in found
        if t["predicate"]["value"] == TYPE and t["object"]["value"] == f"{SCHEMA}Claim"
    }
    articles = {
        t["subject"]["value"]
        for t in found
        if t["predicate"]["value"] == TYPE and t["object"]["value"] == f"{SCHEMA}NewsArticle"
    }
    appearing = {
        t["subject"]["value"]: t["object"]["value"] for t in found if t["predicate"]["value"] == f"{SCHEMA}appearance"
    }
    assert len(claims) == len(report.statements)
    assert len(articles) == len(report.articles)
    assert appearing.keys() == claims
    assert set(appearing.values()) <= articles


def test_selectors_lead_to_the_words() -> None:
    report, page = checked()
    nodes = json.loads(render(report, "jsonld", page))["graph"]
    quotations = [node for node in nodes if node["type"] == "Annotation" and node["motivation"] == "identifying"]
    texts = {node["id"]: page.place(article.id).text for node, article in zip(nodes, report.articles, strict=False)}
    assert len(quotations) == len(report.statements)
    for quotation in quotations:
        text = texts[quotation["target"]["source"]]
        quote, position = quotation["target"]["selector"]
        start, end = position["start"], position["end"]
        assert text[start:end] == quote["exact"]
        assert text[:start].endswith(quote["prefix"])
        assert text[end:].startswith(quote["suffix"])


@pytest.mark.parametrize("term", ["TextQuoteSelector", "TextPositionSelector", "Annotation", "TextualBody"])
def test_annotations_are_in_the_vocabulary_of_the_w3c(term: str) -> None:
    assert f"{OA}{term}" in {t["object"]["value"] for t in triples(sample_report())}


def test_a_finding_links_its_positions_to_claims() -> None:
    report, page = checked()
    nodes = json.loads(render(report, "jsonld", page))["graph"]
    claims = {node["id"] for node in nodes if node["type"] == "Claim"}
    findings = [node for node in nodes if node.get("motivation") == "linking"]
    assert {node["fingerprint"] for node in findings} == {finding.fingerprint for finding in report.findings}
    assert {claim for node in findings for position in node["target"] for claim in position["claims"]} <= claims


@pytest.mark.parametrize("url", ["no address", "javascript:alert(1)", "https://a b", "https://[", None])
def test_an_address_that_is_none_is_no_identifier(url: str | None) -> None:
    report = sample_report()
    article = report.articles[0]
    from dataclasses import replace

    changed = report.model_copy(update={"articles": (replace(article, url=url),)})
    assert expanded(render(changed, "jsonld"))
    assert json.loads(render(changed, "jsonld"))["graph"][0]["id"] == "urn:consistency:article:a"
