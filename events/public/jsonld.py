"""What search engines read of an event: schema.org, from the same facts as the page."""

from collections.abc import Iterable
from typing import Any

from django.conf import settings

from events.models import EventPage, Occurrence, Price
from events.public.dates import ShownDate
from events.public.places import EventPlace

SCHEMA = "https://schema.org"


def event_data(
    event: EventPage, page: EventPage, dates: Iterable[tuple[Occurrence, ShownDate]], place: EventPlace
) -> dict[str, Any]:
    """The next date, or the last that was cancelled where none takes place; the rest as dates of the same series."""
    found = [_date(event, page, shown, row, place) for row, shown in dates]
    if len(found) == 1:
        return {"@context": SCHEMA, **found[0]}
    return {"@context": SCHEMA, "@type": "EventSeries", "name": page.title, "url": _url(page), "subEvent": found}


def _date(event: EventPage, page: EventPage, shown: ShownDate, row: Occurrence, place: EventPlace) -> dict[str, Any]:
    ends = row.ends_at.astimezone(event.zone) if row.ends_at else None
    is_off = shown.is_cancelled or event.is_cancelled
    data = {
        "@type": "Event",
        "name": page.title,
        "description": page.intro,
        "url": _url(page),
        "startDate": shown.local_day.isoformat() if row.is_all_day else shown.starts_at.isoformat(),
        "endDate": None if row.is_all_day or ends is None else ends.isoformat(),
        "eventStatus": f"{SCHEMA}/{_status(shown, is_off=is_off)}",
        "eventAttendanceMode": f"{SCHEMA}/{_mode(event, place)}",
        "location": _locations(event, place),
        "organizer": _organizer(event),
        "inLanguage": list(event.languages),
        "isAccessibleForFree": event.price == Price.FREE,
        "offers": _offers(event, page, is_off=is_off),
    }
    return {name: value for name, value in data.items() if value not in (None, "", [], {})}


def _status(shown: ShownDate, *, is_off: bool) -> str:
    if is_off:
        return "EventCancelled"
    return "EventRescheduled" if shown.was else "EventScheduled"


def _mode(event: EventPage, place: EventPlace) -> str:
    if not event.online_url:
        return "OfflineEventAttendanceMode"
    return "MixedEventAttendanceMode" if place else "OnlineEventAttendanceMode"


def _locations(event: EventPage, place: EventPlace) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    if place:
        where: dict[str, Any] = {"@type": "Place", "address": ", ".join(place.lines)}
        if name := place.name.text or place.room.text:
            where["name"] = name
        if place.point is not None:
            where["geo"] = {"@type": "GeoCoordinates", "latitude": place.point[0], "longitude": place.point[1]}
        found.append(where)
    if event.online_url:
        found.append({"@type": "VirtualLocation", "url": event.online_url})
    return found


def _organizer(event: EventPage) -> dict[str, str] | None:
    host = event.organization.name if event.organization else (event.host_school.title if event.host_school else "")
    return {"@type": "Organization", "name": host} if host else None


def _offers(event: EventPage, page: EventPage, *, is_off: bool) -> dict[str, Any] | None:
    if event.price != Price.FREE:
        return None
    available = "Discontinued" if is_off else "InStock"
    return {
        "@type": "Offer",
        "price": 0,
        "priceCurrency": "USD",
        "availability": f"{SCHEMA}/{available}",
        "url": _url(page),
    }


def _url(page: EventPage) -> str:
    return settings.PUBLIC_URL + (page.url or "")
