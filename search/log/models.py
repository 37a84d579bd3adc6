from django.db import models
from django.utils.translation import gettext_lazy as _


class QueryLog(models.Model):
    """How often a question was asked on a day and what came of it.

    `text` is folded and empty where it might tell of a person; after some weeks only the counts of a day are left.
    """

    day = models.DateField(_("day"))
    language = models.CharField(_("language"), max_length=12)
    text = models.CharField(_("words"), max_length=60, blank=True)
    spelling = models.CharField(_("as typed"), max_length=80, blank=True)
    filters = models.CharField(_("filters"), max_length=200, blank=True)
    asked = models.PositiveIntegerField(_("asked"), default=0)
    nothing = models.PositiveIntegerField(_("found nothing"), default=0)
    results = models.PositiveIntegerField(_("results"), default=0)
    opened = models.PositiveIntegerField(_("listings opened"), default=0)

    class Meta:
        verbose_name = _("question")
        verbose_name_plural = _("what families search for")
        constraints = [
            models.UniqueConstraint(fields=["day", "language", "text", "filters"], name="search_query_once_a_day")
        ]
        indexes = [models.Index(fields=["text", "language"], name="search_query_text")]

    def __str__(self) -> str:
        return self.spelling or self.text


class SearchGap(models.Model):
    """Words for which the office knows that no listing covers them yet."""

    text = models.CharField(_("words"), max_length=60)
    language = models.CharField(_("language"), max_length=12)
    since = models.DateField(_("since"), auto_now_add=True)

    class Meta:
        verbose_name = _("gap")
        verbose_name_plural = _("gaps")
        constraints = [models.UniqueConstraint(fields=["text", "language"], name="search_gap_once")]

    def __str__(self) -> str:
        return self.text
