"""What a family asks for, how it may be reached, and how far the answer has come."""

from datetime import date, timedelta
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from core.context import dialable
from schools.asking.querysets import OPEN, HelpRequestQuerySet
from schools.asking.reference import new_reference

# Everything that tells who asked. Emptied when a request was closed long enough ago, or left alone for a year.
# Never exported, never searched.
PERSONAL = ("name", "contact", "safe_when", "words", "outcome")

NATIONAL_DIGITS = 10  # Of a phone number without the country in front.


class Kind(models.TextChoices):
    FOOD = "food", _("Food")
    HOUSING = "housing", _("A place to live, rent or bills")
    CLOTHES = "clothes", _("Clothes, diapers or things for the home")
    HEALTH = "health", _("Health, doctor or dentist")
    FEELINGS = "feelings", _("Someone to talk to, worries or grief")
    SCHOOL = "school", _("School: enrolling, attendance, papers, transport")
    LEARNING = "learning", _("Tutoring or help with learning")
    WORK = "work", _("Work or training")
    LEGAL = "legal", _("Legal questions")
    CARE = "care", _("Child care or activities after school")
    OTHER = "other", _("Something else")


class Way(models.TextChoices):
    CALL = "call", _("Call me")
    TEXT = "text", _("Send me a text message")
    WHATSAPP = "whatsapp", _("Write to me on WhatsApp")
    EMAIL = "email", _("Write me an e-mail")


class Status(models.TextChoices):
    NEW = "new", pgettext_lazy("request", "not answered yet")
    CONTACTED = "contacted", pgettext_lazy("request", "contacted")
    CONNECTED = "connected", pgettext_lazy("request", "connected with help")
    DECLINED = "declined", pgettext_lazy("request", "does not want help any more")
    COULD_NOT_REACH = "no_reach", pgettext_lazy("request", "could not be reached")
    PASSED_ON = "passed_on", pgettext_lazy("request", "passed on to a partner")


class HelpRequest(models.Model):
    """Its status changes through the verbs of `schools.asking.working` alone. No school: the office answers."""

    OPEN = OPEN

    reference = models.CharField(_("reference"), max_length=12, unique=True, default=new_reference, editable=False)
    school = models.ForeignKey(
        "schools.SchoolPage", null=True, on_delete=models.SET_NULL, related_name="+", verbose_name=_("school")
    )
    kind = models.CharField(_("kind of help"), max_length=12, choices=Kind.choices)
    about = models.CharField(_("listing it is about"), max_length=300, blank=True)
    language = models.CharField(_("language"), max_length=12)
    # The site's language it was written in: that of lists and mails, where the site does not speak the family's own.
    written_in = models.CharField(max_length=10)

    name = models.CharField(_("first name or nickname"), max_length=60, blank=True)
    way = models.CharField(_("way to reach"), max_length=10, choices=Way.choices)
    contact = models.CharField(_("number or address"), max_length=254, blank=True)
    safe_when = models.CharField(_("when and how it is safe"), max_length=200, blank=True)
    do_not_call = models.BooleanField(_("do not call"), default=False)
    do_not_leave_message = models.BooleanField(_("do not leave a message"), default=False)
    words = models.TextField(_("in their words"), blank=True)

    status = models.CharField(_("status"), max_length=10, choices=Status.choices, default=Status.NEW, editable=False)
    is_urgent = models.BooleanField(_("urgent"), default=False)
    assigned = models.ForeignKey(
        "schools.Appointment",
        null=True,
        on_delete=models.SET_NULL,
        related_name="assigned_requests",
        verbose_name=_("answered by"),
    )
    times_assigned = models.PositiveIntegerField(default=0, editable=False)
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, editable=False, on_delete=models.SET_NULL, related_name="+"
    )
    received_at = models.DateTimeField(_("received"), default=timezone.now, editable=False)
    due_on = models.DateField(_("answer due"))
    closed_at = models.DateTimeField(_("closed"), null=True, editable=False)
    outcome = models.CharField(_("outcome"), max_length=300, blank=True)
    purged_at = models.DateTimeField(null=True, editable=False)

    EMPTY: ClassVar[dict[str, Any]] = {**dict.fromkeys(PERSONAL, ""), "about": ""}

    objects = HelpRequestQuerySet.as_manager()

    class Meta:
        verbose_name = _("request for help")
        verbose_name_plural = _("requests for help")
        ordering = ["-is_urgent", "due_on", "pk"]
        default_permissions = ()
        permissions = [("answer_all", _("Can answer the requests for help of all schools"))]
        indexes = [models.Index(fields=["status", "due_on"], name="asking_request_due")]

    def __str__(self) -> str:
        return self.reference

    @property
    def is_open(self) -> bool:
        return self.status in self.OPEN and not self.is_purged

    @property
    def is_purged(self) -> bool:
        return self.purged_at is not None

    @property
    def page_language(self) -> str:
        """What the family reads on this site."""
        return self.language if self.language in dict(settings.LANGUAGES) else self.written_in

    @property
    def school_title(self) -> str:
        return self.school.title if self.school else ""

    @property
    def call_href(self) -> str:
        """Empty where a call would put somebody at risk."""
        return "" if self.do_not_call or not self._is_phone else f"tel:{dialable(self.contact)}"

    @property
    def text_href(self) -> str:
        return f"sms:{dialable(self.contact)}" if self._is_phone and self.way != Way.WHATSAPP else ""

    @property
    def mail_href(self) -> str:
        return f"mailto:{self.contact}" if self.way == Way.EMAIL and self.contact else ""

    @property
    def whatsapp_href(self) -> str:
        if self.way != Way.WHATSAPP or not self.contact:
            return ""
        digits = dialable(self.contact).removeprefix("+")
        return f"https://wa.me/{'1' + digits if len(digits) == NATIONAL_DIGITS else digits}"

    @property
    def _is_phone(self) -> bool:
        return bool(self.contact) and self.way != Way.EMAIL

    def age(self, now: Any) -> timedelta:
        return (self.closed_at or now) - self.received_at

    def is_overdue(self, today: date) -> bool:
        return self.status == Status.NEW and self.due_on < today and not self.is_purged
