"""Elena writes a drive in the admin, and changes it while neighbors pledge: nobody's pledge is lost."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from events.drives.models import DriveItem, DrivePage, ItemStand, Pledge
from home.tree import Rooms
from schools.calendar import today
from tests.admin.forms import FilledForm, add_row, filled_form
from tests.the_drives import BLANKETS, DIAPERS, make_drive, pledged, stand_of
from tests.the_schools import make_school

pytestmark = pytest.mark.django_db


@pytest.fixture
def elena(signed_in: Any) -> Client:
    return signed_in("elena")


def editing(elena: Client, drive: DrivePage) -> tuple[str, FilledForm]:
    url = f"/admin/pages/{drive.pk}/edit/"
    return url, FilledForm(filled_form(elena, url) | {"story": "null", "action-publish": "1"})


def test_a_drive_with_two_things(elena: Client, rooms: dict[str, Rooms]) -> None:
    url = f"/admin/pages/add/drives/drivepage/{make_school(rooms).pk}/"
    form = filled_form(elena, url)
    days = {name: str(today() + timedelta(days=9)) for name in ("closes_on", "last_drop_off_on")}
    form |= {"title": "Coats", "slug": "coats", "story": "null", "action-publish": "1", **days}
    form |= {"drop_off_place_en": "Room 4", "drop_off_place_es": "Salón 4", "items-TOTAL_FORMS": "0"}
    for name, wanted in ((BLANKETS, 5), (DIAPERS, 40)):
        row = add_row(form, "items", name_en=name["en"], name_es=name["es"], wanted=str(wanted))
        form |= {f"{row}-note_en": "", f"{row}-note_es": "", f"{row}-most_each": ""}

    elena.post(f"{url}preview/", form)
    preview = elena.get(f"{url}preview/?mode=").content.decode()
    answer = elena.post(url, form)

    assert "Blankets" in preview and "Still needed: 40 of 40" in preview
    assert answer.status_code == 302, (answer.context["form"].errors, answer.context["form"].formsets["items"].errors)
    drive = DrivePage.objects.get()
    assert [(str(item), item.wanted) for item in drive.items.all()] == [("Blankets", 5), ("Diapers", 40)]
    assert sorted(ItemStand.objects.filter(drive=drive).values_list("wanted", "pledged")) == [(5, 0), (40, 0)]


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"closes_on": "2020-01-01"}, "The last day comes before the first."),
        ({"last_drop_off_on": str(today())}, "The last day to bring things comes before that to pledge."),
        ({"drop_off_place_en": "", "drop_off_place_es": ""}, "Say where things are brought."),
        ({"closes_on": ""}, "Give a date."),
    ],
)
def test_what_cannot_be_is_said(elena: Client, rooms: dict[str, Rooms], changed: dict[str, str], says: str) -> None:
    url, form = editing(elena, make_drive(rooms["en"].home))

    assert says in elena.post(url, {**form, **changed}).content.decode()


def test_publishing_keeps_what_is_pledged(elena: Client, rooms: dict[str, Rooms]) -> None:
    drive = make_drive(rooms["en"].home)
    pledge = pledged(drive, 4)
    url, form = editing(elena, drive)

    answer = elena.post(url, {**form, "items-0-wanted": "12"})

    assert answer.status_code == 302, answer.context["form"].errors
    assert (stand_of(drive).wanted, stand_of(drive).pledged) == (12, 4)
    assert Pledge.objects.get() == pledge


def test_fewer_than_are_pledged_are_refused_beside_the_number(elena: Client, rooms: dict[str, Rooms]) -> None:
    drive = make_drive(rooms["en"].home)
    pledged(drive, 4)
    url, form = editing(elena, drive)

    text = elena.post(url, {**form, "items-0-wanted": "3"}).content.decode()

    assert "4 are pledged already. Give that number or more." in text
    assert drive.items.get().wanted == 10


def test_a_thing_that_is_pledged_is_not_taken_away(elena: Client, rooms: dict[str, Rooms]) -> None:
    drive = make_drive(rooms["en"].home, items=((BLANKETS, 10), (DIAPERS, 20)))
    pledged(drive, 4)
    url, form = editing(elena, drive)

    text = elena.post(url, {**form, "items-0-DELETE": "1"}).content.decode()

    assert "“Blankets” stays: 4 of it are pledged." in text
    assert elena.post(url, {**form, "items-1-DELETE": "1"}).status_code == 302
    assert [str(item) for item in DriveItem.objects.all()] == ["Blankets"]


def test_an_older_version_published_without_a_form_takes_no_pledge_away(rooms: dict[str, Rooms]) -> None:
    """A moderator approves what was written before neighbors pledged: a smaller number, and one thing less."""
    drive = make_drive(rooms["en"].home, items=((BLANKETS, 10), (DIAPERS, 20)))
    page = DrivePage.objects.get(pk=drive.pk)
    page.items = [item for item in page.items.all() if str(item) == "Blankets"]
    page.items.all()[0].wanted = 2
    older = page.save_revision()
    diapers = stand_of(drive, 1)
    pledged(drive, 4)
    ItemStand.objects.filter(pk=diapers.pk).update(pledged=3)

    older.publish()

    assert (stand_of(drive).wanted, stand_of(drive).pledged) == (4, 4)
    assert ItemStand.objects.get(pk=diapers.pk).pledged == 3 and Pledge.objects.count() == 1


def test_a_drive_with_pledges_is_not_deleted(elena: Client, rooms: dict[str, Rooms]) -> None:
    drive = make_drive(rooms["en"].home)
    pledged(drive)

    elena.post(f"/admin/pages/{drive.pk}/delete/")
    elena.post(f"/admin/bulk/wagtailcore/page/delete/?id={drive.pk}&next=/admin/")

    assert DrivePage.objects.filter(pk=drive.pk).exists() and Pledge.objects.exists()


def test_the_page_of_another_language_has_words_alone(elena: Client, rooms: dict[str, Rooms]) -> None:
    from_english = make_drive(rooms["en"].home)
    page = DrivePage(title="Incendio", translation_key=from_english.translation_key, locale=rooms["es"].home.locale)
    rooms["es"].home.add_child(instance=page)

    form = filled_form(elena, f"/admin/pages/{page.pk}/edit/")

    assert "title" in form and not any(name.startswith(("items", "closes_on", "drop_off")) for name in form)
