"""From the question to the phone number, on a phone, in Spanish, with and without scripts, with keys alone."""

from playwright.sync_api import Page, expect

from tests.browser.arriving import follow


def test_in_spanish_without_scripts(without_scripts: Page) -> None:
    page = without_scripts
    page.goto("/es/")
    expect(page.get_by_role("heading", level=1)).to_have_text("¿Qué necesita?")

    page.get_by_label("¿Qué necesita?").fill("despensa")
    page.get_by_label("Cerca del código postal").fill("93905")
    follow(page.get_by_role("button", name="Buscar", exact=True))

    first = page.locator(".card").first
    expect(first).to_contain_text("Despensa")
    follow(first.get_by_role("link"))
    expect(page.get_by_role("heading", level=1)).to_contain_text("Despensa")
    expect(page.locator("main a[href^='tel:']").first).to_contain_text("555-01")
    expect(page.locator("html")).to_have_attribute("lang", "es")


def test_by_choosing_a_need_instead_of_typing(without_scripts: Page) -> None:
    page = without_scripts
    page.goto("/es/")

    follow(page.get_by_role("link", name="Comida", exact=True))
    follow(page.locator(".card").first.get_by_role("link"))

    expect(page.locator("main a[href^='tel:']").first).to_be_visible()


def test_with_the_keyboard_alone(phone: Page) -> None:
    phone.goto("/en/")
    phone.keyboard.press("Tab")
    expect(phone.get_by_role("link", name="Skip to the content")).to_be_focused()
    phone.keyboard.press("Enter")
    phone.keyboard.press("Tab")
    expect(phone.get_by_label("What do you need?")).to_be_focused()

    phone.keyboard.type("food pantry")
    phone.keyboard.press("Enter")
    first = phone.locator(".card a").first
    expect(first).to_be_visible()
    for _step in range(60):
        if first.evaluate("link => link === document.activeElement"):
            break
        phone.keyboard.press("Tab")
    expect(first).to_be_focused()
    phone.keyboard.press("Enter")

    expect(phone.get_by_role("heading", level=1)).to_contain_text("pantry")


def test_the_language_switch_keeps_the_page_and_the_question(phone: Page) -> None:
    phone.goto("/en/search/?q=food&cost=free")
    follow(phone.locator("header a[hreflang=es]"))

    expect(phone).to_have_url("http://" + phone.url.split("/")[2] + "/es/buscar/?q=food&cost=free")
    assert phone.locator(".card").count() > 0
