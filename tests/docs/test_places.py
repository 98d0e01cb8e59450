"""Every place that a page names is there: files, headings, folders of the project."""

from __future__ import annotations

import json
import re
from itertools import pairwise
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from consistency.evaluation.gold import GoldArticle, GoldGroup
from tests.docs.session import ROOT

PAGES = [ROOT / "README.md", ROOT / "rules" / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
README = (ROOT / "README.md").read_text("utf-8")


def anchors(page: Path) -> set[str]:
    """What links to headings of the page end in, as GitHub names them."""
    tokens = MarkdownIt().parse(page.read_text("utf-8"))
    headings = [after.content for token, after in pairwise(tokens) if token.type == "heading_open"]
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def leads_somewhere(page: Path, link: str) -> bool:
    file, _, anchor = link.partition("#")
    target = page.parent / file if file else page
    return target.exists() and (not anchor or anchor in anchors(target))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_every_link_leads_somewhere(page: Path) -> None:
    links = re.findall(r"\]\(([^)\s]+)\)", page.read_text("utf-8"))
    inside = [link for link in links if "://" not in link]
    assert [link for link in inside if not leads_somewhere(page, link)] == []


@pytest.mark.parametrize(
    "page", sorted((ROOT / "docs").rglob("*.md")), ids=lambda page: page.relative_to(ROOT).as_posix()
)
def test_the_map_leads_to_every_page(page: Path) -> None:
    lists = ((ROOT / "docs" / "README.md"), ROOT / "docs" / "rules" / "README.md")
    links = {
        (file.parent / link).resolve()
        for file in lists
        for link in re.findall(r"\]\(([^)#]+)\)", file.read_text("utf-8"))
    }
    assert page in links or page == lists[0]


@pytest.mark.parametrize(
    "place", re.findall(r"`((?:consistency|rules|tests|examples|reports|docs)(?:/[\w./-]*)?)`", README)
)
def test_every_place_that_the_readme_names_is_there(place: str) -> None:
    assert place == "consistency" or (ROOT / place).exists()


def test_the_gold_of_the_docs_is_gold() -> None:
    text = (ROOT / "docs" / "gold.md").read_text("utf-8")
    article, group = re.findall(r"^```json\n(.*?)^```", text, re.DOTALL | re.MULTILINE)
    GoldArticle.model_validate(json.loads(article))
    GoldGroup.model_validate(json.loads(group))
