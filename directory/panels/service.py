"""The form of a service, in the order in which an editor thinks about it."""

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from directory.models import Program
from directory.models.services import Delivery, Group
from directory.panels.contact_forms import CostForm
from directory.panels.listing_form import ListingForm
from directory.panels.rows import Rows
from directory.panels.school_form import schools_served
from directory.panels.shared import (
    Tabs,
    confirmation,
    contacts,
    group,
    languages,
    links,
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
from schools.topics.models import tag_panels


class ServiceForm(ListingForm):
    groups = forms.MultipleChoiceField(
        label=_("Especially for"),
        choices=Group.choices,
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text=_("Tick only those the help was made for. With nothing ticked it is for everybody."),
    )
    delivery = forms.MultipleChoiceField(
        label=_("How help is given"),
        choices=Delivery.choices,
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text=_("Tick all that apply."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "program" in self.fields:
            organization = self.data.get("organization") or self.instance.organization_id
            programs = Program.objects.filter(organization=organization) if organization else Program.objects.none()
            self.fields["program"].queryset = programs

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        youngest, oldest = cleaned.get("minimum_age"), cleaned.get("maximum_age")
        if youngest is not None and oldest is not None and oldest < youngest:
            self.add_error("maximum_age", gettext("“To age” is below “from age”."))
        return cleaned

    def problems_before_publishing(self) -> list[str]:
        problems = super().problems_before_publishing()
        if not self.rows_left("attributes"):
            problems.append(gettext("Choose at least one need this service answers, or nobody will find it."))
        return problems


def places() -> Rows:
    return Rows(
        "service_at_locations",
        [FieldPanel("location"), FieldPanel("description"), schedules(), schedule_exceptions(), phones()],
        heading=_("Places where it is given"),
        label=_("place"),
        help_text=_(
            "Give hours and phones here only where they differ from those of the service: what stands here comes first."
        ),
    )


def papers() -> Rows:
    return Rows("required_documents", [row("document", "uri")], heading=_("Papers asked for"), label=_("paper"))


def prices() -> Rows:
    panels = [row("option", "amount_description"), row("amount", "currency"), row("valid_from", "valid_to")]
    return Rows("cost_options", panels, row_form=CostForm, heading=_("Prices"), label=_("price"))


def areas() -> Rows:
    panels = [row("name", "description"), rare(_("Fine print of this area"), row("extent", "extent_type", "uri"))]
    return Rows("service_areas", panels, heading=_("Areas served"), label=_("area"))


def free_places() -> Rows:
    panels = [row("unit", "available", "maximum"), row("updated", "description")]
    return Rows("capacities", panels, heading=_("Free places"), label=_("kind of place"))


def files() -> Rows:
    heading = _("Forms and flyers in two languages")
    return Rows("files", [FieldPanel("paper")], heading=heading, label=_("form or flyer"))


service_tabs = Tabs(
    [
        tab(
            _("What it is"),
            group(_("Whose"), "organization", "program"),
            group(_("Name"), row("name", "alternate_name"), "summary", "description"),
            needs(),
            group(_("State"), row("status", "closed_until"), row("alert", "alert_until")),
        ),
        tab(
            _("Who it is for"),
            group(_("Who can get it"), "eligibility_description", row("minimum_age", "maximum_age"), "groups"),
            group(_("What it costs"), row("cost", "fees_description")),
            prices(),
            group(_("Papers"), "papers"),
            papers(),
            files(),
            languages(),
            group(_("Interpreters"), "interpretation_services"),
            areas(),
            schools_served(),
        ),
        tab(
            _("Where and when"),
            "delivery",
            schedules(),
            schedule_exceptions(),
            places(),
            free_places(),
        ),
        tab(
            _("Contact"),
            "application_process",
            phones(with_languages=True),
            row("email", "url"),
            contacts(),
            links("additional_urls"),
        ),
        tab(
            _("Fine print"),
            confirmation(),
            group(_("On the site"), "slug", "do_not_list"),
            group(_("What it stands for"), *tag_panels(), collapsed=True),
            group(_("Seals and licences"), "accreditations", "licenses"),
            group(_("From imports"), "wait_time", "fees", collapsed=True),
            Rows("funding", [FieldPanel("source")], heading=_("Funding"), label=_("source")),
            words_of_rows(),
            publishing(),
        ),
    ],
    base_form_class=ServiceForm,
)
