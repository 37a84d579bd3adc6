"""WCAG 2.2 AA on every template, in both languages, on a phone and on a desk."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from tests.browser.conftest import desk
from tests.browser.pages import PAGES, visit

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing(browser: Browser, site: str, name: str, language: str) -> None:
    for width in (360, 1280):
        context = desk(browser, site, width)
        page = context.new_page()
        visit(page, name, language)

        found = Axe().run(page, options=RULES)

        report = [
            f"{rule['id']}: {node['html'][:160]}" for rule in found.response["violations"] for node in rule["nodes"]
        ]
        context.close()
        assert not report, f"{width} px: " + "\n".join(report)


def test_axe_finds_nothing_on_dark_ground(browser: Browser, site: str) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 780}, base_url=site, color_scheme="dark")
    page = context.new_page()
    for name in ("home", "service", "search"):
        visit(page, name, "es")
        found = Axe().run(page, options=RULES)
        assert found.violations_count == 0, f"{name}: {found.generate_report()}"
    context.close()
