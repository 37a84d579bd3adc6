"""How stories are asked for."""

from typing import Self

from django.db.models import F, OuterRef, Subquery
from django.db.models.functions import Coalesce
from wagtail.query import PageQuerySet

from core.locales import locale_id, source_locale_id


class StoryQuerySet(PageQuerySet):
    def told_in(self, language: str) -> Self:
        """Live pages of a language's tree; a story not yet translated stands there in its own language."""
        return self.live().filter(locale_id=locale_id(language)).select_related("locale", "alias_of__locale")

    def written_in(self, language: str) -> Self:
        return self.told_in(language).filter(alias_of=None)

    def newest_first(self) -> Self:
        """By the day of the page that owns the facts, as `happened_on`."""
        originals = self.model._default_manager.filter(
            translation_key=OuterRef("translation_key"), locale_id=source_locale_id()
        )
        day = Coalesce(Subquery(originals.values("told_on")[:1]), F("told_on"))
        return self.annotate(happened_on=day).order_by("-happened_on", "-pk")
