from datetime import date
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo, available_timezones

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.utils.module_loading import import_string
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.fields import RichTextField
from wagtail.models import PageQuerySet
from wagtail.search import index

from core.alternates import set_alternates
from core.models import FactsPage, InLanguagesField
from core.models.pages import FactsPageManager
from events.models.form import EventPageForm
from events.models.kinds import Kind, Price
from events.models.panels import edit_handler
from events.recurrence.form import RecurrenceField
from events.recurrence.rules import checked_rule
from events.recurrence.series import Series
from schools.models import SchoolPage
from schools.models.school_page import PLAIN_TEXT
from schools.topics.models import Tagged

WORDS = ("about",)


def district_zone() -> str:
    return settings.TIME_ZONE


def _line(label: Any, help_text: Any = "") -> InLanguagesField:
    return InLanguagesField(label, blank=True, max_length=240, help_text=help_text)


class EventPage(RoutablePageMixin, Tagged, FactsPage):
    """Something that takes place, once or again and again. The page in the source language owns every fact.

    Its dates are rows of `Occurrence`, made from these fields when the page is published.
    """

    kind = models.CharField(_("kind"), max_length=16, choices=Kind.choices, default=Kind.VOLUNTEER)

    # When. Nullable for pages of other languages alone: these own no facts.
    first_day = models.DateField(_("first day"), null=True, blank=True)
    begins = models.TimeField(_("begins"), null=True, blank=True, help_text=_("Leave it empty for whole days."))
    ends = models.TimeField(_("ends"), null=True, blank=True, help_text=_("Before it begins means after midnight."))
    days = models.PositiveSmallIntegerField(
        _("days in a row"),
        default=1,
        validators=[MinValueValidator(1), MaxValueValidator(60)],
        help_text=_("For what lasts whole days only."),
    )
    time_zone = models.CharField(_("time zone"), max_length=50, default=district_zone)
    rule = RecurrenceField(_("repeats"), max_length=300, blank=True)
    is_cancelled = models.BooleanField(
        _("cancelled, all of it"), default=False, help_text=_("One date alone is cancelled below, in its own row.")
    )
    cancelled_because = _line(_("why it is cancelled"))

    # Where.
    school = models.ForeignKey(
        "schools.SchoolPage",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("at a school"),
    )
    location = models.ForeignKey(
        "directory.Location",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("or at a place of the directory"),
    )
    place = _line(_("room, or another place"), _("Building, room, street; or how to find it."))
    place_is_private = models.BooleanField(
        _("the place is told only to those who come"),
        default=False,
        help_text=_("For support groups. Families see the town and whom to call, nothing else."),
    )
    online_url = models.URLField(_("link to take part online"), max_length=500, blank=True)

    # Who.
    organization = models.ForeignKey(
        "directory.Organization",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("organization that holds it"),
        help_text=_("Leave it empty if the school or the district itself does."),
    )
    contact_name = models.CharField(_("who answers questions"), max_length=120, blank=True)
    contact_phone = models.CharField(_("phone"), max_length=40, blank=True)
    contact_email = models.EmailField(_("e-mail"), blank=True)

    # What families ask.
    price = models.CharField(_("cost"), max_length=8, choices=Price.choices, default=Price.FREE)
    price_note = _line(_("what it costs"))
    minimum_age = models.PositiveSmallIntegerField(_("from age"), null=True, blank=True)
    maximum_age = models.PositiveSmallIntegerField(_("to age"), null=True, blank=True)
    who_for = _line(_("who it is for"), _("For example: parents of children in kindergarten."))
    languages = models.JSONField(_("languages it is held in"), default=list, blank=True)
    interpreters = models.JSONField(_("interpreters for"), default=list, blank=True)
    interpreters_on_request = models.BooleanField(_("other interpreters if asked in time"), default=False)
    child_care = models.BooleanField(_("child care"), default=False)
    child_care_note = _line(_("about the child care"), _("Ages, and how many children there is room for."))
    food = _line(_("food"))
    access = _line(_("getting in"), _("Steps, wheelchairs, restrooms, quiet room."))
    bring = _line(_("what to bring"))
    how_it_goes = _line(
        _("how it goes"), _("Of a distribution: how much there is, where the line begins, when to come.")
    )
    transport = _line(_("how to get there"), _("Bus lines, parking, rides."))
    builds = models.JSONField(_("what it builds (the four Cs)"), default=list, blank=True)

    about = RichTextField(_("what it is about"), blank=True, features=PLAIN_TEXT)

    word_names = WORDS
    base_form_class = EventPageForm
    edit_handler = edit_handler(*WORDS)
    search_fields = [*FactsPage.search_fields, index.SearchField("intro"), index.SearchField("about")]
    template = "events/event_page.html"
    parent_page_types = ["events.EventIndexPage", "schools.SchoolPage"]
    subpage_types: list[str] = []

    objects = FactsPageManager.from_queryset(PageQuerySet)()

    class Meta:
        verbose_name = _("event")
        verbose_name_plural = _("events")

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.time_zone if self.time_zone in available_timezones() else settings.TIME_ZONE)

    @property
    def series(self) -> Series | None:
        """None for a page without facts of its own."""
        if self.first_day is None:
            return None
        return Series(
            first_day=self.first_day,
            zone=self.zone,
            begins=self.begins,
            ends=self.ends,
            days=self.days,
            rule=self.rule,
            changes=tuple(row.change for row in self.changed_dates.all()),
        )

    @property
    def host_school(self) -> SchoolPage | None:
        """The school whose page it stands below; None for the district's own."""
        parent = self.get_parent()
        page = parent.specific if parent is not None else None
        return page.facts if isinstance(page, SchoolPage) else None

    @property
    def uid(self) -> UUID:
        """The same in every language and for ever; calendars know it by this."""
        return self.translation_key

    def clean(self) -> None:
        super().clean()
        if not self.is_source:
            return
        if self.first_day is None:
            raise ValidationError({"first_day": _("Say on which day it takes place, or takes place first.")})
        try:
            self.rule = checked_rule(self.rule, self.first_day)
        except ValidationError as error:
            raise ValidationError({"rule": error.messages}) from error
        if self.ends is not None and self.begins is None:
            raise ValidationError({"begins": _("It has an end: say when it begins, too.")})
        if self.is_cancelled and not self.cancelled_because:
            raise ValidationError({"cancelled_because": _("Say why it is cancelled.")})
        lowest, highest = self.minimum_age, self.maximum_age
        if lowest is not None and highest is not None and highest < lowest:
            raise ValidationError({"maximum_age": _("The highest age is below the lowest.")})

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        set_alternates(request, self.alternate_paths())
        return super().serve(request, *args, **kwargs)

    @path("calendar/", name="calendar")
    def calendar(self, request: HttpRequest) -> HttpResponseBase:
        # Named as in a URLconf: models stand below the views that show them.
        return import_string("events.views.feeds.event_calendar")(request, self)

    @path("calendar/<int:year>-<int:month>-<int:day>/", name="calendar_of_date")
    def calendar_of_date(self, request: HttpRequest, year: int, month: int, day: int) -> HttpResponseBase:
        try:
            asked = date(year, month, day)
        except ValueError as impossible:
            raise Http404 from impossible
        return import_string("events.views.feeds.event_calendar")(request, self, asked)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        context.update(import_string("events.public.event.event_context")(self, request))
        return context
