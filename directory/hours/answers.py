"""The answer to "Is it open now?"."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

from core.clock import ONE_DAY
from directory.hours.days import exceptions_in_force, is_readable
from directory.hours.merging import Span
from directory.hours.rules import DateException, Rule
from directory.hours.spans import moment, spans

LOOKS_AHEAD = timedelta(days=60)  # Somebody who waits longer than two months should call.
LOOKS_FIRST = timedelta(days=8)  # Nearly always enough, and a page of results asks for twenty answers.

State = Literal["open", "closed", "appointment", "unknown"]


@dataclass(frozen=True, kw_only=True)
class Opening:
    """`until` is None when no closing is in sight, `opens` when no opening is.

    `whole_day` is true when it is open today from midnight to midnight. `reason` belongs to today's exception.
    """

    state: State
    until: datetime | None = None
    opens: datetime | None = None
    whole_day: bool = False
    reason: object = ""


def answer(rules: Iterable[Rule], exceptions: Iterable[DateException], now: datetime, tz: ZoneInfo) -> Opening:
    rules, exceptions, now = list(rules), list(exceptions), now.astimezone(UTC)
    today = now.astimezone(tz).date()
    special = exceptions_in_force(exceptions, today)
    if not any(map(is_readable, rules)):
        if not special:
            return Opening(state="unknown")
        # Without regular hours, an exception of today says nothing about tomorrow.
        exceptions = [replace(exception, starts_on=today, ends_on=None) for exception in special]

    coming = _coming(rules, exceptions, now, tz)
    opening = _from_spans(coming, now, today + LOOKS_AHEAD)
    return replace(
        opening,
        whole_day=opening.state == "open" and _fills(coming, today, tz),
        reason=next((exception.reason for exception in special if exception.reason), ""),
    )


def _coming(rules: list[Rule], exceptions: list[DateException], now: datetime, tz: ZoneInfo) -> list[Span]:
    """Spans that are not over, from yesterday's night on; far ones only where near ones leave the answer open."""
    today = now.astimezone(tz).date()
    coming: list[Span] = []
    for ahead in (LOOKS_FIRST, LOOKS_AHEAD):
        around = spans(rules, exceptions, today - ONE_DAY, today + ahead, tz)
        coming = [span for span in around if span.closes.astimezone(UTC) > now]
        if any(not span.by_appointment and span.closes.date() <= today + ahead for span in coming):
            break
    return coming


def _from_spans(coming: list[Span], now: datetime, horizon: date) -> Opening:
    walk_in = next((span for span in coming if not span.by_appointment), None)
    if walk_in and _has_begun(walk_in, now):
        return Opening(state="open", until=walk_in.closes if walk_in.closes.date() <= horizon else None)
    return Opening(state=_state_while_closed(coming, now), opens=walk_in.opens if walk_in else None)


def _state_while_closed(coming: list[Span], now: datetime) -> State:
    """An agency that only works by appointment is never simply closed: one may always call."""
    if not coming:
        return "closed"
    by_appointment_now = _has_begun(coming[0], now)
    only_by_appointment = all(span.by_appointment for span in coming)
    return "appointment" if by_appointment_now or only_by_appointment else "closed"


def _has_begun(span: Span, now: datetime) -> bool:
    return span.opens.astimezone(UTC) <= now


def _fills(coming: list[Span], day: date, tz: ZoneInfo) -> bool:
    first, last = (moment(datetime.combine(each, time.min), tz) for each in (day, day + ONE_DAY))
    return any(
        span.opens.astimezone(UTC) <= first and last <= span.closes.astimezone(UTC)
        for span in coming
        if not span.by_appointment
    )
