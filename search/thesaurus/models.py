"""What the office says words mean, and the answers it shows before any result."""

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel

from search import subjects
from search.languages import languages
from search.thesaurus import answers, concepts
from search.thesaurus.lines import codes, lines
from search.thesaurus.reading import split


def language_choices() -> list[tuple[str, str]]:
    return [(code, language_name(code)) for code in languages()]


def language_name(code: str) -> Any:
    """In the language of whoever sits in the admin."""
    return settings.ADMIN_LANGUAGE_NAMES.get(code) or dict(settings.LANGUAGES).get(code, code)


class Origin(models.TextChoices):
    SHIPPED = "shipped", _("shipped")
    EDITED = "edited", _("shipped, edited by our office")
    OWN = "own", _("written by our office")


class Stamp(models.Model):
    """A new value whenever what is known by this name changes; see `search.stamps`."""

    name = models.CharField(max_length=20, unique=True)
    value = models.CharField(max_length=32)

    def __str__(self) -> str:
        return self.value


class Shipped(ClusterableModel):
    """Comes with the software and may be edited; `loaded` is the checksum of what came."""

    code = models.SlugField(
        _("code"), max_length=80, unique=True, help_text=_("A short name in English, such as food-pantry. Keep it.")
    )
    active = models.BooleanField(
        _("in use"),
        default=True,
        help_text=_("Untick it to switch it off. What came with the software comes back if you delete it."),
    )
    loaded = models.CharField(max_length=32, blank=True, editable=False)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.code

    def content(self) -> Any:
        raise NotImplementedError

    def checksum(self) -> str:
        return checksum(self.content(), active=self.active)

    @property
    def origin(self) -> Origin:
        if not self.loaded:
            return Origin.OWN
        return Origin.SHIPPED if self.loaded == self.checksum() else Origin.EDITED

    def origin_label(self) -> str:
        return str(self.origin.label)

    origin_label.short_description = _("Origin")  # type: ignore[attr-defined]  # Django reads it from the function


class Concept(Shipped):
    """A thing families ask for, in all the words they have for it."""

    broader = models.ForeignKey(
        "self",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="narrower",
        verbose_name=_("belongs to"),
        help_text=_("A wider concept. Who asks for the wider one also finds this one, never the other way round."),
    )
    subjects = models.TextField(
        _("needs"),
        blank=True,
        help_text=_("Codes of the needs that are just this, such as 102-04. They stand in the list of needs."),
    )
    unless = models.TextField(
        _("but not inside"),
        blank=True,
        help_text=_(
            "One phrase per line, of any language, inside which the words mean something else. "
            "For a bank: “banco de comida”."
        ),
    )

    class Meta:
        verbose_name = _("concept")
        verbose_name_plural = _("words families use")
        ordering = ["code"]

    def clean(self) -> None:
        if unknown := set(codes(self.subjects)) - subjects.names(codes(self.subjects)).keys():
            message = _("There is no need with the code %(codes)s.") % {"codes": ", ".join(sorted(unknown))}
            raise ValidationError({"subjects": message})
        if self in self._wider():
            raise ValidationError({"broader": _("This would make the concept belong to itself.")})

    def content(self) -> concepts.Concept:
        rows = [row for row in self.words.all() if row.language in languages()]
        return concepts.Concept(
            code=self.code,
            words={row.language: found for row in rows if (found := lines(row.words))},
            said={row.language: found for row in rows if (found := lines(row.said))},
            subjects=codes(self.subjects),
            broader=self.belongs_to,
            unless=lines(self.unless),
        )

    def subjects_named(self) -> str:
        names = subjects.names(codes(self.subjects))
        return ", ".join(f"{code} {name}" for code, name in names.items())

    @property
    def belongs_to(self) -> str:
        return self.broader.code if self.broader else ""

    @property
    def written(self) -> dict[str, dict[str, str]]:
        """By language and field, for lists and tables; without gaps."""
        return _written(self.words.all(), ("words", "said"))

    def _wider(self) -> Iterator["Concept"]:
        seen, wider = set[Any](), self.broader
        while wider and wider.pk not in seen:
            seen.add(wider.pk)
            yield wider
            wider = wider.broader


class PhrasesInLanguage(models.Model):
    language = models.CharField(_("language"), max_length=12, choices=language_choices)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.get_language_display()


class ConceptWords(PhrasesInLanguage):
    concept = ParentalKey(Concept, on_delete=models.CASCADE, related_name="words")
    words = models.TextField(
        _("words"),
        blank=True,
        help_text=_("One word or phrase per line. People type them, and listings that have them are found."),
    )
    said = models.TextField(
        _("what people say"),
        blank=True,
        help_text=_(
            "One per line: sentences, slang, spellings. They lead here when typed; listings are not searched for them."
        ),
    )

    class Meta:
        verbose_name = _("words in a language")
        verbose_name_plural = _("words in a language")
        ordering = ["language"]
        constraints = [models.UniqueConstraint(fields=["concept", "language"], name="search_concept_language_once")]

    def clean(self) -> None:
        for field in ("words", "said"):
            if empty := [phrase for phrase in lines(getattr(self, field)) if not split(phrase)]:
                message = _("The search ignores such small words, write more of the phrase: %(phrases)s")
                raise ValidationError({field: message % {"phrases": ", ".join(empty)}})


class PromotedAnswer(Shipped):
    """Shown before any result when somebody types its words."""

    class Kind(models.TextChoices):
        CRISIS = "crisis", _("somebody is in danger")
        PROMOTED = "promoted", _("an answer of our office")

    kind = models.CharField(
        _("kind"),
        max_length=12,
        choices=Kind.choices,
        default=Kind.PROMOTED,
        help_text=_("Answers for danger come before all others. Questions that meet them are never kept."),
    )
    phone = models.CharField(_("phone"), max_length=40, blank=True, help_text=_("As people dial it."))
    url = models.URLField(_("web address"), blank=True, help_text=_("A page that says more, if there is one."))
    order = models.PositiveIntegerField(
        _("order"), default=100, help_text=_("Among answers of one kind the smaller number comes first.")
    )

    class Meta:
        verbose_name = _("promoted answer")
        verbose_name_plural = _("promoted answers")
        ordering = ["kind", "order", "code"]

    def content(self) -> answers.Answer:
        rows = [row for row in self.words.all() if row.language in languages()]
        return answers.Answer(
            code=self.code,
            kind=self.kind,
            words={row.language: found for row in rows if (found := lines(row.words))},
            titles={row.language: row.title for row in rows if row.title},
            texts={row.language: row.text for row in rows if row.text},
            phone=self.phone,
            url=self.url,
            order=self.order,
        )

    @property
    def written(self) -> dict[str, dict[str, str]]:
        return _written(self.words.all(), ("words", "title", "text"))


class PromotedAnswerWords(PhrasesInLanguage):
    answer = ParentalKey(PromotedAnswer, on_delete=models.CASCADE, related_name="words")
    words = models.TextField(
        _("what people type"),
        blank=True,
        help_text=_(
            "One phrase per line. All its words must stand side by side in the question, "
            "so write each way people say it."
        ),
    )
    title = models.CharField(_("title"), max_length=200, help_text=_("One short line."))
    text = models.TextField(
        _("text"), blank=True, help_text=_("One or two plain sentences: what it is, and what happens when you call.")
    )

    class Meta:
        verbose_name = _("answer in a language")
        verbose_name_plural = _("answer in a language")
        ordering = ["language"]
        constraints = [models.UniqueConstraint(fields=["answer", "language"], name="search_answer_language_once")]


def checksum(content: Any, *, active: bool = True) -> str:
    encoded = json.dumps([asdict(content), active], sort_keys=True, ensure_ascii=False).encode()
    return hashlib.blake2b(encoded, digest_size=16).hexdigest()


def _written(rows: Iterable[Any], fields: Iterable[str]) -> dict[str, dict[str, str]]:
    by_language = {row.language: row for row in rows}
    return {code: {field: getattr(by_language.get(code), field, "") for field in fields} for code in languages()}
