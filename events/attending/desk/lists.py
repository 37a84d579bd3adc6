"""The coming dates with their shifts, and lately those that are just over."""

from dataclasses import dataclass
from datetime import timedelta
from itertools import groupby
from typing import Any

from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from core.locales import source_language
from core.pagination import paginate
from events.attending.rights import at_the_event_desk, may_record_checks, shift_dates_for
from events.models import Occurrence
from events.signups.models import ShiftDate, State
from events.signups.shown import ShownShift, shown_shifts

PER_PAGE = 30
JUST_OVER = timedelta(days=14)  # Hours are still put right.
PENDING = (State.PENDING, State.CONSENT, State.OFFERED)


@dataclass(frozen=True)
class Counted:
    row: ShiftDate
    shift: ShownShift
    waiting: int
    pending: int


def reader() -> str:
    return get_language() or source_language()


def counted(rows: Any) -> list[Counted]:
    """Each shift with how many hold a place, wait for one, and wait for something else."""
    found = list(
        rows.annotate(
            waiting=Count("sign_ups", filter=Q(sign_ups__state=State.WAITING)),
            pending=Count("sign_ups", filter=Q(sign_ups__state__in=PENDING)),
        ).order_by("starts_at", "pk")
    )
    shown = shown_shifts(found, reader())
    return [Counted(row, shift, row.waiting, row.pending) for row, shift in zip(found, shown, strict=True)]


@at_the_event_desk
@require_safe
def event_desk(request: HttpRequest) -> HttpResponse:
    now, is_past = timezone.now(), bool(request.GET.get("past"))
    dates = Occurrence.objects.filter(shift_dates__in=shift_dates_for(request.user)).distinct()
    dates = dates.past(now).filter(starts_at__gt=now - JUST_OVER) if is_past else dates.coming(now)
    page = paginate(request, dates.values_list("pk", flat=True), PER_PAGE)
    order = {pk: place for place, pk in enumerate(page.items)}
    shifts = counted(shift_dates_for(request.user).filter(occurrence__in=order))
    shifts.sort(key=lambda each: (order[each.row.occurrence_id], each.row.starts_at))
    groups = [(pk, list(group)) for pk, group in groupby(shifts, key=lambda each: each.row.occurrence_id)]
    context = {"dates": groups, "pages": page, "is_past": is_past, "reads_report": may_record_checks(request.user)}
    return render(request, "events/attending/list.html", context)
