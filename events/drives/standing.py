"""How a drive stands: whether things may be pledged. It closes itself when everything is, or its days are over."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db import models
from django.db.models import Value
from django.db.models.functions import Greatest
from django.db.models.signals import post_save
from django.utils.translation import gettext_lazy as _

from events.drives.models import DriveItem, DrivePage, ItemStand


class DriveState(models.TextChoices):
    NOT_YET = "not_yet", _("not open yet")
    OPEN = "open", _("taking pledges")
    ALL_PLEDGED = "all_pledged", _("everything is pledged")
    OVER = "over", _("drive is over")
    CLOSED_EARLY = "closed_early", _("closed early")


def state_by_day(drive: DrivePage, day: date) -> DriveState:
    """Of the page that owns the facts, as if nothing were pledged."""
    if drive.is_closed_early:
        return DriveState.CLOSED_EARLY
    if drive.opens_on and day < drive.opens_on:
        return DriveState.NOT_YET
    if drive.closes_on and day > drive.closes_on:
        return DriveState.OVER
    return DriveState.OPEN


def state_of(drive: DrivePage, left: Iterable[int], day: date) -> DriveState:
    """`left`: of each item, how many nobody has pledged."""
    state, counts = state_by_day(drive, day), list(left)
    return DriveState.ALL_PLEDGED if state == DriveState.OPEN and counts and not any(counts) else state


def stands_of(drive: DrivePage) -> dict[int, ItemStand]:
    """By the number of the item; also those of items that are not asked for any more."""
    return {stand.item_id: stand for stand in ItemStand.objects.filter(drive=drive.pk).order_by("pk")}


def keep_stand(item: DriveItem) -> None:
    """An item was published. Fewer than are pledged cannot be wanted, whatever an older version of its page says."""
    stand, first = ItemStand.objects.get_or_create(
        item_id=item.pk, defaults={"drive_id": item.drive_id, "name": item.name, "wanted": item.wanted}
    )
    if not first:
        wanted = Greatest(Value(item.wanted), "pledged")
        ItemStand.objects.filter(pk=stand.pk).update(wanted=wanted, name=item.name)


def watch_items() -> None:
    post_save.connect(_item_saved, sender=DriveItem, dispatch_uid="drives.stand")


def _item_saved(instance: DriveItem, raw: bool = False, **_kwargs: Any) -> None:
    if not raw and instance.drive.is_source:
        keep_stand(instance)
