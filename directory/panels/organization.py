from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from directory.panels.listing_form import ListingForm
from directory.panels.rows import Rows
from directory.panels.shared import (
    Tabs,
    confirmation,
    contacts,
    group,
    links,
    needs,
    phones,
    publishing,
    row,
    tab,
    words_of_rows,
)

programs = Rows(
    "programs",
    [row("name", "alternate_name"), FieldPanel("description")],
    heading=_("Programmes"),
    label=_("programme"),
)
register_numbers = Rows(
    "organization_identifiers",
    [row("identifier_type", "identifier", "identifier_scheme")],
    heading=_("Register numbers"),
    label=_("register number"),
)

organization_tabs = Tabs(
    [
        tab(
            _("What it is"),
            group(_("Name"), row("name", "alternate_name"), "description"),
            "parent_organization",
            programs,
        ),
        tab(
            _("Contact"),
            phones(with_languages=True),
            row("email", "website"),
            contacts(),
            links("additional_websites"),
        ),
        tab(
            _("Fine print"),
            confirmation(),
            group(_("On the site"), "slug", "do_not_list"),
            group(_("In law"), row("legal_status", "year_incorporated"), row("uri", "logo")),
            register_numbers,
            group(_("From imports"), row("tax_status", "tax_id"), collapsed=True),
            needs(heading=_("What it is known for")),
            Rows("funding", [FieldPanel("source")], heading=_("Funding"), label=_("source")),
            words_of_rows(),
            publishing(),
        ),
    ],
    base_form_class=ListingForm,
)
