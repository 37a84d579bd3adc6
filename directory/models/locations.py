from django.contrib.contenttypes.fields import GenericRelation
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey

from core.models import words_only
from directory.models.record import ChildRecord, Listing
from directory.querysets import LocationQuerySet


class LocationType(models.TextChoices):
    PHYSICAL = "physical", _("a place one can go to")
    POSTAL = "postal", _("a postal address")
    VIRTUAL = "virtual", _("online or by phone")


class Location(Listing):
    location_type = models.CharField(
        _("kind"),
        max_length=10,
        choices=LocationType.choices,
        default=LocationType.PHYSICAL,
        help_text=_("What it is."),
    )
    organization = models.ForeignKey(
        "directory.Organization",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="locations",
        verbose_name=_("organization"),
        help_text=_("Whose place it is."),
    )
    school = models.ForeignKey(
        "schools.SchoolPage",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("school"),
        help_text=_("If this place is one of the district's schools: its page then shows the help given here."),
    )
    name = models.CharField(_("name"), max_length=255, blank=True, help_text=_("As people call the place."))
    alternate_name = models.CharField(
        _("other name"), max_length=255, blank=True, help_text=_("A former or local name.")
    )
    description = models.TextField(_("description"), blank=True, help_text=_("How to find the door, what is around."))
    transportation = models.TextField(
        _("how to get there"), blank=True, help_text=_("Bus lines and stops, parking, bicycle racks.")
    )
    latitude = models.FloatField(
        _("latitude"),
        null=True,
        blank=True,
        validators=[MinValueValidator(-90), MaxValueValidator(90)],
        help_text=_("For distances: 36.6777"),
    )
    longitude = models.FloatField(
        _("longitude"),
        null=True,
        blank=True,
        validators=[MinValueValidator(-180), MaxValueValidator(180)],
        help_text=_("For distances: -121.6555"),
    )
    url = models.URLField(_("web address"), max_length=500, blank=True, help_text=_("For a place online."))
    external_identifier = models.CharField(
        _("outside identifier"), max_length=255, blank=True, help_text=_("Its number in another register.")
    )
    external_identifier_type = models.CharField(
        _("kind of identifier"), max_length=100, blank=True, help_text=_("Which register that is.")
    )
    address_private = models.BooleanField(
        _("private address"),
        default=False,
        help_text=_("For shelters and support groups: the public sees the town only, no map and no directions."),
    )

    _revisions = GenericRelation(
        "wagtailcore.Revision",
        content_type_field="base_content_type",
        object_id_field="object_id",
        related_query_name="location",
        for_concrete_model=False,
    )
    workflow_states = GenericRelation(
        "wagtailcore.WorkflowState",
        content_type_field="base_content_type",
        object_id_field="object_id",
        related_query_name="location",
        for_concrete_model=False,
    )

    translatable_fields = words_only("name", "alternate_name", "description", "transportation")
    prose_of_children = {
        "phones": ("description",),
        "accessibility": ("description", "details"),
        "schedules": ("description", "notes"),
        "schedule_exceptions": ("reason",),
        "contacts": ("title", "department"),
        "languages": ("note",),
    }

    objects = LocationQuerySet.as_manager()

    class Meta(Listing.Meta):
        verbose_name = _("location")
        verbose_name_plural = _("locations")
        constraints = [models.UniqueConstraint(fields=["locale", "slug"], name="location_locale_slug")]

    @property
    def revisions(self) -> models.QuerySet:
        return self._revisions

    @property
    def preview_modes(self) -> list[tuple[str, str]]:
        """None: a place is seen on the pages of its services."""
        return []


class Address(ChildRecord):
    location = ParentalKey(Location, null=True, blank=True, on_delete=models.CASCADE, related_name="addresses")
    attention = models.CharField(_("care of"), max_length=255, blank=True, help_text=_("For letters only."))
    address_1 = models.CharField(_("street and number"), max_length=255, help_text=_("412 Alder Street"))
    address_2 = models.CharField(_("suite, floor, room"), max_length=255, blank=True, help_text=_("Room 3"))
    city = models.CharField(_("city"), max_length=255, help_text=_("The town people say."))
    region = models.CharField(_("region"), max_length=255, blank=True, help_text=_("Rarely needed."))
    state_province = models.CharField(_("state"), max_length=255, help_text=_("Two letters: CA"))
    postal_code = models.CharField(_("ZIP code"), max_length=20, help_text=_("Five digits."))
    country = models.CharField(_("country"), max_length=2, default="US", help_text=_("Two letters: US"))
    address_type = models.CharField(
        _("kind"),
        max_length=10,
        choices=LocationType.choices,
        default=LocationType.PHYSICAL,
        help_text=_("Where one goes, or where letters go."),
    )

    class Meta(ChildRecord.Meta):
        verbose_name = _("address")
        verbose_name_plural = _("addresses")

    def __str__(self) -> str:
        return f"{self.address_1}, {self.city}"


class Accessibility(ChildRecord):
    location = ParentalKey(Location, null=True, blank=True, on_delete=models.CASCADE, related_name="accessibility")
    description = models.TextField(_("what there is"), blank=True, help_text=_("Ramp, elevator, changing table …"))
    details = models.TextField(_("details"), blank=True, help_text=_("May stay empty."))
    url = models.URLField(_("web address"), max_length=500, blank=True, help_text=_("If there is a page about it."))

    class Meta(ChildRecord.Meta):
        verbose_name = _("accessibility")
        verbose_name_plural = _("accessibility")

    def __str__(self) -> str:
        return self.description
