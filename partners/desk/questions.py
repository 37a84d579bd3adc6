"""What the form of a listing asks, in the order families ask it."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from partners.models import Kind


@dataclass(frozen=True)
class Group:
    """`names` are the listing's own values, `rows` its relations."""

    label: Any
    names: tuple[str, ...] = ()
    rows: tuple[str, ...] = ()
    help: Any = ""


FILES = "files"
_HOURS = Group(_("When is it open?"), rows=("schedules", "schedule_exceptions"))
_SPOKEN = _("Which languages do you speak?")
GROUPS: dict[str, tuple[Group, ...]] = {
    Kind.SERVICE: (
        Group(_("What is it?"), ("name", "alternate_name", "summary", "description")),
        _HOURS,
        Group(_("How do families reach you?"), ("email", "url"), ("phones",)),
        Group(_("Who can get it?"), ("eligibility_description", "minimum_age", "maximum_age", "groups")),
        Group(_("What does it cost?"), ("cost", "fees_description")),
        Group(_("Which papers do you ask for?"), ("papers",), ("required_documents",)),
        Group(_("Forms and flyers to take home"), rows=(FILES,)),
        Group(_SPOKEN, ("interpretation_services",), ("languages",)),
        Group(_("How does one get it?"), ("application_process", "delivery")),
        Group(_("News for these days"), ("alert", "alert_until")),
    ),
    Kind.ORGANIZATION: (
        Group(_("Who are you?"), ("name", "alternate_name", "description")),
        Group(_("How do families reach you?"), ("email", "website"), ("phones",)),
    ),
    Kind.LOCATION: (
        Group(_("What is it called?"), ("name", "alternate_name", "description")),
        Group(_("Where is it?"), ("transportation",), ("addresses",)),
        _HOURS,
        Group(_("How do families reach you?"), rows=("phones",)),
        Group(_SPOKEN, rows=("languages",)),
        Group(_("Can everybody come in?"), rows=("accessibility",)),
    ),
}
ROW_NAMES: dict[str, tuple[str, ...]] = {
    "phones": ("number", "extension", "type", "description"),
    "schedules": ("byday", "opens_at", "closes_at", "by_appointment", "description"),
    "schedule_exceptions": ("starts_on", "ends_on", "closed", "opens_at", "closes_at", "reason"),
    "languages": ("code", "note"),
    "required_documents": ("document",),
    "addresses": ("address_1", "address_2", "city", "state_province", "postal_code"),
    "accessibility": ("description", "details"),
    FILES: (),
}
NEW_ROW: dict[str, Any] = {
    "phones": _("One phone more"),
    "schedules": _("Other hours"),
    "schedule_exceptions": _("A holiday or another exception"),
    "languages": _("One language more"),
    "required_documents": _("One paper more"),
    "addresses": _("One address more"),
    "accessibility": _("One line more"),
    FILES: _("One form or flyer more"),
}
