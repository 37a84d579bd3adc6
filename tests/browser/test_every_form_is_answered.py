"""What stands on the page after a form was sent, refused or answered: usable by everybody, at 360 pixels too."""

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from core.forms.stamp import QUICKEST
from tests.browser.arriving import follow
from tests.browser.conftest import desk
from tests.browser.test_everyone_can_use_every_page import RULES

ANA = "ana@example.org"
FORMS = {
    "/en/ask/": {"school": "", "kind": "food", "name": "Ana", "way": "email", "contact": ANA, "language": "es"},
    "/en/ideas/": {"school": "office", "kind": "idea", "words": "Más sombra, por favor", "way": ANA},
    "/en/schools/cielo-claro/advisory-council/join/": {"name": "Ana", "reach": ANA, "language": "es", "why": "Sí"},
    "/en/newsletter-by-mail/": {"address": ANA, "school": "office", "language": "es"},
}


@pytest.fixture(params=[360, 1280])
def page(browser: Browser, site: str, request: pytest.FixtureRequest) -> Iterator[Page]:
    context = desk(browser, site, request.param)
    yield context.new_page()
    context.close()


def is_usable(page: Page, state: str) -> None:
    found = Axe().run(page, options=RULES)
    report = [f"{rule['id']}: {node['html'][:160]}" for rule in found.response["violations"] for node in rule["nodes"]]
    assert not report, f"{state} {page.url}\n" + "\n".join(report)
    width = page.viewport_size["width"]
    assert page.evaluate("document.documentElement.scrollWidth") <= width, f"{state} {page.url}"


def send(page: Page) -> None:
    page.wait_for_timeout((QUICKEST + 0.5) * 1000)  # The form takes whoever is quicker for a program.
    follow(page.locator("main form button[type=submit]").last)


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("form", FORMS)
def test_a_form_that_is_refused_and_then_sent(page: Page, form: str, language: str) -> None:
    page.goto(form)
    if language == "es":
        follow(page.locator("header a[hreflang=es]"))
    send(page)
    page.wait_for_selector("#errors")
    is_usable(page, "refused")

    for name, value in FORMS[form].items():
        fill(page, name, value)
    send(page)

    page.wait_for_url("**?done=*")
    assert page.locator("html").get_attribute("lang") == language
    is_usable(page, "sent")


def fill(page: Page, name: str, value: str) -> None:
    field = page.locator(f"main [name={name}]").first
    kind = field.evaluate("field => field.type")
    if kind == "radio":
        page.check(f"main [name={name}][value='{value}']")
    elif kind == "select-one":
        field.select_option(value)
    else:
        field.fill(value)


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_card_of_an_ambassador_is_printed_in_both_languages(page: Page, language: str) -> None:
    page.goto("/en/schools/cielo-claro/")
    if language == "es":
        follow(page.locator("header a[hreflang=es]"))
    follow(page.locator("main a[href*='/card/']").first)

    is_usable(page, "card")
    assert page.locator("[lang=es]").count() + page.locator("[lang=en]").count() >= 2


@pytest.mark.parametrize("language", ["en", "es"])
def test_a_letter_that_nobody_knows_any_more_says_so(page: Page, language: str) -> None:
    for address in ("yes/example/", "leave/example/"):
        page.goto(f"/en/newsletter-by-mail/{address}")
        if language == "es":
            follow(page.locator("header a[hreflang=es]"))
        follow(page.locator("main form button[type=submit]").last)
        is_usable(page, "unknown")
