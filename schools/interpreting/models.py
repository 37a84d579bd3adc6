"""What a family asks for when a school and it do not speak the same language."""

from datetime import date
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from core.spoken import spoken_name
from schools.calendar import days_left, today


class InterpreterRequest(models.Model):
    """A request for an interpreter or a translation. `way`, `about` and `secret` are personal and emptied in time."""

    class What(models.TextChoices):
        MEETING = "meeting", _("An interpreter at a meeting with the school")
        EVENT = "event", _("An interpreter at an event")
        COUNCIL = "council", _("An interpreter at a council or board meeting")
        DOCUMENT = "document", _("A document, translated in writing")

    class Status(models.TextChoices):
        PENDING = "pending", _("being arranged")
        COVERED = "covered", _("arranged")
        NOT_AVAILABLE = "not_available", _("not available")

    class Offer(models.TextChoices):
        NOTHING = "", _("nothing")
        ANOTHER_DAY = "another_day", _("another day")
        BY_PHONE = "by_phone", _("an interpreter on the phone")

    reference = models.CharField(_("reference"), max_length=12, unique=True)
    secret = models.CharField(max_length=40, blank=True, editable=False)
    what = models.CharField(_("what"), max_length=10, choices=What.choices)
    language = models.CharField(_("language"), max_length=12)
    school = models.ForeignKey(
        "schools.SchoolPage",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("school"),
    )
    needed_on = models.DateField(_("day"))
    needed_at = models.TimeField(_("time"), null=True, blank=True)
    about = models.TextField(_("where, and what it is about"), blank=True)
    way = models.CharField(_("how to reach the family"), max_length=200, blank=True)
    told_in = models.CharField(_("language of our answer"), max_length=10)

    status = models.CharField(_("state"), max_length=14, choices=Status.choices, default=Status.PENDING)
    offer = models.CharField(_("what we offer instead"), max_length=12, choices=Offer.choices, blank=True)
    offered_on = models.DateField(_("the other day"), null=True, blank=True)
    in_time = models.BooleanField(_("asked in time"))
    received_at = models.DateTimeField(_("received"), auto_now_add=True)
    answer_due_on = models.DateField(_("answer by"))
    answered_at = models.DateTimeField(_("answered"), null=True, blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    answers = models.PositiveSmallIntegerField(default=0)
    forgotten_on = models.DateField(null=True, blank=True)

    MOVES: ClassVar[dict[str, frozenset[str]]] = {
        Status.PENDING: frozenset({Status.COVERED, Status.NOT_AVAILABLE}),
        Status.COVERED: frozenset({Status.NOT_AVAILABLE}),
        Status.NOT_AVAILABLE: frozenset({Status.COVERED}),
    }

    class Meta:
        verbose_name = _("request for an interpreter")
        verbose_name_plural = _("requests for interpreters")
        default_permissions = ("view", "change")
        ordering = ["needed_on", "needed_at", "pk"]
        indexes = [models.Index(fields=["status", "answer_due_on"], name="interpreter_due")]

    def __str__(self) -> str:
        return self.reference

    @property
    def language_name(self) -> str:
        return spoken_name(self.language)

    @property
    def is_document(self) -> bool:
        return self.what == self.What.DOCUMENT

    @property
    def is_overdue(self) -> bool:
        return self.answered_at is None and self.answer_due_on < today()

    @property
    def days_left(self) -> int:
        """Business days in which the family still waits for an answer without our being late."""
        return days_left(self.answer_due_on)

    def may_become(self, status: str) -> bool:
        return status in self.MOVES[self.status] and self.forgotten_on is None

    def is_over(self, day: date) -> bool:
        return self.needed_on < day
