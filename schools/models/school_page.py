from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator
from django.db import models
from django.http import HttpRequest, HttpResponseBase
from django.utils.module_loading import import_string
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.admin.panels import ObjectList, TabbedInterface
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.fields import RichTextField
from wagtail.search import index

from core.alternates import set_alternates
from core.blocks import BodyField
from core.models import FactsPage
from core.panels import FactsPageForm, group, row, words
from schools.grades import GRADES

PLAIN_TEXT = ["bold", "italic", "link", "ol", "ul", "h3"]


class CommunitySchool(models.TextChoices):
    """Where a school stands on its way to be a Community School."""

    NONE = "", _("not a Community School")
    PLANNING = "planning", _("planning to become one")
    STARTING = "starting", _("in its first years")
    ESTABLISHED = "established", _("established")


class QuickLinkBlock(blocks.StructBlock):
    text = blocks.CharBlock(label=_("text"), max_length=80)
    page = blocks.PageChooserBlock(label=_("page of this site"), required=False)
    address = blocks.URLBlock(label=_("or a web address"), required=False)

    class Meta:
        icon = "link"
        label = _("Link")


class SchoolPage(RoutablePageMixin, FactsPage):
    """One school, and everything a family may want of it. The page in the source language owns its facts."""

    address_1 = models.CharField(_("street address"), max_length=160, blank=True)
    city = models.CharField(_("city"), max_length=80, blank=True)
    state_province = models.CharField(_("state"), max_length=40, blank=True)
    postal_code = models.CharField(
        _("ZIP code"), max_length=10, blank=True, validators=[RegexValidator(r"^\d{5}(-\d{4})?$", _("Five digits."))]
    )
    latitude = models.FloatField(
        _("latitude"), null=True, blank=True, validators=[MinValueValidator(-90), MaxValueValidator(90)]
    )
    longitude = models.FloatField(
        _("longitude"), null=True, blank=True, validators=[MinValueValidator(-180), MaxValueValidator(180)]
    )
    phone = models.CharField(_("phone of the school office"), max_length=40, blank=True)
    attendance_phone = models.CharField(_("phone to report an absence"), max_length=40, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    website = models.URLField(_("website"), max_length=300, blank=True)
    office_days = models.CharField(
        _("days the school office is open"),
        max_length=20,
        default="MO,TU,WE,TH,FR",
        blank=True,
        help_text=_("MO,TU,WE,TH,FR,SA,SU, separated by commas."),
        validators=[RegexValidator(r"^((MO|TU|WE|TH|FR|SA|SU)(,|$))*$", _("Use MO,TU,WE,TH,FR,SA,SU."))],
    )
    office_opens = models.TimeField(_("opens"), null=True, blank=True)
    office_closes = models.TimeField(_("closes"), null=True, blank=True)
    lowest_grade = models.SmallIntegerField(_("lowest grade"), choices=GRADES, null=True, blank=True)
    highest_grade = models.SmallIntegerField(_("highest grade"), choices=GRADES, null=True, blank=True)
    principal = models.CharField(_("principal"), max_length=120, blank=True)
    community_school = models.CharField(
        _("Community School"), max_length=12, choices=CommunitySchool.choices, blank=True, default=CommunitySchool.NONE
    )
    picture = models.ForeignKey(
        "core.SiteImage", null=True, blank=True, on_delete=models.SET_NULL, related_name="+", verbose_name=_("picture")
    )

    welcome = RichTextField(_("welcome of the principal"), blank=True, features=PLAIN_TEXT)
    way_in = models.TextField(
        _("how to get in"), blank=True, help_text=_("Which door, where to park, what to bring to the counter.")
    )
    engagement_plan = RichTextField(
        _("our engagement plan"),
        blank=True,
        features=PLAIN_TEXT,
        help_text=_("How this school works with its families."),
    )
    needs = RichTextField(_("what our families need most"), blank=True, features=PLAIN_TEXT)
    assets = RichTextField(_("what we have and can do"), blank=True, features=PLAIN_TEXT)
    quick_links = BodyField([("link", QuickLinkBlock())], blank=True, verbose_name=_("quick links"))

    word_names = ("welcome", "way_in", "engagement_plan", "needs", "assets", "quick_links")
    base_form_class = FactsPageForm
    edit_handler = TabbedInterface(
        [
            ObjectList(
                [
                    *FactsPage.content_panels,
                    words("welcome", "way_in", "engagement_plan", "needs", "assets", "quick_links"),
                ],
                heading=_("Words"),
            ),
            ObjectList(
                [
                    group(_("How to reach the school"), row("phone", "attendance_phone"), row("email", "website")),
                    group(
                        _("Where it is"),
                        "address_1",
                        row("city", "state_province", "postal_code"),
                        row("latitude", "longitude"),
                    ),
                    group(_("Office hours"), "office_days", row("office_opens", "office_closes")),
                    group(
                        _("About the school"),
                        row("lowest_grade", "highest_grade"),
                        row("principal", "community_school"),
                        "picture",
                    ),
                ],
                heading=_("Facts, the same in every language"),
            ),
            ObjectList([*FactsPage.promote_panels], heading=_("Search and menus")),
        ]
    )
    search_fields = [*FactsPage.search_fields, index.SearchField("intro"), index.SearchField("city")]
    parent_page_types = ["schools.SchoolIndexPage"]

    class Meta:
        verbose_name = _("school")
        verbose_name_plural = _("schools")

    def clean(self) -> None:
        super().clean()
        lowest, highest = self.lowest_grade, self.highest_grade
        if lowest is not None and highest is not None and lowest > highest:
            raise ValidationError({"highest_grade": _("The highest grade comes before the lowest.")})
        if (self.latitude is None) != (self.longitude is None):
            raise ValidationError({"longitude": _("Give both latitude and longitude, or neither.")})

    @path("")
    def index_route(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        set_alternates(request, self.alternate_paths())
        return super().index_route(request, *args, **kwargs)

    @path("card/<int:appointment>/", name="card")
    def card(self, request: HttpRequest, appointment: int) -> HttpResponseBase:
        # Named as in a URLconf: models stand below the views that show them.
        return import_string("schools.views.card.card")(self, request, appointment)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        context.update(import_string("schools.public.school.school_context")(self))
        return context
