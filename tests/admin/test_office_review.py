"""From Elena's draft to Marco's yes; what the office sees on the way."""

from collections.abc import Callable
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse
from wagtail.users.models import UserProfile

from core.models import User
from directory.models import Metadata, Schedule, Service, TaxonomyTerm
from directory.office import ensure_groups_and_workflow
from tests.admin.forms import add_row, filled_form
from tests.listings import in_spanish, make_location, make_phone, make_service

pytestmark = pytest.mark.django_db


def url(name: str, *args: Any) -> str:
    return reverse(f"wagtailsnippets_directory_service:{name}", args=args)


@pytest.fixture
def submitted(at_desk: Callable[[str], Client]) -> Service:
    """A phone corrected by Elena, waiting for review."""
    service = make_service()
    make_phone(service=service, number="(831) 555-0101")
    need = TaxonomyTerm.objects.create(name="Food pantry")
    elena = at_desk("elena")
    data = filled_form(elena, url("edit", service.pk))
    add_row(data, "attributes", taxonomy_term=str(need.pk))
    response = elena.post(url("edit", service.pk), {**data, "phones-0-number": "(831) 555-0199", "action-submit": "1"})
    assert response.status_code == 302
    return Service.objects.get(pk=service.pk)


def test_what_an_editor_submits_is_not_public_until_a_moderator_agrees(
    submitted: Service, at_desk: Callable[[str], Client]
) -> None:
    assert submitted.phones.get().number == "(831) 555-0101"
    state = submitted.current_workflow_state
    assert state.workflow.name == "Office review"

    task = state.current_task_state
    at_desk("marco").post(url("workflow_action", submitted.pk, "approve", task.pk))

    approved = Service.objects.get(pk=submitted.pk)
    assert approved.phones.get().number == "(831) 555-0199"
    assert Metadata.objects.get(field_name="number").updated_by == "elena"


def test_an_editor_cannot_publish_by_herself(at_desk: Callable[[str], Client]) -> None:
    service = make_service()
    elena = at_desk("elena")
    data = {**filled_form(elena, url("edit", service.pk)), "name": "Renamed", "action-publish": "1"}

    elena.post(url("edit", service.pk), data)

    assert Service.objects.get(pk=service.pk).name == "Food pantry"


def test_a_moderator_sees_what_changed_down_to_the_hours_of_a_place(at_desk: Callable[[str], Client]) -> None:
    service = make_service()
    place = make_location(service, name="Hall")
    Schedule.objects.create(service_at_location=place, byday="MO", description="Line up early")
    first = service.save_revision()
    draft = service.get_latest_revision_as_object()
    hall = draft.service_at_locations.get()
    hours = hall.schedules.get()
    hours.description = "Line up at the gate"
    hall.schedules.add(hours)
    hall.description = "Green door"
    draft.service_at_locations.add(hall)
    draft.summary = "A box of food."
    second = draft.save_revision()

    page = at_desk("marco").get(url("revisions_compare", service.pk, first.pk, second.pk)).content.decode()

    assert "A box of food." in page
    assert "Green door" in page


def test_the_preview_shows_the_unsaved_listing_in_both_languages(at_desk: Callable[[str], Client]) -> None:
    service = make_service("Food pantry", summary="A box of food.")
    make_phone(service=service)
    in_spanish(service, name="Despensa", summary="Una caja de comida.")
    elena = at_desk("elena")
    data = {**filled_form(elena, url("edit", service.pk)), "phones-0-number": "(831) 555-0177"}
    preview = url("preview_on_edit", service.pk)
    assert elena.post(preview, data).json() == {"is_valid": True, "is_available": True}

    english = elena.get(f"{preview}?mode=en").content.decode()
    spanish = elena.get(f"{preview}?mode=es").content.decode()

    assert "A box of food." in english
    assert "(831) 555-0177" in english
    assert "Una caja de comida." in spanish
    assert "(831) 555-0177" in spanish
    assert '<html lang="es"' in spanish


def test_the_first_page_counts_what_awaits_the_office(submitted: Service, at_desk: Callable[[str], Client]) -> None:
    page = BeautifulSoup(at_desk("marco").get(reverse("wagtailadmin_home")).content, "html.parser")

    lines = [" ".join(item.text.split()) for item in page.select(".awaiting__lines li")]

    assert len(lines) == 7
    assert "1 waiting for review" in lines
    assert "1 service never confirmed" in lines
    assert "1 Spanish: Words missing" in lines


def test_the_counts_lead_to_the_lists_they_count(submitted: Service, at_desk: Callable[[str], Client]) -> None:
    marco = at_desk("marco")
    page = BeautifulSoup(marco.get(reverse("wagtailadmin_home")).content, "html.parser")

    for link in page.select(".awaiting__lines a"):
        response = marco.get(link["href"])
        assert response.status_code == 200
        if "/service/" in link["href"]:
            assert len(response.context["object_list"]) == int(link.strong.text), link["href"]


def test_the_admin_speaks_spanish_to_whoever_chose_it(
    at_desk: Callable[[str], Client], person: Callable[[str], User]
) -> None:
    elena = at_desk("elena")
    UserProfile.objects.create(user=person("elena"), preferred_language="es")

    assert "Guía para quienes editan" in elena.get(reverse("directory_guide", args=["editors"])).content.decode()
    assert elena.get(url("add")).status_code == 200
    assert elena.get(url("list")).status_code == 200


def test_the_guide_stands_in_the_help_menu(at_desk: Callable[[str], Client]) -> None:
    elena = at_desk("elena")

    assert reverse("directory_guide", args=["editors"]) in elena.get(reverse("wagtailadmin_home")).content.decode()
    assert "Second Saturday" in elena.get(reverse("directory_guide", args=["editors"])).content.decode()
    assert elena.get(reverse("directory_guide", args=["operators"]), follow=True).status_code == 404


def test_the_guides_lead_to_each_other_and_ambassadors_read_theirs_in_their_language(
    at_desk: Callable[[str], Client], person: Callable[[str], User]
) -> None:
    elena, other = at_desk("elena"), reverse("directory_guide", args=["ambassadors"])

    assert f'href="{other}"' in elena.get(reverse("directory_guide", args=["editors"])).content.decode()
    assert "Guide for ambassadors and coordinators" in elena.get(other).content.decode()

    UserProfile.objects.create(user=person("elena"), preferred_language="es")
    assert "Consejos y sus reuniones" in elena.get(other).content.decode()


@pytest.mark.parametrize("path", ["/en/directory/food-pantry/", "/es/directorio/food-pantry/"])
def test_who_may_edit_a_listing_finds_the_way_from_its_page(
    path: str, at_desk: Callable[[str], Client], ana: Client
) -> None:
    service = make_service("Food pantry")
    edit = url("edit", service.pk)

    assert edit in at_desk("elena").get(path).content.decode()
    assert edit not in at_desk("lucia").get(path).content.decode()
    assert edit not in ana.get(path).content.decode()


def test_setting_up_the_office_twice_changes_nothing(office: None, person: Callable[[str], User]) -> None:
    before = sorted(person("elena").get_all_permissions())

    ensure_groups_and_workflow()

    elena = User.objects.get(pk=person("elena").pk)
    assert sorted(elena.get_all_permissions()) == before


def test_a_location_has_no_page_and_so_no_preview(at_desk: Callable[[str], Client]) -> None:
    location = make_location(make_service(), name="Hall").location
    elena = at_desk("elena")

    page = elena.get(reverse("wagtailsnippets_directory_location:edit", args=[location.pk])).content.decode()

    assert 'data-side-panel="preview"' not in page
