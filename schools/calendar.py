"""What day it is at the schools."""

from datetime import date

from django.utils import timezone


def today() -> date:
    """In the district's time zone (`TIME_ZONE`)."""
    return timezone.localdate()
