"""What an organiser has typed so far, in words and as the coming dates."""

from dataclasses import dataclass
from zoneinfo import ZoneInfo, available_timezones

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext, pgettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from core.clock import day_and_year_in_words, hours_in_words, time_in_words
from events.recurrence.dates import next_happenings
from events.recurrence.form import RecurrenceFormField
from events.recurrence.remarks import remarks
from events.recurrence.rules import checked_rule
from events.recurrence.series import Change, ChangeKind, Happening, Series
from events.recurrence.wording import in_words

SHOWN = 10


class SeriesForm(forms.Form):
    """Those inputs of an event's form that say when it takes place."""

    first_day = forms.DateField(error_messages={"required": _("Give the first day to see the dates.")})
    begins = forms.TimeField(required=False)
    ends = forms.TimeField(required=False)
    days = forms.IntegerField(min_value=1, max_value=366, required=False)
    time_zone = forms.ChoiceField(
        choices=lambda: [(zone, zone) for zone in sorted(available_timezones())], required=False
    )
    rule = RecurrenceFormField()

    def clean(self) -> dict[str, object]:
        cleaned = super().clean() or {}
        if cleaned.get("first_day") and cleaned.get("rule"):
            try:
                cleaned["rule"] = checked_rule(cleaned["rule"], cleaned["first_day"])
            except ValidationError as error:
                self.add_error("rule", error)
        return cleaned

    def series(self, changes: tuple[Change, ...]) -> Series:
        said = self.cleaned_data
        return Series(
            first_day=said["first_day"],
            zone=ZoneInfo(said["time_zone"] or settings.TIME_ZONE),
            begins=said["begins"],
            ends=said["ends"] if said["begins"] else None,
            days=said["days"] or 1,
            rule=said["rule"],
            changes=changes,
        )


class ChangeForm(forms.Form):
    day = forms.DateField()
    kind = forms.ChoiceField(choices=ChangeKind.choices)
    new_day = forms.DateField(required=False)
    begins = forms.TimeField(required=False)
    ends = forms.TimeField(required=False)
    DELETE = forms.BooleanField(required=False)


@dataclass(frozen=True, kw_only=True)
class Row:
    words: str
    note: str
    is_cancelled: bool


@require_POST
def preview(request: HttpRequest) -> HttpResponse:
    """A piece of HTML; nothing is stored."""
    form = SeriesForm(request.POST)
    if not form.is_valid():
        problems = list(dict.fromkeys(message for messages in form.errors.values() for message in messages))
        return render(request, "events/recurrence_preview.html", {"problems": problems})
    series = form.series(changes_in(request.POST))
    coming = next_happenings(series, timezone.localdate(timezone=series.zone), SHOWN)
    answer = {
        "words": in_words(series),
        "rows": [_row(happening, series.zone) for happening in coming],
        "remarks": remarks(series),
    }
    return render(request, "events/recurrence_preview.html", answer)


def changes_in(data: QueryDict) -> tuple[Change, ...]:
    """Rows that are finished; one that is still being typed is waited for."""
    total = data.get("changed_dates-TOTAL_FORMS", "")
    forms_ = [ChangeForm(data, prefix=f"changed_dates-{number}") for number in range(min(_number(total), 500))]
    rows = [form.cleaned_data for form in forms_ if form.is_valid() and not form.cleaned_data["DELETE"]]
    names = ("day", "kind", "new_day", "begins", "ends")
    return tuple(Change(**{name: row[name] for name in names}) for row in rows)


def _number(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) < 5 else 0


def _row(happening: Happening, zone: ZoneInfo) -> Row:
    return Row(words=_words(happening, zone), note=_note(happening), is_cancelled=happening.is_cancelled)


def _words(happening: Happening, zone: ZoneInfo) -> str:
    begins = happening.starts_at.astimezone(zone)
    day = day_and_year_in_words(begins.date())
    if happening.is_all_day:
        return day
    ends = happening.ends_at and happening.ends_at.astimezone(zone)
    hours = hours_in_words(begins.time(), ends.time()) if ends else time_in_words(begins.time())
    return pgettext("opening hours", "%(days)s, %(hours)s") % {"days": day, "hours": hours}


def _note(happening: Happening) -> str:
    if happening.is_cancelled:
        return gettext("cancelled")
    if happening.is_moved:
        return gettext("instead of %(day)s") % {"day": day_and_year_in_words(happening.day)}
    return gettext("one date more") if happening.is_extra else ""
