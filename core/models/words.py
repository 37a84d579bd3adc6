"""Facts once, words per language: the row in the source language owns the facts, a translation row only words."""

import hashlib
from collections.abc import Iterable
from typing import Any, ClassVar

from django.db import models
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from wagtail.models import Locale, TranslatableMixin
from wagtail_localize.fields import TranslatableField
from wagtail_localize.segments.types import StringSegmentValue

from core.locales import source_locale_id


def fingerprint(text: str) -> str:
    """Short, stable mark of a source text, kept beside the translation that was written for it.

    Spaces and line ends do not count: browsers and wagtail-localize each write them in their own way.
    """
    return hashlib.sha1(" ".join(text.split()).encode(), usedforsecurity=False).hexdigest()[:12]


class ChildWordsField(models.JSONField):
    """Translations of the prose in child rows: ``{"<child uuid>.<field>": "text"}``.

    On a source row nothing is stored: the value is read off the children, so that it is always the text they hold.
    """

    def value_from_object(self, obj: models.Model) -> dict[str, str]:
        if isinstance(obj, WordsMixin) and obj.is_source:
            return dict(obj.own_child_words())
        return super().value_from_object(obj)

    def get_translatable_segments(self, value: dict[str, str]) -> list[StringSegmentValue]:
        return [StringSegmentValue(path, text) for path, text in value.items()]

    def restore_translated_segments(self, value: object, segments: Iterable[StringSegmentValue]) -> dict[str, str]:
        return {segment.path: segment.render_text() for segment in segments}


def words_only(*names: str) -> list[TranslatableField]:
    """What wagtail-localize offers to translators: the named fields and the children's prose, never a fact."""
    return [*(TranslatableField(name) for name in names), TranslatableField("child_words")]


class WordsState(models.TextChoices):
    """How well a translation row serves its readers, worst news first."""

    MISSING = "missing", _("Words missing")
    MACHINE = "machine", _("Machine draft to review")
    OUTDATED = "outdated", _("Outdated: the original changed")
    REVIEWED = "reviewed", _("Complete")


class WordsMixin(TranslatableMixin):
    """A record whose translation rows carry words only; ask `core.languages` for the words, never the row."""

    child_words = ChildWordsField(
        _("words in the rows below (phones, papers, prices, hours)"), default=dict, blank=True
    )
    word_states = models.JSONField(default=dict, blank=True, editable=False)
    words_state = models.CharField(max_length=10, choices=WordsState.choices, blank=True, editable=False)
    slug = models.SlugField(_("address on the site"), max_length=160, blank=True, help_text=_("Made from the name."))

    locale_id: int | None
    translatable_fields: ClassVar[list[TranslatableField]]
    # Relation name → its prose fields. Nested relations are reached by the children themselves.
    prose_of_children: ClassVar[dict[str, tuple[str, ...]]] = {}

    class Meta(TranslatableMixin.Meta):
        abstract = True

    @property
    def is_source(self) -> bool:
        return self.locale_id is None or self.locale_id == source_locale_id()

    @classmethod
    def word_fields(cls) -> list[str]:
        return [field.field_name for field in cls.translatable_fields if field.field_name != "child_words"]

    def own_child_words(self) -> Iterable[tuple[str, str]]:
        """The prose of this row's children, as ``("<uuid>.<field>", text)``, blanks left out."""
        for relation, fields in self.prose_of_children.items():
            for child in getattr(self, relation).all():
                yield from _prose(child, fields)

    def source_texts(self) -> dict[str, str]:
        """Every translatable text of a source row by its path, blanks left out."""
        own = ((name, getattr(self, name)) for name in self.word_fields())
        return {path: text for path, text in [*own, *self.own_child_words()] if text}

    def translated_text(self, path: str) -> str:
        """The text a translation row holds for a path of `source_texts`."""
        return self.child_words.get(path, "") if "." in path else getattr(self, path)

    def copy_for_translation(self, locale: Locale, exclude_fields: Iterable[str] | None = None) -> "WordsMixin":
        return type(self)(locale=locale, translation_key=self.translation_key)

    def clean_fields(self, exclude: Iterable[str] | None = None) -> None:
        """A translation row is checked for its words alone: its facts are empty on purpose."""
        excluded = set(exclude or ())
        if not self.is_source:
            kept = {*self.word_fields(), "child_words", "slug"}
            excluded |= {field.name for field in self._meta.fields if field.name not in kept}
            excluded |= {name for name in self.word_fields() if not getattr(self, name)}
        super().clean_fields(exclude=excluded)

    def full_clean(self, *args: Any, **kwargs: Any) -> None:
        self.fill_slug()
        super().full_clean(*args, **kwargs)

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.fill_slug()
        super().save(*args, **kwargs)

    def fill_slug(self) -> None:
        """Give the row an address made from its name, free in its language."""
        if self.locale_id is None:
            self.locale_id = source_locale_id()
        if not self.slug or self.slug in self.reserved_slugs():
            self.slug = self.free_slug(slugify(str(self.slug_text()))[:140] or str(self.pk)[:8])

    @classmethod
    def reserved_slugs(cls) -> frozenset[str]:
        """Addresses that belong to something else."""
        return frozenset()

    def slug_text(self) -> str:
        return getattr(self, "name", "")

    def free_slug(self, wanted: str) -> str:
        others = type(self)._default_manager.filter(locale_id=self.locale_id, slug__startswith=wanted)
        taken = {*others.exclude(pk=self.pk).values_list("slug", flat=True), *self.reserved_slugs()}
        free = (candidate for n in range(1, len(taken) + 2) if (candidate := f"{wanted}-{n + 1}") not in taken)
        return next(free) if wanted in taken else wanted


def _prose(child: models.Model, fields: tuple[str, ...]) -> Iterable[tuple[str, str]]:
    for name in fields:
        if text := getattr(child, name):
            yield f"{child.pk}.{name}", text
    for relation, nested in getattr(child, "prose_of_children", {}).items():
        for grandchild in getattr(child, relation).all():
            yield from _prose(grandchild, nested)
