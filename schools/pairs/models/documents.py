from django.conf import settings
from django.core.files.storage import Storage, storages
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from schools.pairs.models.halves import Half, Pair
from schools.pairs.querysets import HalfQuerySet, PairQuerySet


class DocumentPair(Pair):
    """One document in all languages of the site."""

    class Kind(models.TextChoices):
        AGENDA = "agenda", _("Agenda")
        MINUTES = "minutes", _("Minutes")
        BYLAWS = "bylaws", _("Bylaws")
        PRESENTATION = "presentation", _("Presentation")
        LETTER = "letter", _("Letter")
        FORM = "form", _("Form")
        PLAN = "plan", _("Plan")
        REPORT = "report", _("Report")
        FLYER = "flyer", _("Flyer")
        OTHER = "other", _("Other document")

    kind = models.CharField(_("kind"), max_length=12, choices=Kind.choices, default=Kind.OTHER)
    is_private = models.BooleanField(
        _("private"),
        default=False,
        help_text=_("Not public: only staff, and the people it belongs to, can open it. It is listed nowhere."),
    )

    objects = PairQuerySet.as_manager()

    class Meta:
        verbose_name = _("document in two languages")
        verbose_name_plural = _("documents in two languages")
        ordering = ["-date", "-pk"]


def private_storage() -> Storage:
    return storages["private"]


def place_of(half: "PairedFile", name: str) -> str:
    return f"papers/{half.pair.key}/{half.language}/{name}"


class PairedFile(Half):
    """The file of a document in one language; what the content says counts, not what the name says."""

    pair = models.ForeignKey(DocumentPair, on_delete=models.CASCADE, related_name="halves")
    file = models.FileField(_("file"), storage=private_storage, upload_to=place_of, max_length=300, blank=True)
    name = models.CharField(max_length=120, blank=True)
    content_type = models.CharField(max_length=100, blank=True)
    size = models.PositiveIntegerField(default=0)
    checksum = models.CharField(max_length=64, blank=True)
    uploaded_at = models.DateTimeField(null=True, blank=True)
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    objects = HalfQuerySet.as_manager()

    class Meta:
        verbose_name = _("file of a document")
        verbose_name_plural = _("files of documents")
        ordering = ["language"]
        constraints = [
            models.UniqueConstraint(fields=["pair", "language"], name="one_file_for_each_language"),
            models.CheckConstraint(
                condition=~Q(file="") | Q(promised_for__isnull=False), name="a_missing_file_is_promised"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.pair} ({self.language})"

    @property
    def is_there(self) -> bool:
        return bool(self.file)
