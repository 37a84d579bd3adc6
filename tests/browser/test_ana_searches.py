"""The search page with a hand on the keys: proposals, filters without a reload, the way back, the map."""

import re

from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.conftest import desk


def test_proposals_with_the_keyboard_alone(phone: Page) -> None:
    phone.goto("/en/search/")
    field = phone.get_by_role("combobox", name="What do you need?")
    field.press_sequentially("food p")
    expect(phone.get_by_role("listbox", name="Suggestions")).to_be_visible()
    expect(field).to_have_attribute("aria-expanded", "true")

    field.press("ArrowDown")
    first = phone.get_by_role("option").first
    expect(first).to_have_attribute("aria-selected", "true")
    expect(field).to_have_attribute("aria-activedescendant", first.get_attribute("id") or "")
    expect(field).to_be_focused()

    field.press("Escape")
    expect(phone.get_by_role("listbox")).to_be_hidden()
    expect(field).to_have_value("food p")
    field.press("ArrowDown")
    expect(phone.get_by_role("listbox")).to_be_visible()
    field.press("ArrowDown")
    field.press("Enter")

    expect(phone).to_have_url(re.compile("/en/directory/needs/"))


def test_enter_without_a_choice_searches_for_what_was_typed(phone: Page) -> None:
    phone.goto("/en/")
    field = phone.get_by_role("combobox", name="What do you need?")
    field.press_sequentially("food")
    expect(phone.get_by_role("listbox")).to_be_visible()
    field.press("Enter")

    expect(phone).to_have_url(re.compile(r"/en/search/\?q=food"))


def test_a_filter_changes_the_answer_in_place_and_back_undoes_it(phone: Page) -> None:
    phone.goto("/en/search/?q=food")
    before = phone.locator("#found").inner_text()
    phone.get_by_text("Filters", exact=True).click()
    phone.locator("#filter-cost > summary").click()
    box = phone.locator("input[name=cost][value=free]")
    box.check()

    expect(phone).to_have_url(re.compile(r"\?q=food&cost=free$"))
    expect(phone.locator("#found")).not_to_have_text(before)
    expect(box).to_be_checked()
    expect(box).to_be_focused()
    expect(phone.locator("#filter-cost")).to_have_attribute("open", "")
    expect(phone.locator("a.top__language")).to_have_attribute("href", re.compile("cost=free"))

    phone.go_back()
    expect(phone.locator("#found")).to_have_text(before)
    expect(phone.locator("input[name=cost][value=free]")).not_to_be_checked()


def test_the_button_of_the_drawer_leads_to_the_results(phone: Page) -> None:
    phone.goto("/es/buscar/?q=comida")
    phone.get_by_text("Filtros", exact=True).click()
    phone.locator("#filters").get_by_role("button").click()

    expect(phone.locator("#filters")).not_to_have_attribute("open", "")
    expect(phone.locator("#found")).to_be_focused()


def test_a_chip_taken_away_leaves_the_focus_at_the_number(phone: Page) -> None:
    phone.goto("/en/search/?q=food&cost=free")
    phone.locator(".chip").click()

    expect(phone).to_have_url(re.compile(r"\?q=food$"))
    expect(phone.locator(".chip")).to_have_count(0)
    expect(phone.locator("#found")).to_be_focused()


def test_filters_and_orders_work_without_scripts(without_scripts: Page) -> None:
    page = without_scripts
    page.goto("/es/buscar/?q=comida&zip=93905")
    page.get_by_role("link", name="Lo más cerca").click()
    expect(page).to_have_url(re.compile("sort=nearest"))
    expect(page.get_by_role("button", name="Cerca de mí")).to_have_count(0)

    page.locator("#filters > summary").click()
    page.locator("#filter-cost > summary").click()
    page.locator("input[name=cost][value=free]").check()
    page.locator("#filters").get_by_role("button").click()

    expect(page).to_have_url(re.compile("cost=free"))
    expect(page).to_have_url(re.compile("sort=nearest"))
    expect(page.locator(".chip")).to_have_count(2)


def test_near_me_sends_a_rounded_position_and_only_on_tap(phone: Page) -> None:
    context: BrowserContext = phone.context
    context.grant_permissions(["geolocation"])
    context.set_geolocation({"latitude": 36.677123, "longitude": -121.655456})
    phone.goto("/en/search/?q=food")
    assert "near=" not in phone.url

    phone.get_by_role("button", name="Near me").click()

    expect(phone).to_have_url(re.compile(r"near=36\.68(%2C|,)-121\.66"))
    expect(phone.locator(".chip")).to_contain_text("Near me")


def test_a_position_that_cannot_be_had_is_said_so(phone: Page) -> None:
    phone.context.clear_permissions()
    phone.goto("/en/search/?q=food")
    phone.get_by_role("button", name="Near me").click()

    expect(phone.get_by_role("alert")).to_contain_text("Write your ZIP code instead")


def test_the_map_is_fetched_on_tap_and_shows_what_the_list_shows(phone: Page) -> None:
    asked: list[str] = []

    def keep(request: object) -> None:
        asked.append(request.url)  # type: ignore[attr-defined]

    phone.on("request", keep)
    phone.goto("/en/search/?q=food")
    phone.wait_for_load_state("networkidle")
    assert not [address for address in asked if "leaflet" in address or "map.js" in address]

    button = phone.get_by_role("button", name="Show on a map")
    button.click()
    expect(phone.locator(".pin").first).to_be_visible()
    expect(phone.locator(".leaflet-tile-loaded").first).to_be_attached()
    points = phone.locator(".card[data-points]").evaluate_all(
        "cards => cards.flatMap(card => card.dataset.points.split(' ')).length"
    )
    expect(phone.locator(".pin")).to_have_count(points)
    assert {address.split("/")[2] for address in asked} == {phone.url.split("/")[2]}

    phone.locator(".pin").first.focus()
    phone.keyboard.press("Enter")
    number, _dot, name = phone.locator(".leaflet-popup a").inner_text().partition(". ")
    expect(phone.locator(".card a").nth(int(number) - 1)).to_have_text(name)

    phone.get_by_role("button", name="Hide the map").click()
    expect(phone.locator("#map")).to_be_hidden()


def test_nothing_breaks_the_pages_own_policy(browser, site: str) -> None:  # type: ignore[no-untyped-def]
    context = desk(browser, site, 1280)
    page = context.new_page()
    told: list[str] = []

    def keep(message: object) -> None:
        told.append(message.text)  # type: ignore[attr-defined]

    page.on("console", keep)
    page.goto("/en/search/?q=food")
    page.get_by_role("button", name="Show on a map").click()
    expect(page.locator(".pin").first).to_be_visible()
    page.get_by_role("link", name="Newest").click()
    expect(page).to_have_url(re.compile("sort=newest"))
    expect(page.locator(".pin").first).to_be_visible()
    page.get_by_role("combobox", name="What do you need?").fill("rent")
    expect(page.get_by_role("listbox")).to_be_visible()
    context.close()

    assert not told
