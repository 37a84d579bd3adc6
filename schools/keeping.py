"""How long the words of families are kept: the same for whatever they ask of the schools."""

from datetime import datetime, timedelta

from django.conf import settings
from django.utils import timezone

REMINDED_AFTER = timedelta(days=30)  # Whatever nobody has touched for a month stands out where staff work.


def settled_before() -> datetime:
    """What was settled before this moment is forgotten."""
    return timezone.now() - timedelta(days=settings.PERSONAL_DATA_KEPT_DAYS)


def untouched_before() -> datetime:
    """What nobody has touched since this moment is forgotten, settled or not."""
    return timezone.now() - timedelta(days=settings.PERSONAL_DATA_KEPT_UNTOUCHED_DAYS)


def waiting_since_before() -> datetime:
    """What nobody has touched since this moment is brought back to mind."""
    return timezone.now() - REMINDED_AFTER
