"""What all rows of the standard share, and what the three kinds of listing share."""

import uuid
from typing import Any

from django.conf import settings
from django.db import models
from django.http import HttpRequest, HttpResponseBase
from django.utils.module_loading import import_string
from django.utils.translation import gettext_lazy as _
from modelcluster.models import ClusterableModel, get_all_child_relations
from wagtail.models import (
    DraftStateMixin,
    LockableMixin,
    Orderable,
    PreviewableMixin,
    RevisionMixin,
    WorkflowMixin,
)
from wagtail.search import index

from core.models import WordsMixin


class Record(models.Model):
    """A row of the standard: a UUID that outlives every export, and whatever else its source said of it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    # Columns the standard does not know, and spellings that would not survive the round trip otherwise.
    extra = models.JSONField(default=dict, blank=True, editable=False)

    class Meta:
        abstract = True

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # A row read from a revision has its key as text; unequal to itself in the database, it would be made anew.
        if isinstance(self.id, str):
            self.id = uuid.UUID(self.id)


class ChildRecord(Record, Orderable):
    """A row that belongs to a listing and is edited inside it."""

    class Meta(Orderable.Meta):
        abstract = True


class NestingRecord(ClusterableModel):
    """A child row with rows of its own. In a draft neither is in the database yet, which must not part them."""

    class Meta:
        abstract = True

    @classmethod
    def from_serializable_data(cls, data: dict[str, Any], check_fks: bool = True, strict_fks: bool = False) -> Any:
        own = {**data}
        for relation in get_all_child_relations(cls):
            name = relation.get_accessor_name()
            # The relation sets the key again; checked against the database, rows of a new parent would be dropped.
            own[name] = [{**row, relation.field.name: None} for row in data.get(name, [])]
        return super().from_serializable_data(own, check_fks=check_fks, strict_fks=strict_fks)


class AssuredBy(models.TextChoices):
    AGENCY = "agency", _("the agency itself")
    OFFICE = "office", _("our office")


class Assured(models.Model):
    """When a listing was last found true, and by whom."""

    assured_date = models.DateField(
        _("confirmed on"), null=True, blank=True, help_text=_("The day somebody last checked that all this is true.")
    )
    assurer_email = models.EmailField(
        _("e-mail of who confirmed it"), blank=True, help_text=_("Never shown to the public.")
    )
    assured_by = models.CharField(
        _("confirmed by"),
        max_length=10,
        choices=AssuredBy.choices,
        blank=True,
        help_text=_("Families read: “Confirmed 3 days ago by the agency itself”."),
    )

    class Meta:
        abstract = True


class Listing(
    PreviewableMixin,
    WorkflowMixin,
    DraftStateMixin,
    LockableMixin,
    RevisionMixin,
    WordsMixin,
    index.Indexed,
    Record,
    ClusterableModel,
):
    """An organization, service or location: drafted, reviewed, published, translated, and found by its name."""

    do_not_list = models.BooleanField(
        _("do not list"),
        default=False,
        help_text=_("They asked not to be in the directory. It stays here so that nobody adds it again."),
    )

    search_fields = [index.SearchField("name"), index.AutocompleteField("name"), index.FilterField("locale_id")]

    class Meta(WordsMixin.Meta):
        abstract = True  # type: ignore[misc]  # the plugin reads Wagtail's untyped Meta as an instance

    def __str__(self) -> str:
        return str(getattr(self, "name", "")) or str(self.pk)

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponseBase:
        # Named as in a URLconf: models stand below the views that show them.
        return import_string("directory.views.preview.preview")(self, request, mode_name)

    @property
    def preview_modes(self) -> list[tuple[str, Any]]:
        return list(settings.LANGUAGES)
