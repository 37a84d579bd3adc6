from typing import Any, ClassVar, Self

from django.conf import settings
from django.db import models
from django.http import HttpRequest, HttpResponseBase
from django.utils.functional import cached_property, classproperty
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page, PageManager
from wagtail.query import PageQuerySet
from wagtail_localize.fields import SynchronizedField, TranslatableField

from core.alternates import set_alternates
from core.locales import source_locale_id


class SitePage(Page):
    """What every page of ours shares: a short intro, the same page in the other languages, an honest `lang`."""

    intro = models.TextField(
        _("introduction"),
        blank=True,
        help_text=_("One or two plain sentences below the title. They also appear in search results and shares."),
    )

    content_panels = [*Page.content_panels, FieldPanel("intro")]

    class Meta:
        abstract = True

    @property
    def text_language(self) -> str:
        """The language the page's own text is in: an untranslated page stands in the other tree as an alias."""
        return (self.alias_of or self).locale.language_code

    def alternate_paths(self) -> dict[str, str]:
        """Paths of this page by language code, live ones only."""
        pages = Page.objects.live().filter(translation_key=self.translation_key).select_related("locale")
        return {page.locale.language_code: page.url for page in pages if page.url}

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        set_alternates(request, self.alternate_paths())
        return super().serve(request, *args, **kwargs)

    def get_sitemap_urls(self, request: HttpRequest | None = None) -> list[dict[str, Any]]:
        if self.alias_of_id:
            return []  # The original stands in the sitemap; a copy in another frame would be a duplicate.
        return super().get_sitemap_urls(request)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        context["text_language"] = "" if self.text_language == self.locale.language_code else self.text_language
        context["source_language"] = settings.LANGUAGE_CODE
        return context


class FactsPageManager(PageManager):
    def facts(self) -> PageQuerySet:
        """The pages that own facts: one for each thing, whatever languages it is written in."""
        return self.get_queryset().filter(locale_id=source_locale_id())


class FactsPage(SitePage):
    """A page about something with facts: the page in the source language owns them, the others carry words only.

    Templates ask `page.facts.phone`, never `page.phone`; whatever points at the thing points at its facts page. Fields
    named in `word_names` go to translators; an editor of another language does not see the rest (`facts_panels`).
    """

    word_names: ClassVar[tuple[str, ...]] = ()

    objects = FactsPageManager()

    class Meta:
        abstract = True

    @property
    def is_source(self) -> bool:
        return self.locale_id is None or self.locale_id == source_locale_id()

    @cached_property
    def facts(self) -> Self:
        """The page that owns the facts; a page without an original, which only a mistake can make, owns its own."""
        if self.is_source:
            return self
        same = type(self)._default_manager.filter(translation_key=self.translation_key, locale_id=source_locale_id())
        return same.first() or self

    def in_language(self, language: str) -> Self:
        """The live page for readers of a language, else the page in the source language."""
        same = type(self)._default_manager.live().filter(translation_key=self.translation_key)
        return same.filter(locale__language_code=language).first() or self.facts

    @classproperty
    def override_translatable_fields(cls) -> list[TranslatableField | SynchronizedField]:
        words = {"title", "slug", "intro", "seo_title", "search_description", *cls.word_names}
        own = [field.name for field in cls._meta.get_fields() if field.name in words]
        facts = [field.name for field in cls._meta.local_fields if field.name not in words and not field.primary_key]
        return [*map(TranslatableField, own), *(SynchronizedField(name, overridable=False) for name in facts)]
