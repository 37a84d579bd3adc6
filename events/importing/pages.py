"""What a partner wrote of an event, as a page of ours."""

import hashlib
from typing import Any

from django.conf import settings
from django.utils.html import format_html_join, linebreaks
from wagtail.models import Page

from core.languages import facts_of as owner_of
from core.locales import source_locale_id
from events.ics.foreign import ForeignEvent
from events.importing.models import PartnerCalendar
from events.models import ChangedDate, EventIndexPage, EventPage

LONGEST_ROW = 60  # Days; a page takes no more.


def facts_of(event: ForeignEvent) -> dict[str, Any]:
    """The fields of a page that a partner decides; everything else is ours."""
    series = event.series
    is_online = event.place.startswith(("https://", "http://")) and " " not in event.place
    return {
        "title": event.title or event.uid[:100],
        "first_day": series.first_day,
        "begins": series.begins,
        "ends": series.ends,
        "days": min(series.days, LONGEST_ROW),
        "time_zone": series.zone.key,
        "rule": series.rule,
        "place": {} if is_online or not event.place else {code: event.place for code, _name in settings.LANGUAGES},
        "online_url": event.place if is_online else "",
        "about": _about(event),
    }


def content_mark(event: ForeignEvent) -> str:
    """Changes when the partner changes anything that a page shows."""
    said = (facts_of(event), event.is_cancelled, event.series.changes)
    return hashlib.sha256(repr(said).encode()).hexdigest()


def new_page(calendar: PartnerCalendar, event: ForeignEvent) -> EventPage | None:
    """A draft; None where there is no place for it yet."""
    parent = _parent(calendar)
    if parent is None:
        return None
    page = EventPage(
        live=False,
        kind=calendar.kind,
        organization=owner_of(calendar.organization) if calendar.organization else None,
        school=calendar.school,
        locale_id=source_locale_id(),
    )
    _fill(page, event)
    parent.add_child(instance=page)
    return page


def rewrite(page: EventPage, event: ForeignEvent) -> None:
    _fill(page, event)
    page.save()


def _fill(page: EventPage, event: ForeignEvent) -> None:
    for name, value in facts_of(event).items():
        setattr(page, name, value)
    page.draft_title = page.title
    names = ("day", "kind", "new_day", "begins", "ends")
    page.changed_dates.set(
        [ChangedDate(**{name: getattr(change, name) for name in names}) for change in event.series.changes]
    )


def _parent(calendar: PartnerCalendar) -> Page | None:
    if calendar.school is not None:
        return calendar.school.facts
    return EventIndexPage.objects.filter(locale_id=source_locale_id()).first()


def _about(event: ForeignEvent) -> str:
    words = linebreaks(event.description, autoescape=True) if event.description else ""
    links = [(event.url, event.url)] if event.url else []
    return words + format_html_join("", '<p><a href="{}">{}</a></p>', links)
