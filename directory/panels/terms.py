from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from directory.panels.listing_form import ListingForm
from directory.panels.shared import Tabs, group, row, tab, words_of_rows

term_tabs = Tabs(
    [
        tab(
            _("What it is"),
            "name",
            "description",
            "search_words",
            group(_("Its place"), "parent", row("sort_order", "icon")),
        ),
        tab(
            _("Fine print"),
            group(_("In its list"), "taxonomy", row("code", "term_uri", "language")),
            "slug",
            words_of_rows(),
        ),
    ],
    base_form_class=ListingForm,
)
taxonomy_panels = [FieldPanel("name"), FieldPanel("description"), FieldPanel("uri"), FieldPanel("version")]
unit_panels = [FieldPanel("name"), FieldPanel("scheme"), FieldPanel("identifier"), FieldPanel("uri")]
