"""The partners' pages on a phone: everybody can use them, nothing scrolls sideways, and they do without scripts."""

import re

import pytest
from playwright.sync_api import Page

from tests.browser.arriving import follow
from tests.browser.test_lupe_works_on_her_phone import looks_good, password_of

DESK = {"en": "/en/partners/", "es": "/es/aliados/"}


@pytest.fixture
def marta(phone: Page, tmp_path_factory: pytest.TempPathFactory) -> Page:
    phone.goto("/accounts/login/?next=/en/partners/")
    phone.fill("[name=login]", "partner")
    phone.fill("[name=password]", password_of(tmp_path_factory.getbasetemp() / "demo0"))
    follow(phone.locator("main button[type=submit]"))
    return phone


@pytest.mark.parametrize("language", ["en", "es"])
def test_every_page_of_the_desk(marta: Page, language: str) -> None:
    marta.goto(DESK[language])
    looks_good(marta)
    links = [link.get_attribute("href") for link in marta.locator("main article a, main li a.tap").all()]
    inner = [link for link in links if link.startswith(DESK[language])]
    assert len(inner) >= 8
    beside = {"en": ("guide", "table"), "es": ("guia", "tabla")}[language]
    for path in (*inner, *(f"{DESK[language]}{name}/" for name in beside)):
        marta.goto(path)
        looks_good(marta)


@pytest.mark.parametrize("language", ["en", "es"])
def test_every_page_for_people_without_an_account(phone: Page, language: str) -> None:
    phone.goto({"en": "/en/search/?q=food+pantry", "es": "/es/buscar/?q=despensa"}[language])
    follow(phone.locator(".card a").first)
    ways = [link.get_attribute("href") for link in phone.locator(".ways-in a").all()]
    assert len(ways) == 3
    for path in (*ways, "/accounts/login/code/"):
        phone.goto(path)
        looks_good(phone)


def test_one_tap_reports_a_dead_phone(phone: Page) -> None:
    phone.goto("/es/buscar/?q=despensa")
    follow(phone.locator(".card a").first)
    follow(phone.locator(".ways-in a").first)
    phone.wait_for_timeout(2100)
    follow(phone.get_by_role("button", name="Nadie contesta el teléfono"))

    assert re.fullmatch(r"[A-Z0-9]{3}-[A-Z0-9]{3}", phone.locator(".form__reference").inner_text())
    looks_good(phone)


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_whole_form_opened(marta: Page, language: str) -> None:
    marta.goto(DESK[language])
    links = [link.get_attribute("href") for link in marta.locator("main article a").all()]
    marta.goto(next(path for path in links if "/service/" in path))
    marta.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
    looks_good(marta)


def test_the_coming_week_follows_what_she_types(marta: Page) -> None:
    marta.goto(DESK["es"])
    follow(marta.get_by_role("link", name="Cambiar algo").nth(1))
    marta.get_by_text("¿Cuándo está abierto?").click()
    marta.get_by_text("Otro horario").first.click()
    new = marta.locator("[name^='schedules/new0/']")
    for day in marta.locator("[name='schedules/new0/byday_days']").all():
        day.check()
    assert new.count() > 2
    marta.fill("[name='schedules/new0/opens_at']", "03:15")
    with marta.expect_response(lambda answer: "/semana/" in answer.url):
        marta.fill("[name='schedules/new0/closes_at']", "04:45")
        marta.locator("[name='schedules/new0/closes_at']").blur()

    marta.locator("#week").get_by_text("de 3:15 a. m. a 4:45 a. m.").first.wait_for()


def test_she_changes_a_phone_and_sees_what_waits(marta: Page) -> None:
    marta.goto(DESK["es"])
    follow(marta.get_by_role("link", name="Cambiar algo").nth(1))
    marta.get_by_text("¿Cómo se comunican las familias con ustedes?").click()
    marta.locator("[name$='/number']").first.fill("831 555 0199")
    follow(marta.get_by_role("button", name="Enviar a la oficina"))

    assert "(831) 555-0199" in marta.locator("main").inner_text()
    looks_good(marta)
