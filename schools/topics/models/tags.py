"""Values, pillars and focus areas as tags of what is done in their name: here programmes, above events and services."""

from django import forms
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel

from core.locales import source_locale_id


def owning_facts() -> Q:
    """Choices of a field that points at facts pages; a function, as locales are rows of the database."""
    return Q(locale_id=source_locale_id())


class Tagged(models.Model):
    """Carries values, pillars and focus areas; `tagged.register_tagged` says how the pages of the first two show it."""

    values = ParentalManyToManyField(
        "topics.ValuePage",
        blank=True,
        related_name="+",
        limit_choices_to=owning_facts,
        verbose_name=_("values"),
        help_text=_("The values this puts to work. It is then shown on the page of each."),
    )
    pillars = ParentalManyToManyField(
        "topics.PillarPage",
        blank=True,
        related_name="+",
        limit_choices_to=owning_facts,
        verbose_name=_("Community Schools pillars"),
    )
    focus = ParentalManyToManyField(
        "topics.FocusArea",
        blank=True,
        related_name="+",
        verbose_name=_("focus areas"),
        help_text=_("Families can choose by them in the search."),
    )

    class Meta:
        abstract = True


def tag_panels() -> list[FieldPanel]:
    """For the form of whatever is tagged."""
    return [FieldPanel(name, widget=forms.CheckboxSelectMultiple) for name in ("values", "pillars", "focus")]
