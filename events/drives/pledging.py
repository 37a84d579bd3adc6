"""The acts around a pledge. Whatever changes how many are pledged holds the lock of the item's stand."""

from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from events.drives.emails import tell_what_is_pledged
from events.drives.following import mark_of
from events.drives.models import DriveItem, ItemStand, Pledge
from events.drives.standing import DriveState, state_by_day
from events.secrets import Secret
from schools.calendar import today
from schools.references import new_reference

State = Pledge.State


@dataclass(frozen=True)
class Offer:
    """What somebody wants to bring. `secret` opens the page on which it can be changed."""

    quantity: int
    name: str
    reach: str
    language: str
    secret: Secret
    entered_by: Any = None


@transaction.atomic
def take(item_id: int, offer: Offer) -> Pledge:
    """Raises ValidationError where the drive takes no more of it; then nothing has happened."""
    return give(_locked(item_id), offer)


def give(stand: ItemStand, offer: Offer) -> Pledge:
    """For whoever holds the lock of the stand's row, as `take` does."""
    _check_is_asked_for(stand, offer.quantity)
    _check_is_left(stand.left, offer.quantity)
    _count(stand, offer.quantity)
    pledge = Pledge.objects.create(
        stand=stand,
        reference=new_reference(Pledge, "D"),
        quantity=offer.quantity,
        name=offer.name,
        reach=offer.reach,
        language=offer.language,
        secret_digest=offer.secret.digest,
        told_where=mark_of(stand.drive),
        entered_by=offer.entered_by,
    )
    tell_what_is_pledged(pledge, offer.secret.text)
    return pledge


@transaction.atomic
def change(pledge: Pledge, quantity: int) -> Pledge:
    """Fewer at any time before they are brought, more while the drive is open."""
    stand, pledge = _locked_with(pledge)
    more = quantity - pledge.quantity
    _check_move(pledge, pledge.is_promised)
    if more > 0:
        _check_is_asked_for(stand, quantity)
        _check_is_left(stand.left + pledge.quantity, quantity)
    _count(stand, more)
    pledge.quantity = quantity
    pledge.save(update_fields=["quantity"])
    return pledge


def cancel(pledge: Pledge) -> Pledge:
    """Others may pledge it again. Once more changes nothing."""
    return _move(pledge, State.CANCELLED)


def bring(pledge: Pledge) -> Pledge:
    return _move(pledge, State.BROUGHT)


def unbring(pledge: Pledge) -> Pledge:
    """It was marked by mistake."""
    return _move(pledge, State.PROMISED)


@transaction.atomic
def _move(pledge: Pledge, state: str) -> Pledge:
    stand, pledge = _locked_with(pledge)
    if pledge.state == state:
        return pledge
    _check_move(pledge, state in Pledge.MOVES[pledge.state])
    if state == State.CANCELLED:
        _count(stand, -pledge.quantity)
    pledge.state = state
    pledge.save(update_fields=["state"])
    return pledge


def _locked(item_id: int) -> ItemStand:
    stand = ItemStand.objects.select_for_update().filter(item_id=item_id).first()
    if stand is None:
        raise ValidationError({"item": _("This is not asked for any more.")})
    return stand


def _locked_with(pledge: Pledge) -> tuple[ItemStand, Pledge]:
    """The stand first, always: two who wait for each other would wait for ever."""
    stand = ItemStand.objects.select_for_update().get(pk=pledge.stand_id)
    return stand, Pledge.objects.select_for_update().get(pk=pledge.pk)


def _count(stand: ItemStand, more: int) -> None:
    ItemStand.objects.filter(pk=stand.pk).update(pledged=F("pledged") + more)


def _check_move(pledge: Pledge, may: bool) -> None:
    if not may or pledge.purged_at:
        raise ValidationError(_("This was changed meanwhile. Look at it once more."))


def _check_is_asked_for(stand: ItemStand, quantity: int) -> None:
    item = DriveItem.objects.filter(pk=stand.item_id, drive__live=True).select_related("drive").first()
    if item is None:
        raise ValidationError({"item": _("This is not asked for any more.")})
    if state_by_day(item.drive, today()) != DriveState.OPEN:
        raise ValidationError(_("This drive takes no pledges now. Nothing was sent."))
    if item.most_each and quantity > item.most_each:
        sentence = _("Please pledge %(most)s at most, so that many can help.")
        raise ValidationError({"quantity": sentence % {"most": item.most_each}})


def _check_is_left(left: int, quantity: int) -> None:
    if left <= 0:
        raise ValidationError({"item": _("Others have pledged all of this meanwhile. Is there something else?")})
    if quantity > left:
        sentence = ngettext("Only %(left)s is still needed.", "Only %(left)s are still needed.", left)
        raise ValidationError({"quantity": sentence % {"left": left}})
