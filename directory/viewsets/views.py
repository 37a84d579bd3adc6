"""The list, add, copy, edit and delete views of facts rows."""

import uuid
from typing import Any

from django.contrib.admin.utils import quote
from django.db.models import Model, QuerySet
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from modelcluster.models import ClusterableModel
from wagtail.admin import messages
from wagtail.admin.ui.menus import MenuItem
from wagtail.admin.widgets.button import Button, HeaderButton
from wagtail.models import Locale
from wagtail.snippets.views.snippets import CopyView, CreateView, EditView, IndexView

from core.locales import source_language, source_locale_id
from core.models import WordsMixin
from directory.models import Organization, Service, TaxonomyTerm
from directory.public.addresses import Addresses
from directory.public.directories import addresses_in, public_path
from directory.rights import languages_written_by, may_edit_facts
from directory.viewsets.columns import edit_words_url, with_word_states, words_state_label

PUBLIC = (Organization, Service, TaxonomyTerm)  # A location has no page of its own.
NOT_COPIED = [
    "id",
    "slug",
    "translation_key",
    "assured_date",
    "assurer_email",
    "assured_by",
    "last_modified",
    "live",
    "has_unpublished_changes",
    "first_published_at",
    "last_published_at",
    "live_revision",
    "latest_revision",
    "go_live_at",
    "expire_at",
    "expired",
    "locked",
    "locked_at",
    "locked_by",
]


class FactsIndexView(IndexView):
    """Lists the rows that own facts; how their words stand in other languages is a column."""

    i18n_enabled = False
    default_ordering = "name"
    related: tuple[str, ...] = ()

    def get_base_queryset(self) -> QuerySet:
        listings = self.model._default_manager.filter(locale_id=source_locale_id())
        return with_word_states(listings.select_related(*self.related))

    def get_edit_url(self, instance: WordsMixin) -> str | None:
        if may_edit_facts(self.request.user, self.model):
            return super().get_edit_url(instance)
        languages = languages_written_by(self.request.user, self.model)
        return edit_words_url(instance, languages[0]) if languages else None

    @cached_property
    def addresses(self) -> Addresses | None:
        return addresses_in(source_language()) if issubclass(self.model, PUBLIC) else None

    def get_list_more_buttons(self, instance: Any) -> list[MenuItem]:
        buttons = super().get_list_more_buttons(instance)
        if self.addresses is not None and instance.live:
            url = self.addresses.of(instance, instance)
            buttons.append(MenuItem(_("View live"), url=url, icon_name="view", priority=5))
        return buttons

    def to_row_dict(self, item: Any) -> dict[str, Any]:
        row = super().to_row_dict(item)
        return {name: words_state_label(value) if name.startswith("words_") else value for name, value in row.items()}


class FactsOnly:
    """Facts are written in the source language, whatever the address asks for."""

    def get_locale(self) -> Locale:
        return Locale.objects.get(pk=source_locale_id())

    def get_translations(self) -> list[dict[str, Any]]:
        return []


class FactsCreateView(FactsOnly, CreateView):
    pass


class FactsCopyView(FactsOnly, CopyView):
    def get_initial_form_instance(self) -> Model:
        return unsaved_copy(self.get_object())


def unsaved_copy(listing: Model) -> Model:
    """A new listing with the same facts and rows; its address, its confirmation and its words are its own."""
    if isinstance(listing, ClusterableModel):
        # Revisions, reviews and index entries belong to the original.
        generic = [field.name for field in listing._meta.private_fields]
        copy = listing.copy_cluster(exclude_fields=[*NOT_COPIED, *generic])[0]
    else:
        names = [field.attname for field in listing._meta.concrete_fields if field.name not in NOT_COPIED]
        copy = type(listing)(**{name: getattr(listing, name) for name in names})
    copy.pk, copy.translation_key = uuid.uuid4(), uuid.uuid4()
    copy._state.adding = True
    return copy


class FactsEditView(EditView):
    @cached_property
    def live_url(self) -> str:
        if not isinstance(self.object, PUBLIC) or not self.live_object.live:
            return ""
        language = self.object.locale.language_code
        facts = self.live_object if self.object.is_source else None
        return public_path(facts, language) if facts is not None else ""

    @cached_property
    def header_buttons(self) -> list[Button]:
        if not self.live_url:
            return []
        return [HeaderButton(_("View live"), url=self.live_url, icon_name="view", attrs={"target": "_blank"})]

    def get_success_buttons(self) -> list[Any]:
        edit = reverse(self.edit_url_name, args=[quote(self.object.pk)])
        buttons = [messages.button(edit, _("Edit"))]
        if self.live_url:
            buttons.append(messages.button(self.live_url, _("View live"), new_window=False))
        return buttons
