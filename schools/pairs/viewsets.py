"""The menu "Documents in two languages": what families read and see, complete, promised or late."""

from typing import Any

import django_filters
from django import forms
from django.conf import settings
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, ObjectList
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.generic import chooser as chooser_views
from wagtail.permissions import register_permission_policy
from wagtail.snippets.views.chooser import SnippetChooserViewSet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from core.panels import row
from schools.calendar import today
from schools.pairs.forms import DocumentPairForm, VideoPairForm
from schools.pairs.models import DocumentPair, VideoPair
from schools.pairs.querysets import PairQuerySet
from schools.pairs.rights import PairPermissionPolicy, listed_for
from schools.pairs.states import STATES, state_of


def state_in_words(pair: DocumentPair | VideoPair) -> str:
    return str(STATES[state_of(pair, today())])


class PairFilterSet(WagtailFilterSet):
    state = django_filters.ChoiceFilter(
        label=pgettext_lazy("filter", "State"),
        choices=list(STATES.items()),
        method="narrow",
        widget=forms.RadioSelect,
        empty_label=_("All"),
    )

    def narrow(self, pairs: PairQuerySet, _name: str, value: str) -> PairQuerySet:
        return pairs.in_state(value, today())


class DocumentFilterSet(PairFilterSet):
    class Meta:
        model = DocumentPair
        fields = ["kind", "is_private"]


class VideoFilterSet(PairFilterSet):
    class Meta:
        model = VideoPair
        fields: list[str] = []


def beside_each_other(*names: str) -> FieldRowPanel:
    return FieldRowPanel(
        [
            MultiFieldPanel([FieldPanel(f"{name}_{code}") for name in names], heading=language)
            for code, language in settings.LANGUAGES
        ]
    )


class PairCreateView(chooser_views.CreateView):
    def get_creation_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_creation_form_kwargs(), "for_user": self.request.user}


def creation_form(base: Any, pair: Any, names: list[str]) -> Any:
    """The same form in a chooser's window, for somebody in the midst of a meeting's page."""
    meta = type("Meta", (), {"model": pair, "fields": names})
    return type(f"New{base.__name__}", (base,), {"Meta": meta})


class DocumentChooserViewSet(SnippetChooserViewSet):
    creation_form_class = creation_form(DocumentPairForm, DocumentPair, ["title", "kind", "date", "is_private"])
    create_view_class = PairCreateView


class VideoChooserViewSet(SnippetChooserViewSet):
    creation_form_class = creation_form(VideoPairForm, VideoPair, ["title", "date"])
    create_view_class = PairCreateView


class PairViewSet(SnippetViewSet):
    search_fields = ["found_by"]
    search_backend_name = None
    list_filter = None
    copy_view_enabled = False

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return self.model.objects.whole()


class DocumentPairViewSet(PairViewSet):
    model = DocumentPair
    icon = "doc-full"
    chooser_viewset_class = DocumentChooserViewSet
    filterset_class = DocumentFilterSet
    list_display = [
        "__str__",
        "kind",
        "date",
        Column("state", label=_("State"), accessor=state_in_words),
        "is_private",
    ]
    list_export = ["title", "kind", "date", "is_private"]
    export_filename = "documents"

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return listed_for(request.user, super().get_queryset(request))

    edit_handler = ObjectList(
        [
            FieldPanel("title"),
            row("kind", "date"),
            beside_each_other("file", "promised"),
            FieldPanel("is_private"),
        ],
        base_form_class=DocumentPairForm,
    )


class VideoPairViewSet(PairViewSet):
    model = VideoPair
    icon = "media"
    chooser_viewset_class = VideoChooserViewSet
    filterset_class = VideoFilterSet
    list_display = ["__str__", "date", Column("state", label=_("State"), accessor=state_in_words)]
    list_export = ["title", "date"]
    export_filename = "videos"
    edit_handler = ObjectList(
        [
            FieldPanel("title"),
            row("date", "poster"),
            beside_each_other("address", "captions", "captioned_there", "transcript", "promised"),
        ],
        base_form_class=VideoPairForm,
    )


class PairsGroup(SnippetViewSetGroup):
    items = (DocumentPairViewSet, VideoPairViewSet)
    menu_label = _("Document pairs")
    menu_icon = "doc-full"
    menu_order = 215
    add_to_admin_menu = True


register_permission_policy(DocumentPair, PairPermissionPolicy(DocumentPair))
register_permission_policy(VideoPair, PairPermissionPolicy(VideoPair))
