"""Who asked is forgotten some time after a request was closed, or after nobody touched it for a year.

That somebody asked, for what and where, and how far it came, stays.
"""

from django.db import transaction
from django.utils import timezone

from core.mail import forget
from schools.asking.emails import key_of
from schools.asking.models import HelpRequest, ResourceList
from schools.asking.querysets import HelpRequestQuerySet
from schools.keeping import settled_before, untouched_before


def purge() -> int:
    return sum(_forget(pk) for pk in list(_over().values_list("pk", flat=True)))


def _over() -> HelpRequestQuerySet:
    kept = HelpRequest.objects.filter(purged_at=None)
    return kept.closed().filter(closed_at__lt=settled_before()) | kept.untouched_since(untouched_before())


@transaction.atomic
def _forget(pk: int) -> bool:
    """False where somebody opened it again or worked on it meanwhile."""
    HelpRequest.objects.select_for_update().get(pk=pk)
    request = _over().filter(pk=pk).first()
    if request is None:
        return False
    HelpRequest.objects.filter(pk=pk).update(**HelpRequest.EMPTY, purged_at=timezone.now())
    request.notes.update(text="")
    ResourceList.objects.filter(request=request).delete()
    forget(key_of(request))
    return True
