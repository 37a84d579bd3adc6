from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
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
from core.locales import source_language
from core.models import FactsPage, InLanguagesField, said
from core.panels import FactRows, group, row, words
from events.drives.editing import DrivePageForm
from schools.calendar import today
from schools.models import SchoolPage
from schools.models.school_page import PLAIN_TEXT

MOST = 9999  # Of one item; a larger number is a slip of the finger.


class DrivePage(RoutablePageMixin, FactsPage):
    """Things a family or many families need, which neighbors pledge to bring."""

    # Nullable for pages of other languages alone: these own no facts.
    opens_on = models.DateField(_("first day to pledge"), null=True, blank=True, default=today)
    closes_on = models.DateField(_("last day to pledge"), null=True, blank=True)
    last_drop_off_on = models.DateField(
        _("last day to bring things"),
        null=True,
        blank=True,
        help_text=_("The day before, whoever has not brought their things is reminded by mail."),
    )
    drop_off_school = models.ForeignKey(
        "schools.SchoolPage",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("school where things are brought"),
    )
    drop_off_location = models.ForeignKey(
        "directory.Location",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("or a place of the directory"),
    )
    drop_off_place = InLanguagesField(
        _("door, room, or another place"), blank=True, max_length=200, help_text=_("For example: front office, room 4.")
    )
    drop_off_hours = InLanguagesField(
        _("days and hours to bring things"),
        blank=True,
        long=True,
        max_length=400,
        help_text=_("For example: school days, 8 a.m. to 3 p.m. Saturday 5, 9 a.m. to noon."),
    )
    phone = models.CharField(_("phone for questions"), max_length=40, blank=True)
    email = models.EmailField(_("e-mail for questions"), blank=True)
    is_closed_early = models.BooleanField(
        _("closed now"), default=False, help_text=_("No more pledges. What was pledged may still be brought.")
    )
    thanks = InLanguagesField(
        _("words of thanks"),
        blank=True,
        long=True,
        max_length=400,
        help_text=_("Shown when the drive is closed or over."),
    )

    story = RichTextField(
        _("what happened"),
        blank=True,
        features=PLAIN_TEXT,
        help_text=_(
            "Names no family, not the school of its children, not its street, and shows no picture of its home: "
            "neighbors help without knowing whom."
        ),
    )

    word_names = ("story",)
    base_form_class = DrivePageForm
    edit_handler = TabbedInterface(
        [
            ObjectList([*FactsPage.content_panels, words(*word_names)], heading=_("Words")),
            ObjectList(
                [
                    FactRows("items", heading=_("What is needed"), label=_("thing"), min_num=1),
                    group(_("When"), row("opens_on", "closes_on"), "last_drop_off_on"),
                    group(
                        _("Where things are brought"),
                        "drop_off_school",
                        "drop_off_location",
                        "drop_off_place",
                        "drop_off_hours",
                    ),
                    group(_("Who answers"), row("phone", "email")),
                    group(_("When it is enough"), "is_closed_early", "thanks"),
                ],
                heading=_("Facts, the same in every language"),
            ),
            ObjectList([*FactsPage.promote_panels], heading=_("Search and menus")),
        ]
    )
    search_fields = [*FactsPage.search_fields, index.SearchField("intro"), index.SearchField("story")]
    template = "events/drives/drive_page.html"
    parent_page_types = ["home.HomePage", "schools.SchoolPage"]
    subpage_types: list[str] = []

    class Meta:
        verbose_name = _("needs drive")
        verbose_name_plural = _("needs drives")

    @property
    def school(self) -> SchoolPage | None:
        """Whose drive it is; the district's own has none."""
        parent = self.get_parent().specific
        return parent if isinstance(parent, SchoolPage) else None

    def clean(self) -> None:
        super().clean()
        if self.is_source:
            self._check_days()
            if not (self.drop_off_school or self.drop_off_location or self.drop_off_place):
                raise ValidationError({"drop_off_place": _("Say where things are brought.")})

    def _check_days(self) -> None:
        opens, closes, last = self.opens_on, self.closes_on, self.last_drop_off_on
        if opens is None or closes is None or last is None:
            given = {"opens_on": opens, "closes_on": closes, "last_drop_off_on": last}
            raise ValidationError({name: _("Give a date.") for name, day in given.items() if day is None})
        if closes < opens:
            raise ValidationError({"closes_on": _("The last day comes before the first.")})
        if last < closes:
            raise ValidationError({"last_drop_off_on": _("The last day to bring things comes before that to pledge.")})

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        # The mixin answers without asking the page, which says there where its translations are.
        set_alternates(request, self.alternate_paths())
        return super().serve(request, *args, **kwargs)

    @path("pledge/", name="pledge")
    def pledge(self, request: HttpRequest) -> HttpResponseBase:
        # Named as in a URLconf: models stand below the views that show them.
        return import_string("events.drives.views.pledge.pledge")(request, self)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        context.update(import_string("events.drives.public.drive.drive_context")(self))
        return context


class DriveItem(Orderable):
    """One kind of thing that is needed, as its editor writes it; how it stands is kept in its `ItemStand`."""

    drive = ParentalKey(DrivePage, on_delete=models.CASCADE, related_name="items")
    name = InLanguagesField(_("thing"), max_length=80, help_text=_("For example: blankets."))
    note = InLanguagesField(
        _("sizes and the like"), blank=True, max_length=160, help_text=_("For example: size 4, new or hardly worn.")
    )
    wanted = models.PositiveSmallIntegerField(
        _("how many are needed"), validators=[MinValueValidator(1), MaxValueValidator(MOST)]
    )
    most_each = models.PositiveSmallIntegerField(
        _("most for each person"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(MOST)],
        help_text=_("Empty: as many as are needed."),
    )

    panels = [FieldPanel("name"), FieldPanel("note"), row("wanted", "most_each")]

    class Meta(Orderable.Meta):
        verbose_name = _("thing that is needed")
        verbose_name_plural = _("things that are needed")

    def __str__(self) -> str:
        return said(self.name, source_language()).text
