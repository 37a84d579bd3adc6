"""Ninety days after closing nothing tells who asked; that somebody asked still counts."""

import re
from datetime import timedelta

import pytest
from django.apps import apps
from django.db import models
from django.test import Client
from wagtail.models import Revision

from core.models import OutgoingMail
from core.timed import run_steps
from schools.asking import retention, working
from schools.asking.listing import add_to_list
from schools.asking.models import PERSONAL, HelpRequest
from schools.calendar import today
from search.models import SearchText

pytestmark = pytest.mark.django_db

PRIVATE = ("Ana Peña", "ana@example.org", "Dónde hay comida", "solo de noche", "su hermana", "vino el lunes")


@pytest.fixture
def closed(school, employed, ask, at_desk):
    """A request of which every place that can hold something about the family holds something."""
    lupe = employed(school).person.account
    request = ask(school, way="email", contact="ana@example.org", safe_when="solo de noche")
    working.add_note(request, "Hablé con su hermana", by=lupe)
    add_to_list(request, [])
    at_desk(lupe).post(f"/en/desk/{request.reference}/list/mail/")
    return working.connect(request, by=lupe, outcome="Ana Peña vino el lunes")


def everything_stored() -> str:
    """Every text in every table."""
    texts = []
    for model in apps.get_models(include_auto_created=True):
        if model._meta.managed and not model._meta.proxy:
            fields = [
                field.name
                for field in model._meta.concrete_fields
                if isinstance(field, models.CharField | models.TextField | models.JSONField)
            ]
            texts += [str(row) for row in model._base_manager.values_list(*fields)] if fields else []
    return "\n".join(texts)


def test_after_ninety_days_no_table_holds_anything_of_the_family(closed, clock) -> None:
    before = everything_stored()
    assert all(each in before for each in PRIVATE)

    clock.shift(timedelta(days=90, minutes=1))
    assert run_steps() == []

    after = everything_stored()
    assert not any(each in after for each in PRIVATE)
    closed.refresh_from_db()
    assert closed.is_purged and not any(getattr(closed, name) for name in PERSONAL)
    assert (closed.kind, closed.language, closed.status) == ("food", "es", "connected")


def test_a_day_earlier_it_is_still_there_and_an_open_one_stays(closed, school, ask, clock) -> None:
    still_open = ask(school)
    clock.shift(timedelta(days=89))
    assert retention.purge() == 0

    clock.shift(timedelta(days=270))
    assert retention.purge() == 1

    still_open.refresh_from_db()
    assert still_open.name == "Ana Peña"


def test_an_open_one_is_forgotten_when_nobody_touched_it_for_a_year(school, ask, clock, office, at_desk) -> None:
    left_alone, worked_on = ask(school), ask(school, name="Zoila")
    clock.shift(timedelta(days=31))
    assert "2 open requests have not been touched" in at_desk(office).get("/en/desk/").content.decode()
    working.add_note(worked_on, "Llamé", by=office)
    waiting = at_desk(office).get("/en/desk/?state=waiting").content.decode()
    assert left_alone.reference in waiting and worked_on.reference not in waiting

    clock.shift(timedelta(days=335))
    assert run_steps() == []

    left_alone.refresh_from_db()
    worked_on.refresh_from_db()
    assert left_alone.is_purged and not left_alone.is_open and not left_alone.name and left_alone.status == "new"
    assert worked_on.name == "Zoila"
    assert left_alone.reference not in at_desk(office).get("/en/desk/").content.decode()


def test_how_long_is_a_setting(closed, clock, settings) -> None:
    settings.PERSONAL_DATA_KEPT_DAYS = 7
    clock.shift(timedelta(days=8))

    assert retention.purge() == 1


def test_mail_that_has_not_gone_goes_no_more(closed, clock) -> None:
    clock.shift(timedelta(days=91))
    retention.purge()

    mails = OutgoingMail.objects.filter(key__startswith=f"request:{closed.pk}:")
    assert mails.exists()
    assert not mails.exclude(to="", text="", subject="").exists()
    assert set(mails.values_list("state", flat=True)) <= {"not_needed", "sent"}


def test_the_list_at_its_secret_address_is_gone(closed, clock) -> None:
    address = f"/en/list/{closed.resources.secret}/"
    assert "90 days longer" in Client().get(address).content.decode()
    clock.shift(timedelta(days=91))
    retention.purge()

    assert Client().get(address).status_code == 404


def test_a_forgotten_request_cannot_be_opened_or_written_on(closed, office, at_desk, clock) -> None:
    clock.shift(timedelta(days=91))
    retention.purge()
    browser, page = at_desk(office), f"/en/desk/{closed.reference}/"

    html = browser.get(page).content.decode()
    browser.post(f"{page}note/", {"text": "Ana"})
    browser.post(f"{page}contacted/", {})
    browser.post(f"{page}list/", {"item": "service:11111111-1111-4111-8111-111111111111"})

    closed.refresh_from_db()
    assert "forgotten" in html and closed.status == "connected"
    assert not closed.notes.exclude(text="").exists() and not hasattr(HelpRequest.objects.get(), "resources")


def test_no_revision_no_log_and_no_index_ever_knew(closed) -> None:
    assert not any("Ana Peña" in str(content) for content in Revision.objects.values_list("content", flat=True))
    assert not SearchText.objects.filter(title__contains="Ana Peña").exists()
    logs = [
        str(row)
        for name in ("ModelLogEntry", "PageLogEntry")
        for row in apps.get_model("wagtailcore", name).objects.values()
    ]
    assert not any("Ana Peña" in row for row in logs)


def test_nothing_of_the_family_is_written_to_a_log(school, client, caplog, employed, clock) -> None:
    employed(school)
    caplog.set_level("DEBUG")
    hidden = dict(
        re.findall(r'<input type="hidden"\s+name="(\w+)"\s+value="([^"]+)"', client.get("/en/ask/").content.decode())
    )
    clock.shift(timedelta(seconds=30))
    asked = {"kind": "food", "name": "Ana Peña", "way": "email", "contact": "ana@example.org", "language": "es"}

    client.post("/en/ask/", {**hidden, **asked, "words": "Dónde hay comida", "school": school.slug})

    assert HelpRequest.objects.get().received_at.date() == today()
    own = [record.getMessage() for record in caplog.records if not record.name.startswith("django.db")]
    assert not any(each in message for each in PRIVATE for message in own)
