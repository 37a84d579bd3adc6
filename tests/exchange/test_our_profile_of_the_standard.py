"""The profile says every column of ours, patches the official schemas, and the export keeps to it."""

import copy
import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from referencing import Registry
from referencing.jsonschema import DRAFT202012

from directory.hsds.kinds import KINDS
from directory.hsds.saying import OURS
from directory.hsds.schemas import SCHEMAS, formats, schemas
from directory.hsds.words import translatable
from directory.hsds.words_out import FIELDS
from tests.exchange.packages import OFFICIAL, bring_in, read_json, take_out

PROFILE = SCHEMAS.parent / "profile"


def patches() -> dict[str, Any]:
    return {path.stem: json.loads(path.read_text("utf-8")) for path in PROFILE.glob("*.json")}


def merged(target: Any, patch: Any) -> Any:
    """JSON Merge Patch, RFC 7386."""
    if not isinstance(patch, dict):
        return patch
    result = copy.deepcopy(target) if isinstance(target, dict) else {}
    for name, value in patch.items():
        if value is None:
            result.pop(name, None)
        else:
            result[name] = merged(result.get(name), value)
    return result


def profile() -> dict[str, Any]:
    own = patches()
    return {name: merged(schemas().get(name), own.get(name, {})) for name in {*schemas(), *own}}


def test_the_profile_only_adds_to_the_standard() -> None:
    for name, patch in patches().items():
        official = schemas().get(name, {"properties": {}})["properties"]
        assert not set(patch["properties"]) & set(official), name


def test_every_column_of_ours_is_in_the_profile() -> None:
    own = patches()
    for kind in KINDS.all():
        ours = {name for name, column in kind.columns.items() if not column.standard} | set(OURS.get(kind.name, ()))
        assert ours <= set(own.get(kind.name, {"properties": {}})["properties"]), kind.name
        assert bool(translatable(kind.name)) == ("translations" in own.get(kind.name, {"properties": {}})["properties"])
    assert {"resource_type", "resource_id", *FIELDS} == set(own["translation"]["properties"])


@pytest.mark.django_db
def test_the_export_is_valid_by_the_profile(tmp_path: Path) -> None:
    bring_in(OFFICIAL / "service_full.json")
    whole = profile()
    registry = Registry().with_resources(
        (f"{name}.json", DRAFT202012.create_resource(schema)) for name, schema in whole.items()
    )

    for said in read_json(take_out("ndjson", tmp_path)):
        schema = whole[said.get("object_type", "service")]
        errors = Draft202012Validator(schema, registry=registry, format_checker=formats).iter_errors(said)
        assert not [error.message for error in errors]
