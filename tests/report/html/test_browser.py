"""The HTML page in a real browser: by mouse and keyboard, for a screen reader, on paper, in light and dark."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from consistency.report import Page, Place, render
from tests.report.checked import checked
from tests.report.sample import sample_report

api = pytest.importorskip("playwright.sync_api", reason="needs the package playwright")
axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="needs the package axe-playwright-python")
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
BROWSER = next(filter(None, map(shutil.which, NAMES)), None)
pytestmark = pytest.mark.skipif(BROWSER is None, reason=f"no browser: none of {', '.join(NAMES)} is installed")
EVIL = '</script><script>window.hit=1</script><img src=x onerror="window.hit=2">" onfocus="window.hit=3" \u202e قال'
Open = Callable[..., Any]


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with api.sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=BROWSER, args=["--no-sandbox"])
        yield running
        running.close()


@pytest.fixture
def opened(browser: Any, tmp_path: Path) -> Iterator[Open]:
    """Opens a page, that of the examples if no other is given; it must fetch nothing and complain of nothing."""
    complaints: list[str] = []
    contexts = []

    def opens(text: str | None = None, language: str = "en", **options: Any) -> Any:
        file = tmp_path / "page.html"
        file.write_bytes((text or render(checked()[0], "html", replace(checked()[1], language=language))).encode())
        context = browser.new_context(**options)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("request", lambda request: complaints.append(request.url) if request.url != file.as_uri() else None)
        page.goto(file.as_uri())
        return page

    yield opens
    for context in contexts:
        context.close()
    assert complaints == []


def shown(page: Any, selector: str = "[data-finding]") -> int:
    return page.locator(f"{selector}:visible").count()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1200, 390])
@pytest.mark.parametrize("language", ["ar", "en"])
def test_axe_finds_nothing_to_object_to(opened: Open, scheme: str, width: int, language: str) -> None:
    page = opened(language=language, color_scheme=scheme, viewport={"width": width, "height": 900})
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    violations = axe.Axe().run(page).response["violations"]
    assert [(v["id"], [node["html"] for node in v["nodes"]]) for v in violations] == []


def test_light_and_dark_differ(opened: Open) -> None:
    pages = [opened(color_scheme=scheme) for scheme in ("light", "dark")]
    assert len({page.evaluate("getComputedStyle(document.body).backgroundColor") for page in pages}) == 2


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize(("media", "width"), [("screen", 390), ("screen", 1200), ("print", 690)])
def test_nothing_is_wider_than_a_telephone_or_a_sheet(opened: Open, language: str, media: str, width: int) -> None:
    page = opened(language=language, viewport={"width": width, "height": 800})
    page.emulate_media(media=media)
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    assert page.evaluate("document.documentElement.scrollWidth") <= width + 1


def test_a_cell_of_the_matrix_leads_to_its_findings_and_shows_them_alone(opened: Open) -> None:
    page = opened()
    before = shown(page)
    rows = shown(page, "[data-row]")
    cell = page.locator("[data-cell]").first
    speaker, subject = cell.get_attribute("data-cell").split(" ")
    cell.click()
    assert 0 < shown(page) < before
    assert 0 < shown(page, "[data-row]") < rows
    assert page.locator("#status").inner_text() == f"{shown(page)} of {before} findings"
    for card in page.locator("[data-finding]:visible").all():
        assert speaker in card.get_attribute("data-speaker").split(" ")
        assert subject in card.get_attribute("data-subject").split(" ")
    assert page.locator(":target").is_visible()
    assert page.locator("#by-speaker").input_value() == speaker


def test_filters_are_used_by_keyboard(opened: Open) -> None:
    page = opened()
    before = shown(page)
    page.locator("nav a").last.focus()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "by-speaker"
    page.keyboard.press("ArrowDown")
    assert 0 < shown(page) < before
    assert 0 < shown(page, "[data-lane]") < page.locator("[data-lane]").count()
    for _ in range(3):
        page.keyboard.press("Tab")
    page.keyboard.type("low")
    severities = {card.get_attribute("data-severity") for card in page.locator("[data-finding]:visible").all()}
    assert severities <= {"low"}
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert shown(page) == before
    assert page.locator("#status").inner_text() == ""


def test_every_link_to_a_statement_opens_its_article_and_marks_it(opened: Open) -> None:
    page = opened()
    link = page.locator("figcaption a").first
    target = link.get_attribute("href")
    assert not page.locator(target).is_visible()
    link.focus()
    page.keyboard.press("Enter")
    api.expect(page.locator(target)).to_be_in_viewport()
    assert page.locator("[data-in].on").first.get_attribute("data-in") == target.removeprefix("#s")


def test_a_link_to_what_a_filter_hides_shows_all_again(opened: Open) -> None:
    page = opened()
    page.select_option("#by-severity", "low")
    page.evaluate("location.hash = 't1'")
    page.wait_for_selector("#t1:visible")
    assert page.locator("#by-severity").input_value() == ""


def test_the_command_that_sets_aside_is_copied(opened: Open) -> None:
    page = opened(permissions=["clipboard-read", "clipboard-write"])
    page.locator(".copy").first.click()
    page.wait_for_function("document.querySelector('.copy').textContent === 'Copied'")
    assert page.evaluate("navigator.clipboard.readText()") == page.locator(".card code").first.inner_text()


def test_on_paper_everything_is_open_and_controls_are_gone(opened: Open) -> None:
    page = opened()
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert not page.locator("nav, select, button").locator("visible=true").count()
    assert page.locator("details:not([open])").count() == 0
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator("details[open]").count() == 0
    assert page.pdf().startswith(b"%PDF")


def test_filters_and_buttons_speak_arabic(opened: Open) -> None:
    page = opened(language="ar", permissions=["clipboard-read", "clipboard-write"])
    page.select_option("#by-severity", "medium")
    assert (
        page.locator("#status").inner_text()
        == f"{shown(page)} من أصل {page.locator('[data-finding]').count()} من النتائج"
    )
    copy = page.locator(".copy:visible").first
    assert copy.inner_text() == "نسخ"
    copy.click()
    api.expect(copy).to_have_text("نُسخ")


def test_without_scripts_everything_can_be_read(opened: Open) -> None:
    page = opened(java_script_enabled=False)
    assert shown(page) == len(checked()[0].findings)
    assert page.locator("#by-speaker").is_hidden()


def test_words_of_articles_run_no_script_and_turn_nothing_round(opened: Open) -> None:
    text = "0123456789" + EVIL
    page = opened(render(sample_report(EVIL), "html", Page(sources={"a": EVIL}, places={"a": Place(text=text)})))
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    assert page.evaluate("window.hit") is None
    assert page.locator("q").first.text_content() == EVIL
    assert page.evaluate("getComputedStyle(document.querySelector('.turn')).display") == "inline-block"


def test_a_script_that_is_not_the_page_s_own_does_not_run(browser: Any, tmp_path: Path) -> None:
    text = render(checked()[0], "html", checked()[1])
    file = tmp_path / "page.html"
    file.write_text(
        text.replace("</main>", "<script>window.hit=1</script><p onclick='window.hit=2'>x</p></main>"), "utf-8"
    )
    page = browser.new_page()
    page.goto(file.as_uri())
    page.locator("main > p").click()
    assert page.evaluate("window.hit") is None
    page.close()
