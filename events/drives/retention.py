"""Who pledged is forgotten a school year and some days after the drive; what was pledged and brought stays."""

from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from core.mail import forget
from events.drives.emails import key_of
from events.drives.models import Pledge
from schools.calendar import today


def purge() -> None:
    before = today() - timedelta(days=settings.HELPERS_KEPT_DAYS)
    for pledge in Pledge.objects.filter(stand__drive__last_drop_off_on__lt=before, purged_at=None):
        _forget(pledge)


@transaction.atomic
def _forget(pledge: Pledge) -> None:
    forget(key_of(pledge))
    Pledge.objects.filter(pk=pledge.pk).update(**Pledge.EMPTY, purged_at=timezone.now())
