"""Iris edits the pages of Cielo Claro, in both languages. Every way into the pages of Los Gorriones is shut to her."""

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Page, TaskState
from wagtail_localize.models import TranslationSource

from core.models import User
from directory.office import ensure_groups_and_workflow
from home.tree import Rooms
from schools.models import SchoolPage
from tests.school_territory import Territory, addresses_of, never, territory
from tests.the_schools import appointed

pytestmark = pytest.mark.django_db
REFUSED = (302, 403, 404, 405)  # Wagtail sends people without the right to its first page, with a message.


@pytest.fixture
def own(rooms: dict[str, Rooms]) -> Territory:
    ensure_groups_and_workflow()
    return territory(rooms, "Cielo Claro")


@pytest.fixture
def other(rooms: dict[str, Rooms], own: Territory) -> Territory:
    return territory(rooms, "Los Gorriones")


@pytest.fixture
def iris(own: Territory) -> User:
    user = User.objects.create_user("iris", "iris@example.org")
    user.groups.add(own.school.editors.group)
    return user


@pytest.fixture
def desk(iris: User) -> Client:
    client = Client()
    client.force_login(iris)
    return client


def test_at_her_school_everything_opens_that_an_editor_needs(own: Territory, desk: Client) -> None:
    opened = {name: desk.get(address).status_code for name, address in addresses_of(own).items()}

    assert opened == dict.fromkeys(opened, 200)


def test_at_another_school_nothing_opens(own: Territory, other: Territory, desk: Client) -> None:
    addresses = addresses_of(other) | never(other)

    opened = {name: desk.get(address).status_code for name, address in addresses.items()}
    posted = {name: desk.post(address, {"title": "Mine now", "slug": "x"}) for name, address in addresses.items()}

    assert {name for name, status in opened.items() if status not in REFUSED} == set()
    assert {name for name, answer in posted.items() if answer.status_code not in REFUSED} == set()
    assert {name for name, answer in posted.items() if "Gorriones" in answer.get("Location", "")} == set()
    assert not Page.objects.filter(title="Mine now").exists()


def test_publishing_and_locking_stay_with_the_office_even_at_her_own(own: Territory, desk: Client) -> None:
    answers = {name: desk.post(address).status_code for name, address in never(own).items() if name != "convert_alias"}

    own.page.refresh_from_db()
    assert set(answers.values()) <= set(REFUSED), answers
    assert own.page.live
    assert not own.page.locked


def form_of(page: Page, **values: str) -> dict[str, str]:
    rows = {f"promises-{name}": "0" for name in ("TOTAL_FORMS", "INITIAL_FORMS", "MIN_NUM_FORMS")}
    comments = {f"comments-{name}": "0" for name in ("TOTAL_FORMS", "INITIAL_FORMS", "MIN_NUM_FORMS")}
    body = {"body-count": "0"}
    return {"title": page.title, "slug": page.slug, "intro": "", **rows, **comments, **body, **values}


def test_what_she_publishes_by_hand_waits_for_the_office(own: Territory, desk: Client) -> None:
    address = reverse("wagtailadmin_pages:edit", args=[own.page.pk])

    desk.post(address, form_of(own.page, title="Forged", **{"action-publish": "1"}))
    own.page.refresh_from_db()
    assert own.page.title == "Promises of Cielo Claro"

    desk.post(address, form_of(own.page, title="Proposed", **{"action-submit": "1"}))
    state = TaskState.objects.get(status=TaskState.STATUS_IN_PROGRESS)
    assert state.revision.content["title"] == "Proposed"

    act = reverse("wagtailadmin_pages:workflow_action", args=[own.page.pk, "approve", state.pk])
    desk.post(act, {"comment": ""})
    state.refresh_from_db()
    own.page.refresh_from_db()
    assert (state.status, own.page.title) == (TaskState.STATUS_IN_PROGRESS, "Promises of Cielo Claro")


def test_the_review_of_another_school_cannot_be_acted_on(own: Territory, other: Territory, desk: Client) -> None:
    root = User.objects.create_superuser("root", "root@example.org")
    other.page.get_workflow().start(other.page, root)
    state = TaskState.objects.get()
    named = {
        name: reverse(f"wagtailadmin_pages:{name}", args=[other.page.pk, *args])
        for name, args in {
            "workflow_action": ["approve", state.pk],
            "collect_workflow_action_data": ["approve", state.pk],
            "workflow_preview": [state.task_id],
            "workflow_history_detail": [state.workflow_state_id],
        }.items()
    }

    for method in (desk.get, desk.post):
        answered = {name: method(address).status_code for name, address in named.items()}
        assert all(status in (*REFUSED, 405) for status in answered.values()), answered
    state.refresh_from_db()
    assert state.status == TaskState.STATUS_IN_PROGRESS


@pytest.mark.parametrize("alias", ["", "on"])
def test_nothing_is_copied_or_moved_over_the_fence(own: Territory, other: Territory, desk: Client, alias: str) -> None:
    copy = {"new_title": "Carried", "new_slug": "carried", "new_parent_page": other.school.pk, "alias": alias}

    desk.post(reverse("wagtailadmin_pages:copy", args=[own.page.pk]), copy)
    desk.post(reverse("wagtailadmin_pages:copy", args=[other.page.pk]), copy | {"new_parent_page": own.school.pk})
    desk.post(reverse("wagtailadmin_pages:move_confirm", args=[own.draft.pk, other.school.pk]))
    desk.post(reverse("wagtailadmin_pages:move_confirm", args=[other.draft.pk, own.school.pk]))
    desk.post(reverse("wagtailadmin_pages:set_page_position", args=[other.draft.pk]) + "?position=0")

    assert not Page.objects.filter(slug="carried").exists()
    assert Page.objects.get(pk=own.draft.pk).get_parent().pk == own.school.pk
    assert Page.objects.get(pk=other.draft.pk).get_parent().pk == other.school.pk
    copied = desk.post(
        reverse("wagtailadmin_pages:copy", args=[own.page.pk]), copy | {"new_parent_page": own.school.pk, "alias": ""}
    )
    assert copied.status_code == 302
    assert Page.objects.get(slug="carried").get_parent().pk == own.school.pk


@pytest.mark.parametrize("act", ["delete", "move", "publish", "unpublish"])
def test_many_at_once_passes_over_what_is_not_hers(act: str, own: Territory, other: Territory, desk: Client) -> None:
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", act])
    ids = f"?id={other.page.pk}&id={other.draft.pk}&id={other.school.pk}&next=/admin/"

    shown = desk.get(address + ids)
    desk.post(address + ids, {"chooser": own.school.pk, "include_descendants": "on"})

    assert not shown.context or not shown.context.get("items")
    for page, live in ((other.page, True), (other.draft, False), (other.school, True)):
        stored = Page.objects.get(pk=page.pk)
        assert (stored.live, stored.get_parent().pk) == (live, page.get_parent().pk)


def test_a_school_itself_is_neither_deleted_nor_moved_by_its_editor(own: Territory, desk: Client) -> None:
    for page in (own.page, own.draft, own.school):
        page.refresh_from_db()
        page.unpublish()
    bulk = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "delete"]) + f"?id={own.spanish.pk}&next=/admin/"
    own.spanish.unpublish()

    desk.post(reverse("wagtailadmin_pages:delete", args=[own.spanish.pk]))
    desk.post(bulk)

    assert SchoolPage.objects.filter(pk=own.spanish.pk).exists()


def test_lists_and_searches_name_no_draft_of_another_school(own: Territory, other: Territory, desk: Client) -> None:
    root = Page.get_first_root_node().pk
    looked_at = [
        reverse("wagtailadmin_home"),
        reverse("wagtailadmin_explore", args=[root]),
        reverse("wagtailadmin_explore", args=[other.school.get_parent().pk]),
        reverse("wagtailadmin_pages:search") + "?q=Secret",
        reverse("wagtailadmin_pages:type_use", args=["topics", "progresspage"]),
        reverse("wagtailadmin_choose_page") + "?q=Secret",
        reverse("wagtailadmin_choose_page_search") + "?q=Secret",
        reverse("wagtailadmin_choose_page_child", args=[other.school.pk]),
        reverse("wagtailadmin_reports:site_history"),
        reverse("wagtailadmin_reports:aging_pages"),
        reverse("wagtailadmin_reports:locked_pages"),
        reverse("wagtailadmin_reports:workflow"),
        reverse("wagtailadmin_reports:workflow_tasks"),
        reverse("wagtail_localize:translations_report"),
        reverse("wagtail_localize:translations_report_results"),
    ]

    naming = [address for address in looked_at if b"Secret of Los" in desk.get(address, follow=True).content]

    assert naming == []
    assert b"Secret of Cielo" in desk.get(reverse("wagtailadmin_explore", args=[own.school.pk])).content


def test_the_interface_for_programs_knows_her_school_alone(own: Territory, other: Territory, desk: Client) -> None:
    base = "/admin/api/main/pages/"

    listed = desk.get(base + "?limit=20").content.decode()
    answers = [
        desk.post(f"{base}{other.draft.pk}/action/{act}/", {"destination_page_id": own.school.pk}, "application/json")
        for act in ("copy", "delete", "publish", "move", "create_alias", "copy_for_translation")
    ]

    assert "Secret of Cielo" in listed
    assert "Gorriones" not in listed
    assert desk.get(f"{base}{other.page.pk}/").status_code in REFUSED
    assert {answer.status_code for answer in answers} <= set(REFUSED)
    stored = Page.objects.filter(title=other.draft.title)
    assert [(page.live, page.get_parent().pk) for page in stored] == [(False, other.school.pk)]


def test_pictures_and_files_of_another_school_are_not_offered(own: Territory, other: Territory, desk: Client) -> None:
    for app, thing in (("images", other.image), ("docs", other.document)):
        chooser = reverse(f"wagtail{app}_chooser:choose")
        assert desk.get(chooser).status_code == 200
        assert b"Picture of Cielo" in desk.get(chooser).content
        assert b"Picture of Los" not in desk.get(chooser).content
        assert b"Picture of Los" not in desk.get(reverse(f"wagtail{app}:index")).content
        for name in ("edit", "delete"):
            assert desk.get(reverse(f"wagtail{app}:{name}", args=[thing.pk])).status_code in REFUSED
    added = desk.post(
        reverse("wagtailimages:add"),
        {"title": "Smuggled", "file": get_test_image_file(), "collection": other.school.editors.collection_id},
    )
    assert added.status_code == 200  # The form comes back: there is no such choice.
    assert not get_image_model().objects.filter(title="Smuggled").exists()


def test_words_of_another_school_are_neither_sent_nor_brought_to_translation(
    own: Territory, other: Territory, desk: Client
) -> None:
    source = TranslationSource.get_or_create_from_instance(other.page)[0]

    sent = desk.post(reverse("wagtail_localize:update_translations", args=[source.pk]), {"publish_translations": "on"})
    listing = desk.get(reverse("wagtail_localize:submit_snippet_translation", args=["directory", "service", "x"]))
    names = desk.get(reverse("wagtail_localize:snippets_api_listing", args=["directory", "service"]))

    assert {answer.status_code for answer in (sent, listing, names)} <= set(REFUSED)


def test_her_menu_leads_to_pages_and_pictures_and_no_further(own: Territory, desk: Client) -> None:
    shut = ["wagtailusers_users:index", "wagtailusers_groups:index", "wagtailadmin_workflows:index"]
    shut += ["wagtailsites:index", "wagtailredirects:index", "wagtailadmin_collections:index", "wagtaillocales:index"]
    shut += [f"wagtailsnippets_schools_{name}:list" for name in ("person", "appointment")]
    shut += [f"wagtailsnippets_directory_{name}:list" for name in ("service", "organization", "location")]

    opened = [name for name in shut if desk.get(reverse(name)).status_code not in REFUSED]

    assert opened == []


def test_people_and_appointments_are_for_coordinators_and_the_office(own: Territory) -> None:
    appointment = appointed(own.school)
    addresses = [
        reverse("wagtailsnippets_schools_person:edit", args=[appointment.person_id]),
        reverse("wagtailsnippets_schools_person:add"),
        reverse("wagtailsnippets_schools_appointment:edit", args=[appointment.pk]),
        reverse("wagtailsnippets_schools_appointment:add"),
    ]
    delete = reverse("wagtailsnippets_schools_appointment:delete", args=[appointment.pk])
    may = {
        own.school.editors.group.name: False,
        "Ambassador coordinators": True,
        "Ambassadors": False,
        "District editors": False,
        "Moderators": True,
    }

    for name, allowed in may.items():
        user = User.objects.create_user(name.replace(" ", ""), f"{name[:5].strip()}@example.org")
        user.groups.add(Group.objects.get(name=name))
        client = Client()
        client.force_login(user)
        assert [client.get(each).status_code == 200 for each in addresses] == [allowed] * 4, name
        assert (client.get(delete).status_code == 200) is (name == "Moderators"), name
