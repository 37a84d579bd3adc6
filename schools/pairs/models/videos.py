from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from schools.pairs.models.halves import Half, Pair
from schools.pairs.querysets import HalfQuerySet, PairQuerySet


class VideoPair(Pair):
    """One video that families can follow in all languages of the site."""

    poster = models.ForeignKey(
        "core.SiteImage",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("picture"),
        help_text=_("Shown before the video plays; nothing is fetched from elsewhere until somebody taps."),
    )

    objects = PairQuerySet.as_manager()

    class Meta:
        verbose_name = _("video in two languages")
        verbose_name_plural = _("videos in two languages")
        ordering = ["-date", "-pk"]


class VideoVersion(Half):
    """A video in one language: where it plays, its captions, and everything that is said in it."""

    pair = models.ForeignKey(VideoPair, on_delete=models.CASCADE, related_name="halves")
    address = models.URLField(_("address of the video"), max_length=500, blank=True)
    captions = models.TextField(_("captions"), blank=True)
    captioned_there = models.BooleanField(_("the video shows captions in this language itself"), default=False)
    transcript = models.TextField(_("transcript"), blank=True)

    objects = HalfQuerySet.as_manager()

    class Meta:
        verbose_name = _("version of a video")
        verbose_name_plural = _("versions of videos")
        ordering = ["language"]
        constraints = [
            models.UniqueConstraint(fields=["pair", "language"], name="one_video_for_each_language"),
            models.CheckConstraint(
                condition=(~Q(address="") & ~Q(transcript="")) | Q(promised_for__isnull=False),
                name="a_missing_video_is_promised",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.pair} ({self.language})"

    @property
    def is_there(self) -> bool:
        return bool(self.address)
