from django.contrib.contenttypes.fields import GenericRelation
from django.db import models
from django.utils.translation import gettext_lazy as _

from core.models import words_only
from directory.models.record import Assured, Listing
from directory.querysets import ServiceQuerySet
from directory.segments import taken_by_the_directory
from schools.topics.models import Tagged


class ServiceStatus(models.TextChoices):
    ACTIVE = "active", _("open to families")
    INACTIVE = "inactive", _("not offered now")
    DEFUNCT = "defunct", _("ended for good")
    TEMPORARILY_CLOSED = "temporarily closed", _("temporarily closed")


class Cost(models.TextChoices):
    FREE = "free", _("free")
    SLIDING = "sliding", _("depends on income")
    FEE = "fee", _("costs money")
    UNKNOWN = "unknown", _("not known")


class Papers(models.TextChoices):
    NONE = "none", _("no papers asked")
    SOME = "some", _("some papers asked")
    UNKNOWN = "unknown", _("not known")


class Delivery(models.TextChoices):
    IN_PERSON = "in_person", _("in person")
    PHONE = "phone", _("by phone")
    ONLINE = "online", _("online")
    HOME = "home", _("at home")


class Group(models.TextChoices):
    """People some help is made for, in the situations families tell of; ages are said apart."""

    PREGNANT = "pregnant", _("pregnant women and new parents")
    DISABILITY = "disability", _("people with disabilities")
    NEWCOMERS = "newcomers", _("immigrants and newcomers")
    FARMWORKERS = "farmworkers", _("farm workers")
    HOMELESS = "homeless", _("families without a home")
    KINSHIP = "kinship", _("foster children and relatives who raise them")
    SURVIVORS = "survivors", _("survivors of violence")
    VETERANS = "veterans", _("veterans and military families")
    LGBTQ = "lgbtq", _("LGBTQ+ people")
    REENTRY = "reentry", _("people coming home from jail")


class Service(Tagged, Assured, Listing):
    """One kind of help an organization gives: the listing families look for."""

    organization = models.ForeignKey(
        "directory.Organization",
        null=True,
        on_delete=models.PROTECT,
        related_name="services",
        verbose_name=_("organization"),
        help_text=_("Who gives this help."),
    )
    program = models.ForeignKey(
        "directory.Program",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="services",
        verbose_name=_("programme"),
        help_text=_("If it is part of a programme of the organization."),
    )
    name = models.CharField(
        _("name"), max_length=255, help_text=_("What it is, not what it is called inside: Food pantry.")
    )
    alternate_name = models.CharField(
        _("other name"), max_length=255, blank=True, help_text=_("Another name people use.")
    )
    summary = models.CharField(
        _("in one line"),
        max_length=200,
        blank=True,
        help_text=_("What a family gets, in one sentence of at most 20 words. It stands in every list."),
    )
    description = models.TextField(
        _("description"), blank=True, help_text=_("What else there is to know. Short sentences, everyday words.")
    )
    url = models.URLField(_("web page"), max_length=500, blank=True, help_text=_("The page about this very service."))
    email = models.EmailField(_("e-mail"), blank=True, help_text=_("Shown to the public."))
    status = models.CharField(
        _("status"),
        max_length=20,
        choices=ServiceStatus.choices,
        default=ServiceStatus.ACTIVE,
        help_text=_("Only services open to families or temporarily closed are shown."),
    )
    closed_until = models.DateField(
        _("reopens on"),
        null=True,
        blank=True,
        help_text=_("For a temporary closure: the day it opens again, if known."),
    )
    interpretation_services = models.TextField(
        _("interpreters"), blank=True, help_text=_("Which interpreters there are and how to ask for one.")
    )
    application_process = models.TextField(
        _("how to get it"), blank=True, help_text=_("The steps: call first, fill in a form, just come.")
    )
    wait_time = models.CharField(
        _("waiting time"), max_length=255, blank=True, help_text=_("Out of use; from imports.")
    )
    fees = models.TextField(_("fees"), blank=True, help_text=_("Out of use; from imports."))
    fees_description = models.TextField(
        _("what it costs"), blank=True, help_text=_("In one sentence, with the amounts.")
    )
    accreditations = models.TextField(_("accreditations"), blank=True, help_text=_("Licences or seals that matter."))
    eligibility_description = models.TextField(
        _("who can get it"), blank=True, help_text=_("Say it kindly and exactly: “Anyone who lives in the valley”.")
    )
    minimum_age = models.FloatField(_("from age"), null=True, blank=True, help_text=_("Years. Empty: no limit."))
    maximum_age = models.FloatField(_("to age"), null=True, blank=True, help_text=_("Years. Empty: no limit."))
    licenses = models.TextField(_("licences"), blank=True, help_text=_("Out of use; from imports."))
    alert = models.TextField(
        _("alert"), blank=True, help_text=_("Short news for these days: “Moved to the gym this week”.")
    )
    alert_until = models.DateField(
        _("alert until"), null=True, blank=True, help_text=_("The last day the alert is shown. Empty: until removed.")
    )
    last_modified = models.DateTimeField(_("last changed"), null=True, blank=True, editable=False)
    cost = models.CharField(
        _("cost"),
        max_length=10,
        choices=Cost.choices,
        default=Cost.UNKNOWN,
        help_text=_("The first thing families ask."),
    )
    papers = models.CharField(
        _("papers"),
        max_length=10,
        choices=Papers.choices,
        default=Papers.UNKNOWN,
        help_text=_("“No papers asked” only if nobody is ever turned away for lack of papers."),
    )
    groups = models.JSONField(
        _("especially for"),
        default=list,
        blank=True,
        help_text=_("Tick only those the help was made for. With nothing ticked it is for everybody."),
    )
    delivery = models.JSONField(_("how help is given"), default=list, blank=True, help_text=_("Tick all that apply."))

    _revisions = GenericRelation(
        "wagtailcore.Revision",
        content_type_field="base_content_type",
        object_id_field="object_id",
        related_query_name="service",
        for_concrete_model=False,
    )
    workflow_states = GenericRelation(
        "wagtailcore.WorkflowState",
        content_type_field="base_content_type",
        object_id_field="object_id",
        related_query_name="service",
        for_concrete_model=False,
    )

    translatable_fields = words_only(
        "name",
        "alternate_name",
        "summary",
        "description",
        "interpretation_services",
        "application_process",
        "fees_description",
        "accreditations",
        "eligibility_description",
        "alert",
    )
    prose_of_children = {
        "service_at_locations": ("description",),
        "phones": ("description",),
        "schedules": ("description", "notes"),
        "schedule_exceptions": ("reason",),
        "contacts": ("title", "department"),
        "languages": ("note",),
        "service_areas": ("name", "description"),
        "required_documents": ("document",),
        "cost_options": ("option", "amount_description"),
        "capacities": ("description",),
        "additional_urls": ("label",),
    }

    objects = ServiceQuerySet.as_manager()

    class Meta(Listing.Meta):
        verbose_name = _("service")
        verbose_name_plural = _("services")
        constraints = [models.UniqueConstraint(fields=["locale", "slug"], name="service_locale_slug")]
        indexes = [models.Index(fields=["assured_date"]), models.Index(fields=["last_modified"])]

    @property
    def revisions(self) -> models.QuerySet:
        return self._revisions

    @classmethod
    def reserved_slugs(cls) -> frozenset[str]:
        return taken_by_the_directory()
