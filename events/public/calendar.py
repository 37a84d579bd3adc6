"""What the calendar of the district shows: a list first, a month or a week for who asks."""

from itertools import groupby
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _

from core.pagination import paginate
from core.spoken import spoken_choices
from events.models import EventIndexPage, EventPage, Kind, Price
from events.public.asked import PRESETS, VIEWS, Asked, asked_in
from events.public.finding import EventCard, cards_of, coming
from events.public.grids import grid_context
from schools.choosing import school_choices

PER_PAGE = 20
FEED = ("kind", "school")


def calendar_context(page: EventIndexPage, request: HttpRequest) -> dict[str, Any]:
    asked, language = asked_in(request.GET), page.locale.language_code
    shown = grid_context(asked, language) if asked.view else _list(asked, language, request)
    return {
        "asked": asked,
        "presets": [
            {"label": label, "url": asked.query(when=name, day=None, view=""), "current": _is_current(asked, name)}
            for name, label in PRESETS.items()
        ],
        "views": [
            {"label": label, "url": asked.query(view=name, when="", day=None), "current": asked.view == name}
            for name, label in VIEWS.items()
        ],
        "filters": _filters(asked, language),
        "without_filters": Asked(view=asked.view).query(),
        "feed": _feed(page, asked),
        "is_filtered": bool(asked.kind or asked.school or asked.language or asked.cost),
        **shown,
    }


def _list(asked: Asked, language: str, request: HttpRequest) -> dict[str, Any]:
    start, end = asked.span(timezone.localdate())
    found = paginate(request, coming(asked, start, end), PER_PAGE)
    cards = cards_of(found.items, language)
    days = [list(group) for _local, group in groupby(cards, key=lambda card: card.date.local_day)]
    return {
        "pages": found,
        "total": found.total,
        "days": [{"date": cards[0].date, "cards": cards} for cards in days],
        "next_after": _next_after(asked, language) if not found.total else None,
    }


def _next_after(asked: Asked, language: str) -> EventCard | None:
    """When nothing is on the days asked for: what comes first at all, whatever else was asked."""
    rows = coming(Asked(), timezone.localdate(), None).taking_place()[:1]
    return next(iter(cards_of(rows, language)), None)


def _is_current(asked: Asked, name: str) -> bool:
    return not asked.view and asked.day is None and asked.when == name


def _filters(asked: Asked, language: str) -> list[dict[str, Any]]:
    used = EventPage.objects.facts().live().values_list("languages", "interpreters")
    spoken = {code for held_in, interpreted in used for code in (*held_in, *interpreted)}
    languages = [(code, name) for code, name in spoken_choices() if code in spoken]
    return [
        {"name": "kind", "label": _("Kind of event"), "choices": Kind.choices, "value": asked.kind},
        {"name": "school", "label": _("School"), "choices": school_choices(language), "value": asked.school},
        {"name": "language", "label": _("Language"), "choices": languages, "value": asked.language},
        {"name": "cost", "label": _("Cost"), "choices": Price.choices, "value": asked.cost},
    ]


def _feed(page: EventIndexPage, asked: Asked) -> dict[str, str]:
    narrowed = Asked(**{name: getattr(asked, name) for name in FEED}).query()
    address = f"{settings.PUBLIC_URL}{page.url}feed/{narrowed if narrowed != '?' else ''}"
    parts = urlsplit(address)
    return {"url": address, "webcal": parts._replace(scheme="webcal").geturl()}
