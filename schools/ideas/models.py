"""What families tell the schools, and what the schools say about it in public. The two never mix."""

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from core.models import InLanguagesField
from schools.calendar import today


class Idea(models.Model):
    """An idea or a concern, without a name unless its author leaves a way. `words` and `way` are emptied in time."""

    class Kind(models.TextChoices):
        IDEA = "idea", _("An idea")
        CONCERN = "concern", _("A concern")

    class Status(models.TextChoices):
        RECEIVED = "received", _("received")
        READ = "read", _("read")
        DISCUSSED = "discussed", _("discussed")
        ANSWERED = "answered", _("answered")

    reference = models.CharField(_("reference"), max_length=12, unique=True)
    kind = models.CharField(_("kind"), max_length=8, choices=Kind.choices)
    school = models.ForeignKey(
        "schools.SchoolPage",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("school"),
    )
    council = models.ForeignKey(
        "councils.CouncilPage",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("council"),
    )
    words = models.TextField(_("words"), blank=True)
    way = models.CharField(_("how to reach the family"), max_length=200, blank=True)
    language = models.CharField(_("language"), max_length=10)

    status = models.CharField(_("state"), max_length=10, choices=Status.choices, default=Status.RECEIVED)
    received_at = models.DateTimeField(_("received"), auto_now_add=True)
    changed_on = models.DateField(_("state since"), default=today)
    forgotten_on = models.DateField(null=True, blank=True)

    MOVES: ClassVar[dict[str, frozenset[str]]] = {
        Status.RECEIVED: frozenset({Status.READ}),
        Status.READ: frozenset({Status.DISCUSSED, Status.ANSWERED}),
        Status.DISCUSSED: frozenset({Status.ANSWERED}),
        Status.ANSWERED: frozenset(),
    }

    class Meta:
        verbose_name = _("idea or concern")
        verbose_name_plural = _("ideas and concerns")
        default_permissions = ("view", "change")
        ordering = ["-received_at"]

    def __str__(self) -> str:
        return self.reference

    def next_states(self) -> list[tuple[str, Any]]:
        """Where it may go from here, with its name."""
        moves = self.MOVES[self.status]
        return [(value, label) for value, label in self.Status.choices if value in moves]


class Heard(models.Model):
    """What staff say they heard and did: their words, in every language, never a family's."""

    school = models.ForeignKey(
        "schools.SchoolPage",
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="+",
        verbose_name=_("school"),
        help_text=_("Empty: the whole district."),
    )
    council = models.ForeignKey(
        "councils.CouncilPage",
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="+",
        verbose_name=_("council"),
        help_text=_("Where it was a council that heard it."),
    )
    theme = InLanguagesField(_("theme"), max_length=120)
    heard = InLanguagesField(
        _("what we heard"), long=True, max_length=600, help_text=_("In your own words. Nobody may be recognized.")
    )
    did = InLanguagesField(_("what we did"), long=True, max_length=600)
    on = models.DateField(_("date"), default=today)
    is_public = models.BooleanField(_("public"), default=False)

    class Meta:
        verbose_name = _("answer to families")
        verbose_name_plural = _("what we heard, what we did")
        ordering = ["-on", "-pk"]

    def __str__(self) -> str:
        return next(iter(self.theme.values()), "")

    def clean(self) -> None:
        super().clean()
        if self.council is not None:
            self.council = self.council.facts
            self.school = self.council.school
        if self.school is not None:
            self.school = self.school.facts
