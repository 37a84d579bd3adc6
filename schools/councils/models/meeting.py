from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.module_loading import import_string
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, ObjectList, TabbedInterface
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.fields import RichTextField
from wagtail.models import PageQuerySet
from wagtail.search import index

from core.alternates import set_alternates
from core.models import FactsPage, InLanguagesField
from core.models.pages import FactsPageManager
from core.panels import FactRows, FactsPageForm, group, row, words
from schools.councils.models.council import CouncilPage
from schools.models.school_page import PLAIN_TEXT


class MeetingQuerySet(PageQuerySet):
    def of(self, council: CouncilPage) -> "MeetingQuerySet":
        return self.child_of(council)

    def coming(self, now: datetime) -> "MeetingQuerySet":
        """Those that are not over, the next one first."""
        return self.filter(models.Q(ends_at__gte=now) | models.Q(ends_at=None, starts_at__gte=now)).order_by(
            "starts_at"
        )

    def past(self, now: datetime) -> "MeetingQuerySet":
        over = models.Q(ends_at__lt=now) | models.Q(ends_at=None, starts_at__lt=now)
        return self.filter(over).order_by("-starts_at")

    def whole(self) -> "MeetingQuerySet":
        return self.select_related("agenda", "minutes", "posting").prefetch_related("agenda__halves", "minutes__halves")


class MeetingPage(RoutablePageMixin, FactsPage):
    """One meeting of a council, with its papers."""

    # Nullable for pages of other languages alone: these own no facts.
    starts_at = models.DateTimeField(_("begins"), null=True, blank=True)
    ends_at = models.DateTimeField(_("ends"), null=True, blank=True)
    place = InLanguagesField(_("where"), blank=True, max_length=200, help_text=_("Building, room, street."))
    online_url = models.URLField(_("link to take part online"), max_length=500, blank=True)
    interpreting = InLanguagesField(
        _("interpreters and child care"), blank=True, max_length=200, help_text=_("For example: Spanish and Mixteco.")
    )
    agenda = models.ForeignKey(
        "pairs.DocumentPair",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("agenda"),
    )
    minutes = models.ForeignKey(
        "pairs.DocumentPair",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("minutes"),
    )
    is_cancelled = models.BooleanField(_("cancelled"), default=False)
    cancelled_because = InLanguagesField(_("why it is cancelled"), blank=True, max_length=200)

    about = RichTextField(_("what it is about"), blank=True, features=PLAIN_TEXT)
    came_of_it = RichTextField(
        _("what came of it"),
        blank=True,
        features=PLAIN_TEXT,
        help_text=_("After the meeting. For example: the vision that families and the school wrote together."),
    )

    word_names = ("about", "came_of_it")
    base_form_class = FactsPageForm
    edit_handler = TabbedInterface(
        [
            ObjectList([*FactsPage.content_panels, words(*word_names)], heading=_("Words")),
            ObjectList(
                [
                    row("starts_at", "ends_at"),
                    FieldPanel("place"),
                    FieldPanel("online_url"),
                    FieldPanel("interpreting"),
                    group(_("Papers"), "agenda", "minutes"),
                    FactRows("took_part", heading=_("Who took part"), label=_("role")),
                    group(_("If it does not take place"), "is_cancelled", "cancelled_because"),
                ],
                heading=_("Facts, the same in every language"),
            ),
            ObjectList([*FactsPage.promote_panels], heading=_("Search and menus")),
        ]
    )
    search_fields = [
        *FactsPage.search_fields,
        index.SearchField("intro"),
        index.SearchField("about"),
        index.SearchField("came_of_it"),
    ]
    template = "schools/councils/meeting_page.html"
    parent_page_types = ["councils.CouncilPage"]
    subpage_types: list[str] = []

    objects = FactsPageManager.from_queryset(MeetingQuerySet)()

    class Meta:
        verbose_name = _("meeting")
        verbose_name_plural = _("meetings")

    @property
    def begins_at(self) -> datetime:
        """Of the page that owns the facts: only pages of other languages are without."""
        if self.starts_at is None:
            raise ValueError("a page without facts")
        return self.starts_at

    def clean(self) -> None:
        super().clean()
        if not self.is_source:
            return
        if self.starts_at is None:
            raise ValidationError({"starts_at": _("Say when it begins.")})
        if self.ends_at and self.ends_at <= self.starts_at:
            raise ValidationError({"ends_at": _("The end comes before the beginning.")})
        if self.is_cancelled and not self.cancelled_because:
            raise ValidationError({"cancelled_because": _("Say why it is cancelled.")})

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        set_alternates(request, self.alternate_paths())
        return super().serve(request, *args, **kwargs)

    @path("calendar/", name="calendar")
    def calendar(self, request: HttpRequest) -> HttpResponseBase:
        # Named as in a URLconf: models stand below the views that show them.
        return import_string("schools.councils.views.calendar.calendar")(request, self)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        context.update(import_string("schools.councils.public.meetings.meeting_context")(self))
        return context


class AgendaPosting(models.Model):
    """The moment an agenda was first public. Apart from the page, whose older versions would bring back older facts."""

    meeting = models.OneToOneField(MeetingPage, on_delete=models.CASCADE, related_name="posting")
    posted_at = models.DateTimeField(_("agenda public since"))

    class Meta:
        verbose_name = _("posting of an agenda")
        verbose_name_plural = _("postings of agendas")

    def __str__(self) -> str:
        return f"{self.meeting}: {self.posted_at:%Y-%m-%d %H:%M}"
