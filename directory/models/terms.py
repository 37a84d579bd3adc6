from typing import Any

from django.contrib.contenttypes.fields import GenericRelation
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.models import DraftStateMixin, RevisionMixin
from wagtail.search import index

from core.models import WordsMixin, words_only
from directory.models.record import ChildRecord, Record
from directory.querysets import TermQuerySet


class Taxonomy(Record):
    name = models.CharField(_("name"), max_length=255, help_text=_("For example: Open Eligibility."))
    description = models.TextField(
        _("description"), blank=True, help_text=_("Whose list it is and under which licence.")
    )
    uri = models.URLField(_("address of its source"), max_length=500, blank=True, help_text=_("Where it is published."))
    version = models.CharField(_("version"), max_length=100, blank=True, help_text=_("Date or number of the edition."))

    class Meta:
        verbose_name = _("taxonomy")
        verbose_name_plural = _("taxonomies")

    def __str__(self) -> str:
        return self.name


class TaxonomyTerm(DraftStateMixin, RevisionMixin, WordsMixin, index.Indexed, Record):
    """A need, as the public says it, in its place among the others."""

    taxonomy = models.ForeignKey(
        Taxonomy,
        null=True,
        on_delete=models.PROTECT,
        related_name="terms",
        verbose_name=_("taxonomy"),
        help_text=_("The list this need belongs to."),
    )
    code = models.CharField(_("code"), max_length=100, blank=True, help_text=_("The code in its taxonomy: 102-04."))
    name = models.CharField(_("name"), max_length=255, help_text=_("Short, as a family would say it: Food pantry."))
    description = models.TextField(
        _("description"), blank=True, help_text=_("One plain sentence: what a family finds here.")
    )
    search_words = models.TextField(
        _("search words"),
        blank=True,
        help_text=_("Other words people type for this need, separated by semicolons. Never shown."),
    )
    parent = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="children",
        verbose_name=_("belongs to"),
        help_text=_("The wider need. Empty for the large choices on the home page."),
    )
    language = models.CharField(_("language"), max_length=10, blank=True, help_text=_("Code of the original language."))
    term_uri = models.URLField(_("address of the term"), max_length=500, blank=True, help_text=_("If it has one."))
    icon = models.SlugField(
        _("icon"), max_length=40, blank=True, help_text=_("Name of the drawing beside a large choice: food, health …")
    )
    sort_order = models.PositiveIntegerField(_("order"), default=0, help_text=_("Smaller comes first."))

    _revisions = GenericRelation(
        "wagtailcore.Revision",
        content_type_field="base_content_type",
        object_id_field="object_id",
        related_query_name="term",
        for_concrete_model=False,
    )

    translatable_fields = words_only("name", "description", "search_words")
    search_fields = [index.SearchField("name"), index.AutocompleteField("name"), index.FilterField("locale_id")]

    objects = TermQuerySet.as_manager()

    class Meta(WordsMixin.Meta):
        verbose_name = _("need")
        verbose_name_plural = _("needs")
        ordering = ["sort_order", "code"]
        constraints = [models.UniqueConstraint(fields=["locale", "slug"], name="term_locale_slug")]

    def __str__(self) -> str:
        return self.name

    @property
    def revisions(self) -> models.QuerySet:
        return self._revisions


class Attribute(ChildRecord):
    """A term said of a row of the directory: the needs a service answers, whom it is for, what a place offers."""

    organization = ParentalKey(
        "directory.Organization", null=True, blank=True, on_delete=models.CASCADE, related_name="attributes"
    )
    service = ParentalKey(
        "directory.Service", null=True, blank=True, on_delete=models.CASCADE, related_name="attributes"
    )
    location = ParentalKey(
        "directory.Location", null=True, blank=True, on_delete=models.CASCADE, related_name="attributes"
    )
    service_at_location = ParentalKey(
        "directory.ServiceAtLocation", null=True, blank=True, on_delete=models.CASCADE, related_name="attributes"
    )
    # The standard's way to point at any row; the keys above say the same for the rows that are edited here.
    link_entity = models.CharField(_("kind of row"), max_length=100, blank=True, editable=False)
    link_id = models.UUIDField(_("row"), null=True, blank=True, editable=False, db_index=True)
    taxonomy_term = models.ForeignKey(
        TaxonomyTerm,
        null=True,
        on_delete=models.PROTECT,
        related_name="attributes",
        verbose_name=_("need"),
        help_text=_("Choose the most exact one that fits."),
    )
    link_type = models.CharField(
        _("what it says"), max_length=255, blank=True, help_text=_("For example: intent, eligibility. May stay empty.")
    )
    value = models.CharField(_("value"), max_length=255, blank=True, help_text=_("A detail, if the term needs one."))
    label = models.CharField(_("label"), max_length=255, blank=True, help_text=_("A name of its own, if it needs one."))

    PARENTS = ("service", "organization", "location", "service_at_location")

    class Meta(ChildRecord.Meta):
        verbose_name = _("need")
        verbose_name_plural = _("needs")

    def __str__(self) -> str:
        return str(self.taxonomy_term or self.value)

    def save(self, *args: Any, **kwargs: Any) -> None:
        for parent in self.PARENTS:
            if found := getattr(self, f"{parent}_id"):
                self.link_entity, self.link_id = parent, found
                break
        super().save(*args, **kwargs)
