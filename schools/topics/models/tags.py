"""Values and pillars as tags of what is done in their name: programmes here, events and services on floors above."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField

from core.locales import source_locale_id


def owning_facts() -> Q:
    """Choices of a field that points at facts pages; a function, as locales are rows of the database."""
    return Q(locale_id=source_locale_id())


class Tagged(models.Model):
    """Carries values and pillars. Say in `tagged.register_tagged` how the thing is shown on their pages."""

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

    class Meta:
        abstract = True
