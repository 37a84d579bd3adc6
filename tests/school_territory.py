"""A school with pages, a picture and a file, and every address of the admin that leads to them."""

from dataclasses import dataclass
from typing import Any

from django.core.files.base import ContentFile
from django.urls import reverse
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Page

from home.tree import Rooms
from schools.councils.models import JoinInterest
from schools.models import SchoolPage
from schools.topics.models import ProgressPage
from tests.the_councils import make_council, make_meeting
from tests.the_drives import make_drive
from tests.the_events import make_event
from tests.the_schools import in_spanish, make_school


@dataclass(frozen=True)
class Territory:
    """A school with a page below it that is published and edited since, and a draft nobody else may know of."""

    school: SchoolPage
    spanish: SchoolPage
    page: Page
    draft: Page
    image: Any
    document: Any
    council: Page
    meeting: Page
    wish: JoinInterest
    drive: Page
    event: Page


def page_below(school: SchoolPage, title: str, *, live: bool) -> Page:
    page = school.add_child(instance=ProgressPage(title=title, live=live, locale=school.locale))
    page.save_revision(changed=True)
    page.intro = "Something else"
    page.save_revision(changed=True)
    return page


def territory(rooms: dict[str, Rooms], title: str) -> Territory:
    school = make_school(rooms, title)
    council = make_council(school, f"Council of {title}")
    held = {"collection": school.editors.collection, "title": f"Picture of {title}"}
    return Territory(
        school,
        in_spanish(school, rooms, f"Escuela {title}"),
        page_below(school, f"Promises of {title}", live=True),
        page_below(school, f"Secret of {title}", live=False),
        get_image_model().objects.create(file=get_test_image_file(), **held),
        get_document_model().objects.create(file=ContentFile(b"x", name="minutes.txt"), **held),
        council,
        make_meeting(council),
        JoinInterest.objects.create(council=council, reference=title[:12], name="Rosa", reach="555"),
        make_drive(school, f"Drive of {title}"),
        make_event(school, f"Event of {title}"),
    )


def addresses_of(its: Territory) -> dict[str, str]:
    """Every address of the admin that takes a page; first those that only show."""

    def of(name: str, *args: Any) -> str:
        return reverse(f"wagtailadmin_pages:{name}", args=args)

    page, draft = its.page.pk, its.draft.pk
    first, second = its.page.revisions.order_by("pk").values_list("pk", flat=True)[:2]
    return {
        "explorer": reverse("wagtailadmin_explore", args=[its.school.pk]),
        "explorer, Spanish": reverse("wagtailadmin_explore", args=[its.spanish.pk]),
        "edit the school": of("edit", its.school.pk),
        "edit in Spanish": of("edit", its.spanish.pk),
        "edit": of("edit", page),
        "edit a draft": of("edit", draft),
        "edit the council": of("edit", its.council.pk),
        "edit a meeting": of("edit", its.meeting.pk),
        "history of a meeting": of("history", its.meeting.pk),
        "copy a meeting": of("copy", its.meeting.pk),
        "add a meeting": of("add", "councils", "meetingpage", its.council.pk),
        "add a council": of("add", "councils", "councilpage", its.school.pk),
        "a wish to join": reverse("wagtailsnippets_councils_joininterest:edit", args=[its.wish.pk]),
        "edit an event": of("edit", its.event.pk),
        "copy an event": of("copy", its.event.pk),
        "add an event": of("add", "events", "eventpage", its.school.pk),
        "edit a drive": of("edit", its.drive.pk),
        "add a drive": of("add", "drives", "drivepage", its.school.pk),
        "the desk of a drive": reverse("drive_desk", args=[its.drive.pk]),
        "enter a pledge": reverse("drive_enter", args=[its.drive.pk]),
        "the table of a drive": reverse("drive_export", args=[its.drive.pk, "csv"]),
        "choose a kind of page": of("add_subpage", its.school.pk),
        "add": of("add", "topics", "progresspage", its.school.pk),
        "copy": of("copy", page),
        "delete": of("delete", draft),
        "move": of("move", draft),
        "usage": of("usage", page),
        "history": of("history", page),
        "workflow history": of("workflow_history", page),
        "compare": of("revisions_compare", page, first, second),
        "review old version": of("revisions_revert", page, first),
        "old version, drawn": of("revisions_view", page, first),
        "draft, drawn": of("view_draft", draft),
        "translate": reverse("wagtail_localize:submit_page_translation", args=[page]),
    }


def never(its: Territory) -> dict[str, str]:
    """Addresses that are not an editor's at her own school either."""
    page = its.page.pk
    return {
        name: reverse(f"wagtailadmin_pages:{name}", args=[page])
        for name in ("unpublish", "set_privacy", "lock", "unlock", "convert_alias")
    }
