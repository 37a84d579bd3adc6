"""How to reach those who told us something is forgotten half a year after; what they told stays."""

from datetime import timedelta

from django.conf import settings
from django.utils import timezone

from partners.models import Claim, Outcome, Report, Suggestion


def purge() -> None:
    """A step of `tick`. A claim that was believed has become an account; its own copy goes all the same."""
    old = timezone.now() - timedelta(days=settings.REPORTERS_KEPT_DAYS)
    for model in (Report, Suggestion):
        model.objects.filter(made_at__lt=old).exclude(contact="").update(contact="")
    Claim.objects.filter(made_at__lt=old).exclude(state=Outcome.WAITING).exclude(phone="").update(phone="")
