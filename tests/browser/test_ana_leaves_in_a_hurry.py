"""The way out of the crisis page: in place of it, so that "back" does not show it again; without scripts a link."""

import re

from playwright.sync_api import Page, expect

ELSEWHERE = re.compile("^https://weather")


def let_nothing_out(page: Page) -> None:
    page.route(ELSEWHERE, lambda route: route.fulfill(body="<h1>Sunny</h1>", content_type="text/html"))


def test_the_neutral_page_takes_the_place_of_this_one(phone: Page) -> None:
    let_nothing_out(phone)
    phone.goto("/es/")
    phone.goto("/en/topics/crisis/")
    phone.locator("[data-quick-exit]").click()
    expect(phone.get_by_role("heading", level=1)).to_have_text("Sunny")

    phone.go_back()

    expect(phone).to_have_url(re.compile("/es/$"))


def test_the_button_stays_in_sight(phone: Page) -> None:
    phone.goto("/en/topics/crisis/")
    phone.locator("#safety").scroll_into_view_if_needed()

    expect(phone.locator("[data-quick-exit]")).to_be_in_viewport()


def test_it_is_a_link_without_scripts(without_scripts: Page) -> None:
    let_nothing_out(without_scripts)
    without_scripts.goto("/en/topics/crisis/")
    without_scripts.locator("[data-quick-exit]").click()

    expect(without_scripts.get_by_role("heading", level=1)).to_have_text("Sunny")
