"""What the official schema has to say against a row, in sentences."""

import json
from typing import Any

from django.utils.translation import gettext as _
from jsonschema import ValidationError

from directory.hsds.kinds import Kind
from directory.hsds.schemas import NEWEST, flat
from directory.hsds.values import NUMBER, not_of_format


def official_problems(kind: Kind, raw: dict[str, Any], version: str = NEWEST) -> dict[str, str]:
    """The sentence for each property the schema refuses."""
    validator = flat(kind.name, version)
    if validator is None:
        return {}
    errors = validator.iter_errors(instance_of(kind, raw))
    return {str(error.path[0]): sentence for error in errors if error.path and (sentence := _sentence(error))}


def instance_of(kind: Kind, raw: dict[str, Any]) -> dict[str, Any]:
    """The row as JSON would say it: no blanks, and numbers as numbers even when a table wrote them as text."""
    said = {name: value for name, value in raw.items() if value is not None and value != ""}
    return {name: _number(value) if _is_number(kind, name) else value for name, value in said.items()}


def _is_number(kind: Kind, name: str) -> bool:
    return bool(kind.schema["properties"].get(name, {}).get("type") == "number")


def _number(value: Any) -> Any:
    if isinstance(value, str) and NUMBER.fullmatch(value.strip()):
        return json.loads(str(float(value)))
    return value


def _sentence(error: ValidationError) -> str:
    rule, wanted = error.validator, error.validator_value
    if rule == "type":
        return {"string": _("must be text."), "number": _("must be a number.")}.get(str(wanted), error.message)
    if rule == "enum" and isinstance(wanted, list):
        return _("must be one of: %(values)s.") % {"values": ", ".join(map(str, wanted))}
    if rule == "format":
        return not_of_format(str(wanted))
    return ""
