"""Ana pledges things after a fire, on a phone and at a desk: usable at every step."""

import pytest
from playwright.sync_api import Browser

from tests.browser.arriving import follow
from tests.browser.conftest import desk
from tests.browser.test_every_form_is_answered import is_usable, send


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("width", [360, 1280])
def test_from_what_is_needed_to_her_own_page_and_back(browser: Browser, site: str, width: int, language: str) -> None:
    context = desk(browser, site, width)
    page = context.new_page()
    page.goto("/en/after-the-fire/")
    if language == "es":
        follow(page.locator("header a[hreflang=es]"))

    follow(page.locator(".drive-item a").nth(1))
    assert page.locator("[name=item]:checked").count() == 1
    for name, value in {"quantity": "99", "name": "Ana Peña", "reach": "ana@example.org"}.items():
        page.fill(f"[name={name}]", value)
    send(page)
    page.wait_for_selector("#errors")
    is_usable(page, "too many")
    page.fill("[name=quantity]", "1")
    follow(page.locator("main form button[type=submit]").first)

    page.wait_for_selector(".drive-pledged")
    is_usable(page, "pledged")
    follow(page.locator("main form[action] button"))
    page.wait_for_selector("main h1")
    assert page.locator(".drive-pledged").count() == 0
    is_usable(page, "cancelled")
    context.close()
