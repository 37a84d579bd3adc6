"""How true a listing still is, said before anybody drives there."""

from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.utils.translation import gettext, ngettext

from directory.models.record import Assured, AssuredBy
from directory.public.opening import long_day


@dataclass(frozen=True)
class Freshness:
    """`state` is one of fresh, old, very_old, never."""

    state: str
    text: str


def freshness_of(listing: Assured, today: date) -> Freshness:
    if listing.assured_date is None:
        return Freshness("never", gettext("Nobody has confirmed this yet. Please call before you go."))
    days = max((today - listing.assured_date).days, 0)
    if days > settings.LISTING_GOES_STALE_AFTER_DAYS:
        text = gettext("Last confirmed on %(day)s, more than a year ago. Things may have changed: please call first.")
        return Freshness("very_old", text % {"day": long_day(listing.assured_date)})
    if days > settings.LISTING_AGES_AFTER_DAYS:
        text = gettext("Last confirmed on %(day)s. It may have changed: please call first.")
        return Freshness("old", text % {"day": long_day(listing.assured_date)})
    return Freshness("fresh", _fresh(days, listing.assured_by))


def is_stale(listing: Assured, today: date) -> bool:
    return freshness_of(listing, today).state != "fresh"


def _fresh(days: int, by: str) -> str:
    if by == AssuredBy.AGENCY:
        if days == 0:
            return gettext("Confirmed today by the agency")
        return ngettext("Confirmed yesterday by the agency", "Confirmed %(days)s days ago by the agency", days) % {
            "days": days
        }
    if days == 0:
        return gettext("Confirmed today by our office")
    return ngettext("Confirmed yesterday by our office", "Confirmed %(days)s days ago by our office", days) % {
        "days": days
    }
