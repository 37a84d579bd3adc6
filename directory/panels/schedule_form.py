"""Opening hours as people say them: which days, how often, from when to when. The RFC 5545 fields follow from that."""

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.models import WagtailAdminModelForm

from directory.models.hours import Frequency, WeekStart

WEEKLY, FORTNIGHTLY, OTHER = "weekly", "fortnightly", "other"
RHYTHMS = [
    (WEEKLY, _("every week")),
    (FORTNIGHTLY, _("every second week")),
    ("1", _("the first of the month")),
    ("2", _("the second of the month")),
    ("3", _("the third of the month")),
    ("4", _("the fourth of the month")),
    ("-1", _("the last of the month")),
    (OTHER, _("as the rules in the fine print say")),
]
RARE = ("bymonthday", "byyearday", "byweekno", "count", "until")


def asked_of(row: Any) -> tuple[list[str], str]:
    """Days and rhythm that say the same as the row's rule; `OTHER` when no simple answer does."""
    tokens = [token.strip() for token in row.byday.split(",") if token.strip()]
    ordinals = {token[:-2].lstrip("+") for token in tokens}
    days = [token[-2:] for token in tokens]
    if any(getattr(row, name) for name in RARE) or not set(days) <= set(WeekStart.values):
        return [], OTHER
    if row.freq != Frequency.MONTHLY and ordinals <= {""} and row.interval in (None, 1, 2):
        return days, FORTNIGHTLY if row.interval == 2 else WEEKLY
    ordinal = ordinals.pop() if len(ordinals) == 1 else ""
    if row.freq == Frequency.MONTHLY and ordinal in dict(RHYTHMS) and row.interval in (None, 1):
        return days, ordinal
    return [], OTHER


def rule_of(days: list[str], rhythm: str) -> dict[str, Any]:
    """The fields of the row for an answer other than `OTHER`."""
    if rhythm in (WEEKLY, FORTNIGHTLY):
        interval = 2 if rhythm == FORTNIGHTLY else None
        return {"freq": Frequency.WEEKLY if days else "", "byday": ",".join(days), "interval": interval}
    return {"freq": Frequency.MONTHLY, "byday": ",".join(f"{rhythm}{day}" for day in days), "interval": None}


class ScheduleForm(WagtailAdminModelForm):
    days = forms.MultipleChoiceField(
        label=_("Days"),
        choices=WeekStart.choices,
        widget=forms.CheckboxSelectMultiple(attrs={"class": "directory-days"}),
        required=False,
        help_text=_("Tick every day with these same hours. Other hours? Add another row."),
    )
    rhythm = forms.ChoiceField(
        label=_("How often"),
        choices=RHYTHMS,
        required=False,
        help_text=_("“The second of the month”: second Saturday …"),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["days"], self.initial["rhythm"] = asked_of(self.instance)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        rhythm = cleaned.get("rhythm") or WEEKLY
        if rhythm != OTHER:
            cleaned.update(rule_of(cleaned.get("days", []), rhythm))
        if self.has_changed():  # What an import left incomplete must not stop other corrections.
            self._times_come_in_pairs()
            if not self.is_deferred_validation:
                self._says_when(rhythm)
        return cleaned

    def _times_come_in_pairs(self) -> None:
        pair_of_times(self)
        first, last = self.cleaned_data.get("valid_from"), self.cleaned_data.get("valid_to")
        if first and last and last < first:
            self.add_error("valid_to", gettext("This day is before “valid from”."))

    def _says_when(self, rhythm: str) -> None:
        data = self.cleaned_data
        if data.get("DELETE"):
            return
        if data.get("opens_at") and rhythm != OTHER and not data.get("days") and not data.get("dtstart"):
            self.add_error("days", gettext("On which days? Tick at least one."))
        if rhythm == FORTNIGHTLY and not data.get("dtstart"):
            self.add_error("dtstart", gettext("For “every second week”, give one date on which it takes place."))


class ScheduleExceptionForm(WagtailAdminModelForm):
    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        first, last = cleaned.get("starts_on"), cleaned.get("ends_on")
        if first and last and last < first:
            self.add_error("ends_on", gettext("The last day is before the first day."))
        pair_of_times(self)
        if not cleaned.get("closed") and not cleaned.get("opens_at") and not self.errors:
            self.add_error("opens_at", gettext("Open at other hours? Give them, or tick “closed”."))
        return cleaned


def pair_of_times(form: forms.ModelForm) -> None:
    opens, closes = form.cleaned_data.get("opens_at"), form.cleaned_data.get("closes_at")
    if opens is not None and closes is None and "closes_at" not in form.errors:
        form.add_error("closes_at", gettext("When does it close? Give both times or neither."))
    if closes is not None and opens is None and "opens_at" not in form.errors:
        form.add_error("opens_at", gettext("When does it open? Give both times or neither."))
