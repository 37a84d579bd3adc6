"""Choosing a listing inside another one's form: facts rows only, found by plain name."""

from typing import Any

from django import forms
from django.db.models import Case, IntegerField, Q, QuerySet, Value, When
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.choosers import BaseFilterForm
from wagtail.admin.ui.tables import Column
from wagtail.snippets.views.chooser import ChooseResultsView, ChooseView, SnippetChooserViewSet
from wagtail.snippets.widgets import AdminSnippetChooser


class NameForm(BaseFilterForm):
    """Wagtail's own search fails on a quotation mark and knows no other names."""

    q = forms.CharField(
        label=_("Search term"), widget=forms.TextInput(attrs={"placeholder": _("Search")}), required=False
    )
    searched: tuple[str, ...] = ("name", "alternate_name")

    def filter(self, objects: QuerySet) -> QuerySet:
        objects = super().filter(objects)
        text = self.cleaned_data.get("q", "").strip()
        if not text:
            return objects
        self.search_query, self.is_searching = text, True
        matches = Q()
        for name in self.searched:
            matches |= Q(**{f"{name}__icontains": text})
        return objects.filter(matches)


class TermNameForm(NameForm):
    searched = ("name", "code", "search_words")


class LocationNameForm(NameForm):
    searched = ("name", "alternate_name", "addresses__address_1", "addresses__city", "organization__name")

    def filter(self, objects: QuerySet) -> QuerySet:
        return super().filter(objects).distinct()


class FactsChoice:
    i18n_enabled = False
    filter_form_class: type[BaseFilterForm] = NameForm

    def get_object_list(self) -> QuerySet:
        return self.model_class.objects.facts().order_by("name")  # type: ignore[attr-defined]  # a view of a chooser


class TermChoice(FactsChoice):
    filter_form_class = TermNameForm

    def get_object_list(self) -> QuerySet:
        return super().get_object_list().order_by("code", "name")

    @property
    def columns(self) -> list[Column]:
        return [*super().columns, Column("code", label=_("Code")), Column("parent", label=_("Belongs to"))]  # type: ignore[misc]


class LocationChoice(FactsChoice):
    """The places of the listing's own organization come first."""

    filter_form_class = LocationNameForm

    def get_object_list(self) -> QuerySet:
        locations = super().get_object_list().select_related("organization")
        own = _uuid(self.request.GET.get("organization"))  # type: ignore[attr-defined]
        whose = Case(When(organization=own, then=Value(0)), default=Value(1), output_field=IntegerField())
        return locations.annotate(whose=whose).order_by("whose", "name") if own else locations

    @property
    def columns(self) -> list[Column]:
        return [*super().columns, Column("organization", label=_("Organization"))]  # type: ignore[misc]


def _uuid(text: str | None) -> Any:
    try:
        return forms.UUIDField(required=False).clean(text)
    except forms.ValidationError:
        return None


class LocationChooser(AdminSnippetChooser):
    linked_fields = {"organization": "#id_organization"}


class FactsChooserViewSet(SnippetChooserViewSet):
    choose_view_class = type("FactsChooseView", (FactsChoice, ChooseView), {})
    choose_results_view_class = type("FactsChooseResultsView", (FactsChoice, ChooseResultsView), {})


class TermChooserViewSet(SnippetChooserViewSet):
    choose_view_class = type("TermChooseView", (TermChoice, ChooseView), {})
    choose_results_view_class = type("TermChooseResultsView", (TermChoice, ChooseResultsView), {})


class LocationChooserViewSet(SnippetChooserViewSet):
    choose_view_class = type("LocationChooseView", (LocationChoice, ChooseView), {})
    choose_results_view_class = type("LocationChooseResultsView", (LocationChoice, ChooseResultsView), {})
    base_widget_class = LocationChooser
    preserve_url_parameters = ["multiple", "organization"]
