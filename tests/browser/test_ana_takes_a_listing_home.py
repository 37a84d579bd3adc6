"""A listing prints on one sheet, with the office's phone and a code to scan."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.pages import visit

SHEET = re.compile(rb"/Type\s*/Page\b")


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("name", ["service", "service closed for now", "service in English only"])
def test_a_listing_fits_on_one_sheet(phone: Page, name: str, language: str) -> None:
    visit(phone, name, language)

    assert len(SHEET.findall(phone.pdf(format="Letter"))) == 1


def test_the_sheet_carries_the_address_and_a_code_to_scan(phone: Page) -> None:
    visit(phone, "service", "es")
    phone.emulate_media(media="print")

    # On paper the drawer stands open by style, which Playwright still takes for closed.
    code = phone.locator(".code svg:not(.icon)").bounding_box()
    assert code is not None and code["height"] > 70
    expect(phone.get_by_text("/es/directorio/despensa-mesa-sereno/", exact=False)).to_be_visible()
    expect(phone.get_by_role("contentinfo")).to_contain_text("555-0100")
    expect(phone.get_by_role("search")).to_have_count(0)
