"""Calendars and news readers ask again and again: what has not changed is not sent again."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.feedgenerator import Rss201rev2Feed
from django.utils.http import http_date, quote_etag
from django.utils.text import slugify

from events.calendar_events import calendar_event
from events.ics.writing import NoSuchDateError, calendar_of, one_date
from events.models import CalendarEdition, EventIndexPage, EventPage
from events.public.asked import asked_in
from events.public.finding import cards_of, coming, occurrences_of, pages_of
from events.public.places import place_of, places_of

FRESH_FOR = timedelta(minutes=15)
KEPT_BACK = timedelta(days=60)  # What was cancelled or held of late stays in a calendar that subscribes.
MOST = 500
NEWS = 30
LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)


def event_calendar(request: HttpRequest, page: EventPage, day: date | None = None) -> HttpResponse:
    """All dates of an event, or one of them as an event of its own."""
    event, language = page.facts, page.locale.language_code
    if event.series is None:
        raise Http404
    shown = calendar_event(page, event, place_of(event, language), language)
    try:
        content = calendar_of([shown], name=page.title, language=language) if day is None else one_date(shown, day)
    except NoSuchDateError as nothing:
        raise Http404 from nothing
    return _file(request, content, shown.stamp, f"{page.slug}.ics")


def calendar_feed(request: HttpRequest, index: EventIndexPage) -> HttpResponse:
    asked, language = asked_in(request.GET), index.locale.language_code
    recent = occurrences_of(asked).filter(starts_at__gte=timezone.now() - KEPT_BACK)
    keys = recent.order_by().values_list("event_id", flat=True).distinct()
    events = EventPage.objects.filter(pk__in=keys).select_related("school__locale", "location", "edition")
    events = events.prefetch_related("changed_dates", "location__addresses").order_by("pk")[:MOST]
    pages, places = pages_of(events, language), places_of(events, language)
    found = [
        calendar_event(pages.get(event.translation_key, event), event, places[event.pk], language) for event in events
    ]
    content = calendar_of(found, name=index.title, language=language)
    return _file(request, content, _last_change(event.pk for event in events), f"{slugify(index.title)}.ics")


def news_feed(request: HttpRequest, index: EventIndexPage) -> HttpResponse:
    language = index.locale.language_code
    address = settings.PUBLIC_URL + (index.url or "")
    dates = coming(asked_in(request.GET), timezone.localdate(), None)[:NEWS]
    changed_at = _last_change(dates.values_list("event_id", flat=True))
    feed = News(
        title=index.title,
        link=address,
        description=index.intro or index.title,
        language=language,
        feed_url=f"{address}rss/",
        changed_at=changed_at,
    )
    for card in cards_of(dates, language):
        when = f"{card.date.day}, {card.date.hours}"
        feed.add_item(
            title=f"{card.title.text}: {when}",
            link=f"{settings.PUBLIC_URL}{card.url}",
            description=". ".join(filter(None, (when, card.place, card.line.text))),
            unique_id=f"{settings.PUBLIC_URL}{card.url}#{card.date.key}",
            unique_id_is_permalink=False,
        )
    content = feed.writeString("utf-8").encode()
    return _answer(request, HttpResponse(content, content_type="application/rss+xml; charset=utf-8"), changed_at)


class News(Rss201rev2Feed):
    """Django's own says "now" where no item has a day of publication: the same news would be new every second."""

    def latest_post_date(self) -> datetime:
        return self.feed["changed_at"] or LONG_AGO


def _last_change(events: Iterable[int]) -> datetime | None:
    """By their keys; None where there are no events."""
    changes = CalendarEdition.objects.filter(event__in=list(events))
    return changes.order_by("-changed_at").values_list("changed_at", flat=True).first()


def _file(request: HttpRequest, content: bytes, changed_at: datetime | None, name: str) -> HttpResponse:
    response = HttpResponse(content, content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return _answer(request, response, changed_at)


def _answer(request: HttpRequest, response: HttpResponse, changed_at: datetime | None) -> HttpResponse:
    """Without what the reader has already."""
    etag = quote_etag(sha256(response.content).hexdigest()[:32])
    response["ETag"] = etag
    if changed_at:
        response["Last-Modified"] = http_date(changed_at.timestamp())
    patch_cache_control(response, public=True, max_age=int(FRESH_FOR.total_seconds()))
    return get_conditional_response(request, etag=etag, last_modified=None, response=response) or response
