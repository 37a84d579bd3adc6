"""The smallest needs drives; a test states every value that matters to it."""

from datetime import timedelta
from typing import Any

from core.locales import locale_id
from events.drives.models import DriveItem, DrivePage, ItemStand, Pledge
from events.drives.pledging import Offer, take
from events.secrets import new_secret
from schools.calendar import today

BLANKETS = {"en": "Blankets", "es": "Cobijas"}
DIAPERS = {"en": "Diapers", "es": "Pañales"}


def make_drive(parent: Any, title: str = "After a fire", *, items: Any = ((BLANKETS, 10),), **facts: Any) -> DrivePage:
    """A live drive, open today, to which things are brought for two weeks more; its facts page."""
    page = DrivePage(
        **{
            "title": title,
            "opens_on": today(),
            "closes_on": today() + timedelta(days=7),
            "last_drop_off_on": today() + timedelta(days=14),
            "drop_off_place": {"en": "Front office", "es": "Recepción"},
            **facts,
        }
    )
    page.items = [DriveItem(name=name, wanted=wanted) for name, wanted in items]
    parent.add_child(instance=page)
    page.save_revision().publish()
    return DrivePage.objects.get(pk=page.pk)


def drive_in_spanish(drive: DrivePage, parent: Any, title: str = "Después de un incendio", **words: Any) -> DrivePage:
    """The drive's page for readers of Spanish: words alone."""
    page = DrivePage(title=title, translation_key=drive.translation_key, locale_id=locale_id("es"), **words)
    parent.add_child(instance=page)
    page.save_revision().publish()
    return DrivePage.objects.get(pk=page.pk)


def stand_of(drive: DrivePage, number: int = 0) -> ItemStand:
    return ItemStand.objects.get(item_id=drive.items.all()[number].pk)


def pledged(drive: DrivePage, quantity: int = 1, *, secret: Any = None, **who: Any) -> Pledge:
    """Somebody has pledged some of the first thing."""
    given = {"name": "Ana Peña", "reach": "ana@example.org", "language": "en", **who}
    return take(drive.items.first().pk, Offer(quantity=quantity, secret=secret or new_secret(), **given))
