"""Every page of the desk of events on a phone, in both languages: usable by everybody, nothing scrolls sideways."""

import pytest
from playwright.sync_api import Page

from tests.browser.arriving import follow
from tests.browser.test_lupe_works_on_her_phone import looks_good, password_of

DESK = {"en": "/en/event-desk/", "es": "/es/mesa-de-eventos/"}
GUIDE, HOURS = {"en": "guide/", "es": "guia/"}, {"en": "hours/", "es": "horas/"}


@pytest.fixture
def olga(phone: Page, tmp_path_factory: pytest.TempPathFactory) -> Page:
    phone.goto("/accounts/login/?next=/en/event-desk/")
    phone.fill("[name=login]", "office")
    phone.fill("[name=password]", password_of(tmp_path_factory.getbasetemp() / "demo0"))
    follow(phone.locator("main button[type=submit]"))
    return phone


def links(page: Page, inside: str) -> list[str]:
    found = [link.get_attribute("href") for link in page.locator("main a").all()]
    return [path for path in dict.fromkeys(found) if path.startswith(inside) and not path.endswith(".xlsx")]


@pytest.mark.parametrize("language", ["en", "es"])
def test_every_page_of_the_desk_of_events(olga: Page, language: str) -> None:
    desk = DESK[language]
    for path in (desk, f"{desk}?past=1", f"{desk}{GUIDE[language]}", f"{desk}{HOURS[language]}"):
        olga.goto(path)
        looks_good(olga)
    olga.goto(f"{desk}?past=1")
    follow(olga.locator("main article h2 a").first)
    looks_good(olga)
    inner = [path for path in links(olga, desk) if path not in (desk, f"{desk}{GUIDE[language]}")]
    assert len(inner) >= 4
    for path in inner[:8]:
        olga.goto(path)
        looks_good(olga)
