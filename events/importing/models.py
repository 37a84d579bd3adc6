from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from core.panels import group
from events.importing.fetching import check_address
from events.models import Kind


class PartnerCalendar(models.Model):
    """A calendar that somebody else keeps and we look into."""

    title = models.CharField(_("title"), max_length=120)
    address = models.CharField(
        _("address"),
        max_length=500,
        blank=True,
        validators=[check_address],
        help_text=_("The address of the calendar (iCal, .ics). Leave it empty if the partner sends files."),
    )
    organization = models.ForeignKey(
        "directory.Organization",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("organization that holds these events"),
    )
    school = models.ForeignKey(
        "schools.SchoolPage",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("school they take place at"),
    )
    kind = models.CharField(_("kind"), max_length=16, choices=Kind.choices, default=Kind.WORKSHOP)
    is_active = models.BooleanField(_("read it every few hours"), default=True)

    last_read_at = models.DateTimeField(_("last read"), null=True, editable=False)
    last_problem = models.TextField(_("what did not work"), blank=True, editable=False)

    panels = [
        FieldPanel("title"),
        FieldPanel("address"),
        group(_("What its events are"), "organization", "school", "kind"),
        FieldPanel("is_active"),
    ]

    class Meta:
        verbose_name = _("calendar of a partner")
        verbose_name_plural = _("calendars of partners")
        ordering = ["title"]

    def __str__(self) -> str:
        return self.title


class ImportedEvent(models.Model):
    """One event of a partner's calendar and the page that was made of it; without a page, it was turned down."""

    class State(models.TextChoices):
        DRAFT = "draft", _("new: a draft to review")
        CHANGED = "changed", _("changed by the partner, our page is not")
        GONE = "gone", _("no longer in the partner's calendar")
        SETTLED = "settled", _("nothing to do")

    calendar = models.ForeignKey(PartnerCalendar, on_delete=models.CASCADE, related_name="events")
    foreign_uid = models.CharField(_("mark in the partner's calendar"), max_length=255)
    page = models.ForeignKey("events.EventPage", null=True, on_delete=models.SET_NULL, related_name="+")
    revision = models.PositiveBigIntegerField(_("version we made"), null=True)
    content = models.CharField(_("mark of what it said"), max_length=64)
    state = models.CharField(_("state"), max_length=8, choices=State.choices, default=State.DRAFT)
    changed_at = models.DateTimeField(_("changed"), auto_now=True)

    class Meta:
        verbose_name = _("event of a partner")
        verbose_name_plural = _("events of partners")
        ordering = ["-changed_at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["calendar", "foreign_uid"], name="an_event_is_imported_once"),
        ]

    def __str__(self) -> str:
        return self.foreign_uid
