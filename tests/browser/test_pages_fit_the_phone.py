"""Nothing scrolls sideways, and nothing is heavier than a poor connection bears."""

import gzip

import pytest
from playwright.sync_api import Page, Response

from tests.browser.pages import PAGES, visit

MOST_BYTES = {"document": 30 * 1024, "stylesheet": 20 * 1024, "script": 50 * 1024, "font": 40 * 1024}
# The pages' own policy refuses a style sheet from a test; a property set by script passes.
TWICE_AS_LARGE = "document.documentElement.style.fontSize = '225%'"
OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("name", PAGES)
def test_nothing_scrolls_sideways_even_with_text_at_200_percent(phone: Page, name: str, language: str) -> None:
    visit(phone, name, language)
    assert phone.evaluate(OVERFLOW) == 0

    phone.evaluate(TWICE_AS_LARGE)
    assert phone.evaluate(OVERFLOW) == 0


@pytest.mark.parametrize("name", ["home", "directory", "need", "service", "service in four places", "search"])
def test_a_page_stays_within_its_weight(phone: Page, name: str) -> None:
    responses: list[Response] = []

    def keep(response: Response) -> None:
        # Playwright marks its listeners, and a bound method of a list cannot be marked.
        responses.append(response)

    phone.on("response", keep)

    visit(phone, name, "en")
    phone.wait_for_load_state("networkidle")

    weights = dict.fromkeys(MOST_BYTES, 0)
    for response in responses:
        kind = response.request.resource_type
        if kind in weights:
            body = response.body()
            weights[kind] += len(body) if kind == "font" else len(gzip.compress(body, 6))
    assert weights["document"] > 0
    assert all(weights[kind] <= most for kind, most in MOST_BYTES.items()), weights


@pytest.mark.parametrize("name", ["home", "service", "search"])
def test_what_matters_is_large_enough_for_a_thumb(phone: Page, name: str) -> None:
    visit(phone, name, "es")

    for target in phone.locator("main .button, main .action, main .need, header .top__language").all():
        if target.is_visible():
            box = target.bounding_box()
            assert box is not None and box["height"] >= 44, target.inner_text()
