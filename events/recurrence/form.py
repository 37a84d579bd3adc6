"""The field in which an organiser says how something repeats; stored as a rule (RFC 5545) in one column."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminDateInput

from directory.models.hours import WeekStart
from events.recurrence.answers import MOST_INTERVAL, WEEKS, Answers, Ends, Repeats, answers_of, rule_of
from events.recurrence.parts import WEEKDAYS
from events.recurrence.rules import MOST_DATES, spelled

# The name of each input in the template, in the order of their numbers, and its label.
INPUTS = {
    "repeats": _("How often"),
    "interval": _("How many days, weeks, months or years from one to the next"),
    "days": _("On which days of the week"),
    "weeks": _("Which ones of the month"),
    "ends": _("Ends"),
    "until": _("Last day"),
    "count": _("How many times altogether"),
    "own": _("Rule of its own"),
}
DAYS = list(zip(WEEKDAYS, [label for _code, label in WeekStart.choices], strict=True))


class RecurrenceWidget(forms.MultiWidget):
    """Everything is visible and asked without scripts; with them, what does not apply is hidden and dates are shown."""

    template_name = "events/widgets/recurrence.html"

    class Media:
        js = ["home/js/recurrence.js"]
        css = {"all": ["home/css/recurrence.css"]}

    def __init__(self, attrs: dict[str, Any] | None = None):
        widgets = [
            forms.Select(choices=Repeats.choices),
            forms.NumberInput({"min": 1, "max": MOST_INTERVAL}),
            forms.CheckboxSelectMultiple(choices=DAYS),
            forms.CheckboxSelectMultiple(choices=WEEKS),
            forms.Select(choices=Ends.choices),
            AdminDateInput(),
            forms.NumberInput({"min": 1, "max": MOST_DATES}),
            forms.TextInput({"spellcheck": "false", "autocapitalize": "characters"}),
        ]
        super().__init__(widgets, attrs)

    def decompress(self, value: str | None) -> list[Any]:
        said = answers_of(value or "")
        days, weeks = [WEEKDAYS[day] for day in said.days], [str(week) for week in said.weeks]
        return [said.repeats, said.interval, days, weeks, said.ends, said.until, said.count, said.own]

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        for (key, label), widget in zip(INPUTS.items(), context["widget"]["subwidgets"], strict=True):
            widget["label"] = label
            widget["attrs"].pop("aria-describedby", None)  # The help is the whole field's: said once is enough.
            context["widget"][key] = widget
        context["widget"]["preview_url"] = reverse("events_recurrence_preview")
        return context

    def id_for_label(self, id_: str) -> str:
        return f"{id_}_0" if id_ else id_


class RecurrenceFormField(forms.MultiValueField):
    """Gives a rule in its one spelling. Whether it suits the first day is asked where both are known."""

    widget = RecurrenceWidget

    def __init__(self, *, required: bool = False, **kwargs: Any):
        fields = [
            forms.ChoiceField(choices=Repeats.choices),
            forms.IntegerField(min_value=1, max_value=MOST_INTERVAL),
            forms.MultipleChoiceField(choices=DAYS),
            forms.MultipleChoiceField(choices=WEEKS),
            forms.ChoiceField(choices=Ends.choices),
            forms.DateField(),
            forms.IntegerField(min_value=1, max_value=MOST_DATES),
            forms.CharField(max_length=300),
        ]
        for field in fields:
            field.required = False
        super().__init__(fields, required=required, require_all_fields=False, **kwargs)

    def compress(self, data_list: list[Any]) -> str:
        if not data_list:
            return ""
        repeats, interval, days, weeks, ends, until, count, own = data_list
        answers = Answers(
            repeats=repeats,
            interval=interval or 1,
            days=tuple(WEEKDAYS.index(day) for day in days or []),
            weeks=tuple(int(week) for week in weeks or []),
            ends=ends,
            until=until,
            count=count,
            own=own,
        )
        _complete(answers)
        return spelled(rule_of(answers))

    def has_changed(self, initial: str | None, data: Any) -> bool:
        try:
            return self.clean(data) != (initial or "")
        except ValidationError:
            return True


def _complete(answers: Answers) -> None:
    if answers.repeats == Repeats.OWN and not answers.own:
        raise ValidationError(gettext("Write the rule, or choose how it repeats from the list."))
    if answers.repeats == Repeats.ON_THE_WEEKDAY and not (answers.days and answers.weeks):
        raise ValidationError(gettext("Tick a day of the week and which one of the month it is."))
    if answers.repeats in (Repeats.NEVER, Repeats.OWN):
        return
    if answers.ends == Ends.ON and answers.until is None:
        raise ValidationError(gettext("Say on which day it takes place for the last time."))
    if answers.ends == Ends.AFTER and answers.count is None:
        raise ValidationError(gettext("Say how many times it takes place."))


class RecurrenceField(models.CharField):
    def deconstruct(self) -> Any:
        name, _path, args, kwargs = super().deconstruct()
        return name, "django.db.models.CharField", args, kwargs

    def formfield(self, **kwargs: Any) -> forms.Field:
        return RecurrenceFormField(
            label=capfirst(self.verbose_name),
            help_text=self.help_text,
            **{name: kwargs[name] for name in ("initial", "disabled") if name in kwargs},
        )
