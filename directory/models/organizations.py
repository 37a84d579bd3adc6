from django.contrib.contenttypes.fields import GenericRelation
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey

from core.models import words_only
from directory.models.record import Assured, ChildRecord, Listing
from directory.querysets import OrganizationQuerySet


class Organization(Assured, Listing):
    name = models.CharField(_("name"), max_length=255, help_text=_("The official or best known name."))
    alternate_name = models.CharField(_("other name"), max_length=255, blank=True, help_text=_("Short or former name."))
    description = models.TextField(
        _("description"), blank=True, help_text=_("Who they are, in two or three plain sentences.")
    )
    email = models.EmailField(_("e-mail"), blank=True, help_text=_("Shown to the public."))
    website = models.URLField(_("website"), max_length=500, blank=True, help_text=_("Beginning with https://"))
    tax_status = models.CharField(_("tax status"), max_length=255, blank=True, help_text=_("Out of use; from imports."))
    tax_id = models.CharField(_("tax number"), max_length=255, blank=True, help_text=_("Out of use; from imports."))
    year_incorporated = models.PositiveSmallIntegerField(
        _("founded in"), null=True, blank=True, help_text=_("Year, four digits.")
    )
    legal_status = models.CharField(
        _("legal form"), max_length=255, blank=True, help_text=_("Non-profit, city, school …")
    )
    logo = models.URLField(_("logo"), max_length=500, blank=True, help_text=_("Web address of a picture."))
    uri = models.URLField(_("permanent address"), max_length=500, blank=True, help_text=_("Rarely needed."))
    parent_organization = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="branches",
        verbose_name=_("part of"),
        help_text=_("The larger organization it belongs to."),
    )

    _revisions = GenericRelation(
        "wagtailcore.Revision",
        content_type_field="base_content_type",
        object_id_field="object_id",
        related_query_name="organization",
        for_concrete_model=False,
    )
    workflow_states = GenericRelation(
        "wagtailcore.WorkflowState",
        content_type_field="base_content_type",
        object_id_field="object_id",
        related_query_name="organization",
        for_concrete_model=False,
    )

    translatable_fields = words_only("name", "alternate_name", "description")
    prose_of_children = {
        "phones": ("description",),
        "contacts": ("title", "department"),
        "programs": ("name", "alternate_name", "description"),
        "additional_websites": ("label",),
    }

    objects = OrganizationQuerySet.as_manager()

    class Meta(Listing.Meta):
        verbose_name = _("organization")
        verbose_name_plural = _("organizations")
        constraints = [models.UniqueConstraint(fields=["locale", "slug"], name="organization_locale_slug")]

    @property
    def revisions(self) -> models.QuerySet:
        return self._revisions


class Program(ChildRecord):
    """A group of services an organization runs under one name."""

    organization = ParentalKey(Organization, null=True, on_delete=models.CASCADE, related_name="programs")
    name = models.CharField(_("name"), max_length=255, help_text=_("For example: Fresh Start."))
    alternate_name = models.CharField(_("other name"), max_length=255, blank=True, help_text=_("May stay empty."))
    description = models.TextField(_("description"), blank=True, help_text=_("One or two sentences."))

    class Meta(ChildRecord.Meta):
        verbose_name = _("programme")
        verbose_name_plural = _("programmes")

    def __str__(self) -> str:
        return self.name


class OrganizationIdentifier(ChildRecord):
    organization = ParentalKey(
        Organization, null=True, on_delete=models.CASCADE, related_name="organization_identifiers"
    )
    identifier_scheme = models.CharField(_("register"), max_length=255, blank=True, help_text=_("See org-id.guide."))
    identifier_type = models.CharField(_("kind of number"), max_length=255, help_text=_("For example: EIN."))
    identifier = models.CharField(_("number"), max_length=255, help_text=_("As the register writes it."))

    class Meta(ChildRecord.Meta):
        verbose_name = _("register number")
        verbose_name_plural = _("register numbers")

    def __str__(self) -> str:
        return f"{self.identifier_type} {self.identifier}"
