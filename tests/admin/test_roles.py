"""What each role of the office may open, copy, compare, preview, translate and publish."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Page, Site, Workflow

from core.models import User
from core.translation import adopt
from directory.models import Service
from tests.listings import in_spanish, make_location, make_organization, make_service

pytestmark = pytest.mark.django_db
ROLES = ("root", "marco", "elena", "lucia")
DENIED = 302  # Wagtail sends people without the right to its first page, with a message.


@pytest.fixture
def service(office: None) -> Service:
    service = make_service("Food pantry", summary="A box of food.")
    service.save_revision().publish()
    service.summary = "Two boxes of food."
    service.save_revision()
    make_location(service, name="Annex").location.save_revision().publish()
    return Service.objects.get(pk=service.pk)


@pytest.fixture
def spanish_row(service: Service) -> Service:
    row = in_spanish(service, name="Despensa")
    row.save_revision().publish()
    adopt(row)
    return Service.objects.get(pk=row.pk)


def urls(service: Service, row: Service) -> dict[str, str]:
    def of(name: str, *args: Any) -> str:
        return reverse(f"wagtailsnippets_directory_service:{name}", args=args)

    first, second = service.revisions.order_by("pk").values_list("pk", flat=True)[:2]
    translation = adopt(row)
    segment = translation.source.stringsegment_set.first()
    bulk = ["directory", "service"]
    return {
        "list": of("list"),
        "list, exported": of("list") + "?export=xlsx",
        "add": of("add"),
        "edit": of("edit", service.pk),
        "copy": of("copy", service.pk),
        "delete": of("delete", service.pk),
        "usage": of("usage", service.pk),
        "history": of("history", service.pk),
        "compare": of("revisions_compare", service.pk, first, second),
        "review old version": of("revisions_revert", service.pk, first),
        "unpublish": of("unpublish", service.pk),
        "preview": of("preview_on_edit", service.pk) + "?mode=es",
        "preview of new": of("preview_on_add") + "?mode=en",
        "workflow history": of("workflow_history", service.pk),
        "translate": reverse("wagtail_localize:submit_snippet_translation", args=[*bulk, service.pk]),
        "words": of("edit", row.pk),
        "words, deleted": of("delete", row.pk),
        "words, previewed": reverse("wagtail_localize:preview_translation", args=[translation.pk]),
        "words, as file": reverse("wagtail_localize:download_pofile", args=[translation.pk]),
        "words, one text": reverse("wagtail_localize:edit_string_translation", args=[translation.pk, segment.pk]),
        "confirm": reverse("wagtail_bulk_action", args=[*bulk, "confirm"]) + f"?id={service.pk}",
        "chooser": reverse("wagtailsnippetchoosers_directory_location:choose"),
        "need": reverse("wagtailsnippets_directory_taxonomyterm:list"),
        "units": reverse("wagtailsnippets_directory_unit:add"),
        "guide": reverse("directory_guide", args=["editors"]),
        "redirects": reverse("wagtailredirects:index"),
        "settings": reverse("wagtailsettings:edit", args=["core", "district", Site.objects.get().pk]),
        "users": reverse("wagtailusers_users:index"),
        "workflows": reverse("wagtailadmin_workflows:index"),
    }


ALL, EDITING, MODERATING, ROOT = set(ROLES), {"root", "marco", "elena"}, {"root", "marco"}, {"root"}
MAY_OPEN = {
    "list": ALL,
    "list, exported": ALL,
    "add": EDITING,
    "edit": EDITING,
    "copy": EDITING,
    "delete": MODERATING,
    "usage": ALL,
    "history": ALL,
    "compare": ALL,
    "review old version": EDITING,
    "unpublish": MODERATING,
    "preview": EDITING,
    "preview of new": EDITING,
    "workflow history": ALL,
    "translate": ALL,
    "words": ALL,
    "words, deleted": MODERATING,
    "words, previewed": ALL,
    "words, as file": ALL,
    "confirm": EDITING,
    "chooser": ALL,
    "need": ALL,
    "units": MODERATING,
    "guide": ALL,
    "redirects": ROOT,
    "settings": ROOT,
    "users": ROOT,
    "workflows": ROOT,
}


@pytest.mark.parametrize("role", ROLES)
def test_each_role_opens_what_it_needs_and_nothing_else(
    role: str, at_desk: Callable[[str], Client], service: Service, spanish_row: Service
) -> None:
    desk = at_desk(role)
    addresses = urls(service, spanish_row)

    opened = {name: desk.get(addresses[name]).status_code for name in MAY_OPEN}

    assert opened == {name: 200 if role in roles else DENIED for name, roles in MAY_OPEN.items()}


def test_ana_is_sent_to_the_login_everywhere(ana: Client, service: Service, spanish_row: Service) -> None:
    for name, address in urls(service, spanish_row).items():
        response = ana.get(address)
        assert response.status_code == 302, name
        assert "/accounts/login/" in response["Location"] or "/admin/login/" in response["Location"], name


@pytest.mark.parametrize(("role", "allowed"), [("root", True), ("marco", True), ("elena", True), ("lucia", True)])
def test_one_text_may_be_written_by_whoever_writes_words(
    role: str, allowed: bool, at_desk: Callable[[str], Client], service: Service, spanish_row: Service
) -> None:
    response = at_desk(role).put(
        urls(service, spanish_row)["words, one text"], "value=Comida", "application/x-www-form-urlencoded"
    )

    assert (response.status_code in (200, 201)) is allowed


def test_a_translator_of_another_language_may_not_write_spanish(
    at_desk: Callable[[str], Client], person: Callable[[str], User], service: Service, spanish_row: Service
) -> None:
    lucia = person("lucia")
    lucia.groups.get().permissions.filter(codename="translate_es").delete()
    desk, addresses = at_desk("lucia"), urls(service, spanish_row)

    assert desk.get(addresses["words"]).status_code == DENIED
    assert desk.put(addresses["words, one text"], "value=X", "application/x-www-form-urlencoded").status_code == DENIED
    assert desk.get(addresses["words, as file"]).status_code == DENIED
    assert desk.get(addresses["words, previewed"]).status_code == DENIED


def test_a_translator_may_not_post_what_she_may_not_open(
    at_desk: Callable[[str], Client], service: Service, spanish_row: Service
) -> None:
    desk, addresses = at_desk("lucia"), urls(service, spanish_row)

    for name in ("edit", "copy", "delete", "unpublish", "review old version", "preview", "confirm", "add"):
        desk.post(addresses[name], {"name": "Mine now", "action-publish": "1"})

    service.refresh_from_db()
    assert (service.name, service.live, service.assured_date) == ("Food pantry", True, None)
    assert Service.objects.count() == 2


@pytest.mark.parametrize(("role", "allowed"), [("marco", True), ("lucia", True), ("elena", False)])
def test_words_are_published_by_translators_and_moderators(
    role: str,
    allowed: bool,
    at_desk: Callable[[str], Client],
    service: Service,
    spanish_row: Service,
) -> None:
    before = spanish_row.last_published_at

    at_desk(role).post(urls(service, spanish_row)["words"], {"action": "publish"})

    revisions = spanish_row.revisions.count()
    assert (revisions > 1) is allowed, before


def test_an_editor_cannot_publish_translations_by_the_way_of_updating_them(
    at_desk: Callable[[str], Client], service: Service, spanish_row: Service
) -> None:
    source = adopt(spanish_row).source

    response = at_desk("elena").post(
        reverse("wagtail_localize:update_translations", args=[source.pk]), {"publish_translations": "on"}
    )

    assert response.status_code == DENIED
    assert spanish_row.revisions.count() == 1


def test_the_words_of_a_listing_cannot_be_cut_loose_from_their_editor(
    at_desk: Callable[[str], Client], service: Service, spanish_row: Service
) -> None:
    translation = adopt(spanish_row)

    at_desk("root").post(reverse("wagtail_localize:stop_translation", args=[translation.pk]))

    translation.refresh_from_db()
    assert translation.enabled


def test_listings_of_editors_go_through_the_office_review(office: None) -> None:
    make_organization()

    assert Service.get_default_workflow() == Workflow.objects.get(name="Office review")
    assert Page.get_first_root_node().workflowpage.workflow.name == "Office review"
