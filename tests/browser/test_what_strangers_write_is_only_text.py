"""Scripts, braces, signs that turn words and a word without an end: on every page they reach they are only text."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.arriving import follow
from tests.browser.conftest import desk
from tests.browser.test_lupe_works_on_her_phone import password_of
from tests.browser.test_marta_works_on_her_phone import marta

__all__ = ["marta"]

EVIL = '<img src=x onerror="alert(1)"><script>alert(2)</script>{{ 7|add:"7" }} javascript:alert(3) \u202edlog eerf '
WORD = "W" * 300
RUNS = "window.ran = 0; for (const name of ['alert', 'confirm', 'prompt']) window[name] = () => { window.ran += 1 };"


@pytest.fixture
def moses(browser: Browser, site: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    context = desk(browser, site, 1280)
    page = context.new_page()
    page.add_init_script(RUNS)
    page.goto("/accounts/login/?next=/admin/partners/")
    page.fill("[name=login]", "office")
    page.fill("[name=password]", password_of(tmp_path_factory.getbasetemp() / "demo0"))
    follow(page.locator("main button[type=submit]"))
    yield page
    context.close()


def is_text(page: Page, width: int) -> None:
    for medium in ("screen", "print"):
        page.emulate_media(media=medium)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, f"{page.url} {medium}"
    page.emulate_media(media="screen")
    assert page.evaluate("window.ran") == 0, page.url
    assert page.locator("img[onerror]").count() == 0, page.url
    shown = page.locator("body").inner_text()
    assert "\u202e" not in shown, page.url
    assert not re.search(r"\b14 javascript:", shown), page.url


def test_a_partners_change_on_her_pages_and_on_the_offices(marta: Page, moses: Page) -> None:
    marta.context.add_init_script(RUNS)
    marta.goto("/en/partners/")
    follow(marta.get_by_role("link", name="Change something").nth(1))
    marta.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
    marta.fill("[name=summary]", (EVIL + WORD)[: int(marta.get_attribute("[name=summary]", "maxlength") or 1000)])
    marta.fill("[name='description@es']", EVIL + WORD)
    marta.fill("[name=note]", EVIL + WORD)
    with marta.context.expect_page() as opened:
        marta.get_by_role("button", name="Look at it").click()
    is_text(opened.value, 360)
    follow(marta.get_by_role("button", name="Send to the office"))
    is_text(marta, 360)
    sent = marta.url
    for path in ("/en/partners/", "/es/aliados/"):
        marta.goto(path)
        is_text(marta, 360)

    moses.goto("/admin/partners/")
    is_text(moses, 1280)
    reference = sent.rstrip("/").rpartition("/")[2]
    follow(moses.get_by_role("row").filter(has_text=reference).get_by_role("link").first)
    assert "<script>alert(2)</script>" in moses.locator("main").inner_text()
    is_text(moses, 1280)

    marta.goto(sent)
    follow(marta.get_by_role("button", name="Withdraw it"))


def test_what_a_family_tells_the_office(phone: Page, moses: Page) -> None:
    phone.add_init_script(RUNS)
    phone.goto("/en/search/?q=food+pantry")
    follow(phone.locator(".card a").first)
    follow(phone.locator(".ways-in a").first)
    phone.fill("[name=words]", EVIL + WORD)
    phone.fill("[name=contact]", (EVIL + WORD)[:254])
    phone.get_by_label("Something else").check()
    phone.wait_for_timeout(2100)
    follow(phone.locator("main form button").last)
    reference = phone.locator(".form__reference").inner_text()
    is_text(phone, 360)

    moses.goto("/admin/partners/")
    follow(moses.get_by_role("row").filter(has_text=reference).get_by_role("link").first)
    assert "<script>alert(2)</script>" in moses.locator("main").inner_text()
    is_text(moses, 1280)
