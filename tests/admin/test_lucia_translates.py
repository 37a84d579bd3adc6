"""Lucía writes Spanish: from the list to the site, text by text."""

import html
import json
from collections.abc import Callable
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse

from core.languages import words_of
from core.locales import locale_id
from core.translation import adopt
from directory.models import RequiredDocument, Service, TaxonomyTerm
from tests.listings import in_spanish, make_location, make_organization, make_service

pytestmark = pytest.mark.django_db


@pytest.fixture
def lucia(at_desk: Callable[[str], Client]) -> Client:
    return at_desk("lucia")


def submit(desk: Client, facts: Any) -> Any:
    meta = facts._meta
    url = reverse("wagtail_localize:submit_snippet_translation", args=[meta.app_label, meta.model_name, facts.pk])
    response = desk.post(url, {"locales": [locale_id("es")]})
    assert response.status_code == 302
    return type(facts).objects.get(translation_key=facts.translation_key, locale_id=locale_id("es"))


def editor(desk: Client, row: Any) -> dict[str, Any]:
    """What the translator's editor is given to show."""
    url = reverse(f"wagtailsnippets_directory_{row._meta.model_name}:edit", args=[row.pk])
    response = desk.get(url)
    assert response.status_code == 200
    page = BeautifulSoup(response.content, "html.parser")
    return json.loads(html.unescape(page.find(class_="js-translation-editor")["data-props"]))


def make_need(name: str = "Food", **values: Any) -> TaxonomyTerm:
    return TaxonomyTerm.objects.create(name=name, **values)


@pytest.mark.parametrize(
    "make", [make_service, make_organization, make_need, lambda: make_location(make_service(), name="Hall").location]
)
def test_every_kind_of_listing_is_translated_from_the_list_to_the_site(
    make: Callable[[], Any], lucia: Client, django_capture_on_commit_callbacks: Any
) -> None:
    facts = make()
    row = submit(lucia, facts)
    assert not row.live
    props = editor(lucia, row)
    name = next(segment for segment in props["segments"] if segment["contentPath"] == "name")

    lucia.put(name["editUrl"], "value=En español", "application/x-www-form-urlencoded")
    with django_capture_on_commit_callbacks(execute=True):
        edit = reverse(f"wagtailsnippets_directory_{row._meta.model_name}:edit", args=[row.pk])
        lucia.post(edit, {"action": "publish"})

    facts = type(facts).objects.get(pk=facts.pk)
    assert words_of(facts, "es").name.text == "En español"
    row.refresh_from_db()
    assert row.live


def test_the_editor_offers_words_and_no_fact(lucia: Client) -> None:
    service = make_service(summary="A box.", email="food@example.org", url="https://example.org", cost="free")

    paths = [segment["contentPath"] for segment in editor(lucia, submit(lucia, service))["segments"]]

    assert paths == ["name", "summary"]


def test_the_words_of_rows_stand_on_the_tab_of_their_rows_with_a_name(lucia: Client) -> None:
    service = make_service()
    RequiredDocument.objects.create(service=service, document="Photo ID")
    place = make_location(service, name="Annex")
    place.description = "Use the back door"
    place.save()

    segments = {each["source"]: each["location"] for each in editor(lucia, submit(lucia, service))["segments"]}

    assert segments["Photo ID"]["tab"] == "who-it-is-for"
    assert segments["Photo ID"]["subField"] == "Paper"
    assert segments["Use the back door"]["tab"] == "where-and-when"
    assert segments["Use the back door"]["field"] == "Place of the service: Annex"


def test_each_text_says_how_far_it_may_be_trusted(lucia: Client) -> None:
    service = make_service("Food pantry", summary="A box.", description="On Monday.")
    row = in_spanish(service, name="Despensa", summary="Una caja.", description="Los lunes.")
    row.word_states["summary"]["by"] = "machine"
    row.save()
    adopt(row)
    service.description = "On Tuesday."
    service.save_revision().publish()

    shown = editor(lucia, row)
    names = {each["id"]: each["contentPath"] for each in shown["segments"]}
    comments = {names[each["segment_id"]]: each["comment"] for each in shown["initialStringTranslations"]}

    assert comments["name"].startswith("Translated manually")
    assert comments["summary"].startswith("Machine draft")
    assert comments["description"].startswith("Outdated")


def test_an_imported_row_opens_in_the_editor(lucia: Client) -> None:
    row = in_spanish(make_service("Food pantry"), name="Despensa")

    shown = editor(lucia, row)

    assert [each["data"] for each in shown["initialStringTranslations"]] == ["Despensa"]


def test_the_draft_is_previewed_in_spanish_before_it_is_public(lucia: Client, ana: Client) -> None:
    service = make_service("Food pantry")
    row = submit(lucia, service)
    props = editor(lucia, row)
    lucia.put(props["segments"][0]["editUrl"], "value=Despensa nueva", "application/x-www-form-urlencoded")

    preview = lucia.get(props["previewModes"][0]["url"])

    assert "Despensa nueva" in preview.content.decode()
    assert '<html lang="es"' in preview.content.decode()
    assert "Despensa nueva" not in ana.get("/es/directorio/food-pantry/").content.decode()


def test_the_list_leads_a_translator_to_words_never_to_facts(lucia: Client) -> None:
    service = make_service()

    page = lucia.get(reverse("wagtailsnippets_directory_service:list")).content.decode()

    assert reverse("wagtailsnippets_directory_service:edit", args=[service.pk]) not in page
    assert reverse("wagtailsnippets_directory_service:add") not in page
    assert reverse("wagtail_localize:submit_snippet_translation", args=["directory", "service", service.pk]) in page


def test_a_row_stopped_by_an_older_version_opens_again(lucia: Client) -> None:
    row = in_spanish(make_service(), name="Despensa")
    translation = adopt(row)
    translation.enabled = False
    translation.save()

    assert editor(lucia, row)["locale"]["code"] == "es"
    assert Service.objects.filter(locale_id=locale_id("es")).count() == 1
