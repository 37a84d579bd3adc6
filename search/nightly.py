"""Once a day everything is compared and mended: hours move on with the calendar, and bulk changes send no signal."""

from datetime import timedelta

from django.utils import timezone

from search import indexer
from search.models import SearchRefresh

KEPT_DAYS = 30


def refresh() -> None:
    """A step of `tick`: nothing to do after the first time in a day."""
    today = timezone.localdate()
    if SearchRefresh.objects.filter(day=today).exists():
        return
    changed = indexer.rebuild()
    SearchRefresh.objects.get_or_create(day=today, defaults={"changed": changed})
    SearchRefresh.objects.filter(day__lt=today - timedelta(days=KEPT_DAYS)).delete()
