"""The dates somebody looks after: those of two weeks ago until those to come, with what is taken."""

from datetime import timedelta
from typing import Any

from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from core.locales import source_language
from core.pagination import paginate
from events.attending.rights import at_the_event_desk, occurrences_for
from events.models import EventPage
from events.public.dates import shown_date
from events.signups.models import HOLDING, ShiftDate, State

STILL_SHOWN = timedelta(days=14)
PER_PAGE = 30


@at_the_event_desk
@require_safe
def dates(request: HttpRequest) -> HttpResponse:
    now = timezone.now()
    since = now - STILL_SHOWN if "past" in request.GET else now
    rows = occurrences_for(request.user).filter(shift_dates__isnull=False).coming(since).distinct()
    page = paginate(request, rows.select_related("event__locale"), PER_PAGE)
    context = {"pages": page, "dates": _shown(list(page.items)), "past": "past" in request.GET}
    return render(request, "events/desk/dates.html", context)


def _shown(rows: list[Any]) -> list[dict[str, Any]]:
    language, now = get_language() or source_language(), timezone.now()
    counts = _counts(rows)
    titles = _titles(rows, language)
    return [
        {
            "pk": row.pk,
            "title": titles.get(row.event.translation_key, row.event.title),
            "date": shown_date(row.event, row, language, now),
            "shifts": counts.get(row.pk, []),
        }
        for row in rows
    ]


def _titles(rows: list[Any], language: str) -> dict[Any, str]:
    keys = [row.event.translation_key for row in rows]
    pages = EventPage.objects.filter(translation_key__in=keys, locale__language_code=language)
    return dict(pages.values_list("translation_key", "title"))


def _counts(rows: list[Any]) -> dict[int, list[ShiftDate]]:
    """The shifts of each date, with how many wait and how many are not settled yet."""
    shifts = ShiftDate.objects.filter(occurrence__in=rows).annotate(
        waiting=Count("sign_ups", filter=Q(sign_ups__state=State.WAITING)),
        unsettled=Count("sign_ups", filter=Q(sign_ups__state__in=set(HOLDING) - {State.CONFIRMED})),
    )
    found: dict[int, list[ShiftDate]] = {}
    for shift in shifts.order_by("starts_at", "pk"):
        found.setdefault(shift.occurrence_id, []).append(shift)
    return found
