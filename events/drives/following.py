"""Where or until when things are brought has changed: whoever has pledged and not brought it yet is told, once."""

import hashlib
import json

from django.core.exceptions import ValidationError
from django.db import transaction

from events.drives.emails import tell_what_changed
from events.drives.models import DrivePage, Pledge
from schools.calendar import today


def mark_of(drive: DrivePage) -> str:
    """Short, and another one as soon as anything differs that somebody who brings things goes by."""
    known = [drive.last_drop_off_on, drive.drop_off_school_id, drive.drop_off_location_id]
    written = json.dumps([*map(str, known), drive.drop_off_place, drive.drop_off_hours], sort_keys=True)
    return hashlib.sha256(written.encode()).hexdigest()[:16]


def tell_of_changes() -> None:
    for drive in DrivePage.objects.facts().filter(last_drop_off_on__gte=today(), stands__pledged__gt=0).distinct():
        late = Pledge.objects.filter(stand__drive=drive, state=Pledge.State.PROMISED).exclude(told_where=mark_of(drive))
        for pk in late.values_list("pk", flat=True):
            _tell(pk)


@transaction.atomic
def _tell(pk: int) -> None:
    pledge = Pledge.objects.select_for_update().get(pk=pk)
    mark = mark_of(pledge.stand.drive)
    if not pledge.is_promised or pledge.told_where == mark:
        return
    Pledge.objects.filter(pk=pk).update(told_where=mark)
    try:
        with transaction.atomic():
            tell_what_changed(pledge)
    except ValidationError:
        return  # One address that cannot be written to must not keep the others from theirs.
