"""From what a file says to what a field holds, and back: one reader and one writer per type of column.

A reader answers the value and whether writing it again gives the same text. It refuses with `Misfit` what the
official schema refuses and what the field cannot hold.
"""

import datetime as dt
import json
import re
import uuid
from collections.abc import Callable
from decimal import Decimal
from typing import Any, TypeAlias

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext as _

from directory.hsds.kinds import Column
from directory.hsds.schemas import PATTERNS

Reader: TypeAlias = Callable[[Any], tuple[Any, bool]]

UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
NUMBER = re.compile(r"[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d{1,4})?", re.ASCII)
WHOLE_DAY = "24:00"
TRUE, FALSE = {"true", "yes", "1"}, {"false", "no", "0"}
LARGEST_EXACT = 2**53


class Misfit(ValueError):
    """A value that cannot be taken, with the sentence that says why."""


def reader(column: Column) -> Reader:
    read = _READERS[column.type](column)
    allowed = _allowed(column)
    if allowed is None:
        return read

    def read_allowed(raw: Any) -> tuple[Any, bool]:
        value, exact = read(raw)
        if value not in allowed:
            raise Misfit(_("must be one of: %(values)s.") % {"values": ", ".join(sorted(allowed))})
        return value, exact

    return read_allowed


def _allowed(column: Column) -> frozenset[str] | None:
    """The official enumeration, or for our own columns the choices of the field."""
    if "enum" in column.schema:
        return frozenset(column.schema["enum"])
    if not column.standard and column.field.choices:
        return frozenset(value for value, _label in column.field.choices if value)
    return None


def _text(column: Column) -> Reader:
    longest = column.field.max_length
    pattern = PATTERNS.get(column.schema.get("format", ""))
    sentence = column.schema.get("format", "")

    def read(raw: Any) -> tuple[Any, bool]:
        if not isinstance(raw, str):
            raw = _as_text(raw)
        if longest is not None and len(raw) > longest:
            raise Misfit(_("is longer than %(longest)s characters.") % {"longest": longest})
        if pattern is not None and pattern.fullmatch(raw) is None:
            raise Misfit(not_of_format(sentence))
        if UNSTORABLE.search(raw):
            raise Misfit(_("holds a character that cannot be stored."))
        return raw, True

    return read


def _as_text(raw: Any) -> str:
    """Identifiers and ZIP codes often lose their quotes on the way; the official example has one such."""
    if isinstance(raw, bool) or not isinstance(raw, int | float):
        raise Misfit(_("must be text."))
    return number_text(raw)


def not_of_format(name: str) -> str:
    return {
        "email": _("is not an e-mail address."),
        "uri": _("is not a web address: it must begin with https:// or the like and hold no space."),
        "uuid": _("is not a UUID like 0ab1c2d3-0000-4000-8000-000000000000."),
        "date-time": _("is not a moment with its time zone, like 2026-01-31T10:00:00Z."),
    }[name]


def _uuid(column: Column) -> Reader:
    fits = PATTERNS["uuid"].fullmatch

    def read(raw: Any) -> tuple[Any, bool]:
        if not isinstance(raw, str) or fits(raw) is None:
            raise Misfit(not_of_format("uuid"))
        return uuid.UUID(raw), raw == raw.lower()

    return read


def _number(column: Column) -> Reader:
    if isinstance(column.field, models.DecimalField):
        return _decimal(column.field)
    if isinstance(column.field, models.IntegerField):
        return _whole_number(column.field)

    def read(raw: Any) -> tuple[Any, bool]:
        value = float(_finite(raw))
        return value, number_text(value) == (raw if isinstance(raw, str) else number_text(raw))

    return read


def _finite(raw: Any) -> Decimal:
    if isinstance(raw, bool) or not isinstance(raw, int | float | str):
        raise Misfit(_("must be a number."))
    text = raw.strip() if isinstance(raw, str) else repr(raw)
    if NUMBER.fullmatch(text) is None or abs(Decimal(text).adjusted()) > 300:
        raise Misfit(_("must be a number."))
    return Decimal(text)


def _decimal(field: Any) -> Reader:
    step = Decimal(1).scaleb(-field.decimal_places)
    largest = Decimal(10) ** (field.max_digits - field.decimal_places)

    def read(raw: Any) -> tuple[Any, bool]:
        exact = _finite(raw)
        if abs(exact) >= largest:
            raise Misfit(_("is too large."))
        value = exact.quantize(step)
        return value, value == exact and (not isinstance(raw, str) or number_text(value) == raw)

    return read


def _whole_number(field: Any) -> Reader:
    lowest = 0 if isinstance(field, models.PositiveIntegerField | models.PositiveSmallIntegerField) else -(2**31)
    highest = 2**15 - 1 if isinstance(field, models.PositiveSmallIntegerField) else 2**31 - 1

    def read(raw: Any) -> tuple[Any, bool]:
        exact = _finite(raw)
        if exact != exact.to_integral_value() or not lowest <= exact <= highest:
            raise Misfit(_("must be a whole number from %(low)s to %(high)s.") % {"low": lowest, "high": highest})
        return int(exact), not isinstance(raw, str) or raw == str(int(exact))

    return read


def _date(column: Column) -> Reader:
    def read(raw: Any) -> tuple[Any, bool]:
        try:
            value = dt.date.fromisoformat(_string(raw).strip()[:10])
            if raw.strip()[10:]:
                dt.datetime.fromisoformat(raw.strip())  # What follows the date must at least be a time.
            return value, value.isoformat() == raw
        except ValueError:
            raise Misfit(_("is not a date like 2026-01-31.")) from None

    return read


def _time(column: Column) -> Reader:
    def read(raw: Any) -> tuple[Any, bool]:
        text = _string(raw)
        try:
            moment = dt.time(0) if text.strip().startswith(WHOLE_DAY) else dt.time.fromisoformat(text.strip())
        except ValueError:
            raise Misfit(_("is not a time of day like 17:30.")) from None
        # The clock on the wall of the place: an offset is kept as written, not computed with.
        value = moment.replace(tzinfo=None)
        return value, value.isoformat() == text

    return read


def _datetime(column: Column) -> Reader:
    def read(raw: Any) -> tuple[Any, bool]:
        text = _string(raw)
        try:
            value = dt.datetime.fromisoformat(text.strip())
        except ValueError:
            raise Misfit(not_of_format("date-time")) from None
        if value.tzinfo is None:
            value = timezone.make_aware(value)
        return value, moment_text(value) == text

    return read


def _string(raw: Any) -> str:
    if not isinstance(raw, str):
        raise Misfit(_("must be text."))
    return raw


def _bool(column: Column) -> Reader:
    def read(raw: Any) -> tuple[Any, bool]:
        word = raw if isinstance(raw, bool) else str(raw).strip().lower()
        if word is True or word in TRUE:
            return True, raw in (True, "true")
        if word is False or word in FALSE:
            return False, raw in (False, "false")
        raise Misfit(_("must be true or false."))

    return read


def _list(column: Column) -> Reader:
    def read(raw: Any) -> tuple[Any, bool]:
        value = raw if isinstance(raw, list) else [part.strip() for part in _string(raw).split(";") if part.strip()]
        if any(not isinstance(part, str) or UNSTORABLE.search(part) for part in value):
            raise Misfit(_("must be a list of words."))
        return value, isinstance(raw, list) or list_text(value) == raw

    return read


_READERS: dict[str, Callable[[Column], Reader]] = {
    "text": _text,
    # An extension: the standard wants a number, people write 0123 or 12-B.
    "digits": _text,
    "uuid": _uuid,
    "number": _number,
    "date": _date,
    "time": _time,
    "datetime": _datetime,
    "bool": _bool,
    "list": _list,
}


def number_text(value: float | Decimal) -> str:
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < LARGEST_EXACT else repr(value)
    if isinstance(value, Decimal):
        text = f"{value:f}"
        return text.rstrip("0").rstrip(".") if "." in text else text
    return str(value)


def moment_text(value: dt.datetime) -> str:
    """In UTC with milliseconds, as the standard's own example."""
    utc = value.astimezone(dt.UTC)
    return utc.isoformat(timespec="microseconds" if utc.microsecond % 1000 else "milliseconds").replace("+00:00", "Z")


def list_text(value: list[str]) -> str:
    return ";".join(value)


def text_of(value: Any) -> str:
    """A value as a cell of a table shows it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float | Decimal):
        return number_text(value)
    if isinstance(value, dt.datetime):
        return moment_text(value)
    if isinstance(value, dt.date | dt.time):
        return value.isoformat()
    return list_text(value) if isinstance(value, list) else str(value)


def json_of(value: Any, column: Column) -> Any:
    """A value as JSON shows it: numbers where the standard has numbers."""
    if isinstance(value, bool | list) or value is None:
        return value
    if isinstance(value, int | float | Decimal):
        return number_of(number_text(value))
    text = text_of(value)
    return number_of(text) if column.is_number and text else text


def number_of(text: str) -> int | float:
    return json.loads(text) if re.fullmatch(r"-?(0|[1-9]\d*)(\.\d+)?([eE][-+]?\d+)?", text) else float(text)
