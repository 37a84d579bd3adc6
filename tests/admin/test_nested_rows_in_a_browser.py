"""Nested rows in a real browser: added, saved as a draft, reordered, deleted, published; every row keeps its key."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client
from playwright.sync_api import Page, sync_playwright

from core.models import User
from directory.models import Attribute, Location, Schedule, Service, TaxonomyTerm
from tests.conftest import Offered
from tests.listings import make_service

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True, serialized_rollback=True)]
FIRST, SECOND = "service_at_locations-0", "service_at_locations-1"


@pytest.fixture(scope="module", autouse=True)
def _database_as_it_was(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """A test with a server of its own empties the database behind itself, the first page and the languages too."""
    with django_db_blocker.unblock():
        kept = connection.creation.serialize_db_to_string()
    yield
    with django_db_blocker.unblock():
        connection.creation.deserialize_db_from_string(kept)


@pytest.fixture
def service(transactional_db: None) -> Service:
    service = make_service("Food pantry")
    Attribute.objects.create(service=service, taxonomy_term=TaxonomyTerm.objects.create(name="Food"))
    for name in ("Annex", "Main hall"):
        Location.objects.create(name=name, organization=service.organization)
    return service


@pytest.fixture
def editor(
    offered: Offered, service: Service, live_server: Any, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[[], Page]]:
    chromium = offered("CHROMIUM")
    # Playwright runs an event loop in this thread; Django would take our queries for asynchronous ones.
    monkeypatch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
    client = Client()
    client.force_login(User.objects.create_superuser("marco", "marco@example.org"))
    session = {"name": settings.SESSION_COOKIE_NAME, "value": client.cookies[settings.SESSION_COOKIE_NAME].value}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        context = browser.new_context(viewport={"width": 1280, "height": 1000})
        context.add_cookies([{**session, "url": live_server.url}])
        page = context.new_page()

        def open_form() -> Page:
            page.goto(f"{live_server.url}/admin/snippets/directory/service/edit/{service.pk}/")
            page.get_by_role("tab", name="Where and when").click()
            return page

        yield open_form
        browser.close()


def press(page: Page, selector: str) -> None:
    """Without moving the mouse: an open time picker would catch the click."""
    page.locator(selector).first.evaluate("element => element.click()")


def choose_place(page: Page, row: str, name: str) -> None:
    press(page, f"#id_{row}-location-chooser .unchosen button")
    page.locator(".modal-body a[data-chooser-modal-choice]", has_text=name).click()
    page.wait_for_selector(".modal-body", state="detached")


def add_hours(page: Page, row: str, index: int, day: str) -> None:
    press(page, f"#id_{row}-schedules-ADD")
    press(page, f"[name={row}-schedules-{index}-days][value={day}]")
    for name, value in (("opens_at", "09:00"), ("closes_at", "12:00")):
        page.fill(f"[name={row}-schedules-{index}-{name}]", value)
        page.keyboard.press("Tab")


def send(page: Page, action: str) -> None:
    with page.expect_navigation():
        press(page, action)


def test_nested_rows_are_added_reordered_deleted_and_published(editor: Callable[[], Page], service: Service) -> None:
    page = editor()
    for row, place in ((FIRST, "Main hall"), (SECOND, "Annex")):
        press(page, "#id_service_at_locations-ADD")
        choose_place(page, row, place)
        add_hours(page, row, 0, "MO")
        add_hours(page, row, 1, "WE")
    send(page, "#w-editor-form button[type=submit]:not([name])")
    draft = Service.objects.get(pk=service.pk).get_latest_revision_as_object()
    keys = {place.location.name: place.pk for place in draft.service_at_locations.all()}
    hours = {
        place.location.name: [row.pk for row in place.schedules.all()] for place in draft.service_at_locations.all()
    }
    assert Schedule.objects.count() == 0
    assert {name: len(rows) for name, rows in hours.items()} == {"Main hall": 2, "Annex": 2}

    page = editor()
    press(page, f"#inline_child_{SECOND} [data-inline-panel-child-move-up]")
    press(page, f"#id_{FIRST}-schedules-0-DELETE-button")
    page.wait_for_timeout(500)
    send(page, "button[name=action-publish]")

    places = list(Service.objects.get(pk=service.pk).service_at_locations.all())
    assert [place.location.name for place in places] == ["Annex", "Main hall"]
    assert {place.location.name: place.pk for place in places} == keys
    assert [row.pk for row in places[0].schedules.all()] == hours["Annex"]
    assert [row.byday for row in places[1].schedules.all()] == ["WE"]
    assert [row.pk for row in places[1].schedules.all()] == hours["Main hall"][1:]
