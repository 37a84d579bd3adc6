from typing import Any

from django.conf import settings
from django.db import models
from django.http import HttpRequest, HttpResponseBase
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page

from core.alternates import set_alternates


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
