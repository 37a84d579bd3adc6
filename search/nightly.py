"""What time brings: once a day everything is compared and mended; Elasticsearch is told what it has missed."""

from datetime import timedelta

from django.utils import timezone

from search import copy, indexer
from search.engines import choice
from search.models import SearchRefresh

KEPT_DAYS = 30


def refresh() -> None:
    """A step of `tick`: nothing to do after the first time in a day.

    Hours move on with the calendar, and bulk changes send no signal.
    """
    today = timezone.localdate()
    if SearchRefresh.objects.filter(day=today).exists():
        return
    changed = indexer.rebuild()
    SearchRefresh.objects.get_or_create(day=today, defaults={"changed": changed})
    SearchRefresh.objects.filter(day__lt=today - timedelta(days=KEPT_DAYS)).delete()


def catch_up() -> None:
    """A step of `tick`: Elasticsearch gets what it missed while it was away, or everything when it knows nothing."""
    if choice.has_copy() and copy.is_answering():
        if copy.is_there():
            copy.deliver()
        else:
            indexer.fill_copy()
