"""“Still correct today”: one act for many listings, written down, undone if it was a mistake."""

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import ModelLogEntry

from directory.models import Metadata, Service
from tests.listings import in_spanish, make_organization, make_service

pytestmark = pytest.mark.django_db


def confirm_url(*listings: object, kind: str = "service", next_url: str = "/admin/") -> str:
    keys = "&".join(f"id={listing}" if isinstance(listing, str) else f"id={listing.pk}" for listing in listings)
    return f"{reverse('wagtail_bulk_action', args=['directory', kind, 'confirm'])}?{keys}&next={next_url}"


@pytest.fixture
def elena(at_desk: Callable[[str], Client]) -> Client:
    return at_desk("elena")


def test_ticked_services_are_confirmed_today_by_the_office(elena: Client) -> None:
    ticked, other = make_service("Ticked", assured_by="agency", assured_date=date(2025, 1, 1)), make_service("Other")

    elena.post(confirm_url(ticked))

    ticked.refresh_from_db()
    other.refresh_from_db()
    assert ticked.assured_date == timezone.localdate()
    assert (ticked.assured_by, ticked.assurer_email) == ("office", "elena@example.org")
    assert other.assured_date is None


def test_it_is_written_down_who_confirmed_what(elena: Client) -> None:
    service = make_service(assured_date=date(2025, 1, 1))

    elena.post(confirm_url(service))

    change = Metadata.objects.get(resource_id=service.pk, field_name="assured_date")
    assert (change.previous_value, change.replacement_value) == ("2025-01-01", timezone.localdate().isoformat())
    assert change.updated_by == "elena"
    assert ModelLogEntry.objects.get(action="directory.confirm").user.username == "elena"


def test_a_draft_stays_a_draft_and_keeps_the_confirmation_when_published(elena: Client) -> None:
    service = make_service(summary="A box of food.")
    service.save_revision().publish()
    service.summary = "Two boxes, perhaps."
    draft = service.save_revision()

    elena.post(confirm_url(service))

    service = Service.objects.get(pk=service.pk)
    assert (service.summary, service.assured_date) == ("A box of food.", timezone.localdate())
    draft.refresh_from_db()
    assert draft.content["summary"] == "Two boxes, perhaps."
    draft.publish()
    assert Service.objects.get(pk=service.pk).assured_date == timezone.localdate()


def test_the_message_offers_to_undo_and_undoing_brings_back_what_was(elena: Client) -> None:
    service = make_service(assured_date=date(2025, 1, 1), assured_by="agency")
    response = elena.post(confirm_url(service), follow=True)
    act = Metadata.objects.filter(resource_id=service.pk).first().extra["confirmation"]
    undo = reverse("directory_confirm_undo", args=[act])
    assert undo in response.content.decode()

    assert elena.get(undo).status_code == 200
    service.refresh_from_db()
    assert service.assured_date == timezone.localdate()

    elena.post(undo)
    service.refresh_from_db()
    assert (service.assured_date, service.assured_by) == (date(2025, 1, 1), "agency")


def test_undoing_leaves_alone_what_somebody_changed_since(elena: Client) -> None:
    service = make_service()
    elena.post(confirm_url(service))
    act = Metadata.objects.filter(resource_id=service.pk).first().extra["confirmation"]
    Service.objects.filter(pk=service.pk).update(assured_date=date(2026, 6, 1), assured_by="agency", assurer_email="")

    elena.post(reverse("directory_confirm_undo", args=[act]))

    service.refresh_from_db()
    assert (service.assured_date, service.assured_by) == (date(2026, 6, 1), "agency")


def test_all_means_all_that_the_list_showed(elena: Client) -> None:
    public, draft = make_service("Public"), make_service("Draft", live=False)
    in_spanish(public, name="Público")

    elena.post(confirm_url("all", next_url="/admin/snippets/directory/service/%3Fstate%3Dlive%26q%3Dpub"))

    public.refresh_from_db()
    draft.refresh_from_db()
    assert public.assured_date == timezone.localdate()
    assert draft.assured_date is None
    assert Service.objects.filter(assured_date__isnull=False).count() == 1


def test_organizations_are_confirmed_too(elena: Client) -> None:
    organization = make_organization()

    elena.post(confirm_url(organization, kind="organization"))

    organization.refresh_from_db()
    assert organization.assured_date == timezone.localdate()


def test_a_translator_may_neither_confirm_nor_undo(elena: Client, at_desk: Callable[[str], Client]) -> None:
    service = make_service()
    elena.post(confirm_url(service))
    act = Metadata.objects.filter(resource_id=service.pk).first().extra["confirmation"]
    lucia = at_desk("lucia")

    lucia.post(reverse("directory_confirm_undo", args=[act]))
    lucia.post(confirm_url(make_service("Second")))

    service.refresh_from_db()
    assert service.assured_date == timezone.localdate()
    assert Service.objects.filter(assured_date__isnull=False).count() == 1
