"""Rows that organizations, services, places and locations have in common, drawn once."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    MultiFieldPanel,
    ObjectList,
    PublishingPanel,
    TabbedInterface,
)

from directory.panels.contact_forms import LanguageForm, PhoneForm
from directory.panels.rows import AskedPanel, RarePanel, Rows
from directory.panels.schedule_form import ScheduleExceptionForm, ScheduleForm

NEEDS = _("Needs it answers")


class Tabs(TabbedInterface):
    """The tabs of a listing. The prose of child rows has its tab, so that translators see it, but is no form field."""

    def get_form_options(self) -> dict[str, Any]:
        options = super().get_form_options()
        options["fields"] = [name for name in options["fields"] if name != "child_words"]
        return options


def row(*names: str) -> FieldRowPanel:
    return FieldRowPanel([FieldPanel(name) for name in names])


def group(heading: Any, *panels: Any, collapsed: bool = False) -> MultiFieldPanel:
    children = [FieldPanel(panel) if isinstance(panel, str) else panel for panel in panels]
    return MultiFieldPanel(children, heading=heading, classname="collapsed" if collapsed else "")


def rare(heading: Any, *panels: Any) -> RarePanel:
    return RarePanel([FieldPanel(panel) if isinstance(panel, str) else panel for panel in panels], heading=heading)


def tab(heading: Any, *panels: Any) -> ObjectList:
    return ObjectList([FieldPanel(panel) if isinstance(panel, str) else panel for panel in panels], heading=heading)


def languages() -> Rows:
    return Rows(
        "languages",
        [row("code", "name"), FieldPanel("note")],
        row_form=LanguageForm,
        heading=_("Languages spoken"),
        label=_("language"),
    )


def phones(*, with_languages: bool = False) -> Rows:
    panels: list[Any] = [row("number", "extension", "type"), FieldPanel("description")]
    if with_languages:
        panels.append(languages())
    return Rows("phones", panels, row_form=PhoneForm, heading=_("Phones"), label=_("phone"))


def contacts() -> Rows:
    panels = [row("name", "title"), row("department", "email"), phones()]
    return Rows("contacts", panels, heading=_("People to ask for"), label=_("person"))


def schedules() -> Rows:
    panels = [
        AskedPanel("days"),
        AskedPanel("rhythm"),
        row("opens_at", "closes_at"),
        FieldPanel("by_appointment"),
        FieldPanel("description"),
        row("valid_from", "valid_to"),
        rare(
            _("Fine print of these hours"),
            row("dtstart", "until", "count"),
            row("freq", "interval"),
            row("byday", "bymonthday"),
            row("byyearday", "byweekno"),
            "wkst",
            row("attending_type", "schedule_link"),
            "notes",
        ),
    ]
    return Rows("schedules", panels, row_form=ScheduleForm, heading=_("Opening hours"), label=_("hours"))


def schedule_exceptions() -> Rows:
    panels = [row("starts_on", "ends_on", "reason"), FieldPanel("closed"), row("opens_at", "closes_at")]
    return Rows(
        "schedule_exceptions",
        panels,
        row_form=ScheduleExceptionForm,
        heading=_("Holidays and other exceptions"),
        label=_("exception"),
    )


def needs(heading: Any = NEEDS) -> Rows:
    panels = [
        FieldPanel("taxonomy_term"),
        rare(_("Fine print of this need"), row("link_type", "value", "label")),
    ]
    return Rows("attributes", panels, heading=heading, label=_("need"))


def links(relation: str) -> Rows:
    return Rows(relation, [row("label", "url")], heading=_("Further web addresses"), label=_("web address"))


def confirmation() -> MultiFieldPanel:
    return group(_("Confirmed"), row("assured_date", "assured_by"), "assurer_email")


def words_of_rows() -> FieldPanel:
    """Never shown: it tells the translation editor on which tab the words of child rows belong."""
    return FieldPanel("child_words")


def publishing() -> PublishingPanel:
    return PublishingPanel()
