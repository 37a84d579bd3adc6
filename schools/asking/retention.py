"""Who asked is forgotten some time after a request was closed; that somebody asked, for what and where, stays."""

from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from core.mail import forget
from schools.asking.emails import key_of
from schools.asking.models import HelpRequest, ResourceList


def purge() -> int:
    before = timezone.now() - timedelta(days=settings.REQUESTS_KEPT_DAYS)
    old = HelpRequest.objects.filter(purged_at=None, closed_at__lt=before).values_list("pk", flat=True)
    return sum(_forget(pk) for pk in list(old))


@transaction.atomic
def _forget(pk: int) -> bool:
    """False where somebody opened it again meanwhile."""
    request = HelpRequest.objects.select_for_update().get(pk=pk)
    if request.is_open or request.is_purged:
        return False
    HelpRequest.objects.filter(pk=pk).update(**HelpRequest.EMPTY, purged_at=timezone.now())
    request.notes.update(text="")
    ResourceList.objects.filter(request=request).delete()
    forget(key_of(request))
    return True
