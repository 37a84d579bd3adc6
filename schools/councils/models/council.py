from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator
from django.db import models
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.module_loading import import_string
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, ObjectList, TabbedInterface
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.fields import RichTextField
from wagtail.models import Orderable
from wagtail.search import index

from core.alternates import set_alternates
from core.models import FactsPage, InLanguagesField
from core.panels import FactRows, FactsPageForm, group, row, words
from schools.models import SchoolPage
from schools.models.school_page import PLAIN_TEXT


class CouncilPage(RoutablePageMixin, FactsPage):
    """People who meet and decide or advise, at a school or for the district, and what came of it."""

    class Kind(models.TextChoices):
        ADVISORY = "advisory", _("Advisory council")
        ENGLISH_LEARNERS = "elac", _("English learner committee")
        SITE = "site", _("School site council")
        PARENTS = "parents", _("Parent association")
        BOARD = "board", _("Board of the district")
        CIVIC = "civic", _("Meeting of the city or county")
        OTHER = "other", _("Other group")

    kind = models.CharField(_("kind"), max_length=10, choices=Kind.choices, default=Kind.ADVISORY)
    notice_hours = models.PositiveSmallIntegerField(
        _("hours before a meeting by which its agenda must be public"),
        null=True,
        blank=True,
        validators=[MaxValueValidator(24 * 60)],
        help_text=_("Empty: as everywhere in the district."),
    )
    bylaws = models.ForeignKey(
        "pairs.DocumentPair",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("bylaws"),
    )
    phone = models.CharField(_("phone"), max_length=40, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    takes_members = models.BooleanField(
        _("families may say that they want to join"), default=True, help_text=_("The page then has a short form.")
    )

    purpose = RichTextField(_("what it is for"), blank=True, features=PLAIN_TEXT)
    when_it_meets = models.TextField(
        _("when it meets"), blank=True, help_text=_("For example: every second Thursday of the month at 5:30.")
    )

    word_names = ("purpose", "when_it_meets")
    base_form_class = FactsPageForm
    edit_handler = TabbedInterface(
        [
            ObjectList([*FactsPage.content_panels, words(*word_names)], heading=_("Words")),
            ObjectList(
                [
                    row("kind", "notice_hours"),
                    FieldPanel("bylaws"),
                    group(_("Who answers"), row("phone", "email"), "takes_members"),
                    FactRows("members", heading=_("Members"), label=_("member")),
                    FactRows("said_and_done", heading=_("You said, we did"), label=_("answer")),
                ],
                heading=_("Facts, the same in every language"),
            ),
            ObjectList([*FactsPage.promote_panels], heading=_("Search and menus")),
        ]
    )
    search_fields = [*FactsPage.search_fields, index.SearchField("intro"), index.SearchField("purpose")]
    template = "schools/councils/council_page.html"
    parent_page_types = ["schools.SchoolPage", "home.HomePage"]
    subpage_types = ["councils.MeetingPage"]

    class Meta:
        verbose_name = _("council")
        verbose_name_plural = _("councils")

    @property
    def school(self) -> SchoolPage | None:
        parent = self.get_parent().specific
        return parent if isinstance(parent, SchoolPage) else None

    @property
    def notice(self) -> int:
        return settings.AGENDA_NOTICE_HOURS if self.notice_hours is None else self.notice_hours

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        # The mixin answers without asking the page, which says there where its translations are.
        set_alternates(request, self.alternate_paths())
        return super().serve(request, *args, **kwargs)

    @path("join/", name="join")
    def join(self, request: HttpRequest) -> HttpResponseBase:
        # Named as in a URLconf: models stand below the views that show them.
        return import_string("schools.councils.views.join.join")(request, self)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        context.update(import_string("schools.councils.public.council.council_context")(self))
        return context


class CouncilMember(Orderable):
    council = ParentalKey(CouncilPage, on_delete=models.CASCADE, related_name="members")
    name = models.CharField(_("name"), max_length=120)
    role = InLanguagesField(_("role"), max_length=80, help_text=_("For example: parent, teacher, chair."))
    since = models.DateField(_("from"), null=True, blank=True)
    until = models.DateField(_("to"), null=True, blank=True, help_text=_("After this day the name is not shown."))

    panels = [FieldPanel("name"), FieldPanel("role"), row("since", "until")]

    class Meta(Orderable.Meta):
        verbose_name = _("member")
        verbose_name_plural = _("members")

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        super().clean()
        if self.since and self.until and self.until < self.since:
            raise ValidationError({"until": _("The last day comes before the first.")})


class SaidAndDone(Orderable):
    """What families asked for, and what came of it."""

    council = ParentalKey(CouncilPage, on_delete=models.CASCADE, related_name="said_and_done")
    you_said = InLanguagesField(_("you said"), long=True, max_length=400)
    we_did = InLanguagesField(_("we did"), long=True, max_length=600)
    on = models.DateField(_("date"))
    minutes = models.ForeignKey(
        "pairs.DocumentPair",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("minutes"),
    )

    panels = [FieldPanel("you_said"), FieldPanel("we_did"), row("on", "minutes")]

    class Meta(Orderable.Meta):
        verbose_name = _("answer to families")
        verbose_name_plural = _("answers to families")

    def __str__(self) -> str:
        return f"{self.on}"
