from typing import Any

from django.forms import Select
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from directory.models.locations import LocationType
from directory.panels.contact_forms import AddressForm
from directory.panels.listing_form import ListingForm
from directory.panels.rows import Rows
from directory.panels.school_form import only_facts
from directory.panels.shared import (
    Tabs,
    contacts,
    group,
    languages,
    needs,
    phones,
    publishing,
    rare,
    row,
    schedule_exceptions,
    schedules,
    tab,
    words_of_rows,
)


class LocationForm(ListingForm):
    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        only_facts(self, "school")

    def problems_before_publishing(self) -> list[str]:
        problems = super().problems_before_publishing()
        is_place = self.cleaned_data.get("location_type") == LocationType.PHYSICAL
        if is_place and not self.rows_left("addresses"):
            problems.append(
                gettext("A place one can go to needs an address. If it is private, tick “private address”.")
            )
        return problems


addresses = Rows(
    "addresses",
    [
        row("address_1", "address_2"),
        row("city", "state_province", "postal_code"),
        rare(_("Fine print of this address"), row("attention", "region", "country", "address_type")),
    ],
    row_form=AddressForm,
    heading=_("Address"),
    label=_("address"),
)
accessibility = Rows(
    "accessibility",
    [row("description", "details"), FieldPanel("url")],
    heading=_("Accessibility"),
    label=_("accessibility"),
)

location_tabs = Tabs(
    [
        tab(
            _("What it is"),
            group(_("Name"), row("name", "alternate_name"), "description"),
            row("organization", "location_type"),
            FieldPanel("school", widget=Select),
        ),
        tab(
            _("Where and when"),
            "address_private",
            addresses,
            "transportation",
            row("latitude", "longitude"),
            schedules(),
            schedule_exceptions(),
            accessibility,
        ),
        tab(_("Contact"), phones(), "url", contacts(), languages()),
        tab(
            _("Fine print"),
            group(_("On the site"), "slug", "do_not_list"),
            group(_("In other registers"), row("external_identifier", "external_identifier_type")),
            needs(heading=_("What this place offers")),
            words_of_rows(),
            publishing(),
        ),
    ],
    base_form_class=LocationForm,
)
