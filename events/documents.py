"""Events in the search index: those that are still to come."""

from datetime import datetime, timedelta
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext

from core.models import said
from core.spoken import spoken_name
from directory.documents.facets import who
from directory.models.services import Cost
from events.models import EventPage, Kind, Occurrence, Price
from events.public.places import place_of, point_of
from schools.page_documents import PageFacts, PageKind, plain, register_pages
from schools.topics.focus import FACET as FOCUS
from search.document import Text

KIND = "event"
EVENT_KIND = "event_kind"
OPENING_AHEAD = timedelta(days=28)  # Who asks about a day farther off looks into the calendar.
NO_END = timedelta(hours=1)  # Where nobody has said when it ends.


def register_documents() -> None:
    facts = PageFacts(places=_places, facets=_facets, opening=_opening, known={EVENT_KIND: _known}, only=still_to_come)
    register_pages(KIND, PageKind((EventPage,), _("Event"), _("Events"), "calendar"), _text, facts)


def still_to_come(pages: QuerySet) -> QuerySet:
    """The pages, in any language, of events that have a date to come."""
    coming = Occurrence.objects.coming(timezone.now()).order_by()
    return pages.filter(translation_key__in=coming.values("event__translation_key"))


def _known(values: frozenset[str]) -> frozenset[str]:
    return values.intersection(Kind.values)


def _text(page: EventPage) -> Text:
    event, language = page.facts, page.locale.language_code
    place = place_of(event, language)
    spoken = [spoken_name(code) for code in (*event.languages, *event.interpreters)]
    lines = (event.who_for, event.bring, event.how_it_goes, event.food, event.price_note)
    return Text(
        title=page.title,
        keywords="\n".join(filter(None, (str(event.get_kind_display()), _searched(event), place.in_one_line, *spoken))),
        summary=page.intro,
        body="\n".join(filter(None, (plain(page.about), *(said(line, language).text for line in lines)))),
    )


def _searched(event: EventPage) -> str:
    if event.kind == Kind.VOLUNTEER:
        return pgettext("words people search for", "volunteer, volunteering, help out, give time")
    if event.kind == Kind.DISTRIBUTION:
        return pgettext("words people search for", "food distribution, boxes, give-away")
    if event.kind == Kind.WORKSHOP:
        return pgettext("words people search for", "workshop, class, course, training")
    return pgettext("words people search for", "event, meeting, gathering")


def _places(page: EventPage) -> tuple[tuple[float, float], ...]:
    point = point_of(page.facts)
    return (point,) if point else ()


def _facets(page: EventPage) -> dict[str, tuple[str, ...]]:
    event = page.facts
    schools = {str(each.pk) for each in (event.school, event.host_school) if each is not None}
    found: dict[str, Any] = {
        EVENT_KIND: (event.kind,),
        "cost": (Cost.FREE if event.price == Price.FREE else Cost.FEE,),
        "language": {*event.languages, *event.interpreters},
        "who": who(event.minimum_age, event.maximum_age),
        "school": schools,
        "delivery": _delivery(event),
        FOCUS: [area.code for area in event.focus.all()],
    }
    return {name: tuple(sorted(map(str, values))) for name, values in found.items() if values}


def _delivery(event: EventPage) -> list[str]:
    here = bool(event.school_id or event.location_id or event.place)
    return [name for name, given in (("in_person", here), ("online", bool(event.online_url))) if given]


def _opening(page: EventPage) -> tuple[tuple[int, int], ...]:
    now = timezone.now()
    rows = page.facts.occurrences.taking_place().between(now - timedelta(days=1), now + OPENING_AHEAD)
    return tuple(sorted({(_minute(row.starts_at), _minute(row.ends_at or row.starts_at + NO_END)) for row in rows}))


def _minute(at: datetime) -> int:
    return int(at.timestamp() // 60)
