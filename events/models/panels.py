"""The form of an event, in the order an organiser thinks."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, ObjectList, TabbedInterface
from wagtail.models import Page

from core.panels import FactRows, group, row, words
from schools.topics.models.tags import tag_panels


def edit_handler(*word_names: str) -> TabbedInterface:
    return TabbedInterface(
        [
            ObjectList([FieldPanel("title"), FieldPanel("intro"), words(*word_names)], heading=_("Words")),
            ObjectList(
                [
                    FieldPanel("kind"),
                    group(_("When"), row("first_day", "days"), row("begins", "ends"), "rule", "time_zone"),
                    FactRows("changed_dates", heading=_("Dates that differ"), label=_("date")),
                    group(_("If none of it takes place"), "is_cancelled", "cancelled_because"),
                ],
                heading=_("When"),
            ),
            ObjectList(
                [
                    group(_("Where"), "school", "location", "place", "place_is_private", "online_url"),
                    group(_("Who holds it"), "organization", "contact_name", row("contact_phone", "contact_email")),
                    group(
                        _("What families ask"),
                        row("price", "price_note"),
                        "who_for",
                        row("minimum_age", "maximum_age"),
                        "languages",
                        "interpreters",
                        "interpreters_on_request",
                        "child_care",
                        "child_care_note",
                        "food",
                        "access",
                        "bring",
                        "how_it_goes",
                        "transport",
                    ),
                    FactRows("materials", heading=_("Papers in two languages"), label=_("paper")),
                    group(_("Values and pillars"), *tag_panels(), "builds", collapsed=True),
                ],
                heading=_("Where and for whom"),
            ),
            ObjectList(
                [FactRows("shifts", heading=_("Shifts people sign up for"), label=_("shift"))], heading=_("Sign-ups")
            ),
            ObjectList([*Page.promote_panels], heading=_("Search and menus")),
        ]
    )
