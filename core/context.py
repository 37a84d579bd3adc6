"""What every template may ask: the district, this page's other languages, and where it stands."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.utils.formats import time_format
from django.utils.functional import SimpleLazyObject
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from core.alternates import alternates
from core.models import District

DAY_NAMES = {
    "MO": _("Monday"),
    "TU": _("Tuesday"),
    "WE": _("Wednesday"),
    "TH": _("Thursday"),
    "FR": _("Friday"),
    "SA": _("Saturday"),
    "SU": _("Sunday"),
}


@dataclass(frozen=True)
class Office:
    """The district as a page shows it, in the reader's language."""

    name: str
    office_name: str
    phone: str
    phone_href: str
    text_href: str
    email: str
    address: str
    hours_text: str
    logo: Any
    colours_version: str

    @property
    def has_colours(self) -> bool:
        return bool(self.colours_version)


def dialable(number: str) -> str:
    """Digits and a leading plus only, as `tel:` and `sms:` want them."""
    digits = "".join(c for c in number if c.isdigit())
    return ("+" if number.strip().startswith("+") else "") + digits


def office_of(district: District) -> Office:
    return Office(
        name=district.name,
        office_name=district.office_name,
        phone=district.phone,
        phone_href=f"tel:{dialable(district.phone)}" if district.phone else "",
        text_href=f"sms:{dialable(district.text_phone)}" if district.text_phone else "",
        email=district.email,
        address=district.address,
        hours_text=hours_text(district),
        logo=district.logo,
        colours_version=district.colours_version,
    )


def hours_text(district: District) -> str:
    """ "Monday to Friday, 8 a.m. to 4:30 p.m." in the active language; empty when the hours are not set."""
    days = [day for day in district.office_days.split(",") if day in DAY_NAMES]
    if not days or district.office_opens is None or district.office_closes is None:
        return ""
    values = {
        "first": DAY_NAMES[days[0]],
        "last": DAY_NAMES[days[-1]],
        "opens": time_format(district.office_opens, "TIME_FORMAT"),
        "closes": time_format(district.office_closes, "TIME_FORMAT"),
    }
    order = list(DAY_NAMES)
    row = order[order.index(days[0]) : order.index(days[0]) + len(days)]
    if days == row and len(days) > 1:
        return gettext("%(first)s to %(last)s, %(opens)s to %(closes)s") % values
    values["days"] = ", ".join(str(DAY_NAMES[day]) for day in days)
    return gettext("%(days)s, %(opens)s to %(closes)s") % values


def site(request: HttpRequest) -> dict[str, Any]:
    return {
        "district": SimpleLazyObject(lambda: office_of(District.for_request(request))),
        "alternates": SimpleLazyObject(lambda: alternates(request)),
        "page_language": get_language(),
    }
