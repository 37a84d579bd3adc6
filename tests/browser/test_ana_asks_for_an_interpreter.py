"""Ana asks for an interpreter with her phone, and opens the page that says what became of it."""

from datetime import date, timedelta

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from core.forms.stamp import QUICKEST
from tests.browser.arriving import follow
from tests.browser.conftest import desk
from tests.browser.test_everyone_can_use_every_page import RULES

PAGES = {"en": "/en/interpreter/", "es": "/es/interprete/"}


@pytest.mark.parametrize("language", PAGES)
def test_every_step_is_usable(browser: Browser, site: str, language: str) -> None:
    context = desk(browser, site, 360)
    page = context.new_page()
    page.goto(PAGES[language])
    page.wait_for_timeout((QUICKEST + 0.5) * 1000)  # The form takes whoever is quicker for a program.
    follow(page.locator("main form button[type=submit]"))
    assert Axe().run(page, options=RULES).violations_count == 0, "refused"

    page.check("input[name=what][value=meeting]")
    page.select_option("select[name=language]", "mix")
    page.select_option("select[name=school]", "office")
    page.fill("input[name=when_day]", (date.today() + timedelta(days=30)).isoformat())
    page.fill("input[name=when_time]", "15:00")
    page.fill("textarea[name=about]", "Salón 12")
    page.fill("input[name=way]", "831 555 0142")
    follow(page.locator("main form button[type=submit]"))
    assert Axe().run(page, options=RULES).violations_count == 0, "received"

    follow(page.locator("main a", has_text="request" if language == "en" else "solicitud"))
    assert Axe().run(page, options=RULES).violations_count == 0, "what became of it"
    context.close()
