"""After a month no words are left, only how much was asked on a day."""

from datetime import date, timedelta

from django.db import transaction
from django.db.models import Sum
from django.utils import timezone

from search.log.models import QueryLog

KEPT_DAYS = 30
COUNTS = ("asked", "nothing", "opened")


def forget_words() -> None:
    """A step of `tick`: nothing to do but for the first time in a day."""
    before = timezone.localdate() - timedelta(days=KEPT_DAYS)
    old = QueryLog.objects.filter(day__lt=before).exclude(text="", filters="")
    for day, language in list(old.order_by().values_list("day", "language").distinct()):
        _fold(day, language)


@transaction.atomic
def _fold(day: date, language: str) -> None:
    rows = QueryLog.objects.filter(day=day, language=language)
    counts = rows.aggregate(**{f"sum_{name}": Sum(name) for name in COUNTS})
    rows.delete()
    QueryLog.objects.create(day=day, language=language, **{name: counts[f"sum_{name}"] or 0 for name in COUNTS})
