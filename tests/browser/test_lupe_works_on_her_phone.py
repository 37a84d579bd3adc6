"""The desk on a phone: it can be used by everybody, and nothing scrolls sideways."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browser.arriving import follow
from tests.browser.conftest import ROOT
from tests.browser.test_everyone_can_use_every_page import RULES


@pytest.fixture
def lupe(phone: Page, tmp_path_factory: pytest.TempPathFactory) -> Page:
    """Signed in with what the demo tells a newcomer."""
    folder = tmp_path_factory.getbasetemp() / "demo0"
    phone.goto("/accounts/login/?next=/en/desk/")
    phone.fill("[name=login]", "ambassador")
    phone.fill("[name=password]", password_of(folder))
    follow(phone.locator("main button[type=submit]"))
    return phone


def password_of(folder: Path) -> str:
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "config.settings.dev",
        "DATABASE_URL": f"sqlite:///{folder}/demo.sqlite3",
        "VENTANILLA_VAR": str(folder),
    }
    command = [sys.executable, "manage.py", "show_demo_login"]
    said = subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True, text=True).stdout
    return re.search(r"password (\S+)", said)[1]


def looks_good(page: Page) -> None:
    found = Axe().run(page, options=RULES)
    report = [f"{rule['id']}: {node['html'][:160]}" for rule in found.response["violations"] for node in rule["nodes"]]
    assert not report, page.url + "\n" + "\n".join(report)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360, page.url


@pytest.mark.parametrize("language", ["en", "es"])
def test_every_page_of_the_desk(lupe: Page, language: str) -> None:
    lupe.goto(f"/{language}/desk/")
    looks_good(lupe)
    request = lupe.locator("article.ticket a").first.get_attribute("href")
    for path in (request, f"{request}passed-on/", f"{request}list/?q=comida", f"/{language}/desk/new/"):
        lupe.goto(path)
        looks_good(lupe)
    for path in ("report/", "guide/"):
        lupe.goto(f"/{language}/desk/{path}")
        looks_good(lupe)


@pytest.mark.parametrize("language", ["en", "es"])
def test_every_page_of_the_ambassadors_room(lupe: Page, language: str) -> None:
    lupe.goto({"en": "/en/room/", "es": "/es/sala/"}[language])
    parts = [link.get_attribute("href") for link in lupe.locator("main nav a").all()]
    inner = [lupe.locator("main a[href*='/1/'], main a[href*='times/'], main a[href*='horarios/']").first]
    parts += [link.get_attribute("href") for link in inner if link.count()]
    assert len(parts) >= 5
    for path in parts:
        lupe.goto(path)
        looks_good(lupe)
    lupe.goto(next(path for path in parts if "meetings" in path or "reuniones" in path))
    follow(lupe.locator("main section a, main li a").last)
    looks_good(lupe)


def test_a_list_is_made_and_opened_in_the_familys_language(lupe: Page) -> None:
    request = lupe.locator("article.ticket a").first.get_attribute("href")
    lupe.goto(f"{request}list/?q=comida")
    lupe.locator("[name=item]:not([disabled])").first.check()
    follow(lupe.get_by_role("button", name="Put on the list"))
    address = lupe.get_by_role("link", name="Open and print").get_attribute("href")

    lupe.goto(re.sub(r"^https?://[^/]+", "", address))

    assert lupe.locator("html").get_attribute("lang") == "es"
    looks_good(lupe)
    follow(lupe.locator("main ol a").first)
    assert lupe.locator("h1").is_visible()


def test_words_of_danger_on_a_phone(phone: Page) -> None:
    phone.goto("/en/ask/")
    phone.select_option("[name=kind]", "food")
    phone.fill("[name=name]", "Ana")
    phone.fill("[name=contact]", "831 555 0199")
    phone.fill("[name=words]", "I want to kill myself")
    phone.wait_for_timeout(2100)
    follow(phone.locator("form.form button[type=submit]"))

    assert phone.locator("main a[href='tel:988']").first.is_visible()
    looks_good(phone)
    assert phone.input_value("[name=words]") == "I want to kill myself"
