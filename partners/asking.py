"""The routine: an organization is asked whether its listings are still true, again after three weeks, then called."""

from datetime import date, timedelta
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from directory.confirm import confirm
from partners.due import Due, all_due
from partners.emails import ask_whether_true
from partners.models import Asked, AskingDay, Call

KEPT = timedelta(days=30)


def ask_all() -> None:
    """A step of `tick`: nothing to do after the first time in a day."""
    today = timezone.localdate()
    if AskingDay.objects.filter(day=today).exists():
        return
    due = {each.organization.pk: each for each in all_due(today)}
    for round_ in Asked.objects.filter(ended_on=None).exclude(organization__in=due):
        Asked.objects.filter(pk=round_.pk).update(ended_on=today)
    for each in due.values():
        with transaction.atomic():
            _ask(each, today)
    AskingDay.objects.get_or_create(day=today)
    AskingDay.objects.filter(day__lt=today - KEPT).delete()


def _ask(due: Due, today: date) -> None:
    round_, _first = Asked.objects.select_for_update().get_or_create(
        organization=due.organization, ended_on=None, defaults={"began_on": today}
    )
    wanted = sum(round_.began_on + timedelta(days=days) <= today for days in settings.LISTING_ASK_DAYS)
    if round_.letters < wanted:
        round_.letters = wanted
        reached = ask_whether_true(due, round_)
        if not reached or wanted == len(settings.LISTING_ASK_DAYS):
            round_.call_on = round_.call_on or _call_day(round_, reached=reached)
        round_.save(update_fields=["letters", "call_on"])


def _call_day(round_: Asked, *, reached: bool) -> date:
    """Whom no letter reaches is called at once, the others some days after the last letter."""
    last = timedelta(days=settings.LISTING_ASK_DAYS[-1] + settings.LISTING_CALL_AFTER_DAYS)
    return round_.began_on + last if reached else round_.began_on


def to_call(on: date) -> Any:
    """Whom nobody could reach by mail, or who has not answered; who waits longest first."""
    return Asked.objects.filter(ended_on=None, call_on__lte=on).select_related("organization").order_by("call_on", "pk")


@transaction.atomic
def write_down(round_: Asked, outcome: str, note: str, *, by: Any) -> Call:
    """A call that confirmed everything confirms everything; who is to be called again has some days."""
    call = Call.objects.create(asked=round_, outcome=outcome, note=note, by=by)
    today = timezone.localdate()
    if outcome == Call.Outcome.CONFIRMED:
        due = next((each for each in all_due(today) if each.organization.pk == round_.organization_id), None)
        confirm(due.listings if due else [], by=by)
        round_.ended_on = today
    elif outcome == Call.Outcome.CHANGED:
        round_.ended_on = today
    else:
        round_.call_on = today + timedelta(days=settings.LISTING_CALL_AGAIN_DAYS)
    round_.save(update_fields=["ended_on", "call_on"])
    return call
