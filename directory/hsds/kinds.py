"""Every kind of row of the standard: its file, its model, its columns and what points where.

Columns follow from the official schema and the model; only what neither of them says is written down here.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.apps import apps
from django.db import models
from modelcluster.fields import ParentalKey

from directory.hsds.schemas import schemas
from directory.models.record import ChildRecord, Listing

# In the order in which they can be written: what is pointed at comes first.
FILES = {
    "unit": "units",
    "taxonomy": "taxonomies",
    "taxonomy_term": "taxonomy_terms",
    "organization": "organizations",
    "program": "programs",
    "service": "services",
    "location": "locations",
    "service_at_location": "service_at_location",
    "contact": "contacts",
    "phone": "phones",
    "address": "addresses",
    "schedule": "schedules",
    "schedule_exception": "schedule_exceptions",
    "funding": "funding",
    "service_area": "service_areas",
    "required_document": "required_documents",
    "language": "languages",
    "accessibility": "accessibility",
    "cost_option": "cost_options",
    "organization_identifier": "organization_identifiers",
    "service_capacity": "service_capacity",
    "url": "url",
    "attribute": "attributes",
    "metadata": "metadata",
    "meta_table_description": "meta_table_descriptions",
}
MODELS = {
    "taxonomy_term": "TaxonomyTerm",
    "service_at_location": "ServiceAtLocation",
    "schedule_exception": "ScheduleException",
    "service_area": "ServiceArea",
    "required_document": "RequiredDocument",
    "cost_option": "CostOption",
    "organization_identifier": "OrganizationIdentifier",
    "service_capacity": "ServiceCapacity",
    "meta_table_description": "MetaTableDescription",
}
# What this directory says beyond the standard (the profile in the folder beside this file).
EXTENSIONS = {
    "organization": ("assured_date", "assurer_email", "assured_by", "do_not_list", "slug"),
    "service": (
        "summary",
        "cost",
        "papers",
        "groups",
        "delivery",
        "assured_by",
        "alert_until",
        "closed_until",
        "do_not_list",
        "slug",
    ),
    "location": ("address_private", "do_not_list", "slug"),
    "schedule": ("by_appointment",),
    "taxonomy_term": ("search_words", "icon", "slug", "sort_order"),
    "attribute": ("organization_id", "service_id", "location_id", "service_at_location_id"),
    "schedule_exception": (
        "id",
        "service_id",
        "location_id",
        "service_at_location_id",
        "starts_on",
        "ends_on",
        "closed",
        "opens_at",
        "closes_at",
        "reason",
    ),
}
POINTS_AT = {"parent_id": "taxonomy_term", "parent_organization_id": "organization"}
# Nested objects the schemas leave to prose, or that are ours.
ALSO_NESTED = {
    "organization": {"services": "service"},
    "service": {"schedule_exceptions": "schedule_exception"},
    "location": {"schedule_exceptions": "schedule_exception"},
    "service_at_location": {"schedule_exceptions": "schedule_exception", "service": "service"},
}
# A row cannot live without these, whoever else it belongs to.
NEEDS = {
    "service": ("organization_id",),
    "service_at_location": ("service_id", "location_id"),
    "service_capacity": ("unit_id",),
    "attribute": ("taxonomy_term_id",),
}
LINKS = {"attribute": ("link_id", "link_entity"), "metadata": ("resource_id", "resource_type")}


@dataclass(frozen=True)
class Column:
    name: str
    type: str  # text, digits, number, date, time, datetime, bool, list, uuid
    field: Any
    schema: dict[str, Any]
    standard: bool
    points_at: str = ""

    @property
    def is_number(self) -> bool:
        """Whether JSON writes it as a number."""
        return self.schema.get("type") == "number"


@dataclass(frozen=True)
class Nested:
    name: str
    kind: str
    many: bool
    column: str  # In the child for many, in the parent for one.


class Kind:
    def __init__(self, name: str):
        self.name = name
        self.file = f"{FILES[name]}.csv"
        self.model: Any = apps.get_model("directory", MODELS.get(name, name.capitalize()))
        self.schema: dict[str, Any] = schemas().get(name, {"properties": {}, "required": []})
        self.is_listing = issubclass(self.model, Listing)
        self.is_child = issubclass(self.model, ChildRecord)
        self.has_words = hasattr(self.model, "word_states")

    def __repr__(self) -> str:
        return f"<{self.name}>"

    @cached_property
    def columns(self) -> dict[str, Column]:
        """The columns that have a home in the model, the standard's first and in its order."""
        standard = [name for name, rule in self.schema["properties"].items() if _is_plain(rule)]
        ours = [name for name in EXTENSIONS.get(self.name, ()) if name not in standard]
        if self.is_child:
            ours.append("sort_order")
        found = [self._column(name, name in standard) for name in [*standard, *ours]]
        return {column.name: column for column in found if column is not None}

    def _column(self, name: str, standard: bool) -> Column | None:
        field = next((field for field in self.model._meta.concrete_fields if field.attname == name), None)
        if field is None:
            return None
        target = POINTS_AT.get(name, name.removesuffix("_id")) if field.is_relation else ""
        return Column(name, _type(field, name), field, self.schema["properties"].get(name, {}), standard, target)

    @cached_property
    def owners(self) -> dict[str, Column]:
        """The columns naming the rows this one belongs to."""
        return {name: column for name, column in self.columns.items() if isinstance(column.field, ParentalKey)}

    @cached_property
    def references(self) -> dict[str, Column]:
        return {name: column for name, column in self.columns.items() if column.points_at}

    @cached_property
    def nested(self) -> dict[str, Nested]:
        found = {name: _target(rule) for name, rule in self.schema["properties"].items() if not _is_plain(rule)}
        found |= {name: (kind, name != "service") for name, kind in ALSO_NESTED.get(self.name, {}).items()}
        return {name: Nested(name, kind, many, self._key(kind, many)) for name, (kind, many) in found.items()}

    def _key(self, kind: str, many: bool) -> str:
        if many:
            return LINKS[kind][0] if kind in LINKS else f"{self.name}_id"
        return f"{kind}_id"

    @property
    def needs(self) -> tuple[str, ...]:
        return NEEDS.get(self.name, ())

    @cached_property
    def defaults(self) -> dict[str, Any]:
        return {name: column.field.get_default() for name, column in self.columns.items() if name != "id"}


def _is_plain(rule: dict[str, Any]) -> bool:
    return rule.get("type") != "array" and "$ref" not in rule


def _target(rule: dict[str, Any]) -> tuple[str, bool]:
    many = "items" in rule
    return (rule["items"] if many else rule)["$ref"].removesuffix(".json"), many


def _type(field: models.Field, name: str) -> str:
    if name == "extension":
        return "digits"
    if field.is_relation:
        return "uuid"
    types = {
        models.UUIDField: "uuid",
        models.DateTimeField: "datetime",
        models.DateField: "date",
        models.TimeField: "time",
        models.BooleanField: "bool",
        models.JSONField: "list",
        models.FloatField: "number",
        models.DecimalField: "number",
        models.IntegerField: "number",
    }
    return next((name for kind, name in types.items() if isinstance(field, kind)), "text")


class Kinds(dict[str, Kind]):
    """All kinds by name, made when first asked for: models must be ready by then."""

    def __missing__(self, name: str) -> Kind:
        if name not in FILES:
            raise KeyError(name)
        self[name] = Kind(name)
        return self[name]

    @staticmethod
    def known() -> Iterable[str]:
        return FILES

    def all(self) -> list[Kind]:
        return [self[name] for name in FILES]


KINDS = Kinds()
BY_FILE = {file: name for name, file in FILES.items()}
