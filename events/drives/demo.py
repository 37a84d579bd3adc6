"""The demo's needs drives, from `events/drives/data/demo/`: one open after a fire, one of coats that is over."""

import tomllib
from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from django.db.models import F
from django.utils.html import format_html
from wagtail.models import Page

from core.locales import locale_id, source_language
from directory.models import Location
from events.drives.following import mark_of
from events.drives.models import DriveItem, DrivePage, ItemStand, Pledge
from events.secrets import new_secret
from schools.models import SchoolPage
from schools.references import new_reference

FILE = Path(__file__).resolve().parent / "data" / "demo" / "drives.toml"
AS_WRITTEN = ("drop_off_place", "drop_off_hours", "phone", "thanks")

Data = dict[str, Any]


def load_drives(homes: Mapping[str, Page], schools: Mapping[str, SchoolPage], today: date) -> None:
    """Load the drives that are not there yet."""
    for data in tomllib.loads(FILE.read_text(encoding="utf-8"))["drives"]:
        if not DrivePage.objects.facts().filter(slug=data["slug"]).exists():
            _load(data, homes, schools, today)


def _load(data: Data, homes: Mapping[str, Page], schools: Mapping[str, SchoolPage], today: date) -> None:
    drive = _written(data, source_language())
    drive.opens_on, drive.closes_on, drive.last_drop_off_on = (
        today + timedelta(days=data[name]) for name in ("opens", "closes", "last")
    )
    for name in AS_WRITTEN:
        setattr(drive, name, data.get(name, drive._meta.get_field(name).get_default()))
    drive.drop_off_school = schools.get(data.get("school", ""))
    drive.drop_off_location = Location.objects.public().filter(slug=data.get("location", "")).first()
    drive.items = [DriveItem(**row) for row in data["items"]]
    _below(homes[source_language()], drive)
    for language in set(homes) - {source_language()}:
        words = _written(data, language)
        words.translation_key = drive.translation_key
        _below(homes[language], words)
    items = list(drive.items.all())
    for row in data["pledges"]:
        _pledge(items[row["item"]], row)


def _written(data: Data, language: str) -> DrivePage:
    words = data[language]
    return DrivePage(
        slug=words.get("slug", data["slug"]),
        locale_id=locale_id(language),
        title=words["title"],
        intro=words["intro"],
        story=format_html("<p>{}</p>", words["story"]),
    )


def _pledge(item: DriveItem, row: Data) -> None:
    """Beside the law of pledging, which would refuse a drive that is over and write mails to nobody."""
    stand = ItemStand.objects.get(item_id=item.pk)
    ItemStand.objects.filter(pk=stand.pk).update(pledged=F("pledged") + row["quantity"])
    Pledge.objects.create(
        stand=stand,
        reference=new_reference(Pledge, "D"),
        secret_digest=new_secret().digest,
        told_where=mark_of(stand.drive),
        state=Pledge.State.BROUGHT if row.get("brought") else Pledge.State.PROMISED,
        **{name: row[name] for name in ("quantity", "name", "reach", "language")},
    )


def _below(parent: Page, page: Page) -> None:
    Page.objects.get(pk=parent.pk).add_child(instance=page)
    page.save_revision().publish()
