"""The official schemas of the standard, read once per process."""

import json
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator, FormatChecker
from referencing import Registry
from referencing.jsonschema import DRAFT202012

SCHEMAS = Path(__file__).parent / "schema"
VERSIONS = {"3.0": "3.0", "3.1": "3.1.1", "3.1.1": "3.1.1"}
NEWEST = "3.1.1"

PATTERNS = {
    "uuid": re.compile(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"),
    "email": re.compile(r"[^@\s]+@[^@\s]+"),
    "uri": re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:\S+"),
    "date-time": re.compile(r"\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)"),
}
formats = FormatChecker(formats=())


def _follow(name: str, pattern: re.Pattern[str]) -> None:
    @formats.checks(name)
    def fits(value: object) -> bool:
        return not isinstance(value, str) or pattern.fullmatch(value) is not None


for _name, _pattern in PATTERNS.items():
    _follow(_name, _pattern)


@cache
def schemas(version: str = NEWEST) -> Mapping[str, dict[str, Any]]:
    """Every object's schema by the object's name."""
    files = (path for path in sorted((SCHEMAS / version).glob("*.json")) if path.stem != "datapackage")
    return {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in files}


@cache
def descriptor(version: str = NEWEST) -> dict[str, Any]:
    """The official Tabular Data Package descriptor."""
    return json.loads((SCHEMAS / version / "datapackage.json").read_text(encoding="utf-8"))


@cache
def whole(kind: str, version: str = NEWEST) -> Draft202012Validator:
    """Judges an object with everything nested in it."""
    found = schemas(version)
    resources = [(f"{name}.json", DRAFT202012.create_resource(schema)) for name, schema in found.items()]
    return Draft202012Validator(found[kind], registry=Registry().with_resources(resources), format_checker=formats)


@cache
def flat(kind: str, version: str = NEWEST) -> Draft202012Validator | None:
    """Judges an object's own values; what is nested in it is judged as the object it is. None for our own kinds."""
    schema = schemas(version).get(kind)
    if schema is None:
        return None
    own = {
        name: rule for name, rule in schema["properties"].items() if rule.get("type") != "array" and "$ref" not in rule
    }
    required = [name for name in schema.get("required", []) if name in own]
    return Draft202012Validator({"type": "object", "properties": own, "required": required}, format_checker=formats)
