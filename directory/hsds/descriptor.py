"""The descriptor of our packages: the official one, with our columns and the unknown ones beside the standard's."""

import copy
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from directory.hsds.kinds import FILES, KINDS, Kind
from directory.hsds.schemas import descriptor
from directory.hsds.words_out import FIELDS

PROFILE = "urn:ventanilla:hsds-profile:1.0.0"
TRANSLATION_COLUMNS = ("resource_type", "resource_id", *FIELDS)
TYPES = {
    "uuid": {"type": "string", "format": "uuid"},
    "number": {"type": "number"},
    "date": {"type": "date"},
    "time": {"type": "time"},
    "datetime": {"type": "datetime"},
    "bool": {"type": "boolean"},
}
TEXT = {"type": "string"}


@dataclass(frozen=True)
class Header:
    """The columns of one table: those we know, then those we only keep."""

    known: list[str]
    kept: dict[str, bool]  # Name → whether its cells hold JSON.

    @property
    def names(self) -> list[str]:
        return [*self.known, *self.kept]


def describe(headers: Mapping[str, Header]) -> dict[str, Any]:
    described = copy.deepcopy(descriptor())
    resources = {resource["name"]: resource for resource in described["resources"]}
    for name in FILES:
        resource = resources.setdefault(name, _resource(name, KINDS[name].file))
        resource["schema"]["fields"] = _fields(KINDS[name], resource["schema"].get("fields", []), headers[name])
    translations = _resource("translation", "translations.csv")
    translations["schema"] = {"fields": [{"name": name, **TEXT} for name in TRANSLATION_COLUMNS]}
    described["resources"] = [*resources.values(), translations]
    described["hsds_profile"] = PROFILE
    return described


def _resource(name: str, path: str) -> dict[str, Any]:
    return {
        "name": name,
        "path": path,
        "format": "csv",
        "mediatype": "text/csv",
        "profile": "tabular-data-resource",
        "schema": {"primaryKey": "id", "fields": []},
    }


def _fields(kind: Kind, official: list[dict[str, Any]], header: Header) -> list[dict[str, Any]]:
    known = {field["name"]: field for field in official}
    kept = [
        {"name": name, "type": "any", "format": "json"} if encoded else {"name": name, **TEXT}
        for name, encoded in header.kept.items()
    ]
    return [*(known.get(name) or _field(kind, name) for name in header.known), *kept]


def _field(kind: Kind, name: str) -> dict[str, Any]:
    """What the official descriptor leaves out (all of `unit`, half of `service_capacity`) or what is ours."""
    column = kind.columns.get(name)
    if column is None:
        return {"name": name, "type": "boolean" if name == "draft" else "string"}
    said: dict[str, Any] = {key: column.schema[key] for key in ("title", "description") if key in column.schema}
    return {"name": name, **TYPES.get(column.type, TEXT), **said}
