"""How the office narrows the lists of concepts and of promoted answers."""

import django_filters
from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet

from search.thesaurus.models import Concept, Origin, PromotedAnswer, language_choices

YES, NO = "yes", "no"
YES_OR_NO = [(YES, _("yes")), (NO, _("no"))]


def written_in(rows: QuerySet, _name: str, language: str) -> QuerySet:
    return rows.filter(words__language=language).exclude(words__language=language, words__words="")


def not_written_in(rows: QuerySet, _name: str, language: str) -> QuerySet:
    return rows.exclude(pk__in=written_in(rows, _name, language).values("pk"))


def with_need(concepts: QuerySet, _name: str, answer: str) -> QuerySet:
    return concepts.filter(subjects="") if answer == NO else concepts.exclude(subjects="")


def of_origin(rows: QuerySet, _name: str, origins: list[str]) -> QuerySet:
    """A few hundred rows are compared with what was shipped; that is cheaper than keeping the answer true."""
    if not origins:
        return rows
    compared = rows.model._default_manager.prefetch_related("words")
    return rows.filter(pk__in=[row.pk for row in compared if row.origin in origins])


class WordsFilterSet(WagtailFilterSet):
    language = django_filters.ChoiceFilter(label=_("Has words in"), choices=language_choices, method=written_in)
    missing = django_filters.ChoiceFilter(label=_("Has no words in"), choices=language_choices, method=not_written_in)
    origin = django_filters.MultipleChoiceFilter(
        label=_("Origin"),
        choices=Origin.choices,
        method=of_origin,
        widget=forms.CheckboxSelectMultiple,
    )


class ConceptFilterSet(WordsFilterSet):
    need = django_filters.ChoiceFilter(label=_("Has needs"), choices=YES_OR_NO, method=with_need)

    class Meta:
        model = Concept
        fields = ["active"]


class AnswerFilterSet(WordsFilterSet):
    class Meta:
        model = PromotedAnswer
        fields = ["kind", "active"]
