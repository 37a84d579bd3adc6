"""Ana signs up to help, waits where it is full, and finds her list again: usable at every step."""

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.arriving import follow
from tests.browser.conftest import desk
from tests.browser.test_every_form_is_answered import is_usable, send

EVENT = "/en/events/food-boxes-on-saturday/"


def open_event(page: Page, language: str) -> None:
    page.goto(EVENT)
    if language == "es":
        follow(page.locator("header a[hreflang=es]"))


def fill_in(page: Page, name: str) -> None:
    page.fill("[name=name]", name)
    page.fill("[name=reach]", f"{name.split(maxsplit=1)[0].lower()}@example.org")


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("width", [360, 1280])
def test_from_the_event_to_her_own_page_and_off_the_list(
    browser: Browser, site: str, width: int, language: str
) -> None:
    context = desk(browser, site, width)
    page = context.new_page()
    open_event(page, language)
    follow(page.locator(".shift a.button:not(.button--quiet)").first)
    send(page)
    page.wait_for_selector("#errors")
    is_usable(page, "refused")

    fill_in(page, f"Ana{width}{language} Peña")
    send(page)
    page.wait_for_selector("a[href='calendar.ics']")
    is_usable(page, "signed up")
    follow(page.locator("button[value=cancel]"))
    page.wait_for_selector("a[href*='/sign-up/'], a[href*='/inscribirse/']")
    is_usable(page, "off the list")
    context.close()


@pytest.mark.parametrize("language", ["en", "es"])
def test_where_it_is_full_she_waits_and_finds_her_list_by_a_code(browser: Browser, site: str, language: str) -> None:
    context = desk(browser, site, 360)
    page = context.new_page()
    open_event(page, language)
    follow(page.locator(".shift a.button--quiet").first)
    is_usable(page, "full")
    fill_in(page, f"Rosa{language} Peña")
    send(page)
    page.wait_for_selector("button[value=cancel]")
    assert not page.locator("a[href='calendar.ics']").count()
    is_usable(page, "waiting")

    follow(page.locator("main a[href*='my-sign-ups'], main a[href*='mis-inscripciones']").last)
    page.fill("main form input[type=email]", f"rosa{language}@example.org")
    send(page)
    page.wait_for_selector("[autocomplete=one-time-code]")
    is_usable(page, "code asked for")
    context.close()


def test_without_scripts_it_is_the_same(without_scripts: Page) -> None:
    open_event(without_scripts, "es")
    follow(without_scripts.locator(".shift a.button:not(.button--quiet)").first)
    fill_in(without_scripts, "Lupe Peña")
    send(without_scripts)
    without_scripts.wait_for_selector("a[href='calendar.ics']")
    follow(without_scripts.locator("button[value=cancel]"))
    without_scripts.wait_for_selector("a[href*='/inscribirse/']")
