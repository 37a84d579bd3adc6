"""What a list says of each listing beyond its own fields: how its words stand, and where it lives on the site."""

from typing import Any

from django.conf import settings
from django.contrib.admin.utils import quote
from django.db.models import CharField, OuterRef, QuerySet, Subquery, UUIDField, Value
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, StatusTagColumn

from core.locales import locale_id, target_languages
from core.models import WordsMixin
from core.models.words import WordsState


def state_name(language: str) -> str:
    return f"words_{language.replace('-', '_')}"


def row_name(language: str) -> str:
    return f"words_row_{language.replace('-', '_')}"


def with_word_states(listings: QuerySet) -> QuerySet:
    """Each facts row with the state and the key of its translation rows, in the same query."""
    rows = listings.model._default_manager.filter(translation_key=OuterRef("translation_key"))
    for language in target_languages():
        found = rows.filter(locale_id=locale_id(language))
        state = Coalesce(Subquery(found.values("words_state")[:1]), Value(""), output_field=CharField())
        key = Subquery(found.values("pk")[:1], output_field=UUIDField())
        listings = listings.annotate(**{state_name(language): state, row_name(language): key})
    return listings


def language_name(language: str) -> Any:
    """Lazy: the menu of views is built once, before anybody's language is known."""
    return settings.ADMIN_LANGUAGE_NAMES.get(language) or dict(settings.LANGUAGES).get(language, language)


def edit_words_url(listing: WordsMixin, language: str) -> str:
    """Where the words of a listing are written: its translation row, or the form that starts one."""
    key = getattr(listing, row_name(language), None)
    viewset = type(listing).snippet_viewset
    if key:
        return reverse(viewset.get_url_name("edit"), args=[quote(key)])
    model = listing._meta
    args = [model.app_label, model.model_name, quote(listing.pk)]
    start = reverse("wagtail_localize:submit_snippet_translation", args=args)
    return f"{start}?select_locale={language}"


class WordsColumn(StatusTagColumn):
    """State of the words in one language, leading to where they are written."""

    cell_template_name = "directory/admin/words_cell.html"

    def __init__(self, language: str):
        self.language = language
        super().__init__(
            state_name(language),
            label=language_name(language),
            sort_key=state_name(language),
            primary=lambda listing: getattr(listing, state_name(language)) == WordsState.REVIEWED,
        )

    def get_value(self, instance: WordsMixin) -> str:
        return words_state_label(getattr(instance, state_name(self.language)))

    def get_cell_context_data(self, instance: WordsMixin, parent_context: dict[str, Any]) -> dict[str, Any]:
        context = super().get_cell_context_data(instance, parent_context)
        return {**context, "url": edit_words_url(instance, self.language)}


def words_state_label(state: str) -> str:
    return str(WordsState(state or WordsState.MISSING).label)


def state_column() -> Column:
    """In the office's words; the framework's own say "view live" in Spanish."""
    return StatusTagColumn(
        "state", label=_("State"), accessor=state_label, sort_key="live", primary=lambda listing: listing.live
    )


def state_label(listing: Any) -> Any:
    if not listing.live:
        return _("not on the site")
    return _("on the site, with a newer draft") if listing.has_unpublished_changes else _("on the site")


def words_columns() -> list[Column]:
    return [WordsColumn(language) for language in target_languages()]


def confirmed_column() -> Column:
    return Column("assured_date", label=_("Confirmed on"), sort_key="assured_date")
