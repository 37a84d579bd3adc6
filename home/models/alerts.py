from datetime import date
from typing import Self

from django.contrib.contenttypes.fields import GenericRelation
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from modelcluster.models import ClusterableModel
from wagtail.models import DraftStateMixin, RevisionMixin

from core.models import WordsMixin, words_only
from directory.querysets import FactsQuerySet


class AlertQuerySet(FactsQuerySet):
    def on(self, day: date) -> Self:
        """Alerts the public sees on a day, newest first."""
        shown = self.facts().filter(live=True)
        return shown.filter(Q(shown_from=None) | Q(shown_from__lte=day), Q(shown_until=None) | Q(shown_until__gte=day))


class Alert(DraftStateMixin, RevisionMixin, WordsMixin, ClusterableModel):
    """News for every page of the site, for a few days: "Schools are closed today because of the smoke"."""

    text = models.CharField(_("text"), max_length=240, help_text=_("One or two short sentences."))
    link = models.URLField(_("web address"), max_length=500, blank=True, help_text=_("Where there is more to read."))
    shown_from = models.DateField(_("shown from"), null=True, blank=True, help_text=_("Empty: from now on."))
    shown_until = models.DateField(_("shown until"), null=True, blank=True, help_text=_("The last day it is shown."))

    _revisions = GenericRelation(
        "wagtailcore.Revision",
        content_type_field="base_content_type",
        object_id_field="object_id",
        related_query_name="alert",
        for_concrete_model=False,
    )

    translatable_fields = words_only("text")
    objects = AlertQuerySet.as_manager()

    class Meta(WordsMixin.Meta):
        verbose_name = _("alert")
        verbose_name_plural = _("alerts")
        ordering = ["-shown_from", "-pk"]

    def __str__(self) -> str:
        return self.text

    @property
    def revisions(self) -> models.QuerySet:
        return self._revisions

    def slug_text(self) -> str:
        return self.text[:60]
