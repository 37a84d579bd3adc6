"""The form of an event with scripts: what does not apply is hidden, and the coming dates follow what is typed."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.browser.arriving import follow
from tests.browser.conftest import ROOT, desk

NEXT_YEAR = "2031-03-04"  # A Tuesday far ahead: the server's clock is the real one.


@pytest.fixture
def elena(browser: Browser, site: str, tmp_path_factory: pytest.TempPathFactory):
    """Signed in with what the demo tells a newcomer."""
    context = desk(browser, site, 1200)
    page = context.new_page()
    name, password = _login(tmp_path_factory.getbasetemp() / "demo0")
    page.goto("/accounts/login/?next=/admin/")
    page.fill("[name=login]", name)
    page.fill("[name=password]", password)
    follow(page.locator("main button[type=submit]"))
    yield page
    context.close()


def _login(folder: Path) -> tuple[str, str]:
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "config.settings.dev",
        "DATABASE_URL": f"sqlite:///{folder}/demo.sqlite3",
        "VENTANILLA_VAR": str(folder),
    }
    command = [sys.executable, "manage.py", "show_demo_login"]
    said = subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True, text=True).stdout
    return re.search(r"name (\S+), password (\S+)", said).groups()


def test_the_coming_dates_follow_what_elena_types(elena: Page) -> None:
    elena.goto("/admin/")
    asked = """async () => (await (await fetch("/admin/api/main/pages/?slug=events&locale=en")).json()).items[0].id"""
    events = elena.evaluate(asked)
    elena.goto(f"/admin/pages/add/events/eventpage/{events}/")
    elena.get_by_role("tab", name="When", exact=True).click()
    dates = elena.locator("[data-dates]")

    elena.fill("#id_first_day", NEXT_YEAR)
    elena.fill("#id_begins", "16:00")
    elena.fill("#id_ends", "18:00")
    elena.select_option("#id_rule_0", "WEEKLY")
    elena.fill("#id_rule_1", "2")
    expect(dates).to_contain_text("Every second Tuesday, 4 p.m. to 6 p.m.")
    expect(dates).to_contain_text("Tuesday, March 18, 2031")
    expect(elena.locator("#id_rule_7")).to_be_hidden()
    expect(elena.locator("#id_rule_2_0")).to_be_visible()

    elena.select_option("#id_rule_4", "ON")
    elena.fill("#id_rule_5", "2031-03-01")
    expect(dates).to_contain_text("The last day is before the first day.")
    elena.select_option("#id_rule_4", "AFTER")
    elena.fill("#id_rule_6", "3")
    expect(dates).to_contain_text("3 times")
    expect(dates.locator("li")).to_have_count(3)
    found = Axe().run(elena, context=".recurrence")
    assert [rule["id"] for rule in found.response["violations"]] == []
