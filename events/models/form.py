"""What the form of an event asks in its own way."""

from typing import Any
from zoneinfo import available_timezones

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from core.languages import facts_of
from core.panels import FactsPageForm
from core.spoken import spoken_choices
from events.models.kinds import FourC
from schools.models import SchoolPage


def zone_choices() -> list[tuple[str, str]]:
    """The district's own first."""
    own = settings.TIME_ZONE
    rest = sorted(zone for zone in available_timezones() if zone.startswith(("America/", "Pacific/")) and zone != own)
    return [(zone, zone.replace("_", " ")) for zone in (own, *rest)]


class EventPageForm(FactsPageForm):
    time_zone = forms.ChoiceField(
        label=_("Time zone"), choices=zone_choices, help_text=_("The times above are those of the clocks there.")
    )
    school = forms.ModelChoiceField(label=_("At a school"), queryset=SchoolPage.objects.none(), required=False)
    languages = forms.MultipleChoiceField(
        label=_("Languages it is held in"),
        choices=spoken_choices,
        required=False,
        widget=forms.SelectMultiple({"size": 6}),
    )
    interpreters = forms.MultipleChoiceField(
        label=_("Interpreters for"), choices=spoken_choices, required=False, widget=forms.SelectMultiple({"size": 6})
    )
    builds = forms.MultipleChoiceField(
        label=_("What it builds (the four Cs)"),
        choices=FourC.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        if "school" in self.fields:
            self.fields["school"].queryset = SchoolPage.objects.facts().order_by("title")
        kept = self.instance.time_zone
        if "time_zone" in self.fields and kept and kept not in dict(zone_choices()):
            self.fields["time_zone"].choices = [*zone_choices(), (kept, kept)]

    def clean_location(self) -> Any:
        """A chooser offers the rows of every language; what an event points at is the one that owns the facts."""
        chosen = self.cleaned_data["location"]
        return facts_of(chosen) if chosen else None

    def clean_organization(self) -> Any:
        chosen = self.cleaned_data["organization"]
        return facts_of(chosen) if chosen else None
