"""The "Search" menu of the admin: words families use, and promoted answers."""

from collections.abc import Mapping
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.functional import cached_property
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.admin.panels import FieldPanel, FieldRowPanel, HelpPanel, InlinePanel, ObjectList
from wagtail.admin.ui.tables import BooleanColumn, Column
from wagtail.snippets.views.snippets import CreateView, IndexView, SnippetViewSet, SnippetViewSetGroup

from search.languages import languages
from search.thesaurus.filters import AnswerFilterSet, ConceptFilterSet
from search.thesaurus.lines import lines
from search.thesaurus.models import (
    Concept,
    ConceptWords,
    PromotedAnswer,
    language_name,
)
from search.thesaurus.trying import may_try

FIRST_WORDS = 4

concept_panels = [
    FieldPanel("code"),
    InlinePanel("words", heading=_("Words"), label=_("language"), max_num=len(languages())),
    FieldPanel("subjects"),
    HelpPanel(template="search/admin/needs_panel.html"),
    FieldPanel("broader"),
    FieldPanel("unless"),
    FieldPanel("active"),
]
answer_panels = [
    FieldPanel("code"),
    FieldRowPanel([FieldPanel("kind"), FieldPanel("order")]),
    InlinePanel("words", heading=_("Words"), label=_("language"), max_num=len(languages())),
    FieldRowPanel([FieldPanel("phone"), FieldPanel("url")]),
    FieldPanel("active"),
]


class WordsColumn(Column):
    """The first words of a concept or an answer in one language."""

    def __init__(self, language: str) -> None:
        super().__init__(f"words_{language}", label=language_name(language))
        self.language = language

    def get_value(self, instance: Any) -> str:
        found = lines(instance.written[self.language]["words"])
        return ", ".join(found[:FIRST_WORDS]) + (" …" if len(found) > FIRST_WORDS else "")


class WordsIndexView(IndexView):
    related: tuple[str, ...] = ()

    def get_base_queryset(self) -> QuerySet:
        return super().get_base_queryset().select_related(*self.related).prefetch_related("words")

    def search_queryset(self, queryset: QuerySet) -> QuerySet:
        """A row is found once, however many of its languages have the words."""
        return super().search_queryset(queryset).distinct()


class ConceptIndexView(WordsIndexView):
    related = ("broader",)


class ConceptCreateView(CreateView):
    """May be opened with words that somebody typed: `?language=es&said=…`."""

    def get_initial_form_instance(self) -> Concept | None:
        said = " ".join(self.request.GET.get("said", "").split())
        language = self.request.GET.get("language", "")
        if not said or language not in languages():
            return None
        return Concept(words=[ConceptWords(language=language, said=said[:200])])


class WordsViewSet(SnippetViewSet):
    list_per_page = 50
    search_backend_name = None
    facts: tuple[str, ...] = ()
    worded: Mapping[str, Any] = {}

    @cached_property
    def list_export(self) -> list[str]:
        return [*self.facts, *(name for name in self.export_headings if name not in self.facts)]

    @cached_property
    def export_headings(self) -> dict[str, Any]:
        return {"belongs_to": _("belongs to"), "origin_label": _("Origin")} | {
            f"written.{code}.{field}": format_lazy("{field} ({language})", field=label, language=language_name(code))
            for code in languages()
            for field, label in self.worded.items()
        }

    @property
    def list_display(self) -> list[Any]:
        return ["code", *map(WordsColumn, languages()), *self.own_columns(), "origin_label", BooleanColumn("active")]

    def own_columns(self) -> list[Any]:
        return []


class ConceptViewSet(WordsViewSet):
    model = Concept
    icon = "openquote"
    menu_label = _("Words families use")
    index_view_class = ConceptIndexView
    add_view_class = ConceptCreateView
    edit_handler = ObjectList(concept_panels)
    filterset_class = ConceptFilterSet
    search_fields = ["code", "subjects", "words__words", "words__said"]
    export_filename = "words"
    facts = ("code", "belongs_to", "subjects", "unless", "active", "origin_label")
    worded = {"words": _("words"), "said": _("what people say")}

    def own_columns(self) -> list[Any]:
        return [
            Column("broader", label=_("Belongs to"), sort_key="broader__code"),
            Column("subjects", label=_("Needs")),
        ]


class AnswerViewSet(WordsViewSet):
    model = PromotedAnswer
    icon = "warning"
    menu_label = _("Promoted answers")
    index_view_class = WordsIndexView
    edit_handler = ObjectList(answer_panels)
    filterset_class = AnswerFilterSet
    search_fields = ["code", "words__words", "words__title", "words__text"]
    export_filename = "answers"
    facts = ("code", "kind", "order", "phone", "url", "active", "origin_label")
    worded = {"words": _("what people type"), "title": _("title"), "text": _("text")}

    def own_columns(self) -> list[Any]:
        return [Column("get_kind_display", label=_("Kind"), sort_key="kind"), "phone"]


class TryMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return may_try(request.user)


class SearchGroup(SnippetViewSetGroup):
    """Others may add to this menu with the hook."""

    items = (ConceptViewSet, AnswerViewSet)
    menu_label = _("Public search")
    menu_name = "search-words"
    menu_icon = "search"
    menu_order = 120
    submenu_hook = "register_search_menu_item"
