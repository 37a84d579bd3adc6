"""The "Directory" menu: one set of admin views per kind of listing and per list behind them."""

from typing import Any

from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.views import View
from wagtail.admin.panels import ObjectList
from wagtail.admin.ui.tables import Column
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from core.locales import target_languages
from directory.models import Location, Organization, Service, Taxonomy, TaxonomyTerm, Unit
from directory.panels.location import location_tabs
from directory.panels.organization import organization_tabs
from directory.panels.service import service_tabs
from directory.panels.terms import taxonomy_panels, term_tabs, unit_panels
from directory.viewsets.choosers import FactsChooserViewSet, LocationChooserViewSet, TermChooserViewSet
from directory.viewsets.columns import confirmed_column, language_name, state_column, state_name, words_columns
from directory.viewsets.filters import LocationFilterSet, OrganizationFilterSet, ServiceFilterSet, TermFilterSet
from directory.viewsets.guard import guarded
from directory.viewsets.views import FactsCopyView, FactsCreateView, FactsEditView, FactsIndexView


class FactsViewSet(SnippetViewSet):
    """A kind of record whose facts are written once and whose words are translated."""

    index_view_class: type[View] = FactsIndexView
    add_view_class = FactsCreateView
    copy_view_class = FactsCopyView
    edit_view_class = FactsEditView
    chooser_viewset_class = FactsChooserViewSet
    list_per_page = 50
    chooser_per_page = 20
    # The database's own LIKE: Wagtail's search fails on a quotation mark and is slow on SQLite.
    search_backend_name = None
    search_fields = ["name", "alternate_name"]
    exported: list[str] = []

    def construct_view(self, view_class: type[View], **kwargs: Any) -> Any:
        return super().construct_view(guarded(view_class), **kwargs)

    def on_register(self) -> None:
        super().on_register()
        # The translator's editor asks the model, not the viewset, on which tab a field stands.
        self.model.edit_handler = self.edit_handler

    @cached_property
    def list_export(self) -> list[str]:
        return ["id", *self.exported, "live", *(state_name(language) for language in target_languages())]

    @cached_property
    def export_headings(self) -> dict[str, Any]:
        return {state_name(language): language_name(language) for language in target_languages()}

    @property
    def export_filename(self) -> str:
        return self.model_opts.model_name


class OrganizationViewSet(FactsViewSet):
    model = Organization
    icon = "group"
    edit_handler = organization_tabs
    filterset_class = OrganizationFilterSet
    exported = ["name", "email", "website", "assured_date", "assured_by", "do_not_list", "slug"]

    @property
    def list_display(self) -> list[Any]:
        return ["name", state_column(), *words_columns(), confirmed_column()]


class ServiceIndexView(FactsIndexView):
    related = ("organization",)


class ServiceViewSet(FactsViewSet):
    model = Service
    icon = "help"
    index_view_class = ServiceIndexView
    edit_handler = service_tabs
    filterset_class = ServiceFilterSet
    search_fields = ["name", "alternate_name", "organization__name"]
    exported = [
        "name",
        "organization.name",
        "summary",
        "status",
        "cost",
        "papers",
        "email",
        "url",
        "assured_date",
        "assured_by",
        "last_modified",
        "do_not_list",
        "slug",
    ]

    @property
    def list_display(self) -> list[Any]:
        organization = Column("organization", label=_("Organization"), sort_key="organization__name")
        return ["name", organization, state_column(), *words_columns(), confirmed_column()]


class LocationIndexView(FactsIndexView):
    related = ("organization",)


class LocationViewSet(FactsViewSet):
    model = Location
    icon = "site"
    index_view_class = LocationIndexView
    edit_handler = location_tabs
    filterset_class = LocationFilterSet
    chooser_viewset_class = LocationChooserViewSet
    search_fields = ["name", "alternate_name", "organization__name"]
    exported = ["name", "organization.name", "latitude", "longitude", "address_private", "do_not_list", "slug"]

    @property
    def list_display(self) -> list[Any]:
        organization = Column("organization", label=_("Organization"), sort_key="organization__name")
        return ["__str__", organization, state_column(), *words_columns()]


class TermIndexView(FactsIndexView):
    related = ("parent",)
    default_ordering = "code"


class TermViewSet(FactsViewSet):
    model = TaxonomyTerm
    icon = "tag"
    index_view_class = TermIndexView
    edit_handler = term_tabs
    filterset_class = TermFilterSet
    chooser_viewset_class = TermChooserViewSet
    search_fields = ["name", "code", "search_words"]
    exported = ["code", "name", "parent.name", "description", "search_words", "slug"]

    @property
    def list_display(self) -> list[Any]:
        code = Column("code", label=_("Code"), sort_key="code")
        parent = Column("parent", label=_("Belongs to"), sort_key="parent__name")
        return ["name", code, parent, *words_columns()]


class TaxonomyViewSet(SnippetViewSet):
    model = Taxonomy
    icon = "list-ul"
    edit_handler = ObjectList(taxonomy_panels)
    list_display = ["name", "version"]
    search_fields = ["name"]


class UnitViewSet(SnippetViewSet):
    model = Unit
    icon = "decimal"
    edit_handler = ObjectList(unit_panels)
    list_display = ["name", "scheme"]
    search_fields = ["name"]


class DirectoryGroup(SnippetViewSetGroup):
    items = (ServiceViewSet, OrganizationViewSet, LocationViewSet, TermViewSet, TaxonomyViewSet, UnitViewSet)
    menu_label = _("Directory")
    menu_icon = "clipboard-list"
    menu_order = 110
