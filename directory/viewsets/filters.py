"""How the office narrows its lists: by need, by state, by words, by when a listing was last confirmed."""

from datetime import timedelta
from typing import Any

import django_filters
from django import forms
from django.conf import settings
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.widgets import AdminDateInput

from core.locales import target_languages
from core.models.words import WordsState
from directory.models import Location, Organization, Service, TaxonomyTerm
from directory.models.services import ServiceStatus
from directory.querysets import without_confirmation_since
from directory.viewsets.columns import language_name, state_name

LIVE, CHANGED, DRAFT = "live", "changed", "draft"
STATES = {
    LIVE: Q(live=True),
    CHANGED: Q(live=True, has_unpublished_changes=True),
    DRAFT: Q(live=False),
}
STATE_CHOICES = [
    (LIVE, _("on the site")),
    (CHANGED, _("on the site, with a newer draft")),
    (DRAFT, _("not on the site")),
]
NEVER = "never"


def confirmation_choices() -> list[tuple[str, Any]]:
    days = (settings.LISTING_AGES_AFTER_DAYS, settings.LISTING_GOES_STALE_AFTER_DAYS)
    ages = [(str(n), format_lazy(_("not in the last {days} days"), days=n)) for n in days]
    return [(NEVER, _("never")), *ages]


def not_confirmed(listings: QuerySet, _name: str, value: str) -> QuerySet:
    if value == NEVER:
        return listings.filter(assured_date=None)
    return listings.filter(without_confirmation_since(timezone.localdate() - timedelta(days=int(value))))


def not_confirmed_since(listings: QuerySet, _name: str, day: Any) -> QuerySet:
    return listings.filter(without_confirmation_since(day))


def answering(listings: QuerySet, _name: str, term: TaxonomyTerm) -> QuerySet:
    below = TaxonomyTerm.objects.and_below(term)
    return listings.filter(attributes__taxonomy_term_id__in=below).distinct()


class TermChoiceField(django_filters.fields.ModelChoiceField):
    def label_from_instance(self, term: TaxonomyTerm) -> str:
        return f"{'– ' * term.code.count('-')}{term.name}" if term.code else term.name


class TermFilter(django_filters.ModelChoiceFilter):
    field_class = TermChoiceField


class FactsFilterSet(WagtailFilterSet):
    """Filters of every list of facts rows; languages are a column there, never rows of their own."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for language in target_languages():
            self.filters[state_name(language)] = django_filters.MultipleChoiceFilter(
                field_name=state_name(language),
                label=format_lazy(_("Words in {language}"), language=language_name(language)),
                choices=WordsState.choices,
                widget=forms.CheckboxSelectMultiple,
                method=_in_states,
            )
            self.filters[state_name(language)].parent = self
            self.filters[state_name(language)].model = self._meta.model

    def _add_locale_filter(self) -> None:
        pass


def _in_states(listings: QuerySet, name: str, states: list[str]) -> QuerySet:
    if not states:
        return listings
    # A listing without a translation row has no state at all.
    wanted = [*states, ""] if WordsState.MISSING in states else states
    return listings.filter(**{f"{name}__in": wanted})


class ListingFilterSet(FactsFilterSet):
    state = django_filters.ChoiceFilter(
        label=_("State"),
        choices=STATE_CHOICES,
        method=lambda listings, _name, value: listings.filter(STATES[value]),
        widget=forms.RadioSelect,
        empty_label=_("All"),
    )


class ConfirmedFilterSet(ListingFilterSet):
    confirmed = django_filters.ChoiceFilter(
        label=_("Confirmed"),
        choices=confirmation_choices,
        method=not_confirmed,
        widget=forms.RadioSelect,
        empty_label=_("All"),
    )
    confirmed_before = django_filters.DateFilter(
        label=_("Not confirmed since"), method=not_confirmed_since, widget=AdminDateInput
    )


class OrganizationFilterSet(ConfirmedFilterSet):
    class Meta:
        model = Organization
        fields: list[str] = []


class ServiceFilterSet(ConfirmedFilterSet):
    need = TermFilter(
        label=_("Need"), queryset=lambda _request: TaxonomyTerm.objects.facts().order_by("code"), method=answering
    )
    status = django_filters.MultipleChoiceFilter(
        label=_("Status"), choices=ServiceStatus.choices, widget=forms.CheckboxSelectMultiple
    )

    class Meta:
        model = Service
        fields: list[str] = []


class LocationFilterSet(ListingFilterSet):
    class Meta:
        model = Location
        fields = ["address_private"]


class TermFilterSet(FactsFilterSet):
    class Meta:
        model = TaxonomyTerm
        fields = ["taxonomy"]
